"""A landscape slide: bullets at two levels at the left, a great figure with its caption at the right."""

from tests.ingest.pdf.drawing import Drawing

BULLETS = (
    (52, "•", "Waiting times fell in every quarter of the"),
    (70, "", "year"),
    (78, "–", "children: from 14 weeks to 9"),
    (78, "–", "adults: from 22 weeks to 19"),
    (52, "•", "Two clinics moved to the health centre at"),
    (70, "", "Tanner's Row"),
    (52, "•", "What is still to do"),
    (78, "–", "evening clinics, asked for by one family"),
    (94, "", "in three"),
)


def draw() -> Drawing:
    page = Drawing(crop=(0, 0, 720, 405), size=18, leading=22)
    page.text(52, 60, "Speech and language: where we are", size=30, bold=True)
    y = 110.0
    for x, bullet, text in BULLETS:
        page.text(x, y, bullet)
        page.text(x + 18 if bullet else x, y, text)
        y += 27 if bullet else 24
    page.text(580, 200, "62%", size=66, bold=True, set_="centre")
    page.text(580, 236, "of parents would", size=14, set_="centre")
    page.text(580, 254, "recommend us", size=14, set_="centre")
    page.text(690, 390, "7", size=10, set_="right")
    return page
