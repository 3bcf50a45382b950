"""Attendance at all the meetings of a year in one table: a column a meeting, headed by its date."""

import re
from collections.abc import Iterator
from datetime import date

from extract.attendance.labels import Label
from extract.attendance.naming import names_one
from extract.attendance.stated import Told
from extract.dates import dates_in
from extract.findings import Findings
from minutes.model import Block, Document

_PRESENT: Label = ("present", "member")
_SORRY: Label = ("apologies", None)
_AWAY: Label = ("absent", None)
_STATES: dict[str, Label] = {
    **dict.fromkeys(("✓", "✔", "√", "☑", "/", "p", "y", "yes", "present", "attended", "1"), _PRESENT),
    **dict.fromkeys(("ap", "apol", "apols", "apologies", "apology", "sent apologies"), _SORRY),
    **dict.fromkeys(("a", "ab", "abs", "n", "no", "absent", "dna", "✗", "✘", "×", "☒", "0"), _AWAY),
}
_SORRY_IS = re.compile(r"\bA\s*(?:=|:|–|-|is|for|denotes)\s*apolog", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})[./-](\d{1,2})")
NEAR = 300  # characters below a table, within which its legend stands
MEETINGS = 2  # columns headed by dates, of which one may stand in any table


def dated_rows(found: Findings, blocks: list[Block]) -> dict[int, list[Told]]:
    """By where their row begins, the names in such tables and what the column of this meeting says beside each."""
    document, held = found.document, found.meeting.date
    if not held or len(held) < 10:
        return {}
    on = date.fromisoformat(held)
    legend = _SORRY_IS.search(document.text)
    tables: dict[int | None, list[Block]] = {}
    for block in blocks:
        if block.kind == "table_row":
            tables.setdefault(block.table, []).append(block)
    told: dict[int, list[Told]] = {}
    for rows in tables.values():
        column = _column(document, rows[0], on)
        if column is not None:
            sorry = legend is not None and legend.end() <= rows[-1].end + NEAR
            states = _states(document, rows[1:], column, sorry=sorry)
            told |= {row.start: [*_in_row(document, row, column, states)] for row in rows}
    return told


def _column(document: Document, head: Block, on: date) -> int | None:
    """The one column headed by the day of the meeting, among others headed by days."""
    days = [_day(document.text[slice(*cell)].strip(), on.year) for cell in head.cells]
    here = [index for index, day in enumerate(days) if day == on]
    return here[0] if len(here) == 1 and sum(map(bool, days)) >= MEETINGS and not days[0] else None


def _day(text: str, year: int) -> date | None:
    """The date that a text is and nothing else, in `year` where it prints none: "8 Dec", "08/12"."""
    if short := _SHORT.fullmatch(text):
        text = f"{short[1]}/{short[2]}/{year}"
    dates = [dated for dated in dates_in(text) if dated.end - dated.start >= len(text) - 1]
    return dates[0].on(year) if dates else None


def _states(document: Document, rows: list[Block], column: int, *, sorry: bool) -> dict[str, Label]:
    """What each mark means: a cross is who came where no other mark says so; a legend may say that A is apologies."""
    marks = {document.text[slice(*cell)].strip().casefold() for row in rows for cell in row.cells[column : column + 1]}
    ticked = any(_STATES.get(mark) == _PRESENT for mark in marks)
    return _STATES | {"x": _AWAY if ticked else _PRESENT} | ({"a": _SORRY} if sorry else {})


def _in_row(document: Document, row: Block, column: int, states: dict[str, Label]) -> Iterator[Told]:
    if len(row.cells) > column and names_one(document.text[slice(*row.cells[0])].strip()):
        start, end = row.cells[column]
        state = states.get(document.text[start:end].strip().casefold())
        if state:
            yield Told(*row.cells[0], state)
