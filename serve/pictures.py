"""Pages of PDF files and scanned pictures, drawn by PDFium when they are looked at and kept for a while."""

import hashlib
import io
from functools import lru_cache
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.pdf.pictured import as_pdf
from ingest.reading import PDF, PICTURES
from minutes.errors import EncryptedError, InputError
from minutes.model import DocumentInfo

KEPT = 64  # pictures in memory; one takes about 200 kB
MOST_PIXELS = 12_000_000  # of one picture; a poster is drawn more coarsely
DRAWN = {PDF.media_type, *(each.media_type for each in PICTURES.values())}
_pdfium = Lock()  # PDFium does one thing at a time


def picture(info: DocumentInfo, number: int, *, zoom: float) -> bytes:
    """Page `number` of a document, from 1, as a PNG of `zoom` pixels a point.

    Raises:
        EncryptedError: if the file needs a password, which is not kept.
        InputError: if it is gone, is no longer the one that was read, or has no such page.
    """
    return _drawn(str(original(info)), info.sha256, number, zoom)


def size(info: DocumentInfo, number: int) -> tuple[float, float]:
    """Width and height of a page in points, as displayed.

    Raises:
        InputError: as `picture` does.
    """
    return _size(str(original(info)), info.sha256, number)


def original(info: DocumentInfo) -> Path:
    """The file that a document was read from.

    Raises:
        InputError: if it is gone, or is no longer the one that was read: its words would stand elsewhere.
    """
    path = Path(info.path)
    try:
        now = path.stat()
        if _sha256(str(path), now.st_mtime_ns, now.st_size) == info.sha256:
            return path
    except OSError as error:
        raise InputError(
            f"There is no file {path.name} any more where it was read; put it back, or take the document out: "
            f"minutebook remove {info.id}"
        ) from error
    raise InputError(f"The file {path.name} has changed since it was read; run: minutebook ingest")


@lru_cache(maxsize=512)
def _sha256(path: str, _changed: int, _size: int) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=KEPT)
def _drawn(path: str, _sha256: str, number: int, zoom: float) -> bytes:
    with _pdfium, _opened(path) as pdf:
        page = _page(pdf, number)
        scale = min(zoom, (MOST_PIXELS / (page.get_width() * page.get_height())) ** 0.5)
        image = page.render(scale=scale).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)  # a tenth of the time of the usual level, for a third more bytes
    return out.getvalue()


@lru_cache(maxsize=4096)
def _size(path: str, _sha256: str, number: int) -> tuple[float, float]:
    with _pdfium, _opened(path) as pdf:
        page = _page(pdf, number)
        return float(page.get_width()), float(page.get_height())


def _opened(path: str) -> pdfium.PdfDocument:
    try:
        with Path(path).open("rb") as file:
            pictured = file.read(4).startswith(tuple(PICTURES))
        return pdfium.PdfDocument(as_pdf(Path(path).read_bytes()) if pictured else path)
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise
        raise EncryptedError(
            "There is no picture of this page: its file needs a password, which is not kept; read its text"
        ) from error


def _page(pdf: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    if not 1 <= number <= len(pdf):
        raise InputError(f"There is no page {number} in this file; it has {len(pdf)}")
    return pdf[number - 1]
