"""Builds a document's text and blocks together, so that the offsets cannot disagree."""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from minutes.model import Block, BlockKind, Words

CELL = "\t"  # between the cells of a table row
BREAK = "\n"  # between blocks


class Word(NamedTuple):
    """A word to be added, with its place (null where the format has none)."""

    text: str
    bold: bool = False
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    glue: bool = False  # no space before it: the second half of a word broken at a line end
    confidence: float | None = None  # of text recognition, 0 to 1; null where the text is the file's own


def words_of(text: str, *, bold: bool = False) -> list[Word]:
    """Plain text as words without a place."""
    return [Word(word, bold=bold) for word in text.split()]


class TextBuilder:
    """Collects blocks in reading order. White space inside a block is folded to single spaces."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self._starts, self._ends, self._pages = array("i"), array("i"), array("i")
        self._boxes, self._confidences = array("f"), array("f")

    def add(
        self,
        kind: BlockKind,
        words: Sequence[Word],
        *,
        page: int | None = None,
        level: int = 0,
        label: str | None = None,
        size: float | None = None,
        indent: float | None = None,
        anchor: str | None = None,
    ) -> None:
        """Add one block. A block without words adds nothing."""
        if not words:
            return
        start = self._open()
        bold: list[tuple[int, int]] = []
        self._words(words, bold)
        self._close(Block(
            kind=kind, start=start, end=self._length, page=page, level=level, label=label,
            bold=tuple(bold), size=size, indent=indent, anchor=anchor,
        ))  # fmt: skip

    def add_row(
        self,
        cells: Sequence[Sequence[Word]],
        *,
        table: int,
        page: int | None = None,
        column_header: bool = False,
        size: float | None = None,
        anchor: str | None = None,
    ) -> None:
        """Add one table row; empty cells keep their place. A row without words adds nothing."""
        if not any(cells):
            return
        start = self._open()
        bold: list[tuple[int, int]] = []
        spans: list[tuple[int, int]] = []
        for number, cell in enumerate(cells):
            if number:
                self._put(CELL)
            at = self._length
            self._words(cell, bold)
            spans.append((at, self._length))
        self._close(Block(
            kind="table_row", start=start, end=self._length, page=page, bold=tuple(bold), size=size,
            cells=tuple(spans), table=table, column_header=column_header, anchor=anchor,
        ))  # fmt: skip

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def words(self) -> Words | None:
        """The placed words; null if no word had a place."""
        if not self._starts:
            return None
        return Words(
            start=np.array(self._starts, dtype=np.int32),
            end=np.array(self._ends, dtype=np.int32),
            page=np.array(self._pages, dtype=np.int32),
            box=np.array(self._boxes, dtype=np.float32).reshape(-1, 4),
            confidence=np.array(self._confidences, dtype=np.float32),
        )

    def _open(self) -> int:
        if self.blocks:
            self._put(BREAK)
        return self._length

    def _close(self, block: Block) -> None:
        self.blocks.append(block)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _words(self, words: Iterable[Word], bold: list[tuple[int, int]]) -> None:
        first = True
        for word in words:
            if not first and not word.glue:
                self._put(" ")
            first = False
            start = self._length
            self._put(word.text)
            if word.box:
                self._starts.append(start)
                self._ends.append(self._length)
                self._pages.append(word.page)
                self._boxes.extend(word.box)
                self._confidences.append(math.nan if word.confidence is None else word.confidence)
            if word.bold:
                if bold and start - bold[-1][1] <= 1:
                    bold[-1] = (bold[-1][0], self._length)
                else:
                    bold.append((start, self._length))
