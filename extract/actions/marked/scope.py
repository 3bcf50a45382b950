"""How much text a mark at the side stands for: "UK" beside a title means its item, at the top of a cell all of that."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.actions.marked.margin import COLUMN, Mark
from extract.findings import Findings
from minutes.model import AgendaItem, Block, Words

_ALIGNED = 3  # points
ENTRIES = 60  # of a list in one cell


def at_heads(found: Findings, marks: list[Mark]) -> list[Mark]:
    """The marks, each with the text of its item where most of them stand beside the first line of one.

    In a table of three columns, the item, what was said and who acts, the mark stands at the top of its cell.
    """
    if not found.items:
        return marks
    words = found.document.words
    heads = (
        {_line(words, item.citation.start, item.citation.end) for item in found.items} if words is not None else set()
    )
    heads.discard(None)
    lines = [_line(words, mark.start, mark.end) if words is not None and mark.placed else None for mark in marks]
    beside = [line is not None and any((line[0], line[1] + step) in heads for step in (-1, 0, 1)) for line in lines]
    habit = sum(beside) >= COLUMN and 3 * sum(beside) >= 2 * len(marks)
    told = [found.items[max(0, bisect_right(found.item_starts, mark.start) - 1)] for mark in marks]
    ends = [found.item_end(item.citation.start) for item in told]
    notes = sorted({*(m.start for m in marks), *(b.start for b in found.document.blocks if b.kind == "note")})
    return [
        mark._replace(placed=False, within=(i.citation.end, end))
        if habit or (_is_only(notes, i.citation.end, end) and _on_title(found, mark, i))
        else mark
        for mark, i, end in zip(marks, told, ends, strict=True)
    ]


def last_to(ends: Sequence[int], offset: int) -> int:
    """The last of several places, in order, that is not beyond another; 0 where none is."""
    at = bisect_right(ends, offset)
    return ends[at - 1] if at else 0


def note_before(found: Findings, index: int) -> int:
    """Where the last note above a block ends; 0 where none stands there."""
    at = bisect_left(found.notes, index)
    return found.document.blocks[found.notes[at - 1]].end if at else 0


def _is_only(notes: Sequence[int], start: int, end: int) -> bool:
    """Whether one note at most stands in a stretch."""
    return bisect_right(notes, end - 1) - bisect_right(notes, start - 1) < 2


def _on_title(found: Findings, mark: Mark, item: AgendaItem) -> bool:
    """Whether a mark stands on the line of a title, which tells no task, so that the whole item is meant."""
    head = found.document.blocks[found.document.block_index(item.citation.start)]
    return mark.placed and head.kind == "heading" and is_aligned(found, mark, head)


def is_aligned(found: Findings, mark: Mark, block: Block) -> bool:
    """Whether a mark stands beside the first line of a block."""
    words = found.document.words
    top, line = (words.boxes(each.start, each.end)[:1] if words is not None else [] for each in (block, mark))
    return bool(top and line and top[0][0] == line[0][0] and abs(top[0][2] - line[0][2]) < _ALIGNED)


def _line(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The page and the height on it, in units of four points, at which a stretch begins; null without a place."""
    return next(((int(box[0]), round(float(box[2]) / 4)) for box in words.boxes(start, end)), None)


def at_tops(found: Findings, marks: list[Mark]) -> list[Mark]:
    """The marks, each with the text of its cell where all of them stand at the top of one."""
    if not _at_the_top(found, marks):
        return marks
    return [mark if mark.within else mark._replace(placed=False, within=_cell(found, mark)) for mark in marks]


def _at_the_top(found: Findings, marks: list[Mark]) -> bool:
    """Whether all marks beside paragraphs of several lines stand at the first line of these, or above it: in cells."""
    words, blocks, top = found.document.words, found.document.blocks, 0
    for mark in marks if words is not None else []:
        block = blocks[mark.block]
        at, lines = words.boxes(mark.start, mark.end)[:1], words.boxes(block.start, block.end)  # type: ignore[union-attr]
        lines = [line for line in lines if at and line[0] == at[0][0]]
        if len(lines) > 1 and block.kind != "table_row" and _led_to(found, mark.block) is None:
            if float(at[0][2]) > float(lines[0][4]):
                return False
            top += 1
    return top >= COLUMN


def _is_entry(block: Block) -> bool:
    """Whether a block is an entry "(a)" of a list, and no numbered paragraph, which stands in a cell of its own."""
    return block.kind == "list_item" and not (block.label or "")[:1].isdigit()


def _led_to(found: Findings, index: int) -> int | None:
    """The paragraph ending in a colon that leads to the list in which a block is an entry; null if none does."""
    blocks = found.document.blocks
    if not _is_entry(blocks[index]):
        return None
    above = range(index - 1, max(-1, index - 1 - ENTRIES), -1)
    first = next((at for at in above if not (_is_entry(blocks[at]) or _is_aside(blocks[at]))), None)
    return first if first is not None and _leads(found, blocks[first]) else None


def _leads(found: Findings, block: Block) -> bool:
    return found.document.text[block.start : block.end].rstrip().endswith(":")


def _cell(found: Findings, mark: Mark) -> tuple[int, int]:
    """Where the text begins and ends at whose head a mark stands: a paragraph, with the list that it leads to.

    A mark further down that list stands where somebody moved it to with empty lines, at the head of no entry.
    """
    blocks = found.document.blocks
    own = blocks[mark.block]
    first = _led_to(found, mark.block)
    aligned = is_aligned(found, mark, own)
    if (first is None and (_is_entry(own) or not _leads(found, own))) or (first is not None and aligned):
        return own.start, own.end
    last = mark.block
    for index in range(mark.block + 1, min(len(blocks), mark.block + 1 + ENTRIES)):
        if not (_is_entry(blocks[index]) or _is_aside(blocks[index])):
            break
        last = index if _is_entry(blocks[index]) else last
    return blocks[mark.block if first is None else first].start, blocks[last].end


def _is_aside(block: Block) -> bool:
    return block.furniture or block.kind == "note"
