"""What became of tasks is worked out once, and again where the documents of their organisation change."""

from datetime import date
from pathlib import Path

import pytest

from index import followed
from index.catalogue import Catalogue
from index.followed import Following
from minutes.found import Filters, Followed
from minutes.model import Exempt
from tests.index.samples import ASHBY, document_of, minutes_of

TODAY = date(2024, 12, 1)
LATER = """
^ Ashby Council; Cabinet; 2023-02-20
# 1 School transport
The Clerk had written to the bus operators about the timetable for September before the next term began.
"""
ELSEWHERE = """
^ Burley Trust; Health Board; 2024-05-20
# 1 School transport
Journeys to school by taxi tire the younger children.
"""


def put(catalogue: Catalogue, source: str, path: str) -> None:
    document = document_of(source, path=path)
    catalogue.put(document, minutes_of(document), [], "program")


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents were read each time that what became of actions was worked out."""
    counts: list[int] = []
    fates = followed.fates
    monkeypatch.setattr(followed, "fates", lambda sources, day: counts.append(len(sources)) or fates(sources, day))
    return counts


def fate(following: Following, catalogue: Catalogue, day: date = TODAY) -> str | None:
    (listed,) = following.followed(catalogue.records("action", [], Filters()), day)
    return listed.followed and listed.followed.fate


def test_it_is_worked_out_anew_only_where_documents_change(tmp_path: Path, worked_out: list[int]) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    following = Following(catalogue)
    put(catalogue, ASHBY, "first.txt")
    assert [fate(following, catalogue) for _ in range(2)] == ["open", "open"]
    assert worked_out == [1]
    put(catalogue, ELSEWHERE, "elsewhere.txt")
    assert fate(following, catalogue) == "open"
    assert worked_out == [1]
    put(catalogue, LATER, "later.txt")
    assert fate(following, catalogue) == "done"
    assert worked_out == [1, 2]
    fate(following, catalogue, date(2024, 12, 2))  # something may be overdue by then
    assert worked_out == [1, 2, 2]
    catalogue.close()


def test_an_action_of_no_organisation_is_open_and_never_done(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    put(catalogue, ASHBY.replace("^ Ashby Council; Cabinet; 2023-01-16", ""), "nobody.txt")
    following = Following(catalogue)
    assert fate(following, catalogue) == "open"
    assert [outcome.fate for outcome in following.outcomes("action", TODAY).values()] == ["open"]
    catalogue.close()


@pytest.mark.parametrize(
    ("body", "path", "expected"),
    [("Cabinet", "ashby/later.txt", "done"), ("Cabinet", "burley/later.txt", "open"), ("Bench", "ashby/b.txt", "open")],
)
def test_documents_of_no_organisation_follow_those_of_the_same_body_in_their_folder(
    tmp_path: Path, body: str, path: str, expected: str
) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    for source, file, named in ((ASHBY, "ashby/first.txt", "Cabinet"), (LATER, path, body)):
        document = document_of(source, path=file)
        minutes = minutes_of(document)
        meeting = minutes.meeting.model_copy(update={"organisation": None, "body": named})
        catalogue.put(document, minutes.model_copy(update={"meeting": meeting}), [], "program")
    assert fate(Following(catalogue), catalogue) == expected
    catalogue.close()


def test_exempt_text_says_nothing_of_an_action(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    put(catalogue, ASHBY, "first.txt")
    document = document_of(LATER, path="later.txt")
    minutes = minutes_of(document)
    whole = Exempt(start=0, end=len(document.text), mark=minutes.items[0].citation)
    items = tuple(item.model_copy(update={"exempt": True}) for item in minutes.items)
    catalogue.put(document, minutes.model_copy(update={"exempt": (whole,), "items": items}), [], "program")
    (listed,) = Following(catalogue).followed(catalogue.records("action", [], Filters()), TODAY)
    assert listed.followed == Followed(fate="open", later=1)
    catalogue.close()
