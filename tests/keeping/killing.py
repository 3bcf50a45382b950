"""Kills a program while it writes to a library, at seeded moments, and looks at what is left.

    python -m tests.keeping.killing ingest reread --first 0 --moments 10

Reading, extraction and embedding of the sample corpus are done once and remembered, so that the moments fall where
things are written, and a hundred of them take minutes. Each program is a process of its own, forked from one that has
all of it at hand. For every moment: the library opens, each document in it is whole, `verify` finds nothing or
`--repair` leaves nothing, and the same work done again ends as if nobody had been killed.
"""

import argparse
import os
import pickle
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from library import Library, adding, embedding
from models.embedding import load_encoder
from models.manifest import manifest
from tests.stand_ins import WorkersHere
from workers import Extraction, extract_file

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample"
QUERIES = ("who asked for a survey of the culvert", "school transport", "waiting times")
KINDS = ("item", "decision", "action", "metric")
FLUSH, BATCH = 3, 64  # smaller than they are, so that there are more steps to be killed between


class Remembered:
    """The bundled encoder's vectors of all texts that are met here."""

    def __init__(self, vectors: dict[str, NDArray[np.float32]]) -> None:
        entry = manifest()["encoder"]
        self.name, self.fingerprint, self.dimension = entry.name, entry.files["model.safetensors"], 384
        self._vectors = vectors

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        return np.stack([self._vectors[text] for text in texts])


class Remembering:
    """The bundled encoder, which keeps what it is asked."""

    def __init__(self, vectors: dict[str, NDArray[np.float32]]) -> None:
        self._encoder, self._vectors = load_encoder(), vectors
        self.name, self.fingerprint = self._encoder.name, self._encoder.fingerprint
        self.dimension = self._encoder.dimension

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        self._vectors |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])


def remember(scratch: Path) -> None:
    """Write down what the pure stages make of the sample corpus. A process of its own does it, which has no fork."""
    extractions: dict[str, Extraction] = {}
    vectors: dict[str, NDArray[np.float32]] = {}

    def read(path: Path, *, password: str | None) -> Extraction:
        extractions[str(path)] = extract_file(path, password=password)
        return extractions[str(path)]

    patched(partial(WorkersHere, read), Remembering(vectors))
    with Library(scratch / "first", create=True) as library:
        list(library.add([SAMPLE]))
        everything(library)
    (scratch / "remembered").write_bytes(pickle.dumps((extractions, vectors)))


def patched(workers: Callable[..., object], encoder: object) -> None:
    adding.Workers = workers  # type: ignore[assignment, misc]
    embedding.load_encoder = lambda name=None, *, fetch=False: encoder  # type: ignore[assignment]
    adding.FLUSH, embedding.BATCH = FLUSH, BATCH
    Catalogue.worn = lambda self: True  # type: ignore[method-assign]  # so that some fall where the store is made anew


def everything(library: Library) -> list[Any]:
    """All that can be asked of a library, with the vectors in Chroma."""
    held = library.documents()
    documents = {each.document.id: document(library, each.document.id) for each in held if each.document}
    records = [library.records(kind) for kind in KINDS]  # type: ignore[arg-type]
    found = [library.search(query, limit=20) for query in QUERIES]
    return [held, documents, records, found, library.status()["pending"], sorted(library._vectors.ids())]


def document(library: Library, document_id: str) -> tuple[Any, ...]:
    """A document and its records, with the places of its words as what can be compared."""
    held, minutes = library.document(document_id)
    places = (
        [(name, None if each is None else each.tobytes()) for name, each in vars(held.words).items()]
        if held.words
        else []
    )
    return held.model_copy(update={"words": None}), places, minutes


# ---- what is interrupted ---------------------------------------------------------------------------------------------


def ingest(folder: Path) -> None:
    """Read the sample corpus."""
    with Library(folder, create=True) as library:
        list(library.add([SAMPLE]))


def reread(folder: Path) -> None:
    """Read it again with a later program, which replaces every document."""
    adding.program = lambda profile=None: "a later one"  # type: ignore[assignment]
    ingest(folder)


def restore(folder: Path) -> None:
    with Library(folder, create=True) as library:
        library.restore(folder.parent / "backup")


def rebuild(folder: Path) -> None:
    with Library(folder) as library:
        list(library.rebuild())


WORK: dict[str, tuple[Callable[[Path], None], bool]] = {  # and whether it begins with a library that is there
    "ingest": (ingest, False),
    "reread": (reread, True),
    "restore": (restore, True),
    "rebuild": (rebuild, True),
}


def look(folder: Path, expected: list[Any]) -> None:
    """The library opens, holds whole documents only, and is in order or can be put in order."""
    with Library(folder, create=True) as library:
        for each in library.documents():
            if each.document:
                assert document(library, each.document.id) == expected[1][each.document.id], "a document is not whole"
        faults = library.verify()
        if faults:
            print(f"  repaired {len(faults)}: {faults[0]}", flush=True)  # noqa: T201
            assert library.repair()[1] == [], "verify --repair leaves something"


def same(folder: Path, expected: list[Any]) -> None:
    """The library is as it would be if nobody had been killed."""
    with Library(folder) as library:
        assert library.verify() == []
        for found, wanted in zip(everything(library), expected, strict=True):
            assert found == wanted, "what is held differs"


# ---- processes -------------------------------------------------------------------------------------------------------


def start(work: Callable[..., None], *args: object) -> int:
    """Do it in a process of its own; its id."""
    if child := os.fork():
        return child
    code = 1
    try:
        work(*args)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def finish(work: Callable[..., None], *args: object) -> float:
    """Do it in a process of its own to its end; the seconds it took."""
    began = time.monotonic()
    _, status = os.waitpid(start(work, *args), 0)
    if status:
        raise SystemExit(f"{work.__name__} failed")
    return time.monotonic() - began


def keep(folder: Path, scratch: Path) -> None:
    with Library(folder) as library:
        (scratch / "expected").write_bytes(pickle.dumps(everything(library)))
        library.backup(scratch / "backup")


def tried(name: str, moments: range, scratch: Path, expected: list[Any]) -> None:
    """Interrupt one kind of work at each of these moments, which seed themselves."""
    work, there = WORK[name]
    whole, folder = scratch / "whole", scratch / "library"

    def anew() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if there:
            shutil.copytree(whole, folder)

    anew()
    takes = finish(work, folder)
    for number in moments:
        anew()
        moment = random.Random(number).uniform(0, takes)
        child = start(work, folder)
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(f"{name} {number}: after {moment:.3f} s of {takes:.3f}{'' if status else ', done'}", flush=True)  # noqa: T201
        finish(look, folder, expected)
        finish(work, folder)
        finish(same, folder, expected)
    print(f"{len(moments)} moments of {name} passed", flush=True)  # noqa: T201


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="+", choices=WORK)
    parser.add_argument("--first", type=int, default=0, help="number of the first moment, which seeds it")
    parser.add_argument("--moments", type=int, default=10, help="how many of each kind of work")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        finish(remember, scratch)
        extractions, vectors = pickle.loads((scratch / "remembered").read_bytes())
        patched(partial(WorkersHere, lambda path, *, password: extractions[str(path)]), Remembered(vectors))
        finish(ingest, scratch / "whole")
        finish(keep, scratch / "whole", scratch)
        expected = pickle.loads((scratch / "expected").read_bytes())
        for name in given.work:
            tried(name, range(given.first, given.first + given.moments), scratch, expected)


if __name__ == "__main__":
    main()
