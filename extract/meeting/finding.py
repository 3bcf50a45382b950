"""The meeting that a document is of or for: one answer a question, most of them from the lines at its head."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.bodies.body import find_body, whose_seat, with_its_council
from extract.bodies.organisation import find_organisation
from extract.bodies.words import LINES, head_of, spelled_out
from extract.findings import Findings, findings
from extract.meeting.day import day_of
from extract.meeting.place import place_of
from extract.meeting.times import end_time, start_time
from minutes.model import Meeting


def find_meeting(doc: Doc) -> Doc:
    """spaCy component: organisation, body, date, place, times and status."""
    found = findings(doc)
    document = found.document
    head = head_of(document)
    organisation, body = _whose(found)
    found.meeting = Meeting(
        organisation=organisation,
        body=body,
        date=day_of(document, head, found.kind),
        place=place_of(head[:LINES]),
        start_time=start_time(head[:LINES]),
        end_time=end_time(document),
        status=_status(head),
    )
    whole = f"{organisation} {body}" if organisation and body else None  # "BJSC", Barge Joinery’s Steering Committee
    found.acronyms = frozenset(_acronyms(organisation, body, whole))
    return doc


def _whose(found: Findings) -> tuple[str | None, str | None]:
    """The organisation and the body, as the document names them, or as the profile knows them."""
    document = found.document
    printed = find_organisation(document, found.kind)
    organisation = printed or found.profile.organisation
    body = find_body(document, found.kind, printed) or found.profile.body
    body = spelled_out(body, document.text) or body if body and body.isupper() else body
    organisation, body = with_its_council(organisation, body)
    organisation = organisation or (whose_seat(document, body) if body else None)
    if found.profile.settled:
        organisation, body = found.profile.organisation or organisation, found.profile.body or body
    return organisation, body


def _status(head: list[str]) -> str | None:
    """Whether the minutes say that they are a draft or have been confirmed."""
    words = " ".join(head[:8])
    if re.search(r"\bdraft\b|\bto be (?:confirmed|approved)\b|\bunconfirmed\b", words, re.IGNORECASE):
        return "draft"
    if re.search(r"\bconfirmed minutes\b|\bapproved minutes\b", words, re.IGNORECASE):
        return "confirmed"
    return None


def _acronyms(*names: str | None) -> Iterator[str]:
    """The letters that names go by: of "Example Community Council" ECC, and CC to those who live there."""
    for name in names:
        capitals = "".join(
            word[0] for word in re.findall(r"[A-Za-z]+", name or "") if word.casefold() not in ("of", "the", "and")
        )
        yield from (capitals[start:].upper() for start in range(len(capitals) - 1))
