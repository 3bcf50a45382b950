"""Footnotes under a short rule at the page's foot; the paragraph above them goes on over the page."""

from tests.ingest.pdf.drawing import Drawing

RAISED = 4.0  # points
NOTES = (
    ("1", "Forecast of School Places 2019 to 2024, table 6. The figures leave out nurseries."),
    ("2", "A school year runs from 1 September to 31 August; requests that were withdrawn within ten days of being "
     "made have not been counted."),
)  # fmt: skip


def marked(page: Drawing, y: float, *pieces: str) -> None:
    """A line with a raised mark between each two of its pieces."""
    x = 72.0
    for piece in pieces:
        raised = piece in ("1", "2")
        size = 7 if raised else page.size
        page.text(x, y - RAISED * raised, piece, size=size)
        x = page.end(x, piece, size=size)


def draw() -> Drawing:
    page = Drawing(font="Times", size=12, leading=15)
    page.text(72, 90, "3  Demand for places", size=15, bold=True)
    y = page.paragraph(
        72, 112, "This part says how many children asked for a place, and where they live. It leaves aside those who "
        "moved into the county during the year.", width=450,
    )  # fmt: skip
    marked(
        page, y, "Demand for places has grown faster than was forecast in 2019.", "1", " There were 1,204 requests in"
    )
    marked(
        page, y + 15, "the last school year", "2", " and eleven of them came from abroad. It is the highest number yet,"
    )
    page.rule(72, 742, 200, 742)
    y = 756.0
    for number, text in NOTES:
        page.text(72, y - 3, number, size=6)
        y = page.paragraph(77, y, text, width=440, size=9) - 12
    page.text(297, 815, "4", size=10, set_="centre")
    page.next_page()
    y = page.paragraph(
        72, 90, "against the 960 that the plan had allowed for, and more of them came from the north of the county.",
        width=450,
    )  # fmt: skip
    page.paragraph(72, y, "The next part says what was done about it.", width=450)
    page.text(297, 815, "5", size=10, set_="centre")
    return page
