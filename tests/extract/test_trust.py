"""The trust that a record has: of its rule, less what speaks against it."""

import pytest

from extract.trust import graded, of_precision
from minutes.model import Action, Citation, Decision, Trust
from tests.extract.samples import said


def cited(confidence: float | None = None) -> Citation:
    return Citation(
        document_id="a", sha256="0", page=1, paragraph=1, start=0, end=5, quote="words", confidence=confidence
    )


@pytest.mark.parametrize(
    ("found", "right", "trust"),
    [(100, 85, "high"), (100, 84, "medium"), (100, 60, "medium"), (100, 59, "low"), (4, 4, "medium"), (0, 0, "medium")],
)
def test_the_trust_of_a_rule_goes_by_its_precision(found: int, right: int, trust: Trust) -> None:
    assert of_precision(found, right) == trust


@pytest.mark.parametrize(("confidence", "trust"), [(None, "high"), (0.95, "high"), (0.7, "medium")])
def test_words_that_were_hard_to_recognise_take_a_step_off(confidence: float | None, trust: Trust) -> None:
    decision = Decision(
        id="d", citation=cited(confidence), rule="decision.resolved", item_id=None, text="words", outcome="noted"
    )
    assert graded(decision).trust == trust


@pytest.mark.parametrize(
    ("owner", "due", "trust"),
    [(None, None, "low"), ("Clerk", None, "medium"), (None, "by May", "medium"), ("Clerk", "by May", "medium")],
)
def test_a_task_for_nobody_and_for_no_time_is_of_low_trust(owner: str | None, due: str | None, trust: Trust) -> None:
    action = Action(
        id="a", citation=cited(), rule="action.asked", item_id=None, text="words", owner=owner, due=due, tier="implicit"
    )
    assert graded(action).trust == trust


def test_extraction_gives_every_record_its_trust() -> None:
    minutes = said("RESOLVED: that the gate stay green.\nMs Keld asked for the leaflet to be printed in red.")
    assert [decision.trust for decision in minutes.decisions] == ["high"]
    assert [action.trust for action in minutes.actions] == ["low"]
