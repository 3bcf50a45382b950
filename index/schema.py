"""The catalogue's tables. What only SQLite knows (full-text search, pragmas) is kept apart at the end."""

import re

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Engine,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    false,
)
from sqlalchemy.engine import URL

VERSION = "6"  # of the schema; a step to it from the version before goes into MIGRATIONS

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("path", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("kind", String, nullable=False),
    Column("organisation", Text),
    Column("body", Text),
    Column("date", String, index=True),  # of the meeting or on the report, ISO 8601 to the day or the month
    Column("info", Text, nullable=False),  # JSON of DocumentInfo, Meeting, Receipt and Ingested.counts
    Column("meeting", Text, nullable=False),
    Column("receipt", Text, nullable=False),
    Column("counts", Text, nullable=False),
    Column("program", String, nullable=False, server_default=""),  # fingerprint of what read the file
)


def _document_id(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "document_id",
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
        index=not primary_key,
    )


contents = Table(  # apart from `documents`, so that lists need not step over the texts
    "contents",
    metadata,
    _document_id(primary_key=True),
    Column("stated_date", String),  # Document.date
    Column("site", String),
    Column("text", Text, nullable=False),
    Column("blocks", Text, nullable=False),  # JSON
    Column("receipt", Text, nullable=False),  # of reading alone; `documents` has the one after extraction
    Column("exempt", Text, nullable=False, server_default="[]"),  # JSON of Minutes.exempt
    Column("words", LargeBinary),  # compressed arrays; null where words have no place
    Column("profile", Text, nullable=False, server_default="{}"),  # JSON of the profile it was extracted with
)

attendance = Table(
    "attendance",
    metadata,
    _document_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text),
    Column("status", String, nullable=False),
    Column("attendance", Text, nullable=False),  # JSON
)

records = Table(  # items, decisions, actions and metrics; a column is null where the kind has no such thing
    "records",
    metadata,
    Column("id", String, primary_key=True),
    _document_id(),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),  # among those of its kind in the document
    Column("item_id", String),
    Column("text", Text, nullable=False),  # with the stem; an item's title
    Column("outcome", String),
    Column("mover", Text),
    Column("owner", Text),
    Column("due_date", Date),
    Column("exempt", Boolean, nullable=False, server_default=false()),
    Column("trust", String, nullable=False, server_default="high"),
    Column("record", Text, nullable=False),  # JSON
    Index("records_by_kind", "kind", "document_id", "position"),
)

passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _document_id(),
    Column("item_id", String),
    Column("kind", String, nullable=False),
    Column("boilerplate", Boolean, nullable=False),
    Column("exempt", Boolean, nullable=False, server_default=false()),
    Column("text", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("citation", Text, nullable=False),  # JSON
)


def _passage_number() -> Column[int]:
    return Column("passage", ForeignKey("passages.number", ondelete="CASCADE"), primary_key=True)


passage_records = Table(
    "passage_records",
    metadata,
    _passage_number(),
    Column("record_id", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

vectors = Table(  # a passage without a row here is yet to be embedded
    "vectors",
    metadata,
    _passage_number(),
    Column("vector", LargeBinary, nullable=False),  # float16, unit length
    Column("indexed", Boolean, nullable=False, default=False, index=True),  # whether Chroma has it
)

dropped = Table(  # passages that are gone and that Chroma may still have
    "dropped",
    metadata,
    Column("id", String, primary_key=True),
)

places = Table(  # the authorities of lookup files
    "places",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("upper", String),  # code of the upper tier
    Column("region", String),  # code
)

# The version that follows the one named, and the SQL that brings a library there.
MIGRATIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "1": ("2", ("ALTER TABLE documents ADD COLUMN program VARCHAR NOT NULL DEFAULT ''",)),
    "2": ("3", ("ALTER TABLE contents ADD COLUMN site VARCHAR",)),
    "3": (
        "4",
        (
            "ALTER TABLE contents ADD COLUMN exempt TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE records ADD COLUMN exempt BOOLEAN NOT NULL DEFAULT 0",
            "ALTER TABLE passages ADD COLUMN exempt BOOLEAN NOT NULL DEFAULT 0",
        ),
    ),
    "4": (
        "5",
        (
            "ALTER TABLE records ADD COLUMN trust VARCHAR NOT NULL DEFAULT 'high'",
            "ALTER TABLE contents ADD COLUMN profile TEXT NOT NULL DEFAULT '{}'",
        ),
    ),
    "5": (
        "6",
        (
            "CREATE TABLE places (code VARCHAR NOT NULL PRIMARY KEY, name TEXT NOT NULL, year INTEGER NOT NULL, "
            "upper VARCHAR, region VARCHAR)",
        ),
    ),
}


# ---- SQLite only ----------------------------------------------------------------------------------------------------

MATCHES = "passages_fts MATCH :match"
OCCURS = "SELECT EXISTS (SELECT 1 FROM passages_fts WHERE passages_fts MATCH :match)"
RANK = "bm25(passages_fts, 1.0, 0.5)"  # a word in the header counts half as much as one in the text

FULL_TEXT = (
    "CREATE VIRTUAL TABLE passages_fts USING fts5(text, header, content='passages', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN "
    "INSERT INTO passages_fts (rowid, text, header) VALUES (new.number, new.text, new.header); END",
    "CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN "
    "INSERT INTO passages_fts (passages_fts, rowid, text, header) "
    "VALUES ('delete', old.number, old.text, old.header); END",
)
CHECK_FULL_TEXT = "INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)"
CHECK = "PRAGMA integrity_check"


def match(phrases: list[str]) -> str:
    """An FTS5 expression for passages that hold any of the phrases. Quoted, so that no word is an operator."""
    return " OR ".join('"' + re.sub(r'["\x00]', " ", phrase) + '"' for phrase in phrases)


def open_engine(url: str | URL) -> Engine:
    """An engine whose transactions begin when they say so; for writing: `engine.execution_options(begin="IMMEDIATE")`.

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
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', '')}")

    return engine
