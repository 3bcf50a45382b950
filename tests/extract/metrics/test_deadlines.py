"""A target is for the day that it is due, which a sentence says first, or a column beside it."""

import pytest

from minutes.model import Minutes
from tests.extract.samples import minutes_of, said

Told = tuple[object, str | None, str]


def told(minutes: Minutes) -> list[Told]:
    return [(metric.value, metric.period, metric.role) for metric in minutes.metrics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By 2028, rot will have decreased by 7 percentage points from 31% in Fenwold and 22% in Ashby in 2020.",
            [(7, "2028", "target"), (31, "2020", "actual"), (22, "2020", "actual")],
        ),
        (
            "By 2028, breakdowns will have been reduced by 6% to the rate they were at in 2017 (58 per 100,000).",
            [(6, "2028", "target"), (58, "2017", "actual")],
        ),
        (
            "By 2028, at least 70% of berths will be let, and 65% in 2026.",
            [(70, "2028", "forecast"), (65, "2026", "forecast")],
        ),
        (
            "Reduce the share of idle crews from 33.7% in 2022 to the pre-flood level of 30.1% in 2018.",
            [(33.7, "2022", "actual"), (30.1, None, "target")],
        ),
    ],
)  # fmt: skip
def test_what_a_sentence_says_of_when_its_aims_are_due(text: str, expected: list[Told]) -> None:
    assert told(said(text)) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("2031 targets:", [(140, "2031", "target"), (30, "2031", "target")]),
        ("Our targets for 2031:", [(140, "2031", "target"), (30, "2031", "target")]),
        ("2031 crews:", [(140, None, "actual"), (30, None, "actual")]),
    ],
)
def test_the_stem_of_a_list_may_say_for_when_its_targets_are(stem: str, expected: list[Told]) -> None:
    assert (
        told(minutes_of(f"# Weir plan\n# Boats\n{stem}\n• Expand the quay to 140 berths\n• Add 30 boats")) == expected
    )


MARGIN = """
# Annual report on boats
# Measures of the plan
> Timescale Progress
Absence of crews will have fallen from 8.4% in 2020/21 to 5%.
> 2028
By April 2027, 90% of wardens feel that they are heard.
> April 2027
The share of crews who row is 40% (2019: 35%).
> 2030
Hulls were checked at 12% of berths.
> 12 hulls
"""


def test_a_column_of_deadlines_stands_beside_aims() -> None:
    assert told(minutes_of(MARGIN)) == [
        (8.4, "2020/21", "actual"),
        (5, "2028", "target"),
        (90, "2027-04", "target"),
        (40, "2030", "target"),
        (35, "2019", "actual"),
        (12, None, "actual"),
    ]


def test_other_years_in_the_margin_are_no_deadlines() -> None:
    assert told(minutes_of(MARGIN.replace("Timescale", "Baseline")))[2:4] == [
        (90, "2027-04", "actual"),
        (40, None, "actual"),
    ]


@pytest.mark.parametrize(
    ("head", "due", "period"),
    [
        ("Timescale", "2028", "2028"),
        ("By when", "31/03/2026", "2026-03-31"),
        ("To be achieved by", "March 2027", "2027-03"),
        ("Deadline", "Ongoing", None),
    ],
)
def test_a_row_says_when_its_target_is_due(head: str, due: str, period: str | None) -> None:
    header = f"|! Indicator | Baseline 2021/22 | Target | {head} |"
    rows = f"| Boats let | 62% | 75% | {due} |\n| Hulls | 40% | 55% | |"
    minutes = minutes_of(f"# Annual report on boats\n{header}\n{rows}")
    assert told(minutes) == [
        (62, "2021/22", "actual"),
        (75, period, "target"),
        (40, "2021/22", "actual"),
        (55, None, "target"),
    ]
    assert [metric.name for metric in minutes.metrics][:2] == ["Boats let", "Boats let"]


def test_a_target_told_in_a_plan_of_actions_is_for_when_its_row_is_due() -> None:
    table = """
    |! Action | Owner | Timescale | Progress to date | Success measure
    | Train the wardens | Reeve | 2027/28 | Sessions were held for 290 boat owners | 90% of owners trained in rowing
    | Check the hulls | Diver | June 2024 | The backlog stands at 64 hulls | By 2026, hulls checked in time: 95%
    """
    assert told(minutes_of(f"# Annual report on boats\n{table}")) == [
        (290, None, "actual"),
        (90, "2027/28", "target"),
        (64, None, "actual"),
        (95, "2026", "target"),
    ]
