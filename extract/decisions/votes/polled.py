"""What was put to the vote among others, each with its votes: "Lay the hedge – 36 votes", "Leave it – 2 votes"."""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Document

_COUNTED = re.compile(
    r"(?!\W{0,4}(?:vot\w+ )?(?:for|against|abst\w+)(?: (?:the |this )?(?:motion|amendment|proposal))?\b\W*\d)"
    r".*\w\W*?(?:\s|\()(?P<votes>\d{1,4}) votes?\)?[.;]?",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(r"votes?\)?[.;]?\Z", re.IGNORECASE)  # as those do, which few lines are
# There is another vote on the first two, or the minutes tell what came of it.
_GOES_ON = re.compile(
    r"\b(?:eliminated|second (?:round|ballot|vote)|next round|run-?off|tied?|therefore|elected|won|chosen|adopted)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:vot(?:e[sd]?|ing)|poll(?:ed)?|ballot|options?|proposals?|propose[sd])\b", re.IGNORECASE)
# Who voted were others: "Residents voted in the survey:", "Votes in the county council election"
_ELSEWHERE = re.compile(
    r"\b(?:surveys?|questionnaires?|consultations?|residents|parishioners|pupils|schools?|electorate|by-election"
    r"|(?:county|district|general|parliamentary|council|local) elections?)\b",
    re.IGNORECASE,
)
_STEM = 150  # characters before the first, in which it is told who voted
_BELOW = 200  # characters after the last of them
_ABOVE = 900  # characters before the first


def polled(found: Findings) -> Iterator[Limb]:
    """The entry of each such list that has most votes, where no decision tells what came of it."""
    document = found.document
    taken = [(decision.citation.start, decision.citation.end) for decision in found.decisions]
    for entries in _lists(document):
        (most, limb), (next_to, _) = sorted(entries, key=lambda entry: -entry[0])[:2]
        first, last = min(each.start for _, each in entries), max(each.end for _, each in entries)
        told = any(start < last and first < end for start, end in taken)
        put = _VOTED.search(document.text, max(0, first - _ABOVE), first)
        if is_elsewhere(document, first):
            continue
        if most > next_to and put and not told and not _GOES_ON.search(document.text, last, last + _BELOW):
            yield limb


def is_elsewhere(document: Document, offset: int) -> bool:
    """Whether it is told before a place that others voted: "Residents voted in the survey:"."""
    return bool(_ELSEWHERE.search(document.text, max(0, offset - _STEM), offset))


def _lists(document: Document) -> Iterator[list[tuple[int, Limb]]]:
    """Entries one below the other that all end in a count of votes, with their counts."""
    entries: list[tuple[int, Limb]] = []
    for block in [*document.blocks, None]:
        start = content_start(document, block) if block else 0
        ends = block and not block.cells and _ENDS.search(document.text, max(start, block.end - 7), block.end)
        counted = _COUNTED.fullmatch(document.text, start, block.end) if block and ends else None
        if block and counted:
            entries.append((int(counted["votes"]), Limb(start, block.end)))
            continue
        if len(entries) > 1:
            yield entries
        entries = []
