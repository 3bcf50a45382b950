"""Titles that are underlined and set apart by nothing else: a rule right below a line, from its first word to its last.

So are links, amendments and signatures: they are titles only where there are several, and numbers none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from ingest.headers import TITLE_WORDS
from ingest.pdf.pages import Page, PageWord, Ruling

# In font sizes, from the foot of a word's box, which hangs below its letters: where an underline is drawn.
ABOVE, BELOW = 0.35, 0.12
OVER = 0.6  # font sizes; a rule that goes on further past the words parts cells, or is one to write on
GAP = 1.5  # points, between the pieces of one rule
LEAST = 4  # titles; fewer lines are underlined for another reason
COUNTED = 3  # numbered lines, by which titles are known without this
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}(?:\.\d{1,2})+|\d{1,4}/\d{1,4}[.:]?")
_NO_TITLE = re.compile(
    r"[@/#%_]|\bwww\.|\.\w{2,4}\b|[.;,]$|^[^A-Z]"
)  # a link, a signature, a sentence, the rest of one
_HEIGHT = attrgetter("top")


def embolden(pages: Sequence[tuple[Page, Sequence[Sequence[PageWord]]]]) -> None:
    """Take underlined titles as bold, where a document has several and numbers none."""
    titles: list[Sequence[PageWord]] = []
    for page, rows in pages:
        flat = sorted((ruling for ruling in page.rulings if ruling.top == ruling.bottom), key=_HEIGHT)
        near = [_rulings(row, flat) for row in rows] if flat else []
        lined = [bool(below) and _is_underlined(row, below) for row, below in zip(rows, near, strict=False)]
        titles += [row for row, is_lined in zip(rows, lined, strict=False) if is_lined and _is_title(row)]
    if len(titles) < LEAST or sum(bool(_NUMBER.fullmatch(row[0].text)) for _, rows in pages for row in rows) >= COUNTED:
        return
    for row in titles:
        for word in row:
            word.bold = word.underlined = True


def _is_title(row: Sequence[PageWord]) -> bool:
    text = " ".join(word.text for word in row)
    return len(row) <= TITLE_WORDS and not _NO_TITLE.search(text)


def _rulings(row: Sequence[PageWord], flat: Sequence[Ruling]) -> Sequence[Ruling]:
    """The level rules at the foot of a row, of those of its page from top to bottom."""
    foot, size = max(word.bottom for word in row), max(word.size for word in row)
    first = bisect_left(flat, foot - ABOVE * size, key=_HEIGHT)
    return flat[first : bisect_right(flat, foot + BELOW * size, key=_HEIGHT)]


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
