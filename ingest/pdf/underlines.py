"""Titles that are underlined: a rule right below a line, from its first word to its last, stands for bold type."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from ingest.pdf.lines import WIDE_GAP, is_label
from ingest.pdf.pages import Page, PageWord, Ruling

# In font sizes, from the foot of a word's box, which hangs below its letters: where an underline is drawn.
ABOVE, BELOW = 0.35, 0.12
OVER = 0.6  # font sizes; a rule that goes on further past the words parts cells, or is one to write on
GAP = 1.5  # points, between the pieces of one rule
_HEIGHT = attrgetter("top")


def embolden(page: Page, rows: Sequence[Sequence[PageWord]]) -> None:
    """Take lines, or parts of lines with a wide gap around them, as bold where they are underlined throughout."""
    flat = sorted((ruling for ruling in page.rulings if ruling.top == ruling.bottom), key=_HEIGHT)
    for row in rows if flat else ():
        foot, size = max(word.bottom for word in row), max(word.size for word in row)
        first = bisect_left(flat, foot - ABOVE * size, key=_HEIGHT)
        near = flat[first : bisect_right(flat, foot + BELOW * size, key=_HEIGHT)]
        for words in _parts(row) if near else ():
            if _is_underlined(words, near) and not any("@" in word.text or "://" in word.text for word in words):
                for word in words:
                    word.bold = word.underlined = True


def _parts(row: Sequence[PageWord]) -> Iterator[Sequence[PageWord]]:
    """A row cut at wide gaps, and behind a number, which may have no line below it."""
    apart = [i for i, (a, b) in enumerate(pairwise(row), 1) if b.x0 - a.x1 > WIDE_GAP * b.size]
    cuts = [0, *apart, len(row)]
    for start, end in pairwise(cuts):
        yield row[start:end]
        if not start and end > 1 and is_label(row[0].text):
            yield row[1:end]


def _is_underlined(words: Sequence[PageWord], rulings: Sequence[Ruling]) -> bool:
    """Whether one rule, maybe drawn in pieces, runs below all of the words and hardly past them."""
    left, right, slack = words[0].x0, max(word.x1 for word in words), OVER * words[0].size
    below = sorted(
        (ruling.x0, ruling.x1) for ruling in rulings if ruling.x1 > left - slack and ruling.x0 < right + slack
    )
    if not below or not left - slack < below[0][0] < left + GAP:
        return False
    reach = below[0][1]
    for x0, x1 in below:
        if x0 > reach + GAP:
            break
        reach = max(reach, x1)
    return right - GAP < reach < right + slack
