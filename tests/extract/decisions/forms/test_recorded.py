"""Forms that record what one person decided."""

import pytest

from tests.extract.samples import minutes_of

TABLE = """
# Millbeck Council
# {title}
| Decision maker | Cabinet Member for Roads |
| Date of decision | 4 March 2024 |
| {label} | {decision} |
| {reason} | The bridge is weak. |
| Alternative options considered | None. |
"""


@pytest.mark.parametrize(
    ("title", "label", "reason", "found"),
    [
        ("Record of decision", "Decision", "Reasons for the decision", True),
        ("Officer decision notice", "Decision taken:", "Reason(s) for decision", True),
        ("Delegated decision form", "3. Details of the decision", "4. Rationale", True),
        pytest.param("Proposed record of decision", "Decision", "Reasons", False, id="yet to be taken"),
        pytest.param("Notice of intention to make a key decision", "Decision", "Reasons", False, id="nor announced"),
        pytest.param("Report on the bridge", "Decision", "Reasons", False, id="no such form"),
    ],
)
def test_a_form_says_what_was_decided(title: str, label: str, reason: str, found: bool) -> None:
    told = "To close Weir Lane to lorries."
    minutes = minutes_of(TABLE.format(title=title, label=label, reason=reason, decision=told))
    assert [each.text for each in minutes.decisions] == [told] * found
    assert minutes.meeting.date == "2024-03-04"


def test_who_decided_stands_for_the_body() -> None:
    text = TABLE.format(title="Record of decision", label="Decision", reason="Reasons", decision="To close Weir Lane.")
    assert minutes_of(text).meeting.body == "Cabinet Member for Roads"


def test_limbs_below_a_heading_keep_their_stem() -> None:
    minutes = minutes_of(
        "# Record of decision\n# Decision:\nAs Cabinet Member for Roads I agree to:\n"
        "APPROVE the closing of Weir Lane.\nDELEGATE authority to the Head of Roads to put up signs.\n"
        "# Reasons for the decision\nThe bridge is weak.\n"
    )
    assert [(each.stem, each.text, each.delegated_to) for each in minutes.decisions] == [
        ("As Cabinet Member for Roads I agree to:", "APPROVE the closing of Weir Lane.", None),
        (
            "As Cabinet Member for Roads I agree to:",
            "DELEGATE authority to the Head of Roads to put up signs.",
            "the Head of Roads",
        ),
    ]


def test_what_explains_a_decision_is_none() -> None:
    minutes = minutes_of(
        "# Decision details\nDecision status: Recommendations Approved\n# Decision:\n1. That the kerb be mended.\n"
        "2. That the cost be met from reserves.\nThe Member saw the kerb in person.\nDate of decision: 5 March 2024\n"
    )
    assert [each.text for each in minutes.decisions] == [
        "That the kerb be mended.",
        "That the cost be met from reserves.",
    ]
