"""Every fifth line numbered at the right margin, the count running on from page to page."""

from tests.ingest.pdf.drawing import Drawing

TESTIMONY = (
    "The Chairman asked Mr Varley to say in his own words what he had seen on the night of the flood. Mr Varley said "
    "that the water had come over the sill of the lock at about ten o'clock, and that he had gone at once to wake the "
    "keeper, who was not at home. He had then opened the paddles himself.",
    "Asked whether he had been told that he might do so, he answered that nobody had ever told him anything, and that "
    "he would do the same again. Mrs Iddon asked how long it had taken. He thought twenty minutes, or it might have "
    "been half an hour; his watch had stopped when he slipped on the steps, and he had not had it mended since, "
    "watches being dear and the committee slow to pay.",
    "The Chairman said that his claim would be looked into before Christmas. The committee then heard from the "
    "keeper, who had been to his daughter's wedding with the leave of the company, and who could show the letter. He "
    "had left the keys with the toll clerk. The toll clerk was called, and said that it was true about the keys, but "
    "that nobody had come to him for them.",
)


def draw() -> Drawing:
    page = Drawing(font="Times", size=13, leading=22)
    number, y = 0, 96.0
    for text in TESTIMONY:
        for line in page.broken(text, 400):
            number += 1
            page.text(80, y, line)
            if number % 5 == 0:
                page.text(526, y, str(number), size=9, set_="right")
            y += page.leading
            if number == 9:
                page.next_page()
                y = 96.0
        y += 12
    return page
