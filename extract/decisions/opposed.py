"""A motion and the amendments that it was put against, each below a line that says which it is, as in Scotland.

"Motion" stands over its words and who moved it, "Amendment" over its own, and further down "The Motion was carried by 4
votes to 3 and the Committee resolved accordingly."
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.decisions.amendments import for_the_amendment
from extract.decisions.limbs import Limb, limbs_of
from extract.decisions.motions import is_mover_line
from extract.decisions.votes import Motion, motion_in, votes_in
from extract.findings import Findings
from extract.text import Sentence, content_start

_LABEL = re.compile(r"(?:(?:first|second|third) )?(?P<which>motion|amendment)(?: \(?[1-4a-d]\)?)?[:.]?", re.IGNORECASE)
_VERDICT = re.compile(
    r"(?:the )?(?P<which>motion|amendment)(?: by .{3,40}?)?,? (?:(?:was|is|therefore|accordingly|then|duly|thereby"
    r"|declared) )*(?:(?P<lost>lost|defeated|fell)|carried|agreed|approved|became (?:the )?(?:finding|decision))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Opposed:
    """What was put: its limbs, who moved it and with what votes, whether it was lost, and the stretch that tells it.

    `end` is where the sentence ends that tells what became of it.
    """

    limbs: list[Limb]
    motion: Motion
    lost: bool
    within: tuple[int, int]
    end: int


def opposed(found: Findings) -> Iterator[Opposed]:
    """Each motion and amendment that is set so, where a sentence tells which of them was carried."""
    document = found.document
    labels = [
        (block.start, index, told["which"].casefold())
        for index, block in enumerate(document.blocks)
        if block.kind in ("paragraph", "heading")
        if (told := _LABEL.fullmatch(document.text[block.start : block.end].strip()))
    ]
    for (start, first, which), (below, second, other) in pairwise(labels):
        stop = found.item_end(start)
        if which != "motion" or other != "amendment" or below >= stop:
            continue
        if any(below < at < stop for at, _, _ in labels):
            continue  # which of several amendments it fell to is not told in one sentence
        if (verdict := _verdict(found, below, stop)) is not None:
            yield from _told(found, (first, second), verdict)


def _verdict(found: Findings, start: int, stop: int) -> Sentence | None:
    """The sentence below an amendment that tells what became of the two."""
    below = found.sentences[bisect_left(found.starts, start) : bisect_left(found.starts, stop)]
    return next((said for said in below if _VERDICT.match(found.document.text, said.start, said.end)), None)


def _told(found: Findings, labels: tuple[int, int], verdict: Sentence) -> Iterator[Opposed]:
    text, blocks = found.document.text, found.document.blocks
    told = _VERDICT.match(text, verdict.start, verdict.end)
    amended = told is not None and (told["which"].casefold() == "amendment") != bool(told["lost"])
    ends = (blocks[labels[1]].start, verdict.start)
    put = [_put(found, index, end) for index, end in zip(labels, ends, strict=True)]
    if not all(limbs for limbs, _ in put):
        return
    votes = votes_in(text[verdict.start : verdict.end]) or votes_in(text[put[1][0][-1].end : verdict.end])
    own = told is not None and told["which"].casefold() == "amendment"  # whose side the count is told from
    for number, ((limbs, motion), low, high) in enumerate(
        zip(
            put, (blocks[labels[0]].start, blocks[labels[1]].start), (blocks[labels[1]].start, verdict.end), strict=True
        )
    ):
        seen = votes if (number == 1) == own else for_the_amendment(votes)
        yield Opposed(limbs, replace(motion, votes=seen), (number == 1) != amended, (low, high), verdict.end)


def _put(found: Findings, label: int, end: int) -> tuple[list[Limb], Motion]:
    """What stands between a label and the line of the movers below it, and who they are."""
    document = found.document
    blocks = [
        index
        for index in range(label + 1, len(document.blocks))
        if document.blocks[index].start < end and not document.blocks[index].furniture
    ]
    texts = {index: document.text[document.blocks[index].start : document.blocks[index].end] for index in blocks}
    movers = next((index for index in blocks if is_mover_line(texts[index])), None)
    if movers is None or movers == blocks[0]:
        return [], Motion()
    first = document.blocks[blocks[0]]
    limbs = limbs_of(document, content_start(document, first), blocks[0], document.blocks[movers].start)
    return limbs, motion_in(texts[movers])
