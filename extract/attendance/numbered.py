"""Numbered lists of those who were there, which are no items."""

import re

from extract.attendance.labels import HEAD, LABEL, OFFICE, label_of
from extract.people.lists import people_in
from extract.people.words import TITLES, is_role
from extract.text import content_start
from minutes.model import Block, Document

SENTENCE = 120  # characters of a sentence that is a label
_TYPED = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?=[A-Z])")  # "7 Ms Ada Brindle Member", in a line that has no label
# "Ms Ada Brindle Special Invitee": what somebody is, behind a name without a sign between them
_OFFICE = r"(?:Chair(?:man|woman|person)?|Conven[eo]r|Invitee|Member|Nominee|President|Principal|Secretary|Treasurer)"
_OFFICE_LAST = re.compile(
    rf"(?P<name>[^,;:()|…–—\t]{{4,50}}?(?<!\s-))\s+(?P<office>(?:(?:Vice|Deputy|Joint|Special|Permanent|Co-?opted"
    rf"|Ex[- ]?officio)[- ])?{_OFFICE}(?:\s?(?:[&/-]|and)\s?{_OFFICE})*)\.?"
)
_HONOURED = re.compile(rf"(?:{TITLES}|Shri|Smt|Sri)\b")
_WRAPPED = re.compile(r"[^()]{2,40}[)}\]]\W*")  # the end of what stands in brackets behind a name
_COULD_NOT = re.compile(r"\bfollowing (?:[\w’'-]+ ){0,4}(?:present|attended|absent|could not|not attend|sent)\b")


def people_listed(document: Document) -> set[int]:
    """The blocks numbered from 1 under a label of who was there or was not: "PRESENT", "1. Ada Brindle, Chair"."""
    found: set[int] = set()
    labelled, last = False, 0
    for index, block in enumerate(document.blocks[:HEAD]):
        if block.furniture or block.kind == "table_row":
            continue
        text = document.text[content_start(document, block) : block.end].strip()
        number, text = _number_of(block, text)
        if text.isdigit() or (labelled and _WRAPPED.fullmatch(text)):
            continue  # the number of a page, over which the list goes on, or the rest of the line above
        if number is None:
            short = len(text) < LABEL or (len(text) < SENTENCE and text.endswith(":"))
            label, rest = label_of(text) if short else (None, 0)
            if (label and rest >= len(text)) or _COULD_NOT.search(text):
                labelled, last = True, 0
        elif labelled and number == last + 1 and names_first(text):
            found.add(index)
            last = number
        elif not (is_role(text) and len(text.split()) <= OFFICE):
            labelled = False
    return found


def name_and_office(text: str) -> tuple[int, int, str | None]:
    """Where the name of a numbered line begins and ends, and the office behind it; null where a sign parts the two."""
    typed = _TYPED.match(text)
    start = typed.end() if typed else 0
    told = _OFFICE_LAST.fullmatch(text, start) if _HONOURED.match(text, start) else None
    return (start, told.end("name"), told["office"]) if told else (start, len(text), None)


def _number_of(block: Block, text: str) -> tuple[int | None, str]:
    """The number of a line, as its label or typed before its text, and the text without it."""
    if block.label:
        digits = re.fullmatch(r"\W*(\d{1,3})\W*", block.label)
        return (int(digits[1]) if digits else None), text
    typed = _TYPED.match(text)
    return (int(typed["number"]), text[typed.end() :]) if typed else (None, text)


def names_first(text: str) -> bool:
    """Whether a line begins with somebody's name, which may have a title."""
    first = re.split(r",|\s[–—-]\s|\(|…", text)[0].strip()
    titled = re.match(rf"(?:{TITLES}|[A-Z][a-z]{{0,2}}\.)\s*[A-Z]", first)
    return bool(titled or (len(first.split()) <= 5 and len(people_in(first)) == 1))
