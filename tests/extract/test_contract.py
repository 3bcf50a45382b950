"""What holds of every record of every real document: the contract, and citations that are right to the word."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from minutes.model import Action, AgendaItem, Citation, Decision, Metric, Minutes
from rows import minutes_json, to_json
from tests.benchmarks.citations import ENOUGH, misses, page_shares
from tests.extract.samples import extracted

ROOT = Path(__file__).parents[2]
SAMPLE, SHARED = ROOT / "corpora" / "sample", ROOT.parent / "shared" / "evaluation" / "documents"
DOCUMENTS = {".pdf", ".docx", ".html", ".txt", ".md"}
TOLERANCE = 1.0  # points by which a box may reach over the edge of its page
CITATION = {"document_id", "page", "start", "end", "quote", "boxes"}
RECORD = {"id", "item_id", "text", "citation", "rule"}
CONTRACT = {
    "document": {"id", "title", "kind", "media_type", "pages", "sha256", "path"},
    "meeting": {"organisation", "body", "date"},
    "attendance": {"name", "role", "status"},
    "items": {"id", "number", "title", "parent_id", "citation"},
    "decisions": RECORD | {"outcome", "mover", "seconder", "votes"},
    "actions": RECORD | {"owner", "due", "due_date", "tier", "status"},
    "metrics": RECORD | {"value", "unit", "name", "period", "place", "role", "table"},
    "receipt": {"pages_in", "pages_out"},
}


def documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in DOCUMENTS)


SHARED_DOCUMENTS: list[Any] = documents(SHARED) or [
    pytest.param(None, marks=pytest.mark.skip(reason="the evaluation documents are not beside the repository"))
]


def each(paths: list[Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path and f"{path.parent.name}-{path.stem}")


every_document = each([*documents(SAMPLE), *SHARED_DOCUMENTS])
PDFS = [path for path in (*documents(SAMPLE), *documents(SHARED)) if path.suffix == ".pdf"]
every_pdf = each(PDFS)


def records(minutes: Minutes) -> list[AgendaItem | Decision | Action | Metric]:
    return [*minutes.items, *minutes.decisions, *minutes.actions, *minutes.metrics]


def citations(minutes: Minutes) -> list[Citation]:
    return [
        *(record.citation for record in records(minutes)),
        *(entry.citation for entry in minutes.attendance if entry.citation),
    ]


def words(text: str) -> Counter[str]:
    """The letters and figures of a text, a word at a time; a hyphen at a line's end may have been taken out."""
    return Counter(re.findall(r"\w+", re.sub(r"[-\xad\ufffe\x02]\s*", "", text).casefold()))


def share(quote: str, printed: str) -> float:
    """How much of a quote's words stand in what is printed, be they set apart there or run together."""
    quoted, there = words(quote), words(printed)
    run_together = "".join(there)
    missing = sum(count for word, count in (quoted - there).items() if word not in run_together)
    return 1 - missing / max(1, quoted.total())


@every_document
def test_the_contract(path: Path) -> None:
    printed = json.loads(to_json(minutes_json(extracted(path)[1])))
    assert printed["schema"] == "minutebook/1"
    for part, keys in CONTRACT.items():
        for record in printed[part] if isinstance(printed[part], list) else [printed[part]]:
            assert keys <= record.keys()
            assert (record.get("citation") or dict.fromkeys(CITATION)).keys() >= CITATION


@every_document
def test_ids_are_unique_and_lead_somewhere(path: Path) -> None:
    minutes = extracted(path)[1]
    assert [id_ for id_, count in Counter(record.id for record in records(minutes)).items() if count > 1] == []
    known = {item.id for item in minutes.items} | {None}
    assert {item.parent_id for item in minutes.items} <= known
    assert {record.item_id for record in minutes.decisions} <= known
    assert {record.item_id for record in minutes.actions} <= known
    assert {record.item_id for record in minutes.metrics} <= known


@every_document
def test_a_quote_is_the_documents_own_words(path: Path) -> None:
    document, minutes = extracted(path)
    for citation in citations(minutes):
        assert document.text[citation.start : citation.end] == citation.quote
        assert citation.quote.strip() == citation.quote != ""
        assert (citation.document_id, citation.sha256) == (document.id, document.sha256)


@every_pdf
def test_a_quote_stands_on_the_page_that_is_cited(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as pdf:
        sizes = [page.get_size() for page in pdf]
        printed = [page.get_textpage().get_text_bounded() for page in pdf]
    for citation in citations(extracted(path)[1]):
        pages = sorted({citation.page or 0, *(int(box[0]) for box in citation.boxes)})
        assert 1 <= pages[0] <= pages[-1] <= len(sizes)
        assert citation.page == pages[0]
        assert citation.boxes
        for page, x0, top, x1, bottom in citation.boxes:
            width, height = sizes[page - 1]
            assert -TOLERANCE <= x0 < x1 <= width + TOLERANCE
            assert -TOLERANCE <= top < bottom <= height + TOLERANCE
        if citation.confidence is None:  # else read by OCR, since what is printed cannot be told from the file
            assert share(citation.quote, "\n".join(printed[page - 1] for page in pages)) >= 0.9


def test_boxes_hold_the_words_of_the_quote_and_nothing_else() -> None:
    wrong = total = 0
    for path in PDFS:
        minutes = extracted(path)[1]
        total += len(records(minutes))
        with pypdfium2.PdfDocument(path) as pdf:
            wrong += len(misses(pdf, minutes))
    assert total > 400
    assert wrong <= 0.01 * total


@every_pdf
def test_every_character_of_a_page_stands_in_a_block(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as pdf:
        for number, kept, extra in page_shares(pdf, extracted(path)[0]):
            assert kept >= ENOUGH, f"page {number}"
            assert extra <= 1 - ENOUGH, f"page {number}"
