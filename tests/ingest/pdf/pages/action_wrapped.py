"""An action column whose entries fill several lines of their own beside the paragraphs."""

from tests.ingest.pdf.drawing import Drawing

PARAGRAPHS = (
    ("The Treasurer laid out the accounts for the quarter. Receipts from the hall were down by a tenth on the year "
     "before, because the dancing class had moved to the school; the fair had made good most of it. Nobody wished to "
     "see the charges rise before the winter.", ("Treasurer to ask the", "school what it charges")),
    ("A letter had come from the owner of the mill about the towpath, part of which had slid into the river in March. "
     "He held that the council ought to mend it. The Clerk thought that the duty lay with the county, and had put the "
     "question to the surveyor.", ("Clerk to write to the", "county surveyor by", "30 June")),
    ("There was talk of a bench at the bus stop. It was left for another day.", ()),
    ("The oak on the green had lost two limbs in the storm and wants looking at by somebody who knows about trees, "
     "before the summer fair draws its crowd beneath it once again.", ("Cllr Wren",)),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(font="Times", size=12, leading=13.8)
    page.text(64, 92, "7. Finance and open spaces", bold=True)
    page.text(458, 92, "ACTION", bold=True)
    y = 116.0
    for text, action in PARAGRAPHS:
        page.lines(458, y, action)
        y = page.paragraph(64, y, text, width=380)
    return page
