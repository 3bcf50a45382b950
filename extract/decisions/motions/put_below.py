"""Motions that are printed in quotation marks below the line of those who moved them, be they of several paragraphs.

English councils set them so: "Cllr Orme proposed, and Cllr Tay seconded the motion that", and below it
"“This Council notes: (a) ... This Council resolves to: (a) ...”", then the vote and what became of it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.decisions.motions.amendments import AMENDMENT
from extract.decisions.standing import RESOLVED
from extract.decisions.verdict_lines import THEN_WAS
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block, Document

_HEAD = re.compile(
    r"\b(?:proposed|moved)\b[^.\n]{0,80}\bseconded\b[^.\n]{0,80}\b(?:motions?|amendments?|that|following|recommendations?)\W*$"
    r"|\b(?:proposed|moved) by\b[^.\n]{0,60}\bseconded by\b[^.\n]{0,60}:\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W{0,2}[“\"]")
_CLOSES = re.compile(r"[”\"]\W{0,3}$")
_LABEL = re.compile(r"(\W*)(\d{1,2})(\W*)")
_MOST = 60  # blocks of one motion
# Where what it asks for begins, after what it notes and believes.
_OPERATIVE = re.compile(
    r"\W{0,3}(?:(?:this|the|that) )?(?:[\w’'-]+ ){0,2}(?:council|committee|board|assembly|meeting)"
    r"(?: (?:therefore|further|now|also|hereby))* (?:resolves|agrees|requests|calls|asks|instructs|commits|pledges"
    r"|recommends)\b",
    re.IGNORECASE,
)
# ... also at the end of the paragraph that says what it notes, over the limbs
_LEADS_ON = re.compile(r"(?<=[.;,:] )" + _OPERATIVE.pattern + r"[^.;:]{0,20}:$", re.IGNORECASE)
# How what became of it is told, of a motion and of an amendment
_LOST, _CARRIED = (
    {
        amends: re.compile(rf"\b{named}\W+{THEN_WAS}(?:{words})\b|^\W*(?:{alone})\b", re.IGNORECASE | re.MULTILINE)
        for amends, named in ((False, "(?:motion|proposal|recommendation)s?"), (True, "amendment"))
    }
    for words, alone in (
        ("lost|defeated|failed|fell|not carried", "lost|defeated"),
        ("carried|agreed|approved|passed|adopted", "carried|agreed"),
    )
)


@dataclass(frozen=True)
class Quoted:
    """A motion as it was put, from the line that names its movers on; what it asks for begins at `asks`.

    `told` is where what became of it may be told: from its end to the next motion that is set so, or its item's end.
    """

    head: int
    start: int
    end: int
    asks: int
    block: int
    told: tuple[int, int]
    amends: bool = False

    def became(self, text: str) -> str | None:
        """`lost`, `carried` or `resolved` (printed once more below as a resolution); null where nothing tells it."""
        for name, pattern in (("resolved", RESOLVED), ("lost", _LOST[self.amends]), ("carried", _CARRIED[self.amends])):
            if pattern.search(text, *self.told):
                return name
        return None


def put_below(found: Findings) -> list[Quoted]:
    """The motions of a document that are set so, in order."""
    document, heads = found.document, []
    blocks = [index for index, block in enumerate(document.blocks) if not block.furniture and block.kind != "note"]
    for at, index in enumerate(blocks[:-1]):
        block, below = document.blocks[index], document.blocks[blocks[at + 1]]
        if not _OPENS.match(document.text, content_start(document, below)) or not _HEAD.search(_text(document, block)):
            continue
        stop = found.item_end(block.start)
        within = [n for n in blocks[at + 1 : at + 1 + _MOST] if document.blocks[n].start < stop]
        if last := _last(document, block, within):
            heads.append((block, within[: within.index(last) + 1], stop))
    starts = [block.start for block, _, _ in heads]
    return [
        _quoted(document, block, within, min([stop, *starts[bisect_right(starts, block.start) :][:1]]))
        for block, within, stop in heads
    ]


def _quoted(document: Document, head: Block, within: list[int], stop: int) -> Quoted:
    first, last = document.blocks[within[0]], document.blocks[within[-1]]
    starts = {index: content_start(document, document.blocks[index]) for index in within}
    for index in within[:-1]:
        if leads := _LEADS_ON.search(document.text, starts[index], document.blocks[index].end):
            starts[index] = leads.start()
    asks = next((index for index in within if _OPERATIVE.match(document.text, starts[index])), within[0])
    closed = _CLOSES.search(document.text, last.start, last.end)
    end = closed.start() if closed else last.end
    opened = _OPENS.match(document.text, starts[asks])
    amends = bool(AMENDMENT.search(document.text, head.start, head.end))
    return Quoted(
        head.start, first.start, end, opened.end() if opened else starts[asks], asks, (last.end, stop), amends
    )


def _last(document: Document, head: Block, within: list[int]) -> int | None:
    """The block in which the quotation marks close, or the last one before the list goes on that the movers stand in.

    "2) Cllr Orme proposed ..." goes on with "3) Following the debate ..."; null where neither is found.
    """
    following = _next_label(head.label)
    for at, index in enumerate(within):
        block = document.blocks[index]
        if at and following and block.label == following:
            return within[at - 1]
        if _CLOSES.search(_text(document, block)):
            return index
    return None


def _next_label(label: str | None) -> str | None:
    told = _LABEL.fullmatch(label or "")
    return f"{told[1]}{int(told[2]) + 1}{told[3]}" if told else None


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end].rstrip()
