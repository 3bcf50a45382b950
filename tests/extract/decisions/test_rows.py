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
    assert (" ".join(decision.text.split()), decision.outcome) == (
        f"P/24/011 Porch at 3 Mill Lane {verdict}",
        outcome,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Decisions by the Planning Authority:\n" + VERDICTS.format("Refused"),
        "Decisions by the Planning Authority: P/24/011 Mill Lane, new porch – refused.",
    ],
)
def test_what_another_authority_decided_is_none(text: str) -> None:
    assert decided(text) == []
