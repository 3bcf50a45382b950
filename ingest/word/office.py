"""The formats of older and other word processors, read by way of LibreOffice where it is installed.

LibreOffice makes a DOCX of them in a folder of its own, without macros and without fetching what they link to.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ingest.parts import Parts
from ingest.word.reader import read_docx
from minutes.errors import InputError, UnsupportedError

PROGRAMS = ("soffice", "libreoffice")
INSTALL = "`apt install libreoffice-writer-nogui`, on macOS `brew install --cask libreoffice`"
LIMIT = 45  # seconds; a long document takes ten, the first start on a slow machine as many

# Named, because what LibreOffice does not know it takes for plain text, and reads a damaged file as gibberish.
FILTERS = {".doc": "MS Word 97", ".odt": "writer8", ".rtf": "Rich Text Format"}

# A profile is made for each document, as two programs cannot share one; these settings are all that is in it.
SETTINGS = {
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Writer/Content/Update", "Link"): "0",
}


def read_office(data: bytes, suffix: str, name: str) -> Parts:
    """Read a word processor's file. `suffix` and `name` say what its content is: ".rtf", "an RTF document".

    Raises:
        UnsupportedError: if LibreOffice is not installed.
        InputError: if LibreOffice makes nothing of it.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnsupportedError(
            f"is {name}, which is read only where LibreOffice is installed; "
            f"install it ({INSTALL}) or save the file as DOCX"
        )
    with tempfile.TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True) as folder:
        parts = read_docx(_converted(data, suffix, name, program, Path(folder)))
    return replace(parts, warnings=(f"{name}, read by way of LibreOffice's conversion to DOCX", *parts.warnings))


def _converted(data: bytes, suffix: str, name: str, program: str, folder: Path) -> bytes:
    source, made = folder / f"document{suffix}", folder / "made" / "document.docx"
    source.write_bytes(data)
    _write_settings(folder / "profile")
    _run([
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck",
        f"--infilter={FILTERS[suffix]}", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(made.parent), str(source),
    ])  # fmt: skip
    if not made.exists():  # its exit code is 0 all the same
        raise InputError(
            f"is {name} that LibreOffice cannot read, damaged or locked with a password; "
            "open it in a word processor and save it as DOCX"
        )
    return made.read_bytes()


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (path, key), value in SETTINGS.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )


def _run(command: list[str]) -> None:
    """Run LibreOffice to its end, or to that of its time; it starts others, which are ended with it."""
    started = subprocess.Popen(  # noqa: S603 - no shell, and no word of it comes from the document
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        started.wait(LIMIT)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"took LibreOffice longer than {LIMIT} seconds; save it as DOCX yourself") from error
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()
