"""The next steps of reports and plans."""

from pathlib import Path

import pytest

from tests.extract.actions.samples import tasks
from tests.extract.samples import extracted, minutes_of, said


def test_the_next_steps_of_a_report_are_implicit_actions() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Findings
        • Visits rise in every branch.
        # Next steps
        • Open on Sundays in every branch.
        • The Librarian to survey the readers.
        • Note the report.
        """
    minutes = minutes_of(text)
    assert tasks(minutes) == [
        ("Open on Sundays in every branch.", None),
        ("The Librarian to survey the readers.", "The Librarian"),
    ]
    assert {(action.tier, action.rule) for action in minutes.actions} == {("implicit", "action.next-steps")}


@pytest.mark.parametrize("title", ["Priorities for 2024/25", "Priorities for the coming year", "Priorities for action"])
def test_the_priorities_of_a_report_for_a_year_are_next_steps(title: str) -> None:
    minutes = minutes_of(
        f"# Report on the mill\nThe mill was built of oak.\n# {title}\n• Mend the gate before the summer"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"]


@pytest.mark.parametrize(
    ("title", "steps"),
    [
        ("What we will do next", True),
        ("What will we do?", True),
        ("How we will get there", True),
        ("What happens next", True),
        ("Our commitments", True),
        ("What we have done", False),
        ("What we do", False),
        ("How we will know", False),
        ("Why this matters", False),
    ],
)
def test_what_a_strategy_promises_is_to_be_done(title: str, steps: bool) -> None:
    minutes = minutes_of(
        f"# Our strategy for the mill\nThe mill was built of oak.\n# {title}\n• Support every miller in the vale"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"] * steps


@pytest.mark.parametrize(
    ("entry", "is_task"),
    [
        ("notes the progress made with the mill wheel since May;", False),
        ("comments on the priorities for the wheel in its last year; and", False),
        ("identifies any matters on which it wishes to hear more.", False),
        ("take assurance from the inspection of the wheel", False),
        ("determine whether the wheel should turn at night", False),
        ("The Miller reports on the wheel again in the spring", True),
        ("The two wheels have been discussed by the Weir Panel (4 May)", False),
        ("The three proposals have been discussed by the Weir Panel (4 May)", False),
        ("On the height of the weir, both Panels preferred the lower one, leaving room for the eels", False),
        ("On the height of the weir, both Panels agreed that the Miller should measure it", True),
        ("Agree with the weir trust how the wheel will be paid for", True),
        ("Agree a plan for the eels with the Weir Trust", True),
        ("Agree a plan for the eels", False),
    ],
)
def test_what_a_body_is_asked_to_decide_is_no_task(entry: str, is_task: bool) -> None:
    minutes = minutes_of(
        f"# Report on the mill\nThe mill was built of oak.\n# Recommendations\nThat the Committee:\n(a) {entry}"
    )
    assert [action.rule for action in minutes.actions] == ["action.next-steps"] * is_task


def test_next_steps_of_minutes_are_what_is_to_be_done() -> None:
    text = """
        4.1. Tom spoke of the lamps.
        4.2. Next steps
        4.2.1. Examples of lamps were shown by the Weir Trust.
        4.2.2. Notice to tenants that lamps will be lit at dusk.
        4.2.3. Consider lamps for the slipway (Una Keld).
        4.3. The quay was quiet.
        """
    found = [(action.text, action.owner, action.rule) for action in said(text).actions]
    assert found == [
        ("Notice to tenants that lamps will be lit at dusk.", None, "action.next-steps"),
        ("Consider lamps for the slipway (Una Keld).", "Una Keld", "action.next-steps"),
    ]


@pytest.mark.parametrize(
    ("head", "is_step"),
    [
        ("Steps involved in closing the ferry:", True),
        ("Steps needed", True),
        ("Proposed Guild programme for 2031", True),
        ("Programme for 2031", False),
        ("Steps of the mill", False),
    ],
)
def test_other_heads_of_what_minutes_list_as_next(head: str, is_step: bool) -> None:
    minutes = said(f"# {head}\n• Move the punt that was lent by the weir\n• The weir was quiet in June")
    assert [action.text for action in minutes.actions] == ["Move the punt that was lent by the weir"] * is_step


def test_the_limbs_of_a_numbered_recommendation_are_part_of_it() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Recommendations
        1. We recommend shelf lists in every branch so that they
        1. are easy to read. They should
        1. be dated
        2. name the shelf and the floor
        2. We recommend a card for each reader.
        3. We recommend that a card shall hold
        1. The name of the reader
        2. A picture of the reader
        4. The Librarian should count the cards.
        """
    assert [action.text for action in minutes_of(text).actions] == [
        "We recommend shelf lists in every branch so that they",
        "We recommend a card for each reader.",
        "We recommend that a card shall hold",
        "The Librarian should count the cards.",
    ]


def test_next_steps_may_be_set_as_lines_and_go_on_below_a_heading() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Next steps
        Further work to open on Sundays
        The branches were asked for their views.
        # To be done next year
        • A survey of readers in every branch
        # Author
        • The Librarian of the county
        """
    assert [action.text for action in minutes_of(text).actions] == [
        "Further work to open on Sundays",
        "A survey of readers in every branch",
    ]


def test_an_action_table_in_a_report_holds_marked_actions() -> None:
    text = """
        # Report on libraries
        To: the Amenities Committee
        # Next steps
        In the coming year we will:
        • Agree a plan of opening hours
        |! Action | Lead | By when
        | Survey the readers of every branch | Librarian | May 2024
        """
    assert [(a.text, a.owner, a.due, a.tier) for a in minutes_of(text).actions] == [
        ("Agree a plan of opening hours", None, None, "implicit"),
        ("Survey the readers of every branch", "Librarian", "May 2024", "explicit"),
    ]


@pytest.mark.parametrize(
    ("step", "owner"),
    [
        ("That the programme team report on its first year to the Board", "the programme team"),
        ("Mend the bindings of the atlas (Library lead, May 2024)", "Library lead"),
        ("Mend the bindings of the atlas (University of Fenwold)", "University of Fenwold"),
        ("Mend the bindings of the atlas – Dr Una Keld, May 2024", "Dr Una Keld"),
        ("Mend the bindings of the atlas", None),
    ],
)
def test_who_is_to_do_the_next_step_of_a_report(step: str, owner: str | None) -> None:
    text = f"# Report on libraries\nTo: the Amenities Committee\n# Next steps\n• {step}"
    assert [action.owner for action in minutes_of(text).actions] == [owner]


def test_the_points_of_a_recommendation_are_part_of_it() -> None:
    text = (
        "# Access to Shade: Annual Report 2024\nMade for the Fenwold Board.\n# Recommendations\n"
        "1. The Council to open more cool rooms across the town by:\n• Finding halls that stand empty.\n"
        "• Telling people where they are.\n2. The Trust to plant more trees along the mill.\n"
    )
    assert [action.text for action in minutes_of(text).actions] == [
        "The Council to open more cool rooms across the town by:",
        "The Trust to plant more trees along the mill.",
    ]


def test_the_points_below_what_a_body_will_do_are_its_steps() -> None:
    text = """
        # Report on moorings
        # 7 Next steps for next year
        7.1 If members are content, over the coming year the Trust will:
        • open two more moorings at the weir by May;
        • bring a plan for the lock keepers to the Board.
        """
    assert [task for task, _ in tasks(minutes_of(text))] == [
        "open two more moorings at the weir by May;",
        "bring a plan for the lock keepers to the Board.",
    ]


def test_what_a_section_tells_of_others_and_its_appendices_are_no_steps() -> None:
    minutes = minutes_of(
        "# Report on the ferry\nThe ferry is old.\n# 5. Recommendations of the two panels\n"
        "5.1 The options above have been considered by the Quay Panel in May.\n"
        "5.2 On the fares, both panels agreed their preference for the second.\n"
        "5.3 The Reeve to publish the fares by June.\n"
        "Appendices:\n1. Rules of the Joint Quay Panel as they stand.\n2. A map of the ferry and its piers."
    )
    assert [action.text for action in minutes.actions] == ["The Reeve to publish the fares by June."]


def test_headings_below_next_steps_may_be_steps(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Report on the mill\n\nThe mill was built of oak.\n\n## Next steps\n\nThe guild has these goals:\n\n"
        "### Increase the number of boats\n\nThree boats are few.\n\n### Mend the weir by the mill\n\n"
        "Part of this is:\n\n- Draining the pond above it\n\n### Our partners here\n\n- The guild of ferrymen\n\n"
        "## Develop the harbour\n\nIt was done.\n"
    )
    _, minutes = extracted(path)
    assert tasks(minutes) == [
        ("Increase the number of boats", None),
        ("Mend the weir by the mill", None),
        ("Draining the pond above it", None),
    ]


def test_what_leads_to_a_list_of_steps_is_none_of_them() -> None:
    minutes = minutes_of(
        "# Weir report\n# 8. Next steps\nThe aims for the second year are as follows.\n• Mend the sill."
    )
    assert "as follows" not in " ".join(action.text for action in minutes.actions)
