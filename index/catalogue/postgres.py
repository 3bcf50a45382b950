"""What the catalogue asks of PostgreSQL in PostgreSQL's own words, where `sqlite` asks SQLite.

Words are stemmed and accents dropped as SQLite's full-text search does, so that the same query finds the same
passages.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from index.catalogue.conditions import holds
from index.catalogue.schema import WORDED

WEIGHTS = "ABCD"


def _full_text(table: str, columns: Sequence[str]) -> tuple[str, ...]:
    """Statements that set up full-text search in columns, each with a weight that tells it from the others."""
    weighted = " || ".join(
        f"setweight(to_tsvector('minutebook'::regconfig, minutebook_words(coalesce({column}, ''))), '{weight}')"
        for column, weight in zip(columns, WEIGHTS, strict=False)
    )
    return (
        f"ALTER TABLE {table} ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS ({weighted}) STORED",
        f"CREATE INDEX {table}_words ON {table} USING gin (words)",
    )


_WORDED = tuple(chain.from_iterable(_full_text(table, columns) for table, columns in WORDED.items()))
FULL_TEXT: tuple[str, ...] = (
    "CREATE TEXT SEARCH DICTIONARY minutebook_stem (TEMPLATE = snowball, LANGUAGE = english)",  # without stop words
    "CREATE TEXT SEARCH CONFIGURATION minutebook (COPY = pg_catalog.simple)",
    "ALTER TEXT SEARCH CONFIGURATION minutebook ALTER MAPPING FOR asciiword, word, numword WITH minutebook_stem",
    # Letters and digits alone, so that PostgreSQL does not look for addresses, paths and versions among them.
    r"""CREATE FUNCTION minutebook_words(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
        SELECT regexp_replace(
            lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]+', '', 'g') COLLATE "und-x-icu"),
            '[^[:alnum:]]+', ' ', 'g') $$""",
    """ALTER TABLE passages ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('minutebook'::regconfig, minutebook_words(text)), 'A')
        || setweight(to_tsvector('minutebook'::regconfig, minutebook_words(header)), 'B')) STORED""",
    "CREATE INDEX passages_words ON passages USING gin (words)",
    *_WORDED,
)
TURN = "SELECT pg_try_advisory_lock(hashtext(current_schema() || '.minutebook-embedding'))"
POLL = 0.2  # seconds between two tries
STEPS = {"9": ("UPDATE records SET seconder = record::json ->> 'seconder' WHERE kind = 'decision'", *_WORDED)}
FREQUENCY = "SELECT count(*) FROM passages WHERE words @@ phraseto_tsquery('minutebook', minutebook_words(%s))"
HOLDING = (
    "SELECT string_agg(number::text, ',' ORDER BY number) FROM passages "
    "WHERE words @@ phraseto_tsquery('minutebook', minutebook_words(%s))"
)


def open_engine(url: URL) -> Engine:
    """An engine whose transactions see the database as it was when they began.

    Those for writing (`engine.execution_options(writes=True)`) come one after the other, as in SQLite.
    """
    engine = create_engine(url, pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
            return  # of a `turn`, which is no transaction
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.minutebook'))")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


@contextmanager
def turn(engine: Engine, wait: float) -> Iterator[bool]:
    """Whether no other session has it within `wait` seconds (below 0: for ever); the server takes it back at its end.

    The lock is the session's, since a transaction that is open for hours keeps the server from tidying up.
    """
    until = monotonic() + wait
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # closed at the end, not put back for others with the lock
        while not (mine := connection.exec_driver_sql(TURN).scalar_one()) and (wait < 0 or monotonic() < until):
            sleep(POLL)
        yield bool(mine)


def frequency(connection: Connection, phrase: str) -> int:
    """How many passages hold the phrase."""
    return int(connection.exec_driver_sql(FREQUENCY, (_clean(phrase),)).scalar_one())


def holding(connection: Connection, phrase: str) -> str:
    """The numbers of the passages that hold the phrase in text or header, in order, with commas between."""
    return connection.exec_driver_sql(HOLDING, (_clean(phrase),)).scalar_one() or ""


@compiles(holds, "postgresql")
def _holds(element: holds, compiler: SQLCompiler, **options: Any) -> str:
    column, words = element.clauses
    table, weight = column.table.name, WEIGHTS[WORDED[column.table.name].index(column.name)]
    query = f"phraseto_tsquery('minutebook', minutebook_words({compiler.process(words, **options)}))"
    return f"({table}.words @@ {query} AND ts_filter({table}.words, '{{{weight}}}') @@ {query})"


def _clean(phrase: str) -> str:
    return phrase.replace("\x00", " ")


def faults(_: Connection) -> Iterator[str]:
    """What the database itself finds wrong: nothing that it would not have refused."""
    yield from ()


text_faults = faults


def mend(_: Connection) -> None:
    """Make nothing anew: what is worked out from the tables is kept by the database itself."""


def renamed(_: Connection) -> None:
    """Index nothing anew: the database itself keeps the words of documents."""


def read_only(_: URL) -> bool:
    return False
