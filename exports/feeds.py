"""What bodies decide and promise as feeds: Atom for news readers (RFC 4287), iCalendar for calendars (RFC 5545).

Both need a day. What has none, or only a month, is left out; a feed that says when something was that nobody stated
would be worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

from lxml import etree

from exports.holdings import Exported, Holdings, urn
from minutes.found import Listed
from minutes.model import Action, Decision, Meeting
from wording import bodies, fate_text, item_label, reference, rests_on, shortened, votes_text
from writing import legal

ATOM = "http://www.w3.org/2005/Atom"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TITLE = 100  # characters


def atom(holdings: Holdings) -> Exported:
    """The decisions and promises, latest first; an entry is new again when a later meeting says what came of it."""
    entries = [(each, promised) for each, promised in _told(holdings) if _day(each.meeting)]
    entries.sort(key=lambda entry: (_changed(entry[0]), entry[0].record.id), reverse=True)
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    _put(feed, "id", urn("feed/" + "/".join(_whose(holdings))))
    _put(feed, "title", "Decisions and promises" + "".join(f" · {each}" for each in _whose(holdings)))
    _put(feed, "updated", _instant(_changed(entries[0][0]) if entries else date(1970, 1, 1)))
    author = etree.SubElement(feed, f"{{{ATOM}}}author")
    _put(author, "name", holdings.filters.organisation or "Minutebook")
    if holdings.site:
        etree.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", href=f"{holdings.site}/decisions")
    for listed, promised in entries:
        _entry(holdings, feed, listed, promised=promised)
    content = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return Exported({"feed.xml": content}, _counts(entries))


def ics(holdings: Holdings) -> Exported:
    """Each meeting that decided something on its day, and each task that is due on a day, as events that last it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Minutebook//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " · ".join(["Decisions and promises", *_whose(holdings)]))
    meetings = 0
    for _, found in groupby(holdings.records("decision"), key=lambda each: each.document.id):
        decided = list(found)
        if day := _day(decided[0].meeting):
            calendar.add_component(_meeting(holdings, decided, day))
            meetings += 1
    due = [each for each in _tasks(holdings) if isinstance(each.record, Action) and each.record.due_date]
    for each in due:
        calendar.add_component(_due(holdings, each))
    return Exported({"calendar.ics": calendar.to_ical()}, {"meeting": meetings, "due day": len(due)})


def _told(holdings: Holdings) -> Iterator[tuple[Listed, bool]]:
    """Decisions and promises, each once, and whether it is a promise."""
    promised = {each.record.id: each for each in holdings.records("promise")}
    for each in holdings.records("decision"):
        yield each, promised.pop(each.record.id, None) is not None
    yield from ((each, True) for each in promised.values())


def _tasks(holdings: Holdings) -> list[Listed]:
    return list({each.record.id: each for each in (*holdings.records("action"), *holdings.records("promise"))}.values())


def _entry(holdings: Holdings, feed: Any, listed: Listed, *, promised: bool) -> None:
    record = listed.record
    entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
    _put(entry, "id", urn(record.id))
    _put(entry, "title", shortened(_words(listed), TITLE))
    _put(entry, "updated", _instant(_changed(listed)))
    _put(entry, "published", _instant(_day(listed.meeting)))
    if listed.meeting.organisation:
        author = etree.SubElement(entry, f"{{{ATOM}}}author")
        _put(author, "name", listed.meeting.organisation)
    for term in ("action" if isinstance(record, Action) else "decision", *(["promise"] if promised else [])):
        etree.SubElement(entry, f"{{{ATOM}}}category", term=term)
    if link := holdings.link(listed):
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=link)
    _put(entry, "content", "\n".join(_details(listed)))


def _meeting(holdings: Holdings, decided: Sequence[Listed], day: date) -> Any:
    """The day of a meeting, with what was decided there."""
    meeting, document = decided[0].meeting, decided[0].document
    event = _event(f"{document.id}@minutebook", day, day, ", ".join(bodies(meeting)[::-1]) or "Meeting")
    event.add("description", "\n\n".join(_words(each) for each in decided))
    event.add("categories", ["Meeting"])
    if meeting.place:
        event.add("location", legal(meeting.place))
    if link := holdings.link(decided[0]):
        event.add("url", link)
    return event


def _due(holdings: Holdings, listed: Listed) -> Any:
    """The day by which a task is due."""
    action = listed.record
    if not isinstance(action, Action) or not action.due_date:
        raise ValueError("what is due has a day")
    event = _event(
        f"{action.id}@minutebook", action.due_date, _day(listed.meeting), f"Due: {shortened(_words(listed), TITLE)}"
    )
    event.add("description", "\n".join(_details(listed)))
    event.add("categories", ["Due"])
    if link := holdings.link(listed):
        event.add("url", link)
    return event


def _event(uid: str, day: date, stated: date | None, summary: str) -> Any:
    """An event that lasts a day and leaves it free. Its stamp is the day on which it was stated, not today."""
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(stated or day, time(), UTC))
    event.add("dtstart", day)
    event.add("summary", legal(summary))
    event.add("transp", "TRANSPARENT")
    return event


def _words(listed: Listed) -> str:
    return legal(getattr(listed.record, "text", ""))


def _details(listed: Listed) -> list[str]:
    """The words, what the record says besides, and where they stand."""
    record = listed.record
    own: list[tuple[str, str | None]] = []
    if isinstance(record, Decision):
        own = [("Outcome", record.outcome), ("Moved by", record.mover), ("Votes", votes_text(record.votes))]
    elif isinstance(record, Action):
        own = [("Owner", record.owner), ("Due", record.due)]
    told = [
        *own,
        ("What became of it", fate_text(listed.followed)),
        ("Agenda item", item_label(listed.item, listed.record)),
        ("Body", " · ".join(filter(None, (listed.meeting.body, listed.meeting.organisation)))),
        ("Source", reference(listed.document, listed.meeting, record.citation)),
    ]
    return [_words(listed), "", *(f"{name}: {legal(value)}" for name, value in told if value)]


def _changed(listed: Listed) -> date:
    """The day of the meeting, or of the later one that says what became of the record."""
    said = listed.followed and rests_on(listed.followed)
    days = [_day(listed.meeting), _day(said.meeting) if said else None]
    return max(filter(None, days))


def _day(meeting: Meeting) -> date | None:
    return date.fromisoformat(meeting.date) if meeting.date and DAY.fullmatch(meeting.date) else None


def _instant(day: date | None) -> str:
    return f"{day}T00:00:00Z"


def _whose(holdings: Holdings) -> list[str]:
    return [each for each in (holdings.filters.body, holdings.filters.organisation) if each]


def _put(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = legal(text)


def _counts(entries: Sequence[tuple[Listed, bool]]) -> dict[str, int]:
    decisions = sum(isinstance(each.record, Decision) for each, _ in entries)
    return {"decision": decisions, "promised action": len(entries) - decisions}
