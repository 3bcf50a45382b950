"""The figures that a cell of a table holds, with what it says that they count and a remark on them."""

import re

from extract.quantities.figures import Quantity

MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹"  # of footnotes
BARE = re.compile(
    r"[▲▼↑↓]?\s?\(?(?:\d{1,3}\s?(?:hours?|hrs?|minutes?|mins?)(?: and)?\s)?"  # "2 hrs 10 mins"
    r"[-−–+]?\s?(?-i:[pr](?=\d[\d,]*[,.]\d))?[£$€₹]?\s?[-−–]?\d[\d,]*(?:\.\d+|[½¼¾])?\s?(?:%|pp|(?:[km]|bn)(?![a-z])"
    r"|(?P<time>days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|secs?))?\)?(?:\s[£$€₹])?\s?"
    rf"(?:(?<=%\s)\d{{1,2}}$|[{MARKS}]*)",  # the number or mark of a note
    re.IGNORECASE,
)
# A figure with a limit, what it counts or a remark beside it: "max. 2%", "440 places", "10.9% (school year 2021/22)".
_REMARKED = re.compile(
    r"(?:(?:(?:max|min|approx|c)\.?|at least|up to|under|over|below|above|about|[<>≤≥~])\s?)?"
    rf"(?P<figure>{BARE.pattern})\+?\s?"
    r"(?:\((?P<remark>[^()]{1,60})\)|(?<=[%+] )of [^.;]{3,70}"
    r"|(?P<what>(?-i:(?:[a-z-]+\s|Year (?:R|\d{1,2})\s){0,4}?(?:[a-z]{3,}s|people|children|staff|FTE|FE))))?",
    re.IGNORECASE,
)
# "0.3FE 85 Year R temp places": several counts in one cell.
_COUNT = re.compile(
    r"(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<what>(?:[a-z-]+\s|Year (?:R|\d{1,2})\s){0,4}?"
    r"(?:[a-z]{3,}s|people|FTE|FE))(?:\s|$)"
)
_COUNTED = re.compile(r"(?:total )?(?:number|no\.|percentage|%|average)\s(?:of\s)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
REMARKED = 90  # characters; a longer cell is text
_Figure = tuple[str, str, str]  # a figure as printed, what its cell says that it counts, and a remark on it


def figures_of(text: str) -> list[_Figure]:
    """The figures of a cell that holds nothing else: one, with its share ("38 (83%)"), or several counts."""
    if BARE.fullmatch(text):
        return [(text, "", "")]
    if len(text) >= REMARKED or not any(map(str.isdigit, text)):
        return []
    more = _REMARKED.fullmatch(text)
    if more:
        remark = more["remark"] or ""
        figure = bool(BARE.fullmatch(remark)) and not _YEAR.fullmatch(remark)  # "61% (2022)"
        shared = figure and ("%" in remark) != ("%" in more["figure"])
        return [(more["figure"], more["what"] or "", remark), *([(remark, "", "")] if shared else [])]
    found: list[_Figure] = []
    place = 0
    while counted := _COUNT.match(text, place):
        found.append((counted["figure"], counted["what"], ""))
        place = counted.end()
    return found if place == len(text) else []


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, which what it counts or a remark in brackets may follow, and nothing else."""
    return bool(figures_of(text))


def is_count(text: str, corner: str) -> bool:
    """Whether a cell of a row without a label is a figure, as its own noun or the corner of the table says."""
    return any(what for _, what, _ in figures_of(text)) or (bool(_COUNTED.match(corner)) and is_figure(text))


def plain(text: str) -> Quantity | None:
    """A figure that would be none in a sentence, where "2019" is a year."""
    sign = -1 if text[:1] in "-−–" else 1
    digits = re.sub(r"[^\d.]", "", text)
    return Quantity(0, len(text), sign * float(digits), None) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
