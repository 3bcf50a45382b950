"""Figures that share a verb are told apart: each measures what stands before it, not what stands before both."""

import pytest

from extract.metrics.coordinated import apart, elsewhere
from tests.extract.metrics.samples import REPORT
from tests.extract.samples import minutes_of, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Mill Account stood at £368.95 and the Weir Account at £50.15.", ["Mill Account", "Weir Account"]),
        (
            "The Weir Account stood at £147.21 (grant awaited) and the Mill Account (set aside) at £138.15.",
            ["Weir Account", "Mill Account"],
        ),
        ("The ferry fund held £1,200 and the jetty fund £4,500.", ["ferry fund", "jetty fund"]),
        ("Income was £12,400 and expenditure £11,900.", ["Income", "expenditure"]),
        (
            "The balance of the ferry fund was £212.40 and that of the hall fund £1,240.",
            ["balance of the ferry fund", "balance of hall fund"],
        ),
        ("Sales were up 4% at Fenwold and 6% at Ashby.", ["Sales at Fenwold – increase", "Sales at Ashby – increase"]),
        ("Sales were 4,100 in June and 5,200 in July.", ["Sales in June", "Sales in June"]),
    ],
)
def test_each_figure_has_its_own_name(text: str, names: list[str]) -> None:
    assert [metric.name for metric in said(text).metrics] == names


@pytest.mark.parametrize("between", [" and cost ", " in May and ", ", and in Fenwold ", " (all paid) ", ""])
def test_what_is_no_name_of_the_first_is_left_alone(between: str) -> None:
    assert apart("Mill Account", between) is None


def test_a_place_is_swapped_only_where_both_are_named() -> None:
    assert elsewhere("Sales at Fenwold", " at Fenwold and ", " in all") == "Sales at Fenwold"
    assert elsewhere("Sales", " at Fenwold and ", " at Ashby") == "Sales"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Expenses: £90 for rope, £40 for the new paint and about £12 for tar.",
            ["Expenses for rope", "Expenses for the new paint", "Expenses for tar"],
        ),
        ("£360 from members, £30 interest and £70.00 in gifts.", ["members", "interest", "gifts"]),
        ("£360 in the mill account, £70 in the till.", ["mill account", "till"]),
    ],
)
def test_each_sum_has_the_purpose_that_is_told_after_it(text: str, names: list[str]) -> None:
    assert [metric.name for metric in minutes_of(REPORT + text).metrics] == names
