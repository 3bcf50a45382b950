"""Which sentence a mark beside a paragraph means: of "The gate is broken. UK to mend it." with "UK", the second."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from extract.actions.marked.fitting import Worded, fitness, of_another, to_be_done, worded
from extract.actions.marked.margin import Mark
from extract.actions.marked.scope import ENTRIES, is_aligned, last_to, note_before
from extract.actions.marked.task import holding
from extract.actions.owners import Owners
from extract.findings import Findings
from extract.text import Sentence
from minutes.model import Block

_NO_VERB = ("the", "a", "an", "be", "have")
# A sentence that gives nobody a task
_NOTED = re.compile(r"\b(?:noted|received|thanked|approved|[Aa]ll agreed|voted (?:for|against)|abstained)\b")
_RESOLVED_TO = re.compile(r"\b(?:resolved|agreed|decided) (?:to|that)\b", re.IGNORECASE)
_APPOINTED = re.compile(
    r"\b(?:resolved|agreed|decided) to (?:appoint|approve|accept|adopt|elect|note)\b", re.IGNORECASE
)
_RUN_IN = re.compile(r"(?:[A-Z][a-z’'-]+ ?){1,6}\.")  # "Draft Harbour Plan.", which heads what a paragraph tells


def beside(
    found: Findings,
    owners: Owners,
    mark: Mark,
    told: Mapping[int, str | None],
    hints: Collection[int],
    taken: set[tuple[int, int]],
) -> tuple[int, int] | None:
    """The sentence that a mark stands beside.

    One that gives its owner a task; else, of the sentences on the lines beside it (and one line above and below), the
    one that names its owner, one that gives a task, or the last that stands there. Without places on the page, of all
    sentences of the block.
    """
    text, who = found.document.text, worded(owners.called(mark.owner or ""))
    sentences = _left_over(found, mark, who, told, taken)
    if not sentences:
        return None
    on, near = _by_place(found, mark, sentences)
    if taken_up := next((s for s in near if who.takes_up.match(text, s.start, s.end)), None):
        before = sentences[max(0, sentences.index(taken_up) - 1)]
        return (before.start if before.block == taken_up.block else taken_up.start), taken_up.end
    named = [s for s in near if who.named.search(text[s.start : s.end])]
    given = [s for s in near if not (mark.within and _APPOINTED.search(text, s.start, s.end))]
    given = [s for s in given if not of_another(owners, text[s.start : s.end], who)] or given
    tasked = holding(given, told) or holding(given, hints)
    chosen = _opening(text, sentences, owners, who, placed=mark.placed)
    chosen = chosen or _first_of(named, tasked) or _first_of(tasked, on)
    if not chosen and not holding(given, told):
        paragraph = {s.block for s in on or near}
        own = [s for s in sentences if s.block in paragraph]
        chosen = _further(found, own, who, told, named_only=bool(tasked))
    if not (chosen or tasked or named) and (lower := _lower_in_cell(found, mark, who, [*told, *hints])):
        return lower.start, lower.end
    left = [s for s in on or near if not _NOTED.search(text, s.start, s.end)]
    if mark.within and not chosen:  # stands beside none of them
        left = [s for s in left if _RESOLVED_TO.search(text, s.start, s.end)] or left
    chosen = chosen or (tasked or left or on or near)[-1]
    return chosen.start, chosen.end


def _left_over(
    found: Findings, mark: Mark, who: Worded, told: Mapping[int, str | None], taken: set[tuple[int, int]]
) -> list[Sentence]:
    """The sentences that a mark may mean, less those that others do: two marks beside a paragraph mean two of them.

    All where others mean them all; none where another's gives this one's owner a task, too, and no other does.
    """
    text = found.document.text
    sentences = _candidates(found, mark)
    if all(_NOTED.search(text, s.start, s.end) for s in sentences):
        sentences = _candidates(found, mark, further=True)
    free = [s for s in sentences if (s.start, s.end) not in taken and not _RUN_IN.fullmatch(text, s.start, s.end)]
    if _is_told(text, [s for s in sentences if (s.start, s.end) in taken], who) and not (
        holding(free, told) or any(who.named.search(text, s.start, s.end) for s in free)
    ):
        return []
    return free or sentences


def _first_of(sentences: list[Sentence], others: list[Sentence]) -> Sentence | None:
    """The first of several sentences that is among others, too."""
    held = set(others)
    return next((s for s in sentences if s in held), None)


def _opening(text: str, sentences: list[Sentence], owners: Owners, who: Worded, *, placed: bool) -> Sentence | None:
    """The sentence that says whom a mark means and what to do, wherever it stands: "HT to arrange this"."""
    does = ((s, who.begins.search(text, s.start, s.end)) for s in sentences)
    opens = next((s for s, done in does if done and done["verb"] in owners.tasks), None)
    if opens or placed:
        return opens
    does = ((s, who.begins.match(text, s.start, s.end)) for s in sentences)
    return next((s for s, done in does if done and done["verb"] not in _NO_VERB), None)


def _lower_in_cell(found: Findings, mark: Mark, who: Worded, told: Collection[int]) -> Sentence | None:
    """The sentence that names whom a mark means and tells a task, in a paragraph below the one it stands beside.

    At the top of a cell of several paragraphs it may mean any of them, down to the next mark or heading.
    """
    blocks, at = found.document.blocks, found.document.block_index(mark.start)
    if not mark.placed or blocks[at].kind != "note" or not is_aligned(found, mark, blocks[mark.block]):
        return None
    for index in range(at + 1, min(len(blocks), at + 1 + ENTRIES)):
        block = blocks[index]
        if block.kind not in ("paragraph", "footer", "header"):
            break
        for said in [] if block.furniture else holding(_of_block(found, block), told):
            if who.told.search(found.document.text, said.start, said.end):
                return said
    return None


def _of_block(found: Findings, block: Block) -> list[Sentence]:
    return found.sentences[bisect_right(found.starts, block.start - 1) : bisect_right(found.starts, block.end - 1)]


def _is_told(text: str, taken: Sequence[Sentence], who: Worded) -> bool:
    """Whether a sentence that another mark means gives this one's owner a task, too: "UK to write and TO to ring"."""
    return any(who.begins.search(text, s.start, s.end) for s in taken)


def _further(
    found: Findings,
    sentences: list[Sentence],
    who: Worded,
    told: Mapping[int, str | None],
    *,
    named_only: bool,
) -> Sentence | None:
    """The sentence of a paragraph that a mark means which stands beside none that gives a task, as a line or two off.

    The one that gives the task to whom the mark names; else, unless only such is asked for, to nobody else; else what
    was decided.
    """
    fits = [(fitness(found, said, who, told), said) for said in holding(sentences, told)]
    if named_only or not fits:
        best = next((said for fit, said in fits if fit == 3), None)
    else:
        fit, best = max(fits, key=lambda each: each[0])
        best = best if fit else None
    if best or named_only:
        return best
    return next(iter(holding(sentences, to_be_done(found))), None)


def _candidates(found: Findings, mark: Mark, *, further: bool = False) -> list[Sentence]:
    """The sentences of the block that a mark stands beside, less the mark; of a row also those of the row below it.

    A file without places on the page has a mark after all that it may stand beside: since the mark before, or the item.
    A numbered paragraph is minuted by itself, unless it is to go `further` up, as it gives nobody a task.
    """
    blocks = found.document.blocks
    block = blocks[mark.block]
    if mark.within:
        return [s for s in found.sentences_within(*mark.within) if blocks[s.block].kind != "note"]
    if not mark.placed and block.kind != "table_row":
        above = max(last_to(found.item_ends, block.start), note_before(found, mark.block))
        own = block.start - 1 if block.label and block.label[0].isdigit() and not further else 0
        since = max(own, above) if above else own
        low, high = bisect_right(found.starts, since), bisect_right(found.starts, block.end - 1)
        return found.sentences[low:high]
    following = blocks[mark.block + 1] if mark.block + 1 < len(blocks) else block
    split = block.kind == "table_row" and following.table == block.table and found.document.words is not None
    end = following.end if split else block.end
    low, high = bisect_right(found.starts, block.start - 1), bisect_right(found.starts, end - 1)
    others = [s for s in found.sentences[low:high] if not (mark.start <= s.start and s.end <= mark.end)]
    return [s for s in others if found.document.text.count(" ", s.start, s.end) > 1] or others


def _by_place(found: Findings, mark: Mark, sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences on the line of a mark, and those at most a line away; all where there are no places."""
    words = found.document.words if mark.placed else None
    boxes = words.boxes(mark.start, mark.end) if words is not None else ()
    if words is None or not boxes:
        return sentences, sentences
    page, _, top, _, bottom = boxes[0]
    middle, height = (top + bottom) / 2, bottom - top
    lines = {s: [box for box in words.boxes(s.start, s.end) if box[0] == page] for s in sentences}

    def within(slack: float) -> list[Sentence]:
        return [s for s in sentences if any(box[2] - slack <= middle <= box[4] + slack for box in lines[s])]

    return within(2), within(1.2 * height) or sentences[-1:]
