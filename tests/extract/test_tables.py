"""Headers over several rows, notes, units and groups in data tables."""

import pytest

from minutes.model import Metric
from tests.extract.samples import minutes_of, said

FRONT = "# Fenwold Harbour Trust\nAnnual report for 2023/24\n# Accounts\n"
SUMS = (
    FRONT
    + """|! | | Grant available2 | Payments made | Balance left |
| | | $'000 (a) | $'000 (b) | $'000 (a) – (b) |
| Day to day services1 | | | | |
| Harbour grant | | 4,120 | 3,015 | 1,105 |
| Total | | 4,120 | 3,015 | 1,105 |
| Capital | | | | |
| Total | A | 640 | – | 640 |
| Average staffing level (number) | | 12 | 14 | |
"""
)


def metrics_of(text: str) -> list[Metric]:
    return list(minutes_of(text).metrics)


def test_a_row_of_units_is_part_of_the_header() -> None:
    told = [(m.name, m.value, m.unit) for m in metrics_of(SUMS)[:3]]
    assert told == [
        ("Harbour grant – Grant available", 4_120_000, "USD"),
        ("Harbour grant – Payments made", 3_015_000, "USD"),
        ("Harbour grant – Balance left", 1_105_000, "USD"),
    ]


def test_a_total_has_the_name_of_its_group() -> None:
    totals = [m.name for m in metrics_of(SUMS) if m.total]
    assert totals[0] == "Day to day services – Total – Grant available"
    assert totals[3] == "Capital – Total – Grant available"


def test_heads_are_counted_in_a_table_of_sums() -> None:
    assert [(m.value, m.unit) for m in metrics_of(SUMS)[-2:]] == [(12, "staff"), (14, "staff")]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Loans3", "Loans"),
        ("Loans (a)", "Loans"),
        ("Loans (date)", "Loans"),
        ("Loans (£m)", "Loans"),
        ("Loans at Key Stage 2", "Loans at Key Stage 2"),
        ("Loans Phase2", "Loans Phase2"),
    ],
)
def test_a_header_is_named_without_its_notes_and_units(head: str, name: str) -> None:
    (metric,) = [
        m
        for m in metrics_of(f"{FRONT}|! Site | {head} | Note\n| Mill | 41 | |\n| Ford | 52 | |")
        if m.value in (41, 41e6)
    ]
    assert metric.name == (name if metric.place else f"Mill – {name}")


def test_a_bare_rate_is_a_score_and_a_remark_tells_whose_figure_it_is() -> None:
    header = "|! Measure | Baseline (date) | Target |\n"
    row = "| Theft rate of boats | 28.1 (2021/22) | 18.5 (England average 2021/22) |\n"
    told = metrics_of(f"{FRONT}{header}{row}| Fire rate of boats | 9.1 (2021/22) | 7.5 (England average 2021/22) |")
    assert [(m.value, m.unit, m.role) for m in told[:2]] == [(28.1, "score", "actual"), (18.5, "score", "target")]
    assert (told[0].name, told[1].place) == ("Theft rate of boats", "England")


def test_halves_and_quarters_are_read() -> None:
    (metric, _) = metrics_of(f"{FRONT}|! Warden | Days |\n| Una | 8½ |\n| Tom | 4¼ |")
    assert (metric.value, metric.unit) == (8.5, "day")


@pytest.mark.parametrize(
    "table",
    [
        "| The Ember Oil Co. | 16.47 |\n| Brindle & Sons, Inc. | 23.88 |\n| Una Keld | 4.38 |",
        "The Clerk laid the following bills before the Trust:\n| Ember Oil | 16.47 |\n| Rope works | 23.88 |",
        "Cheques for approval of payment\n| Ember Oil | £16.47 |\n| Rope works | £23.88 |",
    ],
)
def test_bills_are_no_metrics(table: str) -> None:
    assert not metrics_of(f"{FRONT}{table}")


def test_a_header_may_stand_over_a_part_of_the_rows() -> None:
    sums = "|! | Budget $'000 | Actual $'000 |\n| Oars | 410 | 395 |\n"
    heads = "| | 2021-22 | 2022-23 |\n| Staffing level | 12 | 14 |"
    told = [(m.value, m.unit, m.period) for m in metrics_of(FRONT + sums + heads)]
    assert told[2:] == [(12, "staff", "2021/22"), (14, "staff", "2022/23")]


def test_a_plus_in_brackets_is_no_minus_and_a_change_on_last_year_is_a_figure() -> None:
    rows = "|! Members | Now | Change last year |\n| Adults | 41 | (+4) |\n| Children | 52 | (7) |"
    assert [m.value for m in metrics_of(FRONT + rows)] == [41, 4, 52, -7]


def test_a_group_stands_over_its_total_where_a_table_has_no_header() -> None:
    rows = (
        "| Income | |\n| Gifts | £41.10 |\n| Total | £41.10 |\n| Outgoings | |\n| Rope | £12.20 |\n| Total | £12.20 |"
    )
    assert [m.name for m in metrics_of(FRONT + rows) if m.total] == ["Income – Total", "Outgoings – Total"]


def test_targets_told_in_words_are_read_in_a_table_of_indicators() -> None:
    header = "|! KPI1 | Target2 | Comment |\n"
    rows = "| Boats are safe | 90% of boats are inspected by a warden each year | Three wardens fell ill |\n"
    told = metrics_of(FRONT + header + rows + "| Berths are let | No more than one in ten berths is empty in June | |")
    assert [(m.value, m.unit, m.role, m.table) for m in told] == [(90, "%", "target", True), (10, "%", "target", True)]


def test_prose_in_other_tables_is_left_alone() -> None:
    assert not metrics_of(f"{FRONT}|! Risk | Control |\n| Fire | 90% of boats are inspected by a warden each year |")


def test_months_without_a_year_are_the_last_before_the_day_of_writing() -> None:
    dated = (
        "# Fenwold Harbour Trust\nMinutes of the meeting held on 12 January 2024\n# 1. Berths\nThe report was noted.\n"
    )
    rows = "|! Berths | Nov | Dec |\n| Let | 41 | 52 |\n| Empty | 7 | 9 |"
    assert [m.period for m in metrics_of(dated + rows)] == ["2023-11", "2023-12", "2023-11", "2023-12"]


def test_months_that_may_be_yet_to_come_are_not_guessed() -> None:
    dated = "# Fenwold Harbour Trust\nMinutes of the meeting held on 12 May 2024\n# 1. Berths\nThe report was noted.\n"
    rows = "|! Berths | May | June |\n| Let | 41 | 52 |\n| Empty | 7 | 9 |"
    assert {m.period for m in metrics_of(dated + rows)} == {None}


def test_the_sentence_that_leads_to_a_table_says_when_its_figures_are_of() -> None:
    text = (
        "The barges were counted by the wardens of the quay, who walked the length of it twice in the autumn and "
        "once in the spring, and found that most of them had been there for longer than they were let for. "
        "The table below shows the reasons that were given in 2022/23.\n"
        "|! Main reason | Barges | % of total |\n| Repairs | 96 | 41.2 |\n"
        "| Crew away | 58 | 24.9 |\n| Other | 79 | 33.9 |"
    )
    assert {metric.period for metric in said(text).metrics if metric.table} == {"2022/23"}


def test_the_head_of_a_column_of_quarters_says_of_which_year_they_are() -> None:
    text = (
        "|! Quarter (2024/25 unless stated) | Let | Empty |\n| Q4 2023/24 | 19 | 5 |\n| Q1 | 12 | 9 |\n| Q2 | 14 | 7 |"
    )
    periods = [metric.period for metric in said(text).metrics if metric.table]
    assert list(dict.fromkeys(periods)) == ["2023/24 Q4", "2024/25 Q1", "2024/25 Q2"]
