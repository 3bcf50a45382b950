"""What a library of toys holds."""

from pathlib import Path

from library import Library
from minutes.found import Filters


def outcomes(library: Library, *paths: Path) -> dict[str, str]:
    return {Path(ingested.path).name: ingested.outcome for ingested in library.add(paths)}


def everything(library: Library) -> list[object]:
    """All that can be asked of a library."""
    kinds = ("item", "decision", "action", "metric")
    queries = ("school transport", "petition", "report 7 on the quay", "taxi2 special schools")
    chosen = (Filters(), Filters(body="Body 1"), Filters(since="2013", kind="decision"), Filters(outcome="noted"))
    found = [library.search(query, filters=filters, limit=50) for query in queries for filters in chosen]
    counts = [library.status()[name] for name in ("documents", "passages", "vectors", "items", "decisions", "pending")]
    records = [library.records(kind) for kind in kinds]  # type: ignore[arg-type]
    return [library.verify(), counts, library.documents(), *records, *found]


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
