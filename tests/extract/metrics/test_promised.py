"""What a plan promises is a target, and what that sets out from a result: "from 8.4% in 2020/21 to below 5%"."""

import pytest

from tests.extract.samples import said


def told(text: str) -> list[tuple[object, str | None, str]]:
    return [(metric.value, metric.period, metric.role) for metric in said(text).metrics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rates of absence will have fallen from 8.4% in 2020/21 to below 5%.",
            [(8.4, "2020/21", "actual"), (5, None, "target")],
        ),
        (
            "By 2028, the share who call the trip good will have risen from 37% in 2021 to at least 52%.",
            [(37, "2021", "actual"), (52, "2028", "target")],
        ),
        (
            "By 2028, the share of crews who are idle will have been reduced from 31.6% in 2019/20 to 27%.",
            [(31.6, "2019/20", "actual"), (27, "2028", "target")],
        ),
        ("The share of hulls with rot will have reduced from 5%.", [(5, None, "actual")]),
        (
            "The share let in time will have increased in Fenwold to at least 72% (2019/20: Fenwold 70.5%).",
            [(72, None, "target"), (70.5, "2019/20", "actual")],
        ),
        (
            "By 2028, the share of empty berths will be cut from 29% in 2021 to 24%.",
            [(29, "2021", "actual"), (24, "2028", "forecast")],
        ),
    ],
)
def test_a_promise_sets_out_from_a_result(text: str, expected: list[object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The fleet will have grown from 40 boats in 2021 to 60 boats.", ["actual", "forecast"]),
        ("The deficit will have risen to £40m by 2026.", ["forecast"]),
        ("Absence will have fallen to 5% (England: 6%).", ["target", "comparator"]),
        ("Rents will have fallen by 4%, compared with the England average of 6%.", ["target", "comparator"]),
        ("Absence will have fallen to below 5%, and 40 boats were let.", ["target", "actual"]),
    ],
)
def test_what_is_only_foreseen_compared_or_done_is_no_promise(text: str, roles: list[str]) -> None:
    assert [role for _, _, role in told(text)] == roles


def test_the_year_that_a_change_sets_out_from_is_not_that_of_where_it_ends() -> None:
    assert told("Lettings fell from 33.7% in 2022 to 30.1%.") == [(33.7, "2022", "actual"), (30.1, None, "actual")]


def test_where_a_change_ends_is_of_the_same_measure_as_where_it_sets_out() -> None:
    minutes = said("Reduce the share of idle crews from 33.7% in 2022 to the pre-flood level of 30.1% in 2018.")
    assert [metric.name for metric in minutes.metrics] == ["share of idle crews", "share of idle crews"]
