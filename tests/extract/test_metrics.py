"""Figures that measure something."""

from pathlib import Path

import pytest

from minutes.model import Metric, Minutes
from tests.extract.samples import FRONT, extracted, minutes_of, said


def only(text: str) -> Metric:
    (metric,) = said(text).metrics
    return metric


def figures(minutes: Minutes) -> list[tuple[object, str | None]]:
    return [(metric.value, metric.unit) for metric in minutes.metrics]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The report said that 60% of plans were issued on time.", 60, "%"),
        ("Spending on hedges reached £5.5m.", 5_500_000, "GBP"),
        ("The gap narrowed by 4 percentage points.", 4, "pp"),
        ("The average wait was £12.", 12, "GBP"),
        ("The archive holds 302 GB of film.", 302, "GB"),
        ("The pool was shut for 19 days.", 19, "day"),
        ("1,412 children were waiting.", 1412, "child"),
        ("Twelve beds were closed.", 12, "bed"),
        ("12-13 weeks was the average wait.", (12, 13), "week"),
        ("Turnover between 10% and 12% was usual.", (10, 12), "%"),
        ("The bid was around three million dollars.", 3_000_000, "USD"),
        ("The average speed was 33.8mph.", 33.8, "mph"),
        ("The town resurfaced 4.6 km of footpath.", 4.6, "km"),
        ("The rope would cost $4- 5,000 more.", (4_000, 5_000), "USD"),
        ("The stalls at the mill are thirty years old and rot.", 30, "year"),
        ("The Trust recruits to a 40-strong crew.", 40, "person"),
        ("The Trust runs a 16-place unit.", 16, "place"),
        ("During the quarter 83 boats were let.", 83, "boat"),
        ("The works ended in June, five weeks later than planned.", 5, "week"),
        ("Only one broken oar recorded, which pleased all.", 1, "broken oar"),
        ("The quit rate at four weeks was 57%.", 57, "%"),
        ("Breastfeeding at six to eight weeks reached 41.2%.", 41.2, "%"),
        ("The average wait at the yard stood at 12 weeks.", 12, "week"),
        ("Soot by the forge averaged 36 µg/m³.", 36, "µg/m³"),
        ("The late boats resulted in fines of £40.", 40, "GBP"),
    ],
)
def test_value_and_unit(text: str, value: object, unit: str) -> None:
    assert figures(said(text)) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The next meeting is on 9 April 2024 at 7.00 pm.",
        "Item 4 was taken first.",
        "Application 24/01387/FUL was discussed.",
        "The service is for children aged 5 to 11.",
        "There were 5 votes for and 2 against.",
        "Phase 2 of the works has begun.",
        "A 20mph limit was asked for.",
        "The speed limit there is 20mph.",
        "1202 Visitors were welcomed.",
        "100 Year Fair – the tents had been ordered.",
        "There is no library within 5 km.",
        "The boy was 14 years old.",
        "They publish 5* data.",
        "They report at a lower threshold (£250).",
        "The limit was reduced to 20 MPH.",
        "A statement of 400 words was asked for.",
        "The mill ranks 6 of 11 in the county.",
        "It was moved that Una Keld be paid £162.",
        "Una Keld, audit, Chq No 2044 £65.00",
        "The following donations were agreed: Mill Rafters - £100, Fenfold Show - £50",
        "Call 911 is what the notice says.",
        "Wardens need at least four (4) years of experience.",
        "Two new posts, a Warden and a Ferryman, will be filled.",
        "They spoke of having two or three fairs in the summer.",
        "The plan names rowing as one of 4 key crafts.",
        "The strategy sets out 14 stalls.",
        "The rule is for all ferries handling over 100,000 trips a year.",
        "Wardens, all working less than 15 hours a week, were told.",
        "With 6 months remaining the Board took stock.",
        "The Trust would have 12 months to build it.",
        "The notice must be displayed for 14 days.",
        "The minutes were approved with “£1.2m” put right to “£12m”.",
        "The public forum is limited to 20 minutes.",
        "The Board has set aside up to 20 minutes for questions.",
        "Tom asked to delay the fair for three weeks.",
        "The pools are 13’ and 15’ across and two feet deep.",
        "Rooms 204 were shut.",
        "Actions 204, 207 and 211 were closed.",
        "Minutes 231",
        "19:05 Report of the Reeve (10 min, Una Keld)",
        "Terms of hire (Una Time: 15 minutes)",
        "12 out of 17 Senators present",
        "Among them were nine guests attending the meeting.",
        "The Rope Panel is made up of three trustees and one member of the crew.",
        "Una was elected; 4 yeas – 0 nays",
        "There are new boxes. One has a lock of brass.",
        "Ferry return XLSX 188 KB, Ferry report PDF 302 KB",
        "The Chair was proud of what was built in those three years.",
        "Nobody who began completed all twelve weeks.",
        "Prices rose again in the same twelve months.",
        "The roll now stood at 16 members present.",
        "It passes: 13-3-1",
        "Three years into the Tide Programme the quays are busier.",
        "The change was significant at the 5% level.",
        "The error is told at 95% confidence.",
        "The ferry was spoken of in May (Minute 61 refers).",
        "The quit rate at four weeks was good.",
        "The two year old hull check was moved to May.",
        "The rise in rents may be CPI plus 1%.",
        "Tom wondered if 4% was enough.",
        "The Clerk will bring figures for 3%, 4% and 5%.",
        "The sum in item 5 should have read £310 and not £130.",
    ],
)
def test_what_is_no_metric(text: str) -> None:
    assert said(text).metrics == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("52 stalls out of 310 were let.", {52, 310}),
        ("Moss had been found at 31 of the 44 ponds seen.", {31, 44}),
        ("There had been 29 applicants for the post and five had been seen.", {29, 5}),
        ("There were 57 people on the list and the longest wait was just over four years.", {57, 4}),
        ("The score of risk B7 (moorings) rose; it was agreed to raise its score for theft from 12 to 16.", {12, 16}),
        ("96 berths had opened against a plan for 140 by May.", {96, 140}),
        ("Of the 34 stalls work has begun on 15 of these, with 9 at the mill, 4 in the yard.", {34, 15, 9, 4}),
    ],
)
def test_figures_that_are_set_beside_others(text: str, values: set[int]) -> None:
    assert {metric.value for metric in said(text).metrics} == values


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Tolls came to £3,100 against a profiled budget of £4,000.", ["actual", "target"]),
        (
            "Cover was 138% against the tightest covenant of 110% and the golden rule of 125%.",
            ["actual", "target", "target"],
        ),
        ("Buoys were lit for 98.1% of the time, the requirement being 99.5%.", ["actual", "target"]),
    ],
)
def test_what_a_budget_or_a_covenant_sets_is_a_target(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The moorings, 48 in number, are let.", "mooring"),
        ("Current tenants, 26 in all, will stay.", "tenant"),
        ("The boats of the club, 31 in total, were counted.", "boat"),
    ],
)
def test_so_many_in_all_counts_what_stands_before_it(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_each_value_is_a_metric() -> None:
    minutes = said("The share was 31.4% in 2022, and 33.6% in 2023.")
    assert {(metric.value, metric.period) for metric in minutes.metrics} == {(31.4, "2022"), (33.6, "2023")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("60% of plans were issued on time.", "plans"),
        ("Occupancy of the stalls was 81%.", "Occupancy stalls"),
        ("The grant rose to £40,000.", "grant"),
    ],
)
def test_the_name_says_what_is_measured(text: str, words: str) -> None:
    assert set(words.split()) <= set((only(text).name or "").split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Four-hour performance was 72.4% against a target of 78%.",
         ["Four-hour performance", "Four-hour performance target"]),
        ("65% of pupils met the expected standard.", ["pupils met the expected standard"]),
        ("The vacancy rate fell to 18% (Q1: 22%) as a result of the fair.", ["vacancy rate Q1", "vacancy rate Q1"]),
        ("9% of 16 and 17 year olds with a boat are not in a club.",
         ["16 and 17 year olds with a boat are not in a club"]),
        ("58% of the 730 owners who answered our call did not know whom to ask.",
         ["owners who answered our call did not know whom to ask", "owners who answered our call not know"]),
        ("Rent arrears stood at 2.9% of the rent roll.", ["Rent arrears of the rent roll"]),
        ("The median wait for treatment was 18 weeks.", ["median wait for treatment"]),
        ("Calls answered within 10 seconds: 86.3%.", ["Calls answered within 10 seconds"]),
        ("The fund was £31m, including £4m for the repair grant.", ["fund", "repair grant"]),
        ("Moorings: up 6%; permits: down 28%.", ["Moorings – increase", "permits – decrease"]),
        ("The accounts showed a surplus on the year of £1,100.", ["surplus on the year"]),
        ("Attendance was 94% and punctuality 91%.", ["Attendance", "punctuality"]),
        ("Of the 34 stalls, 21 were let, eight empty and five shut.",
         ["stalls", "stalls let", "stalls empty", "stalls shut"]),
        ("Current account £5,071.28, savings account £4,002.68.", ["Current account", "savings account"]),
        ("The mill made a surplus of £1,900 for 2023/24.", ["surplus"]),
        ("Fines fell by 12% from the spring level and by 4% from that of May.",
         ["Fines from the spring level – decrease", "Fines from that of May – decrease"]),
        ("62% of permits were issued within 20 weeks.", ["permits issued within 20 weeks"]),
        ("There is a £4,500 survey that we are thinking of.", ["survey"]),
        ("Gifts of £90 came in. £40 went to the lamp fund.", ["Gifts came", "went to the lamp fund"]),
        ("They gave £50 to the scouts, £32 to the pony club and £60 to the choir.",
         ["gave to the scouts", "pony club", "choir"]),
        ("There were 61 cases of rot against a threshold of 55, and 5 cases of rust.",
         ["cases of rot", "cases of rot", "cases of rust"]),
    ],
)  # fmt: skip
def test_names_are_the_words_of_the_sentence(text: str, names: list[str]) -> None:
    assert [metric.name for metric in said(text).metrics] == names


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
        ("The works were priced at £2000.", None),
        ("Attendance was 92%.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert only(text).period == period


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Attendance was 92%.", "actual"),
        ("The target for attendance is 95%.", "target"),
        ("The national figure was 91%.", "comparator"),
        ("Attendance is forecast to reach 94%.", "forecast"),
        ("The new roof would cost £4,000.", "forecast"),
        ("The roof could have cost £4,000.", "actual"),
        ("The gap is estimated at £4,000.", "forecast"),
        ("An estimated 412 people visited the fair.", "actual"),
        ("Attendance was 92%, which met the target.", "actual"),
        ("Of all councils, 82% of local authorities had a plan.", "comparator"),
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
    ],
)
def test_role(text: str, role: str) -> None:
    assert only(text).role == role


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Attendance in Ostermark was 92%.", "Ostermark"),
        ("Ostermark Library had 92 visits a day.", "Ostermark Library"),
        ("The national figure was 91%.", "national"),
        ("In England attendance was 91%.", "England"),
        ("Attendance was 92%.", "Fenwold Parish Council"),
        ("Attendance in Q3 was 92%.", "Fenwold Parish Council"),
        ("A grant of £5,000 was received from the county.", "Fenwold Parish Council"),
    ],
)
def test_place(text: str, place: str | None) -> None:
    assert only(text).place == place


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
    ("text", "periods"),
    [
        ("In January, 41% of loans were late. There were 12 fines.", ["2024-01", "2024-01"]),
        (
            "Loans were 41% late in January, against 38% in May 2023. There were 12 fines.",
            ["2024-01", "2023-05", "2024-01"],
        ),
        (
            "There were 97 loans in May 2023, against 109 a year earlier, a fall of 11%.",
            ["2023-05", "2022-05", "2023-05"],
        ),
        ("# 8. Loans, Quarter 2 2023/24\nThere were 97 loans in the quarter.", ["2023/24 Q2"]),
        ("# 8. Loans\nThe Clerk presented the report for Quarter 2 2023/24. There were 97 loans.", ["2023/24 Q2"]),
    ],
)
def test_the_sentences_and_headings_around_tell_the_period(text: str, periods: list[str]) -> None:
    assert [metric.period for metric in said(text).metrics] == periods


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
        ("Trips fell by 3%, and loans have also decreased by 90 loans.", [(3, "down", None), (90, "down", None)]),
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
            "32% of boats are covered by a warden. This is above the national target in the Mill Plan of 25% cover.",
            ["boats covered by a warden", "boats covered by a warden"],
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Loans decreased by 90 (37%).", ["Loans – decrease", "Loans – decrease"]),
        ("There were 1,412 crews. This is an increase of 77.", ["crews", "crews – increase"]),
        ("Attendance was 91%, up 3 percentage points.", ["Attendance", "Attendance – increase"]),
        ("An increase of £42,700 was found.", ["increase found"]),  # the name says so as it is
        ("There were 87 loans, up from 79 in May.", ["loans", "loans"]),
        ("The Guild set up 4 stalls.", ["Guild stalls"]),
        ("The Reeve turned down 12 boats.", ["Reeve boats"]),
        ("The sale freed up £4,000.", ["sale"]),
    ],
)
def test_the_name_of_a_change_says_that_it_is_one(text: str, names: list[str]) -> None:
    assert [metric.name for metric in said(text).metrics] == names


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("65% of pupils met the standard.", ["pupils"]),
        ("45% of adults with a learning disability were in work.", ["adults with a learning disability"]),
        ("Attendance of pupils with an EHCP was 84%, compared with 91% for all pupils.",
         ["pupils with an EHCP", "all pupils"]),
        ("One in five pupils was absent.", [None]),
        ("The roof cost £4,000.", [None]),
    ],
)  # fmt: skip
def test_the_population_that_a_figure_is_for(text: str, groups: list[str | None]) -> None:
    assert [metric.group for metric in said(text).metrics] == groups


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
    ],
)
def test_each_figure_of_a_sentence_has_its_own_role(text: str, roles: list[str]) -> None:
    assert [metric.role for metric in said(text).metrics] == roles


def test_a_target_holds_for_the_list_that_it_begins() -> None:
    minutes = said("By 2023 we aim for 95% of drains to be clear, 80% of homes to have doors, and 700 volunteers.")
    assert [metric.role for metric in minutes.metrics] == ["target"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 214 households, compared with 168 a year earlier.", [(214, "household"), (168, "household")]),
        ("Sickness averaged 9.3 days, against a target of 8.5.", [(9.3, "day"), (8.5, "day")]),
        ("There were 19 waits, 12 fewer than in May.", [(19, "wait"), (12, "wait")]),
        ("There were 112 beds in use (131 in May 2022).", [(112, "bed"), (131, "bed")]),
        ("The fair drew 412 visitors on site and roughly 900 online.", [(412, "visitor"), (900, "visitor")]),
        ("14 reports were received, of which 3 were upheld.", [(14, "report"), (3, "report")]),
        ("Of the 24 measures, 15 are on track, six are late and three are lost.",
         [(24, "measure"), (15, "measure"), (6, "measure"), (3, "measure")]),
        ("There were 2,316 calls. Of these 1,041 were false alarms.", [(2316, "call"), (1041, "alarm")]),
        ("The waiting list stood at 187,640.", [(187_640, None)]),
        ("The school roll was 412.", [(412, "pupil")]),
        ("Homelessness applications: 231 in May 2023.", [(231, "application")]),
        ("The rate was 18.2 per 100,000 residents (England: 17.6).", [(18.2, "score"), (17.6, "score")]),
        ("38 patients had waited over 65 weeks.", [(38, "patient")]),
        ("Performance against the 62-day standard was 58%.", [(58, "%")]),
        ("83% of calls were answered within 10 seconds.", [(83, "%")]),
        ("It was met in the two-week wait.", [(2, "week")]),
        ("40% of the dwellings would be affordable.", [(40, "%")]),
        ("The scheme would create 25 full time equivalent jobs.", [(25, "job")]),
        ("There had been one complaint.", [(1, "complaint")]),
        ("Loans in the month were 3,446.", [(3446, "loan")]),
        ("17 now on the waiting list.", [(17, None)]),
        ("Flood calls: 31; rescue calls: 112.", [(31, "call"), (112, "call")]),
        ("Calls for the boat were up by 153.", [(153, "call")]),
        ("Fines were down from 40 to 30.", [(40, "fine"), (30, "fine")]),
        ("The rise in fees led to a fall in moorers from 283 to 205.", [(283, "moorer"), (205, "moorer")]),
        ("The levy is £3.12 per £1,000 of value.", [(3.12, "GBP")]),
        ("Door count 9,211.", [(9211, None)]),
        ("New members 231 (target 250)", [(231, None), (250, None)]),
        ("Guild attendance: 612 at 41 programs.", [(612, None), (41, "program")]),
        ("Complaints: 44 (previous year 29)", [(44, "complaint"), (29, "complaint")]),
        ("Enrolment stands at 431 pupils (K-5: 201; 6-8: 110).", [(431, "pupil"), (201, "pupil"), (110, "pupil")]),
        ("Of the 214 stage one appeals heard, 31 were upheld.", [(214, "appeal"), (31, "appeal")]),
        ("12 moorings are let, with plans for an additional 4.", [(12, "mooring"), (4, "mooring")]),
        ("Tenants who owed rent fell to 120.", [(120, "tenant")]),
        ("The wait of calls (open more than 20 weeks) was 33 weeks.", [(33, "week")]),
    ],
)  # fmt: skip
def test_what_a_bare_figure_counts(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert figures(said(text)) == expected


def test_minutes_set_as_a_table_have_their_figures() -> None:
    told = "The Clerk reported that visitors had risen by 12% in the quarter, and that the roof had been mended."
    minutes = said(f"|! Item | Discussion | Action\n| Mill | {told} | UK\n| Ford | The path is wet | TO")
    assert [(m.value, m.table) for m in minutes.metrics] == [(12, False)]


def test_a_line_of_a_tally_needs_no_plural() -> None:
    assert [m.value for m in said("Adult: 174\nTown: 98\nThe lane\nRoom: 3").metrics] == [174, 98]


def test_a_rate_may_be_a_line_of_a_tally() -> None:
    tally = "• Stage 1 complaints (per 1,000 moorings): 61\n• Stage 2 complaints (per 1,000 moorings): 14"
    assert figures(said(tally)) == [(61, "score"), (14, "score")]


def test_a_count_that_the_item_goes_on_about_is_told_once() -> None:
    text = "There were 140 appeals lodged. Of the 140 lodged, 44 had been heard."
    assert [m.value for m in said(text).metrics] == [140, 44]


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


def test_the_borough_may_be_all_that_is_told_of_where() -> None:
    report = "# Annual report on homes\n# Use\n1,240 homes in the borough were let."
    assert [m.place for m in minutes_of(report).metrics] == ["borough"]


def test_a_labelled_paragraph_may_begin_with_a_figure() -> None:
    assert figures(said("(f) 1140 RSV plans were heard.\n0412 Gate plans were heard.")) == [(1140, "rsv plan")]


def test_a_date_over_a_list_is_that_of_its_figures() -> None:
    metrics = said("As at 1 February 2024:\nMain account: £868.08\nMill fund: £1,954.70").metrics
    assert [(m.name, m.period) for m in metrics] == [("Main account", "2024-02-01"), ("Mill fund", "2024-02-01")]


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


def test_a_part_is_counted_in_what_it_is_a_part_of() -> None:
    assert figures(said("So far 26 of the 40 pitches had been let.")) == [(26, "pitch"), (40, "pitch")]


def test_a_month_is_told_from_the_day_of_the_meeting() -> None:
    assert only("In November there were 41 referrals.").period == "2023-11"


@pytest.mark.parametrize(
    "text",
    [
        "Ms Keld asked for a three year forecast.",
        "The list shows spend over £25,000.",
        "The shop at 41 Fen Road had closed.",
        "Children over five were seen first.",
        "It was the highest in seventy years.",
    ],
)
def test_what_only_describes_is_no_metric(text: str) -> None:
    assert said(text).metrics == ()


def test_payments_for_approval_are_no_metrics() -> None:
    assert said("# 8. Payments\nAlder Ltd was paid £40 for paint.").metrics == ()


def test_what_is_held_is_a_metric_among_payments_too() -> None:
    assert figures(said("# 8. Payments\nAlder Ltd - £40 - paint\nBalance in the bank £9,271.73")) == [(9271.73, "GBP")]


def test_minutes_in_which_no_item_is_found_have_their_figures() -> None:
    head, _, _ = FRONT.partition("# 1. Welcome")
    minutes = minutes_of(f"{head}The Chair welcomed everyone.\nVisitors to the mill rose by 12% in 2023.")
    assert minutes.items == ()
    assert figures(minutes) == [(12, "%")]


def test_a_report_takes_its_period_from_the_heading() -> None:
    minutes = minutes_of("# Annual report on schools\n# Exclusions in 2023\nThe rate was 4% in all schools.")
    assert [metric.period for metric in minutes.metrics] == ["2023"]


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


def test_the_names_in_a_list_are_not_what_is_counted() -> None:
    metrics = tabled("# Data\n|! Dataset | May | June |\n| Price Indices | 41 | 52 |\n| Road Bridges | 43 | 54 |")
    assert {metric.unit for metric in metrics} == {None}


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


def tabled(text: str) -> list[Metric]:
    return [metric for metric in minutes_of(f"# Annual report on libraries\n{text}").metrics if metric.table]


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


def test_a_metric_cites_its_sentence_and_its_item() -> None:
    minutes = said("The Chair spoke. Attendance was 92%.")
    (metric,) = minutes.metrics
    assert metric.citation.quote == metric.text == "Attendance was 92%."
    assert metric.item_id == minutes.items[-1].id


@pytest.mark.parametrize(
    "text",
    [
        "The two larger halls had to be reviewed.",
        "Housing offers differed in each of the 12 districts.",
        "The grant of the trust was to be spread across the parish after three years.",
        "The clerk had been seen at the trial of the Open Ledger 500 project.",
        "The new OFL 2.0 complies with the standard.",
        "A rule change needs a 75% majority.",
        "Hedges had been celebrated: the guild celebrated 25 years of planting.",
        "It was done on 17 and 18 August.",
        "RESOLVED: to approve the payments for March, £9,304.75.",
        "A 3 year financial forecast was asked for.",
        "Two thirds of the residents were heard.",
        "A licence fee of £250 applies.",
        "The contract was extended for 12 months.",
        "The motion was lost, 2 members voting for and 3 against.",
        "Ayes: 5 Nays: 0.",
        "Quarters 1 and 2 were reported.",
        "Accounts payable in the amount of £612.18 were read out.",
        "The Board adopted Rules 4301 Gate and Lock, and 4317 Warden.",
        "The Board adopted Rules 4301 Gates, 4317 Keys of the Mill and 4322 Boats.",
        "The Guild heard about 1) the move of the mill and 2) licences.",
        "03/11/23 £9.20 FEE TO THE GUILD",
        "£20.00 INTERNAL AUDITOR",
        "The court hall was available at £30.",
        "A charge of £10 was agreed.",
        "The meeting took a break of 10 minutes.",
        "An appeal is heard within 60 days of this notice.",
        "Three suggestions and two presentations followed.",
        "Two signatories are required.",
        "Cheques for approval: light £33.38, stamps £5.30.",
        "100302 - Locksmith (keys) - £17.50",
        "The fair is on 15 th and 17 th June.",
        "The reeve spoke of people aged over 65.",
        "The names of two surnames were wrong.",
        "Two letters were read.",
        "The Panel named the following two candidates.",
        "It spoke of the appointment of two lay members.",
        "The keys of three units to be handed on were shown.",
        "The Guild is required by law to collect 22 measures.",
        "It hears of tenants who owe more than £900 or six weeks of rent.",
        "It read an analysis of arrears over £4k.",
        "Motion: Pay Una $31.00 for the flags.",
        "Each would have 4 minutes to talk.",
        "Una asked for a 5-monthly note and smaller 3-monthly ones.",
        "Any three bargees may ask for a poll.",
        "An ear for music of 70 or greater is wanted.",
        "T1 Ash: clearing dead wood and reducing large branches by 35%.",
    ],
)
def test_what_is_only_spoken_of_is_no_metric(text: str) -> None:
    assert said(text).metrics == ()


def test_money_is_measured_and_the_years_it_lasts_are_not() -> None:
    assert figures(said("The scheme was given £4.8m over three years.")) == [(4_800_000, "GBP")]


def test_a_number_of_a_group_counts_the_group() -> None:
    assert figures(said("369 of the current requests have had no answer.")) == [(369, "request")]


def test_a_change_without_a_noun_counts_what_the_sentence_before_it_did() -> None:
    minutes = said("There were 1,412 children on the list. This is an increase of 477 since January.")
    assert figures(minutes) == [(1412, "child"), (477, "child")]


def test_a_resolution_printed_as_moved_and_as_carried_is_counted_once() -> None:
    motion = "That the council tax of the borough be raised by £40 for every household."
    assert figures(said(f"{motion}\n{motion}")) == [(40, "GBP")]


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


def test_the_year_to_date_is_not_what_is_counted() -> None:
    assert only("There had been two norovirus outbreaks year to date.").unit == "norovirus outbreak"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Turnover was 9.8% for the twelve months to February.", [9.8]),
        ("The Chair said that comments were limited to 3 minutes.", []),
        ("Warrants #2513 ($184.17) and #2514 ($96.80) were approved.", []),
        ("21 estate agent boards have gone up.", [21]),
        ("One charges £90/hour and the other £40/hr.", []),
        ("Tickets were sold from 1800 Monday to noon.", []),
        ("Attendance last season was 14,320, down from 17,905.", [14320, 17905]),
        ("Traffic for the mill was 2699.", [2699]),
        ("The year was 1987.", []),
        ("The ford has served 9 parishes ........ 12", []),
        ("There are 46 Family Hubs.", [46]),
        (
            "Crews met 621 fires, a 6% rise on the previous year (585), and 11% on five years ago (559).",
            [621, 6, 585, 11, 559],
        ),
        ("The union made a surplus of 26k.", [26000]),
        ("5-2 Two tables were let.", [2]),
        ("Hoses for plots 4-6 were asked for.", []),
        ("Of late, of the 2,200 bids only 45 were by phone.", [2200, 45]),
        ("Opposed: 2\nCarried: 5", []),
        ("Costs had doubled in five years to £38.9m.", [38900000]),
        ("Cllr Orme was chosen for three years from 1 May 2024.", []),
        ("The roof had leaked on three occasions, and 27 desks were wet.", [27]),
        ("In 2024, 148 people began work, more than double the number in 2022/23 (67).", [148, 67]),
    ],
)
def test_what_a_span_of_time_a_rule_and_a_payment_are_not(text: str, values: list[float]) -> None:
    assert [metric.value for metric in said(text).metrics] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Numbers: 402 on roll against 390 the previous year.", [(402, "pupil"), (390, "pupil")]),
        ("There were 3,912 education, health and care plans.", [(3912, "plan")]),
        ("The pages were viewed more than 15,000 times.", [(15000, "view")]),
        ("The backlog of overdue repairs has come down from 412 to 165.", [(412, "repair"), (165, "repair")]),
        ("The score for risk 3 was raised from 12 to 16.", [(12, "score"), (16, "score")]),
        ("Waits grew from 19 to 27 weeks.", [(19, "week"), (27, "week")]),
        ("The survey found 3 medium risk and 14 low risk items.", [(3, "item"), (14, "item")]),
        ("Of 58 standards 55 were met (2023: 49).", [(58, "standard"), (55, "standard"), (49, "standard")]),
        ("Cases stood at 87 year to date.", [(87, "case")]),
        ("Its cost had increased by £1.3m to £7.9m.", [(1_300_000, "GBP"), (7_900_000, "GBP")]),
        ("Four enforcement notices had been served.", [(4, "enforcement notice")]),
        ("Some 53,000 members of the public had signed.", [(53000, "member")]),
        ("The share rose by 11% in twelve months.", [(11, "%")]),
        ("There will be 90 temporary Year 7 places.", [(90, "place")]),
        ("A team of 4.5FTE mends the boats.", [(4.5, "FTE")]),
        ("614 registered\n209 clicked in", [(614, "person"), (209, "person")]),
        ("Oars cost 31.5M.", [(31_500_000, None)]),
        ("The crews reached a mean score of 3.5 or higher.", [(3.5, "score")]),
    ],
)
def test_units_that_a_phrase_gives(text: str, expected: list[tuple[object, str]]) -> None:
    assert figures(said(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were two members of the public in the room.",
        "The houses would be one or two-bed.",
        "Care for three and four year olds was discussed.",
        "Bus routes, item 24 PDF 361 KB was read.",
        "The village asked for a 20mph scheme.",
        "Some drivers were exceeding 40mph.",
        "Grants of up to £1m are to be had.",
        "The Period 6 accounts were read.",
        "Next call: Monday 4 May at 05:30p for 40 minutes.",
        "Final vote: 31 for (94%), 0 against, 2 abstaining",
        "We need two more helpers for the ferry.",
        "81234 mend the gate\n81267 paint the door\n90112 sweep the yard",
    ],
)
def test_what_describes_or_limits_is_no_metric(text: str) -> None:
    assert not said(text).metrics


def test_a_first_figure_is_the_number_of_an_entry_only_among_such() -> None:
    assert [m.value for m in said("14000 herring were landed.\nIt was a fair day.").metrics] == [14000]


def test_the_length_of_a_meeting_told_above_its_items_is_no_metric() -> None:
    head = (
        "The Guild of Oars met on Tuesday 4 May in the loft of the old rope walk by the quay at Fenwold for 80 minutes."
    )
    assert not minutes_of(FRONT.replace("# 7. Business", f"{head}\n# 7. Business")).metrics


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
    ],
)
def test_more_periods_seen_from_march_2024(text: str, period: str) -> None:
    assert only(text).period == period


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
    ("text", "expected"),
    [
        ("Visits to the museum stood at 132,268.", [(132268, "visit")]),
        ("Loans rose from 24,143 to 35,950.", [(24143, "loan"), (35950, "loan")]),
        ("Programme attendance: 42,517", [(42517, None)]),
        ("Falls with harm = 41", [(41, None)]),
        ("Of the listed indicators 21 were on target, 12 were not.", [(21, "indicator"), (12, "indicator")]),
        ("36 of 45 (80%) indicators were green.", [(36, "indicator"), (45, "indicator"), (80, "%")]),
        ("57 electric heating and hot water upgrades", [(57, "upgrade")]),
        ("It was highest in May last year (67 complaints).", [(67, "complaint")]),
        ("Appeals registered in the year numbered 94.", [(94, None)]),
        ("Requests are running at about 115 a month.", [(115, None)]),
        ("There were permanent exclusions 23 (up from 15).", [(23, "exclusion"), (15, "exclusion")]),
        ("The need went up from 612 to 894 dwellings a year.", [(612, "dwelling"), (894, "dwelling")]),
        ("Waits stood at 38 in May (December: 29).", [(38, "wait"), (29, "wait")]),
        ("First year 2013/14 target = 958, actual = 552", [(958, None), (552, None)]),
        ("Net Promoter Score: 72", [(72, "score")]),
        ("Suspensions per 100 pupils: 8.1 (2023: 9.6)", [(8.1, "score"), (9.6, "score")]),
        ("House prices average 9.4 times earnings.", [(9.4, "time")]),
        ("It was 2.4 points above the year before.", [(2.4, "point")]),
        ("A fifth of the town is over 65; 41% drive.", [(41, "%")]),
        ("Library table: 4 visits", [(4, "visit")]),
        ("Passport Applications processed in July: 10.", [(10, "application")]),
        ("Dues grew from £31,412 in 1921-22 to £63,181 in 1926-27.", [(31412, "GBP"), (63181, "GBP")]),
        ("There were 273 children in care in June 2022, above June 2021 (264).", [(273, "child"), (264, "child")]),
    ],
)
def test_what_the_figures_of_a_report_count(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert figures(minutes_of(f"# Annual report on libraries\n# Use\n{text}")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Figure 1.1 shows their lines.",
        "Red = more than 10% off the target.",
        "The 62 day wait standard was met.",
        "It is measured as a three year average.",
        "These are our top 5 achievements.",
        "Demand from 101 non-emergency calls was steady.",
        "The report is here (PDF, 1.42MB).",
        "They were looked after for two years or more.",
        "It is offered at 16 years of age.",
    ],
)
def test_what_a_report_only_speaks_of_is_no_metric(text: str) -> None:
    assert not minutes_of(f"# Annual report on libraries\n# Use\n{text}").metrics


def test_parts_may_be_told_in_a_paragraph_of_their_own() -> None:
    text = "# Fire report\n# Fires\nCrews went to 2,650 fires.\n\nOf these fires, 1,450 were in houses."
    assert figures(minutes_of(text)) == [(2650, "fire"), (1450, "fire")]


def test_a_document_of_no_kind_has_its_figures() -> None:
    assert figures(minutes_of("# Fenwold Pier\n60% of the planks were sound.")) == [(60, "%")]


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


def test_a_label_says_in_what_it_is_measured() -> None:
    text = "|! Measure | 2020 |\n| Median wait (weeks) | 31 |\n| Waste per home (kg) | 442 |\n"
    assert [metric.unit for metric in tabled(text)] == ["week", "kg"]


def test_what_is_to_come_below_a_heading_of_goals_is_a_target() -> None:
    text = "# Schools report\n# Goals\nBy 2050 the share of pupils who finish school will increase by 5%."
    assert [metric.role for metric in minutes_of(text).metrics] == ["target"]


def test_a_row_may_name_the_quarter_and_a_column_the_year() -> None:
    text = (
        "|! Date | 2017/18 | 2018/19 |\n| Q1 (April to June) | 52% | 55% |\n| March | 51% | 54% |\n| Year | 50% | 53% |"
    )
    periods = [metric.period for metric in tabled(text)]
    assert periods == ["2017/18 Q1", "2018/19 Q1", "2018-03", "2019-03", "2017/18", "2018/19"]


def test_the_figures_of_a_nation_are_its_own_in_a_report_on_it() -> None:
    text = (
        "# Homes in England, annual report\n# Use\n90% of homes in England were let. 34% more stood, 4% above target."
    )
    assert [metric.role for metric in minutes_of(text).metrics] == ["actual", "actual", "actual"]


def test_a_row_may_have_no_label_where_the_columns_say_what_is_counted() -> None:
    text = "|! Number of pupils | % at the expected standard | % above |\n| 13 | 38% | 9% |\n| 15 | 40% | 8% |"
    metrics = tabled(text)[:3]
    assert [(metric.value, metric.unit, metric.role) for metric in metrics] == [
        (13, "pupil", "actual"), (38, "%", "actual"), (9, "%", "actual"),
    ]  # fmt: skip


def test_a_number_in_words_may_go_on_after_the_hundreds() -> None:
    assert figures(said("Over two hundred and thirty tickets were issued."))[0][0] == 230


def test_a_range_may_have_its_currency_twice() -> None:
    assert figures(said("The rolls cost 70€ to 100€ each.")) == [((70, 100), "EUR")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("The levy is 3,000 euros.", "EUR"), ("The fair took 500 €.", "EUR"), ("The grant was 40 US dollars.", "USD")],
)
def test_a_currency_may_stand_after_the_figure(text: str, unit: str) -> None:
    assert [metric.unit for metric in said(text).metrics] == [unit]


def test_figures_told_above_the_first_heading_are_read_where_the_minutes_tell_something_there() -> None:
    told = (
        "The Treasurer reported that the raffle at the fair added $46 to the account, so that the balance is now $350."
    )
    head = "# Minutes of the Ferry Board\n4 March 2024\nPresent: Una Keld, Tom Orme\n"
    business = "".join(f"# {title}\nThe Chair spoke of it.\n" for title in ("Oars", "Paint", "Tar"))
    assert figures(minutes_of(f"{head}{told}\n{business}")) == [(46, "USD"), (350, "USD")]


def test_points_that_say_which_figure_it_is_are_of_the_point_above_them(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Mill Guild annual report 2024\n\n## Money\n\n1. Lettings\n   - Actual: £410\n   - Target: £500\n"
        "   - Variance: -18%\n2. Tolls\n   - Actual: £95\n"
    )
    assert [(each.name, each.value, each.role) for each in extracted(path)[1].metrics] == [
        ("Lettings", 410, "actual"),
        ("Lettings", 500, "target"),
        ("Lettings – Variance", -18, "actual"),
        ("Tolls", 95, "actual"),
    ]


@pytest.mark.parametrize(
    ("title", "counted"), [("Presentation by the Warden", 1), ("Apologies", 0), ("Date of the fair", 0)]
)
def test_a_presentation_has_figures_and_apologies_and_dates_have_none(title: str, counted: int) -> None:
    assert len(said(f"# 8. {title}\nThe fair had 340 visitors in 2023.").metrics) == counted


def test_sums_in_rupees_have_no_sign_in_their_names() -> None:
    told = said("The surplus is Rs 1,12,345.50 for which Rs 36700/- was paid as income tax.").metrics
    assert [(each.value, each.unit) for each in told] == [(112_345.5, "INR"), (36_700, "INR")]
    assert not any("Rs" in each.name or "/-" in each.name for each in told if each.name)


def test_a_count_that_leads_to_a_list_counts_it_off() -> None:
    assert said("Three barges were let, as follows:\n• the Otter").metrics == ()


def test_millions_without_a_sign_are_a_figure() -> None:
    assert [(m.value, m.unit) for m in said("Savings of about 4M in dredging are meant (~2.5M so far).").metrics] == [
        (4_000_000, None),
        (2_500_000, None),
    ]


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


def test_a_length_that_is_of_nothing_built_is_measured() -> None:
    assert [metric.value for metric in said("The river rose 12 feet in March.").metrics] == [12]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Each 1% on the mooring rate brought in £6,100.", [6100]),
        ("Tom Orme said that in his 20 years on the Committee he had not seen a poorer slip.", []),
        ("The closure of Mill Road would begin on 13 May for 9 nights.", []),
        ("On any one day around 55 berths were taken.", [55]),
        ("Uptake of the first dose at 24 months was 71.4%.", [71.4]),
        ("Coverage of the second dose by five years was 67%.", [67]),
        ("Payments approved – proposed Cllr Orme: R Vane, salary £312.16; hire £36.00.", []),
        ("(a) agreed to award £3,000 to the Fenwold Gala;", []),
        ("Payments were late in 14% of cases.", [14]),
    ],
)
def test_what_names_a_case_or_a_stretch_of_time_or_is_paid_is_no_metric(text: str, values: list[float]) -> None:
    assert [metric.value for metric in said(text).metrics] == values


def test_the_entries_of_a_list_of_payments_measure_nothing() -> None:
    paid = "(b) RESOLVED (unan.) to pay the following accounts:\n• Clerk, wages for May £310.20\n• Hall hire £30.00"
    assert said(paid).metrics == ()
    held = "(b) The Clerk told of the following balances:\n• Mill fund £310.20\n• Ferry fund £30.00"
    assert [metric.value for metric in said(held).metrics] == [310.2, 30.0]


@pytest.mark.parametrize(
    "text",
    [
        "That a working group of five members be set up.",
        "He had spoken with two ferrymen about the taxis.",
        "Mrs Keld, who spoke for herself and for six ferrymen, said that people left late.",
    ],
)
def test_how_many_were_chosen_or_spoken_to_measures_nothing(text: str) -> None:
    assert said(text).metrics == ()


def test_a_share_of_those_who_were_spoken_to_is_measured() -> None:
    assert [metric.value for metric in said("The Warden had spoken to six of the nine ferrymen.").metrics] == [6, 9]


REPORT = "# Fenwold Harbour Trust\nAnnual report for 2023/24\n# Boats\n"


@pytest.mark.parametrize(
    "text",
    [
        "See http://www.fenwold.example/mill%2Dboats%2Dplan%2D2011%2D2015/ and mill%2Dboats%2Dplan%2D2011%2D2015.",
        "4 http://www.fenwold.example/boats.pdf",
        "The wardens spoke of the mill 11 00 Break.",
        "1 © Crown copyright 2012.",
        "B.16 Mill governance requirements are clearly set out in the plan.",
        "14 Chapter 5: Boats for the mill 15 Chapter 6: Gates that open well.",
        "There is a pathway for the under 5 and over 5 crews.",
    ],
)
def test_figures_that_are_part_of_something_else_measure_nothing(text: str) -> None:
    assert not minutes_of(REPORT + text).metrics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 30 Chapter members in the hall.", [30]),
        ("Chapter 5 lists 14 boats.", [14]),
    ],
)
def test_figures_that_stand_alone_are_still_counted(text: str, expected: list[float]) -> None:
    assert [metric.value for metric in minutes_of(REPORT + text).metrics] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Last year ten boats out of a total of 17 were dry, and this rose to eleven - MHK, FHT, OLD and NEW.",
            [(10, "boat"), (17, "boat"), (11, "boat")],
        ),
        ("The gates were mended over 49 thousand times6.", [(49_000, "time")]),
    ],
)
def test_what_follows_a_dash_or_carries_the_mark_of_a_note(text: str, expected: list[tuple[object, str]]) -> None:
    assert figures(minutes_of(REPORT + text)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("There was a waiting time of 12-13 weeks for the boats.", "waiting time for the boats"),
        ("They had a grant of £5,000 for the mill at Marlby.", "grant for the mill at Marlby"),
        ("More than 40 wardens were living by the mill13.", "wardens living by the mill"),
    ],
)
def test_a_name_has_no_marks_of_notes_and_no_preposition_of_a_figure(text: str, name: str) -> None:
    assert [metric.name for metric in minutes_of(REPORT + text).metrics] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The forum had 30 young people. The only indicator was the time limit to mend a boat, for which the local"
            " performance was 60% against a national average of 54%.",
            [
                "forum young people",
                "time limit to mend a boat local performance",
                "time limit to mend a boat local performance",
            ],
        ),
        (
            "Survey data for old mills showed an increase in pass rates from 41.8% in 2022 to 44.6% in 2023.",
            ["Survey data for old mills increase in pass rates"] * 2,
        ),
        (
            "Late boats fell from 11.5% (2019) to 5.5% (2023). South West total is 10.7%/England is 10.1% (2023).",
            ["Late boats", "Late boats", "Late boats South West total", "Late boats"],
        ),
    ],
)
def test_a_name_is_not_that_of_a_figure_of_another_kind(text: str, names: list[str]) -> None:
    assert [metric.name for metric in minutes_of(REPORT + text).metrics] == names


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "In the last quarter ten boats were dry, while in this quarter it fell to nine.",
            ["2023/24 Q1", "2023/24 Q2"],
        ),
        ("In Q2 119 boats were let, bringing the total over the last six months to 257 boats.", ["2023/24 Q2", None]),
        ("A total of 257 boats were let over the past few months.", [None]),
        ("In May 2023 30 boats were let. This could mean 60 boats next to it.", ["2023-05", "2023/24 Q2"]),
        ("In May 2023 30 boats were let. This meant 60 oars.", ["2023-05", "2023-05"]),
    ],
)
def test_periods_in_the_report_of_a_quarter(text: str, periods: list[str | None]) -> None:
    report = f"# Fenwold Harbour Trust\nMonitoring report for Quarter 2 of 2023/24\n# Boats\n{text}"
    assert [metric.period for metric in minutes_of(report).metrics] == periods
