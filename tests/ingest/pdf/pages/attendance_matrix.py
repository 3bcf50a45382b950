"""Who came to which meeting, in letters under dates, without rules; empty places are empty."""

from tests.ingest.pdf.drawing import Drawing

MIDDLES = (236, 288, 340, 392, 444)
ROWS = (
    ("Member", "9 May", "4 July", "5 Sept", "7 Nov", "9 Jan"),
    ("Ms R. Calder (Chair)", "P", "P", "P", "P", "P"),
    ("Mr T. Ferris", "P", "A", "S", "P", "A"),
    ("Dr H. Lindqvist", "", "", "P", "P", "P"),
    ("Mrs O. Pell", "P", "P", "", "", ""),
    ("Cllr J. Sandys", "A", "P", "P", "S", "P"),
)


def draw() -> Drawing:
    page = Drawing(size=10, leading=15)
    page.text(72, 100, "Attendance of members in 2023/24", bold=True)
    y = 128.0
    for row in ROWS:
        page.text(72, y, row[0])
        for middle, cell in zip(MIDDLES, row[1:], strict=True):
            page.text(middle, y, cell, set_="centre")
        y += page.leading
    page.paragraph(72, y + 18, "P present, S sent a substitute, A sent apologies.", width=450)
    return page
