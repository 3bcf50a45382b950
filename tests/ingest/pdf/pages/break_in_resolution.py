"""A numbered resolution that the page's end cuts through, with a footer and a header in between."""

from tests.ingest.pdf.drawing import Drawing

LIMBS = (
    ("(a)", "the bus shelter at Cross Keys be taken down before the end of October;"),
    ("(b)", "the Clerk be authorised to spend up to £4,800 on a new one of oak, to the drawing that Mr Hale has made, "
     "provided that the county agrees to the place and that"),
)  # fmt: skip


def furniture(page: Drawing, number: int) -> None:
    page.text(70, 44, "Withy Marsh Parish Council", size=9)
    page.text(525, 44, "14 September 2022", size=9, set_="right")
    page.text(70, 806, "Signed ..............................", size=9)
    page.text(525, 806, f"Page {number} of 2", size=9, set_="right")


def draw() -> Drawing:
    page = Drawing(font="Times", size=12)
    furniture(page, 1)
    y = page.paragraph(
        70, 646, "88/22 It was proposed by Cllr Rook, seconded by Cllr Dunn, and RESOLVED that:", width=455
    )
    for label, text in LIMBS:
        page.text(92, y, label)
        y = page.paragraph(118, y, text, width=400)
    page.next_page()
    furniture(page, 2)
    y = page.lines(118, 84, ["no neighbour objects in writing within the month; and"]) + 7
    page.text(92, y, "(c)")
    y = page.paragraph(118, y, "the old slates be kept for the lychgate.", width=400)
    page.paragraph(70, y + 6, "The meeting closed at 9.05 pm, the lights having failed a second time.", width=455)
    return page
