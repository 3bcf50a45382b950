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
    ],
)
def test_a_cell_of_decisions(text: str, told: list[tuple[str, str]]) -> None:
    assert [(d.text, d.outcome) for d in minutes_of(FRONT + text).decisions] == told


@pytest.mark.parametrize("table", [LABELS, HEADS])
def test_a_motion_with_its_movers_and_its_votes(table: str) -> None:
    (decision,) = said(table).decisions
    assert (decision.text, decision.outcome) == ("To sell it", "rejected")
    assert (decision.mover, decision.seconder) == ("Tom Orme", "Una Keld")
    assert decision.votes == Votes(for_=1, against=3)
    assert not said(table).metrics
