"""What a council answers to the applications it was asked about: "NO OBJECTIONS".

It stands alone in a line below each application, or last in the entry that names one.
"""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block, Document

_PLANNING = re.compile(r"\b(?:planning|applications?|consultations?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council (?:has|had|have|raised?|makes?|made) )?"
    r"(?:no (?:further )?(?:objections?|observations?|comments?)|(?P<against>objections?|objects?|refus(?:e|al))"
    r"|supports?|supported)(?:\.?$| (?:but|subject|provided|with|however|as|on)\b|\s?[:;,–-]\s)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12})+\b")
# "25/00731/FUL. Porch, 7 Quay Row. No objection."
_LAST = re.compile(
    r"[.;:)–—-]\s+(?:no (?:further )?(?:objections?|observations?|comments?)"
    r"|(?P<against>objections?|objects?|refus(?:e|al))|supports?|supported)(?:[:;,–—-]\s[^.;]{3,120})?\.?\s*$",
    re.IGNORECASE,
)
_ENTRY = 400  # characters; a longer entry tells of a debate
_ABOVE = 600  # characters, in which the application is told


def answered(found: Findings) -> Iterator[tuple[Limb, bool]]:
    """The answers that no decision tells, and whether each is against the application."""
    document = found.document
    planning = [(item.citation.end, item.end) for item in found.items if _PLANNING.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    for block in document.blocks if planning else ():
        start = content_start(document, block)
        stretch = next(((low, high) for low, high in planning if low <= start < high), None)
        if not stretch or block.furniture or any(at < block.end and start < to for at, to in taken):
            continue
        answer = _ANSWER.match(document.text[start : block.end])
        if answer and _REFERENCE.search(document.text, max(stretch[0], start - _ABOVE), start):
            yield Limb(start, block.end), bool(answer["against"])
        elif not answer and (last := _closing(document, block)):
            yield Limb(start, block.end), bool(last["against"])


def _closing(document: Document, block: Block) -> re.Match[str] | None:
    """The answer that closes an entry which names one application, and tells of no debate on it."""
    said = document.text[content_start(document, block) : block.end]
    if block.kind not in ("list_item", "paragraph") or len(said) > _ENTRY or len(_REFERENCE.findall(said)) != 1:
        return None
    return _LAST.search(said)
