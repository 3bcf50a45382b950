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


@pytest.mark.parametrize(
    ("head", "value", "unit"),
    [("2022/23 (₹)", 41, "INR"), ("2022/23 (£)", 41, "GBP"), ("2022/23 (₹m)", 41e6, "INR")],
)
def test_the_sign_in_a_header_is_the_currency(head: str, value: float, unit: str) -> None:
    (metric, _) = metrics_of(f"{FRONT}|! Site | {head} |\n| Mill | 41 |\n| Ford | 52 |")
    assert (metric.value, metric.unit) == (value, unit)


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


@pytest.mark.parametrize(
    "table",
    [
        "|! Candidate | Votes (Total: 31)\n| Una Keld | 19\n| Tom Orme | 12",
        "|! Nominee | Round 1 | Round 2\n| Una Keld | 11 | 14.5\n| Tom Orme | 10 | Excluded",
        "|! Post of Reeve | First\n| Una Keld | 19\n| Re-open nominations (RON) | 3",
        "| Total ballots | 31\n| Valid ballots | 28\n| Spoilt and empty ballots | 3",
        "|! Option | Votes\n| Red sail | 19\n| Blue sail | 12",
    ],
)
def test_the_counts_of_a_ballot_are_no_metrics(table: str) -> None:
    assert not metrics_of(f"{FRONT}{table}")


def test_candidates_who_sit_an_examination_are_counted() -> None:
    table = "|! Candidates | Entered | Left early\n| Boys | 41 | 12\n| Girls | 46 | 13"
    assert [metric.value for metric in metrics_of(f"{FRONT}{table}")] == [41, 12, 46, 13]


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


def test_the_progress_and_the_aims_of_a_plan_of_actions_are_read_and_are_no_table_of_data() -> None:
    header = "|! Ref | Action | Owner | By when | Progress to date | Success measure |\n"
    rows = (
        "| 1.1 | Train 30 wardens of the Mill Ferry Hub | Reeve | May 2024 | Sessions were held for 290 boat owners | "
        "90% of owners trained by June 2024 (baseline 31%) |\n"
        "| 1.2 | Check the hulls | Diver | June 2024 | The backlog fell from 212 hulls to 64 | "
        "Hulls checked in 20 days: 95% |\n"
    )
    told = metrics_of(f"{FRONT}{header}{rows}")
    assert [(m.value, m.unit, m.role, m.table, m.place) for m in told] == [
        (290, "boat owner", "actual", False, "Fenwold Harbour Trust"),
        (90, "%", "target", False, "Fenwold Harbour Trust"),
        (31, "%", "actual", False, "Fenwold Harbour Trust"),
        (212, "hull", "actual", False, "Fenwold Harbour Trust"),
        (64, "hull", "actual", False, "Fenwold Harbour Trust"),
        (95, "%", "target", False, "Fenwold Harbour Trust"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Action | By when | Progress",  # nobody does it
        "Risk | Owner | Mitigation",
        "Action | Owner | Notes",
    ],
)
def test_other_tables_with_actions_are_left_alone(header: str) -> None:
    assert not metrics_of(f"{FRONT}|! {header} |\n| Check the hulls | Diver | Sessions were held for 290 boat owners |")


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


def told(text: str) -> list[tuple[object, ...]]:
    return [(m.value, m.period, m.role) for m in metrics_of(text)]


def test_a_note_gives_a_period_to_the_columns_that_it_names() -> None:
    note = "Baselines are for 2021 unless stated otherwise. Nearest neighbour (NN) and Wales figures are for 2022/23.\n"
    rows = (
        "|! Measure | Baseline | Target 2026 | Target 2028 | NN | Wales |\n"
        "| Boats let | 41% | 45% | 50% | 38% | 39% |\n"
    )
    assert told(f"{FRONT}{note}{rows}| Moorings let | 61% | 65% | 70% | 58% | 59% |")[:5] == [
        (41, "2021", "actual"),
        (45, "2026", "target"),
        (50, "2028", "target"),
        (38, "2022/23", "comparator"),
        (39, "2022/23", "comparator"),
    ]


def test_a_note_on_the_colours_dates_no_figure() -> None:
    note = "Figures are the latest available at 1 June 2024. RAG is against the 2030 ambition.\n"
    rows = "|! Measure | Latest | England | Ambition 2030 | RAG |\n| Boats let | 41% | 44% | 50% | Red |\n"
    figures = told(
        f"# Fenwold Harbour Trust\nReport\n# Measures\n{note}{rows}| Moorings let | 61% | 58% | 70% | Green |"
    )
    assert figures[:3] == [(41, None, "actual"), (44, None, "comparator"), (50, "2030", "target")]


@pytest.mark.parametrize(
    ("period", "first", "second"),
    [
        ("Quarter 2 – 1 July 2023 to 30 September 2023", "2023/24 Q1", "2023/24 Q2"),
        ("Q3: 1 July 2023 – 30 September 2023", "2023 Q1", "2023 Q2"),
        ("Quarter 3 – 1 May 2023 to 31 July 2023", None, None),
    ],
)
def test_a_quarter_is_in_the_year_of_the_months_that_the_report_is_for(
    period: str, first: str | None, second: str | None
) -> None:
    head = f"# Fenwold Harbour Trust\nPerformance report\nReporting period:\n{period}\n# Measures\n"
    rows = "|! Ref | Measure | Quarter 1 | Quarter 2 |\n| FH01 | Boats let | 41 | 44 |\n| FH02 | Boats sold | 6 | 7 |"
    assert told(head + rows)[:2] == [(41, first, "actual"), (44, second, "actual")]


def test_a_year_in_brackets_is_no_second_figure() -> None:
    rows = (
        "|! Measure | Baseline | Latest |\n| Boats let | 41.5% (2019) | 44.0% (2022) |\n"
        "| Boats idle | 9% (2019) | 8% (2022) |"
    )
    assert told(FRONT + rows)[:2] == [(41.5, "2019", "actual"), (44, "2022", "actual")]


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("HB03 Number of ferry trips (year to date)", "trip"),
        ("4 Boats kept at the Mill", "boat"),
        ("2.1 Number of in-house divers", "diver"),
        ("Children’s passage rate rank", None),
        ("Gap in take-up, north and south (percentage points)", "pp"),
    ],
)
def test_the_code_of_a_row_and_whose_it_is_are_no_unit(label: str, unit: str | None) -> None:
    table = (
        f"{FRONT}Table 1: Headline indicators by quay\n|! Indicator | 2022 | 2023 |\n"
        f"| {label} | 41 | 44 |\n| Depth | 6 | 7 |"
    )
    assert metrics_of(table)[0].unit == unit


def test_columns_beside_those_of_a_year_each_have_no_year_of_the_report() -> None:
    rows = "|! Quay | 2021/22 | 2022/23 | Total | Target |\n| Mill | 41 | 44 | 85 | 90 |\n| Ford | 21 | 24 | 45 | 50 |"
    figures = metrics_of(f"{FRONT}Table 2: Boats moored by quay\n{rows}")
    assert [(m.name, m.period) for m in figures[:4]] == [
        ("Boats moored – Mill", "2021/22"),
        ("Boats moored – Mill", "2022/23"),
        ("Boats moored – Mill – Total", None),
        ("Boats moored – Mill", None),
    ]


def test_rows_that_stand_over_others_are_no_rows_without_figures() -> None:
    rows = (
        "| Aim 1: to dredge the pools | Budget1 | Actual costs2 | Variation |\n| | 2021–22 | 2021–22 | 2021–22 |\n"
        "| | $’000 | $’000 | $’000 |\n| | (a) | (b) | (a) – (b) |\n| Aim 1.1: The pools | | | |\n| Yard costs | | | |\n"
        "| Yard wages | 41,210 | 38,105 | 3,105 |\n| Total for Aim 1.1 | 41,630 | 38,911 | 2,719 |\n"
        "| | 2020–21 | 2021–22 | |\n| Average staffing level (number) | 3 | 41 | |"
    )
    found = metrics_of(f"# Fenwold Pools Office\nAnnual report 2021–22\n# Sums\n{rows}")
    assert [(m.value, m.unit, m.role) for m in found[:3]] == [
        (41_210_000, "USD", "target"),
        (38_105_000, "USD", "actual"),
        (3_105_000, "USD", "actual"),
    ]
    assert [(m.value, m.unit, m.period) for m in found[-2:]] == [(3, "staff", "2020/21"), (41, "staff", "2021/22")]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Budget | Outturn | Variance", ["target", "actual", "actual"]),
        ("Budget | Forecast | Variance", ["target", "forecast", "forecast"]),
        ("Budget | Spend to date | Forecast | Variance", ["target", "actual", "forecast", "actual"]),
        ("Budget | Posts", ["actual", "actual"]),
        ("Budget spent | Budget left", ["actual", "actual"]),
    ],
)
def test_what_was_spent_is_set_against_a_budget(header: str, roles: list[str]) -> None:
    figures = ["41,210 | 38,100 | 3,110 | 900", "21,440 | 20,130 | 1,310 | 800"]
    cut = [" | ".join(line.split(" | ")[: len(roles)]) for line in figures]
    table = f"|! Service | {header} |\n| Mill | {cut[0]} |\n| Ford | {cut[1]} |"
    assert [m.role for m in metrics_of(f"{FRONT}{table}")][: len(roles)] == roles


def test_the_budget_of_the_year_is_that_of_the_year_in_a_statement_as_at_a_day() -> None:
    caption = "Revenue budget 2023/24 as at 30 September 2023 (£000)"
    rows = (
        "|! Service | Annual Budget | Spend to 30/09/23 | Forecast Outturn |\n"
        "| Mill | 41 | 22 | 44 |\n| Ford | 21 | 9 | 20 |"
    )
    assert told(f"# Fenwold Harbour Trust\nReport\n# Sums\n{caption}\n{rows}")[:3] == [
        (41000, "2023/24", "target"),
        (22000, "2023-09-30", "actual"),
        (44000, "2023/24", "forecast"),
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("% of target", "actual"),
        ("Progress towards target", "actual"),
        ("Variance from plan", "actual"),
        ("Estimated effect", "actual"),
        ("Estimated cost", "forecast"),
        ("Target to date", "target"),
        ("SN", "comparator"),
        ("Control group", "comparator"),
    ],
)
def test_what_is_set_against_a_target_is_none(head: str, role: str) -> None:
    rows = f"|! Measure | Latest | {head} |\n| Boats let | 41% | 68% |\n| Moorings let | 61% | 71% |"
    assert metrics_of(FRONT + rows)[1].role == role


def test_a_comparison_is_one_where_the_caption_says_so() -> None:
    rows = "|! Outcome | Pilot 2023 | Comparison 2023 |\n| Boats let (%) | 41 | 44 |\n| Boats idle (%) | 9 | 8 |"
    roles = [
        [m.role for m in metrics_of(f"{FRONT}{caption}\n{rows}")[:2]]
        for caption in ("Table 1: Boats, pilot and comparison harbours", "Table 1: Boats")
    ]
    assert roles == [["actual", "comparator"], ["actual", "actual"]]


def test_a_provisional_figure_is_one() -> None:
    rows = "|! Measure | 2022 | 2023 |\n| Boats let | 1,410 | p1,455 |\n| Boats sold | 60 | r61.5 |"
    assert [m.value for m in metrics_of(FRONT + rows)] == [1410, 1455, 60, 61.5]


def test_a_label_goes_on_below_its_figures() -> None:
    rows = (
        "|! Measure | 2022 | 2023 |\n| Boats | 41 | 44 |\n"
        "| Moorings with water and 21 24 power | | |\n| Quays (sq m) 7 .. | | |"
    )
    figures = [(m.name, m.value, m.period) for m in metrics_of(FRONT + rows)][2:]
    assert figures == [
        ("Moorings with water and power", 21, "2022"),
        ("Moorings with water and power", 24, "2023"),
        ("Quays (sq m)", 7, "2022"),
    ]


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


def test_the_caption_of_a_table_may_end_the_page_before() -> None:
    text = (
        "Table 1: Ferry grants by quay (£000)\n^ Fenwold Harbour Trust\n"
        "|! Quay | Budget 2023/24 | Actual 2023/24 |\n| Mill | 410 | 395 |\n| Ford | 52 | (61) |"
    )
    assert [(m.value, m.unit) for m in metrics_of(FRONT + text)] == [
        (410_000, "GBP"), (395_000, "GBP"), (52_000, "GBP"), (-61_000, "GBP"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "value", "unit"),
    [
        ("Ferry passengers (000s)", 412_000, "passenger"),
        ("Ferry passengers (’000)", 412_000, "passenger"),
        ("Ferry passengers (in thousands)", 412_000, "passenger"),
        ("Ferry passengers (millions)", 412_000_000, "passenger"),
        ("Ferry passengers (million, by day)", 412_000_000, "passenger"),
        ("Ferry passengers (yearly, thousands)", 412_000, "passenger"),
        ("Ferry passengers", 412, "passenger"),
        ("Ferry costs (£000s)", 412_000, "GBP"),
    ],
)
def test_counts_may_be_told_in_thousands(label: str, value: float, unit: str) -> None:
    rows = f"|! Measure | 2021/22 | 2022/23 |\n| {label} | 412 | 436 |"
    assert [(m.value, m.unit) for m in metrics_of(FRONT + rows)][:1] == [(value, unit)]


@pytest.mark.parametrize(("head", "told"), [("In time", True), ("On time", True), ("Time", False)])
def test_how_many_were_done_in_time_is_measured(head: str, told: bool) -> None:
    text = f"{FRONT}|! Type | Decided | {head} |\n| Large | 12 | 82.5% |\n| Small | 71 | 78.0% |"
    assert any(metric.value == 82.5 for metric in metrics_of(text)) is told


def test_a_total_above_the_rows_is_not_their_header() -> None:
    table = (
        "|! Overall ferry grant across all 9 wards | £7.3m | 100% |\n| Mill | £741k | 10.1% |\n| Ford | £719k | 9.8% |"
    )
    assert [(m.name, m.value, m.place) for m in metrics_of(f"{FRONT}{table}")] == [
        ("Overall ferry grant across all 9 wards", 7_300_000, "Fenwold Harbour Trust"),
        ("Overall ferry grant across all 9 wards", 100, "Fenwold Harbour Trust"),
        ("Ferry grant", 741_000, "Mill"),
        ("Ferry grant", 10.1, "Mill"),
        ("Ferry grant", 719_000, "Ford"),
        ("Ferry grant", 9.8, "Ford"),
    ]


def test_figures_that_head_columns_of_another_kind_are_a_header() -> None:
    table = "|! Boats let at a discount of | 10% | 25% |\n| Mill | 41 | 52 |\n| Ford | 14 | 25 |"
    assert [m.value for m in metrics_of(f"{FRONT}{table}")] == [41, 52, 14, 25]


@pytest.mark.parametrize(
    ("corner", "place"),
    [("Dataset", "Fenwold Harbour Trust"), ("Most read pages", "Fenwold Harbour Trust"), ("", "Wales")],
)
def test_a_title_names_no_place_of_its_figures(corner: str, place: str) -> None:
    table = f"|! {corner} | Views | Calls |\n| Statistics on mills, Wales | 41 | 52 |\n| Social trends | 14 | 25 |"
    assert metrics_of(f"{FRONT}{table}")[0].place == place


def test_the_pages_of_chapters_are_no_figures() -> None:
    table = "|! | |\n| Chapter 1: Boats and mills | 6 |\n| Chapter 2: Gates | 9 |\n| Annex A: Wardens | 14 |"
    assert not metrics_of(f"{FRONT}{table}")


def test_chapters_that_are_counted_are_measured() -> None:
    table = "|! Chapter | Readers |\n| Chapter 1: Boats | 61 |\n| Chapter 2: Gates | 9 |"
    assert [m.value for m in metrics_of(f"{FRONT}{table}")] == [61, 9]


def test_a_running_header_says_for_which_year_the_accounts_are() -> None:
    head = "# Fenwold Harbour Trust\n^ For the year ended December 31, 2024\n|! | Mill | Ford |"
    accounts = f"{head}\n| Dues | $ 41 | $ 52 |\n| Total dues | $ 41 | $ 52 |\n| Cash, start of year | $ 14 | $ 25 |"
    assert [m.period for m in metrics_of(accounts)] == ["2024", "2024", "2024", "2024", None, None]


LINES = """Ferries of the Guild 2022/23 2023/24
Trips by ferry 4,120 3,980
Oars lent 310 295 2 Oars lost 14 –
FERRIES
Boats mended 41 37*
"""


def test_lines_with_as_many_figures_below_their_heads_are_rows() -> None:
    told = metrics_of(FRONT + LINES)
    assert [(m.name, m.value, m.period) for m in told] == [
        ("Trips by ferry", 4_120, "2022/23"),
        ("Trips by ferry", 3_980, "2023/24"),
        ("Oars lent", 310, "2022/23"),
        ("Oars lent", 295, "2023/24"),
        ("Oars lost", 14, "2022/23"),
        ("Boats mended", 41, "2022/23"),
        ("Boats mended", 37, "2023/24"),
    ]
    assert all(m.table for m in told)


def test_a_line_of_words_heads_as_many_columns() -> None:
    text = "Budget Spent Variance\nOars 4,120 3,980 (140)\nBoats 610 640 30\nQuays 1,000 900 (100)\n"
    assert [(m.name, m.value) for m in metrics_of(FRONT + text)][:3] == [
        ("Oars – Budget", 4_120),
        ("Oars – Spent", 3_980),
        ("Oars – Variance", -140),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Oars 4,120 3,980\nBoats 610 640\nQuays 1,000 900\n",  # no heads
        "For Against\nUna Keld 12 31\nTom Orme 16 14\nAda Brindle 9 8\n",
        "Net VAT\nMill Paints 12.40 2.48\nOrme Oars 16.00 3.20\nKeld Ropes 9.00 1.80\n",
        "FEES AMOUNTS\nMoorings - 300\nTowing - 400\nOars - 20\n",
        "2023 2024\nOars 4,120 3,980\nBoats 610 640\n",  # too few
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert not [m for m in metrics_of(FRONT + text) if m.table]


INTENT = """
    # Statement of intent of the Fenwold Trust
    |! Goal | Action | Measure/KPI for 2023/24 |
    | A well-loved quay | Let more boats | Reach at least 5,200 lettings by crews |
    ---
    |! A well-loved quay by the end of the third year of the plan | Mend boats | Mend 90% of the boats on time |
    | A safe quay | Ask the crews | See that at least 85% of the crews feel safe |
    """


def test_a_statement_of_intent_tells_its_targets_in_a_column_which_may_go_on_over_a_page() -> None:
    told = [(m.value, m.unit, m.role) for m in minutes_of(INTENT).metrics]
    assert told == [(5200, "letting", "target"), (90, "%", "target"), (85, "%", "target")]


def test_what_was_promised_and_what_was_done_are_a_target_and_a_result() -> None:
    said_and_done = "| Repairs | Mend 90% of boats within 18 weeks | We mended 92% of boats within 18 weeks |"
    table = f"# Annual report on boats\n|! Measure | What we said | What we did |\n{said_and_done}"
    assert [(m.value, m.role) for m in minutes_of(table).metrics] == [(90, "target"), (92, "actual")]
