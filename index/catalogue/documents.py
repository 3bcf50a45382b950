"""Documents with all that came from them: put in, given back, taken out; and what people corrected."""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from cachetools import LRUCache, cachedmethod
from sqlalchemy import (
    Connection,
    Row,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from index import whose
from index.catalogue import conditions, shaping, storing
from index.catalogue.schema import (
    abbreviations,
    attendance,
    contents,
    contexts,
    corrections,
    documents,
    passages,
    records,
)
from index.catalogue.shaping import BLOCKS, EXEMPT, RECORDS
from index.catalogue.store import (
    Store,
    meta_of,
    note,
    parts,
)
from minutes.found import Correction, Filters, Ingested, Passage
from minutes.model import Attendance, Document, DocumentInfo, Meeting, Minutes, Receipt

LAST = 4  # documents that are kept, each some 45 bytes a character


class Documents(Store):
    """The part of the catalogue that holds documents."""

    def __init__(self, where: Path | str, *, create: bool = True) -> None:
        """As `Store`."""
        super().__init__(where, create=create)
        self._last: LRUCache[Hashable, tuple[Document, Minutes]] = LRUCache(LAST)
        self._lock = Lock()

    def settle(self, path: str, sha256: str, program: str) -> Ingested | None:
        """What to say of a file whose content is held already; null where it has to be read.

        It has to be where another program read it (`program` is a fingerprint). Where `path` held something else
        until now, that is taken out: the file no longer exists in that form. Where the content was held under a
        path that is gone or holds something else now, `path` takes its place: the file was moved, or its copy kept.
        """
        with self._read() as connection:
            held = storing.same_content(connection, sha256)
            if held is None or held.program != program:
                return None
            old = connection.scalar(select(documents.c.id).where(documents.c.path == path, documents.c.id != held.id))
        place = storing.place(held, path)
        if old is None and place == held.path:
            return shaping.ingested_of(held)
        with self._write() as connection:
            if old:
                storing.drop(connection, old)
            info = shaping.info_of(held.info).model_copy(update={"path": place}).model_dump_json()
            connection.execute(update(documents).where(documents.c.id == held.id).values(path=place, info=info))
            held = storing.same_content(connection, sha256)
        return shaping.ingested_of(held, "updated" if old else "unchanged") if held else None

    def put(
        self,
        document: Document,
        minutes: Minutes,
        found: Iterable[Passage],
        program: str,
        profile: str = "{}",
        *,
        extracted: Minutes | None = None,
    ) -> Ingested:
        """Hold a document with all that was taken from it, in place of the one of the same path or content.

        The document of the same content changes nothing if the same program read it (`program` is a fingerprint).
        `profile` is JSON, kept to explain the records by; `extracted` is what corrections are put on, if any.
        All of it happens, or nothing.

        Raises:
            InputError: if two records or passages have the same id.
        """
        with self._write() as connection:
            same = storing.same_content(connection, document.sha256)
            if same and same.program == program:
                return shaping.ingested_of(same)
            replaced = or_(documents.c.path == document.path, documents.c.sha256 == document.sha256)
            old = connection.scalars(select(documents.c.id).where(replaced)).all()
            for document_id in old:
                storing.drop(connection, document_id)
            place = storing.place(same, document.path)
            info = minutes.document.model_copy(update={"path": place})  # it knows the kind, the document does not
            storing.insert_document(connection, document, minutes, info, program, profile)
            storing.keep_extracted(connection, document.id, extracted)
            storing.insert_records(connection, minutes)
            storing.insert_passages(connection, document.id, found)
            if not meta_of(connection, "unfinished"):
                note(connection, unfinished="ingest")
            row = connection.execute(select(documents).where(documents.c.id == document.id)).one()
        return shaping.ingested_of(row, "updated" if old else "added")

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document out, with all that came from it."""
        with self._write() as connection:
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
            storing.drop(connection, row.id)
        return shaping.info_of(row.info)

    def unify(self) -> None:
        """Put the documents of an organisation or body that are called by several names under one (`index.whose`)."""
        read = select(documents.c.id, documents.c.path, *shaping.MEETING)
        with self._read() as connection:
            rows = connection.execute(read).all()
            said = [whose.Said(row.id, str(Path(row.path).parent), *_printed(row.meeting)) for row in rows]
            explained = _explained(connection, sorted(whose.shorts(said)))
            texts = select(contents.c.text)
            names = whose.known(
                said, explained, lambda id_: connection.scalar(texts.where(contents.c.document_id == id_)) or ""
            )
        changed = {row.id: names[row.id] for row in rows if names[row.id] != (row.organisation, row.body)}
        if changed:
            with self._write() as connection:
                for id_, (organisation, body) in changed.items():
                    called = update(documents).where(documents.c.id == id_)
                    connection.execute(called.values(organisation=organisation, body=body))
                self._database.renamed(connection)

    def documents(self, filters: Filters) -> list[Ingested]:
        """The documents that the filters let through, by organisation, body, date and path; those without one last."""
        order = [documents.c[name].asc().nulls_last() for name in ("organisation", "body", "date", "path")]
        where = conditions.of_documents(filters)
        if filters.of_passages:
            where.append(exists().where(passages.c.document_id == documents.c.id, *conditions.of_passages(filters)))
        with self._read() as connection:
            return [
                shaping.ingested_of(row) for row in connection.execute(select(documents).where(*where).order_by(*order))
            ]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document, by its id or the beginning of it."""
        with self._read() as connection:
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
            if connection is getattr(self._thread, "writing", None):  # halfway through a change
                return self._whole(connection, row)
            said = select(corrections.c.correction).where(corrections.c.sha256 == row.sha256).order_by(corrections.c.id)
            edition = *row, *connection.scalars(said)
            return self._opened(connection, row, edition)

    @cachedmethod(lambda self: self._last, key=lambda *_: _[-1], lock=lambda self: self._lock)
    def _opened(self, connection: Connection, row: Row[Any], edition: Hashable) -> tuple[Document, Minutes]:
        """The same, from before if nothing of it has changed: its pages are asked for one after the other."""
        return self._whole(connection, row)

    def _whole(self, connection: Connection, row: Row[Any]) -> tuple[Document, Minutes]:
        content = connection.execute(select(contents).where(contents.c.document_id == row.id)).one()
        people = connection.scalars(
            select(attendance.c.attendance).where(attendance.c.document_id == row.id).order_by(attendance.c.position)
        ).all()
        taken = connection.execute(
            select(records.c.kind, records.c.record).where(records.c.document_id == row.id).order_by(records.c.position)
        ).all()
        info = shaping.info_of(row.info)
        document = Document(
            **info.model_dump(),
            text=content.text,
            blocks=BLOCKS.validate_json(content.blocks),
            receipt=Receipt.model_validate_json(content.receipt),
            date=content.stated_date,
            site=content.site,
            words=storing.unpack(content.words),
        )
        by_kind: dict[str, Any] = {
            f"{kind}s": tuple(RECORDS[kind].model_validate_json(r.record) for r in taken if r.kind == kind)
            for kind in RECORDS
        }
        minutes = Minutes(
            document=info,
            meeting=shaping.meeting_of(row),
            attendance=tuple(Attendance.model_validate_json(person) for person in people),
            exempt=EXEMPT.validate_json(content.exempt),
            receipt=Receipt.model_validate_json(row.receipt),
            **by_kind,
        )
        return document, minutes

    def document_info(self, document_id: str) -> DocumentInfo:
        """What identifies one document, by its id or the beginning of it."""
        with self._read() as connection:
            row = shaping.only(connection, documents, document_id, "document", "minutebook documents")
        return shaping.info_of(row.info)

    def printed(self, document_id: str) -> Meeting:
        """The meeting of a document by the names that the document itself prints."""
        with self._read() as connection:
            held = connection.scalar(select(documents.c.meeting).where(documents.c.id == document_id))
        return Meeting.model_validate_json(held or "{}")

    def read_by(self, document_id: str) -> str:
        """Fingerprint of the program and the profile that read a document."""
        with self._read() as connection:
            held = connection.scalar(select(documents.c.program).where(documents.c.id == document_id))
        return held or ""

    def profile(self, document_id: str) -> str:
        """JSON of the profile that a document was extracted with."""
        with self._read() as connection:
            held = connection.scalar(select(contents.c.profile).where(contents.c.document_id == document_id))
        return held or "{}"

    # ---- corrections ------------------------------------------------------------------------------------------------

    def corrections(self, sha256: str | None = None) -> list[Correction]:
        """What people say of the records of a document, or of all, in the order in which they said it."""
        query = select(corrections.c.correction).order_by(corrections.c.at, corrections.c.id)
        if sha256 is not None:
            query = query.where(corrections.c.sha256 == sha256)
        with self._read() as connection:
            return [Correction.model_validate_json(each) for each in connection.scalars(query)]

    def correction(self, correction_id: str) -> Correction:
        """One correction, by its id or the beginning of it."""
        with self._read() as connection:
            row = shaping.only(connection, corrections, correction_id, "correction", "minutebook corrections")
        return Correction.model_validate_json(row.correction)

    def put_correction(self, correction: Correction) -> Correction:
        """Hold a correction, in place of the one of the same id; as it is held.

        A new one is later than the others of its file, though the clock was set back: they are applied in that order.
        """
        others = select(func.max(corrections.c.at)).where(corrections.c.sha256 == correction.sha256)
        with self._write() as connection:
            known = connection.execute(delete(corrections).where(corrections.c.id == correction.id)).rowcount
            last = connection.scalar(others)
            if not known and last and last >= correction.at:
                next_ = datetime.fromisoformat(last) + timedelta(microseconds=1)
                correction = correction.model_copy(update={"at": next_.isoformat(timespec="microseconds")})
            row = {**correction.model_dump(include={"id", "sha256", "at"}), "correction": correction.model_dump_json()}
            connection.execute(insert(corrections), row)
        return correction

    def document_of(self, sha256: str) -> str | None:
        """The id of the document of this content, if it is held."""
        with self._read() as connection:
            return connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256))

    def extraction(self, document_id: str) -> tuple[Document, Minutes]:
        """One document with what was taken from it, before corrections."""
        document, minutes = self.document(document_id)
        with self._read() as connection:
            held = connection.scalar(select(contents.c.extracted).where(contents.c.document_id == document.id))
        if held is None:
            return document, minutes.model_copy(update={"meeting": self.printed(document.id)})
        return document, Minutes.model_validate_json(held).model_copy(update={"document": minutes.document})

    def amend(self, minutes: Minutes, found: Iterable[Passage], *, extracted: Minutes | None) -> None:
        """Hold these records and passages of a document in place of those that it has."""
        document_id = minutes.document.id
        with self._write() as connection:
            storing.note_dropped(connection, document_id)
            for table in (passages, contexts, records):
                connection.execute(delete(table).where(table.c.document_id == document_id))
            counts = json.dumps(storing.counted(minutes))
            connection.execute(update(documents).where(documents.c.id == document_id).values(counts=counts))
            storing.keep_extracted(connection, document_id, extracted)
            storing.insert_records(connection, minutes)
            storing.insert_passages(connection, document_id, found)
            if not meta_of(connection, "unfinished"):
                note(connection, unfinished="correction")


def _printed(meeting: str) -> tuple[str | None, str | None]:
    """Organisation and body as the document itself names them."""
    held = json.loads(meeting)
    return held.get("organisation"), held.get("body")


def _explained(connection: Connection, shorts: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Which of these abbreviations each document explains."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    read = select(abbreviations.c.document_id, abbreviations.c.short, abbreviations.c.long)
    for part in parts(shorts):
        for id_, short, long in connection.execute(read.where(abbreviations.c.short.in_(part))):
            found[id_].append((short, long))
    return found
