"""The library: the one composer of reading, extraction and search.

library = Library("minutes-library", create=True)
for ingested in library.add("minutes.pdf"):
    print(ingested.outcome)
for hit in library.search("who agreed the budget").hits:
    print(hit.citation.page, hit.text)

`docs/python.md` shows more of it. How each thing is done is in the module that its method names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from index.backups import CATALOGUE
from index.catalogue import Catalogue
from index.followed import Following
from index.narrowing import emptied_by
from index.places import Stated
from index.threads import Threads
from index.vectors import Vectors
from library import adding, asking, correcting, documents, keeping, registers
from library.adding import Progress, program
from library.checking import Checks, check_records
from library.embedding import Embedder
from library.figures import Figures, import_places
from library.files import discard, files_in, left_out, strays
from logs import log
from minutes.errors import LibraryError
from minutes.found import (
    Answer,
    Area,
    BodyHeld,
    Compared,
    Comparison,
    Correction,
    Coverage,
    Filters,
    Finding,
    Hit,
    Ingested,
    Listed,
    Matrix,
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
    Topics,
    Verdict,
    Version,
    Why,
)
from minutes.model import By, Decision, Document, DocumentInfo, Meeting, Minutes
from workers import TIMEOUT

if TYPE_CHECKING:
    from extract import Profile

__all__ = ["Library", "Progress", "check_records", "files_in", "left_out", "program", "strays"]


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
            Vectors(chroma, name=f"minutebook-{self._catalogue.key()}") if chroma else Vectors(folder / keeping.VECTORS)
        )
        self._servers = {"catalogue": self._catalogue.place if catalogue else None, "chroma": chroma}
        self._embedder = Embedder(self._catalogue, self._vectors, folder, encoder=encoder)
        self._following = Following(self._catalogue)
        self._threads = Threads(self._catalogue)
        self._figures = Figures(self._catalogue)
        self._checks = Checks(self._catalogue)

    def close(self) -> None:
        """Let go of the files."""
        self._vectors.close()
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- adding -------------------------------------------------------------------------------------------------

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
        embedded together after every so many documents and at the end; after a crash the next call embeds what is left.
        """
        return adding.add(
            self._catalogue, self._embedder, paths,
            password=password, timeout=timeout, profile=profile, progress=progress, scheduler=scheduler,
        )  # fmt: skip

    def import_places(self, path: Path) -> tuple[int, int]:
        """Hold the authorities of a lookup file (`index.places`); how many there are, and lines of it without any.

        Raises:
            InputError: if it cannot be read as one.
        """
        return import_places(self._catalogue, path)

    def state_places(self, found: Iterable[Stated]) -> None:
        """Hold the places that a corpus states of organisations; they count over those of lookup files."""
        self._catalogue.put_stated(found)

    def gone(self, paths: Iterable[str | Path]) -> list[DocumentInfo]:
        """The documents that were read from below these folders and whose files are no longer there, by path.

        They stay held until they are removed: a library may outlive the files that it was read from.
        """
        return keeping.gone(self._catalogue, [Path(path) for path in paths])

    def remove(self, document_id: str) -> DocumentInfo:
        """Take a document and all that came from it out of the library; the file, too, if it was uploaded.

        Raises:
            QueryError: if there is no such document.
            LibraryError: if the uploaded file cannot be deleted; the document is out then.
        """
        removed = self._catalogue.remove(document_id)
        self._catalogue.unify()  # what it told of the names of others is gone
        log("removed", document=removed.id)
        discard(self.folder, removed.sha256)
        self._embedder.drop()
        return removed

    def rebuild(self, *, encoder: str | None = None) -> Iterator[tuple[int, int]]:
        """Make the index anew from the catalogue, no file is read; yields passages done and passages in all.

        `encoder` names another model: a sentence-transformers folder or a name on the Hugging Face hub, from where it
        is downloaded if it was not before. What was stopped goes on where it stood when the same is asked again.
        """
        return self._embedder.rebuild(encoder)

    # ---- correcting ---------------------------------------------------------------------------------------------

    def correct(self, record_id: str, fields: Mapping[str, Any] | None = None, *, who: str, why: str) -> Correction:
        """Put these fields in place of a record's own; without any, mark it as wrong, so that it shows no more.

        Words of a record are those of its document: they have to stand there, and are cited anew. Corrections are kept
        apart from what was extracted and put on top of whatever a later program extracts from the same file.

        Raises:
            QueryError: if there is no such record, a field makes no sense, or words do not stand in the document.
        """
        told = correcting.correct(self._catalogue, record_id, fields, who=who, why=why)
        self._embedder.catch_up()
        return told

    def add_record(
        self, document_id: str, kind: RecordKind, fields: Mapping[str, Any], *, who: str, why: str, near: int = 0
    ) -> Correction:
        """Add a record that extraction missed.

        Its words have to stand in the document; of several such places the one nearest to the offset `near` is meant.

        Raises:
            QueryError: if there is no such document, a field makes no sense, or the words do not stand in it.
        """
        told = correcting.add_record(self._catalogue, document_id, kind, fields, who=who, why=why, near=near)
        self._embedder.catch_up()
        return told

    def withdraw(self, correction_id: str, *, who: str) -> Correction:
        """Take a correction back; it stays in the list, with who took it back and when.

        Raises:
            QueryError: if there is no such correction, or more than one.
        """
        told = correcting.withdraw(self._catalogue, correction_id, who=who)
        self._embedder.catch_up()
        return told

    def corrections(self, document_id: str | None = None) -> list[Correction]:
        """What people said of the records of a document, or of all, in the order in which they said it.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.corrections(document_id and self.document_info(document_id).sha256)

    def corrected(self) -> list[Minutes]:
        """The records of each document of which any were corrected, less those of low trust."""
        return correcting.corrected(self._catalogue)

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
        return asking.search(
            self._catalogue, self._vectors, self._embedder, query,
            filters=registers.meaning(self._catalogue, filters), limit=limit, boilerplate=boilerplate, rerank=rerank,
        )  # fmt: skip

    def decided(self, hits: Sequence[Hit], *, filters: Filters = Filters()) -> list[list[Decision]]:  # noqa: B008
        """For each hit that is a decision, the record of it, or of each that is told in the same words."""
        return asking.decided(self._catalogue, hits, filters)

    def timeline(self, query: str, *, filters: Filters = Filters(), limit: int = 20) -> Timeline:  # noqa: B008
        """A topic through the meetings: the `limit` passages that answer best, and the records on the same matter.

        Raises:
            QueryError: if the query is empty or a filter cannot be understood.
        """
        found = self.search(query, filters=filters, limit=limit)
        return asking.timeline(self._catalogue, self._following, found, filters)

    def topics(self, *, filters: Filters = Filters(), limit: int = 5) -> Topics:  # noqa: B008
        """What bodies talk about, at most `limit` topics a body and year, the most telling first."""
        return asking.topics(self._catalogue, filters=filters, limit=limit)

    def related(self, record_id: str, *, filters: Filters = Filters(), limit: int = 10) -> tuple[Related, ...]:  # noqa: B008
        """Passages that treat the same matter as a record, most alike first, each with the reasons and its records.

        Raises:
            QueryError: if there is no such record, or more than one, or its text is not embedded yet.
        """
        return asking.related(self._catalogue, self._vectors, self._threads, record_id, filters=filters, limit=limit)

    # ---- registers ----------------------------------------------------------------------------------------------

    def records(self, kind: RecordKind, *, query: str | None = None, filters: Filters = Filters()) -> list[Listed]:  # noqa: B008
        """A register: all records of a kind, latest meeting first, those that hold all words of `query`."""
        if kind == "metric":
            return self._figures.metrics(_words(query), filters)
        return self._catalogue.records(kind, _words(query), registers.meaning(self._catalogue, filters))

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
        return registers.register(
            self._catalogue, self._following, kind, _words(query),
            filters=filters, sort=sort, backwards=backwards, status=status,
        )  # fmt: skip

    def listing(self, kind: RecordKind) -> int:
        """How many records of a kind the register lists where nothing narrows it; `status` counts all that are held."""
        return self._catalogue.listing(kind)

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        """The records of these ids, in their order, each with what became of it."""
        with self._catalogue.snapshot():  # what another program adds meanwhile changes what became of them
            return self.follow(self._catalogue.listed(ids))

    def mistrusted(self, kind: RecordKind, *, query: str | None = None, filters: Filters = Filters()) -> int:  # noqa: B008
        """How many records of low trust the register leaves out."""
        return self._catalogue.mistrusted(kind, _words(query), registers.meaning(self._catalogue, filters))

    def copies(self, filters: Filters = Filters()) -> list[tuple[DocumentInfo, DocumentInfo]]:  # noqa: B008
        """Minutes that registers leave out because the same stand in others, each with those that stand for them."""
        return self._catalogue.copies(filters)

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
        others = self.threads(item.document, item.meeting).get(item.record.id, {})
        return registers.thread(self._catalogue, self._following, item, others)

    def person(self, name: str, *, organisation: str | None = None) -> list[Person]:
        """What is said of a person, in one organisation or in each whose documents have the name."""
        return registers.person(self._catalogue, self._following, name, organisation)

    def why(self, record_id: str) -> Why:
        """Why a record was extracted.

        Raises:
            QueryError: if there is no such record, or this program would not extract it.
        """
        return registers.why(self._catalogue, record_id)

    def emptied_by(self, filters: Filters, finds: Callable[[Filters], bool]) -> tuple[str, ...]:
        """Where nothing was found: the filters without any one of which `finds` something, as they are typed.

        Of a name that no document goes by it is told what does.
        """
        return emptied_by(self._catalogue, filters, finds)

    # ---- figures ------------------------------------------------------------------------------------------------

    def series(self, *, query: str | None = None, filters: Filters = Filters()) -> list[Series]:  # noqa: B008
        """Metrics that measure the same thing as series over periods, those that hold all words of `query`.

        Of a series that has a figure which holds the words, all figures are told. Those of most periods come first.
        """
        return self._figures.series(_words(query), filters)

    def compare(self, by: By, *, query: str | None = None, filters: Filters = Filters()) -> Matrix:  # noqa: B008
        """What is measured, by place, region, body or period side by side: what holds all words of `query`."""
        return self._figures.compare(by, _words(query), filters)

    def area(self, place: str | None) -> Area | None:
        """The area that goes by this name, with its code and region; null where none, or more than one, does."""
        return self._figures.area(place)

    def regions(self) -> dict[str, str]:
        """The regions of the organisations whose documents are held, as far as lookups or corpora told them."""
        return self._figures.regions()

    def region(self, name: str) -> Region:
        """A region to filter by.

        Raises:
            QueryError: if no organisation is known to lie in it.
        """
        return self._figures.region(name)

    # ---- documents ----------------------------------------------------------------------------------------------

    def documents(self, *, filters: Filters = Filters()) -> list[Ingested]:  # noqa: B008
        """The documents held, by organisation, body and date, each with its counts and receipt."""
        return self._catalogue.documents(filters)

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        """One document with all that was taken from it. An id may be shortened while it is unambiguous.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.document(document_id)

    def printed(self, minutes: Minutes) -> str | None:
        """How a document itself calls the body that the library knows by another name, or as another's."""
        own, known = self._catalogue.printed(minutes.document.id), minutes.meeting
        told = ", ".join(filter(None, (own.body, own.organisation)))
        same = (own.organisation, own.body) == (known.organisation, known.body)
        return None if same else told or "no body"

    def document_info(self, document_id: str) -> DocumentInfo:
        """What identifies a document, without its text.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._catalogue.document_info(document_id)

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
        return documents.diff(self._catalogue, document_id, other_id, exempt=exempt)

    def quote(self, document_id: str, quotation: str, *, exempt: bool = False) -> Quotation:
        """Whether a quotation stands in a document, where, and what differs; with `exempt` also in text so marked.

        Raises:
            QueryError: if there is no such document, or no letter or figure in the quotation.
        """
        return documents.quote(self._catalogue, document_id, quotation, exempt=exempt)

    def quotations(self, quotation: str, *, exempt: bool = False) -> list[Quotation]:
        """What each of the few documents nearest to a quotation's words says of it, the best verdict first.

        Raises:
            QueryError: if there is no letter or figure in the quotation.
        """
        ids = documents.nearest(self.search, quotation, exempt=exempt)
        told = [self.quote(each, quotation, exempt=exempt) for each in ids]
        return sorted(told, key=lambda each: get_args(Verdict).index(each.verdict))

    def extracted(self, sha256: str) -> tuple[Minutes, str, "Profile"] | None:
        """What was taken from the document of this content, null where it is not held.

        With it come the fingerprint of what read it (`program`) and the profile of its body. What people corrected is
        not in it.
        """
        return documents.extracted(self._catalogue, sha256)

    def coverage(self, filters: Filters = Filters()) -> Coverage:  # noqa: B008
        """What the filters on documents let through, whatever they say of records."""
        return self._catalogue.coverage(replace(filters, kind=None, outcome=None, owner=None, mover=None))

    def bodies(self) -> list[BodyHeld]:
        """The bodies whose documents are held, by organisation and name."""
        return self._catalogue.bodies()

    # ---- checking and keeping -----------------------------------------------------------------------------------

    def check(self, ids: Sequence[str] = ()) -> tuple[Compared, list[Finding]]:
        """How much was held against something in these documents, or in all, and what does not fit together in them.

        Of a document that is named, what later meetings of its body corrected in it is told, too.

        Raises:
            QueryError: if there is no such document, or more than one.
        """
        return self._checks.check(ids)

    def verify(self) -> list[str]:
        """Check that catalogue, citations, vectors, model and kept files agree; one line for each thing that does not.

        Passages that are yet to be embedded (`status()["pending"]`) are no fault: the next `add` embeds them.
        """
        return keeping.verify(self.folder, self._catalogue, self._vectors, self._embedder)

    def repair(self) -> tuple[list[str], list[str]]:
        """Make anew what can be made from the catalogue; the faults that are gone, and those that are left.

        Indexes and the store of vectors are. A document whose citations are not its words is read anew from its file
        the next time that `add` meets it.
        """
        before = self.verify()
        keeping.repair(self._catalogue, self._vectors, self._embedder)
        left = self.verify()
        return [fault for fault in before if fault not in left], left

    def backup(self, file: Path) -> int:
        """Write all that is held to one file, while others read and write; its size in bytes.

        Raises:
            LibraryError: if it cannot be written, or the catalogue is in PostgreSQL, which has tools for that.
        """
        return keeping.backup(self.folder, self._servers, file)

    def restore(self, file: Path) -> None:
        """Put what a backup holds in place of all that is held, while others read and write. No file is read anew.

        Raises:
            LibraryError: if it is no backup of this or an older version, or the catalogue is in PostgreSQL.
        """
        keeping.restore(self.folder, self._servers, self._catalogue, self._embedder, file)

    def status(self) -> dict[str, object]:
        """Counts, dates, model and sizes (in bytes) of what is held."""
        return keeping.status(self.folder, self._servers, self._catalogue)


def _words(query: str | None) -> list[str]:
    return (query or "").split()
