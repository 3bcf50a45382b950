"""Figures that a report sets large over what they measure."""

import pytest

from tests.extract.samples import minutes_of

REPORT = "# Fenwold Harbour Trust\nThe year in figures\n"


def told(text: str) -> list[tuple[object, str | None, str | None]]:
    return [(metric.value, metric.unit, metric.name) for metric in minutes_of(REPORT + text).metrics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35%\nFewer boats turned away since 2021.\n4,120\nBerths let by the night",
         [(35, "%", "Fewer boats turned away"), (4_120, "berth", "Berths let by the night")]),
        ("# 2.5°C\nWarmer water in the basin than once.\n# 19\nPontoons rebuilt by volunteers",
         [(2.5, "°C", "Warmer water in the basin than once"), (19, "pontoon", "Pontoons rebuilt by volunteers")]),
        ("6 → 2\nForms for skippers", [(6, "form", "Forms for skippers"), (2, "form", "Forms for skippers")]),
        ("4x\nIncrease in bookings online\n£60k\nSaved on oil each year",
         [(4, "x", "Increase in bookings online"), (60_000, "GBP", "Saved on oil each year")]),
        ("640K+\nVisitors to the quay\n12\nBoats lifted each week",
         [(640_000, "visitor", "Visitors to the quay"), (12, "boat", "Boats lifted each week")]),
    ],
)  # fmt: skip
def test_a_figure_set_alone_is_read_with_the_line_below_it(
    text: str, expected: list[tuple[object, str | None, str | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12\nThe harbour is older than the town.",  # the number of a page
        "2022\nand 2023 were good years.\n2021\nwas a poor one.",
        "0%\n20%\n40%\nApr",  # the axis of a chart
        "35%\nIn all, 35% of boats were turned away.",  # which its own sentence says again
    ],
)
def test_a_number_alone_may_be_none(text: str) -> None:
    assert all(metric.text.startswith("In all") for metric in minutes_of(REPORT + text).metrics)


def test_the_citation_holds_both_lines() -> None:
    (metric, _) = minutes_of(f"{REPORT}35%\nFewer boats turned away\n4,120\nBerths let").metrics
    assert metric.citation.quote.split() == "35% Fewer boats turned away".split()
