"""Figures in tables."""

import pytest

from tests.extract.metrics.samples import figures, tabled
from tests.extract.samples import minutes_of, said


def test_minutes_set_as_a_table_have_their_figures() -> None:
    told = "The Clerk reported that visitors had risen by 12% in the quarter, and that the roof had been mended."
    minutes = said(f"|! Item | Discussion | Action\n| Mill | {told} | UK\n| Ford | The path is wet | TO")
    assert [(m.value, m.table) for m in minutes.metrics] == [(12, False)]


def test_an_attainment_among_shares_is_a_score() -> None:
    metrics = tabled("# Exams\n|! Measure | 2023 | 2024 |\n| Passes (%) | 61 | 64 |\n| Attainment 8 | 43.1 | 44.7 |")
    assert [metric.unit for metric in metrics] == ["%", "%", "score", "score"]


def test_cells_may_bring_their_own_labels() -> None:
    report = """
        # Our performance
        Here are our results for quarter two, 2023/24 which is July to September 2023:
        | Happy with repairs*: 58.5% | Target: 70% |
        | Rent kept in arrears: 6 days | Last year: 8 days |
        """
    assert [(m.name, m.value, m.unit, m.role, m.period) for m in minutes_of(report).metrics] == [
        ("Happy with repairs", 58.5, "%", "actual", "2023/24 Q2"),
        ("Happy with repairs", 70, "%", "target", "2023/24 Q2"),
        ("Rent kept in arrears", 6, "day", "actual", "2023/24 Q2"),
        ("Rent kept in arrears – Last year", 8, "day", "actual", None),
    ]
    assert not said("| Note: 3 | Phone: 4 |").metrics


TABLE = """
    # Annual report on libraries
    # Visits
    |! Branch | 2022/23 | 2023/24 |
    | Fenwold visits | 4,100 | 5,250 |
    | Late returns | 12% | 9% |
    | Book fund (£k) | 40 | 45 |
    """


def test_each_figure_of_a_table_is_a_metric() -> None:
    assert {(metric.value, metric.unit, metric.period) for metric in minutes_of(TABLE).metrics} == {
        (4100, "visit", "2022/23"),
        (5250, "visit", "2023/24"),
        (12, "%", "2022/23"),
        (9, "%", "2023/24"),
        (40_000, "GBP", "2022/23"),
        (45_000, "GBP", "2023/24"),
    }


def test_a_figure_of_a_table_cites_its_row() -> None:
    metric = next(metric for metric in minutes_of(TABLE).metrics if metric.value == 4100)
    assert (metric.text, metric.table, metric.rule) == ("Fenwold visits\t4,100\t5,250", True, "metric.table")
    assert metric.name == "Visits"


def test_a_row_may_name_the_place_and_a_column_the_month() -> None:
    text = """
        # Annual report on libraries
        # Loans in 2023
        |! Branch | January | March |
        | Fenwold | 41 | 52 |
        """
    assert [(m.place, m.period) for m in minutes_of(text).metrics] == [("Fenwold", "2023-01"), ("Fenwold", "2023-03")]


def test_a_row_that_a_pdf_gives_as_one_cell_is_parted_at_its_figures() -> None:
    metrics = tabled("# Spending\n|! Service | 2022 | 2023 |\n| Parks – £171 | | |\n| Wardens £61 £63 | | |")
    assert [(m.value, m.period) for m in metrics] == [(171, "2023"), (61, "2022"), (63, "2023")]


@pytest.mark.parametrize(
    ("corner", "label", "place"),
    [
        ("District", "Fenwold", "Fenwold"),
        ("Department", "DfX", "DfX"),
        ("Department", "Ministry of Roads", "Ministry of Roads"),
        ("Department", "Leisure", None),
    ],
)
def test_a_department_is_a_place_where_it_is_an_organisation(corner: str, label: str, place: str | None) -> None:
    metrics = tabled(f"# Loans\n|! {corner} | Loans | Visits |\n| {label} | 41 | 52 |\n| {label} | 43 | 54 |")
    assert {metric.place for metric in metrics} == {place}


SHARED = (
    "# Key measures\nQuarters are those of 2024/25. Baseline is 2022/23. Target is for March 2025.\n"
    "|! Measure | Area | Baseline | Target | Q1 actual |\n"
    "| Plans issued in time | Marl Valley | 41% | 60% | 44% |\n| | Hill Top | 52% | 70% | 55% |\n"
    "| Average wait (weeks) | Marl Valley | 31 | 20 | 28 |\n| | Hill Top | 40 | 22 | 38 |"
)


def test_a_label_holds_for_the_rows_below_that_have_none_and_another_column_may_be_the_place() -> None:
    metrics = tabled(SHARED)
    assert [(m.name, m.place, m.unit) for m in metrics[3::6]] == [
        ("Plans issued in time", "Hill Top", "%"),
        ("Average wait (weeks)", "Hill Top", "week"),
    ]
    assert metrics[3].text == "Plans issued in time\tHill Top\t52%\t70%\t55%"


def test_a_line_beside_a_table_says_what_its_columns_are_for() -> None:
    assert [(m.period, m.role) for m in tabled(SHARED)[:3]] == [
        ("2022/23", "actual"),
        ("2025-03", "target"),
        ("2024/25 Q1", "actual"),
    ]


def test_a_baseline_is_not_of_the_period_that_the_table_is_for() -> None:
    metrics = tabled("# Loans in 2024\n|! Measure | Baseline | Actual |\n| Loans | 41 | 52 |\n| Visits | 43 | 54 |")
    assert [m.period for m in metrics[:2]] == [None, "2024"]


@pytest.mark.parametrize(
    "text",
    [
        "# Finance\n|! Payee | Details | Amount |\n| Marl Ltd | Hire | £41 |\n| Dale Ltd | Ink | £52 |",
        "# Finance\n| BACS | Marl Ltd | Hire | £41 |\n| DD | Dale Ltd | Ink | £52 |\n| Chq 7 | Una Keld | Pay | £63 |",
        "# Finance\nThe following payments were approved:\n| Marl Ltd | Hire | £41 |\n| Dale Ltd | Ink | £52 |",
        "# Moorings\n|! Berth | Present fee | Proposed fee |\n| Inner | £41 | £47 |\n| Outer | £52 | £58 |",
        "# Moorings\n|! Berth | Charge per night (£) |\n| Inner | 41 |\n| Outer | 52 |",
    ],
)
def test_a_table_of_payments_has_no_metrics(text: str) -> None:
    assert not tabled(text)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("England 2024", "comparator"),
        ("Target 2024", "target"),
        ("Plan (year to date)", "target"),
        ("Forecast 2024", "forecast"),
        ("Request 2024", "forecast"),
        ("Actual 2024", "actual"),
        ("Budget 2024", "actual"),
    ],
)
def test_the_head_of_a_column_tells_the_role(head: str, role: str) -> None:
    text = f"# Annual report on libraries\n# Visits\n|! Branch | {head} |\n| Fenwold | 41 |\n| Ostermark | 52 |"
    assert {metric.role for metric in minutes_of(text).metrics} == {role}


CAPTIONED = """
    Table 1: Missing book reports by branch, 2023/24
    |! Branch | Q3 2022/23 | Q1 | 2023/24 Q3 |
    | Fenwold | 118 | 121* | 142¹ |
    | Marl Valley | 204 | 198 | 179 |
    | County total | 322 | 319 | 321 |
    """


def test_a_caption_says_what_is_counted_and_the_columns_when() -> None:
    metrics = [metric for metric in tabled(CAPTIONED) if metric.place == "Marl Valley"]
    assert {(m.name, m.unit) for m in metrics} == {("Missing book reports", "report")}
    assert [m.period for m in metrics] == ["2022/23 Q3", "2023/24 Q1", "2023/24 Q3"]


def test_the_marks_of_footnotes_are_no_part_of_a_figure() -> None:
    assert [metric.value for metric in tabled(CAPTIONED)[:3]] == [118, 121, 142]


def test_totals_are_marked() -> None:
    assert [(m.place, m.total) for m in tabled(CAPTIONED)[::3]] == [
        ("Fenwold", False), ("Marl Valley", False), ("County", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "head", "cell", "value", "unit"),
    [
        ("Table 2: Outturn (£000)", "Spend", "1,325", 1_325_000, "GBP"),
        ("Table 2: Outturn (£m)", "Spend", "(4.1)", -4_100_000, "GBP"),
        ("Table 2: Outturn", "Spend ($000)", "12", 12_000, "USD"),
        ("Table 2: Outturn", "Spend (USD)", "9,600", 9600, "USD"),
        ("Table 2: Outturn (£000)", "% of budget", "12", 12, "%"),
        ("Table 2: Readers satisfied (%)", "2023", "71.2", 71.2, "%"),
        ("Table 2: Outturn", "Average wait", "12 days", 12, "day"),
        ("Table 2: Outturn", "Days lost to sickness", "12", 12, "day"),
        ("Table 2: Outturn", "England and Wales", "12", 12, None),
        ("Table 2: Use of the site", "Average visit", "3 mins 12 secs", 192, "second"),
        ("Table 2: Use of the ferry", "Mean wait", "1 hr 20 mins", 80, "minute"),
        ("Table 2: Borrowers per 10,000", "2023", "12", 12, "score"),
    ],
)
def test_unit_and_scale_stand_in_the_cell_the_header_or_the_caption(
    caption: str, head: str, cell: str, value: float, unit: str | None
) -> None:
    metrics = tabled(f"{caption}\n|! Heading | {head} |\n| Hill | {cell} |\n| Dale | {cell} |")
    assert {(metric.value, metric.unit) for metric in metrics} == {(value, unit)}


def test_a_table_without_a_header_has_no_periods_and_a_line_in_the_receipt() -> None:
    minutes = minutes_of("# Annual report for 2023/24 on libraries\n# Loans\n| Hill | 41 | 52 |\n| Dale | 7 | 9 |")
    assert {metric.period for metric in minutes.metrics} == {None}
    assert minutes.receipt.warnings == ("a table has no header that can be read: its figures are without periods",)


ACCOUNTS = """
    # Mill Trust Report
    # Statement of activities
    For the year ended December 31, 2023
    |! | Total
    | Sales | $ 32,335
    | Dues | 5,929
    | Net assets | 15,000
    | Total income | $ 53,264
    """


def test_accounts_print_the_sign_of_the_currency_at_the_first_figure_and_the_total() -> None:
    assert [(m.unit, m.period) for m in minutes_of(ACCOUNTS).metrics if m.table] == [("USD", "2023")] * 4


def test_a_single_sum_among_counts_says_nothing_of_the_others() -> None:
    text = "|! Measure | 2023\n| Complaints | 41\n| Repairs | 312\n| Arrears | £1,204"
    assert [unit for _, unit in figures(said(text))] == ["complaint", "repair", "GBP"]


def test_the_length_of_a_wait_is_not_what_a_row_counts() -> None:
    text = "|! Measure | 2022 | 2023\n| Children waiting over 52 weeks for a place | 41 | 38\n| Visits | 900 | 800"
    assert figures(said(text))[:2] == [(41, "child"), (38, "child")]


def test_a_header_over_several_columns_is_that_of_each() -> None:
    text = """
    Progress in the two years
    |! Measure | 2023/24 | | 2024/25 | | |
    | | Q1 | Q2 | Q1 | Q2 | Rating |
    | Visits on time | 70.1% | 72.4% | 71.2% | 73.5% 1 | Amber |
    | Loans renewed | 58.4% | 59.0% | 61.3% | 62.8% | Green |
    """
    metrics = tabled(text)[:4]
    assert [(m.value, m.period, m.name) for m in metrics] == [
        (70.1, "2023/24 Q1", "Visits on time"),
        (72.4, "2023/24 Q2", "Visits on time"),
        (71.2, "2024/25 Q1", "Visits on time"),
        (73.5, "2024/25 Q2", "Visits on time"),
    ]


@pytest.mark.parametrize(
    ("cell", "value", "unit", "period", "role"),
    [
        ("10.9% (school year 2021/22)", 10.9, "%", "2021/22", "actual"),
        ("8% (May 23)", 8, "%", "2023-05", "actual"),
        ("12% (projected)", 12, "%", "2020", "forecast"),
        ("9% (England)", 9, "%", "2020", "comparator"),
        ("98% of all repairs", 98, "%", "2020", "actual"),
        ("max. 2.5%", 2.5, "%", "2020", "actual"),
        ("22 Days", 22, "day", "2020", "actual"),
        ("440 places", 440, "place", "2020", "actual"),
        ("85 Year R temp places", 85, "place", "2020", "actual"),
        ("0.5FE", 0.5, "FE", "2020", "actual"),
        ("14.3 miles", 14.3, "mile", "2020", "actual"),
    ],
)
def test_what_stands_beside_a_figure_in_its_cell(cell: str, value: float, unit: str, period: str, role: str) -> None:
    (metric,) = tabled(f"|! Measure | 2020 |\n| Schools ahead | {cell} |\n| Schools behind | none |")
    assert (metric.value, metric.unit, metric.period, metric.role) == (value, unit, period, role)


def test_columns_beside_the_figures_are_no_part_of_the_name() -> None:
    text = """
        |! Measure | Target | Aim 2025 | Year to date | Actual Jul 23 | Nat. ave | Note | Trend | Comments |
        | Repairs in time | 97% | 98% | 96% | 95% | 93% | 4 | Down | Below target |
        | Calls in time | 80% | 82% | 81% | 84% | 79% | 5 | Up | Not on target |
        """
    metrics = tabled(text)[:5]
    assert {metric.name.split(" – ")[0] for metric in metrics if metric.name} == {"Repairs in time"}
    assert [metric.value for metric in metrics] == [97, 98, 96, 95, 93]
    assert [metric.role for metric in metrics] == ["target", "target", "actual", "actual", "comparator"]
    assert metrics[3].period == "2023-07"


def test_a_cell_may_hold_a_count_with_its_share_or_several_counts() -> None:
    assert [m.value for m in tabled("|! Measure | 2020 |\n| Readers | 9,120 (61%) |\n| Loans | 8 (5%) |")] == [
        9120,
        61,
        8,
        5,
    ]
    places = tabled("|! By 2025 | By 2030 | By 2035 |\n| 0.5FE 85 Year R places | 2FE | 3FE |\n")
    assert [(m.value, m.unit) for m in places] == [(0.5, "FE"), (85, "place"), (2, "FE"), (3, "FE")]


def test_a_row_may_name_the_quarter_and_a_column_the_year() -> None:
    text = (
        "|! Date | 2017/18 | 2018/19 |\n| Q1 (April to June) | 52% | 55% |\n| March | 51% | 54% |\n| Year | 50% | 53% |"
    )
    periods = [metric.period for metric in tabled(text)]
    assert periods == ["2017/18 Q1", "2018/19 Q1", "2018-03", "2019-03", "2017/18", "2018/19"]


def test_a_row_may_have_no_label_where_the_columns_say_what_is_counted() -> None:
    text = "|! Number of pupils | % at the expected standard | % above |\n| 13 | 38% | 9% |\n| 15 | 40% | 8% |"
    metrics = tabled(text)[:3]
    assert [(metric.value, metric.unit, metric.role) for metric in metrics] == [
        (13, "pupil", "actual"), (38, "%", "actual"), (9, "%", "actual"),
    ]  # fmt: skip


def test_a_code_is_no_noun_and_the_caption_says_what_is_counted() -> None:
    table = "Table 2: Wardens by grade\n|! | Ferry | Mill |\n| BOS3 | 4 | 2 |\n| VES | 1 | 0 |"
    assert [metric.unit for metric in tabled(table)] == ["warden"] * 4


def test_a_column_may_be_for_a_day() -> None:
    table = "|! Account | 31 March 2022 | 31 March 2023 |\n| Mill fund | £410 | £640 |"
    assert [metric.period for metric in tabled(table)] == ["2022-03-31", "2023-03-31"]


def test_a_row_beside_places_may_tell_what_is_counted() -> None:
    table = "|! Area | Loans |\n| Fenwold | 410 |\n| Loans to crews < 20 years | 31 |"
    assert [metric.place for metric in tabled(table)] == ["Fenwold", None]


def test_a_sentence_with_figures_above_a_table_is_no_caption() -> None:
    above = "# Wardens in 2023/24\nThe gap was 6.1%, compared with 7.2% in 2021."
    metrics = minutes_of(f"# Annual report on libraries\n{above}\n|! Grade | Wardens |\n| Chief | 4 |\n| Other | 9 |")
    assert [metric.period for metric in metrics.metrics if metric.table] == ["2023/24", "2023/24"]


def test_all_wards_count_no_wards() -> None:
    metrics = tabled("|! Ward | Crews | Fit |\n| Fenwold | 41 | 31 |\n| All wards | 64 | 40 |")
    assert [metric.unit for metric in metrics] == ["crew", None, "crew", None]
