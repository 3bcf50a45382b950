"""What filters mean to the database: conditions and queries over documents, records and passages."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, or_, select

from index.catalogue.schema import documents, passage_records, passages, records, vectors
from minutes.dates import Days
from minutes.errors import NotFoundError
from minutes.model import Filters, RecordKind


def holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return column.icontains(words, autoescape=True)


def of_documents(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on documents. Organisation and body may be given in part; a date to the month covers all of it."""
    where: list[ColumnElement[bool]] = []
    for column, words in ((documents.c.organisation, filters.organisation), (documents.c.body, filters.body)):
        if words:
            where.append(holds(column, words))
    if filters.region:
        where.append(documents.c.organisation.in_(filters.region.organisations))
    first = Days.parse(filters.since).first.isoformat() if filters.since else ""
    last = Days.parse(filters.until).last.isoformat() if filters.until else "~"
    if first > last:
        raise NotFoundError(f"No day is both since {filters.since} and until {filters.until}; swap them")
    if filters.since:  # "~" sorts after "-" and all digits: "2023-05~" is the end of that month
        where.append(documents.c.date + "~" >= first)
    if filters.until:
        where.append(documents.c.date <= last)
    if filters.documents:
        where.append(documents.c.id.in_(filters.documents))
    return where


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
