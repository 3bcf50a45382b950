"""Values and units."""

import pytest

from tests.extract.metrics.samples import REPORT, figures
from tests.extract.samples import minutes_of, said


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
        ("The balance at the mill would be minus £4,100.", -4_100, "GBP"),
        ("The late boats resulted in fines of £40.", 40, "GBP"),
    ],
)
def test_value_and_unit(text: str, value: object, unit: str) -> None:
    assert figures(said(text)) == [(value, unit)]


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


def test_each_value_is_a_metric() -> None:
    minutes = said("The share was 31.4% in 2022, and 33.6% in 2023.")
    assert {(metric.value, metric.period) for metric in minutes.metrics} == {(31.4, "2022"), (33.6, "2023")}


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
        ("Nine boats had been checked, of which four were sound.", [(9, "boat"), (4, "boat")]),
        ("Twelve ferrymen applied, of whom three were seen.", [(12, "ferryman"), (3, "ferryman")]),
        ("There were no major faults, four minor and twelve slight.", [(4, "fault"), (12, "fault")]),
        ("A walk found 19 matters, 12 of which are mended.", [(19, "matter"), (12, "matter")]),
        ("In March 31 crossings were cut.", [(31, "crossing")]),
        ("In May 12 members of the crew left.", [(12, "member")]),
        ("On March 31 members of the Guild let 40 boats.", [(40, "boat")]),
        ("There were 1,204 boats against 1,150 twelve months before.", [(1204, "boat"), (1150, "boat")]),
        ("Boats came in 11.2 minutes, inside the 14 minute target.", [(11.2, "minute"), (14, "minute")]),
        ("Why are these 12 points behind in the exam, when it was eight last summer?", [(12, "pp"), (8, "pp")]),
        ("The school roll is now 31, down from 40.", [(31, "pupil"), (40, "pupil")]),
        ("Risk 3 (flood) stayed at 15.", [(15, "score")]),
        ("Risk 7 (fire) had been brought down from 20 to 9 by new pumps.", [(20, "score"), (9, "score")]),
        ("The Council had 4.6 years’ supply of land for homes.", [(4.6, "year")]),
        ("RESOLVED that Una Keld be appointed as auditor at a fee of £410.", [(410, "GBP")]),
        ("There are 540,000 empty dwellings in Wales.", [(540_000, "dwelling")]),
        ("They planted 130 ha of new woods.", [(130, "ha")]),
        (
            "RESOLVED that outline planning permission be granted subject to a Section 106 agreement securing a"
            " contribution of £41,000 to the ferry.",
            [(41_000, "GBP")],
        ),
        ("Lorry trips would be 31 a day at harvest.", [(31, "trip")]),
        (
            "The error is 1.4 percentage points. At the weir it is 2.9 and at the ford as much as 6.",
            [(1.4, "pp"), (2.9, "pp"), (6, "pp")],
        ),
        ("Waits are 31 days, and at the weir it is more like 60.", [(31, "day"), (60, "day")]),
        ("The wait is 31 days against the standard of 24.", [(31, "day"), (24, "day")]),
    ],
)
def test_units_that_a_phrase_gives(text: str, expected: list[tuple[object, str]]) -> None:
    assert figures(said(text)) == expected


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


def test_sums_in_rupees_have_no_sign_in_their_names() -> None:
    told = said("The surplus is Rs 1,12,345.50 for which Rs 36700/- was paid as income tax.").metrics
    assert [(each.value, each.unit) for each in told] == [(112_345.5, "INR"), (36_700, "INR")]
    assert not any("Rs" in each.name or "/-" in each.name for each in told if each.name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 940 trips by boat. These include 610 via the Mill Gate, 240 via the Weir’s new gate (built in"
            " May) and 90 via the Ford.",
            [(940, "trip"), (610, "trip"), (240, "trip"), (90, "trip")],
        ),
        ("There were 61 crews (inc. 7 in Keld and 4 in Ormeby).", [(61, "crew"), (7, "crew"), (4, "crew")]),
        (
            "Other users included Millport (310,422), The Orme News (1,906) and others.",
            [(310_422, None), (1_906, None)],
        ),
        ("It came to rules of old (Orme 12) and bylaws (14).", []),
        ("The winners were Una Keld (41) and Tom Orme (12).", []),
        ("The Guild has a large membership (830).", [(830, "member")]),
        ("They went through the pleas received so far (173 as of 6 May).", [(173, "plea")]),
        ("Many ports have joined the fair (approx 34).", [(34, "port")]),
        ("Four of the sluices have been mended, two have been sold.", [(4, "sluice"), (2, "sluice")]),
        ("Four of the wardens had asked for oars.", []),
        ("It was agreed to allow a spend of no more than £1,700 on oars.", [(1_700, "GBP")]),
        ("It was agreed to buy a winch at a cost not exceeding £160.", [(160, "GBP")]),
        ("All contracts exceeding £4,000 are put out to tender.", []),
    ],
)
def test_counts_are_shared_out_and_stand_in_brackets(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert figures(said(text)) == expected


def test_the_shares_of_a_count_are_no_comparison_and_are_of_no_place_that_is_not_theirs() -> None:
    told = minutes_of(REPORT + "Top 3 countries told of: Norway (112), Scotland (36) and Wales (12).").metrics
    assert [(each.name, each.place, each.role) for each in told] == [
        ("countries told of Norway", "Norway", "actual"),
        ("countries told of Scotland", "Scotland", "actual"),
        ("countries told of Wales", "Wales", "actual"),
    ]


def test_millions_without_a_sign_are_a_figure() -> None:
    assert [(m.value, m.unit) for m in said("Savings of about 4M in dredging are meant (~2.5M so far).").metrics] == [
        (4_000_000, None),
        (2_500_000, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crews had 18.5 oars; the Guild aimed for no more than 16.", [(18.5, "oar"), (16, "oar")]),
        ("The number of boats lost was 61, eight fewer than in May 2022.", [(61, "boat"), (8, "boat")]),
        ("There were 61 boats (one more than in May 2022).", [(61, "boat")]),
        ("34 boats were afloat. This compares with 41 at the end of May.", [(34, "boat"), (41, "boat")]),
        ("The rate for our neighbours was 66.0 at March 2023.", [(66, "score")]),
        ("One to one teaching was given in 99.2% of cases.", [(99.2, "%")]),
    ],
)
def test_bare_figures_are_of_what_they_are_set_beside(text: str, expected: list[tuple[float, str]]) -> None:
    assert figures(said(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theft from boats was down by 14, but fraud was up by 230.", [(14, None), (230, None)]),
        ("Wear and tear were down 31 and that rot was down 9%.", [(31, None), (9, "%")]),
        ("Loss of oars is running at 417 this year vs 362 for last year.", [(417, None), (362, None)]),
        ("They told of a rise in mooring rows of 33 this year compared to 21 last.", [(33, "row"), (21, "row")]),
        (
            "There were nine robberies this year as opposed to four in the year before.",
            [(9, "robbery"), (4, "robbery")],
        ),
        ("The warden said that the catch had stood at 70 since 2011.", [(70, None)]),
        ("The number of late boats had been eight.", [(8, "boat")]),
        ("The number of the boat had been 8 feet high.", []),
        ("Trust in the Guild was 6.9 out of 10.", [(6.9, "score")]),
        ("The index of need had been calculated at 5.2.", [(5.2, "score")]),
        ("Folk of the quay are now estimated at 143,600 and growing.", [(143_600, None)]),
        ("The Guild lent 2,870 oars, more than double the 1,310 handed out in May.", [(2_870, "oar"), (1_310, "oar")]),
        ("We began with 48 (2024 - 71) paid up rowers.", [(48, "rower"), (71, "rower")]),
        ("There were 43 pleas (May to July: 38).", [(43, "plea"), (38, "plea")]),
        ("There are 31 crews in Year 4 and 27 in Class Two.", [(31, "crew"), (27, "crew")]),
        ("Boats in Years 4 and 5 were sold.", []),
        ("Three letters of support and 41 letters of objection came in.", [(3, "letter"), (41, "letter")]),
        ("They were asked to write two letters of thanks.", []),
        ("The survey has a 7% to 12% return by port.", [((7, 12), "%")]),
        ("Loans were offered at between 3½% and 4½%.", [((3.5, 4.5), "%")]),
        ("A crew waits between four and six weeks for oars.", [((4, 6), "week")]),
        ("Repairs rose from 7% to 12% by May.", [(7, "%"), (12, "%")]),
        ("The crews are working to raise 18K for the mill.", [(18_000, None)]),
    ],
)
def test_levels_changes_and_ranges_are_measured(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert figures(said(text)) == expected
