"""What is measured and counted."""

from pathlib import Path

import pytest

from tests.extract.metrics.samples import REPORT, figures, only, tabled
from tests.extract.samples import FRONT, extracted, minutes_of, said


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
        ("Income was £410 (2022: £390) and spending £360.", ["Income", "Income", "spending"]),
        ("Of the 62 wardens, 40 are women and 22 are men.", ["wardens", "wardens women", "wardens men"]),
        ("The largest costs were oil (£1,120), repairs to the quay (£890) and rope (£64).",
         ["oil", "repairs to the quay", "rope"]),
        ("At least 85% of visitors rowed.", ["visitors rowed"]),
        ("Three quarters of crews (76%) rowed.", ["crews rowed"]),
        ("Over 90 crews, 45 wardens and 12 clerks rowed.", ["crews", "wardens", "clerks rowed"]),
        ("Of all loans in May, 4% were to pupils.", ["all loans in May to pupils"]),
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


def test_a_line_of_a_tally_needs_no_plural() -> None:
    assert [m.value for m in said("Adult: 174\nTown: 98\nThe lane\nRoom: 3").metrics] == [174, 98]


def test_a_rate_may_be_a_line_of_a_tally() -> None:
    tally = "• Stage 1 complaints (per 1,000 moorings): 61\n• Stage 2 complaints (per 1,000 moorings): 14"
    assert figures(said(tally)) == [(61, "score"), (14, "score")]


def test_a_count_that_the_item_goes_on_about_is_told_once() -> None:
    text = "There were 140 appeals lodged. Of the 140 lodged, 44 had been heard."
    assert [m.value for m in said(text).metrics] == [140, 44]


def test_a_labelled_paragraph_may_begin_with_a_figure() -> None:
    assert figures(said("(f) 1140 RSV plans were heard.\n0412 Gate plans were heard.")) == [(1140, "rsv plan")]


def test_a_part_is_counted_in_what_it_is_a_part_of() -> None:
    assert figures(said("So far 26 of the 40 pitches had been let.")) == [(26, "pitch"), (40, "pitch")]


def test_minutes_in_which_no_item_is_found_have_their_figures() -> None:
    head, _, _ = FRONT.partition("# 1. Welcome")
    minutes = minutes_of(f"{head}The Chair welcomed everyone.\nVisitors to the mill rose by 12% in 2023.")
    assert minutes.items == ()
    assert figures(minutes) == [(12, "%")]


def test_a_metric_cites_its_sentence_and_its_item() -> None:
    minutes = said("The Chair spoke. Attendance was 92%.")
    (metric,) = minutes.metrics
    assert metric.citation.quote == metric.text == "Attendance was 92%."
    assert metric.item_id == minutes.items[-1].id


def test_a_number_of_a_group_counts_the_group() -> None:
    assert figures(said("369 of the current requests have had no answer.")) == [(369, "request")]


def test_a_change_without_a_noun_counts_what_the_sentence_before_it_did() -> None:
    minutes = said("There were 1,412 children on the list. This is an increase of 477 since January.")
    assert figures(minutes) == [(1412, "child"), (477, "child")]


def test_a_resolution_printed_as_moved_and_as_carried_is_counted_once() -> None:
    motion = "That the council tax of the borough be raised by £40 for every household."
    assert figures(said(f"{motion}\n{motion}")) == [(40, "GBP")]


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


def test_parts_may_be_told_in_a_paragraph_of_their_own() -> None:
    text = "# Fire report\n# Fires\nCrews went to 2,650 fires.\n\nOf these fires, 1,450 were in houses."
    assert figures(minutes_of(text)) == [(2650, "fire"), (1450, "fire")]


def test_a_document_of_no_kind_has_its_figures() -> None:
    assert figures(minutes_of("# Fenwold Pier\n60% of the planks were sound.")) == [(60, "%")]


def test_a_label_says_in_what_it_is_measured() -> None:
    text = "|! Measure | 2020 |\n| Median wait (weeks) | 31 |\n| Waste per home (kg) | 442 |\n"
    assert [metric.unit for metric in tabled(text)] == ["week", "kg"]


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


def test_a_count_that_leads_to_a_list_counts_it_off() -> None:
    assert said("Three barges were let, as follows:\n• the Otter").metrics == ()


def test_a_share_of_those_who_were_spoken_to_is_measured() -> None:
    assert [metric.value for metric in said("The Warden had spoken to six of the nine ferrymen.").metrics] == [6, 9]


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
            "Last year ten of the 17 boats were dry, and this rose to eleven - MHK, FHT, OLD and NEW.",
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
        ("Crews had a waiting time of 14-15 weeks for the boats.", "waiting time for the boats"),
        ("They had a grant of £5,000 for the mill at Marlby.", "grant for the mill at Marlby"),
        ("More than 40 wardens were living by the mill13.", "wardens living by the mill"),
    ],
)
def test_a_name_has_no_marks_of_notes_and_no_preposition_of_a_figure(text: str, name: str) -> None:
    assert [metric.name for metric in minutes_of(REPORT + text).metrics] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("With regard to lights, 9 buoys show a green light, 14 are dark and six are showing a steady light.",
         ["buoys show a green light", "buoys dark", "buoys showing a steady light"]),
        ("The mill has 31 gates. 17 are rated Green. Nine are rated Red.",
         ["mill gates", "gates rated Green", "gates rated Red"]),
        ("The levy was £12m, of which £7m (58%) relates to the quay and £5m (42%) relates to the weir.",
         ["levy", *["levy relates to the quay"] * 2, *["levy relates to the weir"] * 2]),
        ("The new grants raised the net budget from £412,000 to £450,000.", ["net budget"] * 2),
        ("The deficit was £4m, which represents 3% of the levy.", ["deficit", "deficit as a share of levy"]),
        ("The quay took 340 boats, or 12% of all boats.", ["quay boats", "quay boats as a share of all boats"]),
        ("The gap stood at £4m. This represents 5% of the levy.", ["gap", "gap as a share of levy"]),
        ("The Attainment 8 score was 46.2.", ["Attainment 8 score"]),
        ("The limit fell, a cut from £20 Million to £4Million.", ["cut"] * 2),
    ],
)  # fmt: skip
def test_a_part_is_named_by_what_is_said_of_it_alone(text: str, names: list[str]) -> None:
    assert [metric.name for metric in said(text).metrics] == names


def test_what_is_compared_is_what_was_counted_and_not_where_it_came_from() -> None:
    found = said("It was seen by 300 pupils from 12 schools, compared with 250 in 2022.").metrics
    assert [(metric.value, metric.unit) for metric in found] == [(300, "pupil"), (12, "school"), (250, "pupil")]


def test_how_often_is_the_time_between() -> None:
    found = said("The plan is to cut the frequency of sailings from 6 weekly to 3 weekly in May.").metrics
    assert [(metric.value, metric.unit, metric.name) for metric in found] == [
        (6, "week", "frequency of sailings"),
        (3, "week", "frequency of sailings"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The relative likelihood of a berth being let was 1.37, compared with 1.29 elsewhere.",
         [(1.37, "score"), (1.29, "score")]),
        ("SR4 (floods) had gone up from 12 to 16.", [(12, "score"), (16, "score")]),
        ("Ferry C scored 72.5 out of 100, the next 66.", [(72.5, "score"), (66, "score")]),
        ("58% of larger claims were settled, but only 41% of minor claims in 9 weeks.", [(58, "%"), (41, "%")]),
        ("There are six 7.5 tonne lorries.", [(6, "tonne lorry")]),
        ("The number of boats on the mere did not: it fell from 51 in May to 47 in June.",
         [(51, "boat"), (47, "boat")]),
        ("The mean repair fell from 52 days to 40 days; the aim by 2027/28 is 28.",
         [(52, "day"), (40, "day"), (28, "day")]),
        ("Of the nine gates in the plan six were shut and three were open.", [(9, "gate"), (6, "gate"), (3, "gate")]),
        ("18 of the 45 audits of moorings were complete.", [(18, "audit"), (45, "audit")]),
        ("That summer 37 mooring notices were served and 15 were settled.",
         [(37, "mooring notice"), (15, "mooring notice")]),
        ("Fourteen audit recommendations were late, down from 23 in May.",
         [(14, "audit recommendation"), (23, "audit recommendation")]),
        ("There had been 4,110 visits, within sight of the 4,300 recorded in 2018/19.",
         [(4110, "visit"), (4300, "visit")]),
    ],
)  # fmt: skip
def test_second_figures_measure_what_the_first_one_does(text: str, told: list[tuple[float, str]]) -> None:
    assert [(metric.value, metric.unit) for metric in said(text).metrics] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loans fell by 12%, from 410 to 361.", [(12, "%"), (410, "loan"), (361, "loan")]),
        ("Absence fell by 10%, from 8.1 days to 7.3 days.", [(10, "%"), (8.1, "day"), (7.3, "day")]),
        ("They began 41 reviews, with 12 already signed off.", [(41, "review"), (12, "review")]),
        ("Eight of our boat wardens completed the course.", [(8, "boat warden")]),
        (
            "Keld School has 212 pupils, Ferrow School 187 and Orme School 96.",
            [(212, "pupil"), (187, "pupil"), (96, "pupil")],
        ),
        ("They had 40 boats, Office 365 and a lamp.", [(40, "boat")]),
        ("There are 31 GPs in the town.", [(31, "GP")]),
        ("There are 31 FTE staff in the town.", [(31, "staff")]),
    ],
)
def test_what_is_counted_told_once_for_several(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert figures(said(text)) == expected


def test_the_same_may_be_told_of_each_of_several_places() -> None:
    told = said("Keld School has 212 pupils, Ferrow School 187 and Orme School 96.").metrics
    assert [(metric.name, metric.place) for metric in told[1:]] == [
        ("pupils", "Ferrow School"),
        ("pupils", "Orme School"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "There were 131 trips to the Keld quay, 42 to the Orme quay and 96 to the Ferrow quay.",
            [
                ("trips to the Keld quay", "Keld"),
                ("trips to the Orme quay", "Orme"),
                ("trips to the Ferrow quay", "Ferrow"),
            ],
        ),
        (
            "We mended 31 boats at Keld Weir and 14 at Low Orme.",
            [("boats at Keld Weir", "Keld Weir"), ("boats at Low Orme", "Low Orme")],
        ),
        (
            "Cover in Keld was 44.1% and in Orme 39.8%.",
            [("Cover in Keld", "Keld"), ("Cover in Orme", "Orme")],
        ),
    ],
)
def test_each_of_several_places_is_in_the_name_of_its_own_figure(text: str, told: list[tuple[str, str]]) -> None:
    minutes = said(f"Boats lie in Keld. Crews live in Keld. {text}")
    assert [(metric.name, metric.place) for metric in minutes.metrics] == told
