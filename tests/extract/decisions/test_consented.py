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
