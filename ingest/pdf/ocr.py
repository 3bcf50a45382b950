"""Text recognition for pages that carry no usable text: Tesseract, on a picture that is cleaned and straightened first.

    picture ─> background evened out ─> skew found and undone ─> Tesseract ─> words, and where they stand as displayed

Tesseract is a program of its own: a picture that brings it down does not take the reader with it.
"""

import math
import os
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pytesseract
from lxml import etree
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ingest.pdf.pages import PageWord, Ruling

DPI = 200  # finer, Tesseract takes specks for letters, and reads small type no better; it needs twice the time
LANGUAGE = "eng"
SECONDS = 30  # for one run of Tesseract; a usual page takes two
INSTALL = "install Tesseract (Debian: apt install tesseract-ocr; macOS: brew install tesseract) and read the file again"
MOST_SKEW = 5.0  # degrees; a page that was put into the scanner worse than that is rare
LEAST_SKEW = 0.1  # degrees; less is not worth the blur of turning the picture
COLUMN = 4  # page segmentation: one column of lines of any size. Columns are told apart later, by where the words stand
POOR = 0.6  # a page whose words are on average less sure may lie on its side
INK = 150  # a shade as dark as this is drawn or printed
RULED, THICK = 30.0, 4.0  # points; the least length of a ruled line, and the most that it is thick
SOLID = 0.95  # of a ruled line that is ink; a scanner breaks it here and there
# Of what stands as a word, what may be one: a letter or digit is in it, or it is a bullet, dash or sign.
_LEGIBLE = re.compile(r"[^\W_]|^[•●○■□☐☑☒&£$€%+–—-]$")


class UnreadError(Exception):
    """Tesseract gave up on a page."""


class Recognised(NamedTuple):
    """The words and ruled lines of a page set upright, in points, and how large the page then is.

    Each word's `drawn` says where it stands on the page as displayed, where that is not the same.
    """

    words: list[PageWord]
    width: float
    height: float
    rulings: list[Ruling]


class _Turn(NamedTuple):
    """From the upright picture back to the one displayed: about its centre, clockwise by degrees."""

    degrees: float
    upright: tuple[int, int]  # width, height in pixels
    shown: tuple[int, int]

    def back(self, x: float, y: float) -> tuple[float, float]:
        angle = math.radians(self.degrees)
        x, y = x - self.upright[0] / 2, y - self.upright[1] / 2
        return (
            x * math.cos(angle) - y * math.sin(angle) + self.shown[0] / 2,
            x * math.sin(angle) + y * math.cos(angle) + self.shown[1] / 2,
        )


class _Seen(NamedTuple):
    """A word as Tesseract sees it, in pixels; its top and bottom are those of the line that it stands on."""

    text: str
    confidence: float  # 0 to 1
    x0: float
    top: float
    x1: float
    bottom: float


@cache
def available() -> bool:
    """Whether Tesseract and its English model are installed."""
    try:
        return LANGUAGE in pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError):
        return False


def recognise(picture: Image.Image, *, dpi: float = DPI) -> Recognised:
    """The words on a picture of a page (mode L), at `dpi` pixels an inch.

    Raises:
        UnreadError: if Tesseract fails, or takes longer than `SECONDS`.
    """
    clean = even(picture)
    best, upright, turned = _upright(clean, 0, dpi)
    if not best or _sureness(best) < POOR:
        best, upright, turned = _sideways(clean, dpi) or (best, upright, turned)
    scale = 72 / dpi
    turn = _Turn(turned, upright.size, picture.size)
    sizes = _sizes(best)
    words = []
    for seen, size in zip(best, sizes, strict=True):
        box = (seen.x0 * scale, seen.top * scale, seen.x1 * scale, seen.bottom * scale)
        drawn = _drawn(seen, turn, scale) if turned else None
        words.append(PageWord(seen.text, *box, size * scale, False, confidence=seen.confidence, drawn=drawn))
    return Recognised(words, upright.width * scale, upright.height * scale, list(_rulings(upright, scale)))


def _upright(clean: Image.Image, quarters: int, dpi: float) -> tuple[list[_Seen], Image.Image, float]:
    """What is read after so many quarter turns anticlockwise and straightening, on which picture, turned by what."""
    picture = clean.rotate(90 * quarters, expand=True) if quarters else clean
    degrees = skew(picture)
    if degrees:
        picture = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return list(_read(picture, dpi)), picture, 90 * quarters + degrees


def _sideways(clean: Image.Image, dpi: float) -> tuple[list[_Seen], Image.Image, float] | None:
    """The reading of a page that lies on its side or upside down; null if it does not.

    Tried at half the resolution, which takes a quarter of the time and tells as well which way is up.
    """
    small = clean.reduce(2)
    sure = {quarters: _legibility(_upright(small, quarters, dpi / 2)[0]) for quarters in range(4)}
    quarters = max(sure, key=lambda quarters: sure[quarters])
    return _upright(clean, quarters, dpi) if quarters else None


def _sureness(words: Sequence[_Seen]) -> float:
    return statistics.fmean(word.confidence for word in words)


def _legibility(words: Iterable[_Seen]) -> float:
    return sum(len(word.text) * word.confidence**2 for word in words)


# ---- the picture ------------------------------------------------------------------------------------------------


def even(picture: Image.Image) -> Image.Image:
    """The picture with its background made white, whatever shade the paper has here or there (mode L).

    The background is what is left when everything smaller than a thick letter is taken out; dividing by it
    keeps the shades of faint type, which a threshold would lose.
    """
    paper = picture.reduce(8).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.BoxBlur(6))
    shade = np.asarray(paper.resize(picture.size, Image.Resampling.BICUBIC), dtype=np.float32)
    levels = np.asarray(picture, dtype=np.float32) * 255 / np.maximum(shade, 1)
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


def skew(clean: Image.Image) -> float:
    """By how many degrees to turn a page anticlockwise so that its lines lie level; 0 where it is hardly askew.

    The angle at which the profile of dark pixels, row by row, changes most sharply between lines and the space
    between them (Postl 1986), sought ever more finely.
    """
    dark = clean.reduce(4).point(lambda value: 255 if value < 170 else 0)

    def sharpness(degrees: float) -> float:
        rows = np.asarray(dark.rotate(degrees, Image.Resampling.BILINEAR), dtype=np.float32).sum(axis=1)
        return float((np.diff(rows) ** 2).sum())

    best = 0.0
    for step, reach in ((1.0, MOST_SKEW), (0.25, 0.75), (0.05, 0.2)):
        count = round(reach / step)
        best = max((best + step * k for k in range(-count, count + 1)), key=sharpness)
    return round(best, 2) if abs(best) >= LEAST_SKEW else 0.0


def blank(picture: Image.Image) -> bool:
    """Whether a page shows nothing but paper: specks and the shadows at its edges aside."""
    clean = even(picture).reduce(2).filter(ImageFilter.MedianFilter(5))
    across, down = clean.width // 20, clean.height // 20
    inside = np.asarray(clean)[down:-down, across:-across]
    return bool((inside < 128).mean() < 3e-5)  # about one digit


def _rulings(upright: Image.Image, scale: float) -> Iterator[Ruling]:
    """The level and upright lines of a page, in points: long thin stretches of ink. `scale` is points a pixel."""
    ink = np.asarray(upright) < INK
    for x0, y0, x1, y1 in _level(ink, scale):
        middle = (y0 + y1) / 2 * scale
        yield Ruling(x0 * scale, middle, x1 * scale, middle)
    for y0, x0, y1, x1 in _level(ink.T, scale):
        middle = (x0 + x1) / 2 * scale
        yield Ruling(middle, y0 * scale, middle, y1 * scale)


def _level(ink: NDArray[np.bool_], scale: float) -> Iterator[tuple[int, int, int, int]]:
    """Lines along the rows, in pixels: where one begins, its first row, where it ends, its last row.

    A row is read together with those above and below it, as a line is seldom quite level.
    """
    length = round(RULED / scale)
    spread = np.pad(ink, ((1, 1), (0, 0)))
    spread = spread[:-2] | spread[1:-1] | spread[2:]
    held = np.pad(np.cumsum(spread, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    solid = held[:, length:] - held[:, :-length] >= SOLID * length  # what begins here is ink for so long
    lines: list[list[int]] = []  # that the row above has
    for row in (*np.flatnonzero(solid.any(axis=1)).tolist(), len(ink)):
        ends = np.flatnonzero(np.diff(solid[row], prepend=False, append=False)) if row < len(ink) else np.empty(0, int)
        here = [[start, row, end + length - 1, row] for start, end in ends.reshape(-1, 2).tolist()]
        for line in lines:
            below = [part for part in here if part[0] < line[2] and line[0] < part[2]] if row == line[3] + 1 else []
            for part in below:
                part[:2] = min(part[0], line[0]), line[1]
                part[2] = max(part[2], line[2])
            if not below and (line[3] - line[1] - 1) * scale <= THICK:  # less the rows above and below
                yield line[0], line[1], line[2], line[3]
        lines = here


# ---- Tesseract --------------------------------------------------------------------------------------------------


def _read(picture: Image.Image, dpi: float) -> Iterator[_Seen]:
    """The words that Tesseract finds, in its reading order."""
    # Documents are read side by side; a second thread for one of them would take a core from another.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    config = f"--psm {COLUMN} --oem 1 --dpi {dpi:.0f}"
    picture.format = "PPM"  # to be handed over as it is: to compress it takes 60 ms a page
    try:
        page = pytesseract.image_to_pdf_or_hocr(picture, LANGUAGE, config, extension="hocr", timeout=SECONDS)
    except (pytesseract.TesseractError, RuntimeError) as error:  # the latter when time is up
        raise UnreadError(" ".join(str(error).split())) from error
    for line in etree.fromstring(page).iter("{*}span"):
        if "x_size" in line.get("title", ""):
            yield from _line(line)


def _line(line: etree._Element) -> Iterator[_Seen]:
    said = _properties(line)
    left, _, _, bottom = said["bbox"]
    slope, offset = said.get("baseline", (0.0, 0.0))
    height, descent = said["x_size"][0], said["x_descenders"][0]
    for word in line.iter("{*}span"):
        text = "".join(word.itertext()).strip()
        if word.get("class") != "ocrx_word" or not _LEGIBLE.search(text):
            continue
        own = _properties(word)
        x0, _, x1, _ = own["bbox"]
        base = bottom + offset + slope * ((x0 + x1) / 2 - left)
        yield _Seen(text, own["x_wconf"][0] / 100, x0, base - height + descent, x1, base + descent)


def _properties(element: etree._Element) -> dict[str, tuple[float, ...]]:
    """What an hOCR element's title says: "bbox 10 20 30 40; x_wconf 93"."""
    found = {}
    for part in element.get("title", "").split(";"):
        name, *values = part.split()
        found[name] = tuple(map(float, values))
    return found


def _sizes(words: Sequence[_Seen]) -> list[float]:
    """The size of each word's type in pixels: the page's own wherever it is near, since it is only measured."""
    if not words:
        return []
    usual = statistics.median(word.bottom - word.top for word in words)
    heights = (word.bottom - word.top for word in words)
    return [usual if 0.8 < height / usual < 1.25 else height for height in heights]


def _drawn(seen: _Seen, turn: _Turn, scale: float) -> tuple[float, float, float, float]:
    """A word's box on the page as displayed, in points. A skewed word keeps its height: it is its middle that moves."""
    x, y = turn.back((seen.x0 + seen.x1) / 2, (seen.top + seen.bottom) / 2)
    across, down = (seen.x1 - seen.x0) / 2, (seen.bottom - seen.top) / 2
    if round(turn.degrees / 90) % 2:
        across, down = down, across
    return (x - across) * scale, (y - down) * scale, (x + across) * scale, (y + down) * scale
