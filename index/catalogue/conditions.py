"""What filters mean to the database: conditions and queries over documents, records and passages."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, or_, select

from index.abbreviations import FEWEST, initials, of_initials
from index.catalogue.schema import abbreviations, documents, passage_records, passages, records, vectors
from minutes.errors import QueryError
from minutes.model import Filters, RecordKind


def holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return column.icontains(words, autoescape=True)


def of_documents(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on documents. Organisation and body may be given in part; a date to the month covers all of it.

    An organisation is the same by its name and by the short form that its documents explain, or its initials.
    """
    where: list[ColumnElement[bool]] = []
    if filters.organisation:
        where.append(or_(holds(documents.c.organisation, filters.organisation), *_also_called(filters.organisation)))
    if filters.body:
        where.append(holds(documents.c.body, filters.body))
    if filters.region:
        where.append(documents.c.organisation.in_(filters.region.organisations))
    if filters.since and filters.until and iso(filters.since) > iso(filters.until) + "~":
        raise QueryError(f"No day is both since {filters.since} and until {filters.until}; swap them")
    if filters.since:  # "~" sorts after "-" and all digits: "2023-05~" is the end of that month
        where.append(documents.c.date + "~" >= iso(filters.since))
    if filters.until:
        where.append(documents.c.date <= iso(filters.until) + "~")
    if filters.documents:
        where.append(documents.c.id.in_(filters.documents))
    return where


def _also_called(name: str) -> Iterator[ColumnElement[bool]]:
    """Conditions on documents of an organisation that calls itself otherwise there, by initials or in full.

    Either its own documents explain the one as the other, or one is the initials of the other, and of no third.
    """
    own, said = documents.alias("own"), name.casefold()
    called, theirs = func.lower(documents.c.organisation), func.lower(own.c.organisation)
    short, long = func.lower(abbreviations.c.short), func.lower(abbreviations.c.long)
    pairs = abbreviations.join(own, own.c.id == abbreviations.c.document_id)
    explained = or_(theirs == short, theirs == long)
    yield called.in_(select(short).select_from(pairs).where(explained, holds(abbreviations.c.long, name)))
    yield called.in_(select(long).select_from(pairs).where(explained, short == said))
    letters = initials(name) or (said if said.isalpha() and len(said) >= FEWEST else None)
    if letters:
        alone = func.count(theirs.distinct()) == 1
        only = select(func.min(theirs)).where(theirs.regexp_match(of_initials(letters))).having(alone).scalar_subquery()
        yield and_(called == letters, only == said) if letters != said else called == only


def iso(date: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", date):
        raise QueryError(f"{date!r} is no date; write it as 2023-05-16, 2023-05 or 2023")
    if len(date) == 10:
        try:
            datetime.date.fromisoformat(date)
        except ValueError as error:
            raise QueryError(f"There is no {date} in the calendar; check the day") from error
    return date


def of_records(filters: Filters) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if filters.outcome:
        where.append(records.c.outcome == filters.outcome)
    if filters.owner:
        where.append(holds(records.c.owner, filters.owner))
    if filters.mover:
        where.append(holds(records.c.mover, filters.mover))
    return where


def of_register(
    kinds: Collection[RecordKind], words: Sequence[str], item: FromClause, filters: Filters
) -> list[ColumnElement[bool]]:
    """Conditions on the records of a register, of whatever trust."""
    where = [records.c.kind.in_(kinds), *of_documents(filters), *of_records(filters)]
    where += [] if filters.exempt else [~records.c.exempt]
    return where + [or_(holds(records.c.text, word), holds(item.c.text, word)) for word in words]


def trusted(filters: Filters) -> list[ColumnElement[bool]]:
    """Condition that leaves out the records of low trust, unless all are asked for."""
    return [] if filters.all else [records.c.trust != "low"]


def of_passages(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on passages: a passage is let through by the records that it holds."""
    where: list[ColumnElement[bool]] = [] if filters.exempt else [~passages.c.exempt]
    if filters.kind == "paragraph":
        where.append(passages.c.kind == "paragraph")
    elif filters.kind:
        held = with_record([records.c.kind == filters.kind, *trusted(filters)])
        where.append(or_(passages.c.kind == filters.kind, held))
    if wanted := of_records(filters):
        where.append(with_record([*wanted, *trusted(filters)]))
    return where


def with_record(wanted: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Found once for all passages: asking of each of them takes far longer."""
    return passages.c.number.in_(select(passage_records.c.passage).join(records).where(*wanted))


def filtered(filters: Filters, *columns: Any) -> Select[Any]:
    """A query over the passages that the filters let through.

    The documents come from a query of their own: SQLite would ask of each passage in turn whether its document will do.
    """
    query = select(*columns).select_from(passages.join(documents)).where(*of_passages(filters))
    if where := of_documents(filters):
        query = query.where(passages.c.document_id.in_(select(documents.c.id).where(*where).correlate(None)))
    return query


def unembedded(*columns: Any) -> Select[Any]:
    query = select(*columns).select_from(passages.outerjoin(vectors))
    return query.where(vectors.c.passage.is_(None))
