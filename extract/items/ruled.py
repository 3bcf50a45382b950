"""Titles under a rule: where lines of dashes or ornaments part the business, the short line below each of them."""

import re

from extract.items.heading import Heading, as_heading, block_below, text_of
from extract.items.looks import is_signature
from extract.items.titles import DATE_LINE, is_title_like, names_body
from minutes.model import Document

# "-----", "* * *", "~~~~~~~", "♦♦♦ ♦♦♦"; a line to sign on is none
_RULE = re.compile(r"(?=\S*([^\w\s.,:;()\[\]|]))\1{2,}(?:\s+\1{2,})*|(?:([*~#•♦◆–—=-])\s+)(?:\2\s+)+\2")
_SEVERAL = 3  # rules, of which each has a title below it or another rule
_TITLE = 10  # words
_PAGE = re.compile(r"\d{1,3}|page \d.*", re.IGNORECASE)
_STACKED = 3  # lines under one rule: "Council meeting", "Work session", "Police services"


def ruled_titles(document: Document) -> list[Heading]:
    """The short lines right under rules, and those right under them, each over a sentence in the end."""
    rules = [
        index
        for index, block in enumerate(document.blocks)
        if block.kind == "paragraph" and not block.label and _RULE.fullmatch(text_of(document, block))
    ]
    if len(rules) < _SEVERAL:
        return []
    titles = [title for rule in rules for title in _under(document, rule + 1)]
    return [
        as_heading(document, index, "items.bare", title=text_of(document, document.blocks[index])) for index in titles
    ]


def _under(document: Document, index: int) -> list[int]:
    """The titles from a block on that stand over text; none where something else stands there."""
    titles: list[int] = []
    for at in range(index, min(index + _STACKED + 1, len(document.blocks))):
        block = document.blocks[at]
        text = text_of(document, block)
        if titles and text.endswith((".", "?", "!", ":")):
            return titles
        short = block.kind == "paragraph" and not block.label and len(text.split()) <= _TITLE
        if not short or not is_title_like(text) or DATE_LINE.fullmatch(text) or _PAGE.fullmatch(text):
            return titles if titles and not short else []
        if is_signature(text) or block_below(document, at) is None:
            return []
        if not names_body(text):
            titles.append(at)
    return []
