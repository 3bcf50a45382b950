"""What is installed is written down: every dependency has a version and a checksum. After a change: make lock"""

import csv
import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"], "setuptools>=77"]
FILES = [ROOT / "requirements" / f"{name}.txt" for name in ("lock", "torch", "torch-libraries")]
ENTRY = re.compile(r"([a-z0-9-]+)==(\S+) ((?:\\\n    --hash=sha256:[0-9a-f]{64} ?)+)\n")


def locked() -> dict[str, str]:
    """The version of each package."""
    text = "".join(re.sub(r"(?m)^#.*\n", "", file.read_text(encoding="utf-8")) for file in FILES)
    assert ENTRY.sub("", text) == "", "a line is no package with a version and checksums"
    return {name: version for name, version, _ in ENTRY.findall(text)}


@pytest.mark.parametrize("written", WANTED)
def test_each_dependency_has_a_version_that_fits(written: str) -> None:
    wanted = Requirement(written)
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    assert name in locked(), f"run: make lock ({written})"
    assert wanted.specifier.contains(locked()[name]), f"run: make lock ({written})"


def test_each_package_has_a_licence() -> None:
    with (ROOT / "requirements" / "licences.csv").open(encoding="utf-8", newline="") as file:
        told = {row["package"]: row["licence"] for row in csv.DictReader(file)}
    libraries = re.compile("triton|nvidia-.*|cuda-.*")
    assert told.keys() == {name for name in locked() if not libraries.fullmatch(name)}
    assert all(told.values())


def test_no_registry_is_named() -> None:
    assert not any(re.search(r"//|index-url|find-links", file.read_text(encoding="utf-8")) for file in FILES)
