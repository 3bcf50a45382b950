"""Words to lines: rows across the page, the segments of a row, and what a line's first word says."""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ingest.pdf.pages import PageWord
from minutes.currencies import CODES

_MIDDLE, _LEFT = attrgetter("middle"), attrgetter("x0")
GREAT = 2.5  # times as tall; raised figures are half as tall as what they are raised from
WIDE_GAP = 1.6  # in font sizes; more than justified text puts between two words
# Bullets of symbol fonts come out as letters of the common ones: an arrow as "Ø" or "¾", a square as "§".
BULLETS = "•▪▫■□◦●○‣⁃∙·➢➤✓♦❖*–—-"
SYMBOLS = "Ø§ü¾"
DASHES = ("-", "–", "—")
CURRENCIES = tuple(CODES)  # accounts set them at the left of a column, the figure at its right
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_ROMAN = r"[ivxlc]{1,6}|[IVXLC]{1,6}"
# What may stand alone in a margin of its own before an item.
_MARGIN_LABEL = re.compile(
    rf"(?:[{re.escape(BULLETS)}{SYMBOLS}\ue000-\uf8ff]|o|\(?(?:{_NUMBER}|[A-Za-z]|{_ROMAN})[.):]*|\(?\d{{1,4}}/\d{{1,4}}[.):]*"
    rf"|[A-Z]{{1,4}}/?\d{{2,4}}/\d{{1,4}}[.:]?|\[\d{{1,2}}\])"
)
# What counts as a label when no gap sets it apart: it must look like one by itself.
_RUN_IN_LABEL = re.compile(
    rf"(?:[{re.escape(BULLETS)}]|{_NUMBER}[.)]|\d{{1,3}}(?:\.\d{{1,3}})+|\((?:\d{{1,2}}|[A-Za-z]|{_ROMAN})\)"
    rf"|[a-z][.)]|[A-Z]\)|(?:{_ROMAN})[.)]|\d{{1,4}}/\d{{1,4}}\.?)"
)
# A label set so tight that nothing parts it from the text: "12.The", "(m)In", "41/24APOLOGIES", "3.2The".
_GLUED_LABEL = re.compile(
    rf"(?:{_NUMBER}[.)]|\((?:\d{{1,2}}|[a-z]|{_ROMAN})\))(?=[A-Z“‘][\w’])"
    r"|(?:\d{1,4}/\d{2,4}|\d{1,2}(?:\.\d{1,2})+)(?=[A-Z](?:[A-Z]{2}|[a-z]{2}))"
)


@dataclass
class Line:
    """Words on one line of one column, from left to right. `label` is the first word where it numbers the line."""

    words: list[PageWord]
    page: int
    label: str | None = None

    def __post_init__(self) -> None:
        self.x0 = self.words[0].x0
        self.x1 = self.words[-1].x1
        self.top = min(word.top for word in self.words)
        self.bottom = max(word.bottom for word in self.words)
        self.size = statistics.median_high([word.size for word in self.words])

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def content(self) -> list[PageWord]:
        """The words after the label."""
        return self.words[1:] if len(self.words) > 1 and self.label == self.words[0].text else self.words

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.content)

    @property
    def underlined(self) -> bool:
        return all(word.underlined for word in self.content)


def rows_of(words: Iterable[PageWord]) -> list[list[PageWord]]:
    """Words gathered into rows from top to bottom, each row from left to right.

    A word joins a row when its middle lies within half of the row's height; raised ordinals do. A word much taller
    than its neighbours, as great figures on slides are, takes in no more lines than a small one.
    """
    rows: list[list[PageWord]] = []
    middle = height = 0.0
    for word in sorted(words, key=_MIDDLE):
        tall = word.bottom - word.top
        low, high = (height, tall) if tall > height else (tall, height)
        if rows and word.middle - middle <= 0.45 * (high if high < GREAT * low else low):
            rows[-1].append(word)
            if tall > height:
                middle, height = word.middle, tall
        else:
            rows.append([word])
            middle, height = word.middle, tall
    for row in rows:
        row.sort(key=_LEFT)
        _glue_ordinals(row)
    return rows


def _glue_ordinals(row: list[PageWord]) -> None:
    """The raised "th" of "8 th July" belongs to its number."""
    for before, word in pairwise(row):
        if word.text[:2] in ("st", "nd", "rd", "th") and word.size < 0.85 * before.size:
            word.glue = before.text[-1:].isdigit() and word.x0 - before.x1 < 0.3 * before.size


def segments_of(row: Sequence[PageWord], page: int) -> list[Line]:
    """A row cut at wide gaps. A label in a margin of its own stays with the text that it numbers."""
    size = statistics.median_high([word.size for word in row])
    cuts = [0, *(i for i in range(1, len(row)) if row[i].x0 - row[i - 1].x1 > WIDE_GAP * size), len(row)]
    segments = [list(row[start:end]) for start, end in pairwise(cuts)]
    lines: list[Line] = []
    while segments:
        words = segments.pop(0)
        label = None
        if (
            len(words) == 1
            and segments
            and (_is_marked if lines else is_label)(words[0].text)
            and not (lines and _is_nil(words[0].text, segments[0][0].text))
        ):
            label = words[0].text
            words += segments.pop(0)
            if len(words) == 2 and segments and _is_marked(words[1].text):
                words += segments.pop(0)
        elif len(words) == 1 and segments and words[0].text in CURRENCIES:
            words += segments.pop(0)
        lines.append(Line(words, page, label or _run_in_label(words)))
    return lines


def recut(rows: list[list[Line]]) -> None:
    """Cut rows also at narrower gaps, where the row above was cut at the same place and nothing else tells."""
    for above, row in pairwise(rows):
        starts = [line.x0 for line in above[1:]]
        if starts and len(row) < len(above) and row[0].top - above[0].bottom < row[0].size:
            row[:] = [part for line in row for part in _cut(line, starts)]


def _cut(line: Line, starts: Sequence[float]) -> Iterator[Line]:
    first = 0
    for index in range(1, len(line.words)):
        before, word = line.words[index - 1], line.words[index]
        if word.x0 - before.x1 > 0.7 * word.size and any(abs(word.x0 - x) < 2 for x in starts):
            yield Line(line.words[first:index], line.page, None if first else line.label)
            first = index
    yield Line(line.words[first:], line.page) if first else line


def is_label(text: str) -> bool:
    """Whether a word that stands by itself in a margin numbers what stands beside it."""
    return bool(_MARGIN_LABEL.fullmatch(text))


def is_bullet(label: str | None) -> bool:
    return label is not None and len(label) == 1 and (label in BULLETS + SYMBOLS or "\ue000" <= label <= "\uf8ff")


def _is_marked(text: str) -> bool:
    """Whether a word after the margin numbers what follows: "(a)", "ii." or a bullet, but not 412, 2021/22 or P."""
    return is_label(text) and text[-1] in f"{BULLETS}.):]"


def _is_nil(text: str, following: str) -> bool:
    """Whether a dash stands for nothing in a row of figures, and is no bullet."""
    return text in DASHES and bool(re.match(r"[(£$€]*\d|[-–—]$", following))


def _run_in_label(words: Sequence[PageWord]) -> str | None:
    first = words[0]
    if len(words) < 2:
        return None
    if glued := _GLUED_LABEL.match(first.text):
        return glued[0]
    if first.text.isdigit() and first.size < 0.85 * words[1].size:  # the mark of a footnote
        return None
    gap = words[1].x0 - first.x1
    if gap > 0.8 * first.size and _MARGIN_LABEL.fullmatch(first.text):
        return first.text
    if not _RUN_IN_LABEL.fullmatch(first.text):
        return None
    # "- " opens a list item only with some room after it; a lone dash may stand inside a sentence.
    if first.text in "*–—-" and gap < 0.3 * first.size:
        return None
    return first.text
