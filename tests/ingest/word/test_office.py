"""DOC, ODT and RTF, by way of LibreOffice."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from ingest import read
from ingest.word import office
from ingest.word.office import INSTALL, LIMIT, PROGRAMS
from minutes.errors import InputError, UnsupportedError
from minutes.model import Document

PROGRAM = next(filter(None, map(shutil.which, PROGRAMS)), None)
needs_office = pytest.mark.skipif(PROGRAM is None, reason="needs LibreOffice (soffice on the PATH)")
TYPES = {
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
}
RTF = rb"{\rtf1\ansi Minutes of the board}"


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Document]]:
    """One document in each old format, named as if it were another one, and what is read of it."""
    folder = tmp_path_factory.mktemp("office")
    document = docx.Document()
    document.add_heading("Minutes", 1)
    document.add_paragraph("Fees", style="List Number")
    document.add_paragraph("RESOLVED that the fees be set.")
    document.save(str(folder / "minutes.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    found = {}
    for suffix in TYPES:
        made = folder / f"minutes{suffix}"
        command = [str(PROGRAM), profile, "--headless", "--convert-to", suffix[1:], "--outdir", str(folder)]
        subprocess.run([*command, str(folder / "minutes.docx")], check=True, capture_output=True, timeout=2 * LIMIT)
        path = made.rename(made.with_suffix(f".{suffix[1:]}.txt"))
        found[suffix] = (path, read(path))
    return found


@needs_office
@pytest.mark.parametrize("suffix", TYPES)
def test_an_old_format_is_read_as_the_same_text_and_stays_the_file_it_is(
    converted: dict[str, tuple[Path, Document]], suffix: str
) -> None:
    path, document = converted[suffix]
    assert document.text.split("\n") == ["Minutes", "1. Fees", "RESOLVED that the fees be set."]
    assert document.blocks[0].kind == "heading"
    assert document.media_type == TYPES[suffix]
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.path == str(path)
    assert any("LibreOffice" in warning for warning in document.receipt.warnings)


@needs_office
def test_a_damaged_file_gets_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le") * 99)
    with pytest.raises(InputError, match=r"LibreOffice cannot read.*; open it") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_without_the_program_the_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.rtf").write_bytes(RTF)
    with pytest.raises(UnsupportedError) as caught:
        read(tmp_path / "a.rtf")
    assert INSTALL in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nsleep 60\n")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(office, "LIMIT", 0.2)
    (tmp_path / "a.rtf").write_bytes(RTF)
    with pytest.raises(InputError, match="took LibreOffice longer"):
        read(tmp_path / "a.rtf")
