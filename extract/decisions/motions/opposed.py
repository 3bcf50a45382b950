"""A motion and the amendments that it was put against, each below a line that says which it is, as in Scotland.

"Motion" stands over its words and who moved it, "Amendment" over its own, and further down "The Motion was carried by 4
votes to 3 and the Committee resolved accordingly."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.decisions.limbs import Limb, limbs_listed, limbs_of
from extract.decisions.motions.amendments import for_the_amendment
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.verdict_lines import THEN_WAS, is_mover_line
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from extract.text import Sentence, content_start

_LABEL = re.compile(r"(?:(?:first|second|third) )?(?P<which>motion|amendment)(?: \(?[1-4a-d]\)?)?[:.]?", re.IGNORECASE)
_VERDICT = re.compile(
    rf"(?:the )?(?P<which>motion|amendment)(?: by .{{3,40}}?)?,? {THEN_WAS}"
    r"(?:(?P<lost>lost|defeated|fell)|carried|agreed|approved|became (?:the )?(?:finding|decision))\b",
    re.IGNORECASE,
)
# "To approve the amendment by Councillor Orme.", below the line "Decision"; one that was adjusted is printed nowhere
_APPROVES = re.compile(
    r"to (?:approve|agree|adopt|accept) (?:the terms of )?the (?P<which>motion|amendment)"
    r"(?: (?:by|of|from|in the name of) (?:(?! as )[^,.;:]){3,60})?\.?",
    re.IGNORECASE,
)
_FIRST_SIDE = re.compile(r"\b(?:for|in favou?r of) the (?P<which>motion|amendment)\b", re.IGNORECASE)
_MOST = 30  # blocks of one motion


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
    whole: bool = False  # approved, whatever else it notes


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
        for verdict in found.sentences_within(below, stop):
            if told := _verdict(found, verdict):
                yield from _told(found, (first, second), verdict, told)
                break


def moved_above(found: Findings) -> Iterator[Opposed]:
    """Each motion in quotation marks over the line of its movers, where "To approve the motion" stands below alone."""
    document = found.document
    for verdict in found.sentences:
        told = _APPROVES.fullmatch(document.text, verdict.start, verdict.end)
        if not told or told["which"].casefold() != "motion":
            continue
        low = max((item.citation.end for item in found.items if item.citation.start < verdict.start), default=0)
        above = range(verdict.block - 1, max(-1, verdict.block - _MOST), -1)
        quoted = (index for index in above if document.text[content_start(document, document.blocks[index])] in '“"')
        first = next(quoted, None)
        if first is None or document.blocks[first].start < low:
            continue
        limbs, motion = _put(found, first - 1, verdict.start)
        if limbs and not any(limbs[0].start <= d.citation.start < limbs[-1].end for d in found.decisions):
            start = content_start(document, document.blocks[first]) + 1
            end = len(document.text[: limbs[-1].end].rstrip('”" '))
            yield Opposed([Limb(start, end)], motion, False, (start, verdict.end), verdict.end, whole=True)


def _verdict(found: Findings, sentence: Sentence) -> re.Match[str] | None:
    """The words of a sentence that tell which of the two was carried."""
    text = found.document.text
    return _VERDICT.match(text, sentence.start, sentence.end) or _APPROVES.fullmatch(text, sentence.start, sentence.end)


def _told(found: Findings, labels: tuple[int, int], verdict: Sentence, told: re.Match[str]) -> Iterator[Opposed]:
    """The motion and the amendment below these labels, by the sentence that tells what became of the two."""
    text = found.document.text
    start, below = (found.document.blocks[label].start for label in labels)
    put = [_put(found, labels[0], below), _put(found, labels[1], verdict.start)]
    if not all(limbs for limbs, _ in put):
        return
    own = told["which"].casefold() == "amendment"
    amended = own != bool(told.groupdict().get("lost"))
    votes = votes_in(text[verdict.start : verdict.end])
    if not votes:
        division = text[put[1][0][-1].end : verdict.end]
        votes, first = votes_in(division), _FIRST_SIDE.search(division)
        own = first["which"].casefold() == "amendment" if first else own  # whose side the count is told from
    for amends, (limbs, motion), within in zip((False, True), put, ((start, below), (below, verdict.end)), strict=True):
        seen = votes if amends == own else for_the_amendment(votes)
        yield Opposed(limbs, replace(motion, votes=seen), amends != amended, within, verdict.end)


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
    stop = document.blocks[movers].start
    limbs = limbs_listed(document, blocks[0], stop) if first.label else []
    limbs = limbs or limbs_of(document, content_start(document, first), blocks[0], stop)
    return limbs, motion_in(texts[movers])
