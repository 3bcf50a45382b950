"""Keyword and vector search, fused.

Both lists are cut by the filters before they are ranked. A passage scores the cosine of its vector to the question's,
and so much for its words: its part of the best BM25 score that the question's words could have. A weighted sum of the
two scores finds more than reciprocal ranks do (Bruch, Gai and Ingber, "An analysis of fusion functions for hybrid
retrieval", ACM TOIS 2023; `tests/benchmarks/search.py` measures it here). A decision gains where the question asks
what was decided, boilerplate loses, and what is too far from the question in meaning and in words is left out. Of
passages that say the same one is shown, with the others under it; of those of one context the best.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Candidate, Catalogue
from index.duplicates import gather
from index.vectors import Vectors
from minutes.errors import QueryError
from minutes.model import Answer, Filters

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

DEPTH = 100  # passages taken for their meaning
WORDY = 400  # passages taken for their words
EXACT = 20_000  # up to so many candidates are scored one by one, which is exact and needs no Chroma
BESIDE = ThreadPoolExecutor(thread_name_prefix="encode")  # where a query is encoded while its words are looked up
FARTHEST = 10_000  # of more candidates, those are taken that are among so many nearest in all
MEANING, WORDS = 1.0, 0.5  # what the cosine weighs, and what the words do
AROUND = 0.4  # how much of a passage's vector is its context's
DECIDED = 0.05  # what a decision gains where the question asks for one
BOILERPLATE = 0.6  # what is left of boilerplate's score
ASKS_DECISION = re.compile(
    r"(?i)\b(decid|decision|resol[vu]|agree|approv|vote|adopt|appoint|elect|endors|carried|move[dr]|propose[dr]|second(ed|er))"
)

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
    with catalogue.snapshot():
        encoding = BESIDE.submit(encode, [query]) if catalogue.embedded() else None
        coverage = catalogue.coverage(filters)
        known = len(catalogue.known(phrases))
        strange = len(phrases) - known >= max(2, len(phrases) / 2)
        matching = {} if strange else catalogue.matching(phrases, filters, max(WORDY, 2 * limit))
        vector = encoding.result()[0] if encoding else None
        depth = max(DEPTH, 2 * limit)
        near = {} if vector is None else nearest(catalogue, vectors, vector, filters=filters, limit=depth)
        floor = FLOOR if known else FLOOR_UNKNOWN
        cosines = {number: cosine for number, cosine in near.items() if number in matching or cosine >= floor}
        if vector is not None:
            cosines |= catalogue.cosines([number for number in matching if number not in near], vector)
        found = catalogue.candidates({**matching, **cosines})
        ranked = order(found, fuse(cosines, matching), decided=bool(ASKS_DECISION.search(query)))
        if not filters.of_records:
            ranked = apart(ranked, {each.number: each.context for each in found})
        shown, also = gather(catalogue, ranked, limit, filters)
        return Answer(query=query, hits=catalogue.hits(shown, filters, also), coverage=coverage)


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


def in_context(encode: Encode, texts: Sequence[str], around: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of passages, unit length, shape (n, d): each a mixture of its own text's and its context's."""
    place = {text: at for at, text in enumerate(dict.fromkeys((*texts, *around)))}
    found = encode(list(place))
    own, its = (found[[place[text] for text in those]] for those in (texts, around))
    mixed = (1 - AROUND) * own + AROUND * its
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), dtype=np.float32)


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


def fuse(cosines: Mapping[int, float], words: Mapping[int, float]) -> dict[int, float]:
    """A score for each number that has either: the weighted sum."""
    numbers = dict.fromkeys((*cosines, *words))
    return {number: MEANING * cosines.get(number, 0) + WORDS * words.get(number, 0) for number in numbers}


def order(
    candidates: Iterable[Candidate], scores: Mapping[int, float], *, decided: bool = False
) -> list[tuple[int, float]]:
    """Numbers with their scores, best first; then the most recent, then by id. `decided` lifts decisions."""
    weighed = [
        (each, (scores[each.number] + DECIDED * (decided and each.kind == "decision")) * _weight(each))
        for each in sorted(candidates, key=lambda each: each.id)
    ]
    weighed.sort(key=lambda pair: (pair[1], pair[0].date or "", pair[0].kind == "decision"), reverse=True)  # stable
    return [(each.number, score) for each, score in weighed]


def _weight(candidate: Candidate) -> float:
    return BOILERPLATE if candidate.boilerplate else 1.0


def apart(ranked: Iterable[tuple[int, float]], contexts: Mapping[int, int | None]) -> list[tuple[int, float]]:
    """Of the passages of each context the best."""
    best: dict[int, tuple[int, float]] = {}
    for number, score in ranked:
        best.setdefault(contexts[number] or -number, (number, score))
    return list(best.values())
