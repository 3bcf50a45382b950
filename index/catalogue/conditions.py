"""What filters mean to the database: conditions and queries over documents, records and passages."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.sql.functions import FunctionElement

from index.abbreviations import FEWEST, initials, of_initials
from index.catalogue.schema import abbreviations, documents, passage_records, passages, records, vectors
from minutes.dates import Days
from minutes.errors import NotFoundError
from minutes.found import Filters, RecordKind

DAYS_NOTED = "dates? of (the )?(future|next|forthcoming|coming) meetings?"


class holds(FunctionElement[bool]):  # noqa: N801 (used like a function)
    """Whether a column of `WORDED` holds words next to each other, in any of their forms, as search finds them.

    `sqlite` and `postgres` each have their own way to say it.
    """

    type = Boolean()
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any], words: str) -> None:
        super().__init__(column, re.sub(r'["\x00]', " ", words))

    def self_group(self, against: Any = None) -> "holds":
        """As it is: with "= 1" after it, which SQLAlchemy would add, SQLite uses no index."""
        return self


def of_documents(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on documents. Some words of organisation and body will do; a date to the month covers all of it.

    An organisation or body is the same by its name and by the short form that its documents explain, or its initials.
    """
    where: list[ColumnElement[bool]] = []
    if filters.organisation:
        where.append(_called(documents.c.organisation, filters.organisation))
    if filters.body:
        where.append(_called(documents.c.body, filters.body))
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


def _called(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return or_(holds(column, name), *_also_called(column.key or "", name))


def _also_called(field: str, name: str) -> Iterator[ColumnElement[bool]]:
    """Conditions on documents whose organisation or body is called otherwise there, by initials or in full.

    Either its own documents explain the one as the other, or one is the initials of the other, and of no third.
    """
    own, said = documents.alias("own"), name.casefold()
    called, theirs = func.lower(documents.c[field]), func.lower(own.c[field])
    short, long = func.lower(abbreviations.c.short), func.lower(abbreviations.c.long)
    pairs = abbreviations.join(own, own.c.id == abbreviations.c.document_id)
    explained = or_(theirs == short, theirs == long)
    yield called.in_(
        select(short).select_from(pairs).where(explained, (" " + long + " ").contains(f" {said} ", autoescape=True))
    )
    yield called.in_(select(long).select_from(pairs).where(explained, short == said))
    letters = initials(name) or (said if said.isalpha() and len(said) >= FEWEST else None)
    if letters:
        alone = func.count(theirs.distinct()) == 1
        only = select(func.min(theirs)).where(theirs.regexp_match(of_initials(letters))).having(alone).scalar_subquery()
        yield and_(called == letters, only == said) if letters != said else called == only


def of_records(filters: Filters) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if filters.outcome:
        where.append(records.c.outcome == filters.outcome)
    if filters.owner:
        where.append(holds(records.c.owner, filters.owner))
    if filters.mover:
        where.append(or_(holds(records.c.mover, filters.mover), records.c.id.in_(filters.moved)))
    return where


def of_register(kinds: Collection[RecordKind], words: Sequence[str], filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on the records of a register, of whatever trust."""
    where = [records.c.kind.in_(kinds), *of_documents(filters), *of_records(filters)]
    where += [] if filters.exempt else [~records.c.exempt]
    where += [~_formal()] if filters.no_formal else []
    return where + [or_(holds(records.c.text, word), records.c.item_id.in_(_titled(word))) for word in words]


def _formal() -> ColumnElement[bool]:
    """Whether a record is formal business: an item that is boilerplate, what stands under one, or days noted.

    Those may be noted under any item, among others "Notice of meetings, and of visits".
    """
    item = func.coalesce(records.c.item_id, records.c.id)
    under = exists().where(passages.c.item_id == item, passages.c.boilerplate).correlate(records)
    noted = and_(func.coalesce(records.c.outcome, "") == "noted", func.lower(records.c.text).regexp_match(DAYS_NOTED))
    return or_(under, noted)


def _titled(words: str) -> Select[Any]:
    """The ids of the items with these words in their titles."""
    return select(records.c.id).where(records.c.kind == "item", holds(records.c.text, words)).correlate(None)


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
