"""What a body decided in the closed part of a meeting, as somebody reports when it is open again.

"Ms Keld reported that the court voted unanimously for the sale, and also reported that it voted ...".
"""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion
from extract.decisions.votes.finding import votes_in
from extract.findings import Findings

_CLOSED = re.compile(r"\b(?:closed|executive) session\b|\breport(?:ed)? out\b", re.IGNORECASE)
_REPORTS = r"(?:reported|announced|reports|announces)(?: out)?"
_TOLD = re.compile(
    rf"\b{_REPORTS} that (?P<told>the (?:(?:school |governing )?board|council|commission|committee)"
    r" (?:had |has )?(?:unanimously )?(?:voted|approved|authori[sz]ed|appointed|accepted)\b"
    rf".+?)(?=,? and (?:\w+ )?(?:also |further )?{_REPORTS} that\b|[.;]?\s*$)",
    re.IGNORECASE | re.DOTALL,
)


def reported_out(found: Findings) -> Iterator[tuple[Limb, Motion]]:
    """Each vote that a sentence below the title of a closed session reports, with how it went."""
    text = found.document.text
    for item in found.items:
        if not _CLOSED.search(item.title):
            continue
        for said in found.sentences_within(item.citation.end, item.end):
            for told in _TOLD.finditer(text[said.start : said.end]):
                limb = Limb(said.start + told.start("told"), said.start + told.end("told"))
                if not any(limb.start < d.citation.end and d.citation.start < limb.end for d in found.decisions):
                    yield limb, Motion(votes=votes_in(told["told"]))
