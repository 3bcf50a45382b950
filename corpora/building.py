"""A corpus and a library: building the one from the other, and freezing what is in it.

A frozen manifest has the SHA-256 of each file, the number and the digest of each kind of record that it gave, and the
versions of what made them. So whoever builds it again has the same records, or is told what differs and why it may.
"""

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING, Any

from corpora.manifest import SCHEMA, Body, Entry, Frozen, Manifest, file_of
from index.places import REGIONS, Stated
from library import Library, Progress, program
from library.files import sha256_of
from library.tools import tools
from minutes.errors import InputError, ManifestError
from minutes.found import Filters, Ingested
from minutes.model import DocumentInfo, Minutes
from models.manifest import manifest as models_in
from workers import TIMEOUT

if TYPE_CHECKING:
    from extract import Profile

KINDS = ("attendance", "items", "decisions", "actions", "metrics", "exempt")
_CODES = {name: region for region, name in REGIONS.items()}


# ---- files ----------------------------------------------------------------------------------------------------------


def verify(path: Path, manifest: Manifest) -> Iterator[tuple[Entry, Path, str | None, str | None]]:
    """Each document, its file, its SHA-256 and what is wrong with it; null what is not known, and where nothing is."""
    seen: dict[str, str] = {}
    for entry in manifest.documents:
        file, sha256, fault = file_of(path, manifest, entry.path), None, None
        try:
            if not file.exists():
                raise InputError(f"{file}: is not there; {_where_from(entry)}")
            sha256 = sha256_of(file)
            if entry.sha256 and sha256 != entry.sha256:
                raise InputError(f"{file}: is another file than the manifest names ({sha256}); {_where_from(entry)}")
            if sha256 in seen:
                raise InputError(f"{file}: is the same file as {seen[sha256]}; name it once in the manifest")
            seen[sha256] = entry.path
        except InputError as error:
            fault = str(error)
        yield entry, file, sha256, fault


def _where_from(entry: Entry) -> str:
    return f"get it from {entry.url}" if entry.url else "put it there, or take it out of the manifest"


# ---- building -------------------------------------------------------------------------------------------------------


def build(
    path: Path, manifest: Manifest, library: Library, *, timeout: float = TIMEOUT, progress: Progress | None = None
) -> Iterator[Ingested]:
    """Read the documents of a corpus into a library, and hold the places of its organisations; one result a document.

    A file that is missing, or is another than the manifest names, is not read, and does not stop the others.
    """
    report = progress or (lambda *_: None)
    profiles = [profile_for(path, manifest, body) for body in manifest.bodies]  # all, before anything is done
    library.state_places(places_of(manifest))
    checked = {entry.path: (file, fault) for entry, file, _, fault in verify(path, manifest)}
    done, pages = 0, 0
    for body, profile in zip(manifest.bodies, profiles, strict=True):
        found = [checked[entry.path] for entry in body.documents]
        yield from (Ingested(path=str(file), outcome="failed", error=fault) for file, fault in found if fault)
        files = [file for file, fault in found if not fault]

        def moved(stage: Any, count: int, total: int, read: int, before: int = done, earlier: int = pages) -> None:
            reading = stage == "reading"
            report(stage, before + count if reading else count, len(checked) if reading else total, earlier + read)

        for ingested in library.add(files, timeout=timeout, profile=profile, progress=moved):
            pages += ingested.receipt.pages_in if ingested.receipt else 0
            yield ingested
        done += len(found)


def places_of(manifest: Manifest) -> list[Stated]:
    """The places that a manifest states of organisations."""
    return [
        Stated(body.organisation, body.gss, _CODES[body.region] if body.region else None)
        for body in manifest.bodies
        if body.organisation and (body.gss or body.region)
    ]


def profile_for(path: Path, manifest: Manifest, body: Body) -> "Profile":
    """The profile of a body, with the names that its manifest states.

    Raises:
        ProfileError: if it cannot be read, or says something that no profile can.
    """
    from extract import PLAIN, profile_of, read_profile

    own = PLAIN
    if isinstance(body.profile, str):
        own = read_profile(file_of(path, manifest, body.profile))
    elif body.profile:
        own = profile_of(body.profile, f"{path}: profile of {body.name}")
    names = {"organisation": body.organisation, "body": body.body}
    stated = {key: name for key, name in names.items() if name}
    return own.model_copy(update={**stated, "settled": True}) if stated else own


# ---- freezing -------------------------------------------------------------------------------------------------------


def freeze(path: Path, manifest: Manifest, library: Library) -> Manifest:
    """The same manifest with the hashes of its files, the digests of their records in a library, and all versions.

    Raises:
        ManifestError: if a file is not there, or a document is not held as this program and the manifest would read it.
    """
    frozen, faults = as_held(path, manifest, library)
    if faults:
        raise ManifestError(faults[0] + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
    return frozen


def as_held(path: Path, manifest: Manifest, library: Library) -> tuple[Manifest, list[str]]:
    """The frozen manifest of those documents that a library holds, and what is wrong with the others, a line each."""
    hashes: dict[str, str] = {}
    faults: list[str] = []
    for entry, _, sha256, fault in verify(path, manifest):
        faults += [fault] if fault else []
        hashes |= {entry.path: sha256} if sha256 and not fault else {}
    bodies = []
    for body in manifest.bodies:
        read_by = program(profile_for(path, manifest, body))
        entries = []
        for entry in (each for each in body.documents if each.path in hashes):
            held = library.extracted(hashes[entry.path])
            if held and (held[1] == read_by or _found(path, manifest, library, held) == read_by):
                told = {"sha256": hashes[entry.path], "records": digests(held[0])}
                entries.append(entry.model_copy(update=told))
            else:
                how = "was read by another version of Minutebook, or for another body" if held else "is not held"
                faults.append(
                    f"{entry.path}: {how} in {library.folder}; run: minutebook corpus build {path} --library "
                    f"{library.folder}"
                )
        bodies.append(body.model_copy(update={"documents": tuple(entries)}))
    return manifest.model_copy(update={"bodies": tuple(bodies), "frozen": versions(library, program())}), faults


def _found(path: Path, manifest: Manifest, library: Library, held: tuple[Minutes, str, "Profile"]) -> str | None:
    """What would read a document if the manifest stated the body that was found in it, as one made of a library does.

    Null where another version of the program read it.
    """
    minutes, read_by, profile = held
    stated = profile_for(path, manifest, _body(minutes, profile, library))
    return program(stated) if read_by.startswith(program()) else None


def of_library(path: Path, library: Library, *, outside: bool = False) -> Manifest:
    """A frozen manifest of all that a library holds, by body; paths are from where the manifest is to stand.

    Raises:
        ManifestError: if a file stands outside of that folder, is gone or is another than was read, and `outside` does
            not let it.
    """
    folder = path.absolute().parent
    bodies: dict[str, Body] = {}
    programs = set()
    for each in library.documents(filters=Filters()):
        held = each.document and library.extracted(each.document.sha256)
        if not each.document or not held:
            continue
        minutes, read_by, profile = held
        file = Path(each.document.path)
        if not outside and not file.is_relative_to(folder):
            raise ManifestError(
                f"{path}: {file} stands outside of its folder; put the manifest into a folder above all documents"
            )
        if fault := None if outside else _not_as_read(file, each.document):
            raise ManifestError(f"{file}: {fault}")
        programs.add(read_by[: len(program())])
        body = _body(minutes, profile, library)
        key = body.model_dump_json()
        entry = Entry(
            path=(file.relative_to(folder) if file.is_relative_to(folder) else file).as_posix(),
            sha256=each.document.sha256,
            records=digests(minutes),
        )
        bodies[key] = (held_body := bodies.get(key, body)).model_copy(
            update={"documents": (*held_body.documents, entry)}
        )
    return Manifest(
        schema=SCHEMA,
        name=folder.name,
        outside=outside,
        bodies=tuple(bodies.values()),
        frozen=versions(library, ", ".join(sorted(programs))),
    )


def _not_as_read(file: Path, read: DocumentInfo) -> str | None:
    """What is wrong with the file of a document that is held."""
    if not file.exists():
        return f"is no longer there; put it back, or take the document out: minutebook remove {read.id}"
    return None if sha256_of(file) == read.sha256 else "has changed since it was read; run: minutebook ingest"


def _body(minutes: Minutes, profile: "Profile", library: Library) -> Body:
    """The body of a document as it was taken from it, so that building states what was found."""
    meeting, area = minutes.meeting, library.area(minutes.meeting.organisation)
    own = profile.model_dump(mode="json", exclude_defaults=True, exclude={"organisation", "body", "settled"})
    return Body(
        organisation=meeting.organisation,
        body=meeting.body,
        gss=area.code if area else None,
        region=area.region if area else None,
        profile=own or None,
    )


def digests(minutes: Minutes) -> dict[str, str]:
    """The number and the digest of each kind of record of a document.

    Where its file stands is no part of them, and neither are fields that say nothing, so that a later version may have
    more of these.
    """
    said: dict[str, Any] = dict.fromkeys(KINDS, ()) | minutes.model_dump(mode="json", exclude_defaults=True)
    said["document"].pop("path")
    one = {kind: _digest(said[kind]) for kind in ("document", "meeting")}
    return one | {kind: f"{len(said[kind])} {_digest(said[kind])}" for kind in KINDS}


def _digest(said: Any) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def versions(library: Library, rules: str) -> Frozen:
    """What made the records of a library."""
    held, parser = library.status(), models_in()["parser"]
    return Frozen(
        minutebook=version("minutebook"),
        rules=rules,
        encoder=f"{held['encoder']} {held['encoder_sha256']}" if held["encoder"] else None,
        parser=f"{parser.name} {_digest(parser.files)}",
        tools={"python": python_version()} | tools(),
    )
