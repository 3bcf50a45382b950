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
        return _stated(text, first, units[index - 1])  # "rose by 3 to 11"
    if index + 1 == len(quantities) or is_change(text, quantities[index]):
        return None
    follows = quantities[index + 1]
    if ";" in text[quantities[index].end : follows.start]:
        return None
    if _WAS_AT.search(text[: follows.start]):
        return _difference(quantities, units, index + 1, index)
    return _stated(text, follows, units[index + 1])


def is_change(text: str, quantity: Quantity) -> bool:
    """Whether a figure is itself that of a change."""
    return _sign(text, quantity) != 0


def _stated(text: str, quantity: Quantity, unit: str | None) -> Difference | None:
    sign = _sign(text, quantity)
    return (
        Difference(value=sign * quantity.least, unit=unit) if sign and not isinstance(quantity.value, tuple) else None
    )


def _sign(text: str, quantity: Quantity) -> int:
    before = text[: quantity.start]
    if _MORE.search(before) or _MORE_AFTER.match(text, quantity.end):
        return 1
    return -1 if _LESS.search(before) or _LESS_AFTER.match(text, quantity.end) else 0


def _difference(quantities: list[Quantity], units: list[str | None], first: int, last: int) -> Difference | None:
    a, b = quantities[first].value, quantities[last].value
    if isinstance(a, tuple) or isinstance(b, tuple) or units[first] != units[last]:
        return None
    return Difference(value=round(b - a, 6), unit="pp" if units[last] == "%" else units[last])
