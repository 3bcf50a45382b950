"""Pages drawn for the tests with reportlab, and their blocks in a form that can be written down by hand."""

import io
import textwrap
from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.parts import Parts
from ingest.pdf.reader import read_pdf

SIZE, LEADING = 11.0, 14.0  # points
FONTS = {  # plain and bold
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}
PAD = 4.0  # between a cell's ruled edge and its words


class Drawing:
    """A PDF in the making. Places are points from the top left corner of the page; the y of text is its base line.

    The page is as it is displayed: A4 less what `crop` (left, bottom, right, top) cuts off, then turned clockwise
    by `rotated` degrees.
    """

    def __init__(
        self,
        *,
        rotated: int = 0,
        crop: tuple[float, float, float, float] = (0, 0, *A4),
        encrypt: StandardEncryption | None = None,
        font: str = "Helvetica",
        size: float = SIZE,
        leading: float | None = None,
    ) -> None:
        self._file = io.BytesIO()
        self._fonts = FONTS[font]
        self.size, self.leading = size, leading or size * LEADING / SIZE
        # A landscape page is one cropped wider than A4; reportlab swaps the sides of a page that is turned.
        paper = max(A4[0], crop[2]), max(A4[1], crop[3])
        sides = paper[::-1] if rotated % 180 else paper
        self._canvas = Canvas(self._file, pagesize=sides, invariant=True, encrypt=encrypt, cropBox=crop)
        self._rotated, self._crop = rotated, crop
        width, height = crop[2] - crop[0], crop[3] - crop[1]
        self.width, self.height = (height, width) if rotated % 180 else (width, height)
        self._begin()

    def _begin(self) -> None:
        """Set the axes of a new page so that what is drawn stands upright on the page as displayed."""
        left, bottom, right, top = self._crop
        origin = {0: (left, bottom), 90: (right, bottom), 180: (right, top), 270: (left, top)}[self._rotated]
        self._canvas.setPageRotation(self._rotated)
        self._canvas.translate(*origin)
        self._canvas.rotate(self._rotated)

    def text(
        self, x: float, y: float, text: str, *, size: float | None = None, bold: bool = False, set_: str = "left"
    ) -> None:
        """One line. `x` is its left end, its middle (`set_="centre"`) or its right end (`set_="right"`)."""
        font, size = self._fonts[bold], size or self.size
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[set_] * stringWidth(text, font, size)
        self._canvas.setFont(font, size)
        self._canvas.drawString(x - shift, self.height - y, text)

    def lines(
        self, x: float, y: float, lines: Iterable[str], *, size: float | None = None, bold: bool = False
    ) -> float:
        """Lines broken as given; the base line of what may follow."""
        for line in lines:
            self.text(x, y, line, size=size, bold=bold)
            y += self.leading
        return y

    def paragraph(
        self, x: float, y: float, text: str, *, width: float, size: float | None = None, bold: bool = False
    ) -> float:
        """Text filled into lines of `width` points, then half a line free; the base line of what may follow."""
        broken = self.broken(text, width, size=size, bold=bold)
        return self.lines(x, y, broken, size=size, bold=bold) + self.leading / 2

    def broken(self, text: str, width: float, *, size: float | None = None, bold: bool = False) -> list[str]:
        """The lines that a paragraph of `width` points fills."""
        return simpleSplit(text, self._fonts[bold], size or self.size, width)

    def end(self, x: float, text: str, *, size: float | None = None, bold: bool = False) -> float:
        """Where a line that begins at `x` ends."""
        return x + float(stringWidth(text, self._fonts[bold], size or self.size))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.line(x0, self.height - y0, x1, self.height - y1)

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0)

    def columns(self, x: float, y: float, rights: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
        """Rows without rules: the first cell from `x`, the others up to their right edge."""
        for row in rows:
            self.text(x, y, row[0])
            for right, cell in zip(rights, row[1:], strict=True):
                self.text(right, y, cell, set_="right")
            y += self.leading

    def table(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, header: bool = True
    ) -> float:
        """A table with every cell ruled, its first row bold; the base line of what may follow."""
        edges = [x + sum(widths[:index]) for index in range(len(widths) + 1)]
        for number, row in enumerate(rows):
            bold = header and number == 0
            font = self._fonts[bold]
            cells = [simpleSplit(c, font, self.size, w - 2 * PAD) for c, w in zip(row, widths, strict=True)]
            bottom = y + max(map(len, cells)) * self.leading + PAD
            for left, lines in zip(edges, cells, strict=False):
                self.lines(left + PAD, y + self.size + 1, lines, bold=bold)
            for edge in edges:
                self.rule(edge, y, edge, bottom)
            self.rule(edges[0], y, edges[-1], y)
            self.rule(edges[0], bottom, edges[-1], bottom)
            y = bottom
        return y + 2 * self.leading

    def next_page(self) -> None:
        self._canvas.showPage()
        self._begin()

    def done(self) -> bytes:
        """End the last page and the file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def blocks_in(drawing: Drawing) -> list[str]:
    """What is read from a drawing, a line a block: its kind and its text."""
    return told(read_pdf(drawing.done()))


def told(parts: Parts) -> list[str]:
    """Kind and text of each block, the cells of a row apart by bars."""
    blocks = (f"{block.kind} {parts.text[block.start : block.end]}" for block in parts.blocks)
    return [" ".join(block.replace("\t", " | ").split()) for block in blocks]


MARKS = {"heading": "#", "list_item": "-", "note": ">", "header": "[header]", "footer": "[footer]"}


def marked(parts: Parts) -> list[str]:
    """The blocks as the expected texts in `pages` give them: a mark for the kind, bars around the cells of a row."""
    blocks = []
    for block in parts.blocks:
        text = parts.text[block.start : block.end]
        cells = f"| {' | '.join(text.split(chr(9)))} |" if block.kind == "table_row" else text
        blocks.append(" ".join(f"{MARKS.get(block.kind, '')} {cells}".split()))
    return blocks


def written(text: str) -> list[str]:
    """Blocks as `told` gives them, from a text in which an indented line goes on with the block above it."""
    blocks: list[str] = []
    for line in textwrap.dedent(text).strip("\n").splitlines():
        words = " ".join(line.split())
        if line.startswith(" "):
            blocks[-1] += " " + words
        else:
            blocks.append(words)
    return blocks
