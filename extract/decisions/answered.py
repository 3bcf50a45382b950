"""What a council answers to the applications it was asked about: alone in a line below each, or last in its entry."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.decisions.rows import OF_AUTHORITY
from extract.findings import Findings
from extract.text import content_start

_PLANNING = re.compile(r"\b(?:planning|applications?|consultations?)\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council (?:has|had|have|raised?|makes?|made) )?"
    r"(?:no (?:further )?(?:objections?|observations?|comments?)|(?P<against>objections?|objects?|refus(?:e|al))"
    r"|supports?|supported)(?:\.?$| (?:but|subject|provided|with|however|as|on|due|because)\b|\s?[:;,–-]\s)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,12})+\b")
# "25/00731/FUL. Porch, 7 Quay Row. No objection.", "P/24/011 Mill Lane. OBJECT – too high."
_LAST = re.compile(
    r"[.;:)–—-]\s+(?:no (?:further )?(?:objections?|observations?|comments?)"
    r"(?: (?:provided|subject|but)\b[^.;]{3,120})?|(?P<against>objection|objects?|refuse)|supports?|supported)"
    r"(?:\s?[:;,–—-]\s[^;]{3,120}?)?\.?\s*$",
    re.IGNORECASE,
)
_ENTRY = 400  # characters; a longer entry tells of a debate
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
        if any(at < block.end and start < to for at, to in taken):
            continue
        answer = _ANSWER.match(document.text[start : block.end])
        if answer and _REFERENCE.search(document.text, max(stretch[0], start - _ABOVE), start):
            yield Limb(start, block.end), bool(answer["against"])
        elif not answer and not OF_AUTHORITY.search(heads) and (last := _closing(document.text[start : block.end])):
            yield Limb(start, block.end), bool(last["against"])


def _closing(entry: str) -> re.Match[str] | None:
    """The answer that closes an entry which names one application, and tells of no debate on it."""
    if len(entry) > _ENTRY or len(_REFERENCE.findall(entry)) != 1:
        return None
    return _LAST.search(entry)
