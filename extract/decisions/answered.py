"""What a council answers to the applications it was asked about: alone in a line below each, or at its end."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.decisions.rows import OF_AUTHORITY
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block

_PLANNING = re.compile(r"\b(?:planning|applications?|consultations?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council (?:has|had|have|raised?|makes?|made) )?"
    r"(?:no (?:further )?(?:objections?|observations?|comments?)|(?P<against>objections?|objects?|refus(?:e|al))"
    r"|supports?|supported)(?:\.?$| (?:but|subject|provided|with|however|as|on|due|because)\b|\s?[:;,–-]\s)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12})+\b")
_OPENS = re.compile(rf"(?i:(?:planning )?(?:application|app|ref)\W{{1,3}}(?:no\W{{1,3}})?)?{_REFERENCE.pattern}")
_TOLD = re.compile(r"objections\b|refusal\b", re.IGNORECASE)  # rather by others than by the council
_ABOVE = 600  # characters, in which the application is told


def answered(found: Findings) -> Iterator[tuple[Limb, bool]]:
    """The answers that no decision tells, and whether each is against the application."""
    document = found.document
    planning = [(item.citation.end, item.end) for item in found.items if _PLANNING.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    heads = ""  # the last line that heads applications
    for block in document.blocks if planning else ():
        start = content_start(document, block)
        stretch = next(((low, high) for low, high in planning if low <= start < high), None)
        if not stretch or block.furniture:
            continue
        heads = document.text[start : block.end] if document.text[start : block.end].endswith(":") else heads
        if block.start >= stretch[0] and not OF_AUTHORITY.search(heads):
            start = _at_its_end(found, block, start)
        answer = _ANSWER.match(document.text[start : block.end])
        if not answer or any(at < block.end and start < to for at, to in taken):
            continue
        if _REFERENCE.search(document.text, max(stretch[0], start - _ABOVE), start):
            yield Limb(start, block.end), bool(answer["against"])


def _at_its_end(found: Findings, block: Block, start: int) -> int:
    """Where the answer begins that ends an application, "P/24/011 Mill Lane. OBJECT – too high."; else `start`."""
    text = found.document.text
    if not any(_OPENS.match(text, at) for at in (start, block.start)):
        return start
    ends = (s.start for s in found.sentences_within(start + 1, block.end) if not _TOLD.match(text, s.start))
    return next((at for at in ends if _ANSWER.match(text[at : block.end])), start)
