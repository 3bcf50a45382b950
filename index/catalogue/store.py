"""Opening the catalogue, its transactions, and what is kept from one question to the next."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import local
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    Connection,
    Engine,
    delete,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError

from index.catalogue import schema
from index.catalogue.kept import Kept
from index.catalogue.schema import (
    contexts,
    meta,
    passages,
    records,
)
from minutes.errors import InputError, LibraryError

Float32 = NDArray[np.float32]
T = TypeVar("T")
MANY = 500  # values in one IN list; SQLite allows 32,766, smaller ones are planned faster
STATE = select(meta.c.value).where(meta.c.key == "state")  # another after every change
POSTGRES = "postgresql+psycopg://USER:PASSWORD@HOST/DATABASE"


class Database(Protocol):
    """What `sqlite` and `postgres` have in common."""

    FULL_TEXT: tuple[str, ...]  # statements that set up full-text search
    STEPS: dict[str, tuple[str, ...]]  # to the version named, after those that both have in common

    def read_only(self, url: URL) -> bool: ...
    def open_engine(self, url: URL) -> Engine: ...
    def turn(self, engine: Engine, wait: float, /) -> AbstractContextManager[bool]: ...
    def frequency(self, connection: Connection, phrase: str) -> int: ...
    def holding(self, connection: Connection, phrase: str) -> str: ...
    def faults(self, connection: Connection) -> Iterable[str]: ...
    def text_faults(self, connection: Connection) -> Iterable[str]: ...
    def mend(self, connection: Connection) -> None: ...
    def renamed(self, connection: Connection) -> None: ...


# Made once: SQLAlchemy takes as long to make a query as SQLite to answer it.
ITEM = records.alias("item")
AROUND = contexts.c.number == passages.c.context


class Store:
    """The database that the catalogue is kept in."""

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
    def turn(self, wait: float) -> Iterator[bool]:
        """Whether no other machine that shares the catalogue embeds, or stops within `wait` seconds (-1: ever)."""
        with self._explained(), self._database.turn(self._engine, wait) as mine:
            yield mine

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
        from index.catalogue import sqlite

        return sqlite
    if url.drivername != "postgresql+psycopg":
        raise LibraryError(f"A catalogue cannot be kept in {url.drivername}; write {POSTGRES}")
    if find_spec("psycopg") is None:
        raise LibraryError("PostgreSQL needs its driver; run: pip install 'minutebook[postgres]'")
    from index.catalogue import postgres

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
        for statement in database.STEPS.get(version, ()):
            connection.exec_driver_sql(statement)
        connection.execute(update(meta).where(meta.c.key == "schema").values(value=version))


def meta_of(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(meta.c.value).where(meta.c.key == key))


def note(connection: Connection, **pairs: str) -> None:
    connection.execute(delete(meta).where(meta.c.key.in_(pairs)))
    connection.execute(insert(meta), [{"key": key, "value": value} for key, value in pairs.items()])


def stacked(blobs: Sequence[bytes]) -> Float32:
    if not blobs:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), -1).astype(np.float32)


def parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + MANY] for at in range(0, len(values), MANY))
