"""Who stood in for whom, who came late and who left early: what minutes say of each of those present."""

import re
from collections.abc import Iterator

from extract.decisions.votes.names import NAME
from extract.findings import Findings
from minutes.model import Attendance

_INITIALS = r"[A-Z][A-Za-z]?[A-Z]{1,2}"
_STOOD_IN = r"(?:substitut(?:e|ed|ing)|deputi[sz](?:ed|ing)|stood in|standing in|sub\.?)"
_FOR = re.compile(rf"(?:\b(?:as (?:a )?)?{_STOOD_IN} |^)for (?P<whom>{NAME})", re.IGNORECASE)
_TIME = r"(?:\d{1,2}[.:]\d\d ?(?:[ap]\.m\.|[ap]m\b)?|\d{1,2} ?(?:[ap]\.m\.|[ap]m\b))"
_ITEM = r"(?:(?:(?:agenda |minute )?items?|minute) )?(?:no\.? ?)?(?:[A-Z]+/)*\d+(?:[./]\d+)*"
_WHEN = (
    r"(?P<when>(?:(?:at|from|after|before|during|prior to|following|until|for) )?"
    rf"(?:{_TIME}(?: during item \d+)?|{_ITEM}))"
)
# What is printed beside a name: "(left after item 6)", "arr 5.45pm", "from 7.15 pm", "until item 4".
_ARRIVED = re.compile(rf"\b(?:arr(?:ived|iving|\.)?|joined|from)(?: the meeting)? {_WHEN}", re.IGNORECASE)
_LEFT = re.compile(rf"\b(?:left|leaving|departed|until|to)(?: the meeting)? {_WHEN}", re.IGNORECASE)
# In the cell that says whether somebody came: "Present (arrived 7.20 pm)"
_STATED = re.compile(r"\t\s*(?:present|attended|in attendance)\b(?P<more>[^\t\n]{4,60})", re.IGNORECASE)
# What is told: "Cllr Orme left the meeting at 8.15 pm."
_TOLD = re.compile(
    rf"(?P<who>{NAME}|{_INITIALS}) (?P<verb>left|joined|arrived(?: at)?|departed from) (?:the )?(?:meeting|call)\b"
    rf"(?: {_WHEN})?(?P<rest>.*)",
    re.DOTALL,
)
_STOOD = re.compile(_STOOD_IN)
_STANDS_IN = re.compile(
    rf"(?P<who>{NAME}) (?:was |attended as |attending as |acted as )?(?:a |the )?{_STOOD_IN} for (?P<whom>{NAME})"
)
# Who goes for one item because of an interest, or comes back, has not left.
_FOR_A_WHILE = re.compile(
    r"\b(?:while|whilst|interest|for (?:this|the|that) item|took no part"
    r"|during (?:the )?(?:consideration|discussion|debate))\b"
)
_BACK = re.compile(rf"(?P<who>{NAME}|{_INITIALS}) (?:returned|re-?joined)\b")


_CAMES = re.compile(r"\b(?:entered|arrived|came in|joined)\b")
# "At this point Mr Orme entered and took part." He had been listed as absent. What he joined years ago or sent in,
# "joined the Board in 2019", "entered his apologies", is something else.
_CAME_IN = re.compile(
    rf"(?P<who>{NAME}) (?:then |now |also )?"
    r"(?:(?:entered|arrived|came in)(?: (?:at |to )?the (?:meeting|room|chamber|hall|call))?"
    r"|joined (?:the )?(?:meeting|call|board))"
    r"(?=\s*(?:[.,;(]|$)| (?:and|at \d|at (?:about|around)|during|late|after|before|just|online|remotely)\b)"
)


def with_comings(found: Findings) -> list[Attendance]:
    """The attendance with whom each stands in for, and when each came and left, as far as the minutes say."""
    told = list(_told(found))
    came = _who_came_in(found) if any(entry.status == "absent" for entry in found.attendance) else set()
    entries = [
        entry.model_copy(update={"status": "present", "capacity": "member"})
        if entry.status == "absent" and any(_is(name, entry) for name in came)
        else entry
        for entry in found.attendance
    ]
    return [_with(found, entry, told) if entry.status == "present" else entry for entry in entries]


def _who_came_in(found: Findings) -> set[str]:
    """Those who a sentence says came to the meeting while it went on."""
    text = found.document.text
    told = (text[sentence.start : sentence.end] for sentence in found.sentences)
    return {
        match["who"]
        for words in told
        if _CAMES.search(words) and not _FOR_A_WHILE.search(words)
        for match in _CAME_IN.finditer(words)
    }


def _with(found: Findings, entry: Attendance, told: list[tuple[str, str, str]]) -> Attendance:
    beside = " ".join((entry.role or "", _in_cell(found, entry)))
    known: dict[str, str | None] = {}
    stood_in = _FOR.search(beside) if entry.capacity == "substitute" or _STOOD.search(beside) else None
    if stood_in:
        known["substitute_for"] = stood_in["whom"]
    for field, pattern in (("arrived", _ARRIVED), ("left", _LEFT)):
        if match := pattern.search(beside):
            known[field] = match["when"].strip()
    for name, field, value in told:
        if _is(name, entry) and sum(_is(name, other) for other in found.attendance) == 1:
            known.setdefault(field, value)
    if "substitute_for" in known:
        known["capacity"] = "substitute"
    return entry.model_copy(update=known)


def _in_cell(found: Findings, entry: Attendance) -> str:
    """What the row of a table says of somebody behind "Present"."""
    at = entry.citation.end if entry.citation else 0
    block = found.document.blocks[found.document.block_index(max(at - 1, 0))]
    told = _STATED.search(found.document.text, at, block.end) if block.kind == "table_row" else None
    return told["more"] if told else ""


def _told(found: Findings) -> Iterator[tuple[str, str, str]]:
    """Name, field and value of what the sentences tell."""
    text = found.document.text
    said = [(sentence, text[sentence.start : sentence.end]) for sentence in found.sentences]
    returned = (words for _, words in said if "return" in words or "joined" in words)  # as few sentences tell
    back = {match["who"].split()[-1] for words in returned for match in _BACK.finditer(words)}
    for sentence, words in said:
        if " for " in words and _STOOD.search(words) and (stands_in := _STANDS_IN.search(words)):
            yield stands_in["who"], "substitute_for", stands_in["whom"]
        match = _TOLD.match(words)
        if not match or match["who"].split()[-1] in back or _FOR_A_WHILE.search(match["rest"]):
            continue
        number = next((i.number for i in found.items if i.id == found.item_id(sentence.start)), None)
        when = match["when"] or (f"item {number}" if number else None)
        if when:
            yield match["who"], "left" if match["verb"].startswith(("left", "dep")) else "arrived", when.strip()


def _is(name: str, entry: Attendance) -> bool:
    """Whether a name or initials may mean a person on the list."""
    return name == entry.initials or name.split()[-1] == re.sub(r"[,(].*", "", entry.name).split()[-1]
