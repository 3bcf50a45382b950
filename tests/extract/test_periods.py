"""Periods in sentences and headings."""

import pytest

from extract.periods import period_at, periods_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2023", ["2023"]),
        ("in May 2023", ["2023-05"]),
        ("in Sept. 2023", ["2023-09"]),
        ("the 2022/23 school year", ["2022/23"]),
        ("the 2022-23 school year", ["2022/23"]),
        ("the 2022–23 school year", ["2022/23"]),
        ("in 22/23", ["2022/23"]),
        ("from 2020 to 2024", ["2020-2024"]),
        ("2020-2024", ["2020-2024"]),
        ("the strategy 2020-24", ["2020-2024"]),
        ("Q1 2024", ["2024 Q1"]),
        ("quarter 3 of 2023/24", ["2023/24 Q3"]),
        ("Q2 2023-24", ["2023/24 Q2"]),
        ("since 2019", ["since 2019"]),
        ("since March 2019", ["since 2019-03"]),
        ("31.4% in 2022 and 33.6% in 2023", ["2022", "2023"]),
        ("last year", []),
        ("Q1", []),
        ("minute 24/103", []),
        ("2,023 homes", []),
        ("£2024.50", []),
    ],
)
def test_periods_in(text: str, expected: list[str]) -> None:
    assert [period.iso for period in periods_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("61% in 2022", "61%", "2022"),
        ("It rose from 31.4% in 2022 to 33.6% in 2023", "31.4%", "2022"),
        ("It rose from 31.4% in 2022 to 33.6% in 2023", "33.6%", "2023"),
        ("In 2023 there were 41 referrals", "41", "2023"),
        ("In 2022 there were 41 and 56% of them were late", "56%", "2022"),
        ("no period but 41", "41", None),
    ],
)
def test_the_period_of_a_figure(text: str, figure: str, expected: str | None) -> None:
    figures = ["61%", "31.4%", "33.6%", "41", "56%"]
    others = [text.index(other) for other in figures if other in text and other != figure]
    start = text.index(figure)
    assert period_at(periods_in(text), start, start + len(figure), others) == expected
