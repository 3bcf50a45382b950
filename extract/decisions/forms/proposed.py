"""What a label says was proposed, with the verdict in a line of its own: "Proposed: wait a year." over "Accepted."."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.verdict_lines import is_mover_line
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Document

# A motion is seen to elsewhere, with those who moved it.
_LABEL = re.compile(
    r"(?:(?:revised|amended|new|final|counter) ?-?)?(?:proposals?|proposed|suggestions?|suggested)(?: \d{1,2})?"
    r"\s*[:–—]\s+(?=\w)",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"(?:(?:the )?(?:proposal|motion|vote|suggestion) (?:was |is )?|all |yes,? |(?:it )?was |unanimously )?"
    r"(?:accepted|agreed|approved|adopted|carried|passed|resolved|so resolved|no objections?|without objections?"
    r"|consensus|unanimous"
    r"|(?P<lost>rejected|defeated|lost|fail(?:s|ed)|declined|not (?:accepted|agreed|approved|adopted)))"
    r"(?:(?:,? |: )(?:by|with|nem|as|no|without|unanimous(?:ly)?|\(?\d{1,2})\b[^.\n]{0,80})?[.!]?",
    re.IGNORECASE,
)
# An application for permission, of which another authority decides
_PLANNING = re.compile(
    r"\b(?:erection|extension|dwellings?|storey|bedroom|planning permission|conversion|listed building|demolition)\b",
    re.IGNORECASE,
)
_NEAR = 600  # characters from a proposal to the verdict
_WORDS = 2  # of a proposal at least


class Proposed(NamedTuple):
    """What was proposed, by whom, whether it was lost, and the stretch from there to the verdict."""

    limb: Limb
    motion: Motion
    lost: bool
    within: tuple[int, int]


def proposed(found: Findings) -> Iterator[Proposed]:
    """The proposals that have a verdict below them in their item, and no other proposal between."""
    document = found.document
    put: tuple[Limb, int] | None = None  # the last proposal, and where the item begins that it stands in
    for block in document.blocks:
        if block.furniture or block.kind in ("note", "table_row"):
            continue
        start, at = content_start(document, block), found.item_start(block.start)
        if put and (at != put[1] or block.start > put[0].end + _NEAR):
            put = None
        if label := _LABEL.match(document.text, start, block.end):
            put = (Limb(label.end(), block.end), at) if _is_proposal(document, start, label.end(), block.end) else None
        elif put and (verdict := _VERDICT.fullmatch(document.text[start : block.end].strip())):
            limb, put = put[0], None
            if not _is_told(found, limb, block.start):
                yield Proposed(limb, motion_in(verdict[0]), bool(verdict["lost"]), (limb.start, block.end))


def _is_proposal(document: Document, start: int, begin: int, end: int) -> bool:
    """Whether a label has what was proposed beside it, and not who did, or what somebody wants to build."""
    said = document.text[begin:end]
    mover = len(said) < _NEAR and is_mover_line(document.text[start:end])
    return len(said.split()) > _WORDS and not mover and not _PLANNING.search(said)


def _is_told(found: Findings, limb: Limb, verdict: int) -> bool:
    """Whether something was decided between a proposal and the verdict, which that is on."""
    return any(limb.end <= d.citation.start < verdict for d in found.decisions)
