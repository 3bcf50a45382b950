"""A library of toys, so that keeping is tested without language models."""

from library import Library
from minutes.found import Filters


def everything(library: Library) -> list[object]:
    """All that can be asked of a library."""
    kinds = ("item", "decision", "action", "metric")
    chosen = (Filters(), Filters(since="2024"), Filters(outcome="noted"))
    found = [
        library.search(query, filters=each, limit=50) for query in ("school transport", "petition") for each in chosen
    ]
    counts = [library.status()[name] for name in ("documents", "passages", "vectors", "pending")]
    records = [library.records(kind) for kind in kinds]  # type: ignore[arg-type]
    return [counts, library.documents(), *records, *found]
