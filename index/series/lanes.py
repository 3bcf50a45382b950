"""Measures side by side, and where documents are silent."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from typing import Any

from index.following import body_of
from index.periods import Span, span_of
from index.places import Areas, area_of, place_key, place_of, region_of
from index.series.figures import Figure, Figures
from index.series.measures import holds, measures_of
from index.series.points import by_place, commonest, place_told, points_of
from minutes.found import Coverage, Entry, Ingested, Lane, Listed, Matrix, Measure
from minutes.model import By, Meeting, Metric

LAG = timedelta(days=366)  # after a period, in which documents report on it


def compare(
    found: Iterable[Listed],
    by: By,
    areas: Areas,
    held: Sequence[Ingested],
    *,
    known: Sequence[Ingested],
    coverage: Coverage,
    words: Sequence[str] = (),
) -> Matrix:
    """Measures side by side: `found` are all metrics of the documents `held`, `words` choose among the measures.

    The lanes are the places, regions or bodies of all `known` documents, those of other dates too, so that silence is
    seen. A document could speak of a place if it is by that place's organisation, of a period if it is dated from its
    beginning to a year after its end, and of either if it has a figure for it.
    """
    figures = list(found)
    groups = [group for group in measures_of(figures, areas) if holds(group, words)]
    rows = [each for group in groups for each in by_place(group).values()] if by == "period" else groups
    lanes = {
        "place": lambda: _place_lanes(figures, groups, areas, held, known),
        "region": lambda: _region_lanes(figures, areas, held, known),
        "body": lambda: _body_lanes(held, known),
        "period": lambda: _period_lanes(figures, groups, held),
    }[by]()
    lane_of: Callable[[Figure], Hashable] = {
        "place": lambda figure: figure.place,
        "region": lambda figure: _region(figure.metric.place, figure.listed.meeting, areas),
        "body": lambda figure: _body(figure.listed.meeting),
        "period": lambda figure: figure.time,
    }[by]
    measures = [_measure(row, lanes, lane_of, areas, place=by == "period") for row in rows]
    measures = [each for each in measures if any(entry.points for entry in each.entries)]
    measures.sort(key=lambda each: (-sum(bool(entry.points) for entry in each.entries), each.name or "~"))
    return Matrix(by=by, lanes=tuple(lanes.values()), measures=tuple(measures), coverage=coverage)


def _measure(
    figures: Figures, lanes: dict[Any, Lane], lane_of: Callable[[Figure], Hashable], areas: Areas, *, place: bool
) -> Measure:
    in_lane: defaultdict[Hashable, Figures] = defaultdict(list)
    for each in figures:
        in_lane[lane_of(each)].append(each)
    own = [each for each in figures if each.metric.role == "actual"] or figures
    names = commonest(each.metric.name for each in own)
    return Measure(
        name=next(iter(names), None),
        names=names,
        groups=commonest(each.metric.group for each in figures),
        unit=own[0].metric.unit,
        place=next(iter(commonest(map(place_told, own))), None) if place else None,
        entries=tuple(
            Entry(lane=lane.name, documents=lane.documents, points=points_of(in_lane[key], areas))
            for key, lane in lanes.items()
        ),
    )


def _place_lanes(
    found: Iterable[Listed],
    groups: Iterable[Figures],
    areas: Areas,
    held: Iterable[Ingested],
    known: Iterable[Ingested],
) -> dict[Any, Lane]:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, list[str]] = defaultdict(list)
    wanted = {each.place for group in groups for each in group}
    for each in known:
        if each.meeting and (key := place_key(each.meeting.organisation, areas)):
            names[key].append(each.meeting.organisation or "")
            wanted.add(key)
    own = [(each.meeting.organisation, each.document.id) for each in held if each.document and each.meeting]
    told = [
        (place_of(each.record.place, each.meeting.organisation), each.document.id)
        for each in found
        if isinstance(each.record, Metric) and each.record.place
    ]
    for place, document in [*own, *told]:
        key = place_key(place, areas)
        if place and key and key in wanted:
            documents[key].add(document)
            names[key].append(place)
    lanes = {key: _lane(commonest(names[key])[0], areas, len(documents[key])) for key in names}
    return dict(sorted(lanes.items(), key=lambda item: item[1].name))


def _region_lanes(
    found: Iterable[Listed], areas: Areas, held: Iterable[Ingested], known: Iterable[Ingested]
) -> dict[Any, Lane]:
    """The regions of the organisations and of the places of figures; last, one for what lies in none that is known."""
    documents: defaultdict[str | None, set[str]] = defaultdict(set)
    for each in known:
        if each.meeting:
            documents[_region(None, each.meeting, areas)] |= set()  # so that silence is seen
    own = [(None, each.meeting, each.document.id) for each in held if each.document and each.meeting]
    told = [(each.record.place, each.meeting, each.document.id) for each in found if isinstance(each.record, Metric)]
    for place, meeting, document in [*own, *told]:
        documents[_region(place, meeting, areas)].add(document)
    return {
        region: Lane(name=region or "no region known", area=area_of(region, areas), documents=len(documents[region]))
        for region in sorted(documents, key=lambda each: (each is None, each))
    }


def _region(place: str | None, meeting: Meeting, areas: Areas) -> str | None:
    """The region of a place, or of the organisation where none is stated."""
    return region_of(area_of(place_of(place, meeting.organisation), areas))


def _lane(name: str, areas: Areas, documents: int) -> Lane:
    area = area_of(name, areas)
    return Lane(name=area.name if area else name, area=area, documents=documents)


def _body(meeting: Meeting) -> tuple[str | None, frozenset[str]]:
    return meeting.organisation, body_of(meeting)


def _body_lanes(held: Iterable[Ingested], known: Iterable[Ingested]) -> dict[Any, Lane]:
    counts = Counter(_body(each.meeting) for each in held if each.meeting)
    names: defaultdict[Hashable, list[str | None]] = defaultdict(list)
    for each in known:
        if each.meeting:
            names[_body(each.meeting)].append(each.meeting.body or each.meeting.organisation)
    lanes = {
        key: Lane(
            name=" · ".join(dict.fromkeys([*commonest(names[key])[:1], key[0] or "unknown"])), documents=counts[key]
        )
        for key in dict.fromkeys(_body(each.meeting) for each in known if each.meeting)
    }
    return dict(sorted(lanes.items(), key=lambda item: item[1].name))


def _period_lanes(found: Iterable[Listed], groups: Iterable[Figures], held: Sequence[Ingested]) -> dict[Any, Lane]:
    telling: defaultdict[Span, set[str]] = defaultdict(set)
    for each in found:
        if isinstance(each.record, Metric) and (span := span_of(each.record.period)):
            telling[span].add(each.document.id)
    dated = [(each.meeting.date, each.document.id) for each in held if each.document and each.meeting]
    times = {each.time: each.metric.period or "" for group in groups for each in group if isinstance(each.time, tuple)}
    lanes: dict[Any, Lane] = {}
    for span, period in sorted(times.items()):
        first, until = span[0].isoformat(), (span[1] + LAG).isoformat()
        near = {document for day, document in dated if day and first[: len(day)] <= day <= until}
        lanes[span] = Lane(name=period, documents=len(near | telling[span]))
    return lanes
