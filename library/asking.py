"""Asking: passages that answer a question or treat the same matter, a topic through time, and what is talked about."""

from collections.abc import Sequence
from datetime import date
from itertools import chain

from index.catalogue import Catalogue
from index.followed import Following
from index.question import understood
from index.related import related as alike
from index.search import search as find
from index.threads import Threads
from index.timeline import mentions, passage_id, spoken, steps
from index.topics import EXAMPLES
from index.topics import topics as talked_of
from index.vectors import Vectors
from library.embedding import Embedder
from logs import timed
from minutes.found import Answer, Filters, Hit, Related, Timeline, Topic, Topics
from minutes.model import Decision


def search(
    catalogue: Catalogue,
    vectors: Vectors,
    embedder: Embedder,
    query: str,
    *,
    filters: Filters,
    limit: int,
    boilerplate: bool,
    rerank: str | None,
) -> Answer:
    """Passages that answer `query`, best first."""
    again = None
    if rerank:
        from models.reranking import load_reranker  # brings in PyTorch

        again = load_reranker(rerank)
    with timed("search") as told:
        found = find(
            catalogue, vectors, embedder.asking, query,
            filters=filters, limit=limit, boilerplate=boilerplate, rerank=again,
        )  # fmt: skip
        told["documents"] = [hit.document.id for hit in found.hits]
    return found


def decided(catalogue: Catalogue, hits: Sequence[Hit], filters: Filters) -> list[list[Decision]]:
    """For each hit that is a decision the record of it, or of each that is told in the same words."""
    ids = [passage_id(hit.passage) if hit.kind == "decision" else "" for hit in hits]
    held = catalogue.decided(list(filter(None, ids)), filters)
    found = {each.record.id: each.record for each in catalogue.listed(list(chain.from_iterable(held.values())))}
    told = [[found.get(record) for record in held.get(each, ())] for each in ids]
    return [[record for record in each if isinstance(record, Decision)] for each in told]


def timeline(catalogue: Catalogue, following: Following, found: Answer, filters: Filters) -> Timeline:
    """A topic through the meetings: the passages that were found, those beside them, and the records of the matter."""
    question = understood(found.query, filters)
    passages = spoken(found)
    beside = catalogue.beside([passage_id(each.citation) for each in passages], question.filters)
    passages += [each for each in beside if mentions(question.text, each.citation.quote)]
    ids = [passage_id(each.citation) for each in passages]
    on_it = following.followed(catalogue.records_on(ids, question.filters), date.today())
    told = tuple(steps(question.text, passages, on_it))
    return Timeline(query=found.query, steps=told, coverage=found.coverage, emptied_by=found.emptied_by)


def related(
    catalogue: Catalogue, vectors: Vectors, threads: Threads, record_id: str, *, filters: Filters, limit: int
) -> tuple[Related, ...]:
    """Passages that treat the same matter as a record, most alike first."""
    listed = catalogue.record(record_id)
    item = getattr(listed.record, "item_id", listed.record.id)  # an item is its own
    thread = threads.of(listed.document.id, listed.meeting).get(item or "", {})
    return alike(catalogue, vectors, listed, thread, filters=filters, limit=limit)


def topics(catalogue: Catalogue, *, filters: Filters, limit: int) -> Topics:
    """What bodies talk about, at most `limit` topics a body and year."""
    found = talked_of(catalogue.talk(filters), catalogue.people(), limit=limit)
    numbers = {number for each in found for number in each.numbers[:EXAMPLES]}
    places = catalogue.twins(sorted(numbers))
    told = (
        Topic(
            organisation=each.group[0], body=each.group[1], year=each.group[2], name=each.name,
            terms=tuple(each.terms), items=len(each.items), score=round(each.score, 2),
            examples=tuple(places[number] for number in dict.fromkeys(each.numbers[:EXAMPLES])),
        )
        for each in found
    )  # fmt: skip
    return Topics(topics=tuple(told), coverage=catalogue.coverage(filters))
