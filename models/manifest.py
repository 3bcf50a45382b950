"""Finds the models that `manifest.toml` names, and checks that they are the ones expected."""

import hashlib
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from minutes.errors import ModelError


class Entry(BaseModel):
    """One model: the package that holds it, the folder in there, and SHA-256 checksums by file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    package: str
    requirement: str
    folder: str
    licence: str
    files: dict[str, str]


@cache
def manifest() -> dict[str, Entry]:
    """The models by role: `encoder` and `parser`."""
    text = Path(__file__).with_name("manifest.toml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Entry]).validate_python(tomllib.loads(text))


def folder_of(entry: Entry, *, unread: Collection[str] = ()) -> Path:
    """The folder that holds the model, with every file in it checked but those that will not be read.

    The package is found, not imported: some model packages import all of PyTorch.

    Raises:
        ModelError: if the package is not installed, or a file is missing or is not the one expected.
    """
    spec = find_spec(entry.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"The model {entry.name} is not installed; run: pip install {entry.requirement}")
    folder = Path(spec.submodule_search_locations[0]) / entry.folder
    for file, expected in entry.files.items():
        if file not in unread and sha256_of(folder / file) != expected:
            raise ModelError(
                f"{file} of the model {entry.name} is not the file expected (its checksum differs); "
                f"run: pip install --force-reinstall {entry.requirement}"
            )
    return folder


def sha256_of(path: Path) -> str:
    """The SHA-256 of a model file, in hexadecimal.

    Raises:
        ModelError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"The model file {path} cannot be read ({error.strerror}); install the model anew") from error
