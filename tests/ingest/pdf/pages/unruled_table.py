"""Figures under a caption without a single rule, set wide apart; one label and one remark take two lines."""

from tests.ingest.pdf.drawing import Drawing

ROWS = (
    (("Charge",), "Now", "From April", ("Remark",)),
    (("Hall, by the hour",), "£11.50", "£12.00", ("members £9",)),
    (("Hall, by the day,", "with the kitchen"), "£85.00", "£90.00", ("a deposit of £50 is", "taken")),
    (("Tennis court",), "£4.00", "£4.00", ("no change",)),
    (("Allotment plot",), "£38.00", "£41.50", ("water included",)),
)


def draw() -> Drawing:
    page = Drawing(font="Times", size=11.5, leading=13)
    page.paragraph(
        66, 90, "The Committee had before it the charges that the Steward proposed for the coming year.", width=470
    )
    page.text(66, 128, "Table 3: Charges for the hall and the grounds")
    y = 156.0
    for label, now, then, remark in ROWS:
        page.lines(66, y, label)
        page.text(264, y, now, set_="right")
        page.text(352, y, then, set_="right")
        page.lines(400, y, remark)
        y += 28 if max(len(label), len(remark)) == 1 else 41
    page.paragraph(
        66, y + 8, "They were approved, with the thanks of the Committee for the pains he had taken.", width=470
    )
    return page
