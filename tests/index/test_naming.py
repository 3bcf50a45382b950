"""Which names name the same measure."""

import pytest

from index.naming import Vocabulary, expansions_in, likeness, name_of

TEXTS = ["Requests to the Household Repair Fund (HRF) rose.", "The Fund (which is small) was closed."]
EXPANSIONS = expansions_in(TEXTS)
PLACES = frozenset({"fenshire", "south west", "england"})


def alike(one: str, other: str, *, beside: bool = False, apart: frozenset[str] = frozenset()) -> str | None:
    left, right = name_of(one, PLACES, EXPANSIONS), name_of(other, PLACES, EXPANSIONS, beside=beside)
    assert likeness(left, right, Vocabulary(EXPANSIONS, apart)) == likeness(right, left, Vocabulary(EXPANSIONS, apart))
    return likeness(left, right, Vocabulary(EXPANSIONS, apart))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EHCPs issued within 20 weeks", "plans issued within the statutory 20-week timescale"),
        ("share of pupils absent", "absent pupils as a percentage"),
        ("NEET (EHCP)", "NEET EHCP"),
        ("children and young people with an education, health and care plan", "CYP with EHC plans"),
        ("families waiting", "Families waiting – Fenshire 2022/23"),
        ("gullies cleaned in the town", "share of the town’s gullies cleaned"),
        ("payments from the household repair fund", "HRF payments"),
        ("children waiting for autism assessment", "children’s waits for autism assessments"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert alike(one, other) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EHCPs issued within 20 weeks", "EHCPs reviewed within 20 weeks"),
        ("EHCPs issued within 20 weeks", "EHCPs issued within 16 weeks"),
        ("NEET (EHCP)", "NEET (SEN Support)"),
        ("KS1 reading for pupils with SEND", "KS2 reading for pupils with SEND"),
        ("pupils with SEND reaching a good level", "FSM pupils with SEND reaching a good level"),
        ("average cost of a school place", "total cost of a school place"),
        ("cost of a school place", "increase in cost of a school place"),
        ("pupils in school", "pupils not in school"),
        ("CYP waiting for autism assessment", "people waiting for autism assessment"),
        ("requests", "requests for assessment"),
        ("waiting times for girls at the clinic", "waiting times for boys at the clinic"),
        ("rate", "rate"),
        ("10.7%/England", "10.7%/England"),
        ("bill due 02/12/24", "bill due 14/10/24"),
    ],
)
def test_another_measure(one: str, other: str) -> None:
    assert alike(one, other) is None


def test_one_word_more_is_near() -> None:
    assert (
        alike("children with a plan taught in mainstream schools", "children with plans taught in mainstream") == "near"
    )


def test_a_word_that_tells_figures_apart_elsewhere_does_so_everywhere() -> None:
    names = ("complaints answered in ten days", "housing complaints answered in ten days")
    assert alike(*names) == "near"
    assert alike(*names, apart=frozenset({"hous"})) is None


def test_the_words_that_make_a_target_or_comparator_do_not_count() -> None:
    assert alike("plans issued in time", "plans issued in time, national average for England", beside=True) == "same"
    assert alike("plans issued in time", "target for plans issued in time", beside=True) == "same"
    assert alike("plans issued in time", "target for plans issued in time") != "same"
