"""Records and passages that treat the same matter as a record: near it in meaning, in the same thread, or naming it.

A thread are the items of one body that have the same title, meeting after meeting. A passage names an item where it
gives its number ("minute 22/041"), if that is one that no other item has by chance.
"""

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.search import nearest
from index.vectors import Vectors
from minutes.errors import QueryError
from minutes.model import AgendaItem, Filters, Listed, Meeting, Related

DEPTH = 100  # passages nearest in meaning that are looked at
FLOOR = 0.45  # cosine of a passage that nothing but its meaning relates to the record
THREAD_FLOOR = 0.3  # of one in the same thread: "Matters arising" is a title of many matters
THREAD, NAMED = 0.15, 0.3  # what it counts, in cosine, to be in the same thread, and to name the item
NUMBER = re.compile(r"\d+/\d+")  # of an item, that no other has by chance


def related(
    catalogue: Catalogue, vectors: Vectors, listed: Listed, *, filters: Filters, limit: int
) -> tuple[Related, ...]:
    """What treats the same matter as a record, the most alike first.

    Raises:
        QueryError: if no passage of the record is embedded yet.
    """
    own = catalogue.passages_of(listed.record.id)
    numbers, matrix = catalogue.vectors_of(own)
    if not numbers:
        raise QueryError(f"The text of {listed.record.id} has no vector yet; run the ingest or the rebuild once more")
    mean = matrix.mean(axis=0)
    vector: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    near = nearest(catalogue, vectors, vector, filters=filters, limit=DEPTH)
    item = listed.record if isinstance(listed.record, AgendaItem) else None
    number, title = (item.number, item.title) if item else ((listed.item or {}).get(key) for key in ("number", "title"))
    thread = set(catalogue.under_title(listed.meeting, title, filters)) if title else set()
    named = _naming(catalogue, listed.meeting, number, filters)
    cosines = near | catalogue.cosines(sorted((thread | named) - near.keys()), vector)
    scores = {
        each: cosine + THREAD * (each in thread) + NAMED * (each in named)
        for each, cosine in cosines.items()
        if each not in own and (cosine >= (THREAD_FLOOR if each in thread else FLOOR) or each in named)
    }
    ids = {each.number: each.id for each in catalogue.candidates(scores)}
    best = sorted(scores, key=lambda each: (-scores[each], ids[each]))[:limit]
    hits = catalogue.hits([(number, scores[number]) for number in best], filters, {})
    records = catalogue.records_in(best)
    return tuple(
        Related(
            **dict(hit),
            cosine=round(cosines[number], 3),
            same_thread=number in thread,
            names_item=number in named,
            record_ids=records.get(number, ()),
        )
        for number, hit in zip(best, hits, strict=True)
    )


def _naming(catalogue: Catalogue, meeting: Meeting, number: str | None, filters: Filters) -> set[int]:
    """Passages of the same organisation that give the number of an item, no part of a longer one."""
    if not number or not NUMBER.search(number) or not meeting.organisation:
        return set()
    near = replace(filters, organisation=meeting.organisation)
    texts = catalogue.texts_of(list(catalogue.matching([number], near, DEPTH)))
    whole = re.compile(rf"(?<![\w/]){re.escape(number)}(?![\w/])")
    return {each for each, text in texts.items() if whole.search(text)}
