"""What every reader hands back: the text as built, and what became of the file on the way."""

import re
from dataclasses import dataclass

from minutes.model import Block, Receipt, Words

GENERIC = {  # what council sites and templates call every page
    "agenda", "agenda item", "minutes", "home", "meeting", "meeting details", "issue details", "decision details",
    "news", "report",
}  # fmt: skip


@dataclass(frozen=True)
class Parts:
    """A file as one reader read it. `characters` has one entry a page, or one in all where there are no pages.

    `pages` is null for formats without pages; `pages_in`, `pages_out` then count the file as one.
    """

    text: str
    blocks: tuple[Block, ...]
    words: Words | None = None
    title: str | None = None
    date: str | None = None  # ISO 8601
    site: str | None = None  # the organisation that a web page names as its own
    pages: int | None = None
    pages_in: int = 1
    pages_out: int = 1
    characters: tuple[int, ...] = ()
    empty_pages: tuple[int, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    tables: int = 0
    pictures: int = 0
    warnings: tuple[str, ...] = ()

    def receipt(self, *more: str) -> Receipt:
        """The receipt, with the warnings of whoever called the reader before the reader's own."""
        return Receipt(
            pages_in=self.pages_in,
            pages_out=self.pages_out,
            characters=self.characters or (len(self.text),),
            empty_pages=self.empty_pages,
            ocr_pages=self.ocr_pages,
            tables=self.tables,
            pictures=self.pictures,
            warnings=(*more, *self.warnings),
        )


def meaningful_title(text: str | None) -> str | None:
    """A title from a file's properties, unless it is a program's or a file's name, or markup, or says nothing."""
    title = " ".join((text or "").split())
    dull = re.match(r"(?i)(microsoft \w+ -|untitled|document ?\d*$|slide \d+$|template\b|blank\b)", title)
    named = re.search(r"(?i)\.(docx?|dotx?|odt|rtf|pdf|pptx?|xlsx?|html?|txt|indd|pub|qxd)$", title)
    marked = re.search(r"</?[A-Za-z][^<>]*>", title)
    lettered = sum(char.isalpha() for char in title) >= 4 and (" " in title or not re.search(r"[\d_]", title))
    return title if lettered and not (dull or named or marked) and title.lower() not in GENERIC else None
