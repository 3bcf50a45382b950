"""Writes down which version of every package belongs to this one, with checksums: make lock

    lock.txt             all but PyTorch and the libraries of its builds for graphics cards
    torch.txt            PyTorch, with the checksums of its builds
    torch-libraries.txt  what a build for graphics cards needs beside that, and the build for processors alone does not
    licences.csv         each package's version and licence, as it states it

They hold for one Python and one kind of machine, which the first line of `lock.txt` names; elsewhere `make` installs
what `pyproject.toml` allows. What packages need has been worked out, so that they are installed without asking again.
"""

import csv
import json
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
SEPARATE = re.compile(r"torch|triton|nvidia-.*|cuda-.*")
PLAIN = {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}  # as where nothing but the registry is known


def resolved(*wanted: str, environment: dict[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """What pip would install for this, by normalised name."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed", "--report", "-"]
    done = subprocess.run(
        [*command, *wanted], cwd=ROOT, env=os.environ | (environment or {}), stdout=subprocess.PIPE, check=True
    )
    found = json.loads(done.stdout)["install"]
    return {re.sub(r"[-_.]+", "-", each["metadata"]["name"]).lower(): each for each in found}


def pinned(name: str, *packages: dict[str, Any], more: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """A line for a package, with the checksums of these builds of it."""
    version = packages[0]["metadata"]["version"].split("+")[0]  # a build's own mark is no part of the version
    hashes = {each["download_info"]["archive_info"]["hashes"]["sha256"] for each in packages} | more
    return " \\\n".join([f"{name}=={version}", *(f"    --hash=sha256:{each}" for each in sorted(hashes))]) + "\n"


def known(file: Path, version: str) -> set[str]:
    """Checksums that were written down for this version before, of builds that cannot be had here."""
    text = file.read_text() if file.exists() else ""
    return set(re.findall(r"sha256:(\w+)", text)) if f"=={version} " in text else set()


def licence(name: str) -> str:
    """What a package that is installed says of its licence, in a few words."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "not stated"
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier", []) if each.startswith("License ::")]
    lines = (
        (told["License-Expression"] or "; ".join(classified) or told["License"] or "not stated").strip().splitlines()
    )
    return lines[0][:80].strip('"')


def main() -> None:
    packages = resolved(f"{ROOT}[dev]", "setuptools>=77")
    del packages["minutebook"]
    torch = packages["torch"]
    builds = resolved(f"torch=={torch['metadata']['version'].split('+')[0]}", environment=PLAIN)
    machine = f"Python {sys.version_info[0]}.{sys.version_info[1]}, {sys.platform}, {platform.machine()}"
    rest = "".join(pinned(name, each) for name, each in sorted(packages.items()) if not SEPARATE.fullmatch(name))
    libraries = {name: each for name, each in builds.items() if SEPARATE.fullmatch(name) and name != "torch"}
    before = known(HERE / "torch.txt", torch["metadata"]["version"].split("+")[0])
    (HERE / "lock.txt").write_text(f"# For {machine}. Made by: make lock\n{rest}")
    (HERE / "torch.txt").write_text(pinned("torch", torch, builds["torch"], more=before))
    (HERE / "torch-libraries.txt").write_text("".join(pinned(name, each) for name, each in sorted(libraries.items())))
    with (HERE / "licences.csv").open("w", newline="") as out:
        rows = ((name, each["metadata"]["version"].split("+")[0], licence(name)) for name, each in packages.items())
        csv.writer(out, lineterminator="\n").writerows([("package", "version", "licence"), *sorted(rows)])


if __name__ == "__main__":
    main()
