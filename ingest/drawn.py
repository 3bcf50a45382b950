"""Tables drawn with characters in plain text: ruled with bars and boxes, or set in columns by tabs and spaces."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

from ingest.flow import Flow, Paragraph, Row, Table, paragraphs
from ingest.runs import label_of

BARS = "|│┃║"
BORDER = re.compile(
    rf"\s*+(?=.*[-─━═=]{{3}})(?=.*[+{BARS}┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╞╡]).[-─━═=+{BARS}┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╞╡:_ ]*$"
)
GAP = re.compile(r"\t+| {3,}")
LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z ,'’&/]{2,40}:?)(?: {2,}|\t+ *)(?=\S)")
NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?\s){1,3}[A-Z][\w’'-]+")
FIGURE = re.compile(r"[(-]?[£$€]?\d[\d,.]*[%)]?|-|nil", re.IGNORECASE)
Part = list[str] | Table


def parted(lines: Sequence[str], page: int | None) -> Iterator[Part]:
    """The lines of a page in order: tables, and the lines between them as they were."""
    plain: list[str] = []
    for drawn, group in groupby(lines, key=lambda line: bool(BORDER.match(line)) or _bars(line) > 0):
        block = list(group)
        table = _ruled(block, page) if drawn else None
        if table:
            yield from _columns(plain, page)
            yield table
            plain = []
        else:
            plain += block
    yield from _columns(plain, page)


def _bars(line: str) -> int:
    return sum(line.count(bar) for bar in BARS)


# --- ruled ---


def _ruled(lines: Sequence[str], page: int | None) -> Table | None:
    """Lines of bars as a table, if they are two rows at least that are cut alike.

    Bars alone at the ends of lines are what is left of a table that was copied: those lines are no rows.
    """
    rows = [line for line in lines if not BORDER.match(line)]
    if len(rows) < 2 or len({_bars(row) for row in rows}) > 1:
        return None
    if len(rows) == len(lines) and not all(sum(bool(cell.strip()) for cell in _cells(row)) > 1 for row in rows):
        return None
    groups = [list(group) for border, group in groupby(lines, key=lambda line: bool(BORDER.match(line))) if not border]
    merged: list[list[list[str]]] = []  # rows of lines of cells
    for group in groups:
        for index, line in enumerate(group):
            cells = _cells(line)
            hangs = index > 0 and (len(groups) > 2 or not cells[0].strip())
            if hangs:
                merged[-1].append(cells)
            else:
                merged.append([cells])
    headed = len(groups) > 1 and len(groups[0]) == 1
    return Table(
        [
            Row([_cell(column, page) for column in zip_longest(*row, fillvalue="")], header=headed and number == 0)
            for number, row in enumerate(merged)
        ],
        page=page,
    )


def _cells(line: str) -> list[str]:
    """The texts between the bars, less what stands outside of them."""
    parts = re.split(f"[{BARS}]", line)
    first = int(not parts[0].strip())
    return parts[first : len(parts) - int(not parts[-1].strip() and len(parts) > 1)] or [""]


def _cell(lines: Sequence[str], page: int | None) -> Flow:
    width = max(map(len, lines)) - 2
    texts: list[str] = []
    for line in filter(None, (line.strip() for line in lines)):
        if texts and not label_of(line) and (line[0].islower() or _is_full(texts[-1], line, width)):
            texts[-1] += f" {line}"
        else:
            texts.append(line)
    return [part for text in texts for part in paragraphs([(text, False)], Paragraph((), page=page))]


def _is_full(before: str, line: str, width: int) -> bool:
    return before[-1] not in ".:;?!" and len(before) % (width + 1) + 1 + len(line.split()[0]) > width


# --- in columns ---


def _columns(lines: Sequence[str], page: int | None) -> Iterator[Part]:
    plain: list[str] = []
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        block = list(group)
        rows = (_hanging(block) or _tabular(block)) if filled else []
        if not rows and len(block) > 2 and not GAP.search(block[0].strip()) and _names_first(block[1:]):
            rows = _tabular(block[1:])  # below a line that says who they are: "STAFF"
            plain += block[:1] if rows else []
        if rows:
            if plain:
                yield plain
            yield Table([Row([_cell([cell], page) for cell in row]) for row in rows], page=page)
            plain = []
        else:
            plain += block
    if plain:
        yield plain


def _hanging(block: Sequence[str]) -> list[list[str]]:
    """A block of labels ("PRESENT", "Apologies:") with names below one another beside them, as rows of two cells."""
    lines = [line.expandtabs(8).rstrip() for line in block]
    first = LABELLED.match(lines[0])
    if len(lines) < 2 or first is None:
        return []
    column, rows = first.end(), [[first["label"].strip(), lines[0][first.end() :]]]
    for before, line in pairwise(lines):
        match = LABELLED.match(line)
        label = match["label"].strip() if match and match.end() == column else ""
        if not label and len(line) - len(line.lstrip()) != column:
            return []
        if not label and (before.endswith((",", "&", " and")) or line.lstrip()[0].islower()):
            rows[-1][1] += f" {line.strip()}"
        else:
            rows.append([label, line[column:]])
    beside = [GAP.split(text) for _, text in rows]
    paired = 2 * sum(len(cells) == 2 and bool(NAME.fullmatch(cells[0])) for cells in beside) > len(rows)
    return [[label, *cells] for (label, _), cells in zip(rows, beside, strict=True)] if paired else rows


def _tabular(block: Sequence[str]) -> list[list[str]]:
    """Lines cut by wide gaps into as many cells, as rows: three at least, or with names first, or with figures last."""
    rows = [GAP.split(line.strip()) for line in block]
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) > 1 or any(map(_is_item, rows)):
        return []
    figures = sum(bool(FIGURE.fullmatch(row[-1].strip())) for row in rows)
    named = all(NAME.fullmatch(row[0].strip()) for row in rows)
    return rows if len(rows[0]) > 2 or named or figures >= len(rows) - 1 else []


def _names_first(lines: Sequence[str]) -> bool:
    """Whether most lines are a name and, behind a gap, what that person is."""
    rows = [GAP.split(line.strip()) for line in lines]
    return 2 * sum(len(row) == 2 and bool(NAME.fullmatch(row[0])) for row in rows) > len(rows)


def _is_item(row: Sequence[str]) -> bool:
    """Whether a line is a number and a title, which are no cells."""
    return len(row) == 2 and (row[0].strip(".):(").isdigit() or label_of(row[0] + " ") is not None)
