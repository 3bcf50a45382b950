"""What stands beside a passage and what is on it, for timelines, related records and topics."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import (
    and_,
    null,
    or_,
    select,
    union,
)

from index.catalogue import conditions, shaping
from index.catalogue.copies import Copies
from index.catalogue.schema import (
    attendance,
    documents,
    passage_records,
    passages,
    records,
)
from index.catalogue.store import (
    ITEM,
    parts,
)
from minutes.found import Filters, Listed, Step
from minutes.model import Citation

Group = tuple[str | None, str | None, str]  # organisation, body, year

HOLDING = passages.join(passage_records).join(records)  # passages with the records in them


@dataclass(frozen=True)
class Talk:
    """A stretch of text under one item; `number` is that of the passage, null for the title of the item."""

    group: Group
    item: str  # id, or that of a document without items
    number: int | None
    text: str
    asked: bool = True  # whether the filters let it through


class Across(Copies):
    """The part of the catalogue that looks across meetings."""

    def beside(self, ids: Sequence[str], filters: Filters) -> list[Step]:
        """The other passages in the contexts of these."""
        these = select(passages.c.context).where(passages.c.id.in_(ids))
        columns = (passages.c.citation, documents.c.info, *shaping.MEETING, ITEM.c.record.label("item"))
        query = conditions.filtered(filters, *columns).outerjoin(ITEM, ITEM.c.id == passages.c.item_id)
        with self._read() as connection:
            rows = connection.execute(query.where(passages.c.context.in_(these), passages.c.id.not_in(ids)))
            return [
                Step(
                    kind="paragraph",
                    document=shaping.info_of(row.info),
                    meeting=shaping.meeting_of(row),
                    item=shaping.item_of(row.item),
                    citation=Citation.model_validate_json(row.citation),
                )
                for row in rows
            ]

    def records_on(self, ids: Sequence[str], filters: Filters) -> list[Listed]:
        """The decisions, actions and metrics in these passages, and all decisions and actions of their items."""
        spoken = select(passages.c.number, passages.c.item_id).where(passages.c.id.in_(ids)).subquery()
        inside = select(passage_records.c.record_id).where(passage_records.c.passage.in_(select(spoken.c.number)))
        came_to = and_(records.c.item_id.in_(select(spoken.c.item_id)), records.c.kind.in_(("decision", "action")))
        query = shaping.register()
        where = [
            *conditions.of_documents(filters),
            *conditions.of_records(filters),
            *conditions.trusted(filters),
            or_(records.c.id.in_(inside), came_to),
        ]
        where += [] if filters.exempt else [~records.c.exempt]
        with self._ask() as connection:
            where += self._once(connection, filters)
            return [shaping.listed_of(row) for row in connection.execute(query.where(*where))]

    def records_in(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The records in these passages, by number."""
        query = (
            select(passage_records.c.passage, passage_records.c.record_id)
            .where(passage_records.c.passage.in_(numbers))
            .order_by(passage_records.c.passage, passage_records.c.position)
        )
        with self._read() as connection:
            rows = connection.execute(query).all()
        return {number: tuple(row.record_id for row in same) for number, same in groupby(rows, key=itemgetter(0))}

    def decided(self, ids: Sequence[str], filters: Filters) -> dict[str, list[str]]:
        """The ids of the decisions in these passages, by the passages' ids."""
        query = (
            select(passages.c.id, records.c.id.label("record"))
            .select_from(HOLDING)
            .where(passages.c.id.in_(ids), records.c.kind == "decision", *conditions.trusted(filters))
        )
        query = query if filters.exempt else query.where(~records.c.exempt)
        with self._read() as connection:
            rows = sorted(connection.execute(query).all())
        return {id_: [row.record for row in same] for id_, same in groupby(rows, key=itemgetter(0))}

    def passages_of(self, record_id: str) -> list[int]:
        """Numbers of the passages that hold a record; of an item, of those that stand under it."""
        held = select(passage_records.c.passage).where(passage_records.c.record_id == record_id)
        under = select(passages.c.number).where(passages.c.item_id == record_id)
        with self._read() as connection:
            return sorted(connection.scalars(union(held, under)))  # for OR, PostgreSQL would go through all passages

    def passages_under(self, item_ids: Sequence[str], filters: Filters) -> dict[int, str]:
        """Numbers of the passages under these items, each with the id of its item."""
        columns = (passages.c.number, passages.c.item_id)
        with self._read() as connection:
            return {
                row.number: row.item_id
                for part in parts(item_ids)
                for row in connection.execute(
                    conditions.filtered(filters, *columns).where(passages.c.item_id.in_(part))
                )
            }

    def texts_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of passages, by number."""
        query = select(passages.c.number, passages.c.text)
        with self._read() as connection:
            return {
                row.number: row.text
                for part in parts(numbers)
                for row in connection.execute(query.where(passages.c.number.in_(part)))
            }

    def talk(self, filters: Filters) -> Iterator[Talk]:
        """What is said in all dated documents, less what is boilerplate, and the titles that it is said under."""
        every, place = Filters(exempt=filters.exempt), (documents.c.organisation, documents.c.body, documents.c.date)
        said = conditions.filtered(
            every, documents.c.id, passages.c.item_id, passages.c.number, passages.c.text, *place
        )
        titles = (
            select(documents.c.id, records.c.id.label("item_id"), null().label("number"), records.c.record, *place)
            .select_from(records.join(documents))
            .where(records.c.kind == "item", *[] if filters.exempt else [~records.c.exempt])
        )
        dated = documents.c.date.is_not(None)
        with self._read() as connection:
            asked = set(connection.scalars(select(documents.c.id).where(*conditions.of_documents(filters))))
            told = said.where(~passages.c.boilerplate).order_by(documents.c.date, documents.c.id, passages.c.number)
            for query in (told, titles):
                for row in connection.execute(query.where(dated)):
                    text = row.text if row.number is not None else json.loads(row.record)["title"]
                    group = (row.organisation, row.body, row.date[:4])
                    yield Talk(group, row.item_id or row.id, row.number, text, row.id in asked)

    def people(self) -> frozenset[str]:
        """The words of the names of all who were there, in small letters."""
        with self._read() as connection:
            names = connection.scalars(select(attendance.c.name).distinct())
            return frozenset(word.casefold() for name in names for word in re.findall(r"[^\W\d_]{2,}", name))
