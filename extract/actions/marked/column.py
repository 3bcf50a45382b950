"""Tasks that marks at the side point to: "UK" and "TO" beside a paragraph, each with a sentence of it."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from extract.actions.marked.beside import beside
from extract.actions.marked.fitting import fitness, to_be_done, worded
from extract.actions.marked.margin import Mark, marks_in_cells, marks_in_margin, marks_on_right
from extract.actions.marked.scope import at_heads, at_tops, last_to, note_before
from extract.actions.marked.task import Task, holding
from extract.actions.owners import Owners
from extract.findings import Findings
from extract.text import Sentence

_ROW = 12  # sentences that may be meant by marks one below the other


def from_column(
    found: Findings, owners: Owners, told: Mapping[int, str | None], hints: Collection[int], *, flat: bool
) -> Iterator[Task]:
    """Owners in an action column: the sentence that they stand beside.

    `told` are the offsets of sentences that give a task, with whom they give it to, `hints` of what looks like it.
    """
    aside = [*marks_in_margin(found, owners, flat=flat), *([] if flat else marks_on_right(found, owners))]
    marks = sorted([*at_heads(found, aside), *marks_in_cells(found, owners)])
    marks = marks if flat else at_tops(found, marks)
    ordered = _in_order(found, owners, marks, told)
    taken: set[tuple[int, int]] = set(ordered.values())
    for index, mark in enumerate(marks):
        if not mark.owner:
            continue
        below = marks[index + 1] if index + 1 < len(marks) else None
        due = mark.due or (below.due if below and not below.owner and below.start - mark.end < 200 else None)
        sentence = ordered.get(mark) or beside(found, owners, mark, told, hints, taken)
        if sentence:
            sentence = _with_others(found, owners, mark, sentence)
            taken.add(sentence)
            yield Task(*sentence, mark.owner, "action.column", due)


def _in_order(
    found: Findings, owners: Owners, marks: Sequence[Mark], told: Mapping[int, str | None]
) -> dict[Mark, tuple[int, int]]:
    """The sentences of marks that stand one below the other: those that fit them best, the first the first mark."""
    ordered: dict[Mark, tuple[int, int]] = {}
    acted_on = sorted([*told, *to_be_done(found)])
    heads = sorted(item.citation.end for item in found.items if not _is_short(item.number))
    for _, run in groupby(marks, key=lambda mark: mark.block):
        group = [mark for mark in run if mark.owner and not mark.placed and not mark.within]
        if len(group) < 2:
            continue
        sentences = holding(_in_row(found, group[0], heads), acted_on)
        if not len(group) <= len(sentences) <= _ROW:
            continue
        called = [worded(owners.called(mark.owner or "")) for mark in group]
        fits = [[fitness(found, said, who, told) for said in sentences] for who in called]
        chosen = max(
            combinations(range(len(sentences)), len(group)),
            key=lambda places: _worth([fits[at][place] for at, place in enumerate(places)]),
        )
        if _worth([fits[at][place] for at, place in enumerate(chosen)]):
            ordered |= {mark: (sentences[at].start, sentences[at].end) for mark, at in zip(group, chosen, strict=True)}
    return ordered


def _in_row(found: Findings, mark: Mark, heads: Sequence[int]) -> list[Sentence]:
    """The sentences above a mark without a place, since the mark before it or what heads the business in its row.

    That is none of the entries of a list whose last the mark stands beside, "1." of the letters above "4.": `heads` is
    where the items end that are not numbered so, in order.
    """
    block = found.document.blocks[mark.block]
    listed = _is_short((block.label or "").strip(".()"))
    head = (last_to(heads, block.start) if listed else 0) or last_to(found.item_ends, block.start)
    since = max(head, note_before(found, mark.block))
    return found.sentences[bisect_right(found.starts, since) : bisect_right(found.starts, block.end - 1)]


def _is_short(number: str | None) -> bool:
    """Whether a number may be that of an entry of a list: "4"."""
    return len(number or "") < 3 and (number or "").isdigit()


def _worth(fits: Sequence[int]) -> int:
    """How well several sentences fit as many marks; 0 if one of them does not."""
    return sum(fits) if all(fits) else 0


def _with_others(found: Findings, owners: Owners, mark: Mark, span: tuple[int, int]) -> tuple[int, int]:
    """A sentence beside "UK / TO" with those after it that say what the others do: "UK to write. TO to ring."."""
    who = [owners.called(each) for each in re.split(r"\s*[/,&]\s*", mark.owner or "")]
    end, text = span[1], found.document.text
    if len(who) < 2:
        return span
    begins = re.compile(rf"(?:{'|'.join(who)}) (?:to|will|would) [a-z]")
    if not begins.match(text, span[0]):
        return span
    for at in range(bisect_right(found.starts, end - 1), len(found.sentences)):
        said = found.sentences[at]
        if said.block != found.document.block_index(span[0]) or not begins.match(text, said.start):
            break
        end = said.end
    return span[0], end
