"""What a council answers to the applications it was asked about, alone in a line below each: "NO OBJECTIONS"."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start

_PLANNING = re.compile(r"\b(?:planning|applications?|consultations?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council (?:has|had|have|raised?|makes?|made) )?"
    r"(?:no (?:further )?(?:objections?|observations?|comments?)|(?P<against>objections?|objects?|refus(?:e|al))"
    r"|supports?|supported)(?:\.?$| (?:but|subject|provided|with|however|as|on)\b|\s?[:;,–-]\s)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12})+\b")
_ABOVE = 600  # characters, in which the application is told


def answered(found: Findings) -> Iterator[tuple[Limb, bool]]:
    """The answers that no decision tells, and whether each is against the application."""
    document = found.document
    planning = [(item.citation.end, item.end) for item in found.items if _PLANNING.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    for block in document.blocks if planning else ():
        start = content_start(document, block)
        stretch = next(((low, high) for low, high in planning if low <= start < high), None)
        answer = stretch and not block.furniture and _ANSWER.match(document.text[start : block.end])
        if not stretch or not answer or any(at < block.end and start < to for at, to in taken):
            continue
        if _REFERENCE.search(document.text, max(stretch[0], start - _ABOVE), start):
            yield Limb(start, block.end), bool(answer["against"])
