"""The period that a figure is for."""

import pytest

from tests.extract.metrics.samples import figures, only
from tests.extract.samples import minutes_of, said


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2023 attendance was 92%.", "2023"),
        ("Attendance was 92% in May 2023.", "2023-05"),
        ("Attendance was 92% in the 2022/23 school year.", "2022/23"),
        ("Attendance was 92% in Q1 2024.", "2024 Q1"),
        ("The statement dated 4 May 2023 gave a balance of £92.", "2023-05-04"),
        ("The balance @ May 31st 2023 was £92.", "2023-05-31"),
        ("Compared with 2021/22, attendance rose by 4%.", None),
        ("Attendance was higher than in 2022 (92%).", "2022"),
        ("The works were priced at £2000.", None),
        ("Attendance was 92%.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In January, 41% of loans were late. There were 12 fines.", ["2024-01", "2024-01"]),
        (
            "Loans were 41% late in 2022/23, against 38% in 2021/22. There were 12 fines.",
            ["2022/23", "2021/22", "2022/23"],
        ),
        # A month or a day is told of one thing, and what is so now is of no time that was told before.
        (
            "Loans were 41% late in January, against 38% in May 2023. There were 12 fines.",
            ["2024-01", "2023-05", None],
        ),
        ("The balance was £640 at 31 January 2024. Fines came to £12.", ["2024-01-31", None]),
        ("There were 97 loans in 2022/23. There are now 12 fines.", ["2022/23", None]),
        ("There were 97 loans in 2022/23. 12 fines have now been paid.", ["2022/23", "2022/23"]),
        ("There were 97 loans in 2022. There were also 12 fines.", ["2022", "2022"]),
        ("# 8. Loans, Quarter 2 2023/24\nThere are at present 97 loans.", [None]),
        (
            "# 8. Loans\nThe Clerk presented the accounts at 31 January 2024. There were 97 loans.",
            [None],
        ),
        (
            "There were 97 loans in May 2023, against 109 a year earlier, a fall of 11%.",
            ["2023-05", "2022-05", "2023-05"],
        ),
        ("# 8. Loans, Quarter 2 2023/24\nThere were 97 loans in the quarter.", ["2023/24 Q2"]),
        ("# 8. Loans\nThe Clerk presented the report for Quarter 2 2023/24. There were 97 loans.", ["2023/24 Q2"]),
        ("# 8. Loans\nThe survey found that May 1987 had been dry. There were 97 loans.", [None]),
        ("# 8. Report of the Keeper – Month 9\nThere were 97 loans in the quarter.", ["2023/24 Q3"]),
        ("# 8. Report of the Keeper – Month 8\nThere were 97 loans in the quarter.", [None]),
        (
            "# 8. Loans\nThe report of the group, which met between May and June, was read. They ask for 97 lockers.",
            [None],
        ),
        (
            "For the quarter ended December 2023, 41% were late, down from 45% in the previous quarter.",
            ["2023-10 to 2023-12", "2023-07 to 2023-09"],
        ),
        ("There were 97 loans at 31 January 2024. Maps account for 41 of these.", ["2024-01-31", "2024-01-31"]),
        ("There were 97 loans in January. Nine related to maps.", ["2024-01", "2024-01"]),
        # What stood so at a time, and what goes on from it
        (
            "# 8. Loans, Quarter 2 2023/24\nAt 30 September 2023 97 loans were out. 12 fines were paid.",
            ["2023-09-30", "2023/24 Q2"],
        ),
        ("# 8. Loans, Quarter 2 2023/24\nSince the van began there have been 97 loans.", [None]),
        ("# 8. Loans, Quarter 2 2023/24\nThe van was introduced in May and has made 97 loans.", [None]),
        ("# 8. Loans, Quarter 2 2023/24\nThere were 97 loans, the best since the van began.", ["2023/24 Q2"]),
        ("Loans rose from a low of 31% in May 2023, but are short of the England average of 50%.", ["2023-05", None]),
        ("Loans rose from 41% in 2022 to 67%, compared with a sector average of 84%.", ["2022", None, None]),
        # What is asked for next year, and what was told of it by then
        ("# 8. Precept for 2024/25\nThere had been 97 replies.", [None]),
        ("# 8. Precept for 2024/25\n58% of those who replied were in favour.", [None]),
        ("# 8. Precept for 2024/25\nWages rise by 4%.", ["2024/25"]),
        ("# 8. Harbour Strategy 2022-2027\nBoats burn 97 tonnes of oil.", [None]),
        (
            "# 8. Accounts, Quarter 2 2023/24\nAn overspend of £97,000 is forecast for the year. 12 fines were paid.",
            ["2023/24", "2023/24 Q2"],
        ),
        ("A gap of £97,000 remained over the following three years.", [None]),
    ],
)
def test_the_sentences_and_headings_around_tell_the_period(text: str, periods: list[str]) -> None:
    assert [metric.period for metric in said(text).metrics] == periods


def test_a_period_may_be_that_of_another_clause() -> None:
    text = (
        "# 8. Aims, April to June 2023\n60% of gates were mended, and 11% of weirs had met their measure for 2022/23."
    )
    assert [m.period for m in said(text).metrics] == ["2023-04 to 2023-06", "2022/23"]


def test_a_part_is_of_the_period_of_what_it_is_a_part_of() -> None:
    minutes = said("1,240 members may renew in 2024/25; in 2022/23 it was 910, of whom 310 (34%) had moved away.")
    assert [metric.period for metric in minutes.metrics] == ["2024/25", "2022/23", "2022/23", "2022/23"]


def test_a_target_is_not_of_the_year_that_another_figure_is_for() -> None:
    text = "Lettings in the year to date were 95% compared with 96% at the same point in 2022/23 and a target of 97%."
    assert [metric.period for metric in said(text).metrics] == ["2023/24", "2022/23", "2023/24"]


def test_a_date_over_a_list_is_that_of_its_figures() -> None:
    metrics = said("As at 1 February 2024:\nMain account: £868.08\nMill fund: £1,954.70").metrics
    assert [(m.name, m.period) for m in metrics] == [("Main account", "2024-02-01"), ("Mill fund", "2024-02-01")]


def test_a_month_is_told_from_the_day_of_the_meeting() -> None:
    assert only("In November there were 41 referrals.").period == "2023-11"


def test_a_report_takes_its_period_from_the_heading() -> None:
    minutes = minutes_of("# Annual report on schools\n# Exclusions in 2023\nThe rate was 4% in all schools.")
    assert [metric.period for metric in minutes.metrics] == ["2023"]


def test_money_is_measured_and_the_years_it_lasts_are_not() -> None:
    assert figures(said("The scheme was given £4.8m over three years.")) == [(4_800_000, "GBP")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("# 8. Integrated performance report – Month 11\nAppraisal compliance was 83%.", "2024-02"),
        ("# 8. Integrated performance report – Month 2\nAppraisal compliance was 83%.", "2023-05"),
        ("# 8. Performance report – Month 11\nThe year to date deficit was £14.2m.", "2023/24"),
        ("# 8. Quarter 3 performance report\nThe reserve stood at £4m.", "2023/24 Q3"),
        ("# 8. Quarter 1 performance report\nThe reserve stood at £4m.", None),
        ("# 8. Fund performance\nAt quarter 2 the fund was forecast to overspend by £5m.", "2023/24"),
        ("# 8. Fund performance\nThe fund was expected to overspend by £5m at year end.", "2023/24"),
        ("# 8. Fund accounts\nThe fund held £5m at year end.", None),
        ("# 8. County finance\nThe county faced an overspend of £5m this year.", "2023/24"),
        ("# 8. School plans\nIn the calendar year to date 52% of plans were issued on time.", "2024"),
    ],
)
def test_the_period_of_minutes_of_march_2024(text: str, period: str | None) -> None:
    assert said(text).metrics[0].period == period


def test_parts_are_of_the_time_of_the_whole() -> None:
    minutes = said("There were 143 households in May 2023, compared with 98 in May 2022; of these 37 were in hotels.")
    assert [metric.period for metric in minutes.metrics] == ["2023-05", "2022-05", "2023-05"]


def test_a_period_in_brackets_is_of_the_figure_there() -> None:
    minutes = said("The response rate in 2023 was 47% (2022: 43%) and the share of leavers 7%, up 2 points.")
    assert [metric.period for metric in minutes.metrics][:3] == ["2023", "2022", "2023"]


def test_last_year_in_brackets_is_that_of_the_figure_there() -> None:
    minutes = said("They told of leave of 6.2 days (last year 8.5), and turnover of 10.4%.")
    assert [metric.period for metric in minutes.metrics][1:] == ["2023", None]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The plan for 2023/24 was read. Spending for the year to date is £900.", "2023/24"),
        ("The plan was read. Spending for the year to date is £900.", None),
    ],
)
def test_the_year_to_date_is_that_of_the_meeting_where_years_are_told_as_two(text: str, period: str | None) -> None:
    assert said(text).metrics[-1].period == period


def test_the_year_to_date_is_not_what_is_counted() -> None:
    assert only("There had been two norovirus outbreaks year to date.").unit == "norovirus outbreak"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The balance at December 31, 2023 was $3.4 million.", "2023-12-31"),
        ("In the first two months of the year 19 houses were let.", "2024-01 to 2024-02"),
        ("There were 31 appeals between April and September.", "2023-04 to 2023-09"),
        ("The opening of the hall in May would add 30 places.", "2024-05"),
        ("Sales were $32,000 in the year ended December 31, 2023.", "2023"),
        ("Rainfall was 298 mm for the quarter ended 31 December 2023.", "2023-10 to 2023-12"),
        ("The surplus for FY23 was $412,650.", "2023"),
        ("In February 31 crossings were cut.", "2024-02"),
    ],
)
def test_more_periods_seen_from_march_2024(text: str, period: str) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    "text",
    [
        "The team met its FY’31 goals.",
        "They spoke of the class of ’19 lamps.",
        "The road was shut south of 41200 South.",
        "The home may stand 12 feet from the stream with the variance asked for.",
        "A 41-foot variance was asked for.",
        "The garage would be 900 square feet.",
    ],
)
def test_short_years_streets_that_are_numbers_and_what_is_built_in_feet_measure_nothing(text: str) -> None:
    assert not said(text).metrics


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "In the last quarter ten boats were dry, while in this quarter it fell to nine.",
            ["2023/24 Q1", "2023/24 Q2"],
        ),
        ("In Q2 84 boats were let, which makes 163 boats over the last six months.", ["2023/24 Q2", None]),
        ("A total of 163 boats were let over the past few months.", [None]),
        ("In May 2023 30 boats were let. This could mean 60 boats next to it.", ["2023-05", "2023/24 Q2"]),
        ("In May 2023 30 boats were let. This meant 60 oars.", ["2023-05", "2023-05"]),
    ],
)
def test_periods_in_the_report_of_a_quarter(text: str, periods: list[str | None]) -> None:
    report = f"# Fenwold Harbour Trust\nMonitoring report for Quarter 2 of 2023/24\n# Boats\n{text}"
    assert [metric.period for metric in minutes_of(report).metrics] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("As of today there are 61 rowers.", "2024-03-12"),
        ("This month the fair drew 240 people.", "2024-03"),
        ("February income from dues: £614", "2024-02"),
        ("94 boats were let in the quarter to December.", "2023-10 to 2023-12"),
        ("31 thefts had been reported in February, two by day.", "2024-02"),
        ("A theft of 31 oars was announced in February.", None),
    ],
)
def test_periods_that_the_day_of_the_meeting_gives(text: str, period: str | None) -> None:
    assert said(text).metrics[0].period == period


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("# Treasurer’s Report\n2022/23", "2022/23"),
        ("# Warden’s report for 2023", "2023"),
        ("# Ferry fair 2023 conference report", "2023"),
        ("# Treasurer’s report, 4 May 2023", None),
        ("# Report on boats 2023", None),
    ],
)
def test_an_officers_report_is_for_the_year_in_its_title(head: str, period: str | None) -> None:
    report = f"{head}\n# Boats\nThe Guild of Fenwold lent 340 boats to those who asked for them at the quay."
    assert [m.period for m in minutes_of(report).metrics] == [period]


def test_a_figure_may_follow_the_months_that_it_is_told_for() -> None:
    found = said("There were 31 appeals between May and June, 9 fewer than were feared.").metrics
    assert found[0].period == "2023-05 to 2023-06"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Absence fell to 7.2 days for each warden from 8.9 days a year earlier.", ["2024", "2023"]),
        ("Tolls paid were 57.3%, 0.4% below the same point a year ago.", ["2024", "2024"]),
        ("Absence was lower than in 2021 (8.9 days).", ["2021"]),
        (
            "Tolls paid were 57.3%, up from 55.1% in 2022 and 54% in the same period last year.",
            ["2024", "2022", "2023"],
        ),
    ],
)
def test_what_a_figure_is_set_against_is_not_when_it_was(text: str, periods: list[str]) -> None:
    report = f"# Annual report of the Fenwold Trust for 2024\n# Boats\n{text}"
    assert [metric.period for metric in minutes_of(report).metrics] == periods


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("# Treasurer's notes for the year ended 31 March 2023", "2022/23"),
        ("Treasurer's notes\n# 2022/23", "2022/23"),
        ("# Treasurer's notes\n# March 2023", None),
    ],
)
def test_a_title_or_a_heading_that_is_a_period_alone_tells_it(head: str, period: str | None) -> None:
    assert [m.period for m in minutes_of(f"{head}\nThe fair took £410.").metrics] == [period]


def test_a_report_on_a_year_is_written_after_it_whichever_day_a_table_bears() -> None:
    table = "|! Account | 31 March 2022 | 31 March 2023 |\n| Mill fund | £410 | £640 |"
    report = minutes_of(f"# Fenwold Trust\n# Accounts for the year ended 31 March 2023\n{table}")
    assert [metric.role for metric in report.metrics] == ["actual", "actual"]
