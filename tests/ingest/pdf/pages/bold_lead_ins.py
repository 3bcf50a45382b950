"""Entries set solid, each opened by a few words in bold; every line but the last of the entry is full."""

from tests.ingest.pdf.drawing import Drawing

ENTRIES = (
    ("Bridge Street", ("It was agreed that the Secretary write to the bank, which has let the paving go to ruin.",)),
    ("Flower tubs", ("Judging is on Tuesday 16 July. The tubs by the war memorial want water every evening.",)),
    ("Hanging sign", ("The smith has promised it for August, but he promised it for last August as well, and the",
                      "bracket for it is already on the wall.")),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(font="Times", size=11, leading=13)
    page.text(60, 90, "11  Any other business", bold=True)
    y = 106.0
    for lead, lines in ENTRIES:
        page.text(60, y, lead, bold=True)
        page.text(page.end(60, lead, bold=True) + 4, y, lines[0])
        y = page.lines(60, y + page.leading, lines[1:])
    return page
