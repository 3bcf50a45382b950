"""Scanned pages that come as pictures: they are read as scans in a PDF are."""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from ingest import read
from ingest.pdf import ocr
from ingest.pdf.pictured import as_pdf
from minutes.errors import InputError
from tests.ingest.pdf.drawing import Drawing

needs_tesseract = pytest.mark.skipif(
    not ocr.available(), reason="Tesseract is not installed (apt install tesseract-ocr)"
)
LINES = ["Minutes of the Ferry Board held on 6 May 2021", "RESOLVED that the ramp be tarred before Whitsun."]


def pictured(form: str, *, pages: int = 1, mode: str = "L", **settings: object) -> bytes:
    drawing = Drawing()
    drawing.lines(72, 120, LINES, size=12)
    page = pdfium.PdfDocument(drawing.done())[0]
    frame = page.render(scale=200 / 72).to_pil().convert(mode)
    out = io.BytesIO()
    more = {"save_all": True, "append_images": [frame] * (pages - 1)} if pages > 1 else {}
    frame.save(out, form, **more, **settings)
    return out.getvalue()


@needs_tesseract
@pytest.mark.parametrize(
    ("name", "form", "pages", "mode"),
    [("a.png", "PNG", 1, "RGBA"), ("a.jpg", "JPEG", 1, "L"), ("a.tif", "TIFF", 2, "1"), ("a.png", "PNG", 1, "P")],
)
def test_a_scanned_picture_is_read(tmp_path: Path, name: str, form: str, pages: int, mode: str) -> None:
    path = tmp_path / name
    path.write_bytes(pictured(form, pages=pages, mode=mode))
    document = read(path)
    assert document.text.split() == " ".join(LINES * pages).split()
    assert (document.pages, document.receipt.ocr_pages) == (pages, tuple(range(1, pages + 1)))
    assert document.media_type == f"image/{form.lower()}"
    assert document.receipt.warnings == ()


@pytest.mark.parametrize(
    ("dots", "height"),
    [(200, 842), (300, 561), (400, 842), (72, 842)],  # with the last two it would be a card, or a sheet of 32 inches
)
def test_a_page_is_as_large_as_the_picture_says_or_a4(dots: int, height: float) -> None:
    pdf = pdfium.PdfDocument(as_pdf(pictured("PNG", dpi=(dots, dots))))
    assert pdf[0].get_height() == pytest.approx(height, abs=1)


def test_a_picture_that_was_turned_is_set_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # the camera lay on its side
    pdf = pdfium.PdfDocument(as_pdf(pictured("JPEG", exif=turned)))
    assert pdf[0].get_width() > pdf[0].get_height()


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", pictured("PNG")[:900], pictured("JPEG")[:300]])
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="the picture is damaged; scan or download it again"):
        as_pdf(data)


def test_a_picture_with_too_many_dots_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(InputError, match="too large to be of a page"):
        as_pdf(pictured("PNG"))
