"""Titles with a code for a number: "AV.1 NEW COURSES", "Gifts (G-4)"."""

import re
from dataclasses import replace
from itertools import pairwise

from extract.items.heading import HEADING_WORDS, OUTLINE, Heading, text_of
from minutes.model import Document

NUMBERED = 5  # items; where they have numbers, a list of actions at the end without one is no business
_CODE = re.compile(r"(?P<number>[A-Z]{1,5}\.\s?\d{1,3}(?:\.\d{1,2})*|[A-H][IVX]{1,5}|[IVX]{2,5})[.:]?\s+(?=[A-Z])")
# What is no plain number: "MB24-07", "MB/07", "M.041/24", "41/MB/24", "MB 2024-25/041"
_AT_START = re.compile(
    r"(?P<number>[A-Z]{1,4}\(\d{1,3}\)\d{1,3}(?:\.[ivx]{1,4})?"  # "MB(3)4.ii", of the third meeting
    r"|(?!(?:Q|FY)\d)(?:[A-Z]{1,6}[./]? ?)?(?=[A-Z./–-]{0,12}\d)[A-Z]{0,6}\d{1,4}(?:[A-Z]{1,4}\d{0,4})?"
    r"(?:[./–-](?:[A-Z]{1,5}|[A-Z]{0,4}\d{1,4}[A-Z]?)){0,4})[.:)]?(?: [–-])?\s+(?=[A-Z]|[a-z]+\.[a-z])"
)
# "Action (Consent): A. Fees", "Discussion, Information: B. The mill": what is to be done with an entry, and its letter
_CLASS = r"(?:Action|Information|Discussion|Consent|Procedural|Presentation|Recognition|Reports?|Hearing)"
_CLASSED = re.compile(
    rf"{_CLASS}(?:(?:, | / |/| and ){_CLASS})*(?: \(\w+\))?: (?P<number>[A-Z]{{1,2}})\.\s+(?=[A-Z\d])(?!\w+ to [a-z])"
)
_AT_END = re.compile(r"\s+\((?P<number>[A-Z](?:-[\dI]{1,2}[a-z]?)?(?:(?:/|, )[A-Z]-\d{1,2}[a-z]?)?)\)$")

_PLACED = re.compile(rf"{_AT_END.pattern}|\s\((?P<first>[A-Z]-\d{{1,2}})(?: (?:through|to|and) [A-Z]-\d{{1,2}})+\)$")
# "APPLICATION: ABC 2041-00073, 12 MILL LANE", also behind the answer to the label above it
_CASE = re.compile(
    r"(?:N/A\s+)?(?:APPLICATION|CASE|PETITION)(?: NO\.?| NUMBER)?\s?[:#]\s?"
    r"(?P<number>(?:[A-Z]{1,8}[ /-]?)?\d{2,4}[/-]\d{1,6}(?:[/-][A-Z\d]{1,5})?)\s?(?:[,:]|[–-](?=\s))\s*(?=\S)"
)
# "Gifts (G-4) Acceptance of a gift to the mill school.": the text runs in from the title and its place
_RUNS_IN = re.compile(
    r"[A-Z](?:[^.?!;]|\.(?! )|(?<=\bNo)\.(?= )){2,240}?"
    r"\s\([A-Z](?:-[\dI]{1,2}[a-z]?)?(?:/[A-Z]-\d{1,2}[a-z]?)?\)(?=\s+[A-Z])"
)


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


def coded_at_start(headings: list[Heading]) -> list[Heading]:
    """Titles that begin with codes that count on, "MB24-07 Fees" and "MB24-08 Bins", with these as their numbers."""
    counted = list(headings)
    for index, start in _counting_on([None if heading.number else heading.title for heading in headings]).items():
        counted[index] = replace(headings[index], title=headings[index].title[start.end() :], number=start["number"])
    return counted


def coded_headings(document: Document) -> set[int]:
    """The blocks set as headings that begin with codes that count on."""
    blocks = [index for index, block in enumerate(document.blocks) if block.kind == "heading" and not block.label]
    return {blocks[at] for at in _counting_on([text_of(document, document.blocks[index]) for index in blocks])}


def _counting_on(titles: list[str | None]) -> dict[int, re.Match[str]]:
    """The codes before titles, by the place of each, where most of those alike count on from one to the next."""
    made: dict[str, dict[int, re.Match[str]]] = {}
    for index, title in enumerate(titles):
        if title and (start := _AT_START.match(title)):
            made.setdefault(_shape_of(start["number"]), {})[index] = start
    told: dict[int, re.Match[str]] = {}
    for alike in made.values():
        codes = [start["number"] for start in alike.values()]
        following = sum(counts_on(one, other) for one, other in pairwise(codes))
        if len(codes) >= OUTLINE and 2 * following > len(codes) - 1:
            told |= alike
    return told


def _shape_of(code: str) -> str:
    """What codes that count on have alike; of "MBF/01/09/24" and "MBC/02/09/24", not the letters before a date."""
    shape = re.sub(r"\d+", "0", re.sub(r"\.[ivx]+$", "", code))
    return shape.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if shape.endswith("/0/0/0") else shape


def counts_on(one: str, other: str) -> bool:
    """Whether a code differs from the one before it in one number, which is one higher."""
    before, after = re.findall(r"\d+", one), re.findall(r"\d+", other)
    if len(before) != len(after):
        return False
    steps = [int(b) - int(a) for a, b in zip(before, after, strict=True)]
    return sorted(steps) == [0] * (len(steps) - 1) + [1]


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


def placed_lines(document: Document) -> dict[int, Heading]:
    """Plain lines that end in their place on the agenda, in its order: "Minutes Approved (D)", "Gifts (G-4)".

    So it is with the beginnings of paragraphs, where a page has lost its lines: "Gifts (G-4) Acceptance of a gift ...".
    """
    found: dict[int, Heading] = {}
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind == "paragraph" and not block.label else ""
        runs_in = _RUNS_IN.match(text)
        title = runs_in[0] if runs_in else text
        if (
            title[:1].isupper()
            and title.endswith(")")
            and len(title.split()) <= HEADING_WORDS
            and _PLACED.search(title)
        ):
            end = block.start + len(title) if runs_in else block.end
            found[index] = Heading(block.start, end, title, None, "items.coded", index, block.size or 0.0)
    letters = [
        (placed["number"] or placed["first"])[0]
        for heading in found.values()
        if (placed := _PLACED.search(heading.title))
    ]
    return found if len(found) >= NUMBERED and letters == sorted(letters) else {}


def classed_lines(document: Document) -> dict[int, Heading]:
    """Lines that say what is to be done with an entry of the agenda before its letter: "Action: A. Fees"."""
    found: dict[int, Heading] = {}
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind in ("paragraph", "heading") else ""
        if classed := _CLASSED.match(text):
            start = block.end - len(text) + classed.end()
            title = text[classed.end() :].rstrip(": ")
            found[index] = Heading(start, block.end, title, classed["number"], "items.coded", index, block.size or 0.0)
    return found if len(found) >= OUTLINE else {}


def case_lines(document: Document) -> dict[int, Heading]:
    """Lines in capitals that label a case heard: "APPLICATION: ABC 2041-00073, 12 MILL LANE – PORCH"."""
    found: dict[int, Heading] = {}
    for index, block in enumerate(document.blocks):
        text = text_of(document, block) if block.kind == "paragraph" and not block.label else ""
        if text.isupper() and len(text.split()) <= HEADING_WORDS and (case := _CASE.match(text)):
            start = block.end - len(text) + case.start("number")
            title = text[case.end() :].rstrip(": ")
            found[index] = Heading(start, block.end, title, case["number"], "items.coded", index, block.size or 0.0)
    return found if len(found) >= OUTLINE else {}
