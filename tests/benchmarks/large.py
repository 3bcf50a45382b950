"""Makes a library as large as is wanted out of the sample, to measure search in.

Each passage is one of the sample's with a third of its words replaced by invented ones, which are as unevenly frequent
as words are (Zipf), and its vector with noise added. So common words are common, rare ones rare, and vectors lie in
heaps; a query of words from the sample meets both.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert, select

from index.catalogue.schema import documents, meta, passage_records, passages, records, vectors
from index.catalogue.storing import insert_bands
from library import Library

IN_DOCUMENT = 40  # passages
ORGANISATIONS, BODIES, FIRST, YEARS = 100, 8, 2005, 20
NOISE = 0.6  # length of what is added to a vector of length 1
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi xo yu za bre cli dro fle gri plo sta tru".split()
AT_ONCE = 5_000

Rows = list[dict[str, Any]]


def make(folder: Path, sample: Path, count: int) -> Library:
    """A library in `folder` with `count` passages, made of those in the library `sample`."""
    rng = np.random.default_rng(1)
    with Library(sample) as source:
        catalogue = source._catalogue
        with catalogue._read() as connection:
            query = select(passages, vectors.c.vector).join(vectors).order_by(passages.c.number)
            models = [row._asdict() for row in connection.execute(query)]
            model_document = connection.execute(select(documents).limit(1)).one()._asdict()
            model_records = {
                row.id: row._asdict() for row in connection.execute(select(records).where(records.c.kind != "item"))
            }
            held = dict(connection.execute(select(passage_records.c.passage, passage_records.c.record_id)).all())
            known = connection.execute(select(meta).where(meta.c.key != "schema")).all()
    base = np.frombuffer(b"".join(model.pop("vector") for model in models), dtype="<f2").reshape(len(models), -1)
    large = Library(folder, create=True)
    with large._catalogue._write() as connection:
        connection.execute(insert(meta), [row._asdict() for row in known if row.key in ("encoder", "fingerprint")])
    for start in range(0, count, AT_ONCE):
        size = min(AT_ONCE, count - start)
        chosen = rng.integers(0, len(models), size)
        found = base[chosen] + _noise(rng, size, base.shape[1])
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        with large._catalogue._write() as connection:
            rows = list(_documents(rng, model_document, start, size))
            connection.execute(insert(documents), rows)
            made = _passages(rng, [models[i] for i in chosen], start)
            connection.execute(insert(passages), made)
            insert_bands(connection, ((row["number"], row["text"]) for row in made))
            taken = _records(made, [model_records.get(held.get(models[i]["number"], "")) for i in chosen])
            connection.execute(insert(records), [record for record, _ in taken])
            connection.execute(insert(passage_records), [link for _, link in taken])
            stored = [
                {"passage": start + n + 1, "vector": vector.astype("<f2").tobytes(), "indexed": True}
                for n, vector in enumerate(found)
            ]
            connection.execute(insert(vectors), stored)
        where = {row["id"]: {"organisation": row["organisation"], "year": int(row["date"][:4])} for row in rows}
        large._vectors._collection().upsert(
            ids=[row["id"] for row in made],
            embeddings=found.astype(np.float32),
            metadatas=[where[row["document_id"]] for row in made],  # for Chroma to filter by, which we never ask of it
        )
    return large


def _noise(rng: np.random.Generator, count: int, dimension: int) -> NDArray[np.float32]:
    noise = rng.standard_normal((count, dimension), dtype=np.float32)
    return noise * np.float32(NOISE / np.sqrt(dimension))


def _documents(rng: np.random.Generator, model: dict[str, Any], start: int, size: int) -> Iterator[dict[str, Any]]:
    for number in range(start // IN_DOCUMENT, (start + size - 1) // IN_DOCUMENT + 1):
        date = f"{FIRST + rng.integers(YEARS)}-{1 + rng.integers(12):02}-{1 + rng.integers(28):02}"
        name, body = f"Council {rng.integers(ORGANISATIONS)}", f"Committee {rng.integers(BODIES)}"
        meeting = json.loads(model["meeting"]) | {"organisation": name, "body": body, "date": date}
        info = json.loads(model["info"]) | {"id": _document(number), "path": f"{number}.pdf", "sha256": f"{number:064}"}
        yield model | {
            "id": info["id"], "sha256": info["sha256"], "path": info["path"], "organisation": name, "body": body,
            "date": date, "info": json.dumps(info), "meeting": json.dumps(meeting),
        }  # fmt: skip


def _document(number: int) -> str:
    return f"{number:016}"


def _passages(rng: np.random.Generator, models: Sequence[dict[str, Any]], start: int) -> Rows:
    return [
        model
        | {
            "number": number,
            "id": f"pas-{number:012}",
            "document_id": _document((number - 1) // IN_DOCUMENT),
            "item_id": None,
            "text": _varied(rng, model["text"]),
        }
        for number, model in enumerate(models, start + 1)
    ]


def _varied(rng: np.random.Generator, text: str) -> str:
    words = text.split()
    for at, drawn in zip(rng.integers(0, len(words), len(words) // 3), rng.zipf(1.2, len(words) // 3), strict=True):
        words[at] = _word(int(drawn))
    return " ".join(words)


def _word(number: int) -> str:
    """The word that is in place `number` by frequency."""
    word = ""
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        word += SYLLABLES[syllable]
    return word


def _records(made: Rows, models: Sequence[dict[str, Any] | None]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [
        (
            model | {"id": f"rec-{row['number']}", "document_id": row["document_id"], "item_id": None},
            {"passage": row["number"], "record_id": f"rec-{row['number']}", "position": 0},
        )
        for row, model in zip(made, models, strict=True)
        if model
    ]
