"""Quotation marks: what was moved or resolved is set in them, or a decision quotes several sentences."""

import re
from bisect import bisect_left, bisect_right

from extract.decisions.limbs import Limb
from extract.decisions.verdict_lines import says_nothing
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.text import Sentence, content_start

_SET_IN_QUOTES = re.compile(r"[“\"](?P<motion>[A-Z][^”\"]{20,}?)[”\"]\.?")
# 'Motion 12/24 Moved by Cllr Orme, "THAT the fee be halved."'
_MOVED_IN_QUOTES = re.compile(
    rf"\b(?i:moved|motion) by {NAME},?(?: (?i:(?:and )?seconded by) {NAME},?)?:? [“\"](?=(?i:that)\b)"
    # ... and 'it was resolved unanimously "That the fee be halved."'
    r"|\b(?i:resolved)(?: unanimously)?[,:]? ['‘’ ]{0,3}[“\"'‘’](?=That\b)"
    # ... and 'Cr Orme moved, Cr Tay seconded and it was carried "That the gate be mended."'
    r"|\bit was (?:then |unanimously )?(?:carried|agreed)[,:]? [“\"](?=[Tt]hat\b)"
)
_CLOSED = re.compile(r"[”\"]")
_QUOTATION_ENDS = re.compile(r"[”\"][.;]?")


def moved_in_quotes(found: Findings, moved: Sentence) -> Limb | None:
    """What was moved or resolved, in quotation marks, to where they close or the verdict stands."""
    document = found.document
    opened = _MOVED_IN_QUOTES.search(document.text, moved.start, moved.end)
    if not opened:
        return None
    start, stop = opened.end(), found.item_end(moved.start)
    end = document.blocks[moved.block].end
    for block in (b for b in document.blocks[moved.block :] if not b.furniture and b.start < stop):
        if block.start > start and says_nothing(document.text[block.start : block.end]):
            return Limb(start, end)
        if closed := _CLOSED.search(document.text, max(block.start, start), block.end):
            return Limb(start, closed.start())
        end = block.end
    return Limb(start, moved.end) if start < moved.end else None


def only_quoted(found: Findings, low: int, stop: int) -> Limb | None:
    """The one motion that fills a paragraph, in quotation marks, since the last decision of its item."""
    document = found.document
    blocks = [block for block in document.blocks_between(low, stop) if block.end <= stop]
    told = [(content_start(document, block), block.end) for block in blocks]
    told += [
        (said.start, said.end)
        for said in found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, stop)]
        if (said.start, said.end) not in told
    ]
    quoted = [_SET_IN_QUOTES.fullmatch(document.text, start, end) for start, end in told]
    motions = [Limb(match.start("motion"), match.end("motion")) for match in quoted if match]
    return motions[0] if len(motions) == 1 else None


def with_quotation(found: Findings, index: int, start: int, end: int) -> int:
    """Where a decision ends that quotes several sentences: with the one in its paragraph that closes the quotation."""
    text, stop = found.document.text, found.document.blocks[index].end
    said = text[start:end]
    open_ended = said.count("“") > said.count("”") or (said.count('"') % 2 and "“" not in said)
    closed = _QUOTATION_ENDS.search(text, end, stop) if open_ended else None
    if not closed:
        return end
    last = found.sentences[bisect_right(found.starts, closed.start()) - 1]
    return max(closed.end(), last.end)
