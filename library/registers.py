"""Registers: which records a list has, what became of them, what belongs together, and why each was extracted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Literal

from index.catalogue import Catalogue
from index.corrections import BY_HAND
from index.followed import Following
from index.people import bare, in_organisations, stem
from minutes.errors import QueryError
from minutes.found import Filters, Listed, Person, RecordKind, Sort, Status, Threaded, Why, stands


def register(
    catalogue: Catalogue,
    following: Following,
    kind: RecordKind | Literal["promise"],
    words: Sequence[str],
    *,
    filters: Filters,
    sort: Sort,
    backwards: bool,
    status: Status | None,
) -> list[str]:
    """The ids of records that hold all words, sorted; with a status, of those that stand so today."""
    kinds: tuple[RecordKind, ...] = ("action", "decision") if kind == "promise" else (kind,)
    ids = catalogue.record_ids(kinds, words, meaning(catalogue, filters), sort, backwards=backwards)
    if kind == "promise":
        promises = following.promises()
        ids = [id_ for id_ in ids if id_ in promises]
    if status is None:
        return ids
    became = dict(chain.from_iterable(following.outcomes(each, date.today()).items() for each in kinds))
    return [id_ for id_ in ids if id_ in became and stands(became[id_].fate, became[id_].late, status)]


def thread(catalogue: Catalogue, following: Following, item: Listed, others: Mapping[str, str]) -> list[Threaded]:
    """An item and the `others` of its thread, of which is told why they are, by date, each with its records."""
    why = {item.record.id: None, **others}
    said: defaultdict[str | None, list[Listed]] = defaultdict(list)
    for each in following.followed(catalogue.under(list(why)), date.today()):
        said[getattr(each.record, "item_id", None)].append(each)
    held = sorted(catalogue.listed(list(why)), key=lambda each: each.meeting.date or "")
    return [Threaded(item=each, why=why[each.record.id], records=tuple(said[each.record.id])) for each in held]


def person(catalogue: Catalogue, following: Following, name: str, organisation: str | None) -> list[Person]:
    """What is said of a person, in one organisation or in each whose documents have the name."""
    return [
        each.model_copy(update={"owned": tuple(following.followed(each.owned, date.today()))})
        for each in _people(catalogue, name)
        if organisation in (None, each.organisation)
    ]


def _people(catalogue: Catalogue, name: str) -> list[Person]:
    letters = stem(name)
    return in_organisations(name, catalogue.attended(letters), catalogue.naming_people(letters)) if letters else []


def meaning(catalogue: Catalogue, filters: Filters) -> Filters:
    """The same filters with what the mover is known to have moved by another name, "Mr T. Keld" for "Tom Keld"."""
    if not filters.mover or len(bare(filters.mover)) < 2:
        return filters
    moved = (each.record.id for who in _people(catalogue, filters.mover) for each in who.moved)
    return replace(filters, moved=tuple(moved))


def why(catalogue: Catalogue, record_id: str) -> Why:
    """Why a record was extracted.

    Raises:
        QueryError: if there is no such record, or this program would not extract it.
    """
    from extract import Profile  # spaCy takes a second to import, which a search need not wait for
    from extract.why import why as reason

    listed = catalogue.record(record_id)
    if listed.record.rule == BY_HAND:
        said = next(
            each for each in catalogue.corrections(listed.document.sha256) if each.record_id == listed.record.id
        )
        raise QueryError(f"{listed.record.id}: {said.who} added this record by hand: {said.why}; no rule found it")
    document, _ = catalogue.document(listed.document.id)
    profile = Profile.model_validate_json(catalogue.profile(document.id))
    if told := reason(listed, document, profile):
        return told
    raise QueryError(
        f"{listed.record.id}: Minutebook has changed since it read this file and does not extract this record any "
        f"more; run: minutebook ingest {listed.document.path}"
    )
