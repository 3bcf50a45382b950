"""A ruled table whose heading cells span columns or rows, with a total at its foot."""

from tests.ingest.pdf.drawing import Drawing

EDGES = (62, 226, 300, 374, 448, 522)
ROWS = (
    ("Roads", "1,204", "1,310", "1,288", "(22)"),
    ("Parks and open spaces", "388", "402", "415", "13"),
    ("Libraries", "96", "101", "101", "0"),
    ("Total", "1,688", "1,813", "1,804", "(9)"),
)


def draw() -> Drawing:
    page = Drawing(size=10)
    page.paragraph(62, 90, "Spending in the year to March is set out below, with what had been planned.", width=460)
    page.frame(62, 110, 226, 150)
    page.frame(226, 110, 300, 150)
    page.frame(300, 110, 522, 130)
    page.text(66, 124, "Service", bold=True)
    page.text(263, 124, "2021/22", bold=True, set_="centre")
    page.text(263, 138, "£'000", bold=True, set_="centre")
    page.text(411, 124, "2022/23 (£'000)", bold=True, set_="centre")
    for left, right, head in zip(EDGES[2:], EDGES[3:], ("Budget", "Outturn", "Variance"), strict=False):
        page.frame(left, 130, right, 150)
        page.text((left + right) / 2, 144, head, bold=True, set_="centre")
    top = 150.0
    for row in ROWS:
        bold = row[0] == "Total"
        for left, right, cell in zip(EDGES, EDGES[1:], row, strict=False):
            page.frame(left, top, right, top + 18)
            if left == EDGES[0]:
                page.text(left + 4, top + 13, cell, bold=bold)
            else:
                page.text(right - 4, top + 13, cell, bold=bold, set_="right")
        top += 18
    page.paragraph(62, top + 30, "Roads were spared the cost of salt by a mild winter.", width=460)
    return page
