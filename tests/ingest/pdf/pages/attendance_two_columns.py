"""Members at the left and officers at the right, one member more than there are officers."""

from tests.ingest.pdf.drawing import Drawing

MEMBERS = ("Councillor A. Bright (Chair)", "Councillor P. Dacre", "Councillor S. Munro", "Councillor W. Yeo")
OFFICERS = ("L. Finch, Chief Executive", "G. Osei, Head of Highways", "K. Plum, Minutes Secretary")


def draw() -> Drawing:
    page = Drawing(font="Times", size=12, leading=16)
    page.text(297, 84, "Highways Sub-Committee", bold=True, size=15, set_="centre")
    page.text(72, 124, "Members:", bold=True)
    page.text(330, 124, "Officers:", bold=True)
    page.lines(72, 144, MEMBERS)
    page.lines(330, 144, OFFICERS)
    page.text(72, 234, "1. Welcome", bold=True)
    page.paragraph(
        72, 256, "The Chair welcomed the new Head of Highways, who had come from the county of Fallow.", width=450
    )
    return page
