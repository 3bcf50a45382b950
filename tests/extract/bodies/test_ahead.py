"""Names right before the body, in a title."""

import pytest

from tests.extract.samples import minutes_of


@pytest.mark.parametrize(
    ("title", "told", "organisation"),
    [
        ("Tidea Board of Directors", "Una asked for a new page of Tidea.", "Tidea"),
        ("Barge Joinery Steering Committee", "Una read Barge Joinery lessons. " * 3, "Barge Joinery"),
        ("Barge Joinery Steering Committee", "Una read Barge Joinery lessons.", None),
        ("Mooring Steering Group", "Una read of Mooring rules. " * 3 + "The mooring is wet.", None),
        ("Quay Plan Steering Group", "Una read the Quay Plan. " * 3, None),
    ],
)
def test_a_coined_name_before_a_body_is_whose_it_is(title: str, told: str, organisation: str | None) -> None:
    text = f"# {title} Meeting\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld\n# 1. News\n{told}"
    assert minutes_of(text).meeting.organisation == organisation
