"""Figures told in the cells of a table of indicators, or of the actions of a plan: "90% of boats are to be checked each
year" under "Target", "Sessions held for 29 wardens" under "Progress"."""

import re
from itertools import groupby
from typing import NamedTuple

from extract.findings import Findings
from extract.tables.deadlines import DEADLINE
from extract.tables.figures import is_figure
from extract.tables.finding import is_data
from extract.tables.frame import less_notes, texts_of
from minutes.model import Block, Role

_INDICATOR = re.compile(
    r"(?:key )?(?:performance )?(?:kpis?|indicators?|measures?|criteri(?:a|on)|objectives?|outcomes?|success measures?)"
    r"(?: of success)?|commitments?|priorit(?:y|ies)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:annual |agreed )?targets?(?: \S{4,9})?"
    r"|what (?:we|it|they) (?:aimed|hoped|intended|planned|promised|said|set out)"
    r"(?: (?:to do|(?:it|they|we) would(?: do)?))?",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:actual |our )?(?:results?|performance|achievements?|actuals?)(?: \S{4,9})?"
    r"|what (?:we|it|they) (?:achieved|delivered|did)|what happened",
    re.IGNORECASE,
)
# The columns of a statement of intent: "Strategic goal", "Action", "Measure/KPI revised for 2023/24".
_GOAL = re.compile(r"(?:our |key |strategic ?)?(?:aims?|goals?|objectives?|outcomes?|priorit(?:y|ies))", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?:key )?(?:performance )?(?:measures?|indicators?|kpis?|targets?)(?:\s?(?:/|and|&)\s?(?:kpis?|targets?))?"
    r"(?:\s?(?:for|in|revised)\b.{0,20}|revisedfor\S{4,9})?",
    re.IGNORECASE,
)
# The columns of a plan of actions.
_ACTION = re.compile(
    r"(?:key |our |agreed |priority )?actions?(?: required)?|activit(?:y|ies)|what (?:we )?will (?:we )?do\??",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:(?:action|accountable|senior) )?(?:owner|lead(?: officer)?|who|responsible(?: officer)?|by whom)\??",
    re.IGNORECASE,
)
_SUCCESS = re.compile(
    r"(?:measures?|indicators?|evidence) of (?:success|impact)"
    r"|(?:success|impact|outcome) (?:measures?|criteria|indicators?)"
    r"|(?:expected|intended|planned) (?:outcomes?|impact)|(?:performance )?(?:measures?|kpis?|targets?)"
    r"|how (?:we will know|will we know).{0,40}|what (?:success|good) (?:will )?looks? like\??",
    re.IGNORECASE,
)
_PROGRESS = re.compile(
    r"(?:latest |current |quarterly )?(?:progress|updates?|position|achievements?)(?: (?:to date|so far|update|made))?"
    r"|what (?:we have|has been) (?:done|achieved)(?: so far)?",
    re.IGNORECASE,
)
# "70% by May (baseline 31%)", "90% of boats; currently 82%": where an aim sets out from.
_SET_OUT = re.compile(
    r"\b(?:baseline|current(?:ly)?|now|from)\b\W{0,3}(?:of |is |at |was )?[£$€₹]?(?P<figure>\d[\d,]*(?:\.\d+)?)",
    re.IGNORECASE,
)
_HEADER = 50  # characters; a longer first row is no header, as where a table goes on over a page
_SHORT = 20  # characters; a cell with fewer is a figure or a label


class Told(NamedTuple):
    """What the figures of a sentence in a cell are: targets or results, of a table of data or of a plan of actions.

    `due` is what the row says of when its targets are due.
    """

    role: Role
    data: bool
    due: str = ""

    def aims(self, text: str, value: object) -> bool:
        """Whether a figure is what is aimed at, and not where that sets out from."""
        begun = {float(match["figure"].rstrip(",").replace(",", "")) for match in _SET_OUT.finditer(text)}
        return self.role == "target" and value not in begun


def told_in_cells(found: Findings) -> dict[int, Told]:
    """The sentences in columns of targets and results, by where they start, and what their figures are.

    A table without a header goes on with the one before it, where it has as many columns.
    """
    if found.kind == "minutes":
        return {}
    rows = [block for block in found.document.blocks if block.kind == "table_row"]
    columns: dict[int, Told] = {}
    due: int | None = None
    width = 0
    cells: list[tuple[int, int, Told]] = []
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        header = texts_of(found, table[0])
        headed = _columns(header)
        goes_on = columns and len(table[0].cells) == width and max(map(len, header)) > _HEADER
        if headed or not (goes_on or not table[0].column_header) or len(table[0].cells) != width:
            columns, width = headed, len(table[0].cells)
            due = next((index for index, head in enumerate(header) if DEADLINE.fullmatch(head)), None)
        if columns:
            cells += _cells(found, table[1:] if headed else table, columns, due, data=is_data(found, table))
    return {sentence.start: told for start, end, told in cells for sentence in found.sentences_within(start, end)}


def _columns(header: list[str]) -> dict[int, Told]:
    """Which columns hold targets and results, where the header is that of a table of indicators or of actions."""
    heads = [less_notes(text) for text in header]
    if any(map(_INDICATOR.fullmatch, heads[:2])):
        target, result, data = _TARGET, _RESULT, True
    elif any(map(_ACTION.fullmatch, heads[:3])) and any(map(_OWNER.fullmatch, heads)):
        target, result, data = _SUCCESS, _PROGRESS, False
    elif heads and _GOAL.fullmatch(heads[0]) and any(map(_MEASURE.fullmatch, heads[1:])):
        target, result, data = _MEASURE, _RESULT, True
    else:
        return {}
    roles = {index: Told("target", data) for index, head in enumerate(heads) if target.fullmatch(head)}
    return roles | {index: Told("actual", data) for index, head in enumerate(heads) if result.fullmatch(head)}


def _cells(
    found: Findings, rows: list[Block], columns: dict[int, Told], due: int | None, *, data: bool
) -> list[tuple[int, int, Told]]:
    """The cells of those columns that tell something, less the figures of a table of `data`, which are read as such.

    `due` is the column of deadlines.
    """
    text = found.document.text
    return [
        (*row.cells[index], told_in._replace(due=_text(found, row, due)))
        for row in rows
        for index, told_in in columns.items()
        if index < len(row.cells)
        and len(told := text[slice(*row.cells[index])].strip()) >= _SHORT
        and not (data and is_figure(told))
    ]


def _text(found: Findings, row: Block, index: int | None) -> str:
    """The text of a row's cell; empty where it has none there."""
    return texts_of(found, row)[index] if index is not None and index < len(row.cells) else ""
