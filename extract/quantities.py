"""Figures in a sentence: value, range, magnitude and what stands right beside them; what is no measure is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isinf

from extract.dates import DATE, MONTH, MONTH_YEAR
from extract.periods.printed import printed_in

_MAGNITUDES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "hundred": 1e2,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
# A number in words. "between one hundred and two hundred" holds two of them.
_SMALL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s](?:one|two|three|four|five|six|seven|eight|nine)"
    rf"|{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b"
)
_HUNDREDS = rf"{_SMALL}(?:\shundred\b(?:(?:\sand)?\s{_SMALL}(?!\shundred))?)?"
_SCALE = r"\s(?:thousand|million|billion)\b"
_IN_WORDS = rf"{_HUNDREDS}(?:{_SCALE}(?:(?:\sand)?\s{_HUNDREDS}(?!\shundred|{_SCALE}))?)?"
_CURRENCY = {
    "£": "GBP",
    "$": "USD",
    "€": "EUR",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "inr": "INR",
    "rupee": "INR",
    "gbp": "GBP",
    "usd": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "dollar": "USD",
    "pound": "GBP",
}
MONEY = frozenset(_CURRENCY.values())
# also with the commas of India: "2,35,000"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d){1,4},\d{3}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+|[½¼¾])?)"
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|hundred|lakhs?|crores?|bn|mn|tn|[kKmMbB])(?![A-Za-z]))?"
_SIGN = r"[£$€₹]|(?-i:\bRs\.?(?=\s?\d))"
_FIGURE = re.compile(
    rf"(?=[\d£$€₹−–+-]|(?-i:[GUERI]))(?P<sign>(?<![\w.,/–-])[-−–+](?=[£$€₹]?\d))?(?:(?P<currency>{_SIGN}|(?-i:\b(?:GBP|USD"
    rf"|EUR|INR)\b))\s?)?(?P<number>{_DIGITS})(?P<scale>{_SCALE})"
    rf"(?:€?\s?(?:-|–|—|to|and)\s?(?P<currency2>{_SIGN})?\s?(?P<number2>{_DIGITS})(?P<scale2>{_SCALE}))?"
    r"(?P<pence>(?-i:p)(?![\w.]))?(?P<money>\s?(?:€|(?:(?:US )?dollars?|euros?|rupees?|(?-i:GBP|USD|EUR|INR))\b))?"
    r"(?:\s?(?P<measure>[µμmn]g/(?:m[³3]|l)|mph|kph|km/h|km|kg|mm|cm|[kMG]Wh?|°\s?[CF]|(?-i:[KMGT]i?B|(?<=\d)FT?E|(?<=\d)(?<!\d{3})x(?=\s[a-z])|AC-FT|AF(?=\W)))(?![\w²³/]))?"
    r"(?P<percent>\s?(?:%(?!\})|\*+%|-?per\s?cent\b|percentage points?\b|pp\b|basis points?\b))?"
    rf"|\b(?=[efnostz])(?P<word>{_IN_WORDS})(?P<half>\sand a half\b)?"
    rf"(?:\s(?:to|-|–"
    rf"|or)\s(?P<word2>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))?(?P<wordpercent>\s(?:per\s?cent"
    rf"|percent\b|percentage points?))?(?P<wordmoney>\s(?:US )?(?:dollars|euros|rupees|(?<=llion )pounds))?\b",
    re.IGNORECASE,
)
# What stands before a number that only names or numbers something.
_NAMING_BEFORE = re.compile(
    r"(?:\b(?:items?|pages?|para(?:graph)?s?|sections?|s|appendi(?:x|ces)|annex|nos?|numbers?|ref(?:erence)?"
    r"|questions?|polic(?:y|ies)|articles?"
    r"|tables?|figures?|figs?|rooms?|phases?"
    r"|(?<!the )(?<!last )(?<!previous )(?<!prior )years?|grades?|key stages?|ks|eyfs|stages?|levels?|tiers?"
    r"|versions?|v|(?<!the )(?<!last )(?<!this )quarters?|q|parts?|chapters?|schedules?"
    r"|limbs?|points?|options?|objectives?|priorit(?:y|ies)|recommendations?|workstreams?|step|post|pre|aged?"
    r"|ages|over the age of|tel|telephone|phone|fax"
    r"|(?-i:ORS|RCW|CFR|U\.?S\.?C\.?|RSA|NRS)"
    r"|route|bus|flat|plots?|unit|lot|block|ward|zone|class|type|category|form|act|regulation|amendment|motion"
    r"|minutes?|minute|attainment|progress|top|tranches?|scopes?|ranks?|ranked|covid|at|version|week|day|agenda|periods?)"
    r"\.?\s*[:#(]?\s*|[A-Z]{1,4}[/-]?|#|§|\d[/.-]|[A-Za-z]/|www\S*|_|\(item\s)$",
    re.IGNORECASE,
)
_STOOD_AT = re.compile(r"\b(?:st(?:ood|ands?)|remain(?:s|ed)?|kept|held|capped|is|are|was|were) at\s$", re.IGNORECASE)
_STRONG_BEFORE = re.compile(
    r"(?:attainment|progress|score|at|points?|lots?|units?|minutes?|numbers?|over the age of|part|motion|form"
    r"|class|(?-i:(?<![a-z] )L|l)evel|week|day|form|figures?)\.?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_COUNTED_INSIDE = re.compile(r"\s(?:[a-z-]+\s){0,3}[a-z]{3,}\)")
_COUNTED_NEXT = re.compile(r"\s[a-z]{3,}s\b")
_SHOWS = re.compile(
    r"\s(?:also )?(?:compares|details|gives|illustrates|lists|presents|provides|sets|shows|summarises)\b"
)
# Each part is led by what most words fail at once: a digit here, or right after the next word or two.
_AGE = re.compile(
    r"\b(?=\d)(?:\d{1,2}\s?(?:-|–|to|and)\s?\d{1,2}[ -](?:year|yr|month)s?[ -]?olds?\b"
    r"|\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\s(?:age|year)s?\b"
    r"|\d{1,2}\+?[ -]year[ -]olds?\b|\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\s+years\b|\d{1,2}\+"
    r"(?!\d| (?:people|residents|members|names|plots|visitors))"
    r"|(?<![\d.])0\s?[-–]\s?(?:[1-9]|1\d|2[0-5])\b(?!\s?(?:%|\.\d))"  # "0-19 population"
    r"|\d{1,2} (?:years|months) of age\b|\d{1,2}\s?-\s?\d{1,2}s\b)"
    r"|\b(?=[a-z]++(?:\s(?:under|over))?(?:\s+(?:the age of\s+)?|-)\d)(?:"
    r"(?:aged?(?: over| under)?|ages?"
    r"|(?:children|pupils|people|adults|those|residents|women|men|someone|anyone|persons?)\s(?:under|over)"
    r"|under(?!\s\d+\s(?:people|children|pupils))|below"
    r"|between(?=[\s\d–-]+(?:and\s)?\d*\s?years))\s+(?:the age of\s+)?\d{1,2}"
    r"(?:\s?(?:-|–|to"
    r"|and)\s?\d{1,2})?\b(?!\s?(?:%|,\d|\d|million|k\b))(?:\s*years)?"
    r"|(?:is|are|was|were) (?:over|under) \d\d(?=[;.,]|$| and\b)"
    r"|post[- ]\d{1,2}\b|pre[- ]\d{1,2}\b|under[- ]\d{1,2}(?:[’']?s)?\b)"
    r"|\b(?:children|people|adults|those)\s(?:aged\s)?(?:under|over)\s(?:two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)\b"
    r"|\b(?:people|those|adults|residents|respond[a-z]+|customers|members|women|patients|pupils|users)\b[^.;,\d]{0,30}"
    r"\s(?:over|under|above|below|than|least)\s\d{1,2}\s(?:years|months) old\b"
    r"|\b(?=[efnst])(?:two|three|four|five|six|seven|eight|nine|ten)\s(?:and|to|or)\s\w+[ -]year[ -]olds?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:[01]\d|2[0-3])[0-5]\d\s(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|hrs|hours)\b|\b\d{1,2}[.:]\d{2}\s?(?:am|pm|a\.m|p\.m|hrs|hours|noon)\b|\b(?:\d{1,2}:\d{2}(?:[ap]|(?-i:[A-Z]{1,5}))?|1:1)\b"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d\s?(?-i:UTC|GMT|BST|CES?T|Z|[ACEMP][DS]T)\b|\b\d{1,2}\s?(?:am|pm|noon"
    r"|o[’']clock)\b",
    re.IGNORECASE,
)
# A stretch of time that frames what is told and measures nothing: "over the next two years", "six months ago".
_FRAME_BEFORE = re.compile(
    r"(?:\b(?:next|past|last|most recent|first|previous|coming|following|these|within|every|time in)|est in)\s+"
    r"(?:\w+\s+)?$"
    r"|\b(?:low|high|great|larg|small|bigg|fast)est\b[^.;\d]{0,25}\s(?:in|for)\s(?:over |more than |nearly )?$"
    r"|\b(?:period of|after|limited to|at least|celebrat\w+(?: of)?|across|terms? of"
    r"|(?:goes|going|dating) back(?: over)?)\s$"
    r"|\b(?:in place|in post) for\s(?:over |about |some )?$|\bend of\s$"
    r"|\b(?:during|throughout|over|after|in) (?:his|her|their|my|our)\s$"  # "in her four years here"
    r"|\b(?:he|she|who) (?:[a-z]+ ){0,3}?(?:spent|stay(?:ed|s))\s$"
    r"|\b(?:dozens|hundreds|thousands|scores|many) of [a-z -]{3,40}\s(?:over|in|across)\s(?:about |around |some )?$"
    r"|\b(?:made available|(?:freez|froze)\w*|suspend\w*|seconded|loaned|funded) for\s(?:another |a further |up to )?$"
    r"|\b(?:record|hearing|nominations?|floor|polls?|ballot|consultation|survey|comments?)\b[^.;\d]{0,30}"
    r"\bopen(?:ed)? for\s$"
    r"|\b(?:lived|living|resided|residing|residents?|(?:families|family|parents)\b[^.;\d]{0,40}\bbeen)\b"
    r"[^.;\d]{0,50}\bfor\s(?:over |more than |nearly |almost |about )?$"
    r"|(?:%|per cent)\sin\s(?:the\s)?$"  # "an increase of 11% in twelve months"
    r"|[£$€]\s?\d(?:[^.;]|\.\d){0,40}\s(?:over|across)\s(?:the\s)?$",  # "£4m over three years"
    re.IGNORECASE,
)
# An amount that is set as a rule: "a fee of $250", "the $1000 fee", "fines of up to $5000".
_FEE = re.compile(
    r"(?<!\bin )\b(?:fees?|fines?|penalt(?:y|ies)|deposit|(?<!depreciation )charges?|membership|subscription)"
    r" of\s(?:up to\s)?$"
    r"|\b(?:ticket|entry) (?:prices?|costs?)\b[^.]{0,80}$|\b(?:hired?|available) (?:at|for)\s$",
    re.IGNORECASE,
)
_FEE_AFTER = re.compile(
    r"\s(?:[a-z]+\s)?(?:fees?|charge\b|fines?|penalt(?:y|ies)|deposits?|coins?|banknotes?)\b(?! income)"
    r"|\s?(?:per|/)\s?(?:hour|hr|session|ticket|night)\b"
)
_THRESHOLD = re.compile(
    r"\b(?:spend\w*|data|expenditure|transactions?|items?|contracts?|purchases?|assets|value|payments?"
    r"|invoices?|suppliers?|tenders?)"
    r"\b[^.;,]{0,60}\b(?:over|above|exceeding|greater than|more than)\s$|\blimit of\s$|\bthreshold (?:of |\()$"
    r"|\b(?:grants|loans|awards) of (?:up to|at least)\s$|\bwith (?:less|more) than\s$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s(?:[A-Z]\w+\s){1,2}(?:Rd|Road|Street|St|Lane|Avenue|Ave|Drive|Close|Way|Court|Terrace|Crescent|View"
    r"|Gardens|Grove|Mews|Row|Square|Walk)\b"
)
# "OGL 2.0 complies": the version of what is named; a score may stand so as well.
_VERSION_OF = re.compile(r"\b(?:[A-Z]{2,}|[A-Z]\w+\s[A-Z]\w+)\s$")
_VERSION_BEFORE = re.compile(  # "the 3.1 stable release"
    r"\s(?:(?:[A-Z][\w/&-]*|\([a-z]+\)|final|official|stable|formal|beta|major|minor|point|patch|software) ){0,4}"
    r"(?:releases?|versions?|milestone|alpha|beta|branch)\b"
)
_SCORED = re.compile(r"\b(?:scores?|rates?|average|index|ratio|progress|attainment)\b", re.IGNORECASE)
_MEASURES = ("mph", "kph", "km/h", "km", "kg", "mm", "cm", "kW", "MW", "GW", "kWh", "MWh", "GWh")
# A distance or a speed that only says where, or what is allowed: "within 5 km", "a 20mph limit".
_WITHIN = re.compile(r"\b(?:within|exceeding|in excess of) (?:a |an )?$", re.IGNORECASE)
_SET_BY = re.compile(
    r"\s?(?:speed |fun )?(?:away|apart|from|limits?|zones?|radius|walks?|runs?|routes?|races?|roads?|highway|schemes?"
    r"|roundels?|programmes?|signs?|streets?)\b",
    re.IGNORECASE,
)
_FAR_FROM = re.compile(
    r"\s(?:feet|foot|ft|yards?|yds?|met(?:re|er)s?)\s(?:away|apart|from)\b"
    r"|\s(?:houses|doors|streets|blocks)\s(?:down|up|along|away|from)\b",
)
# What a share must be, and not what it was: "a 75% majority", "a quorum is 25% of members".
_RULE = re.compile(r"\b(?:quorum|quorate)\b", re.IGNORECASE)
# "councils are required to collect 22 measures", "tenants who owe £900": what is asked for, and whom a rule is for.
_ASKED = re.compile(
    r"\b(?:must|needs? to|required to|expected to) (?:also )?have (?:[a-z]+ed )?(?:at least )?$"
    r"|\brequired (?:by [^.;,\d]{3,40} )?to (?:collect|hold|keep|publish|report(?: on)?)\s$"
    r"|\b(?:who|which|that) owe[sd]? (?:(?!fell|rose|dropped|stood|was|were|is|are|has|have|had)[\w’/£,]+ ){0,9}$"
    r"|\b(?:those|tenants|households|accounts|cases|analysis)\b[^.;,\d]{0,20}\barr?ears (?:of )?(?:more than|over)\s$",
    re.IGNORECASE,
)
_MAJORITY = re.compile(r"\s(?:majority\b|of (?:the )?votes?\b)", re.IGNORECASE)
# "10.9 for each 100,000 people", "schools with fewer than 50 pupils": whom a rate or a group is told by.
_DEFINING = re.compile(r"\b(?:per|each|every|with (?:fewer|more|less) than)\s$", re.IGNORECASE)
_LABELLED = re.compile(r"\d{1,2}\) [a-z]")
_DAYS = re.compile(rf"\b\d{{1,2}}(?:(?:,|\s?-|\s?–|\sand|\s&|\sto)\s?\d{{1,2}})+\s{MONTH}\b", re.IGNORECASE)
_AT_TIME = re.compile(r"\b(?:from|at|until|to|by)\s$", re.IGNORECASE)
_FRAME_AFTER = re.compile(
    r"[\s-]?(?:(?!a\s|one\s|the\s)[a-z]+\s)?(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?)[’']?\b"
    r"(?! (?:wait|delay|service|journey))(?P<ago>\s(?:ago"
    r"|(?:later|earlier)(?! than (?:planned|programmed|scheduled|expected|intended|hoped|forecast))"
    r"|before(?:hand)?|after(?:wards?)?|prior|previously|in (?:arrears|advance)|down the line|notice"
    r"|grace|(?<=years )of(?! age)|(?<=day )a week)\b)?",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?|file)://\S+|www\.\S+|\S+@\S+|\S+%20\S+|\bdoi:\s?\S+|\b\w+=[^\s=&]*&\S*|\{%[^{}]*%\}", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"(?:\A|\b|(?=\+))(?:"  # where these begin
    r"\A\W*\d{1,3}(?:[.)/]|[-/]\d{1,2})\s+(?=(?-i:[A-Z]))|\bof\s+the\s+\d{4}\b"
    r"|\b(?:minute|min|item|para(?:graph)?|page|section)\.? (?:no\.? )?\d[\d./]*[a-z]? (?:of \d{4} )?refers\b"
    r"|(?<=\s)\d{1,2}\.\s(?=(?-i:[A-Z][a-z]))"  # of an entry: "these: 1. Ada Brindle 2. Tom Orme"
    r"|\b(?=\d)(?:\d{2}-0\d{3,5}\b|\d\s?x\s?\d\b"
    r"|\d{1,2}(?:,\d{1,2}){2,}\b|\d[\d.]*(?=\.{3})"
    r"|(?<![\d.,£$€])[1-9]/(?:\d(?=\sof\b)|3rds?|[2-9](?:nd|th)s?)\b"  # "2/3rds of the wood", "2/4 of the talks"
    r"|\d{1,3}(?:-\d{1,3})?/(?-i:[A-Z]{2,6})/\d{1,4}\b|\d{1,4}/\d{2}(?=\s?[/:]\s)|0\d{3,4}\b(?![ .,-]?\d)"
    r"|\d{2}/\d{3,6}\b|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\d+ ?(?:st|nd|rd|th)\b|\w*[A-Za-z]\d+\w*\b"
    r"|\d+(?!(?:mph|kph|km|kg|mm|cm|[KMG]WH?|FT?E|k|m|bn)\b)[A-Za-jl-zA-JLN-Z]{1,3}\d*\b"
    r"|\d+(?:\.\d+){2,}\b)"
    r"|\+\d{2,3}(?:[ -]\d{3,5}){2,}\b"  # a telephone number: "+44 1632 96001"
    r"|\b(?=[^\W\d]++/?\d)(?:[A-Z]{1,5}/?\d{1,4}/[\w/]+|[A-Z]{1,3}\d{1,3}\s?\d[A-Z]{2}\b|\w*[A-Za-z]\d+\w*\b))",
    re.IGNORECASE,
)
# What is no measure whatever it counts: sizes of homes, of linked files, who sat in the room.
_DESCRIBES = re.compile(
    r"\b(?:\w+(?:\s(?:and|or|to)\s|/))?\w+(?:-beds?|[- ]bedroom(?:ed|s)?)\b|\bPDF,?\s[\d.]+\s?[KM]B\b"
    r"|(?<![\d.,[])\b(?:[a-z]+|\d{1,2}) (?:members?|representatives?) of (?:the )?(?:public|press)\b"
    r"|\bzero[ -]hours?\b(?=[ -](?:contract|work|staff|employ))|\A\W*one (?:day|morning|afternoon|evening|night),"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= \(\d{1,2}\)\s[a-z])",
    re.IGNORECASE,
)
_DESCRIBING = ("bed", "pdf", "public", "press", "zero", "one ", " (")  # one of which the words above hold
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})"
_ONE_IN = re.compile(
    rf"({_NUMBER}) in (?:every )?({_NUMBER})\b(?![,.]?\d|[ -](?:years?|months?|weeks?|days?|January|March|May)\b)",
    re.IGNORECASE,
)
# "Quarters 1 & 2", "items 3, 4 and 7": each number is a name.
_NAMES = re.compile(
    r"\b(?=[a-z]++\s\d)(?:quarters?|items?|phases?|paragraphs?|appendices|stages?|tables?|figures?|options?|questions?|years|levels?"
    r"|tiers?"
    r"|tranches|sections?|lots?|wards?|scopes?|zones?|years?)\s\d+(?:\s?(?:,|&|and|to|-|–)\s?\d+)+\b",
    re.IGNORECASE,
)
_NO_MEASURES = (DATE, MONTH_YEAR, _DAYS, _CLOCK, _REFERENCE, _NAMES)  # all of them hold a digit
_DURATION = {
    "year": "year",
    "yr": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "min": "minute",
    "hr": "hour",
    "second": "second",
    "sec": "second",
    "mth": "month",
}


@dataclass(frozen=True)
class Quantity:
    """A figure: its place in the sentence, its value, and the unit printed on it (`%`, `pp`, a currency, `km`,
    `mph` and the like) or null."""

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    in_words: bool = False

    @property
    def least(self) -> float:
        """The value, or the lower end of the range."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def small_word(self) -> bool:
        """Whether it is a number word below eleven, which often only counts things off."""
        return self.in_words and not isinstance(self.value, tuple) and self.value < 11


def quantities_in(text: str) -> Iterator[Quantity]:
    """The figures of a sentence that may measure something, from left to right."""
    place, barred = 0, None
    while match := _FIGURE.search(text, place):
        barred = _barred(text) if barred is None else barred
        found = _read(text, match)
        # Two figures that look like a range and are none ("in 2022 to 17%") are read one after the other.
        place = found.end if found else match.end()
        if found is None or isinf(found.least):  # no number has hundreds of figures
            continue
        if match["number2"] and any(
            a <= match.start() and b <= match.start("number2") < found.end
            for a, b in barred
            if match.end("number") <= b
        ):
            place = _second(match)  # "in 2022/23 to 33.5%": a year and a share are no range
            continue
        if any(a < found.end and found.start < b for a, b in barred) and not _clear(found, barred):
            if isinstance(found.value, tuple) and match["number2"]:
                place = _second(match)  # "in 2019/20 to 1,105": the end of a year and a figure are no range
            continue
        if found.unit is None and (_is_numbering(text, found) or text.startswith("*", found.end)):
            continue  # "5* data"
        if found.unit is None and not found.in_words and _is_year(found, text):
            continue
        if found.unit is None and (_frames(found, text) or _labels(found, text)):
            continue
        if (
            _is_fraction(found, text)
            or _is_threshold(found, text)
            or _is_rule(found, text)
            or (found.unit is None and _is_name(found, text))
        ):
            continue
        yield found


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """The figure that a match is, or that it is the first part of."""
    start = match.start()
    return _one_in(text, start) or _between(text, start) or _compound(text, start) or _quantity(match)


def _labels(found: Quantity, text: str) -> bool:
    """Whether a range is the label of the figure after it: "6-8: 110 pupils"."""
    return isinstance(found.value, tuple) and bool(_HEADS_FIGURE.match(text, found.end))


def _barred(text: str) -> list[tuple[int, int]]:
    """Where a text has dates, ages, references and other figures that measure nothing."""
    small = text.lower()
    patterns = [_AGE, *(_NO_MEASURES if any(map(str.isdigit, text)) else ())]
    patterns += [_LINK] if any(mark in small for mark in ("@", "://", "www.", "%20", "doi:", "&", "{%")) else []
    patterns += [_DESCRIBES] if any(word in small for word in _DESCRIBING) else []
    return [m.span() for pattern in patterns for m in pattern.finditer(text)] + [m.span() for m in printed_in(text)]


def _second(match: re.Match[str]) -> int:
    """Where the second of two joined figures begins, with the sign of its currency."""
    return match.start("currency2") if match["currency2"] else match.start("number2")


def _one_in(text: str, start: int) -> Quantity | None:
    """The share that "one in five" tells, in per cent."""
    told = _ONE_IN.match(text, start)
    if told is None:
        return None
    part, whole = (float(_WORDS.get(number.casefold(), 0) or number) for number in told.groups())
    return Quantity(start, told.end(), round(100 * part / whole, 1), "%", in_words=True) if part < whole else None


# "4 mins 12 secs", "1 hour and 30 minutes"
_COMPOUND = re.compile(
    r"(?P<more>\d{1,3}) ?(?P<of>hours?|hrs?|minutes?|mins?)(?: and)? (?P<rest>\d{1,2})"
    r"(?= ?(?P<unit>minutes?|mins?|seconds?|secs?)\b)",
    re.IGNORECASE,
)


def _compound(text: str, start: int) -> Quantity | None:
    """A length of time that is told in two units, in the smaller of them."""
    told = _COMPOUND.match(text, start)
    if told is None or (told["of"][0].lower(), told["unit"][0].lower()) not in (("h", "m"), ("m", "s")):
        return None
    return Quantity(start, told.end(), 60.0 * int(told["more"]) + int(told["rest"]), None)


_SHARES = re.compile(r"(\d+(?:\.\d+)?)\s?% and (\d+(?:\.\d+)?)\s?%")


def _between(text: str, start: int) -> Quantity | None:
    """The range of shares that "between 10% and 12%" tells."""
    told = _SHARES.match(text, start) if text.endswith("between ", 0, start) else None
    if told is None:
        return None
    first, last = float(told[1]), float(told[2])
    return Quantity(start, told.end(), (first, last), "%") if first < last else None


_HEADS_FIGURE = re.compile(r"\s?:\s?\d")
_OPENS = len("With more than ")  # characters; "With more than 900 visitors a year, ..." tells how many there are
# "had doubled in five years": how long something took that another figure measures, or nothing does.
_IN_LONG = re.compile(r"\bin\s$", re.IGNORECASE)
_LONG = re.compile(r"\s(?:years?|months?)\b", re.IGNORECASE)
# "elected for three years from 1 May"
_FROM_DATE = re.compile(
    rf"\s(?:years?|months?) (?:from|until|to|with effect from) (?:the )?(?:\d{{1,2}} )?{MONTH}\b", re.IGNORECASE
)
# "will be ready in 8 weeks or so": when something will be
_AHEAD = re.compile(
    r"\b(?:will|shall|should|would|next (?:\w+ )?meeting|ready|again|back|(?:is|are|be|falls?) due)\b"
    r"[^.;]{0,40}\bin\s(?:about |around |some )?$",
    re.IGNORECASE,
)
_SOON = re.compile(r"\s(?:weeks?|days?)[’']?(?=[.,;]|$| or so\b| time\b)")
# "clerk for over 30 years", "retired after 12 years": how long somebody served
_SERVED = re.compile(
    r"\b(?:retir\w+|served|serving|head|chair\w*|secretary|treasurer|clerk|members?|volunteer\w*|president|councillor"
    r"|trustee|governor|warden)\b[^.;\d]{0,50}\b(?:for|after)\s(?:over |more than |nearly |almost |about |some )?$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s(?:years|months)\b(?!-)")
# "for the twelve months to February": how long a figure is told for.
_SPAN_TO = re.compile(r"\s(?:months|weeks|quarters|years)\s(?:up to|to|ended|ending)\s(?=[A-Z\d]|the end\b)")


def _frames(found: Quantity, text: str) -> bool:
    time = _FRAME_AFTER.match(text, found.end)
    before = text[: found.start]
    if before.endswith("the ") and _SPAN_TO.match(text, found.end):
        return True
    if _IN_LONG.search(before) and _LONG.match(text, found.end):
        return True
    if _SOON.match(text, found.end) and _AHEAD.search(before):
        return True
    if _YEARS.match(text, found.end) and _SERVED.search(before):
        return True
    if before.endswith("for ") and _FROM_DATE.match(text, found.end):
        return True
    return bool(time and ((time["ago"] and not before.endswith("by ")) or _FRAME_BEFORE.search(before)))


def _is_fraction(found: Quantity, text: str) -> bool:
    """Whether a number word is part of a fraction that is told in words: "two thirds", "three quarters"."""
    return found.in_words and bool(re.match(r"[\s-](?:thirds?|quarters?|fifths?|tenths?)\b", text[found.end :]))


# "every mill processing over 5,000 sacks", "wardens, all working less than 15 hours": whom a rule is for.
_RULED = re.compile(
    r"\b(?:all|any|every|each|those|anyone|anybody|employees|staff|people|members)\b[^.;,\d]{0,60}?\b(?:handling"
    r"|processing|earning|work(?:ing)?|costing|worth|owning|employing|travelling|paying|claiming)\s"
    r"(?:over|more than|less than|fewer than|under|at least|up to)\s$",
    re.IGNORECASE,
)


# Days "over 25°C", "30°C or above", "25°C+": which are meant.
_BEYOND = re.compile(r"\b(?:over|above|exceed\w*|reach(?:es|ing)?|below|under|at least)\s$")
_AND_BEYOND = re.compile(r"\s?\+|\s(?:or|and) (?:above|over|more|higher|below|under|lower|less)\b")


def _is_threshold(found: Quantity, text: str) -> bool:
    """Whether an amount only says which items are meant: "spend over £25,000", "transactions of £500 and over"."""
    before, after = text[: found.start], text[found.end :]
    if before.endswith(("over ", "than ", "under ", "least ", "up to ")) and _RULED.search(before):
        return True
    return found.unit in MONEY and bool(
        _THRESHOLD.search(before)
        or _FEE.search(before)
        or _FEE_AFTER.match(after)
        or re.match(r"\+|\s(?:and|or) (?:over|above|more|under)\b", after)
    )


# "The entry fee was raised to £12 for adults and £6 for children", and not what the fees of all came to
_CHARGED = re.compile(
    r"\b(?:(?:registration|membership|entry|entrance|joining|admission|annual|hire|pitch|mooring)"
    r" (?:fees?|subscriptions?)|subscriptions?|dues)\b"
    r" (?:(?:was|were|is|are|be|been|being|has|have|will|should|would|remains?|kept|set|fixed|raised|increased|reduced"
    r"|changed|agreed|unchanged|at|to|now) ){1,6}(?:[£$€₹]\d[\d.,]* for (?:[a-z]+ ){1,4}and )?$"
    r"|\bmembership (?:[a-z]+ ){0,3}costs? $",
    re.IGNORECASE,
)
_MOST = 1000  # that one of many is charged
# "Tom suggested 300 euros.", "Una suggests: pay £7", which nobody paid
_PROPOSED = re.compile(
    r"\b(?:suggest(?:s|ed)|proposed|said):? (?:(?:that )?(?:we|to) )?(?:pay |charge )?(?:about |around )?$"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;:,]|$)|\sand (?:others|another|some)\b")
# "each may bring no more than three guests"
_ALLOWED = re.compile(
    r"\b(?:may|can|could|must|should) (?:(?:only|each|also) )*(?:bring|invite|claim|book|borrow|nominate|submit|send)"
    r" (?:no more than|up to|at most|a maximum of) $"
)


def _is_rule(found: Quantity, text: str) -> bool:
    """Whether a figure only says what a vote needs, what a rate is told by, or which of a group are meant."""
    if found.unit in MONEY and found.least < _MOST and _CHARGED.search(text[: found.start]):
        return True
    if found.unit in MONEY and _PROPOSED.search(text[: found.start]) and _CLAUSE_ENDS.match(text, found.end):
        return True
    if found.unit != "%" and _ALLOWED.search(text[: found.start]):
        return True
    if found.unit in (None, "%") and (_RULE.search(text) or _MAJORITY.match(text, found.end)):
        return True
    if found.unit in _MEASURES and (_WITHIN.search(text[: found.start]) or _SET_BY.match(text, found.end)):
        return True
    if found.unit is None and _FAR_FROM.match(text, found.end):
        return True
    if found.unit in ("°C", "°F") and (_BEYOND.search(text[: found.start]) or _AND_BEYOND.match(text, found.end)):
        return True
    if found.unit != "%" and _ASKED.search(text[: found.start]):
        return True
    return found.unit is None and bool(_DEFINING.search(text[: found.start])) and found.start > _OPENS


# "the Zero Hour campaign", "at Seven Oaks": a number in capitals within a sentence, before a word in capitals.
_IN_NAME = re.compile(r"(?:[a-z]|\b(?:[A-Z]\w+|[A-Z]))[,’”)]? $")
_NAMED_ON = re.compile(r"[ -][A-Z][a-z]")


def _is_name(found: Quantity, text: str) -> bool:
    """Whether a bare number is part of a name, address or time: "Office 365", "Seven Oaks", "41 Fen Road"."""
    before, after, printed = text[: found.start], text[found.end :], text[found.start : found.end]
    if _ADDRESS.match(after) or (re.fullmatch(r"(?:[7-9]|1\d|2[0-3]|6)\.[0-5]\d", printed) and _AT_TIME.search(before)):
        return True
    if found.in_words and _IN_NAME.search(before) and printed[0].isupper() and _NAMED_ON.match(after):
        return True
    if re.fullmatch(r"\d\.\d", printed) and _VERSION_OF.search(before) and not _SCORED.search(text):
        return True
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", printed) and _VERSION_BEFORE.match(after):
        return True
    if printed == "911" and re.match(r"\s(?:is|calls?)\b", after):
        return True
    if printed in ("999", "101", "111") and re.match(r"\)?\s(?:emergency |non-emergency )?calls\b|\)", after):
        return printed == "999" or "emergency" in after[:15] or before.endswith("(")
    last = re.search(r"\s[A-Z]\w+\s$", before)
    clause = before[max(before.rfind(stop, 0, last.start()) for stop in ".!?") + 1 : last.start()] if last else ""
    named = re.search(r"\w", clause) and not re.search(rf"\b{MONTH}\s$", before, re.IGNORECASE)
    return bool(named) and "," not in printed and not re.match(r"\s[a-z]", after) and not found.in_words


def _is_numbering(text: str, found: Quantity) -> bool:
    """Whether the word before a number makes it a name: "item 4", "section 106"; not "stood at 1,240".

    Or the brackets around it: "(1) to open on Sundays and (2) to close at noon".
    """
    before = text[: found.start]
    if before.endswith("(") and _LABELLED.match(text, found.start) and "(1) " in text[: found.end + 2]:
        return True
    if before.endswith("(") and _COUNTED_INSIDE.match(text, found.end):
        return False  # "in May last year (67 complaints)"
    if before.endswith(": ") and _COUNTED_NEXT.match(text, found.end):
        return False  # "Library table: 4 visits"
    return bool(_NAMING_BEFORE.search(before)) and not (_counts(text, found) or _STOOD_AT.search(before))


def _counts(text: str, found: Quantity) -> bool:
    """Whether a noun follows a number that a naming word precedes ("at 90 schools")."""
    follows = re.match(r"\s(?:(?:[a-z-]+\s){0,3}[a-z]{3,}s|on roll|of (?:the |its |our )?\d+)\b", text[found.end :])
    return bool(follows and not _SHOWS.match(follows[0]) and _STRONG_BEFORE.search(text[: found.start]))


def _clear(found: Quantity, barred: list[tuple[int, int]]) -> bool:
    """Money and percentages stand, unless inside a reference that is larger than they are."""
    return found.unit is not None and not any(
        a <= found.start and found.end <= b and b - a > found.end - found.start for a, b in barred
    )


def _is_year(found: Quantity, text: str) -> bool:
    printed = text[found.start : found.end]
    return (
        "," not in printed
        and found.least == int(found.least)
        and 1900 <= found.least <= 2099
        and not re.match(r"\s(?:[a-z]+\s)?(?:people|children|pupils|homes|places|households)", text[found.end :])
    )


def _quantity(match: re.Match[str]) -> Quantity | None:
    if match["word"]:
        value = _word_value(match["word"]) + (0.5 if match["half"] else 0.0)
        if match["word2"]:
            return Quantity(match.start(), match.end(), (value, float(_WORDS[match["word2"].casefold()])), None, True)
        percent = (match["wordpercent"] or "").casefold()
        unit = "pp" if "point" in percent else "%" if percent else _currency(match["wordmoney"])
        return Quantity(match.start(), match.end(), value, unit, in_words=True)
    sign = -1.0 if match["sign"] in ("-", "−", "–") else 1.0
    if match["number"] == "000":
        return None  # "£000" says in what the figures of a table are
    value = sign * _number(match["number"], match["scale"] or (match["scale2"] or ""))
    currency = match["currency"] or match["currency2"]
    percent = (match["percent"] or "").strip(" *-").casefold()
    unit = _currency(currency) or _currency(match["money"])
    if match["pence"] and unit is None:
        return Quantity(match.start(), match.end(), round(value / 100, 6), "GBP")
    if match["measure"] and unit is None:
        unit = match["measure"].replace(" ", "")
        unit = unit.casefold() if unit in ("MPH", "KPH", "KM", "Mph") else unit
    if percent:
        unit = "pp" if "point" in percent or percent == "pp" else "%"
        if percent.startswith("basis"):
            value /= 100
    if not match["number2"]:
        return Quantity(match.start(), match.end(), value, unit)
    second = _number(match["number2"], match["scale2"] or "")
    if currency and value < 1000 <= 1000 * value < second and "," in match["number2"]:
        value *= 1000  # "£4-5,000"
    if second <= value or not _is_range(match, unit):
        end = match.end("scale") if match["scale"] else match.end("number")
        alone = _currency(match["currency"])
        return Quantity(match.start(), end, sign * _number(match["number"], match["scale"] or ""), alone)
    return Quantity(match.start(), match.end(), (value, second), unit)


def _currency(printed: str | None) -> str | None:
    """The code of a currency that stands before a figure or after it: "€", "USD", "euros"."""
    name = (printed or "").strip().casefold().removeprefix("us ")
    return _CURRENCY.get(name) or _CURRENCY.get(name.rstrip("s"))


def _is_range(match: re.Match[str], unit: str | None) -> bool:
    """Whether two joined figures are one range: "12-13", "400 to 700", "between 15 and 20"; not "from 3 to 5"."""
    end = match.end("scale") if match["scale"] else match.end("number")
    joint = match.string[end : match.start("number2")].strip(" £$€").casefold()
    before = match.string[max(0, match.start() - 24) : match.start()].casefold()
    if joint == "and":
        return bool(re.search(r"\bbetween\s(?:\w+\s)?$", before))
    if joint == "to":
        years = unit is None and all(re.fullmatch(r"(?:19|20)\d\d", match[group]) for group in ("number", "number2"))
        ranged = re.search(r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ied|ies|ying)) from\s?$", before)
        return bool(ranged) or (not years and not re.search(r"\bfrom\s(?:[a-z]+\s){0,3}$|\b(?:in|by)\s$", before))
    return True


_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _number(digits: str, scale: str) -> float:
    part = _PARTS.get(digits[-1:], 0.0)
    whole = float(digits[:-1] if part else digits.replace(",", ""))
    return round((whole + part) * _MAGNITUDES.get(scale.strip().casefold(), 1.0), 6)


def _word_value(words: str) -> float:
    """The number that words tell: "two hundred and thirty thousand"."""
    total = part = 0.0
    for word in re.split(r"[-\s]+(?:and\s)?", words.casefold()):
        if word == "hundred":
            part *= 100
        elif word in _MAGNITUDES:
            total, part = total + part * _MAGNITUDES[word], 0.0
        else:
            part += _WORDS[word]
    return total + part


def duration_unit(noun: str) -> str | None:
    """`week` for "weeks" and the like; null for a noun that is no duration."""
    return _DURATION.get(noun.casefold().rstrip("s"))


PLURALS = {"children": "child", "people": "person", "women": "woman", "men": "man", "staff": "staff", "fte": "FTE"}


def singular(noun: str) -> str:
    """What each one of several is called: "children" are a "child" each, "fortnights" a "fortnight"."""
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return duration_unit(noun) or (f"{noun[:-3]}y" if noun.endswith("ies") and len(noun) > 4 else noun.rstrip("s"))


DATE_CELL = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|n/?a|-|–", re.IGNORECASE)
