"""Attendance in tables: under the heads of columns, beside labels and marks, or with what each person is."""

import re
from collections.abc import Generator
from itertools import dropwhile, pairwise

from extract.attendance.labels import STATED, Label, label_of
from extract.attendance.naming import entries, initials_beside, names_one
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import TITLES, is_role
from minutes.model import Attendance, Block, Document

# Where the one column that tells it holds letters.
_LETTERS: dict[str, Label] = {"y": ("present", "member"), "n": ("absent", None), "r": ("apologies", None)}
_STATE_ENDS = re.compile(
    r",|\s(?:\(|for |from |until |via |online\b|remotely\b|chair\b|member\b)"
)  # "Present for item 6"
_TELLS = re.compile(r"present|attendance|attended|attending|status", re.IGNORECASE)
_MARK = re.compile(r"(?:[✓✔√xX•●Yy]|yes)(?: \([^)]*\))?")
OTHER_TABLE = re.compile(
    r"(?:(?:items?|agenda(?: item)?|description|subject|paper|actions?|owner|time|no\.?|lead|minutes?|discussion"
    r"|decision|ref\.?|status|due|notes)(?: ?/ ?|$))+",
    re.IGNORECASE,
)
_WHEN_OR_WHERE = re.compile(r"(?:date|time|venue|location|place|purpose|subject|distribution)\b.*:", re.IGNORECASE)
NAME_HEAD = re.compile(
    r"(?:full )?names?|members?|councillors?|governors?|trustees?|directors?|attendees?", re.IGNORECASE
)


def broken_labels(document: Document, blocks: list[Block]) -> dict[int, Label]:
    """By where their row begins, the two halves of a label that a column broke: "Also in" over "attendance:"."""
    broken: dict[int, Label] = {}
    for block, below in pairwise(blocks):
        if block.kind == below.kind == "table_row" and block.table == below.table:
            first, second = (document.text[slice(*row.cells[0])].strip() for row in (block, below))
            label = label_of(f"{first} {second}")[0] if first and second and not label_of(first)[0] else None
            if label and not people_in(first):
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
    if headed:
        return headed[0]
    width = max(map(len, rows))
    listed = [[row[index] for row in rows if index < len(row) and row[index]] for index in range(width)]
    names = [index for index, texts in enumerate(listed) if 2 * sum(map(names_one, texts)) > len(texts)]
    if len(names) > 1:  # "Cllr Una Keld | Mill Dale": only the people have titles
        titles = {index: sum(bool(re.match(TITLES, text)) for text in listed[index]) for index in names}
        titled = [index for index in names if 2 * titles[index] > len(listed[index])]
        names = titled if not any(titles[index] for index in names if index not in titled) else []
    others = [text for index, texts in enumerate(listed) if index not in names for text in texts]
    return names[0] if len(names) == 1 and width > 1 and not any(re.match(TITLES, text) for text in others) else None


def _is_label(text: str) -> bool:
    """Whether a cell is a label or holds one with a colon; "Mayor Ada Brindle" is a person."""
    return bool(label_of(text)[0]) and (label_of(text)[1] >= len(text) or ":" in text or not people_in(text))


def in_row(
    found: Findings, block: Block, columns: dict[int, Label], label: Label | None, broken: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People in a row of a table whose columns or first cell are labelled; returns the label that holds below.

    `broken` is the label of which the first cell holds a part. A label may stand behind empty cells.
    """
    told_in = tuple(dropwhile(lambda cell: cell[0] == cell[1], block.cells))
    if told_in and not columns and _is_label(found.document.text[slice(*told_in[0])]):
        block = block.model_copy(update={"cells": told_in})
    texts = [found.document.text[start:end] for start, end in block.cells]
    labels = {index: label_of(text) for index, text in enumerate(texts)}
    if broken:
        labels[0] = broken, len(texts[0])
    first, rest = labels.get(0, (None, 0))
    told = [_STATE_ENDS.split(text.casefold())[0].strip(" .") for text in texts[1:]] if len(texts) > 2 else []
    several = len(columns) > 1 or 0 in columns
    known = STATED if several else STATED | _LETTERS
    states = [known[text] for text in told if text in known]
    if len(set(states)) > 1:  # "Substitute | Apologies", "Substitute | Present"
        states = [state for state in states if state[1] != "substitute"]
    stated = states[0] if len(states) == 1 else None
    if stated and not first and len(people_in(texts[0])) == 1 and not NAME_HEAD.fullmatch(texts[0].strip()):
        yield from entries(
            found, *block.cells[0], stated, role=_role_beside(texts, 0), initials=initials_beside(texts, 0)
        )
        return label
    if any(
        re.fullmatch(r"representing|initials|role|position|organisation|title|job title", text, re.IGNORECASE)
        for text in texts
    ):
        # Only the first column holds people; the others say who they are.
        columns.clear()
        if NAME_HEAD.fullmatch(texts[0].strip()) and any(map(_TELLS.fullmatch, told)):
            columns.update({index: opened for index, (opened, _) in labels.items() if index and opened})
            return None  # and one says whether they came
        columns[0] = first or label or ("present", "member")
        return None
    if len(texts) > 1 and (
        _WHEN_OR_WHERE.fullmatch(texts[0].strip())
        or all(OTHER_TABLE.fullmatch(text.strip(" :")) for text in texts if text)
    ):
        columns.clear()
        return None
    headed = {
        index: opened
        for index, (opened, at) in labels.items()
        if opened
        and at >= len(texts[index])
        and not (index and is_role(texts[index]) and _is_beside(texts[index - 1], texts[index]))
    }
    if headed and not (first and any(text and index not in headed for index, text in enumerate(texts))):
        columns.update(headed)
        for index, column in columns.items():
            if index not in headed and index < len(texts):
                yield from entries(found, *block.cells[index], column)
        return None
    marked = [holds for index, holds in columns.items() if index < len(texts) and _MARK.fullmatch(texts[index])]
    if len(marked) == 1 and len(people_in(texts[0])) == 1:
        yield from entries(found, *block.cells[0], marked[0])
        return label
    if first:
        label = first
        columns.clear()
        yield from entries(found, block.cells[0][0] + rest, block.cells[0][1], label)
    elif texts[0].strip() and not columns and label:
        if not people_in(texts[0]):
            if len(texts) == 2 and (
                not texts[1].strip() or len(people_in(texts[1])) == 1
            ):  # "Chief Officer | Ada Brindle"
                yield from entries(found, *block.cells[1], label, role=texts[0].strip())
                return label
            # "(Chair)" is what a line broke off the name above it.
            return label if all(re.search(r"^\(|\)$", text.strip()) for text in texts if text.strip()) else None
        yield from entries(found, *block.cells[0], label)
    named = texts[0][rest:]  # the last cell that names somebody, whom those after it may only describe
    for index, (start, end) in enumerate(block.cells):
        opened, at = labels.get(index, (None, 0))
        if index and opened and 0 < at < len(texts[index].rstrip()) and ":" in texts[index][:at]:
            yield from entries(found, start + at, end, opened)  # "Chair: Ada Brindle | Clerk: Una Keld"
            continue
        holds = columns.get(index) or (label if index else None)
        if index and texts[index].rstrip().endswith(":"):
            continue  # "North Ward:", where those beside it are from
        if index and (_is_beside(named, texts[index]) or _after_initials(texts, index)):
            continue
        named = texts[index] if index else named
        if holds and not (index == 0 and first):
            yield from entries(
                found, start, end, holds, role=_role_beside(texts, index), initials=initials_beside(texts, index)
            )
    return label


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
    alone = is_role(text) and is_role(re.split(r",|\s[–—-]\s", text)[0])
    return alone or len(people_in(f"{before[0].name}, {text}")) == 1


def _after_initials(texts: list[str], index: int) -> bool:
    """Whether a cell says whom the person before comes from: "Una Keld | UK | Mill Guild"."""
    return bool(initials_beside(texts[:index], 0)) and not initials_beside(texts, index)
