"""Where the business of a document begins, after title, cover and those present, and where papers are appended."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from extract.attendance.numbered import people_listed
from extract.findings import Findings
from extract.items.coded import coded_headings
from extract.items.heading import Heading, lettered, text_of
from extract.items.looks import is_all_bold, lists_people
from extract.items.run_in import ATTENDING, run_in_title
from extract.items.series import NUMBER, Entry, family_of
from extract.items.titles import (
    DATE_LINE,
    FRONT,
    TITLE_WORDS,
    TYPED,
    is_marked,
    is_sentence,
    is_title_like,
    names_those_there,
)
from extract.people.lists import people_in
from minutes.model import Block, Document

_APPENDED = re.compile(
    r"(?:(?:appendix|annexe?|attachment|enclosure)(?: [A-Z0-9]{1,3})?|schedule [A-Z0-9]{1,3})(?:\s*[:–—-].*)?",
    re.IGNORECASE,
)
# The lines at the head of a report that say whom it is from and for.
_MEMO = re.compile(
    r"(?:from|by|to|subject|title|date|classification|decision no|report (?:of|by|to|from|author)|meeting|committee"
    r"|wards?|electoral divisions?|past pathway|lead (?:member|officer)|contact|author)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"item \d|[A-Z]{0,4}\d{1,4}[/.]\d", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:apologies|welcome|d(?:eclaration|isclosure)s? of|call to order|introductions?"
    r"|minutes of (?:the )?(?:last|previous)"
    r"|open forum|public (?:session|participation|question time)|election of (?:the )?chair\w*"
    r"|police (?:matters|report)|summary of (?:the )?(?:outcomes|decisions|discussions?)"
    r"|(?:approval|adoption) of (?:the )?(?:agenda|(?:last |previous )?minutes))\b",
    re.IGNORECASE,
)


# A line of a title set over several: "Minutes of the meeting held on", "The Old Forge, at 7.30 pm".
_TITLE_LINE = re.compile(
    r".*\bheld (?:on|at|in)\b.*|.*\b(?:at|from) \d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b\.?|noon|hrs|hours)?"
    r"|(?:venue|place|location|date|time)\b.*",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\b(?:called|came) to order\b")
_OPENING = re.compile(r"(?:\d{1,2}\W+)?(?:call(?:ed)? to order|opening of the meeting)\b", re.IGNORECASE)
_HEADS_THOSE = re.compile(r"(?:meeting )?(?:attendance|roll call):?", re.IGNORECASE)
_AGENDA = re.compile(r"(?:the |meeting |[A-Z]{2,6} )?agenda:?", re.IGNORECASE)
_MINUTES = re.compile(r"(?:the |meeting )?(?:minutes|notes|discussions?):?", re.IGNORECASE)
_TITLE_WORDS, _TITLE_BLOCKS = 12, 25
_LOOKED_AT = 60  # blocks, in which business begins


def begins_at(found: Findings, series: Mapping[int, Entry], rows: Mapping[int, Heading]) -> int:
    """The first block that can be an item: what comes before names the body, the date and those present."""
    document = found.document
    if found.kind not in ("minutes", "agenda"):
        cover = _after_cover(document) if found.kind == "report" else 0
        return max(_after_title(document), _after_memo(document), cover)
    if after := _after_agenda(document):
        return after
    coded = coded_headings(document)
    for index, block in enumerate(document.blocks[:_LOOKED_AT]):
        text = text_of(document, block)
        set_apart = block.kind == "heading" or is_all_bold(block, document)
        bold = set_apart and _REFERENCE.match(text) and TYPED.match(text)
        numbered = (block.label and NUMBER.fullmatch(block.label)) or _typed_number(text)
        run_in = block.bold and numbered and run_in_title(document, block)
        heading = block.kind == "heading" and (block.label or _typed_number(text) or lettered(document, index))
        counted = (heading or bold) and not is_marked(text)
        business = _BEGINS.match(text) and not (FRONT.match(text) and people_in(text.partition(":")[2]))
        if run_in or counted or index in rows or index in series or index in coded or business:
            titled = block.kind == "heading" and business
            if business and block.bold and text.partition(":")[0].isupper():
                return _shouted_above(document, index)
            return _alike_above(document, index) if titled else _headed_above(document, index)
    return max(_after_lines(document), _after_people(document))


def _after_people(document: Document) -> int:
    """The block after a numbered list of people that stands before anything is told; 0 if there is none."""
    listed = people_listed(document)
    said = (
        at for at, block in enumerate(document.blocks) if at not in listed and is_sentence(text_of(document, block))
    )
    begun = next(said, len(document.blocks))
    return max((at + 1 for at in listed if at < begun), default=0)


def _headed_above(document: Document, index: int) -> int:
    """The first heading above a block that looks like those of the business below it, under the title of a web page.

    "## Committee changes" stands under "# Minutes" as "## Finance" does, though the first of the points below the two
    is "1. Fees".
    """
    if document.blocks[index].page is not None:
        return index
    heads = [(at, block) for at, block in enumerate(document.blocks) if block.kind == "heading" and not block.label]
    below = Counter(block.level for at, block in heads if at > index)
    title = min((block.level for _, block in heads), default=0)
    return next((at for at, block in heads if title < block.level and below[block.level] > 1 and at < index), index)


def _alike_above(document: Document, index: int) -> int:
    """The first heading set as this one is that stands below the call to order, which opens the business."""
    head = document.blocks[index]
    opened = [at for at, block in enumerate(document.blocks[:index]) if _OPENED.search(text_of(document, block))]
    if not opened:
        return index
    between = range(opened[0] + 1, index)
    alike = (at for at in between if _look_of(document.blocks[at]) == _look_of(head) and not document.blocks[at].label)
    return next(alike, index)


def _shouted_above(document: Document, index: int) -> int:
    """The first line in bold capitals below the call to order and above a title that is set so and runs into text."""
    opened = [at for at, block in enumerate(document.blocks[:index]) if _OPENED.search(text_of(document, block))]
    between = range(opened[0] + 1, index) if opened else range(0)
    return next((at for at in between if _is_shouted(document, at)), index)


def _is_shouted(document: Document, index: int) -> bool:
    text = text_of(document, document.blocks[index])
    return text.isupper() and is_all_bold(document.blocks[index], document) and is_title_like(text)


def _look_of(block: Block) -> tuple[str, int, float | None, bool]:
    return block.kind, block.level, block.size, bool(block.bold)


def _after_agenda(document: Document) -> int:
    """The block after the heading "Minutes" that ends a list under the heading "Agenda"; 0 if there is no such list."""
    heads = (index for index, block in enumerate(document.blocks) if block.kind == "heading")
    begun = None
    for index in heads:
        text = text_of(document, document.blocks[index])
        if _OPENING.match(text):
            return 0  # the meeting was opened above its agenda
        if _AGENDA.fullmatch(text):
            begun = index
            break
    level = document.blocks[begun].level if begun is not None else 0
    end = next((index for index in heads if document.blocks[index].level <= level), None)
    if begun is None or end is None or not _MINUTES.fullmatch(text_of(document, document.blocks[end])):
        return 0
    listed = [block for block in document.blocks[begun + 1 : end] if not block.furniture]
    points = all(b.kind != "table_row" and len(text_of(document, b).split()) <= TITLE_WORDS for b in listed)
    points = points and not any(b.kind == "paragraph" and is_sentence(text_of(document, b)) for b in listed)
    return end + 1 if listed and points else 0


def parts_of_attendance(document: Document) -> set[int]:
    """The headings that part those present, under a larger heading: "Staff" and "Not attending" under "Attendance"."""
    parts: set[int] = set()
    over = 0  # the level of the heading of those present, while the loop is under it
    heads = [(index, block) for index, block in enumerate(document.blocks) if block.kind == "heading"]
    for (index, block), (below, part) in pairwise(heads):
        over = 0 if block.level <= over else over
        if over and not _is_told_below(document, index):
            parts.add(index)
        text = text_of(document, block)
        named = _HEADS_THOSE.fullmatch(text) or names_those_there(text)
        if not over and named and below == index + 1 and part.level > block.level and lists_people(document, below):
            over = block.level
    return parts | ({heads[-1][0]} if over and heads[-1][1].level > over else set())


def _is_told_below(document: Document, index: int) -> bool:
    """Whether something is told below a heading, and nobody listed: "Una is away until May."."""
    below = document.blocks[index + 1 : index + 2]
    return any(is_sentence(text_of(document, block)) for block in below)


def _after_lines(document: Document) -> int:
    """The block after the last line of the title that says when or where, above the label of those present."""
    after = 0
    for index, block in enumerate(document.blocks[:_TITLE_BLOCKS]):
        text = text_of(document, block)
        label = re.split(r"[:\t]", text, maxsplit=1)[0]
        if ATTENDING.fullmatch(label) or names_those_there(label):
            return after
        if _is_running_text(document, block):
            return 0
        if len(text.split()) <= _TITLE_WORDS and (_TITLE_LINE.fullmatch(text) or DATE_LINE.fullmatch(text)):
            after = index + 1
    return 0


def _typed_number(text: str) -> bool:
    """Whether a heading begins with a number such as PL/21/24."""
    typed = TYPED.match(text)
    return bool(typed and typed["number"])


def _after_title(document: Document) -> int:
    """The block after a report's title: the largest type among its first blocks."""
    first = [b for b in document.blocks[:8] if not b.furniture and (b.page or 1) == 1]
    sizes = [b.size for b in first if b.size]
    usual = sorted(b.size for b in document.blocks if b.kind == "heading" and b.size)
    if not sizes or not first or first[0].kind != "heading" or max(sizes) < usual[len(usual) // 2] + 1:
        return 0
    biggest = max(sizes)
    index = 0
    for number, block in enumerate(document.blocks[:12]):
        if block.furniture or (block.kind == "heading" and (block.size or 0) >= biggest - 0.5):
            index = number + 1
        else:
            break
    return index


def _after_cover(document: Document) -> int:
    """The block after a report's title, subtitles and whom it is from and for, none of which has text below it.

    The last heading before the first paragraph of text is the first section's. What stands above it in other type, or
    on a page of its own, or above the first number, is the cover.
    """
    running = [(index, block) for index, block in enumerate(document.blocks[:24]) if not block.furniture]
    text = next((n for n, (_, block) in enumerate(running) if _is_running_text(document, block)), 0)
    headings = [(i, b) for i, b in running[:text] if b.kind == "heading" or is_all_bold(b, document)]
    if len(headings) < 2:
        return 0
    _, section = headings[-1]
    above = [
        index
        for index, block in headings[:-1]
        if not block.label
        and (block.page or 1) == 1
        and (abs((block.size or 0) - (section.size or 0)) > 0.4 or block.page != section.page or section.label)
    ]
    return above[-1] + 1 if above else 0


def _is_running_text(document: Document, block: Block) -> bool:
    return block.kind == "paragraph" and len(text_of(document, block).split()) >= 15


def _after_memo(document: Document) -> int:
    """The block after the "From:", "To:", "Subject:" at the head of a report."""
    told = [
        index
        for index, block in enumerate(document.blocks[:20])
        if (block.page or 1) == 1 and not block.label and _MEMO.match(document.text[block.start : block.end])
    ]
    if len(told) < 3:
        return 0
    last, below = document.blocks[told[-1]], document.blocks[told[-1] + 1 : told[-1] + 2]
    hangs = below and below[0].kind == "heading" and (below[0].indent or 0) > (last.indent or 0)
    return told[-1] + 1 + bool(hangs)  # a long subject goes on in a line set in under it


def appended_at(document: Document, series: Mapping[int, Entry]) -> int:
    """The block where papers are appended to minutes: "Appendix A" alone in a line.

    No number follows it that goes on with those before; a list in a paper begins again, or in another manner.
    """
    counts: dict[str, int] = {}  # the last number of each family
    appended: int | None = None
    few = 0
    for index, block in enumerate(document.blocks):
        family, value = _counted(document, series, index)
        if family and appended is not None and 0 <= value - counts.get(family, -9) <= 2:
            appended = None
        if family and appended is None:
            counts[family] = value
            few += 1
        plain = not (family or block.furniture or block.label) and few >= 3 and appended is None
        if plain and _APPENDED.fullmatch(text_of(document, block)):
            appended = index
    return len(document.blocks) if appended is None else appended


def _counted(document: Document, series: Mapping[int, Entry], index: int) -> tuple[str, int]:
    """The family and the place in it of the number that a block has as an item; no family where it has none."""
    block = document.blocks[index]
    if entry := series.get(index):
        return entry.family, entry.value
    label = (block.label or "").strip(".:()") if block.kind == "heading" else ""
    if not label[:1].isdigit():
        return "", 0
    return family_of(block.label or "", label, {})
