"""Applications in tables, with what was made of each."""

import pytest

from tests.extract.samples import decided, said

VERDICTS = "| Ref | Proposal | Comment |\n| P/24/011 | Porch at 3 Mill Lane | {} |\n"


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [("No objection", "approved"), ("Support", "approved"), ("Objection: access", "rejected"), ("Refused", "rejected")],
)
def test_each_row_on_an_application_is_a_decision(verdict: str, outcome: str) -> None:
    (decision,) = said("The following comments were agreed:\n" + VERDICTS.format(verdict)).decisions
    told = (" ".join((decision.stem or "").split()), decision.text, decision.outcome)
    assert told == ("P/24/011 Porch at 3 Mill Lane", verdict, outcome)


@pytest.mark.parametrize(
    ("cell", "text", "outcome"),
    [
        ("No objection. (Cllr Orme out of the room)", "No objection.", "approved"),
        ("Strongly object on grounds of noise.", "Strongly object on grounds of noise.", "rejected"),
        ("Leave to the Tree Officer.", "Leave to the Tree Officer.", "approved"),
        ("Object. It is too tall. (Carried 5-1)", "Object. It is too tall. (Carried 5-1)", "rejected"),
    ],
)
def test_the_last_cell_is_what_was_decided_less_who_was_away(cell: str, text: str, outcome: str) -> None:
    sent = "It was resolved that these comments be sent to the District Council:\n"
    (decision,) = said(sent + VERDICTS.format(cell)).decisions
    assert (decision.text, decision.outcome) == (text, outcome)


def test_the_same_verdict_on_two_applications_is_two_decisions() -> None:
    rows = VERDICTS.format("No objection") + "| P/24/012 | Barn at Fen Farm | No objection |\n"
    assert decided(rows) == ["No objection", "No objection"]


@pytest.mark.parametrize(
    "text",
    [
        "Decisions by the Planning Authority:\n" + VERDICTS.format("Refused"),
        "Decisions by the Planning Authority: P/24/011 Mill Lane, new porch – refused.",
    ],
)
def test_what_another_authority_decided_is_none(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize("verdict", ["No objection", "Object: too tall"])
def test_a_sentence_in_the_cell_may_give_somebody_a_task(verdict: str) -> None:
    (action,) = said(VERDICTS.format(f"{verdict}. The Clerk to ask Cllr Orme to call the application in.")).actions
    assert (action.owner, action.tier) == ("The Clerk", "implicit")
