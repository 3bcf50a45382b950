"""Periods as days."""

import pytest

from index.periods import span_of


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2023", "2023-01-01 2023-12-31"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2024-03-31", "2024-03-31 2024-03-31"),
        ("2022/23", "2022-04-01 2023-03-31"),
        ("2022/2023", "2022-04-01 2023-03-31"),
        ("2024 Q1", "2024-01-01 2024-03-31"),
        ("2022/23 Q4", "2023-01-01 2023-03-31"),
        ("2022/23 Q1-Q2", "2022-04-01 2022-09-30"),
        ("2024 Q3-Q4", "2024-07-01 2024-12-31"),
        ("2020-2024", "2020-01-01 2024-12-31"),
        ("2020/21-2022/23", "2020-04-01 2023-03-31"),
        ("2024-01 to 2024-10", "2024-01-01 2024-10-31"),
    ],
)
def test_a_period_is_from_a_day_to_a_day(period: str, days: str) -> None:
    span = span_of(period)
    assert span
    assert " ".join(day.isoformat() for day in span) == days


@pytest.mark.parametrize(
    "period", [None, "", "since 2022-05", "spring 2024", "2023-13", "2024-02-31", "2023/25", "2026-2025", "1 to 2 to 3"]
)
def test_what_has_no_end_or_no_sense_is_none(period: str | None) -> None:
    assert span_of(period) is None
