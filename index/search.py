"""Keyword and vector search, fused.

Both lists are cut by the filters before they are ranked. They are fused by reciprocal rank (Cormack, Clarke and
Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009): a
passage scores 1 / (K + rank) in each list that it is in. Then a decision weighs a little more than talk, and
boilerplate much less. What is too far from the query in meaning and in words is left out. Of passages that say the same
one is shown, with the others under it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Candidate, Catalogue
from index.duplicates import gather
from index.vectors import Vectors
from minutes.errors import QueryError
from minutes.model import Answer, Filters, PassageKind

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

K = 60
DEPTH = 100  # passages taken from each list
EXACT = 20_000  # up to so many candidates are scored one by one, which is exact and needs no Chroma
BESIDE = ThreadPoolExecutor(thread_name_prefix="encode")  # where a query is encoded while its words are looked up
FARTHEST = 10_000  # of more candidates, those are taken that are among so many nearest in all
WEIGHT: dict[PassageKind, float] = {"decision": 1.05, "action": 1.02, "metric": 1.0, "paragraph": 1.0}
BOILERPLATE = 0.3

# Some passage is always nearest, though it may have nothing to do with the query. So that nonsense finds nothing, a
# passage that no keyword finds must be as near as FLOOR (answers are; nonsense in plain words stays below), or as
# FLOOR_UNKNOWN where the library holds no word of the query (strings without meaning come up to 0.42). And where half
# of the words, or more, occur nowhere in the library, the others are there by chance, so that keywords do not count;
# a single word that is misspelt or unknown spoils nothing.
FLOOR = 0.3
FLOOR_UNKNOWN = 0.45

STOP = re.compile(
    r"(?i)about|after|all|also|an?|and|any|are|as|at|be|been|before|by|can|could|did|do|does|for|from|had|has|have|he|"
    r"her|his|how|i|if|in|into|is|it|its|may|me|more|most|my|no|not|of|on|or|our|over|own|said|same|shall|she|should|"
    r"so|some|such|than|that|the|their|them|then|there|these|they|this|those|to|under|up|upon|us|was|we|were|what|"
    r"when|where|which|while|who|whom|whose|why|will|with|would|you|your"
)


def search(
    catalogue: Catalogue, vectors: Vectors, encode: Encode, query: str, *, filters: Filters, limit: int
) -> Answer:
    """The passages that answer `query`, best first; on ties the most recent first, then by id.

    Raises:
        QueryError: if there is nothing to search for, or a filter cannot be understood.
    """
    phrases = terms(query)
    if not phrases:
        raise QueryError("There is nothing to search for; type a word or a question")
    if limit < 1:
        raise QueryError("The number of results must be at least 1")
    depth = max(DEPTH, 2 * limit)
    with catalogue.snapshot():
        encoding = BESIDE.submit(encode, [query]) if catalogue.embedded() else None
        coverage = catalogue.coverage(filters)
        known = len(catalogue.known(phrases))
        strange = len(phrases) - known >= max(2, len(phrases) / 2)
        matching = [] if strange else catalogue.matching(phrases, filters, depth)
        near = nearest(catalogue, vectors, encoding.result()[0], filters=filters, limit=depth) if encoding else {}
        floor = FLOOR if known else FLOOR_UNKNOWN
        found = {*matching, *(number for number, cosine in near.items() if cosine >= floor)}
        scores = {number: score for number, score in fuse([matching, list(near)]).items() if number in found}
        ranked = order(catalogue.candidates(scores), scores)
        shown, also = gather(catalogue, ranked, limit, filters)
        return Answer(query=query, hits=catalogue.hits(shown, filters.kind, also), coverage=coverage)


def terms(query: str) -> list[str]:
    """What to look for by keyword: phrases in double quotes, and the other words less the stop words.

    >>> terms('who agreed the "school transport" budget?')
    ['school transport', 'agreed', 'budget']
    """
    query = re.sub(r"[“”„]", '"', query)
    quoted = [_words(phrase) for phrase in re.findall(r'"([^"]*)"', query)]
    loose = _words(re.sub(r'"[^"]*"', " ", query))
    phrases = [" ".join(words) for words in quoted if words]
    kept = [word for word in loose if not STOP.fullmatch(word)]
    return list(dict.fromkeys(phrases + (kept if kept or phrases else loose)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def nearest(
    catalogue: Catalogue, vectors: Vectors, vector: NDArray[np.float32], *, filters: Filters, limit: int
) -> dict[int, float]:
    """Passages nearest in meaning to `vector`, shape (d,), best first, each with the cosine (-1 to 1).

    Chroma knows no filters here (it scans for them, and a list of ids is slower still): few candidates are
    scored one by one, of many the nearest in all are taken and then filtered. They are taken from the FARTHEST
    nearest at most: what is farther than so many others is no answer.
    """
    count, total = catalogue.allowed(filters), catalogue.embedded()
    if count <= EXACT:
        numbers, matrix = catalogue.vectors(filters)
        if not len(numbers):
            return {}
        cosines = np.round(matrix @ vector, 5)  # what differs by less is equal: the sum depends on its order
        return {int(numbers[i]): float(cosines[i]) for i in np.argsort(-cosines, kind="stable")[:limit]}
    found: dict[int, float] = {}
    for taken in (round(limit * (2 * total / count - 1)), FARTHEST):
        cosine = {id_: round(near, 5) for id_, near in vectors.nearest(vector, min(taken, FARTHEST, total)).items()}
        ids = sorted(cosine, key=lambda id_: (-cosine[id_], id_))
        found = {number: cosine[id_] for id_, number in catalogue.numbers(ids, filters).items()}
        if len(found) >= limit or taken >= FARTHEST:
            break
    return dict(list(found.items())[:limit])


def fuse(lists: Iterable[Sequence[int]]) -> dict[int, float]:
    """Reciprocal rank fusion: a score for each number in any of the lists."""
    scores: defaultdict[int, float] = defaultdict(float)
    for numbers in lists:
        for rank, number in enumerate(numbers, 1):
            scores[number] += 1 / (K + rank)
    return dict(scores)


def order(candidates: Iterable[Candidate], scores: dict[int, float]) -> list[tuple[int, float]]:
    """Numbers with their weighted scores, best first; then the most recent, then by id."""
    weighed = [
        (candidate, scores[candidate.number] * WEIGHT[candidate.kind] * (BOILERPLATE if candidate.boilerplate else 1))
        for candidate in sorted(candidates, key=lambda candidate: candidate.id)
    ]
    weighed.sort(key=lambda pair: (pair[1], pair[0].date or ""), reverse=True)  # a stable sort keeps ids in order
    return [(candidate.number, score) for candidate, score in weighed]
