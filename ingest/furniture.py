"""Running headers, footers and page numbers: told by repetition and place."""

import re
from collections import defaultdict

from ingest.pages import Page, PageWord

BAND = 0.14  # share of the page's height, at the top and at the bottom, where furniture may stand
ROWS = 5  # how many rows from the edge of the page may be furniture
SAME_PLACE = 9.0  # points
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,5})\s*[-–—\])]?(?:\s*(?:of|/|\|)\s*\d{1,4})?", re.IGNORECASE
)


def furniture_rows(pages: list[tuple[Page, list[list[PageWord]]]]) -> list[dict[int, str]]:
    """For each page, which of its rows are furniture: row index to "header" or "footer".

    A row is furniture if it stands in the top or bottom band and the same words (numbers aside) stand at
    the same height on another page at most two away, and on a third of all pages at least; or if it is a
    page number by itself at the very edge.
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
        result.append(chosen)
    return result


def _side(page: Page, rows: list[list[PageWord]], index: int) -> str | None:
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


def _is_page_number(rows: list[list[PageWord]], index: int) -> bool:
    """A lone number in the outermost row."""
    if index not in (0, len(rows) - 1) or len(rows) == 1:
        return False
    return bool(_PAGE_NUMBER.fullmatch(" ".join(word.text for word in rows[index])))
