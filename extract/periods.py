"""Periods as reports print them, and which of them a figure is for.

A period is written as `2023`, `2023-05`, `2024-03-31`, `2022/23`, `2024 Q1` or `2022/23 Q1`; a span as `2020-2024`,
`2020/21-2022/23` or `2024-01 to 2024-10`. Words that count from the day of writing ("last year", "in October", "this
financial year") are resolved against the date of the meeting or report, and left out where that is not known.
"""

import re
from dataclasses import dataclass
from datetime import date

from extract.dates import MONTH, MONTHS

_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_COUNT = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {str(number): number for number in range(2, 25)}
_YEAR = r"(?:19|20)\d\d"
_COUNTS = "|".join(_COUNT)
_JOIN = r"\s?(?:-|–|—|to|until|and)\s?(?:the end of\s)?"
_IN = (
    r"(?:\b(?:in|during|for|of|since|from|by|until|at|over|early|late|mid|end of|beginning of|start of"
    r"|month of|last|this)"
    r"\s+(?:the\s+)?(?:early\s+|late\s+|mid[- ]?|end of\s+)?)"
)
PERIOD = re.compile(
    rf"\b(?P<mspan1>{MONTH})(?:\s+(?P<mspan1y>{_YEAR}))?{_JOIN}(?P<mspan2>{MONTH})\s+(?P<mspan2y>{_YEAR})\b"
    rf"|\b(?P<run>{_COUNTS})\smonths\s(?:to|ending|ended)\s(?:the end of\s)?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s)?(?P<runm>{MONTH})\s(?P<runy>{_YEAR})\b"
    rf"|\bfirst\s(?P<head>{_COUNTS})\smonths\sof\s(?P<heady>{_YEAR})\b(?![/–-]\d)"
    rf"|\b(?:at|on|to|of|by|until)\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<daym>{MONTH}),?\s(?P<dayy>{_YEAR})\b"
    rf"|\b(?P<month>{MONTH}),?\s+(?:of\s)?(?P<my>{_YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s?[’'](?P<my2>\d\d)\b"
    rf"|\b(?P<ordq>{'|'.join(_ORDER)})\squarter\sof\s(?P<ordy>{_YEAR}(?:\s?[/–-]\s?\d\d)?)\b"
    rf"|\b(?P<q>Q[1-4]|quarter [1-4])(?:,?\s+(?:of\s+|FY\s?)?(?P<qy>(?:19|20)?\d\d(?:\s?[/–_-]\s?(?:20)?\d\d)?))?\b"
    rf"|\b(?:(?:in|for|from|over"
    rf"|during)\s)?(?P<fspan1>(?:20)?\d\d\s?[/–-]\s?\d\d){_JOIN}(?P<fspan2>(?:20)?\d\d\s?[/–-]\s?\d\d)\b"
    rf"|\b(?P<span1>{_YEAR})(?P<join>\s?(?:-|–|/|to|and)\s?)(?P<span2>{_YEAR})\b"
    rf"|\b(?P<fy1>{_YEAR})\s?[/–-]\s?(?P<fy2>\d\d)\b(?!-\d)"
    r"|(?<![\d/.£])(?P<sy1>[012]\d)[/](?P<sy2>[012]\d)\b(?![/\d])"
    r"|(?:\b(?:in|for|from|over|during|since|FY)\s)(?P<dy1>[012]\d)-(?P<dy2>[012]\d)\b(?![-/\d]|\s(?:year"
    r"|month|hour|week|day))"
    rf"|\b(?P<year>{_YEAR})\b(?![,.]\d|-\d\d)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?P<fin>this|(?:the )?current|(?:the )?next|last|(?:the )?previous)(?: current)?\s(?:financial|fiscal) year\b"
    r"|\b(?:so far |earlier )?(?P<this>this) (?:calendar )?year\b"
    r"|(?<!\bthe )\b(?P<last>last year)\b"
    rf"|{_IN}(?P<bare>(?-i:January|February|March|April|May|June|July|August|September|October|November|December))\b"
    r"(?!\s?\d)|(?:^|[–:-]\s)(?P<lead>(?-i:January|February|March|April|June|July|August|September|October"
    r"|November|December)) saw\b"
    r"|\b(?:over|during|in|throughout) the (?:\w+ of )?(?P<season>spring|summer|autumn)(?: (?:term|holidays?"
    r"|months))?\b"
    rf"(?! (?:term )?of {_YEAR}| {_YEAR})"
    r"|\b(?P<back>(?:a|one) year (?:ago|earlier|before)|the year before|(?:the|at the same time) (?:previous"
    r"|last) year)\b",
    re.IGNORECASE,
)
# A period that only says what a figure is measured from: "the lowest since 2001", "31 hours more than in 2012".
_BASE = re.compile(
    r"\b(?:than|(?:compared|relative|in comparison) (?:to|with)|(?:low|high|great|larg|small|bigg)est since"
    r"|(?:increas\w*|ris(?:e|en|ing)|rose|fall\w*|fell|growth|gr[eo]wn?|decreas\w*|declin\w*|reduc\w*|up"
    r"|down)(?:\s\S+){0,6}?\s(?:since|on|from|over)|pre-|post-"
    r"|first time since|established in|founded in|built in|opened in)\s?(?:in |the |that in |at |for )*$",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(r"\b(?:on|over|from|in|than(?:\s\w+){0,3})\s(?:the\s)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|to be|due|expected|again|next|promised|planned)\b[^.;]{0,40}$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:published|issued|set|confirmed|dated|(?:was|were|been|be|meeting) held|held on|met on|meeting"
    r"|agreed|approved|reported|announced|signed|launched|adopted|letter|email|election)"
    r"\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\b(?:compared|comparison|against|than|up from|down from|whilst|while|but|relative|versus)\b|;")
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


@dataclass(frozen=True)
class Period:
    """A period and where in the sentence it is printed."""

    start: int
    end: int
    iso: str
    back: bool = False  # the year before the period that the sentence is about: "a year earlier"
    told: bool = False  # told from the day of writing: "last year", "in October"


def periods_in(text: str, written: date | None = None) -> list[Period]:
    """The periods that a text names, from left to right; `written` is the day that "last year" is seen from."""
    found: list[Period] = []
    for match in PERIOD.finditer(text):
        iso = _iso(match, written)
        if iso and not _is_base(text, match):
            since = re.search(r"\bsince\s+(?:\w+\s+)?$", text[: match.start()], re.IGNORECASE)
            found.append(Period(match.start(), match.end(), f"since {iso}" if since else iso))
    for match in _RELATIVE.finditer(text):
        iso = _resolved(match, written) if written else None
        # "to the Board in December" is still to come; "18% on the year before" only counts from it.
        before = text[: match.start()]
        if (match["bare"] and (_AHEAD.search(before) or _EVENT.search(before))) or (
            (match["back"] or match["last"]) and _COUNTED_FROM.search(before)
        ):
            continue
        if (iso or match["back"]) and not any(p.start < match.end() and match.start() < p.end for p in found):
            since = re.match(r"since\b", match[0], re.IGNORECASE)
            found.append(
                Period(
                    match.start(), match.end(), f"since {iso}" if since else iso or "", bool(match["back"]), told=True
                )
            )
    return sorted(found, key=lambda period: period.start)


def _is_base(text: str, match: re.Match[str]) -> bool:
    """Whether a period is only where a change is counted from, or when something was printed."""
    before = text[: match.start()]
    return bool(_BASE.search(before)) or bool((match["day"] or match["month"]) and _EVENT.search(before))


def _iso(match: re.Match[str], written: date | None) -> str | None:
    if match["mspan1"]:
        first = match["mspan1y"] or match["mspan2y"]
        if first != match["mspan2y"]:
            return f"{first}-{match['mspan2y']}"
        return f"{_month(match['mspan1'], first)} to {_month(match['mspan2'], first)}"
    if match["run"]:
        return _run(_COUNT[match["run"].casefold()], int(match["runy"]), MONTHS[_bare(match["runm"])])
    if match["head"]:
        return _run(_COUNT[match["head"].casefold()], int(match["heady"]), _COUNT[match["head"].casefold()])
    if match["day"]:
        return f"{_month(match['daym'], match['dayy'])}-{int(match['day']):02d}"
    if match["month"] or match["month2"]:
        return _month(match["month"] or match["month2"], match["my"] or f"20{match['my2']}")
    if match["ordq"]:
        return f"{_financial(match['ordy'])} Q{_ORDER[match['ordq'].casefold()]}"
    if match["q"]:
        year = _financial(match["qy"]) if match["qy"] else None
        return f"{year} Q{match['q'][-1]}" if year else None
    if match["fspan1"]:
        first, last = _financial(match["fspan1"]), _financial(match["fspan2"])
        return f"{first}-{last}" if "/" in first and "/" in last else None
    if match["span1"]:
        follows = int(match["span2"]) == int(match["span1"]) + 1 and match["join"].strip() in "-–/"
        return f"{match['span1']}/{match['span2'][2:]}" if follows else f"{match['span1']}-{match['span2']}"
    if match["fy1"]:
        return _financial(f"{match['fy1']}/{match['fy2']}")
    for first, last in (("sy1", "sy2"), ("dy1", "dy2")):
        if match[first]:
            return f"20{match[first]}/{match[last]}" if int(match[last]) == int(match[first]) + 1 else None
    return match["year"]


def _bare(month: str) -> str:
    return month.rstrip(".").casefold()


def _month(name: str, year: str) -> str:
    return f"{year}-{MONTHS[_bare(name)]:02d}"


def _run(months: int, year: int, month: int) -> str:
    """The stretch of so many months that ends with a month."""
    first = year * 12 + month - months
    return f"{first // 12}-{first % 12 + 1:02d} to {year}-{month:02d}"


def _financial(text: str) -> str:
    """`2022/23` for "2022-23" and "22/23", `2020-2024` for "2020-24", `2022` for "2022"."""
    first, *rest = re.split(r"[/–_-]", re.sub(r"\s", "", text))
    first = first if len(first) == 4 else f"20{first}"
    if not rest:
        return first
    follows = (int(first) + 1) % 100 == int(rest[0][-2:])
    return f"{first}/{rest[0][-2:]}" if follows else f"{first}-{first[:2]}{rest[0][-2:]}"


def _resolved(match: re.Match[str], written: date | None) -> str | None:
    """A period that is told from the day of writing: "this financial year", "last year", "in October"."""
    if written is None or match["back"]:
        return None
    if match["fin"]:
        word = match["fin"].casefold().removeprefix("the ")
        return financial_year(written, {"this": 0, "current": 0, "next": 1, "last": -1, "previous": -1}[word])
    if match["this"]:
        return str(written.year)
    if match["last"]:
        return str(written.year - 1)
    if match["season"]:
        begun = {"spring": 3, "summer": 6, "autumn": 9}[match["season"].casefold()]
        return str(written.year - (begun > written.month))
    month = MONTHS[(match["bare"] or match["lead"]).casefold()]
    ahead = re.match(r"by|until|from", match[0], re.IGNORECASE)
    if ahead and month != written.month:
        return None  # "by March" may be ahead or behind
    return f"{written.year - (month > written.month)}-{month:02d}"


def financial_year(day: date, offset: int = 0) -> str:
    """The financial year (April to March) in which a day falls, or one so many years from it."""
    first = day.year - (day.month < 4) + offset
    return f"{first}/{(first + 1) % 100:02d}"


def year_before(iso: str) -> str:
    """`2021` for `2022`, `2021/22` for `2022/23`, `2021-05` for `2022-05`."""
    earlier = f"{int(iso[:4]) - 1}{iso[4:]}"
    return f"{earlier[:5]}{int(iso[2:4]):02d}{iso[7:]}" if re.match(r"\d{4}/\d\d", iso) else earlier


def period_at(periods: list[Period], text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> str | None:
    """The period that a figure is for; `others` are the spans of the sentence's other figures.

    A period that stands right at a figure ("41% in 2022", "38% (2023)") belongs to it. Else it is the nearest, where
    clauses and other figures count as distance, unless it stands at another figure that is only compared with.
    """
    own = [p for p in periods if _bound(p, text, figure)] or [
        p for p in periods if not any(_private(p, text, other, figure) for other in others)
    ]
    best = min(own, key=lambda p: _distance(p, text, figure, others), default=None)
    if best is None or not best.back:
        return best.iso if best else None
    anchor = next((p for p in periods if not p.back and not p.iso.startswith("since")), None)
    return year_before(anchor.iso) if anchor and re.match(r"\d{4}(?:/\d\d|-\d\d)?$", anchor.iso) else None


def _bound(period: Period, text: str, figure: tuple[int, int]) -> bool:
    """Whether nothing but a preposition stands between a figure and the period after it."""
    return period.start >= figure[1] and bool(_BOUND.fullmatch(text[figure[1] : period.start].strip("% ")))


def _private(period: Period, text: str, other: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a period stands at another figure that this one is compared with, or in one bracket with it."""
    if not _bound(period, text, other):
        return False
    bracket = text[: other[0]].rfind("(")
    within = bracket >= 0 and ")" not in text[bracket : other[0]]
    compared = figure[1] <= other[0] and _PARTED.search(text[figure[1] : other[0]])
    return bool(compared) or (within and not bracket <= figure[0] < period.end)


def _distance(period: Period, text: str, figure: tuple[int, int], others: list[tuple[int, int]]) -> int:
    before = period.end <= figure[0]
    start, end = (period.end, figure[0]) if before else (figure[1], period.start)
    between = text[start:end]
    passed = sum(start <= other[0] < end for other in others)
    taken = any(_bound(period, text, other) for other in others)
    leads = before and bool(_LEAD.fullmatch(text[: period.start].rpartition(";")[2]))
    cost = len(between) + 60 * between.count(";") + 40 * passed + 35 * taken + 30 * period.told
    cost += 0 if leads else 25 * between.count(", ") + 15 * len(re.findall(r"\b(?:and|but|while|whilst)\b", between))
    return cost


def month_of(name: str, within: str) -> str | None:
    """A month that is named without its year, in the year, financial year or quarter that it stands under."""
    number = MONTHS[_bare(name)]
    year = re.match(r"(\d{4})(/\d\d)?(?: Q\d)?$", within)
    return f"{int(year[1]) + (bool(year[2]) and number < 4)}-{number:02d}" if year else None
