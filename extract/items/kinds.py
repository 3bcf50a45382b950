"""Titles of which each says what kind of business it is: "ACTION: Minutes" beside "Information: The weir"."""

import re

from extract.items.heading import text_of
from extract.items.looks import is_all_bold
from extract.items.titles import is_title_like
from extract.people.words import NAME, is_role
from minutes.model import Document

_KIND = re.compile(
    r"(?P<kind>(?P<marks>(?:(?:consent|discussion)(?:/| and | & ))?(?:possible )?(?:action|decision|vote))(?: items?)?"
    r"|(?:for )?information(?:al)?(?: items?| only)?|discussion(?: items?| only)?|presentation|report|update|briefing"
    r"|public hearing)\s?(?::|\s[–-])\s+(?P<title>(?=[A-Z\d])\S.*)",
    re.IGNORECASE,
)
_SEVERAL = 3  # titles of which each says its kind
_TASK = re.compile(
    r"\bto (?!(?:the|an?|its|our|this|that)\b)[a-z]+|\b(?:by|before|due) (?:the )?\d|\b(?i:owner|lead|due|deadline):"
)
_LETTERS = re.compile(r"[A-Z]{2,3}(?:(?:/|, ?| & | and )[A-Z]{2,3})*\.?")  # "ACTION: UK/TO"
_OF_RECORD = re.compile(r"(?:minutes|agenda)(?: of .*)?", re.IGNORECASE)
_OFFICE = 4  # words


def kinds_of_business(document: Document) -> set[int]:
    """The lines set apart that begin with the kind of business they head, where more than tasks are headed so."""
    told = {
        index: kind
        for index, block in enumerate(document.blocks)
        if (block.bold or block.kind == "heading")
        and not block.furniture
        and (kind := _KIND.match(text_of(document, block)))
        and (block.kind == "heading" or is_all_bold(block, document))
    }
    marks = [kind["title"].strip() for kind in told.values() if kind["marks"]]
    if len(told) < _SEVERAL or len(marks) in (0, len(told)):
        return set()
    above = document.text[: document.blocks[min(told)].start]
    return set(told) if all(_is_title(title, above) for title in marks) else set()


def _is_title(title: str, above: str) -> bool:
    """Whether words behind "Action:" name business, and neither a task nor who is to do it, one of those `above`."""
    if _OF_RECORD.fullmatch(title):
        return True
    if not is_title_like(title) or _TASK.search(title) or _LETTERS.fullmatch(title):
        return False
    somebody = NAME.fullmatch(title) and title in above
    return not somebody and not (is_role(title) and len(title.split()) <= _OFFICE)
