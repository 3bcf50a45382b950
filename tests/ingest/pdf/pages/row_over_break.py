"""A row of an action log that the page's end cuts through; the heading row comes again above its rest."""

from tests.ingest.pdf.drawing import Drawing

WIDTHS = (46, 226, 84, 124)
HEADING = ("Ref", "Action", "Owner", "Progress")
FIRST = (
    ("07/1", "Ask the county for a count of the traffic in Mill Lane.", "Clerk", "Done; 412 an hour at eight."),
    ("07/2", "Find a home for the old ballot boxes, of which there are", "Cllr Voss", "The museum has been asked and"),
)
SECOND = (
    ("", "nine, before the shed is pulled down.", "", "will answer in May."),
    ("07/3", "Have the clock wound.", "Cllr Teal", "Every Sunday."),
)


def draw() -> Drawing:
    page = Drawing(size=9.5, leading=12)
    page.text(60, 660, "Actions from earlier meetings", bold=True)
    page.table(60, 676, WIDTHS, [HEADING, *FIRST])
    page.next_page()
    page.table(60, 64, WIDTHS, [HEADING, *SECOND])
    return page
