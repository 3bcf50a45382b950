"""What became of the entries of an agenda, as a line below each tells: "PLACED ON FILE", "(Y-5) 402718"."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.items.disposed import DISPOSITIONS
from minutes.model import Outcome, Votes

_OUTCOMES = {outcome: re.compile(rf"\b(?:{words})\b") for outcome, words in DISPOSITIONS.items()}
_YEAS = re.compile(r"\bY-(?P<yes>\d{1,2})(?:[;,]? ?N-(?P<no>\d{1,2}))?")
_BRACKET = re.compile(r"\[(?:(?P<yes>\d{1,2})\s?(?:TO|[–-])\s?(?P<no>\d{1,2})|(?P<all>UNANIMOUS))\]")
# "Approved as amended, 4-1", but not "Continued to May 20-21"
_AT_END = re.compile(r"(?:,|ed) ?[(\[]?(?P<yes>\d{1,2}) ?[–-] ?(?P<no>\d{1,2})[)\]]?\.?$", re.IGNORECASE)
_MOVER = re.compile(rf"^(?:MOVER|MOVED BY):\s*(?P<name>{NAME})", re.MULTILINE)
_SECONDER = re.compile(rf"^(?:SECONDER|SECONDED BY):\s*(?P<name>{NAME})", re.MULTILINE)


class Disposal(NamedTuple):
    """What was disposed of and how."""

    limb: Limb
    motion: Motion
    outcome: Outcome


def disposals(found: Findings) -> Iterator[Disposal]:
    """The entries with a disposition below them as decisions."""
    starts = [decision.citation.start for decision in found.decisions]
    for entry in found.disposed:
        if any(entry.title[1] <= start < entry.told[0] for start in starts):
            continue  # the motion is told in full, and the line below tells no more than what became of it
        told = found.document.text[slice(*entry.told)]
        mover, seconder = _MOVER.search(told), _SECONDER.search(told)
        motion = Motion(mover and mover["name"], seconder and seconder["name"], _votes(told))
        said = told.upper()
        outcome: Outcome = next((outcome for outcome, words in _OUTCOMES.items() if words.search(said)), "approved")
        yield Disposal(Limb(*entry.title), motion, outcome)


def _votes(told: str) -> Votes | Literal["unanimous"] | None:
    counted = _YEAS.search(told) or _BRACKET.search(told) or _AT_END.search(told)
    if counted and counted.groupdict().get("all"):
        return "unanimous"
    if counted:
        against = counted["no"]
        return Votes(for_=int(counted["yes"]), against=int(against) if against else None)
    return votes_in(told)
