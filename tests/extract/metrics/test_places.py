"""The area or organisation that a figure is for."""

import pytest

from extract.metrics.places import councils_by_letters, home_of, known_places, place_at, places_in
from tests.extract.metrics.samples import only
from tests.extract.samples import document_of, minutes_of, said

KNOWN = frozenset({"Fenwold", "Ostermark"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("visits in Fenwold", ["Fenwold"]),
        ("Fenwold’s visits", ["Fenwold"]),
        ("across Hensley Vale", ["Hensley Vale"]),
        ("in the Hensley & Marlby crews", ["Hensley & Marlby"]),
        ("The Fenwold Library opened", ["Fenwold Library"]),
        ("Ostermark Borough Council agreed", ["Ostermark Borough Council"]),
        ("the South West", ["South West"]),
        ("19.1% nationally", ["national"]),
        ("the regional average", ["regional"]),
        ("in the county", ["Wenmarch County Council"]),
        ("the lowest was Marlby at 48%", ["Marlby"]),
        ("the Marlby fire station", ["Marlby fire station"]),
        ("on the Marlby corridor", ["Marlby corridor"]),
        ("shops in the town centre", ["town centre"]),
        ("the Marlby Campus", ["Marlby Campus"]),
        ("the state average", ["state"]),
        ("reached by neighbouring Marlby", ["Marlby"]),
        ("resurfacing of Station Road", ["Station Road"]),
        ("the Lido sold 4,000 tickets", ["Lido"]),
        ("the Marlby Library Opening Hours rose", ["Marlby Library"]),
        ("at the Marlby Teaching Hospitals Trust", ["Marlby Teaching Hospitals Trust"]),
        ("That the Marlby Trust be asked", ["Marlby Trust"]),
        ("for the Marlby pumping station", ["Marlby pumping station"]),
        ("residents of Weir Crescent", ["Weir Crescent"]),
        ("41% of the region’s emissions", ["the region"]),
        ("51.2 across the force area as a whole", ["the force area as a whole"]),
        ("That the County Council be asked", []),
        ("the team of the DoE", []),
        ("It was said that the Friends had 31 members", ["Friends"]),
        ("the initial Scottish grant", ["Scotland"]),
        ("schools in the north-west", ["north-west"]),
        ("the Scottish Government gave £4m", []),
        ("The Leader had 31 letters", []),
        ("In May Ostermark Parish Council gave a grant", ["Ostermark Parish Council"]),
        ("the Mill Trust Bid was for more", []),
        ("Additional Weir Lock Base moorings are let", []),
        ("in January", []),
        ("in the Capital Programme", []),
        ("the County Council", []),
        ("the National Transfer Scheme", []),
        ("NHS England", []),
    ],
)
def test_places_in(text: str, expected: list[str]) -> None:
    assert [place.name for place in places_in(text, KNOWN, "Wenmarch County Council")] == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The grant ends, as OCC need to save £4m", ["Ostermark County Council"]),
        ("The bids were sent to OCC for £4m", []),
        ("FCC have to save £4m", []),
    ],
)
def test_letters_stand_for_the_council_that_the_document_names(text: str, places: list[str]) -> None:
    document = document_of("Ostermark County Council (OCC) met Fenwold City Council, and Fenton City Council (FCC).")
    councils = councils_by_letters(document)
    assert [place.name for place in places_in(text, lettered=councils)] == places


def test_a_sign_may_stand_for_the_and_of_a_place() -> None:
    known = frozenset({"Fenwold and Ostermark", "Ostermark"})
    assert [place.name for place in places_in("the Fenwold & Ostermark crews", known)] == ["Fenwold & Ostermark"]


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("It was 14.6% in Fenwold, and 19.1% nationally", "14.6%", "Fenwold"),
        ("It was 14.6% in Fenwold, and 19.1% nationally", "19.1%", "national"),
        ("The longest was in Fenwold (57 weeks) and the shortest in Ostermark (42 weeks)", "42", "Ostermark"),
        ("It was 20.8%, lower than the national 21.6%", "20.8%", None),
        ("It was 57 weeks in Fenwold and 42 weeks in Ostermark", "42", "Ostermark"),
        ("It was 20.8% in May and an England figure of 21.6% was given", "20.8%", None),
        ("14.6% for a new hall in Fenwold and 20.8% for schools", "14.6%", "Fenwold"),
        ("There were 57 (14.6%) moored in Fenwold and 42 (19.1%) in Ostermark", "42", "Ostermark"),
        ("There were 57 (14.6%) moored in Fenwold and 42 (19.1%) in Ostermark", "57", "Fenwold"),
        ("57 were let on two quays in Fenwold and 42 on nine quays in Ostermark", "42", "Ostermark"),
        ("We have 57 boats, in Ostermark 42", "57", None),
        ("57 boats were let; in Ostermark it was 42", "57", None),
        ("The South West is 10.7%/England is 10.1%", "10.7%", "South West"),
        ("The South West is 10.7%/England is 10.1%", "10.1%", "England"),
    ],
)
def test_the_place_of_a_figure(text: str, figure: str, expected: str | None) -> None:
    figures = ["14.6%", "19.1%", "57", "42", "20.8%", "21.6%", "10.7%", "10.1%"]
    spans = {one: (text.index(one), text.index(one) + len(one)) for one in figures if one in text}
    place = place_at(places_in(text, KNOWN), text, spans[figure], [s for one, s in spans.items() if one != figure])
    assert (place and place.name) == expected


@pytest.mark.parametrize(
    ("organisation", "body", "home"),
    [
        ("Fenwold Council", "Cabinet", "Fenwold Council"),
        (None, "Fenwold Police and Crime Panel", "Fenwold"),
        (None, "Mill Foundation Board of Trustees", "Mill Foundation"),
        ("Orme Council", "Fenwold Police and Crime Panel", "Fenwold"),
        ("Fenwold Learning Trust", "Local Governing Body of Weir Hill Academy", "Weir Hill Academy"),
        ("Fenwold Learning Trust", "Board of Directors", "Fenwold Learning Trust"),
        (None, "Board", None),
        ("Regional Council", "Board", None),
    ],
)
def test_whose_document_it_is(organisation: str | None, body: str, home: str | None) -> None:
    assert home_of(document_of("Crime in Fenwold fell."), organisation, body) == home


@pytest.mark.parametrize(
    ("title", "home"),
    [("Boats of Ferrow", "Ferrow"), ("Boats of the Guild", None)],
)
def test_a_place_spoken_of_time_and_again_is_whose_the_document_is_where_its_title_says_so(
    title: str, home: str | None
) -> None:
    text = f"{title}\n{'Oars were mended. ' * 30}Rain fell in Ferrow. Ice lay in Ferrow. Boats sank in Ferrow."
    assert home_of(document_of(text), None, None) == home


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("WGA was awarded £4m for its oars.", ["WGA"]),
        ("It was said that WGA received £70.", ["WGA"]),
        ("VAT received came to £70.", []),
        ("Keld College Remarks May told of 40 oars.", ["Keld College"]),
        ("Reports of the Committees of the Keld Council told of 40 oars.", []),
        ("Pupils in Reception have 40 oars.", []),
        ("The award for the Winner of the Ferrow Village was £40.", []),
        ("It was in the Hands of the Treasurer.", []),
        ("Note on Keld School: 40 oars.", ["Keld School"]),
        ("Keld Wind Farm JS said that 40 oars had gone.", ["Keld Wind Farm"]),
        ("There were 40 oars at Keld Youth Centre.", ["Keld Youth Centre"]),
        ("The Council APPROVED 40 oars.", []),
        ("In Physics and Astronomy, 40 oars were seen.", []),
        ("ABC The Keld Trust spent £40.", ["Keld Trust"]),
        ("Solar Lamps on Keld Road cost £40.", ["Keld Road"]),
        ("Barton on Sea School has 40 oars.", ["Barton on Sea School"]),
        ("Crews were told of in the Beat area and in Nursing.", []),
        ("In Ferrow, 41% of boats were let.", ["Ferrow"]),
        ("The region received 40 oars.", ["the region"]),
    ],
)
def test_what_is_a_place_and_what_only_stands_as_one_would(text: str, places: list[str]) -> None:
    assert [place.name for place in places_in(text)] == places


def test_a_service_area_is_no_place() -> None:
    rows = "|! Service area | Loans |\n| Oars and Ropes | 41 |\n| Boats | 52 |"
    assert [m.place for m in minutes_of(f"# Annual report on loans\n# Use\n{rows}").metrics] == [None, None]


def test_the_region_is_a_place_and_in_the_region_of_is_none() -> None:
    assert [place.name for place in places_in("There were 9,742 plans in the region.")] == ["the region"]
    assert not places_in("It cost in the region of £2m.")


def test_a_name_that_is_spoken_of_time_and_again_need_stand_only_once_after_in() -> None:
    text = "Rain fell in Ferrow. Ferrow was wet. The Ferrow ferry stopped. Ferrow dried."
    assert known_places(document_of(text)) == {"Ferrow"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Attendance in Ostermark was 92%.", "Ostermark"),
        ("Ostermark Library had 92 visits a day.", "Ostermark Library"),
        ("The national figure was 91%.", "national"),
        ("In England attendance was 91%.", "England"),
        ("Attendance was 92%.", "Fenwold Parish Council"),
        ("Attendance in Q3 was 92%.", "Fenwold Parish Council"),
        ("The Parish Council had 92 letters.", "Fenwold Parish Council"),
        ("FPC received £920 for the hall.", "FPC"),
        ("WGA spent £920 on the hall.", "WGA"),
        ("A grant of £920 came from the Keld Trust.", "Fenwold Parish Council"),
        ("Sales of £920 were made at the Keld Trust.", "Keld Trust"),
        ("A grant of £5,000 was received from the county.", "Fenwold Parish Council"),
    ],
)
def test_place(text: str, place: str | None) -> None:
    assert only(text).place == place


def test_the_borough_may_be_all_that_is_told_of_where() -> None:
    report = "# Annual report on homes\n# Use\n1,240 homes in the borough were let."
    assert [m.place for m in minutes_of(report).metrics] == ["borough"]


def test_the_figures_of_a_nation_are_its_own_in_a_report_on_it() -> None:
    text = (
        "# Homes in England, annual report\n# Use\n90% of homes in England were let. 34% more stood, 4% above target."
    )
    assert [metric.role for metric in minutes_of(text).metrics] == ["actual", "actual", "actual"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # The place of a figure is not that of the sentences after it, unless they go on about it.
        ("The rate in Ostermark was 55%. Fines came to £40.", "Fenwold Parish Council"),
        ("The rate in Ostermark was 55%. It had been 41% before.", "Ostermark"),
        (
            "The Chair had visited Marlby Quay. The rate in Ostermark was 55%. Fines came to £40.",
            "Fenwold Parish Council",
        ),
        ("There were 12 boats at Ostermark Quay. The site took 640 tonnes.", "Ostermark Quay"),
        ("Ostermark Quay let 12 boats. Fines came to £40.", "Ostermark Quay"),
        ("The Chair had visited Ostermark Quay. Fines came to £40.", "Ostermark Quay"),
        ("Rents at Ostermark Quay rose by 6%. The number of huts there was 33.", "Ostermark Quay"),
        ("The District Valuer put the rent at £40.", "Fenwold Parish Council"),
    ],
)
def test_a_place_is_carried_on_where_the_next_sentence_is_about_it(text: str, place: str) -> None:
    assert said(text).metrics[-1].place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# 24/01934/FUL – Mill Farm, Ostermark\nThere had been 14 objections.", "Mill Farm, Ostermark"),
        ("# 24/01934/FUL – Erection of a barn\nThere had been 14 objections.", "Fenwold Parish Council"),
        ("# 24/01934 – Rents at the Quay\nThere had been 14 objections.", "Fenwold Parish Council"),
        ("# REPAIRS IN OSTERMARK\nWork for ferries to Ostermark has begun. It cost £40.", "Ostermark"),
        ("# WORK IN PROGRESS\nProgress was slow. It cost £40.", "Fenwold Parish Council"),
        (
            "# LETTINGS AT WEIR COMMUNITY CENTRE\nThe Weir Community Centre is old. Fines came to £40.",
            "Weir Community Centre",
        ),
        ("# Ostermark Quay\nThe Council lent 31 boats.", "Fenwold Parish Council"),
        ("The clerk told of a comment that OMK is running £900 in debt.", "OMK"),
        ("Of rowers, 19% moor by day (52% nationally).", "national"),
        ("The rate of loss was 4.1%, the national rate for 2022/23 being 5.8%.", "national"),
        ("Some 63% could row (local authority 58%).", "local authority"),
        ("Top 3 countries told of: Norway (112), Malta (36) and Malta (12).", "Malta"),
    ],
)
def test_a_place_may_be_that_of_a_heading_a_bracket_or_of_letters(text: str, place: str) -> None:
    assert said(text).metrics[-1].place == place


def test_a_wider_place_in_brackets_is_not_that_of_the_figure_before() -> None:
    assert [m.place for m in said("Of rowers, 19% moor by day (52% nationally).").metrics] == [
        "Fenwold Parish Council",
        "national",
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It was noted that some authorities had a deficit of £90m.", [None]),
        ("Following the rise in Marlby Library’s hours, our 44 libraries are busier.", ["Fenwold Parish Council"]),
        ("The sums were £6,300 from the Marlby Trust and £5,100 from the Weir Trust.", ["Marlby Trust", "Weir Trust"]),
        (
            "31 oars went to the Marlby Library. It was noted that 340 boats were let.",
            ["Marlby Library", "Fenwold Parish Council"],
        ),
        ("31 oars went to the Marlby Library. It has 340 boats.", ["Marlby Library", "Marlby Library"]),
    ],
)
def test_a_figure_of_others_or_of_all_is_not_of_the_place_beside_it(text: str, places: list[str | None]) -> None:
    assert [metric.place for metric in said(text).metrics] == places


def test_none_of_those_who_gave_is_where_the_gifts_are_for() -> None:
    minutes = said("Grants of £920 came from the Keld Trust, £410 from Orme Council and £90 from shops.")
    assert [metric.place for metric in minutes.metrics] == ["Fenwold Parish Council"] * 3
