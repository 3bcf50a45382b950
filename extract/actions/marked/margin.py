"""Marks at the side of the text: "UK by 3 May" in the margin, in a column on the right or in the last of a table."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.actions.marked.side_tasks import SAID_SO, names_owner, tells_task
from extract.actions.marked.tables import columns_of
from extract.actions.marked.task import MARK_LENGTH, NO_TASK, heads_column, read_mark
from extract.actions.owners import Owners
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block, Words

_INITIALS = re.compile(r"[A-Z]{2,4}(?:(?:\s?[/,&]\s?|\s)[A-Z]{2,4})*")
_TITLE_LINE = re.compile(r"(?:[A-Z][a-z]+\.? )?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Revd?|PCSO|Prof)\.?")
COLUMN = 3  # marks on the right without a heading, fewer of which are no column


class Mark(NamedTuple):
    """Owners, a date or both, set beside the text."""

    start: int
    end: int
    block: int  # of the text that it stands beside
    owner: str | None
    due: str | None
    placed: bool = True  # whether where it stands on the page tells which line it means
    within: tuple[int, int] | None = None  # the text of the item or paragraph at whose head it stands, in cells


def is_flat(found: Findings, owners: Owners) -> bool:
    """Whether what was an action column stands in the text: no places on the page, or its initials begin lines."""
    words = found.document.words
    if words is None or not len(words.start):
        return True
    alone, middle = _alone(found, owners), 0.3 * float(words.box[:, 2].max())
    return len(alone) >= COLUMN and all(_left(words, block) < middle for block in alone)


def marks_in_margin(found: Findings, owners: Owners, *, flat: bool) -> Iterator[Mark]:
    """Marks in the margin, as the reader of the file tells them apart; not those of a task in the note above."""
    previous: int | None = None
    above = ""
    # Where they have no places of their own on the page, lines of nothing but initials are such marks.
    alone = _alone(found, owners) if flat else []
    lines = {block.start for block in alone} if len(alone) >= COLUMN else set()
    blocks = found.document.blocks
    titles: Block | None = None  # the line above, of nothing but a title
    for index, block in enumerate(blocks):
        aside = block.kind == "note" or block.start in lines
        begin = content_start(found.document, titles or block)
        text, last = found.document.text[begin : block.end] if aside else "", above
        # "UK/" over "TO": several names in one mark
        goes_on = _TITLE_LINE.fullmatch(text) or text.endswith("/") or SAID_SO.fullmatch(text)
        titles = (titles or block) if aside and block.kind == "note" and goes_on else None
        if titles and index + 1 < len(blocks) and blocks[index + 1].kind == "note":
            continue
        above = text = " ".join(text.split())
        if aside:
            said = SAID_SO.match(text)
            named = text[said.end() :] if said else text
            mark = None if heads_column(found, text) or (said and NO_TASK.match(named)) else read_mark(named, owners)
            if last and tells_task(found, last, owners) and not names_owner(last, owners):
                continue
            if mark and previous is not None:
                for who in mark[0].split() if block.start in lines and mark[0] else [mark[0]]:
                    own = blocks[previous] if flat and block.kind == "note" and block.level else None
                    within = (own.start, own.end) if own else None
                    yield Mark(block.start, block.end, previous, who, mark[1], not flat, within)
        elif not block.furniture:
            previous = index


def marks_on_right(found: Findings, owners: Owners) -> Iterator[Mark]:
    """Marks that were read as part of the text: initials on the right, below a heading "Action" or time and again."""
    document, words = found.document, found.document.words
    if words is None or not len(words.start):
        return
    heads = [b for b in document.blocks if heads_column(found, document.text[b.start : b.end]) and not b.furniture]
    middle = 0.6 * float(words.box[:, 2].max())
    column = [b for b in heads or _alone(found, owners) if b.kind != "note" and _left(words, b) > middle]
    if not column or (not heads and len(column) < COLUMN):
        return
    first, left = min(b.start for b in heads or column), min(_left(words, b) for b in column)
    for start, end in _right_of(found, first if heads else first - 1, left - 15):
        index = document.block_index(start)
        mark = None if document.blocks[index].kind == "note" else read_mark(document.text[start:end], owners)
        if mark and (not mark[0] or not owners.initials or _mostly_known(mark[0], owners)):
            beside = index if start > document.blocks[index].start else max(0, index - 1)
            yield Mark(start, end, beside, *mark)


def _left(words: Words, block: Block) -> float:
    """How far from the left of its page a block begins, in points; 0 where none of its words has a place."""
    return next((float(box[1]) for box in words.boxes(block.start, block.end)), 0.0)


def _alone(found: Findings, owners: Owners) -> list[Block]:
    """The lines that hold nothing but the initials of people at the meeting, or of one of them and somebody else."""
    document = found.document
    lines = [(b, document.text[b.start : b.end]) for b in document.blocks if b.kind == "paragraph" and not b.furniture]
    return [
        block
        for block, text in lines
        if len(text) < MARK_LENGTH
        and _INITIALS.fullmatch(text)
        and any(w in owners.initials for w in re.findall(r"\w+", text))
    ]


def _mostly_known(owner: str, owners: Owners) -> bool:
    """Whether the initials in a mark are those of people at the meeting: other capitals at a line's end are not."""
    letters = [part for part in re.findall(r"\b[A-Z][A-Za-z]?[A-Z]{1,2}\b", owner) if part != "ALL"]
    return 2 * sum(part in owners.initials for part in letters) >= len(letters)


def _right_of(found: Findings, first: int, left: float) -> Iterator[tuple[int, int]]:
    """Runs of words that begin at `left` or beyond, set apart from what stands before them on the line."""
    words = found.document.words
    if words is None:
        return
    run: tuple[int, int] | None = None
    for number in range(len(words.start)):
        start, end = int(words.start[number]), int(words.end[number])
        x0, top, _, bottom = (float(value) for value in words.box[number])
        joined = number > 0 and abs(float(words.box[number - 1][1]) - top) < 2
        gap = x0 - float(words.box[number - 1][2]) if joined else bottom
        if run and joined and start - run[1] <= 1 and gap < bottom - top:
            run = run[0], end
            continue
        if run:
            yield run
        run = (start, end) if start > first and x0 >= left and gap >= bottom - top else None
    if run:
        yield run


def marks_in_cells(found: Findings, owners: Owners) -> Iterator[Mark]:
    """Marks in the last column of minutes that are set as a table, under a heading such as "Action"."""
    document = found.document
    headed: dict[int | None, int] = {}
    for index, block in enumerate(document.blocks):
        texts = [document.text[start:end].strip() for start, end in block.cells]
        head = next((at for at, text in enumerate(texts) if at and heads_column(found, text)), None)
        if head is not None and not columns_of(texts):
            headed[block.table] = head
        elif block.table in headed:
            last = max((at for at, text in enumerate(texts) if text), default=0)
            mark = read_mark(texts[last], owners) if last and last >= headed[block.table] - 1 else None
            if mark and any(len(text.split()) > 8 for text in texts[:last]):
                yield Mark(*block.cells[last], index, *mark)
