"""Registers as files: for spreadsheets and programs, and as a Word document that can go into a committee paper.

Text from documents is data. It is written as text, so that no cell of a workbook is a formula, and without the
characters that XML forbids.
"""

import io
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, Literal

import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

from minutes.found import Coverage, Filters, Listed, RecordKind, Status
from minutes.model import Action, AgendaItem, Decision, DocumentInfo, Metric
from rows import Row, listed_row, record_columns, render
from wording import (
    bodies,
    clean,
    copies_text,
    coverage_text,
    day,
    details_of,
    figure,
    inline,
    item_label,
    label,
    later_lines,
    page_text,
    remarks,
    standing_text,
    stem_text,
    votes_text,
)

FileForm = Literal["csv", "json", "jsonl", "xlsx", "docx"]
MOST = 32_767  # characters that a cell of a workbook can hold
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML
LATER = "What later minutes say"
# The columns of a workbook for people, by how they are headed; programs have those of CSV and JSON.
MEETING, SOURCE = ("Date", "Body", "Organisation", "Agenda item"), ("Page", "File", "Remarks", "Reference")
SHEETS: dict[RecordKind, tuple[str, ...]] = {
    "item": (*MEETING, *SOURCE),
    "decision": (*MEETING, "Decision", "Outcome", "Moved by", "Seconded by", "Votes", "Left to", "On condition that",
                 "What became of it", LATER, *SOURCE),
    "action": (*MEETING, "Action", "Owner", "Due", "Due, as written", "Status", LATER, *SOURCE),
    "metric": (*MEETING, "What is measured", "Figure", "Unit", "Kind", "Period", "Place", "Region", "Passage", *SOURCE),
}  # fmt: skip
WIDTHS = {  # characters
    **dict.fromkeys(("Decision", "Action", "Passage", LATER, "text", "quote"), 60),
    **dict.fromkeys(("Agenda item", "What is measured", "File", "item_title", "path"), 30),
    **dict.fromkeys(("Page", "Figure"), 8),
}
DATES = ("date", "Date", "Due")  # columns of dates, to the day or to the month
PAPER = {"Meeting": 4.2, "Agenda item": 4.0, "": 9.5, "Details": 3.8, "Source": 4.2}  # columns, in cm of 25.7
FOLLOWED = {"Meeting": 3.5, "Agenda item": 3.4, "": 7.3, "Details": 3.2, LATER: 4.7, "Source": 3.6}
DETAILS: dict[RecordKind, str] = {
    "item": "Number",
    "decision": "Outcome",
    "action": "Owner, due, status",
    "metric": "Figure",
}


def register_file(
    form: FileForm, kind: RecordKind, found: Sequence[Listed], *, title: str, notes: Sequence[str]
) -> bytes:
    """A register as the content of a file. A workbook and a paper carry the title, and the notes on what it lists."""
    if form == "xlsx":
        return workbook(SHEETS[kind], (_row(kind, each) for each in found), title=title, notes=notes)
    if form == "docx":
        return paper(kind, found, title=title, notes=notes)
    text = render(form, found, listed_row, record_columns(kind))
    return text.encode("utf-8-sig" if form == "csv" else "utf-8")  # the mark tells Excel that `£` and `’` are in UTF-8


def notes_on(
    query: str | None,
    filters: Filters,
    coverage: Coverage,
    *,
    status: Sequence[Status] = (),
    copies: Sequence[tuple[DocumentInfo, DocumentInfo]] = (),
) -> list[str]:
    """What a register was narrowed to, what was looked through and what of it left out."""
    words = {
        "words": query,
        "organisation": filters.organisation,
        "body": filters.body,
        "region": filters.region and filters.region.name,
        "outcome": filters.outcome,
        "moved by": filters.mover,
        "owner": filters.owner,
        "status": " and ".join(status),
        "since": filters.since,
        "until": filters.until,
    }
    given = [f"{name} {value}" for name, value in words.items() if value]
    given += ["without formal business"] if filters.no_formal else []
    trust = "Records of low trust are among them." if filters.all else "Records of low trust are left out."
    return [
        f"Narrowed to: {'; '.join(given)}." if given else "Not narrowed.",
        coverage_text(coverage),
        trust,
        *([copies_text(copies)] if copies else []),
    ]


# A workbook


def workbook(columns: Sequence[str], rows: Iterable[Row], *, title: str, notes: Sequence[str]) -> bytes:
    """Rows with dates as dates and figures as numbers, and a second sheet that says what they are."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        book.set_properties({"title": title})
        sheet, line = book.add_worksheet(title), 0
        for number, name in enumerate(columns):
            sheet.set_column(number, number, WIDTHS.get(name, 16))
            sheet.write_string(0, number, name, head)
        for line, row in enumerate(rows, 1):
            for number, name in enumerate(columns):
                value = row.get(name)
                _put(sheet, line, number, _day(value) if name in DATES else value, plain, dated)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, line), len(columns) - 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        about = book.add_worksheet("About")
        about.set_column(0, 0, 100)
        for number, text in enumerate([title, *notes]):
            about.write_string(number, 0, legal(text), plain)
    return buffer.getvalue()


def _put(sheet: Any, line: int, number: int, value: object, plain: Any, dated: Any) -> None:
    """A cell of the type of its value. Text is never looked at for a formula, a link or a number."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, number, value, plain)
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value, plain)
    elif isinstance(value, date) and value.year >= 1900:  # which a workbook begins with
        sheet.write_datetime(line, number, value, dated)
    else:
        sheet.write_string(line, number, legal(str(value))[:MOST], plain)


def _day(value: object) -> object:
    """A value of a column of dates as a date, where it is one to the day."""
    with suppress(ValueError):
        return date.fromisoformat(str(value))
    return value


def _row(kind: RecordKind, listed: Listed) -> Row:
    """A record under the headings of its workbook: all that any kind has, of which SHEETS takes what is its own."""
    record, meeting, item = listed.record, listed.meeting, item_label(listed.item, listed.record)
    row: Row = {
        "Date": meeting.date,
        "Body": meeting.body,
        "Organisation": meeting.organisation,
        "Agenda item": item,
        "Page": record.citation.page,
        "File": Path(listed.document.path).name,
        "Remarks": "; ".join(remarks(record)) or None,
        "Reference": record.id,
        LATER: "\n".join(later_lines(record, listed.followed)) or None,
    }
    told: Row
    match record:
        case AgendaItem():
            return row | {"Agenda item": " ".join(filter(None, (record.number, record.title)))}
        case Decision():
            told = {"Moved by": record.mover, "Seconded by": record.seconder, "Votes": votes_text(record.votes),
                    "Left to": record.delegated_to, "On condition that": record.condition}  # fmt: skip
            stood = standing_text(listed.followed)
            told |= {"Outcome": record.outcome.capitalize(), "What became of it": stood, "Status": stood}
        case Action():
            told = {"Owner": record.owner, "Due": record.due_date, "Due, as written": record.due,
                    "Status": standing_text(listed.followed) or label(record.status or "")}  # fmt: skip
        case Metric():
            told = {"What is measured": record.name, "Figure": figure(record.value), "Unit": record.unit,
                    "Kind": record.role.capitalize(), "Period": record.period, "Place": record.place,
                    "Region": listed.area and listed.area.region, "Passage": record.text}  # fmt: skip
    return row | told | {kind.capitalize(): _text(record)}


def _text(record: AgendaItem | Decision | Action | Metric) -> str:
    """What it says, after what leads to it."""
    text = record.title if isinstance(record, AgendaItem) else record.text
    return " ".join(filter(None, (stem_text(record), text)))


# A committee paper


def paper(kind: RecordKind, found: Sequence[Listed], *, title: str, notes: Sequence[str]) -> bytes:
    """A Word document: title, notes, and a table whose header is repeated on every page."""
    document = Document()
    document.core_properties.title, document.core_properties.author = title, ""
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.add_heading(title, 1)
    document.add_paragraph(legal(" ".join(notes)))
    widths = FOLLOWED if any(each.followed for each in found) else PAPER
    columns = {
        {"": kind.capitalize(), "Details": DETAILS[kind]}.get(name, name): width for name, width in widths.items()
    }
    table = document.add_table(rows=2, cols=len(columns), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(name).bold = True
    _header_on_every_page(table)
    for column, width in zip(table.columns, columns.values(), strict=True):
        column.width = Cm(width)
    _fill(table, [list(map(_cells(each).__getitem__, widths)) for each in found])
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _header_on_every_page(table: Table) -> None:
    """The first row is repeated, and no row is parted by the end of a page."""
    for row, name in ((table.rows[0], "w:tblHeader"), *((row, "w:cantSplit") for row in table.rows)):
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def _fill(table: Table, rows: Sequence[Sequence[str]]) -> None:
    """Copies of the second row, one for each of `rows`: to ask the library for each row takes seconds."""
    model = table.rows[1]._tr
    for texts in rows:
        row = deepcopy(model)
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[0].add_r().text = legal(text)
        model.addprevious(row)
    model.getparent().remove(model)


def _cells(listed: Listed) -> dict[str, str]:
    """A record as it stands in a paper, by column."""
    record, meeting = listed.record, listed.meeting
    stands = standing_text(listed.followed)
    details = [*details_of(record), stands, *remarks(record)]
    return {
        "Meeting": "\n".join([day(meeting.date), *bodies(meeting)]),
        "Agenda item": "" if isinstance(record, AgendaItem) else item_label(listed.item, record) or "",
        "": _text(record),
        "Details": "\n".join(inline(each) for each in details if each),
        LATER: "\n".join(later_lines(record, listed.followed)),
        "Source": "\n".join([Path(listed.document.path).name, page_text(record.citation), record.id]),
    }


def legal(text: str) -> str:
    return ILLEGAL.sub("", clean(text))
