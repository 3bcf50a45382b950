"""The catalogue: documents, their records and passages, in SQLite or PostgreSQL.

Only this module, `schema`, `conditions`, `storing` and `shaping` know the database; what SQLite and PostgreSQL do each
in its own way is in `sqlite` and `postgres`.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from threading import local
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Engine,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    inspect,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError

from index import conditions, schema, shaping, storing
from index.conditions import SHARED
from index.kept import Kept
from index.places import Authority, Stated
from index.schema import (
    abbreviations,
    attendance,
    bands,
    contents,
    contexts,
    corrections,
    documents,
    dropped,
    meta,
    passage_records,
    passages,
    places,
    records,
    vectors,
)
from index.shaping import BLOCKS, EXEMPT, RECORDS
from minutes.errors import InputError, LibraryError
from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    Attended,
    BodyHeld,
    Citation,
    Correction,
    Coverage,
    Decision,
    Document,
    DocumentInfo,
    Filters,
    Hit,
    Ingested,
    Listed,
    Meeting,
    Minutes,
    Outcome,
    Passage,
    PassageKind,
    Receipt,
    RecordKind,
    Sort,
    Step,
    Twin,
    Version,
    content_id,
)

Float32 = NDArray[np.float32]
Int64 = NDArray[np.int64]
T = TypeVar("T")
Group = tuple[str | None, str | None, str]  # organisation, body, year
RECENT = (documents.c.date.desc().nulls_last(), documents.c.id, passages.c.number)  # the order of equals
LATEST = (documents.c.date.desc().nulls_last(), documents.c.path, records.c.position)  # the order of a register
SORTED: dict[Sort, ColumnElement[Any]] = {  # what a register can be sorted by
    "date": documents.c.date,
    "body": func.lower(func.coalesce(documents.c.body, documents.c.organisation)),
    "owner": func.lower(records.c.owner),
    "due": records.c.due_date,
    "outcome": records.c.outcome,
    "mover": func.lower(records.c.mover),
}
REPEATED = 4  # documents that repeat a standing notice, at least
MANY = 500  # values in one IN list; SQLite allows 32,766, smaller ones are planned faster
COMMON = 10_000  # a phrase in more passages than this, and in over a tenth of all, tells few of them apart


STATE = select(meta.c.value).where(meta.c.key == "state")  # another after every change
POSTGRES = "postgresql+psycopg://USER:PASSWORD@HOST/DATABASE"


class Database(Protocol):
    """What `sqlite` and `postgres` have in common."""

    FULL_TEXT: tuple[str, ...]  # statements that set up full-text search

    def read_only(self, url: URL) -> bool: ...
    def open_engine(self, url: URL) -> Engine: ...
    def frequency(self, connection: Connection, phrase: str) -> int: ...
    def holding(self, connection: Connection, phrase: str) -> Sequence[tuple[int]]: ...
    def faults(self, connection: Connection) -> Iterable[str]: ...
    def text_faults(self, connection: Connection) -> Iterable[str]: ...
    def mend(self, connection: Connection) -> None: ...


@dataclass(frozen=True)
class Candidate:
    """A passage as ranking sees it."""

    number: int
    id: str
    kind: PassageKind
    boilerplate: bool
    context: int | None
    date: str | None


# Made once: SQLAlchemy takes as long to make a query as SQLite to answer it.
ITEM = records.alias("item")
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
AROUND = contexts.c.number == passages.c.context
TOTAL, EMBEDDED = (select(func.count()).select_from(table) for table in (passages, vectors))
VECTORS = select(vectors.c.passage, vectors.c.vector).where(vectors.c.passage.in_(bindparam("numbers", expanding=True)))
HITS = (
    select(
        passages,
        documents.c.info,
        documents.c.meeting,
        ITEM.c.record.label("item"),
        contexts.c.citation.label("around"),
    )
    .select_from(PLACES.outerjoin(ITEM, ITEM.c.id == passages.c.item_id).outerjoin(contexts, AROUND))
    .where(passages.c.number.in_(bindparam("numbers", expanding=True)))
)
MINE, OTHER, ONE, TWO = bands.alias("mine"), bands.alias("other"), passages.alias("one"), passages.alias("two")
ALIKE = (
    select(ONE.c.number, TWO.c.number)
    .select_from(MINE.join(OTHER, OTHER.c.band == MINE.c.band))
    .join(ONE, ONE.c.number == MINE.c.passage)
    .join(TWO, TWO.c.number == OTHER.c.passage)
    .where(MINE.c.passage.in_(bindparam("numbers", expanding=True)), OTHER.c.passage != MINE.c.passage)
    .group_by(ONE.c.number, ONE.c.id, TWO.c.number, TWO.c.id)
    .order_by(func.count().desc(), ONE.c.id, TWO.c.id)  # numbers tell in which order documents came, ids do not
    .limit(MANY)
)
TEXTS = select(passages.c.number, passages.c.text).where(passages.c.number.in_(bindparam("numbers", expanding=True)))
STANDING = (
    select(passages.c.number, passages.c.citation, documents.c.info, documents.c.meeting)
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
    .select_from(MINE.join(OTHER, OTHER.c.band == MINE.c.band))
    .join(ONE, ONE.c.number == MINE.c.passage)
    .join(TWO, TWO.c.number == OTHER.c.passage)
    .join(OWN, OWN.c.id == ONE.c.document_id)
    .join(ITS, ITS.c.id == TWO.c.document_id)
    .where(MINE.c.passage.in_(bindparam("numbers", expanding=True)))
    .where(OWN.c.organisation == ITS.c.organisation, OWN.c.body == ITS.c.body)
    .group_by(MINE.c.passage, OWN.c.organisation, OWN.c.body, ITS.c.id)
    .having(func.count() >= SHARED)
    .subquery()
)
REPEATS = (
    select(REPEATING.c.passage, REPEATING.c.organisation, REPEATING.c.body, func.count())
    .group_by(REPEATING.c.passage, REPEATING.c.organisation, REPEATING.c.body)
    .having(func.count() >= REPEATED)
)
SIZES = select(documents.c.organisation, documents.c.body, func.count()).group_by(
    documents.c.organisation, documents.c.body
)


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
class Talk:
    """A stretch of text under one item; `number` is that of the passage, null for the title of the item."""

    group: Group
    item: str  # id, or that of a document without items
    number: int | None
    text: str
    asked: bool = True  # whether the filters let it through


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

    def __init__(self, where: Path | str, *, create: bool = True) -> None:
        """Open the catalogue in a SQLite file or, by its URL, in PostgreSQL; make a new one where there is none.

        Raises:
            LibraryError: if there is none and `create` is false, it cannot be opened, or a newer Minutebook made it.
        """
        url = _url(where)
        self.place = str(where.parent) if isinstance(where, Path) else url.render_as_string()  # without the password
        self._database = _database(url)
        self.read_only = self._database.read_only(url)
        with self._explained():
            self._engine = self._database.open_engine(url)
        self._writer = self._engine.execution_options(writes=True)
        self._kept = Kept()
        self._thread = local()
        with self._read() as connection:
            version = _version(connection)
        if version is None and not create:
            raise LibraryError(f"There is no library in {self.place}; make one with: minutebook ingest PATH")
        if version in schema.MIGRATIONS and self.read_only:
            raise LibraryError(
                f"The library in {self.place} is of an older Minutebook and may not be written to; "
                "copy it to where you may write"
            )
        if version != schema.VERSION:  # a library that is only read is never written to
            with self._write() as connection:
                _upgrade(connection, self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def key(self) -> str:
        """What no other catalogue has, to tell its vectors apart on a server."""
        with self._read() as connection:
            return str(connection.scalar(select(meta.c.value).where(meta.c.key == "library")))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One transaction for all that this thread reads meanwhile, so that it fits together."""
        with self._ask() as connection:
            self._thread.connection = connection
            try:
                yield
            finally:
                self._thread.connection = None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction for all that this thread reads and writes meanwhile; nobody else writes until it ends."""
        with self._write() as connection:
            self._thread.connection = self._thread.writing = connection
            try:
                yield
            finally:
                self._thread.connection = self._thread.writing = None

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if held := getattr(self._thread, "connection", None):
            yield held
            return
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if held := getattr(self._thread, "writing", None):
            yield held
            return
        with self._explained(), self._writer.begin() as connection:
            yield connection
            state = {"key": "state", "value": uuid4().hex}
            if not connection.execute(update(meta).where(meta.c.key == "state").values(state)).rowcount:
                connection.execute(insert(meta), state)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """The database's own complaints as ours, in one line."""
        try:
            yield
        except IntegrityError as error:  # only `put` adds what others have made
            raise InputError(
                f"Its records contradict each other ({_line(error)}); please report this with the file"
            ) from error
        except DatabaseError as error:
            hint = "is another program writing to it, is the disk full, or may you not write there?"
            if self._engine.dialect.name == "postgresql":
                hint = "is the server running, and may you use that database?"
            elif not isinstance(error, OperationalError):
                hint = "move it away and restore a backup, or ingest the files into a new library"
            raise LibraryError(f"The library in {self.place} cannot be used ({_line(error)}); {hint}") from error

    @contextmanager
    def _ask(self) -> Iterator[Connection]:
        """A transaction for reading, in which things are kept for the next."""
        with self._read() as connection:
            if connection is not getattr(self._thread, "connection", None):
                connection.info["state"] = connection.scalar(STATE)
            yield connection

    def state(self) -> str | None:
        """What is another after every change."""
        with self._read() as connection:
            state: str | None = connection.scalar(STATE)
            return state

    def _keep(self, connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, from before if nothing was written since."""
        return self._kept.get(connection.info["state"], key, make)

    # ---- documents --------------------------------------------------------------------------------------------------

    def settle(self, path: str, sha256: str, program: str) -> Ingested | None:
        """What to say of a file whose content is held already; null where it has to be read.

        It has to be where another program read it (`program` is a fingerprint). Where `path` held something else
        until now, that is taken out: the file no longer exists in that form. Where the content was held under a
        path that is gone, the file was moved, and `path` takes its place.
        """
        with self._read() as connection:
            held = storing.same_content(connection, sha256)
            if held is None or held.program != program:
                return None
            old = connection.scalar(select(documents.c.id).where(documents.c.path == path, documents.c.id != held.id))
        place = storing.place(held, path)
        if old is None and place == held.path:
            return shaping.ingested_of(held)
        with self._write() as connection:
            if old:
                storing.drop(connection, old)
            info = DocumentInfo.model_validate_json(held.info).model_copy(update={"path": place}).model_dump_json()
            connection.execute(update(documents).where(documents.c.id == held.id).values(path=place, info=info))
            held = storing.same_content(connection, sha256)
        return shaping.ingested_of(held, "updated" if old else "unchanged") if held else None

    def put(
        self,
        document: Document,
        minutes: Minutes,
        found: Iterable[Passage],
        program: str,
        profile: str = "{}",
        *,
        extracted: Minutes | None = None,
    ) -> Ingested:
        """Hold a document with all that was taken from it, in place of the one of the same path or content.

        The document of the same content changes nothing if the same program read it (`program` is a fingerprint).
        `profile` is JSON, kept to explain the records by; `extracted` is what corrections are put on, if any.
        All of it happens, or nothing.

        Raises:
            InputError: if two records or passages have the same id.
        """
        with self._write() as connection:
            same = storing.same_content(connection, document.sha256)
            if same and same.program == program:
                return shaping.ingested_of(same)
            replaced = or_(documents.c.path == document.path, documents.c.sha256 == document.sha256)
            old = connection.scalars(select(documents.c.id).where(replaced)).all()
            for document_id in old:
                storing.drop(connection, document_id)
            place = storing.place(same, document.path)
            info = minutes.document.model_copy(update={"path": place})  # it knows the kind, the document does not
            storing.insert_document(connection, document, minutes, info, program, profile)
            storing.keep_extracted(connection, document.id, extracted)
            storing.insert_records(connection, minutes)
            storing.insert_passages(connection, document.id, found)
            if not _meta(connection, "unfinished"):
                _note(connection, unfinished="ingest")
            row = connection.execute(select(documents).where(documents.c.id == document.id)).one()
        return shaping.ingested_of(row, "updated" if old else "added")

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document out, with all that came from it."""
        with self._write() as connection:
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
            storing.drop(connection, row.id)
        return DocumentInfo.model_validate_json(row.info)

    def documents(self, filters: Filters) -> list[Ingested]:
        """The documents that the filters let through, by organisation, body, date and path."""
        order = [documents.c.organisation, documents.c.body, documents.c.date, documents.c.path]
        where = conditions.of_documents(filters)
        if filters.of_passages:
            where.append(exists().where(passages.c.document_id == documents.c.id, *conditions.of_passages(filters)))
        with self._read() as connection:
            return [
                shaping.ingested_of(row) for row in connection.execute(select(documents).where(*where).order_by(*order))
            ]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document, by its id or the beginning of it."""
        with self._read() as connection:
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
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
            words=storing.unpack(content.words),
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
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
        return DocumentInfo.model_validate_json(row.info)

    def read_by(self, document_id: str) -> str:
        """Fingerprint of the program and the profile that read a document."""
        with self._read() as connection:
            held = connection.scalar(select(documents.c.program).where(documents.c.id == document_id))
        return held or ""

    def profile(self, document_id: str) -> str:
        """JSON of the profile that a document was extracted with."""
        with self._read() as connection:
            held = connection.scalar(select(contents.c.profile).where(contents.c.document_id == document_id))
        return held or "{}"

    # ---- corrections ------------------------------------------------------------------------------------------------

    def corrections(self, sha256: str | None = None) -> list[Correction]:
        """What people say of the records of a document, or of all, in the order in which they said it."""
        query = select(corrections.c.correction).order_by(corrections.c.at, corrections.c.id)
        if sha256 is not None:
            query = query.where(corrections.c.sha256 == sha256)
        with self._read() as connection:
            return [Correction.model_validate_json(each) for each in connection.scalars(query)]

    def correction(self, correction_id: str) -> Correction:
        """One correction, by its id or the beginning of it."""
        with self._read() as connection:
            row = shaping.only(connection, corrections, correction_id, "correction", "minutebook corrections")
        return Correction.model_validate_json(row.correction)

    def put_correction(self, correction: Correction) -> Correction:
        """Hold a correction, in place of the one of the same id; as it is held.

        A new one is later than the others of its file, though the clock was set back: they are applied in that order.
        """
        others = select(func.max(corrections.c.at)).where(corrections.c.sha256 == correction.sha256)
        with self._write() as connection:
            known = connection.execute(delete(corrections).where(corrections.c.id == correction.id)).rowcount
            last = connection.scalar(others)
            if not known and last and last >= correction.at:
                next_ = datetime.fromisoformat(last) + timedelta(microseconds=1)
                correction = correction.model_copy(update={"at": next_.isoformat(timespec="microseconds")})
            row = {**correction.model_dump(include={"id", "sha256", "at"}), "correction": correction.model_dump_json()}
            connection.execute(insert(corrections), row)
        return correction

    def document_of(self, sha256: str) -> str | None:
        """The id of the document of this content, if it is held."""
        with self._read() as connection:
            return connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256))

    def extraction(self, document_id: str) -> tuple[Document, Minutes]:
        """One document with what was taken from it, before corrections."""
        document, minutes = self.document(document_id)
        with self._read() as connection:
            held = connection.scalar(select(contents.c.extracted).where(contents.c.document_id == document.id))
        if held is None:
            return document, minutes
        return document, Minutes.model_validate_json(held).model_copy(update={"document": minutes.document})

    def amend(self, minutes: Minutes, found: Iterable[Passage], *, extracted: Minutes | None) -> None:
        """Hold these records and passages of a document in place of those that it has."""
        document_id = minutes.document.id
        with self._write() as connection:
            storing.note_dropped(connection, document_id)
            for table in (passages, contexts, records):
                connection.execute(delete(table).where(table.c.document_id == document_id))
            counts = json.dumps(storing.counted(minutes))
            connection.execute(update(documents).where(documents.c.id == document_id).values(counts=counts))
            storing.keep_extracted(connection, document_id, extracted)
            storing.insert_records(connection, minutes)
            storing.insert_passages(connection, document_id, found)
            if not _meta(connection, "unfinished"):
                _note(connection, unfinished="correction")

    # ---- registers --------------------------------------------------------------------------------------------------

    def records(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> list[Listed]:
        """All records of a kind that hold each of the words, in their own text or their item's title; latest first."""
        query, item = shaping.register()
        where = [*conditions.of_register([kind], words, item, filters), *conditions.trusted(filters)]
        with self._read() as connection:
            return [shaping.listed_of(row) for row in connection.execute(query.where(*where).order_by(*LATEST))]

    def record_ids(
        self, kinds: Collection[RecordKind], words: Sequence[str], filters: Filters, sort: Sort, *, backwards: bool
    ) -> list[str]:
        """The ids of what `records` lists of these kinds, sorted; what has no such value comes last."""
        query, item = shaping.register()
        where = [*conditions.of_register(kinds, words, item, filters), *conditions.trusted(filters)]
        down = (sort == "date") is not backwards  # dates begin with the latest
        order = [(SORTED[sort].desc() if down else SORTED[sort].asc()).nulls_last(), *LATEST]
        with self._read() as connection:
            return list(connection.scalars(query.with_only_columns(records.c.id).where(*where).order_by(*order)))

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """The records of these ids, in their order; those that are gone are passed over."""
        query, _ = shaping.register()
        query = query.add_columns(records.c.id)
        with self._read() as connection:
            rows = [row for part in _parts(ids) for row in connection.execute(query.where(records.c.id.in_(part)))]
        found = {row.id: shaping.listed_of(row) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    def mistrusted(self, kind: RecordKind, words: Sequence[str], filters: Filters) -> int:
        """How many records `records` leaves out because they are of low trust."""
        query, item = shaping.register()
        where = [*conditions.of_register([kind], words, item, filters), records.c.trust == "low"]
        with self._read() as connection:
            return connection.scalar(query.with_only_columns(func.count()).where(*where)) or 0

    def record(self, record_id: str) -> Listed:
        """One record, by its id or the beginning of it."""
        query, _ = shaping.register()
        with self._read() as connection:
            row = shaping.only(connection, records, record_id, "record", "minutebook decisions --format json")
            return shaping.listed_of(connection.execute(query.where(records.c.id == row.id)).one())

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
            _note(connection, organisations=json.dumps([vars(each) for each in held.values()]))

    def stated(self) -> list[Stated]:
        """What corpora state of organisations."""
        with self._read() as connection:
            return _stated(connection)

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
        with self._ask() as connection:
            numbers = self._holding(connection, phrase)
            under = (passages.c.item_id.is_not(None), ~passages.c.exempt)
            return [
                (row.item_id, row.text)
                for part in _parts(numbers.tolist())
                for row in connection.execute(
                    select(passages.c.item_id, passages.c.text).where(passages.c.number.in_(part), *under)
                )
            ]

    def under(self, item_ids: Sequence[str]) -> list[Listed]:
        """The decisions and actions under these items that are to be trusted and not exempt, as they stand."""
        query, _ = shaping.register()
        kinds = records.c.kind.in_(("decision", "action"))
        with self._read() as connection:
            return [
                shaping.listed_of(row)
                for part in _parts(item_ids)
                for row in connection.execute(
                    query.where(
                        records.c.item_id.in_(part), kinds, ~records.c.exempt, *conditions.trusted(Filters())
                    ).order_by(records.c.document_id, records.c.kind.desc(), records.c.position)
                )
            ]

    # ---- people -----------------------------------------------------------------------------------------------------

    def attended(self, letters: str) -> list[Attended]:
        """Where people whose names hold these letters were, or were missed; latest first."""
        query = (
            select(documents.c.info, documents.c.meeting, attendance.c.attendance)
            .join_from(documents, attendance)
            .where(conditions.holds(attendance.c.name, letters))
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
        query, _ = shaping.register()
        where = [
            records.c.kind.in_(("decision", "action")),
            conditions.holds(records.c.record, letters),
            ~records.c.exempt,
        ]
        with self._read() as connection:
            rows = connection.execute(query.where(*where, *conditions.trusted(Filters())).order_by(*LATEST))
            return [shaping.listed_of(row) for row in rows]

    # ---- following --------------------------------------------------------------------------------------------------

    def editions(self) -> dict[str | None, frozenset[tuple[str, str]]]:
        """For each organisation its documents, each with what read and corrected it.

        As long as that is the same, so are the records.
        """
        found: defaultdict[str | None, set[tuple[str, str]]] = defaultdict(set)
        said: defaultdict[str, str] = defaultdict(str)
        read = select(documents.c.organisation, documents.c.id, documents.c.program, documents.c.sha256)
        with self._read() as connection:
            for row in connection.execute(select(corrections).order_by(corrections.c.id)):
                said[row.sha256] += row.correction
            for row in connection.execute(read):
                corrected = content_id("", said[row.sha256]) if row.sha256 in said else ""
                found[row.organisation].add((row.id, row.program + corrected))
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
        text_of = {document_id: shaping.blanked(held, exempt) for document_id, held, exempt in found}
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

    def matching(self, phrases: Sequence[str], filters: Filters, limit: int) -> dict[int, float]:
        """Passages that hold any of the phrases, best first, each with how much of them it holds by how rare they are.

        0 to 1: a sum over the phrases, so that where each one stands can be kept from one query to the next.
        """
        with self._ask() as connection:
            total = self._total(connection)
            held = {phrase: count for phrase in phrases if (count := self._frequency(connection, phrase))}
            told = [phrase for phrase, count in held.items() if count <= max(COMMON, total // 10)] or [*held]
            standing = [(self._holding(connection, phrase), _rarity(held[phrase], total)) for phrase in told]
            places = self._places(connection, filters)
        summed = np.zeros(len(places))
        for numbers, rarity in standing:
            summed[numbers[: np.searchsorted(numbers, len(places))]] += rarity
        summed[places < 0] = 0
        found = np.flatnonzero(summed)
        if len(found) > limit:
            found = found[summed[found] >= np.partition(summed[found], -limit)[-limit]]
        best = found[np.lexsort((places[found], -summed[found].round(9)))[:limit]]  # of equals the most recent first
        most = sum(rarity for _, rarity in standing)
        return dict(zip(best.tolist(), (summed[best] / most).tolist(), strict=True))

    def _total(self, connection: Connection) -> int:
        """How many passages there are."""
        return self._keep(connection, "total", lambda: connection.scalar(TOTAL) or 0)

    def _frequency(self, connection: Connection, phrase: str) -> int:
        key = ("frequency", phrase)
        return self._keep(connection, key, lambda: self._database.frequency(connection, phrase))

    def _holding(self, connection: Connection, phrase: str) -> Int64:
        """The numbers of the passages that hold a phrase, in order."""

        def read() -> tuple[Int64]:
            return (np.fromiter(chain.from_iterable(self._database.holding(connection, phrase)), dtype=np.int64),)

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
                held = dict(_plain(connection.execute(query)))
                numbers = [number for number in self._allowed(connection, filters).tolist() if number in held]
                return np.array(numbers, dtype=np.int64), _stacked([held[number] for number in numbers])

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

    def cosines(self, numbers: Sequence[int], vector: Float32) -> dict[int, float]:
        """Those of the passages that have a vector, with the cosine (-1 to 1) to `vector`, shape (d,)."""
        with self._read() as connection:
            rows = [row for part in _parts(numbers) for row in _plain(connection.execute(VECTORS, {"numbers": part}))]
        found = (_stacked([blob for _, blob in rows]) @ vector).round(5).tolist() if rows else []
        return {number: cosine for (number, _), cosine in zip(rows, found, strict=True)}

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
        at = numbers[np.searchsorted(sorted_ids, wanted).clip(max=len(numbers) - 1)]
        found = zip(ids, at.tolist(), strict=True)
        return {id_: number for id_, number in found if number < len(places) and places[number] >= 0}

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
            rows = np.array(_plain(connection.execute(FACTS)), dtype=FACT)
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
        with self._read() as connection:
            found = connection.execute(HITS, {"numbers": [number for number, _ in ranked]}).all()
        rows = {row.number: row for row in found}
        return tuple(
            shaping.hit_of(rows[number], rank, score, filters, also.get(number, ()))
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
                    document=DocumentInfo.model_validate_json(row.info),
                    meeting=Meeting.model_validate_json(row.meeting),
                    citation=Citation.model_validate_json(row.citation),
                )
                for part in _parts(numbers)
                for row in connection.execute(STANDING, {"numbers": part})
            }

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
            shared = conditions.counts(connection, conditions.shared_passages(this.id))
            near: list[ColumnElement[bool]] = [documents.c.id.in_([*shared, this.id])]
            if this.organisation and this.body and this.date:
                place = ("organisation", "body", "date")
                near.append(and_(*(documents.c[name] == getattr(this, name) for name in place)))
            others = connection.execute(select(documents).where(or_(*near))).all()
            sizes = conditions.counts(connection, conditions.signed_passages([row.id for row in others]))
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
            pending=(connection.scalar(unembedded) or 0) if _meta(connection, "unfinished") else 0,
            first=first,
            last=last,
        )

    # ---- across meetings --------------------------------------------------------------------------------------------

    def beside(self, ids: Sequence[str], filters: Filters) -> list[Step]:
        """The other passages in the contexts of these."""
        these = select(passages.c.context).where(passages.c.id.in_(ids))
        columns = (passages.c.citation, documents.c.info, documents.c.meeting, ITEM.c.record.label("item"))
        query = conditions.filtered(filters, *columns).outerjoin(ITEM, ITEM.c.id == passages.c.item_id)
        with self._read() as connection:
            rows = connection.execute(query.where(passages.c.context.in_(these), passages.c.id.not_in(ids)))
            return [
                Step(
                    kind="paragraph",
                    document=DocumentInfo.model_validate_json(row.info),
                    meeting=Meeting.model_validate_json(row.meeting),
                    item=shaping.item_of(row.item),
                    citation=Citation.model_validate_json(row.citation),
                )
                for row in rows
            ]

    def records_on(self, ids: Sequence[str], filters: Filters) -> list[Listed]:
        """The decisions, actions and metrics in these passages, and all decisions and actions of their items."""
        spoken = select(passages.c.number, passages.c.item_id).where(passages.c.id.in_(ids)).subquery()
        inside = select(passage_records.c.record_id).where(passage_records.c.passage.in_(select(spoken.c.number)))
        came_to = and_(records.c.item_id.in_(select(spoken.c.item_id)), records.c.kind.in_(("decision", "action")))
        query, _ = shaping.register()
        where = [
            *conditions.of_documents(filters),
            *conditions.of_records(filters),
            *conditions.trusted(filters),
            or_(records.c.id.in_(inside), came_to),
        ]
        where += [] if filters.exempt else [~records.c.exempt]
        with self._read() as connection:
            return [shaping.listed_of(row) for row in connection.execute(query.where(*where))]

    def records_in(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The records in these passages, by number."""
        query = (
            select(passage_records.c.passage, passage_records.c.record_id)
            .where(passage_records.c.passage.in_(numbers))
            .order_by(passage_records.c.passage, passage_records.c.position)
        )
        with self._read() as connection:
            rows = connection.execute(query).all()
        return {number: tuple(row.record_id for row in same) for number, same in groupby(rows, key=itemgetter(0))}

    def outcomes(self, ids: Sequence[str], filters: Filters) -> dict[str, frozenset[Outcome]]:
        """The outcomes of the decisions in these passages, by the passages' ids."""
        query = (
            select(passages.c.id, records.c.outcome)
            .select_from(passages.join(passage_records).join(records))
            .where(passages.c.id.in_(ids), records.c.outcome.is_not(None), *conditions.trusted(filters))
        )
        query = query if filters.exempt else query.where(~records.c.exempt)
        with self._read() as connection:
            rows = sorted(connection.execute(query).all())
        return {id_: frozenset(row.outcome for row in same) for id_, same in groupby(rows, key=itemgetter(0))}

    def passages_of(self, record_id: str) -> list[int]:
        """Numbers of the passages that hold a record; of an item, of those that stand under it."""
        held = select(passage_records.c.passage).where(passage_records.c.record_id == record_id)
        where = or_(passages.c.number.in_(held), passages.c.item_id == record_id)
        with self._read() as connection:
            return list(connection.scalars(select(passages.c.number).where(where).order_by(passages.c.number)))

    def vectors_of(self, numbers: Sequence[int]) -> tuple[list[int], Float32]:
        """Those of the passages that are embedded, in order of number, and their vectors, shape (n, d)."""
        query = select(vectors.c.passage, vectors.c.vector)
        with self._read() as connection:
            rows = sorted(
                (
                    row
                    for part in _parts(numbers)
                    for row in connection.execute(query.where(vectors.c.passage.in_(part)))
                ),
                key=itemgetter(0),
            )
        return [row.passage for row in rows], _stacked([row.vector for row in rows])

    def passages_under(self, item_ids: Sequence[str], filters: Filters) -> dict[int, str]:
        """Numbers of the passages under these items, each with the id of its item."""
        columns = (passages.c.number, passages.c.item_id)
        with self._read() as connection:
            return {
                row.number: row.item_id
                for part in _parts(item_ids)
                for row in connection.execute(
                    conditions.filtered(filters, *columns).where(passages.c.item_id.in_(part))
                )
            }

    def texts_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of passages, by number."""
        query = select(passages.c.number, passages.c.text)
        with self._read() as connection:
            return {
                row.number: row.text
                for part in _parts(numbers)
                for row in connection.execute(query.where(passages.c.number.in_(part)))
            }

    def talk(self, filters: Filters) -> Iterator[Talk]:
        """What is said in all dated documents, less what is boilerplate, and the titles that it is said under."""
        every, place = Filters(exempt=filters.exempt), (documents.c.organisation, documents.c.body, documents.c.date)
        said = conditions.filtered(
            every, documents.c.id, passages.c.item_id, passages.c.number, passages.c.text, *place
        )
        titles = (
            select(documents.c.id, records.c.id.label("item_id"), null().label("number"), records.c.record, *place)
            .select_from(records.join(documents))
            .where(records.c.kind == "item", *[] if filters.exempt else [~records.c.exempt])
        )
        dated = documents.c.date.is_not(None)
        with self._read() as connection:
            asked = set(connection.scalars(select(documents.c.id).where(*conditions.of_documents(filters))))
            told = said.where(~passages.c.boilerplate).order_by(documents.c.date, documents.c.id, passages.c.number)
            for query in (told, titles):
                for row in connection.execute(query.where(dated)):
                    text = row.text if row.number is not None else json.loads(row.record)["title"]
                    group = (row.organisation, row.body, row.date[:4])
                    yield Talk(group, row.item_id or row.id, row.number, text, row.id in asked)

    def people(self) -> frozenset[str]:
        """The words of the names of all who were there, in small letters."""
        with self._read() as connection:
            names = connection.scalars(select(attendance.c.name).distinct())
            return frozenset(word.casefold() for name in names for word in re.findall(r"[^\W\d_]{2,}", name))

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
        if (held := self.encoder()) and held[1] == fingerprint:
            return
        with self._write() as connection:
            known = _meta(connection, "fingerprint")
            if known is None:
                _note(connection, encoder=name, fingerprint=fingerprint)
        if known not in (None, fingerprint):
            raise LibraryError(
                f"The vectors in {self.place} were made with another model than {name}; "
                "run: minutebook rebuild, or name the model that made them"
            )

    def pending(self) -> int:
        """How many passages are yet to be embedded."""
        with self._read() as connection:
            return connection.scalar(conditions.unembedded(func.count())) or 0

    def pending_texts(self, limit: int) -> list[tuple[int, str, str]]:
        """Numbers of passages that are yet to be embedded, with the texts to embed: their own and their context's.

        A text begins with its header. A passage that stands alone has but one text, given twice.
        """
        columns = (passages.c.number, passages.c.header, passages.c.text, contexts.c.text.label("around"))
        query = conditions.unembedded(*columns).outerjoin(contexts, AROUND).order_by(passages.c.number).limit(limit)
        with self._read() as connection:
            rows = connection.execute(query).all()
        return [(r.number, own := f"{r.header}\n{r.text}", r.around or own) for r in rows]

    def put_vectors(self, numbers: Sequence[int], found: Float32, fingerprint: str | None = None) -> None:
        """Hold the vectors, shape (n, d), of these passages; those that were removed meanwhile are passed over.

        Raises:
            LibraryError: if they are of another model, by its `fingerprint`, than the library has come to use.
        """
        if not numbers:
            return
        with self._write() as connection:
            if fingerprint and fingerprint != _meta(connection, "fingerprint"):
                raise LibraryError("The library was rebuilt with another model meanwhile; run the command again")
            here = set(connection.scalars(select(passages.c.number).where(passages.c.number.in_(numbers))))
            rows = [
                {"passage": number, "vector": vector.astype("<f2").tobytes(), "indexed": False}
                for number, vector in zip(numbers, found, strict=True)
                if number in here
            ]
            connection.execute(delete(vectors).where(vectors.c.passage.in_(here)))
            if rows:
                connection.execute(insert(vectors), rows)

    def begin_rebuild(self, name: str, fingerprint: str) -> None:
        """Drop all vectors and record which model makes the new ones; the index of vectors has to be empty.

        Of a rebuild with the same model that was stopped, the vectors that it made are kept.
        """
        with self._write() as connection:
            same = (_meta(connection, "encoder"), _meta(connection, "fingerprint")) == (name, fingerprint)
            if same and _meta(connection, "unfinished") == "rebuild":
                connection.execute(update(vectors).values(indexed=False))
            else:
                connection.execute(delete(vectors))
                _note(connection, encoder=name, fingerprint=fingerprint, unfinished="rebuild")
            _note(connection, index=uuid4().hex)

    def settle_vectors(self) -> None:
        """Record that every passage has its vector, if that is so and was not before."""
        with self._read() as connection:
            unfinished = _meta(connection, "unfinished")
        if unfinished and self.pending() == 0:
            with self._write() as connection:
                connection.execute(delete(meta).where(meta.c.key == "unfinished"))

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
            _note(connection, index=uuid4().hex)

    def mark_indexed(self, ids: Sequence[str], *, held: bool = True) -> None:
        """Record that the index of vectors has these, or that it has them no longer."""
        with self._write() as connection:
            for part in _parts(ids):
                numbers = select(passages.c.number).where(passages.c.id.in_(part))
                connection.execute(update(vectors).where(vectors.c.passage.in_(numbers)).values(indexed=held))
            _note(connection, index=uuid4().hex)

    def index_state(self) -> str | None:
        """Another after every change of the index of vectors."""
        with self._read() as connection:
            return _meta(connection, "index")

    # ---- upkeep -----------------------------------------------------------------------------------------------------

    def index(self) -> dict[str, bool | None]:
        """Passages by id: whether the index of vectors should have it; null where the passage is gone."""
        held = select(passages.c.id, vectors.c.indexed).join(vectors)
        with self._read() as connection:
            gone = dict.fromkeys(connection.scalars(select(dropped.c.id)))
            return {**gone, **dict(connection.execute(held).all())}

    def vectors_by_id(self, ids: Sequence[str]) -> dict[str, Float32]:
        """The vectors of passages, each of shape (d,), by the ids of these."""
        query = select(passages.c.id, vectors.c.vector).join(vectors)
        with self._read() as connection:
            rows = [row for part in _parts(ids) for row in connection.execute(query.where(passages.c.id.in_(part)))]
        return {row.id: np.frombuffer(row.vector, dtype="<f2").astype(np.float32) for row in rows}

    def dimensions(self) -> set[int]:
        """How many numbers the vectors have; one, if all is well."""
        with self._read() as connection:
            return {size // 2 for size in connection.scalars(select(func.length(vectors.c.vector)).distinct())}

    def faults(self) -> list[str]:
        """What the database itself finds wrong, one line each."""
        try:
            with self._read() as connection:
                found = list(self._database.faults(connection))
            if not found and not self.read_only:  # for this check SQLite has to be allowed to write
                with self._write() as connection:
                    found += self._database.text_faults(connection)
        except LibraryError as error:
            return [str(error)]
        return found

    def misquotes(self) -> dict[str, list[str]]:
        """Citations whose quote is not what stands at that place, one line each, by the ids of their documents."""
        with self._read() as connection:
            ids = connection.scalars(select(documents.c.id).order_by(documents.c.id)).all()
            found = {document_id: list(_misquotes(connection, document_id)) for document_id in ids}
        return {document_id: lines for document_id, lines in found.items() if lines}

    def mend(self) -> None:
        """Make anew what the database can make from its own tables: its indexes and full-text search."""
        with self._write() as connection:
            self._database.mend(connection)

    def read_again(self, ids: Sequence[str]) -> None:
        """Have the files of these documents read again when they are next met, though they are held."""
        with self._write() as connection:
            for part in _parts(ids):
                connection.execute(update(documents).where(documents.c.id.in_(part)).values(program=""))

    def totals(self) -> dict[str, int]:
        """How many documents, records of each kind and passages are held."""
        by_kind = select(records.c.kind, func.count()).group_by(records.c.kind)
        with self._read() as connection:
            counts: dict[str, int] = dict(connection.execute(by_kind).all())
            tables = {"documents": documents, "passages": passages, "vectors": vectors, "places": places}
            sizes = {name: connection.scalar(select(func.count()).select_from(t)) or 0 for name, t in tables.items()}
        return {**sizes, **{f"{kind}s": counts.get(kind, 0) for kind in RECORDS}}


# ---- opening --------------------------------------------------------------------------------------------------------


def _url(where: Path | str) -> URL:
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    try:
        return make_url(where)
    except ArgumentError as error:
        raise LibraryError(f"{where!r} is no URL of a database; write {POSTGRES}") from error


def _database(url: URL) -> Database:
    """The module that knows the database; the other one need not be loaded."""
    if url.drivername == "sqlite":
        from index import sqlite

        return sqlite
    if url.drivername != "postgresql+psycopg":
        raise LibraryError(f"A catalogue cannot be kept in {url.drivername}; write {POSTGRES}")
    if find_spec("psycopg") is None:
        raise LibraryError("PostgreSQL needs its driver; run: pip install 'minutebook[postgres]'")
    from index import postgres

    return postgres


def _line(error: DatabaseError) -> str:
    """What the database says, without the lines that only programmers understand."""
    return (str(error.orig).strip() or "it does not say why").splitlines()[0]


def _version(connection: Connection) -> str | None:
    """The version of the schema; null where there are no tables yet."""
    if not inspect(connection).has_table(meta.name):
        return None
    return connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))


def _upgrade(connection: Connection, database: Database) -> None:
    """Make the tables, or bring those of an older version up to this one."""
    version = _version(connection)
    if version is None:
        schema.metadata.create_all(connection)
        for statement in database.FULL_TEXT:
            connection.exec_driver_sql(statement)
        rows = {"schema": schema.VERSION, "library": uuid4().hex}
        connection.execute(insert(meta), [{"key": key, "value": value} for key, value in rows.items()])
        return
    while version != schema.VERSION:
        if version not in schema.MIGRATIONS:
            raise LibraryError("This library was made by a newer Minutebook; upgrade: pip install -U minutebook")
        version, statements = schema.MIGRATIONS[version]
        for statement in statements:
            connection.execute(text(statement))
        connection.execute(update(meta).where(meta.c.key == "schema").values(value=version))


def _meta(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(meta.c.value).where(meta.c.key == key))


def _stated(connection: Connection) -> list[Stated]:
    return [Stated(**each) for each in json.loads(_meta(connection, "organisations") or "[]")]


def _note(connection: Connection, **pairs: str) -> None:
    connection.execute(delete(meta).where(meta.c.key.in_(pairs)))
    connection.execute(insert(meta), [{"key": key, "value": value} for key, value in pairs.items()])


def _misquotes(connection: Connection, document_id: str) -> Iterator[str]:
    content = connection.scalar(select(contents.c.text).where(contents.c.document_id == document_id)) or ""
    quoted: list[tuple[str, Mapping[str, Any]]] = [
        (row.id, json.loads(row.record)["citation"])
        for row in connection.execute(
            select(records.c.id, records.c.record).where(records.c.document_id == document_id)
        )
    ]
    of_passages = select(passages.c.id, passages.c.citation).where(passages.c.document_id == document_id)
    around = select(contexts.c.number, contexts.c.citation).where(contexts.c.document_id == document_id)
    quoted += [(row.id, json.loads(row.citation)) for row in connection.execute(of_passages)]
    quoted += [(f"context {row.number}", json.loads(row.citation)) for row in connection.execute(around)]
    for id_, citation in quoted:
        if content[citation["start"] : citation["end"]] != citation["quote"]:
            yield f"citation of {id_}: its quote is not what stands in {document_id} at {citation['start']}"


def _rarity(count: int, total: int) -> float:
    """The weight of a phrase that `count` of `total` passages hold, (the inverse document frequency of BM25)."""
    return max(1e-6, math.log((total - count + 0.5) / (count + 0.5)))


def _stacked(blobs: Sequence[bytes]) -> Float32:
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), -1).astype(np.float32)


def _plain(result: CursorResult[Any]) -> Sequence[Any]:
    """The rows as plain tuples, which takes half the time."""
    return result.cursor.fetchall() if result.cursor else []


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))
