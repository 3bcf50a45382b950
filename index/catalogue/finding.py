"""What search asks: which passages hold which words, their vectors, and what a hit shows."""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
)

from index.catalogue import conditions, shaping, storing
from index.catalogue.schema import (
    abbreviations,
    bands,
    contexts,
    documents,
    passage_records,
    passages,
    records,
    vectors,
)
from index.catalogue.store import AROUND, ITEM, MANY, Float32, Store, meta_of, parts, stacked
from minutes.found import Coverage, Filters, Hit, PassageKind, Twin, Version
from minutes.model import Citation

Int64 = NDArray[np.int64]
RECENT = (documents.c.date.desc().nulls_last(), documents.c.id, passages.c.number)  # the order of equals
REPEATED = 4  # documents that repeat a standing notice, at least
COMMON = 10_000  # a phrase in more passages than this, and in over a tenth of all, tells few of them apart


class Candidate(NamedTuple):
    """A passage as ranking sees it."""

    number: int
    id: str
    kind: PassageKind
    boilerplate: bool
    context: int | None
    date: str | None


@dataclass(frozen=True)
class Matching:
    """How much of the phrases of a query each passage holds, by how rare they are: 0 to 1, at its number."""

    shares: NDArray[np.float64]
    places: NDArray[np.int32]  # the most recent first

    def best(self, limit: int) -> dict[int, float]:
        """The passages that hold most of them, best first."""
        found = np.flatnonzero(self.shares > 0)
        if len(found) > limit:
            found = found[self.shares[found] >= np.partition(self.shares[found], -limit)[-limit]]
        found = found[np.lexsort((self.places[found], -self.shares[found].round(9)))[:limit]]
        return self.of(found.tolist())

    def of(self, numbers: Collection[int]) -> dict[int, float]:
        """What these hold."""
        return dict(zip(numbers, self.shares[list(numbers)].tolist(), strict=True))


PLACES = documents.join(passages)
FACTS = select(
    passages.c.number,
    passages.c.id,
    passages.c.kind,
    passages.c.boilerplate,
    func.coalesce(passages.c.context, 0),
    func.coalesce(documents.c.date, ""),
).select_from(PLACES)
FACT = np.dtype(
    [("number", "i8"), ("id", "S24"), ("kind", "S12"), ("boilerplate", "?"), ("context", "i8"), ("date", "S10")]
)
TOTAL, EMBEDDED = (select(func.count()).select_from(table) for table in (passages, vectors))
VECTORS = select(vectors.c.passage, vectors.c.vector).where(vectors.c.passage.in_(bindparam("numbers", expanding=True)))
HITS = (
    select(
        passages,
        documents.c.info,
        *shaping.MEETING,
        ITEM.c.record.label("item"),
        contexts.c.citation.label("around"),
    )
    .select_from(PLACES.outerjoin(ITEM, ITEM.c.id == passages.c.item_id).outerjoin(contexts, AROUND))
    .where(passages.c.number.in_(bindparam("numbers", expanding=True)))
)
OUTCOMES = (  # how the decisions in passages came out
    select(passage_records.c.passage, records.c.outcome)
    .select_from(passage_records.join(records))
    .where(passage_records.c.passage.in_(bindparam("numbers", expanding=True)), records.c.outcome.is_not(None))
    .distinct()
)
MINE, OTHER, ONE, TWO = bands.alias("mine"), bands.alias("other"), passages.alias("one"), passages.alias("two")
ALIKE_PAIRS = (  # one row for each band that two passages share
    MINE.join(OTHER, OTHER.c.band == MINE.c.band)
    .join(ONE, ONE.c.number == MINE.c.passage)
    .join(TWO, TWO.c.number == OTHER.c.passage)
)
ALIKE = (
    select(ONE.c.number, TWO.c.number)
    .select_from(ALIKE_PAIRS)
    .where(MINE.c.passage.in_(bindparam("numbers", expanding=True)), OTHER.c.passage != MINE.c.passage)
    .group_by(ONE.c.number, ONE.c.id, TWO.c.number, TWO.c.id)
    .order_by(func.count().desc(), ONE.c.id, TWO.c.id)  # numbers tell in which order documents came, ids do not
    .limit(MANY)
)
TEXTS = select(passages.c.number, passages.c.text).where(passages.c.number.in_(bindparam("numbers", expanding=True)))
STANDING = (
    select(passages.c.number, passages.c.citation, documents.c.info, *shaping.MEETING)
    .select_from(PLACES)
    .where(passages.c.number.in_(bindparam("numbers", expanding=True)))
)
EXPLAINED = (
    select(abbreviations.c.short, abbreviations.c.key, func.min(abbreviations.c.long).label("long"))
    .group_by(abbreviations.c.short, abbreviations.c.key)
    .order_by(func.count(), abbreviations.c.short.desc(), abbreviations.c.key.desc())
)
ITS, OWN = documents.alias("its"), documents.alias("own")
REPEATING = (  # passages, and the documents of the same body that hold the like of them
    select(MINE.c.passage, OWN.c.organisation, OWN.c.body, ITS.c.id)
    .select_from(ALIKE_PAIRS)
    .join(OWN, OWN.c.id == ONE.c.document_id)
    .join(ITS, ITS.c.id == TWO.c.document_id)
    .where(MINE.c.passage.in_(bindparam("numbers", expanding=True)))
    .where(OWN.c.organisation == ITS.c.organisation, OWN.c.body == ITS.c.body)
    .group_by(MINE.c.passage, OWN.c.organisation, OWN.c.body, ITS.c.id)
    .having(func.count() >= shaping.SHARED)
    .subquery()
)
REPEATS = (
    select(REPEATING.c.passage, REPEATING.c.organisation, REPEATING.c.body, func.count())
    .group_by(REPEATING.c.passage, REPEATING.c.organisation, REPEATING.c.body)
    .having(func.count() >= REPEATED)
)
IN_BOTH = (  # passages of a document that say the same as passages of another
    select(MINE.c.passage, TWO.c.document_id)
    .select_from(ALIKE_PAIRS)
    .where(ONE.c.document_id == bindparam("document"), TWO.c.document_id != bindparam("document"))
    .group_by(MINE.c.passage, OTHER.c.passage, TWO.c.document_id)
    .having(func.count() >= shaping.SHARED)
    .subquery()
)
IN_COMMON = select(IN_BOTH.c.document_id, func.count(IN_BOTH.c.passage.distinct())).group_by(IN_BOTH.c.document_id)
SIGNED = (  # how many passages of documents have a signature
    select(passages.c.document_id, func.count(bands.c.passage.distinct()))
    .select_from(passages.join(bands))
    .where(passages.c.document_id.in_(bindparam("documents", expanding=True)))
    .group_by(passages.c.document_id)
)
SIZES = select(documents.c.organisation, documents.c.body, func.count()).group_by(
    documents.c.organisation, documents.c.body
)


class Finding(Store):
    """The part of the catalogue that search asks."""

    def matching(self, phrases: Sequence[str], filters: Filters) -> Matching:
        """How much of the phrases the passages hold.

        It is a sum over the phrases, so that where each one stands can be kept from one query to the next.
        """
        with self._ask() as connection:
            total = self._total(connection)
            held = {phrase: count for phrase in phrases if (count := self._frequency(connection, phrase))}
            told = [phrase for phrase, count in held.items() if count <= max(COMMON, total // 10)] or [*held]
            standing = [(self._holding(connection, phrase), _rarity(held[phrase], total)) for phrase in told]
            places = self._places(connection, filters)
        shares = np.zeros(len(places))
        for numbers, rarity in standing:
            shares[numbers[: np.searchsorted(numbers, len(places))]] += rarity
        shares[places < 0] = 0
        return Matching(shares / (sum(rarity for _, rarity in standing) or 1), places)

    def _total(self, connection: Connection) -> int:
        """How many passages there are."""
        return self._keep(connection, "total", lambda: connection.scalar(TOTAL) or 0)

    def _frequency(self, connection: Connection, phrase: str) -> int:
        key = ("frequency", phrase)
        return self._keep(connection, key, lambda: self._database.frequency(connection, phrase))

    def _holding(self, connection: Connection, phrase: str) -> Int64:
        """The numbers of the passages that hold a phrase, in order."""

        def read() -> tuple[Int64]:
            return (np.sort(np.fromstring(self._database.holding(connection, phrase), dtype=np.int64, sep=",")),)

        return self._keep(connection, ("holding", phrase), read)[0]

    def _allowed(self, connection: Connection, filters: Filters) -> Int64:
        """Numbers of the passages that the filters let through, most recent first."""

        def read() -> tuple[Int64]:
            query = conditions.filtered(filters, passages.c.number).order_by(*RECENT)
            numbers = np.fromiter(connection.scalars(query), dtype=np.int64)
            for phrase in filters.holds:
                numbers = numbers[np.isin(numbers, self._holding(connection, phrase))]
            for phrase in filters.without:
                numbers = numbers[~np.isin(numbers, self._holding(connection, phrase))]
            return (numbers,)

        return self._keep(connection, ("allowed", filters), read)[0]

    def allowed(self, filters: Filters) -> int:
        """How many passages the filters let through."""
        with self._ask() as connection:
            return len(self._allowed(connection, filters))

    def embedded(self) -> int:
        """How many passages have a vector."""
        with self._ask() as connection:
            return self._keep(connection, "embedded", lambda: connection.scalar(EMBEDDED) or 0)

    def vectors(self, filters: Filters) -> tuple[Int64, Float32]:
        """Numbers and vectors, shape (n, d), of the embedded passages that the filters let through, recent first."""
        query = conditions.filtered(filters, vectors.c.passage, vectors.c.vector).join(vectors)
        with self._ask() as connection:

            def read() -> tuple[Int64, Float32]:
                held = dict(plain(connection.execute(query)))
                numbers = [number for number in self._allowed(connection, filters).tolist() if number in held]
                return np.array(numbers, dtype=np.int64), stacked([held[number] for number in numbers])

            return self._keep(connection, ("vectors", filters), read)

    def meanings(self, shorts: Sequence[str]) -> dict[str, str]:
        """Those of the abbreviations that documents explain, each with the long form that most of them give."""
        by_short, _ = self._abbreviations()
        return {short: by_short[short] for short in shorts if short in by_short}

    def names(self, keys: Sequence[str]) -> dict[str, str]:
        """Those of the long forms, by their keys, that documents abbreviate, each with the commonest abbreviation."""
        _, by_key = self._abbreviations()
        return {key: by_key[key] for key in keys if key in by_key}

    def _abbreviations(self) -> tuple[dict[str, str], dict[str, str]]:
        def read() -> tuple[dict[str, str], dict[str, str]]:
            rows = connection.execute(EXPLAINED).all()  # the commonest last, and the last one counts
            return {row.short: row.long for row in rows}, {row.key: row.short for row in rows}

        with self._ask() as connection:
            return self._keep(connection, "abbreviations", read)

    def vectors_of(self, numbers: Sequence[int]) -> tuple[list[int], Float32]:
        """Those of the passages that have a vector, with the vectors, shape (n, d), in order of number."""
        with self._read() as connection:
            asked = (connection.execute(VECTORS, {"numbers": part}) for part in parts(numbers))
            rows = sorted(row for each in asked for row in plain(each))
        return [number for number, _ in rows], stacked([blob for _, blob in rows])

    def known(self, phrases: Iterable[str]) -> list[str]:
        """Those of the phrases that occur anywhere in the library, in any form of their words."""
        with self._ask() as connection:
            return [phrase for phrase in phrases if self._frequency(connection, phrase)]

    def numbers(self, ids: Sequence[str], filters: Filters) -> dict[str, int]:
        """Those of the ids whose passages the filters let through, in their order, each with its number."""
        wanted = np.array(list(ids), dtype=FACT["id"])
        with self._ask() as connection:
            places = self._places(connection, filters)
            _, sorted_ids, numbers = self._facts(connection)
        if not len(numbers):
            return {}
        at = np.searchsorted(sorted_ids, wanted).clip(max=len(numbers) - 1)
        found = zip(ids, numbers[at].tolist(), (sorted_ids[at] == wanted).tolist(), strict=True)
        return {id_: number for id_, number, held in found if held and number < len(places) and places[number] >= 0}

    def _places(self, connection: Connection, filters: Filters) -> NDArray[np.int32]:
        """For each number the place of its passage among those let through, the most recent first; else -1."""

        def read() -> tuple[NDArray[np.int32]]:
            numbers = self._allowed(connection, filters)
            places = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int32)
            places[numbers] = np.arange(len(numbers))
            return (places,)

        return self._keep(connection, ("places", filters), read)[0]

    def candidates(self, numbers: Iterable[int]) -> list[Candidate]:
        """What ranking needs to know of these passages, in no order."""
        with self._ask() as connection:
            facts, *_ = self._facts(connection)
        return [
            Candidate(number, id_.decode(), kind.decode(), boilerplate, context or None, date.decode() or None)
            for number, id_, kind, boilerplate, context, date in facts[list(numbers)].tolist()
        ]

    def _facts(self, connection: Connection) -> tuple[NDArray[Any], NDArray[np.bytes_], Int64]:
        """What ranking needs to know of each passage, by number; and all ids in order, with their numbers."""

        def read() -> tuple[NDArray[Any], NDArray[np.bytes_], Int64]:
            rows = np.array(plain(connection.execute(FACTS)), dtype=FACT)
            facts = np.zeros(int(rows["number"].max(initial=0)) + 1, dtype=FACT)
            facts[rows["number"]] = rows
            rows.sort(order="id")
            return facts, rows["id"].copy(), rows["number"].copy()

        return self._keep(connection, "facts", read)

    def hits(
        self, ranked: Sequence[tuple[int, float]], filters: Filters, also: Mapping[int, tuple[Twin, ...]]
    ) -> tuple[Hit, ...]:
        """Passages and their scores as hits, in the order given; of the kind that was asked for, if one was.

        A passage has the kind of its strongest record, but may hold others. It is shown in its context, unless what a
        passage holds was filtered: what stands around it may not be what was asked for. `also` are those that say the
        same.
        """
        numbers = {"numbers": [number for number, _ in ranked]}
        held = OUTCOMES.where(*conditions.trusted(filters))
        held = held if filters.exempt else held.where(~records.c.exempt)
        with self._read() as connection:
            found = connection.execute(HITS, numbers).all()
            decided = sorted(plain(connection.execute(held, numbers)))
        rows = {row.number: row for row in found}
        outcomes = {number: tuple(out for _, out in same) for number, same in groupby(decided, key=itemgetter(0))}
        return tuple(
            shaping.hit_of(rows[number], rank, score, filters, outcomes.get(number, ()), also.get(number, ()))
            for rank, (number, score) in enumerate(ranked, 1)
        )

    def alike(self, numbers: Sequence[int], filters: Filters) -> tuple[dict[int, list[int]], dict[int, str]]:
        """For each passage those, of what the filters let through, that may say the same; and the texts of them all."""
        found: dict[int, list[int]] = {}
        with self._ask() as connection:
            pairs = connection.execute(ALIKE, {"numbers": numbers}).all()
            through = self._places(connection, filters)
            for one, other in pairs:
                if other < len(through) and through[other] >= 0:
                    found.setdefault(one, []).append(other)
            wanted = {*found, *(other for others in found.values() for other in others)}
            texts = connection.execute(TEXTS, {"numbers": sorted(wanted)}).all() if wanted else []
        return found, {row.number: row.text for row in texts}

    def twins(self, numbers: Sequence[int]) -> dict[int, Twin]:
        """Where passages stand, by number."""
        with self._read() as connection:
            return {
                row.number: Twin(
                    document=shaping.info_of(row.info),
                    meeting=shaping.meeting_of(row),
                    citation=Citation.model_validate_json(row.citation),
                )
                for part in parts(numbers)
                for row in connection.execute(STANDING, {"numbers": part})
            }

    def saying(self, phrase: str, numbers: Sequence[int]) -> set[int]:
        """Those of the passages that say all words of the phrase, in its order."""
        with self._ask() as connection:
            rows = connection.execute(TEXTS, {"numbers": numbers}).all()
        return {row.number for row in rows if _in_a_row(phrase) in _in_a_row(row.text)}

    def standing(self, numbers: Sequence[int]) -> set[int]:
        """Those of the passages that most documents of their body repeat: notices and formulas, nothing of the day."""
        with self._ask() as connection:
            sizes = self._keep(
                connection, "sizes", lambda: {tuple(row[:2]): row[2] for row in connection.execute(SIZES)}
            )
            found = connection.execute(REPEATS, {"numbers": numbers}).all() if numbers else []
        return {number for number, *body, count in found if 2 * count > sizes[tuple(body)]}

    def versions(self, document_id: str) -> list[Version]:
        """The other documents that record the same meeting, or of which most of the shorter text stands in the longer.

        Those of the same meeting first, then by how much is shared.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        with self._read() as connection:
            this = shaping.only(connection, documents, document_id, "document", "minutebook documents")
            shared = dict(plain(connection.execute(IN_COMMON, {"document": this.id})))
            near: list[ColumnElement[bool]] = [documents.c.id.in_([*shared, this.id])]
            if this.organisation and this.body and this.date:
                place = ("organisation", "body", "date")
                near.append(and_(*(documents.c[name] == getattr(this, name) for name in place)))
            others = connection.execute(select(documents).where(or_(*near))).all()
            sizes = dict(plain(connection.execute(SIGNED, {"documents": [row.id for row in others]})))
        found = [
            version
            for row in others
            if row.id != this.id and (version := shaping.version_of(row, this, shared.get(row.id, 0), sizes))
        ]
        return sorted(found, key=shaping.nearness)

    def write_bands(self) -> None:
        """Make the signatures of all passages anew."""
        with self._write() as connection:
            connection.execute(delete(bands))
            for rows in connection.execute(select(passages.c.number, passages.c.text)).partitions(MANY):
                storing.insert_bands(connection, ((row.number, row.text) for row in rows))

    def coverage(self, filters: Filters) -> Coverage:
        """What the filters let through. Documents are counted whether or not a passage of them is let through."""
        with self._ask() as connection:
            return self._keep(connection, ("coverage", filters), lambda: self._covered(connection, filters))

    def _covered(self, connection: Connection, filters: Filters) -> Coverage:
        bodies = (
            select(documents.c.organisation, documents.c.body)
            .where(*conditions.of_documents(filters))
            .distinct()
            .subquery()
        )
        dates = select(func.count(), func.min(documents.c.date), func.max(documents.c.date))
        count, first, last = connection.execute(
            dates.select_from(documents).where(*conditions.of_documents(filters))
        ).one()
        unembedded = conditions.filtered(filters, func.count()).outerjoin(vectors).where(vectors.c.passage.is_(None))
        return Coverage(
            documents=count,
            bodies=connection.scalar(select(func.count()).where(or_(*(c.is_not(None) for c in bodies.c)))) or 0,
            passages=len(self._allowed(connection, filters)),
            pending=(connection.scalar(unembedded) or 0) if meta_of(connection, "unfinished") else 0,
            first=first,
            last=last,
        )


def _in_a_row(text: str) -> str:
    """The words of a text and nothing else, a space around each."""
    return " ".join(("", *re.findall(r"[^\W_]+", text.casefold()), ""))


def _rarity(count: int, total: int) -> float:
    """The weight of a phrase that `count` of `total` passages hold: the inverse document frequency of BM25."""
    return max(1e-6, math.log((total - count + 0.5) / (count + 0.5)))


def plain(result: CursorResult[Any]) -> Sequence[Any]:
    """The rows as plain tuples, which takes half the time."""
    return result.cursor.fetchall() if result.cursor else []
