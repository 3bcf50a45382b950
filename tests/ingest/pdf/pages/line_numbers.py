"""Every line numbered in the margin, blank ones not; the count starts again on the second page."""

from tests.ingest.pdf.drawing import Drawing

FIRST = (
    ("COMMITTEE ON THE HARBOUR", "Draft report, not yet agreed"),
    (
        "1. The harbour was built for forty boats and now holds sixty. The committee",
        "heard from the harbour master that two in five have no winter berth, and",
        "that the waiting list was closed in 2019 with 212 names on it.",
    ),
    (
        "2. It recommends that a survey of the north wall be made before any pontoon",
        "is ordered, at a cost of no more than £18,000.",
    ),
    ("3. The harbour master told us that the ladders are inspected every quarter and",),
)
SECOND = (
    ("that two of them were replaced in April. We saw no record of it.",),
    ("4. The committee also recommends that:",),
    ("(a) the lamps on the breakwater be lit from dusk to dawn in every season; and",),
    ("(b) the fees for visitors be published on the quay and on the web site.",),
)  # fmt: skip


def numbered(page: Drawing, paragraphs: tuple[tuple[str, ...], ...]) -> None:
    y, number = 90.0, 0
    for lines in paragraphs:
        for line in lines:
            number += 1
            page.text(58, y, str(number), size=8, set_="right")
            page.text(84, y, line)
            y += 24
        y += 14


def draw() -> Drawing:
    page = Drawing(font="Courier", size=10)
    numbered(page, FIRST)
    page.next_page()
    numbered(page, SECOND)
    return page
