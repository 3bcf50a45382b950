"""What the catalogue asks of SQLite in SQLite's own words: opening, full-text search, checks. `postgres` is alike."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from itertools import chain
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from index.catalogue.conditions import holds
from index.catalogue.schema import WORDED

_INDEX = (  # full-text search in columns which never change while their row is there, but for names (`renamed`)
    "CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}', content_rowid='{rowid}', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN "
    "INSERT INTO {table}_fts (rowid, {names}) VALUES (new.{rowid}, {new}); END",
    "CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN "
    "INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.{rowid}, {old}); END",
)


def _full_text(table: str, columns: Iterable[str], rowid: str = "rowid") -> tuple[str, ...]:
    names, new, old = (", ".join(f"{of}{name}" for name in columns) for of in ("", "new.", "old."))
    return tuple(each.format(table=table, rowid=rowid, names=names, new=new, old=old) for each in _INDEX)


_WORDED = tuple(chain.from_iterable(_full_text(table, columns) for table, columns in WORDED.items()))
_REBUILD = "INSERT INTO {0}_fts ({0}_fts) VALUES ('rebuild')"
FULL_TEXT = _full_text("passages", ("text", "header"), "number") + _WORDED
STEPS = {
    "9": (
        "UPDATE records SET seconder = json_extract(record, '$.seconder') WHERE kind = 'decision'",
        *_WORDED,
        *(_REBUILD.format(table) for table in WORDED),
    )
}
TIMEOUT = 30  # seconds that one writer waits for another
MAPPED = 2**30  # bytes of the file that are read where the system has them in memory, without being copied
HOLDING = "SELECT group_concat(rowid) FROM (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? ORDER BY rowid)"
FREQUENCY = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
CHECK_FULL_TEXT = "INSERT INTO {0}_fts ({0}_fts, rank) VALUES ('integrity-check', 1)"


def open_engine(url: URL) -> Engine:
    """An engine whose transactions begin when they say so; for writing: `engine.execution_options(writes=True)`.

    Python's sqlite3 begins a transaction late, at the first change, where a second writer could only fail. Where the
    file may only be read, it is opened for each transaction anew, so that what others write is seen.
    """
    if sealed := read_only(url):
        engine = create_engine(url, creator=lambda: _sealed(Path(url.database or "")), poolclass=NullPool)
    else:
        engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def connect(connection: object, _: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in (
            "foreign_keys = ON",
            f"busy_timeout = {TIMEOUT * 1000}",
            *(() if sealed else (f"mmap_size = {MAPPED}",)),
        ):
            cursor.execute(f"PRAGMA {pragma}")
        if not sealed:
            _write_ahead(cursor)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Have the file keep a write-ahead log; of two programs that open a new one at once, SQLite lets neither wait."""
    until = monotonic() + TIMEOUT
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(0.05)
        else:
            return


def turn(_: Engine, __: float) -> AbstractContextManager[bool]:
    """Nobody shares the file over a network, so that a lock beside it is enough."""
    return nullcontext(True)


def frequency(connection: Connection, phrase: str) -> int:
    """How many passages hold the phrase."""
    return int(connection.exec_driver_sql(FREQUENCY, (_match(phrase),)).scalar_one())


def holding(connection: Connection, phrase: str) -> str:
    """The numbers of the passages that hold the phrase in text or header, in order, with commas between.

    Together they are read three times as fast as in rows.
    """
    return connection.exec_driver_sql(HOLDING, (_match(phrase),)).scalar_one() or ""


@compiles(holds, "sqlite")
def _holds(element: holds, compiler: SQLCompiler, **options: Any) -> str:
    column, words = element.clauses
    table = column.table.name
    match = f"'{column.name} : \"' || {compiler.process(words, **options)} || '\"'"
    return f"{table}.rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH {match})"  # noqa: S608 (names of ours)


def _match(phrase: str) -> str:
    """An FTS5 expression. Quoted, so that no word is an operator."""
    return '"' + re.sub(r'["\x00]', " ", phrase) + '"'


def read_only(url: URL) -> bool:
    """Whether the database is there and may not be written to, it or the files that SQLite puts beside it."""
    file = Path(url.database or "")
    return file.is_file() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def _sealed(file: Path) -> sqlite3.Connection:
    """A connection for reading alone. Where nobody writes, there are no files beside it, and none can be made."""
    quoted = file.absolute().as_uri()
    for how in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{quoted}?{how}", uri=True, check_same_thread=False)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.OperationalError:
            connection.close()
            if how == "immutable=1" or file.with_name(f"{file.name}-wal").exists():
                raise
        else:
            return connection
    raise AssertionError  # the second way returns or raises


def faults(connection: Connection) -> Iterator[str]:
    """What the database itself finds wrong, one line each."""
    damaged = [line for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars() if line != "ok"]
    yield from (f"database: {line}" for line in damaged)
    if not damaged:
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            yield f"database: row {row} of {table} belongs to nothing in {parent}"


def text_faults(connection: Connection) -> Iterator[str]:
    """Whether full-text search agrees with the passages, and with all else that has words."""
    for table in ("passages", *WORDED):
        try:
            connection.exec_driver_sql(CHECK_FULL_TEXT.format(table))
        except DatabaseError:
            yield f"full-text index: does not agree with the {table}; run: minutebook verify --repair"


def renamed(connection: Connection) -> None:
    """Index the organisations and bodies of documents anew, some of which have changed."""
    connection.exec_driver_sql(_REBUILD.format("documents"))


def mend(connection: Connection) -> None:
    """Make the indexes anew from the tables."""
    connection.exec_driver_sql("REINDEX")
    for table in ("passages", *WORDED):
        connection.exec_driver_sql(_REBUILD.format(table))


def copy(source: Path, target: Path) -> None:
    """Copy a database whole while it is in use, into a file or over a database that is in use itself.

    Who reads the target sees the old one or the new one, and after a crash it is one of them.
    """
    with closing(_for_reading(source)) as old, closing(sqlite3.connect(target, timeout=TIMEOUT)) as new:
        old.backup(new)


def _for_reading(file: Path) -> sqlite3.Connection:
    url = URL.create("sqlite", database=str(file))
    return _sealed(file) if read_only(url) else sqlite3.connect(file, timeout=TIMEOUT)
