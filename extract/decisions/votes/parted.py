"""Parts of a motion that were put to the vote by themselves, and so have another vote than the whole of it.

"Part 4 of the motion was put separately and carried by 6 votes to 2", or "The Chair put paragraph (b) to the vote and
the voting was:" over the names. The resolution that is then printed has a limb of that label.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.decisions.business import is_of_other_business
from extract.decisions.verdict_lines import VERDICT_LINE
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from extract.text import Sentence
from minutes.model import Decision, Votes

_ONE = r"\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])\)?(?![\w’'])"


def _part(name: str) -> str:
    """Parts of a motion by their labels: "part 4", "paragraphs (a) and (c)"."""
    named = r"(?:parts?|paragraphs?|paras?\.?|recommendations?|clauses?|limbs?|points?|sections?)"
    return rf"(?:the )?{named} (?:nos?\.? ?)?(?P<{name}>{_ONE}(?:(?:, | and |, and | & ){_ONE})*)"


_PUT, _WAS, _ON = map(_part, ("put", "was", "on"))
_PUT_APART = re.compile(
    rf"\b(?=[clprst])(?:put {_PUT}[^\n]{{0,300}}?\bto (?:the|a) vote\b"
    rf"|\b{_WAS}(?=[^.\n]{{0,60}}?\b(?:separately|individually|of the (?:\w+ )?(?:motion|recommendations|proposal)))"
    r"[^.,;\n]{0,40}? (?:was|were) (?:then |also |now )?(?:put|voted (?:up)?on|taken)\b"
    rf"|\b(?:separate|recorded) votes? (?:was |were )?(?:then )?(?:taken |held |requested )?(?:up)?on {_ON})",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\(?(?P<label>\d{1,2}|[ivx]{1,5}|[a-z])[.)]{1,2}\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"‘](?P<words>[^“”\"]{12,}?)[”\"’](?!\w)")
_ON_OTHERS = re.compile(r"\b(?i:to the vote)\b|\bRESOLVED\b|\bResolved\b")
# "(i) 4 for, 1 against": how they voted on one limb
_LIMB_LABEL = re.compile(r"\((?:[ivx]{1,4}|[a-h]|\d)\)")
_ON_LIMB = re.compile(
    r"\d{1,2} (?:votes? )?(?:for|in favou?r)\b|(?:and \(\w+\) )?(?:was |were )?(?:carried|agreed|lost)\b"
)
# "Both were agreed (Recommendation 2 by 4 votes to 1)", and of the other no count is told
_IN_BRACKETS = re.compile(
    r"\((?:recommendation|resolution|part|paragraph) (?P<label>\d{1,2}) by [^()]{1,20} votes? to [^()]*\)",
    re.IGNORECASE,
)
_CODED = re.compile(r"\b(?:R|Rec\.?|Recommendation)\s?(?P<label>\d{1,2})\s?[:.–-]?\s*$", re.IGNORECASE)
_FAR = 3000  # characters below "put to the vote", in which those may be named who voted


@dataclass(frozen=True)
class _Vote:
    """A vote on one part: its label, the words of it that are quoted, and where it is told."""

    label: str
    words: str | None
    at: int
    votes: Votes
    alone: bool = False  # and no other count was told

    @property
    def carried(self) -> bool:
        return (self.votes.for_ or 0) > (self.votes.against or 0)


def is_limb_vote(found: Findings, said: Sentence) -> str | None:
    """The label of the limb on which alone a line behind it tells the vote: "(ii) 4 for, 1 against"."""
    label = found.document.blocks[said.block].label
    on_limb = label and _LIMB_LABEL.fullmatch(label) and _ON_LIMB.match(found.document.text, said.start)
    return label.strip("()").casefold() if label and on_limb else None


def put_apart(found: Findings) -> list[tuple[int, int]]:
    """The stretches that tell how votes on a part of a motion went, each from the sentence that puts it."""
    text = found.document.text
    told = [_sentence(found, match.start()) for match in _PUT_APART.finditer(text)] if found.sentences else []
    return [(said.start, said.end if votes_in(text[said.start : said.end]) else _until(found, said)) for said in told]


def with_own_votes(found: Findings) -> Iterator[Decision]:
    """The decisions, with the vote on a limb alone in place of that on the whole of its motion."""
    own: dict[str, Votes | None] = {}
    votes = list(_votes(found))
    for vote in votes:
        low = found.item_start(vote.at)
        high = found.item_end(vote.at)
        limbs = [each for each in found.decisions if low <= each.citation.start < high]
        # Where a part was lost the others may be printed under other numbers.
        sure = all(each.carried for each in votes if low <= each.at < high)
        meant = [each for each in limbs if _label(found, each) == vote.label and _is_meant(vote, each, sure=sure)]
        if len(meant) == 1 and vote.carried:
            own |= {each.id: None for each in limbs if vote.alone and each.votes == vote.votes}
            own[meant[0].id] = vote.votes
    for decision in found.decisions:
        yield decision.model_copy(update={"votes": own[decision.id]}) if decision.id in own else decision


def _votes(found: Findings) -> Iterator[_Vote]:
    text = found.document.text
    for put in _PUT_APART.finditer(text):
        said = _sentence(found, put.start())
        following = _PUT_APART.search(text, put.end(), max(put.end(), said.end))
        told = votes_in(text[put.start() : following.start() if following else said.end])
        told = told or (None if following else votes_in(text[said.end : _until(found, said)]))
        quoted = _QUOTED.search(put[0])
        if isinstance(told, Votes) and told.for_ is not None and told.against is not None:
            for label in re.findall(r"\w+", re.sub(r"\band\b", " ", put[put.lastgroup or 0])):
                yield _Vote(label.casefold(), quoted["words"] if quoted else None, put.start(), told)
    for said in found.sentences:
        if label := is_limb_vote(found, said):
            told = votes_in(text[said.start : said.end])
            if isinstance(told, Votes):
                yield _Vote(label, None, said.start, told)
    for match in _IN_BRACKETS.finditer(text):
        told = votes_in(match[0])
        if isinstance(told, Votes):
            yield _Vote(match["label"], None, match.start(), told, alone=True)


def _sentence(found: Findings, offset: int) -> Sentence:
    return found.sentences[max(0, bisect_right(found.starts, offset) - 1)]


def _until(found: Findings, said: Sentence) -> int:
    """Where what is told of the vote ends, below the sentence that puts a part: with its verdict or at another vote."""
    text, stop = found.document.text, min(found.item_end(said.start), said.end + _FAR)
    for below in found.sentences_within(said.end, stop):
        words = text[below.start : below.end]
        if VERDICT_LINE.fullmatch(words):
            return below.end
        if _ON_OTHERS.search(words):
            return below.start
    return stop


def _label(found: Findings, decision: Decision) -> str | None:
    """The letter or number ahead of a limb: "b" of "(b) that the gate be mended"."""
    start = decision.citation.start
    block = found.document.blocks[found.document.block_index(start)]
    ahead = _AHEAD.search(found.document.text, block.start, start) or _CODED.search(
        found.document.text, block.start, start
    )
    return ahead["label"].casefold() if ahead else None


def _is_meant(vote: _Vote, decision: Decision, *, sure: bool) -> bool:
    return not is_of_other_business(vote.words, decision.text) if vote.words else sure
