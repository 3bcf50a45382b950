"""Initials at the right of paragraphs that leave them little room, under a heading of their own."""

from tests.ingest.pdf.drawing import Drawing

PARAGRAPHS = (
    ("4.1", "The Estates Manager said that the lift in the east wing had failed twice in May and that a part was on "
     "order from the maker. Until it came, the clinic for older people would be held on the ground floor.", None),
    ("4.2", "It was agreed that a notice be put up at both doors and that the volunteers be told by telephone, since "
     "few of them read their messages every day.", "RT/MB"),
    ("4.3", "Members asked how long the maker had known of the fault.", "RT"),
    ("4.4", "The Chair thanked the porters for their patience.", None),
    ("4.5", "The Secretary is to find out whether the lift in the west wing is of the same kind, and to report to the "
     "meeting in September.", "MB"),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(size=10, leading=12.5)
    page.text(54, 70, "4", bold=True)
    page.text(90, 70, "The lift in the east wing", bold=True)
    page.text(496, 70, "Action by", bold=True)
    y = 92.0
    for number, text, initials in PARAGRAPHS:
        page.text(54, y, number)
        if initials:
            page.text(500, y, initials)
        y = page.paragraph(90, y, text, width=396)
    return page
