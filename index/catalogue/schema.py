"""The catalogue's tables."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
)

VERSION = "9"  # of the schema; a step to it from the version before goes into MIGRATIONS

metadata = MetaData()

# Text is put in order byte by byte, as SQLite does it; PostgreSQL would go by a language's rules, for which no date is
# greater than "2023-05~".
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
STRING = String().with_variant(String(collation="C"), "postgresql")

meta = Table(
    "meta",
    metadata,
    Column("key", STRING, primary_key=True),
    Column("value", TEXT, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", STRING, primary_key=True),
    Column("sha256", STRING, nullable=False, unique=True),
    Column("path", TEXT, nullable=False, unique=True),
    Column("title", TEXT),
    Column("kind", STRING, nullable=False),
    Column("organisation", TEXT),
    Column("body", TEXT),
    Column("date", STRING, index=True),  # of the meeting or on the report, ISO 8601 to the day or the month
    Column("info", TEXT, nullable=False),  # JSON of DocumentInfo, Meeting, Receipt and Ingested.counts
    Column("meeting", TEXT, nullable=False),
    Column("receipt", TEXT, nullable=False),
    Column("counts", TEXT, nullable=False),
    Column("program", STRING, nullable=False, server_default=""),  # fingerprint of what read the file
)


def _document_id(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    return Column(
        "document_id",
        ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
        index=index,
    )


contents = Table(  # apart from `documents`, so that lists need not step over the texts
    "contents",
    metadata,
    _document_id(primary_key=True),
    Column("stated_date", STRING),  # Document.date
    Column("site", STRING),
    Column("text", TEXT, nullable=False),
    Column("blocks", TEXT, nullable=False),  # JSON
    Column("receipt", TEXT, nullable=False),  # of reading alone; `documents` has the one after extraction
    Column("exempt", TEXT, nullable=False, server_default="[]"),  # JSON of Minutes.exempt
    Column("words", LargeBinary),  # compressed arrays; null where words have no place
    Column("profile", TEXT, nullable=False, server_default="{}"),  # JSON of the profile it was extracted with
    Column("extracted", TEXT),  # JSON of Minutes before corrections; null where there are none
)

attendance = Table(
    "attendance",
    metadata,
    _document_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("role", TEXT),
    Column("status", STRING, nullable=False),
    Column("attendance", TEXT, nullable=False),  # JSON
)

records = Table(  # items, decisions, actions and metrics; a column is null where the kind has no such thing
    "records",
    metadata,
    Column("id", STRING, primary_key=True),
    _document_id(index=True),
    Column("kind", STRING, nullable=False),
    Column("position", Integer, nullable=False),  # among those of its kind in the document
    Column("item_id", STRING),
    Column("text", TEXT, nullable=False),  # with the stem; an item's title
    Column("outcome", STRING),
    Column("mover", TEXT),
    Column("seconder", TEXT),
    Column("owner", TEXT),
    Column("due_date", Date),
    Column("exempt", Boolean, nullable=False, server_default=false()),
    Column("trust", STRING, nullable=False, server_default="high"),
    Column("record", TEXT, nullable=False),  # JSON
    Index("records_by_kind", "kind", "document_id", "position"),
    Index("records_by_item", "item_id", "kind"),  # by `item_id` alone, SQLite would rather go through all of a kind
)

contexts = Table(  # stretches of text that passages are shown in
    "contexts",
    metadata,
    Column("number", Integer, primary_key=True),
    _document_id(index=True),
    Column("citation", TEXT, nullable=False),  # JSON
)

passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", STRING, nullable=False, unique=True),
    _document_id(),
    Column("item_id", STRING, index=True),
    Column("kind", STRING, nullable=False),
    Column("boilerplate", Boolean, nullable=False),
    Column("exempt", Boolean, nullable=False, server_default=false()),
    Column("text", TEXT, nullable=False),
    Column("header", TEXT, nullable=False),
    Column("citation", TEXT, nullable=False),  # JSON
    Column("context", Integer, index=True),  # number in `contexts`; null in what an older version put in
    Index("passages_by_document", "document_id", "exempt", "kind"),  # all that most filters ask of a passage
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

bands = Table(  # signatures of the passages' texts: those that are alike share some (`index.duplicates`)
    "bands",
    metadata,
    _passage_number(),
    Column("band", BigInteger, primary_key=True, index=True),
)

abbreviations = Table(  # those that a document explains (`index.abbreviations`)
    "abbreviations",
    metadata,
    _document_id(primary_key=True),
    Column("short", STRING, primary_key=True, index=True),
    Column("long", STRING, nullable=False),
    Column("key", STRING, primary_key=True, index=True),  # the long form as it is looked up
)

dropped = Table(  # passages that are gone and that Chroma may still have
    "dropped",
    metadata,
    Column("id", STRING, primary_key=True),
)

corrections = Table(  # what people say of records, which outlives the documents
    "corrections",
    metadata,
    Column("id", STRING, primary_key=True),
    Column("sha256", STRING, nullable=False, index=True),  # of the document's file
    Column("at", STRING, nullable=False),
    Column("correction", TEXT, nullable=False),  # JSON
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

# The columns that are looked through for words; each database keeps an index of those.
WORDED = {
    "documents": ("organisation", "body"),
    "records": ("text", "mover", "seconder", "owner"),
    "attendance": ("name",),
}

# The version that follows the one named, and the SQL that brings a library there; what each database does in its own
# words comes after that, from its STEPS.
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
            "CREATE INDEX passages_by_document ON passages (document_id, exempt, kind)",
            "DROP INDEX ix_passages_document_id",
            "INSERT INTO meta VALUES ('library', lower(hex(randomblob(16))))",
            "CREATE TABLE bands (passage INTEGER NOT NULL REFERENCES passages (number) ON DELETE CASCADE, "
            "band BIGINT NOT NULL, PRIMARY KEY (passage, band))",
            "CREATE INDEX ix_bands_band ON bands (band)",
            "CREATE TABLE places (code VARCHAR NOT NULL PRIMARY KEY, name TEXT NOT NULL, year INTEGER NOT NULL, "
            "upper VARCHAR, region VARCHAR)",
        ),
    ),
    "6": (
        "7",
        (
            "CREATE TABLE contexts (number INTEGER PRIMARY KEY, document_id VARCHAR NOT NULL "
            "REFERENCES documents (id) ON DELETE CASCADE, text TEXT, citation TEXT NOT NULL)",
            "CREATE INDEX ix_contexts_document_id ON contexts (document_id)",
            "ALTER TABLE passages ADD COLUMN context INTEGER",
            "CREATE TABLE abbreviations (document_id VARCHAR NOT NULL REFERENCES documents (id) ON DELETE CASCADE, "
            "short VARCHAR NOT NULL, long VARCHAR NOT NULL, key VARCHAR NOT NULL, "
            "PRIMARY KEY (document_id, short, key))",
            "CREATE INDEX ix_abbreviations_short ON abbreviations (short)",
            "CREATE INDEX ix_abbreviations_key ON abbreviations (key)",
            "ALTER TABLE contents ADD COLUMN extracted TEXT",
            "CREATE TABLE corrections (id VARCHAR NOT NULL PRIMARY KEY, sha256 VARCHAR NOT NULL, at VARCHAR NOT NULL, "
            "correction TEXT NOT NULL)",
            "CREATE INDEX ix_corrections_sha256 ON corrections (sha256)",
        ),
    ),
    "7": (  # vectors are made in another way; the next ingest makes them anew
        "8",
        (
            "ALTER TABLE contexts DROP COLUMN text",
            "INSERT INTO dropped SELECT id FROM passages WHERE id NOT IN (SELECT id FROM dropped)",
            "DELETE FROM vectors",
            "DELETE FROM meta WHERE key = 'unfinished'",
            "INSERT INTO meta VALUES ('unfinished', 'upgrade')",
        ),
    ),
    "8": (
        "9",
        (
            # The first two are missing from libraries that were made between two versions.
            "CREATE TABLE IF NOT EXISTS places (code VARCHAR NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
            "year INTEGER NOT NULL, upper VARCHAR, region VARCHAR)",
            "CREATE INDEX IF NOT EXISTS ix_contexts_document_id ON contexts (document_id)",
            "CREATE INDEX ix_passages_context ON passages (context)",
            "CREATE INDEX ix_passages_item_id ON passages (item_id)",
            "CREATE INDEX records_by_item ON records (item_id, kind)",
            "ALTER TABLE records ADD COLUMN seconder TEXT",
        ),
    ),
}
