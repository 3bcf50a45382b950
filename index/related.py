"""Records and passages that treat the same matter as a record: near in meaning, in its thread, or naming its item."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.search import apart, nearest
from index.threads import NUMBER, numbers
from index.vectors import Vectors
from minutes.errors import QueryError
from minutes.found import Filters, Listed, Related
from minutes.model import AgendaItem

DEPTH = 100  # passages nearest in meaning that are looked at
FLOOR = 0.45  # cosine of a passage that nothing but its meaning relates to the record
THREAD_FLOOR = 0.3  # of one under an item of the thread: "Matters arising" holds many matters
THREAD, NAMED = 0.15, 0.3  # what it counts, in cosine, to be in the thread, and to name the item


def related(
    catalogue: Catalogue,
    vectors: Vectors,
    listed: Listed,
    thread: Mapping[str, str],
    *,
    filters: Filters,
    limit: int,
) -> tuple[Related, ...]:
    """What treats the same matter as a record, the most alike first.

    `thread` tells why items belong to the thread of the record's item, by their ids (`index.threads`).

    Raises:
        QueryError: if no passage of the record is embedded yet.
    """
    own = catalogue.passages_of(listed.record.id)
    embedded, matrix = catalogue.vectors_of(own)
    if not embedded:
        raise QueryError(f"The text of {listed.record.id} has no vector yet; run the ingest or the rebuild once more")
    mean = matrix.mean(axis=0)
    vector: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    near = nearest(catalogue, vectors, vector, filters=filters, limit=DEPTH)
    under = catalogue.passages_under([*thread], filters)
    cosines = near | _cosines(catalogue, vector, under.keys() - near.keys())
    naming = _naming(catalogue, listed, under)
    scores = {
        each: cosine + THREAD * (each in under) + NAMED * (each in naming)
        for each, cosine in cosines.items()
        if each not in own and (cosine >= (THREAD_FLOOR if each in under else FLOOR) or each in naming)
    }
    known = {each.number: each for each in catalogue.candidates(scores)}
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], known[pair[0]].id))
    ranked = apart(ranked, {number: each.context for number, each in known.items()})[:limit]
    hits = catalogue.hits(ranked, filters, {})
    best = [number for number, _ in ranked]
    records = catalogue.records_in(best)
    return tuple(
        Related(
            **dict(hit),
            cosine=round(cosines[number], 3),
            thread=thread.get(under.get(number, "")),
            names_item=number in naming,
            record_ids=records.get(number, ()),
        )
        for number, hit in zip(best, hits, strict=True)
    )


def _naming(catalogue: Catalogue, listed: Listed, under: Mapping[int, str]) -> set[int]:
    """Passages under items of the thread that give the number of the record's item."""
    number = listed.record.number if isinstance(listed.record, AgendaItem) else (listed.item or {}).get("number")
    if not number or not NUMBER.fullmatch(number):
        return set()
    return {each for each, text in catalogue.texts_of([*under]).items() if number in numbers(text)}


def _cosines(catalogue: Catalogue, vector: NDArray[np.float32], wanted: Iterable[int]) -> dict[int, float]:
    found, matrix = catalogue.vectors_of(sorted(wanted))
    return dict(zip(found, map(float, np.round(matrix @ vector, 5)), strict=True)) if found else {}
