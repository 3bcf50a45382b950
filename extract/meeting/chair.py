"""Who was in the chair: "Cllr Ada Brindle (Chair)" among those present, "TO chaired the meeting"."""

import re

from spacy.tokens import Doc

from extract.bodies.words import head_of
from extract.findings import Findings, findings
from extract.people.words import TITLES

_CHAIR = re.compile(
    r"(?:.+, )?(?:the |acting |[A-Z]{2,6} )?chair(?:man|woman|person)?"
    r"(?: of the (?:board|committee|council|meeting|panel))?",
    re.IGNORECASE,
)


def find_chair(doc: Doc) -> Doc:
    """spaCy component: the chair, once the attendance is known."""
    found = findings(doc)
    chairs = [entry for entry in found.attendance if _CHAIR.fullmatch(entry.role or "")]
    chairs.sort(key=lambda entry: entry.capacity == "in attendance")  # a guest may chair something else
    chair = _told_to_chair(found) or (chairs[0].name if chairs else None)
    found.meeting = found.meeting.model_copy(update={"chair": chair})
    return doc


_CHAIR_NAME = rf"(?:(?:{TITLES} )*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}})"
_CHAIRED = re.compile(
    rf"\b[Cc]haired by (?:the )?(?P<by>{_CHAIR_NAME})\b"
    rf"|(?<!\w)(?P<who>{_CHAIR_NAME}) (?:chaired the meeting|took the [Cc]hair|was in the [Cc]hair|presided)\b"
)


def _told_to_chair(found: Findings) -> str | None:
    """Who "chaired the meeting", by name or by initials."""
    head = "\n".join(head_of(found.document))
    match = _CHAIRED.search(head) if re.search(r"chair|presided", head, re.IGNORECASE) else None  # a name is costly
    name = match and (match["by"] or match["who"])
    initials = {entry.initials: entry.name for entry in found.attendance if entry.initials}
    return initials.get(name, name if " " in name else None) if name else None
