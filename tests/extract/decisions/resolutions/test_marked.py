"""What a marker opens, or stands below."""

import pytest

from tests.extract.samples import decided, minutes_of, said


def test_a_resolution_goes_on_in_paragraphs_that_begin_with_and_that() -> None:
    text = "Be it resolved that the hedge be cut;\nAnd that the gate be mended.\nThat year was a good one."
    assert decided(text) == ["Be it resolved that the hedge be cut;\nAnd that the gate be mended."]


def test_a_limb_carries_its_stem() -> None:
    decisions = said("The Committee AGREED:\n(a) to cut the hedge;\n(b) to mend the gate.").decisions
    assert [decision.stem for decision in decisions] == ["The Committee AGREED:"] * 2


@pytest.mark.parametrize("head", ["Outcome: the Committee", "Outcome: The Committee:", "Conclusion: the Committee"])
def test_points_below_the_outcome_are_decisions_whatever_their_verb(head: str) -> None:
    text = f"{head}\n• received and noted the report.\n• Recognised the work of the wardens.\n• Support the new gate."
    told = [("received and noted the report.", "noted"), ("Recognised the work of the wardens.", "noted")]
    assert [(d.text, d.outcome) for d in said(text).decisions] == [*told, ("Support the new gate.", "approved")]


def test_a_motion_above_the_heading_of_a_decision_that_it_was_carried() -> None:
    text = (
        "The following motion by Councillor Orme, seconded by Councillor Keld, was before the Committee:-\n"
        "“That this Committee asks the ferry company for a later sailing.”\n"
        "Decision\nThe Motion was carried by 8 votes to 2. The Clerk was instructed to write to the company."
    )
    motion, task = said(text).decisions
    assert motion.text == "That this Committee asks the ferry company for a later sailing."
    assert (motion.mover, motion.votes and motion.votes.for_) == ("Councillor Orme", 8)  # type: ignore[union-attr]
    assert task.text == "The Clerk was instructed to write to the company."
    assert decided("Decision\nThe motion was agreed.") == ["The motion was agreed."]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "| **Decision** | Cabinet: 1. noted the forecast at Quarter 2 2. approved the changes in Appendix B |",
            ["noted the forecast at Quarter 2", "approved the changes in Appendix B"],
        ),
        (
            "| **Decision** | That the public be excluded for the next item. |",
            ["That the public be excluded for the next item."],
        ),
        (
            "| **Resolution** | That the lease be granted. |\n| **Reason** | It is cheap. |",
            ["That the lease be granted."],
        ),
        ("| Decision | Owner |\n| Mill | Clerk |", []),
        ("| Decision | To whom | When |\n| Mill | Clerk | May |", []),
    ],
)
def test_what_was_decided_stands_beside_its_label(rows: str, told: list[str]) -> None:
    assert decided(rows) == told


def test_the_reason_in_the_paragraph_below_belongs_to_a_resolution() -> None:
    reason = "The porch, by reason of its height, would darken the lane."
    head = "Proposed by Cllr Orme, seconded by Cllr Keld and RESOLVED that consent be REFUSED for the following reason:"
    (decision,) = said(f"{head}\n{reason}").decisions
    assert decision.text == f"{head}\n{reason}"
    assert len(said(f"{head}\nRESOLVED that the fee be kept.").decisions) == 2


def test_no_objections_is_what_was_resolved() -> None:
    assert decided("24/018 – 3 Beck Row. Rear porch. Resolved: No objections.") == ["No objections."]


def test_who_proposed_stands_between_resolved_and_its_limbs() -> None:
    head = "Resolved, on the proposal of Cllr Orme, seconded by Cllr Tay:"
    limbs = said(f"{head}\n1. that £50 be given to the raft; and\n2. that the bid of the Club be refused.").decisions
    assert [(d.text, d.mover, d.seconder) for d in limbs] == [
        ("that £50 be given to the raft", "Cllr Orme", "Cllr Tay"),
        ("that the bid of the Club be refused.", "Cllr Orme", "Cllr Tay"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Decision 7.2 The boat be sold.", "The boat be sold."),
        ("Decision 2024/17: The boat be sold.", "The boat be sold."),
        ("Decision No. 14 – The boat be sold.", "The boat be sold."),
        ("Resolution 23/117: The boat wait at noon.", "The boat wait at noon."),
        ("Minute 31.4 RESOLVED that the boat be sold.", "RESOLVED that the boat be sold."),
    ],
)
def test_the_number_of_a_decision_is_no_part_of_it(line: str, told: str) -> None:
    (text,) = decided(line)
    assert text.endswith(told)
    assert "7" not in text


@pytest.mark.parametrize("line", ["Decision 7.2 was put off.", "Resolution 23/117: Accounts for May"])
def test_a_number_makes_no_decision_of_what_is_told_of_one(line: str) -> None:
    assert decided(line) == []


@pytest.mark.parametrize("verdict", ["RESOLVED (unanimously)", "AGREED (unanimous)"])
def test_a_verdict_in_a_line_of_its_own_is_on_the_motion_right_above_it(verdict: str) -> None:
    text = f"The bell was talked of.\nThat the ferry wait for the school.\n{verdict}\nTom to hang the bell."
    (decision,) = said(text).decisions
    assert (decision.text, decision.votes) == ("That the ferry wait for the school.", "unanimous")
    (decision,) = said(text.replace("ferry wait for the school", "ferry be approved")).decisions
    assert (decision.text, decision.votes) == ("That the ferry be approved.", "unanimous")


def test_a_verdict_over_a_resolution_of_its_own_is_not_on_what_stands_above() -> None:
    text = "RESOLVED\nThat the ferry wait.\nRESOLVED\nThat the bell ring."
    assert decided(text) == ["That the ferry wait.", "That the bell ring."]


def test_verdicts_at_the_margin_are_each_on_the_motion_above_it() -> None:
    text = "That the ferry wait.\nRESOLVED (unanimously)\nThat the bell ring.\nRESOLVED (unanimously)\nTom left."
    assert [(d.text, d.votes) for d in said(text).decisions] == [
        ("That the ferry wait.", "unanimous"),
        ("That the bell ring.", "unanimous"),
    ]


@pytest.mark.parametrize(
    ("below", "also"),
    [
        ("That a bell be rung at noon.", ["That a bell be rung at noon."]),
        ("That the bell was old surprised nobody.", []),
        ("That afternoon the ferry rang its bell.", []),
    ],
)
def test_a_paragraph_below_a_resolution_may_be_another(below: str, also: list[str]) -> None:
    assert decided(f"RESOLVED That the ferry wait.\n{below}") == ["RESOLVED That the ferry wait.", *also]


@pytest.mark.parametrize(
    ("below", "also"),
    [
        ("A sum of £80 be paid to the band.", ["A sum of £80 be paid to the band."]),
        ("Cllr Orme be asked to chair it.", ["Cllr Orme be asked to chair it."]),
        ("The band will be asked to play.", []),
        ("The wardens had asked that the rope be tarred.", []),
        ("The rope was to be tarred by the wardens.", []),
    ],
)
def test_a_paragraph_below_a_resolution_may_say_what_else_is_to_be(below: str, also: list[str]) -> None:
    assert decided(f"Resolved: The bell be hung.\n{below}") == ["The bell be hung.", *also]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            "a. The log of the ferry be noted. b. The fare be set at £4.",
            [("The log of the ferry be noted.", "noted"), ("The fare be set at £4.", "approved")],
        ),
        ("The lease of the loft be renewed.", [("The lease of the loft be renewed.", "approved")]),
        ("The lease of the loft is to end in May.", []),
    ],
)
def test_what_is_to_be_stands_beside_the_label_decision(cell: str, told: list[tuple[str, str]]) -> None:
    made = said(f"| Decision | {cell} |\n| Reasons for decision | The old one has run out. |").decisions
    assert [(decision.text, decision.outcome) for decision in made] == told


def test_the_title_of_a_document_heads_no_decision() -> None:
    text = (
        "# Decisions\nOrme House, Weir Street\n# Fenwold Weir Guild\n"
        "Minutes of the meeting of the Board held on 4 May 2024\nPresent: Una Keld (Chair), Tom Orme\n"
        "# 1. The weir\nThe Board approved the plan of the weir."
    )
    assert [decision.text for decision in minutes_of(text).decisions] == ["The Board approved the plan of the weir."]
