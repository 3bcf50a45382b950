"""Running headers, footers, page numbers, line numbers and watermarks: told by repetition and place."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter

from ingest.pdf.pages import Page, PageWord

Rows = list[list[PageWord]]

BAND = 0.14  # share of the page's height, at the top and at the bottom, where furniture may stand
ROWS = 5  # how many rows from the edge of the page may be furniture
SAME_PLACE = 9.0  # points
SHORT = 8  # words
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,5})\s*[-–—\])]?(?:\s*(?:of|/|\|)\s*\d{1,4})?", re.IGNORECASE
)
_LINE_NUMBER = re.compile(r"\d{1,4}")
_EDGES: tuple[Callable[[PageWord], float], ...] = (attrgetter("x0"), attrgetter("x1"))
GREAT = 3.0  # times the running text; a watermark is taller
UNDER = 3  # words; a great word that lies over as many is a watermark
FEW_NUMBERS = 3  # in a document; fewer in a margin number nothing
IN_LINE = 3.0  # points
EVERY_LINE = 0.8  # share of the rows that carry a number where each line has one


def watermark(page: Page, size: float) -> list[PageWord]:
    """The great letters laid over or under the text of a page, such as DRAFT; `size` is that of the running text."""
    great = [word for word in page.words if word.bottom - word.top > GREAT * size]
    if not great:
        return []
    aside = {id(word) for word in great}
    text = [word for word in page.words if id(word) not in aside]
    return great if any(sum(_lies_on(word, small) for small in text) >= UNDER for word in great) else []


def _lies_on(great: PageWord, word: PageWord) -> bool:
    return great.x0 < (word.x0 + word.x1) / 2 < great.x1 and great.top < word.middle < great.bottom


def furniture_rows(pages: list[tuple[Page, Rows]]) -> list[dict[int, str]]:
    """For each page, which of its rows are furniture: row index to "header" or "footer".

    A row is furniture if it stands in the top or bottom band with nothing but furniture between it and the page's
    edge, and the same words (numbers aside) stand at the same height on another page at most two away, and on a
    third of all pages at least; or if it is a page number by itself at the very edge.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    candidates: list[dict[int, tuple[str, str]]] = []
    for number, (page, rows) in enumerate(pages):
        found = {}
        for index, row in enumerate(rows):
            side = _side(page, rows, index)
            if side:
                key = side + re.sub(r"\d+", "#", " ".join(word.text for word in row).casefold())
                found[index] = (side, key)
                seen[key].append((number, row[0].middle))
        candidates.append(found)
    result = []
    for number, (_, rows) in enumerate(pages):
        chosen = {}
        for index, (side, key) in candidates[number].items():
            if _repeats(seen[key], number, rows[index][0].middle, len(pages)) or _is_page_number(rows, index):
                chosen[index] = side
        result.append(_from_the_edge(chosen, rows))
    return result


def _from_the_edge(chosen: dict[int, str], rows: Rows) -> dict[int, str]:
    """The chosen rows less those that running text parts from the edge of the page; a short line parts nothing."""
    kept: dict[int, str] = {}
    for side, order in (("header", range(len(rows))), ("footer", range(len(rows) - 1, -1, -1))):
        for index in order:
            if chosen.get(index) == side:
                kept[index] = side
            elif len(rows[index]) > SHORT:
                break
    return dict(sorted(kept.items()))


def _side(page: Page, rows: Rows, index: int) -> str | None:
    middle = rows[index][0].middle
    if index < ROWS and middle < BAND * page.height:
        return "header"
    if index >= len(rows) - ROWS and middle > (1 - BAND) * page.height:
        return "footer"
    return None


def _repeats(seen: list[tuple[int, float]], page: int, middle: float, pages: int) -> bool:
    same = {number for number, height in seen if abs(height - middle) < SAME_PLACE}
    near = any(0 < abs(number - page) <= 2 for number in same)
    return near and len(same) >= max(2, pages / 3)


def _is_page_number(rows: Rows, index: int) -> bool:
    """A lone number in the outermost row."""
    if index not in (0, len(rows) - 1) or len(rows) == 1:
        return False
    return bool(_PAGE_NUMBER.fullmatch(" ".join(word.text for word in rows[index])))


def line_numbers(pages: Sequence[tuple[Page, Rows]]) -> list[list[PageWord]]:
    """For each page the numbers that count its lines from a margin, all of them or every so many.

    They stand by themselves outside all text, and go up from row to row by the same step. Where the step is one, nearly
    every row has a number, also rows in the middle of a sentence: else they number paragraphs or items.
    """
    found: list[list[PageWord]] = [[] for _ in pages]
    for side in (0, -1):
        margins = [_margin(rows, side) for _, rows in pages]
        steps = Counter(step for margin in margins for step in _steps(margin))
        step, times = steps.most_common(1)[0] if steps else (0, 0)
        count = sum(map(len, margins))
        if count < FEW_NUMBERS or step < 1 or times < 0.9 * steps.total():
            continue
        numbered = [row for (_, rows), margin in zip(pages, margins, strict=True) if margin for row in rows]
        if step > 1 or (count >= EVERY_LINE * len(numbered) and _mid_sentence(numbered)):
            found = [a + b for a, b in zip(found, margins, strict=True)]
    return found


def _margin(rows: Rows, side: int) -> list[PageWord]:
    """The numbers at one end (0 or -1) of a page's rows that stand in line and clear of all other words.

    A blank line may have one, too; a page number stands elsewhere.
    """
    numbers = [row[side] for row in rows if _LINE_NUMBER.fullmatch(row[side].text)]
    ends = max((_in_line(numbers, edge) for edge in _EDGES), key=len)
    if not any(len(row) > 1 and row[side] is word for row in rows for word in ends):
        return []
    aside = {id(word) for word in ends}
    others = [word for row in rows for word in row if id(word) not in aside]
    if side == 0:
        return ends if max(word.x1 for word in ends) + 2 < min(word.x0 for word in others) else []
    return ends if min(word.x0 for word in ends) - 2 > max(word.x1 for word in others) else []


def _in_line(numbers: Sequence[PageWord], edge: Callable[[PageWord], float]) -> list[PageWord]:
    """Those that begin (or end) where most of them do."""
    places = Counter(round(edge(word)) for word in numbers)
    usual = places.most_common(1)[0][0] if places else 0
    return [word for word in numbers if abs(edge(word) - usual) < IN_LINE]


def _steps(margin: Sequence[PageWord]) -> list[int]:
    return [int(b.text) - int(a.text) for a, b in pairwise(margin)]


def _mid_sentence(rows: Rows) -> bool:
    """Whether a fifth of the numbered lines go on with a sentence."""
    return sum(len(row) > 1 and row[1].text[:1].islower() for row in rows) >= 0.2 * len(rows)
