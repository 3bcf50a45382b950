"""Who is to act, set beside single paragraphs of text that else is as wide as the page."""

import pytest

from tests.ingest.pdf.drawing import LEADING, Drawing, blocks_in

TALK = (
    "The Warden told members how the winter had gone, which of the boats had been let, and that the water in the "
    "lower pond had stood higher than in any year since the sluice was built."
)
TASK = "Una Keld to ask the miller for his price for the repair of the sluice by 30 September 2024."


def _minutes(*marks: list[str], x: float = 458.0, width: float = 360.0) -> Drawing:
    """A paragraph across the page above each of some narrower ones with the lines of a mark beside them."""
    page = Drawing()
    y = 80.0
    for lines in marks:
        y = page.paragraph(60, y, TALK, width=475)
        page.lines(x, y, lines, bold=True)
        end = page.paragraph(60, y, TASK, width=width)
        y = max(end, y + len(lines) * LEADING) + LEADING
    page.paragraph(60, y, TALK, width=475)
    return page


@pytest.mark.parametrize(
    "lines",
    [
        ["ACTION: UK"],
        ["Action: Clerk"],
        ["ACTION:", "UK"],
        ["Action:", "Facilities", "Manager"],
        ["[Action – UK]"],
        ["ACTION UK"],
    ],
    ids=" ".join,
)
def test_a_mark_that_says_action_stands_beside_one_paragraph(lines: list[str]) -> None:
    blocks = [f"paragraph {TALK}", f"paragraph {TASK}", f"note {' '.join(lines)}", f"paragraph {TALK}"]
    assert blocks_in(_minutes(lines)) == blocks


@pytest.mark.parametrize("lines", [["UK"], ["Treasurer"], ["Harbour", "Manager"], ["UK/TO"]], ids=" ".join)
def test_initials_and_offices_stand_beside_more_than_one_paragraph(lines: list[str]) -> None:
    assert [block for block in blocks_in(_minutes(lines, lines)) if block != f"paragraph {TALK}"] == [
        f"paragraph {TASK}", f"note {' '.join(lines)}", f"paragraph {TASK}", f"note {' '.join(lines)}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines", [["Action Plan"], ["Spring"], ["see below"], ["17 May"], ["Action: to be agreed by all"]], ids=" ".join
)
def test_other_words_beside_a_paragraph_are_no_mark(lines: list[str]) -> None:
    assert not [block for block in blocks_in(_minutes(lines, lines)) if block.startswith("note")]


def test_several_marks_one_below_the_other_are_notes_of_one_paragraph() -> None:
    blocks = blocks_in(_minutes(["UK", "TO"], ["UK"]))
    assert blocks[:4] == [f"paragraph {TALK}", f"paragraph {TASK}", "note UK", "note TO"]


def test_what_heads_the_first_mark_is_no_heading() -> None:
    page = Drawing()
    page.text(458, 80, "Action", bold=True)
    y = 80 + 1.5 * LEADING
    for who in ("UK", "TO"):
        page.text(458, y, who, bold=True)
        y = page.paragraph(60, y, TASK, width=360) + LEADING
        y = page.paragraph(60, y, TALK, width=475)
    notes = [block for block in blocks_in(page) if not block.startswith("paragraph")]
    assert notes == ["note Action", "note UK", "note TO"]


@pytest.mark.parametrize("mark", ["Action: Facilities Manager", "Treasurer", "UK"])
def test_a_mark_on_a_line_of_its_own_at_the_right_belongs_to_what_stands_above(mark: str) -> None:
    page = Drawing()
    y = 80.0
    for number in (4, 5):
        page.text(60, y, f"{number} The lower pond", bold=True)
        y = page.paragraph(60, y + LEADING, TASK, width=475) - LEADING / 2
        page.text(535, y, mark, bold=True, set_="right")
        y += LEADING
    entry = [f"paragraph {TASK}", f"note {mark}"]
    assert blocks_in(page) == ["heading 4 The lower pond", *entry, "heading 5 The lower pond", *entry]


def test_a_sentence_that_begins_at_the_end_of_a_line_begins_with_no_mark() -> None:
    page = Drawing()
    for top in (80.0, 160.0):
        page.text(60, top, "The sluice at the lower pond was found to be rotten after the flood in May.")
        page.text(500, top, "TO")
        page.text(60, top + LEADING, "offered to mend it before the winter and to ask what the timber would cost.")
    assert not [block for block in blocks_in(page) if block.startswith("note")]


def test_tasks_listed_with_their_owners_are_a_table() -> None:
    page = Drawing()
    rows = [("Task", "Owner"), ("ask the miller for his price", "UK"), ("mend the sluice before winter", "TO")]
    for number, (task, owner) in enumerate(rows):
        page.text(60, 80 + number * LEADING, task)
        page.text(458, 80 + number * LEADING, owner)
    page.paragraph(60, 160, f"{TALK} {TALK} {TALK}", width=475)
    assert [block.split()[0] for block in blocks_in(page)] == ["table_row"] * 3 + ["paragraph"]


def test_text_as_wide_as_the_page_does_not_run_into_a_column_that_begins_at_one_of_its_spaces() -> None:
    page = Drawing()
    wide = "Rents had been paid for all but two of the boats, and the fees that were still owed for"
    y = 80.0
    for who in ("UK", "TO", "UK"):
        page.text(page.end(60, wide + " "), y, who)
        y = page.paragraph(60, y, TASK, width=340) + LEADING
    page.lines(60, y, [f"{wide} moorings", "came to less than the Treasurer had feared."])
    assert f"paragraph {wide} moorings came to less than the Treasurer had feared." in blocks_in(page)
