"""Whose dollars "$" stands for."""

import pytest

from tests.extract.metrics.samples import REPORT
from tests.extract.samples import minutes_of


def units(text: str) -> list[str | None]:
    return [metric.unit for metric in minutes_of(REPORT + text).metrics]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The income of the quay was $4,000.", "USD"),
        ("The income of the quay was $4,000. See www.fenwold.org.au for the rest.", "AUD"),
        ("The income of the quay was $4,000, as the Harbour Guild of Ontario asked.", "CAD"),
        ("The income of the quay was $4,000 (NZ$ all through the report, as in NZ$5 coins).", "NZD"),
        # of two countries: it is left as printed
        ("The income of the quay was $4,000 for boats from Canada and New Zealand.", "USD"),
    ],
)
def test_dollars_are_those_of_the_country(text: str, unit: str) -> None:
    assert units(text)[0] == unit


def test_american_dollars_are_told_by_their_name() -> None:
    text = "The income of the quay was $4,000, see www.fenwold.org.nz. The licence had a cost of US$90."
    assert units(text) == ["NZD", "USD"]
