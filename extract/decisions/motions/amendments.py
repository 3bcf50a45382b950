"""Amendments: what they asked for, the motion that they were to change, and the motion that came out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from extract.alternatives import either
from extract.decisions.limbs import Limb, limbs_of
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.motions.putting import PUT
from extract.decisions.verdict_lines import THEN_WAS, is_mover_line
from extract.decisions.votes.figures import division_in
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from extract.items.heading import block_below
from extract.text import Sentence
from minutes.model import Votes

AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# The line over those who moved an amendment: "Amendment No. 2"
AMENDMENT_LABEL = re.compile(
    r"(?:(?:first|second|third|fourth|further|proposed) )?amendment(?: (?:no\.? ?)?\d{1,2}| [a-e])?[:.]?", re.IGNORECASE
)
# "... was carried and became part of the substantive motion", "and was incorporated in the substantive motion"
BECAME_PART = re.compile(
    rf"\b(?:{either('became|becomes|becoming|formed|forms|forming|incorporated|included')})\b.{{0,40}}"
    r"\bsubstantive (?:motion|proposal)\b",
    re.IGNORECASE,
)
AMENDMENT_CARRIED = re.compile(
    rf"\W*(?:the )?amendment\W+{THEN_WAS}(?:carried|agreed|approved|passed)\b", re.IGNORECASE
)
# "The Board, having first rejected by 2 votes to 4 a proposal by Ms Tay that it wait, RESOLVED (by 4 votes to 2):"
ASIDE = re.compile(
    r" having (?:first |already |earlier )?(?P<told>(?:rejected|defeated|voted down)\b(?:[^.;\n]|\.\d){10,500}?), "
    r"(?=(?:RESOLVED|AGREED|resolved|agreed|it was)\b)"
)
_THAT = re.compile(r"[“\"‘']?[Tt]hat\b")
_AMENDS = re.compile(r"\bamend(?:ment|ed|s|ing)?\b", re.IGNORECASE)
_AS_AMENDED = re.compile(r"\b(?:as|so) amended\b", re.IGNORECASE)  # of the motion
# Where the vote is on the amendment, and not between it and the motion.
_BOTH_SIDES = re.compile(
    r"\bfor the amendment\b(?:(?:(?!\bthe (?:amendment|motion)\b)[\s\S]){0,1500}\bagainst the amendment\b"
    r"|[^.\n]{0,40}\bagainst\b(?! the motion))",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"\b(?:lost|carried|defeated|fell|fails|substantive|RESOLVED)\b|(?<=\n)(?:The|On)\b")
_ASKS = re.compile(r"\bthat\b")
_SECONDED = re.compile(r"\bsecond(?:ed|er|s)\b", re.IGNORECASE)
_FELL = re.compile(r"\bamendment\W+(?:[a-z]+ ){1,3}(?:lost|defeated|fell|failed|rejected)\b", re.IGNORECASE)
_DIVIDED = 2000  # characters below "On a division there voted" in which the names of the voters may stand
AMENDED = re.compile(
    r"(?:\b(?:moved|proposed) (?:as )?an amendment,? (?:seconded by [^,]+, )?"
    r"|\bamendment,? (?:was )?(?:moved|proposed) by [^,;]{3,60}?,? (?:and )?seconded by [^,;]{3,60}?,? )"
    r"(?:to the effect )?(?P<what>(?:that|to(?! the\b)) .+?)"
    r"(?=(?:[,;]? (?:and )?(?:this|it) was|[,;]) seconded\b"
    r"|,? (?:was|on being) (?:then |duly )?(?:put|lost|defeated)\b|$)"
    r"|\b(?:moved|proposed),? seconded by [^,;]{3,60}, an amendment,? (?:to the effect )?(?P<which>(?:that|to) .+)"
    r"|\bamendment\b.*\b(?:moved|proposed),? "
    r"(?:by [^,.;:]{3,40}?,? (?:and )?seconded by [^,.;:]{3,40}?,? (?=that\b|to\b))?"
    r"(?:that )?(?P<also>.+)",
    re.IGNORECASE,
)


def amendment_carried(found: Findings, verdict: Sentence) -> bool:
    """Whether a sentence tells that an amendment was carried, and nothing else."""
    return bool(AMENDMENT_CARRIED.match(found.document.text, verdict.start, verdict.end))


def carried_amendment(found: Findings, verdict: Sentence) -> Sentence | None:
    """Where an amendment was put of which a verdict tells that it was carried, unless a decision has been made of it.

    The motion that is then resolved does not tell who was for the change and who against it.
    """
    text = found.document.text
    if not amendment_carried(found, verdict):
        return None
    low = found.item_start(verdict.start)
    quoted = [(each.start, each.end) for each in found.quoted if low <= each.start < verdict.start]
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, verdict.start)]
    for put in reversed(before):
        # "It was moved by A and seconded by B that it wait. The amendment was carried.": the verdict says what it was
        here = put is before[-1] and put.block == verdict.block
        moved = all(p.search(text, put.start, put.end) for p in (PUT, _SECONDED, *([] if here else [_AMENDS])))
        if moved and not any(start <= put.start < end for start, end in quoted):
            told = any(put.start <= decision.citation.start < put.end for decision in found.decisions)
            return None if told else put
    return None


def lost_aside(found: Findings) -> Iterator[tuple[Limb, Motion]]:
    """What was proposed in vain, as a resolution tells aside, with who moved it: "having rejected a proposal that"."""
    for aside in ASIDE.finditer(found.document.text):
        if asked := _ASKS.search(found.document.text, *aside.span("told")):
            yield Limb(asked.start(), aside.end("told")), motion_in(aside["told"])


def below_division(found: Findings, sentence: Sentence) -> str:
    """The paragraph or row of a sentence that tells of a division, and what is printed below it."""
    start = found.document.blocks[sentence.block].start
    return found.document.text[start : _divided_until(found, sentence)]


def vote_on_amendment(found: Findings, sentence: Sentence) -> Votes | None:
    """The vote of those for an amendment and those against it, where both are told: "Against the amendment (9): ..."

    Null where the amendment was put against the motion, as in Scotland.
    """
    told = found.document.text[sentence.start : _divided_until(found, sentence)]
    sides = _BOTH_SIDES.search(told)
    if not sides:
        return None
    ends = _VERDICT.search(told, sides.end())
    votes = votes_in(told[: ends.start() if ends else len(told)].replace(" the amendment", ""))
    return votes if isinstance(votes, Votes) else None


def fell_below(found: Findings, sentence: Sentence) -> int:
    """Where "The amendment was lost." ends, below a sentence that tells of the vote on it; else where that ends."""
    fell = _FELL.search(found.document.text, sentence.end, _divided_until(found, sentence))
    return fell.end() if fell else sentence.end


def _divided_until(found: Findings, sentence: Sentence) -> int:
    return min(sentence.end + _DIVIDED, found.item_end(sentence.start))


def for_the_amendment(votes: Votes | Literal["unanimous"] | None) -> Votes | None:
    """The counts of a division as seen from the amendment."""
    told = isinstance(votes, Votes) and votes.for_ is not None
    return Votes(for_=votes.against, against=votes.for_, abstain=votes.abstain) if told else None  # type: ignore[union-attr]


def follows_amendment(found: Findings, verdict: Sentence, since: int) -> bool:
    """Whether the last decision, which ends at `since`, is on an amendment, and a verdict on another motion."""
    text = found.document.text
    last = found.decisions[-1] if found.decisions else None
    begun = bisect_right(found.starts, last.citation.start) - 1 if last else -1  # "An amendment that ... was lost."
    return bool(
        last
        and _AMENDS.search(text, found.starts[begun] if begun >= 0 else last.citation.start, since)
        and not _AMENDS.search(_AS_AMENDED.sub("", text[verdict.start : verdict.end]))
    )


def before_amendments(found: Findings, verdict: Sentence, since: int) -> Sentence | None:
    """The motion that a verdict is on after one on its amendment: it was put before, and nothing was made of it yet."""
    if not follows_amendment(found, verdict, since):
        return None
    text = found.document.text
    low = found.item_start(verdict.start)
    told = {decision.citation.start for decision in found.decisions}
    for sentence in reversed(found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, since)]):
        words = text[sentence.start : sentence.end]
        if PUT.search(words) and not _AMENDS.search(words) and not is_mover_line(words):
            return None if any(sentence.start <= start < sentence.end for start in told) else sentence
    return None


def substantive(found: Findings, verdict: Sentence, low: int) -> list[Limb]:
    """What was moved that is put again after its amendments, below the line that names its movers: limbs, or a block
    of text."""
    document = found.document
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, verdict.start)]
    for head in before:
        text = document.text[head.start : head.end]
        if text.endswith(":") and is_mover_line(text):
            limbs = limbs_of(document, head.end, head.block, verdict.start)
            below = block_below(document, head.block)
            whole = [Limb(below.start, below.end)] if below and _THAT.match(document.text, below.start) else []
            return [limb for limb in limbs if limb.start > head.end] or whole
    return []


def beaten(found: Findings, sentence: Sentence, low: int) -> list[Limb]:
    """What the amendment asked for that a division tells of, unless it had more votes than the motion."""
    document = found.document
    straight = vote_on_amendment(found, sentence)
    division = division_in(below_division(found, sentence)) if not straight else (straight.against, straight.for_)
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, sentence.start)]
    for put in reversed(before):
        asked = AMENDED.search(document.text, put.start, put.end)
        if asked and not (division and (division[1] or 0) > (division[0] or 0)):
            return [Limb(max(map(asked.start, ("what", "which", "also"))), put.end)]
    return []
