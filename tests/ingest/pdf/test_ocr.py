"""Scans and broken text layers: what is seen is read, where it stands is kept, and what is not read is reported."""

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest import read
from ingest.parts import Parts
from ingest.pdf import ocr
from ingest.pdf.reader import _gibberish, read_pdf
from tests.ingest.pdf.drawing import Drawing, told

needs_tesseract = pytest.mark.skipif(
    not ocr.available(), reason="Tesseract is not installed (apt install tesseract-ocr)"
)
LINES = [
    "Minutes of the Harbour Board held on 4 March 2019",
    "Apologies were received from Councillor Ann Lacey.",
    "RESOLVED that the slipway be closed during April.",
    "The Clerk reported that 214 moorings had been let.",
]


def drawn() -> bytes:
    page = Drawing()
    page.lines(72, 120, LINES, size=12)
    return page.done()


def scan(
    data: bytes, *, degrees: float = 0.0, noise: int = 0, coarse: int = 1, stamp: str = "", copies: int = 1
) -> bytes:
    """The first page as a picture on a page of the same size: turned anticlockwise about its middle, and speckled.

    What is `coarse` was scanned with so many times fewer dots an inch.
    """
    page = pdfium.PdfDocument(data)[0]
    width, height = page.get_size()
    picture = page.render(scale=200 / 72, grayscale=True).to_pil()
    picture = picture.rotate(degrees, Image.Resampling.BICUBIC, expand=degrees % 90 == 0, fillcolor=255)
    if coarse > 1:
        picture = picture.reduce(coarse).resize(picture.size, Image.Resampling.BICUBIC)
    levels = np.asarray(picture, dtype=np.int16) - 25  # grey paper
    levels = levels + np.random.default_rng(7).normal(0, noise, levels.shape)
    picture = Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
    if degrees % 180 == 90:
        width, height = height, width
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=True)
    for _ in range(copies):
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(500, 20, stamp)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def placed(parts: Parts) -> Iterator[tuple[str, np.ndarray]]:
    assert parts.words is not None
    for start, end, box in zip(parts.words.start, parts.words.end, parts.words.box, strict=True):
        yield parts.text[start:end], box


def centres(parts: Parts) -> dict[str, tuple[float, float]]:
    return {text: ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for text, box in placed(parts)}


def turned(x: float, y: float, degrees: float, width: float = 595.28, height: float = 841.89) -> tuple[float, float]:
    angle = np.radians(degrees)
    x, y = x - width / 2, y - height / 2
    return (
        x * np.cos(angle) + y * np.sin(angle) + width / 2,
        -x * np.sin(angle) + y * np.cos(angle) + height / 2,
    )


def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)


# ---- scans ------------------------------------------------------------------------------------------------------


@needs_tesseract
@pytest.mark.parametrize(("degrees", "noise"), [(0, 0), (1.5, 12), (-2.5, 12)])
def test_a_scan_is_read_and_its_words_stand_where_they_are_seen(degrees: float, noise: int) -> None:
    truth, parts = read_pdf(drawn()), read_pdf(scan(drawn(), degrees=degrees, noise=noise))
    assert parts.text.split() == " ".join(LINES).split()
    found = centres(parts)
    for text, (x, y) in centres(truth).items():
        assert found[text] == pytest.approx(turned(x, y, degrees), abs=2.5)


@needs_tesseract
@pytest.mark.parametrize(("degrees", "noise"), [(0, 0), (1.5, 12), (90, 0)])
def test_a_ruled_table_on_a_scan_is_a_table(degrees: float, noise: int) -> None:
    page = Drawing()
    page.lines(72, 90, LINES[:2], size=12)
    page.table(
        72, 140, [240, 100, 100],
        [["Action", "Owner", "By when"], ["Ask the owners of the moored boats for their dues", "Clerk", "May 2019"]],
    )  # fmt: skip
    rows = [block for block in told(read_pdf(scan(page.done(), degrees=degrees, noise=noise))) if "table_row" in block]
    assert [row.split(" | ") for row in rows] == [
        ["table_row Action", "Owner", "By when"],
        ["table_row Ask the owners of the moored boats for their dues", "Clerk", "May 2019"],
    ]


@needs_tesseract
@pytest.mark.parametrize("degrees", [90, 180])
def test_a_page_that_lies_on_its_side_is_turned(degrees: int) -> None:
    truth, parts = read_pdf(drawn()), read_pdf(scan(drawn(), degrees=degrees))
    assert parts.text.split() == " ".join(LINES).split()
    x, y = centres(truth)["Minutes"]
    shown = {90: (y, 595.28 - x), 180: (595.28 - x, 841.89 - y)}[degrees]
    assert centres(parts)["Minutes"] == pytest.approx(shown, abs=2.5)


@needs_tesseract
def test_the_receipt_and_citations_say_what_was_recognised(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(drawn(), degrees=1.5, noise=12))
    document = read(path)
    assert document.receipt.ocr_pages == (1,)
    assert not document.receipt.partial
    start = document.text.index("RESOLVED")
    citation = document.cite(start, start + len(LINES[2]))
    assert document.text[citation.start : citation.end] == citation.quote == LINES[2]
    assert citation.confidence is not None
    assert 0.7 < citation.confidence <= 1
    assert citation.page == 1
    assert citation.boxes


@needs_tesseract
@pytest.mark.parametrize(("coarse", "warned"), [(1, False), (2, False), (6, True)])
def test_pages_that_are_hard_to_read_are_named(coarse: int, warned: bool) -> None:
    parts = read_pdf(scan(drawn(), noise=12, coarse=coarse, copies=2))
    assert parts.ocr_pages == (1, 2)
    assert [each.split(":")[0] for each in parts.warnings] == ["hard to read on pages 1-2"] * warned


@needs_tesseract
def test_a_stamp_on_a_scan_is_not_taken_for_its_text() -> None:
    parts = read_pdf(scan(drawn(), stamp="Page 3"))
    assert parts.ocr_pages == (1,)
    assert "RESOLVED that the slipway" in parts.text
    assert "Page 3" in parts.text


def test_a_scan_that_carries_its_text_keeps_it() -> None:
    parts = read_pdf(scan(drawn(), stamp=" ".join(LINES)))
    assert parts.ocr_pages == ()
    assert parts.text.split() == " ".join(LINES).split()


def test_words_of_the_file_itself_have_no_confidence(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(drawn())
    assert read(path).cite(0, 7).confidence is None


def test_a_blank_page_is_neither_lost_nor_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(monkeypatch)
    page = Drawing()
    page.text(60, 80, "There is nothing on the next page.")
    page.next_page()
    receipt = read_pdf(page.done()).receipt()
    assert (receipt.empty_pages, receipt.ocr_pages, receipt.warnings) == ((), (), ())


@needs_tesseract
def test_the_blank_back_of_a_scan_is_not_lost() -> None:
    parts = read_pdf(scan(Drawing().done(), noise=12))
    assert (parts.text, parts.empty_pages) == ("", ())


@needs_tesseract
def test_a_picture_without_words_is_reported() -> None:
    page = Drawing()
    chance = random.Random(3)
    for _ in range(40):
        x, y = chance.uniform(60, 500), chance.uniform(60, 700)
        page.rule(x, y, x + chance.uniform(-60, 60), y + chance.uniform(-60, 60))
    parts = read_pdf(scan(page.done()))
    assert parts.empty_pages == (1,) or parts.ocr_pages == (1,)


def test_without_tesseract_the_pages_are_named_once_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(monkeypatch)
    parts = read_pdf(scan(drawn()))
    assert (parts.text, parts.pages_out, parts.empty_pages) == ("", 1, (1,))
    assert parts.receipt().partial
    (warning,) = parts.warnings
    assert "page 1" in warning
    assert "apt install tesseract-ocr" in warning
    assert "brew install tesseract" in warning


@needs_tesseract
def test_where_recognition_fails_the_page_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 0.001)
    parts = read_pdf(scan(drawn()))
    assert parts.empty_pages == (1,)
    (warning,) = parts.warnings
    assert warning.startswith("page 1: text recognition failed")


@needs_tesseract
def test_pages_for_which_no_time_is_left_are_named() -> None:
    parts = read_pdf(scan(drawn(), copies=3), seconds=0)
    assert (parts.ocr_pages, parts.empty_pages) == ((1,), (2, 3))
    assert parts.warnings == (
        "pages 2-3: no usable text, and no time left to recognise it; give the file more with --timeout",
    )


# ---- broken text layers -----------------------------------------------------------------------------------------


def broken(*, lines: list[str], below: str = "", unseen: str = "") -> bytes:
    """Lines in a font whose Unicode map leads to private use, and one below in a font that all readers know.

    What is `unseen` stands in that font, too, and is drawn white on white.
    """
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, pageCompression=0)
    canvas.setFont("Vera", 12)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 16 * number, line)
    canvas.setFillGray(1)
    canvas.drawString(72, 570, unseen)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 600, below)
    canvas.save()
    return re.sub(rb"<00([0-9A-Fa-f]{2})>(?=\s*\n)", rb"<E0\1>", buffer.getvalue())


@needs_tesseract
def test_words_that_are_not_what_is_seen_are_replaced() -> None:
    parts = read_pdf(broken(lines=LINES, below="The meeting closed at 8.15 pm."))
    assert parts.text.split() == " ".join([*LINES, "The meeting closed at 8.15 pm."]).split()
    assert (parts.ocr_pages, parts.empty_pages) == ((1,), ())
    assert parts.words is not None
    assert parts.words.confidence is not None
    recognised = ~np.isnan(parts.words.confidence)
    assert recognised.tolist() == [True] * len(" ".join(LINES).split()) + [False] * 6


@needs_tesseract
def test_what_a_font_draws_as_nothing_is_no_word_and_nothing_lost() -> None:
    parts = read_pdf(broken(lines=[], below="The meeting closed at 8.15 pm.", unseen="T Orme, Chair"))
    assert (parts.text, parts.ocr_pages, parts.empty_pages) == ("The meeting closed at 8.15 pm.", (), ())


def test_without_tesseract_a_page_with_a_broken_text_layer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(monkeypatch)
    parts = read_pdf(broken(lines=LINES, below="The meeting closed at 8.15 pm."))
    assert parts.empty_pages == (1,)
    assert "The meeting closed at 8.15 pm." in parts.text
    assert len(parts.warnings) == 1


@pytest.mark.parametrize(
    ("text", "gibberish"),
    [
        ("The Committee considered the report of the Director and agreed its recommendations. " * 4, False),
        ("Ystyriodd y Pwyllgor adroddiad y Cyfarwyddwr a chytunodd ar ei argymhellion. " * 4, False),
        ("WKH&RPPLWWHHFRQVLGHUHGWKHUHSRUWRIWKH'LUHFWRUDQGDJUHHGLWVUHFRPPHQGDWLRQV " * 4, True),
        ("1,204 3,310 CCTV 44% HR", False),
    ],
)
def test_text_by_a_wrong_code_has_hardly_any_vowels(text: str, gibberish: bool) -> None:
    assert _gibberish(text) == gibberish
