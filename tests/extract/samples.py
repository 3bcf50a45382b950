"""Small documents for tests, written as text, and what extraction makes of them.

One block a line:

    # 4. Title    heading                 (a) limb, 4.2 text, • point    list item with its label
    > JS          note in the margin      | a | b                        table row; |! names the columns
    ^ Draft       running header          anything else                  paragraph

`**words**` are bold. Every space before a line indents it by six points. `---` begins a new table.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from extract import extract
from ingest.builder import TextBuilder, Word
from minutes.model import BlockKind, Decision, Document, Minutes, Receipt
from workers import extract_file

FRONT = """
# Fenwold Parish Council
Minutes of the meeting of the Amenities Committee held on Tuesday 12 March 2024 at 7.00 pm in the Old Forge.
Present: Cllr Ada Brindle (Chair), Cllr Tom Orme, Ms Una Keld (Clerk)
Apologies: Cllr Wren Sallow
# 1. Welcome
The Chair welcomed everyone.
"""
TOLD = "# 1. Welcome\nThe Chair welcomed everyone. The Committee noted the report."  # below a head, of minutes
MARKS: dict[str, BlockKind] = {"# ": "heading", "> ": "note", "^ ": "header"}
_NUMBER = r"(?:[A-Z]{1,3}/)?\d{1,3}(?:[./]\d{1,3})*[.)]?"
_HEADING_LABEL = re.compile(rf"({_NUMBER}|[a-z]\)|\([a-z]\))\s")
_LABEL = re.compile(rf"(?:\*\*)?((?=\S*[./)]){_NUMBER}|[a-z]\)|[A-Z]\.|\([a-z0-9]{{1,4}}\)|•)\s")


def document_of(
    text: str, *, path: str = "minutes.txt", media_type: str = "text/plain", pages: int | None = None
) -> Document:
    """A document of the blocks that `text` writes down."""
    builder, table = TextBuilder(), 1
    for line in filter(str.strip, text.splitlines()):
        bare = line.strip()
        if bare == "---":
            table += 1
        elif bare.startswith("|"):
            cells = [_words(cell) for cell in bare.removeprefix("|!").removeprefix("|").removesuffix("|").split("|")]
            builder.add_row(cells, table=table, column_header=bare.startswith("|!"))
        else:
            _add(builder, bare, indent=72.0 + 6 * (len(line) - len(line.lstrip())))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=sha256[:16], title=None, kind="other", media_type=media_type, pages=pages, sha256=sha256, path=path,
        text=builder.text, blocks=tuple(builder.blocks), receipt=Receipt(pages_in=1, pages_out=1),
    )  # fmt: skip


def _add(builder: TextBuilder, line: str, *, indent: float) -> None:
    kind = MARKS.get(line[:2])
    text = line[2:] if kind else line
    label = _HEADING_LABEL.match(text) if kind == "heading" else None if kind else _LABEL.match(text)
    builder.add(
        kind or ("list_item" if label else "paragraph"), _words(text),
        level=1 if kind == "heading" else 0, label=label[1] if label else None, indent=indent,
    )  # fmt: skip


def _words(text: str) -> list[Word]:
    """Words, those between two pairs of asterisks in bold."""
    return [
        Word(word, bold=number % 2 == 1)
        for number, part in enumerate(text.split("**"))
        for word in part.split()
    ]  # fmt: skip


@cache
def extracted(path: Path) -> tuple[Document, Minutes]:
    """A file as read, and what extraction takes from it; each file once for all tests."""
    return extract_file(path)


@cache
def minutes_of(text: str, *, path: str = "minutes.txt", media_type: str = "text/plain") -> Minutes:
    """What extraction takes from a document that is written as `text`."""
    return extract(document_of(text, path=path, media_type=media_type))


def said(text: str) -> Minutes:
    """What extraction takes from minutes in which `text` stands under item 7."""
    return minutes_of(f"{FRONT}\n# 7. Business\n{text}")


def decided(text: str) -> list[str]:
    return [decision.text for decision in said(text).decisions]


def only(text: str) -> Decision:
    (decision,) = said(text).decisions
    return decision


def headings(minutes: Minutes) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minutes.items]


def tree(minutes: Minutes) -> dict[str, str | None]:
    """The title that each item stands under."""
    titles = {item.id: item.title for item in minutes.items}
    return {item.title: titles.get(item.parent_id or "") for item in minutes.items}
