"""What staff recommended over the line that tells what was done with it."""

import pytest

from tests.extract.samples import said

ASKED = "Adopt a resolution that the Clerk be instructed to lease the pond."


@pytest.mark.parametrize("label", ["Recommendation", "Staff Recommendation", "Recommended Action"])
def test_what_staff_recommended_is_neither_a_decision_nor_a_task(label: str) -> None:
    minutes = said(f"{label}: {ASKED}\nAction: Adopted Resolution 24-7.")
    assert [decision.text for decision in minutes.decisions] == ["Adopted Resolution 24-7."]
    assert minutes.actions == ()


def test_a_recommendation_on_which_nothing_else_is_told_may_be_the_bodys_own() -> None:
    assert said("Recommendation: That the Clerk be instructed to lease the pond.").actions
