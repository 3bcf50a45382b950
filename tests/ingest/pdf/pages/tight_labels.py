"""Numbers set so tight against the text that no space parts them; the lines below hang under the text."""

from tests.ingest.pdf.drawing import Drawing

PARAGRAPHS = (
    ("9.", "The Department has asked each of its agencies for a list of what they hold, and has had an answer from all "
     "but two of them."),
    ("10.", "Of the lists received, the fullest came from the smallest agency."),
    ("11.", "None of them says what the figures cost to gather. The Panel thought that this ought to be asked, and "
     "asked soon."),
    ("(m)", "March was thought too late."),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(size=12, leading=20)
    y = 100.0
    for label, text in PARAGRAPHS:
        page.text(page.end(90, "11."), y, label, set_="right")
        y = page.paragraph(page.end(90, "11."), y, text, width=250) + 10
    return page
