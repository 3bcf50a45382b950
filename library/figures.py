"""Figures side by side: the areas that metrics are for, the series that they make, and the regions of organisations."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

from cachetools import LRUCache, cachedmethod

from index.catalogue import Catalogue
from index.places import Areas, area_of, areas_of, read_lookup, region_of
from index.series import compare, series_of
from minutes.errors import QueryError
from minutes.found import Area, Filters, Listed, Matrix, Region, Series
from minutes.model import By, Metric
from workers import check, explained


class Figures:
    """The figures of a catalogue. What was asked for is remembered as long as nothing in the catalogue changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held_series: LRUCache[Any, list[Series]] = LRUCache(8)
        self._held_regions: LRUCache[Any, dict[str, str]] = LRUCache(1)
        self._lock = Lock()

    def metrics(self, words: Sequence[str], filters: Filters) -> list[Listed]:
        """The register of metrics, each with the area that it is for."""
        return _located(self._catalogue.records("metric", words, filters), self.areas())

    def series(self, words: Sequence[str], filters: Filters) -> list[Series]:
        """Metrics that measure the same thing, of which one holds the words."""
        return list(self._series(self._catalogue.state(), tuple(words), filters))

    @cachedmethod(attrgetter("_held_series"), lock=attrgetter("_lock"))  # a page of them asks again for each chart
    def _series(self, _state: str | None, words: tuple[str, ...], filters: Filters) -> list[Series]:
        areas = self.areas()
        return series_of(_located(self._catalogue.records("metric", (), filters), areas), areas, words)

    def compare(self, by: By, words: Sequence[str], filters: Filters) -> Matrix:
        """What is measured and holds the words, by place, region, body or period."""
        areas = self.areas()
        return compare(
            _located(self._catalogue.records("metric", (), filters), areas),
            by,
            areas,
            self._catalogue.documents(filters),
            known=self._catalogue.documents(replace(filters, since=None, until=None)),
            coverage=self._catalogue.coverage(filters),
            words=words,
        )

    def area(self, place: str | None) -> Area | None:
        """The one area that goes by this name."""
        return area_of(place, self.areas())

    def areas(self) -> Areas:
        """All that lookup files and corpora told."""
        return areas_of(self._catalogue.authorities(), self._catalogue.stated())

    def regions(self) -> dict[str, str]:
        """The regions of the organisations whose documents are held, as far as they are known."""
        return dict(self._regions(self._catalogue.state()))

    @cachedmethod(attrgetter("_held_regions"), lock=attrgetter("_lock"))  # every page of results asks for them
    def _regions(self, _state: str | None) -> dict[str, str]:
        names = {each.organisation for each in self._catalogue.bodies() if each.organisation}
        areas = self.areas()
        return {name: region for name in sorted(names) if (region := region_of(area_of(name, areas)))}

    def region(self, name: str) -> Region:
        """A region to filter by.

        Raises:
            QueryError: if no organisation is known to lie in it.
        """
        found = tuple(each for each, region in self.regions().items() if region.casefold() == name.casefold())
        if not found:
            raise QueryError(f"No organisation in this library is known to lie in {name}; leave the region out")
        return Region(name, found)


def _located(found: Sequence[Listed], areas: Areas) -> list[Listed]:
    """The same metrics, with the area that each is for."""
    places = [(isinstance(each.record, Metric) and each.record.place) or each.meeting.organisation for each in found]
    return [each.model_copy(update={"area": area_of(place, areas)}) for each, place in zip(found, places, strict=True)]


def import_places(catalogue: Catalogue, path: Path) -> tuple[int, int]:
    """Hold the authorities of a lookup file; how many there are, and lines of it without any."""
    check(path)
    with explained(path):
        found, empty = read_lookup(path)
    catalogue.put_authorities(found)
    return len(found), empty
