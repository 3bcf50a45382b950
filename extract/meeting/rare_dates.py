"""Dates in rarer forms, turned into those that `dates_in` reads: "12-Mar-2024", "Minutes_2024-03-12", "14 May ’24"."""

import re
from collections import Counter

from extract.dates import DATE, MONTH

_IN_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:20)?\d\d\b")


def month_first(text: str) -> bool:
    """Whether the document writes "March 12, 2024" and "03/12/24" rather than "12 March 2024" and "12/03/24"."""
    forms = Counter(dated.group("m2") is not None for dated in DATE.finditer(text) if dated["m1"] or dated["m2"])
    figures = ((int(first), int(second)) for first, second in _IN_FIGURES.findall(text))
    forms.update(second > 12 for first, second in figures if (first > 12) != (second > 12))
    return forms[True] > forms[False]


# Dates of rarer forms, and as what they are read.
_RARE = [
    (re.compile(rare), read)
    for rare, read in (
        (r"\b2[Oo](?=\d\d\b)", "20"),  # a letter O typed for a nought
        (r"\bday of (?=[A-Z])", ""),
        (rf"\b(\d{{1,2}})-((?i:{MONTH}))-((?:19|20)\d\d)\b", r"\1 \2 \3"),  # "12-Mar-2024"
        (r"\b((?:19|20)\d\d-\d\d-\d\d)T(?=\d\d:\d\d)", r"\1 "),
        (rf"\b((?:19|20)\d\d),? ((?i:{MONTH})) (\d{{1,2}})\b(?!,? (?:19|20)\d\d)", r"\3 \2 \1"),
        (rf"\b((?i:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?),(?=(?:19|20)\d\d\b)", r"\1, "),  # "March 12,2024"
        (r"(?<=\d) \((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\)(?=,)", ""),  # "March 12 (Tuesday), 2024"
        (r"(?:\b|(?<=_))((?:19|20)\d\d)([-_])(\d\d)\2(\d\d)(?![\d-])", r" \1-\3-\4"),  # "Minutes_2024-03-12"
        (rf"(?<=\d)[\"”°*]+(?= (?i:{MONTH}))", ""),  # the raised letters of "12th", as scans are read
        # "Agenda 20240312"
        (r"\b((?i:agenda|minutes|meeting|notes|call)\W{1,3})(20\d\d)(0[1-9]|1[0-2])([0-3]\d)\b", r"\1\2-\3-\4"),
        (r"(?<=\d)\^(st|nd|rd|th)\^", r"\1"),  # "12^th^ March", as Pandoc's Markdown raises letters
        (rf"\b((?:19|20)\d\d)[ -]((?i:{MONTH}))\b(?!\s?\d)", r"\2 \1"),  # "2024-March Board Meeting"
        (r"(?<=sday|nday|rday|iday)(?=\d)", " "),  # "Wednesday14th"
        (r"\b((?:19|20)\d\d)[/.](\d\d)[/.](\d\d)\b", r"\1-\2-\3"),
        (r"\b(\d{1,2})-(\d{1,2})-((?:19|20)?\d\d)\b(?!-)", r"\1/\2/\3"),
    )
]
# "5/14/2024", where no month is 14; in American minutes "5/4/2024" is in May, too.
_MONTH_TOLD = re.compile(r"\b(0?\d|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4}|\d\d)\b")
_MONTH_FIRST = re.compile(r"\b(0?\d|1[0-2])/(\d{1,2})/(\d{4}|\d\d)\b")
# "14 May ’24", "14 May 24" at the end of a line
_SHORT_YEAR = re.compile(rf"\b(\d{{1,2}} {MONTH}) (?:[’'‘](\d\d)\b|(\d\d)$)", re.IGNORECASE)
# A meeting of several days is on the first of them: "March 21-22, 2002", "7th, 8th and 9th May 2024".
_AND_DAYS = r"(?:\s?(?:[–&,-]|,? ?and|to) ?\d{1,2}(?:st|nd|rd|th)?)+"
_DAYS_AFTER = re.compile(
    rf"\b({MONTH} (?:the )?\d{{1,2}})(?:st|nd|rd|th)?{_AND_DAYS}(?=,? (?:19|20)\d\d)", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(
    rf"(?<![Qq]uarter )(?<!Q)\b(\d{{1,2}})(?:st|nd|rd|th)?{_AND_DAYS}(?=(?: of)? {MONTH})", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")


def readable_dates(text: str, american: bool) -> str:
    """Text with dates of rarer forms turned into those that `dates_in` reads."""
    if not _DIGIT.search(text):
        return text
    for rare, read in _RARE:
        text = rare.sub(read, text)
    text = _SHORT_YEAR.sub(lambda m: f"{m[1]} 20{m[2] or m[3]}", text)
    text = _DAYS_AFTER.sub(lambda m: m[1].replace("the ", ""), _DAYS_BEFORE.sub(r"\1", text))
    return (_MONTH_FIRST if american else _MONTH_TOLD).sub(r"\2/\1/\3", text)
