"""What a document is called."""

import pytest

from extract.title import title_of
from ingest.builder import TextBuilder, words_of
from minutes.model import Document, DocumentKind, Meeting, Receipt

MEETING = Meeting(organisation="Skelder Parish Council", body="Parish Council", date="2020-09-14")


def document(title: str | None, *lines: tuple[str, str, float], ocr: tuple[int, ...] = ()) -> Document:
    """A file of one page: of each line its kind, its words and the size of its type."""
    builder = TextBuilder()
    for kind, text, size in lines:
        builder.add(kind, words_of(text), page=1, size=size)  # type: ignore[arg-type]
    return Document(
        id="d", title=title, kind="other", media_type="application/pdf", pages=1, sha256="d", path="towpath.pdf",
        text=builder.text, blocks=tuple(builder.blocks), receipt=Receipt(pages_in=1, pages_out=1, ocr_pages=ocr),
    )  # fmt: skip


TEXT = ("paragraph", "The towpath was closed for the whole of the winter.", 11.0)
COVER = [("heading", "Mending the towpath", 24.0), ("heading", "A plan for five years", 24.0), TEXT, TEXT]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Towpath repairs 2020 to 2025", True),
        ("Minutes of Skelder Parish Council, 14 September 2020", True),
        ("Report on the towpath", True),
        ("Decision on the towpath", True),
        ("SKELDER PARISH COUNCIL", False),
        ("Skelder’s Parish Council", False),
        ("Parish Council", False),
        ("Skelder Parish Council: Parish Council", False),
        ("PowerPoint Presentation", False),
        ("Minutes Template", False),
        ("THE REPORT", False),
        ("Officer Decision Report", False),
        ("Record of Decision", False),
        ("SKELDER PARISH COUNCIL – RECORD OF DECISION", False),
        ("Skelder Parish Council: towpath repairs", True),
        ("Item 4", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("kind", ["minutes", "report"])
def test_a_title_that_says_nothing_of_the_document_is_none(title: str | None, kept: bool, kind: DocumentKind) -> None:
    assert title_of(document(title, TEXT), kind, MEETING) == (title if kept else None)


@pytest.mark.parametrize(
    ("kind", "lines", "title"),
    [
        pytest.param("report", COVER, "Mending the towpath A plan for five years", id="a cover"),
        pytest.param("report", [TEXT, *COVER], "Mending the towpath A plan for five years", id="below an address"),
        pytest.param("minutes", COVER, None, id="minutes go by body and date"),
        pytest.param("report", [("heading", "Mending the towpath", 12.0), TEXT, TEXT], None, id="no larger"),
        pytest.param("report", [TEXT, TEXT, TEXT, *COVER], None, id="not at the top"),
        pytest.param("report", [("heading", "Contents", 24.0), TEXT, TEXT], None, id="what any report has"),
        pytest.param("report", [("heading", "Skelder Parish Council", 24.0), TEXT, TEXT], None, id="whose it is"),
        pytest.param("report", [("heading", "Report of the Clerk:", 24.0), TEXT, TEXT], None, id="a label"),
    ],
)
def test_a_report_goes_by_its_cover(kind: DocumentKind, lines: list[tuple[str, str, float]], title: str | None) -> None:
    assert title_of(document("Report Template", *lines), kind, MEETING) == title


def test_what_was_recognised_in_a_scan_heads_nothing() -> None:
    assert title_of(document(None, *COVER, ocr=(1,)), "report", MEETING) is None
