"""Headers that differ on odd and even pages and name the page; footers that tell the day of printing."""

from tests.ingest.pdf.drawing import Drawing

TEXTS = (
    "The Trust was founded in 1911 by the widow of a ropemaker to give warm coats to those who work on the water.",
    "It gave away 412 coats in the year, eleven more than in the year before, and turned nobody away.",
    "The trustees met four times. Mr Quill gave up his seat after twenty years and was thanked with a coat.",
    "The house in Rope Walk was let for the whole year. Its roof will want money before long.",
    "Investments stood at £318,000 at the end of the year, and yielded a little over four per cent.",
    "The trustees are sure that the Trust can meet its debts as they fall due.",
)


def draw() -> Drawing:
    page = Drawing(font="Times", size=11)
    for number, text in enumerate(TEXTS, start=21):
        if number % 2:
            page.text(60, 50, f"{number}   The Ropemaker's Widow Trust", size=9.5)
        else:
            page.text(535, 50, f"Annual report and accounts   {number}", size=9.5, set_="right")
        y = page.paragraph(60, 96, text, width=300)
        page.paragraph(60, y, f"See also what is said in chapter {number - 20}.", width=470)
        page.text(60, 800, f"Printed on {number - 12} May 2023 at 10.4{number - 20}", size=8)
        if number < 26:
            page.next_page()
    return page
