"""Minutes that are held twice count once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.passages import passages
from minutes.found import Filters
from minutes.model import Meeting
from tests.index.samples import document_of, minutes_of

HEAD = "^ Wexcombe Parish Council; Parish Council; 2021-06-08\n"
TALK = [
    "Members heard that the well cover by the smithy had been lifted twice since the spring and must be bolted down.",
    "The warden had counted ninety sheep on the common and asked whether the gate to the drove could be mended soon.",
    "A letter from the bell ringers said that the rope of the tenor was worn and that they would look for another one.",
    "It was noted with thanks that the bus shelter had been swept and painted by the scouts over the long weekend.",
    "Residents asked for a bench at the top of the hill, where there had been one until the storm of last November.",
    "The footpath officer reported that the stile at the mill had been replaced and the nettles cut back.",
]
DECIDED = "RESOLVED: that the gate to the drove be mended at a cost of no more than ninety pounds"
MINUTES = HEAD + "\n".join((*TALK, DECIDED))
OTHER = HEAD + "\n".join(
    (
        "The annual parish meeting was opened by the chairman, who spoke of the year and of new swings.",
        "A parishioner wished to know when the pond would be dredged and who would pay for the hire of the machine.",
        "RESOLVED: that the chairman write to the water company about the pond before the summer comes",
    )
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def put(catalogue: Catalogue, path: str, text: str, status: str | None = None) -> None:
    document = document_of(text, path=path)
    minutes = minutes_of(document)
    info = minutes.document.model_copy(update={"kind": "minutes"})
    meeting = Meeting(**minutes.meeting.model_dump() | {"status": status})
    minutes = minutes.model_copy(update={"document": info, "meeting": meeting})
    catalogue.put(document, minutes, passages(document, minutes), "1")


@pytest.mark.parametrize(
    ("other", "status", "left_out"),
    [
        pytest.param(MINUTES + "\nPage 1 of 1", None, ["second"], id="saved again"),
        pytest.param(MINUTES.replace("ninety pounds", "eighty pounds"), None, ["second"], id="nearly the same"),
        pytest.param(MINUTES.replace("ninety pounds", "eighty pounds"), "confirmed", ["first"], id="confirmed"),
        pytest.param(MINUTES.replace("ninety pounds", "eighty pounds"), "draft", ["second"], id="a draft"),
        pytest.param(OTHER, None, [], id="another meeting of the day"),
        pytest.param(MINUTES.replace("2021-06-08", "2021-07-06"), None, [], id="another day"),
        pytest.param(MINUTES.replace("; Parish Council;", "; Burial Board;"), None, [], id="another body"),
        pytest.param(HEAD + "\n".join((*TALK[:2], DECIDED, OTHER)), None, [], id="some of it the same"),
    ],
)
def test_the_same_minutes_are_held_twice(
    catalogue: Catalogue, other: str, status: str | None, left_out: list[str]
) -> None:
    put(catalogue, "first", MINUTES)
    put(catalogue, "second", other, status)
    assert [left.path for left, _ in catalogue.copies(Filters())] == left_out
    listed = catalogue.records("decision", (), Filters())
    ids = catalogue.record_ids(["decision"], (), Filters(), "date", backwards=False)
    assert {each.document.path for each in listed} == {"first", "second"} - set(left_out)
    assert {each.record.id for each in listed} == set(ids)
    held = [(each.minutes, each.documents) for each in catalogue.bodies()]
    assert sum(minutes for minutes, _ in held) == 2 - len(left_out)
    assert sum(documents for _, documents in held) == 2


def test_minutes_that_are_named_are_listed(catalogue: Catalogue) -> None:
    put(catalogue, "first", MINUTES)
    put(catalogue, "second", MINUTES + "\nPage 1 of 1")
    second = next(each.document for each in catalogue.documents(Filters()) if each.document and each.path == "second")
    assert len(catalogue.records("decision", (), Filters(documents=(second.id,)))) == 1


def test_of_three_one_is_left(catalogue: Catalogue) -> None:
    for path in ("a", "b", "c"):
        put(catalogue, path, f"{MINUTES}\nPrinted from {path}")
    assert {(left.path, shown.path) for left, shown in catalogue.copies(Filters())} == {("b", "a"), ("c", "a")}
    assert catalogue.copies(Filters(body="burial")) == []
