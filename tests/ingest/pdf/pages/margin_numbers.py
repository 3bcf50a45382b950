"""Minute numbers with a year in a margin of their own; letters and small Roman numbers each a step further in."""

from tests.ingest.pdf.drawing import Drawing

ITEMS = (
    (48, 96, "23/101", "TREES ON THE GREEN", True),
    (48, 96, "", "The Council considered the report of the tree officer, which had been sent to members in June, and "
     "AGREED that:", False),
    (96, 124, "(a)", "the lime by the pump be pollarded in February, when the sap is down and the road is "
     "quiet;", False),
    (96, 124, "(b)", "three young trees be planted:", False),
    (124, 152, "(i)", "a hornbeam at the corner of Pound Lane;", False),
    (124, 152, "(ii)", "a field maple beside the pond, well clear of the drain that was laid in 2017 and of the cable "
     "to the pump house;", False),
    (124, 152, "(iii)", "a crab apple at the school gate.", False),
    (96, 124, "(c)", "the cost be met from the fund for open spaces.", False),
    (48, 96, "23/102", "FOOTPATH 12", True),
    (48, 96, "", "The stile at Hobb's Mead was said to be rotten. The Clerk would tell the county.", False),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(size=9.5, leading=12)
    y = 84.0
    for margin, x, label, text, bold in ITEMS:
        page.text(margin, y, label, bold=bold)
        y = page.paragraph(x, y, text, width=520 - x, bold=bold)
    return page
