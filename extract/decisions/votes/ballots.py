"""Whether a table counts votes or the papers of a ballot: "For | Against", "Candidate | Votes"."""

import re
from collections.abc import Iterable

from extract.decisions.votes.roll_call import side_of
from minutes.model import Block, Document

_ONE_OF_SIDES = re.compile(
    r"(?:votes )?(?:for|in favou?r|against|ayes?|nays?|noes|abstain(?:ed|ing)?|abstentions?)", re.IGNORECASE
)
# The heads and labels of a ballot: "Candidate | Votes", "Spoilt papers", "Re-open nominations (RON)", "Round 2".
_RUNNING = re.compile(
    r"(?:names? of )?(?:candidates?|nominees?|options?|choices?|motions?|proposals?|resolutions?)(?: names?)?",
    re.IGNORECASE,
)
_POLLED = re.compile(
    r"(?:(?:no\.?|number|total|share) (?:of )?)?(?:(?:first|1st)[- ]preference )?votes?(?: (?:received|cast|for))?"
    r"(?:\s?\([^)]*\))?|(?:round|count|stage) \d{1,2}|(?:first|second|third|final|\d(?:st|nd|rd|th)) (?:round|count)"
    r"|(?:ballots?|first preferences)",
    re.IGNORECASE,
)
_BALLOTS = re.compile(
    r"(?:(?:total|valid|invalid|spoil(?:ed|t)|void|rejected|blank|empty|unused)(?:,? | and | or |/|& ?)?)+"
    r"(?:ballots?(?: papers?)?|voting papers|papers|votes?(?: cast)?)(?: (?:cast|received|issued|returned))?",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"re-?open(?:ing)? (?:the )?nominations?(?:\s?\(RON\))?|none of the above", re.IGNORECASE)


def _heads_votes(texts: Iterable[str]) -> bool:
    """Whether the heads or labels of a table are those of a vote or a ballot: "For", "Against", "Nominee"."""
    labels = [text.strip(" :.\n") for text in texts]
    sides = {side_of(text) for text in labels if _ONE_OF_SIDES.fullmatch(text)}
    kinds = [any(map(kind.fullmatch, labels)) for kind in (_RUNNING, _POLLED)]
    ballots = {text.casefold() for text in labels if _BALLOTS.fullmatch(text)}
    return len(sides) > 1 or all(kinds) or len(ballots) > 1 or any(map(_NOBODY.fullmatch, labels))


def of_votes(document: Document, table: list[Block]) -> bool:
    """Whether a table counts how people voted, in columns or in rows."""
    cells = (*table[0].cells, *(row.cells[0] for row in table if row.cells))
    return _heads_votes(document.text[start:end] for start, end in cells)
