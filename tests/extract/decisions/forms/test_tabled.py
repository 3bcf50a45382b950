"""Decisions that a table tells by how it is set."""

import pytest

from minutes.model import Votes
from tests.extract.samples import FRONT, minutes_of, said

FORM = "| Item | The roof |\n| Discussion | The Chair said that it leaks. |\n"
READ = "|! Item | Discussion | Decision\n| 1 Accounts | The accounts were read."
LABELS = (
    "| Motion | To sell it |\n| Moved | Tom Orme |\n| Seconded | Una Keld |\n"
    "| For | 1 |\n| Against | 3 |\n| Result | Lost |"
)
HEADS = (
    "|! Motion | Moved by | Seconded by | For | Against | Outcome\n| To sell it | Tom Orme | Una Keld | 1 | 3 | Lost"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{READ} | Register noted", [("Register noted", "noted")]),
        ("|! No. | Item | Outcome\n| 1 | The minutes were read. | Approved", [("Approved", "approved")]),
        ("|! Item | Outcome\n| The boat | Deferred to June", [("Deferred to June", "deferred")]),
        ("|! Item | Outcome\n| The boat | None", []),
        ("|! Action | Owner | Outcome\n| Mend the roof | UK | Roof approved by the surveyor", []),
        (f"{FORM}| Decision | A new roof to be built. |", [("A new roof to be built.", "approved")]),
        (f"{FORM}| Decision | N/A |", []),
        (
            "| Decision | Sale agreed as set out. The old punt to be sold. Moved Una, seconded Tom. |",
            [("Sale agreed as set out.", "approved"), ("The old punt to be sold.", "approved")],
        ),
        ("| Decision | Grant of a loan approved. It was a long day. |", [("Grant of a loan approved.", "approved")]),
        (
            "| Decision | To be sold in May. |\n| Reason | The weir is to be kept. |",
            [("To be sold in May.", "approved")],
        ),
    ],
)
def test_a_cell_of_decisions(text: str, told: list[tuple[str, str]]) -> None:
    assert [(d.text, d.outcome) for d in minutes_of(FRONT + text).decisions] == told


VOTED = "| RESULT: | ADOPTED [UNANIMOUS] |\n| MOVER: | Una Keld, Director, Ward 2 |\n| SECONDER: | Tom Orme, Director |"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Board resolves to lease the ferry.\nIt leaks.", "The Board resolves to lease the ferry."),
        (
            "| Motion: | Director Keld made the motion to lease the ferry. Director Orme seconded the motion. |\n"
            "Ms Tay said that it leaks.\nChair Fell declared the motion PASSED unanimously.\n---",
            "Director Keld made the motion to lease the ferry.",
        ),
        ("The Clerk spoke of the ferry.", "ADOPTED [UNANIMOUS]"),
    ],
)
def test_a_table_of_movers_and_votes_is_of_the_motion_above_it(text: str, told: str) -> None:
    (decision,) = said(f"{text}\n{VOTED}").decisions
    assert (decision.text, decision.mover, decision.seconder, decision.votes) == (
        told, "Una Keld", "Tom Orme", "unanimous",
    )  # fmt: skip


def test_a_table_of_movers_and_votes_is_of_no_motion_of_another_item() -> None:
    text = f"The Board approved the oars.\n# 9. The ferry\nIt leaks.\n{VOTED}"
    assert [(d.text, d.mover) for d in said(text).decisions] == [
        ("The Board approved the oars.", None), ("ADOPTED [UNANIMOUS]", "Una Keld"),
    ]  # fmt: skip


def test_a_motion_above_a_table_that_says_it_failed_is_lost() -> None:
    voted = VOTED.replace("ADOPTED [UNANIMOUS]", "FAILED [2 TO 5]")
    (decision,) = said(f"The Board resolves to lease the ferry.\n{voted}").decisions
    assert (decision.outcome, decision.mover) == ("rejected", "Una Keld")


@pytest.mark.parametrize("table", [LABELS, HEADS])
def test_a_motion_with_its_movers_and_its_votes(table: str) -> None:
    (decision,) = said(table).decisions
    assert (decision.text, decision.outcome) == ("To sell it", "rejected")
    assert (decision.mover, decision.seconder) == ("Tom Orme", "Una Keld")
    assert decision.votes == Votes(for_=1, against=3)
    assert not said(table).metrics


GRANTS = "| Who | What for | Asked for | Result |\n| Rowing Club | Oars | £900 | {} |\n| Choir | Robes | £80 | None |"


@pytest.mark.parametrize(
    ("result", "outcome", "votes"),
    [
        ("£700 – all agreed", "approved", "unanimous"),
        ("£300, if the landlord signs", "approved", None),
        ("Granted in full", "approved", None),
        ("Held over till May, no quotes", "deferred", None),
        ("Turned down – private land", "rejected", None),
    ],
)
def test_what_came_of_each_request_for_a_grant(result: str, outcome: str, votes: str | None) -> None:
    (decision,) = said(GRANTS.format(result)).decisions
    assert (decision.text, decision.outcome, decision.votes) == (result, outcome, votes)


@pytest.mark.parametrize("heads", ["Who | What for | Height | Result", "Who | What for | Asked for | Address"])
def test_a_table_of_something_else_tells_of_no_grant(heads: str) -> None:
    assert said(GRANTS.replace("Who | What for | Asked for | Result", heads).format("£700, in part")).decisions == ()


ASKED = "|! {} | Decision |\n| That the ferry be let. | {} |"


@pytest.mark.parametrize(
    ("head", "answer", "told"),
    [
        ("Recommendation", "Agreed", [("That the ferry be let.", "approved")]),
        ("Officers’ recommendation", "Approved unanimously", [("That the ferry be let.", "approved")]),
        ("Recommendation", "Not agreed", [("That the ferry be let.", "rejected")]),
        ("Recommendation", "To be let for a year only", [("To be let for a year only", "approved")]),
    ],
)
def test_what_became_of_a_recommendation_stands_beside_it(head: str, answer: str, told: list[tuple[str, str]]) -> None:
    assert [(d.text, d.outcome) for d in said(ASKED.format(head, answer)).decisions] == told


def test_a_recommendation_with_another_column_than_a_decision_is_none() -> None:
    assert said("|! Recommendation | Progress |\n| Mend the ferry | Agreed in May |").decisions == ()


def test_each_decision_in_a_box_has_its_movers_and_its_vote_below_it() -> None:
    text = (
        "| Decision: | The ferry wait for the school. |\n| Proposed by | Tom Orme |\n| Seconded by | Una Keld |\n"
        "| Vote | 4 for, 1 against |\n| Decision: | A bell be hung. |\n| Proposed by | Nia Tay |\n"
        "| Seconded by | Tom Orme |\n| Vote | Unanimous |"
    )
    assert [(d.text, d.mover, d.seconder, d.votes) for d in said(text).decisions] == [
        ("The ferry wait for the school.", "Tom Orme", "Una Keld", Votes(for_=4, against=1)),
        ("A bell be hung.", "Nia Tay", "Tom Orme", "unanimous"),
    ]


def test_the_movers_may_share_a_column() -> None:
    text = "|! Motion | Proposed / Seconded | Outcome |\n| That the bell be hung. | Orme / Keld | Carried |"
    (decision,) = said(text).decisions
    assert (decision.text, decision.mover, decision.seconder) == ("That the bell be hung.", "Orme", "Keld")


@pytest.mark.parametrize(
    ("table", "votes"),
    [
        ("| For | Against | Abstain |\n| 4 | 0 | 1 |", Votes(for_=4, against=0, abstain=1)),
        ("| For | 4 |\n| Against | 2 |", Votes(for_=4, against=2)),
        ("| For | Against | Away |\n| 4 | 0 | 1 |", None),
        ("| For | Cost |\n| 4 | 20 |", None),
    ],
)
def test_a_table_of_nothing_but_counts_is_of_the_decision_right_above_it(table: str, votes: Votes | None) -> None:
    (decision,) = said(f"RESOLVED that the bell be hung.\n{table}").decisions
    assert (decision.text, decision.votes) == ("RESOLVED that the bell be hung.", votes)


def test_a_column_of_nothing_but_verdicts_tells_what_became_of_each_row() -> None:
    rows = (
        "| 1 | Ferry lessons | £400 | Approved unanimously |\n| 2 | Old boats | £90 | Approved 6 for, 2 against |\n"
        "| 3 | Lamps | £20 | Not approved |"
    )
    told = [(d.text, d.outcome, d.votes) for d in said(f"|! | Line | Sum | Vote |\n{rows}").decisions]
    assert told == [
        ("Ferry lessons", "approved", "unanimous"),
        ("Old boats", "approved", Votes(for_=6, against=2)),
        ("Lamps", "rejected", None),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "|! Line | Vote |\n| Ferry lessons | Lab |\n| Old boats | Approved |",
        "|! Application | Decision |\n| A barn at the ford | Refused |\n| A mill at the weir | Approved |",
        "|! Line | State |\n| Ferry lessons | Approved |\n| Old boats | Approved |",
    ],
)
def test_another_column_tells_of_no_vote_on_its_rows(table: str) -> None:
    assert not {"Ferry lessons", "A mill at the weir"} & {decision.text for decision in said(table).decisions}
