"""What DOCX, HTML and Markdown have in common: paragraphs and tables in order, laid out as blocks.

Tables serve two ends. A table of data becomes rows. A table that only puts text in its place (a box, or
minutes set as number | discussion | action) becomes the paragraphs that it holds, in the order in which
they are read, and what stands in the action column becomes notes after the text they stand beside.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from ingest.builder import TextBuilder, Word, words_of
from ingest.headers import (
    ATTENDED,
    DATA_HEADER,
    NOTE_HEADER,
    TEXT_HEADER,
    TITLE_HEADER,
    TITLE_WORDS,
    head_beside,
    is_by_item,
    is_running,
    is_told_first,
    mark_of,
)
from ingest.runs import BULLET, Run, label_of, lines_in, text_of, words_in
from minutes.model import BlockKind

PROSE_WORDS = 40  # a cell of several paragraphs and this many words is a discussion and not a datum
PROSE_SHARE = 0.5  # of a table's words that stand in the discussion's column
LIST_LINES = 3  # a cell of so many short lines is a list of its own
NAMES = 2  # lines, if they stand beside such a label
SHORT = 8  # words
IN_TURN = 3  # numbers, each with a title below it
ITEM_LEVEL = 2  # of the heading that a title in a table is


@dataclass(frozen=True)
class Paragraph:
    """A block to be. `words` begin with the label, where there is one."""

    words: Sequence[Word]
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None
    page: int | None = None
    size: float | None = None
    indent: float | None = None
    aside: bool = False  # a footnote, which goes below the table it is cited in
    anchor: str | None = None
    cells: Sequence[Sequence[Word]] = ()  # the words between tabs, where there are any


@dataclass(frozen=True)
class Row:
    """Cells in column order; a cell that spans several columns or rows is empty in all but the first."""

    cells: "list[Flow]"
    header: bool = False
    anchor: str | None = None


@dataclass(frozen=True)
class Table:
    rows: list[Row] = field(default_factory=list)
    page: int | None = None


Flow = list[Paragraph | Table]


def paragraphs(runs: Iterable[Run], first: Paragraph) -> Iterator[Paragraph]:
    """The runs as one paragraph, or several where line breaks part them; `first` says what the first one is.

    A label of `first` is put before the text; without one, a number or bullet typed in the text is found.
    """
    for index, line in enumerate(lines_in(runs)):
        plain = Paragraph((), page=first.page, size=first.size, indent=first.indent, anchor=first.anchor)
        template = first if index == 0 else plain
        words = words_in(line)
        if not words:
            continue
        if template.label:
            number_words = words_of(template.label, bold=all(word.bold for word in words))
            yield replace(template, words=[*number_words, *words])
            continue
        label = label_of(text_of(line))
        kind: BlockKind = "list_item" if label and template.kind == "paragraph" else template.kind
        level = template.level or int(kind == "list_item")
        cells = _between_tabs(line) if kind == "paragraph" and "\t" in text_of(line) else ()
        yield replace(template, words=words, label=label, kind=kind, level=level, cells=cells)


def _between_tabs(runs: Iterable[Run]) -> list[Sequence[Word]]:
    cells: list[list[Run]] = [[]]
    for text, bold in runs:
        first, *others = text.split("\t")
        cells[-1].append((first, bold))
        cells += [[(other, bold)] for other in others]
    return [words_in(cell) for cell in cells]


def lay_out(flow: Flow, builder: TextBuilder, *, tables: int = 0) -> int:
    """Add the flow's blocks; returns the number of tables so far, counted on from `tables`."""
    for part in _tabulated(_titled(flow)):
        if isinstance(part, Paragraph):
            _add(part, builder)
        else:
            tables = _lay_table(part, builder, tables)
    return tables


def _titled(flow: Flow) -> Flow:
    """The flow with numbers in blocks of their own put before the titles below them, where several stand in turn."""
    numbers = [_number(part) for part in flow]
    above = [at for at, title in enumerate(flow[1:]) if numbers[at] is not None and _is_title(title)]
    counted = [numbers[at] for at in above]
    if len(above) < IN_TURN or counted != [*range(counted[0] or 0, (counted[0] or 0) + len(above))]:
        return flow
    result: Flow = []
    for at, part in enumerate(flow):
        if at - 1 in above:
            result += _numbered([_text([flow[at - 1]])], [part])
        elif at not in above:
            result.append(part)
    return result


def _number(part: Paragraph | Table) -> int | None:
    """The number that a paragraph is, with nothing else in it: "4" or "12."."""
    text = (_only_label(part) or "").rstrip(".")
    return int(text) if text.isdecimal() and len(text) < 4 else None


def _is_title(part: Paragraph | Table) -> bool:
    """Whether what stands below a number can be the title that it numbers: a few words, and no sentence."""
    if isinstance(part, Table) or part.label or not 0 < len(part.words) <= TITLE_WORDS:
        return False
    first, last = part.words[0].text, part.words[-1].text
    return first[0].isupper() and last[-1] not in ".;:,"


def _tabulated(flow: Flow) -> Iterator[Paragraph | Table]:
    """The flow with tables of the paragraphs that tabs cut alike, one after the other."""
    for count, group in groupby(flow, key=lambda part: len(part.cells) if isinstance(part, Paragraph) else 0):
        parts = list(group)
        rows = [part.cells for part in parts if isinstance(part, Paragraph)]
        used = [index for index in range(count) if any(row[index] for row in rows)]
        if len(rows) > 1 and (len(used) > 2 or (len(used) == 2 and all(_is_figure(row[used[1]]) for row in rows))):
            yield Table([Row([[Paragraph(row[i])] if row[i] else [] for i in used]) for row in rows])
        else:
            yield from parts


def _is_figure(words: Sequence[Word]) -> bool:
    return len(words) < 3 and any(word.text[:1] in "£$€" or word.text[0].isdigit() for word in words)


def as_lines(flow: Flow) -> Iterator[Paragraph]:
    """The lines of a running header, a footer or a note; a row of a table is one line."""
    for part in flow:
        if isinstance(part, Paragraph):
            yield part
        else:
            yield from (Paragraph([word for cell in row.cells for word in _cell_words(cell)]) for row in part.rows)


def _add(part: Paragraph, builder: TextBuilder) -> None:
    builder.add(
        part.kind, part.words, page=part.page, level=part.level, label=part.label, size=part.size, indent=part.indent,
        anchor=part.anchor,
    )  # fmt: skip


def _lay_table(table: Table, builder: TextBuilder, tables: int) -> int:
    rows = [row for row in table.rows if any(_cell_words(cell) for cell in row.cells)]
    if not rows:
        return tables
    width = max(sum(bool(cell) for cell in row.cells) for row in rows)
    column = _prose_column(rows)
    while column is not None and any(TEXT_HEADER.fullmatch(_text(cell)) for cell in rows[0].cells[column + 1 :]):
        column += 1
    titled = bool(column and any(TITLE_HEADER.fullmatch(_text(cell)) for cell in rows[0].cells[:column]))
    if width == 1:
        return lay_out([part for row in rows for cell in row.cells for part in cell], builder, tables=tables)
    if _is_marked(rows):
        return lay_out([part for row in rows for part in _as_marked(row)], builder, tables=tables)
    if is_by_item([[text for cell in row.cells if (text := _text(cell))] for row in rows]):
        return lay_out([part for row in rows for part in _as_item(row)], builder, tables=tables)
    tables += 1
    number = tables
    told = False
    for row in rows:
        beside = told and _goes_on(row)
        if (said := _told_first(row)) is not None or beside:
            told = True
            tables = lay_out(said or [part for cell in row.cells for part in cell], builder, tables=tables)
            continue
        told = False
        if column is not None and not row.header and not (titled and row is rows[0]):
            tables = lay_out(list(_as_minutes(row, column, titled=titled)), builder, tables=tables)
        elif _alone(row) or _holds_table(row):
            tables = lay_out(in_order(row.cells), builder, tables=tables)
        else:
            _add_rows(row, builder, number, table.page)
    return tables


def _is_marked(rows: list[Row]) -> bool:
    """Whether all that a table does is set who is to act beside a paragraph, maybe below "Action"."""
    cells = [[cell for cell in row.cells if _cell_words(cell)] for row in rows]
    if len(cells[0]) == 1 and len(cells) > 1 and NOTE_HEADER.fullmatch(_text(cells[0][0])):
        cells = cells[1:]
    return all(
        len(row) == 2 and mark_of(_text(row[1])) and is_running([word.text for word in _cell_words(row[0])])
        for row in cells
    )


def _as_marked(row: Row) -> Iterator[Paragraph | Table]:
    """A paragraph, and who is to act on it as a note; marks one below the other are several."""
    *text, mark = [cell for cell in row.cells if _cell_words(cell)]
    parts = [part for cell in text for part in cell]
    yield from parts
    lines = [[part] for part in mark if _cell_words([part])]
    for note in lines if all(mark_of(_text(line)) for line in lines) else [mark]:
        yield Paragraph(_cell_words(note), kind="note", level=int(len(parts) == 1))


def _as_item(row: Row) -> Iterator[Paragraph | Table]:
    """The title of an item, or a part of its minutes with what that is over it; "Discussion" is a note."""
    if (said := _told_first(row)) is not None:
        yield from said
        return
    first, *parts = [cell for cell in row.cells if _cell_words(cell)]
    if not parts:
        yield from map(_as_title, first)
        return
    talk = head_beside(_text(first)) == "talk"
    yield Paragraph(_cell_words(first), kind="note" if talk else "heading", level=0 if talk else ITEM_LEVEL + 1)
    yield from (part for cell in parts for part in cell)


def _told_first(row: Row) -> Flow | None:
    """The text of a row in which what was done stands beside it, maybe with a number before; null for others."""
    cells = [cell for cell in row.cells if cell]
    number = _only_label(cells[0][0]) if cells and len(cells[0]) == 1 else None
    told, *texts = cells[bool(number) :] or [[]]
    first = texts[0][0] if len(texts) == 1 else None
    if row.header or not isinstance(first, Paragraph) or not is_told_first(_text(told), _text([first])):
        return None
    words = [*_cell_words(told), *first.words]
    said = replace(first, words=words, kind="paragraph", level=0, label=None)
    return [*_numbered([number] if number else [], [said]), *texts[0][1:]]


def _goes_on(row: Row) -> bool:
    """Whether a row holds no more than another text beside what was done, which a row above it tells."""
    filled = [cell for cell in row.cells if _cell_words(cell)]
    text = _text(filled[0]) if len(filled) == 1 else ""
    return not row.header and not _cell_words(row.cells[0]) and text.startswith(("That ", "To ", "that ", "to "))


def _add_rows(row: Row, builder: TextBuilder, number: int, page: int | None) -> None:
    for cells in _lines(row):
        words = [_cell_words(cell) for cell in cells]
        builder.add_row(words, table=number, page=page, column_header=row.header, anchor=row.anchor)
    for cell in row.cells:
        for note in _asides(cell):
            _add(note, builder)


def _lines(row: Row) -> "list[list[Flow]]":
    """The row itself, or one row a line where a cell holds a list, such as names under "Present"."""
    least = NAMES if any(ATTENDED.match(_text(cell)) for cell in row.cells) else LIST_LINES
    if row.header or not any(_is_list(cell, least) for cell in row.cells):
        return [row.cells]
    body = [[part for part in cell if isinstance(part, Table) or not part.aside] for cell in row.cells]
    return [[cell[line : line + 1] for cell in body] for line in range(max(map(len, body)))]


def _is_list(cell: Flow, least: int) -> bool:
    lines = [part for part in cell if isinstance(part, Paragraph) and not part.aside]
    return len(lines) >= least and sum(len(line.words) for line in lines) <= SHORT * len(lines)


def _alone(row: Row) -> bool:
    """Whether the row is one cell of several paragraphs: text, not data."""
    filled = [cell for cell in row.cells if _cell_words(cell)]
    return len(filled) == 1 and len(filled[0]) > 1


def _holds_table(row: Row) -> bool:
    """Whether a table of data stands within the row, which then only puts it in its place."""
    inner = [part for cell in row.cells for part in cell if isinstance(part, Table)]
    return any(sum(sum(map(bool, line.cells)) > 1 for line in table.rows) > 1 for table in inner)


def _prose_column(rows: list[Row]) -> int | None:
    """The column that holds the discussion, if the table sets out minutes."""
    counts: dict[int, int] = {}
    prose: set[int] = set()
    for row in rows:
        for index, cell in enumerate(row.cells):
            words = len(_cell_words(cell))
            counts[index] = counts.get(index, 0) + words
            if len(cell) > 1 and words >= PROSE_WORDS and not row.header and not _is_list(cell, LIST_LINES):
                prose.add(index)
    biggest = max(counts, key=lambda index: counts[index])
    if _heads_notes(rows[0]) and biggest < len(rows[0].cells) - 1 and counts[biggest] >= SHORT * len(rows):
        return biggest  # one paragraph a row, with an action column beside them
    if biggest in prose and counts[biggest] >= PROSE_SHARE * sum(counts.values()):
        return biggest
    return None


def _heads_notes(row: Row) -> bool:
    """Whether a row names nothing but an action column, the last."""
    texts = [_text(cell) for cell in row.cells]
    return (
        bool(texts)
        and bool(NOTE_HEADER.fullmatch(texts[-1]))
        and len(texts) <= 4
        and not any(DATA_HEADER.fullmatch(t) for t in texts[:-1])
    )


def _as_minutes(row: Row, column: int, *, titled: bool) -> Iterator[Paragraph | Table]:
    """One row of minutes set as a table: number and title, the discussion, then the action column as notes.

    Where the table is `titled`, what stands left of the discussion is a heading, whatever its type.
    """
    labels: list[str] = []
    text: Flow = []
    for index, cell in enumerate(row.cells[: column + 1]):
        numbers = [_only_label(part) for part in cell]
        if cell and all(numbers):
            labels += [number for number in numbers if number]
        elif titled and index < column and len(cell) == 1:
            text += [_as_title(part) for part in cell]
        else:
            text += cell
    yield from _numbered(labels, text)
    for cell in row.cells[column + 1 :]:
        for part in cell:
            yield replace(part, kind="note", level=0) if isinstance(part, Paragraph) else part


def _as_title(part: Paragraph | Table) -> Paragraph | Table:
    if isinstance(part, Table) or part.label == BULLET or len(part.words) > TITLE_WORDS:
        return part
    return replace(part, kind="heading", level=part.level if part.kind == "heading" else ITEM_LEVEL)


def _numbered(labels: list[str], text: Flow) -> Iterator[Paragraph | Table]:
    """The text with the numbers that stand beside it: one to each paragraph if they are as many, else to the first."""
    plain = [part for part in text if isinstance(part, Paragraph) and not part.label]
    if len(labels) not in (1, len(text)) or len(plain) < len(labels) or (labels and text[0] is not plain[0]):
        yield from (Paragraph(words_of(label), kind="list_item", level=1, label=label) for label in labels)
        labels = []
    for index, part in enumerate(text):
        if index < len(labels) and isinstance(part, Paragraph):
            kind: BlockKind = "list_item" if part.kind == "paragraph" else part.kind
            label = labels[index]
            part = replace(part, words=[*words_of(label), *part.words], label=label, kind=kind, level=part.level or 1)
        yield part


def in_order(cells: Sequence[Flow]) -> Flow:
    """What stands in the cells of a row that only puts it in its place; a number in the first numbers the rest."""
    filled = [cell for cell in cells if cell]
    number = _only_label(filled[0][0]) if len(filled) > 1 and len(filled[0]) == 1 else None
    return list(_numbered([number] if number else [], [part for cell in filled[bool(number) :] for part in cell]))


def _only_label(part: Paragraph | Table) -> str | None:
    """The text of a cell's paragraph that is nothing but a number or letter: "4", "4.1", "(a)"."""
    if isinstance(part, Table) or len(part.words) != 1:
        return None
    text = part.words[0].text
    return text if part.label == text or text.rstrip(".").replace(".", "").replace("/", "").isdigit() else None


def _cell_words(cell: Flow) -> list[Word]:
    """All words of a cell, those of the tables in it too, but not the footnotes."""
    words: list[Word] = []
    for part in cell:
        if isinstance(part, Table):
            words += [word for row in part.rows for inner in row.cells for word in _cell_words(inner)]
        elif not part.aside:
            words += part.words
    return words


def _text(cell: Flow) -> str:
    return " ".join(word.text for word in _cell_words(cell))


def _asides(cell: Flow) -> Iterator[Paragraph]:
    for part in cell:
        if isinstance(part, Table):
            yield from (note for row in part.rows for inner in row.cells for note in _asides(inner))
        elif part.aside:
            yield part
