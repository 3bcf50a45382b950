"""Keyword and vector search, fused.

Both lists are cut by the filters before they are ranked. A passage scores the cosine of its vector to the question's,
and so much for its words: how many of the question's it holds, each weighed by how rare it is, as BM25 weighs it. How
often a passage says a word and how long it is, BM25's other parts, tell nothing among passages of like length. A
weighted sum of the two scores finds more than reciprocal ranks do (Bruch, Gai and Ingber, "An analysis of fusion
functions for hybrid retrieval", ACM TOIS 2023). `tests/benchmarks/quality.py` measures all of it here. A passage gains
that says the question word for word, and a decision, an action or a figure where it asks for one; boilerplate loses,
and what is too far from the question in meaning and in words is left out. Of passages that say the same one is shown,
with the others under it; of those of one context the best.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.abbreviations import longs, rewritten, shorts
from index.catalogue import Catalogue
from index.catalogue.finding import Candidate
from index.duplicates import gather
from index.narrowing import emptied_by
from index.question import Question, understood
from index.vectors import Vectors
from index.windows import Encode
from minutes.errors import QueryError
from minutes.found import Answer, Filters, Hit, PassageKind

Rerank = Callable[[str, Sequence[str]], Sequence[float]]  # how well each text answers the question

DEPTH = 100  # passages taken for their meaning
WORDY = 200  # passages taken for their words
EXACT = 20_000  # up to so many candidates are scored one by one, which is exact and needs no Chroma
BESIDE = ThreadPoolExecutor(thread_name_prefix="nearest")  # encodes and asks Chroma while words are looked up
FARTHEST = 10_000  # of more candidates, those are taken that are among so many nearest in all
MEANING, WORDS = 1.0, 0.3  # what the cosine weighs, and what the words do
VERBATIM = 0.1  # what a passage gains that says the whole question, of four words or more, in its words and order
SOUGHT = 0.05  # what a decision gains where the question asks for one, an action, or a figure
DATED = 0.07  # what a passage gains whose meeting was in the year that the question names, and again in the month
ALL_HELD = 0.999  # the share of a passage that holds each word of the question
RERANKED = 50  # hits that are scored again where there is a model for it
STANDING = 15  # of the best, that are looked at for texts that most documents of their body repeat
BOILERPLATE = 0.6  # what is left of boilerplate's score
# What a question is after, by its words.
SOUGHT_BY: Mapping[PassageKind, re.Pattern[str]] = {
    "decision": re.compile(
        r"(?i)\b(decid|decision|resol[vu]|agree|approv|vote|adopt|appoint|elect|endors|carried|move[dr]|propose[dr]"
        r"|second(ed|er)|ask(ed|s)?\b|request)"
    ),
    "action": re.compile(
        r"(?i)\bwho(?:[’']s)? (?:is|are|was|were|has|will|should|must|to|[a-z]{3,}s)\b"
        r"|\b(?:is|are|was|were) (?:[a-z]+ ){1,6}to\b|\b(?:told|asked|due|deadline|by when|actions?|tasks?)\b"
    ),
    "metric": re.compile(
        r"(?i)\bhow (?:many|much|few|big|large|long|often|far|high|low|old)\b"
        r"|\b(?:number|size|amount|total|costs?|share|percentage|proportion|rate|average|figures?)\b"
    ),
}

# Some passage is always nearest, though it may have nothing to do with the query. So that nonsense finds nothing, a
# passage that no keyword finds must be as near as FLOOR (answers are; nonsense in plain words stays below), or as
# FLOOR_UNKNOWN where the library holds no word of the query (strings without meaning come up to 0.42). And where half
# of the words, or more, occur nowhere in the library, the others are there by chance, so that keywords do not count;
# a single word that is misspelt or unknown spoils nothing.
FLOOR = 0.3
FLOOR_UNKNOWN = 0.45

# Words that the library knows may make no sense together. Where no passage scores ANSWERING (of 118 questions with an
# answer the best does for 117, of 60 rows of random words for 28) and none holds HELD of the words, by how rare they
# are, nothing is found.
ANSWERING = 0.4
HELD = 2 / 3

# What is found may still be no answer, which the answer says: where no passage is as near in meaning as CLOSE, and
# none holds HELD of the words, those counted that occur nowhere. Of 80 questions about things that a library says
# nothing of, 14 find nothing and 52 are told to be far; so are 5 of the 72 that find their answer among the first ten.
CLOSE = 0.48


def search(
    catalogue: Catalogue,
    vectors: Vectors,
    encoder: Callable[[], Encode],
    query: str,
    *,
    filters: Filters,
    limit: int,
    boilerplate: bool = False,
    rerank: Rerank | None = None,
) -> Answer:
    """The passages that answer `query`, best first; on ties the most recent first, then by id.

    `index.question` says how a query is written. `encoder` gives what encodes it, and is asked where there are vectors.
    `boilerplate` ranks standing notices like all else. `rerank` scores the texts of the best again.

    Raises:
        QueryError: if there is nothing to search for, or a filter cannot be understood.
    """
    question = understood(query, filters)
    if limit < 1:
        raise QueryError("The number of results must be at least 1")
    with catalogue.snapshot():
        find = partial(_found, catalogue, vectors, encoder, question, boilerplate=boilerplate)
        hits, far = find(question.filters, limit=max(limit, RERANKED) if rerank else limit)
        if rerank and hits:
            hits = _reranked(hits, rerank(question.text, [hit.text for hit in hits]))[:limit]
        emptied = () if hits else emptied_by(catalogue, question.filters, lambda fewer: bool(find(fewer, limit=1)[0]))
        coverage = catalogue.coverage(question.filters)
        return Answer(query=query, hits=hits, coverage=coverage, emptied_by=emptied, far=far)


def _found(
    catalogue: Catalogue,
    vectors: Vectors,
    encoder: Callable[[], Encode],
    question: Question,
    filters: Filters,
    *,
    limit: int,
    boilerplate: bool,
) -> tuple[tuple[Hit, ...], bool]:
    """The hits, and whether none of them is close to the question."""
    phrases, text = question.terms, question.text
    depth = max(DEPTH, 2 * limit)
    embedded = catalogue.embedded()
    others = rewritten(text, catalogue.meanings(shorts(text)), catalogue.names(list(longs(text)))) if embedded else ()
    reach, as_of = _reach(catalogue, filters, depth), catalogue.index_state()
    meant = BESIDE.submit(_meant, vectors, encoder(), text, others, reach=reach, as_of=as_of) if embedded else None
    known = len(catalogue.known(phrases))
    strange = len(phrases) - known >= max(2, len(phrases) / 2)
    words = catalogue.matching([] if strange else phrases, filters)
    matching = words.best(max(WORDY, 2 * limit))
    found = catalogue.candidates(matching)
    cosines: dict[int, float] = {}
    if meant:
        numbers, matrix = catalogue.vectors_of(list(matching))
        vector, begun = meant.result()
        cosines = dict(zip(numbers, (matrix @ vector).round(5).tolist(), strict=True)) if numbers else {}
        near = nearest(catalogue, vectors, vector, filters=filters, limit=depth, begun=begun)
        floor = FLOOR if known else FLOOR_UNKNOWN
        cosines |= {number: cosine for number, cosine in near.items() if number in matching or cosine >= floor}
    scores = fuse(cosines, matching | words.of(cosines))
    nearest_one, held = max(scores.values(), default=0), max(matching.values(), default=0)
    if meant and nearest_one < ANSWERING and held < HELD:
        return (), False
    far = bool(meant) and max(cosines.values(), default=0) < CLOSE and held * known < HELD * len(phrases)
    if held > ALL_HELD and question.phrase:
        whole = sorted((n for n, share in matching.items() if share > ALL_HELD), key=lambda n: -scores[n])
        scores |= {n: scores[n] + VERBATIM for n in catalogue.saying(question.phrase, whole[:STANDING])}
    found += catalogue.candidates(scores.keys() - matching.keys())
    sought = [kind for kind, words in SOUGHT_BY.items() if words.search(question.text)]
    ranked = order(found, scores, sought=sought, dates=question.dates, boilerplate=boilerplate)
    if not boilerplate:
        talk = {each.number for each in found if each.kind == "paragraph" and not each.boilerplate}
        best = [number for number, _ in ranked[:STANDING] if number in talk]  # an action is repeated until it is done
        ranked = lowered(ranked, catalogue.standing(best))
    if not filters.of_passages:
        ranked = apart(ranked, {each.number: each.context for each in found})
    shown, also = gather(catalogue, ranked, limit, filters)
    hits = catalogue.hits(shown, filters, also)
    return hits, far and bool(hits)


def _reranked(hits: Sequence[Hit], scores: Sequence[float]) -> tuple[Hit, ...]:
    best = sorted(zip(hits, scores, strict=True), key=lambda pair: -pair[1])
    return tuple(
        hit.model_copy(update={"rank": rank, "score": float(score)}) for rank, (hit, score) in enumerate(best, 1)
    )


def _vector(encode: Encode, query: str, others: Sequence[str]) -> NDArray[np.float32]:
    """The vector of a query, halfway to what it says in other words, unit length."""
    found = encode((query, *others))
    mixed = found[0] + found[1:].mean(axis=0) if others else found[0]
    return np.asarray(mixed / np.linalg.norm(mixed), dtype=np.float32)


def _meant(
    vectors: Vectors, encode: Encode, query: str, others: Sequence[str], *, reach: int, as_of: str | None
) -> tuple[NDArray[np.float32], Mapping[str, float] | None]:
    """The vector of a query, and Chroma's answer to it if it is asked for any."""
    vector = _vector(encode, query, others)
    return vector, vectors.nearest(vector, reach, as_of=as_of) if reach else None


def nearest(
    catalogue: Catalogue,
    vectors: Vectors,
    vector: NDArray[np.float32],
    *,
    filters: Filters,
    limit: int,
    begun: Mapping[str, float] | None = None,
) -> dict[int, float]:
    """Passages nearest in meaning to `vector`, shape (d,), best first, each with the cosine (-1 to 1).

    Chroma knows no filters here (it scans for them, and a list of ids is slower still): few candidates are
    scored one by one, of many the nearest in all are taken and then filtered. They are taken from the FARTHEST
    nearest at most: what is farther than so many others is no answer. `begun` is Chroma's first answer, if it was
    asked before.
    """
    reach = _reach(catalogue, filters, limit)
    if not reach:
        numbers, matrix = catalogue.vectors(filters)
        if not len(numbers):
            return {}
        cosines = np.round(matrix @ vector, 5)  # what differs by less is equal: the sum depends on its order
        edge = np.partition(cosines, -limit)[-limit] if len(cosines) > limit else -1.0
        near = np.flatnonzero(cosines >= edge)  # a few, which are sorted sooner than all
        best = near[np.argsort(-cosines[near], kind="stable")[:limit]]
        return dict(zip(numbers[best].tolist(), cosines[best].tolist(), strict=True))
    found: dict[int, float] = {}
    as_of = catalogue.index_state()
    for taken in dict.fromkeys((reach, min(FARTHEST, catalogue.embedded()))):
        answer = begun if begun is not None and taken == reach else vectors.nearest(vector, taken, as_of=as_of)
        cosine = {id_: round(near, 5) for id_, near in answer.items()}
        ids = sorted(cosine, key=lambda id_: (-cosine[id_], id_))
        found = {number: cosine[id_] for id_, number in catalogue.numbers(ids, filters).items()}
        if len(found) >= limit:
            break
    return _cut(found, limit)


def _cut(found: Mapping[int, float], limit: int) -> dict[int, float]:
    """The nearest, without those as near as the last where there are more: which of equals Chroma takes is chance."""
    if len(found) < limit:
        return dict(found)
    best = dict(list(found.items())[:limit])
    edge = min(best.values())
    return {number: cosine for number, cosine in best.items() if cosine > edge} or best


def _reach(catalogue: Catalogue, filters: Filters, limit: int) -> int:
    """How many of the nearest in all Chroma is asked for; 0 where the candidates are scored one by one."""
    count, total = catalogue.allowed(filters), catalogue.embedded()
    return 0 if count <= EXACT else min(round(limit * (2 * total / count - 1)), FARTHEST, total)


def fuse(cosines: Mapping[int, float], words: Mapping[int, float]) -> dict[int, float]:
    """A score for each number that has either: the weighted sum."""
    numbers = dict.fromkeys((*cosines, *words))
    return {number: MEANING * cosines.get(number, 0) + WORDS * words.get(number, 0) for number in numbers}


def order(
    candidates: Iterable[Candidate],
    scores: Mapping[int, float],
    *,
    sought: Collection[PassageKind] = (),
    dates: Collection[str] = (),
    boilerplate: bool = False,
) -> list[tuple[int, float]]:
    """Numbers with their scores, best first; then the most recent, then by id.

    `sought` lifts passages of these kinds, `dates` what was said in these years and months; `boilerplate` keeps
    standing notices from being lowered.
    """
    weighed = [
        (
            each,
            (
                scores[each.number]
                + SOUGHT * (each.kind in sought)
                + DATED * sum((each.date or "").startswith(date) for date in dates)
            )
            * (BOILERPLATE if each.boilerplate and not boilerplate else 1),
        )
        for each in sorted(candidates, key=lambda each: each.id)
    ]
    weighed.sort(key=lambda pair: (pair[1], pair[0].date or "", pair[0].kind == "decision"), reverse=True)  # stable
    return [(each.number, score) for each, score in weighed]


def lowered(ranked: Sequence[tuple[int, float]], standing: Collection[int]) -> list[tuple[int, float]]:
    """The same with standing notices that nothing else marks as such further down."""
    weighed = [(number, score * (BOILERPLATE if number in standing else 1)) for number, score in ranked]
    return sorted(weighed, key=lambda pair: -pair[1])


def apart(ranked: Iterable[tuple[int, float]], contexts: Mapping[int, int | None]) -> list[tuple[int, float]]:
    """Of the passages of each context the best."""
    best: dict[int, tuple[int, float]] = {}
    for number, score in ranked:
        best.setdefault(contexts[number] or -number, (number, score))
    return list(best.values())
