"""References alone in their lines over the titles that they number: "Item 2023-24 (7)" over "Fees for 2024"."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import pairwise

from extract.items.coded import counts_on
from extract.items.heading import OUTLINE, Heading, as_heading, text_of
from extract.items.titles import is_marked, is_never_title, is_title_like
from minutes.model import Block, Document

# "Item 2023-24 (7)", "24/117", "FC/23-24/07", "2117/24 Item 3"; no date, and one number alone only after the word
_REFERENCE = re.compile(
    r"(?:(?:agenda )?item(?: no\.?)?:? )?(?P<number>(?!\d\d?/\d\d?/\d\d)(?:[A-Z]{1,5}[ /-]?)?\d{1,4}"
    r"(?: ?[/–-] ?\d{1,4}){1,3}(?: ?\(\d{1,3}\)| \d{1,3})?)(?: (?:agenda )?item \d{1,3})?[.:]?"
    r"|(?:agenda )?item(?: no\.?)?:? (?P<item>\d{1,3}[a-z]?)[.:]?",
    re.IGNORECASE,
)
_BELOW = 3  # blocks below the reference, labels of the page among them, in which its title stands


def referenced(document: Document, headings: list[Heading]) -> list[Heading]:
    """Headings with the references above them as their numbers, and without these as headings of their own.

    A title that nothing but its reference sets apart becomes one, too.
    """
    numbers = {heading.block: heading.number for heading in headings}
    references = {
        at: number for at, number in _references(document) if number not in (numbers.get(at - 1), numbers.get(at))
    }
    following = sum(counts_on(one, other) for one, other in pairwise(references.values()))
    if len(references) < OUTLINE or 3 * following < 2 * (len(references) - 1):
        return headings
    kept = [heading for heading in headings if heading.block not in references]
    starts = [heading.block for heading in kept]
    for index, number in references.items():
        if row := _titled_row(document, index, number):
            kept.append(row)
            continue
        place = bisect_right(starts, index)
        below = kept[place] if place < len(starts) else None
        if below and below.block <= index + _BELOW and not below.number and not _next(references, index, below.block):
            kept[place] = replace(below, number=number)
        elif title := _plain_title(document, index):
            kept.append(replace(title, number=number))
    return sorted(kept, key=lambda heading: heading.start)


def _references(document: Document) -> Iterator[tuple[int, str]]:
    """The blocks that are a reference, and the rows that begin with one, each with what is printed."""
    for index, block in enumerate(document.blocks):
        if not block.furniture and not block.label and (told := _REFERENCE.fullmatch(_first(document, block))):
            yield index, told["number"] or told["item"]


def _first(document: Document, block: Block) -> str:
    """The text of a block, of a row that of its first cell."""
    return document.text[slice(*block.cells[0])].strip() if block.cells else text_of(document, block)


def _titled_row(document: Document, index: int, number: str) -> Heading | None:
    """The title beside a reference in a row of two cells."""
    block = document.blocks[index]
    if len(block.cells) != 2 or not is_title_like(title := document.text[slice(*block.cells[1])].strip()):
        return None
    return Heading(block.start, block.cells[1][1], title, number, "items.row", index, block.size or 0.0)


def _next(references: Container[int], index: int, block: int) -> bool:
    """Whether another reference stands between the one in `index` and a title."""
    return any(other in references for other in range(index + 1, block))


def _plain_title(document: Document, index: int) -> Heading | None:
    """The first line below a reference that is no label of the page, where it can be a title."""
    for below in range(index + 1, min(index + 1 + _BELOW, len(document.blocks))):
        text = text_of(document, document.blocks[below])
        if not is_never_title(text):
            titled = document.blocks[below].kind == "paragraph" and is_title_like(text) and not is_marked(text)
            return as_heading(document, below, "items.bare", title=text) if titled else None
    return None
