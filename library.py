"""The library: the one composer of reading, extraction and search.

library = Library("minutes-library", create=True)
for ingested in library.add("minutes.pdf"):
    print(ingested.outcome)
for hit in library.search("who agreed the budget").hits:
    print(hit.citation.page, hit.text)

`docs/python.md` shows more of it.
"""

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Self

import numpy as np
from cachetools import LRUCache, cachedmethod
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from index.backups import CATALOGUE, backup, restore
from index.catalogue import Catalogue
from index.changes import changes
from index.corrections import BY_HAND, added, apply, changed, trusted, withdrawn, wrong
from index.followed import Following
from index.passages import passages
from index.people import in_organisations, stem
from index.places import Areas, Stated, area_of, areas_of, read_lookup, region_of
from index.question import understood
from index.quotes import locate
from index.related import related
from index.search import search
from index.series import compare, series_of
from index.threads import Threads
from index.timeline import mentions, passage_id, spoken, steps
from index.topics import EXAMPLES, topics
from index.upkeep import disagreements, reconcile
from index.vectors import Vectors
from index.windows import in_context
from logs import log, timed
from minutes.errors import InputError, LibraryError, ModelError, QueryError
from minutes.model import (
    Answer,
    Area,
    BodyHeld,
    By,
    Citation,
    Comparison,
    Correction,
    Coverage,
    Document,
    DocumentInfo,
    Filters,
    Finding,
    Hit,
    Ingested,
    Listed,
    Matrix,
    Meeting,
    Metric,
    Minutes,
    Outcome,
    Person,
    Quotation,
    RecordKind,
    Region,
    Related,
    Series,
    Sort,
    Status,
    Threaded,
    Timeline,
    Topic,
    Topics,
    Version,
    Why,
    stands,
)
from models.embedding import Encoder, load_encoder
from workers import TIMEOUT, Cluster, Job, Workers, ahead, check, explained, shown

if TYPE_CHECKING:
    from extract import Profile
    from extract.consistency import Correction as Corrects

Key = tuple[str, str]  # organisation and body, in small letters
Stage = Literal["reading", "waiting", "embedding"]
# Stage, how many are done, how many there are (files when reading, passages else), pages read so far. One waits for
# another program that embeds in the same library.
Progress = Callable[[Stage, int, int, int], None]

VECTORS = "vectors"  # in the library's folder, as CATALOGUE is
FLUSH = 64  # documents read before their passages are embedded together
BATCH = 1024  # passages embedded before they are stored
SOON, FOR_EVER = 5.0, -1.0  # seconds that one waits for another program which embeds

# What is taken from a folder: formats that are read, and others that hold documents, so that it is reported if they
# cannot be read. A file that is named itself is always tried.
DOCUMENT = re.compile(
    r"(?i)(\.(pdf|doc[xm]?|dot[xm]?|html?|xhtml|aspx|te?xt|md|markdown|od[tp]|rtf|pptx?|xlsx?|eml|msg|epub|tiff?))?"
)


READS = (
    "minutes/*",
    "ingest/**/*",
    "extract/**/*",
    "index/passages.py",
    "index/abbreviations.*",
    "index/duplicates.py",
)  # what makes of a file what is held of it


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: each path itself, or the documents below it (hidden ones left out), sorted, each once.

    A folder without documents and one that cannot be listed are among them, so that reading them says so. Links that
    lead out of a folder are not: `strays` has them.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(_below(path) or [path] if _is_folder(path) else [path])
    return list(found)


def strays(paths: Iterable[Path]) -> dict[Path, InputError]:
    """The links below folders that lead out of them, each with why it is not followed."""
    return {
        link: InputError(f"{shown(link)}: is a link out of the folder, to {shown(to)}; name that to have it read")
        for path in dict.fromkeys(paths)
        if _is_folder(path)
        for link, to in sorted(_links(path))
    }


def _below(folder: Path) -> list[Path]:
    files: list[Path] = []
    closed: list[OSError] = []
    for parent, _, names in _walk(folder, onerror=closed.append):
        files += [Path(parent, name) for name in names if not _leads_out(Path(parent, name), folder)]
    found = [file for file in files if DOCUMENT.fullmatch(file.suffix)]
    return sorted(found + [Path(error.filename) for error in closed])


def _links(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Links below a folder to what is not below it, and where they lead."""
    for parent, folders, names in _walk(folder):
        links = [Path(parent, name) for name in folders] + [
            Path(parent, name) for name in names if DOCUMENT.fullmatch(Path(name).suffix)
        ]
        yield from ((link, Path(os.path.realpath(link))) for link in links if _leads_out(link, folder))


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to something that is there and not below the folder."""
    if not path.is_symlink() or not os.path.exists(path):  # noqa: PTH110 (`Path.exists` fails in closed folders)
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _walk(folder: Path, onerror: Callable[[OSError], None] | None = None) -> Iterator[tuple[str, list[str], list[str]]]:
    """As `os.walk`, without what is hidden. It follows no links to folders, so it ends."""
    for parent, folders, names in os.walk(folder, onerror=onerror):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent, folders, [name for name in names if not name.startswith(".")]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # above it is a folder that may not be looked into; reading it says so
        return False


def program(profile: "Profile | None" = None) -> str:
    """Fingerprint of what makes of a file what is held of it; after a change files are read again."""
    return _code() + (profile.fingerprint if profile else "")


@cache
def _code() -> str:
    here, digest = Path(__file__).parent, hashlib.sha256()
    for file in sorted(file for pattern in READS for file in here.glob(pattern)):
        if file.suffix in (".py", ".json", ".jsonl"):
            digest.update(f"{file.relative_to(here).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


class Library:
    """A folder that holds the catalogue (SQLite) and the vectors (Chroma)."""

    def __init__(
        self,
        folder: str | Path,
        *,
        create: bool = False,
        encoder: str | None = None,
        catalogue: str | None = None,
        chroma: str | None = None,
    ) -> None:
        """Open the library in `folder`. `encoder` names the model for a new library, or for one to be rebuilt.

        `catalogue` is the URL of a PostgreSQL database that takes the place of the folder's SQLite, `chroma` that of a
        Chroma server that takes the place of its embedded one.

        Raises:
            LibraryError: if there is none and `create` is false, or if it cannot be used.
        """
        self.folder = folder = Path(folder)
        if not create and not catalogue and not (folder / CATALOGUE).is_file():
            raise LibraryError(
                f"There is no library in {folder}; make one with: minutebook ingest PATH --library {folder}"
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"No library can be made in {folder} ({error.strerror}); name another folder") from error
        self._catalogue = Catalogue(catalogue or folder / CATALOGUE, create=create)
        self._vectors = (
            Vectors(chroma, name=f"minutebook-{self._catalogue.key()}") if chroma else Vectors(folder / VECTORS)
        )
        self._turn = FileLock(folder / "embedding.lock", fallback_to_soft=False)
        self._servers = {"catalogue": self._catalogue.place if catalogue else None, "chroma": chroma}
        self._following = Following(self._catalogue)
        self._threads = Threads(self._catalogue)
        self._held_series: LRUCache[Any, list[Series]] = LRUCache(8)
        self._held_regions: LRUCache[Any, dict[str, str]] = LRUCache(1)
        self._held_queries: LRUCache[Any, NDArray[np.float32]] = LRUCache(64)
        self._lock, self._loading = Lock(), Lock()
        self._held_checks: dict[tuple[str, str | None], Checked] = {}
        self._encoder_name = encoder
        self._encoder: Encoder | None = None

    def close(self) -> None:
        """Let go of the files."""
        self._vectors.close()
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- changing -----------------------------------------------------------------------------------------------

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        password: str | None = None,
        timeout: float = TIMEOUT,
        profile: "Profile | None" = None,
        progress: Progress | None = None,
        scheduler: str | None = None,
    ) -> Iterator[Ingested]:
        """Read, extract, store and embed each file of `files_in(paths)`; one result a file, in their order.

        Files are read in worker processes, of the machines of a Dask `scheduler` if one is named. One that fails, or
        takes longer than `timeout` seconds, leaves nothing behind and does not stop the others. `profile` is that of
        the body whose documents they are; a file that is held is read again if it was read with another. Passages are
        embedded together after every `FLUSH` documents and at the end; after a crash the next call embeds what is left.
        """
        named = [Path(paths)] if isinstance(paths, str | Path) else [*map(Path, paths)]
        report = progress or _unheard
        yield from (_failed(link, error) for link, error in strays(named).items())
        files, waiting, pages = files_in(named), 0, 0
        with self._workers(scheduler, timeout, len(files)) as workers:
            begun = ahead(files, lambda path: self._begin(path, password, profile, workers), workers.ahead)
            for done, (path, job) in enumerate(begun, 1):
                with timed("document") as told:
                    ingested = self._finish(path, job, profile)
                    told |= _logged(ingested)
                pages += ingested.receipt.pages_in if ingested.receipt else 0
                report("reading", done, len(files), pages)
                yield ingested
                waiting += ingested.outcome in ("added", "updated")
                if waiting == FLUSH:
                    self._flush(report, pages)
                    waiting = 0
        if not self._flush(report, pages):
            report("waiting", 0, self._catalogue.pending(), pages)
            self._flush(report, pages, wait=FOR_EVER)

    def _workers(self, scheduler: str | None, timeout: float, most: int) -> Workers | Cluster:
        return Cluster(scheduler, timeout=timeout) if scheduler else Workers(timeout=timeout, most=most)

    def _begin(
        self, path: Path, password: str | None, profile: "Profile | None", workers: Workers | Cluster
    ) -> Job | Ingested:
        """Hand a file to the workers, unless what it holds is known already."""
        try:
            return self._held(path, profile) or workers.start(path, password, profile)
        except InputError as error:
            return _failed(path, error)

    def _finish(self, path: Path, job: Job | Ingested, profile: "Profile | None") -> Ingested:
        if isinstance(job, Ingested):
            return job
        try:
            document, minutes = job.result()
            if held := self._held(path, profile):  # another file of the same content came before it
                return held
            document = document.model_copy(update={"path": str(path.absolute())})  # asked from elsewhere next time
            stated = profile.model_dump_json() if profile else "{}"
            with self._catalogue.changing():  # so that nobody corrects meanwhile what is read anew
                shown, extracted = self._corrected(document, minutes)
                found = passages(document, shown)
                ingested = self._catalogue.put(document, shown, found, program(profile), stated, extracted=extracted)
        except InputError as error:
            return _failed(path, error)
        return ingested.model_copy(update={"path": str(path)})

    def _held(self, path: Path, profile: "Profile | None") -> Ingested | None:
        held = self._catalogue.settle(str(path.absolute()), _sha256(path), program(profile))
        return held and held.model_copy(update={"path": str(path)})

    def _flush(self, report: Progress, pages: int, *, wait: float = 0) -> bool:
        """Embed what there is, and true; or false where another program is at it, which then takes what is here."""
        with self._alone(wait) as mine:
            for done, total in self._embed() if mine else ():
                report("embedding", done, total, pages)
        return mine

    @contextmanager
    def _alone(self, wait: float = FOR_EVER) -> Iterator[bool]:
        """One program at a time embeds and fills the index of vectors; whether it is this one within `wait` seconds."""
        try:
            self._turn.acquire(timeout=wait)
        except Timeout:
            yield False
            return
        except OSError as error:
            raise LibraryError(
                f"The library in {self.folder} cannot be changed ({error.strerror}); check that you may write there"
            ) from error
        try:
            yield True
        finally:
            self._turn.release()

    def _embed(self) -> Iterator[tuple[int, int]]:
        """Embed what is not embedded yet, and bring the index of vectors up to the catalogue."""
        total, done = self._catalogue.pending(), 0
        while batch := self._catalogue.pending_contexts(BATCH):
            numbers = [each.number for together in batch for each in together]
            with timed("embedded", passages=len(numbers)):
                found = in_context(self._encode, batch)
                self._catalogue.put_vectors(numbers, found, self._encoder.fingerprint if self._encoder else None)
            done += len(numbers)
            yield done, max(done, total)
        self._drop()  # before adding: a passage may have gone and come back
        while (new := self._catalogue.unindexed(BATCH))[0]:
            self._vectors.add(*new)
            self._catalogue.mark_indexed(new[0])
        if self._catalogue.worn():
            self._vectors.renew(self._catalogue.indexed(BATCH))
            self._catalogue.mark_renewed()
        self._catalogue.settle_vectors()

    def _drop(self) -> None:
        """Take vectors out of the index whose passages are gone."""
        if gone := self._catalogue.dropped():
            self._vectors.delete(gone)
            self._catalogue.mark_dropped(gone)

    def import_places(self, path: Path) -> tuple[int, int]:
        """Hold the authorities of a lookup file (`index.places`); how many there are, and lines of it without any.

        Raises:
            InputError: if it cannot be read as one.
        """
        check(path)
        with explained(path):
            found, empty = read_lookup(path)
        self._catalogue.put_authorities(found)
        return len(found), empty

    def state_places(self, found: Iterable[Stated]) -> None:
        """Hold the places that a corpus states of organisations; they count over those of lookup files."""
        self._catalogue.put_stated(found)

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document and all that came from it out of the library.

        Raises:
            QueryError: if there is no such document.
        """
        removed = self._catalogue.remove(document_id)
        log("removed", document=removed.id)
        with self._alone(SOON) as mine:
            if mine:
                self._drop()
        return removed

    def rebuild(self, *, encoder: str | None = None) -> Iterator[tuple[int, int]]:
        """Make the index anew from the catalogue, no file is read; yields passages done and passages in all.

        `encoder` names another model: a sentence-transformers folder or a name on the Hugging Face hub, from where it
        is downloaded if it was not before. What was stopped goes on where it stood when the same is asked again.
        """
        self._encoder_name = encoder or self._encoder_name
        self._encoder = self._load_encoder(fetch=True)  # before anything is thrown away
        with self._alone():
            self._vectors.clear()  # first, so that it never holds vectors of another model than the catalogue says
            self._catalogue.begin_rebuild(self._encoder.name, self._encoder.fingerprint)
            self._catalogue.write_bands()
            yield from self._embed()

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of what is looked through, shape (n, d)."""
        return self._ready().encode(texts)

    def _ready(self) -> Encoder:
        """The model, loaded when first needed, and anew when the library changed to another.

        Raises:
            LibraryError: if another one made the vectors.
            ModelError: if it is missing or is not the one expected.
        """
        known = self._catalogue.encoder()
        with self._loading:
            if self._encoder is None or (known and known[1] != self._encoder.fingerprint):
                self._encoder = self._load_encoder()
        if known != (self._encoder.name, self._encoder.fingerprint):
            self._catalogue.use_encoder(self._encoder.name, self._encoder.fingerprint)
        return self._encoder

    @cachedmethod(attrgetter("_held_queries"), lock=attrgetter("_lock"))  # a query is asked again with each filter
    def _asked(self, encoder: Encoder, texts: tuple[str, ...]) -> NDArray[np.float32]:
        return encoder.encode(texts, query=True)

    def _load_encoder(self, *, fetch: bool = False) -> Encoder:
        known = self._catalogue.encoder()
        return load_encoder(self._encoder_name or (known[0] if known else None), fetch=fetch)

    # ---- correcting ---------------------------------------------------------------------------------------------

    def correct(self, record_id: str, fields: Mapping[str, Any] | None = None, *, who: str, why: str) -> Correction:
        """Put these fields in place of a record's own; without any, mark it as wrong, so that it shows no more.

        Words of a record are those of its document: they have to stand there, and are cited anew. Corrections are kept
        apart from what was extracted and put on top of whatever a later program extracts from the same file.

        Raises:
            QueryError: if there is no such record, a field makes no sense, or words do not stand in the document.
        """
        with self._catalogue.changing():
            record = self._catalogue.record(record_id).record
            document, _ = self._catalogue.document(record.citation.document_id)
            told = changed(document, record, fields, who=who, why=why) if fields else wrong(record, who=who, why=why)
            told = self._catalogue.put_correction(told)
            self._amend(document.id)
        self._embed_all()
        return told

    def add_record(
        self, document_id: str, kind: RecordKind, fields: Mapping[str, Any], *, who: str, why: str, near: int = 0
    ) -> Correction:
        """Add a record that extraction missed.

        Its words have to stand in the document; of several such places the one nearest to the offset `near` is meant.

        Raises:
            QueryError: if there is no such document, a field makes no sense, or the words do not stand in it.
        """
        with self._catalogue.changing():
            document, _ = self._catalogue.document(document_id)
            told = added(document, kind, fields, near=near, who=who, why=why)
            told = self._catalogue.put_correction(told)
            self._amend(document.id)
        self._embed_all()
        return told

    def withdraw(self, correction_id: str, *, who: str) -> Correction:
        """Take a correction back; it stays in the list, with who took it back and when.

        Raises:
            QueryError: if there is no such correction, or more than one.
        """
        with self._catalogue.changing():
            told = withdrawn(self._catalogue.correction(correction_id), who=who)
            self._catalogue.put_correction(told)
            if document_id := self._catalogue.document_of(told.sha256):
                self._amend(document_id)
        self._embed_all()
        return told

    def corrections(self, document_id: str | None = None) -> list[Correction]:
        """What people said of the records of a document, or of all, in the order in which they said it.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.corrections(document_id and self.document_info(document_id).sha256)

    def corrected(self) -> list[Minutes]:
        """The records of each document of which any were corrected, less those of low trust."""
        said = {each.sha256 for each in self._catalogue.corrections() if each.withdrawn_at is None}
        ids = filter(None, map(self._catalogue.document_of, sorted(said)))
        return [trusted(self.document(id_)[1]) for id_ in ids]

    def _amend(self, document_id: str) -> None:
        """Show a document's records as they are after its corrections."""
        document, minutes = self._catalogue.extraction(document_id)
        shown, extracted = self._corrected(document, minutes)
        self._catalogue.amend(shown, passages(document, shown), extracted=extracted)

    def _corrected(self, document: Document, minutes: Minutes) -> tuple[Minutes, Minutes | None]:
        """The minutes after all corrections, and as they were before; null where there are none."""
        said = [each for each in self._catalogue.corrections(document.sha256) if each.withdrawn_at is None]
        if not said:
            return minutes, None
        result = apply(document, minutes, said)
        for each in said:
            if each.lost != (each.id in result.lost):
                self._catalogue.put_correction(each.model_copy(update={"lost": not each.lost}))
        return result.minutes, minutes

    def _embed_all(self) -> None:
        self._flush(_unheard, 0, wait=SOON)

    # ---- asking -------------------------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        filters: Filters = Filters(),  # noqa: B008 (frozen)
        limit: int = 10,
        boilerplate: bool = False,
        rerank: str | None = None,
    ) -> Answer:
        """Passages that answer `query`, best first.

        `boilerplate` ranks standing notices like all else. `rerank` names a cross-encoder that scores the best again.

        Raises:
            QueryError: if the query is empty or a filter cannot be understood.
            ModelError: if there is no such cross-encoder.
        """
        again = None
        if rerank:
            from models.reranking import load_reranker  # brings in PyTorch

            again = load_reranker(rerank)
        with timed("search") as told:
            answer = search(
                self._catalogue, self._vectors, lambda: partial(self._asked, self._ready()), query,
                filters=filters, limit=limit, boilerplate=boilerplate, rerank=again,
            )  # fmt: skip
            told["documents"] = [hit.document.id for hit in answer.hits]
        return answer

    def documents(self, *, filters: Filters = Filters()) -> list[Ingested]:  # noqa: B008
        """The documents held, by organisation, body and date, each with its counts and receipt."""
        return self._catalogue.documents(filters)

    def records(self, kind: RecordKind, *, query: str | None = None, filters: Filters = Filters()) -> list[Listed]:  # noqa: B008
        """A register: all records of a kind, latest meeting first, those that hold all words of `query`."""
        found = self._catalogue.records(kind, (query or "").split(), filters)
        return _located(found, self._areas()) if kind == "metric" else found

    def series(self, *, query: str | None = None, filters: Filters = Filters()) -> list[Series]:  # noqa: B008
        """Metrics that measure the same thing as series over periods, those that hold all words of `query`.

        Of a series that has a figure which holds the words, all figures are told. Those of most periods come first.
        """
        return list(self._series(self._catalogue.state(), tuple((query or "").split()), filters))

    @cachedmethod(attrgetter("_held_series"), lock=attrgetter("_lock"))  # a page of them asks again for each chart
    def _series(self, _state: str | None, words: tuple[str, ...], filters: Filters) -> list[Series]:
        areas = self._areas()
        return series_of(_located(self._catalogue.records("metric", (), filters), areas), areas, words)

    def compare(self, by: By, *, query: str | None = None, filters: Filters = Filters()) -> Matrix:  # noqa: B008
        """What is measured, by place, region, body or period side by side: what holds all words of `query`."""
        areas = self._areas()
        found = _located(self._catalogue.records("metric", (), filters), areas)
        return compare(
            found,
            by,
            areas,
            self.documents(filters=filters),
            known=self.documents(filters=replace(filters, since=None, until=None)),
            coverage=self._catalogue.coverage(filters),
            words=(query or "").split(),
        )

    def area(self, place: str | None) -> Area | None:
        """The area that goes by this name, with its code and region; null where none, or more than one, does."""
        return area_of(place, self._areas())

    def _areas(self) -> Areas:
        return areas_of(self._catalogue.authorities(), self._catalogue.stated())

    def register(
        self,
        kind: RecordKind | Literal["promise"],
        *,
        query: str | None = None,
        filters: Filters = Filters(),  # noqa: B008
        sort: Sort = "date",
        backwards: bool = False,
        status: Status | None = None,
    ) -> list[str]:
        """The ids of what `records` lists, sorted; of those that are followed, those that stand so today.

        A promise is an action or a decision that something is to come back. `listed` has the records.
        """
        kinds: tuple[RecordKind, ...] = ("action", "decision") if kind == "promise" else (kind,)
        ids = self._catalogue.record_ids(kinds, (query or "").split(), filters, sort, backwards=backwards)
        if kind == "promise":
            promises = self._following.promises()
            ids = [id_ for id_ in ids if id_ in promises]
        if status is None:
            return ids
        became = dict(chain.from_iterable(self._following.outcomes(each, date.today()).items() for each in kinds))
        return [id_ for id_ in ids if id_ in became and stands(became[id_].fate, became[id_].late, status)]

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """The records of these ids, in their order, each with what became of it."""
        with self._catalogue.snapshot():  # what another program adds meanwhile changes what became of them
            return self.follow(self._catalogue.listed(ids))

    def coverage(self, filters: Filters = Filters()) -> Coverage:  # noqa: B008
        """What the filters on documents let through, whatever they say of records."""
        return self._catalogue.coverage(replace(filters, kind=None, outcome=None, owner=None, mover=None))

    def bodies(self) -> list[BodyHeld]:
        """The bodies whose documents are held, by organisation and name."""
        return self._catalogue.bodies()

    def regions(self) -> dict[str, str]:
        """The regions of the organisations whose documents are held, as far as lookups or corpora told them."""
        return dict(self._regions(self._catalogue.state()))

    @cachedmethod(attrgetter("_held_regions"), lock=attrgetter("_lock"))  # every page of results asks for them
    def _regions(self, _state: str | None) -> dict[str, str]:
        names = {each.organisation for each in self.bodies() if each.organisation}
        areas = self._areas()
        return {name: region for name in sorted(names) if (region := region_of(area_of(name, areas)))}

    def region(self, name: str) -> Region:
        """A region to filter by.

        Raises:
            QueryError: if no organisation is known to lie in it.
        """
        found = tuple(each for each, region in self.regions().items() if region.casefold() == name.casefold())
        if not found:
            raise QueryError(f"No organisation in this library is known to lie in {name}; leave the region out")
        return Region(name, found)

    def outcomes(self, hits: Sequence[Hit], *, filters: Filters = Filters()) -> list[frozenset[Outcome]]:  # noqa: B008
        """For each hit, how the decisions in it came out."""
        ids = [passage_id(hit.passage) for hit in hits]
        found = self._catalogue.outcomes(ids, filters)
        return [found.get(each, frozenset()) for each in ids]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document with all that was taken from it. An id may be shortened while it is unambiguous.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.document(document_id)

    def document_info(self, document_id: str) -> DocumentInfo:
        """What identifies a document, without its text.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.document_info(document_id)

    def extracted(self, sha256: str) -> tuple[Minutes, str, "Profile"] | None:
        """What was taken from the document of this content, null where it is not held.

        With it come the fingerprint of what read it (`program`) and the profile of its body. What people corrected is
        not in it.
        """
        from extract import Profile

        document_id = self._catalogue.document_of(sha256)
        if document_id is None:
            return None
        _, minutes = self._catalogue.extraction(document_id)
        read_by = self._catalogue.read_by(document_id)
        return minutes, read_by, Profile.model_validate_json(self._catalogue.profile(document_id))

    def record(self, record_id: str) -> Listed:
        """One record by its id, which may be shortened while it is unambiguous.

        Raises:
            QueryError: if there is no such record, or more than one.
        """
        return self._catalogue.record(record_id)

    def follow(self, found: Sequence[Listed], *, today: date | None = None) -> list[Listed]:
        """The same records; those that later documents may come back to with what became of them by `today`."""
        return self._following.followed(found, today or date.today())

    def threads(self, document: DocumentInfo, meeting: Meeting) -> dict[str, dict[str, str]]:
        """For each item of a document that has a thread, why items of other meetings of its body belong to it.

        Both by their ids. Where neither organisation nor body is named, other meetings cannot be told.
        """
        return self._threads.of(document.id, meeting)

    def thread(self, item: Listed) -> list[Threaded]:
        """An item and those of its thread, by date, each with what was decided and asked for under it."""
        why = {item.record.id: None, **self.threads(item.document, item.meeting).get(item.record.id, {})}
        said: defaultdict[str | None, list[Listed]] = defaultdict(list)
        for each in self.follow(self._catalogue.under(list(why))):
            said[getattr(each.record, "item_id", None)].append(each)
        held = sorted(self._catalogue.listed(list(why)), key=lambda each: each.meeting.date or "")
        return [Threaded(item=each, why=why[each.record.id], records=tuple(said[each.record.id])) for each in held]

    def person(self, name: str, *, organisation: str | None = None) -> list[Person]:
        """What is said of a person, in one organisation or in each whose documents have the name."""
        if not (letters := stem(name)):
            return []
        found = in_organisations(name, self._catalogue.attended(letters), self._catalogue.naming_people(letters))
        return [
            each.model_copy(update={"owned": tuple(self.follow(each.owned))})
            for each in found
            if organisation in (None, each.organisation)
        ]

    def check(self, ids: Sequence[str] = ()) -> tuple[int, list[Finding]]:
        """How many documents were looked at, and what does not fit together in them: in these, or in all.

        Of a document that is named, what later meetings of its body corrected in it is told, too.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        asked = {minutes.document.id: minutes.meeting for _, minutes in map(self.document, ids)}
        bodies = {(meeting.organisation, meeting.body) for meeting in asked.values()}
        names = {name for name, _ in bodies} or {None}
        held = [each for name in names for each in self.documents(filters=Filters(organisation=name))]
        near = dict.fromkeys(d.document.id for d in held if d.document and d.meeting
                             and (not ids or (d.meeting.organisation, d.meeting.body) in bodies))  # fmt: skip
        read_by = dict(chain.from_iterable(self._catalogue.editions().values()))
        found = _put_together((self._checked(id_, read_by.get(id_)) for id_ in near), within="in the library")
        return len(asked or near), [f for f in found if not ids or asked.keys() & {c.document_id for c in f.citations}]

    def _checked(self, document_id: str, read_by: str | None) -> "Checked":
        """What a document shows by itself, worked out once as long as it is not read by another program."""
        key = document_id, read_by
        if key not in self._held_checks:
            self._held_checks[key] = _look_at(*self.document(document_id))
        return self._held_checks[key]

    def mistrusted(self, kind: RecordKind, *, query: str | None = None, filters: Filters = Filters()) -> int:  # noqa: B008
        """How many records of low trust the register leaves out."""
        return self._catalogue.mistrusted(kind, (query or "").split(), filters)

    def why(self, record_id: str) -> Why:
        """Why a record was extracted.

        Raises:
            QueryError: if there is no such record, or this program would not extract it.
        """
        from extract import Profile  # spaCy takes a second to import, which a search need not wait for
        from extract.why import why

        listed = self.record(record_id)
        if listed.record.rule == BY_HAND:
            said = next(each for each in self.corrections(listed.document.id) if each.record_id == listed.record.id)
            raise QueryError(f"{listed.record.id}: {said.who} added this record by hand: {said.why}; no rule found it")
        document, _ = self.document(listed.document.id)
        profile = Profile.model_validate_json(self._catalogue.profile(document.id))
        if told := why(listed, document, profile):
            return told
        raise QueryError(
            f"{listed.record.id}: Minutebook has changed since it read this file and does not extract this record any "
            f"more; run: minutebook ingest {listed.document.path}"
        )

    def timeline(self, query: str, *, filters: Filters = Filters(), limit: int = 20) -> Timeline:  # noqa: B008
        """A topic through the meetings: the `limit` passages that answer best, and the records on the same matter.

        Raises:
            QueryError: if the query is empty or a filter cannot be understood.
        """
        answer, question = self.search(query, filters=filters, limit=limit), understood(query, filters)
        passages = spoken(answer)
        beside = self._catalogue.beside([passage_id(each.citation) for each in passages], question.filters)
        passages += [each for each in beside if mentions(question.text, each.citation.quote)]
        ids = [passage_id(each.citation) for each in passages]
        on_it = self.follow(self._catalogue.records_on(ids, question.filters))
        return Timeline(query=query, steps=tuple(steps(question.text, passages, on_it)), coverage=answer.coverage)

    def related(self, record_id: str, *, filters: Filters = Filters(), limit: int = 10) -> tuple[Related, ...]:  # noqa: B008
        """Passages that treat the same matter as a record, most alike first, each with the reasons and its records.

        Raises:
            QueryError: if there is no such record, or more than one, or its text is not embedded yet.
        """
        listed = self.record(record_id)
        item = getattr(listed.record, "item_id", listed.record.id)  # an item is its own
        thread = self.threads(listed.document, listed.meeting).get(item or "", {})
        return related(self._catalogue, self._vectors, listed, thread, filters=filters, limit=limit)

    def topics(self, *, filters: Filters = Filters(), limit: int = 5) -> Topics:  # noqa: B008
        """What bodies talk about, at most `limit` topics a body and year, the most telling first."""
        found = topics(self._catalogue.talk(filters), self._catalogue.people(), limit=limit)
        numbers = {number for each in found for number in each.numbers[:EXAMPLES]}
        places = self._catalogue.twins(sorted(numbers))
        told = (
            Topic(
                organisation=each.group[0], body=each.group[1], year=each.group[2], name=each.name,
                terms=tuple(each.terms), items=len(each.items), score=round(each.score, 2),
                examples=tuple(places[number] for number in dict.fromkeys(each.numbers[:EXAMPLES])),
            )
            for each in found
        )  # fmt: skip
        return Topics(topics=tuple(told), coverage=self._catalogue.coverage(filters))

    def versions(self, document_id: str) -> list[Version]:
        """Other documents of the same meeting or with the same text: draft and confirmed, a paper and its pack.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.versions(document_id)

    def diff(self, document_id: str, other_id: str | None = None, *, exempt: bool = False) -> Comparison:
        """What changed from one document to another; from the draft to the confirmed minutes where only one is named.

        Raises:
            QueryError: if there is no such document, or not one other version of the meeting's minutes.
        """
        old, new = self.document(document_id), self.document(other_id or self._other_version(document_id))
        draft_last = new[1].meeting.status == "draft" or old[1].meeting.status == "confirmed"
        if other_id is None and draft_last and old[1].meeting.status != new[1].meeting.status:
            old, new = new, old
        if not exempt:
            old, new = (old[0], old[1].public), (new[0], new[1].public)
        found, same = changes(old, new, exempt=exempt)
        return Comparison(
            old=old[1].document, old_meeting=old[1].meeting, new=new[1].document, new_meeting=new[1].meeting,
            changes=tuple(found), same=same,
        )  # fmt: skip

    def _other_version(self, document_id: str) -> str:
        """The other minutes of a meeting: to a draft the confirmed ones, to these the draft, or the only others."""
        held = [each for each in self.versions(document_id) if each.relation in ("draft", "confirmed", "minutes")]
        wanted = {"draft": "confirmed", "confirmed": "draft"}.get(self.document(document_id)[1].meeting.status or "")
        meant = [each for each in held if each.relation == wanted] or held
        if len(meant) == 1:
            return meant[0].document.id
        several = f"several other minutes ({', '.join(each.document.id for each in meant)})"
        raise QueryError(
            f"There are {several if meant else 'no other minutes'} of the meeting of {document_id}; "
            "name the document to compare it with"
        )

    def quote(self, document_id: str, quotation: str, *, exempt: bool = False) -> Quotation:
        """Whether a quotation stands in a document, where, and what differs; with `exempt` also in text so marked.

        Raises:
            QueryError: if there is no such document, or no letter or figure in the quotation.
        """
        if not any(map(str.isalnum, quotation)):
            raise QueryError("There is nothing to look for; give the words of the quotation")
        document, minutes = self.document(document_id)
        hidden = [] if exempt else [(each.start, each.end) for each in minutes.exempt]
        found = locate(document, quotation, hidden=hidden)
        return Quotation(
            quote=quotation, verdict=found.verdict, forms=found.forms, edits=found.edits, document=minutes.document,
            meeting=minutes.meeting, citations=found.places, withheld=bool(hidden),
        )  # fmt: skip

    def verify(self) -> list[str]:
        """Check that catalogue, citations, vectors, model and kept files agree; one line for each thing that does not.

        Passages that are yet to be embedded (`status()["pending"]`) are no fault: the next `add` embeds them.
        """
        with timed("verified") as told:
            faults = self._catalogue.faults() or [  # nothing else can be told of a database that is damaged
                *chain.from_iterable(self._catalogue.misquotes().values()),
                *self._model_faults(),
                *disagreements(self._catalogue, self._vectors),
                *self._changed_files(),
            ]
            told["faults"] = len(faults)
        return faults

    def repair(self) -> tuple[list[str], list[str]]:
        """Make anew what can be made from the catalogue; the faults that are gone, and those that are left.

        Indexes and the store of vectors are. A document whose citations are not its words is read anew from its file
        the next time that `add` meets it.
        """
        before = self.verify()
        with suppress(LibraryError), self._alone():  # a database that is damaged beyond that is named as left
            self._catalogue.mend()
            self._catalogue.read_again(list(self._catalogue.misquotes()))
            reconcile(self._catalogue, self._vectors)
            for _ in self._embed():
                pass
        left = self.verify()
        return [fault for fault in before if fault not in left], left

    def backup(self, file: Path) -> int:
        """Write all that is held to one file, while others read and write; its size in bytes.

        Raises:
            LibraryError: if it cannot be written, or the catalogue is in PostgreSQL, which has tools for that.
        """
        self._own_catalogue("pg_dump")
        with timed("backup") as told:
            told["bytes"] = size = backup(self.folder, file)
        return size

    def restore(self, file: Path) -> None:
        """Put what a backup holds in place of all that is held, while others read and write. No file is read anew.

        Raises:
            LibraryError: if it is no backup of this or an older version, or the catalogue is in PostgreSQL.
        """
        self._own_catalogue("pg_restore")
        with self._alone(), timed("restore"):
            restore(self._catalogue, self.folder, file)
            for _ in self._embed():
                pass

    def _own_catalogue(self, tool: str) -> None:
        if self._servers["catalogue"]:
            raise LibraryError(f"The catalogue is in PostgreSQL, which this does not copy; use {tool}")

    def _model_faults(self) -> Iterator[str]:
        """Whether the model that is installed is the one that made the vectors."""
        if (known := self._catalogue.encoder()) is None:
            return
        try:
            encoder = self._load_encoder()
        except ModelError as error:
            yield str(error)
            return
        if encoder.fingerprint != known[1]:
            yield f"model {known[0]}: is another than the one that made the vectors; run: minutebook rebuild"
        elif self._catalogue.dimensions() - {encoder.dimension}:
            yield f"model {known[0]}: not all vectors have its {encoder.dimension} numbers; run: minutebook rebuild"

    def _changed_files(self) -> Iterator[str]:
        """Files kept in the library's own folder that are not what was read any more. Others are not in its care."""
        for held in self.documents():
            path = Path(held.path)
            if held.document and path.is_relative_to(self.folder.absolute()):
                try:
                    changed = _sha256(path) != held.document.sha256
                except InputError as error:
                    yield str(error)
                else:
                    if changed:
                        yield f"{path}: is not the file that was read any more; put it back from a backup"

    def status(self) -> dict[str, object]:
        """Counts, dates, model and sizes (in bytes) of what is held."""
        coverage, encoder = self._catalogue.coverage(Filters()), self._catalogue.encoder()
        totals = self._catalogue.totals()
        return {
            "folder": str(self.folder),
            **{name: url for name, url in self._servers.items() if url},
            **totals,
            "bodies": coverage.bodies,
            "first": coverage.first,
            "last": coverage.last,
            "pending": totals["passages"] - totals["vectors"],
            "encoder": encoder[0] if encoder else None,
            "encoder_sha256": encoder[1] if encoder else None,
            "catalogue_bytes": self._local("catalogue", self.folder / CATALOGUE),
            "vectors_bytes": self._local("chroma", *(self.folder / VECTORS).rglob("*")),
        }

    def _local(self, server: str, *files: Path) -> int | None:
        """How large files are, null where a server holds what would be in them."""
        return None if self._servers[server] else sum(map(_size, files))


def _unheard(stage: Stage, done: int, total: int, pages: int) -> None:
    """Progress that nobody asked for."""


def _located(found: Sequence[Listed], areas: Areas) -> list[Listed]:
    """The same metrics, with the area that each is for."""
    places = [(isinstance(each.record, Metric) and each.record.place) or each.meeting.organisation for each in found]
    return [each.model_copy(update={"area": area_of(place, areas)}) for each, place in zip(found, places, strict=True)]


@dataclass(frozen=True)
class Checked:
    """What a document shows by itself: what does not fit together in it, and what it corrects in others."""

    minutes: Minutes  # its items and no other records
    head: Citation | None  # where it begins, if it is minutes that others may correct
    findings: list[Finding]
    corrections: "list[Corrects]"


def check_records(read: Iterable[tuple[Document, Minutes]], *, within: str) -> list[Finding]:
    """What does not fit together in each document, and what one corrects in another, with a citation of both.

    `within` says in the message where a corrected record was looked for. Each document is let go of once read.
    """
    return _put_together((_look_at(document, minutes) for document, minutes in read), within=within)


def _look_at(document: Document, minutes: Minutes) -> Checked:
    from extract.consistency import corrections, inconsistencies  # brings in the language tools

    head = next((block for block in document.blocks if not block.furniture), None)
    return Checked(
        minutes=minutes.model_copy(update=dict.fromkeys(("attendance", "decisions", "actions", "metrics"), ())),
        head=document.cite(head.start, head.end) if head and minutes.document.kind == "minutes" else None,
        findings=list(inconsistencies(document, minutes)),
        corrections=list(corrections(document, minutes)),
    )


def _put_together(found: Iterable[Checked], *, within: str) -> list[Finding]:
    looked = list(found)
    records: dict[Key, list[tuple[Minutes, Citation]]] = {}
    for each in looked:
        if each.head:
            records.setdefault(_key(each.minutes), []).append((each.minutes, each.head))
    inside = [finding for each in looked for finding in each.findings]
    waiting = [(each.minutes, correction) for each in looked for correction in each.corrections]
    return inside + [_correction(each, by, records.get(_key(by), []), within) for by, each in waiting]


def _key(minutes: Minutes) -> Key:
    """Whose meetings they are; without a body the organisation's own."""
    meeting = minutes.meeting
    return (meeting.organisation or "").casefold(), (meeting.body or meeting.organisation or "").casefold()


def _correction(told: "Corrects", by: Minutes, records: Iterable[tuple[Minutes, Citation]], within: str) -> Finding:
    """What a meeting corrected, linked to the one record of its body and that date, to the item where it names one."""
    dated = [each for each in records if (each[0].meeting.date or "~") < (by.meeting.date or "")]
    day = told.held.isoformat() if told.held else max((m.meeting.date or "" for m, _ in dated), default=None)
    meant = [each for each in dated if each[0].meeting.date == day]
    cited = [told.citation]
    missing = f"; there {'are several records' if meant else 'is no record'} of them {within}"
    if len(meant) == 1:
        minutes, head = meant[0]
        items = [
            item.citation for item in minutes.items if item.number == told.number and told.number and not item.exempt
        ]
        cited, missing = [told.citation, items[0] if len(items) == 1 else head], ""
    held = f"the minutes of {day}" if day else "the minutes of the meeting before"
    return Finding(
        kind="correction", message=f"It corrects {held}{missing}.", document=by.document, meeting=by.meeting,
        citations=tuple(cited),
    )  # fmt: skip


def _failed(path: Path, error: InputError) -> Ingested:
    return Ingested(path=shown(path), outcome="failed", error=str(error))


def _logged(ingested: Ingested) -> dict[str, object]:
    """What the log tells of a file: neither its name nor its words, which may tell of people."""
    document, receipt = ingested.document, ingested.receipt
    return {
        "document": document.id if document else None,
        "outcome": ingested.outcome,
        "pages": receipt.pages_in if receipt else None,
        **ingested.counts,
    }


def _sha256(path: Path) -> str:
    check(path)
    with explained(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0
