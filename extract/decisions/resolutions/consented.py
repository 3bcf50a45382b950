"""Entries of a consent agenda that was approved as a whole: "Acceptance of a gift to the mill school."."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Decision

_CONSENT = re.compile(r"\bconsent (?:agenda|calendar|items?)\b", re.IGNORECASE)
_ONE_ENTRY = re.compile(r"\bconsent (?:agenda|calendar) item\b", re.IGNORECASE)
_FOLLOWS = re.compile(r"\b(?:as follows|following[^:]{0,40}):$", re.IGNORECASE)
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
    titled = {item.citation.start: item.citation.end for item in found.items}
    listed = [(item.citation.end, item.end) for item in found.items if _CONSENT.search(item.title)]
    taken = [(d.citation.start, d.citation.end) for d in found.decisions]
    for block in document.blocks:
        if block.furniture or block.kind not in ("paragraph", "list_item"):
            continue
        # "5. Approval of warrants" is an item and no decision, but what runs in from a title may be one.
        start = titled.get(block.start) or content_start(document, block)
        while start < block.end and document.text[start].isspace():
            start += 1
        asks = _ASKS.match(document.text, start, block.end)
        if not asks or any(at < block.end and start < to for at, to in taken):
            continue
        own = block.start > whole.citation.start and found.innermost_id(start) not in decided
        if any(at <= start < to for at, to in listed) or (own and not asks["verb"]):
            yield Limb(start, block.end), whole


def consent_item(found: Findings, offset: int, text: str) -> str | None:
    """The item of the consent agenda where a decision on all of it stands below the last of its entries."""
    if not _CONSENT.search(text) or _ONE_ENTRY.search(text):
        return None
    return next((item.id for item in found.holding(offset) if _CONSENT.search(item.title)), None)


def consents_to_list(text: str) -> bool:
    """Whether a sentence approves a consent agenda "as follows:", with an answer to each entry below it."""
    return bool(_CONSENT.search(text) and _FOLLOWS.search(text))


def in_turn(found: Findings) -> list[Decision]:
    """The decisions, with the motion on a consent agenda "as follows:" given to what is told on each entry below it.

    So it is with the entry that was "approved as submitted" among those that no words but the motion's approve.
    """
    kept: list[Decision] = []
    tops = [item.citation.start for item in found.items if not item.number]
    whole: Decision | None = None
    stop = 0
    for decision in _with_consent(found.decisions):
        if whole and decision.citation.start < stop and not decision.mover:
            if kept[-1] is whole:
                kept.pop()
            kept.append(_moved(decision, whole))
            continue
        whole = decision if consents_to_list(decision.text) else None
        stop = next((top for top in tops if top > decision.citation.start), len(found.document.text))
        kept.append(decision)
    return kept


def _with_consent(decisions: list[Decision]) -> list[Decision]:
    """Decisions, those without a mover between a motion on a consent agenda and its last entry with that one's."""
    last = max((n for n, each in enumerate(decisions) if each.rule == "decision.consented"), default=0)
    first = next((n for n, each in enumerate(decisions) if each.mover and _CONSENT.search(each.text)), last)
    between = range(first + 1, last)
    dashed = {n for n in between if decisions[n].rule == "decision.dashed" and not decisions[n].mover}
    return [_moved(each, decisions[first]) if n in dashed else each for n, each in enumerate(decisions)]


def _moved(decision: Decision, whole: Decision) -> Decision:
    moved = {"mover": whole.mover, "seconder": whole.seconder, "votes": decision.votes or whole.votes}
    return decision.model_copy(update=moved)
