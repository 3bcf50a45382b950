"""Periods in sentences and headings."""

from datetime import date

import pytest

from extract.periods.finding import periods_in
from extract.periods.nearest import period_at


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
        ("the 2022/2023 school year", ["2022/23"]),
        ("over 20-21 to 22-23", ["2020/21-2022/23"]),
        ("January to October 2024", ["2024-01 to 2024-10"]),
        ("the twelve months to September 2022", ["2021-10 to 2022-09"]),
        ("the first eight months of 2024", ["2024-01 to 2024-08"]),
        ("the twelve months to December 2022", ["2022"]),
        ("the year ended 31 March 2024", ["2023/24"]),
        ("in the year to December 2022", ["2022"]),
        ("in the two years to September 2022", ["2020-10 to 2022-09"]),
        ("in the three years ended 31 December 2022", ["2020-01 to 2022-12"]),
        ("in the year to January 2022", ["2021-02 to 2022-01"]),
        ("more than in the same quarter of 2022/23", []),
        ("between 1 April 2023 and 31 March 2024", ["2023/24"]),
        ("1 October to 31 December 2023", ["2023-10 to 2023-12"]),
        ("3 October to 14 December 2023", ["2023-10-03 to 2023-12-14"]),
        ("January 2023 to March 2024", ["2023-01 to 2024-03"]),
        ("between October and March 2024", ["2023-10 to 2024-03"]),
        ("brought forward from May 2026 to March 2026", ["2026-03"]),
        ("from October 1, 2021 through September 30, 2022", ["2021-10 to 2022-09"]),
        ("loans for March 3 to May 9, 2021", ["2021-03-03 to 2021-05-09"]),
        ("loans for 3 March to 9 May 2021", ["2021-03-03 to 2021-05-09"]),
        ("the last quarter of 2021", ["2021 Q4"]),
        ("2023/24 Quarter 3", ["2023/24 Q3"]),
        ("quarter three of 2023/24", ["2023/24 Q3"]),
        ("from 1 September 2023 to 31 August 2024", ["2023/24"]),
        ("the first half of 2024/25", ["2024/25 Q1-Q2"]),
        ("61% (2021/22 second half)", ["2021/22 Q3-Q4"]),
        ("2024/25 Q1-Q3", ["2024/25 Q1-Q3"]),
        ("Q1 to Q3 2024/25", ["2024/25 Q1-Q3"]),
        ("2024/25 to Q3", ["2024/25 Q1-Q3"]),
        ("since it opened in June 2023", ["since 2023-06"]),
        ("the team, which began work in autumn 2024, has helped 512 families", []),
        ("still 12% below the level of 2019/20", []),
        ("FY2025", ["2025"]),
        ("at 31 March 2024", ["2024-03-31"]),
        ("the lowest since 2001", []),
        ("more than in 2012", []),
        ("a report published on 5 February 2025", []),
        ("2020-2024", ["2020-2024"]),
        ("ordinance 2018-2001", []),
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
        ("Hearing on Ordinance #14-1987, on the hours of the quay", []),
        ("under Resolution No. 14-2019", []),
        ("as the Harbours Act 1994 asks", []),
        ("the Fishing (Nets) Regulations 2008", []),
        ("the accounts for 2011", ["2011"]),
        ("Act 1 drew 40 in 2019", ["2019"]),
        ("orders in 2018", ["2018"]),
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
        ("56% (41 in 2022) were late", "56%", None),
        ("61% of plans, compared with 56% in 2022", "61%", None),
        ("In 2022 it was 61%, compared with 56% elsewhere", "56%", "2022"),
        ("It was 61% in 2022, up from 56% a year earlier", "56%", "2021"),
        ("It was 61% at 30 June 2022, up from 56% a year earlier", "56%", "2021-06-30"),
        ("It was 61% in Q2 2022/23, against 56% in the same quarter last year", "56%", "2021/22 Q2"),
        ("It went from 61% to 56% between January and August 2022", "61%", "2022-01"),
        ("It went from 61% to 56% between January and August 2022", "56%", "2022-08"),
        ("It was 61%; the goal for March 2022 was 56%", "61%", None),
        ("It was 61% in 2022, down 41 on the previous year", "41", "2022"),
        ("61% of plans (2022: 56%)", "56%", "2022"),
        ("61% of plans (2022: 56%)", "61%", None),
        ("It had fallen to 56% from 61% in 2022", "56%", None),
        ("It had fallen to 56% from 61% in 2022", "61%", "2022"),
        ("In 2023 it rose to 61% from about 56% in 2022", "61%", "2023"),
        ("In 2023 it was 61%, the same as in 2022, of 41 boats", "41", "2023"),
        ("no period but 41", "41", None),
        ("41 had been paid and the guild forecast takings of 61% for 2024/25", "41", None),
        ("They held 41 fairs and went to the weir, which had taken 56% in 2023", "41", None),
        ("It was 61%, 41 below 56%, and the gap has widened since 2022", "61%", None),
        ("61% of berths were let and are projected to reach 56% by 2028", "61%", None),
        ("61% of berths were let and are projected to reach 56% by 2028", "56%", "2028"),
        ("61% had sailed, whereas it was 31.4% in Wales and had been 56% here in 2019", "61%", None),
        ("61% had sailed, whereas it was 31.4% in Wales and had been 56% here in 2019", "31.4%", None),
        ("61% of them were let in 20 days in 2022 but in the last quarter of 2023 it was 56%", "61%", "2022"),
        ("61% of them were let in 20 days in 2022 but in the last quarter of 2023 it was 56%", "56%", "2023 Q4"),
        ("It was 61% at 30 June 2022, down on 56% a year ago; for huts it was 31.4%", "31.4%", "2022-06-30"),
    ],
)
def test_the_period_of_a_figure(text: str, figure: str, expected: str | None) -> None:
    figures = ["61%", "31.4%", "33.6%", "41", "56%"]
    spans = {one: (text.index(one), text.index(one) + len(one)) for one in figures if one in text}
    others = [span for one, span in spans.items() if one != figure]
    assert period_at(periods_in(text), text, spans[figure], others) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so far this year", ["2024"]),
        ("this financial year", ["2023/24"]),
        ("the next financial year", ["2024/25"]),
        ("last year", ["2023"]),
        ("in February", ["2024-02"]),
        ("in October", ["2023-10"]),
        ("since October", ["since 2023-10"]),
        ("reported in the parish since 1 October", ["since 2023-10"]),
        ("At the end of October 74% was spent", ["2023-10"]),
        ("At the end of October 418 boats were afloat", ["2023-10"]),
        ("At the end of October 1,418 boats were afloat", ["2023-10"]),
        ("in October of last year", ["2023-10"]),
        ("in February last year", ["2023-02"]),
        ("last autumn", ["2023"]),
        ("It would be mended in the spring", ["2025"]),
        ("tolls in the current year came to £4 of a budget of £9", ["2023/24"]),
        ("tolls in the current year came to £4", []),
        ("the trial, which began in October, has 31 boats", []),
        ("the notice had ended on 30 January", []),
        ("painting was programmed for October", []),
        ("in the year ended October", ["2022-11 to 2023-10"]),
        ("over the summer", ["2023"]),
        ("will be reported in June", []),
        ("the January figure", ["2024-01"]),
        ("slower than in January", []),
        ("had been done by the end of January", ["2024-01"]),
        ("as at 31 January", ["2024-01-31"]),
        ("The Clerk reported balances at 31st January of £61", ["2024-01-31"]),
        ("boats counted on Saturday 3rd February", ["2024-02-03"]),
        ("the balance as of November 30th", ["2023-11-30"]),
        ("The Committee met on 2 February", []),
        ("61 berths were let in Oct–Dec, 4% more", ["2023-10 to 2023-12"]),
        ("61 berths were let from November to January", ["2023-11 to 2024-01"]),
        ("in the ten months to the end of January", ["2023-04 to 2024-01"]),
        ("two slipways were on track to open in September", ["2024-09"]),
        ("the fee is going up by 6% in April", ["2024-04"]),
        ("the fee went up by 6% in April", ["2023-04"]),
        ("it was hoped to let 61% by the end of May", ["2024-05"]),
        ("a budget gap of £61,000 next year", ["2024/25"]),
        ("next year they will sail again", []),
        ("compared with last year", []),
        ("had been paid by 30th September", ["2023-09-30"]),
        ("the huts open by 30 September", []),
        ("would be cut to £4.2m by the end of April", ["2024-04"]),
        ("passengers in the year to October, 6% more", ["2022-11 to 2023-10"]),
        ("in the year to March", ["2022/23"]),
        ("calls in the first nine months of the year", ["2023-04 to 2023-12"]),
        ("calls in the first two months of the year", ["2024-01 to 2024-02"]),
        ("calls in the first twelve months of the year", []),
        ("in the year to date it was 95%, against 96% in 2022/23", ["2023/24", "2022/23"]),
        ("in the year to date it was 95%", []),
    ],
)
def test_periods_told_from_the_day_of_writing(text: str, expected: list[str]) -> None:
    assert [period.iso for period in periods_in(text, date(2024, 3, 12))] == expected


@pytest.mark.parametrize(
    ("text", "within", "expected"),
    [
        ("in Q1", "2023/24", ["2023/24 Q1"]),
        ("in Quarter 3", "2023", ["2023 Q3"]),
        ("in the third quarter", "2023", ["2023 Q3"]),
        ("which closed in July", "2023/24", ["2023-07"]),
        ("to date this financial year", "2023/24", ["2023/24"]),
        ("in Q1", None, []),
        ("in Q1", "2020-2024", []),
    ],
)
def test_a_quarter_or_month_without_a_year_is_one_of_the_year_around_it(
    text: str, within: str | None, expected: list[str]
) -> None:
    assert [period.iso for period in periods_in(text, within=within)] == expected
