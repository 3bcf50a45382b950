"""Titles with a code for a number: "AV.1 NEW COURSES", "Gifts (G-4)"."""

import re
from dataclasses import replace

from extract.items.heading import HEADING_WORDS, OUTLINE, Heading, text_of
from minutes.model import Document

NUMBERED = 5  # items; where they have numbers, a list of actions at the end without one is no business
_CODE = re.compile(r"(?P<number>[A-Z]{1,5}\.\s?\d{1,3}(?:\.\d{1,2})*|[A-H][IVX]{1,5}|[IVX]{2,5})[.:]?\s+(?=[A-Z])")
_AT_END = re.compile(r"\s+\((?P<number>[A-Z](?:-[\dI]{1,2}[a-z]?)?(?:(?:/|, )[A-Z]-\d{1,2}[a-z]?)?)\)$")


def coded_at_end(headings: list[Heading]) -> list[Heading]:
    """Titles that end in their place on the agenda, "Minutes Approved (D)", "Gifts (G-4)", with that as the number.

    The heading of the meeting stands before the first of them, who signed after the last.
    """
    ends = [None if heading.number else _AT_END.search(heading.title) for heading in headings]
    coded = [index for index, end in enumerate(ends) if end]
    if len(coded) < NUMBERED or 2 * len(coded) < len(headings):
        return headings
    return [
        replace(heading, title=heading.title[: end.start()], number=end["number"]) if end else heading
        for heading, end in zip(headings[coded[0] : coded[-1] + 1], ends[coded[0] : coded[-1] + 1], strict=True)
    ]


def coded_lines(document: Document) -> dict[int, Heading]:
    """Lines in capitals that begin with a code, as in a consent agenda: "AV.1 ENGLISH: NEW COURSES"."""
    found: dict[int, Heading] = {}
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind in ("paragraph", "heading") and not block.label else ""
        code = _CODE.match(text) if text.isupper() and len(text.split()) <= HEADING_WORDS else None
        if code:
            title = text[code.end() :].rstrip(": ")
            found[index] = Heading(
                block.start, block.end, title, code["number"], "items.coded", index, block.size or 0.0
            )
    adjacent = sum(index + 1 in found for index in found)
    listed = 2 * adjacent >= len(found)
    return {i: replace(h, listed=listed) for i, h in found.items()} if len(found) >= OUTLINE else {}
