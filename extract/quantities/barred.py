"""Where a text has dates, times, ages, references and links, whose figures measure nothing."""

import re

from extract.dates import DATE, MONTH, MONTH_YEAR
from extract.periods.printed import printed_in
from extract.periods.stretches import ends_years

# Each part is led by what most words fail at once: a digit here, or right after the next word or two.
_AGE = re.compile(
    r"\b(?=\d)(?:\d{1,2}\s?(?:-|–|to|and)\s?\d{1,2}[ -](?:year|yr|month)s?[ -]?olds?\b"
    r"|\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\s(?:age|year)s?\b"
    r"|\d{1,2}\+?[ -]year[ -]olds?\b|\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\s+years\b|\d{1,2}\+"
    # "the 65+ population", and not "40+ volunteers", who are counted
    r"(?!\d|\s(?:[a-z-]+\s)?(?!(?:checks?|cohorts?|groups?|populations?|services?|years?)\b)"
    r"(?:children|men|people|staff|women|[a-z]{3,}s)\b)"
    r"|(?<![\d.])0\s?[-–]\s?(?:[1-9]|1\d|2[0-5])\b(?!\s?(?:%|\.\d))"  # "0-19 population"
    r"(?:\s(?:and|to)\s\d{1,2}\s?[-–]\s?\d{1,2}\b(?!\s?(?:%|\.\d)))?"  # "0-5 and 5-11 pathways"
    r"|(?<=[a-z] of )\d{1,2} years (?:or|and) (?:over|above|older|under)\b|\d{1,2} (?:years|months) of age\b"
    r"|\d{1,2}\s?-\s?\d{1,2}s\b)"
    r"|\b(?=[a-z]++(?:\s(?:under|over))?(?:\s+(?:the age of\s+)?|-)\d)(?:"
    r"(?:under|over)[- ]\d{1,2}s?\s(?:and|or|to)\s(?:under|over)[- ]\d{1,2}s?\b"  # "the under 7 and over 7 crews"
    r"|(?:aged?(?: over| under)?|ages?"
    r"|(?:children|pupils|people|adults|those|residents|women|men|someone|anyone|persons?)\s(?:under|over)"
    r"|under(?!\s\d+\s(?:people|children|pupils))|below"
    r"|between(?=[\s\d–-]+(?:and\s)?\d*\s?years))\s+(?:the age of\s+)?\d{1,2}"
    r"(?:\s?(?:-|–|to"
    r"|and)\s?\d{1,2})?\b(?!\s?(?:%|,\d|\d|million|k\b))(?:\s*years)?"
    r"|(?:is|are|was|were) (?:over|under) \d\d(?=[;.,]|$| and\b)"
    r"|post[- ]\d{1,2}\b|pre[- ]\d{1,2}\b|under[- ]\d{1,2}(?:[’']?s)?\b)"
    r"|\b(?=[acpt])(?:children|people|adults|those)\s(?:aged\s)?(?:under|over)\s(?:two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)\b"
    r"|\b(?=[acmprtuw])(?:people|those|adults|residents|respond[a-z]+|customers|members|women|patients|pupils|users)\b[^.;,\d]{0,30}"
    r"\s(?:over|under|above|below|than|least)\s\d{1,2}\s(?:years|months) old\b"
    r"|\b(?=[aou])(?:above|over|under) the age of (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|\bat \d{1,2} years old\b|(?<![\d.])1\d-[2-9]\d (?=cohorts?\b|offer\b|pathways?\b|provision\b|services?\b)"
    r"|\b(?=[efnst])(?:two|three|four|five|six|seven|eight|nine|ten)\s(?:and|to|or)\s\w+[ -]year[ -]olds?\b",
    re.IGNORECASE,
)
# "adults in manual jobs (18-64)"; a narrower range may be how many there were: "a few people (10-12)"
_AGE_BAND = re.compile(
    r"\b(?:adults|ages?|boys|children|employment|females|girls|inactivity|jobs|males|men|occupations|patients|people"
    r"|persons|population|pupils|residents|rate|smokers|students|women|workers|workforce)\b"
    r"[^.;()\d]{0,60}\((?P<first>\d{1,2})\s?(?:-|–|to)\s?(?P<last>\d{1,2})(?:\syears?)?\)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\d{1,2}\s?(?:-|–|to)")
_BAND = 4  # years, at the least
_CLOCK = re.compile(
    r"\b(?:[01]\d|2[0-3])[0-5]\d\s(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|hrs|hours)\b|\b\d{1,2}[.:]\d{2}\s?(?:am|pm|a\.m|p\.m|hrs|hours|noon)\b|\b(?:\d{1,2}:\d{2}(?:[ap]|(?-i:[A-Z]{1,5}))?|1:1)\b"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d\s?(?-i:UTC|GMT|BST|CES?T|Z|[ACEMP][DS]T)\b|\b\d{1,2}\s?(?:am|pm|noon"
    r"|o[’']clock)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b\d{{1,2}}(?:(?:,|\s?-|\s?–|\sand|\s&|\sto)\s?\d{{1,2}})+\s{MONTH}\b"
    # "May 9 & 10", "4/3 to 4/17/24"
    rf"|\b(?=[adfjmnos]){MONTH}\s\d{{1,2}}(?:(?:,|\s?-|\s?–|\sand|\s&|\sto)\s?\d{{1,2}})+\b"
    r"(?![,.]?\d|\s?%|\s[a-z]{2,}(?:s|ple|ren)\b)"
    r"|\b\d{1,2}/\d{1,2}\s?(?:to|-|–|and|&)\s?\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?|file)://\S+|www\.\S+|\S+@\S+|\S+%20\S+|\bdoi:\s?\S+|\b\w+=[^\s=&]*&\S*|\{%[^{}]*%\}", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"(?:\A|\b|(?=\+))(?:"  # where these begin
    r"\A\W*\d{1,3}(?:[.)/-]|[-/]\d{1,2})\s+(?=(?-i:[A-Z]))|\bof\s+the\s+\d{4}\b|(?<=[A-Z]\d{4})\s?-\d{1,4}\b"
    r"|\b(?:minute|min|item|para(?:graph)?|page|section)\.? (?:no\.? )?\d[\d./]*[a-z]? (?:of \d{4} )?refers\b"
    r"|(?<=\s)\d{1,2}\.\s(?=(?-i:[A-Z][a-z]))"  # of an entry: "these: 1. Ada Brindle 2. Tom Orme"
    r"|\b(?=\d)(?:\d{2}-0\d{3,5}\b|\d\s?x\s?\d\b"
    r"|\d{1,2}(?:,\d{1,2}){2,}\b|\d[\d.]*(?=\.{3})"
    r"|(?<![\d.,£$€])[1-9]/(?:\d(?=\s(?:of|years|months|weeks)\b)|3rds?"  # "2/4 of the talks"
    r"|[2-9](?:nd|th)s?)\b"  # "2/3rds of the wood"
    r"|\d{1,3}(?:-\d{1,3})?/(?-i:[A-Z]{2,6})/\d{1,4}\b|\d{1,4}/\d{2}(?=\s?[/:]\s)|0\d{3,4}\b(?![ .,-]?\d)"
    r"|\d{2}/\d{3,6}\b|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\d+ ?(?:st|nd|rd|th)\b|\w*[A-Za-z]\d+\w*\b"
    r"|\d+(?!(?:mph|kph|km|kg|mm|cm|[KMG]WH?|FT?E|k|m|bn)\b)[A-Za-jl-zA-JLN-Z]{1,3}\d*\b"
    r"|\d+(?:\.\d+){2,}\b)"
    r"|\+\d{2,3}(?:[ -]\d{3,5}){2,}\b"  # a telephone number: "+44 1632 96001"
    r"|\b(?=[^\W\d]++/?\d)(?:[A-Z]{1,5}/?\d{1,4}/[\w/]+|[A-Z]{1,3}\d{1,3}\s?\d[A-Z]{2}\b|\w*[A-Za-z]\d+\w*\b))",
    re.IGNORECASE,
)
_TALL = r"(?:\d{1,2}(?:\.\d|½)?|one|two|three|four|five)"
# What is no measure whatever it counts: sizes of homes, of linked files, who sat in the room.
_DESCRIBES = re.compile(
    r"\b(?:\w+(?:\s(?:and|or|to)\s|/))?\w+(?:-beds?|[- ]bedroom(?:ed|s)?)\b|\bPDF,?\s[\d.]+\s?[KM]B\b"
    r"|(?<![\d.,[])\b(?:[a-z]+|\d{1,2}) (?:members?|representatives?) of (?:the )?(?:public|press)\b"
    r"|\bzero[ -]hours?\b(?=[ -](?:contract|work|staff|employ))|\A\W*one (?:day|morning|afternoon|evening|night),"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= \(\d{1,2}\)\s[a-z])"
    # of houses: "1, 1.5 and 2 story", "6/6 sash windows", "a 9-pane window"
    rf"|\b{_TALL}(?:(?:, (?:and |or )?| and | or | to |-){_TALL}){{0,3}}(?: and a half)?[ -]stor(?:e?y|eyed|ied)\b"
    r"|\b(?:\d{1,2}/|\d{1,2}[ -]over[ -])\d{1,2}(?=(?:[ -][a-z]+){0,4} (?:windows?|sash(?:es)?)\b)"
    r"|\b\d{1,2}[ -](?:pane|light)(?=s?(?: [a-z]+){0,2} windows?\b)",
    re.IGNORECASE,
)
# one of which the words above hold
_DESCRIBING = ("bed", "pdf", "public", "press", "zero", "one ", " (", " stor", "-stor", "window", " sash")
# "Quarters 1 & 2", "items 3, 4 and 7": each number is a name.
_NAMES = re.compile(
    r"\b(?=[a-z]++\s\d)(?:quarters?|items?|phases?|paragraphs?|appendices|stages?|tables?|figures?|options?|questions?|levels?"
    r"|tiers?"
    r"|tranches|sections?|lots?|wards?|scopes?|zones?|years)\s\d+(?:\s?(?:,|&|and|to|-|–)\s?\d+)+\b"
    # "Year 4 and 5", and not "in Year 5 and 21 in the nursery"
    r"|\byear\s\d{1,2}(?:\s?(?:,|&|and|to|-|–)\s?(?:1[0-3]|\d)\b)+",
    re.IGNORECASE,
)
_NO_MEASURES = (DATE, MONTH_YEAR, _DAYS, _CLOCK, _REFERENCE, _NAMES)  # all of them hold a digit


_YEAR_AND_FIGURE = re.compile(r"(?:19|20)(?P<year>\d\d)\s?[–-]\s(?P<figure>\d\d)")


def _year_alone(printed: str) -> int:
    """How much of a printed period is one: the year alone of "2024 - 18", which sets a figure beside it."""
    told = _YEAR_AND_FIGURE.fullmatch(printed)
    return 4 if told and not ends_years(int(told["year"]), int(told["figure"])) else len(printed)


def barred_in(text: str) -> list[tuple[int, int]]:
    """Where a text has dates, ages, references and other figures that measure nothing."""
    small = text.lower()
    patterns = [_AGE, *(_NO_MEASURES if any(map(str.isdigit, text)) else ())]
    patterns += [_LINK] if any(mark in small for mark in ("@", "://", "www.", "%20", "doi:", "&", "{%")) else []
    patterns += [_DESCRIBES] if any(word in small for word in _DESCRIBING) else []
    ranged = _AGE_BAND.finditer(text) if _BRACKETED.search(text) else ()
    bands = [m.span() for m in ranged if int(m["last"]) - int(m["first"]) >= _BAND]
    printed = [(m.start(), m.start() + _year_alone(m[0])) for m in printed_in(text)]
    return [m.span() for pattern in patterns for m in pattern.finditer(text)] + bands + printed
