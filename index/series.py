"""Metrics that measure the same thing, as series over periods and side by side.

Whether two metrics do is told by their unit, by their names with the population that they are about
(`index.naming`), and by their place. A wrong merge is worse than two series, so what is only near must be borne out:

- Names that are the same make one measure. Where two documents then give different values for one place and period,
  both are shown, as a conflict unless one is the other rounded. Two such values in one document are two things that
  the name does not tell apart: they stand alone.
- Names that are near make one measure if no two of their figures contradict each other, and so do names of which one
  says all that the other says ("requests", "requests for assessment") where two documents give the same exact value
  for the same place and period.
- A name of one word ("occupancy"), or one that only repeats the unit, counts in its own document, and in others under
  a heading that shares a word with its own.
- A target or comparator without a name of its own ("England is at 10.1%") takes that of the figure beside which it
  stands: the one before it under the same item, else the one that follows.

A figure whose place is not stated is for the organisation whose document it is. Targets, forecasts and comparators go
with the actual figures of their own document, else with those of their place or organisation.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations, product
from typing import Any

from index.following import body_of
from index.naming import Name, Vocabulary, expansions_in, likeness, name_of, stems
from index.periods import Span, span_of
from index.places import NATIONS, REGIONS, Areas, area_of, place_key, place_of, region_of, spoken_names
from minutes.model import (
    By,
    Coverage,
    Entry,
    Ingested,
    Lane,
    Listed,
    Matrix,
    Measure,
    Meeting,
    Metric,
    Point,
    Series,
    content_id,
)

BEFORE, AFTER = 400, 200  # characters between an unnamed target or comparator and the figure whose name it takes
LAG = timedelta(days=366)  # after a period, in which documents report on it


@dataclass(frozen=True, eq=False)
class _Figure:
    """A metric with what it is compared by. `place` and `home` are keys of places, `time` is null if it has none."""

    listed: Listed
    metric: Metric
    name: Name
    unit: str
    place: str
    home: str
    time: Span | str | None

    @property
    def document(self) -> str:
        return self.listed.document.id

    @property
    def point(self) -> tuple[str, str, Span | str | None]:
        return self.metric.role, self.place, self.time

    @property
    def printed_place(self) -> str | None:
        return self.metric.place or self.listed.meeting.organisation


_Figures = list[_Figure]


def series_of(found: Iterable[Listed], areas: Areas, words: Sequence[str] = ()) -> list[Series]:
    """Metrics as series, those of most periods first: all, or those with a figure that holds each of the words."""
    made = [each for group in _measures(found, areas) if _holds(group, words) for each in _series(group, areas)]
    return sorted(made, key=lambda each: (-_periods(each), -len(each.points), each.name or "~", each.id))


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
    groups = [group for group in _measures(figures, areas) if _holds(group, words)]
    rows = [each for group in groups for each in _by_place(group).values()] if by == "period" else groups
    lanes = {
        "place": lambda: _place_lanes(figures, groups, areas, held, known),
        "region": lambda: _region_lanes(figures, areas, held, known),
        "body": lambda: _body_lanes(held, known),
        "period": lambda: _period_lanes(figures, groups, held),
    }[by]()
    lane_of: Callable[[_Figure], Hashable] = {
        "place": lambda figure: figure.place,
        "region": lambda figure: _region(figure.metric.place, figure.listed.meeting, areas),
        "body": lambda figure: _body(figure.listed.meeting),
        "period": lambda figure: figure.time,
    }[by]
    measures = [_measure(row, lanes, lane_of, areas, place=by == "period") for row in rows]
    measures = [each for each in measures if any(entry.points for entry in each.entries)]
    measures.sort(key=lambda each: (-sum(bool(entry.points) for entry in each.entries), each.name or "~"))
    return Matrix(by=by, lanes=tuple(lanes.values()), measures=tuple(measures), coverage=coverage)


# ---- from records to figures ----------------------------------------------------------------------------------------


def _figures(found: Iterable[Listed], areas: Areas) -> tuple[_Figures, Vocabulary]:
    listed = [each for each in found if isinstance(each.record, Metric)]
    expansions = expansions_in(each.record.text for each in listed if isinstance(each.record, Metric))
    made = [_figure(each, each.record, areas, expansions) for each in listed if isinstance(each.record, Metric)]
    made.sort(key=lambda each: (each.listed.meeting.date or "", each.document, each.metric.citation.start))
    made = _lent(made)
    return made, Vocabulary(expansions, _telling_apart(made))


def _figure(listed: Listed, metric: Metric, areas: Areas, expansions: Any) -> _Figure:
    organisation = listed.meeting.organisation
    home = place_key(organisation, areas) or listed.document.id
    said = " ".join(filter(None, (metric.name, metric.group)))
    places = frozenset([*spoken_names(metric.place), *spoken_names(organisation)])
    return _Figure(
        listed=listed,
        metric=metric,
        name=name_of(said, places, expansions, beside=metric.role != "actual"),
        unit=" ".join(stems(metric.unit or "")) or (metric.unit or ""),
        place=place_key(place_of(metric.place, organisation), areas) or home,
        home=home,
        time=span_of(metric.period) or metric.period,
    )


def _lent(figures: _Figures) -> _Figures:
    """The figures, with names for targets and comparators that have none of their own."""
    actual: defaultdict[tuple[str, str | None, str], _Figures] = defaultdict(list)
    for each in figures:
        if each.metric.role == "actual" and each.name.terms:
            actual[each.document, each.metric.item_id, each.unit].append(each)

    def named(figure: _Figure) -> _Figure:
        if figure.metric.role == "actual" or figure.name.terms or figure.metric.table:
            return figure
        near = actual[figure.document, figure.metric.item_id, figure.unit]
        at = figure.metric.citation.start
        before = [each for each in near if 0 <= at - each.metric.citation.start <= BEFORE]
        after = [each for each in near if 0 < each.metric.citation.start - at <= AFTER]
        lender = before[-1] if before else after[0] if after else None
        return replace(figure, name=lender.name) if lender else figure

    return [named(each) for each in figures]


def _telling_apart(figures: _Figures) -> frozenset[str]:
    """Words by which a document tells two figures of one place and period apart."""
    at: defaultdict[Hashable, defaultdict[frozenset[str], set[Any]]] = defaultdict(lambda: defaultdict(set))
    for each in figures:
        at[each.document, each.unit, each.point][each.name.terms].add(each.metric.value)
    return frozenset().union(*map(_apart, at.values()))


def _apart(values: Mapping[frozenset[str], set[Any]]) -> set[str]:
    """Words that one of two names lacks which share half of the shorter one's words, and have different values.

    The shorter name has one of its rarest words in common with the other, if any half of them: so only names that
    share such a word are compared (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006), and only until a word
    is found to tell apart.
    """
    count = Counter(term for name in values for term in name)
    both = Counter(pair for name in values for pair in product(name, repeat=2))
    told = Counter(value for each in values.values() for value in each)
    rare = {name: sorted(name, key=lambda term: (count[term], term))[: len(name) // 2 + 1] for name in values}
    holding: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    shorter: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for name in sorted(values, key=lambda name: min(told[value] for value in values[name])):  # most differ from those
        for term in name:
            holding[term].append(name)
        for term in rare[name]:
            shorter[term].append(name)
    found: set[str] = set()
    for name in values:
        for word in name - found:
            lacking = [term for term in name if both[term, word] < count[term]]  # some name has it, and not the word
            near = chain(
                *(holding[term] for term in lacking if term in rare[name]), *(shorter[term] for term in lacking)
            )
            if any(word not in other and _told_apart(name, other, values) for other in near):
                found.add(word)
    return found


def _told_apart(one: frozenset[str], other: frozenset[str], values: Mapping[frozenset[str], set[Any]]) -> bool:
    alike = 2 * len(one & other) >= min(len(one), len(other)) > 0
    return alike and len(values[one] | values[other]) > 1


# ---- from figures to measures ---------------------------------------------------------------------------------------


def _measures(found: Iterable[Listed], areas: Areas) -> list[_Figures]:
    """The metrics in groups that measure the same thing, in whatever place."""
    figures, words = _figures(found, areas)
    units: defaultdict[str, _Figures] = defaultdict(list)
    for each in figures:
        units[each.unit].append(each)
    return [group for same in units.values() for group in _of_unit(same, words)]


def _of_unit(figures: _Figures, words: Vocabulary) -> Iterator[_Figures]:
    unclear = _unclear(figures)
    named: defaultdict[frozenset[str], _Figures] = defaultdict(list)
    for each in figures:
        if each.name.terms and each.metric.id not in unclear:
            named[each.name.terms].append(each)
        else:
            yield [each]
    classes: list[_Figures] = []
    for terms, group in named.items():
        weak = len(terms) == 1 or terms <= set(figures[0].unit.split())
        classes += _by_heading(group) if weak else [group]
    yield from _joined(classes, words)


def _unclear(figures: _Figures) -> set[str]:
    """Ids of figures for which one document gives values that do not agree, under one name, for one place and time."""
    told: defaultdict[Hashable, _Figures] = defaultdict(list)
    for each in figures:
        if each.time or each.metric.table:  # "fell from 312 to 224" is two figures of one measure
            told[each.document, each.point, each.name.terms].append(each)
    return {each.metric.id for same in told.values() if not _agree(e.metric.value for e in same) for each in same}


def _agree(values: Iterable[Any]) -> bool:
    """Whether all values are the same, or one another rounded."""
    return all(
        one == other or _rounded(one, other) or _rounded(other, one) for one, other in combinations({*values}, 2)
    )


def _rounded(one: Any, other: Any) -> bool:
    """Whether one value is the other, rounded: 57 and 57.4, 5,500,000 and 5,482,310; not 60 and 64, 5,000 and 5,100."""
    if isinstance(one, tuple) or isinstance(other, tuple):
        return False
    coarse = Decimal(repr(one)).normalize()
    _, digits, power = coarse.as_tuple()
    exponent = min(int(power), 0) if abs(one) < 1000 else int(power)
    if exponent > 0 and len(digits) < 2:
        return False
    half = Decimal(5).scaleb(exponent - 1)
    return -half <= Decimal(repr(other)) - coarse < half


def _by_heading(figures: _Figures) -> list[_Figures]:
    """Figures under one short name, parted where neither document nor heading connects them."""
    groups: list[tuple[set[str], set[str], _Figures]] = []  # documents, words of headings
    for each in figures:
        documents, heading = {each.document}, set(stems((each.listed.item or {}).get("title") or ""))
        joined = [group for group in groups if group[0] & documents or group[1] & heading]
        groups = [group for group in groups if group not in joined]
        for other in joined:
            documents |= other[0]
            heading |= other[1]
        groups.append((documents, heading, [*(f for other in joined for f in other[2]), each]))
    return [group for _, _, group in groups]


def _joined(classes: list[_Figures], words: Vocabulary) -> list[_Figures]:
    """Classes of figures with the same terms, joined where something speaks for it, and in no pair anything against."""
    values = [_values(each) for each in classes]
    groups = {index: [index] for index in range(len(classes))}
    pairs: dict[tuple[int, int], bool] = {}  # those that nothing speaks against, and whether something speaks for them
    for one, other in _sharing(classes):
        left, right = classes[one][0].name, classes[other][0].name
        like = likeness(left, right, words)
        contained = left.terms < right.terms or right.terms < left.terms
        if left.terms == right.terms or not (like or contained):  # equal terms were parted for a reason
            continue
        shared = values[one].keys() & values[other].keys()
        agreed = all(_agree(values[one][point] | values[other][point]) for point in shared)
        if like == "same" or agreed:
            pairs[one, other] = bool(like) or any(_exact(values[one][point], values[other][point]) for point in shared)
    for one, other in sorted(pairs, key=lambda pair: -_common(classes, pair)):
        first, second = groups[one], groups[other]
        joinable = all((min(a, b), max(a, b)) in pairs for a in first for b in second)
        if pairs[one, other] and joinable and first is not second:
            first += second
            groups |= dict.fromkeys(second, first)
    return [[f for index in group for f in classes[index]] for index, group in groups.items() if group[0] == index]


def _common(classes: list[_Figures], pair: tuple[int, int]) -> int:
    """How many terms the names of two classes share."""
    one, other = (classes[index][0].name.terms for index in pair)
    return len(one & other)


def _sharing(classes: list[_Figures]) -> list[tuple[int, int]]:
    """Pairs of classes that share a term."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(classes):
        for term in group[0].name.terms:
            holding[term].append(index)
    return sorted({pair for each in holding.values() for pair in combinations(each, 2)})


def _values(figures: _Figures) -> dict[Hashable, set[Any]]:
    """The values that are given for each point in time and place."""
    found: defaultdict[Hashable, set[Any]] = defaultdict(set)
    for each in figures:
        if each.time:
            found[each.point].add(each.metric.value)
    return dict(found)


def _exact(values: set[Any], others: set[Any]) -> bool:
    """Whether both give one value, and one that is no chance: of three digits, and not rounded to hundreds."""
    if len(values) > 1 or values != others:
        return False
    (value,) = values
    digits = "" if isinstance(value, tuple) else f"{value:.10g}".replace(".", "").strip("-").lstrip("0")
    return len(digits) >= 3 and len(digits.rstrip("0")) >= 2


def _holds(figures: _Figures, words: Sequence[str]) -> bool:
    """Whether one of the figures holds all the words, in its sentence, its name or the title of its item."""
    for each in figures:
        title = (each.listed.item or {}).get("title")
        text = " ".join(filter(None, (each.metric.text, each.metric.name, each.metric.group, title))).casefold()
        if all(word.casefold() in text for word in words):
            return True
    return False


# ---- from measures to series ----------------------------------------------------------------------------------------


def _by_place(measure: _Figures) -> dict[str, _Figures]:
    """A measure's figures by the place whose series they are in, that of the actual ones."""
    found: dict[str, _Figures] = {}
    for each in measure:
        if each.metric.role == "actual":
            found.setdefault(each.place, []).append(each)
    actual = {place: list(figures) for place, figures in found.items()}
    for each in measure:
        if each.metric.role != "actual":
            found.setdefault(_beside(each, actual), []).append(each)
    return found


def _beside(figure: _Figure, actual: dict[str, _Figures]) -> str:
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


def _is_wider(figure: _Figure) -> bool:
    """Whether a figure is for a nation or a region."""
    place = (figure.metric.place or "").casefold()
    return figure.place in REGIONS or figure.place in NATIONS or place.startswith(("national", "regional"))


def _series(measure: _Figures, areas: Areas) -> Iterator[Series]:
    for figures in _by_place(measure).values():
        own = [each for each in figures if each.metric.role == "actual"]
        place = next(iter(_commonest(map(_place_of, own or figures))), None)
        names = _commonest(each.metric.name for each in own or figures)
        yield Series(
            id=content_id("ser", min(each.metric.id for each in figures)),
            name=next(iter(names), None),
            names=tuple(dict.fromkeys([*names, *_commonest(each.metric.name for each in figures)])),
            groups=_commonest(each.metric.group for each in figures),
            unit=figures[0].metric.unit,
            place=place,
            area=area_of(place, areas),
            points=_points(figures, areas),
        )


def _place_of(figure: _Figure) -> str | None:
    """The place that a figure's series is of, as printed; a comparator is of another."""
    return figure.listed.meeting.organisation if figure.metric.role == "comparator" else figure.printed_place


def _points(figures: _Figures, areas: Areas) -> tuple[Point, ...]:
    """One point a value; in order of time, undated ones last, and at one time the actual figure first."""
    at: defaultdict[Hashable, dict[Any, _Figures]] = defaultdict(dict)
    for each in figures:
        at[each.point].setdefault(each.metric.value, []).append(each)
    points = [
        _point(same, areas, conflict=bool(same[0].time) and not _agree(values))
        for values in at.values()
        for same in values.values()
    ]
    roles = ("actual", "forecast", "target", "comparator")
    return tuple(
        sorted(points, key=lambda p: (p.start or date.max, p.end or date.max, p.period or "~", roles.index(p.role)))
    )


def _point(same: _Figures, areas: Areas, *, conflict: bool) -> Point:
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


def _periods(series: Series) -> int:
    return len({point.start for point in series.points if point.start and point.role == "actual"})


def _commonest(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Each text once, those that come most often first; of equals the shorter one."""
    counts = Counter(filter(None, texts))
    return tuple(sorted(counts, key=lambda text: (-counts[text], len(text), text)))


# ---- side by side ---------------------------------------------------------------------------------------------------


def _measure(
    figures: _Figures, lanes: dict[Any, Lane], lane_of: Callable[[_Figure], Hashable], areas: Areas, *, place: bool
) -> Measure:
    in_lane: defaultdict[Hashable, _Figures] = defaultdict(list)
    for each in figures:
        in_lane[lane_of(each)].append(each)
    own = [each for each in figures if each.metric.role == "actual"] or figures
    names = _commonest(each.metric.name for each in own)
    return Measure(
        name=next(iter(names), None),
        names=names,
        groups=_commonest(each.metric.group for each in figures),
        unit=own[0].metric.unit,
        place=next(iter(_commonest(map(_place_of, own))), None) if place else None,
        entries=tuple(
            Entry(lane=lane.name, documents=lane.documents, points=_points(in_lane[key], areas))
            for key, lane in lanes.items()
        ),
    )


def _place_lanes(
    found: Iterable[Listed],
    groups: Iterable[_Figures],
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
    lanes = {key: _lane(_commonest(names[key])[0], areas, len(documents[key])) for key in names}
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
            name=" · ".join(dict.fromkeys([*_commonest(names[key])[:1], key[0] or "unknown"])), documents=counts[key]
        )
        for key in dict.fromkeys(_body(each.meeting) for each in known if each.meeting)
    }
    return dict(sorted(lanes.items(), key=lambda item: item[1].name))


def _period_lanes(found: Iterable[Listed], groups: Iterable[_Figures], held: Sequence[Ingested]) -> dict[Any, Lane]:
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
