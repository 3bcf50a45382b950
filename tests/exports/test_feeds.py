"""Feeds: read by well-kept readers, with what RFC 4287 and RFC 5545 require."""

from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from exports.feeds import ATOM, atom, ics
from exports.holdings import Holdings
from minutes.found import Filters
from minutes.model import Meeting
from tests.exports import toys
from tests.exports.toys import Shelf, holdings

NAMES = {"a": ATOM}


def feed(of: Holdings) -> bytes:
    return atom(of).files["feed.xml"]


def calendar(of: Holdings) -> Any:
    return Calendar.from_ical(ics(of).files["calendar.ics"])


def check_atom(content: bytes) -> Any:
    """What RFC 4287 requires of a feed and of its entries."""
    read = feedparser.parse(content)
    assert (read.bozo, read.version) == (False, "atom10")
    root = etree.fromstring(content)
    for each in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"a:{name}", NAMES)) == 1
            assert each.findtext(f"a:{name}", namespaces=NAMES)
        assert (
            each.find("a:link", NAMES) is not None
            or each.tag.endswith("feed")
            or each.find("a:content", NAMES) is not None
        )
    assert root.find("a:author", NAMES) is not None
    assert all(each.find("a:content", NAMES) is not None for each in root.findall("a:entry", NAMES))  # or a link
    assert len({each.id for each in read.entries}) == len(read.entries)
    assert [each.updated for each in read.entries] == sorted((each.updated for each in read.entries), reverse=True)
    return read


def check_ics(found: Any) -> None:
    """What RFC 5545 requires of a calendar and of its events."""
    assert found["version"] == "2.0"
    assert found["prodid"]
    events = found.walk("VEVENT")
    assert len({str(each["uid"]) for each in events}) == len(events)
    for each in events:
        assert each["dtstamp"].dt.tzinfo
        assert type(each["dtstart"].dt) is date
        assert not each.errors


def test_the_sample_is_valid(sample: Holdings) -> None:
    read = check_atom(feed(sample))
    assert len(read.entries) == sum(atom(sample).counts.values()) > 144
    assert read.feed.title == "Decisions and promises"
    check_ics(calendar(sample))
    assert ics(sample).counts["meeting"] == 12


def test_the_feed_of_one_body_says_so_and_has_only_its_own(sample: Holdings) -> None:
    own = replace(sample, filters=Filters(organisation="Tolverbridge Town Council"))
    read = check_atom(feed(own))
    assert read.feed.title == "Decisions and promises · Tolverbridge Town Council"
    assert {each.author for each in read.entries} == {"Tolverbridge Town Council"}


def test_an_entry_says_what_was_decided_and_where_that_stands() -> None:
    [promise, decision] = sorted(check_atom(feed(holdings())).entries, key=lambda each: each.title, reverse=True)
    assert decision.title == "=1+1 RESOLVED: that the shelter be mended."
    assert decision.published == "2024-05-14T00:00:00Z"
    assert [tag.term for tag in decision.tags] == ["decision"]
    assert "Outcome: approved\nMoved by: Cllr Quill\nVotes: 2 for, 1 against" in decision.content[0].value
    source = "Fenwold Parish Council, Amenities Committee, Minutes <draft>, 14 May 2024, may.txt, page 1"
    assert f"Source: {source}" in decision.content[0].value
    assert [tag.term for tag in promise.tags] == ["action", "promise"]
    assert "What became of it: overdue" in promise.content[0].value


def test_links_lead_to_the_words_where_the_pages_have_an_address() -> None:
    assert etree.fromstring(feed(holdings())).findall(".//a:link", NAMES) == []
    shown = Holdings(Shelf(), site="https://minutes.example")  # type: ignore[arg-type]
    start = toys.TEXT.index("=1+1")
    assert f"https://minutes.example/documents/ab12cd34/pages/1?start={start}&end={start + 42}#cited" in {
        each.link for each in check_atom(feed(shown)).entries
    }


def test_the_calendar_has_meetings_and_the_days_that_things_are_due() -> None:
    found = calendar(holdings())
    check_ics(found)
    assert [(each["dtstart"].dt, str(each["summary"])) for each in found.walk("VEVENT")] == [
        (date(2024, 5, 14), "Fenwold Parish Council, Amenities Committee"),
        (date(2024, 6, 1), "Due: The Clerk to write to the County by 1 June 2024."),
    ]


@pytest.mark.parametrize("day", [None, "2024", "2024-05"])
def test_what_has_no_day_is_left_out_and_no_day_is_made_up(monkeypatch: pytest.MonkeyPatch, day: str | None) -> None:
    monkeypatch.setattr(toys, "MEETING", Meeting(organisation="Fenwold Parish Council", date=day))
    assert check_atom(feed(holdings())).entries == []
    assert [str(each["uid"]) for each in calendar(holdings()).walk("VEVENT")] == ["act-1@minutebook"]


def test_it_is_the_same_each_time() -> None:
    assert (atom(holdings()), ics(holdings())) == (atom(holdings()), ics(holdings()))


@pytest.mark.parametrize("written", [feed, lambda of: ics(of).files["calendar.ics"]], ids=["atom", "ics"])
def test_what_is_exempt_stays_out(written: Any) -> None:
    assert (b"rent" in written(holdings()), b"rent" in written(holdings(exempt=True))) == (False, True)
