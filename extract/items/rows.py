"""Titles in tables: beside a number, alone in a row, in a column of their own, or right above the table."""

import re

from extract.items.heading import OUTLINE, SENTENCE, Heading, block_below
from extract.items.series import NUMBER
from extract.items.titles import FRONT, TITLE_WORDS, TYPED, is_never_title, is_sentence, is_title_like
from extract.people.lists import people_in
from minutes.model import Block, Document

_ONE_NAME = re.compile(r"[A-Z][\w’'-]+")
_THOSE = re.compile(
    r"(?:(?:non-)?voting )?(?:members|officers|councillors|staff|directors|trustees|governors|guests|observers)",
    re.IGNORECASE,
)
_HEADS_TITLES = re.compile(r"(?:agenda )?(?:items?|topics?|subjects?|headings?)(?: no\.?)?", re.IGNORECASE)
_HEADS_TEXT = re.compile(
    r"(?:key |main |summary of )?(?:discussions?|minutes?|notes?|points?|comments?)(?: (?:points?|and|/|&"
    r"|decisions?|of|discussions?))*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\(?[-−–]?\s?[£$€]?\s?\d[\d,]*(?:\.\d+)?\s?%?\)?")
_GROUPS = 3  # rows that may name groups one above the other


def heads_table(document: Document, index: int, text: str) -> bool:
    """Whether a short line in a log stands right above a table, or above another such line."""
    following = next((b for b in document.blocks[index + 1 :] if not b.furniture), None)
    short = document.blocks[index].kind == "paragraph" and len(text.split()) <= TITLE_WORDS and not text.endswith(".")
    heads = following is not None and following.kind == "table_row"
    return short and heads and not FRONT.fullmatch(text) and not is_never_title(text)


def numbered_rows(document: Document, *, agenda: bool) -> dict[int, Heading]:
    """Rows with a number in one cell and a title in the next, by block.

    In minutes these are items where text follows the titles: a table of numbers and titles alone is the agenda.
    """
    found: dict[int, Heading] = {}
    followed = 0
    for index, block in enumerate(document.blocks):
        if block.kind != "table_row" or block.column_header or not (heading := _numbered_row(document, index)):
            continue
        found[index] = heading
        goes_on = heading.end < _cells(block)[1][1]
        followed += goes_on or (index + 1 < len(document.blocks) and not _numbered_row(document, index + 1))
    rows = found if agenda or 2 * followed >= len(found) else {}
    return rows or ({} if agenda else _in_first_column(document) or _beside_text(document))


def _beside_text(document: Document) -> dict[int, Heading]:
    """The rows of a numbered title in bold and what was said of it: "41. Fees | The Clerk reported that ..."."""
    found: dict[int, Heading] = {}
    counted: list[int] = []
    for index, block in enumerate(document.blocks):
        cells = _cells(block) if block.kind == "table_row" and not block.column_header else []
        typed = TYPED.match(document.text[slice(*cells[0])]) if len(cells) == 2 else None
        number = typed[typed.lastgroup or 0] if typed else ""
        if not typed or not re.fullmatch(r"\d{1,4}", number):
            continue
        (start, end), beside = cells[0], document.text[slice(*cells[1])].strip()
        title = document.text[start + typed.end() : end].rstrip(" :")
        bold = any(a <= start + typed.end() and b >= start + typed.end() + len(title) for a, b in block.bold)
        told = beside.endswith(".") or not re.search(r"\d", beside) or len(beside.split()) > SENTENCE
        if bold and told and is_title_like(title):
            found[index] = Heading(start, end, title, number, "items.row", index, block.size or 0.0)
            counted.append(int(number))
    sentences = sum(document.text[: document.blocks[index].end].rstrip().endswith(".") for index in found)
    return found if 2 * sentences >= len(found) >= OUTLINE and counted == sorted(set(counted)) else {}


def _in_first_column(document: Document) -> dict[int, Heading]:
    """The titles in the first column of minutes that are set as a table headed "Item | Discussion | Action"."""
    found: dict[int, Heading] = {}
    tables: set[int | None] = set()
    for index, block in enumerate(document.blocks):
        texts = [document.text[start:end].strip(" :") for start, end in block.cells]
        if len(texts) > 1 and _HEADS_TITLES.fullmatch(texts[0]) and any(map(_HEADS_TEXT.fullmatch, texts[1:])):
            tables.add(block.table)
        elif block.table in tables and (heading := _number_over_text(document, index)):
            found[index] = heading
        elif block.table in tables and texts and texts[0]:
            start, end = block.cells[0]
            typed = TYPED.match(texts[0])
            title = texts[0][typed.end() :] if typed else texts[0]
            if len(title.split()) <= TITLE_WORDS and title[:1].isupper() and not is_sentence(title):
                number = typed[typed.lastgroup or 0] if typed else None
                found[index] = Heading(start, end, title, number, "items.row", index, block.size or 0.0)
    return found


def _number_over_text(document: Document, index: int) -> Heading | None:
    """The title beside a number in a row of nothing else, where the row below holds its text and has no number."""
    block, below = document.blocks[index], document.blocks[index + 1 : index + 2]
    cells = _cells(block)
    if len(cells) != 2 or not below or not below[0].cells or below[0].table != block.table:
        return None
    (first, last), (start, end) = cells
    number, title = NUMBER.fullmatch(document.text[first:last]), document.text[start:end].rstrip(" :")
    if not number or below[0].cells[0][0] != below[0].cells[0][1] or not is_title_like(title):
        return None
    return Heading(first, end, title, number[1], "items.row", index, block.size or 0.0)


def _cells(block: Block) -> list[tuple[int, int]]:
    return [(start, end) for start, end in block.cells if end > start]


def _numbered_row(document: Document, index: int) -> Heading | None:
    """A number alone in its cell, and beside it a bold title, with the text that it runs into perhaps."""
    block = document.blocks[index]
    cells = _cells(block)
    if block.kind != "table_row" or len(cells) < 2:
        return None
    (first, last), (start, end) = cells[:2]
    number = NUMBER.fullmatch(document.text[first:last])
    bold = next((min(b, end) for a, b in block.bold if a <= start < b), start)
    title = document.text[start:bold].rstrip(": ")
    if not number or not title or len(title.split()) > TITLE_WORDS or not re.search("[A-Za-z]{2}", title):
        return None
    return Heading(first, start + len(title), title, number[1], "items.row", index, block.size or 0)


def titled_row(document: Document, index: int) -> Heading | None:
    """A row of one bold cell."""
    block = document.blocks[index]
    cells = _cells(block)
    if block.column_header or len(cells) != 1:
        return None
    (start, end), text = cells[0], document.text[cells[0][0] : cells[0][1]]
    if not any(a <= start and b >= end for a, b in block.bold) or len(text.split()) > TITLE_WORDS:
        return None
    if (FRONT.fullmatch(text) or _THOSE.fullmatch(text)) and _heads_names(document, index):
        return None
    if is_never_title(text) or not re.search("[A-Za-z]{2}", text) or _heads_figures(document, index):
        return None
    return Heading(start, end, text.rstrip(": "), None, "items.row", index, block.size or 0)


def _heads_figures(document: Document, index: int) -> bool:
    """Whether a row names a group of the rows below it, which hold figures: "Capital" in a table of sums."""
    table = document.blocks[index].table
    below = (b for b in document.blocks[index + 1 : index + 1 + _GROUPS] if b.table == table and len(_cells(b)) > 1)
    first = next(below, None)
    return first is not None and any(_FIGURE.fullmatch(document.text[slice(*cell)].strip()) for cell in first.cells[1:])


def _heads_names(document: Document, index: int) -> bool:
    """Whether the row below begins with the name of a person, as in a table of attendance."""
    following = block_below(document, index)
    texts = [document.text[slice(*cell)].strip() for cell in following.cells] if following else []
    cells = [*filter(None, texts), "", ""]
    first = f"{cells[0]} {cells[1]}" if all(map(_ONE_NAME.fullmatch, cells[:2])) else cells[0]  # "Ada | Brindle"
    return len(people_in(first)) == 1
