"""What people say of records that were extracted, put on top of each extraction anew.

A correction finds its record by id. Where a later program gives other ids, it is the record of the same kind and words:
at the same place, or else the nearest where they stand now.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar
from uuid import uuid4

from pydantic import JsonValue, ValidationError

from index.catalogue.shaping import RECORDS
from minutes.errors import QueryError
from minutes.found import Correction, RecordKind
from minutes.model import AgendaItem, Citation, Document, Extracted, Minutes, content_id

R = TypeVar("R", bound=Extracted)

WORDS: dict[RecordKind, str] = {"item": "title", "decision": "text", "action": "text", "metric": "text"}  # cited ones
FIELDS: dict[RecordKind, tuple[str, ...]] = {  # that a person may give
    "item": ("number", "title"),
    "decision": ("text", "outcome", "mover", "seconder", "votes", "delegated_to"),
    "action": ("text", "owner", "due", "due_date", "tier", "status"),
    "metric": ("text", "value", "unit", "name", "period", "place", "role", "table"),
}
BY_HAND = "by hand"  # the rule of a record that a person added
PREFIX: dict[RecordKind, str] = {"item": "item", "decision": "dec", "action": "act", "metric": "met"}  # of ids
FREE: dict[RecordKind, dict[str, Any]] = {  # fields of a record that no rule found
    "item": {"number": None, "end": 0},
    "decision": {"item_id": None},
    "action": {"item_id": None, "tier": "implicit"},
    "metric": {"item_id": None, "unit": None, "name": None},
}


@dataclass(frozen=True)
class Applied:
    """The records of a document after corrections, and the ids of those whose words do not stand in it any more."""

    minutes: Minutes
    lost: frozenset[str]


def changed(document: Document, record: Extracted, fields: Mapping[str, Any], *, who: str, why: str) -> Correction:
    """The correction of a record's fields.

    Raises:
        QueryError: if a field makes no sense, or words do not stand in the document.
    """
    kind, near = kind_of(record), record.citation.start
    given, _ = _checked(document, kind, record.model_dump() | {"citation": record.citation}, fields, near)
    return _told("changed", kind, record.citation, who, why, record=record, record_id=record.id, fields=given)


def wrong(record: Extracted, *, who: str, why: str) -> Correction:
    """The correction that a record is none."""
    return _told("wrong", kind_of(record), record.citation, who, why, record=record, record_id=record.id)


def added(
    document: Document, kind: RecordKind, fields: Mapping[str, Any], *, near: int, who: str, why: str
) -> Correction:
    """The correction that a record is missing.

    Raises:
        QueryError: if a field makes no sense, or the words do not stand in the document.
    """
    if not fields.get(WORDS[kind]):
        raise QueryError("The words are missing; copy them from the document")
    given, citation = _checked(document, kind, {"id": "", "rule": BY_HAND, **FREE[kind]}, fields, near)
    record_id = content_id(PREFIX[kind], document.id, uuid4())
    return _told("added", kind, citation, who, why, record_id=record_id, fields=given)


def withdrawn(correction: Correction, *, who: str) -> Correction:
    """The same, taken back."""
    return correction.model_copy(update={"withdrawn_by": who, "withdrawn_at": _now()})


def trusted(minutes: Minutes) -> Minutes:
    """The records less those of low trust."""
    by_kind = {f"{kind}s": tuple(r for r in getattr(minutes, f"{kind}s") if r.trust != "low") for kind in RECORDS}
    return minutes.model_copy(update=by_kind)


def kind_of(record: Extracted) -> RecordKind:
    return next(kind for kind, of in RECORDS.items() if isinstance(record, of))


def _told(
    did: Literal["wrong", "changed", "added"], kind: RecordKind, place: Citation, who: str, why: str, **more: Any
) -> Correction:
    if not why.strip():
        raise QueryError("Nobody will know why this was corrected; say why in a few words")
    return Correction(
        id=content_id("cor", uuid4()), did=did, kind=kind, who=who, why=why.strip(), at=_now(),
        sha256=place.sha256, start=place.start, end=place.end, quote=place.quote, **more,
    )  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _checked(
    document: Document, kind: RecordKind, base: Mapping[str, Any], fields: Mapping[str, Any], near: int
) -> tuple[dict[str, JsonValue], Citation]:
    """The fields as they are kept, the words among them as they stand in the document, and where that is."""
    if unknown := sorted(set(fields) - set(FIELDS[kind])):
        raise QueryError(f"{', '.join(unknown)}: {kind}s have none; give {', '.join(FIELDS[kind])}")
    place: Citation | None = base.get("citation")
    given = dict(fields)
    if words := given.get(WORDS[kind]):
        place = found(document, str(words), near=near)
        given[WORDS[kind]] = place.quote if place else None
    if place is None:
        raise QueryError("These words do not stand in the document; copy them from it, all of them in one piece")
    record = made(kind, {**base, **given, "citation": place})
    return record.model_dump(mode="json", include=set(given)), place


def apply(document: Document, minutes: Minutes, corrections: Iterable[Correction]) -> Applied:
    """The minutes as extracted, with these corrections in the order in which they were made."""
    held: dict[RecordKind, list[Extracted]] = {kind: list(getattr(minutes, f"{kind}s")) for kind in RECORDS}
    lost = set()
    for each in corrections:
        if not _put(document, minutes, held[each.kind], each):
            lost.add(each.id)
    items = [item for item in held["item"] if isinstance(item, AgendaItem)]
    if {item.id for item in items} != {item.id for item in minutes.items}:
        held = _assigned(document, minutes, items, held)
    by_kind = {f"{kind}s": tuple(sorted(found, key=_place)) for kind, found in held.items()}
    return Applied(minutes.model_copy(update=by_kind), frozenset(lost))


def meant(records: Sequence[R], correction: Correction) -> R | None:
    """The record that a correction is about, among those of its kind."""
    place, quote = (correction.start, correction.end), correction.quote.split()
    tests: tuple[Callable[[R], bool], ...] = (
        lambda record: record.id == correction.record_id,
        lambda record: (record.citation.start, record.citation.end) == place and _alike(record, correction),
        lambda record: record.citation.quote.split() == quote and _alike(record, correction),
    )
    for test in tests:
        if found := [record for record in records if test(record)]:
            return min(found, key=lambda record: abs(record.citation.start - correction.start))
    return None


def found(document: Document, words: str, *, near: int = 0) -> Citation | None:
    """Where words stand in a document: nearest to an offset, if several times; null where they do not."""
    from index.quotes import locate  # brings in rapidfuzz, which a search need not wait for

    place = locate(document, words)
    if place.verdict not in ("exact", "form"):
        return None
    return min(place.places, key=lambda citation: abs(citation.start - near))


def made(kind: RecordKind, fields: Mapping[str, Any]) -> Extracted:
    """A record of these fields, once they are known to be right.

    Raises:
        QueryError: if a field is missing or its value makes no sense.
    """
    try:
        return RECORDS[kind].model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else kind
        raise QueryError(f"{field}: {first['msg'].lower()}; give another value") from error


def _put(document: Document, minutes: Minutes, held: list[Extracted], each: Correction) -> bool:
    """Correct the records of one kind; whether that was possible."""
    record = meant(held, each)
    if each.did == "wrong":
        if record:
            held.remove(record)
        return True
    base = record or each.record
    words = each.fields.get(WORDS[each.kind]) or each.quote
    moved = record is None or words != each.quote
    citation = found(document, str(words), near=each.start) if moved or base is None else base.citation
    if citation is None:
        return False
    fields = (base.model_dump() if base else {"rule": BY_HAND, **FREE[each.kind]}) | each.fields
    fields |= {
        "id": base.id if base else each.record_id,
        "citation": citation,
        "exempt": any(part.start <= citation.start < part.end for part in minutes.exempt),
        "trust": "high",
        "corrected": each.did if record is None else record.corrected or each.did,
    }
    if WORDS[each.kind] in each.fields:
        fields[WORDS[each.kind]] = citation.quote
    if moved and each.kind != "item":
        item = minutes.item_at(citation.start)
        fields["item_id"] = item.id if item else None
    if record:
        held.remove(record)
    held.append(made(each.kind, fields))
    return True


def _alike(record: Extracted, correction: Correction) -> bool:
    """Whether records of the same words are one: a sentence may hold several figures."""
    value = getattr(correction.record, "value", correction.fields.get("value"))
    return getattr(record, "value", None) == (tuple(value) if isinstance(value, list) else value)


def _place(record: Extracted) -> tuple[int, int]:
    return record.citation.start, -record.citation.end


def _assigned(
    document: Document, minutes: Minutes, items: list[AgendaItem], held: dict[RecordKind, list[Extracted]]
) -> dict[RecordKind, list[Extracted]]:
    """The records under the items as they are now.

    An item that was added, or that is followed by one that is gone, reaches to the next.
    """
    here = {item.id for item in items}
    gone = {item.citation.start for item in minutes.items if item.id not in here}
    ends = {item.id: item.end for item in minutes.items if item.end not in gone}
    items = sorted(items, key=_place)
    starts = [*(item.citation.start for item in items[1:]), len(document.text)]
    items = [
        item.model_copy(update={"end": ends.get(item.id, following)})
        for item, following in zip(items, starts, strict=True)
    ]
    items = [i if i.parent_id in here else i.model_copy(update={"parent_id": None}) for i in items]
    now = minutes.model_copy(update={"items": tuple(items)})
    new = here - {item.id for item in minutes.items}
    assigned: dict[RecordKind, list[Extracted]] = {"item": list(items)}
    for kind in ("decision", "action", "metric"):
        assigned[kind] = []
        for record in held[kind]:
            item = now.item_at(record.citation.start)
            stays = getattr(record, "item_id", None) in here and not (item and item.id in new)
            assigned[kind].append(record if stays else record.model_copy(update={"item_id": item.id if item else None}))
    return assigned
