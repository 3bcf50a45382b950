"""What is found across the meetings of a body, and what of a document that is exempt is found at all."""

from functools import partial
from pathlib import Path

import pytest

from library import Library, adding, check_records, checking, embedding
from minutes.found import Filters, Finding
from minutes.model import Document, Minutes
from tests.extract.samples import minutes_of
from tests.stand_ins import ToyEncoder, WorkersHere
from workers import extract_file

HEAD = """Fenwold Parish Council

Minutes of the meeting of the Amenities Committee held on {day} at 7.00 pm in the Old Forge.

Present: Cllr Ada Brindle (Chair), Cllr Tom Orme, Cllr Neve Marsh

1. Apologies

There were none.

"""
FEBRUARY = (
    HEAD.format(day="Tuesday 6 February 2024")
    + """2. Hire of the hall

RESOLVED that the hall be let at £20 an hour.

3. Close

The Chair thanked everyone and closed the meeting at nine.
"""
)
MARCH = (
    HEAD.format(day="Tuesday 12 March 2024")
    + """2. Minutes

The minutes of the meeting held on {corrected} were approved subject to the following amendment: in item 2, the hire
is £30 an hour.

3. Close

RESOLVED that the next meeting be held in April.
"""
)
PRIVATE = HEAD.format(day="Tuesday 9 April 2024") + """2. Footpaths

RESOLVED that the stile at Mill Lane be repaired before the summer by the men of the parish.

PART 2 - EXEMPT ITEMS

3. Sale of the orchard

RESOLVED that the orchard be sold to Peverel and Sons for the sum that they offered in their letter.
"""  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, extract_file))
    monkeypatch.setattr(embedding, "load_encoder", ToyEncoder)
    for name, text in {
        "february.txt": FEBRUARY,
        "march.txt": MARCH.format(corrected="6 February 2024"),
        "private.txt": PRIVATE,
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def read(*files: Path) -> list[tuple[Document, Minutes]]:
    return [extract_file(file) for file in files]


def test_how_much_was_compared(folder: Path) -> None:
    with Library(folder / "lib", create=True) as library:
        ids = [each.document.id for each in library.add([folder]) if each.document and "february" in each.path]
        held, _ = library.check()
        assert (held.documents, held.without_text, held.minutes, held.listed) == (3, 0, 3, 3)
        assert library.check(ids)[0].documents == 1


def told(found: list[Finding]) -> list[tuple[str, str, list[str]]]:
    return [(each.kind, each.message, [citation.quote.split("\n")[0] for citation in each.citations]) for each in found]


def test_a_correction_is_linked_to_the_item_that_it_corrects(folder: Path) -> None:
    _, found = check_records(read(folder / "march.txt", folder / "february.txt"), within="in the library")
    kind, message, (correcting, corrected) = told(found)[0]
    assert (kind, message, corrected) == ("correction", "It corrects the minutes of 2024-02-06.", "2. Hire of the hall")
    assert correcting.startswith("The minutes of the meeting held on 6 February 2024")


@pytest.mark.parametrize(
    ("corrected", "message"),
    [
        ("5 December 2023", "It corrects the minutes of 2023-12-05; there is no record of them in the library."),
        ("the last occasion", "It corrects the minutes of 2024-02-06."),
    ],
)
def test_a_correction_of_another_record(folder: Path, corrected: str, message: str) -> None:
    (folder / "march.txt").write_text(MARCH.format(corrected=corrected))
    _, found = check_records(read(folder / "february.txt", folder / "march.txt"), within="in the library")
    assert [each.message for each in found] == [message]


def test_the_library_is_checked_as_a_whole_and_by_document(folder: Path) -> None:
    with Library(folder / "library", create=True) as library:
        ids = {Path(each.path).stem: each.document.id for each in library.add([folder]) if each.document}
        compared, found = library.check()
        assert (compared.documents, sorted(each.kind for each in found)) == (3, ["correction", "exempt"])
        compared, found = library.check([ids["february"]])
        assert (compared.documents, [each.kind for each in found]) == (
            1,
            ["correction"],
        )  # by the meeting that followed


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("february", {"february", "march", "private"}),
        ("march", {"february", "march", "private"}),  # it corrects that of February
        ("private", {"private"}),
    ],
)
def test_only_later_meetings_and_what_is_corrected_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, asked: str, read: set[str]
) -> None:
    with Library(folder / "library", create=True) as library:
        ids = {Path(each.path).stem: each.document.id for each in library.add([folder]) if each.document}
        looked: list[str] = []
        look = checking._look_at
        monkeypatch.setattr(
            checking, "_look_at", lambda document, minutes: looked.append(document.id) or look(document, minutes)
        )
        every = [each for each in library.check()[1] if ids[asked] in {c.document_id for c in each.citations}]
        library._checks._held.clear()
        looked.clear()
        assert library.check([ids[asked]])[1] == every
        assert {name for name, id_ in ids.items() if id_ in looked} == read


def test_corrections_are_read_once_until_something_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(folder / "library", create=True) as library:
        list(library.add([folder / "february.txt"]))
        before = library._catalogue.editions()
        with monkeypatch.context() as patched:
            patched.setattr(library._catalogue, "_editions", pytest.fail)
            assert library._catalogue.editions() == before
        (decision,) = library.records("decision")
        library.correct(decision.record.id, {"mover": "Cllr Tom Orme"}, who="Clerk", why="as the recording has it")
        assert library._catalogue.editions() != before


def test_of_a_document_that_is_corrected_one_check_is_kept(folder: Path) -> None:
    with Library(folder / "library", create=True) as library:
        list(library.add([folder / "february.txt"]))
        library.check()
        (decision,) = library.records("decision")
        library.correct(decision.record.id, {"mover": "Cllr Tom Orme"}, who="Clerk", why="as the recording has it")
        library.check()
        assert len(library._checks._held) == 1


def test_what_is_exempt_is_not_found_unless_asked_for(folder: Path) -> None:
    every = Filters(exempt=True)
    with Library(folder / "library", create=True) as library:
        (ingested,) = library.add([folder / "private.txt"])
        assert [hit.text for hit in library.search("orchard Peverel").hits if "Peverel" in hit.text] == []
        assert [hit.exempt for hit in library.search("Peverel", filters=every).hits[:1]] == [True]
        assert len(library.records("decision")) == 1
        assert [each.record.exempt for each in library.records("decision", filters=every)] == [False, True]
        assert ingested.receipt
        assert ingested.receipt.warnings[-1].startswith('marked "PART 2 - EXEMPT ITEMS"')
        assert ingested.document
        assert len(library.document(ingested.document.id)[1].public.decisions) == 1


def test_a_public_record_is_all_public() -> None:
    minutes = minutes_of(PRIVATE.replace("PART 2 - EXEMPT ITEMS", ""))
    assert minutes.public == minutes
