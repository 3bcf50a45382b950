"""PDF: text, fonts and boxes from PDFium, which reads some hundred pages a second."""

import ctypes
import math
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from ingest.builder import TextBuilder
from ingest.parts import Parts, meaningful_title
from ingest.pdf.layout import lay_out
from ingest.pdf.pages import Page, PageWord, Ruling
from ingest.pdf.scans import Recognition, garbled, stamped
from minutes.errors import EncryptedError, InputError
from minutes.model import Words

Affine = NDArray[np.float64]

THIN = 3.0  # points; a drawn shape thinner than this is a line
MOST_SHAPES = 4000  # a page with more is a drawing, not a table
SMALLER = 0.85  # times the size of the text, at most: the mark of a note
UNIT = 2.0  # points; a font no larger is scaled to all its sizes, others mostly to one
LINE_END_HYPHENS = "\x02\ufffe\xad"  # how PDFium hands out a hyphen that it takes for a word break
# PDFium runs a word broken at a line end on into the next line; each half is a word with a place of its own.
_WORD = re.compile(rf"[^\s{LINE_END_HYPHENS}]+[{LINE_END_HYPHENS}]?")
# Control and private use characters, and the one for what cannot be told: none of them is ever seen.
_UNSEEN = re.compile("[\x00-\x01\x03-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_REPLACED = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "•", "\uf06f": "•", "\uf0d8": "•", "\uf0fc": "•", "\u200b": None, "\ufeff": None}
    | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
    | dict.fromkeys((chr(code) for code in range(32) if chr(code) not in "\t\n\r\x02"), None)
)


def read_pdf(data: bytes, *, password: str | None = None, seconds: float | None = None) -> Parts:
    """Read a PDF into blocks with every word placed. After `seconds` no more pages are given to text recognition.

    Raises:
        EncryptedError: if it needs a password, or another one.
        InputError: if PDFium cannot open it.
    """
    pdf = _open(data, password)
    try:
        pages: list[Page] = []
        warnings: list[str] = []
        recognition = Recognition(seconds)
        for index in range(len(pdf)):
            try:
                pages.append(_page(pdf, index, recognition))
            except pdfium.PdfiumError as error:
                warnings.append(f"page {index + 1} could not be read ({error})")
        title = meaningful_title(pdf.get_metadata_value("Title"))
        count = len(pdf)
    finally:
        pdf.close()
    warnings += recognition.problems()
    if pages and not any(page.words or page.unread for page in pages):
        warnings.append("every page is blank")
    builder = TextBuilder()
    lay_out(pages, builder)
    return Parts(
        text=builder.text,
        blocks=tuple(builder.blocks),
        words=builder.words,
        title=title,
        pages=count,
        pages_in=count,
        pages_out=len(pages),
        characters=_characters_on(pages, builder.words),
        empty_pages=tuple(page.number for page in pages if page.unread),
        ocr_pages=tuple(page.number for page in pages if page.recognised),
        tables=len({block.table for block in builder.blocks if block.table is not None}),
        pictures=sum(page.pictures for page in pages if not page.words),
        warnings=tuple(warnings),
    )


def _characters_on(pages: Sequence[Page], words: Words | None) -> tuple[int, ...]:
    """How many characters of the text stand on each page, white space aside."""
    if words is None:
        return (0,) * len(pages)
    lengths = np.bincount(words.page, weights=words.end - words.start, minlength=pages[-1].number + 1)
    return tuple(int(lengths[page.number]) for page in pages)


def _open(data: bytes, password: str | None) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data, password=password)
        if not len(pdf):
            raise InputError("the PDF holds no pages; save or download it again")
        return pdf
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            asked = "the password given does not open it" if password else "it is protected by a password"
            raise EncryptedError(f"{asked}; give the right one with --password") from error
        raise InputError(f"the PDF is damaged ({error}); save or download it again") from error


def _page(pdf: pdfium.PdfDocument, index: int, recognition: Recognition) -> Page:
    page = pdf[index]
    try:
        width, height = page.get_size()
        place = _to_top_left(page, width, height)
        textpage = page.get_textpage()
        words = list(_words(textpage, place))
        textpage.close()
        rulings, pictures = _shapes(page, place)
        read = Page(index + 1, width, height, words, rulings, pictures)
        if not words or garbled(words) or stamped(page, read):
            recognition.read(page, read)
        read.words = [word for word in read.words if word.text]
        return read
    finally:
        page.close()


# ---- words ------------------------------------------------------------------------------------------------------


def _to_top_left(page: pdfium.PdfPage, width: float, height: float) -> Affine:
    """The affine map (shape 3 x 2) from the page's own space to points from the top left corner as displayed.

    Three points are enough to find it, whatever the crop box and rotation.
    """
    scale = 1000
    x, y = ctypes.c_int(), ctypes.c_int()
    found = []
    for point in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
        raw.FPDF_PageToDevice(page, 0, 0, round(width * scale), round(height * scale), 0, *point, x, y)
        found.append((x.value / scale, y.value / scale))
    origin, along_x, along_y = (np.array(point) for point in found)
    return np.stack([(along_x - origin) / 100, (along_y - origin) / 100, origin])


def _place(corners: list[tuple[float, float, float, float]], place: Affine) -> Affine:
    """Boxes (n x 4: left, bottom, right, top in page space) as x0, top, x1, bottom from the top left."""
    boxes = np.array(corners, dtype=np.float64).reshape(-1, 4)
    first = boxes[:, [0, 1]] @ place[:2] + place[2]
    second = boxes[:, [2, 3]] @ place[:2] + place[2]
    return np.hstack([np.minimum(first, second), np.maximum(first, second)])


def _words(textpage: pdfium.PdfTextPage, place: Affine) -> Iterator[PageWord]:
    """The words in file order. A word is a run of characters that PDFium sets no space into."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return
    characters = _characters(textpage, count)
    handle = textpage.raw
    spans = list(_spans(handle, characters))
    boxes = _place(list(_corners(handle, spans)), place).tolist()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    matrix, scales = raw.FS_MATRIX(), dict[tuple[bytes, float], float]()
    mapped = not any(raw.FPDFText_HasUnicodeMapError(handle, start) == 1 for start, _ in spans)
    foreign = _gibberish(characters)
    for (start, end), (x0, y0, x1, y1) in zip(spans, boxes, strict=True):
        text = characters[start:end]
        garbled = end - start if foreign else 0
        if not mapped:
            garbled = sum(raw.FPDFText_HasUnicodeMapError(handle, at) == 1 for at in range(start, end))
        if not text.isascii() or not text.isprintable():  # most are, and translating is slow
            garbled = max(garbled, len(_UNSEEN.findall(text)))
            text = text.translate(_REPLACED)
        if text[-1:] in LINE_END_HYPHENS:
            text = text[:-1] + "-"
        if not text and not garbled:
            continue
        raw.FPDFText_GetFontInfo(handle, start, name, 128, flags)
        size, bold = raw.FPDFText_GetFontSize(handle, start), _is_bold(name.value)
        font = name.value, size
        if size <= UNIT or font not in scales:
            raw.FPDFText_GetMatrix(handle, start, matrix)
            scales[font] = math.hypot(matrix.c, matrix.d)
        size *= scales[font]
        if not 0.5 < size / max(y1 - y0, 0.1) < 1.6:
            size = (y1 - y0) * 0.85
        yield PageWord(text, x0, y0, x1, y1, size, bold, garbled=garbled)


def _spans(handle: Any, characters: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end."""
    for match in _WORD.finditer(characters):
        start, end = match.span()
        if end - start > 2 and characters[end - 1].isdigit():
            yield from _parted(handle, characters, start, end)
        else:
            yield start, end


def _corners(handle: Any, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[float, float, float, float]]:
    """The box of each word in page space: what holds its first and its last character."""
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    for start, end in spans:
        raw.FPDFText_GetLooseCharBox(handle, start, reference)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if end - start > 1:
            raw.FPDFText_GetLooseCharBox(handle, end - 1, reference)
            left, right = min(left, box.left), max(right, box.right)
            bottom, top = min(bottom, box.bottom), max(top, box.top)
        yield left, bottom, right, top


def _parted(handle: Any, characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word, and apart from a figure the raised number of a note at its end: "1,022" and "3", which make no 1,0223."""
    at, size = end, SMALLER * raw.FPDFText_GetFontSize(handle, start)
    while at > start + 1 and characters[at - 1].isdigit() and raw.FPDFText_GetFontSize(handle, at - 1) < size:
        at -= 1
    if at < end and characters[at - 1] in "%0123456789" and _is_raised(handle, start, at):
        yield start, at
        yield at, end
    else:
        yield start, end


def _is_raised(handle: Any, start: int, at: int) -> bool:
    first, mark = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, start, ctypes.byref(first))
    raw.FPDFText_GetLooseCharBox(handle, at, ctypes.byref(mark))
    return bool(mark.bottom > first.bottom + 0.1 * (first.top - first.bottom))


def _gibberish(characters: str) -> bool:
    """Whether a page's Latin letters are no language's: each has its vowels, a wrong code has hardly any."""
    lowered = characters.lower()
    letters = sum(map(lowered.count, string.ascii_lowercase))
    return letters >= 200 and sum(map(lowered.count, "aeiou")) < 0.15 * letters


def _characters(textpage: pdfium.PdfTextPage, count: int) -> str:
    """One character for each of PDFium's, so that string indices are its indices."""
    if raw.FPDFText_GetTextIndexFromCharIndex(textpage, count - 1) == count - 1:
        buffer = (ctypes.c_ushort * (count + 1))()
        got = raw.FPDFText_GetText(textpage, 0, count, buffer)
        units = np.frombuffer(bytes(buffer), dtype=np.uint16, count=count)
        if got == count + 1 and not ((units >= 0xD800) & (units < 0xE000)).any():
            return str(units.tobytes(), "utf-16-le")
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(" " if code in (0, 0xFFFF) or 0xD800 <= code < 0xE000 else chr(code) for code in codes)


@lru_cache(maxsize=1024)
def _is_bold(font: bytes) -> bool:
    return bool(_BOLD_NAME.search(font.decode("utf-8", "replace")))


def _shapes(page: pdfium.PdfPage, place: Affine) -> tuple[list[Ruling], int]:
    """The ruled lines on a page (outlines of rectangles too) and how many pictures it holds."""
    corners: list[tuple[float, float, float, float]] = []
    pictures = shapes = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        shapes += 1
        if shapes > MOST_SHAPES:
            return [], pictures
        if raw.FPDFPath_CountSegments(item) > 6:
            corners.extend(_segments(item))
        elif raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            corners.append((left.value, bottom.value, right.value, top.value))
    rulings: list[Ruling] = []
    for x0, y0, x1, y1 in _place(corners, place) if corners else ():
        rulings.extend(_edges(float(x0), float(y0), float(x1), float(y1)))
    return rulings, pictures


def _segments(item: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path that draws more than one line."""
    a, b, c, d, e, f = item.get_matrix().get()
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(item), 400)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        drawn = last and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO
        if last and drawn and (abs(point[0] - last[0]) < 1 or abs(point[1] - last[1]) < 1):
            yield (*last, *point)
        last = point


def _edges(x0: float, top: float, x1: float, bottom: float) -> Iterator[Ruling]:
    width, height = x1 - x0, bottom - top
    if height < THIN:
        if width > THIN:
            middle = (top + bottom) / 2
            yield Ruling(x0, middle, x1, middle)
    elif width < THIN:
        middle = (x0 + x1) / 2
        yield Ruling(middle, top, middle, bottom)
    else:
        yield from (Ruling(x0, top, x1, top), Ruling(x0, bottom, x1, bottom))
        yield from (Ruling(x0, top, x0, bottom), Ruling(x1, top, x1, bottom))
