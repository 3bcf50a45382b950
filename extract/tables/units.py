"""The unit of a figure in a table, and its scale."""

import re

from extract.metrics.places import places_in
from extract.quantities.nouns import PLURALS, duration_unit, singular
from extract.tables.cells import Cell
from extract.tables.figures import BARE
from extract.tables.frame import CURRENCY, SPLIT_BY, TOTAL, Frame

_SCALED = re.compile(
    r"(?P<thousand>(?P<of>[£$€₹])\s?(?:[’']?000s?|k|thousands?)\b|\([kK]\)|[’']000s?\b)"
    r"|(?P<of2>[£$€₹])\s?(?P<million>m(?:n|illions?)?)\b",
    re.IGNORECASE,
)
# "Ferry passengers (000s)", "Loans (thousands, by post)": counts, which are told in thousands as sums are.
_IN_THOUSANDS = re.compile(
    r"[(\[](?:in |[a-z ]{3,20}, )?(?:[’']?000[’']?s?|thousands?|(?P<million>millions?))(?:, [^)\]\d]{2,30})?[)\]]",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"[£$€₹]|\b(?:budgets?|charges?|contributions?|costs?|debts?|fees|fund(?:s|ing)|grants?|income|payments?|receipts?"
    r"|rents?|reserves?|salaries|sales|savings|spend(?:ing)?|expenditure|takings|wages)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_RATE = re.compile(r"\bper [\d,]{3,}|\b(?:score|index|ratio|(?:attainment|progress) 8)\b", re.IGNORECASE)
# "Median wait (weeks)", "Residual waste (kg)"
_MEASURED = re.compile(
    r"[(\[](?:in )?(days|weeks|months|years|hours|minutes|seconds|miles|tonnes|kg|km|tCO2e?|kWh|MWh|FTE)[)\]]"
)
_RATED = re.compile(r"\brates? (?:of|for|in|per|among)\b|\brates?$", re.IGNORECASE)  # which are no share here
_HEADCOUNT = re.compile(
    r"\b(?:staffing level|headcount|establishment|FTEs?|full[- ]time equivalents?)\b(?!.*[£$€₹])", re.IGNORECASE
)
_RISK = re.compile(r"(?:likelihood|impact|probability|severity)\b", re.IGNORECASE)
# What heads a column of names, of which a table says how often each was used, bought or read.
_NAMES = re.compile(
    r"\b(?:name|title|(?:data ?set|publication|document|report|web ?page|page|course|event)s?)\Z", re.IGNORECASE
)
# Words that look like nouns in the plural, and are no unit.
_NO_UNIT = frozenset(
    "totals figures years costs is was has its less plus this previous status basis analysis various across "
    "thousands millions actuals targets forecasts estimates changes values plans months savings reserves "
    "indicators measures metrics outputs outcomes statistics".split()
)
# A code or letters that stand for a name, and are no noun in the plural: "BOS3", "FES (all grades)"
_LETTERS = re.compile(r"\b[A-Za-z]+\d\w*\b|\b(?!FTES?\b)[A-Z]{2,3}\b")
# A row's own number or code, before its label: "3 Boats inspected", "HR07 Number of ferries".
_CODE = re.compile(r"\A(?:[A-Z]{1,5}[ .-]?\d[\d.]*[a-z]?|\d{1,3}(?:\.\d+)*[a-z]?)[.:]?\s+(?=[A-Z%])")
_POINTS = re.compile(r"\bpercentage points?\b|\bppts?\b|\(pp\)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|on|with|of|for|at|to|from|by|within|without|per|who|that|not)\b(?!-)")


def unit_of(frame: Frame, cell: Cell, printed: str) -> tuple[str | None, float]:
    """Unit and scale: from the cell, else the column's header, the row's label, or what stands over the table."""
    unit, head, label = cell.quantity.unit, cell.head, cell.label
    if unit in ("%", "pp"):
        return unit, 1.0
    time = BARE.fullmatch(printed)
    if time and time["time"]:
        return duration_unit(time["time"]), 1.0
    if cell.what and not unit:
        counts = cell.what.split()[-1]
        return counts if counts.isupper() else singular(counts), 1.0
    if unit is None and (thousands := _in_thousands(label, head)):
        return thousands
    if unit is None and _HEADCOUNT.search(label):
        return _noun(label) or "staff", 1.0  # "Staffing level (number)" in a table of sums
    for text in (label, head) if _PERCENT.search(label) else (head, label):
        told = _told(text)
        if told:
            return (told[0], told[1] if unit is None or told[1] > 1 else 1.0)
    if unit:
        return unit, 1.0
    if _RISK.match(head):
        return "score", 1.0
    if cell.index in frame.signed:
        return frame.signed[cell.index], 1.0
    noun = _noun(head)
    if noun is None:
        told = next(filter(None, map(_told, (frame.corner, frame.caption))), None)
        if told:
            return told
    bracket = re.search(r"\(([A-Za-z]{3,})\)\s*$", frame.caption)
    by = frame.subject if SPLIT_BY.search(frame.caption) or cell.located else None
    if _NAMES.search(frame.corner) and not (bracket or cell.located):
        return noun, 1.0  # "Price Indices | 4,125" in a list of data sets counts no indices
    texts = (
        bracket[1] if bracket else "",
        by or "",
        re.sub(r"\b[A-Z]\w*", "", label) if cell.located else label,
    )
    rows = _noun(f"{frame.corner}s") if TOTAL.search(label) else None  # "All wards" under "Ward", where none is counted
    counted = noun or next((each for each in map(_noun, texts) if each and each != rows), None)
    return counted or ("score" if _RATED.search(label) else _noun(frame.subject or "")), 1.0


def _in_thousands(*texts: str) -> tuple[str, float] | None:
    """The unit and the scale of a count that its label or its header gives in thousands: "Passengers (000s)"."""
    if any(map(_OF_MONEY.search, texts)):
        return None
    for text in texts:
        told = _IN_THOUSANDS.search(text)
        noun = _noun(text[: told.start()]) if told else None
        if told and noun:
            return noun, 1e6 if told["million"] else 1e3
    return None


def told_scale(head: str) -> bool:
    """Whether a header says in what sums are told: "$'000", "£m"."""
    return bool(_SCALED.search(head))


def _told(text: str) -> tuple[str, float] | None:
    """The unit that a header or a label prints as a sign, and its scale: "£000", "(£m)", "%", "per 10,000"."""
    scaled = _SCALED.search(text)
    if _POINTS.search(text):
        return "pp", 1.0
    if _PERCENT.search(text) and not scaled:
        return "%", 1.0
    if scaled:
        sign = scaled["of"] or scaled["of2"] or "£"
        return CURRENCY[sign], 1e6 if scaled["million"] else 1e3
    sign = next((sign for sign in CURRENCY if sign in text), None)
    if sign:
        return CURRENCY[sign], 1.0
    measured = _MEASURED.search(text)
    if measured:
        return singular(measured[1]) if measured[1].endswith("s") else measured[1], 1.0
    return ("score", 1.0) if _RATE.search(text) else None


def _noun(text: str) -> str | None:
    """The noun in the plural that a header, a label or a caption counts, in the singular."""
    for place in places_in(text):
        text = text.replace(place.name, "") if place.wider else text
    told = _LETTERS.sub(" ", _CODE.sub("", text))
    told = re.sub(r"\b[a-z]+[’'](?:s\b|(?=\s))", "", told.casefold())
    told = re.sub(r"^(?:total |the )?(?:number|count|no\.?) of ", "", told.strip())
    told = re.sub(
        r"\b(?:waiting )?(?:for )?(?:over|under|within|more than|less than|at least)? ?\d+\+? [a-z]+", " for ", told
    )
    told = told.split(" / ")[0]  # "reports / requests for service"
    cut = _PREPOSITION.search(told)
    words = re.findall(r"[a-z]{3,}", told[: cut.start()] if cut else told)
    counted = [w for w in words if w in PLURALS or (w.endswith("s") and not w.endswith("ss") and w not in _NO_UNIT)]
    return singular(counted[-1]) if counted else None
