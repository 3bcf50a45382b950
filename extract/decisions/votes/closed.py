"""Statements that end in the vote on them: "The weir stays shut (all in favour).", "... until May. (2 abstain)"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.verdict_lines import says_nothing
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.polled import is_elsewhere
from extract.findings import Findings
from extract.text import Sentence, content_start
from minutes.model import Votes

_SIDE = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?:votes? )?(?:in favou?r|for|ayes?|yes|against"
    r"|opposed|noes|nays?|abst\w*)"
)
_SIDES = rf"{_SIDE}(?:(?:[,;/]| and|, and) ?{_SIDE}){{0,2}}"
_VOTE = (
    r"(?:all (?:were )?in favou?r|all agreed?|unanimous(?:ly)?(?: vote| agreement| consent)?"
    rf"|(?:passed|carried)(?: unanimously)?|{_SIDES})"
)
_ENDS = re.compile(rf"\((?P<vote>{_VOTE})\)[.:]?$", re.IGNORECASE)
# "Accepted: 9 in favour."
_TALLIED = re.compile(
    rf"(?:proposed and )?(?:approved|accepted|agreed|adopted|passed|carried)\s?[,:;–-]? ?\(?(?P<vote>{_SIDES})\)?\.?",
    re.IGNORECASE,
)
# What these tell of has its movers and its verdict, or its answers, in other sentences.
_OF_ANOTHER = re.compile(
    r"\b(?:motions?|amendments?|put to|vot(?:ed|es|ing)|ballots?|seconded|resolved|surveys?|respon[ds]\w*|replies"
    r"|letters|consultations?|quorum|on a vote,? (?:the|this|it)|the proposal was not)\b",
    re.IGNORECASE,
)
_SEVERAL = 4  # sentences, at most, that a vote in a sentence of its own closes


class Closed(NamedTuple):
    """What was decided, and how the vote on it went."""

    limb: Limb
    votes: Votes | Literal["unanimous"] | None


def closed(found: Findings) -> Iterator[Closed]:
    """The statements with a vote at their end that no decision tells, or the entries of the list that one leads to."""
    text, blocks = found.document.text, found.document.blocks
    taken = _Taken(found)
    for index, said in enumerate(found.sentences):
        ends = _ends(text[said.start : said.end])
        if ends is None or blocks[said.block].kind in ("table_row", "note", "heading"):
            continue
        first = _first(found, index, taken)
        weighed = any(low <= said.start < high for low, high in found.weighed)
        if first is None or weighed or taken.holds(first, said.end):
            continue
        taken.until = said.end
        votes = votes_in(f"vote: {ends['vote']}") or _one_side(ends["vote"])
        listed = _listed(found, said) if text[said.end - 1] == ":" else []
        for limb in listed or [Limb(first, said.end)]:
            yield Closed(limb, votes)


class _Taken:
    """Where the decisions stand that have been told, and where the last of those ends that were found since."""

    def __init__(self, found: Findings) -> None:
        told = sorted((decision.citation.start, decision.citation.end) for decision in found.decisions)
        self.starts = [start for start, _ in told]
        self.reach = list(accumulate((end for _, end in told), max))
        self.until = 0

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch shares text with one of them."""
        before = bisect_left(self.starts, end)
        return start < self.until or (before > 0 and self.reach[before - 1] > start)


def _ends(words: str) -> re.Match[str] | None:
    """The vote at the end of a sentence, or that is all of it."""
    return (_ENDS.search(words) if ")" in words[-2:] else None) or _TALLIED.fullmatch(words)


def _first(found: Findings, index: int, taken: _Taken) -> int | None:
    """Where that begins which the vote at the end of a sentence is on; null where another sentence tells it."""
    text, said = found.document.text, found.sentences[index]
    words = text[said.start : said.end]
    if _OF_ANOTHER.search(words):
        return None
    if not says_nothing(words):
        return None if is_elsewhere(found.document, said.start) else said.start
    before = found.sentences[max(0, index - _SEVERAL - 1) : index]
    starts: list[int] = []
    for each in reversed(before):
        told = each.block != said.block or taken.holds(each.start, each.end)
        if told or says_nothing(text[each.start : each.end]):
            break
        starts.append(each.start)
    return starts[0 if len(starts) > _SEVERAL else -1] if starts else None


def _one_side(vote: str) -> Votes | None:
    """The count of those in favour, where no other side is told."""
    told = re.match(r"(\d+) (?:votes? )?(?:in favou?r|for|ayes?|yes)\b", vote, re.IGNORECASE)
    return Votes(for_=int(told[1])) if told else None


def _listed(found: Findings, said: Sentence) -> list[Limb]:
    """The entries of the list that a line leads to."""
    document, limbs = found.document, []
    for block in document.blocks[said.block + 1 :]:
        if block.furniture:
            continue
        if block.kind != "list_item":
            break
        limbs.append(Limb(content_start(document, block), block.end))
    return limbs
