"""Rows whose cells each bring their own label: "Rent collected: 97.2% | Target: 99%", as pages set key figures."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.findings import Findings
from minutes.model import Block

_ENTRY = re.compile(
    r"(?P<label>[^:\n\t]{2,90}?)[*†‡]*:\s*"
    r"(?P<figure>[-−–+]?[£$€₹]?\d[\d,]*+(?:\.\d+)?\s?(?:%|[km](?![a-z])|bn\b)?)"
    r"(?:\s(?P<what>days?|weeks?|months?|years?|hours?|minutes?))?[\s*†‡]*"
)
# What the cells beside the first say of their figure: "Target: 70%", "Last year: 68%", "Sector average: 71%".
_BESIDE = re.compile(
    r"(?:(?:our|the) )?(?:(?:annual|year[- ]end) )?(?:targets?|plan|goal|benchmark|forecast|actual|result|performance"
    r"|(?:last|previous) (?:year|quarter|month)|(?:sector|national|peer|group|regional) (?:average|median)"
    r"|(?:Q[1-4]\s?)?20\d\d(?:[/-]\d\d)?(?: (?:target|actual|result))?|Q[1-4])",
    re.IGNORECASE,
)


class Entry(NamedTuple):
    """A figure in a cell of its own: which cell, what is measured, what the cell says besides, and the figure."""

    cell: int
    label: str
    head: str
    figure: str
    what: str


def cards_of(found: Findings, row: Block) -> Iterator[Entry]:
    """The figures of a row whose first cell names what is measured, and the others what else is told of it."""
    cells = [
        (index, _ENTRY.fullmatch(text))
        for index, (start, end) in enumerate(row.cells)
        if (text := found.document.text[start:end].strip())
    ]
    told = [(index, entry) for index, entry in cells if entry]
    if len(told) < 2 or len(told) < len(cells) or not all(_BESIDE.fullmatch(e["label"].strip()) for _, e in told[1:]):
        return
    name = told[0][1]["label"].strip()
    for number, (index, entry) in enumerate(told):
        yield Entry(index, name, entry["label"].strip() if number else "", entry["figure"], entry["what"] or "")
