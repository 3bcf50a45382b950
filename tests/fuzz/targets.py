"""What is given made-up input: each takes bytes and fails only by an error that nobody foresaw.

An error that is meant for people is no failure, if it is one line that says what to do. Inputs that ever failed are
kept in `failed`, a folder for each target, and tried by the tests.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import spacy
from pydantic import ValidationError

from extract.profile import read_profile
from extract.ruleset import Rule, Ruleset
from index.question import understood
from ingest import read
from minutes.errors import InputError, MinutebookError, ProfileError, QueryError
from minutes.found import Filters

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample"
FAILED = Path(__file__).parent / "failed"
WORDS_OF_IT, SMALL = "word/document.xml", 10_000  # of a Word document: the part of its words; bytes of a small part


@cache
def scratch() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def said(error: MinutebookError) -> None:
    """An error for people is one line that says what to do."""
    line = str(error)
    assert line.strip()
    assert "\n" not in line
    assert ";" in line


def reader(suffix: str, data: bytes) -> None:
    """A file of this kind is read or refused, and every block and word is where it says."""
    path = scratch() / f"made{suffix}"
    path.write_bytes(data)
    try:
        document = read(path)
    except InputError as error:
        said(error)
        return
    assert document.receipt.pages_out <= document.receipt.pages_in
    assert all(0 <= block.start <= block.end <= len(document.text) for block in document.blocks)
    document.text.encode()


def word(data: bytes) -> None:
    """XML in the place of a Word document's own: bytes that are changed in the whole file only spoil its checksums."""
    path = scratch() / "parts.docx"
    with zipfile.ZipFile(path, "w") as made:
        for name, held in frame().items():
            made.writestr(name, held)
        made.writestr(WORDS_OF_IT, data)
    reader(".docx", path.read_bytes())


@cache
def frame() -> dict[str, bytes]:
    """The small parts of a Word document beside its words."""
    with zipfile.ZipFile(a_docx()) as file:
        return {
            each.filename: file.read(each)
            for each in file.infolist()
            if each.file_size < SMALL and each.filename != WORDS_OF_IT
        }


def a_docx() -> Path:
    return min(SAMPLE.rglob("*.docx"))


def query(data: bytes) -> None:
    """A question is understood or refused."""
    try:
        question = understood(data.decode(errors="replace"), Filters())
    except QueryError as error:
        said(error)
        return
    assert question.terms
    assert understood(data.decode(errors="replace"), Filters()) == question


def rules(data: bytes) -> None:
    """A line of a file of rules is loaded and matched, or refused as malformed."""
    try:
        rule = Rule.model_validate_json(data)
        loaded = Ruleset([rule])
    except (ValidationError, ValueError, KeyError):  # what is wrong with a rule is for who wrote it
        return
    for match in loaded.matches(
        english()("RESOLVED: that the report on the quay be noted by 3 March, further agreed.")
    ):
        assert match.start <= match.end


@cache
def english() -> spacy.Language:
    return spacy.blank("en")


def profile(data: bytes) -> None:
    """A profile of a body is read or refused, and what it says can be matched."""
    path = scratch() / "body.toml"
    path.write_bytes(data)
    try:
        found = read_profile(path)
    except ProfileError as error:
        said(error)
        return
    for kind in ("decision", "action"):
        Ruleset(found.rules(kind)).matches(english()("It was agreed that the Clerk shall see to it."))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "query": query,
    "rules": rules,
    "profile": profile,
    "text": partial(reader, ".txt"),
    "html": partial(reader, ".html"),
    "docx": partial(reader, ".docx"),
    "word": word,
    "pdf": partial(reader, ".pdf"),
}


# ---- what inputs are made from ---------------------------------------------------------------------------------------


def seeds(name: str) -> list[bytes]:
    """Inputs that are right, for others to be made from."""
    return {
        "query": lambda: [
            b'"school transport" -taxi body:cabinet after:2023 before:2025-05',
            b'kind:decision outcome:noted -"not that" owner:clerk mover:"Cllr Amber" before:2024-03-01',
        ],
        "rules": lambda: [line for file in (ROOT / "extract" / "rules").glob("*.jsonl") for line in lines(file)],
        "profile": lambda: [
            b'organisation = "Fenwold"\nowners = ["beadle"]\n'
            b'decisions = ["so ?further (ordered|=AGREED) _{0,3} $body"]\n'
            b'actions = ["^ shall !(not|never) see to $"]\ncolumns = ["for action"]\n'
        ],
        "text": lambda: [file.read_bytes() for file in (ROOT / "corpora" / "source").rglob("*.txt")][:4],
        "html": lambda: [HTML],
        "docx": lambda: [small_docx(file) for file in sorted(SAMPLE.rglob("*.docx"))[:2]],
        "word": lambda: [zipfile.ZipFile(a_docx()).read(WORDS_OF_IT)],
        "pdf": lambda: [min((file.read_bytes() for file in SAMPLE.rglob("*.pdf")), key=len)],
    }[name]()


HTML = b"""<!DOCTYPE html><html lang=en><head><title>Minutes &amp; more</title><meta charset=utf-8></head><body>
<nav><a href=#x>Home</a></nav><main><h1 id=x>Minutes of the Board</h1><p>Held on 3 March 2024 &nbsp;<b>in <i>part</b>
<table><tr><th rowspan=2>Item<th colspan=3>Action<tr><td>1<td>Clerk</table><ol start=4><li>Fees<ul><li>RESOLVED
that the fees be set.</ul></ol><pre>a\tb</pre><!-- x --><script>1</script></main></body></html>"""


def small_docx(file: Path) -> bytes:
    """A Word document without compression, so that a change of a byte is one of its XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


def lines(file: Path) -> Iterator[bytes]:
    return filter(None, file.read_bytes().splitlines())


def failed(name: str) -> list[Path]:
    """Inputs that once failed."""
    return sorted(file for file in (FAILED / name).glob("*") if file.is_file())
