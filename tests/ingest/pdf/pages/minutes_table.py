"""Minutes kept wholly as a table, its first page all short entries; the heading row comes again on the second page."""

from tests.ingest.pdf.drawing import Drawing

WIDTHS = (38, 356, 86)
HEADING = ("No.", "Discussion", "Action")
FIRST = (
    ("1", "Apologies had come from Dr Penhale.", ""),
    ("2", "The minutes of 3 February were agreed.", "Chair"),
    ("3", "The boiler was looked at on 9 February and will do for another winter.", "B. Oakes"),
    ("4", "The Head told governors that the number of children who come by bicycle had doubled since the path was "
     "widened, that the shed was too small for them, and that the Friends had offered", ""),
)  # fmt: skip
SECOND = (
    ("", "half the cost of a second one. Governors thanked the Friends. A price for the shed and for the ground under "
     "it is to be got from two builders at least, and to be brought to the meeting in June.", "Bursar"),
    ("5", "Governors agreed the policy on visitors without a change.", ""),
    ("6", "The next meeting is on 11 June at 6 pm.", "All"),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(size=10.5)
    page.text(297, 70, "Brook End Primary School: Minutes of the Governing Board", bold=True, size=13, set_="centre")
    page.table(58, 90, WIDTHS, [HEADING, *FIRST])
    page.next_page()
    page.table(58, 60, WIDTHS, [HEADING, *SECOND])
    return page
