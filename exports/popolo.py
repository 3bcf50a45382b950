"""Popolo and Open Civic Data as JSON: who met, what was moved there, and who voted how.

https://www.popoloproject.com/specs/ for organizations, persons, memberships, motions and vote events;
https://open-civic-data.readthedocs.io/ for events with their agenda. What neither has a name for stands in `extras`.

A person is one name, as one organisation's documents print it. "Cllr Quill", who moved or voted, is "Cllr B. Quill"
whom the same meeting lists, if nobody else there could be meant; whether others are the same is left to whoever knows
them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from exports.holdings import Exported, Holdings, file_name
from exports.tables import roll_call
from index.people import meant
from minutes.found import Listed
from minutes.model import Action, Attendance, Decision, Document, DocumentInfo, Meeting, Minutes, Votes, content_id
from rows import to_json

Thing = dict[str, Any]
RESULTS = {"approved": "pass", "rejected": "fail"}  # of other outcomes Popolo knows no word
OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}


def popolo(holdings: Holdings) -> Exported:
    """One file with a list of each kind of thing."""
    gathered = Gathered(holdings)
    text = to_json(gathered.lists).encode()
    nouns = ("organization", "person", "membership", "event", "motion", "vote_event")
    counts = zip(nouns, map(len, gathered.lists.values()), strict=True)
    return Exported({"popolo.json": text}, {noun.replace("_", " "): count for noun, count in counts})


class Gathered:
    """The things, each once, in the order in which documents name them."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._organizations: dict[str, Thing] = {}
        self._persons: dict[str, Thing] = {}
        self._memberships: dict[str, Thing] = {}
        self._came: Sequence[Attendance] = ()  # to the meeting whose minutes are at hand
        decisions = sorted(holdings.records("decision"), key=lambda each: each.document.id)
        decided = {key: list(found) for key, found in groupby(decisions, key=lambda each: each.document.id)}
        events: list[Thing] = []
        motions: list[Thing] = []
        vote_events: list[Thing] = []
        for document, minutes in holdings.documents():
            self._came = minutes.attendance
            of = decided.get(document.id, [])
            if _event_id(minutes.document):
                events.append(self._event(document, minutes, of))
            for listed in of:
                motions.append(self._motion(listed))
                vote_events += self._vote_event(listed)
        self.lists = {
            "organizations": list(self._organizations.values()),
            "persons": list(self._persons.values()),
            "memberships": list(self._memberships.values()),
            "events": events,
            "motions": motions,
            "vote_events": vote_events,
        }

    def _organization(self, meeting: Meeting) -> str | None:
        """The body that met, part of its organisation; null where neither is named."""
        parent = None
        if meeting.organisation:
            parent = content_id("org", meeting.organisation.casefold())
            self._organizations.setdefault(parent, {"id": parent, "name": meeting.organisation})
        if not meeting.body:
            return parent
        own = content_id("org", (meeting.organisation or "").casefold(), meeting.body.casefold())
        self._organizations.setdefault(
            own, {"id": own, "name": meeting.body, "classification": "committee", "parent_id": parent}
        )
        return own

    def _person(self, name: str | None, meeting: Meeting) -> str | None:
        if not name:
            return None
        own = content_id("per", (meeting.organisation or "").casefold(), name.casefold())
        self._persons.setdefault(own, {"id": own, "name": name})
        return own

    def _meant(self, name: str | None, meeting: Meeting) -> str | None:
        """The person whom the minutes at hand call `name`, by the name that they list them by."""
        return self._person(name and meant(name, self._came), meeting)

    def _event(self, document: Document, minutes: Minutes, decided: list[Listed]) -> Thing:
        meeting = minutes.meeting
        organization = self._organization(meeting)
        return {
            "id": _event_id(minutes.document),
            "name": meeting.body or meeting.organisation or document.title or file_name(minutes.document),
            "classification": "meeting",
            "organization_id": organization,
            "start_date": meeting.date,
            "start_time": meeting.start_time,
            "end_time": meeting.end_time,
            "location": {"name": meeting.place} if meeting.place else None,
            "participants": list(self._participants(minutes, organization)),
            "agenda": list(self._agenda(minutes, decided)),
            "sources": self._sources(minutes),
            "extras": {"minutes": meeting.status, "chair_id": self._meant(meeting.chair, meeting)},
        }

    def _participants(self, minutes: Minutes, organization: str | None) -> Iterator[Thing]:
        for each in minutes.attendance:
            person = self._person(each.name, minutes.meeting)
            if each.capacity == "member" and person and organization:
                own = content_id("mem", person, organization)
                self._memberships.setdefault(
                    own, {"id": own, "person_id": person, "organization_id": organization, "role": "member"}
                )
            yield {
                "entity_type": "person",
                "name": each.name,
                "id": person,
                "note": each.status,
                "extras": {"role": each.role, "capacity": each.capacity},
            }

    def _agenda(self, minutes: Minutes, decided: list[Listed]) -> Iterator[Thing]:
        for order, item in enumerate(minutes.items):
            under: list[Decision | Action] = [each.record for each in decided if isinstance(each.record, Decision)]
            yield {
                "id": item.id,
                "order": str(order),
                "description": item.title,
                "parent_id": item.parent_id if item.parent_id in self._holdings.items else None,
                "related_entities": [
                    {"entity_type": "motion", "id": each.id, "name": None, "note": "decided"}
                    for each in under
                    if each.item_id == item.id
                ],
                "extras": {"number": item.number, "page": item.citation.page},
            }

    def _motion(self, listed: Listed) -> Thing:
        decision, meeting = listed.record, listed.meeting
        if not isinstance(decision, Decision):
            raise TypeError("a motion is made of a decision")
        return {
            "id": decision.id,
            "organization_id": self._organization(meeting),
            "event_id": _event_id(listed.document),
            "creator_id": self._meant(decision.mover, meeting),
            "text": decision.text,
            "date": meeting.date,
            "result": RESULTS.get(decision.outcome),
            "sources": [self._source(listed)],
            "extras": {
                "outcome": decision.outcome,
                "seconder_id": self._meant(decision.seconder, meeting),
                "agenda_item_id": decision.item_id if decision.item_id in self._holdings.items else None,
                "quote": decision.citation.quote,
            },
        }

    def _vote_event(self, listed: Listed) -> Iterator[Thing]:
        """The vote on a decision, where it was counted or named or is said to have been unanimous."""
        decision, meeting = listed.record, listed.meeting
        if not isinstance(decision, Decision) or not decision.votes:
            return
        votes = decision.votes
        counted = (votes.for_, votes.against, votes.abstain) if isinstance(votes, Votes) else (None, None, None)
        yield {
            "id": f"vote-{decision.id}",
            "motion_id": decision.id,
            "organization_id": self._organization(meeting),
            "start_date": meeting.date,
            "result": RESULTS.get(decision.outcome),
            "counts": [
                {"option": option, "value": value}
                for option, value in zip(OPTIONS.values(), counted, strict=True)
                if value is not None
            ],
            "votes": [
                {"voter_id": self._meant(name, meeting), "option": OPTIONS[vote]} for vote, name in roll_call(decision)
            ],
            "sources": [self._source(listed)],
            "extras": {"unanimous": True if votes == "unanimous" else None},
        }

    def _sources(self, minutes: Minutes) -> list[Thing]:
        return [{"url": self._holdings.source(minutes.document), "note": minutes.document.title}]

    def _source(self, listed: Listed) -> Thing:
        page = listed.record.citation.page
        return {"url": self._holdings.source(listed.document), "note": f"page {page}" if page else None}


def _event_id(document: DocumentInfo) -> str | None:
    """The meeting that a document is the minutes of; a report may tell of decisions, but is no meeting."""
    return f"event-{document.id}" if document.kind == "minutes" else None
