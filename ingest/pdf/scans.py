"""Pages without usable text: which they are, and what text recognition makes of them.

A page is looked at where it holds no words, where its fonts do not say which letters they draw, or where it is a
picture with nothing but a stamp or a page number put on it.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from ingest.pdf.pages import Page, PageWord
from minutes.model import page_ranges

if TYPE_CHECKING:
    from PIL import Image

    from ingest.pdf.ocr import Recognised

GARBLED = 6  # letters; a page with more that are not what is seen is looked at, for fewer it is not worth the time
STAMP = 15  # words; no more than these, in small type over a picture of a page, are a stamp or a page number
STAMP_SIZE = 18.0  # points; larger is the title on a slide or cover
# The mean confidence of a page's words: typed and printed pages that are read well have 0.86 and more, one with every
# sixth word wrong has 0.73, and what is made of handwriting or of a picture has less.
DOUBTFUL = 0.8
MOST_PIXELS = 40_000_000  # of a page's picture; a poster is drawn more coarsely
PLAIN = 30  # of 255 shades of grey; a place whose shades differ by less shows no letter


def garbled(words: Sequence[PageWord]) -> bool:
    """Whether words are there that are not what is seen. A lone letter is only a bullet from a font of symbols."""
    return sum(word.garbled for word in words if word.garbled > 1) >= GARBLED


def stamped(page: pdfium.PdfPage, read: Page) -> bool:
    """Whether the page is a picture, and its only text a stamp or a page number put on it later."""
    if not read.pictures or len(read.words) > STAMP or any(word.size >= STAMP_SIZE for word in read.words):
        return False
    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        covered += (right - left) * (top - bottom)  # a scan may come in strips
    return covered >= 0.8 * read.width * read.height


class Recognition:
    """Reads the pages of one file that need it while there is time, and knows which it could not read, and why."""

    def __init__(self, seconds: float | None = None) -> None:
        self._end = math.inf if seconds is None else monotonic() + seconds
        self._longest = 0.0  # seconds for one page
        self._untried: list[int] = []
        self._late: list[int] = []
        self._doubtful: list[int] = []
        self._problems: list[str] = []

    def read(self, page: pdfium.PdfPage, read: Page) -> None:
        """Read what the page shows. One that shows nothing is left as it is, one that cannot be read is `unread`."""
        from ingest.pdf import ocr  # takes its time to load, and few files need it

        if not read.words and _white(page):
            return
        begun = monotonic()
        dots = min(ocr.DPI / 72, (MOST_PIXELS / (read.width * read.height)) ** 0.5)
        picture = _picture(page, dots)
        read.unread = bool(read.words) or not ocr.blank(picture)
        if not read.unread:
            return
        if not ocr.available():
            self._untried.append(read.number)
        elif self._longest and begun + self._longest > self._end:
            self._late.append(read.number)
        else:
            try:
                _take(read, ocr.recognise(picture, dpi=dots * 72), np.asarray(picture), dots)
            except ocr.UnreadError as error:
                self._problems.append(f"page {read.number}: text recognition failed ({error})")
            sure = [word.confidence for word in read.words if word.confidence is not None]
            if sure and statistics.fmean(sure) < DOUBTFUL:
                self._doubtful.append(read.number)
            self._longest = max(self._longest, monotonic() - begun)

    def problems(self) -> list[str]:
        """What could not be read, for want of a program or of time, or hardly, and what to do about it."""
        from ingest.pdf.ocr import INSTALL

        missing = f"no usable text, and nothing to recognise it with; {INSTALL}"
        late = "no usable text, and no time left to recognise it; give the file more with --timeout"
        told = [
            f"{page_ranges(pages)}: {why}" for pages, why in ((self._untried, missing), (self._late, late)) if pages
        ]
        if self._doubtful:
            where = page_ranges(self._doubtful)
            told.append(
                f"hard to read on {where}: many words may be wrong; check them against the page or scan it again"
            )
        return [*self._problems, *told]


def _take(read: Page, seen: "Recognised", levels: NDArray[np.uint8], dots: float) -> None:
    """Put what was recognised in the place of what the page held. `levels` are the shades of the page as displayed.

    What a font draws as nothing, as that of a signature which was taken out does, is no word.
    """
    if garbled(read.words):
        drawn = [word for word in read.words if not word.garbled or _inked(word, levels, dots)]
        words = _mended(drawn, seen.words)
        read.recognised = words != drawn
        read.words, read.unread = words, garbled(words)
    elif len(seen.words) > len(read.words):
        read.words, read.width, read.height, read.rulings = seen
        read.recognised, read.unread = True, False
    else:
        read.unread = not read.words


def _inked(word: PageWord, levels: NDArray[np.uint8], dots: float) -> bool:
    """Whether anything is to be seen in the place of a word, less its upper and lower edge, where others reach in."""
    edge = (word.bottom - word.top) / 5
    rows = slice(max(0, round((word.top + edge) * dots)), round((word.bottom - edge) * dots) + 1)
    place = levels[rows, max(0, round(word.x0 * dots)) : round(word.x1 * dots) + 1]
    return bool(place.size and np.ptp(place) > PLAIN)


def _white(page: pdfium.PdfPage) -> bool:
    return bool(np.asarray(_picture(page, 0.5)).min() > 245)


def _picture(page: pdfium.PdfPage, scale: float) -> "Image.Image":
    """The page as displayed, in shades of grey, `scale` pixels a point."""
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture


def _mended(words: Sequence[PageWord], seen: Sequence[PageWord]) -> list[PageWord]:
    """The file's words, the garbled ones replaced by what is seen in their place. Line and type are the file's own."""
    garbled = [word for word in words if word.garbled]
    replaced: dict[int, list[PageWord]] = {}
    for word in seen if garbled else ():
        under = max(range(len(garbled)), key=lambda index: _shared(word, garbled[index]))
        if _shared(word, garbled[under]) > 0.5:
            line = garbled[under]
            fresh = replace(word, top=line.top, bottom=line.bottom, size=line.size, bold=line.bold, drawn=None)
            replaced.setdefault(id(line), []).append(fresh)
    return [new for word in words for new in replaced.get(id(word), [word])]


def _shared(word: PageWord, other: PageWord) -> float:
    """How much of a word lies on another, 0 to 1."""
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    down = min(word.bottom, other.bottom) - max(word.top, other.top)
    return max(0, across) * max(0, down) / ((word.x1 - word.x0) * (word.bottom - word.top))
