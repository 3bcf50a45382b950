"""The same decision told twice: a resolution printed below the sentence that tells of it."""

import re

from extract.findings import Findings
from minutes.model import Decision

# A motion that is named and not told: "The substantive recommendations were moved by Cllr Orme … and were carried".
NAMED_ONLY = re.compile(
    r"(?:the|these|those|all)\s(?:(?:substantive|original|amended|revised|above|said|officers[’']?|one|two|three"
    r"|four)\s){0,2}"
    r"(?:recommendations?|motions?|resolutions?|proposals?)\b(?!.*\bthat\b)",
    re.IGNORECASE | re.DOTALL,
)
_TABLE_HEAD = 120  # characters of the head of a table
_NEAR = 60  # characters between such a sentence and the resolution that is printed below it
_PROSE = ("decision.it-was-agreed", "decision.agreed-that", "decision.body-agreed", "decision.body-recommended")
_AS_READ = re.compile(r"\btaken as read\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:true|correct|accurate|fair)\b(?: and \w+)? (?:record|minute|account)|\bconfirmed and signed\b", re.IGNORECASE
)
RESOLUTIONS = ("decision.resolved", "decision.body-resolved")
_STOCK = frozenset(
    "that this agreed resolved decided unanimously should would council committee board members therefore been".split()
)


def once(found: Findings) -> list[Decision]:
    """The decisions less those told or named in prose that are printed as a resolution, too, under the same item.

    Minutes that were "taken as read" are told by the sentence that then confirms them.
    """
    resolved: dict[str | None, set[str]] = {}
    begins = [d.citation.start for d in found.decisions if d.rule in RESOLUTIONS]
    for decision in found.decisions:
        if decision.rule in RESOLUTIONS:
            resolved.setdefault(found.innermost_id(decision.citation.start), set()).update(_content(decision.text))
    rows = [d.citation.start for d in found.decisions if d.rule == "decision.in-row"]
    confirmed = {d.item_id for d in found.decisions if _CONFIRMED.search(d.text)}

    def told_elsewhere(decision: Decision) -> bool:
        end = decision.citation.end
        if decision.text.endswith(":") and any(end <= start <= end + _TABLE_HEAD for start in rows):
            return True  # "The following comments were agreed:" over the rows that hold them
        if NAMED_ONLY.match(decision.text) and any(end < start <= end + _NEAR for start in begins):
            return True
        if decision.rule in _PROSE:
            others = resolved.get(found.innermost_id(decision.citation.start), set())
            return _told_in(_content(decision.text), others)
        read = _AS_READ.search(decision.text) and not _CONFIRMED.search(decision.text)
        return bool(read) and decision.item_id in confirmed

    return [decision for decision in found.decisions if not told_elsewhere(decision)]


def _told_in(words: set[str], others: set[str]) -> bool:
    return len(words) > 1 and len(words & others) >= 0.8 * len(words)


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold())) - _STOCK
