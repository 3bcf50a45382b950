"""What the catalogue asks of PostgreSQL in PostgreSQL's own words, where `sqlite` asks SQLite.

Words are stemmed and accents dropped as SQLite's full-text search does, so that the same query finds the same
passages. PostgreSQL knows no BM25; what stands for it is made of the same parts: how rare a phrase is (the same
formula), how often the passage says it (each time counts less) and how long the passage is.
"""

from collections.abc import Iterator, Sequence
from math import log

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

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
)
FREQUENCY = "SELECT count(*) FROM passages WHERE words @@ phraseto_tsquery('minutebook', minutebook_words(%s))"
MOST = 0.3  # what ts_rank() gives a passage of usual length that says the phrase again and again
# A word in the header counts as much as one in the text; 1 divides by the logarithm of the length.
SCORES = (
    "SELECT number, ts_rank('{0, 0, 1, 1}', words, query, 1) FROM passages, "
    "phraseto_tsquery('minutebook', minutebook_words(%s)) AS query WHERE words @@ query"
)


def open_engine(url: URL) -> Engine:
    """An engine whose transactions see the database as it was when they began.

    Those for writing (`engine.execution_options(writes=True)`) come one after the other, as in SQLite.
    """
    engine = create_engine(url, pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.minutebook'))")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def frequency(connection: Connection, phrase: str) -> int:
    """How many passages hold the phrase."""
    return int(connection.exec_driver_sql(FREQUENCY, (_clean(phrase),)).scalar_one())


def scores(connection: Connection, phrase: str, total: int) -> Sequence[tuple[int, float]]:
    """The passages that hold the phrase, in no order, each with what the phrase adds to its score.

    `total` is how many passages there are.
    """
    found = connection.exec_driver_sql(SCORES, (_clean(phrase),)).all()
    rarity = max(1e-6, log((total - len(found) + 0.5) / (len(found) + 0.5)))
    return [(number, rarity * rank) for number, rank in found]


def _clean(phrase: str) -> str:
    return phrase.replace("\x00", " ")


def faults(_: Connection) -> Iterator[str]:
    """What the database itself finds wrong: nothing that it would not have refused."""
    yield from ()


text_faults = faults


def mend(_: Connection) -> None:
    """Make nothing anew: what is worked out from the tables is kept by the database itself."""


def read_only(_: URL) -> bool:
    return False
