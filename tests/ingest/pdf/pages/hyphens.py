"""Words broken at line ends, and hyphens that only happened to fall there."""

from tests.ingest.pdf.drawing import Drawing

LINES = (
    ("Members heard that the scheme had brought bene-", "fits to the whole valley, and that its recom-",
     "mendations had been taken up by neigh-", "bouring authorities."),
    ("The Board asked for a long-", "term plan, agreed with the well-", "known firm of Alder & Pike, and for a non-",
     "executive member to look after it."),
    ("The price was thought to lie between £900–", "£1,200 for the years 2019-", "20 to 2021-22."),
    ("Ms Hart-", "Dyke declared an interest as a trustee of the Hollin-", "shaw Trust and left the room."),
    ("The co-", "ordinator for the co-", "operative said so twice, and the co-ordinator was thanked."),
    ("The swimming pool –", "which had been shut since May – would open soon."),
)  # fmt: skip


def draw() -> Drawing:
    page = Drawing(font="Times", size=11)
    y = 90.0
    for lines in LINES:
        y = page.lines(70, y, lines) + 9
    return page
