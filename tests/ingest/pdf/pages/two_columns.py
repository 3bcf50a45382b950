"""A report in two columns under a title and an introduction across the page; the second column goes on mid-sentence."""

from tests.ingest.pdf.drawing import Drawing

INTRODUCTION = (
    "The library has had its busiest year since the new roof was laid. What follows is an account of it for the "
    "trustees, for those who lend us their evenings, and for anybody who has wondered what the lights are on for."
)
LEFT = (
    "In the spring we opened on Sundays for the first time. Four volunteers keep the desk, and by June the reading "
    "room was as full as on a Saturday.",
    "The mobile library now stops at Fenwick and at Long Hollow on the first Monday of the month. It lent more books "
    "in its first half year than the branch at Sallow did in the whole of the last one, and the drivers say that they",
)
RIGHT = (
    "could do with a third stop on the way home.",
    "A grant of £12,400 from the Sallow Trust paid for eleven new computers. They are used for the most part by people "
    "who look for work, and by their grandchildren.",
    "Our thanks go to the Friends, who raised £3,150 at the fair.",
)


def draw() -> Drawing:
    page = Drawing(font="Times", size=10, leading=13)
    page.text(50, 84, "A year at Marlow Street Library", size=22)
    y = page.paragraph(50, 112, INTRODUCTION, width=495, size=12) + 14
    left = right = y
    page.text(50, left, "New hours, new roads", size=13, bold=True)
    left += 20
    for text in LEFT:
        left = page.paragraph(50, left, text, width=232)
    for text in RIGHT[:1]:
        right = page.paragraph(313, right, text, width=232)
    page.text(313, right + 8, "What it was paid with", size=13, bold=True)
    right += 28
    for text in RIGHT[1:]:
        right = page.paragraph(313, right, text, width=232)
    return page
