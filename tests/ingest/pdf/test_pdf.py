"""PDF in, placed words out; and files that are damaged, locked or blank."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest import read
from ingest.parts import Parts
from ingest.pdf.reader import read_pdf
from minutes.errors import EncryptedError, InputError
from tests.ingest.pdf.drawing import LEADING, SIZE, Drawing, told


def small() -> bytes:
    """Two pages with a table, a heading and prose."""
    page = Drawing()
    page.text(60, 80, "9. Street lamps", bold=True)
    y = page.paragraph(60, 104, "Eleven lamps were out in January, and four of them are out still.", width=300)
    page.table(60, y, (120, 80), [("Street", "Lamps out"), ("Mill Lane", "3"), ("Pound Row", "1")])
    page.next_page()
    page.paragraph(60, 80, "RESOLVED that the County be asked to mend them before the clocks go back.", width=300)
    return page.done()


def boxes(parts: Parts) -> dict[str, tuple[float, ...]]:
    """Where each word of a file stands, the last where a word comes twice."""
    assert parts.words is not None
    spans = zip(parts.words.start, parts.words.end, parts.words.box, strict=True)
    return {parts.text[start:end]: tuple(map(float, box)) for start, end, box in spans}


@pytest.mark.parametrize("rotated", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 595, 842), (50, 30, 500, 700)], ids=["whole", "cropped"])
def test_boxes_are_from_the_top_left_of_the_page_as_displayed(
    rotated: int, crop: tuple[float, float, float, float]
) -> None:
    page = Drawing(rotated=rotated, crop=crop)
    page.text(60, 100, "Approved")
    page.text(page.width - 20, page.height - 40, "Signed", set_="right")
    found = boxes(read_pdf(page.done()))
    x0, top, x1, bottom = found["Approved"]
    assert (x0, x1) == pytest.approx((60, 60 + stringWidth("Approved", "Helvetica", SIZE)), abs=0.5)
    assert 88 <= top < 92
    assert 100 < bottom <= 104
    assert found["Signed"][2] == pytest.approx(page.width - 20, abs=0.5)
    assert found["Signed"][1] < page.height - 40 < found["Signed"][3]


def test_second_half_of_a_broken_word_has_a_box_on_its_own_line() -> None:
    page = Drawing()
    page.lines(60, 80, ["No maintenance was done last year, and main-", "tenance is due."])
    parts = read_pdf(page.done())
    assert parts.words is not None
    start = parts.text.rindex("maintenance")
    first, second = parts.words.boxes(start, start + len("maintenance"))
    assert first[1] > 200
    assert second[1] == pytest.approx(60, abs=0.5)
    assert second[2] > first[2] + LEADING - 1


def test_receipt_counts_pages_characters_and_tables() -> None:
    parts = read_pdf(small())
    assert (parts.pages, parts.pages_in, parts.pages_out, parts.tables) == (2, 2, 2, 1)
    assert sum(parts.characters) == sum(not char.isspace() for char in parts.text)
    assert parts.empty_pages == ()
    assert not parts.receipt().partial


def test_file_of_one_blank_page() -> None:
    parts = read_pdf(Drawing().done())
    assert (parts.text, parts.blocks, parts.words, parts.empty_pages) == ("", (), None, ())
    assert parts.warnings == ("every page is blank",)


# ---- locked and damaged files ----------------------------------------------------------------------------------


def locked() -> bytes:
    page = Drawing(encrypt=StandardEncryption("harebell", ownerPassword="foxglove", canPrint=0))
    page.text(60, 80, "Exempt: the lease of the Old Granary.")
    return page.done()


@pytest.mark.parametrize("password", ["harebell", "foxglove"], ids=["user's", "owner's"])
def test_right_password_opens_it(password: str) -> None:
    assert told(read_pdf(locked(), password=password)) == ["paragraph Exempt: the lease of the Old Granary."]


@pytest.mark.parametrize(
    ("password", "message"), [(None, "protected by a password"), ("teasel", "password given does not open it")]
)
def test_without_the_right_password_it_says_so(password: str | None, message: str) -> None:
    with pytest.raises(EncryptedError, match=f"{message}.*--password"):
        read_pdf(locked(), password=password)


def test_password_for_a_file_that_needs_none_is_no_matter() -> None:
    assert read_pdf(small(), password="harebell").pages == 2


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.4\n%%EOF\n", b"\0" * 100], ids=repr)
def test_no_pdf(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        read_pdf(data)


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        read(tmp_path / "minutes.pdf")


PAGELESS = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
trailer <</Root 1 0 R /Size 3>>
%%EOF
"""


def test_pdf_without_pages() -> None:
    with pytest.raises(InputError, match=r"no pages|damaged"):
        read_pdf(PAGELESS)


# ---- what holds of any page ------------------------------------------------------------------------------------

PHRASES = ["4.", "(a)", "•", "RESOLVED", "that the report be noted", "JS", "Action", "12.5%", "re-", "seed", "Page 2"]
placed = st.tuples(
    st.integers(0, 400), st.integers(20, 300), st.sampled_from(PHRASES), st.sampled_from([7, 11, 16]), st.booleans()
)
tables = st.lists(st.tuples(*[st.sampled_from(["", *PHRASES])] * 3), max_size=4)
sheets = st.lists(st.tuples(st.lists(placed, max_size=12), tables), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(sheets, st.sampled_from([0, 90]))
def test_whatever_is_drawn(
    drawn: list[tuple[list[tuple[int, int, str, float, bool]], list[tuple[str, ...]]]], rotated: int
) -> None:
    page = Drawing(rotated=rotated)
    for texts, rows in drawn:
        for x, y, text, size, bold in texts:
            page.text(x, y, text, size=size, bold=bold)
        page.table(60, 320, (60, 120, 90), rows)
        page.next_page()
    check(read_pdf(page.done()), page)


def test_a_word_broken_at_the_end_of_a_line_is_counted_as_it_is_put_together() -> None:
    page = Drawing()
    page.lines(60, 100, ["The wardens of the ferry have gone to the regu-", "lar meeting."])
    parts = read_pdf(page.done())
    assert parts.text.endswith("the regular meeting.")
    check(parts, page)


def check(parts: Parts, page: Drawing) -> None:
    text = parts.text
    assert "\n".join(text[block.start : block.end] for block in parts.blocks) == text
    assert sum(parts.characters) == sum(not char.isspace() for char in text)
    if parts.words is None:
        assert not text
        return
    spans = list(zip(parts.words.start, parts.words.end, strict=True))
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert {"".join(text[start:end].split()) for start, end in spans} == {text[start:end] for start, end in spans}
    x0, top, x1, bottom = parts.words.box.T
    assert ((x0 >= 0) & (x0 < x1) & (x1 <= page.width)).all()
    assert ((top >= 0) & (top < bottom) & (bottom <= page.height)).all()


def test_sizes_are_those_of_the_page_where_its_text_is_scaled() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.scale(0.75, 0.75)  # as browsers and print drivers write their files
    canvas.setFont("Helvetica", 16)
    canvas.drawString(80, 1000, "Minutes of the Harbour Board")
    canvas.save()
    assert [block.size for block in read_pdf(file.getvalue()).blocks] == [12.0]
