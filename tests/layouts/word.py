"""Minutes as a word processor writes them, and the PDF that LibreOffice makes of them."""

import re
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from tests.layouts.manners import Content, Paragraph, Table

STYLES = {"heading": "Heading 2", "bullet": "List Bullet", "numbered": "List Number"}
MARKS = {"**": "bold", "//": "italic", "__": "underline"}
MARKED = re.compile(r"(\*\*|//|__)(.+?)\1")


def write(blocks: Content, path: Path) -> None:
    document = docx.Document()
    _add(document, blocks)
    document.save(str(path))


def _add(place: docx.document.Document | docx.table._Cell, blocks: Content) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            _fill(place.add_paragraph(), block)
        else:
            _add_table(place, block)


def _fill(paragraph: WordParagraph, block: Paragraph) -> None:
    paragraph.style = STYLES.get(block.kind, "Normal")
    paragraph.paragraph_format.space_after = Pt(6)
    if block.indent:
        paragraph.paragraph_format.left_indent = Cm(block.indent)
    if block.right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, *marked = MARKED.split(block.text)
    paragraph.add_run(before)
    for mark, text, after in zip(*[iter(marked)] * 3, strict=True):
        setattr(paragraph.add_run(text), MARKS[mark], True)
        paragraph.add_run(after)


def _add_table(place: docx.document.Document | docx.table._Cell, block: Table) -> None:
    columns = len(block.rows[0])
    table = place.add_table(len(block.rows), columns)
    table.style = "Table Grid" if block.ruled else "Normal Table"
    table.autofit = False
    widths = block.widths or [16 / columns] * columns
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=True):
            first, *others = [Paragraph(content)] if isinstance(content, str) else content or [Paragraph("")]
            assert isinstance(first, Paragraph)
            _fill(cell.paragraphs[0], first)
            _add(cell, others)
    place.add_paragraph()
