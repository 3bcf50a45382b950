"""How a document, its records and its passages are put into the catalogue, and taken out."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from index.abbreviations import abbreviations as explained
from index.abbreviations import key as key_of
from index.catalogue.schema import (
    abbreviations,
    attendance,
    bands,
    contents,
    contexts,
    documents,
    dropped,
    meta,
    passage_records,
    passages,
    records,
)
from index.catalogue.shaping import BLOCKS, EXEMPT, RECORDS
from index.duplicates import bands as bands_of
from minutes.errors import LibraryError
from minutes.found import Passage
from minutes.model import AgendaItem, Document, DocumentInfo, Extracted, Minutes, Words

UNPACKING = Lock()  # NumPy has Python parse what an array is, which Python 3.11 cannot do in two threads (gh-106905)
PASSAGE_COLUMNS = ("id", "item_id", "kind", "boilerplate", "exempt", "text", "header")  # that hold the field as it is


def same_content(connection: Connection, sha256: str) -> Row[Any] | None:
    """The document of this content."""
    return connection.execute(select(documents).where(documents.c.sha256 == sha256)).one_or_none()


def place(held: Row[Any] | None, path: str) -> str:
    """Where the content stands: where it was held as long as the file there has it, or else at `path`."""
    try:
        return str(held.path) if held and (held.path == path or _holds(Path(held.path), held.sha256)) else path
    except OSError:  # in a folder that may not be looked into any more
        return path


def _holds(file: Path, sha256: str) -> bool:
    """Whether a file is there with this content, and not with what it was changed to after it was read."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == sha256


def insert_document(
    connection: Connection, document: Document, minutes: Minutes, info: DocumentInfo, program: str, profile: str
) -> None:
    meeting = minutes.meeting
    row = {
        **{name: getattr(info, name) for name in ("id", "sha256", "path", "title", "kind")},
        "organisation": meeting.organisation,
        "body": meeting.body,
        "date": meeting.date or document.date,
        "info": info.model_dump_json(),
        "meeting": meeting.model_dump_json(),
        "receipt": minutes.receipt.model_dump_json(),
        "counts": json.dumps(counted(minutes)),
        "program": program,
    }
    content = {
        "document_id": document.id,
        "stated_date": document.date,
        "site": document.site,
        "text": document.text,
        "blocks": BLOCKS.dump_json(document.blocks).decode(),
        "receipt": document.receipt.model_dump_json(),
        "exempt": EXEMPT.dump_json(minutes.exempt).decode(),
        "words": pack(document.words),
        "profile": profile,
    }
    people = [
        {"document_id": document.id, "position": position, "attendance": person.model_dump_json()}
        | {name: getattr(person, name) for name in ("name", "role", "status")}
        for position, person in enumerate(minutes.attendance)
    ]
    connection.execute(insert(documents), row)
    connection.execute(insert(contents), content)
    if people:
        connection.execute(insert(attendance), people)
    pairs = [
        {"document_id": document.id, "short": short, "long": long, "key": key_of(long)}
        for short, long in explained(document.text).items()
    ]
    if pairs:
        connection.execute(insert(abbreviations), pairs)


def counted(minutes: Minutes) -> dict[str, int]:
    return {f"{kind}s": len(getattr(minutes, f"{kind}s")) for kind in RECORDS}


def keep_extracted(connection: Connection, document_id: str, extracted: Minutes | None) -> None:
    held = extracted and extracted.model_dump_json()
    connection.execute(update(contents).where(contents.c.document_id == document_id).values(extracted=held))


def insert_records(connection: Connection, minutes: Minutes) -> None:
    rows = [
        {
            "id": record.id,
            "document_id": minutes.document.id,
            "kind": kind,
            "position": position,
            "text": text_of(record),
            "exempt": record.exempt,
            "record": record.model_dump_json(),
            **{
                name: getattr(record, name, None)
                for name in ("item_id", "outcome", "mover", "seconder", "owner", "due_date", "trust")
            },
        }
        for kind in RECORDS
        for position, record in enumerate(getattr(minutes, f"{kind}s"))
    ]
    if rows:
        connection.execute(insert(records), rows)


def text_of(record: Extracted) -> str:
    """What a register is searched by."""
    if isinstance(record, AgendaItem):
        return " ".join(filter(None, (record.number, record.title)))
    return " ".join(filter(None, (getattr(record, "stem", None), getattr(record, "text", None))))


def insert_passages(connection: Connection, document_id: str, found: Iterable[Passage]) -> None:
    rows, links, held = [], [], list(found)
    last = _last_number(connection, len(held))
    context_of = insert_contexts(connection, document_id, held)
    for number, passage in enumerate(held, last + 1):
        rows.append(
            {
                **{name: getattr(passage, name) for name in PASSAGE_COLUMNS},
                "number": number,
                "document_id": document_id,
                "citation": passage.citation.model_dump_json(),
                "context": context_of[passage.context.start, passage.context.end],
                "header": " · ".join((passage.header, *passage.gloss)),
            }
        )
        links += [
            {"passage": number, "record_id": record_id, "position": position}
            for position, record_id in enumerate(passage.record_ids)
        ]
    if rows:
        connection.execute(insert(passages), rows)
    insert_bands(connection, ((row["number"], row["text"]) for row in rows))
    if links:
        connection.execute(insert(passage_records), links)


def _last_number(connection: Connection, more: int) -> int:
    """The last number given to a passage until now, with so many more taken.

    None is given twice: a vector that is made while its passage goes must not become that of the next one.
    """
    highest, noted = connection.scalar(select(func.max(passages.c.number))) or 0, select(meta.c.value)
    last = max(highest, int(connection.scalar(noted.where(meta.c.key == "passages")) or 0))
    value = {"key": "passages", "value": str(last + more)}
    if not connection.execute(update(meta).where(meta.c.key == "passages").values(value)).rowcount:
        connection.execute(insert(meta), value)
    return last


def insert_contexts(connection: Connection, document_id: str, found: Sequence[Passage]) -> dict[tuple[int, int], int]:
    """Hold the contexts of passages, each once; their numbers by where they start and end."""
    held = {(each.start, each.end): each for each in (passage.context for passage in found)}
    last = connection.scalar(select(func.max(contexts.c.number))) or 0
    numbers = {place: number for number, place in enumerate(held, last + 1)}
    rows = [
        {"number": numbers[place], "document_id": document_id, "citation": context.model_dump_json()}
        for place, context in held.items()
    ]
    if rows:
        connection.execute(insert(contexts), rows)
    return numbers


def insert_bands(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    rows = [{"passage": number, "band": band} for number, text in texts for band in bands_of(text)]
    if rows:
        connection.execute(insert(bands), rows)


def drop(connection: Connection, document_id: str) -> None:
    """Delete a document."""
    note_dropped(connection, document_id)
    connection.execute(delete(documents).where(documents.c.id == document_id))


def note_dropped(connection: Connection, document_id: str) -> None:
    """Note the passages of a document that go, so that their vectors can be taken out of the index."""
    gone = select(passages.c.id).where(passages.c.document_id == document_id)
    connection.execute(delete(dropped).where(dropped.c.id.in_(gone)))
    connection.execute(insert(dropped).from_select(["id"], gone))


def pack(words: Words | None) -> bytes | None:
    if words is None:
        return None
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **{name: array for name, array in vars(words).items() if array is not None})
    return buffer.getvalue()


def unpack(packed: bytes | None) -> Words | None:
    if packed is None:
        return None
    try:
        with UNPACKING, np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
            return Words(**{name: arrays[name] for name in arrays.files})
    except (ValueError, TypeError, EOFError, OSError, zipfile.BadZipFile) as error:
        raise LibraryError("The places of a document's words are damaged; restore a backup") from error
