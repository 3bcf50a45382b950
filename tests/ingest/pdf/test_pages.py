"""Difficult pages, each drawn by a module in `pages` and read aloud, a line a block, in the text beside it.

In the texts `#` marks a heading, `-` a list item, `|` the cells of a row and `>` a note in the margin.
"""

from importlib import import_module
from pathlib import Path

import pytest

from ingest.pdf.reader import read_pdf
from tests.ingest.pdf.drawing import marked

PAGES = Path(__file__).with_name("pages")


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.py")))
def test_page_is_read_as_a_person_reads_it(name: str) -> None:
    expected = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    drawing = import_module(f"tests.ingest.pdf.pages.{name}").draw()
    assert marked(read_pdf(drawing.done())) == [" ".join(line.split()) for line in expected if line]
