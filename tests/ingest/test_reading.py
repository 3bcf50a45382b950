"""The front door: what a file is, by its content, and one clear line where it cannot be read."""

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from ingest import read
from minutes.errors import EncryptedError, InputError, UnsupportedError

PAGE = b"<!DOCTYPE html><html><body><p>Minutes of the board</p></body></html>"
LOCKED = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m:encryption-data/>"}
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100
LOCKED_DOC = OLE.ljust(512, b"\x00") + b"\xec\xa5" + b"\x00" * 9 + b"\x01" + "WordDocument".encode("utf-16-le")


def word() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.core_properties.title = "Minutes of the board"
    document.add_heading("Minutes", 1)
    document.add_paragraph("Agreed.")
    document.save(buffer)
    return buffer.getvalue()


def archive(*names: str, **members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name, text in (dict.fromkeys(names, "x") | members).items():
            opened.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media_type", "warned"),
    [
        ("a.html", PAGE, "text/html", False),
        ("a.aspx", b"\xef\xbb\xbf\n<!-- x --><html><p>Hello</p></html>", "text/html", False),
        ("a.pdf", PAGE, "text/html", True),
        ("a.txt", b"Minutes", "text/plain", False),
        ("a", b"Minutes", "text/plain", False),
        ("Minutes 4.3.2024", b"Minutes", "text/plain", False),
        ("a.eml", b"Minutes", "text/plain", False),
        ("a.html", b"Minutes <b>of</b> the board", "text/html", False),
        ("a.md", b"# Minutes", "text/markdown", False),
        ("a.docx", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
        ("a.pdf", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
    ],
)
def test_the_content_decides(tmp_path: Path, name: str, data: bytes, media_type: str, warned: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read(path)
    assert document.media_type == media_type
    assert bool(document.receipt.warnings) == warned


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_damaged_characters_are_counted_in_the_receipt(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("Café – £5".encode() + b"\x80 a head")
    (warning,) = read(path).receipt.warnings
    assert warning.startswith("characters damaged in the file, shown as \ufffd: 1;")


def test_markdown_that_is_a_page_of_html_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "---\ntitle: Gate Panel&#58; second meeting\ndate: 2024-03-12\n---\n\n<p><strong>1. Gates</strong></p>\n"
        "<ul><li>The gates are old.</li>\n</ul><p>They stay.</p>\n"
    )
    document = read(path)
    assert (document.title, document.date, document.media_type) == (
        "Gate Panel: second meeting",
        "2024-03-12",
        "text/markdown",
    )
    assert document.text.split("\n") == ["1. Gates", "• The gates are old.", "They stay."]


def test_large_tables_of_html_leave_markdown_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ferries.md"
    rows = "".join(f"<tr>\n<td>Ferry {n}</td>\n<td>{n}</td>\n</tr>\n" for n in range(1, 20))
    path.write_text(f"# Ferries\n\nOf the year.\n\n## Crossings\n\n<table>\n{rows}</table>\n")
    kinds = [block.kind for block in read(path).blocks]
    assert kinds[:3] == ["heading", "paragraph", "heading"]
    assert set(kinds[3:]) == {"table_row"}


def test_a_document_is_identified_by_its_content_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "one.docx", tmp_path / "two.docx"
    data = word()
    first.write_bytes(data)
    second.write_bytes(data)
    one, two = read(first), read(second)
    assert one.id == two.id == hashlib.sha256(data).hexdigest()[:16]
    assert (one.title, one.kind, one.pages, one.path) == ("Minutes of the board", "other", None, str(first))
    assert one.receipt.characters == (len(one.text),)


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("a.txt", b"", InputError, "is empty"),
        ("a.txt", b" \n\x00", InputError, "is empty"),
        ("a.pdf", b"not a PDF at all", InputError, "is named .pdf but is not a PDF"),
        ("a.docx", b"not a zip", InputError, "is named .docx but is not a Word document"),
        ("a.docx", word()[:2000], InputError, "damaged zip archive"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedError, "locked with a password"),
        ("a.doc", LOCKED_DOC, EncryptedError, "locked with a password"),
        ("a.xls", OLE, UnsupportedError, "old Office file"),
        ("a.ods", archive("mimetype", "content.xml"), UnsupportedError, "an OpenDocument file"),
        ("a.odt", archive(**LOCKED), EncryptedError, "locked with a password"),
        ("a.xlsx", archive("xl/workbook.xml"), UnsupportedError, "an Excel workbook"),
        ("a.zip", archive("minutes.pdf"), UnsupportedError, "a zip archive"),
        ("a.png", b"\x89PNG\r\n\x1a\n", InputError, "the picture is damaged"),
        ("a.png", b"not a picture", InputError, "is named .png but is not a PNG picture"),
        ("a.gif", b"GIF89a", UnsupportedError, "a picture of this kind"),
        ("a.csv", b"Gate,Height\nNorth,4\n", UnsupportedError, "is named .csv, .* save the table as PDF"),
        ("a.xyz", b"The gate is open.", UnsupportedError, "is named .xyz, .* that ends in .txt"),
        ("a.bin", bytes(range(256)) * 9, InputError, "no text in a format that is read"),
    ],
)
def test_bad_input_gets_one_clear_line(
    tmp_path: Path, name: str, data: bytes, error: type[InputError], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=said) as caught:
        read(path)
    assert type(caught.value) is error
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)  # what to do


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "nothing.pdf")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_many_comments_before_a_page_take_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"<!-- x -->" * 1000 + b"Minutes")
    assert read(tmp_path / "a.txt").media_type == "text/plain"


HEAVY = ("pypdfium2", "pdfplumber", "docx")


@pytest.mark.parametrize(
    ("name", "data", "loaded"), [(None, b"", []), ("a.html", PAGE, []), ("a.docx", word(), ["docx"])]
)
def test_only_the_reader_that_is_needed_is_loaded(
    tmp_path: Path, name: str | None, data: bytes, loaded: list[str]
) -> None:
    code = "import ingest, sys, pathlib\n"
    if name:
        (tmp_path / name).write_bytes(data)
        code += f"ingest.read(pathlib.Path({str(tmp_path / name)!r}))\n"
    code += f"print([name for name in {HEAVY} if name in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
