"""Who moved, who seconded, and how the vote went."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from minutes.model import Votes

_TITLE = (
    r"(?:(?:Cllr|Councill?or|Council President|Commissioner|Trustee|Director|Senator|Mayor"
    r"|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Lord|Lady)\b\.?\s+)?"
)
_WORD = r"(?:[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-Þ][\w’'À-ÿ-]*)"
NAME = rf"{_TITLE}{_WORD}(?:\s+{_WORD}){{0,3}}"
_MOVED = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:proposed|moved|proposer"
        rf"|mover)(?: by)?(?: the)?\s*[:–-]?\s*)(?P<mover>{NAME})[\s,;/.&()]*"
        rf"(?i:(?:and )?(?:was )?(?:duly )?(?:seconded"
        rf"|seconder)(?: by)?\s*[:–-]?\s*)(?P<seconder>{NAME})",
        rf"(?P<mover>{NAME})(?: \([^)]*\))?,? (?i:proposed"
        rf"|moved)\b[^.]{{0,160}}?(?P<seconder>{NAME})(?: \([^)]*\))?,? (?i:seconded)",
        rf"(?:^|[.;:] )(?P<mover>{NAME}) (?i:moved|proposed)\b[^.]{{0,300}}\.\s+(?:(?P<seconder>{NAME}) (?i:seconded))",
        rf"(?:^|[.;:] )(?P<mover>{NAME}) (?i:moved|proposed)\b.{{0,300}}?(?i:\bseconded by )(?P<seconder>{NAME})",
        rf"(?i:(?:proposed|moved)\b[^.]{{0,60}}? by )(?P<mover>{NAME}) and (?P<seconder>{NAME})",
        rf"(?i:(?:motion|amendment"
        rf"|proposal) by )(?P<mover>{NAME})[^.]{{0,200}}?(?i:seconded by )(?P<seconder>{NAME})",
        rf"(?i:motion was made by )(?P<mover>{NAME})[,\s]+(?i:(?:and )?(?:was )?seconded by )(?P<seconder>{NAME})",
        rf"(?:^|[.;:] )(?P<mover>{NAME}) (?i:made an? motion)\b"
        rf"[^.]{{0,200}}?(?i:\bsecond(?:ed)? by )(?P<seconder>{NAME})",
        rf"(?i:on the (?:motion|proposal"
        rf"|proposition) of )(?P<mover>{NAME}),? (?i:(?:and )?seconded by )(?P<seconder>{NAME})",
        rf"(?i:\bprop(?:osed)?\.?\s*[:–-]?\s*)(?P<mover>{NAME})[\s,;/.]*(?i:sec(?:onded)?\.?\s*[:–-]?\s*)(?P<seconder>{NAME})",
        rf"(?i:\bprop\w* by )(?P<mover>{NAME})[^.]{{0,80}}?(?i:second\w* by )(?P<seconder>{NAME})",
        rf"(?:^|[.;:] |\) )(?P<mover>{NAME}) (?i:proposed|moved)(?= (?i:that|the|to))(?P<seconder>)",
        rf"(?i:\bseconded by )(?P<seconder>{NAME})(?P<mover>)",
        rf"(?i:\b(?:proposed|moved) by )(?P<mover>{NAME})(?P<seconder>)",
    )
]
_NOT_NAME = re.compile(
    r"(?:The|That|It|This|They|He|She|We|All|Members|Council|Committee|Board|Motion|Amendment|Following|On|An?)\b"
)
_NUMBERS = {
    word: number
    for number, word in enumerate("no one two three four five six seven eight nine ten eleven twelve".split())
} | {"nil": 0}
_WORDED = r"(\d{1,3}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nil)"
_TALLY = re.compile(
    r"\b(?:passe[sd]|carrie[sd]|moved|approved|adopted|failed|vote[sd]?|votes?:)\s*:?\s*(?:by )?(?:a vote of )?"
    r"(?P<for>\d{1,3})\s*(?:[–-]|to|,)\s*(?P<against>\d{1,3})(?:\s*(?:[–-]|,)\s*(?P<abstain>\d{1,3}))?(?![\d%])",
    re.IGNORECASE,
)
_SCORED = re.compile(
    r"\b(?:carried|passed|lost|defeated|failed|voted)\s+(?P<for>\d{1,2})\s*(?:/|to)\s*(?P<against>\d{1,2})(?![\d/%])"
    r"|\(?\b(?P<yes>\d{1,2})\s*[–-]\s*(?P<no>\d{1,2}) vote\b",
    re.IGNORECASE,
)
# The count after the word ("For (12)") before the count ahead of it ("12 for").
_FOR = (
    rf"\bfor\s*[:(–-]?\s*{_WORDED}\b(?!\d)",
    rf"\bayes?\s*[:–-]\s*{_WORDED}\b",
    rf"\b{_WORDED}\s+(?:votes?\s+)?(?:for|in favou?r|ayes?|yeas?|yes)\b",
    rf"\bby {_WORDED} votes? to\b",
)
_AGAINST = (
    rf"\bagainst\s*[:(–-]?\s*{_WORDED}\b",
    rf"\b(?:nays?|noes)\s*[:–-]\s*{_WORDED}\b",
    rf"\b{_WORDED}\s+(?:votes?\s+)?(?:against|opposed|objections?|nays?|noes|no)\b",
    rf"\bvotes? to {_WORDED}\b",
)
_ABSTAIN = (
    rf"\babst(?:ain(?:ed|ing)?|entions?)\s*[:(–-]?\s*{_WORDED}\b",
    rf"\b{_WORDED}\s+(?:members?\s+|councillors?\s+)?abst(?:ain(?:ed|ing)?|entions?)\b",
)
_UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\ball (?:members |councillors |of )?(?:the board "
    r"|present )?(?:were )?in (?:favour|agreement)\b|\ball the \w+ were in agreement\b"
    r"|\bpassed by acclamation\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Motion:
    """Who moved and seconded, and the vote, as far as a stretch of text says."""

    mover: str | None = None
    seconder: str | None = None
    votes: Votes | Literal["unanimous"] | None = None

    def over(self, other: "Motion") -> "Motion":
        """This, with what it leaves open taken from `other`."""
        return replace(
            self,
            mover=self.mover or other.mover,
            seconder=self.seconder or other.seconder,
            votes=self.votes or other.votes,
        )

    def __bool__(self) -> bool:
        return bool(self.mover or self.seconder or self.votes)


def motion_in(text: str) -> Motion:
    """Mover, seconder and votes that `text` tells."""
    mover = seconder = None
    for pattern in _MOVED:
        match = pattern.search(text)
        if match and not _NOT_NAME.match(match["mover"] or match["seconder"]):
            mover, seconder = match["mover"] or None, match["seconder"] or None
            break
    return Motion(mover, seconder, votes_in(text))


def votes_in(text: str) -> Votes | Literal["unanimous"] | None:
    """The counts of a vote, or "unanimous"; null if the text tells of none."""
    if _UNANIMOUS.search(text):
        return "unanimous"
    if tally := _TALLY.search(text):
        told = [int(tally[part]) if tally[part] else None for part in ("for", "against", "abstain")]
        return Votes(for_=told[0], against=told[1], abstain=told[2])
    if scored := _SCORED.search(text):
        return Votes(for_=int(scored["for"] or scored["yes"]), against=int(scored["against"] or scored["no"]))
    counts = [_count(pattern, text) for pattern in (_FOR, _AGAINST, _ABSTAIN)]
    given = sum(count is not None for count in counts)
    if given >= 2 or (counts[2] is not None and "vot" in text.casefold()):
        return Votes(for_=counts[0], against=counts[1], abstain=counts[2])
    return None


def _count(patterns: tuple[str, ...], text: str) -> int | None:
    for pattern in patterns:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return int(match[1]) if match[1].isdigit() else _NUMBERS[match[1].casefold()]
    return None
