"""A framed box at the right of the running text, which makes room for it; full lines above and below."""

from tests.ingest.pdf.drawing import Drawing

ABOVE = (
    "The partnership was set up in 2016 by the three boards to see that nobody who leaves hospital waits at home "
    "for a visit that was never booked. It has met eleven times."
)
BESIDE = (
    "In its first year it looked at what happens on a Friday afternoon. Of the people sent home then, one in four had "
    "heard nothing by the Tuesday. The nurses knew; the surgeries did not.",
    "The answer was a single sheet, filled in on the ward and read out over the telephone before the patient goes. It "
    "takes six minutes. Nobody has been lost since.",
)
BOX = ("A sheet that fits on a door", "“I could read it without my", "glasses, and it told me whom", "to ring.”")
BELOW = (
    "The partnership now wishes to do the same for those who leave prison, and asks the boards for £40,000 a year "
    "for three years."
)


def draw() -> Drawing:
    page = Drawing(size=10, leading=13)
    y = page.paragraph(56, 80, ABOVE, width=480)
    top = y
    for text in BESIDE:
        y = page.paragraph(56, y, text, width=296)
    page.frame(370, top - 8, 536, top + 84)
    page.text(380, top + 10, BOX[0], bold=True)
    page.lines(380, top + 32, BOX[1:])
    page.paragraph(56, y + 8, BELOW, width=480)
    return page
