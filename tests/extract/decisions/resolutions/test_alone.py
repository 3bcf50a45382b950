"""What a verdict in a word is said of."""

import pytest

from tests.extract.samples import decided, only


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The hedge is to be cut back. Prop TO, 2nd UK, All agreed.", "The hedge is to be cut back."),
        # ... and of what was agreed before it where a task stands between
        (
            "It was agreed that the hedge be cut. Clerk to write. Prop TO, 2nd UK, All agreed.",
            "It was agreed that the hedge be cut.",
        ),
    ],
)
def test_movers_in_note_form_stand_behind_what_they_moved(text: str, told: str) -> None:
    decision = only(text)
    assert (decision.text, decision.mover, decision.seconder, decision.votes) == (told, "TO", "UK", "unanimous")


def test_movers_in_note_form_alone_in_a_paragraph_say_nothing() -> None:
    assert decided("The hedge is long.\nProp TO, 2nd UK, All agreed.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Una suggested that we lend them a raft. There was no disagreement.",) * 2,
        ("Tom proposed a raft race in May. There were no objections.",) * 2,
        ("Una explained the rota. Nobody objected.", None),
        ("24/0117 Mill Lane, porch. There were no objections.", None),
        ("Tom suggested that the weir had been neglected. There was no disagreement.", None),
        ("Una suggested that Mr Tay was to blame. Nobody objected.", None),
    ],
)
def test_what_nobody_is_against_is_agreed_where_it_was_suggested(text: str, told: str | None) -> None:
    assert decided(text) == ([told] if told else [])


@pytest.mark.parametrize("label", ["NOTED.", "8.3 Noted.", "**NOTED.**"])
def test_noted_in_a_block_of_its_own_ends_an_item(label: str) -> None:
    assert decided(f"Una told of the two weirs.\n{label}") == [label.strip("*").removeprefix("8.3 ")]


@pytest.mark.parametrize(
    "text", ["The Board approved the lease.\nNOTED.", "Una told of the weirs.\nNOTED.\nTom said that they leak."]
)
def test_noted_beside_another_decision_or_in_the_middle_tells_none(text: str) -> None:
    assert "NOTED." not in decided(text)


def test_business_that_was_noted_and_discussed_with_no_action() -> None:
    assert decided("# 3. Minutes of the May meeting\nNoted and discussed, no actions.") == [
        "Noted and discussed, no actions."
    ]
