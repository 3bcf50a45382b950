"""What was put to the vote in a line of its own, over lines that count the sides: "Approve the lease:", "For: 60"."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.decisions.votes import votes_in
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Document, Votes

# What can be voted on; a line of talk over a count tells what was voted on somewhere else, and "Support for the scheme"
# over the answers to a survey is no vote.
_PUT = re.compile(
    r"(?:(?:motion|proposal|resolution|question|vote)(?: (?:no\.? ?)?\w{1,4})?\s*[:–-]\s*)?"
    r"(?:(?:to )?(?:re-?)?(?:approve|adopt|accept|ratify|amend|elect|appoint|endorse|authori[sz]e|confirm|grant"
    r"|dissolve|change|raise|increase|reduce|remove|move|allow|admit|set|extend|sell|buy|purchase|support|join|leave)\b"
    r"(?! (?:of|in|for|from|by|among|on)\b)"
    r"|that\b|(?:should|shall) [^?]{5,300}\?$|(?:motion|proposal|resolution) (?:to|that|on|for)\b)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:votes? |total |number )?(?:cast )?(?:in favou?r|for|yes|ayes?|yeas?|opposed|against|no|noes|nays?"
    r"|abstain(?:ed|ing)?|abstentions?|abst\.?)\s?[:–-]\s?\d{1,4}[.;]?",
    re.IGNORECASE,
)
_SIDES = 4  # lines at most


def counted(found: Findings) -> Iterator[tuple[Limb, Votes]]:
    """Each such line that no decision tells, with its vote, where one side has more."""
    document = found.document
    taken = [(decision.citation.start, decision.citation.end) for decision in found.decisions]
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "table_row":
            continue
        start = content_start(document, block)
        if not _PUT.match(document.text, start, block.end):
            continue
        votes = votes_in(_below(document, index))
        if not isinstance(votes, Votes) or votes.for_ is None or votes.against in (None, votes.for_):
            continue
        if not any(at < block.end and start < to for at, to in taken):
            text = document.text[start : block.end].rstrip()
            yield Limb(start, start + len(text.removesuffix(":"))), votes


def _below(document: Document, index: int) -> str:
    """The lines right below a block that count the sides of a vote."""
    lines: list[str] = []
    for at in range(index + 1, min(index + 1 + _SIDES, len(document.blocks))):
        text = document.text[document.blocks[at].start : document.blocks[at].end]
        if not all(_SIDE.fullmatch(line.strip()) for line in text.splitlines()):
            break
        lines.append(text)
    return "\n".join(lines)
