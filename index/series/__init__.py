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

A figure whose place is not stated is for the organisation whose document it is. Where none is named, documents are of
one home that measure several things by the same names, as quarterly reports do, and do not contradict each other.
Targets, forecasts and comparators go with the actual figures of their own document, else with those of their place or
organisation.
"""

from collections.abc import Iterable, Sequence

from index.places import Areas
from index.series.lanes import compare
from index.series.measures import holds, measures_of
from index.series.points import periods, series_in
from minutes.found import Listed, Series

__all__ = ["compare", "series_of"]


def series_of(found: Iterable[Listed], areas: Areas, words: Sequence[str] = ()) -> list[Series]:
    """Metrics as series, those of most periods first: all, or those with a figure that holds each of the words."""
    made = [each for group in measures_of(found, areas) if holds(group, words) for each in series_in(group, areas)]
    return sorted(made, key=lambda each: (-periods(each), -len(each.points), each.name or "~", each.id))
