"""Places and their codes, from a lookup of invented authorities."""

from pathlib import Path

import pytest

from index.places import (
    Areas,
    Authority,
    Stated,
    area_of,
    areas_of,
    place_key,
    place_of,
    read_lookup,
    region_of,
)
from minutes.errors import InputError

LOOKUP = """\
LAD24CD,LAD24NM,LAD24NMW,UTLA24CD,UTLA24NM,RGN24CD,RGN24NM,ObjectId
E07000901,Fenwick,,E10000901,Fenshire,E12000006,East of England,1
E07000902,St. Oswin,,E10000901,Fenshire,E12000006,East of England,2
E06000903,"Marlow, City of",,E06000903,"Marlow, City of",E12000009,South West,3
E06000904,County Ardale,,E06000904,County Ardale,E12000001,North East,4
E09000905,Hallam and Row,,E09000905,Hallam and Row,E12000007,London,5
W06000906,Llanfen,Llanffen,W06000906,Llanfen,W92000004,Wales,6
"""


def lookup(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    path = folder / "lookup.csv"
    path.write_text(text, encoding=encoding)
    return path


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> Areas:
    return areas_of(read_lookup(lookup(tmp_path_factory.mktemp("places"), LOOKUP))[0].values())


@pytest.mark.parametrize(
    ("name", "code", "region"),
    [
        ("South West", "E12000009", "South West"),
        ("the South West region", "E12000009", "South West"),
        ("Yorkshire & the Humber", "E12000003", "Yorkshire and The Humber"),
        ("England", "E92000001", None),
        ("Fenshire", "E10000901", "East of England"),
        ("Fenshire County Council", "E10000901", "East of England"),
        ("Fenwick Borough Council", "E07000901", "East of England"),
        ("Borough of Fenwick", "E07000901", "East of England"),
        ("St Oswin District Council", "E07000902", "East of England"),
        ("City of Marlow Council", "E06000903", "South West"),
        ("Marlow", "E06000903", "South West"),
        ("Ardale County Council", "E06000904", "North East"),
        ("London Borough of Hallam & Row", "E09000905", "London"),
        ("Llanfen Council", "W06000906", None),
    ],
)
def test_a_name_finds_its_area(areas: Areas, name: str, code: str, region: str | None) -> None:
    found = area_of(name, areas)
    assert found
    assert (found.code, found.region) == (code, region)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Fenshire County Council", "East of England"),
        ("London", "London"),
        ("Llanfen Council", "Wales"),
        ("England", None),
        ("Fenwick Town Council", None),
    ],
)
def test_a_nation_without_regions_counts_as_one(areas: Areas, name: str, region: str | None) -> None:
    assert region_of(area_of(name, areas)) == region


@pytest.mark.parametrize(
    "name",
    ["Fenwick Town Council", "Marlow City Region", "City of London", "Council", "Fenshire Fire Service", "", None],
)
def test_a_name_that_is_another_finds_none(areas: Areas, name: str | None) -> None:
    assert area_of(name, areas) is None


def test_a_name_that_two_areas_have_finds_none() -> None:
    two = [Authority("E06000001", "Fenwick", 2024), Authority("E06000002", "Fenwick", 2024)]
    assert area_of("Fenwick Council", areas_of(two)) is None


def test_of_two_years_the_later_counts() -> None:
    two = [Authority("E10000001", "Fenwick", 2019), Authority("E06000002", "Fenwick", 2024)]
    assert getattr(area_of("Fenwick", areas_of(two)), "code", None) == "E06000002"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Fenshire", "Fenshire County Council", True),
        ("Oxley", "Oxley Borough Council", True),
        ("Oxley", "Oxley Town Council", False),
        ("Oxley", "Oxleyshire County Council", False),
    ],
)
def test_places_without_a_code_are_told_apart_by_name(areas: Areas, one: str, other: str, same: bool) -> None:
    assert (place_key(one, areas) == place_key(other, areas)) is same


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        (None, "Fenshire Council"),
        ("Fenwick", "Fenwick"),
        ("the South West", "the South West"),
        ("statistical neighbours", "statistical neighbours (Fenshire Council)"),
    ],
)
def test_the_place_that_is_meant(place: str | None, meant: str) -> None:
    assert place_of(place, "Fenshire Council") == meant


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_lookup_in_the_encodings_they_come_in(tmp_path: Path, encoding: str) -> None:
    text = "LTLA21CD,LTLA21NM\nE06000907,Côteham\n"
    assert read_lookup(lookup(tmp_path, text, encoding=encoding))[0]["E06000907"].name == "Côteham"


def test_lines_that_name_no_authority_are_counted(tmp_path: Path) -> None:
    found, empty = read_lookup(lookup(tmp_path, "LAD23CD,LAD23NM\nE06000907,Fenwick\n,Nowhere\nE0600,Short\n"))
    assert (list(found), empty) == (["E06000907"], 2)


@pytest.mark.parametrize("text", ["", "name,code\nFenwick,E06000907\n", "LAD23CD,LAD23NM\n"])
def test_what_is_no_lookup_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="is no lookup of authorities; it needs columns such as LAD24CD"):
        read_lookup(lookup(tmp_path, text))


def test_two_lookups_make_one(tmp_path: Path) -> None:
    tiers, _ = read_lookup(
        lookup(tmp_path, "LTLA23CD,LTLA23NM,UTLA23CD,UTLA23NM\nE07000901,Fenwick,E10000901,Fenshire\n")
    )
    regions, _ = read_lookup(lookup(tmp_path, "LAD24CD,LAD24NM,RGN24CD,RGN24NM\nE07000901,Fenwick,E12000006,East\n"))
    both = tiers | {code: tiers[code] | each for code, each in regions.items()}
    found = area_of("Fenshire", areas_of(both.values()))
    assert found
    assert found.region == "East of England"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marlow City Council", ("E04000901", "South East")),  # a parish that is a city; the lookup's city is another
        ("Marlow", ("E06000903", "South West")),
        ("Bredon Combined Authority", ("E47000901", None)),
        ("Fenshire County Council", ("E10000901", "London")),
        ("Fenshire", ("E10000901", "East of England")),
        ("Hallam Care Trust", (None, "London")),
        ("Dale County Council", ("E10000902", None)),
        ("Dale", None),  # the county or the borough
    ],
)
def test_what_a_corpus_states_of_an_organisation_counts(
    tmp_path: Path, name: str, expected: tuple[str | None, str | None] | None
) -> None:
    stated = [
        Stated("Marlow City Council", "E04000901", "E12000008"),
        Stated("Bredon Combined Authority", "E47000901"),
        Stated("Fenshire County Council", "E10000901", "E12000007"),
        Stated("Hallam Care Trust", None, "E12000007"),
        Stated("Dale County Council", "E10000902"),
        Stated("Dale Borough Council", "E07000909"),
    ]
    found = area_of(name, areas_of(read_lookup(lookup(tmp_path, LOOKUP))[0].values(), stated))
    assert (found and (found.code, found.region)) == expected


def test_an_organisation_without_a_code_is_told_by_its_name() -> None:
    areas = areas_of([], [Stated("Hallam Care Trust", None, "E12000007")])
    assert place_key("Hallam Care Trust", areas) == "hallam care trust"
