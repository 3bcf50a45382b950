"""Numbered lists of those who were there, which are no items."""

import re

from extract.attendance.labels import HEAD, LABEL, OFFICE, label_of
from extract.people.lists import people_in
from extract.people.words import TITLES, is_role
from extract.text import content_start
from minutes.model import Document

SENTENCE = 120  # characters of a sentence that is a label
_COULD_NOT = re.compile(r"\bfollowing (?:[\w’'-]+ ){0,4}(?:present|attended|absent|could not|not attend|sent)\b")


def people_listed(document: Document) -> set[int]:
    """The blocks numbered from 1 under a label of who was there or was not: "PRESENT", "1. Ada Brindle, Chair"."""
    found: set[int] = set()
    labelled, last = False, 0
    for index, block in enumerate(document.blocks[:HEAD]):
        if block.furniture or block.kind == "table_row":
            continue
        text = document.text[content_start(document, block) : block.end].strip()
        number = int(digits[0]) if block.label and (digits := re.findall(r"^\W*(\d{1,3})\W*$", block.label)) else None
        if number is None:
            short = len(text) < LABEL or (len(text) < SENTENCE and text.endswith(":"))
            label, rest = label_of(text) if short else (None, 0)
            if (label and rest >= len(text)) or _COULD_NOT.search(text):
                labelled, last = True, 0
        elif labelled and number == last + 1 and _names_first(text):
            found.add(index)
            last = number
        elif not (is_role(text) and len(text.split()) <= OFFICE):
            labelled = False
    return found


def _names_first(text: str) -> bool:
    """Whether a line begins with somebody's name, which may have a title."""
    first = re.split(r",|\s[–—-]\s|\(|…", text)[0].strip()
    titled = re.match(rf"(?:{TITLES}|[A-Z][a-z]{{0,2}}\.)\s*[A-Z]", first)
    return bool(titled or (len(first.split()) <= 5 and len(people_in(first)) == 1))
