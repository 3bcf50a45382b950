"""From records to figures: a metric with what it is compared by."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import Any

from index.naming import Name, Vocabulary, expansions_in, name_of, stems
from index.periods import Span, span_of
from index.places import Areas, place_key, place_of, spoken_names
from minutes.found import Listed
from minutes.model import Metric

KINDRED = 4  # measures that reports of one run have in common
BEFORE, AFTER = 400, 200  # characters between an unnamed target or comparator and the figure whose name it takes


@dataclass(frozen=True, eq=False)
class Figure:
    """A metric with what it is compared by. `place` and `home` are keys of places, `time` is null if it has none."""

    listed: Listed
    metric: Metric
    name: Name
    unit: str
    place: str
    home: str
    time: Span | str | None

    @property
    def said(self) -> str:
        """What it measures, in its own words."""
        return " ".join(filter(None, (self.metric.name, self.metric.group)))

    @property
    def places(self) -> frozenset[str]:
        """Names of its places that are no part of what it measures."""
        return frozenset([*spoken_names(self.metric.place), *spoken_names(self.listed.meeting.organisation)])

    @property
    def document(self) -> str:
        return self.listed.document.id

    @property
    def point(self) -> tuple[str, str, Span | str | None]:
        return self.metric.role, self.place, self.time

    @property
    def printed_place(self) -> str | None:
        return self.metric.place or self.listed.meeting.organisation


Figures = list[Figure]
_At = tuple[Hashable, tuple[str, str, Span | str | None]]  # a measure; role, place and time
_Told = dict[_At, set[Any]]


def figures_of(found: Iterable[Listed], areas: Areas) -> tuple[Figures, Vocabulary]:
    listed = [each for each in found if isinstance(each.record, Metric)]
    expansions = expansions_in(each.record.text for each in listed if isinstance(each.record, Metric))
    made = [_figure(each, each.record, areas, expansions) for each in listed if isinstance(each.record, Metric)]
    made.sort(key=lambda each: (each.listed.meeting.date or "", each.document, each.metric.citation.start))
    made = _at_home(_lent(made))
    return made, Vocabulary(expansions, _telling_apart(made))


def _figure(listed: Listed, metric: Metric, areas: Areas, expansions: Any) -> Figure:
    organisation = listed.meeting.organisation
    home = place_key(organisation, areas) or listed.document.id
    unit = " ".join(stems(metric.unit or "")) or (metric.unit or "")
    made = Figure(
        listed=listed,
        metric=metric,
        name=Name(),
        unit=unit,
        place=place_key(place_of(metric.place, organisation), areas) or home,
        home=home,
        time=span_of(metric.period) or metric.period,
    )
    name = name_of(made.said, made.places, expansions, beside=metric.role != "actual", share=unit == "%")
    return replace(made, name=name)


def _lent(figures: Figures) -> Figures:
    """The figures, with names for targets and comparators that have none of their own.

    So have those that say no more than the figure in whose sentence they stand ("40% of pupils with a plan in Fenshire,
    32% of pupils nationally").
    """
    actual: defaultdict[tuple[str, str | None, str], Figures] = defaultdict(list)
    for each in figures:
        if each.metric.role == "actual" and each.name.terms:
            actual[each.document, each.metric.item_id, each.unit].append(each)

    def named(figure: Figure) -> Figure:
        if figure.metric.role == "actual" or figure.metric.table:
            return figure
        near = actual[figure.document, figure.metric.item_id, figure.unit]
        if figure.name.terms:
            near = [each for each in near if each.metric.text == figure.metric.text and _says_all(each, figure)]
        at = figure.metric.citation.start
        before = [each for each in near if 0 <= at - each.metric.citation.start <= BEFORE]
        after = [each for each in near if 0 < each.metric.citation.start - at <= AFTER]
        lender = before[-1] if before else after[0] if after else None
        return replace(figure, name=lender.name) if lender else figure

    return [named(each) for each in figures]


def _says_all(figure: Figure, other: Figure) -> bool:
    """Whether the name of a figure has all words of another's."""
    places = figure.places | other.places
    mine, theirs = (name_of(each.said, places, {}, beside=True).terms for each in (figure, other))
    return theirs <= mine


def _at_home(figures: Figures) -> Figures:
    """The figures, those of reports that name no organisation with one home where the reports are of one run.

    They are where KINDRED measures of two words or more are in both, and no figure of one contradicts the other.
    """
    homes: dict[str, _Told] = {}
    home_of: dict[str, str] = {}
    for document, told in _homeless(figures).items():
        home = next((home for home, held in homes.items() if _akin(told, held)), document)
        home_of[document] = home
        homes[home] = homes.get(home, {}) | told
    return [_moved(each, home_of.get(each.document, each.home)) for each in figures]


def _homeless(figures: Figures) -> dict[str, _Told]:
    """The values that documents give whose organisation is not known, by measure and by role, place and time."""
    found: defaultdict[str, defaultdict[_At, set[Any]]] = defaultdict(lambda: defaultdict(set))
    for each in figures:
        if each.home == each.document and len(each.name.terms) > 1:
            place = "" if each.place == each.home else each.place
            point = each.metric.role, place, each.time
            found[each.document][(each.name.terms, each.unit), point].add(each.metric.value)
    return {document: dict(told) for document, told in found.items()}


def _akin(one: _Told, other: _Told) -> bool:
    shared = {measure for measure, _ in one} & {measure for measure, _ in other}
    dated = [at for at in one.keys() & other.keys() if at[1][2]]
    return len(shared) >= KINDRED and all(one[at] == other[at] for at in dated)


def _moved(figure: Figure, home: str) -> Figure:
    return replace(figure, home=home, place=home if figure.place == figure.home else figure.place)


def _telling_apart(figures: Figures) -> frozenset[str]:
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
