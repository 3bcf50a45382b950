"""What opening a library needs, and what it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from library import Library
from minutes.errors import LibraryError
from models.manifest import manifest
from tests.conftest import ROOT

BUNDLED = manifest()["encoder"]

pytestmark = pytest.mark.usefixtures("toys")


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"There is no library in .*; make one with: minutebook ingest"):
        Library(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_library_where_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match=r"No library can be made in .*; name another folder"):
        Library(tmp_path / "file", create=True)


def test_a_search_imports_only_what_it_needs(library: Library) -> None:
    with Library(library.folder) as opened:
        opened._catalogue.begin_rebuild(BUNDLED.name, BUNDLED.files["model.safetensors"])
    code = (
        "import sys; from pathlib import Path; import library; "
        f"assert library.Library(Path({str(library.folder)!r})).search('petition').hits; "
        "late = ('torch', 'spacy', 'pdfplumber', 'sentence_transformers', 'chromadb', 'rapidfuzz'); "
        "print([m for m in late if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n", done.stderr
