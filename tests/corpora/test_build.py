"""The sample corpus: its texts, what is built from them, and the records expected of them."""

import json
import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from corpora import build

SOURCES = sorted(build.SOURCE.rglob("*.txt"))
KEYS = {
    "items": {"number", "title"},
    "decisions": {"item", "text", "outcome", "mover", "seconder", "votes"},
    "actions": {"item", "text", "owner", "due", "tier"},
    "metrics": {"item", "text", "value", "unit", "name", "period", "place", "role"},
}
VALUES = {
    "outcome": {"approved", "noted", "recommended", "deferred", "rejected"},
    "tier": {"explicit", "implicit"},
    "role": {"actual", "target", "comparator", "forecast"},
}


def built_path(source: Path) -> Path:
    return build.SAMPLE / source.relative_to(build.SOURCE).with_suffix(f".{build.read_source(source).format}")


def expected(source: Path) -> dict:
    return json.loads(built_path(source).with_suffix(".expected.json").read_text(encoding="utf-8"))


def shown_text(path: Path) -> str:
    """All that a reader sees, white space folded."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
        return " ".join(" ".join(pages).split())
    document = docx.Document(path)
    paragraphs = document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    return " ".join(" ".join("".join(p.itertext()) for p in paragraphs).split())


def each_source(test):
    return pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")(test)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    assert len(list(build.build(folder))) == len(SOURCES)
    return folder


@each_source
def test_the_file_in_the_repository_is_what_the_source_says(source, rebuilt):
    path = built_path(source)
    assert shown_text(path) == shown_text(rebuilt / path.relative_to(build.SAMPLE))


@each_source
def test_building_twice_gives_the_same_bytes(source, rebuilt):
    read = build.read_source(source)
    again = build.build_pdf(read) if read.format == "pdf" else build.build_docx(read)
    assert (rebuilt / built_path(source).relative_to(build.SAMPLE)).read_bytes() == again


def test_the_sample_holds_nothing_else():
    files = {path.relative_to(build.SAMPLE) for path in build.SAMPLE.rglob("*") if path.is_file()}
    built = {built_path(source).relative_to(build.SAMPLE) for source in SOURCES}
    assert files == built | {path.with_suffix(".expected.json") for path in built}
    assert sum((build.SAMPLE / path).stat().st_size for path in built) < 1_000_000


@each_source
def test_expected_records_are_in_the_gold_format(source):
    gold = expected(source)
    assert gold["document"] == built_path(source).relative_to(build.SAMPLE).as_posix()
    assert gold["kind"] in {"minutes", "report"}
    assert set(gold["meeting"]) == {"organisation", "body", "date"}
    assert gold["meeting"]["date"] == build.read_source(source).date.isoformat()
    for kind, keys in KEYS.items():
        for record in gold[kind]:
            assert set(record) - {"table"} == keys
            assert all(record[name] in allowed for name, allowed in VALUES.items() if name in record)


@each_source
def test_expected_words_are_the_documents_own(source):
    gold, text = expected(source), build.plain_text(build.read_source(source))
    quotes = [record["text"] for kind in ("decisions", "actions", "metrics") for record in gold[kind]]
    names = [record[role] for record in gold["decisions"] for role in ("mover", "seconder") if record[role]]
    titles = [item["title"] for item in gold["items"]]
    assert [quote for quote in quotes + names + titles + gold["present"] + gold["apologies"] if quote not in text] == []


@each_source
def test_expected_records_stand_under_an_item_that_is_there(source):
    gold = expected(source)
    numbers = {item["number"] for item in gold["items"]} | {None}
    assert {record["item"] for kind in KEYS.keys() - {"items"} for record in gold[kind]} <= numbers


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        (source, [part.label for part in build.read_source(source).parts if re.fullmatch(r"\d+\.(\d+)?", part.label)])
        for source in SOURCES
        if build.read_source(source).numbering == "auto"
    ],
)
def test_where_word_counts_it_counts_as_the_source_does(source, numbers):
    counted, heading, paragraph = [], 0, 0
    for number in numbers:
        is_heading = number.endswith(".")
        heading, paragraph = (heading + 1, 0) if is_heading else (heading, paragraph + 1)
        counted.append(f"{heading}." if is_heading else f"{heading}.{paragraph}")
    assert counted == numbers


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("# Minutes", build.Part("title", "Minutes")),
        ("## 24/103. Flood alleviation", build.Part("heading", "Flood alleviation", "24/103.")),
        ("### Next steps", build.Part("subheading", "Next steps")),
        ("4.2 The Chair spoke.", build.Part("labelled", "The Chair spoke.", "4.2")),
        ("(a) to note the report;", build.Part("labelled", "to note the report;", "(a)")),
        ("- a bullet", build.Part("bullet", "a bullet", "•")),
        ("| Site | 2,860 |", build.Part("row", cells=("Site", "2,860"))),
        ("487 requests were made.", build.Part("paragraph", "487 requests were made.")),
        ("The Chair\nspoke.\n>> HT | by May", build.Part("paragraph", "The Chair spoke.", action="HT | by May")),
    ],
)
def test_a_block_is_known_by_how_it_starts(tmp_path, text, part):
    path = tmp_path / "source.txt"
    path.write_text(f'+++\nformat = "pdf"\ntitle = "T"\ndate = 2024-01-02\nfont = "Helvetica"\n+++\n\n{text}\n')
    assert build.read_source(path).parts == (part,)
