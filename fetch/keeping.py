"""Keeps what a council publishes: the files in a folder, what is known of each in `.fetched.json`, and the manifest.

Only what is new or may have changed is asked for. A site rarely gives an ETag; then a document is asked for again when
the site tells another version of it, or for half a year after its meeting, in which draft minutes are replaced. What
was stopped goes on where it stood: for a day nothing is asked twice.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from corpora.manifest import SCHEMA, Body, Entry, Manifest, file_of, read_manifest, write_manifest
from fetch import pages
from fetch.council import Council
from fetch.model import Committee, Meeting, Paper
from fetch.web import LIMIT, Answer, Site
from minutes.errors import FetchError, SiteError
from minutes.model import Record
from saving import save

MANIFEST, KNOWN = "corpus.toml", ".fetched.json"  # in the folder
FRESH = timedelta(days=1)
SETTLED = timedelta(days=183)
SUFFIXES = (  # by what a file begins with; the first one where its address has none of them
    (rb"\s*%PDF-", (".pdf",)),
    (rb"PK\x03\x04", (".docx", ".odt", ".xlsx", ".pptx")),
    (rb"\xd0\xcf\x11\xe0", (".doc", ".xls", ".ppt")),
    (rb"\{\\rtf", (".rtf",)),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|\?xml)", (".html",)),
)
UNREAD = (".xlsx", ".xls", ".pptx", ".ppt")
Outcome = Literal["added", "updated", "unchanged", "left", "failed"]


class Fetched(Record):
    """What became of a document, or of a meeting whose documents are not to be had.

    One that was `left` is not for the public or not there to be fetched; `why` says so, or what failed.
    """

    url: str
    outcome: Outcome
    organisation: str | None
    body: str
    date: date | None
    title: str | None = None
    path: str | None = None
    why: str | None = None


class Kept(BaseModel):
    """What is known of a document; `same_as` is the address of another that has the same content."""

    model_config = ConfigDict(extra="forbid")

    path: str
    sha256: str
    body: str
    checked: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    version: str | None = None
    same_as: str | None = None


class Seen(BaseModel):
    """When all that was wanted of a meeting was there, and whether its minutes were among it."""

    model_config = ConfigDict(extra="forbid")

    at: datetime
    minutes: bool


class Known(BaseModel):
    """What is known of a site: documents by their address, and meetings by their number and what was wanted of them."""

    model_config = ConfigDict(extra="forbid")

    documents: dict[str, Kept] = {}
    meetings: dict[str, Seen] = {}


@dataclass(frozen=True)
class Wanted:
    """What to fetch: of which committees (all if none is named), from and to which day, and what of a meeting."""

    since: date
    until: date
    committees: Sequence[str] = ()
    reports: bool = False
    again: bool = False  # also what needs no asking


class Collection:
    """The folder in which the documents of a site are kept. `stated` is what its manifest is to say of a new body."""

    def __init__(self, folder: Path, stated: Body, *, licence: str | None = None) -> None:
        """Open the folder, or make it.

        Raises:
            FetchError: if its manifest is frozen, or what is known of it cannot be read.
            ManifestError: if its manifest cannot be read.
        """
        self.path, self._stated, self._licence = folder / MANIFEST, stated, licence
        folder.mkdir(parents=True, exist_ok=True)
        self.manifest = Manifest(schema=SCHEMA, name=folder.absolute().name)
        if self.path.exists():
            self.manifest = read_manifest(self.path)
        if self.manifest.frozen:
            raise FetchError(f"{self.path}: is frozen; fetch into another folder, or take its [frozen] out")
        self._known = _read(folder / KNOWN)
        for body in self.manifest.bodies:
            for entry in body.documents:
                if entry.url and entry.sha256 and entry.url not in self._known.documents:
                    self._known.documents[entry.url] = Kept(path=entry.path, sha256=entry.sha256, body=body.body or "")

    def fetch(self, site: Site, council: Council, wanted: Wanted) -> Iterator[Fetched]:
        """Fetch what is wanted and new, one result a document; what is there when it is stopped is kept.

        Raises:
            FetchError: if there are no committees.
            SiteError: if nothing more is to be asked of the site.
        """
        try:
            for committee in council.committees(wanted.committees):
                yield from self._committee(site, council, committee, wanted)
        finally:
            self._write()

    def _committee(self, site: Site, council: Council, committee: Committee, wanted: Wanted) -> Iterator[Fetched]:
        try:
            meetings = council.meetings(committee, wanted.since, wanted.until)
        except SiteError:
            raise
        except FetchError as error:
            yield Fetched(
                url=pages.meetings_url(council.base, committee), outcome="failed", date=None, why=str(error),
                organisation=self._stated.organisation, body=committee.title,
            )  # fmt: skip
            return
        for meeting in meetings:
            if wanted.again or not _done(self._known.meetings.get(_key(meeting, wanted)), meeting):
                yield from self._meeting(site, council, meeting, wanted)

    def _meeting(self, site: Site, council: Council, meeting: Meeting, wanted: Wanted) -> Iterator[Fetched]:
        try:
            papers = council.papers(meeting, reports=wanted.reports)
        except SiteError:
            raise
        except FetchError as error:
            page = Paper(pages.meeting_url(council.base, meeting), "", "page")
            yield self._told(meeting, page, "failed", why=str(error))
            return
        failed = False
        for paper in papers:
            told = self._paper(site, meeting, paper, again=wanted.again)
            failed |= told.outcome == "failed"
            yield told
        if not failed:
            minuted = any(paper.kind != "paper" for paper in papers)
            self._known.meetings[_key(meeting, wanted)] = Seen(at=datetime.now(UTC), minutes=minuted)
        self._note()

    def _paper(self, site: Site, meeting: Meeting, paper: Paper, *, again: bool) -> Fetched:
        kept = self._held(paper.url)
        if paper.restricted:
            return self._told(meeting, paper, "left", why=f"{paper.url}: is restricted; ask the council for it")
        if kept and not again and _settled(kept, paper, meeting):
            return self._told(meeting, paper, "unchanged", kept)
        try:
            etag, last_modified = (kept.etag, kept.last_modified) if kept else (None, None)
            answer = site.get(paper.url, limit=LIMIT, etag=etag, last_modified=last_modified)
            if kept and not answer.changed:
                kept.checked, kept.version = datetime.now(UTC), paper.version
                return self._told(meeting, paper, "unchanged", kept)
            return self._store(answer, meeting, paper, kept)
        except SiteError:
            raise
        except FetchError as error:
            return self._told(meeting, paper, "failed", kept, why=str(error))

    def _store(self, answer: Answer, meeting: Meeting, paper: Paper, kept: Kept | None) -> Fetched:
        """Write a document that came, unless its content is here already."""
        suffix, sha256 = suffix_of(answer, paper), hashlib.sha256(answer.content).hexdigest()
        if suffix in UNREAD:
            return self._told(
                meeting, paper, "left", why=f"{paper.url}: is a {suffix} file, which Minutebook does not read"
            )
        known = self._known.documents
        new = Kept(
            path="", sha256=sha256, body=meeting.committee.title, checked=datetime.now(UTC), etag=answer.etag,
            last_modified=answer.last_modified, version=paper.version,
        )  # fmt: skip
        if kept and kept.sha256 == sha256:
            known[paper.url] = new.model_copy(update={"path": kept.path, "same_as": kept.same_as})
            return self._told(meeting, paper, "unchanged", kept)
        twins = (url for url, each in known.items() if each.sha256 == sha256 and not each.same_as and self._held(url))
        if twin := next(twins, None):
            self._forget(paper.url)
            known[paper.url] = new.model_copy(update={"path": known[twin].path, "same_as": twin})
            return self._told(meeting, paper, "unchanged", known[twin])
        new.path = self._name(meeting, paper, suffix, sha256)
        file = file_of(self.path, self.manifest, new.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        save(file, answer.content)
        self._forget(paper.url, but=new.path)  # not before: where nothing can be written, the old one stays
        known[paper.url] = new
        return self._told(meeting, paper, "updated" if kept else "added", new)

    def _forget(self, url: str, *, but: str | None = None) -> None:
        """Take away what a document was, unless it is `but`; those that were the same are to be fetched again."""
        old = self._known.documents.pop(url, None)
        if old and not old.same_as:
            if old.path != but:
                file_of(self.path, self.manifest, old.path).unlink(missing_ok=True)
            for twin in [twin for twin, each in self._known.documents.items() if each.same_as == url]:
                del self._known.documents[twin]

    def _held(self, url: str) -> Kept | None:
        """What is known of a document whose file is there."""
        kept = self._known.documents.get(url)
        return kept if kept and file_of(self.path, self.manifest, kept.path).is_file() else None

    def _name(self, meeting: Meeting, paper: Paper, suffix: str, sha256: str) -> str:
        """A path that no other document has: the committee, the day, what it is and its number on the site."""
        numbered = re.search(r"(?i)/s(\d+)/|[?&]ID=(\d+)", paper.url)
        number = meeting.id if paper.kind != "paper" else numbered and (numbered[1] or numbered[2])
        what = _slug(paper.title) if paper.kind == "paper" else "minutes"
        stem = "-".join(filter(None, (meeting.date.isoformat(), what, number and _slug(number))))
        path = f"{_slug(meeting.committee.title)}/{stem}{suffix}"
        file, old = file_of(self.path, self.manifest, path), self._known.documents.get(paper.url)
        if old and old.path == path and not old.same_as:
            return path
        if file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() != sha256:  # else it was stopped just then
            return f"{path.removesuffix(suffix)}-{hashlib.sha256(paper.url.encode()).hexdigest()[:8]}{suffix}"
        return path

    def _told(
        self, meeting: Meeting, paper: Paper, outcome: Outcome, kept: Kept | None = None, *, why: str | None = None
    ) -> Fetched:
        return Fetched(
            url=paper.url, outcome=outcome, organisation=self._stated.organisation, body=meeting.committee.title,
            date=meeting.date, title=paper.title or None, path=kept.path if kept else None, why=why,
        )  # fmt: skip

    def _note(self) -> None:
        """Write down what is known, so that it is not lost when this is stopped."""
        save(self.path.with_name(KNOWN), self._known.model_dump_json(indent=1, exclude_none=True).encode())

    def _write(self) -> None:
        """Name what is kept in the manifest, by body; what a person wrote there stays."""
        twins = {url for url, kept in self._known.documents.items() if kept.same_as}
        bodies = [_without(body, twins) for body in self.manifest.bodies]
        places = {entry.url: number for number, body in enumerate(bodies) for entry in body.documents}
        for url, kept in self._known.documents.items():
            if url in twins:
                continue
            named = (number for number, body in enumerate(bodies) if self._is(body, kept.body))
            place = places.get(url, next(named, len(bodies)))
            if place == len(bodies):
                bodies.append(self._new_body(kept.body, bodies))
            bodies[place] = _with(bodies[place], url, kept, self._licence)
        self.manifest = self.manifest.model_copy(update={"bodies": tuple(bodies)})
        write_manifest(self.path, self.manifest)
        self._note()

    def _is(self, body: Body, title: str) -> bool:
        return (body.organisation, body.body) == (self._stated.organisation, title)

    def _new_body(self, title: str, bodies: Sequence[Body]) -> Body:
        """A body of the organisation, at the place that the manifest states of it already, if it does."""
        same = [each for each in bodies if each.organisation == self._stated.organisation and (each.gss or each.region)]
        place = same[0] if same else self._stated
        return self._stated.model_copy(update={"body": title, "gss": place.gss, "region": place.region})


def _without(body: Body, urls: Set[str]) -> Body:
    return body.model_copy(update={"documents": tuple(each for each in body.documents if each.url not in urls)})


def _with(body: Body, url: str, kept: Kept, licence: str | None) -> Body:
    entries = list(body.documents)
    new = {"path": kept.path, "sha256": kept.sha256}
    for number, entry in enumerate(entries):
        if entry.url == url:
            entries[number] = entry.model_copy(update=new)
            break
    else:
        entries.append(Entry(**new, url=url, licence=licence))
    return body.model_copy(update={"documents": tuple(entries)})


def _settled(kept: Kept, paper: Paper, meeting: Meeting) -> bool:
    """Whether a document need not be asked for."""
    if _fresh(kept.checked) or (paper.version and paper.version == kept.version):
        return True
    return not (kept.etag or kept.last_modified) and meeting.date < (datetime.now(UTC) - SETTLED).date()


def _done(seen: Seen | None, meeting: Meeting) -> bool:
    """Whether a meeting need not be looked at: it just was, or when its minutes were there they changed no more."""
    return seen is not None and (_fresh(seen.at) or (seen.minutes and seen.at.date() > meeting.date + SETTLED))


def _fresh(checked: datetime | None) -> bool:
    return checked is not None and datetime.now(UTC) - checked < FRESH


def _key(meeting: Meeting, wanted: Wanted) -> str:
    return f"{meeting.id} reports" if wanted.reports else meeting.id


def suffix_of(answer: Answer, paper: Paper) -> str:
    """What a file is, by how it begins; an error page is sent as if all were well, too.

    Raises:
        FetchError: if it is nothing that a council publishes as a document.
    """
    head, named = answer.content[:1024], PurePosixPath(urlsplit(answer.url).path).suffix.casefold()
    found = next((each for pattern, each in SUFFIXES if re.match(pattern, head, re.IGNORECASE | re.DOTALL)), None)
    if found is None:
        raise FetchError(f"{answer.url}: is no document that Minutebook reads ({answer.media_type or 'unknown'})")
    if found == (".html",) and paper.kind != "page":
        raise FetchError(f"{answer.url}: gives a web page in place of a document; look at it in a browser")
    return named if named in found else found[0]


def _slug(text: str) -> str:
    """Small letters, figures and hyphens alone, so that it is a file's name everywhere."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "unnamed"


def _read(file: Path) -> Known:
    try:
        return Known.model_validate_json(file.read_bytes()) if file.exists() else Known()
    except ValidationError as error:
        raise FetchError(f"{file}: is damaged; delete it, and what is named in {MANIFEST} is still known") from error
