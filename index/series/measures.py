"""From figures to measures: the figures that measure the same thing, in whatever place."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from index.naming import Vocabulary, likeness, stems
from index.places import Areas
from index.series.figures import Figures, figures_of
from minutes.found import Listed


def measures_of(found: Iterable[Listed], areas: Areas) -> list[Figures]:
    """The metrics in groups that measure the same thing, in whatever place."""
    figures, words = figures_of(found, areas)
    units: defaultdict[str, Figures] = defaultdict(list)
    for each in figures:
        units[each.unit].append(each)
    return [group for same in units.values() for group in _of_unit(same, words)]


def _of_unit(figures: Figures, words: Vocabulary) -> Iterator[Figures]:
    unclear = _unclear(figures)
    named: defaultdict[frozenset[str], Figures] = defaultdict(list)
    beside: defaultdict[Hashable, Figures] = defaultdict(list)
    for each in figures:
        if each.metric.id in unclear:
            yield [each]
        elif each.name.terms:
            named[each.name.terms].append(each)
        else:  # "214 reports in 2023, up from 97 in 2022": a name that says little holds in its own sentence
            beside[each.document, each.metric.text, each.metric.name].append(each)
    yield from beside.values()
    classes: list[Figures] = []
    for terms, group in named.items():
        weak = len(terms) == 1 or terms <= set(figures[0].unit.split())
        classes += _by_heading(group) if weak else [group]
    yield from _joined(classes, words)


def _unclear(figures: Figures) -> set[str]:
    """Ids of figures for which one document gives values that do not agree, under one name, for one place and time."""
    told: defaultdict[Hashable, Figures] = defaultdict(list)
    for each in figures:
        if each.time or each.metric.table:  # "fell from 312 to 224" is two figures of one measure
            told[each.document, each.point, each.name.terms].append(each)
    return {each.metric.id for same in told.values() if not agree(e.metric.value for e in same) for each in same}


def agree(values: Iterable[Any]) -> bool:
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


def _by_heading(figures: Figures) -> list[Figures]:
    """Figures under one short name, parted where neither document nor heading connects them."""
    groups: list[tuple[set[str], set[str], Figures]] = []  # documents, words of headings
    for each in figures:
        documents, heading = {each.document}, set(stems((each.listed.item or {}).get("title") or ""))
        joined = [group for group in groups if group[0] & documents or group[1] & heading]
        groups = [group for group in groups if group not in joined]
        for other in joined:
            documents |= other[0]
            heading |= other[1]
        groups.append((documents, heading, [*(f for other in joined for f in other[2]), each]))
    return [group for _, _, group in groups]


def _joined(classes: list[Figures], words: Vocabulary) -> list[Figures]:
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
        agreed = all(agree(values[one][point] | values[other][point]) for point in shared)
        if like == "same" or agreed:
            pairs[one, other] = bool(like) or any(_exact(values[one][point], values[other][point]) for point in shared)
    for one, other in sorted(pairs, key=lambda pair: -_common(classes, pair)):
        first, second = groups[one], groups[other]
        joinable = all((min(a, b), max(a, b)) in pairs for a in first for b in second)
        if pairs[one, other] and joinable and first is not second:
            first += second
            groups |= dict.fromkeys(second, first)
    return [[f for index in group for f in classes[index]] for index, group in groups.items() if group[0] == index]


def _common(classes: list[Figures], pair: tuple[int, int]) -> int:
    """How many terms the names of two classes share."""
    one, other = (classes[index][0].name.terms for index in pair)
    return len(one & other)


def _sharing(classes: list[Figures]) -> list[tuple[int, int]]:
    """Pairs of classes that share a term."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(classes):
        for term in group[0].name.terms:
            holding[term].append(index)
    return sorted({pair for each in holding.values() for pair in combinations(each, 2)})


def _values(figures: Figures) -> dict[Hashable, set[Any]]:
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


def holds(figures: Figures, words: Sequence[str]) -> bool:
    """Whether one of the figures holds all the words, whatever their endings, in its sentence, name or item's title."""
    wanted = {stem for word in words for stem in stems(word)}
    for each in figures:
        title = (each.listed.item or {}).get("title")
        texts = filter(None, (each.metric.text, each.metric.name, each.metric.group, title))
        if wanted <= {stem for text in texts for stem in stems(text)}:
            return True
    return False
