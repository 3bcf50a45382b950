"""What a form declares below a motion and the vote on it: "MOTION: APPROVED 1st: ORME", "VOTE: 5/0", "DECISION: ...".

Boards that hear applications print their cases so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block, Document, Votes

_DECISION = re.compile(r"(?:^|(?<=\s))(?:DECISION|Decision):(?:\s+(?=\S)|$)")
_MOTION = re.compile(r"(?:MOTION|Motion):\s")
_VOTE = re.compile(r"(?:VOTE|Vote):\s")
_FIRST = re.compile(rf"\b1\s?st\s?:\s*(?!N/A)(?P<name>{NAME})")
_SECOND = re.compile(rf"\b2\s?nd\s?:\s*(?!N/A)(?P<name>{NAME})")
_GOES_ON = re.compile(r",?\s*\n(?=[A-Z]{2,}, )")  # a list of names, in the next line
_ABOVE = 10  # blocks from the decision up to the motion


class Declared(NamedTuple):
    """What was declared, who moved it, the vote, and the stretch from the motion to the end of the decision."""

    limb: Limb
    motion: Motion
    within: tuple[int, int]


def declared(found: Findings) -> Iterator[Declared]:
    """The lines that a label says are the decision, where a motion and a vote with their labels stand over them."""
    document = found.document
    blocks = [block for block in document.blocks if not block.furniture and block.kind not in ("note", "table_row")]
    for index, block in enumerate(blocks):
        label = _DECISION.search(document.text, block.start, block.end)
        limb = _limb(document, blocks, index, label.end()) if label else None
        if not limb:
            continue
        low = found.item_start(block.start)
        above = [each for each in blocks[max(0, index - _ABOVE) : index] if each.start >= low]
        put = next((each for each in reversed(above) if _starts(document, each, _MOTION)), None)
        over = above[above.index(put) :] if put else []
        vote = next((each for each in over if _starts(document, each, _VOTE)), None)
        if put and vote:
            yield Declared(limb, _motion(document, put, vote, block.end), (put.start, limb.end))


def _limb(document: Document, blocks: list[Block], index: int, start: int) -> Limb | None:
    """What stands behind a label, or in the paragraph below it."""
    if start < blocks[index].end:
        return Limb(start, blocks[index].end)
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return Limb(content_start(document, below), below.end) if below and below.kind == "paragraph" else None


def _starts(document: Document, block: Block, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(document.text, content_start(document, block), block.end))


def _motion(document: Document, put: Block, vote: Block, end: int) -> Motion:
    """Who moved and seconded, and how the vote went; nobody and nothing where no vote was needed."""
    mover = _FIRST.search(document.text, put.start, put.end)
    seconder = _SECOND.search(document.text, put.start, put.end)
    votes = votes_in(_GOES_ON.sub(", ", document.text[vote.start : end]))
    if isinstance(votes, Votes) and votes.names and len(votes.names.for_) != votes.for_:
        votes = votes.model_copy(update={"names": None})  # some of them are printed further off
    return Motion(mover and mover["name"], seconder and seconder["name"], votes)
