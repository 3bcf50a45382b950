"""Which way a figure went, and by how much, where its sentence says so."""

import re

from extract.quantities.figures import Quantity
from minutes.model import Difference, Direction

_SINCE = r"(?: (?:than|compared (?:with|to)) (?:in|at|last|a year|the (?:same|previous|last)|those? in|that in))"
_BY = r"(?:from|by|to|on|(?=[£$€]?\d)|\w+ (?:percentage|per cent))"
_UP = re.compile(
    rf"\b(?:increas\w+|ris(?:e|en|ing)|rose|grew|grown|growth|climb\w*|doubled|tripled|up {_BY}"
    rf"|(?:higher|more|greater){_SINCE})",
    re.IGNORECASE,
)
_DOWN = re.compile(
    rf"\b(?:decreas\w+|reduc\w+|fell|fallen|fall|declin\w+|drop\w*|halved|cut|down {_BY}"
    rf"|(?:lower|fewer|less){_SINCE})",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:unchanged|stable|no change|remained (?:at|the same)|level with|static)\b", re.IGNORECASE)
# What parts two things that are measured: "trips fell by 4%, and lettings have come down by 90"
_PARTED = re.compile(r";|\b(?:and|while|whilst|but|whereas|although)\b")
# A name that says of itself that it is one of a change
_OF_A_CHANGE = re.compile(
    r"\b(?:chang|cut|declin|decreas|drop|f[ae]ll|fewer|gr[eo]w|higher|increas|less|lower|more|reduc|ris[ei]|rose|saving"
    r"|uplift|varia)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";|\b(?:while|whilst|but|whereas|although)\b")
_HEDGE = r"\s(?:about |around |over |just |only |nearly |almost |some |a further )?$"
_FROM = re.compile(rf"\bfrom{_HEDGE}")
_TO = re.compile(rf"\bto{_HEDGE}")
_WAS_AT = re.compile(
    rf"\b(?:up|down|risen|fallen|increased?|decreased?|reduction|reduced|rise|fall) from{_HEDGE}", re.IGNORECASE
)
_MORE = re.compile(
    rf"\b(?:(?:(?<!ing )(?<!ade )(?<!ake[ s-])up|increas\w+|rose|risen|grew|grown)(?: by)?"
    rf"|(?:increase|rise|growth) of){_HEDGE}",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:(?:down|decreas\w+|fell|fallen|reduced|dropped|declined|cut)(?: by)?"
    rf"|(?:decrease|fall|reduction|drop) of){_HEDGE}",
    re.IGNORECASE,
)
# "set up 4 stalls", "turned down 3 boats", which went neither up nor down
_PHRASAL = re.compile(
    r"\b(?:(?:back|buil[dt]|call|clean|clear|draw|drew|end|follow|fre|giv|gave|hold|held|lin|made|mak|open|pick|set|sett|sign"
    r"|start|stood|sum|tak|took|turn)(?:e[ds]?|eing|ing|s)? up"
    r"|(?:br(?:eak|oke|oken)|clos|hand|la[iy]|put|shut|stood|turn|wr(?:ite|ote|itten))(?:e[ds]?|ing|ed|s|d)? down)"
    rf"{_HEDGE}",
    re.IGNORECASE,
)
_AND = re.compile(rf"\band(?: by)?{_HEDGE}")
# "fell by 90 (37%)"
_AS_A_SHARE = re.compile(r"[£$€]?\d[\d,.]*+\s?(?:[mk]|bn|million)?(?: [a-z-]+)? \($")
_MORE_AFTER = re.compile(rf"\s(?:\w+ )?(?:more|higher|greater){_SINCE}")
_LESS_AFTER = re.compile(rf"\s(?:\w+ )?(?:fewer|less|lower){_SINCE}")


def direction_of(text: str, figure: tuple[int, int]) -> Direction | None:
    """Which way the clause of a figure says that things went; null where it says nothing or several things, and for
    the figure that a change is counted from."""
    if _FROM.search(text[: figure[0]]):
        return None
    breaks = [0, *(match.start() for match in _CLAUSE.finditer(text)), len(text)]
    start = max(at for at in breaks if at <= figure[0])
    clause = text[start : min(at for at in breaks if at >= figure[1])]
    ways: tuple[tuple[Direction, re.Pattern[str]], ...] = (("up", _UP), ("down", _DOWN), ("level", _LEVEL))
    found = [way for way, pattern in ways if pattern.search(clause)]
    return found[0] if len(found) == 1 else None


def change_of(text: str, quantities: list[Quantity], units: list[str | None], index: int) -> Difference | None:
    """By how much a figure changed: as stated ("up 3 percentage points"), or from end to end of "from 8 to 11".

    `units` are those of the figures; the change of a share from one to the other is in percentage points.
    """
    before = text[: quantities[index].start]
    if index > 0 and _TO.search(before):
        first = quantities[index - 1]
        if _FROM.search(text[: first.start]):
            return _difference(quantities, units, index - 1, index)
        return _stated(text, first, units[index - 1], units[index])  # "rose by 3 to 11"
    if index + 1 == len(quantities) or is_change(text, quantities[index]):
        return None
    follows = quantities[index + 1]
    if _PARTED.search(text, quantities[index].end, follows.start):
        return None
    if _WAS_AT.search(text[: follows.start]):
        return _difference(quantities, units, index + 1, index)
    return _stated(text, follows, units[index + 1], units[index])


def as_changes(names: list[str | None], text: str, quantities: list[Quantity]) -> list[str | None]:
    """The names of figures, which say so where that is not how much there is but how much more or less it is.

    >>> as_changes(["loans"], "Loans fell by 90.", [Quantity(14, 16, 90.0, None)])
    ['loans – decrease']
    """
    told: list[str | None] = []
    sign = 0
    for index, (name, quantity) in enumerate(zip(names, quantities, strict=True)):
        sign = _sign(text, quantity) or (sign if index and _goes_on(names, text, quantities, index) else 0)
        bare = name and sign and not _OF_A_CHANGE.search(name)
        told.append(f"{name} – {'increase' if sign > 0 else 'decrease'}" if bare else name)
    return told


def _goes_on(names: list[str | None], text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a figure is joined to the one before, and of the same: "up 4% at the mill and 6% at the weir"."""
    last, here = quantities[index - 1], quantities[index]
    first, second = ((name or "").split(" ")[0] for name in names[index - 1 : index + 1])
    return here.unit == last.unit and first == second and bool(_AND.search(text[last.end : here.start]))


def is_change(text: str, quantity: Quantity) -> bool:
    """Whether a figure is itself that of a change."""
    return _sign(text, quantity) != 0


def _stated(text: str, quantity: Quantity, unit: str | None, of: str | None) -> Difference | None:
    """The change that a figure states of another one, of the unit `of`; null where it is none or in another unit."""
    sign = _sign(text, quantity)
    same = unit == of or unit == "%" or (unit, of) == ("pp", "%")
    if not sign or not same or isinstance(quantity.value, tuple):
        return None
    return Difference(value=sign * quantity.least, unit=unit)


def _sign(text: str, quantity: Quantity) -> int:
    before = text[: quantity.start]
    if quantity.unit == "%" and text.startswith(")", quantity.end):
        before = _AS_A_SHARE.sub("", before)
    if _PHRASAL.search(before):
        return 0
    if _MORE.search(before) or _MORE_AFTER.match(text, quantity.end):
        return 1
    return -1 if _LESS.search(before) or _LESS_AFTER.match(text, quantity.end) else 0


def _difference(quantities: list[Quantity], units: list[str | None], first: int, last: int) -> Difference | None:
    a, b = quantities[first].value, quantities[last].value
    if isinstance(a, tuple) or isinstance(b, tuple) or units[first] != units[last]:
        return None
    return Difference(value=round(b - a, 6), unit="pp" if units[last] == "%" else units[last])
