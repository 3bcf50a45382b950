"""Titles of which each says what kind of business it is."""

import pytest

from tests.extract.samples import headings, minutes_of

_HEAD = "# Fenwold Parish Council\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle, Tom Orme\n"


@pytest.mark.parametrize(
    "titles",
    [
        ["ACTION: Pond lease", "Information: The weir", "Discussion: Bins"],
        ["Action Item: Minutes", "Report: Mill survey", "Presentation: Hedges", "Action Item: Lamp contract"],
        ["Discussion/Action: The 2031-2035 pond plan", "Discussion: Bins", "Public hearing: Ferry fees"],
        ["ACTION: Changes to the ferry plan", "For information: Bins", "For information: Paths"],
    ],
)
@pytest.mark.parametrize("mark", ["**{}**", "# {}"])
def test_action_before_business_is_a_kind_of_item_where_others_say_theirs(titles: list[str], mark: str) -> None:
    minutes = minutes_of(_HEAD + "\n".join(f"{mark.format(title)}\nIt was talked about at length." for title in titles))
    assert [title for _, title in headings(minutes)] == titles
    assert not minutes.actions


@pytest.mark.parametrize(
    "mark",
    [
        "Action: Tom Orme",
        "Action: TO",
        "ACTION: Clerk",
        "Action: Tom Orme to write to the owner by 4 June",
        "Action: Clerk to ask",
    ],
)
def test_action_before_somebody_or_a_task_marks_that(mark: str) -> None:
    text = f"# Update: Pond\nThe lease is out.\n**{mark}**\n# Update: Paths\nThe paths are wet.\n# Update: Bins\nNo."
    minutes = minutes_of(_HEAD + text)
    assert [title for _, title in headings(minutes)] == ["Update: Pond", "Update: Paths", "Update: Bins"]
    assert [action.tier for action in minutes.actions] == ["explicit"]


def test_where_all_are_marked_so_they_are_tasks() -> None:
    text = "\n".join(
        f"**Action: {task}**\nIt was talked about." for task in ("Letter on the pond", "Bins", "Hedge plan")
    )
    assert not [title for _, title in headings(minutes_of(_HEAD + text)) if title.startswith("Action")]
