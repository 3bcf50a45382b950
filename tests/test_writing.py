"""Registers as files: what a workbook, a Word document and a CSV file hold, and what no cell ever is."""

import io
import zipfile
from datetime import date

import docx
import pytest
from lxml import etree

from minutes.found import Followed, Listed, Mention
from minutes.model import Action, Citation, DocumentInfo, Meeting
from writing import FileForm, register_file

NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
INFO = DocumentInfo(
    id="ab12", title="Minutes", kind="minutes", media_type="application/pdf", pages=3, sha256="ab", path="/a/may.pdf"
)
MEETING = Meeting(organisation="Fenwold Parish Council", body="Amenities Committee", date="2024-05-14")
NOTES = ["Narrowed to: owner clerk.", "Looked in 3 documents."]


def cited(quote: str, page: int = 2) -> Citation:
    return Citation(document_id="ab12", sha256="ab", page=page, paragraph=1, start=0, end=len(quote), quote=quote)


def action(
    text: str, *, due: str | None = None, due_date: date | None = None, followed: Followed | None = None
) -> Listed:
    record = Action(
        id="act-1", citation=cited(text), rule="toy", item_id=None, text=text, tier="explicit", due=due,
        due_date=due_date, owner="The Clerk",
    )  # fmt: skip
    item: dict[str, str | None] = {"number": "24/7", "title": "Bus shelter"}
    return Listed(document=INFO, meeting=MEETING, item=item, record=record, followed=followed)


def written(form: FileForm, *found: Listed) -> bytes:
    return register_file(form, "action", found, title="Actions", notes=NOTES)


def cells(content: bytes) -> list[dict[str, etree._Element]]:
    """The cells of a workbook's first sheet, by the name of their column; strings are put in place of their numbers."""
    book = zipfile.ZipFile(io.BytesIO(content))
    strings = ["".join(each.itertext()) for each in etree.fromstring(book.read("xl/sharedStrings.xml"))]
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows: list[dict[str, etree._Element]] = []
    names: dict[str, str] = {}
    for row in sheet.iterfind(".//s:row", NAMES):
        found = {}
        for cell in row:
            if cell.get("t") == "s":
                cell[0].text = strings[int(cell[0].text)]
            column = cell.get("r").rstrip("0123456789")
            names.setdefault(column, cell[0].text if row.get("r") == "1" else "")
            if len(cell):
                found[names[column]] = cell
        rows.append(found)
    return rows[1:]


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 1234", "-3", "@SUM(A1)", '=HYPERLINK("http://a.example")', "{=1}", "http://a.example", "12"]
)
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    (row,) = cells(written("xlsx", action(text)))
    assert row["Action"].get("t") == "s"
    assert row["Action"][0].text == text
    assert not row["Action"].findall("s:f", NAMES)


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    (row,) = cells(written("xlsx", action("Write", due_date=date(2024, 6, 1))))
    days = (date(2024, 6, 1) - date(1899, 12, 30)).days
    assert (row["Due"].get("t"), row["Due"][0].text) == (None, str(days))
    assert (row["Page"].get("t"), row["Page"][0].text) == (None, "2")


@pytest.mark.parametrize("text", ["2024-02-30", "2024-05-01", "20240501"])
def test_text_that_looks_like_a_date_stays_as_it_is(text: str) -> None:
    (row,) = cells(written("xlsx", action(text, due=text)))
    assert [(row[name].get("t"), row[name][0].text) for name in ("Action", "Due, as written")] == [("s", text)] * 2


@pytest.mark.parametrize("told", ["2024-05", "2024-02-30", "1899-05-01"])
def test_what_is_no_day_that_a_workbook_can_hold_is_text(told: str) -> None:
    undated = action("Write")
    (row,) = cells(written("xlsx", undated.model_copy(update={"meeting": MEETING.model_copy(update={"date": told})})))
    assert (row["Date"].get("t"), row["Date"][0].text) == ("s", told)


def test_a_due_date_that_a_workbook_cannot_hold_is_text() -> None:
    (row,) = cells(written("xlsx", action("Write", due_date=date(1024, 6, 1))))
    assert (row["Due"].get("t"), row["Due"][0].text) == ("s", "1024-06-01")


def test_the_header_of_a_workbook_stays_in_view() -> None:
    sheet = etree.fromstring(zipfile.ZipFile(io.BytesIO(written("xlsx"))).read("xl/worksheets/sheet1.xml"))
    pane = sheet.find(".//s:pane", NAMES)
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


@pytest.mark.parametrize("text", ["bell \x07 and null \x00", "half a \ud83d pair", "not a character \uffff"])
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_characters_that_no_file_may_hold_are_left_out(form: FileForm, text: str) -> None:
    content = written(form, action(text))
    for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
        if name.endswith(".xml"):
            etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    (row,) = cells(written("xlsx", action("long " * 10_000)))
    assert len(row["Action"][0].text or "") == 32_767


def test_a_paper_has_a_title_notes_and_a_row_for_each_record() -> None:
    mention = Mention(says="done", document=INFO, meeting=MEETING, citation=cited("The letter has been sent.", 3))
    done = action("Write to the bus operators", followed=Followed(fate="done", later=1, mentions=(mention,)))
    paper = docx.Document(io.BytesIO(written("docx", done, action("Paint the gate"))))
    assert [each.text for each in paper.paragraphs] == ["Actions", " ".join(NOTES)]
    header, first, second = ([cell.text for cell in row.cells] for row in paper.tables[0].rows)
    assert header == ["Meeting", "Agenda item", "Action", "Owner, due, status", "What later minutes say", "Source"]
    assert first == [
        "14 May 2024\nAmenities Committee\nFenwold Parish Council",
        "24/7 Bus shelter",
        "Write to the bus operators",
        "The Clerk\nDone",
        "“The letter has been sent.” (14 May 2024, page 3)",
        "may.pdf\npage 2\nact-1",
    ]
    assert second[2] == "Paint the gate"


def test_a_paper_of_what_nobody_follows_has_no_column_for_later_minutes() -> None:
    (table,) = docx.Document(io.BytesIO(written("docx", action("Paint the gate")))).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Meeting",
        "Agenda item",
        "Action",
        "Owner, due, status",
        "Source",
    ]


def test_a_workbook_is_headed_for_people() -> None:
    mentions = tuple(
        Mention(says=says, document=INFO, meeting=MEETING, citation=cited(quote, 3))
        for says, quote in (("mentioned", "The gate is rusty."), ("came back", "9 Gates"))
    )
    late = action("Paint the gate", due="before Whitsun", followed=Followed(fate="vanished", late=True, later=3))
    held = action("Oil the hinges", followed=Followed(fate="open", later=3, mentions=mentions))
    first, second = cells(written("xlsx", late, held))
    assert {name: cell[0].text for name, cell in first.items() if name != "Date"} == {
        "Body": "Amenities Committee", "Organisation": "Fenwold Parish Council", "Agenda item": "24/7 Bus shelter",
        "Action": "Paint the gate", "Owner": "The Clerk", "Due, as written": "before Whitsun",
        "Status": "Vanished, overdue", "What later minutes say": "Nothing, in 3 later meetings", "Page": "2",
        "File": "may.pdf", "Reference": "act-1",
    }  # fmt: skip
    assert (second["Status"][0].text, second["What later minutes say"][0].text) == (
        "Open",
        "“The gate is rusty.” (14 May 2024, page 3)\nThe item came back: “9 Gates” (14 May 2024, page 3)",
    )


def test_the_header_of_a_paper_is_repeated_on_every_page() -> None:
    first, *others = docx.Document(io.BytesIO(written("docx", action("a"), action("b")))).tables[0].rows
    assert first._tr.find(f".//{W}tblHeader") is not None
    assert all(row._tr.find(f".//{W}cantSplit") is not None for row in others)


def test_a_csv_file_has_the_mark_that_tells_a_spreadsheet_its_encoding() -> None:
    content = written("csv", action("Pay £5"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Pay £5" in content.decode("utf-8-sig")
