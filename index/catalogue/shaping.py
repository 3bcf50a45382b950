"""Rows of the catalogue as the records that everybody else knows."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, select

from index.catalogue.schema import documents, records
from minutes.errors import NotFoundError, QueryError
from minutes.found import Filters, Hit, Ingested, Listed, RecordKind, Twin, Version
from minutes.model import (
    Action,
    AgendaItem,
    Block,
    Citation,
    Decision,
    DocumentInfo,
    Exempt,
    Extracted,
    Meeting,
    Metric,
    Outcome,
    Receipt,
)

RECORDS: dict[RecordKind, type[Extracted]] = {
    "item": AgendaItem,
    "decision": Decision,
    "action": Action,
    "metric": Metric,
}
BLOCKS = TypeAdapter(tuple[Block, ...])
EXEMPT = TypeAdapter(tuple[Exempt, ...])
SHARED = 3  # bands that two passages share which say the same; by chance two that are half as alike share fewer
VERSION_SHARED = 0.8  # of the shorter one's passages, that are in both: then it is the same paper
MEETING_SHARED = 0.25  # the same of two documents that seem to be minutes of the same meeting
FEWEST = 2  # passages that a paper has which is looked for in others
MANY = 128  # records by their JSON: the same documents and items are found again and again, and none is ever changed

info_of = lru_cache(MANY)(DocumentInfo.model_validate_json)
MEETING = (documents.c.meeting, documents.c.organisation, documents.c.body)  # what `meeting_of` needs of a row
_item = lru_cache(MANY)(AgendaItem.model_validate_json)


def meeting_of(row: Any) -> Meeting:
    """A document's meeting, of the organisation and body by the names that the library knows them by."""
    return _meeting(row.meeting, row.organisation, row.body)


@lru_cache(MANY)
def _meeting(held: str, organisation: str | None, body: str | None) -> Meeting:
    return Meeting.model_validate_json(held).model_copy(update={"organisation": organisation, "body": body})


def register() -> Select[Any]:
    """A query for records with what `listed_of` shows beside them."""
    item = records.alias("item")
    query = select(records.c.kind, records.c.record, documents.c.info, *MEETING, item.c.record.label("item"))
    return query.select_from(records.join(documents).outerjoin(item, item.c.id == records.c.item_id))


def listed_of(row: Row[Any]) -> Listed:
    return Listed(
        document=info_of(row.info),
        meeting=meeting_of(row),
        item=item_of(row.item),
        record=RECORDS[row.kind].model_validate_json(row.record),
    )


def version_of(row: Row[Any], this: Row[Any], common: int, sizes: Mapping[str, int]) -> Version | None:
    """What a document is to another with which it has so many passages in common, if it is a version of it."""
    info, meeting = info_of(row.info), meeting_of(row)
    size, own = sizes.get(row.id, 0), sizes.get(this.id, 0)
    shared = min(1.0, common / max(1, min(size, own)))
    place = ("kind", "organisation", "body", "date")
    relation: Any = None
    alike = shared >= MEETING_SHARED or min(size, own) < FEWEST  # dates are misread now and then
    if alike and row.kind == "minutes" and all(getattr(row, n) and getattr(row, n) == getattr(this, n) for n in place):
        relation = meeting.status or "minutes"
    elif shared >= VERSION_SHARED and min(size, own) >= FEWEST:
        relation = "copy" if min(size, own) >= VERSION_SHARED * max(size, own) else "part" if size < own else "contains"
    return relation and Version(relation=relation, document=info, meeting=meeting, shared=round(shared, 3))


def nearness(version: Version) -> tuple[bool, float, str]:
    return version.relation in ("copy", "contains", "part"), -version.shared, version.document.id


def hit_of(
    row: Row[Any], rank: int, score: float, filters: Filters, outcomes: tuple[Outcome, ...], also: tuple[Twin, ...]
) -> Hit:
    passage = Citation.model_validate_json(row.citation)
    alone = filters.of_passages or not row.around
    cited = passage if alone else Citation.model_validate_json(row.around)
    stem = row.text.removesuffix(passage.quote).strip()
    return Hit(
        rank=rank,
        score=score,
        kind=filters.kind or row.kind,
        text=row.text if alone else cited.quote if stem in cited.quote else f"{stem} … {cited.quote}",
        document=info_of(row.info),
        meeting=meeting_of(row),
        item=item_of(row.item),
        citation=cited,
        passage=passage,
        outcomes=outcomes,
        exempt=row.exempt,
        also=also,
    )


def blanked(held: str, exempt: str) -> str:
    """A text with spaces in place of what is exempt, so that all else stands where it stood."""
    for part in EXEMPT.validate_json(exempt) if exempt != "[]" else ():
        held = held[: part.start] + re.sub(r"[^\n]", " ", held[part.start : part.end]) + held[part.end :]
    return held


def item_of(record: str | None) -> dict[str, str | None] | None:
    if record is None:
        return None
    item = _item(record)
    return {"number": item.number, "title": item.title}


def ingested_of(row: Row[Any], outcome: Any = "unchanged") -> Ingested:
    info = info_of(row.info)
    return Ingested(
        path=info.path,
        outcome=outcome,
        document=info,
        meeting=meeting_of(row),
        counts=json.loads(row.counts),
        receipt=Receipt.model_validate_json(row.receipt),
    )


def only(connection: Connection, table: Any, wanted: str, name: str, command: str) -> Row[Any]:
    """The one row whose id is or begins with `wanted`.

    Raises:
        NotFoundError: if there is none.
        QueryError: if there is more than one.
    """
    query = select(table).where(table.c.id.startswith(wanted, autoescape=True)).order_by(table.c.id).limit(2)
    rows = connection.execute(query).all() if wanted else []
    if rows and (len(rows) == 1 or rows[0].id == wanted):
        return rows[0]
    if rows:
        raise QueryError(f"More than one {name} id begins with {wanted}; give more of it")
    raise NotFoundError(f"There is no {name} {wanted}; see: {command}")
