"""Figures as they are printed, in digits and in words: value, range, magnitude, and the unit right beside them."""

import re
from dataclasses import dataclass

from minutes.currencies import CODES, SIGNS

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
_CURRENCY = {
    **CODES,
    **{code.casefold(): code for code in SIGNS},
    "rs": "INR",
    "rs.": "INR",
    "rupee": "INR",
    "euro": "EUR",
    "dollar": "USD",
    "pound": "GBP",
}
MONEY = frozenset(_CURRENCY.values())
# A number in words. "between one hundred and two hundred" holds two of them.
_SMALL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\s](?:one|two|three|four|five|six|seven|eight|nine)"
    rf"|{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b"
)
_HUNDREDS = rf"{_SMALL}(?:\shundred\b(?:(?:\sand)?\s{_SMALL}(?!\shundred))?)?"
_WORD_SCALE = r"\s(?:thousand|million|billion)\b"
_IN_WORDS = rf"{_HUNDREDS}(?:{_WORD_SCALE}(?:(?:\sand)?\s{_HUNDREDS}(?!\shundred|{_WORD_SCALE}))?)?"
# also with the commas of India: "2,35,000"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d){1,4},\d{3}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+|[½¼¾])?)"
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|hundred|lakhs?|crores?|bn|mn|tn|[kKmMbB])(?![A-Za-z]))?"
_SIGN = r"[£$€₹]|(?-i:\bRs\.?(?=\s?\d))"
FIGURE = re.compile(
    r"(?=(?-i:[\d£$€₹−–+GURIEFNOTSZefnotsz-]))(?:"  # as each of the two kinds begins
    rf"(?=[\d£$€₹−–+-]|(?-i:[GUERI]))(?P<sign>(?<![\w.,/–-])[-−–+](?=[£$€₹]?\d))?(?:(?P<currency>{_SIGN}|(?-i:\b(?:GBP|USD"
    rf"|EUR|INR)\b))\s?)?(?P<number>{_DIGITS})(?P<scale>{_SCALE})"
    rf"(?:€?\s?(?:-|–|—|to|and)\s?(?P<currency2>{_SIGN})?\s?(?P<number2>{_DIGITS})(?P<scale2>{_SCALE}))?"
    r"(?P<pence>(?-i:p)(?![\w.]))?(?P<money>\s?(?:€|(?:(?:US )?dollars?|euros?|rupees?|(?-i:GBP|USD|EUR|INR))\b))?"
    r"(?:\s?(?P<measure>[µμmn]g/(?:m[³3]|l)|mph|kph|km/h|km|kg|mm|cm|(?-i:ha)|[kMG]Wh?|°\s?[CF]|(?-i:[KMGT]i?B|(?<=\d)FT?E|(?<=\d)(?<!\d{3})x(?=\s[a-z])|AC-FT|AF(?=\W)))(?![\w²³/]))?"
    r"(?P<percent>\s?(?:%(?!\})|\*+%|-?per\s?cent\b|percentage points?\b|pp\b|basis points?\b))?"
    rf"|\b(?=[efnostz])(?P<word>{_IN_WORDS})(?P<half>\sand a half\b)?"
    rf"(?:\s(?:to|-|–"
    rf"|or)\s(?P<word2>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))?(?P<wordpercent>\s(?:per\s?cent"
    rf"|percent\b|percentage points?))?(?P<wordmoney>\s(?:US )?(?:dollars|euros|rupees|(?<=llion )pounds))?\b)",
    re.IGNORECASE,
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})"
_ONE_IN = re.compile(
    rf"({_NUMBER}) in (?:every )?({_NUMBER})\b(?![,.]?\d|[ -](?:years?|months?|weeks?|days?|January|March|May)\b)",
    re.IGNORECASE,
)


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


def read(text: str, match: re.Match[str]) -> Quantity | None:
    """The figure that a match is, or that it is the first part of."""
    start = match.start()
    return (
        _one_in(text, start)
        or _between(text, start)
        or _compound(text, start)
        or _old_money(text, start)
        or _quantity(match)
    )


def second(match: re.Match[str]) -> int:
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


# "£2,671 1s 2d", "£40 5s."
_OLD_MONEY = re.compile(
    r"£\s?(?P<pounds>\d[\d,]*)[ .:–-]{1,3}(?P<shillings>\d{1,2})\s?s\b\.?"
    r"(?:[ .:–-]{1,3}(?P<pence>\d{1,2}[½¼¾]?)\s?d\b\.?)?"
)


def _old_money(text: str, start: int) -> Quantity | None:
    """A sum in pounds, shillings and pence, in pounds."""
    told = _OLD_MONEY.match(text, start)
    if told is None or int(told["shillings"]) > 19:
        return None
    value = _number(told["pounds"], "") + int(told["shillings"]) / 20 + _number(told["pence"] or "0", "") / 240
    return Quantity(start, told.end(), round(value + 1e-9, 2), "GBP")


_SHARE = r"(\d+(?:\.\d+|[½¼¾])?)\s?%"
_SHARES = re.compile(rf"{_SHARE} and {_SHARE}")
_SHARES_TO = re.compile(rf"{_SHARE} to {_SHARE}")
_BOTH_IN_WORDS = re.compile(
    rf"({'|'.join(_WORDS)}) and ({'|'.join(_WORDS)})(?= [a-z])(?!-| (?:hundred|thousand|million))"
)
_RANGED = re.compile(
    r"\b(?:an?|about|around|the|of|typically|roughly)\s$"
)  # "an 8% to 11% rise", and not "rose 8% to 11%"


def _between(text: str, start: int) -> Quantity | None:
    """The range that "between 10% and 12%", "a 10% to 12% rise" or "between three and five" tells."""
    between = text.endswith("between ", 0, start)
    if between and (words := _BOTH_IN_WORDS.match(text, start)):
        return _range(start, words.end(), (float(_WORDS[words[1]]), float(_WORDS[words[2]])), None, in_words=True)
    ranged = between or _RANGED.search(text, max(0, start - 12), start)
    told = (_SHARES if between else _SHARES_TO).match(text, start) if ranged else None
    return _range(start, told.end(), (_number(told[1], ""), _number(told[2], "")), "%") if told else None


def _range(
    start: int, end: int, ends: tuple[float, float], unit: str | None, *, in_words: bool = False
) -> Quantity | None:
    return Quantity(start, end, ends, unit, in_words) if ends[0] < ends[1] else None


# "The balance would be minus £40"; "£60 minus £40" is a sum
_MINUS = re.compile(r"\b(?:at|be|been|by|is|of|to|was|were) minus $")
_MINUS_LONG = len("were minus ")


# "the hut stands some 400m above the quay": metres, which no currency makes millions
_IN_METRES = re.compile(
    r"\s(?:above|across|along|apart|away|back|below|beyond|deep|down|from|further|high|inland|long|north|of (?:the )?"
    r"(?:bank|cable|edge|fenc(?:e|ing)|footpath|footway|frontage|gutter\w*|hedge|hedging|hose|kerb|path|pipe|rail\w*|road|rope"
    r"|track|wall)\b|off|onwards|south|stretch|tall|to the|upstream|downstream|wide)\b"
)


def _quantity(match: re.Match[str]) -> Quantity | None:
    if match["word"]:
        value = _word_value(match["word"]) + (0.5 if match["half"] else 0.0)
        if match["word2"]:
            return Quantity(match.start(), match.end(), (value, float(_WORDS[match["word2"].casefold()])), None, True)
        percent = (match["wordpercent"] or "").casefold()
        unit = "pp" if "point" in percent else "%" if percent else _currency(match["wordmoney"])
        return Quantity(match.start(), match.end(), value, unit, in_words=True)
    minus = match["currency"] and _MINUS.search(match.string, max(0, match.start() - _MINUS_LONG), match.start())
    sign = -1.0 if match["sign"] in ("-", "−", "–") or minus else 1.0
    if match["number"] == "000":
        return None  # "£000" says in what the figures of a table are
    value = sign * _number(match["number"], match["scale"] or (match["scale2"] or ""))
    currency = match["currency"] or match["currency2"]
    if match["scale"] == "m" and not currency and not match["number2"] and _IN_METRES.match(match.string, match.end()):
        return Quantity(match.start(), match.end(), _number(match["number"], ""), "metre")
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
