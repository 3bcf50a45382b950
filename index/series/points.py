"""From measures to series: the figures of a measure by place, as points over time."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any

from index.places import NATIONS, REGIONS, Areas, area_of
from index.series.figures import Figure, Figures
from index.series.measures import agree
from minutes.found import Point, Series
from minutes.model import content_id


def by_place(measure: Figures) -> dict[str, Figures]:
    """A measure's figures by the place whose series they are in, that of the actual ones."""
    found: dict[str, Figures] = {}
    for each in measure:
        if each.metric.role == "actual":
            found.setdefault(each.place, []).append(each)
    actual = {place: list(figures) for place, figures in found.items()}
    for each in measure:
        if each.metric.role != "actual":
            found.setdefault(_beside(each, actual), []).append(each)
    return found


def _beside(figure: Figure, actual: dict[str, Figures]) -> str:
    """The place whose actual figures a target, forecast or comparator stands beside; its own if there are none.

    A target or forecast for a place that is named stands beside no other place's figures, unless it is a nation's.
    """
    own = figure.metric.role != "comparator" and figure.metric.place and not _is_wider(figure)
    near = [each for figures in actual.values() for each in figures if each.document == figure.document]
    here = {each.place for each in near}
    for place in (figure.place, figure.home):
        if own or place in here or (place in actual and not here):
            return place
    at = figure.metric.citation.start
    closest = min(near, key=lambda each: abs(each.metric.citation.start - at), default=None)
    return closest.place if closest else figure.home


def _is_wider(figure: Figure) -> bool:
    """Whether a figure is for a nation or a region."""
    place = (figure.metric.place or "").casefold()
    return figure.place in REGIONS or figure.place in NATIONS or place.startswith(("national", "regional"))


def series_in(measure: Figures, areas: Areas) -> Iterator[Series]:
    for figures in by_place(measure).values():
        own = [each for each in figures if each.metric.role == "actual"]
        place = next(iter(commonest(map(place_told, own or figures))), None)
        names = commonest(each.metric.name for each in own or figures)
        yield Series(
            id=content_id("ser", min(each.metric.id for each in figures)),
            name=next(iter(names), None),
            names=tuple(dict.fromkeys([*names, *commonest(each.metric.name for each in figures)])),
            groups=commonest(each.metric.group for each in figures),
            unit=figures[0].metric.unit,
            place=place,
            area=area_of(place, areas),
            points=points_of(figures, areas),
        )


def place_told(figure: Figure) -> str | None:
    """The place that a figure's series is of, as printed; a comparator is of another."""
    return figure.listed.meeting.organisation if figure.metric.role == "comparator" else figure.printed_place


def points_of(figures: Figures, areas: Areas) -> tuple[Point, ...]:
    """One point a value; in order of time, undated ones last, and at one time the actual figure first."""
    at: defaultdict[Hashable, dict[Any, Figures]] = defaultdict(dict)
    for each in figures:
        at[each.point].setdefault(each.metric.value, []).append(each)
    points = [
        _point(same, areas, conflict=bool(same[0].time) and not agree(values))
        for values in at.values()
        for same in values.values()
    ]
    roles = ("actual", "forecast", "target", "comparator")
    return tuple(
        sorted(points, key=lambda p: (p.start or date.max, p.end or date.max, p.period or "~", roles.index(p.role)))
    )


def _point(same: Figures, areas: Areas, *, conflict: bool) -> Point:
    first = same[0]
    start, end = first.time if isinstance(first.time, tuple) else (None, None)
    return Point(
        role=first.metric.role,
        period=first.metric.period,
        start=start,
        end=end,
        value=first.metric.value,
        place=first.printed_place,
        area=area_of(first.printed_place, areas),
        conflict=conflict,
        sources=tuple(each.listed for each in same),
    )


def periods(series: Series) -> int:
    return len({point.start for point in series.points if point.start and point.role == "actual"})


def commonest(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Each text once, those that come most often first; of equals the shorter one."""
    counts = Counter(filter(None, texts))
    return tuple(sorted(counts, key=lambda text: (-counts[text], len(text), text)))
