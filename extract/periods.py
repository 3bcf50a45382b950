"""Periods as reports print them, and which of them a figure is for.

A period is written as `2023`, `2023-05`, `2024-03-31`, `2022/23`, `2024 Q1` or `2022/23 Q1`; a span as `2020-2024`,
`2020/21-2022/23` or `2024-01 to 2024-10`. Words that count from the day of writing ("last year", "in October", "this
financial year") are resolved against the date of the meeting or report, and left out where that is not known.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extract.dates import MONTH, MONTHS

_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_COUNT = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {str(number): number for number in range(2, 25)}
_YEAR = r"(?:19|20)\d\d"
_TWO_YEARS = r"(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d"
_QUARTER = r"(?:Q[1-4]|quarter (?:[1-4]|one|two|three|four))"
QUARTER = re.compile(rf"\b(?:{_QUARTER}|(?:first|second|third|fourth) quarter)\b", re.IGNORECASE)
_QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4} | {str(number): number for number in range(1, 5)}
_COUNTS = "|".join(_COUNT)
_JOIN = r"\s?(?:-|–|—|to|until|and)\s?(?:the end of\s)?"
_IN = (
    r"(?:\b(?:in|during|for|of|since|from|by|until|at|over|early|late|mid|end of|beginning of|start of"
    r"|month of|last|this|through)"
    r"\s+(?:the\s+)?(?:early\s+|late\s+|mid[- ]?|end of\s+)?)"
)
PERIOD = re.compile(
    rf"\b(?P<mspan1>{MONTH})(?:\s+(?P<mspan1y>{_YEAR}))?{_JOIN}(?P<mspan2>{MONTH})\s+(?P<mspan2y>{_YEAR})\b"
    rf"|\b(?:from\s)?(?P<dspan1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<dspanm1>{MONTH}),?(?:\s(?P<dspany1>{_YEAR}))?{_JOIN}"
    rf"(?P<dspan2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<dspanm2>{MONTH}),?\s(?P<dspany2>{_YEAR})\b"
    rf"|\b(?:(?P<run>{_COUNTS})\smonths\s(?:to|ending|ended)|(?P<runyear>year|quarter)\s(?:to|ending|ended))"
    r"\s(?:on\s|the end of\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<runm>{MONTH})(?:\s\d{{1,2}})?,?\s(?P<runy>{_YEAR})\b"
    rf"|\bfirst\s(?P<head>{_COUNTS})\smonths\sof\s(?P<heady>{_YEAR})\b(?![/–-]\d)"
    rf"|\b(?:at|on|to|of|by|until|ending|ended|from|since|for|w/e)\s(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\s(?P<daym>{MONTH}),?\s(?P<dayy>{_YEAR})\b"
    rf"|\b(?:at|on|to|of|by|until|ending|ended|from|since"
    rf"|for)\s(?P<usm>{MONTH})\s(?P<usd>\d{{1,2}}),\s(?P<usy>{_YEAR})\b"
    rf"|\b(?P<month>{MONTH}),?\s+(?:of\s)?(?P<my>{_YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s?[’'](?P<my2>\d\d)\b"
    rf"|\b(?P<ordq>{'|'.join(_ORDER)})\squarter\sof\s(?P<ordy>{_YEAR}(?:\s?[/–-]\s?\d\d)?)\b"
    r"|\b(?:in|for|during|over)\sthe\s(?P<barq>first|second|third|fourth)\squarter\b(?!\sof\b)"
    rf"|\b(?P<half>first|second)\shalf\sof\s(?P<halfy>{_YEAR}(?:\s?[/–-]\s?\d\d)?)\b"
    rf"|\b(?P<yqs>{_TWO_YEARS}|{_YEAR}),?\s+(?:Q(?P<yqs1>[1-4])\s?[-–]\s?Q?|to Q)(?P<yqs2>[1-4])\b"
    rf"|\bQ(?P<qs1>[1-4])\s?(?:-|–|to)\s?Q?(?P<qs2>[1-4]),?\s+\(?(?:of\s)?(?P<qsy>{_TWO_YEARS}|{_YEAR})\b"
    rf"|\b(?P<yq>{_TWO_YEARS}|{_YEAR}),?\s+(?P<yqq>{_QUARTER})\b"
    rf"|\b(?P<q>{_QUARTER})(?:,?\s+\(?(?:of\s+|FY\s?)?(?P<qy>(?:(?:19|20)\d\d"
    rf"|\d\d(?=\s?[/–_-]))(?:\s?[/–_-]\s?(?:20)?\d\d)?))?\b"
    rf"|\bFY\s?(?P<fy>{_YEAR})\b(?!\s?[/–-]\s?\d)|\b(?-i:FY)\s?(?P<fyshort>\d\d)\b(?!\s?[/–-]\s?\d)"
    rf"|\b(?:(?:in|for|from|over"
    rf"|during)\s)?(?P<fspan1>(?:20)?\d\d\s?[/–-]\s?\d\d){_JOIN}(?P<fspan2>(?:20)?\d\d\s?[/–-]\s?\d\d)\b"
    rf"|\b(?P<span1>{_YEAR})(?P<join>\s?(?:-|–|/|to|and)\s?)(?P<span2>{_YEAR})\b"
    rf"|\b(?P<fy1>{_YEAR})\s?[/–-]\s?(?P<fy2>\d\d)\b(?!-\d)"
    r"|(?<![\d/.£])(?P<sy1>[012]\d)[/](?P<sy2>[012]\d)\b(?![/\d])"
    r"|(?:\b(?:in|for|from|over|during|since|FY)\s(?:the\s)?)(?P<dy1>[012]\d)-(?P<dy2>[012]\d)\b(?![-/\d]|\s(?:year"
    r"|month|hour|week|day))"
    rf"|(?<![£$€])\b(?P<year>{_YEAR})\b(?![,.]\d|-\d\d)",
    re.IGNORECASE,
)
# Without one of these there is no period in a text: they are found in a tenth of the time that the patterns take.
_DATED = re.compile(r"\d\d\s?[/–-]|(?:19|20)\d\d|[’']\d\d|FY\s?\d|[Qq](?:[1-4]|(?i:uarter))")
_NAMED_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_RELATIVE = re.compile(
    r"\b(?P<fin>this|(?:the )?current|(?:the )?next|last|(?:the )?previous)(?: current)?\s(?:financial|fiscal) year\b"
    r"|\b(?:so far |earlier )?(?P<this>this) (?:calendar )?year\b"
    r"|\b(?:the |this )?(?P<calendar>calendar year) to date\b"
    r"|\b(?:at|by) (?:the )?(?:financial )?(?P<yearend>year[- ]end)\b"
    r"|(?<!\bthe )\b(?P<last>last year)\b"
    rf"|{_IN}(?P<bare>(?-i:{_NAMED_MONTH}|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\b"
    r"(?!\s?\d(?!\d*(?:[.,]\d+)*\s?(?:%|per cent)))"
    rf"|\bbetween (?P<run1>(?-i:{_NAMED_MONTH})) and (?P<run2>(?-i:{_NAMED_MONTH}))\b(?!,?\s\d)"
    rf"|\b(?:in|during|over) the first (?P<first>{_COUNTS}) months of (?:the|this) (?:calendar )?year\b"
    rf"|(?:^|[–:-]\s)(?P<lead>(?-i:{_NAMED_MONTH})) saw\b"
    rf"|\b(?P<figure>(?-i:{_NAMED_MONTH}))(?:’s|'s)? (?=(?:figures?|total|performance|position|data|rate|average)\b)"
    rf"|\b(?:as (?:at|of)|at|to|since) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf" (?P<daym>(?-i:{_NAMED_MONTH}))\b(?!,?\s\d{{4}})"
    r"|\b(?:over|during|in|throughout) the (?:\w+ of )?(?P<season>spring|summer|autumn)(?: (?:term|holidays?"
    r"|months))?\b"
    rf"(?! (?:term )?of {_YEAR}| {_YEAR})"
    r"|\b(?P<back>(?:(?:a|one) year|(?:12|twelve) months) (?:ago|earlier|before|previously)|the year before"
    r"|(?:(?:at|in|for|during|over) )?(?:the same|this) (?:time|point|period|month|quarter|week|day|term|stage)"
    r"(?: (?:in|of))?(?: the)? (?:last|previous|prior|preceding) year"
    r"|(?:(?:in|for|during) )?(?:the )?(?:previous|preceding|prior) year)\b",
    re.IGNORECASE,
)
_TELLING = (*"year month spring summer autumn".split(), *(name for name in MONTHS if len(name) == 3))
# A period that only says what a figure is measured from: "the lowest since 2001", "31 hours more than in 2012".
_BASE = re.compile(
    r"\b(?:than|(?:compared|relative|in comparison) (?:to|with)|(?:low|high|great|larg|small|bigg)est since"
    r"|(?:increas\w*|ris(?:e|en|ing)|rose|fall\w*|fell|growth|gr[eo]wn?|decreas\w*|declin\w*|reduc\w*|up"
    r"|down)(?:\s\S+){0,6}?\s(?:since|on|from|(?<!and )over)"
    r"|(?:below|above|under|over)\s(?:the\s)?(?:level|figure|total|number)s?\sof"
    r"|(?:began|begun|started)(?:\s\w+){0,2}\sin(?:\s(?:spring|summer|autumn|winter))?|pre-|post-"
    r"|first time since|established in|founded in|built in|opened in)"
    r"\s?(?:in |the |that in |at |for |same |period |quarter |month |point |end |of )*$",
    re.IGNORECASE,
)
# "since June 2023", "since it opened in June 2023".
_SINCE = re.compile(r"\bsince\s+(?:(?:it|they|the|its|their)(?:\s[a-z]+){0,4}?\sin\s+|\w+\s+)?$", re.IGNORECASE)
_BASE_SINCE = re.compile(
    r"\b(?:(?:low|high|great|larg|small|bigg)est|first time|first|(?:increas|decreas|declin|reduc|fall|ris)\w*|rose"
    r"|fell|growth|gr[eo]wn?|up|down)\b(?:\s\S+){0,6}?\ssince\b[^.;,]*$",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(r"(?<=-\d\d)-01$")
_THAN = re.compile(r"\bthan (?:at |the |end of )*$", re.IGNORECASE)
_COUNTED_FROM = re.compile(
    r"\b(?:on|over|from|in|than(?:\s\w+){0,3}|compar(?:ed|ison) (?:with|to)|against|relative to)"
    r"\s(?:the\s)?(?:Q[1-4]\s)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would (?:begin|close|go|happen|open|start|take)|to be|due|expected|again|next|promised"
    r"|planned)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
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


_LABELS = re.compile(r"\s?[:=]\s?(?:about|around|over)?\s?")


@dataclass(frozen=True)
class Period:
    """A period and where in the sentence it is printed."""

    start: int
    end: int
    iso: str
    back: bool = False  # the year before the period that the sentence is about: "a year earlier"
    told: bool = False  # told from the day of writing: "last year", "in October"


def printed_in(text: str) -> Iterable[re.Match[str]]:
    """Where a text prints a period that is told by itself."""
    return PERIOD.finditer(text) if _DATED.search(text) else ()


def _relative_in(text: str) -> Iterable[re.Match[str]]:
    """Where a text names a period that is told from the day of writing."""
    small = text.lower()
    return _RELATIVE.finditer(text) if any(word in small for word in _TELLING) else ()


def periods_in(text: str, written: date | None = None, within: str | None = None) -> list[Period]:
    """The periods that a text names, from left to right.

    `written` is the day that "last year" is seen from, `within` the year or financial year that "Q1" is a part of.
    """
    found: list[Period] = []
    for match in printed_in(text):
        iso = _iso(match, within)
        if iso and not _is_base(text, match):
            since = _SINCE.search(text[: match.start()])
            found.append(Period(match.start(), match.end(), f"since {iso}" if since else iso))
    for match in _relative_in(text):
        done = bool(_DONE.search(text[: match.start()]) or _DONE_AFTER.search(text, match.end()))
        iso = _resolved(match, written, done=done) if written else _resolved_within(match, within)
        # "to the Board in December" is still to come; "18% on the year before" only counts from it.
        before, counted_since = text[: match.start()], re.match(r"since\b", match[0], re.IGNORECASE)
        if (
            (match["bare"] or match["day"])
            and (_THAN.search(before) or _AHEAD.search(before) or (_EVENT.search(before) and not counted_since))
        ) or ((match["back"] or match["last"]) and _COUNTED_FROM.search(before)):
            continue
        if (iso or match["back"]) and not any(p.start < match.end() and match.start() < p.end for p in found):
            whole = f"since {_FIRST_DAY.sub('', iso)}" if counted_since and iso else iso or ""
            found.append(Period(match.start(), match.end(), whole, bool(match["back"]), told=True))
    return sorted(found, key=lambda period: period.start)


def _is_base(text: str, match: re.Match[str]) -> bool:
    """Whether a period is only where a change is counted from, or when something was printed."""
    before = text[: match.start()]
    if match["q"] and re.search(r"\b(?:on|since|from) (?:the )?$", before, re.IGNORECASE):
        return True  # "an improvement on the Quarter 1 forecast"
    if _SINCE.search(before) and not _BASE_SINCE.search(before):
        return False
    dated = match["day"] or match["usd"] or match["month"]
    return bool(_BASE.search(before)) or bool(dated and _EVENT.search(before))


def _iso(match: re.Match[str], within: str | None) -> str | None:
    if match["mspan1"]:
        first, last = match["mspan1y"] or match["mspan2y"], match["mspan2y"]
        return _span(int(first), MONTHS[_bare(match["mspan1"])], int(last), MONTHS[_bare(match["mspan2"])])
    if match["dspan1"]:
        return _days(match)
    if match["run"] or match["runyear"]:
        quarter = (match["runyear"] or "").casefold() == "quarter"
        months = 3 if quarter else _COUNT[match["run"].casefold()] if match["run"] else 12
        run = _run(months, int(match["runy"]), MONTHS[_bare(match["runm"])])
        return run if match["run"] or quarter or " to " not in run else _month(match["runm"], match["runy"])
    if match["head"]:
        return _run(_COUNT[match["head"].casefold()], int(match["heady"]), _COUNT[match["head"].casefold()])
    if match["day"]:
        return f"{_month(match['daym'], match['dayy'])}-{int(match['day']):02d}"
    if match["usd"]:
        return f"{_month(match['usm'], match['usy'])}-{int(match['usd']):02d}"
    if match["month"] or match["month2"]:
        return _month(match["month"] or match["month2"], match["my"] or f"20{match['my2']}")
    if match["ordq"]:
        return f"{_financial(match['ordy'])} Q{_ORDER[match['ordq'].casefold()]}"
    if match["half"]:
        return f"{_financial(match['halfy'])} {'Q1-Q2' if match['half'].casefold() == 'first' else 'Q3-Q4'}"
    if match["yqs"] or match["qsy"]:
        first, last = match["yqs1"] or match["qs1"] or 1, match["yqs2"] or match["qs2"]
        return f"{_financial(match['yqs'] or match['qsy'])} Q{first}-Q{last}"
    if match["barq"]:
        return quarter_of(f"Q{_ORDER[match['barq'].casefold()]}", within) if within else None
    if match["yq"]:
        return f"{_financial(match['yq'])} Q{_quarter(match['yqq'])}"
    if match["q"]:
        if match["qy"]:
            return f"{_financial(match['qy'])} Q{_quarter(match['q'])}"
        return quarter_of(match["q"], within) if within else None
    if match["fy"] or match["fyshort"]:
        return match["fy"] or f"20{match['fyshort']}"
    if match["fspan1"]:
        first, last = _financial(match["fspan1"]), _financial(match["fspan2"])
        return f"{first}-{last}" if "/" in first and "/" in last else None
    if match["span1"]:
        if int(match["span2"]) <= int(match["span1"]):
            return None
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
    return _span(first // 12, first % 12 + 1, year, month)


def _span(year: int, month: int, last_year: int, last_month: int) -> str:
    """The stretch from one month to another; a whole year of the calendar, of finance (from April) or of a school or
    university (from August or September) is written as such."""
    if (month, last_month) == (1, 12) and year == last_year:
        return str(year)
    if (month, last_month) in ((4, 3), (8, 7), (9, 8)) and last_year == year + 1:
        return f"{year}/{last_year % 100:02d}"
    return f"{year}-{month:02d} to {last_year}-{last_month:02d}"


def _days(match: re.Match[str]) -> str:
    """A stretch of days; of whole months where it begins with the first of one and ends with the last of another."""
    year, last_year = int(match["dspany1"] or match["dspany2"]), int(match["dspany2"])
    month, last_month = MONTHS[_bare(match["dspanm1"])], MONTHS[_bare(match["dspanm2"])]
    year -= not match["dspany1"] and month > last_month  # "from 1 September to 31 August 2023"
    if int(match["dspan1"]) == 1 and int(match["dspan2"]) == monthrange(last_year, last_month)[1]:
        return _span(year, month, last_year, last_month)
    days = (int(match["dspan1"]), int(match["dspan2"]))
    return f"{year}-{month:02d}-{days[0]:02d} to {last_year}-{last_month:02d}-{days[1]:02d}"


def _financial(text: str) -> str:
    """`2022/23` for "2022-23" and "22/23", `2020-2024` for "2020-24", `2022` for "2022"."""
    first, *rest = re.split(r"[/–_-]", re.sub(r"\s", "", text))
    first = first if len(first) == 4 else f"20{first}"
    if not rest:
        return first
    follows = (int(first) + 1) % 100 == int(rest[0][-2:])
    return f"{first}/{rest[0][-2:]}" if follows else f"{first}-{first[:2]}{rest[0][-2:]}"


_DONE_AFTER = re.compile(r"\b(?:had|has|have) (?:already |all |now )?been \w+(?:ed|en|t)\b")
# Words of a budget, in which "this year" is the financial one; and what is still to come of it.
_OF_A_BUDGET = re.compile(r"\b(?:over|under)spen[dt]\w*|\b(?:budget|deficit|outturn|savings|precept)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:forecast\w*|project(?:ed|ion)\w*|would|will|expect(?:s|ed)|anticipated)\b", re.IGNORECASE)
_COMING_AFTER = re.compile(r"\s(?:would|will)\b(?! have)")
_DONE = re.compile(r"\b(?:had|have|has) (?:been )?\w+|\b(?:was|were) \w+", re.IGNORECASE)


def _resolved(match: re.Match[str], written: date | None, *, done: bool) -> str | None:
    """A period that is told from the day of writing: "this financial year", "last year", "in October".

    `done` tells that the sentence is of what has been, so that "by March" is behind and not ahead.
    """
    if written is None or match["back"]:
        return None
    if match["fin"]:
        word = match["fin"].casefold().removeprefix("the ")
        return financial_year(written, {"this": 0, "current": 0, "next": 1, "last": -1, "previous": -1}[word])
    if match["yearend"]:  # of accounts that are closed it might be the year before
        return financial_year(written) if _TO_COME.search(match.string) else None
    if match["this"] and "calendar" not in match[0] and _OF_A_BUDGET.search(match.string):
        return financial_year(written)
    if match["this"] or match["calendar"]:
        return str(written.year)
    if match["last"]:
        return str(written.year - 1)
    if match["first"]:
        last = _COUNT[match["first"].casefold()]
        return _span(written.year, 1, written.year, last) if last <= written.month else None
    if match["run1"]:
        first, last = MONTHS[match["run1"].casefold()], MONTHS[match["run2"].casefold()]
        year = written.year - (last > written.month)
        return _span(year - (first > last), first, year, last)
    if match["season"]:
        begun = {"spring": 3, "summer": 6, "autumn": 9}[match["season"].casefold()]
        return str(written.year - (begun > written.month))
    if match["day"]:
        month, day = MONTHS[match["daym"].casefold()], int(match["day"])
        year = written.year - ((month, day) > (written.month, written.day))
        return f"{year}-{month:02d}-{day:02d}"
    month = MONTHS[(match["bare"] or match["lead"] or match["figure"]).casefold()]
    if _COMING_AFTER.match(match.string, match.end()):
        return f"{written.year + (month <= written.month)}-{month:02d}"  # "opening in January would add 30 places"
    ahead = re.match(r"by|until|from", match[0], re.IGNORECASE)
    if ahead and month != written.month and not done:
        return None  # "by March" may be ahead or behind
    return f"{written.year - (month > written.month)}-{month:02d}"


def _resolved_within(match: re.Match[str], within: str | None) -> str | None:
    """A month or "this financial year" in a report without a date, in the year that the text stands under."""
    month = match["bare"] or match["lead"] or match["figure"]
    if month and within and not re.match(r"by|until|from", match[0], re.IGNORECASE):
        return month_of(month, within)
    this = re.match(r"(?:this|the current|current)\b", match["fin"] or "", re.IGNORECASE)
    return within if this and within and "/" in within else None


def financial_year(day: date, offset: int = 0) -> str:
    """The financial year (April to March) in which a day falls, or one so many years from it."""
    first = day.year - (day.month < 4) + offset
    return f"{first}/{(first + 1) % 100:02d}"


def year_before(iso: str) -> str:
    """`2021` for `2022`, `2021/22` for `2022/23`, `2021-05` for `2022-05`, `2022/23 Q3` for `2023/24 Q3`."""
    return re.sub(
        r"\b((?:19|20)\d\d)(/\d\d)?",
        lambda year: f"{int(year[1]) - 1}" + (f"/{int(year[1]) % 100:02d}" if year[2] else ""),
        iso,
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
    bound = [p for p in periods if _bound(p, text, figure)]
    own = bound or [
        p
        for p in periods
        if not (against and p.end <= against.end() <= figure[0])
        and not any(_private(p, text, other, figure) or _apart(p, text, other, figure) for other in others)
    ]
    best = min(own, key=lambda p: _distance(p, text, figure, others), default=None)
    if best is None or not best.back:
        return _end_of(best.iso, text, figure, others) if best else None
    anchor = next((p.iso for p in periods if not p.back and not p.iso.startswith("since")), around)
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


# "Compared with 2022/23, visits rose by 4%": what the sentence sets out from, and not when.
_FRONTED = re.compile(r"\W*(?:Compared|In comparison|By comparison|Relative|When compared) (?:with|to) [^,]{3,60},")
_FROM, _TO = re.compile(r"\bfrom\s(?:[£$€])?$"), re.compile(r"\bto\s(?:[£$€])?$")
# Where a clause ends, so that a period in the next one, which has a figure of its own, is not this figure's.
_NEXT_CLAUSE = re.compile(r";|, (?:but|while|whilst|and (?:the|it|its|our|this))\b")


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
        labels = re.match(r"\s?[:=]\s?[£$€]?\d", text[period.end :])
        return not labels and bool(_BOUND.fullmatch(text[figure[1] : period.start].strip("% ")))
    return bool(_LABELS.fullmatch(text[period.end : figure[0]]))


def has_own(periods: list[Period], text: str, figure: tuple[int, int]) -> bool:
    """Whether a period stands right at a figure, so that it cannot be another's."""
    return any(_bound(period, text, figure) for period in periods)


def _private(period: Period, text: str, other: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a period stands at another figure that this one is compared with, or in one bracket with it."""
    if not _bound(period, text, other):
        return False
    bracket = text[: other[0]].rfind("(")
    within = bracket >= 0 and ")" not in text[bracket : other[0]]
    if period.end <= other[0]:
        labels = within and bracket < period.start and ")" in text[other[1] : figure[0]]
        return figure[0] < period.start or labels  # "47% (2023: 43%) and a score of 6.7"
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
    cost += 40 * bool(before and re.search(r"\bcompared (?:with|to)\b", between))
    cost += 0 if leads else 25 * between.count(", ") + 15 * len(re.findall(r"\b(?:and|but|while|whilst)\b", between))
    return cost


def numbered_month(number: int, written: date) -> str:
    """The month of that number in a financial year, counted from April, that was last before a day."""
    month = (number + 2) % 12 + 1
    return f"{written.year - (month > written.month)}-{month:02d}"


def quarter_year(name: str, written: date) -> str | None:
    """The financial year of the quarter of that name that ended last before a day; null where that was long ago."""
    number = _quarter(name) or next((n for word, n in _ORDER.items() if name.casefold().startswith(word)), None)
    if number is None:
        return None
    year = written.year + (number == 4) if written.month >= 4 else written.year - 1 + (number == 4)
    ended = year * 12 + (7, 10, 13, 4)[number - 1]  # the month after it
    months = written.year * 12 + written.month - ended
    if months < 0:
        year, months = year - 1, months + 12
    first = year - (number == 4)
    return f"{first}/{(first + 1) % 100:02d}" if months <= _LONG_AGO else None


_LONG_AGO = 7  # months after a quarter in which minutes still speak of it by its number alone


def month_of(name: str, within: str) -> str | None:
    """A month that is named without its year, in the year, financial year or quarter that it stands under."""
    number = MONTHS[_bare(name)]
    year = re.match(r"(\d{4})(/\d\d)?(?: Q\d)?$", within)
    return f"{int(year[1]) + (bool(year[2]) and number < 4)}-{number:02d}" if year else None


def quarter_of(name: str, within: str) -> str | None:
    """A quarter that is named without its year, in the year or financial year that it stands under."""
    number, year = _quarter(name), re.match(r"(\d{4}(?:/\d\d)?)(?: Q\d)?$", within)
    return f"{year[1]} Q{number}" if number and year else None


def _quarter(name: str) -> int | None:
    """The number of a quarter that is written "Q3", "Quarter 3" or "quarter three"."""
    last = re.fullmatch(r"(?:Q|quarter )(\w+)", name, re.IGNORECASE)
    return _QUARTERS.get(last[1].casefold()) if last else None


def month_year(text: str) -> str | None:
    """The month of a table's header such as "Apr 24" or "Apr-24", which in a sentence might be a day in April."""
    named = re.fullmatch(
        rf"(?:[A-Za-z][\w ]*(?: |\s[–-]\s))?(?P<m>{MONTH})[\s’'-]*(?P<y>\d\d)", text.strip(), re.IGNORECASE
    )
    return _month(named["m"], f"20{named['y']}") if named else None
