"""Whether citations point at the words that they quote: python tests/benchmarks/citations.py FOLDER [--misses]

For every record taken from the PDFs below FOLDER, PDFium is asked what text stands inside the citation's boxes. It
should be the quote, white space and hyphens aside. And for every page: how many of the characters that PDFium finds
there stand in the document's blocks, since what does not was lost in silence. Nothing here passes or fails.
"""

import argparse
import ctypes
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from minutes.errors import InputError
from minutes.model import Box, Citation, Document, Extracted, Minutes
from workers import extract_file

ENOUGH = 0.995  # share of a page's characters that should stand in blocks
FINE = 1000  # PDFium counts a page's points in whole numbers: thousandths are fine enough
# PDFium counts a character as inside as soon as it is touched, and fonts claim more height than a line has:
# without its outer parts a box still meets full stops and quotation marks, but no neighbour above or below.
INSET = 0.15
SIDE = 0.3  # points
# White space, hyphens, what PDFium hands out for one at a line end, and the bullets of symbol fonts.
_LEFT_OUT = re.compile(r"[\s\x00-\x1f\u00ad\u200b\ufeff\ufffe\uffff\ue000-\uf8ff\u2010\u2011•-]+")


class Miss(NamedTuple):
    """A record whose boxes hold something else than its quote."""

    kind: str
    citation: Citation
    found: str

    @property
    def reordered(self) -> bool:
        """Whether it is the same characters, which the file holds in another order."""
        return Counter(bare(self.citation.quote)) == Counter(bare(self.found))


class PageShare(NamedTuple):
    """How the characters in a page's blocks compare with those that PDFium finds on it, as shares of the latter."""

    page: int
    kept: float
    extra: float


def bare(text: str) -> str:
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))


def records(minutes: Minutes) -> Iterator[tuple[str, Extracted]]:
    for kind in ("items", "decisions", "actions", "metrics"):
        yield from ((kind, record) for record in getattr(minutes, kind))


def text_in(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, box: Box) -> str:
    """What PDFium finds in a box given in points from the top left of the page as displayed."""
    _, x0, top, x1, bottom = box
    inset = INSET * (bottom - top)
    ax, ay = _to_page(page, x0 + SIDE, top + inset)
    bx, by = _to_page(page, x1 - SIDE, bottom - inset)
    return str(textpage.get_text_bounded(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _to_page(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    width, height = (round(side * FINE) for side in page.get_size())
    a, b = ctypes.c_double(), ctypes.c_double()
    raw.FPDF_DeviceToPage(page, 0, 0, width, height, 0, round(x * FINE), round(y * FINE), a, b)
    return a.value, b.value


def misses(pdf: pdfium.PdfDocument, minutes: Minutes) -> list[Miss]:
    """The records whose boxes hold something else than their quote; those read by OCR have no text to compare with."""
    pages = [(page, page.get_textpage()) for page in pdf]
    wrong = []
    for kind, record in records(minutes):
        if record.citation.confidence is not None:
            continue
        found = "".join(text_in(*pages[box[0] - 1], box) for box in record.citation.boxes)
        if bare(found) != bare(record.citation.quote):
            wrong.append(Miss(kind, record.citation, found))
    return wrong


def page_shares(pdf: pdfium.PdfDocument, document: Document) -> Iterator[PageShare]:
    """One for each page on which PDFium finds any characters, those read by OCR left out."""
    held: dict[int, list[str]] = {}
    if words := document.words:
        for start, end, page in zip(words.start, words.end, words.page, strict=True):
            held.setdefault(int(page), []).append(document.text[start:end])
    for number, page in enumerate(pdf, start=1):
        if number in document.receipt.ocr_pages:
            continue
        there = Counter(bare(page.get_textpage().get_text_range()))
        kept = Counter(bare("".join(held.get(number, ()))))
        if total := there.total():
            yield PageShare(number, (there & kept).total() / total, (kept - there).total() / total)


def measure(path: Path, *, show: bool) -> tuple[int, int, int, int, int]:
    """Print one document's figures; records, records right, right but for their order, pages, pages in full."""
    document, minutes = extract_file(path)
    with pdfium.PdfDocument(path) as pdf:
        wrong, shares = misses(pdf, minutes), list(page_shares(pdf, document))
    short = [share for share in shares if share.kept < ENOUGH or share.extra > 1 - ENOUGH]
    count = sum(1 for _ in records(minutes))
    figures = (count, count - len(wrong), sum(miss.reordered for miss in wrong), len(shares), len(shares) - len(short))
    _print_row(path.name, figures)
    for page, kept, extra in short:
        say(f"    page {page}: {kept:.2%} of the characters kept, {extra:.2%} too many")
    for kind, citation, found in wrong if show else ():
        say(f"    {kind[:-1]} on page {citation.page}")
        say(f"      quote {citation.quote}")
        say(f"      found {' '.join(found.split())}")
    return figures


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _print_row(name: str, figures: Sequence[int]) -> None:
    count, right, reordered, pages, full = figures
    share = f"{right / count:.1%}" if count else "-"
    say(f"{name[:44]:<46}{right:>5} of {count:<5}{share:>7}  other order {reordered:<4} pages {full:>4} of {pages}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was quoted and what was found")
    arguments = parser.parse_args()
    total = [0] * 5
    for path in sorted(arguments.folder.rglob("*.pdf")):
        try:
            figures = measure(path, show=arguments.misses)
        except InputError as error:
            sys.stderr.write(f"{error}\n")
            continue
        total = [a + b for a, b in zip(total, figures, strict=True)]
    _print_row("all", total)


if __name__ == "__main__":
    main()
