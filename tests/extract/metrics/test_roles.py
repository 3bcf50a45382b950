"""Actual values, targets, comparators and forecasts, and changes."""

import pytest

from tests.extract.metrics.samples import only
from tests.extract.samples import minutes_of, said


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Tolls came to £3,100 against a profiled budget of £4,000.", ["actual", "target"]),
        (
            "Cover was 138% against the tightest covenant of 110% and the golden rule of 125%.",
            ["actual", "target", "target"],
        ),
        ("Buoys were lit for 98.1% of the time, the requirement being 99.5%.", ["actual", "target"]),
        ("There were 41 wardens against an establishment of 60.", ["actual", "target"]),
        ("Stocks stood at £4,200 against the requirement of £6,000.", ["actual", "target"]),
        ("Tolls came to £3,100 against the approved programme of £4,000.", ["actual", "target"]),
        ("Tolls came to £3,100 against a budget for the year of £4,000.", ["actual", "target"]),
        ("41 gates were hung, against the 90 planned.", ["actual", "target"]),
        ("41 gates were hung, against 90 expected by March 2025.", ["actual", "target"]),
        ("41% were let against an expected 60%.", ["actual", "target"]),
        ("Tolls came to £3,100, which was short of the £4,000 in the business case.", ["actual", "target"]),
        ("Of the £6.4m savings programme, £3.9m had been delivered.", ["target", "actual"]),
        ("It took 81 days, well above the 60 days that the Guild had set itself.", ["actual", "target"]),
        ("The 28 day standard was met at 81% (standard 77%).", ["actual", "target"]),
        ("41% were late; the plan was for no more than 12% by March 2025.", ["actual", "target"]),
        ("The full year plan was for a deficit of £4,000.", ["target"]),
        (
            "Tolls were £3,100 against Budgeted Tolls of £4,000 which represented a shortfall of £900.",
            ["actual", "target", "actual"],
        ),
        ("Spending was £4m against a target of £5m, an underspend of £1m.", ["actual", "target", "actual"]),
        # What a target is told of beside, and not for
        ("Of the 38 measures, 17 achieved target, and 12 did not.", ["actual"] * 3),
        ("Of the 34 measures with a target, 19 were met.", ["actual", "actual"]),
        (
            "Tolls of £31,000 came in against a target of £40,000, and 58% of these were late.",
            ["actual", "target", "actual"],
        ),
    ],
)
def test_what_a_budget_or_a_covenant_sets_is_a_target(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Attendance was 92%.", "actual"),
        ("The target for attendance is 95%.", "target"),
        ("Our visitation target stays at 4,100 visits.", "target"),
        ("Takings on target were £4,100.", "actual"),
        ("We have £4m of savings to find.", "target"),
        ("We found £4m of savings.", "actual"),
        ("We need to raise £4,000 for the roof.", "target"),
        ("We raised £4,000 for the roof.", "actual"),
        ("The Guild needs to find £4m (by May 2024) of new savings.", "target"),
        ("We know that 91% is a stretching target.", "target"),
        ("We know that 91% is a good rate.", "actual"),
        ("The model assumes a take-up of 91%.", "forecast"),
        ("The national figure was 91%.", "comparator"),
        ("Attendance is forecast to reach 94%.", "forecast"),
        ("The new roof would cost £4,000.", "forecast"),
        ("The roof could have cost £4,000.", "actual"),
        ("The gap is estimated at £4,000.", "forecast"),
        ("An estimated 412 people visited the fair.", "actual"),
        ("Attendance was 92%, which met the target.", "actual"),
        ("Of all councils, 82% of local authorities had a plan.", "comparator"),
        ("The national position was 91%.", "comparator"),
        ("The ward average is 91%.", "comparator"),
        ("The notice said that the tolls were to rise by 6%.", "forecast"),
        ("The Trust had provisionally agreed £4,000.", "forecast"),
        ("The roof had to be mended at a cost of £4,000.", "actual"),
        ("41 gates could not be mended.", "actual"),
        ("The gates could not be mended for less than £4,000.", "forecast"),
        ("Spend to the end of December was £4,000.", "actual"),
        ("Agency spend was subject to a cap of £3,000.", "target"),
        ("There is a ceiling of £3,000 on grants.", "target"),
        ("The policy asks for at least 5% of income.", "target"),
        ("Fund balance is £4,000.", "actual"),
        ("Performance against the 62-day standard was 58%.", "actual"),
        ("65% of pupils met the expected standard.", "actual"),
        ("Use of the theatre for planned care was 83%.", "actual"),
        ("58% of staff would recommend it.", "actual"),
        ("That allowances be increased by 8%.", "forecast"),
        ("Staff recommend a 6% increase in rates.", "forecast"),
        ("The roof is 70% complete and is expected to last.", "actual"),
        ("62% of schools supported the proposed transfer.", "actual"),
        ("The sector average is 5.6%.", "comparator"),
        ("Across the region the figure was 6.5%.", "comparator"),
        ("Plant 2,000 more trees.", "target"),
        ("Keep the rise in the precept below 4% a year.", "target"),
        ("The council intends to raise the share to 40%.", "target"),
        ("The fair brought an estimated £4,000 to shops.", "actual"),
        ("The share of late boats should be less than 15%.", "target"),
        ("Approval may take four weeks.", "actual"),
        ("The works are on target, with 12% left.", "actual"),
        ("The median for our peer group was 64%.", "comparator"),
        ("81% of tenants could get to a quay on foot.", "actual"),
        ("The slip could cost £4,000 to mend.", "forecast"),
        ("140 households may be missing out on help.", "actual"),
        ("The variance of £4,000 is due mainly to the weather.", "actual"),
        ("The grant of £4,000 is due in May.", "forecast"),
        ("A budget of £4,000 was proposed.", "forecast"),
        ("The transfer of £4,000 was proposed by Cllr Orme.", "actual"),
        ("It was proposed to raise mooring fees by 6%.", "forecast"),
        ("Reduce late departures to 55 in 2026.", "target"),
        ("Our ambition is for idle berths to be no higher than 23% by 2031.", "target"),
        ("The average for coastal districts was 6.8%.", "comparator"),
        ("The median of our benchmarking club was 41 days.", "comparator"),
        ("The figure for the city region as a whole was 58%.", "comparator"),
        ("The average for the fleet was 93%.", "actual"),
        ("The Ostermark average was 61%.", "comparator"),
        ("The intention is to be below 18% by 2026.", "target"),
        ("The national quit rate had risen to 8.3%.", "comparator"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Attendance rose to 92%.", "up"),
        ("Attendance fell to 88%.", "down"),
        ("Attendance remained stable at 90%.", "level"),
        ("Attendance was 90%.", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    assert only(text).direction == direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans rose from 412 in May to 467 in June.", [(412, None, None), (467, "up", (55, "loan"))]),
        ("Attendance was 91%, up 3 percentage points on last year.", [(91, "up", (3, "pp")), (3, "up", None)]),
        ("Attendance fell from 81% to 74%.", [(81, None, None), (74, "down", (-7, "pp"))]),
        ("There were 87 loans, up from 79 in May.", [(87, "up", (8, "loan")), (79, None, None)]),
        ("There were 320 loans, 18% fewer than in 2022.", [(320, "down", (-18, "%")), (18, "down", None)]),
        ("Visits fell by 38%, to 6,450 visitors.", [(38, "down", None), (6450, "down", (-38, "%"))]),
        ("Loans rose to 41 while waits fell to 3 weeks.", [(41, "up", None), (3, "down", None)]),
        ("Attendance was 91%, against a target of 95%.", [(91, None, None), (95, None, None)]),
        ("Trips fell by 3%, and loans have come down by 90 loans.", [(3, "down", None), (90, "down", None)]),
        ("Rot was kept at 63% and damp has fallen from 5%.", [(63, "down", None), (5, None, None)]),
    ],
)
def test_which_way_and_by_how_much(text: str, expected: list[object]) -> None:
    assert [
        (m.value, m.direction, m.change and (m.change.value, m.change.unit)) for m in said(text).metrics
    ] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "32% of boats have a warden. This is well above the national target in the Mill Plan of 25% cover.",
            ["boats have a warden", "boats have a warden"],
        ),
        (
            "32% of boats are covered by a warden, above the target in the Mill Plan of 25% cover.",
            ["boats covered by a warden", "boats covered by a warden"],
        ),
        (
            "32% of boats were full. This is due to cuts of 4% to the average crew.",
            ["boats full", "cuts to the average crew"],
        ),
        (
            "Each trip by boat costs £7, compared with the average in the Mill Plan of £2 a visit for a moored barge.",
            ["Each trip by boat costs", "average in the Mill Plan a visit for a moored barge"],
        ),
    ],
)
def test_a_target_that_a_figure_is_set_beside_is_of_the_same(text: str, names: list[str]) -> None:
    assert [metric.name for metric in said(text).metrics] == names


def test_a_comparator_is_told_from_the_figure_that_it_is_compared_with() -> None:
    minutes = said("In 2023 attendance in Ostermark was 92%, compared with 91% nationally.")
    assert [(m.value, m.place, m.role, m.period) for m in minutes.metrics] == [
        (92, "Ostermark", "actual", "2023"),
        (91, "national", "comparator", "2023"),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Attendance was 92% (target 95%).", ["actual", "target"]),
        ("The surplus was £41,200 (budget £55,000).", ["actual", "target"]),
        ("Repairs took 24 days against a target of 20, and repaints 7.1 days (target 8).", ["actual", "target"] * 2),
        ("Calls answered: 61%, target 75%.", ["actual", "target"]),
        ("Tickets were issued in time in 66.4% of cases, the target being 90%.", ["actual", "target"]),
        ("78% of berths were inspected (national threshold 60%).", ["actual", "target"]),
        ("77% of boats were still afloat, and the plan had been 81%.", ["actual", "target"]),
        ("Fee income was £41,000 against a budget of £52,000.", ["actual", "target"]),
        ("There was an underspend of £2m against a budget of £18m.", ["actual", "actual"]),
        ("There were 2,310 boats on the river as against 2,240 budgeted for.", ["actual", "target"]),
        ("The trust delivered £3.1m of the £3.4m of savings that we had planned.", ["actual", "target"]),
        ("The fund returned 2.4%, below the benchmark of 2.9%.", ["actual", "comparator"]),
        ("The fund returned 6.3% (benchmark 7.5%).", ["actual", "comparator"]),
        ("Bring the share of empty shops down from 13% to 8%.", ["actual", "target"]),
        ("The ambition is for smoking to fall to 6%, from a baseline of 11.8%.", ["target", "actual"]),
        ("There was an overspend of £2m on a net budget of £18m.", ["actual", "actual"]),
        ("Waits fell short of the ambition of 76% and the England average of 69.4%.", ["target", "comparator"]),
        ("Waits were at 68.9%, against the 78% standard.", ["actual", "target"]),
        ("Waits were at 70.2% in May 2023 and an England figure of 73% was given.", ["actual", "comparator"]),
        ("Vacancies stood at 8.9% (England: 7.4%).", ["actual", "comparator"]),
        ("Attendance was 92%, 1.9 percentage points below the national average.", ["actual", "actual"]),
        ("The charge rate was 5.9%, against 6.4% for the group of most similar forces.", ["actual", "comparator"]),
        ("Output per boat is 86.2% of the UK average.", ["actual"]),
        ("Moorings were let at 41%, and 45% of the UK fleet was idle.", ["actual", "comparator"]),
        (
            "Lettings were 73.1% (UK 75.0%) and the number of boats laid up has risen by 460.",
            ["actual", "comparator", "actual"],
        ),
        ("Each trip has cost £1,730, below the £2,100 allowed for in the business case.", ["actual", "target"]),
        ("The average cost was £4,299, compared with £3,850 assumed at the outset.", ["actual", "target"]),
        ("Crews averaged £14 a boat against a design assumption of £12.", ["actual", "target"]),
        ("The scheme reached 1,847 boats of the 2,400 that it had set out to reach.", ["actual", "target"]),
        ("640 boats were painted, with a further 410 planned for 2025.", ["actual", "forecast"]),
        ("The deficit is projected to reach £38.2m by 31 March 2025 (31 March 2023: £28.7m).", ["forecast", "actual"]),
        (
            "There were 4 falls against a target of 6, 12 complaints and 9 thefts.",
            ["actual", "target", "actual", "actual"],
        ),
        (
            "There were 3 breakdowns against a limit of 2, 14 late boats (limit for the quarter 20) and 7 lost.",
            ["actual", "target", "actual", "target", "actual"],
        ),
        (
            "They were at 4%, 7% and 8% against targets of 5%, 6% and 9%.",
            ["actual", "actual", "actual", "target", "target", "target"],
        ),
        (
            "Attendance was 94% against a target of 95% for boys and 96% for girls.",
            ["actual", "target", "target"],
        ),
    ],
)
def test_each_figure_of_a_sentence_has_its_own_role(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


def test_a_target_holds_for_the_list_that_it_begins() -> None:
    minutes = said("By 2023 we aim for 95% of drains to be clear, 80% of homes to have doors, and 700 volunteers.")
    assert [metric.role for metric in minutes.metrics] == ["target"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Allocate up to £75k from reserves to a study of the hedges.",
        "£5.6m to repair the highways of the parish.",
        "That up to £1,200 be spent on sandbags.",
        "The overspend was projected at £35.4m. Of this, £26.2m related to the halls.",
        "In the budget for 2024/25 staffing has been kept level. Hall costs have been cut by £38k.",
    ],
)
def test_sums_that_are_moved_or_budgeted_are_forecasts(text: str) -> None:
    assert {metric.role for metric in said(text).metrics} == {"forecast"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Stays were 1,912 per 100,000 people, compared with the plan of 1,740.", ["actual", "target"]),
        ("Stays had risen to 214 against a full year plan of 250.", ["actual", "target"]),
        ("Research students were 1.7% of all, well short of the 7% required under the Act.", ["actual", "target"]),
        ("The response rate was 63% and he hoped to see it exceed 70% in May.", ["actual", "target"]),
        ("The proposed budget was £40m. Wages had added £9.8m to costs.", ["forecast", "actual"]),
        ("Non-progression was 17%, against a sectoral figure of 15%.", ["actual", "comparator"]),
        ("The mill cost £300, compared with the cost of £200 of the weir.", ["actual", "actual"]),
        ("The waiting standard was 78% (target 85%).", ["actual", "target"]),
        ("Attendance was 86%, against the required 90%.", ["actual", "target"]),
        ("Therapies begun in time were 79%, against the national standard of 90%.", ["actual", "target"]),
        ("Performance was 71%, compared with a regional position of 73%.", ["actual", "comparator"]),
        ("The bonus would be £0.8m, down from £1.1m.", ["forecast", "actual"]),
        ("A pay award of 3% had been assumed.", ["forecast"]),
    ],
)
def test_roles_of_figures_side_by_side(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Keeping it would be hard, as income had been £188,500 in 2023.", "actual"),
        ("The Council could presently show a supply of 4.6 years.", "actual"),
        ("The works will cost £40.", "forecast"),
    ],
)
def test_what_was_or_is_so_is_no_forecast(text: str, role: str) -> None:
    assert only(text).role == role


def test_a_list_of_targets_holds_targets() -> None:
    text = "# Road report\n# Aims\nThe targets for roads were:\n• A cut of 40% in deaths.\n• A cut of 10% in crashes."
    assert [metric.role for metric in minutes_of(text).metrics] == ["target", "target"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Overall satisfaction: 92% Target: 90%", ["actual", "target"]),
        ("Our share was 71.3%, with a group average of 65.2%.", ["actual", "comparator"]),
        ("Higher than anticipated costs led to a deficit of £5,306.", ["actual"]),
        ("84% of visitors would be very likely to come again.", ["actual"]),
        ("By 2050, the share of paths mended will increase from 74% to 80%.", ["actual", "forecast"]),
        ("All targets were met, with a surplus of £7.4m.", ["actual"]),
        ("Target = 958 homes, actual = 552 homes", ["target", "actual"]),
        ("Out of the 48 aims, 30 (63%) were on course.", ["actual", "actual", "actual"]),
        ("We want the share of boats let in time to be no less than 92%.", ["target"]),
        (
            "We answer within our targeted times of 15 days for letters and 3 days for calls.",
            ["target", "target"],
        ),
        ("By March we will have maintained our 100% record.", ["target"]),
        ("Gates to be fitted by the guild at a cost of £400 each.", ["forecast"]),
    ],
)
def test_more_roles_of_figures_side_by_side(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in minutes_of(f"# Annual report on homes\n# Use\n{text}").metrics] == roles


def test_what_is_to_come_below_a_heading_of_goals_is_a_target() -> None:
    text = "# Schools report\n# Goals\nBy 2050 the share of pupils who finish school will increase by 5%."
    assert [metric.role for metric in minutes_of(text).metrics] == ["target"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("That the watch be increased from 25 to 37 hours.", ["actual", "forecast"]),
        ("Savings of £40,000 are forecast, of which £31,000 (77%) have been made.", ["forecast", "actual", "actual"]),
        ("The deficit is expected to be £40,000, against £31,000 a year earlier.", ["forecast", "actual"]),
        ("The ferry would take two boats out of use and save £31,000.", ["forecast", "forecast"]),
        ("Cover has risen to 67%, compared with 84% for the region.", ["actual", "comparator"]),
        (
            "Cover was 41%, against a trajectory of 74% and the national position of 76%.",
            ["actual", "target", "comparator"],
        ),
        (
            "Spend was £31,000 against a profile of £40,000, and the forecast has come down to £50,000 from £60,000.",
            ["actual", "target", "forecast", "forecast"],
        ),
    ],
)
def test_the_roles_of_figures_side_by_side(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The settlement had provided £4,000 more.", "actual"),
        ("Wages were £4,000 over budget at the end of January.", "actual"),
        ("58% of those who replied were in favour.", "actual"),
        ("Wages take £4,000.", "forecast"),
    ],
)
def test_under_the_heading_of_a_proposal_what_was_so_is_no_forecast(text: str, role: str) -> None:
    assert only(f"# 8. Proposed precept\n{text}").role == role
