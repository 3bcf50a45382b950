"""Minutes that are held twice: the same file saved again, or a draft that hardly differs from what was confirmed.

Registers and counts of meetings have one of them, so that what was decided once is not told twice.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from index.catalogue import conditions, shaping
from index.catalogue.schema import bands, documents, passages, records
from index.catalogue.store import Store, parts
from minutes.found import Filters
from minutes.model import DocumentInfo, content_id

RANKS = {"confirmed": 0, None: 1, "draft": 2}
Pair = tuple[DocumentInfo, DocumentInfo]
Signed = list[set[int]]  # the bands of each passage


class Copies(Store):
    """The part of the catalogue that knows of minutes that are held twice."""

    def copies(self, filters: Filters) -> list[Pair]:
        """The minutes that the filters let through and registers leave out, each with those that stand for them."""
        with self._ask() as connection:
            held = self._copies(connection, filters)
            info = select(documents.c.id, documents.c.info).where(documents.c.id.in_([*held, *held.values()]))
            let = select(documents.c.id).where(documents.c.id.in_(held), *conditions.of_documents(filters))
            infos = {row.id: shaping.info_of(row.info) for row in connection.execute(info)} if held else {}
            through = sorted(connection.scalars(let)) if held else []
        return [(infos[id_], infos[held[id_]]) for id_ in through]

    def _copies(self, connection: Connection, filters: Filters) -> Mapping[str, str]:
        """The ids of such minutes, each with the id of those that stand for them; none where documents are named."""
        if filters.documents:
            return {}
        held: dict[str, str] = self._keep(connection, "copies", lambda: _copies(connection))
        return held

    def _once(self, connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
        """Conditions that leave out documents of which others stand in the registers."""
        return [documents.c.id.not_in(part) for part in parts(sorted(self._copies(connection, filters)))]


def _copies(connection: Connection) -> dict[str, str]:
    place = (documents.c.organisation, documents.c.body, documents.c.date)
    minuted = (documents.c.kind == "minutes", documents.c.date.is_not(None))
    several = select(*place).where(*minuted).group_by(*place).having(func.count() > 1).subquery()
    same = and_(*(column.is_not_distinct_from(several.c[column.key]) for column in place))
    query = select(documents.c.id, documents.c.path, *shaping.MEETING, documents.c.date).join(several, same)
    rows = sorted(connection.execute(query.where(*minuted)), key=_meeting)
    said = _said(connection, [row.id for row in rows])
    found: dict[str, str] = {}
    for _, group in groupby(rows, key=_meeting):
        best = sorted(group, key=lambda row: (RANKS[shaping.meeting_of(row).status], row.path))
        found |= _within(connection, [row.id for row in best], said)
    return found


def _within(connection: Connection, best: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """Of the minutes of one meeting, the best first, those of which others stand in the registers, and which."""
    found: dict[str, str] = {}
    kept: list[str] = []
    signed: dict[str, Signed] = {}
    for id_ in best:
        original = next((other for other in kept if id_ in said and said.get(other) == said[id_]), None)
        if original is None and kept:
            signed = signed or _signed(connection, best)
            original = next((other for other in kept if _alike(signed[id_], signed[other])), None)
        if original is None:
            kept.append(id_)
        else:
            found[id_] = original
    return found


def _meeting(row: Any) -> tuple[str, str, str]:
    return row.organisation or "", row.body or "", row.date


def _said(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What was taken from each document, but for figures, as one number; of those with a decision or an action."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    telling: set[str] = set()
    query = select(records.c.document_id, records.c.kind, records.c.text).where(records.c.kind != "metric")
    query = query.order_by(records.c.kind, records.c.position)
    for part in parts(ids):
        for id_, kind, text in connection.execute(query.where(records.c.document_id.in_(part))):
            texts[id_].append(" ".join((kind, *text.casefold().split())))
            telling |= {id_} if kind != "item" else set()
    return {id_: content_id("said", *texts[id_]) for id_ in telling}


def _signed(connection: Connection, ids: Sequence[str]) -> dict[str, Signed]:
    """The signature of each passage that is long enough to have one, by document."""
    found: dict[str, defaultdict[int, set[int]]] = {id_: defaultdict(set) for id_ in ids}
    query = select(passages.c.document_id, bands.c.passage, bands.c.band).select_from(passages.join(bands))
    for id_, passage, band in connection.execute(query.where(passages.c.document_id.in_(ids))):
        found[id_][passage].add(band)
    return {id_: list(own.values()) for id_, own in found.items()}


def _alike(one: Signed, other: Signed) -> bool:
    """Whether nearly all of each stands in the other."""
    return all(
        len(mine) >= shaping.FEWEST
        and sum(len(passage & all_theirs) >= shaping.SHARED for passage in mine) >= shaping.VERSION_SHARED * len(mine)
        for mine, theirs in ((one, other), (other, one))
        for all_theirs in [set().union(*theirs)]
    )
