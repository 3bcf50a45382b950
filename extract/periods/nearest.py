"""Which of the periods that a sentence names a figure is for."""

import re

from extract.periods.finding import Period
from extract.periods.stretches import year_before

_PARTED = re.compile(
    r"\b(?:compared|comparison|against|than|up from|down from"
    r"|(?:up|down) on"
    r"|(?:up|down) (?:by )?[\d.]+\s?(?:%|pp|(?:percentage )?points?)? (?:from|on)"
    r"|whilst|while|whereas|although|though|but|relative"
    r"|versus|and had been|having been)\b|;"
)
# A period at the head of a clause ("During March 2024, 41 of 90 ...") holds for all of it.
_LEAD = re.compile(
    r"\W*(?:(?:in|during|for|by|at|as at|as of|over|since|the|and|but|end of|financial|year)\b\W*)*", re.IGNORECASE
)
# What may stand between a figure and its own period: "weeks on average at the end of", "places in", "(".
_BOUND = re.compile(
    r"\s?(?:(?!(?:to|and|or|compared|against|than|from|but|with|was|were|is|are|had|by)\b)[a-z’'-]+\s){0,4}?"
    r"\W*(?:(?:in|for|at|by|during|to|as|of|on|the|end|since|early|late|financial|academic|school|year|calendar|mid"
    r"|summer|autumn|spring|term|half)\b\W*)*",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\s?[:=]\s?(?:about|around|over|(?:[A-Z][\w’-]+ ){0,2}[A-Z][\w’-]+)?\s?")
# "Compared with 2022/23, visits rose by 4%": what the sentence sets out from, and not when.
_FRONTED = re.compile(r"\W*(?:Compared|In comparison|By comparison|Relative|When compared) (?:with|to) [^,]{3,60},")
# "had fallen to 118 from 203 in August": the month is that of the second
_FROM_ANOTHER = re.compile(r"\s?%?\s?(?:(?!and\b|or\b)[a-z]+\s){0,5}(?:up |down )?from\s(?:about |around )?")
# "fewer than in 2019 (17 ...": the year is that of the figure in the bracket
_THAN_IN = re.compile(
    r"\b(?:against|compared (?:to|with)|from|on|over|since|than) (?:(?:at|by|for|in|that|the) )*$", re.IGNORECASE
)
# "41%, 3% under what it was a year ago": what a difference is reckoned from, and not when
_RECKONED_FROM = re.compile(
    r"\b(?:above|ahead of|behind|below|down on|than|up on) (?:(?:at|by|for|in|of|on) )?"
    r"(?:(?:that|those) (?:at|for|in|of) )?"
    r"(?:(?:the )?(?:same|this|equivalent|corresponding) (?:month|period|point|quarter|stage|time)(?: (?:in|of))? )?"
    r"(?:the )?$"
)
# "90% in the same quarter last year", of the quarter that the report is for
_SAME = re.compile(r"\bthe (?:same|equivalent|corresponding) (?:month|period|quarter)\b")
# "from 8.4% in 2020/21 to below 5%": what parts the period of the first from the second
_ON_TO = re.compile(r"\)?,?\s(?:[a-z]+\s)?to\s(?:[a-z-]+\s){0,5}[£$€]?", re.IGNORECASE)
_FROM, _TO = re.compile(r"\bfrom\s(?:[£$€])?$"), re.compile(r"\bto\s(?:[£$€])?$")
# Where a clause ends, so that a period in the next one, which has a figure of its own, is not this figure's.
_NEXT_CLAUSE = re.compile(
    r";|, (?:but|while|whilst|which|who|whose|and (?:the|it|its|our|this))\b"
    r"|\bbut (?:at|by|during|for|in|over)\b"
    r"|\band (?:the|it|its|they|we)\b[^.;,\d]{0,30}\b(?:forecasts?|expect(?:s|ed)?|projects?|proposes?|plans? to)\b"
    r"|\band (?:is|are|was|were) (?:now |currently )?"
    r"(?:projected|forecast|expected|predicted|estimated|likely|set) to\b"
)


def period_at(
    periods: list[Period], text: str, figure: tuple[int, int], others: list[tuple[int, int]], around: str | None = None
) -> str | None:
    """The period that a figure is for; `others` are the spans of the sentence's other figures, `around` is the period
    that a "year earlier" is counted from where the sentence names none.

    A period that stands right at a figure ("41% in 2022", "38% (2023)") belongs to it. Else it is the nearest, where
    clauses and other figures count as distance, unless it stands at another figure that is only compared with.
    """
    against = _FRONTED.match(text)
    periods = [p for p in periods if not (p.back and _RECKONED_FROM.search(text, 0, p.start))]
    bound = [p for p in periods if _bound(p, text, figure)]
    own = bound or [
        p
        for p in periods
        if not (against and p.end <= against.end() <= figure[0])
        and not (p.back and p.end <= figure[0] and ";" in text[p.end : figure[0]])
        and not any(_private(p, text, other, figure) or _apart(p, text, other, figure) for other in others)
    ]
    best = min(own, key=lambda p: _distance(p, text, figure, others), default=None)
    if best is None or not best.back:
        return _end_of(best.iso, text, figure, others) if best else None
    same = around and _SAME.search(text, max(0, best.start - 20), best.end)
    named = (p.iso for p in periods if not (p.back or p.iso.startswith("since") or same))
    anchor = next(named, around)
    return year_before(anchor) if anchor and not anchor.startswith("since") else None


def _end_of(iso: str, text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> str:
    """The end of a span that a figure stands at: "from 5.8 to 8.3 between January and August 2024"."""
    ends = re.fullmatch(r"(\S+) to (\S+)|(\d{4}(?:/\d\d)?)-(\d{4}(?:/\d\d)?)", iso)
    last = next((other for other in others if other[0] > figure[0]), None)
    first = next((other for other in reversed(others) if other[0] < figure[0]), None)
    if ends and last and _FROM.search(text[: figure[0]]) and _TO.search(text[: last[0]]):
        return ends[1] or ends[3]
    if ends and first and _TO.search(text[: figure[0]]) and _FROM.search(text[: first[0]]):
        return ends[2] or ends[4]
    return iso


def _apart(period: Period, text: str, other: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a period stands with another figure in a later clause: "61%; the goal for March was 67%"."""
    if period.start < figure[1]:
        return False
    parting = _NEXT_CLAUSE.search(text, figure[1], period.start)
    near = sorted((other[0], other[1], period.start, period.end))
    return bool(parting and other[0] > parting.start() and not _NEXT_CLAUSE.search(text, near[1], near[2]))


def _bound(period: Period, text: str, figure: tuple[int, int]) -> bool:
    """Whether nothing but a preposition stands between a figure and the period after it, or a colon after one before
    it: "41% in 2022", "(2022: 41%)"."""
    if period.start >= figure[1]:
        labels = re.match(r"\s?[:=]\s?(?:[A-Z][\w’-]+ ){0,3}[£$€]?\d", text[period.end :])
        between = text[figure[1] : period.start].strip("% ") + " " * period.back  # "8.9 days a year earlier"
        return not labels and bool(_BOUND.fullmatch(between))
    between = text[period.end : figure[0]]
    heads = text.endswith("(", 0, period.start) and between.strip(" £$€") == ""  # "8% (last year 9%)"
    heads = heads or (between.rstrip("£$€") == " (" and bool(_THAN_IN.search(text, 0, period.start)))
    return heads or bool(_LABELS.fullmatch(between))


def has_own(periods: list[Period], text: str, figure: tuple[int, int]) -> bool:
    """Whether a period stands right at a figure, so that it cannot be another's."""
    return any(_bound(period, text, figure) for period in periods)


def _private(period: Period, text: str, other: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a period stands at another figure that this one is compared with, or in one bracket with it."""
    if not _bound(period, text, other):
        return False
    if period.start >= other[1] and _FROM.search(text[: other[0]]) and _ON_TO.fullmatch(text[period.end : figure[0]]):
        return True
    bracket = text[: other[0]].rfind("(")
    within = bracket >= 0 and ")" not in text[bracket : other[0]]
    if period.end <= other[0]:
        labels = within and bracket < period.start and ")" in text[other[1] : figure[0]]
        return (
            figure[0] < period.start or labels or bool(_THAN_IN.search(text, 0, period.start))
        )  # "47% (2023: 43%) and a score of 6.7"
    between = text[figure[1] : other[0]] if figure[1] <= other[0] else ""
    came = _TO.search(text[: figure[0]]) and _FROM_ANOTHER.fullmatch(between.rstrip("£$€"))
    compared = came or _PARTED.search(between)
    return bool(compared) or (within and not bracket <= figure[0] < period.end)


def _distance(period: Period, text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> int:
    before = period.end <= figure[0]
    start, end = (period.end, figure[0]) if before else (figure[1], period.start)
    between = text[start:end]
    passed = sum(start <= other[0] < end for other in others)
    taken = any(_bound(period, text, other) for other in others)
    leads = before and bool(_LEAD.fullmatch(text[: period.start].rpartition(";")[2]))
    cost = len(between) + 60 * between.count(";") + 40 * passed + 35 * taken + 30 * period.told
    cost += 40 * bool(before and re.search(r"\bcompared (?:with|to)\b", between))
    cost += 0 if leads else 25 * between.count(", ") + 15 * len(re.findall(r"\b(?:and|but|while|whilst)\b", between))
    return cost
