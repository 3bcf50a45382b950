"""The catalogue: documents, their records and passages, in SQLite. Only this module and `schema` know the database."""

import datetime
import io
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    case,
    delete,
    exists,
    func,
    insert,
    inspect,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from index import schema
from index.schema import attendance, contents, documents, dropped, meta, passage_records, passages, records, vectors
from minutes.errors import InputError, LibraryError, QueryError
from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    Attended,
    Block,
    BodyHeld,
    Citation,
    Coverage,
    Decision,
    Document,
    DocumentInfo,
    Exempt,
    Extracted,
    Filters,
    Hit,
    Ingested,
    Listed,
    Meeting,
    Metric,
    Minutes,
    Passage,
    PassageKind,
    Receipt,
    RecordKind,
    Sort,
    Words,
)

Float32 = NDArray[np.float32]
RECORDS: dict[RecordKind, type[Extracted]] = {
    "item": AgendaItem,
    "decision": Decision,
    "action": Action,
    "metric": Metric,
}
BLOCKS = TypeAdapter(tuple[Block, ...])
EXEMPT = TypeAdapter(tuple[Exempt, ...])
LATEST = (documents.c.date.desc().nulls_last(), documents.c.path, records.c.position)  # the order of a register
SORTED: dict[Sort, ColumnElement[Any]] = {  # what a register can be sorted by
    "date": documents.c.date,
    "body": func.lower(func.coalesce(documents.c.body, documents.c.organisation)),
    "owner": func.lower(records.c.owner),
    "due": records.c.due_date,
    "outcome": records.c.outcome,
    "mover": func.lower(records.c.mover),
}
RECENT = (documents.c.date.desc().nulls_last(), passages.c.id)  # the order of equals
PASSAGE_COLUMNS = ("id", "item_id", "kind", "boilerplate", "exempt", "text", "header")  # that hold the field as it is
MANY = 500  # values in one IN list; SQLite allows 32,766, smaller ones are planned faster


@dataclass(frozen=True)
class Candidate:
    """A passage as ranking sees it."""

    number: int
    id: str
    kind: PassageKind
    boilerplate: bool
    date: str | None


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


class Catalogue:
    """An open catalogue. Every method is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue in `path`, or make a new one there.

        Raises:
            LibraryError: if it cannot be opened, or a newer Minutebook made it.
        """
        self._path = path
        self._engine = schema.open_engine(URL.create("sqlite", database=str(path)))
        self._writer = self._engine.execution_options(begin="IMMEDIATE")
        with self._read() as connection:
            current = _version(connection) == schema.VERSION
        if not current:  # a library that is only read is never written to
            with self._write() as connection:
                _upgrade(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._explained(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """The database's own complaints as ours, in one line."""
        try:
            yield
        except IntegrityError as error:  # only `put` adds what others have made
            raise InputError(
                f"Its records contradict each other ({error.orig}); please report this with the file"
            ) from error
        except DatabaseError as error:
            hint = "is another program writing to it, is the disk full, or may you not write there?"
            if not isinstance(error, OperationalError):
                hint = "run: minutebook verify; if it is damaged, restore a copy or ingest the files into a new library"
            raise LibraryError(f"The library in {self._path.parent} cannot be used ({error.orig}); {hint}") from error

    # ---- documents --------------------------------------------------------------------------------------------------

    def settle(self, path: str, sha256: str, program: str) -> Ingested | None:
        """What to say of a file whose content is held already; null where it has to be read.

        It has to be where another program read it (`program` is a fingerprint). Where `path` held something else
        until now, that is taken out: the file no longer exists in that form. Where the content was held under a
        path that is gone, the file was moved, and `path` takes its place.
        """
        with self._read() as connection:
            held = _same(connection, sha256)
            if held is None or held.program != program:
                return None
            old = connection.scalar(select(documents.c.id).where(documents.c.path == path, documents.c.id != held.id))
        place = _place(held, path)
        if old is None and place == held.path:
            return _ingested(held)
        with self._write() as connection:
            if old:
                _drop(connection, old)
            info = DocumentInfo.model_validate_json(held.info).model_copy(update={"path": place}).model_dump_json()
            connection.execute(update(documents).where(documents.c.id == held.id).values(path=place, info=info))
            held = _same(connection, sha256)
        return _ingested(held, "updated" if old else "unchanged") if held else None

    def put(
        self, document: Document, minutes: Minutes, found: Iterable[Passage], program: str, profile: str = "{}"
    ) -> Ingested:
        """Hold a document with all that was taken from it, in place of the one of the same path or content.

        The document of the same content changes nothing if the same program read it (`program` is a fingerprint).
        `profile` is JSON, kept to explain the records by.
        All of it happens, or nothing.

        Raises:
            InputError: if two records or passages have the same id.
        """
        with self._write() as connection:
            same = _same(connection, document.sha256)
            if same and same.program == program:
                return _ingested(same)
            replaced = or_(documents.c.path == document.path, documents.c.sha256 == document.sha256)
            old = connection.scalars(select(documents.c.id).where(replaced)).all()
            for document_id in old:
                _drop(connection, document_id)
            place = _place(same, document.path)
            info = minutes.document.model_copy(update={"path": place})  # it knows the kind, the document does not
            _insert_document(connection, document, minutes, info, program, profile)
            _insert_records(connection, minutes)
            _insert_passages(connection, document.id, found)
            row = connection.execute(select(documents).where(documents.c.id == document.id)).one()
        return _ingested(row, "updated" if old else "added")

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document out, with all that came from it."""
        with self._write() as connection:
            row = _one(connection, documents, document_id, "document", "minutebook documents")
            _drop(connection, row.id)
        return DocumentInfo.model_validate_json(row.info)

    def documents(self, filters: Filters) -> list[Ingested]:
        """The documents that the filters let through, by organisation, body, date and path."""
        order = [documents.c.organisation, documents.c.body, documents.c.date, documents.c.path]
        where = _of_documents(filters)
        if any((filters.kind, filters.outcome, filters.owner, filters.mover)):
            where.append(exists().where(passages.c.document_id == documents.c.id, *_of_passages(filters)))
        with self._read() as connection:
            return [_ingested(row) for row in connection.execute(select(documents).where(*where).order_by(*order))]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document, by its id or the beginning of it."""
        with self._read() as connection:
            row = _one(connection, documents, document_id, "document", "minutebook documents")
            content = connection.execute(select(contents).where(contents.c.document_id == row.id)).one()
            people = connection.scalars(
                select(attendance.c.attendance)
                .where(attendance.c.document_id == row.id)
                .order_by(attendance.c.position)
            ).all()
            taken = connection.execute(
                select(records.c.kind, records.c.record)
                .where(records.c.document_id == row.id)
                .order_by(records.c.position)
            ).all()
        info = DocumentInfo.model_validate_json(row.info)
        document = Document(
            **info.model_dump(),
            text=content.text,
            blocks=BLOCKS.validate_json(content.blocks),
            receipt=Receipt.model_validate_json(content.receipt),
            date=content.stated_date,
            site=content.site,
            words=_unpack(content.words),
        )
        by_kind: dict[str, Any] = {
            f"{kind}s": tuple(RECORDS[kind].model_validate_json(r.record) for r in taken if r.kind == kind)
            for kind in RECORDS
        }
        minutes = Minutes(
            document=info,
            meeting=Meeting.model_validate_json(row.meeting),
            attendance=tuple(Attendance.model_validate_json(person) for person in people),
            exempt=EXEMPT.validate_json(content.exempt),
            receipt=Receipt.model_validate_json(row.receipt),
            **by_kind,
        )
        return document, minutes

    def document_info(self, document_id: str) -> DocumentInfo:
        """What identifies one document, by its id or the beginning of it."""
        with self._read() as connection:
            row = _one(connection, documents, document_id, "document", "minutebook documents")
        return DocumentInfo.model_validate_json(row.info)

    def profile(self, document_id: str) -> str:
        """JSON of the profile that a document was extracted with."""
        with self._read() as connection:
            held = connection.scalar(select(contents.c.profile).where(contents.c.document_id == document_id))
        return held or "{}"

    # ---- registers --------------------------------------------------------------------------------------------------

    def records(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> list[Listed]:
        """All records of a kind that hold each of the words, in their own text or their item's title; latest first."""
        query, item = _register()
        where = [*_matching([kind], words, item, filters), *_trusted(filters)]
        with self._read() as connection:
            return [_listed(row) for row in connection.execute(query.where(*where).order_by(*LATEST))]

    def record_ids(
        self, kinds: Collection[RecordKind], words: Sequence[str], filters: Filters, sort: Sort, *, backwards: bool
    ) -> list[str]:
        """The ids of what `records` lists of these kinds, sorted; what has no such value comes last."""
        query, item = _register()
        where = [*_matching(kinds, words, item, filters), *_trusted(filters)]
        down = (sort == "date") is not backwards  # dates begin with the latest
        order = [(SORTED[sort].desc() if down else SORTED[sort].asc()).nulls_last(), *LATEST]
        with self._read() as connection:
            return list(connection.scalars(query.with_only_columns(records.c.id).where(*where).order_by(*order)))

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """The records of these ids, in their order; those that are gone are passed over."""
        query, _ = _register()
        query = query.add_columns(records.c.id)
        with self._read() as connection:
            rows = [row for part in _parts(ids) for row in connection.execute(query.where(records.c.id.in_(part)))]
        found = {row.id: _listed(row) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    def mistrusted(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> int:
        """How many records `records` leaves out because they are of low trust."""
        query, item = _register()
        where = [*_matching([kind], words, item, filters), records.c.trust == "low"]
        with self._read() as connection:
            return connection.scalar(query.with_only_columns(func.count()).where(*where)) or 0

    def record(self, record_id: str) -> Listed:
        """One record, by its id or the beginning of it."""
        query, _ = _register()
        with self._read() as connection:
            row = _one(connection, records, record_id, "record", "minutebook decisions --format json")
            return _listed(connection.execute(query.where(records.c.id == row.id)).one())

    def bodies(self) -> list[BodyHeld]:
        """The bodies whose documents are held, by organisation and name; those that no document names come last."""
        columns = (documents.c.organisation, documents.c.body)
        minutes = func.sum(case((documents.c.kind == "minutes", 1), else_=0))
        dates = (func.min(documents.c.date), func.max(documents.c.date))
        query = select(*columns, minutes, func.count(), *dates).group_by(*columns)
        order = [func.lower(column).asc().nulls_last() for column in columns]
        with self._read() as connection:
            rows = connection.execute(query.order_by(*order)).all()
        names = tuple(BodyHeld.model_fields)
        return [BodyHeld(**dict(zip(names, row, strict=True))) for row in rows]

    # ---- threads ----------------------------------------------------------------------------------------------------

    def headings(self, organisation: str | None) -> list[Heading]:
        """The items of an organisation's documents that are not exempt, in order of date; of none, those of none."""
        query = (
            select(records.c.record, documents.c.id, documents.c.date, documents.c.meeting)
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
                    meetings[row.id] = Meeting.model_validate_json(row.meeting)
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
        query = (
            select(passages.c.item_id, passages.c.text)
            .join(text("passages_fts"), text("passages_fts.rowid = passages.number"))
            .where(text(schema.MATCHES), passages.c.item_id.is_not(None), ~passages.c.exempt)
        )
        with self._read() as connection:
            rows = connection.execute(query, {"match": schema.match([phrase])})
            return [(row.item_id, row.text) for row in rows]

    def under(self, item_ids: Sequence[str]) -> list[Listed]:
        """The decisions and actions under these items that are to be trusted and not exempt, as they stand."""
        query, _ = _register()
        kinds = records.c.kind.in_(("decision", "action"))
        with self._read() as connection:
            return [
                _listed(row)
                for part in _parts(item_ids)
                for row in connection.execute(
                    query.where(records.c.item_id.in_(part), kinds, ~records.c.exempt, *_trusted(Filters())).order_by(
                        records.c.document_id, records.c.kind.desc(), records.c.position
                    )
                )
            ]

    # ---- people -----------------------------------------------------------------------------------------------------

    def attended(self, letters: str) -> list[Attended]:
        """Where people whose names hold these letters were, or were missed; latest first."""
        query = (
            select(documents.c.info, documents.c.meeting, attendance.c.attendance)
            .join_from(documents, attendance)
            .where(_holds(attendance.c.name, letters))
            .order_by(*LATEST[:2], attendance.c.position)
        )
        with self._read() as connection:
            return [
                Attended(
                    document=DocumentInfo.model_validate_json(row.info),
                    meeting=Meeting.model_validate_json(row.meeting),
                    attendance=Attendance.model_validate_json(row.attendance),
                )
                for row in connection.execute(query)
            ]

    def naming_people(self, letters: str) -> list[Listed]:
        """The decisions and actions that hold these letters anywhere and are to be trusted, latest first."""
        query, _ = _register()
        where = [records.c.kind.in_(("decision", "action")), _holds(records.c.record, letters), ~records.c.exempt]
        with self._read() as connection:
            rows = connection.execute(query.where(*where, *_trusted(Filters())).order_by(*LATEST))
            return [_listed(row) for row in rows]

    # ---- following --------------------------------------------------------------------------------------------------

    def editions(self) -> dict[str | None, frozenset[tuple[str, str]]]:
        """For each organisation its documents and what read them: as long as that is the same, so are the records."""
        found: defaultdict[str | None, set[tuple[str, str]]] = defaultdict(set)
        with self._read() as connection:
            for row in connection.execute(select(documents.c.organisation, documents.c.id, documents.c.program)):
                found[row.organisation].add((row.id, row.program))
        return {organisation: frozenset(each) for organisation, each in found.items()}

    def sources(self, organisation: str, *, texts: bool) -> list[Source]:
        """The dated documents of an organisation, with their texts if wanted, and what was taken from them.

        Exempt text is blank, and of exempt records only the actions are there: they are followed, but quoted nowhere.
        """
        dated = (documents.c.organisation == organisation, documents.c.date.is_not(None))
        taken: dict[str, dict[str, list[Any]]] = {}
        query = select(documents.c.id, documents.c.date, documents.c.info, documents.c.meeting).where(*dated)
        of_texts = select(contents.c.document_id, contents.c.text, contents.c.exempt).join(documents)
        of_records = (
            select(records.c.document_id, records.c.kind, records.c.record)
            .join(documents)
            .order_by(records.c.document_id, records.c.position)
        )
        with self._read() as connection:
            rows = connection.execute(query).all()
            found = connection.execute(of_texts.where(*dated)).all() if texts else []
            public = or_(~records.c.exempt, records.c.kind == "action")
            for row in connection.execute(of_records.where(*dated, records.c.kind != "metric", public)):
                by_kind = taken.setdefault(row.document_id, {})
                by_kind.setdefault(f"{row.kind}s", []).append(RECORDS[row.kind].model_validate_json(row.record))
        text_of = {document_id: _blanked(held, exempt) for document_id, held, exempt in found}
        return [
            Source(
                document=DocumentInfo.model_validate_json(row.info),
                meeting=Meeting.model_validate_json(row.meeting),
                date=row.date,
                text=text_of.get(row.id, ""),
                **{kind: tuple(each) for kind, each in taken.get(row.id, {}).items()},
            )
            for row in rows
        ]

    def unplaced_actions(self, organisation: str | None) -> list[Action]:
        """The actions of an organisation's documents that `sources` leaves out; of none, those of no organisation."""
        query = select(records.c.record).join(documents).where(records.c.kind == "action")
        of = documents.c.organisation.is_not_distinct_from(organisation)
        if organisation is not None:
            query = query.where(documents.c.date.is_(None))
        with self._read() as connection:
            return [Action.model_validate_json(record) for record in connection.scalars(query.where(of))]

    def cite(self, spots: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Citation]:
        """Citations of stretches of text: id of the document, start and end."""
        cited: dict[tuple[str, int, int], Citation] = {}
        for document_id, same in groupby(sorted(spots), key=itemgetter(0)):
            document, _ = self.document(document_id)
            cited |= {spot: document.cite(*spot[1:]) for spot in same}
        return cited

    # ---- search -----------------------------------------------------------------------------------------------------

    def matching(self, phrases: Sequence[str], filters: Filters, limit: int) -> list[int]:
        """Passages that hold any of the phrases, best first by BM25."""
        query = (
            select(passages.c.number)
            .select_from(passages.join(documents))
            .join(text("passages_fts"), text("passages_fts.rowid = passages.number"))
            .where(text(schema.MATCHES), *_of_documents(filters), *_of_passages(filters))
            .order_by(text(schema.RANK), *RECENT)
            .limit(limit)
        )
        with self._read() as connection:
            return list(connection.scalars(query, {"match": schema.match(list(phrases))}))

    def embedded(self, filters: Filters) -> int:
        """How many passages that have a vector the filters let through."""
        with self._read() as connection:
            return connection.scalar(_filtered(filters, func.count()).join(vectors)) or 0

    def vectors(self, filters: Filters) -> tuple[list[int], Float32]:
        """Numbers and vectors, shape (n, d), of the embedded passages that the filters let through, recent first."""
        query = _filtered(filters, passages.c.number, vectors.c.vector).join(vectors).order_by(*RECENT)
        with self._read() as connection:
            rows = connection.execute(query).all()
        return [row.number for row in rows], _stacked([row.vector for row in rows])

    def known(self, phrases: Iterable[str]) -> list[str]:
        """Those of the phrases that occur anywhere in the library, in any form of their words."""
        with self._read() as connection:
            return [p for p in phrases if connection.scalar(text(schema.OCCURS), {"match": schema.match([p])})]

    def numbers(self, ids: Sequence[str], filters: Filters) -> dict[str, int]:
        """Those of the ids whose passages the filters let through, in their order, each with its number."""
        found: dict[str, int] = {}
        with self._read() as connection:
            for part in _parts(ids):
                query = _filtered(filters, passages.c.id, passages.c.number).where(passages.c.id.in_(part))
                found |= {row.id: row.number for row in connection.execute(query)}
        return {id_: found[id_] for id_ in ids if id_ in found}

    def candidates(self, numbers: Iterable[int]) -> list[Candidate]:
        """What ranking needs to know of these passages, in no order."""
        columns = (passages.c.number, passages.c.id, passages.c.kind, passages.c.boilerplate, documents.c.date)
        with self._read() as connection:
            return [
                Candidate(**row._mapping)
                for part in _parts(list(numbers))
                for row in connection.execute(
                    _filtered(Filters(exempt=True), *columns).where(passages.c.number.in_(part))
                )
            ]

    def hits(self, ranked: Sequence[tuple[int, float]], kind: PassageKind | None) -> tuple[Hit, ...]:
        """Passages and their scores as hits, in the order given; of the kind that was asked for, if one was.

        A passage has the kind of its strongest record, but may hold others.
        """
        item = records.alias("item")
        query = (
            select(passages, documents.c.info, documents.c.meeting, item.c.record.label("item"))
            .select_from(passages.join(documents).outerjoin(item, item.c.id == passages.c.item_id))
            .where(passages.c.number.in_([number for number, _ in ranked]))
        )
        with self._read() as connection:
            rows = {row.number: row for row in connection.execute(query)}
        return tuple(_hit(rows[number], rank, score, kind) for rank, (number, score) in enumerate(ranked, 1))

    def coverage(self, filters: Filters) -> Coverage:
        """What the filters let through. Documents are counted whether or not a passage of them is let through."""
        bodies = select(documents.c.organisation, documents.c.body).where(*_of_documents(filters)).distinct().subquery()
        dates = select(func.count(), func.min(documents.c.date), func.max(documents.c.date))
        with self._read() as connection:
            count, first, last = connection.execute(dates.select_from(documents).where(*_of_documents(filters))).one()
            return Coverage(
                documents=count,
                bodies=connection.scalar(select(func.count()).where(or_(*(c.is_not(None) for c in bodies.c)))) or 0,
                passages=connection.scalar(_filtered(filters, func.count())) or 0,
                first=first,
                last=last,
            )

    # ---- embedding --------------------------------------------------------------------------------------------------

    def encoder(self) -> tuple[str, str] | None:
        """Name and fingerprint of the model that made the vectors, if there is one yet."""
        with self._read() as connection:
            known = dict(connection.execute(select(meta.c.key, meta.c.value)).all())
        return (known["encoder"], known["fingerprint"]) if "fingerprint" in known else None

    def use_encoder(self, name: str, fingerprint: str) -> None:
        """Record which model makes the vectors.

        Raises:
            LibraryError: if it was another until now.
        """
        if self.encoder() == (name, fingerprint):
            return
        with self._write() as connection:
            known = connection.scalar(select(meta.c.value).where(meta.c.key == "fingerprint"))
            if known is None:
                pairs = {"encoder": name, "fingerprint": fingerprint}
                connection.execute(insert(meta), [{"key": key, "value": value} for key, value in pairs.items()])
        if known not in (None, fingerprint):
            raise LibraryError(
                f"The vectors in {self._path.parent} were made with another model than {name}; "
                "run: minutebook rebuild, or name the model that made them"
            )

    def pending(self) -> int:
        """How many passages are yet to be embedded."""
        with self._read() as connection:
            return connection.scalar(_pending(func.count())) or 0

    def pending_texts(self, limit: int) -> list[tuple[int, str]]:
        """Numbers of passages that are yet to be embedded, with the text to embed: header and text."""
        query = _pending(passages.c.number, passages.c.header, passages.c.text).order_by(passages.c.number).limit(limit)
        with self._read() as connection:
            return [(row.number, f"{row.header}\n{row.text}") for row in connection.execute(query)]

    def put_vectors(self, numbers: Sequence[int], found: Float32) -> None:
        """Hold the vectors, shape (n, d), of these passages; those that were removed meanwhile are passed over."""
        if not numbers:
            return
        with self._write() as connection:
            here = set(connection.scalars(select(passages.c.number).where(passages.c.number.in_(numbers))))
            rows = [
                {"passage": number, "vector": vector.astype("<f2").tobytes(), "indexed": False}
                for number, vector in zip(numbers, found, strict=True)
                if number in here
            ]
            connection.execute(delete(vectors).where(vectors.c.passage.in_(here)))
            if rows:
                connection.execute(insert(vectors), rows)

    def forget_vectors(self) -> None:
        """Drop all vectors and which model made them."""
        with self._write() as connection:
            connection.execute(delete(vectors))
            connection.execute(delete(meta).where(meta.c.key.in_(["encoder", "fingerprint"])))

    def dropped(self) -> list[str]:
        """Ids of passages that are gone and that the index of vectors may still have."""
        with self._read() as connection:
            return list(connection.scalars(select(dropped.c.id)))

    def unindexed(self, limit: int) -> tuple[list[str], Float32]:
        """Ids and vectors, shape (n, d), that the index of vectors does not have yet."""
        query = select(passages.c.id, vectors.c.vector).join(vectors).where(~vectors.c.indexed).limit(limit)
        with self._read() as connection:
            rows = connection.execute(query).all()
        return [row.id for row in rows], _stacked([row.vector for row in rows])

    def mark_dropped(self, ids: Sequence[str]) -> None:
        """Record that the index of vectors no longer has these."""
        with self._write() as connection:
            for part in _parts(ids):
                connection.execute(delete(dropped).where(dropped.c.id.in_(part)))

    def mark_indexed(self, ids: Sequence[str]) -> None:
        """Record that the index of vectors has these."""
        with self._write() as connection:
            for part in _parts(ids):
                numbers = select(passages.c.number).where(passages.c.id.in_(part))
                connection.execute(update(vectors).where(vectors.c.passage.in_(numbers)).values(indexed=True))

    # ---- upkeep -----------------------------------------------------------------------------------------------------

    def indexed_ids(self) -> set[str]:
        """Ids of the passages that the index of vectors should have."""
        query = select(passages.c.id).join(vectors).where(vectors.c.indexed)
        with self._read() as connection:
            return set(connection.scalars(query))

    def faults(self) -> list[str]:
        """What the database itself finds wrong, one line each."""
        with self._write() as connection:
            found = [f"database: {line}" for line in connection.scalars(text(schema.CHECK)) if line != "ok"]
        try:
            with self._writer.begin() as connection:
                connection.execute(text(schema.CHECK_FULL_TEXT))
        except DatabaseError:
            found.append("full-text index: does not agree with the passages; remove and ingest the documents again")
        return found

    def misquotes(self) -> list[str]:
        """Citations whose quote is not what stands at that place in the document, one line each."""
        with self._read() as connection:
            ids = connection.scalars(select(documents.c.id)).all()
            return [line for document_id in ids for line in _misquotes(connection, document_id)]

    def totals(self) -> dict[str, int]:
        """How many documents, records of each kind and passages are held."""
        by_kind = select(records.c.kind, func.count()).group_by(records.c.kind)
        with self._read() as connection:
            counts: dict[str, int] = dict(connection.execute(by_kind).all())
            tables = {"documents": documents, "passages": passages, "vectors": vectors}
            sizes = {name: connection.scalar(select(func.count()).select_from(t)) or 0 for name, t in tables.items()}
        return {**sizes, **{f"{kind}s": counts.get(kind, 0) for kind in RECORDS}}


# ---- opening --------------------------------------------------------------------------------------------------------


def _version(connection: Connection) -> str | None:
    """The version of the schema; null where there are no tables yet."""
    if not inspect(connection).has_table(meta.name):
        return None
    return connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))


def _upgrade(connection: Connection) -> None:
    """Make the tables, or bring those of an older version up to this one."""
    version = _version(connection)
    if version is None:
        schema.metadata.create_all(connection)
        for statement in schema.FULL_TEXT:
            connection.execute(text(statement))
        connection.execute(insert(meta), {"key": "schema", "value": schema.VERSION})
        return
    while version != schema.VERSION:
        if version not in schema.MIGRATIONS:
            raise LibraryError("This library was made by a newer Minutebook; upgrade: pip install -U minutebook")
        version, statements = schema.MIGRATIONS[version]
        for statement in statements:
            connection.execute(text(statement))
        connection.execute(update(meta).where(meta.c.key == "schema").values(value=version))


# ---- writing a document ---------------------------------------------------------------------------------------------


def _same(connection: Connection, sha256: str) -> Row[Any] | None:
    """The document of this content."""
    return connection.execute(select(documents).where(documents.c.sha256 == sha256)).one_or_none()


def _place(held: Row[Any] | None, path: str) -> str:
    """Where the content stands: where it was held as long as there is a file, or else at `path`."""
    try:
        return str(held.path) if held and Path(held.path).exists() else path
    except OSError:  # in a folder that may not be looked into any more
        return path


def _insert_document(
    connection: Connection, document: Document, minutes: Minutes, info: DocumentInfo, program: str, profile: str
) -> None:
    meeting = minutes.meeting
    counts = {f"{kind}s": len(getattr(minutes, f"{kind}s")) for kind in RECORDS}
    row = {
        **{name: getattr(info, name) for name in ("id", "sha256", "path", "title", "kind")},
        "organisation": meeting.organisation,
        "body": meeting.body,
        "date": meeting.date or document.date,
        "info": info.model_dump_json(),
        "meeting": meeting.model_dump_json(),
        "receipt": minutes.receipt.model_dump_json(),
        "counts": json.dumps(counts),
        "program": program,
    }
    content = {
        "document_id": document.id,
        "stated_date": document.date,
        "site": document.site,
        "text": document.text,
        "blocks": BLOCKS.dump_json(document.blocks).decode(),
        "receipt": document.receipt.model_dump_json(),
        "exempt": EXEMPT.dump_json(minutes.exempt).decode(),
        "words": _pack(document.words),
        "profile": profile,
    }
    people = [
        {"document_id": document.id, "position": position, "attendance": person.model_dump_json()}
        | {name: getattr(person, name) for name in ("name", "role", "status")}
        for position, person in enumerate(minutes.attendance)
    ]
    connection.execute(insert(documents), row)
    connection.execute(insert(contents), content)
    if people:
        connection.execute(insert(attendance), people)


def _insert_records(connection: Connection, minutes: Minutes) -> None:
    rows = [
        {
            "id": record.id,
            "document_id": minutes.document.id,
            "kind": kind,
            "position": position,
            "text": _text_of(record),
            "exempt": record.exempt,
            "record": record.model_dump_json(),
            **{
                name: getattr(record, name, None)
                for name in ("item_id", "outcome", "mover", "owner", "due_date", "trust")
            },
        }
        for kind in RECORDS
        for position, record in enumerate(getattr(minutes, f"{kind}s"))
    ]
    if rows:
        connection.execute(insert(records), rows)


def _text_of(record: Extracted) -> str:
    """What a register is searched by."""
    if isinstance(record, AgendaItem):
        return " ".join(filter(None, (record.number, record.title)))
    return " ".join(filter(None, (getattr(record, "stem", None), getattr(record, "text", None))))


def _insert_passages(connection: Connection, document_id: str, found: Iterable[Passage]) -> None:
    rows, links = [], []
    last = connection.scalar(select(func.max(passages.c.number))) or 0
    for number, passage in enumerate(found, last + 1):
        rows.append(
            {
                **{name: getattr(passage, name) for name in PASSAGE_COLUMNS},
                "number": number,
                "document_id": document_id,
                "citation": passage.citation.model_dump_json(),
            }
        )
        links += [
            {"passage": number, "record_id": record_id, "position": position}
            for position, record_id in enumerate(passage.record_ids)
        ]
    if rows:
        connection.execute(insert(passages), rows)
    if links:
        connection.execute(insert(passage_records), links)


def _drop(connection: Connection, document_id: str) -> None:
    """Delete a document; its passages are noted, so that their vectors can be taken out of the index."""
    gone = select(passages.c.id).where(passages.c.document_id == document_id)
    connection.execute(delete(dropped).where(dropped.c.id.in_(gone)))
    connection.execute(insert(dropped).from_select(["id"], gone))
    connection.execute(delete(documents).where(documents.c.id == document_id))


def _pack(words: Words | None) -> bytes | None:
    if words is None:
        return None
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **{name: array for name, array in vars(words).items() if array is not None})
    return buffer.getvalue()


def _unpack(packed: bytes | None) -> Words | None:
    if packed is None:
        return None
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        return Words(**{name: arrays[name] for name in arrays.files})


# ---- filters --------------------------------------------------------------------------------------------------------


def _holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return column.icontains(words, autoescape=True)


def _of_documents(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on documents. Organisation and body may be given in part; a date to the month covers all of it."""
    where: list[ColumnElement[bool]] = []
    for column, words in ((documents.c.organisation, filters.organisation), (documents.c.body, filters.body)):
        if words:
            where.append(_holds(column, words))
    if filters.since and filters.until and _iso(filters.since) > _iso(filters.until) + "~":
        raise QueryError(f"No day is both since {filters.since} and until {filters.until}; swap them")
    if filters.since:  # "~" sorts after "-" and all digits: "2023-05~" is the end of that month
        where.append(documents.c.date + "~" >= _iso(filters.since))
    if filters.until:
        where.append(documents.c.date <= _iso(filters.until) + "~")
    if filters.documents:
        where.append(documents.c.id.in_(filters.documents))
    return where


def _iso(date: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", date):
        raise QueryError(f"{date!r} is no date; write it as 2023-05-16, 2023-05 or 2023")
    if len(date) == 10:
        try:
            datetime.date.fromisoformat(date)
        except ValueError as error:
            raise QueryError(f"There is no {date} in the calendar; check the day") from error
    return date


def _of_records(filters: Filters) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if filters.outcome:
        where.append(records.c.outcome == filters.outcome)
    if filters.owner:
        where.append(_holds(records.c.owner, filters.owner))
    if filters.mover:
        where.append(_holds(records.c.mover, filters.mover))
    return where


def _matching(
    kinds: Collection[RecordKind], words: Sequence[str], item: FromClause, filters: Filters
) -> list[ColumnElement[bool]]:
    """Conditions on the records of a register, of whatever trust."""
    where = [records.c.kind.in_(kinds), *_of_documents(filters), *_of_records(filters)]
    where += [] if filters.exempt else [~records.c.exempt]
    return where + [or_(_holds(records.c.text, word), _holds(item.c.text, word)) for word in words]


def _trusted(filters: Filters) -> list[ColumnElement[bool]]:
    """Condition that leaves out the records of low trust, unless all are asked for."""
    return [] if filters.all else [records.c.trust != "low"]


def _of_passages(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on passages: a passage is let through by the records that it holds."""
    where: list[ColumnElement[bool]] = [] if filters.exempt else [~passages.c.exempt]
    if filters.kind == "paragraph":
        where.append(passages.c.kind == "paragraph")
    elif filters.kind:
        held = _with_record([records.c.kind == filters.kind, *_trusted(filters)])
        where.append(or_(passages.c.kind == filters.kind, held))
    if wanted := _of_records(filters):
        where.append(_with_record([*wanted, *_trusted(filters)]))
    return where


def _with_record(wanted: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    return (
        exists()
        .where(passage_records.c.passage == passages.c.number, passage_records.c.record_id == records.c.id, *wanted)
        .correlate(passages)
    )


def _filtered(filters: Filters, *columns: Any) -> Select[Any]:
    """A query over the passages that the filters let through."""
    query = select(*columns).select_from(passages.join(documents))
    return query.where(*_of_documents(filters), *_of_passages(filters))


def _pending(*columns: Any) -> Select[Any]:
    query = select(*columns).select_from(passages.outerjoin(vectors))
    return query.where(vectors.c.passage.is_(None))


# ---- rows to records ------------------------------------------------------------------------------------------------


def _register() -> tuple[Select[Any], FromClause]:
    """A query for records with what `_listed` shows beside them, and the items in it."""
    item = records.alias("item")
    query = select(records.c.kind, records.c.record, documents.c.info, documents.c.meeting, item.c.record.label("item"))
    return query.select_from(records.join(documents).outerjoin(item, item.c.id == records.c.item_id)), item


def _listed(row: Row[Any]) -> Listed:
    return Listed(
        document=DocumentInfo.model_validate_json(row.info),
        meeting=Meeting.model_validate_json(row.meeting),
        item=_item(row.item),
        record=RECORDS[row.kind].model_validate_json(row.record),
    )


def _hit(row: Row[Any], rank: int, score: float, kind: PassageKind | None) -> Hit:
    return Hit(
        rank=rank,
        score=score,
        kind=kind or row.kind,
        text=row.text,
        document=DocumentInfo.model_validate_json(row.info),
        meeting=Meeting.model_validate_json(row.meeting),
        item=_item(row.item),
        citation=Citation.model_validate_json(row.citation),
        exempt=row.exempt,
    )


def _blanked(held: str, exempt: str) -> str:
    """A text with spaces in place of what is exempt, so that all else stands where it stood."""
    for part in EXEMPT.validate_json(exempt) if exempt != "[]" else ():
        held = held[: part.start] + re.sub(r"[^\n]", " ", held[part.start : part.end]) + held[part.end :]
    return held


def _item(record: str | None) -> dict[str, str | None] | None:
    if record is None:
        return None
    item = AgendaItem.model_validate_json(record)
    return {"number": item.number, "title": item.title}


def _ingested(row: Row[Any], outcome: Any = "unchanged") -> Ingested:
    info = DocumentInfo.model_validate_json(row.info)
    return Ingested(
        path=info.path,
        outcome=outcome,
        document=info,
        meeting=Meeting.model_validate_json(row.meeting),
        counts=json.loads(row.counts),
        receipt=Receipt.model_validate_json(row.receipt),
    )


def _one(connection: Connection, table: Any, wanted: str, name: str, command: str) -> Row[Any]:
    """The one row whose id is or begins with `wanted`.

    Raises:
        QueryError: if there is none, or more than one.
    """
    query = select(table).where(table.c.id.startswith(wanted, autoescape=True)).order_by(table.c.id).limit(2)
    rows = connection.execute(query).all() if wanted else []
    if rows and (len(rows) == 1 or rows[0].id == wanted):
        return rows[0]
    if rows:
        raise QueryError(f"More than one {name} id begins with {wanted}; give more of it")
    raise QueryError(f"There is no {name} {wanted}; see: {command}")


def _misquotes(connection: Connection, document_id: str) -> Iterator[str]:
    content = connection.scalar(select(contents.c.text).where(contents.c.document_id == document_id)) or ""
    quoted: list[tuple[str, Mapping[str, Any]]] = [
        (row.id, json.loads(row.record)["citation"])
        for row in connection.execute(
            select(records.c.id, records.c.record).where(records.c.document_id == document_id)
        )
    ]
    of_passages = select(passages.c.id, passages.c.citation).where(passages.c.document_id == document_id)
    quoted += [(row.id, json.loads(row.citation)) for row in connection.execute(of_passages)]
    for id_, citation in quoted:
        if content[citation["start"] : citation["end"]] != citation["quote"]:
            yield f"citation of {id_}: its quote is not what stands in {document_id} at {citation['start']}"


def _stacked(blobs: Sequence[bytes]) -> Float32:
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), -1).astype(np.float32)


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))
