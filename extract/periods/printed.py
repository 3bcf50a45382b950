"""Periods that a text prints: "2022/23", "May 2023", "quarter 2 of 2024/25"."""

import re
from collections.abc import Iterable

from extract.alternatives import either
from extract.dates import MONTH, MONTHS
from extract.periods.stretches import (
    ORDER,
    days,
    financial,
    month_iso,
    month_number,
    months_to,
    quarter_number,
    quarter_of,
    span,
)

COUNT = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {str(number): number for number in range(2, 25)}
YEAR = r"(?:19|20)\d\d"
_TWO_YEARS = r"(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d"
_QUARTER = r"(?:Q[1-4]|quarter (?:[1-4]|one|two|three|four))"
QUARTER = re.compile(rf"\b(?:{_QUARTER}|(?:first|second|third|fourth) quarter)\b", re.IGNORECASE)
COUNTS = "|".join(COUNT)
_JOIN = r"\s?(?:-|–|—|to|until|through|and)\s?(?:the end of\s)?"
_LED = r"(?:(?:from|for|of|during|between)\s)?"
_BEGINS = "|".join(
    (
        *(name for name in MONTHS if len(name) == 3),
        *ORDER,
        *(word for word in COUNT if word.isalpha()),
        "at|between|by|dated|during|end|first|for|from|fy|in|of|on|over|q|since|to|until|w/e|year",
    )
)
_PERIOD = re.compile(
    # None begins elsewhere: few words are one of these, and fewer have a number or a quarter soon behind them.
    rf"(?:\b(?=\d|@|{either(_BEGINS)})(?=(?-i:[^\dqQ]{{0,48}}[\dqQ]))|(?=@)|(?<=[^\W\d])(?=[012]\d/))(?:"
    rf"\b(?P<mspan1>{MONTH})(?:\s+(?P<mspan1y>{YEAR}))?{_JOIN}(?P<mspan2>{MONTH})\s+(?P<mspan2y>{YEAR})"
    r"(?:/(?P<mspan2fy>\d\d))?\b"
    rf"|\b{_LED}(?P<dspan1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<dspanm1>{MONTH}),?(?:\s(?P<dspany1>{YEAR}))?{_JOIN}"
    rf"(?P<dspan2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<dspanm2>{MONTH}),?\s(?P<dspany2>{YEAR})\b"
    rf"|\b{_LED}(?P<uspanm1>{MONTH})\s(?P<uspan1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<uspany1>{YEAR}))?{_JOIN}"
    rf"(?P<uspanm2>{MONTH})\s(?P<uspan2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<uspany2>{YEAR})\b"
    rf"|\b(?:(?P<run>{COUNTS})\smonths\s(?:to|ending|ended)|(?P<runyears>{COUNTS})\syears\s(?:to|ending|ended)"
    r"|(?P<runyear>year|quarter)\s(?:to|ending|ended))"
    r"\s(?:on\s|the end of\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<runm>{MONTH})(?:\s\d{{1,2}})?,?\s(?P<runy>{YEAR})\b"
    rf"|\bfirst\s(?P<head>{COUNTS})\smonths\sof\s(?P<heady>{YEAR})\b(?![/–-]\d)"
    r"|(?:\b(?:at|on|to|of|by|until|ending|ended|from|since|for|w/e|(?<=statement )dated|(?<=\d )dated)|@)\s"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\s(?P<daym>{MONTH}),?\s(?P<dayy>{YEAR})\b"
    rf"|(?:\b(?:at|on|to|of|by|until|ending|ended|from|since"
    rf"|for)|@)\s(?P<usm>{MONTH})\s(?P<usd>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<usy>{YEAR})\b"
    rf"|\b(?P<month>{MONTH}),?\s+(?:of\s)?(?P<my>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s?[’'](?P<my2>\d\d)\b"
    rf"|\b(?P<ordq>{'|'.join(ORDER)})\squarter\sof\s(?P<ordy>{YEAR}(?:\s?[/–-]\s?\d\d)?)\b"
    r"|\b(?:in|for|during|over)\sthe\s(?P<barq>first|second|third|fourth)\squarter\b(?!\sof\b)"
    rf"|\b(?P<half>first|second)\shalf\s(?:of\s)?(?P<halfy>{YEAR}(?:\s?[/–-]\s?\d\d)?)\b"
    rf"|\b(?P<yhalf>{YEAR}(?:[/–-]\d\d)?),?\s(?P<halfof>first|second)\shalf\b"
    rf"|\b(?P<yqs>{_TWO_YEARS}|{YEAR}),?\s+(?:Q(?P<yqs1>[1-4])\s?[-–]\s?Q?|to Q)(?P<yqs2>[1-4])\b"
    rf"|\bQ(?P<qs1>[1-4])\s?(?:-|–|to)\s?Q?(?P<qs2>[1-4]),?\s+\(?(?:of\s)?(?P<qsy>{_TWO_YEARS}|{YEAR})\b"
    rf"|\b(?P<yq>{_TWO_YEARS}|{YEAR}),?\s+(?P<yqq>{_QUARTER})\b"
    rf"|\b(?P<q>{_QUARTER})(?:,?\s+\(?(?:of\s+|FY\s?)?(?P<qy>(?:(?:19|20)\d\d"
    rf"|\d\d(?=\s?[/–_-]))(?:\s?[/–_-]\s?(?:20)?\d\d)?))?\b"
    rf"|\bFY\s?(?P<fy>{YEAR})\b(?!\s?[/–-]\s?\d)|\b(?-i:FY)\s?(?P<fyshort>\d\d)\b(?!\s?[/–-]\s?\d)"
    rf"|\b(?:(?:in|for|from|over"
    rf"|during)\s)?(?P<fspan1>(?:20)?\d\d\s?[/–-]\s?\d\d){_JOIN}(?P<fspan2>(?:20)?\d\d\s?[/–-]\s?\d\d)\b"
    rf"|\b(?P<span1>{YEAR})(?P<join>\s?(?:-|–|/|to|and)\s?)(?P<span2>{YEAR})\b"
    rf"|\b(?P<fy1>{YEAR})\s?[/–-]\s?(?P<fy2>\d\d)\b(?!-\d)"
    r"|(?<![\d/.£])(?P<sy1>[012]\d)[/](?P<sy2>[012]\d)\b(?![/\d])"
    r"|(?:\b(?:in|for|from|over|during|since|FY)\s(?:the\s)?)(?P<dy1>[012]\d)-(?P<dy2>[012]\d)\b(?![-/\d]|\s(?:year"
    r"|month|hour|week|day))"
    rf"|(?<![£$€])\b(?P<year>{YEAR})\b(?![,.]\d|-\d\d))",
    re.IGNORECASE,
)
_FIRST_MONTH = 4  # of a financial year
_OF_AGE = re.compile(r"\b(?:aged?|ages|at age|NEET at) \Z")  # "16/17"
# Without one of these there is no period in a text: they are found in a tenth of the time that the patterns take.
_DATED = re.compile(r"\d\d\s?[/–-]|(?:19|20)\d\d|[’']\d\d|FY\s?\d|[Qq](?:[1-4]|(?i:uarter))")


def printed_in(text: str) -> Iterable[re.Match[str]]:
    """Where a text prints a period that is told by itself."""
    return _PERIOD.finditer(text) if _DATED.search(text) else ()


def iso_of(match: re.Match[str], within: str | None) -> str | None:
    """A printed period as it is written; null where it is none, or a quarter of a year that is not told."""
    return _months(match) or _quarters(match, within) or _years(match)


def _months(match: re.Match[str]) -> str | None:
    if match["mspan1"]:
        month, last_month = month_number(match["mspan1"]), month_number(match["mspan2"])
        last = int(match["mspan2y"])
        if match["mspan2fy"] and int(match["mspan2fy"]) == (last + 1) % 100:  # "April to January 2023/24"
            first, last = last + (month < _FIRST_MONTH), last + (last_month < _FIRST_MONTH)
            return span(first, month, last + ((first, month) > (last, last_month)), last_month)
        first = int(match["mspan1y"] or last - (month > last_month))  # "October to March 2024"
        if (first, month) > (last, last_month):
            return month_iso(match["mspan2"], match["mspan2y"])  # brought forward "from March 2026 to May 2025"
        return span(first, month, last, last_month)
    if match["dspan1"] or match["uspan1"]:
        return days(match, "dspan" if match["dspan1"] else "uspan")
    if match["runyears"]:
        return months_to(12 * COUNT[match["runyears"].casefold()], int(match["runy"]), month_number(match["runm"]))
    if match["run"] or match["runyear"]:
        quarter = (match["runyear"] or "").casefold() == "quarter"
        months = 3 if quarter else COUNT[match["run"].casefold()] if match["run"] else 12
        return months_to(months, int(match["runy"]), month_number(match["runm"]))
    if match["head"]:
        return months_to(COUNT[match["head"].casefold()], int(match["heady"]), COUNT[match["head"].casefold()])
    if match["day"]:
        return f"{month_iso(match['daym'], match['dayy'])}-{int(match['day']):02d}"
    if match["usd"]:
        return f"{month_iso(match['usm'], match['usy'])}-{int(match['usd']):02d}"
    if match["month"] or match["month2"]:
        return month_iso(match["month"] or match["month2"], match["my"] or f"20{match['my2']}")
    return None


def _quarters(match: re.Match[str], within: str | None) -> str | None:
    if match["ordq"]:
        return f"{financial(match['ordy'])} Q{ORDER[match['ordq'].casefold()]}"
    if half := match["half"] or match["halfof"]:
        return f"{financial(match['halfy'] or match['yhalf'])} {'Q1-Q2' if half.casefold() == 'first' else 'Q3-Q4'}"
    if match["yqs"] or match["qsy"]:
        first, last = match["yqs1"] or match["qs1"] or 1, match["yqs2"] or match["qs2"]
        return f"{financial(match['yqs'] or match['qsy'])} Q{first}-Q{last}"
    if match["barq"]:
        return quarter_of(f"Q{ORDER[match['barq'].casefold()]}", within) if within else None
    if match["yq"]:
        return f"{financial(match['yq'])} Q{quarter_number(match['yqq'])}"
    if match["q"]:
        if match["qy"]:
            return f"{financial(match['qy'])} Q{quarter_number(match['q'])}"
        return quarter_of(match["q"], within) if within else None
    return None


def _years(match: re.Match[str]) -> str | None:
    if match["fy"] or match["fyshort"]:
        return match["fy"] or f"20{match['fyshort']}"
    if match["fspan1"]:
        first, last = financial(match["fspan1"]), financial(match["fspan2"])
        return f"{first}-{last}" if "/" in first and "/" in last else None
    if match["span1"]:
        if int(match["span2"]) <= int(match["span1"]):
            return None
        follows = int(match["span2"]) == int(match["span1"]) + 1 and match["join"].strip() in "-–/"
        return f"{match['span1']}/{match['span2'][2:]}" if follows else f"{match['span1']}-{match['span2']}"
    if match["fy1"]:
        return financial(f"{match['fy1']}/{match['fy2']}")
    for first, last in (("sy1", "sy2"), ("dy1", "dy2")):
        if match[first]:
            if first == "sy1" and _OF_AGE.search(match.string, 0, match.start()):
                return None
            return f"20{match[first]}/{match[last]}" if int(match[last]) == int(match[first]) + 1 else None
    return match["year"]
