"""Periods as reports print them: years, financial and school years, quarters, months and spans."""

import re
from dataclasses import dataclass

from extract.dates import MONTH, MONTHS

PERIOD = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<my>(?:19|20)\d\d)\b"
    r"|\b(?P<q>Q[1-4]|quarter [1-4])(?:\s+(?:of\s+)?(?P<qy>(?:19|20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?))?\b"
    r"|\b(?P<span1>(?:19|20)\d\d)\s?(?:-|–|to|and)\s?(?P<span2>(?:19|20)\d\d)\b"
    r"|\b(?P<fy1>(?:19|20)\d\d)\s?[/–-]\s?(?P<fy2>\d\d)\b(?!-\d)"
    r"|(?<![\d/.£])(?P<sy1>[12]\d)[/](?P<sy2>[12]\d)\b(?![/\d])"
    r"|\b(?P<year>(?:19|20)\d\d)\b(?![,.]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Period:
    """A period and where in the sentence it is printed."""

    start: int
    end: int
    iso: str


def periods_in(text: str) -> list[Period]:
    """The periods that a text names, from left to right."""
    found = []
    for match in PERIOD.finditer(text):
        iso = _iso(match)
        if iso:
            since = re.search(r"\bsince\s+(?:\w+\s+)?$", text[: match.start()], re.IGNORECASE)
            found.append(Period(match.start(), match.end(), f"since {iso}" if since else iso))
    return found


def _iso(match: re.Match[str]) -> str | None:
    if match["month"]:
        return f"{match['my']}-{MONTHS[match['month'].rstrip('.').casefold()]:02d}"
    if match["q"]:
        return f"{_year(match['qy'])} Q{match['q'][-1]}" if match["qy"] else None
    if match["span1"]:
        return f"{match['span1']}-{match['span2']}"
    if match["fy1"]:
        follows = (int(match["fy1"]) + 1) % 100 == int(match["fy2"])
        return f"{match['fy1']}/{match['fy2']}" if follows else f"{match['fy1']}-{match['fy1'][:2]}{match['fy2']}"
    if match["sy1"]:
        return f"20{match['sy1']}/{match['sy2']}" if int(match["sy2"]) == int(match["sy1"]) + 1 else None
    return match["year"]


def _year(text: str) -> str:
    text = re.sub(r"\s", "", text)
    parts = re.split(r"[/–-]", text)
    first = parts[0] if len(parts[0]) == 4 else f"20{parts[0]}"
    return f"{first}/{parts[1][-2:]}" if len(parts) > 1 else first


def period_at(periods: list[Period], start: int, end: int, others: list[int]) -> str | None:
    """The period that a figure at [start, end) is for; `others` are the places of the sentence's other figures.

    The nearest that follows with no other figure between; else the nearest before, likewise; else the only one.
    """
    for period in periods:
        if period.start >= end and not any(end <= other < period.start for other in others):
            if period.start - end < 60:
                return period.iso
            break
    for period in reversed(periods):
        if period.end <= start and not any(period.end <= other < start for other in others):
            return period.iso
    return periods[0].iso if len({p.iso for p in periods}) == 1 else None
