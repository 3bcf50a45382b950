"""Periods that are told from the day of writing: "last year", "in October", "this financial year"."""

import re
from collections.abc import Iterable
from datetime import date

from extract.dates import MONTHS
from extract.periods.printed import COUNT, COUNTS, YEAR
from extract.periods.stretches import financial_year, month_of, months_to, span

_IN = (
    r"(?:\b(?:in|during|for|of|since|from|by|until|at|over|early|late|mid|end of|beginning of|start of"
    r"|month of|last|this|through)"
    r"\s+(?:the\s+)?(?:early\s+|late\s+|mid[- ]?|end of\s+)?)"
)
_NAMED_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = f"{_NAMED_MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_RELATIVE = re.compile(
    # None begins elsewhere, and many words have another letter.
    r"(?:\b(?=[\dabcdefijlmnopqstuy])|(?=[–:-]\s))(?:"
    r"\b(?P<fin>this|(?:the )?current|(?:the )?next|last|(?:the )?previous)(?: current)?\s(?:financial|fiscal) year\b"
    r"|\b(?:so far |earlier )?(?P<this>this|in the current) (?:calendar )?year\b"
    r"|\b(?:the |this )?(?P<calendar>calendar year) to date\b"
    r"|\b(?:at|by) (?:the )?(?:financial )?(?P<yearend>year[- ]end)\b"
    r"|(?<!\bthe )\b(?P<next>next year)\b(?!’s|'s)"
    r"|(?<!\bthe )\b(?P<last>last year)\b|(?<!\bthe )\b(?P<lastmonth>last month)\b(?!’s|'s| of)"
    rf"|\b(?:(?:in|for|from|during|of) )?(?P<to1>(?-i:{_MONTH}))(?:\s?[–-]\s?|\sto\s)(?P<to2>(?-i:{_MONTH}))\b"
    r"(?!,?\s\d{4}\b)"
    rf"|{_IN}(?P<bare>(?-i:{_NAMED_MONTH}|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))\b(?P<of_last>(?: of)? last year\b)?"
    r"(?!\s?(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})\b(?![.,]?\d|\s?(?:%|per cent)|\s[a-z]{3,}s\b))"
    rf"|\bbetween (?P<run1>(?-i:{_NAMED_MONTH})) and (?P<run2>(?-i:{_NAMED_MONTH}))\b"
    r"(?!,?\s(?:19|20)\d\d\b|\s\d)"  # not "between May and June 2021", and "between May and June, 4% fewer"
    rf"|\b(?:in|during|over) the first (?P<first>{COUNTS}) months of (?:the|this) (?:calendar )?year\b"
    rf"|(?:^|[–:-]\s)(?P<lead>(?-i:{_NAMED_MONTH})) saw\b"
    rf"|\b(?P<figure>(?-i:{_NAMED_MONTH}))(?:’s|'s)? (?=(?:figures?|total|performance|position|data|rate|average"
    r"|balances?|expenditure|funds|income|receipts|sales|takings)\b)"
    rf"|\b(?:as (?:at|of)|at|by|to|since|on(?: [a-z]+day)?,?) (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf" (?:of )?(?P<daym>(?-i:{_NAMED_MONTH}))|(?P<usm>(?-i:{_NAMED_MONTH})) (?P<usd>\d{{1,2}})(?:st|nd|rd|th))\b"
    r"(?!,?\s\d{4})"
    r"|\b(?:(?P<lastseason>last)|(?:over|during|in|throughout) the(?: \w+ of)?)"
    r" (?P<season>spring|summer|autumn)(?: (?:term|holidays?"
    r"|months))?\b"
    rf"(?! (?:term )?of {YEAR}| {YEAR})"
    rf"|\b(?:year|(?P<quarter>quarter)|(?P<months>{COUNTS}) months) (?:to|ended|ending) (?:the end of )?"
    rf"(?P<yearm>(?-i:{_NAMED_MONTH}))\b(?!,?\s\d{{4}})"
    r"|\b(?:in|for|over|during) the (?:financial )?(?P<todate>year to date)\b"
    r"|\b(?P<back>(?:(?:a|one) year|(?:12|twelve) months) (?:ago|earlier|before|previously)|the year before"
    r"|(?:(?:at|in|for|during|over) )?(?:the same|this) (?:time|point|period|month|quarter|week|date|day|term|stage)"
    r"(?: (?:in|of))?(?: the)? (?:last|previous|prior|preceding) year"
    r"|(?:(?:in|for|during) )?(?:the )?(?:previous|preceding|prior) year)\b)",
    re.IGNORECASE,
)
_TELLING = (*"year month spring summer autumn".split(), *(name for name in MONTHS if len(name) == 3))
# Words of a budget, in which "this year" is the financial one; and what is still to come of it.
_OF_A_BUDGET = re.compile(r"\b(?:over|under)spen[dt]\w*|\b(?:budget|deficit|outturn|savings|precept)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:forecast\w*|project(?:ed|ion)\w*|would|will|expect(?:s|ed)|anticipated)\b", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:(?:will|would) (?!have\b)|(?:is|are|was|were) (?:to|going to|going (?:up|down)|set to) "
    r"|(?:on track|hop(?:ed|es|ing)|aim(?:ed|s|ing)?|due|plan(?:ned|s)?|projected|forecast|intend(?:ed|s)?) to"
    r" |should be )"
    r"(?:[^.;,]|[.,](?=\d)){0,70}\Z"
)
_FINANCIAL = re.compile(rf"\b{YEAR}\s?[/–-]\s?\d\d\b(?!-)")
_COMING_AFTER = re.compile(r"\s(?:would|will)\b(?! have)")


def relative_in(text: str) -> Iterable[re.Match[str]]:
    """Where a text names a period that is told from the day of writing."""
    small = text.lower()
    return _RELATIVE.finditer(text) if any(word in small for word in _TELLING) else ()


def resolved(match: re.Match[str], written: date | None, *, done: bool) -> str | None:
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
        return None if "current" in match[0].casefold() else str(written.year)  # it may be one of finance, too
    if match["next"]:
        return financial_year(written, 1) if _OF_A_BUDGET.search(match.string) else None
    if match["last"]:
        return str(written.year - 1)
    if match["lastmonth"]:
        return f"{written.year - (written.month == 1)}-{(written.month - 2) % 12 + 1:02d}"
    if match["first"]:
        return _first_months(COUNT[match["first"].casefold()], written)
    if match["yearm"]:
        count = "3" if match["quarter"] else match["months"] or "12"
        return _months_to(COUNT[count.casefold()], MONTHS[match["yearm"].casefold()], written)
    if match["todate"]:
        return financial_year(written) if _FINANCIAL.search(match.string) else None
    if match["run1"] or match["to1"]:
        first = MONTHS[(match["run1"] or match["to1"]).casefold()]
        last = MONTHS[(match["run2"] or match["to2"]).casefold()]
        year = written.year - (last > written.month)
        return span(year - (first > last), first, year, last)
    if match["season"]:
        begun = {"spring": 3, "summer": 6, "autumn": 9}[match["season"].casefold()]
        if _WOULD.search(match.string, max(0, match.start() - 90), match.start()):
            return str(written.year + (begun <= written.month))
        before = bool(match["lastseason"]) and begun <= written.month < begun + 3  # in autumn, that of last year
        return str(written.year - (begun > written.month) - before)
    if match["day"] or match["usd"]:
        if match[0][:2].casefold() == "by" and not done:
            return None  # "by 30 June" may be ahead or behind
        month, day = MONTHS[(match["daym"] or match["usm"]).casefold()], int(match["day"] or match["usd"])
        year = written.year - ((month, day) > (written.month, written.day))
        return f"{year}-{month:02d}-{day:02d}"
    month = MONTHS[(match["bare"] or match["lead"] or match["figure"]).casefold()]
    if match["of_last"]:
        return f"{written.year - 1}-{month:02d}"
    if _COMING_AFTER.match(match.string, match.end()):
        return f"{written.year + (month <= written.month)}-{month:02d}"  # "opening in January would add 30 places"
    ahead = re.match(r"by|until|from", match[0], re.IGNORECASE)
    if (ahead or re.match("in ", match[0])) and _WOULD.search(match.string, max(0, match.start() - 90), match.start()):
        return f"{written.year + (month < written.month)}-{month:02d}"  # "would be cut to £4m by the end of March"
    if ahead and month != written.month and not done:
        return None  # "by March" may be ahead or behind
    return f"{written.year - (month > written.month)}-{month:02d}"


def _months_to(count: int, month: int, written: date) -> str:
    """So many months to the last month of that number before the day of writing."""
    return months_to(count, written.year - (month >= written.month), month)


def _first_months(count: int, written: date) -> str | None:
    """The first so many months of the year: those of the calendar where they have passed, else the financial year's."""
    if count <= written.month:
        return span(written.year, 1, written.year, count)
    first = written.year - (written.month < 4)
    last = first * 12 + 3 + count - 1  # as a month counted from the year 0, January being 0
    if count > 12 or written.year * 12 + written.month - 1 <= last:
        return None
    return span(first, 4, last // 12, last % 12 + 1)


def resolved_within(match: re.Match[str], within: str | None) -> str | None:
    """A month or "this financial year" in a report without a date, in the year that the text stands under."""
    month = match["bare"] or match["lead"] or match["figure"]
    if month and within and not (match["of_last"] or re.match(r"by|until|from", match[0], re.IGNORECASE)):
        return month_of(month, within)
    this = re.match(r"(?:this|the current|current)\b", match["fin"] or "", re.IGNORECASE)
    return within if this and within and "/" in within else None
