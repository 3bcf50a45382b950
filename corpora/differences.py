"""What is different between two corpora: their documents, the records of these, and what made them."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from corpora.manifest import Entry, Frozen, Manifest
from minutes.found import FieldChange
from minutes.model import Record


class Difference(Record):
    """What one corpus has and the other has not, or has otherwise; `fields` says what of a `changed` one.

    `name` is that of what made the records (`version`) or of a body, or the path of a document.
    """

    what: Literal["version", "body", "document"]
    change: Literal["added", "gone", "changed"]
    name: str
    fields: tuple[FieldChange, ...] = ()


def differences(old: Manifest, new: Manifest, *, bodies: bool = True) -> Iterator[Difference]:
    """What leads from one corpus to the other: versions, `bodies` if wanted, then documents in their order.

    A document is the same one if it has the same SHA-256, or else the same path. Of records, only what both tell is
    compared.
    """
    if old.frozen and new.frozen:
        yield from _of_versions(old.frozen, new.frozen)
    if bodies:
        yield from _of_bodies(old, new)
    yield from _of_documents(list(old.documents), list(new.documents))


def _of_versions(old: Frozen, new: Frozen) -> Iterator[Difference]:
    before, after = _flat(old), _flat(new)
    for each in _changed(before, after):
        yield Difference(what="version", change="changed", name=each.field, fields=(each,))


def _flat(frozen: Frozen) -> dict[str, str | None]:
    said = frozen.model_dump()
    return {**said.pop("tools"), **said}


def _of_bodies(old: Manifest, new: Manifest) -> Iterator[Difference]:
    before, after = ({each.name: each.model_dump(mode="json", exclude={"documents"}) for each in one.bodies}
                     for one in (old, new))  # fmt: skip
    for name in dict.fromkeys([*before, *after]):
        if name not in after:
            yield Difference(what="body", change="gone", name=name)
        elif name not in before:
            yield Difference(what="body", change="added", name=name)
        elif fields := _changed(before[name], after[name]):
            yield Difference(what="body", change="changed", name=name, fields=fields)


def _of_documents(old: list[Entry], new: list[Entry]) -> Iterator[Difference]:
    pairs = _paired(old, new)
    for entry in old:
        if entry.path not in pairs:
            yield Difference(what="document", change="gone", name=entry.path)
        elif fields := _changed(*_comparable(entry, pairs[entry.path])):
            yield Difference(what="document", change="changed", name=entry.path, fields=fields)
    met = {entry.path for entry in pairs.values()}
    for entry in new:
        if entry.path not in met:
            yield Difference(what="document", change="added", name=entry.path)


def _paired(old: Iterable[Entry], new: Iterable[Entry]) -> dict[str, Entry]:
    """For each path of the old corpus the document of the new one that it is, by content first and then by path."""
    by_content = {entry.sha256: entry for entry in new if entry.sha256}
    pairs = {entry.path: by_content[entry.sha256] for entry in old if entry.sha256 in by_content}
    met = {entry.path for entry in pairs.values()}
    by_path = {entry.path: entry for entry in new if entry.path not in met}
    return pairs | {
        entry.path: by_path[entry.path] for entry in old if entry.path not in pairs and entry.path in by_path
    }


def _comparable(old: Entry, new: Entry) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """Where a document is, what it holds and its records, as far as both tell; what only one tells is no difference."""
    told = [{"path": each.path, "sha256": each.sha256, "url": each.url, **(each.records or {})} for each in (old, new)]
    both = [key for key in told[0] if told[0][key] is not None and told[1].get(key) is not None]
    return {key: told[0][key] for key in both}, {key: told[1][key] for key in both}


def _changed(old: dict[str, Any], new: dict[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(field=key, old=_text(old.get(key)), new=_text(new.get(key)))
        for key in dict.fromkeys([*old, *new])
        if old.get(key) != new.get(key)
    )


def _text(value: Any) -> str | None:
    return value if value is None else str(value)
