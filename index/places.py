"""Places and their codes: the nations and English regions built in, authorities from a lookup file.

The Office for National Statistics publishes lookups as CSV: a line for each authority, its own code and name and those
of what it lies in, in columns that are called after kind and year (`LAD24CD`, `LAD24NM`, `UTLA24CD`, `RGN24CD`). Some
leave out the region, some the upper tier; what two of them tell is put together.

A name finds its area in full or without what kind of authority it is ("Fenshire County Council", "City of Fenwick").
A name that could be two areas finds none. What a corpus states of an organisation counts over the lookups, by its full
name; by a shorter one only where no lookup has it. Town, parish and community councils are no authorities of these
lookups: they often share the name of the district around them, and must not be taken for it.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from minutes.errors import InputError
from minutes.found import Area

REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
}
NATIONS = {
    "E92000001": "England",
    "N92000002": "Northern Ireland",
    "S92000003": "Scotland",
    "W92000004": "Wales",
    "K02000001": "United Kingdom",
    "K03000001": "Great Britain",
    "K04000001": "England and Wales",
}
ALSO = {"E12000003": "Yorkshire and Humber", "E12000007": "Greater London", "K02000001": "UK"}

_UNDIVIDED = ("N92000002", "S92000003", "W92000004")  # nations without regions; areas in them share the letter
_COLUMN = re.compile(r"(LAD|LTLA|UTLA|CTYUA|CTY|RGN)(\d\d)(CD|NM)", re.IGNORECASE)
_LOWER, _UPPER = ("LAD", "LTLA"), ("UTLA", "CTYUA", "CTY")
CODE = re.compile(r"[EWSNK]\d{8}")
_COUNCIL = re.compile(r"(?: (?:county|city|borough|district|metropolitan|unitary))*(?: council)?$")
_KIND = re.compile(r"(?:(?:london|royal|metropolitan) )?(?:borough|city|county|district)(?: council)?(?: of)? ")
_KIND_AFTER = re.compile(r", (?:city|county) of$")


@dataclass(frozen=True)
class Authority:
    """A line of a lookup: an authority, the code of the upper tier that it belongs to and that of its region."""

    code: str
    name: str
    year: int  # of the boundaries
    upper: str | None = None
    region: str | None = None

    def __or__(self, other: "Authority") -> "Authority":
        """What both tell of an authority; the later one's word counts where they differ."""
        old, new = sorted((self, other), key=lambda each: each.year)
        return Authority(new.code, new.name, new.year, new.upper or old.upper, new.region or old.region)


@dataclass(frozen=True)
class Stated:
    """What a corpus states of an organisation: the code of the place that it is for, and the code of its region."""

    organisation: str
    code: str | None = None
    region: str | None = None


# ---- reading a lookup -----------------------------------------------------------------------------------------------


def read_lookup(path: Path) -> tuple[dict[str, Authority], int]:
    """The authorities of a lookup file by code, and how many of its lines name none.

    Raises:
        InputError: if it is not such a file.
    """
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    columns = _columns(rows.fieldnames or ())
    found: dict[str, Authority] = {}
    empty = 0
    try:
        for row in rows:
            told = list(_authorities({column: (row[name] or "").strip() for column, name in columns.items()}, columns))
            empty += not told
            for each in told:
                found[each.code] = found[each.code] | each if each.code in found else each
    except csv.Error as error:
        raise InputError(f"{path}: is no CSV file ({error}); get it again") from error
    if not found:
        raise InputError(
            f"{path}: is no lookup of authorities; it needs columns such as LAD24CD and LAD24NM, with a code in them"
        )
    return found, empty


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # as older ones are written


_Column = tuple[str, str, int]  # kind of area, CD or NM, year


def _columns(names: Iterable[str]) -> dict[_Column, str]:
    """The columns that count, of each kind those of the latest year."""
    found = {
        (match[1].upper(), match[3].upper(), 2000 + int(match[2])): name
        for name in names
        if (match := _COLUMN.fullmatch(name.strip()))
    }
    latest = {kind: max(year for other, _, year in found if other == kind) for kind, _, _ in found}
    return {column: name for column, name in found.items() if column[2] == latest[column[0]]}


def _authorities(values: Mapping[_Column, str], columns: Iterable[_Column]) -> Iterator[Authority]:
    """The lower and the upper authority of one line, which are the same where there is only one tier."""
    years = {kind: year for kind, _, year in columns}

    def first(kinds: Iterable[str]) -> tuple[str, str, int] | None:
        for kind in kinds:
            year = years.get(kind, 0)
            code, name = (values.get((kind, what, year), "") for what in ("CD", "NM"))
            if CODE.fullmatch(code) and name:
                return code, name, year
        return None

    upper, region = first(_UPPER), first(["RGN"])
    region_code = region[0] if region and region[0] in REGIONS else None
    if lower := first(_LOWER):
        yield Authority(*lower, upper=upper[0] if upper and upper[0] != lower[0] else None, region=region_code)
    if upper and (not lower or lower[0] != upper[0]):
        yield Authority(*upper, region=region_code)


# ---- finding a place ------------------------------------------------------------------------------------------------

Areas = Mapping[str, Area | None]  # authorities by the forms of their names; null where a name could be two of them


def areas_of(authorities: Iterable[Authority], stated: Sequence[Stated] = ()) -> Areas:
    """The areas of the authorities and of the organisations that a corpus states, for `area_of`."""
    held = {each.code: each for each in authorities}
    regions = _regions(held)
    full: dict[str, tuple[int, Area | None]] = {}
    short: dict[str, tuple[int, Area | None]] = {}
    for each in held.values():
        region = regions.get(each.code)
        area = Area(name=each.name, code=each.code, region=REGIONS.get(region or ""), region_code=region)
        own, *others = _forms(each.name)
        _note(full, own, each.year, area)
        for form in others:
            _note(short, form, each.year, area)
    found = {form: area for form, (_, area) in (short | full).items()}
    return _with_stated(found, stated) if stated else found


def _with_stated(found: dict[str, Area | None], stated: Iterable[Stated]) -> Areas:
    """An organisation by its full name, whatever else is called so; by a shorter one where nothing else is."""
    known = {area.code: area for area in [*BUILT_IN.values(), *found.values()] if area}
    full: dict[str, Area | None] = {}
    short: dict[str, tuple[int, Area | None]] = {}
    for each in stated:
        area = known.get(each.code or "") or Area(name=each.organisation, code=each.code)
        if each.region:
            area = area.model_copy(update={"region": REGIONS[each.region], "region_code": each.region})
        own, *others = _forms(each.organisation)
        full[own] = area
        for form in others if each.code else ():
            _note(short, form, 0, area)
    return {form: area for form, (_, area) in short.items()} | found | full


def _note(found: dict[str, tuple[int, Area | None]], form: str, year: int, area: Area) -> None:
    """Note an area under a form of its name. Where two have it, that of the later year counts; of one year, neither."""
    held = found.get(form)
    if held is None or year > held[0]:
        found[form] = (year, area)
    elif year == held[0] and area != held[1]:
        found[form] = (year, None)


def _regions(held: Mapping[str, Authority]) -> dict[str, str]:
    """The region of each authority: its own, that of its upper tier, or the one that all below it share."""
    known = {code: each.region for code, each in held.items() if each.region}
    below: dict[str, set[str]] = {}
    for each in held.values():
        if each.upper and each.region:
            below.setdefault(each.upper, set()).add(each.region)
    for code, regions in below.items():
        if len(regions) == 1:
            known.setdefault(code, *regions)
    for each in held.values():
        if each.upper in known:
            known.setdefault(each.code, known[each.upper])
    return known


def area_of(name: str | None, areas: Areas) -> Area | None:
    """The area of that name; null where none, or more than one, goes by it."""
    full, *shorter = _forms(name or "")
    if built_in := BUILT_IN.get(full.removesuffix(" region")):
        return built_in
    return next((areas[form] for form in (full, *shorter) if form in areas), None)


def region_of(area: Area | None) -> str | None:
    """The region of an area; of one in Wales, Scotland or Northern Ireland, which have none, the nation."""
    if area is None:
        return None
    letter = (area.code or "")[:1]
    return area.region or next((NATIONS[nation] for nation in _UNDIVIDED if nation[0] == letter), None)


def place_key(name: str | None, areas: Areas) -> str | None:
    """What tells places apart: the code where it is known, else the name without what kind of authority it is."""
    if not name:
        return None
    area = area_of(name, areas)
    return (area and area.code) or _forms(name)[-1]


def place_of(place: str | None, organisation: str | None) -> str | None:
    """The place that a figure is for, in words that mean the same elsewhere; the organisation where none is stated.

    "Statistical neighbours" and "the county" are those of somebody, as their small letters tell.
    """
    if not place or not organisation:
        return place or organisation
    relative = place[0].islower() and not BUILT_IN.get(_plain(place))
    return f"{place} ({organisation})" if relative else place


def spoken_names(name: str | None) -> tuple[str, ...]:
    """How a place is called in running text, in small letters: "city of fenwick council", "city of fenwick" …"""
    return _forms(name) if name else ()


@cache
def _forms(name: str) -> tuple[str, ...]:
    """A name in full, and shorter and shorter: "city of fenwick council", "city of fenwick", "fenwick"."""
    full = _plain(name)
    bare = _COUNCIL.sub("", full, count=1).strip() or full
    short = _KIND_AFTER.sub("", bare)
    return tuple(dict.fromkeys([full, bare, _KIND.sub("", short, count=1) if _KIND.match(short) else short]))


def _plain(name: str) -> str:
    """A name in small letters without signs; "&" is "and"."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    text = re.sub(r"[.’'`]", "", text)
    text = re.sub(r"[^\w,]+", " ", text).strip()
    return re.sub(r" ?, ?", ", ", text).removeprefix("the ").strip(", ")


BUILT_IN = {
    _plain(name): Area(
        name=own[code], code=code, region=REGIONS.get(code), region_code=code if code in REGIONS else None
    )
    for own, names in ((REGIONS, REGIONS), (NATIONS, NATIONS), (REGIONS | NATIONS, ALSO))
    for code, name in names.items()
}
