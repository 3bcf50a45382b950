"""The periods that a text names.

A period is written as `2023`, `2023-05`, `2024-03-31`, `2022/23`, `2024 Q1` or `2022/23 Q1`; a span as `2020-2024`,
`2020/21-2022/23` or `2024-01 to 2024-10`. Words that count from the day of writing ("last year", "in October", "this
financial year") are resolved against the date of the meeting or report, and left out where that is not known.
"""

import re
from dataclasses import dataclass
from datetime import date

from extract.periods.printed import iso_of, printed_in
from extract.periods.relative import relative_in, resolved, resolved_within

# A period that only says what a figure is measured from: "the lowest since 2001", "31 hours more than in 2012".
_BASE = re.compile(
    r"\b(?:than|(?:compared|relative|in comparison) (?:to|with)|(?:low|high|great|larg|small|bigg)est since"
    r"|(?:increas\w*|ris(?:e|en|ing)|rose|fall\w*|fell|growth|gr[eo]wn?|decreas\w*|declin\w*|reduc\w*|up"
    r"|down)(?:\s\S+){0,6}?\s(?:since|on|from|(?<!and )over)"
    r"|(?:below|above|under|over)\s(?:the\s)?(?:level|figure|total|number)s?\sof"
    r"|(?:began|begun|started)(?:\s\w+){0,2}\sin(?:\s(?:spring|summer|autumn|winter))?|pre-|post-"
    r"|(?:the\s)?same(?:\s(?:level|figure|rate|number|score))?\sas|unchanged\s(?:from|since|on)"
    r"|(?:widen|narrow|improv|worsen)\w*(?:\s\S+){0,6}?\ssince|first time since"
    r"|established in|founded in|built in|opened in)"
    r"\s?(?:in |the |that in |at |for |same |period |quarter |month |point |end |of )*$",
    re.IGNORECASE,
)
# "since June 2023", "since it opened in June 2023".
_SINCE = re.compile(r"\bsince\s+(?:(?:it|they|the|its|their)(?:\s[a-z]+){0,4}?\sin\s+|\w+\s+)?$", re.IGNORECASE)
_BASE_SINCE = re.compile(
    r"\b(?:(?:low|high|great|larg|small|bigg)est|first time|first|(?:increas|decreas|declin|reduc|fall|ris"
    r"|widen|narrow|improv|worsen)\w*|rose|fell|growth|gr[eo]wn?|up|down)\b(?:\s\S+){0,6}?\ssince\b[^.;,]*$",
    re.IGNORECASE,
)
# A year that is part of a number, or of the name of a law: "Ordinance #14-1987", "the Weirs Act 1987".
_IN_NUMBER = re.compile(
    r"(?:(?:#|\bno\.?\s?)[\w.]{1,8}[-/]"
    r"|\b(?:ordinances?|ord\.|resolutions?|bills?|by-?laws?|acts?|regulations?|directives?|orders?)\s"
    r"(?:\((?:[A-Z]\w+ ?)+\)\s)?(?:(?:no\.?|numbers?)\s?)?#?(?:[\w.]{1,8}[-/])?)$",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(r"(?<=-\d\d)-01$")
_THAN = re.compile(r"\b(?:than|same as|unchanged from) (?:in |at |the |end of )*$", re.IGNORECASE)
_COUNTED_FROM = re.compile(
    r"\b(?:on|over|from|in|than(?:\s\w+){0,3}|compar(?:ed|ison) (?:with|to)|against|relative to)"
    r"\s(?:the\s)?(?:Q[1-4]\s)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would (?:begin|close|go|happen|open|start|take)|to be|due|expected|again|next|promised"
    r"|planned|programmed|scheduled|timetabled)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:published|issued|set|confirmed|dated|held on|met|visited|meeting"
    r"|(?:session|panel|committee|board) [^.;]{0,20}held"
    r"|(?:latest|most recent)(?: [a-z]+)? available"
    r"|agreed|approved|(?<!been )reported|announced|signed|launched|adopted|letter|email|election)"
    r"\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_HEADS_FIGURE = re.compile(r"\s\([£$€]?\d[\d.,]*+(?!/|\s?[-–]\s?\d)")  # "higher than in 2019 (17 boats)"
# When something began or was over, and not when what is counted was: "the trial, which began in May, has 47 boats".
_BEGAN_OR_ENDED = re.compile(
    r"\b(?:beg[au]n|started|opened|launched|introduced|set up|went live|expired|lapsed"
    r"|(?<!year )(?<!years )(?<!months )(?<!quarter )(?<!period )ended)\s$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:had|have|has) (?:been )?\w+|\b(?:was|were) \w+", re.IGNORECASE)
_DONE_AFTER = re.compile(r"\b(?:had|has|have) (?:already |all |now )?been \w+(?:ed|en|t)\b")


@dataclass(frozen=True)
class Period:
    """A period and where in the sentence it is printed."""

    start: int
    end: int
    iso: str
    back: bool = False  # the year before the period that the sentence is about: "a year earlier"
    told: bool = False  # told from the day of writing: "last year", "in October"


def periods_in(text: str, written: date | None = None, within: str | None = None) -> list[Period]:
    """The periods that a text names, from left to right.

    `written` is the day that "last year" is seen from, `within` the year or financial year that "Q1" is a part of.
    """
    found: list[Period] = []
    for match in printed_in(text):
        iso = iso_of(match, within)
        if iso and not _is_base(text, match):
            since = _SINCE.search(text[: match.start()])
            found.append(Period(match.start(), match.end(), f"since {iso}" if since else iso))
    for match in relative_in(text):
        done = bool(_DONE.search(text[: match.start()]) or _DONE_AFTER.search(text, match.end()))
        iso = resolved(match, written, done=done) if written else resolved_within(match, within)
        counted_since = re.match(r"since\b", match[0], re.IGNORECASE) is not None
        if _is_no_time(text, match, counted_since) or not (iso or match["back"]):
            continue
        if not any(period.start < match.end() and match.start() < period.end for period in found):
            whole = f"since {_FIRST_DAY.sub('', iso)}" if counted_since and iso else iso or ""
            found.append(Period(match.start(), match.end(), whole, bool(match["back"]), told=True))
    return sorted(found, key=lambda period: period.start)


def _is_no_time(text: str, match: re.Match[str], counted_since: bool) -> bool:
    """Whether a day or month is of an event or still to come, or a year is only what a change is counted from."""
    before = text[: match.start()]
    if match["back"] or match["last"]:
        return bool(_COUNTED_FROM.search(before))  # "18% on the year before"
    if not (match["bare"] or match["day"] or match["usd"]):
        return False
    counted = counted_since or match[0][:2].casefold() in ("as", "at")  # as a balance is, and no event
    if _THAN.search(before) or _AHEAD.search(before) or _BEGAN_OR_ENDED.search(before):
        return True
    return not counted and bool(_EVENT.search(before))


def _is_base(text: str, match: re.Match[str]) -> bool:
    """Whether a period is only where a change is counted from, or when something was printed or numbered."""
    before = text[: match.start()]
    if (match["year"] or match["fy1"] or match["span1"]) and _IN_NUMBER.search(before):
        return True
    if match["q"] and re.search(r"\b(?:on|since|from) (?:the )?$", before, re.IGNORECASE):
        return True  # "an improvement on the Quarter 1 forecast"
    if _SINCE.search(before) and not _BASE_SINCE.search(before):
        return False
    if _HEADS_FIGURE.match(text, match.end()):
        return False
    dated = match["day"] or match["usd"] or match["month"]
    return bool(_BASE.search(before)) or bool(dated and _EVENT.search(before))
