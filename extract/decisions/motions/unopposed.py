"""What was moved and seconded, with no decision told: "The accounts were shown. Proposed: Orme, seconded: Tay"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.motions.putting import PUT, UNNAMED
from extract.decisions.repeated import RESOLUTIONS
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings
from extract.text import Sentence

_NAMES_MOVER = re.compile(r"\W*(?:proposed|proposer|moved|prop\b)", re.IGNORECASE)
_NAMES_SECONDER = re.compile(r"\W*(?:and )?second", re.IGNORECASE)
_APPROVES = re.compile(
    r"(?:(?:(?:agenda )?item )?\d{1,3}\s?[.:)–-]\s?)?(?P<what>(?:approval|adoption|acceptance|confirmation) of\b"
    r"|(?:move|motion|proposal|resolution) (?:to|that)\b"
    r"|(?:to )?(?:confirm|approve|adopt|accept|ratify) (?:(?:the|draft|last|previous|annual) )*[a-z]{4,})",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:accepted|agreed|carried|passed|approved|adopted)\b|\b(?:all )?in favou?r\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|fell|fail(?:s|ed)?|defeated|not (?:carried|reached|supported|passed))\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:withdrawn|withdrew|deferred|carried|amendment)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\W?\w")
_TALK = 30  # words; a longer sentence is of the debate
_NEXT = 2  # sentences that may tell what became of the motion


def moved_alone(found: Findings) -> Iterator[tuple[Limb, Motion, bool]]:
    """Lines that name a mover and a seconder and nothing else, where no decision is told around them.

    What was moved (the sentence or the title of approval above it, else the line itself), by whom, and whether a
    sentence below says that it was lost.
    """
    text, sentences = found.document.text, found.sentences
    taken = [(decision.citation.start, decision.citation.end) for decision in found.decisions]
    for index, said in enumerate(sentences):
        if not _NAMES_MOVER.match(text, said.start):
            continue
        below = sentences[index + 1 : index + 2]
        halves = [each for each in below if _NAMES_SECONDER.match(text, each.start)]
        end = halves[0].end if halves else said.end
        words = text[said.start : end]
        motion = motion_in(words)
        if not (motion.mover and motion.seconder and is_mover_line(words)):
            continue
        low, high = found.item_start(said.start), found.item_end(said.start)
        before = next((each for each in sentences[max(0, index - 1) : index] if each.start >= low), None)
        rest = [each for each in sentences[index + 1 : index + 1 + len(halves) + _NEXT] if each.start < high]
        start, stop = before.start if before else said.start, rest[-1].end if rest else end
        if _moved_below(found, motion, end, high) or _moved_above(found, motion, low, said.start):
            continue
        if not any(at < stop and start < to for at, to in taken) and not _LEFT.search(text, end, stop):
            motion = replace(motion, votes=motion.votes or votes_in(text[end:stop]))
            told = _what(found, before) or _verdict(text, rest[len(halves) :]) or Limb(said.start, end)
            yield told, motion, bool(_LOST.search(text, end, stop))


def _over_list(found: Findings, last: Sentence) -> Sentence | None:
    """The motion with a colon over a list without numbers, of which a sentence is the last."""
    blocks, first = found.document.blocks, last.block
    while first and (
        blocks[first].furniture
        or (blocks[first].kind == "list_item" and not _NUMBERED.match(blocks[first].label or ""))
    ):
        first -= 1
    over = found.sentences[bisect_right(found.starts, blocks[first].end) - 1] if first < last.block else last
    words = found.document.text[over.start : over.end]
    return over if over is not last and words.endswith(":") and PUT.search(words) else None


def _moved_below(found: Findings, motion: Motion, low: int, high: int) -> bool:
    """Whether a resolution further down in the item has these movers: it was printed when it was carried."""
    movers = (motion.mover, motion.seconder)
    resolved = (d for d in found.decisions if d.rule in RESOLUTIONS and low <= d.citation.start < high)
    return any((d.mover, d.seconder) == movers for d in resolved)


def _moved_above(found: Findings, motion: Motion, low: int, high: int) -> bool:
    """Whether a decision further up in the item has these movers: "Motion made and seconded to ...", and more."""
    above = [d for d in found.decisions if low <= d.citation.start < high][-1:]
    put = (d for d in above if UNNAMED.search(d.text) and not UNNAMED.search(found.document.text, d.citation.end, high))
    return any((d.mover, d.seconder) == (motion.mover, motion.seconder) for d in put)


def _verdict(text: str, below: list[Sentence]) -> Limb | None:
    """The line below the movers that says no more than that it was agreed: "Accepted by all"."""
    words = text[below[0].start : below[0].end] if below else ""
    return Limb(below[0].start, below[0].end) if says_nothing(words) and _AGREED.search(words) else None


def _what(found: Findings, before: Sentence | None) -> Limb | None:
    """What was moved, as the sentence above the movers tells; a title alone where it says what is done.

    The list that it stands at the end of is what one motion is on: "Motion made and seconded to sell the following:".
    """
    text = found.document.text
    if before and (over := _over_list(found, before)):
        return Limb(over.start, before.end)
    if not before or len(text[before.start : before.end].split()) > _TALK or text[before.end - 1] == "?":
        return None
    if not any(item.citation.start <= before.start < item.citation.end for item in found.items):
        return Limb(before.start, before.end)
    approves = _APPROVES.match(text, before.start, before.end)
    return Limb(approves.start("what"), before.end) if approves else None
