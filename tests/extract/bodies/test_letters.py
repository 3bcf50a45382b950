"""Whose document it is by letters, or by a name whose letters the text goes on with."""

import pytest

from tests.extract.samples import minutes_of


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("The Foundation needs bylaws. The Mill Foundation adopts them. The Foundation is to file them.",
         "Mill Foundation"),
        ("The Foundation wrote to the Mill Foundation and the Dale Foundation. The Foundation met.", None),
        ("XMRA members met. The XMRA board agreed. XMRA goes on.", "XMRA"),
        ("The list is at xmra.org. XMRA met and XMRA paid the sum that is owed by XMRA.", "XMRA"),
        ("XMRA met and XMRA paid. XMRA goes on, and XMRA is well.", None),
        ("The Tide Data Office (TDO) is new. TDO has a plan. TDO is to be here. TDO, TDO.", "Tide Data Office"),
        (
            "# Tide Data Office plan\nThe Tide Data Office (TDO) is new. TDO has a plan. TDO is to be here. TDO, TDO.",
            None,
        ),
        ("The Tide Data User Group (TDUG) met. TDUG members and the TDUG website. TDUG goes on.", None),
    ],
)  # fmt: skip
def test_whom_the_text_speaks_of_as_its_own(told: str, organisation: str | None) -> None:
    text = f"# Minutes of the meeting on 12 March 2024\nPresent: Ada Brindle\n# 1. News\nIt was agreed.\n{told}"
    assert minutes_of(text).meeting.organisation == organisation


def test_a_report_may_introduce_whose_it_is() -> None:
    text = """
        # Performance report 2023-24
        As the head of the Tide Survey Office (TSO), I present the report of the TSO for the year, which tells
        # Harbours
        The TSO mapped two harbours. The TSO and TSO staff met Larkhaven Port Authority (LPA).
        # Staff
        The TSO grew.
        """
    assert minutes_of(text).meeting.organisation == "Tide Survey Office"


@pytest.mark.parametrize(
    ("told", "organisation"),
    [
        ("Members of the University at EXU met. The University closed. EXU’s gates are shut.", "EXU"),
        ("Members of the Trust at EXU met. EXU’s gates are shut.", None),
        ("The University closed. The University at EXU and at OXU. EXU’s gates, OXU’s gates.", None),
    ],
)
def test_a_college_may_be_named_by_its_letters_alone(told: str, organisation: str | None) -> None:
    text = f"# Minutes of the Faculty Senate held on 12 March 2024\nPresent: Ada Brindle\n# 1. News\n{told}"
    assert minutes_of(text).meeting.organisation == organisation
