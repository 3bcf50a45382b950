"""Attendance in tables: under the heads of columns, beside labels and marks, or with what each person is."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import dropwhile, islice, pairwise

from extract.attendance.labels import BESIDE, STATED, Label, group_of, label_of, office_told
from extract.attendance.naming import entries, initials_beside, is_list, names_one, stand_in
from extract.attendance.runs import name_then_office
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import TITLES, begins_with_given, is_role
from minutes.model import Attendance, Block, Document

# In the one column that tells it letters may stand, too.
_STATED_ALONE: dict[str, Label] = STATED | {
    "y": ("present", "member"),
    "n": ("absent", None),
    "yes": ("present", "member"),
    "no": ("absent", None),
    "r": ("apologies", None),
}
_STATE_ENDS = re.compile(
    r"[,;:]|\s(?:\(|[–—-]\s|as |for |from |until |via |online\b|remotely\b|chair\b|member\b)"
)  # "Present for item 6"
_TELLS = re.compile(r"present|attendance|attended|attending|status", re.IGNORECASE)
_MARK = re.compile(r"(?:[✓✔√xX•●Yy]|yes)(?: \([^)]*\))?")
OTHER_TABLE = re.compile(
    r"(?:(?:items?|agenda(?: item)?|description|subject|topics?|paper|actions?|owner|time|no\.?|lead(?: by)?|led by"
    r"|mins?|minutes?|discussion(?: (?:and|&) (?:decisions?|actions?))?|decisions?|(?:action|task) by"
    r"|ref\.?|status|due|notes|duration|moderator|facilitator|presenters?|speakers?"
    r"|presented by)(?: ?/ ?|$))+",
    re.IGNORECASE,
)
_WHEN_OR_WHERE = re.compile(
    r"(?:date|time|venue|location|place|purpose|subject|distribution)\b.*:"
    r"|(?:date|time|venue|location|place)(?: ?(?:/|&|and) ?(?:date|time|venue|location|place))?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:minutes|notes):?", re.IGNORECASE)  # who took them
_OTHERS = re.compile(r"\b(?:public|press|visitors?|residents|observers?|guests?|police|others?)\b.*:$", re.IGNORECASE)
_WHO = re.compile(r"representing|initials|role|position|organisation|title|job title", re.IGNORECASE)
# Heads of other tables, too: beside "Name" they say what each is.
_WHAT = re.compile(r"office|post|capacity|(?:(?:governor|member|membership) )?(?:type|category)", re.IGNORECASE)
NAME_HEAD = re.compile(
    r"(?:full )?names?|members?|councillors?|governors?|trustees?|directors?|attendees?", re.IGNORECASE
)

_HALVES = ("in", "also", "also in", "others in", "those")  # of a label, which read like a name
_DASH = re.compile(r"\s[–—-]\s")
_OF_MANY = 0.8  # of a column, what is there once if it names people


def broken_labels(document: Document, blocks: list[Block]) -> dict[int, Label]:
    """By where their row begins, the two halves of a label that a column broke: "Also in" over "attendance:"."""
    broken: dict[int, Label] = {}
    for block, below in pairwise(blocks):
        if block.kind == below.kind == "table_row" and block.table == below.table:
            first, second = (document.text[slice(*row.cells[0])].strip() for row in (block, below))
            label = label_of(f"{first} {second}")[0] if first and second and not label_of(first)[0] else None
            if label and (first.casefold() in _HALVES or not people_in(first)):
                broken |= {block.start: label, below.start: label}
    return broken


def name_columns(document: Document, blocks: list[Block]) -> dict[int | None, int]:
    """By table without labels or marks in its rows, the one column that names people; the others say who they are."""
    tables: dict[int | None, list[list[str]]] = {}
    for block in blocks:
        if block.kind == "table_row":
            tables.setdefault(block.table, []).append([document.text[slice(*cell)].strip() for cell in block.cells])
    columns = {table: _name_column(rows) for table, rows in tables.items()}
    return {table: column for table, column in columns.items() if column is not None}


def _name_column(rows: list[list[str]]) -> int | None:
    cells = [text for row in rows for text in row]
    if len(rows) < 2 or all(OTHER_TABLE.fullmatch(text.strip(" :")) for text in rows[0] if text):
        return None
    if any(_is_label(text) or text.casefold() in STATED or _MARK.fullmatch(text) for text in cells):
        return None
    headed = [index for index, text in enumerate(rows[0]) if NAME_HEAD.fullmatch(text)]
    if headed and not any(map(names_one, rows[0])):  # "Una Keld | Trustee" heads nothing
        return headed[0]
    width = max(map(len, rows))
    listed = [[row[index] for row in rows if index < len(row) and row[index]] for index in range(width)]
    names = [index for index, texts in enumerate(listed) if 2 * sum(map(names_one, texts)) > len(texts)]
    if len(names) > 1:  # "Una Keld | Weir Trust", "Tom Orme | Weir Trust": nobody is there twice
        names = [index for index in names if len(set(listed[index])) > _OF_MANY * len(listed[index])] or names
    if len(names) > 1:  # "Una Keld | Weir Research": only people have forenames that many have
        given = [i for i in names if 2 * sum(map(begins_with_given, listed[i])) > len(listed[i])]
        bare = [i for i in names if not any(map(begins_with_given, listed[i]))]
        names = given if len(given) == 1 and len(bare) == len(names) - 1 else names
    if len(names) > 1:  # "Cllr Una Keld | Mill Dale": only the people have titles
        titles = {index: sum(map(_is_titled, listed[index])) for index in names}
        titled = [index for index in names if 2 * titles[index] > len(listed[index])]
        names = titled if not any(titles[index] for index in names if index not in titled) else []
    others = [text for index, texts in enumerate(listed) if index not in names for text in texts]
    return names[0] if len(names) == 1 and width > 1 and not any(map(_is_titled, others)) else None


def _is_titled(text: str) -> bool:
    """Whether a cell begins with somebody's title; "Mayor, Fenwold" and "Mayor of Fenwold" are offices."""
    title = re.match(TITLES, text)
    return title is not None and not re.match(r"\s*(?:,|of\b|$)", text[title.end() :])


def _is_label(text: str) -> bool:
    """Whether a cell is a label or holds one with a colon; "Mayor Ada Brindle" is a person."""
    return bool(label_of(text)[0]) and (label_of(text)[1] >= len(text) or ":" in text or not people_in(text))


@dataclass(frozen=True)
class _Row:
    """The cells of a row, and the label that each begins with, with where what follows that begins."""

    cells: tuple[tuple[int, int], ...]
    texts: list[str]
    labels: list[tuple[Label | None, int]]


def in_row(
    found: Findings, block: Block, columns: dict[int, Label], label: Label | None, broken: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People in a row of a table whose columns or first cell are labelled; returns the label that holds below.

    `broken` is the label of which the first cell holds a part. `columns` is changed where the row heads them.
    """
    row = _row_of(found.document, block, columns, broken)
    if state := _stated(row, columns):
        instead = next(filter(None, map(stand_in, row.texts[1:])), None) if state[0] == "apologies" else None
        yield from entries(found, *row.cells[0], state, role=instead) if instead else _person(found, row, 0, state)
        return label
    named = NAME_HEAD.fullmatch(row.texts[0].strip())
    if any(map(_WHO.fullmatch, row.texts)) or (named and any(map(_WHAT.fullmatch, row.texts))):
        heads = _heads_of_names(row, label)
        columns.clear()
        columns.update(heads)
        return None
    if _is_of_other_things(row.texts):
        columns.clear()
        return None
    if headed := _headed(row):
        columns.update(headed)
        for index, column in columns.items():
            if index not in headed and index < len(row.cells):
                yield from entries(found, *row.cells[index], column)
        # "Councillors present" alone in its row is of all columns below it.
        return headed.get(0) if not any(text.strip() for text in row.texts[1:]) else None
    if marked := _marked(row, columns):
        yield from entries(found, *row.cells[0], marked)
        return label
    first, rest = row.labels[0]
    if first:
        label = first
        columns.clear()
        yield from entries(found, row.cells[0][0] + rest, row.cells[0][1], label)
    elif row.texts[0].strip() and not columns and label:
        if row.texts[0].rstrip().endswith(":") or not people_in(row.texts[0]):
            return (yield from _office_first(found, row, label))
        yield from _person(found, row, 0, label)
    yield from _across(found, row, columns, label)
    return label


def _row_of(document: Document, block: Block, columns: dict[int, Label], broken: Label | None) -> _Row:
    """The row as it is read: in a table without heads a label may stand behind empty cells."""
    cells = block.cells
    told_in = tuple(dropwhile(lambda cell: cell[0] == cell[1], cells))
    if told_in and not columns and _is_label(document.text[slice(*told_in[0])]):
        cells = told_in
    texts = [document.text[start:end] for start, end in cells]
    labels = [label_of(text) for text in texts]
    if _MINUTES.fullmatch(texts[0]) and len(texts) > 1 and names_one(texts[1]):
        labels[0] = BESIDE, len(texts[0])
    if broken:
        labels[0] = broken, len(texts[0])
    return _Row(cells, texts, labels)


def _told(texts: list[str]) -> list[str]:
    """What the cells beside the first begin with, which may say whether somebody came."""
    return [_STATE_ENDS.split(text.casefold())[0].strip(" .") for text in texts[1:]] if len(texts) > 2 else []


def _stated(row: _Row, columns: dict[int, Label]) -> Label | None:
    """Whether the person in the first cell came, where one cell says so: "Ada Brindle | Chair | Present"."""
    several = len(columns) > 1 or 0 in columns
    known = STATED if several else _STATED_ALONE
    states = [known[told] for told in _told(row.texts) if told in known]
    if len(set(states)) > 1:  # "Substitute | Apologies", "Substitute | Present"
        states = [state for state in states if state[1] != "substitute"]
    if len(states) != 1 or row.labels[0][0]:
        return None
    name = row.texts[0]
    return states[0] if len(people_in(name)) == 1 and not NAME_HEAD.fullmatch(name.strip()) else None


def _heads_of_names(row: _Row, label: Label | None) -> dict[int, Label]:
    """The columns that a row heads where others say who people are: only the first holds them.

    It is no list of its own where another column says whether they came.
    """
    if NAME_HEAD.fullmatch(row.texts[0].strip()) and any(map(_TELLS.fullmatch, _told(row.texts))):
        return {index: opened for index, (opened, _) in enumerate(row.labels) if index and opened}
    return {0: row.labels[0][0] or label or ("present", "member")}


def _is_of_other_things(texts: list[str]) -> bool:
    """Whether a row says when and where they met, or heads a table of business."""
    return len(texts) > 1 and (
        _WHEN_OR_WHERE.fullmatch(texts[0].strip()) is not None
        or all(OTHER_TABLE.fullmatch(text.strip(" :")) for text in texts if text)
    )


def _headed(row: _Row) -> dict[int, Label]:
    """The columns that a row heads with labels; a label in the first cell with names beside it heads none."""
    headed = {
        index: opened
        for index, (opened, at) in enumerate(row.labels)
        if opened
        and at >= len(row.texts[index])
        and not (index and is_role(row.texts[index]) and _is_beside(row.texts[index - 1], row.texts[index]))
    }
    others = {index: group_of(text) for index, text in enumerate(row.texts) if index not in headed and text.strip()}
    if headed and all(others.values()):  # "Governors" beside "In attendance"
        return headed | {index: group for index, group in others.items() if group}
    return {} if row.labels[0][0] and others else headed


def _marked(row: _Row, columns: dict[int, Label]) -> Label | None:
    """The head of the one column that is ticked for the person in the first cell."""
    marked = [holds for index, holds in columns.items() if index < len(row.texts) and _MARK.fullmatch(row.texts[index])]
    return marked[0] if len(marked) == 1 and len(people_in(row.texts[0])) == 1 else None


def _office_first(found: Findings, row: _Row, label: Label) -> Generator[Attendance, None, Label | None]:
    """The person beside an office, "Chief Officer | Ada Brindle"; the label goes on below that and below "(Chair)"."""
    texts = row.texts
    if len(texts) == 2 and (not texts[1].strip() or len(people_in(texts[1])) == 1):
        yield from entries(found, *row.cells[1], label, role=texts[0].strip())
        return label
    if len(texts) == 2 and texts[0].rstrip().endswith(":") and is_list(texts[1]):
        yield from entries(found, *row.cells[1], label)  # "Members of the trust: | Ada Brindle and Tom Orme"
        return label
    if _OTHERS.search(texts[0]):
        return BESIDE  # "Members of the public: | three", and in the rows below who else came
    # "(Chair)" is what a line broke off the name above it.
    return label if all(re.search(r"^\(|\)$", text.strip()) for text in texts if text.strip()) else None


def _across(
    found: Findings, row: _Row, columns: dict[int, Label], label: Label | None
) -> Generator[Attendance, None, None]:
    """People in the cells of a row, by the head of the column or the label of the row."""
    if 0 in columns:
        yield from _person(found, row, 0, columns[0])
    named = row.texts[0][row.labels[0][1] :]  # the last cell that names somebody, whom those after it may only describe
    for index, (start, end) in islice(enumerate(row.cells), 1, None):
        text, (opened, at) = row.texts[index], row.labels[index]
        if opened and 0 < at < len(text.rstrip()) and ":" in text[:at]:
            yield from entries(found, start + at, end, opened)  # "Chair: Ada Brindle | Clerk: Una Keld"
        elif text.rstrip().endswith(":"):
            continue  # "North Ward:", where those beside it are from
        elif not (_is_beside(named, text) or _after_initials(row.texts, index)):
            named = text
            if holds := columns.get(index) or label:
                yield from _person(found, row, index, holds)


def _person(found: Findings, row: _Row, index: int, label: Label) -> Iterator[Attendance]:
    """People in a cell, with what the cells after it say of the one."""
    role, initials = _role_beside(row.texts, index), initials_beside(row.texts, index)
    role = role or (office_told(row.texts[0]) if index == 1 else None)
    start, end = row.cells[index]
    if told := name_then_office(row.texts[index]):
        end, role = start + told[0], told[1]
    return entries(found, start, end, label, role=role, initials=initials)


def _role_beside(texts: list[str], index: int) -> str | None:
    """What the cells after a person's name say that they are."""
    return next((text.strip() for text in texts[index + 1 :] if is_role(text)), None)


def _is_beside(name: str, text: str) -> bool:
    """Whether a cell holds the initials or the role of the person in the cell before."""
    before = people_in(name)
    if not text.strip() or len(before) != 1:
        return False
    if re.match(TITLES, name) and text.strip().endswith(" Ward"):
        return True
    alone = is_role(text) and is_role(re.split(rf",|{_DASH.pattern}", text)[0])
    # "Una Keld – MRC" and "Tom Orme – Weir Group" are two.
    whole = name.strip() if _DASH.search(name) else before[0].name
    return alone or len(people_in(f"{whole}, {text}")) == 1


def _after_initials(texts: list[str], index: int) -> bool:
    """Whether a cell says whom the person before comes from: "Una Keld | UK | Mill Guild"."""
    return bool(initials_beside(texts[:index], 0)) and not initials_beside(texts, index)
