"""Tasks told in full at the side, in the margin or the cells of a column: "JS to mend the gate", "UK – prices, May"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.actions.marked.tables import columns_of
from extract.actions.marked.task import (
    ENTRY,
    HEADS_BOTH,
    MONTH_LAST,
    NO_TASK,
    TAIL,
    Task,
    heads_column,
    is_text,
    read_mark,
)
from extract.actions.named import named_owner
from extract.actions.owners import Owners
from extract.dates import due_in
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block

# Where a task begins in a cell: "JS to mend", "Clerk – a plan", "QC/24/19 MP to bring".
_IN_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:[A-Z]{1,4}(?:/\d+)+ )?(?P<who>[A-Z]{2,4}[a-z]?(?: ?[/&,] ?[A-Z]{2,4}[a-z]?)*"
    r"|(?:The )?[A-Z][a-z]+)(?: to (?=[a-z])| [–—] |: )"
)
# "Mill Board (UK) – prices for May": a note that begins with who is to see to what it names
_BY_BODY = re.compile(
    r"(?P<who>(?:The )?[A-Z][\w’&.-]*(?: (?:of |for )?[A-Z&][\w’&.-]*){0,4} \((?P<whom>[A-Z]{2,4})\)) [–—-] (?=\S)"
)
# "ACTION: UK" beside a paragraph; the name may stand in a note below, as on the page after.
SAID_SO = re.compile(r"[\[(]?actions?(?: (?:by|for))?(?:(?::| ?[–—-])\s*|\s+(?=\S))(?:the )?", re.IGNORECASE)
# What somebody said, had done or found, and no task
_SAID = re.compile(
    r"\b(?:said|reported|advised|noted|told|asked|thanked|presented|explained|felt|was|were|had|has|have|is|are)\b|\?$"
)
_ENTRY_WORDS = 30  # of a task in a column of decisions and actions
_AT_TABLE = ("partners", "everyone", "everybody", "colleagues", "agencies")


def from_notes(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the margin, with who does them: "Plan to the May Board – TO", or the initials in a note below."""
    document = found.document
    for block, below in pairwise([*document.blocks, None]):
        start = content_start(document, block) if block else 0
        text = document.text[start : block.end] if block and block.kind == "note" else ""
        if not block or not tells_task(found, text, owners):
            continue
        begun, tail = _IN_CELL.match(text), TAIL.search(text)
        mark = read_mark(tail["mark"], owners) if tail else None
        if not mark and below and below.kind == "note" and not names_owner(text, owners):
            mark = read_mark(document.text[content_start(document, below) : below.end], owners)
        whose = begun["who"] if begun and _may_act(begun["who"], owners) else named_owner(text)
        if not whose and (led := _BY_BODY.match(text)) and owners.are_there(led["whom"]):
            whose = led["who"]
        owner, due = mark or (None, None)
        if not due and (month := MONTH_LAST.search(text)):  # "UK – prices, May"
            due = month["due"]
        due = due or _due_last(text)
        if owner or whose:
            yield Task(start, block.end, owner or whose, "action.column", due)


def _due_last(text: str) -> str | None:
    """The date that a short task ends with, when it is to be done: "a list of the ropes, 13 Nov"."""
    due = due_in(text, bare=True)
    return due if due and text.rstrip(" .)").endswith(due) else None


def _may_act(who: str, owners: Owners) -> bool:
    """Whether what stands before the dash of a note is who is to act, all those at the table among them."""
    return owners.marks(who) or who.casefold() in _AT_TABLE


def names_owner(text: str, owners: Owners) -> bool:
    """Whether the task of a note begins with who is to do it by initials, so that a mark below it is another's."""
    begun = _IN_CELL.match(text)
    return bool(begun and owners.are_there(re.sub(r"\s?[/,&]\s?", "/", begun["who"])))


def tells_task(found: Findings, text: str, owners: Owners) -> bool:
    """Whether a note says what is to be done, and not only who does it."""
    said = SAID_SO.match(text)
    text = text[said.end() :] if said else text
    words = len(text.split()) > 2 and re.search(r"[a-z]{3}", text)
    return bool(words and not (heads_column(found, text) or read_mark(text, owners) or NO_TASK.fullmatch(text)))


def from_cells(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the action column of minutes that are set as a table: "JS to mend the gate TO – a plan by May"."""
    document = found.document
    headed: dict[int | None, int] = {}
    for block in document.blocks:
        texts = [document.text[start:end].strip() for start, end in block.cells]
        if len(texts) > 1 and heads_column(found, texts[-1]) and not columns_of(texts):
            headed[block.table] = len(texts) - 1
        elif block.table in headed and len(texts) == headed[block.table] + 1 and texts[-1]:
            start, end = block.cells[-1]
            begins = [m.start() for m in _IN_CELL.finditer(document.text, start, end)]
            for low, high in pairwise([start, *(at for at in begins if at > start), end]):
                text = document.text[low:high].rstrip()
                begun = _IN_CELL.match(text)
                owner = begun["who"] if begun and owners.marks(begun["who"]) else named_owner(text)
                if owner and len(text.split()) > 2 and not read_mark(text, owners):
                    yield Task(low, low + len(text), owner, "action.column")


def from_entries(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in a column of decisions and actions: "UK – tide tables by May", "UK to mend the gate".

    Its paragraphs come after those of the discussion, at the end of what was said of each item.
    """
    document = found.document
    first = next((at for at, block in enumerate(document.blocks) if block.cells and _heads_both(found, block)), None)
    if first is None:
        return
    decided = {document.block_index(decision.citation.start) for decision in found.decisions}
    at_end = True
    entries: list[Task] = []
    for index in range(len(document.blocks) - 1, first, -1):
        block = document.blocks[index]
        if block.furniture:
            continue
        if block.kind in ("heading", "table_row", "note"):
            at_end = True
            continue
        entry = ENTRY.match(document.text, content_start(document, block), block.end) if at_end else None
        if entry and is_text(block) and _is_given(found, entry, block, owners):
            due = _due_last(document.text[entry.end() : block.end])
            entries.append(Task(entry.start(), block.end, entry["who"], "action.column", due))
        else:
            at_end = at_end and index in decided
    yield from reversed(entries)


def _heads_both(found: Findings, block: Block) -> bool:
    """Whether a row heads minutes set as a table whose last column holds decisions and actions."""
    texts = [found.document.text[start:end].strip() for start, end in block.cells]
    return len(texts) > 1 and bool(HEADS_BOTH.fullmatch(texts[-1].rstrip(":"))) and not columns_of(texts)


def _is_given(found: Findings, entry: re.Match[str], block: Block, owners: Owners) -> bool:
    """Whether an entry names somebody at the meeting, and what to do in a few words: it tells nothing that was said."""
    told = found.document.text[entry.end() : block.end]
    first = re.match(r"[\w-]+", told)
    does = bool(first and first[0].casefold() in owners.tasks)
    short = len(told.split()) <= _ENTRY_WORDS
    return owners.are_there(entry["first"]) and short and (does or not _SAID.search(told))
