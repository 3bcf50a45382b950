"""Figures that measure nothing."""

import pytest

from tests.extract.metrics.samples import REPORT, figures, tabled
from tests.extract.samples import FRONT, minutes_of, said


@pytest.mark.parametrize(
    "text",
    [
        "The next meeting is on 9 April 2024 at 7.00 pm.",
        "Item 4 was taken first.",
        "It keeps alive the story 40 Thieves.",
        "Each post stands 1 (one) metre off the path.",
        "It began with 90 persons present.",
        "Ada Orme – Master Diver – 22 years",
        "Papers should have 1500 to 2500 words.",
        "They will meet 3-4 weeks after this meeting.",
        "15 minutes requested for the talk.",
        "Threshold for approval of expenses: £5,000.",
        "The forecast assumes 38 weeks of sailing.",
        "Crews of children under the age of six were left out.",
        "He had rowed for eleven years without harm.",
        "She had kept a boat for over sixteen years.",
        "Having retired for ten minutes the Panel refused the licence.",
        "The tenants were given fifteen minutes to study the map.",
        "Each tenant should have no more than twelve minutes.",
        "The Old Forge had been shut for 14 years.",
        "Key: green – on target; amber – within 5% of it; red – off by more than 5%.",
        "Since the petition exceeded 900 signatures a debate was held.",
        "The list of 9 errands was noted.",
        "Two applications.",
        "It was asked that the 31 and 32 services be kept.",
        "It spoke of the loss of the 7 bus.",
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
        "They wait to hear if oars may be 3 feet apart, and 2 metres for social distancing.",
        "Boats are lent for a maximum of three days in any season.",
        "It shall be begun before the expiration of three years.",
        "The hall may be had at a charge of 50% of the published rate.",
        "The Guild was asked to monitor the tide at the quay for twelve months.",
        "She had contacted three boatwrights with a view to a repair.",
        "Boats are rated Green where the target is met, Amber where speed is within 10% of target.",
        "Replacement of eight windows to the front.",
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
        "Una showed four others how to row.",
        "The motion was lost, 3 votes to 6.",
        "On a vote 5 were for objecting, 2 against.",
        "Attendance: 31 people, including the Reeve.",
        "It was felt that four wardens were too few.",
        "The Board will plant three different roses.",
        "Two pupils shared what they had seen at the weir.",
        "Six residents expressed concern.",
        "It was put off to renew two of its six trustees.",
        "Three candidates were nominated.",
        "There were two candidates.",
        "The Clerk had written again in spite of two reminders.",
        "Three emails had come from the mill.",
        "The oars have been over budget for three years.",
        "It has been done this way for 20 years.",
        "Talk was to stop at 8 minutes to the hour.",
        "The bridge is shut to lorries over 8.5 tonnes.",
        "The lane has a 3 tonne weight limit.",
        "Each £1 on the rate is put to good use.",
        "The survey ran for the full nine weeks.",
        "A trial of not less than six weeks is to be held.",
        "Rowing is to be withdrawn from the list for one year.",
        "The boathouse is let to the crew at £31 an hour.",
        "Nobody gets more than £1,500.",
        "The Clerk will review each purchase above £90,000.",
        "RESOLVED to raise the delegated limit of the Clerk from £400 to £900.",
        "RESOLVED to adopt the Financial Regulations with the limit in 4.2 set at £300.",
        "Alder and Orme had held office for eight years.",
        "Some of the cars were doing more than 38mph.",
        "22mph.",
        "31 WEIR STREET",
        "Check numbers from 9101 to 9112 totaling $41,302.15 were paid.",
    ],
)
def test_what_is_no_metric(text: str) -> None:
    assert said(text).metrics == ()


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


def test_the_names_in_a_list_are_not_what_is_counted() -> None:
    metrics = tabled("# Data\n|! Dataset | May | June |\n| Price Indices | 41 | 52 |\n| Road Bridges | 43 | 54 |")
    assert {metric.unit for metric in metrics} == {None}


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
        "03/11/23 £9.20 Fee for the guild (for four months from 1/12)",
        "(03/11/23 £9.20 FEE PAID BY DD) (12)",
        "Paid since the last meeting: rope £45, oars £96.",
        "It was resolved that £96 should be paid.",
        "RESOLVED to pay the sums owed: the payments set out below, £304.75 in all, were read.",
        "Una asked that £310 be changed to £130 under item 4.",
        "Una suggested moving £310 to the bell fund but there was no support for that.",
        "The proposal to spend £310 on a bell was not seconded.",
        "Una had two prices from joiners.",
        "Una to book two tents for the fair.",
        "Subscriptions to stay at £28 a year.",
        "Agreed to renew the licence for three years.",
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
        ("Una said that £310 had been paid to the bell fund.", [310]),
        ("Una suggested a fair; there is £310 in the bank.", [310]),
        ("Rents to be raised brought in £280 last year.", [280]),
        ("Una told how the guild was to buy tents for £90.", [90]),
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


@pytest.mark.parametrize(
    ("title", "counted"), [("Presentation by the Warden", 1), ("Apologies", 0), ("Date of the fair", 0)]
)
def test_a_presentation_has_figures_and_apologies_and_dates_have_none(title: str, counted: int) -> None:
    assert len(said(f"# 8. {title}\nThe fair had 340 visitors in 2023.").metrics) == counted


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
        "Each ferryman is asked to limit remarks to 4 minutes.",
        "Print the notice in the usual way, no later than 12 days before the fair.",
        "You can moor 3 boats at each ring.",
        "No guild may not claim more than seven turns.",
        "Ferrymen must have completed at least six crossings.",
        "Films must be kept for a set time (40 days for the mill, 70 days for the weir).",
        "A special vote needs a majority of 70%.",
        "Una was 100% sure of it.",
        "Una Keld was elected Reeve for two years.",
        "The lease of the quay was extended by the Guild for eight months.",
        "Tom Orme rowed there for twenty days in a row.",
        "The fair is three weeks away.",
        "Another nine months has passed since the mill burnt.",
        "Una wants to hold a fair in 5 weeks to cheer the crews.",
        "We have a chart at last with only 2 months left to go.",
        "Crews have 5 months from the day of the notice.",
        "The Guild will charge a £6 monthly mooring fee.",
        "Soup: £3.15 per meal",
        "The bunkroom is £14 per person per night.",
        "A zone of 30mph by the quay was asked for.",
        "The survey counted cars at more than 41 mph.",
        "The house has 9/6 hung wooden windows and a 4-pane window above.",
        "Houses beside it are 1, 2.5 and 3 story homes.",
        "19 persons in attendance",
        "Building of 7 houses by the weir - a reply is awaited.",
        "A barn with two rooflights to the rear.",
        "In the Year 4 ropes check all did well.",
        "Talks begin at 15 years old for those who row.",
        "They manage 17-60 services.",
        "It was moved to sell 4107 52B Street to Una Keld.",
        "Spoiled ballots: 4",
        "Of the Guild 31 homes were represented.",
        "A further 6 homes sent proxy votes.",
        "There were 44 owners represented (39 present and 5 proxies), which is 61% of the owners.",
        "Nine ferrymen got voting rights at this meeting.",
        "By the rules 55% of Guild members must vote for it to bind us.",
        "The vote passed with a simple majority (52%).",
        "The meeting was short (the meeting ran just over 2.5 hours, against the 4 hours in May).",
        "If we have nine crews at the quay, not all can moor.",
        "Two new trustees were elected, Una Keld and Tom Orme.",
        "The floor was opened for nominations for 3 Wardens.",
        "Use 12 instead of 7 tiers.",
        "Three small comments were raised.",
        "Two possible scenarios were told for the fair.",
        "Perch of 11”-14” were seen in the lake.",
        "May 9 & 10 Fair Day at the mill.",
        "4/3 to 4/17/24 boats were out.",
        "5- Mend boats that the Guild lets.",
        "MB/2021/00417 – Six round tents at Mill Farm, Orme.",
        "Retrospective application for 3 boat huts at Weir Farm.",
        "The clerk said to keep subs at £14 for rowers and £9 for crews.",
        "Boat allowance of Rs.4,500/- per day at sea, Rs. 700/- in port.",
        "The crew used to pay $3 per member as dues.",
        "We owe no tax while we keep under the £9,000 threshold.",
        "The charter was to show the notice on the gate by the quay and so display it on the board for nine days.",
        "Boats may be let for a period of eight months.",
        "They have been in office for between three and five years.",
        "That a cheque for £70.00 for the boatwright should be duly signed.",
        "Rates red for three consecutive quarters will be told.",
        "Those of 15 years or over may row.",
        "Contract duration: 3 years",
    ],
)
def test_what_is_laid_down_settled_or_described_measures_nothing(text: str) -> None:
    assert said(text).metrics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair drew over 500 people in attendance.", [(500, "people")]),
        ("Income was £700 below plan for the five months.", [(700, "GBP")]),
        ("The quay was shut for five days.", [(5, "day")]),
        ("The mean speed on the quay was 31 mph.", [(31, "mph")]),
        ("100% of crews were paid.", [(100, "%")]),
        ("The Guild voted for a rise of 3% in dues of crews.", [(3, "%")]),
        ("There were 23 comments from ferrymen.", [(23, "comment")]),
        ("Dues came to £4m in mooring fees.", [(4_000_000, "GBP")]),
        ("The mill grinds 30 sacks a day and must not stop.", [(30, "sack")]),
    ],
)
def test_what_is_told_beside_it_is_measured(text: str, expected: list[tuple[float, str]]) -> None:
    assert figures(said(text)) == expected


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


@pytest.mark.parametrize(
    "text",
    [
        "See http://www.fenwold.example/mill%2Dboats%2Dplan%2D2011%2D2015/ and mill%2Dboats%2Dplan%2D2011%2D2015.",
        "4 http://www.fenwold.example/boats.pdf",
        "The wardens spoke of the mill 11 00 Break.",
        "1 © Crown copyright 2012.",
        "1.2 Correspondence and Matters of Note were gone through.",
        "C.14 Mill mooring rules stand in the plan.",
        "14 Chapter 5: Boats for the mill 15 Chapter 6: Gates that open well.",
        "There is a ferry for the under 7 and over 7 crews.",
        "The ferrymen felt that the 101 service left them waiting.",
        "Many 111 calls about the mill went unanswered.",
        "The wardens spoke of B 12-3 Gates of the mill and of F 74 Ferry ropes.",
        "The wardens of FB 8/FC 7 Tide tables spoke of the mill.",
        "It was agreed to make a donation of £90 to the ferrymen.",
        "Una made a motion to ask the wardens for £120 to buy oars.",
        "Payments of £310 were authorised.",
        "Agreed £90.",
        "It was proposed, seconded and carried that £40 be given to the ferrymen.",
    ],
)
def test_figures_that_are_part_of_something_else_measure_nothing(text: str) -> None:
    assert not minutes_of(REPORT + text).metrics


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The forum had 30 young people. The only indicator was the time limit to mend a boat, for which the local"
            " performance was 57% against a national average of 51%.",
            [
                "forum young people",
                "time limit to mend a boat local performance",
                "time limit to mend a boat local performance",
            ],
        ),
        (
            "Survey data for old mills showed an increase in repair rates from 38.2% in 2021 to 43.9% in 2022.",
            ["Survey data for old mills increase in repair rates"] * 2,
        ),
        (
            "Late boats fell from 12.4% (2018) to 6.2% (2022). North East total is 11.3%/England is 9.4% (2022).",
            ["Late boats", "Late boats", "Late boats North East total", "Late boats"],
        ),
    ],
)
def test_a_name_is_not_that_of_a_figure_of_another_kind(text: str, names: list[str]) -> None:
    assert [metric.name for metric in minutes_of(REPORT + text).metrics] == names


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The loss rate was 3.1% (95% CI: 2.8 – 3.4).", [3.1]),
        ("The loss rate was 3.1% (95% confidence interval 2.8% to 3.4%).", [3.1]),
        ("The loss rate was 31 per 1,000 boats (CI 28-34).", [31]),
        ("Some 7.1% of boats were small (less than 250kg).", [7.1]),
        ("Above a threshold of 60 loans a branch is given a warden, and 4 branches were.", [4]),
        ("Every £1 spent brings in £3.", [3]),
        ("Some 7.1% of boats were small (fewer than 12 boats).", [7.1, 12]),
    ],
)
def test_how_sure_a_figure_is_and_what_a_class_means_measure_nothing(text: str, values: list[float]) -> None:
    assert [metric.value for metric in said(text).metrics] == values
