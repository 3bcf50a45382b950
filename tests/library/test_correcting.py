"""Records that people correct: apart from what was extracted, on top of every extraction, and shown everywhere."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from library import Library, adding, embedding
from minutes.errors import QueryError
from minutes.found import Filters, RecordKind
from minutes.model import Decision, Document, Minutes
from tests.index.samples import ASHBY, BURLEY, minutes_of, read
from tests.stand_ins import ToyEncoder, WorkersHere
from workers import Extraction

Change = Callable[[Minutes], Minutes]
WHO = {"who": "edda", "why": "as it is printed"}
LIBRARY = "that the library stay open on Saturdays until the review is complete"


class Reader:
    """A program that reads files, and that may come to read them in another way."""

    def __init__(self) -> None:
        self.change: Change = lambda minutes: minutes

    def __call__(self, path: Path, *, password: str | None) -> Extraction:
        document = read(path)
        return document, self.change(minutes_of(document))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(embedding, "load_encoder", lambda name=None, fetch=False: ToyEncoder(name))
    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, reader))
    return reader


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    for name, text in (("ashby.txt", ASHBY), ("burley.txt", BURLEY)):
        (tmp_path / "files" / name).write_text(text)
    return tmp_path / "files"


@pytest.fixture
def library(tmp_path: Path, files: Path, reader: Reader) -> Iterator[Library]:
    with Library(tmp_path / "library", create=True) as library:
        assert [each.outcome for each in library.add([files])] == ["added", "added"]
        yield library


def record(library: Library, kind: RecordKind, words: str) -> Any:
    (found,) = (each.record for each in library.records(kind) if words in each.record.citation.quote)
    return found


def texts(library: Library, kind: RecordKind = "decision") -> list[str]:
    return [each.record.citation.quote for each in library.records(kind)]


def ashby(library: Library) -> str:
    return next(each.document.id for each in library.documents() if each.document and "ashby" in each.path)


def again(library: Library, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is read by another program."""
    monkeypatch.setattr(adding, "program", lambda profile=None: "another")
    assert {each.outcome for each in library.add([files])} == {"updated"}


def everywhere(library: Library) -> dict[str, object]:
    """What is shown of the decisions on the library, by all ways of asking."""
    _, minutes = library.document(ashby(library))
    answer = library.search("library Saturdays review", filters=Filters(kind="decision"))
    return {
        "register": [each.record.id for each in library.records("decision", query="Saturdays")],
        "document": [each.id for each in minutes.decisions if "Saturdays" in each.text],
        "search": [hit.text for hit in answer.hits if "Saturdays" in hit.text],
        "count": next(each.counts["decisions"] for each in library.documents() if "ashby" in each.path),
    }


def test_what_is_wrong_shows_nowhere_and_comes_back_when_that_is_withdrawn(library: Library) -> None:
    before = everywhere(library)
    told = library.correct(record(library, "decision", LIBRARY).id, **WHO)
    assert everywhere(library) == {"register": [], "document": [], "search": [], "count": 2}
    assert library.search("library stay open Saturdays review complete").hits  # the words are still found
    library.withdraw(told.id, who="adair")
    assert everywhere(library) == before
    assert [(each.did, each.who, each.withdrawn_by) for each in library.corrections()] == [("wrong", "edda", "adair")]
    assert library.verify() == []


def test_a_document_that_another_program_has_open_is_kept_until_it_is_corrected(library: Library, files: Path) -> None:
    with Library(library.folder) as other:
        before = other.document(ashby(library))
        library.correct(record(library, "action", "bus operators").id, {"owner": "The Head of Service"}, **WHO)
        after = other.document(ashby(library))
        burley = next(each.document.id for each in library.documents() if each.document and "burley" in each.path)
        library.remove(burley)
        assert other.document(ashby(library)) is after
    assert (before[0], before[1].decisions) == (after[0], after[1].decisions)
    assert [action.owner for action in after[1].actions] != [action.owner for action in before[1].actions]


def test_a_field_that_is_corrected_is_shown_and_filtered_by(library: Library) -> None:
    action = record(library, "action", "bus operators")
    library.correct(action.id, {"owner": "The Head of Service", "due": "before the next term begins"}, **WHO)
    (listed,) = library.records("action", filters=Filters(owner="head of service"))
    assert (listed.record.id, listed.record.corrected, listed.record.trust) == (action.id, "changed", "high")
    assert library.records("action", filters=Filters(owner="clerk")) == []
    assert (listed.record.citation, listed.record.rule) == (action.citation, action.rule)


def test_words_that_are_corrected_are_cited_as_they_stand(library: Library) -> None:
    decision = record(library, "decision", LIBRARY)
    library.correct(decision.id, {"text": "the Library  stay open on\nSaturdays"}, **WHO)
    corrected = record(library, "decision", "stay open")
    assert corrected.text == corrected.citation.quote == "the library stay open on Saturdays"
    assert library.verify() == []


def test_what_was_missed_is_added_under_its_item(library: Library) -> None:
    fields = {"text": "thanked the volunteers who staff it", "outcome": "noted"}
    told = library.add_record(ashby(library), "decision", fields, **WHO)
    added = library.record(told.record_id)
    assert isinstance(added.record, Decision)
    assert (added.item, added.record.corrected) == ({"number": "3", "title": "Library opening hours"}, "added")
    assert [hit.text for hit in library.search("thanked volunteers", filters=Filters(kind="decision")).hits][:1] == [
        "thanked the volunteers who staff it"
    ]
    with pytest.raises(QueryError, match="edda added this record by hand: as it is printed"):
        library.why(told.record_id)


def test_an_item_that_was_missed_takes_what_stands_below_it(library: Library) -> None:
    library.add_record(ashby(library), "item", {"title": "Members spoke of the petition", "number": "3a"}, **WHO)
    assert library.record(record(library, "decision", LIBRARY).id).item == {
        "number": "3a",
        "title": "Members spoke of the petition",
    }


def test_what_stands_below_an_item_that_is_wrong_falls_to_the_one_before(library: Library) -> None:
    library.correct(record(library, "item", "Library opening hours").id, **WHO)
    item = library.record(record(library, "decision", LIBRARY).id).item
    assert item == {"number": "2", "title": "School transport"}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": "words that are not there"}, "do not stand in the document; copy them"),
        ({"outcome": "maybe"}, "outcome: input should be 'approved'"),
        ({"colour": "red"}, "colour: decisions have none; give text, outcome"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(library: Library, fields: Any, says: str) -> None:
    decision = record(library, "decision", LIBRARY)
    with pytest.raises(QueryError, match=says):
        library.correct(decision.id, fields, **WHO)
    assert record(library, "decision", LIBRARY) == decision
    assert library.corrections() == []


def test_it_has_to_be_said_why(library: Library) -> None:
    with pytest.raises(QueryError, match="say why in a few words"):
        library.correct(record(library, "decision", LIBRARY).id, who="edda", why=" ")


def correct_all(library: Library) -> None:
    library.correct(record(library, "decision", "taxi contracts").id, **WHO)
    library.correct(record(library, "decision", LIBRARY).id, {"mover": "Cllr Keld"}, **WHO)
    library.correct(record(library, "decision", LIBRARY).id, {"seconder": "Cllr Orr"}, **WHO)
    library.add_record(ashby(library), "action", {"text": "thanked the volunteers", "owner": "The Chair"}, **WHO)


def other_ids(minutes: Minutes) -> Minutes:
    named = tuple(each.model_copy(update={"id": f"dec-other{n}"}) for n, each in enumerate(minutes.decisions))
    return minutes.model_copy(update={"decisions": named})


def none_found(minutes: Minutes) -> Minutes:
    return minutes.model_copy(update={"decisions": ()})


@pytest.mark.parametrize("change", [lambda minutes: minutes, other_ids, none_found])
def test_corrections_survive_another_extraction(
    library: Library, files: Path, reader: Reader, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct_all(library)
    reader.change = change
    again(library, files, monkeypatch)
    assert not any("taxi contracts" in text for text in texts(library))
    decision = record(library, "decision", LIBRARY)
    assert (decision.mover, decision.seconder) == ("Cllr Keld", "Cllr Orr")
    assert record(library, "action", "thanked the volunteers").owner == "The Chair"
    assert not any(each.lost for each in library.corrections())


def test_what_was_added_and_is_then_found_is_one_record(
    library: Library, files: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = record(library, "decision", LIBRARY)
    reader.change = none_found
    again(library, files, monkeypatch)
    library.add_record(ashby(library), "decision", {"text": found.text, "outcome": "noted"}, **WHO)
    reader.change = lambda minutes: minutes
    monkeypatch.setattr(adding, "program", lambda profile=None: "a third")
    assert {each.outcome for each in library.add([files])} == {"updated"}
    assert record(library, "decision", LIBRARY).outcome == "noted"


def test_corrections_outlive_the_document(library: Library, files: Path) -> None:
    correct_all(library)
    library.remove(ashby(library))
    assert len(library.corrections()) == 4
    list(library.add([files]))
    assert record(library, "decision", LIBRARY).mover == "Cllr Keld"


def test_words_that_are_gone_are_said_to_be_lost(
    library: Library, files: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct_all(library)

    def cut(path: Path, *, password: str | None) -> Extraction:
        """Reads less of the same file than before."""
        whole = read(path)
        text = whole.text[: whole.text.index("Members spoke")] if "Members spoke" in whole.text else whole.text
        blocks = tuple(block for block in whole.blocks if block.end <= len(text))
        document = Document(**{**dict(whole), "text": text, "blocks": blocks, "words": None})
        return document, minutes_of(document)

    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, cut))
    again(library, files, monkeypatch)
    assert [each.lost for each in library.corrections()] == [False, True, True, True]
    assert library.verify() == []


def test_corrected_documents_are_written_as_the_scorer_reads_them(library: Library, tmp_path: Path) -> None:
    correct_all(library)
    folder, gold = str(library.folder), tmp_path / "gold"
    result = CliRunner().invoke(cli.app, ["corrections", "--library", folder, "--gold", str(gold)])
    assert result.exit_code == 0, result.stderr
    (file,) = gold.rglob("*.json")
    written = json.loads(file.read_text())
    assert (file.name, written["document"]) == ("ashby.txt.json", "ashby.txt")
    assert written["meeting"] == {"organisation": "Ashby Council", "body": "Cabinet", "date": "2023-01-16"}
    assert [(each["item"], each["mover"]) for each in written["decisions"]] == [("2", None), ("3", "Cllr Keld")]
    assert written["actions"][-1] == {
        "item": "3", "text": "thanked the volunteers", "owner": "The Chair", "due": None, "tier": "implicit",
    }  # fmt: skip
    assert {"item", "text", "value", "unit", "name", "period", "place", "role"} == set(written["metrics"][0])


def test_corrections_are_listed(library: Library) -> None:
    correct_all(library)
    printed = CliRunner().invoke(cli.app, ["corrections", "--library", str(library.folder), "--format", "csv"]).stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [(row["did"], row["kind"], row["who"], row["fields"][:15]) for row in rows] == [
        ("wrong", "decision", "edda", ""),
        ("changed", "decision", "edda", "mover: Cllr Kel"),
        ("changed", "decision", "edda", "seconder: Cllr "),
        ("added", "action", "edda", "text: thanked t"),
    ]
