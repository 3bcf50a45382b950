"""Whether catalogue and vectors agree, and how they are brought to agree.

The catalogue is the record: what the store of vectors lacks or has too much is made good from it.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from index.catalogue import Catalogue
from index.vectors import Vectors
from minutes.errors import LibraryError

REPAIR = "run: minutebook verify --repair"
BATCH = 1_000  # vectors compared at a time
ROUNDED = 2e-3  # what a number of a vector loses as it is kept in 16 bits


def disagreements(catalogue: Catalogue, vectors: Vectors) -> Iterator[str]:
    """What the store of vectors has too little, too much or otherwise than the catalogue, one line each.

    Passages that are yet to be embedded or to be taken out are no fault: the next who embeds does it.
    """
    try:
        missing, stray, other = _compared(catalogue, vectors)
    except LibraryError as error:
        yield str(error)
        return
    for lines, what in ((missing, "is missing"), (other, "is not the one that was made")):
        yield from (f"passage {id_}: its vector {what}; {REPAIR}" for id_ in lines)
    yield from (f"vector {id_}: it has no passage; {REPAIR}" for id_ in stray)


def reconcile(catalogue: Catalogue, vectors: Vectors) -> None:
    """Take out of the store what does not belong there, and have put in anew what it lacks."""
    try:
        missing, stray, other = _compared(catalogue, vectors)
    except LibraryError:
        vectors.discard()
        missing, stray, other = [id_ for id_, should in catalogue.index().items() if should], [], []
    vectors.delete([*stray, *other])
    catalogue.mark_indexed([*missing, *other], held=False)


def _compared(catalogue: Catalogue, vectors: Vectors) -> tuple[list[str], list[str], list[str]]:
    """Ids of vectors that are missing, that have no passage, and that are not those of the catalogue.

    Somebody may be writing meanwhile: a fault is what is one by the catalogue as it was before and as it is after.
    """
    before, held = catalogue.index(), vectors.ids()
    other = [id_ for part in _parts(sorted(held & before.keys())) for id_ in _differing(catalogue, vectors, part)]
    after = catalogue.index()
    missing = [id_ for id_ in sorted(before.keys() - held) if before[id_] and after.get(id_)]
    stray = sorted(held - before.keys() - after.keys())
    return missing, stray, [id_ for id_ in other if before[id_] and after.get(id_)]


def _differing(catalogue: Catalogue, vectors: Vectors, ids: Sequence[str]) -> Iterator[str]:
    made: Mapping[str, np.ndarray] = catalogue.vectors_by_id(ids)
    stored = vectors.vectors(ids)
    for id_ in stored.keys() & made.keys():
        if stored[id_].shape != made[id_].shape or not np.allclose(stored[id_], made[id_], atol=ROUNDED):
            yield id_


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + BATCH] for at in range(0, len(ids), BATCH))
