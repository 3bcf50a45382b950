"""Entries of a consent agenda that was approved as a whole."""

import pytest

from tests.extract.samples import FRONT, minutes_of

MOVED = "Motion by Orme, second by Keld, to approve the consent agenda. Motion carried 4-0."
GIFT = "Acceptance of a gift of books."
LEASE = "• Approve the lease of the pond"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"# 4. Consent agenda\n{LEASE}\n{MOVED}", ["Approve the lease of the pond"]),
        (f"# 4. Consent agenda\n• Minutes of 6 February\n• {GIFT}\n{MOVED}", [GIFT]),
        (f"# 4. Consent agenda\n{MOVED}\n# 5. Gifts\n{GIFT}", [GIFT]),
        (f"# 4. Consent agenda\n{LEASE}\nThe agenda was held over.", []),
        (f"# 4. Gifts\n{GIFT}", []),
    ],
)
def test_what_an_entry_asks_for_is_decided_with_them_all(text: str, told: list[str]) -> None:
    decisions = [d for d in minutes_of(FRONT + text).decisions if d.rule == "decision.consented"]
    assert [d.text for d in decisions] == told
    assert all((d.mover, d.seconder) == ("Orme", "Keld") for d in decisions)


def test_an_entry_that_is_an_item_is_no_decision_and_the_one_on_all_is_that_of_the_consent_agenda() -> None:
    entries = "# 4.1 Approval of minutes\n# 4.2 Approval of warrants"
    minutes = minutes_of(f"{FRONT}# 4. Consent calendar\n{entries}\n{MOVED}\n# 5. Gifts\n{GIFT}")
    (decision,) = [d for d in minutes.decisions if d.text != GIFT]
    assert decision.item_id == next(item.id for item in minutes.items if "Consent" in item.title)


def test_a_motion_as_follows_moves_what_is_told_on_each_entry() -> None:
    moved = "Action: Moved by Orme, seconded by Keld, and carried unanimously to adopt the consent calendar as follows:"
    entries = "# 1. Minutes\nAction: Approved the minutes.\n# 2. Lease\nAction: Approved the lease.\n"
    text = f"# CONSENT ITEMS\n{moved}\n{entries}# ACTION ITEMS\n# 1. Pond\nAction: Approved the works.\n"
    decisions = minutes_of(FRONT + text).decisions
    assert [(d.text.removeprefix("Action: "), d.mover, d.votes) for d in decisions] == [
        ("Approved the minutes.", "Orme", "unanimous"),
        ("Approved the lease.", "Orme", "unanimous"),
        ("Approved the works.", None, None),
    ]


def test_an_entry_beside_its_recommendation_is_decided_in_the_line_below_it() -> None:
    moved = "Action: Moved by Orme, seconded by Keld, and carried unanimously to adopt the consent calendar as follows:"
    entries = (
        "1. Minutes Recommendation: Approve the minutes of 3 May.\nAction: Approved the minutes of 3 May.\n"
        "2. Old hoses Recommendation: Adopt a resolution on their sale.\nAction: Adopted Resolution No. 24-61.\n"
    )
    decisions = minutes_of(f"{FRONT}# CONSENT ITEMS\n{moved}\n{entries}").decisions
    assert [(d.text, d.mover, d.seconder) for d in decisions] == [
        ("Approved the minutes of 3 May.", "Orme", "Keld"),
        ("Adopted Resolution No. 24-61.", "Orme", "Keld"),
    ]


def test_what_was_approved_as_submitted_among_the_entries_has_their_mover() -> None:
    moved = "It was moved by Mr Orme, seconded by Ms Keld, that the consent calendar be approved. MOTION CARRIED 5-0."
    entries = f"# Staff (C-1)\nLeaves of absence – approved as submitted.\n# Gifts (C-2)\n{GIFT}"
    decisions = minutes_of(f"{FRONT}# Consent calendar\n{moved}\n{entries}").decisions
    assert [(d.mover, d.seconder) for d in decisions[1:]] == [("Mr Orme", "Ms Keld"), ("Mr Orme", "Ms Keld")]


def test_an_entry_may_run_in_from_its_title_and_its_place_on_the_agenda() -> None:
    moved = "It was moved by Mr Orme, seconded by Ms Keld, that the consent calendar be approved. MOTION CARRIED 5-0."
    lines = [
        "Minutes (A) None.",
        f"Consent (B) {moved}",
        f"Gifts (B-1) {GIFT}",
        "Staff (B-2) None.",
        "End (C) At 9 pm.",
    ]
    assert GIFT in [decision.text for decision in minutes_of(FRONT + "\n".join(lines)).decisions]
