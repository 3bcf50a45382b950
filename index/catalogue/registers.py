"""The records: registers, meetings' items, people, and what following and threads read of them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    func,
    insert,
    not_,
    or_,
    select,
)

from index.catalogue import conditions, shaping
from index.catalogue.copies import Copies
from index.catalogue.documents import Documents
from index.catalogue.finding import Finding
from index.catalogue.schema import (
    attendance,
    contents,
    corrections,
    documents,
    passages,
    places,
    records,
)
from index.catalogue.shaping import RECORDS
from index.catalogue.store import (
    meta_of,
    note,
    parts,
)
from index.places import Authority, Stated
from minutes.found import Attended, BodyHeld, Filters, Listed, RecordKind, Sort
from minutes.model import Action, AgendaItem, Attendance, Citation, Decision, DocumentInfo, Meeting, content_id

LATEST = (documents.c.date.desc().nulls_last(), documents.c.path, records.c.position)  # the order of a register
SORTED: dict[Sort, ColumnElement[Any]] = {  # what a register can be sorted by
    "date": documents.c.date,
    "body": func.lower(func.coalesce(documents.c.body, documents.c.organisation)),
    "owner": func.lower(records.c.owner),
    "due": records.c.due_date,
    "outcome": records.c.outcome,
    "mover": func.lower(records.c.mover),
}


@dataclass(frozen=True)
class Source:
    """A document of an organisation, as following reads it. Lines of `text` are blocks, tabs part cells."""

    document: DocumentInfo
    meeting: Meeting
    date: str  # ISO 8601, to the day or to the month
    text: str
    items: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Heading:
    """An agenda item as its thread sees it."""

    id: str
    number: str | None
    title: str
    document_id: str
    date: str | None
    meeting: Meeting


class Registers(Documents, Finding, Copies):
    """The part of the catalogue that lists records."""

    def records(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> list[Listed]:
        """All records of a kind that hold each of the words, in their own text or their item's title; latest first."""
        query = shaping.register()
        where = [*conditions.of_register([kind], words, filters), *conditions.trusted(filters)]
        with self._ask() as connection:
            query = query.where(*where, *self._once(connection, filters)).order_by(*LATEST)
            return [shaping.listed_of(row) for row in connection.execute(query)]

    def listing(self, kind: RecordKind) -> int:
        """How many records of a kind the register lists where nothing narrows it."""
        where = [*conditions.of_register([kind], (), Filters()), *conditions.trusted(Filters())]
        query = shaping.register().with_only_columns(func.count())
        with self._ask() as connection:

            def read() -> int:
                return connection.scalar(query.where(*where, *self._once(connection, Filters()))) or 0

            return self._keep(connection, ("listing", kind), read)

    def record_ids(
        self, kinds: Collection[RecordKind], words: Sequence[str], filters: Filters, sort: Sort, *, backwards: bool
    ) -> list[str]:
        """The ids of what `records` lists of these kinds, sorted; what has no such value comes last."""
        query = shaping.register()
        where = [*conditions.of_register(kinds, words, filters), *conditions.trusted(filters)]
        down = (sort == "date") is not backwards  # dates begin with the latest
        order = [(SORTED[sort].desc() if down else SORTED[sort].asc()).nulls_last(), *LATEST]
        with self._ask() as connection:
            where += self._once(connection, filters)
            return list(connection.scalars(query.with_only_columns(records.c.id).where(*where).order_by(*order)))

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """The records of these ids, in their order; those that are gone are passed over."""
        query = shaping.register()
        query = query.add_columns(records.c.id)
        with self._read() as connection:
            rows = [row for part in parts(ids) for row in connection.execute(query.where(records.c.id.in_(part)))]
        found = {row.id: shaping.listed_of(row) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    def mistrusted(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> int:
        """How many records `records` leaves out because they are of low trust."""
        if filters.all:
            return 0
        query = shaping.register()
        where = [*conditions.of_register([kind], words, filters), records.c.trust == "low"]
        with self._ask() as connection:
            where += self._once(connection, filters)
            return connection.scalar(query.with_only_columns(func.count()).where(*where)) or 0

    def record(self, record_id: str) -> Listed:
        """One record, by its id or the beginning of it."""
        query = shaping.register()
        with self._read() as connection:
            row = shaping.only(connection, records, record_id, "record", "minutebook decisions --format json")
            return shaping.listed_of(connection.execute(query.where(records.c.id == row.id)).one())

    def bodies(self, filters: Filters = Filters()) -> list[BodyHeld]:  # noqa: B008 (frozen)
        """The bodies whose documents are held, by organisation and name; those that no document names come last."""
        columns = (documents.c.organisation, documents.c.body)
        dates = (func.min(documents.c.date), func.max(documents.c.date))
        order = [func.lower(column).asc().nulls_last() for column in columns]
        with self._ask() as connection:
            met = and_(documents.c.kind == "minutes", *self._once(connection, filters))
            query = select(*columns, func.sum(case((met, 1), else_=0)), func.count(), *dates)
            query = query.where(*conditions.of_documents(filters)).group_by(*columns).order_by(*order)
            rows = connection.execute(query).all()
        names = tuple(BodyHeld.model_fields)
        return [BodyHeld(**dict(zip(names, row, strict=True))) for row in rows]

    # ---- places -----------------------------------------------------------------------------------------------------

    def put_authorities(self, found: Mapping[str, Authority]) -> None:
        """Hold the authorities of a lookup by code, together with what is held of them already."""
        with self._write() as connection:
            held = {row.code: Authority(**row._mapping) for row in connection.execute(select(places))}
            merged = [held[code] | each if code in held else each for code, each in found.items()]
            connection.execute(delete(places).where(places.c.code.in_(held.keys() & found.keys())))
            connection.execute(insert(places), [vars(each) for each in merged])

    def authorities(self) -> list[Authority]:
        """The authorities held, by code."""
        with self._read() as connection:
            return [Authority(**row._mapping) for row in connection.execute(select(places).order_by(places.c.code))]

    def put_stated(self, found: Iterable[Stated]) -> None:
        """Hold what a corpus states of organisations, in place of what was stated of them before."""
        new = {each.organisation: each for each in found}
        if set(new.values()) <= set(self.stated()):  # what search keeps need not be made again
            return
        with self._write() as connection:
            held = {each.organisation: each for each in _stated(connection)} | new
            note(connection, organisations=json.dumps([vars(each) for each in held.values()]))

    def stated(self) -> list[Stated]:
        """What corpora state of organisations."""
        with self._read() as connection:
            return _stated(connection)

    # ---- threads ----------------------------------------------------------------------------------------------------

    def headings(self, organisation: str | None) -> list[Heading]:
        """The items of an organisation's documents that are not exempt, in order of date; of none, those of none."""
        query = (
            select(records.c.record, documents.c.id, documents.c.date, *shaping.MEETING)
            .join_from(records, documents)
            .where(records.c.kind == "item", ~records.c.exempt)
            .where(documents.c.organisation.is_not_distinct_from(organisation))
            .order_by(documents.c.date.asc().nulls_last(), documents.c.id, records.c.position)
        )
        meetings: dict[str, Meeting] = {}
        found = []
        with self._read() as connection:
            for row in connection.execute(query):
                item = json.loads(row.record)
                if row.id not in meetings:
                    meetings[row.id] = shaping.meeting_of(row)
                found.append(Heading(item["id"], item["number"], item["title"], row.id, row.date, meetings[row.id]))
        return found

    def said_under(self, document_id: str) -> dict[str, str]:
        """What was said under each item of a document, by the item's id."""
        said: defaultdict[str, str] = defaultdict(str)
        query = select(passages.c.item_id, passages.c.text).where(
            passages.c.document_id == document_id, passages.c.item_id.is_not(None), ~passages.c.exempt
        )
        with self._read() as connection:
            for item_id, told in connection.execute(query):
                said[item_id] += f"{told}\n"
        return dict(said)

    def naming(self, phrase: str) -> list[tuple[str, str]]:
        """The passages under an item that hold a phrase: the item's id, and the text."""
        with self._ask() as connection:
            numbers = self._holding(connection, phrase)
            under = (passages.c.item_id.is_not(None), ~passages.c.exempt)
            return [
                (row.item_id, row.text)
                for part in parts(numbers.tolist())
                for row in connection.execute(
                    select(passages.c.item_id, passages.c.text).where(passages.c.number.in_(part), *under)
                )
            ]

    def under(self, item_ids: Sequence[str]) -> list[Listed]:
        """The decisions and actions under these items that are to be trusted and not exempt, as they stand."""
        query = shaping.register()
        kinds = records.c.kind.in_(("decision", "action"))
        with self._read() as connection:
            return [
                shaping.listed_of(row)
                for part in parts(item_ids)
                for row in connection.execute(
                    query.where(
                        records.c.item_id.in_(part), kinds, ~records.c.exempt, *conditions.trusted(Filters())
                    ).order_by(records.c.document_id, records.c.kind.desc(), records.c.position)
                )
            ]

    # ---- people -----------------------------------------------------------------------------------------------------

    def attended(self, word: str) -> list[Attended]:
        """Where people whose names hold this word were, or were missed; latest first."""
        query = (
            select(documents.c.info, *shaping.MEETING, attendance.c.attendance)
            .join_from(documents, attendance)
            .where(conditions.holds(attendance.c.name, word))
            .order_by(*LATEST[:2], attendance.c.position)
        )
        with self._ask() as connection:
            return [
                Attended(
                    document=shaping.info_of(row.info),
                    meeting=shaping.meeting_of(row),
                    attendance=Attendance.model_validate_json(row.attendance),
                )
                for row in connection.execute(query.where(*self._once(connection, Filters())))
            ]

    def naming_people(self, word: str) -> list[Listed]:
        """The decisions moved or seconded, and the actions owned, by somebody whose name holds this word.

        Those that are to be trusted, latest first.
        """
        query = shaping.register()
        named = or_(
            *(conditions.holds(column, word) for column in (records.c.mover, records.c.seconder, records.c.owner))
        )
        where = [named, ~records.c.exempt, *conditions.trusted(Filters())]
        with self._ask() as connection:
            where += self._once(connection, Filters())
            rows = connection.execute(query.where(*where).order_by(*LATEST))
            return [shaping.listed_of(row) for row in rows]

    # ---- following --------------------------------------------------------------------------------------------------

    def editions(self) -> dict[str | None, frozenset[tuple[str, str]]]:
        """For each organisation its documents, each with what read and corrected it, and whose it is known to be.

        As long as that is the same, so are the records.
        """
        with self._ask() as connection:
            return self._keep(connection, "editions", lambda: self._editions(connection))

    def _editions(self, connection: Connection) -> dict[str | None, frozenset[tuple[str, str]]]:
        found: defaultdict[str | None, set[tuple[str, str]]] = defaultdict(set)
        said: defaultdict[str, str] = defaultdict(str)
        read = select(
            documents.c.organisation, documents.c.id, documents.c.program, documents.c.sha256, documents.c.body
        )
        for row in connection.execute(select(corrections).order_by(corrections.c.id)):
            said[row.sha256] += row.correction
        for row in connection.execute(read):
            corrected = content_id("", said[row.sha256]) if row.sha256 in said else ""
            found[row.organisation].add((row.id, f"{row.program}{corrected}{row.body or ''}"))
        return {organisation: frozenset(each) for organisation, each in found.items()}

    def sources(self, organisation: str | None) -> list[Source]:
        """The dated documents of an organisation, or of none but of a body, and what was taken from them.

        Exempt text is blank, and of exempt records only the actions are there: they are followed, but quoted nowhere.
        """
        dated = _placed(organisation)
        taken: dict[str, dict[str, list[Any]]] = {}
        query = select(documents.c.id, documents.c.date, documents.c.info, *shaping.MEETING).where(*dated)
        of_texts = select(contents.c.document_id, contents.c.text, contents.c.exempt).join(documents)
        of_records = (
            select(records.c.document_id, records.c.kind, records.c.record)
            .join(documents)
            .order_by(records.c.document_id, records.c.position)
        )
        with self._read() as connection:
            rows = connection.execute(query).all()
            found = connection.execute(of_texts.where(*dated)).all()
            public = or_(~records.c.exempt, records.c.kind == "action")
            for row in connection.execute(of_records.where(*dated, records.c.kind != "metric", public)):
                by_kind = taken.setdefault(row.document_id, {})
                by_kind.setdefault(f"{row.kind}s", []).append(RECORDS[row.kind].model_validate_json(row.record))
        text_of = {document_id: shaping.blanked(held, exempt) for document_id, held, exempt in found}
        return [
            Source(
                document=shaping.info_of(row.info),
                meeting=shaping.meeting_of(row),
                date=row.date,
                text=text_of.get(row.id, ""),
                **{kind: tuple(each) for kind, each in taken.get(row.id, {}).items()},
            )
            for row in rows
        ]

    def unplaced_actions(self, organisation: str | None) -> list[Action]:
        """The actions of an organisation's documents, or of those of none, that `sources` leaves out."""
        query = select(records.c.record).join(documents).where(records.c.kind == "action")
        of = documents.c.organisation.is_not_distinct_from(organisation)
        with self._read() as connection:
            found = connection.scalars(query.where(of, not_(and_(*_placed(organisation)))))
            return [Action.model_validate_json(record) for record in found]

    def cite(self, spots: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Citation]:
        """Citations of stretches of text: id of the document, start and end."""
        cited: dict[tuple[str, int, int], Citation] = {}
        for document_id, same in groupby(sorted(spots), key=itemgetter(0)):
            document, _ = self.document(document_id)
            cited |= {spot: document.cite(*spot[1:]) for spot in same}
        return cited


def _placed(organisation: str | None) -> list[ColumnElement[bool]]:
    """Of which documents others of the same body can be told: those with a date, and a body if no organisation."""
    named = [] if organisation else [documents.c.body.is_not(None)]
    return [documents.c.organisation.is_not_distinct_from(organisation), documents.c.date.is_not(None), *named]


def _stated(connection: Connection) -> list[Stated]:
    return [Stated(**each) for each in json.loads(meta_of(connection, "organisations") or "[]")]
