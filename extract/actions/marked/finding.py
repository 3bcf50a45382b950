"""Tasks that are marked as actions: by a marker in the text, in a column, a table, a log or a list of their own."""

from collections.abc import Collection, Iterator, Mapping

from extract.actions.marked.column import from_column
from extract.actions.marked.edges import from_edges
from extract.actions.marked.lists import from_boxes, from_initialled, from_lists
from extract.actions.marked.margin import is_flat
from extract.actions.marked.markers import from_bare_marks, from_bold_ends, from_markers, from_tails
from extract.actions.marked.side_tasks import from_cells, from_entries, from_notes
from extract.actions.marked.tables import from_log, labelled_tasks, tabled_tasks
from extract.actions.marked.task import Task
from extract.actions.owners import Owners
from extract.findings import Findings


def marked_tasks(
    found: Findings, owners: Owners, told: Mapping[int, str | None], hints: Collection[int]
) -> Iterator[Task]:
    """The marked tasks of minutes or of an action log.

    A mark in the margin means a sentence. `told` are the offsets of those that give somebody a task, with whom, `hints`
    those at which the words look like it.
    """
    yield from tabled_tasks(found)
    yield from labelled_tasks(found, owners)
    yield from from_log(found, owners)
    yield from from_lists(found, owners)
    yield from from_notes(found, owners)
    flat = is_flat(found, owners)
    yield from from_column(found, owners, told, hints, flat=flat)
    yield from from_cells(found, owners)
    yield from from_entries(found, owners)
    yield from from_markers(found, owners, told)
    yield from from_bare_marks(found)
    yield from from_bold_ends(found, owners)
    yield from from_tails(found, owners, flat=flat)
    yield from from_edges(found, owners, told)
    yield from from_boxes(found, owners)
    yield from from_initialled(found, owners)
