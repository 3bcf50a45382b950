"""Agenda items: the titled headings of business, by number, by look and by place."""

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.findings import Findings, findings
from extract.items.bounds import appended_at, begins_at, parts_of_attendance
from extract.items.coded import (
    NUMBERED,
    case_lines,
    classed_lines,
    coded_at_end,
    coded_at_start,
    coded_lines,
    placed_lines,
)
from extract.items.disposed import disposed, disposed_lines
from extract.items.heading import Heading, as_heading, block_below, lettered, number_below, of_series, text_of
from extract.items.kinds import kinds_of_business
from extract.items.looks import heads_those, is_closing, is_front, is_front_label, is_set_apart
from extract.items.nesting import nested
from extract.items.plain import colon_titles, heads_text, opens_business, plain_titles, presented, presented_lines
from extract.items.referenced import referenced
from extract.items.repeated import without_contents, without_declared, without_echoes, without_labels
from extract.items.rows import heads_table, numbered_rows, titled_row
from extract.items.ruled import ruled_titles
from extract.items.run_in import (
    is_point,
    none_numbered,
    part_titles,
    run_in_capitals,
    run_in_title,
    with_capitals,
    without_details,
)
from extract.items.sections import with_text
from extract.items.series import numbered_titles
from extract.items.titles import TYPED
from extract.items.topics import with_topics
from extract.text import content_start
from minutes.model import Document

_ACTION_LIST = re.compile(
    r"(?:summary of |open |outstanding |agreed |(?:the )?\w+[’']s? )*actions?(?: (?:log|list|tracker"
    r"|summary|points)\b(?! from)|(?: \w+)? (?:at|from|during) (?:this|today[’']s) meeting$|$)"
    r"|.{3,60} [–—-] action (?:log|list|tracker)$",
    re.IGNORECASE,
)
_MANY = 40  # letters; a number above that is no entry's
_LETTERS = re.compile(r"(?:.{0,30}\b)?(?:correspondence|letters(?: received)?)\b(?:.{0,30})", re.IGNORECASE)
_BREAKS_OFF = re.compile(r",$|\([^()]{0,80}$|\s(?:&|and|of|or|the|for|with|on|in)$", re.IGNORECASE)
_ANNEX = re.compile(r"(?:annexe?|appendix|schedule) [A-Z\d]{1,3}", re.IGNORECASE)  # its title may stand below
PAGE_HEAD = 6  # blocks of a web page, in which it says what it is of
# The line of a meetings system that says where an item stood on an agenda
_ITEM_OF = re.compile(r"Meeting: \d\d?/\d\d/\d{4} ?[–-] .{3,120} \(Item (?P<number>\d{1,3}[a-z]?)\)$")


def find_items(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).items`."""
    found = findings(doc)
    headings = _page_item(found.document)
    # Of what stands under the one item of a page only what has a number is one, too.
    own = headings[0].number if headings else None
    headings += [
        h for h in _headings(found) if not headings or (h.number and h.number != own and h.start > headings[0].end)
    ]
    found.items = nested(found.document, without_details(found.document, headings))
    part_titles(found, headings)
    return doc


def _page_item(document: Document) -> list[Heading]:
    """The one item of a council site's page of an item or of its history: the heading that tells its name.

    It follows the words "Agenda item", or stands above "Meeting: 04/05/2024 - Mill Committee (Item 7)".
    """
    texts = [text_of(document, block) for block in document.blocks[: PAGE_HEAD + 1]]
    at = max((index for index, text in enumerate(texts) if text.casefold() == "agenda item"), default=len(texts)) + 1
    if at < len(texts):
        told = any(text_of(document, block).casefold() in ("minutes", "minutes:") for block in document.blocks)
        headed = told or document.blocks[at].kind == "heading"
        return [as_heading(document, at, "items.page", title=texts[at])] if headed else []
    for index, (above, line) in enumerate(pairwise(texts)):
        if (met := _ITEM_OF.match(line)) and document.blocks[index].kind == "heading":
            return [replace(as_heading(document, index, "items.page", title=above), number=met["number"])]
    return []


def _headings(found: Findings) -> list[Heading]:
    document = found.document
    meeting = found.kind in ("minutes", "agenda")
    headings = _read(found)
    if found.kind == "minutes":
        headings = without_contents(document, headings)
        if not headings:
            headings = presented(document) or run_in_capitals(document)
            headings = headings or max(colon_titles(document), plain_titles(document), ruled_titles(document), key=len)
        elif not any(heading.number for heading in headings):
            headings = with_capitals(document, headings)
        if not any(heading.number for heading in headings):
            headings = with_topics(document, headings)
        headings = without_declared(without_echoes(without_labels(headings)))
        headings = coded_at_end(coded_at_start(referenced(document, headings)))
        headings = _without_letters(headings)
    if sum(bool(heading.number) for heading in headings) >= NUMBERED:
        headings = _without_tasks(document, headings, parted=found.kind == "minutes")
    return headings if meeting else with_text(document, headings)


def _without_tasks(document: Document, headings: list[Heading], *, parted: bool) -> list[Heading]:
    """Less the lists of tasks, "Action log", and what has `parted` them: "New tasks" below it, over rows of a table."""
    kept: list[Heading] = []
    level: int | None = None  # of the list of tasks that goes on
    for heading in headings:
        block, text = document.blocks[heading.block], text_of(document, document.blocks[heading.block])
        below = block_below(document, heading.block)
        parts = parted and level is not None and block.kind == "heading" and block.level > level and below is not None
        if parts and below and below.kind in ("table_row", "list_item") and not (block.label or TYPED.match(text)):
            continue
        listing = _ACTION_LIST.match(heading.title) and not is_closing(document, heading.block)
        level = block.level if listing and not heading.number and block.kind == "heading" else None
        if heading.number or not listing:
            kept.append(heading)
    return kept


def _without_letters(headings: list[Heading]) -> list[Heading]:
    """Less the entries that count from one below "24/81 Correspondence": what came in, and no business of its own."""
    kept: list[Heading] = []
    counted = 0  # the last entry below such a title
    listing = False
    for heading in headings:
        number = heading.number or ""
        if listing and number.isdigit() and counted < int(number) <= _MANY:
            counted = int(number)
            continue
        listing = len(number) > 2 and not number.isdigit() and bool(_LETTERS.fullmatch(heading.title))
        counted = 0
        kept.append(heading)
    return kept


def _read(found: Findings) -> list[Heading]:
    """The headings from block to block: rows of a table, lines with codes, blocks set apart, numbered series."""
    document = found.document
    meeting = found.kind in ("minutes", "agenda")
    series = numbered_titles(document) if meeting else {}
    rows = numbered_rows(document, agenda=found.kind == "agenda")
    found.disposed = disposed(document) if found.kind == "minutes" else []
    others = {index for entry in found.disposed for index in entry.lines}
    others |= parts_of_attendance(document) if meeting else set()
    told_by_code = (coded_lines, classed_lines, placed_lines, case_lines)
    coded = {at: heading for lines in told_by_code for at, heading in lines(document).items()} if meeting else {}
    coded |= disposed_lines(found.disposed, document) | (presented_lines(document) if found.kind == "minutes" else {})
    end = appended_at(document, series) if found.kind == "minutes" else len(document.blocks)
    found.appended = document.blocks[end].start if end < len(document.blocks) else None
    kinds = kinds_of_business(document) if meeting else set()
    bare = none_numbered(document)  # the first heading may well be "Apologies"
    headings: list[Heading] = []
    for index in range(begins_at(found, series, rows), end):
        block = document.blocks[index]
        if block.furniture or block.kind == "note" or index in others:
            continue
        if headings and headings[-1].start < block.start < headings[-1].end:
            continue  # the title goes on
        if told := rows.get(index) or coded.get(index):
            headings.append(told)
        elif index in kinds:
            headings.append(as_heading(document, index, "items.heading", title=text_of(document, block)))
        elif headings and (rest := _rest_of(document, headings[-1], index)):
            start = content_start(document, block)
            title = f"{headings[-1].title} {rest}"
            headings[-1] = replace(headings[-1], title=title, end=start + len(rest), block=index)
        elif heading := _heading_at(found, index, begun=bool(headings) or bare, first=not headings):
            headings.append(heading)
        elif index in series:
            headings.append(of_series(document, series[index]))
        elif found.kind == "minutes" and (
            heads_text(document, index, headings[-1]) if headings else series and opens_business(document, index)
        ):
            headings.append(as_heading(document, index, "items.bare", title=text_of(document, block)))
    return headings


def _rest_of(document: Document, last: Heading, index: int) -> str | None:
    """The rest of the heading above: "PL/4 LAND EAST OF MILL LANE," goes on with "FENWOLD"."""
    before, block = document.blocks[last.block], document.blocks[index]
    text = text_of(document, block)
    if block.label or before.size != block.size or block_below(document, last.block) is not block or TYPED.match(text):
        return None
    if block.kind == "heading":
        return text if _BREAKS_OFF.search(last.title) or _ANNEX.fullmatch(last.title) else None
    if not last.number or not last.title.isupper():
        return None
    title = run_in_title(document, block)  # "7 GIFTS AND INTERESTS (IF" over "ANY) – None were declared."
    return title if title and title.isupper() else None


def _heading_at(found: Findings, index: int, *, begun: bool, first: bool) -> Heading | None:
    """The heading that a block is by its look, if it is one."""
    document = found.document
    block = document.blocks[index]
    text = text_of(document, block)
    if block.kind == "table_row":
        return titled_row(document, index)
    if is_set_apart(document, index, text, found) and (
        block.label
        or TYPED.match(text)
        or number_below(document, index)
        or lettered(document, index)
        or (begun and not heads_those(document, index))
        or not is_front(document, index)
    ):
        return as_heading(document, index, "items.heading", title=text)
    if found.kind == "other" and heads_table(document, index, text):
        return as_heading(document, index, "items.table", title=text)
    run_in = run_in_title(document, block) if found.kind == "minutes" else None
    if run_in and not (first and is_front_label(document, index)) and not is_point(document, index):
        return as_heading(document, index, "items.run-in", title=run_in, child=True)
    return None
