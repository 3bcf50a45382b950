"""What is exported: the documents and records that the filters let through."""

import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from answers.telling import address
from minutes.found import Filters, Listed, RecordKind
from minutes.model import Document, DocumentInfo, Extracted, Minutes

if TYPE_CHECKING:
    from library import Library

KINDS: tuple[RecordKind, ...] = ("item", "decision", "action", "metric")
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:minutebook")


class Exported(NamedTuple):
    """Files by their names, which may lead into folders, how many of what is in them, and what was left out."""

    files: dict[str, bytes]
    counts: dict[str, int]
    left: tuple[str, ...] = ()


class Published(NamedTuple):
    """Where a document was published and under which licence, as the manifest of its corpus says."""

    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True)
class Holdings:
    """Part of a library. `published` is by the SHA-256 of files, `site` the address of the web pages, if known."""

    library: "Library"
    filters: Filters = field(default_factory=Filters)
    published: Mapping[str, Published] = field(default_factory=dict)
    site: str = ""

    def documents(self) -> Iterator[tuple[Document, Minutes]]:
        """Each document with its records, by organisation, body and date."""
        for held in self.library.documents(filters=self.filters):
            if held.document:
                document, minutes = self.library.document(held.document.id)
                yield document, shown(minutes, self.filters)

    def records(self, kind: RecordKind | Literal["promise"]) -> list[Listed]:
        """The records of a kind with what became of them, by date and place in their document."""
        if kind == "promise":
            found = self.library.listed(self.library.register("promise", filters=self.filters))
        else:
            found = self.library.follow(self.library.records(kind, filters=self.filters))
        return sorted(found, key=_place)

    @cached_property
    def items(self) -> frozenset[str]:
        """The ids of the items that are exported, which others may refer to."""
        return frozenset(each.record.id for each in self.library.records("item", filters=self.filters))

    def of(self, document: DocumentInfo) -> Published:
        return self.published.get(document.sha256, Published())

    def source(self, document: DocumentInfo) -> str:
        """The address of a document's file, or where that is not known the name of its content (RFC 6920)."""
        digest = urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
        return self.of(document).url or f"ni:///sha-256;{digest}"

    def link(self, listed: Listed) -> str | None:
        """Where a record's words can be looked at: on their page, or in the file that was published."""
        record = listed.record
        if self.site:
            return self.site + address(record.citation, record.exempt)
        return self.of(listed.document).url


def shown(minutes: Minutes, filters: Filters) -> Minutes:
    """The same with the records that the filters let through."""

    def let_through(records: Sequence[Extracted]) -> tuple[Extracted, ...]:
        return tuple(
            each for each in records if (filters.exempt or not each.exempt) and (filters.all or each.trust != "low")
        )

    return minutes.model_copy(update={f"{kind}s": let_through(getattr(minutes, f"{kind}s")) for kind in KINDS})


def file_name(document: DocumentInfo) -> str:
    """The name of a document's file, without the folders of the machine that read it."""
    return Path(document.path).name


def urn(name: str) -> str:
    """An IRI for a thing of this id that is the same in every export."""
    return uuid.uuid5(NAMESPACE, name).urn


def _place(listed: Listed) -> tuple[str, str, int, str]:
    record = listed.record
    return listed.meeting.date or "", listed.document.id, record.citation.start, record.id
