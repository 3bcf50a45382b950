import pytest

from index.catalogue import Catalogue
from index.narrowing import emptied_by
from minutes.found import Filters


@pytest.mark.parametrize(
    ("filters", "named"),
    [
        ({"body": "Cabinet", "since": "2024"}, ("since:2024",)),
        ({"body": "Ashby"}, ("body:Ashby (no body is called so; an organisation is: Ashby Council)",)),
        ({"organisation": "Cabinet"}, ("organisation:Cabinet (no organisation is called so; a body is: Cabinet)",)),
        (
            {"organisation": "Ashbey Council"},
            ('organisation:"Ashbey Council" (no organisation is called so; is it Ashby Council?)',),
        ),
        ({"body": "Rope Walk"}, ('body:"Rope Walk" (no body is called so)',)),
        ({"body": "Health Board", "outcome": "approved"}, ('body:"Health Board"',)),
        ({"mover": "Nesbit"}, ("mover:Nesbit",)),
    ],
)
def test_a_register_tells_which_filter_let_nothing_through(
    catalogue: Catalogue, filters: dict[str, str], named: tuple[str, ...]
) -> None:
    asked = Filters(**filters)  # type: ignore[arg-type]
    finds = lambda fewer: bool(catalogue.records("decision", (), fewer))  # noqa: E731
    assert not finds(asked)
    assert emptied_by(catalogue, asked, finds) == named


def test_what_is_said_by_yes_or_no_is_told_by_its_name(catalogue: Catalogue) -> None:
    told = emptied_by(catalogue, Filters(no_formal=True), lambda fewer: not fewer.no_formal)
    assert told == ("no-formal",)
