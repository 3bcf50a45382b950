"""Entries of a consent agenda that was approved as a whole: "Acceptance of a gift to the mill school."."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Decision

_CONSENT = re.compile(r"\bconsent (?:agenda|calendar|items?)\b", re.IGNORECASE)
# What an entry asks for; one that only names a paper ("Minutes of 4 May") is told by the decision on them all.
_ASKS = re.compile(
    r"(?:approval|acceptance|adoption|ratification|authori[sz]ation|award|appointment|reappointment) (?:of|to|for)\b"
    r"|(?P<verb>approve|accept|adopt|ratify|authori[sz]e|award|appoint)\b (?=\w)",
    re.IGNORECASE,
)


def consented(found: Findings) -> Iterator[tuple[Limb, Decision]]:
    """The entries that no decision tells, each with the decision that approved them all.

    They stand under the heading of the consent agenda, or below that decision under titles of their own.
    """
    whole = next((d for d in found.decisions if d.outcome == "approved" and _CONSENT.search(d.text)), None)
    if whole is None:
        return
    document = found.document
    decided = {found.innermost_id(d.citation.start) for d in found.decisions}
    listed = [(item.citation.end, item.end) for item in found.items if _CONSENT.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    for block in document.blocks:
        if block.furniture or block.kind not in ("paragraph", "list_item"):
            continue
        start = content_start(document, block)
        asks = _ASKS.match(document.text, start, block.end)
        if not asks or any(at < block.end and start < to for at, to in taken):
            continue
        own = block.start > whole.citation.start and found.innermost_id(start) not in decided
        if any(at <= start < to for at, to in listed) or (own and not asks["verb"]):
            yield Limb(start, block.end), whole
