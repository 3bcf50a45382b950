"""The manifest of a corpus: a TOML file that names its bodies and their documents, and what they were read with.

    schema = "minutebook-corpus/1"
    name = "Two councils"
    outside = true                              if paths may lead out of the manifest's folder

    [[bodies]]
    organisation = "Fenwold Parish Council"     what their documents are of, whatever they print
    body = "Amenities Committee"
    gss = "E04000901"                           the code of the place that it is for
    region = "East of England"                  one of the nine English regions, or its code
    profile = "fenwold.toml"                    a file beside the manifest, or a table with the keys of a profile

    [[bodies.documents]]
    path = "fenwold/2024-03-12.pdf"             from the manifest's folder
    url = "https://fenwold.example/m.pdf"       where it was published
    sha256 = "…"                                of the file
    licence = "OGL-UK-3.0"

All keys but `schema`, `name` and `path` may be left out. Freezing adds `records` to each document, which tells the
number and the digest of each kind of record, and a table `frozen` with the versions of what made them.
"""

import os
import posixpath
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from tomlkit.items import AoT, Comment, InlineTable, Table, Whitespace

from index.places import CODE, REGIONS
from minutes.errors import ManifestError
from minutes.model import Record
from saving import save

SCHEMA = "minutebook-corpus/1"
INLINE = ("records",)  # tables that are written in one line
HASH = re.compile(r"[0-9a-f]{64}")
REWORDED = {  # what pydantic says of Python's types, in words of TOML
    "string_type": "is no text; write it in quotes",
    "bool_type": "is neither true nor false; write one of them, without quotes",
    "bool_parsing": "is neither true nor false; write one of them, without quotes",
    "dict_type": "is no table; correct it",
    "model_type": "is no table; correct it",
    "tuple_type": "is no list of tables; write each below a line of its own in [[double brackets]]",
}


class Entry(Record):
    """A document of a corpus. `records` has the number and the digest of each kind of record that it gave."""

    path: str
    url: str | None = None
    sha256: str | None = None
    licence: str | None = None
    records: dict[str, str] | None = None

    @field_validator("path")
    @classmethod
    def _is_plain(cls, path: str) -> str:
        if not path.strip() or "\\" in path or "\0" in path:
            raise ValueError("is no path; write folder/file.pdf")
        return path

    @field_validator("url")
    @classmethod
    def _is_public(cls, url: str | None) -> str | None:
        if url is not None and not is_web_address(url):
            raise ValueError("is no address of the web; write http://… or https://…, without a name or a password")
        return url

    @field_validator("sha256")
    @classmethod
    def _is_hash(cls, value: str | None) -> str | None:
        if value is not None and not HASH.fullmatch(value):
            raise ValueError("is no SHA-256; write its 64 figures and small letters, or leave it out")
        return value


class Body(Record):
    """Whose documents they are. What is stated here of a body is so whatever its documents print."""

    organisation: str | None = None
    body: str | None = None
    gss: str | None = None
    region: str | None = None
    profile: str | dict[str, Any] | None = None
    documents: tuple[Entry, ...] = ()

    @field_validator("profile", mode="before")
    @classmethod
    def _is_file_or_table(cls, profile: object) -> object:
        if not isinstance(profile, str | dict | None):
            raise ValueError("is neither a file nor a table; write the file's name in quotes")
        return profile

    @field_validator("gss")
    @classmethod
    def _is_code(cls, gss: str | None) -> str | None:
        if gss is not None and not CODE.fullmatch(gss):
            raise ValueError("is no code of a place; write a letter and 8 figures, such as E10000001")
        return gss

    @field_validator("region")
    @classmethod
    def _is_region(cls, region: str | None) -> str | None:
        name = REGIONS.get(region or "", region)
        if name is not None and name not in REGIONS.values():
            raise ValueError(f"is no English region; write one of {', '.join(REGIONS.values())}, or leave it out")
        return name

    @model_validator(mode="after")
    def _is_somewhere(self) -> "Body":
        if (self.gss or self.region) and not self.organisation:
            raise ValueError("a place needs the name of its organisation; add organisation")
        return self

    @property
    def name(self) -> str:
        return " · ".join(filter(None, (self.body, self.organisation))) or "documents of no stated body"


class Frozen(Record):
    """What made the records: the versions of the program, of the models and of the tools that it reads files with.

    `rules` is a fingerprint of the rules and of the code that applies them. The encoder, null where nothing is
    embedded, made the vectors and no records; models have their name and SHA-256.
    """

    minutebook: str
    rules: str
    encoder: str | None = None
    parser: str
    tools: dict[str, str]


class Manifest(BaseModel):
    """A corpus."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    schema_: Literal["minutebook-corpus/1"] = Field(alias="schema")
    name: str
    outside: bool = False
    bodies: tuple[Body, ...] = ()
    frozen: Frozen | None = None

    @model_validator(mode="after")
    def _says_things_once(self) -> "Manifest":
        for what, found in (
            ("the path {}", Counter(posixpath.normpath(each.path) for each in self.documents)),
            ("the SHA-256 {}", Counter(each.sha256 for each in self.documents if each.sha256)),
        ):
            if twice := [each for each, count in found.items() if count > 1]:
                raise ValueError(f"{what.format(twice[0])} is there {found[twice[0]]} times; leave it once")
        places: dict[str, set[tuple[str | None, str | None]]] = {}
        for body in self.bodies:
            if body.organisation and (body.gss or body.region):
                places.setdefault(body.organisation, set()).add((body.gss, body.region))
        if several := [name for name, found in places.items() if len(found) > 1]:
            raise ValueError(f"{several[0]} has more than one place; give it the same gss and region everywhere")
        return self

    @property
    def documents(self) -> Iterator[Entry]:
        """Of all bodies, in their order."""
        return (document for body in self.bodies for document in body.documents)


def is_web_address(url: str) -> bool:
    """Whether it is http or https, names a host, and holds no password and no character that an address has not."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False
    return named and parts.scheme in ("http", "https") and not re.search(r"[\s\x00-\x20\x7f\\]", url)


def read_manifest(path: Path) -> Manifest:
    """The manifest in a TOML file.

    Raises:
        ManifestError: if it cannot be read, or says something that no manifest can.
    """
    try:
        manifest = Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ManifestError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValidationError as error:
        raise ManifestError(f"{path}: {_told(error)}") from error
    except ValueError as error:  # TOML or UTF-8
        raise ManifestError(f"{path}: is no TOML file ({error}); correct it") from error
    for entry in manifest.documents:
        file_of(path, manifest, entry.path)
    return manifest


def file_of(manifest_path: Path, manifest: Manifest, path: str) -> Path:
    """The file that a path of the manifest means.

    Raises:
        ManifestError: if it leads out of the manifest's folder and the manifest does not say that paths may.
    """
    folder = manifest_path.absolute().parent
    file = Path(os.path.normpath(folder / path))
    inside = file.is_relative_to(folder) and file.resolve().is_relative_to(folder.resolve())  # links lead out, too
    if not manifest.outside and not inside:
        raise ManifestError(
            f"{manifest_path}: {path}: leads out of the manifest's folder; put the file there, or add outside = true"
        )
    return file


def _told(error: ValidationError) -> str:
    """The first fault in one line: where it is, what is wrong, what to do."""
    faults = error.errors()
    first = faults[0]
    *above, key = first["loc"] or ("",)
    where = _where([*above, key] if isinstance(key, int) else above)
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    if first["type"] == "extra_forbidden":
        return f"{where}there is no key {key!r}; use {', '.join(_keys(above))}{more}"
    if first["type"] == "missing":
        return f"{where}{key} is missing; add it{more}"
    if first["loc"] == ("schema",):
        return f'schema is not one that this version reads; write schema = "{SCHEMA}"{more}'
    told = REWORDED.get(first["type"], first["msg"].removeprefix("Value error, "))
    return f"{where}{f'{key}: ' if key and isinstance(key, str) else ''}{told}{more}"


def _where(above: Sequence[str | int]) -> str:
    """`[[bodies]] 2, [[bodies.documents]] 1: ` for the second body's first document."""
    names: list[str] = []
    said: list[str] = []
    for each in above:
        if isinstance(each, int):
            said.append(f"[[{'.'.join(names)}]] {each + 1}")
        else:
            names.append(each)
    return f"{', '.join(said)}: " if said else f"[{'.'.join(names)}]: " if names else ""


def _keys(above: Sequence[str | int]) -> list[str]:
    names = [each for each in above if isinstance(each, str)]
    models: dict[str, type[BaseModel]] = {"bodies": Body, "documents": Entry, "frozen": Frozen}
    model = models.get(names[-1], Manifest) if names else Manifest
    return [field.alias or name for name, field in model.model_fields.items()]


# ---- writing --------------------------------------------------------------------------------------------------------


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest whole or not at all; comments and order of a file that is there are kept.

    Raises:
        ManifestError: if the file that is there is no TOML.
    """
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    except ValueError as error:
        raise ManifestError(f"{path}: is no TOML file ({error}); correct it") from error
    said = manifest.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    tables = {"bodies": said.pop("bodies", None), "frozen": said.pop("frozen", None)}  # TOML has them below all else
    _fit(document, said | {key: value for key, value in tables.items() if value})
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, tomlkit.dumps(document).encode())


def _fit(table: Any, values: Mapping[str, Any]) -> None:
    """Make a table say these values, and touch nothing that says them already."""
    for key in [key for key in table if key not in values]:
        del table[key]
    for key, value in values.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            if not isinstance(table.get(key), AoT):
                _put(table, key, tomlkit.aot())
            _fit_all(table[key], value)
        elif isinstance(value, dict) and isinstance(table.get(key), Table):
            _fit(table[key], value)
        elif key not in table or table[key] != value:
            _put(table, key, _inline(value) if key in INLINE else _table(value) if isinstance(value, dict) else value)


def _fit_all(tables: AoT, values: Sequence[Mapping[str, Any]]) -> None:
    while len(tables) > len(values):
        del tables[-1]
    for number, value in enumerate(values):
        if number < len(tables):
            _fit(tables[number], value)
        else:
            tail = _cut_tail(tables[-1]) if number else []
            tables.append(_table(value))
            tables[number].value.body.extend(tail)


def _put(table: Any, key: str, value: Any) -> None:
    tail = [] if key in table else _cut_tail(table)
    table[key] = value
    _body(table).extend(tail)


def _cut_tail(table: Any) -> list[Any]:
    """Take off the comments and empty lines at the end, which are about what follows the table."""
    held, tail = _body(table), []
    while held and isinstance(held[-1][1], Whitespace | Comment):
        tail.append(held.pop())
    return tail[::-1]


def _body(table: Any) -> list[Any]:
    body: list[Any] = (table if isinstance(table, tomlkit.TOMLDocument) else table.value).body
    return body


def _table(value: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    table.trivia.indent = "\n"  # an empty line above its header
    _fit(table, value)
    return table


def _inline(value: Mapping[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    table.update(value)
    return table
