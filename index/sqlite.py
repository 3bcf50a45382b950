"""What the catalogue asks of SQLite in SQLite's own words: opening, full-text search, checks. `postgres` is alike."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError

FULL_TEXT: tuple[str, ...] = (
    "CREATE VIRTUAL TABLE passages_fts USING fts5(text, header, content='passages', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN "
    "INSERT INTO passages_fts (rowid, text, header) VALUES (new.number, new.text, new.header); END",
    "CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN "
    "INSERT INTO passages_fts (passages_fts, rowid, text, header) "
    "VALUES ('delete', old.number, old.text, old.header); END",
)
HOLDING = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?"  # in order of the rowid
FREQUENCY = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
CHECK_FULL_TEXT = "INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)"


def open_engine(url: URL) -> Engine:
    """An engine whose transactions begin when they say so; for writing: `engine.execution_options(writes=True)`.

    Python's sqlite3 begins a transaction late, at the first change, where a second writer could only fail.
    """
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def connect(connection: object, _: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in ("journal_mode = WAL", "foreign_keys = ON", "busy_timeout = 30000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def frequency(connection: Connection, phrase: str) -> int:
    """How many passages hold the phrase."""
    return int(connection.exec_driver_sql(FREQUENCY, (_match(phrase),)).scalar_one())


def holding(connection: Connection, phrase: str) -> Sequence[tuple[int]]:
    """The numbers of the passages that hold the phrase in text or header, in order."""
    result = connection.exec_driver_sql(HOLDING, (_match(phrase),))
    return result.cursor.fetchall() if result.cursor else []  # as plain tuples, which takes half the time


def _match(phrase: str) -> str:
    """An FTS5 expression. Quoted, so that no word is an operator."""
    return '"' + re.sub(r'["\x00]', " ", phrase) + '"'


def faults(connection: Connection) -> Iterator[str]:
    """What the database itself finds wrong, one line each."""
    for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if line != "ok":
            yield f"database: {line}"
    try:
        connection.exec_driver_sql(CHECK_FULL_TEXT)
    except DatabaseError:
        yield "full-text index: does not agree with the passages; remove and ingest the documents again"
