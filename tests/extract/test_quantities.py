"""Figures in a sentence."""

import pytest

from extract.quantities.finding import quantities_in
from extract.quantities.nouns import duration_unit


def values(text: str) -> list[tuple[object, str | None]]:
    return [(found.value, found.unit) for found in quantities_in(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("60% of plans", 60, "%"),
        ("60 per cent of plans", 60, "%"),
        ("31.4 percent", 31.4, "%"),
        ("a gap of 4 percentage points", 4, "pp"),
        ("£1,250", 1250, "GBP"),
        ("£5.5m", 5_500_000, "GBP"),
        ("£5.5 million", 5_500_000, "GBP"),
        ("£12k", 12_000, "GBP"),
        ("£1.2bn", 1_200_000_000, "GBP"),
        ("$300", 300, "USD"),
        ("€40", 40, "EUR"),
        ("Subscriptions were £2,300", 2300, "GBP"),
        ("Tom said £400 had been raised", 400, "GBP"),
        ("the county can fund up to 40 places", 40, None),
        ("Rs 3,45,600/-", 345_600, "INR"),
        ("Rs. 1,12,345.50", 112_345.5, "INR"),
        ("₹2.5 lakh", 250_000, "INR"),
        ("INR 3 crore", 30_000_000, "INR"),
        ("40,000 rupees", 40_000, "INR"),
        ("1,412 children", 1412, None),
        ("almost 1000 pupils", 1000, None),
        ("three hundred pupils", 300, None),
        ("seventy-five per cent", 75, "%"),
        ("six vacancies", 6, None),
        ("two hundred and thirty thousand pupils", 230_000, None),
        ("one thousand two hundred pupils", 1200, None),
        ("one thousand and twelve pupils", 1012, None),
        ("three hundred thousand pupils", 300_000, None),
        ("in 2022/23 to 33.5%", 33.5, "%"),
        ("a limit of 8 MiB", 8, "MiB"),
        ("During the year 11 households came", 11, None),
        ("-3% on the year", -3, "%"),
        ("12-13 months", (12, 13), None),
        ("12 to 13%", (12, 13), "%"),
        ("USD 18,500", 18_500, "USD"),
        ("27p an hour", 0.27, "GBP"),
        ("one in five pupils", 20, "%"),
        ("1 in 10 calls", 10, "%"),
        ("25 basis points", 0.25, "pp"),
        ("four percentage points", 4, "pp"),
        ("ranging from £40 to £90", (40, 90), "GBP"),
        ("£2m-£3m", (2_000_000, 3_000_000), "GBP"),
        ("£2-3m", (2_000_000, 3_000_000), "GBP"),
        ("a tank 300m above the quay", 300, "metre"),
        ("laid 250m of fencing", 250, "metre"),
        ("£300m above the estimate", 300_000_000, "GBP"),
        ("some 4m crossings", 4_000_000, None),
        ("six to eight weeks", (6, 8), None),
        ("open three and a half hours more", 3.5, None),
        ("a mean stay of 4 mins 12 secs", 252, None),
        ("a crossing of 1 hour and 20 minutes", 80, None),
        ("tolls of £1,204 6s 3d", 1204.31, "GBP"),
        ("tolls of £40 5s.", 40.25, "GBP"),
        ("some 3.1 tonnes of silt were released", 3.1, None),
        ("a mean of 4 weeks for each form", 4, None),
    ],
)
def test_one_figure(text: str, value: object, unit: str | None) -> None:
    assert values(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("41% of boys and 38% of girls", [(41, "%"), (38, "%")]),
        ("41 boys and 38 girls", [(41, None), (38, None)]),
        ("58 weeks in October, down from 62 weeks", [(58, None), (62, None)]),
        ("from 31.4% in 2022 to 33.6% in 2023", [(31.4, "%"), (33.6, "%")]),
        ("from a rate of 21.7 to 23.0 per 100", [(21.7, None), (23.0, None)]),
        ("31.4% in 2022, and 33.6% in 2023", [(31.4, "%"), (33.6, "%")]),
        ("£40 of the £90 that was spent", [(40, "GBP"), (90, "GBP")]),
        ("there are five (5) berths and 40 boats", [(5, None), (40, None)]),
        ("zero infections in three Wards", [(0, None), (3, None)]),
        ("one day, 40 boats and 30 feet of rope", [(40, None), (30, None)]),
        ("the shop was open for 40 hours", [(40, None)]),
        ("boats that lay idle for 12 years", [(12, None)]),
        ("a place 12 miles from the depot", [(12, None)]),
        ("at town level 70 crews came", [(70, None)]),
        ("the sick spent 12 hours in the queue", [(12, None)]),
    ],
)
def test_several_figures(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 12 March 2024",
        "in 2023/24",
        "at 7.30 pm",
        "at 7pm",
        "under item 4",
        "on page 12",
        "see paragraph 4.2",
        "so that (1) there are enough and (2) they are open",
        "25th anniversary £5.00 coins",
        "anyone with less than £750",
        "pupils aged 14 to 18",
        "14 to 18 year olds",
        "the under-5s",
        "the 0-19 population",
        "the 0-5 and 5-11 pathways",
        "the under 7 and over 7 crews",
        "smoking in adults in manual jobs (18-64)",
        "the working age population (16 to 64)",
        "section 106 money",
        "application 24/01387/FUL",
        "minute PL/23/017",
        "24-25/MIL/3 Gates",
        "314/22 / Mill report",
        "as minute 0412 tells",
        "telephone 01632 960123",
        "write to clerk1@fenwold.example",
        "the 3rd quarter",
        "Key Stage 2",
        "phase 2 of the works",
        "items 3, 4 and 7",
        "numbers 1,2,3,4 and others",
        "51. Future plans were told",
        "24-00093 is the reference",
        "a 4 x 4",
        "3.5.....Data",
        "999 calls",
        "someone over 70",
        "the mooring fee was raised to €31 for barges and €19 for skiffs",
        "dues were raised to £20",
        "a guild with a membership scheme which costs £17",
        "Tom suggested 300 euros.",
        "members may bring no more than three guests",
        "three quarters of homes",
        "in £000",
        "the B1234 road",
        "These were elected: 1. Ada Brindle 2. Tom Orme",
        "The barge should be ready in 6 weeks or so.",
        "Una retired after more than 31 years.",
        "Tom had been clerk of the quay for over 17 years.",
        "The slip is only 12 yards from the inn.",
        "Una suggests £7.",
        "data on spend (£40k+) came late",
        "Most respondents are over 62 years old.",
        "the Zero Silt plan",
        "quay_notes_2014.07",
        "a letter from the Zero Hour campaign",
        "the walk took in Seven Oaks and Three Rivers",
        "staff on zero-hours contracts",
        "One day, a coach stood on the ramp",
        "the jetty is only 30 feet from her porch",
        "a mast 10-15 yards away",
        "he lives three doors down",
        "that the poll be kept open for two weeks",
        "the consultation would stay open for six weeks",
        "she has lived by the quay for nearly 30 years",
        "he served as Reeve for 12 years",
        "in her seven and a half years here, Una built a slip",
        "he has already spent four months at sea",
        "hundreds of bargees over about 9 years",
        "the toll is frozen for two years",
        "3/4ths of the reeds were cut",
        "2/5 of the talks ran late",
        "Fax: +311 2604 7718",
        "new figures on O level and other Level 4 courses",
        "crews must have passed three tests",
        "publishes spend over £20,000 and items that were bought with the Society’s Card (SC) over £400",
        "from 06:30p (18:30CEST, 04:30JST+) to 1730 UTC",
        "ask the log at log.cgi?kind=oar&group=31877&id=Q",
        "{% card dock-2 %} and {% card 14 %}",
        "the 3.1 stable release and a 3.2 Oar/Mast (only) version",
        "The essay is due in 4 weeks.",
        "sent round 36 hours beforehand",
        "told at the next guild meeting in two weeks.",
    ],
)
def test_what_only_names_or_dates_is_no_figure(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(("text", "small"), [("six beds", True), ("twelve beds", False), ("6 beds", False)])
def test_a_small_number_in_words_is_told_apart(text: str, small: bool) -> None:
    assert [found.small_word for found in quantities_in(text)] == [small]


def test_a_figure_stands_where_it_was_found() -> None:
    text = "The grant rose to £1.15m for two clinics."
    assert [text[found.start : found.end] for found in quantities_in(text)] == ["£1.15m", "two"]


@pytest.mark.parametrize(
    ("noun", "unit"), [("weeks", "week"), ("Years", "year"), ("yrs", "year"), ("minute", "minute"), ("children", None)]
)
def test_duration_unit(noun: str, unit: str | None) -> None:
    assert duration_unit(noun) == unit


def test_two_numbers_in_words_are_two() -> None:
    assert values("between one hundred and two hundred pupils") == [(100, None), (200, None)]


def test_a_number_of_hundreds_of_figures_is_none() -> None:
    assert values("12 gates and " + "1" * 400 + " pupils") == [(12, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A few people (10-12) came each week", (10, 12)),
        ("Waits at the quay (12-40) are in days", (12, 40)),
        ("There were over 5 pathways", 5),
        ("between 5-11 boats", (5, 11)),
    ],
)
def test_a_range_is_of_ages_only_where_it_is_wide_and_people_are_told_of(text: str, value: object) -> None:
    assert values(text) == [(value, None)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("40+ volunteers came.", [40]),
        ("More than 50+ young people came.", [50]),
        ("The 65+ population grew.", []),
        ("65+ services were cut.", []),
        ("It is for those aged 18+ and over.", []),
    ],
)
def test_a_plus_marks_an_age_unless_people_or_things_are_counted(text: str, counted: list[int]) -> None:
    assert [quantity.value for quantity in quantities_in(text)] == counted
