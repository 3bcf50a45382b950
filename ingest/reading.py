"""The front door: what is this file, and which reader knows it?

The content decides, not the name; only of text does the name say what it is: ".csv" is no minutes. A name that
disagrees with a readable content is worth a warning; one that promises a PDF or DOCX where there is only text is a
download that went wrong, and is refused.
"""

import hashlib
import html
import re
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.parts import Parts, meaningful_title
from ingest.text import HTML_TABLE, LOST, decode, front_matter, is_marked_up, read_text
from ingest.word.package import member, opened
from minutes.errors import EncryptedError, InputError, UnsupportedError
from minutes.model import Document


@dataclass(frozen=True)
class Format:
    """A format that is read."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]


PDF = Format("a PDF", "application/pdf", (".pdf",))
DOCX = Format(
    "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm", ".dotx"),
)
DOC = Format("an old Word document", "application/msword", (".doc", ".dot"))
ODT = Format("an OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt", ".ott"))
RTF = Format("an RTF document", "application/rtf", (".rtf",))
CONVERTED = (DOC, ODT, RTF)
HTML = Format("a web page", "text/html", (".html", ".htm", ".xhtml", ".aspx"))
TEXT = Format("plain text", "text/plain", (".txt", ".text", ".eml"))
MARKDOWN = Format("Markdown", "text/markdown", (".md", ".markdown"))
PNG = Format("a PNG picture", "image/png", (".png",))
JPEG = Format("a JPEG picture", "image/jpeg", (".jpg", ".jpeg"))
TIFF = Format("a TIFF picture", "image/tiff", (".tif", ".tiff"))
PICTURES = {b"\x89PNG": PNG, b"\xff\xd8\xff": JPEG, b"II*\x00": TIFF, b"MM\x00*": TIFF}  # by how they begin
FORMATS = (PDF, DOCX, *CONVERTED, HTML, TEXT, MARKDOWN, *dict.fromkeys(PICTURES.values()))

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files and of encrypted new ones
SAVE_AS = "open it in the program that made it and save it as DOCX or PDF"
UNLOCK = "open it in a word processor and save it without one"
UNSUPPORTED = [  # what a file begins with, what that is, what to do
    (rb"GIF8|BM.{4}\x00{4}", "a picture of this kind", "save it as PNG or make a PDF of it"),
    (rb"(?i)(?:mime-version:|from: <saved by).{0,2000}multipart/related", "a web archive", "save the page as HTML"),
    (rb"%!PS", "a PostScript file", "convert it to PDF"),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh", "an archive", "unpack it first"),
]
ZIPPED = [  # a member's name, what the file is, what to do
    ("xl/", "an Excel workbook", "save the sheet as PDF"),
    ("ppt/", "a PowerPoint presentation", "save it as PDF"),
    ("content.xml", "an OpenDocument file other than a text", "save it as PDF"),
    ("", "a zip archive", "unpack it first"),
]
OTHER = re.compile(r"\.[A-Za-z]\w{0,5}")  # how a name ends that says what a file is; "minutes 4.3.2024" says nothing
AS_TEXT = "if it is plain text, give it a name that ends in .txt"
REMEDIES = dict.fromkeys((".csv", ".tsv", ".tab"), "save the table as PDF")
PAGE = re.compile(
    r"(?is)\s*(?:<\?xml.*?\?>\s*)?(?>(?:<!--.*?-->\s*)*)"
    r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|h[1-6]|p|table|ul|ol)\b"
)


TAG = re.compile(r"(?i)\s*</?(?:article|blockquote|div|h[1-6]|hr|li|ol|p|section|t(?:able|body|d|h|head|r)|ul)\b")
TAGGED = 0.8  # of the lines


def read(path: Path, *, password: str | None = None, seconds: float | None = None) -> Document:
    """Read one file. Its kind is "other" until extraction has looked at what it says.

    After `seconds` no more scanned pages are recognised; the receipt names those that were left.

    Raises:
        InputError: if it cannot be read; in one line, what is wrong and what to do.
        EncryptedError: if it needs a password, or another one.
        UnsupportedError: if its format is not read.
    """
    try:
        data = _bytes(path)
        kind = sniff(data, path.suffix)
        parts = _parts(data, kind, password, seconds)
    except InputError as error:
        raise type(error)(f"{path}: {error}") from error
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=sha256[:16],
        title=parts.title,
        kind="other",
        media_type=kind.media_type,
        pages=parts.pages,
        sha256=sha256,
        path=str(path),
        text=parts.text,
        blocks=parts.blocks,
        receipt=parts.receipt(*misnamed(path.suffix, kind.media_type), *_damaged(parts.text, kind)),
        date=parts.date,
        site=parts.site,
        words=parts.words,
    )


def _parts(data: bytes, kind: Format, password: str | None, seconds: float | None) -> Parts:
    """What the format's reader makes of it. Only what a file needs is imported: PDFium and the like take their time."""
    if kind is PDF:
        from ingest.pdf.reader import read_pdf

        return read_pdf(data, password=password, seconds=seconds)
    if kind in PICTURES.values():
        from ingest.pdf.pictured import as_pdf
        from ingest.pdf.reader import read_pdf

        return read_pdf(as_pdf(data), seconds=seconds)
    if kind is DOCX:
        from ingest.word.reader import read_docx

        return read_docx(data)
    if kind in CONVERTED:
        from ingest.word.office import read_office

        return read_office(data, kind.suffixes[0], kind.name)
    if kind is HTML:
        from ingest.web.reader import read_html

        return read_html(data)
    text = decode(data) or ""
    return _tagged(text) if kind is MARKDOWN and _is_tagged(text) else read_text(text, markdown=kind is MARKDOWN)


def _is_tagged(text: str) -> bool:
    """Whether what is called Markdown is a page of HTML, below the settings that a site generator puts before it.

    Tables tell nothing where headings of Markdown stand between them: it has no other way to set cells across columns.
    """
    page = front_matter(text)[0]
    page = HTML_TABLE.sub("", page) if is_marked_up(page) else page
    lines = [line for line in page.split("\n") if line.strip()]
    return bool(lines) and sum(bool(TAG.match(line)) for line in lines) >= TAGGED * len(lines)


def _tagged(text: str) -> Parts:
    from ingest.web.reader import read_html

    page, matter = front_matter(text)
    parts = read_html(page.encode())
    title = meaningful_title(html.unescape(matter.get("title", "")))
    return replace(parts, title=title or parts.title, date=matter.get("date", parts.date))


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("is a folder; name a file in it")
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("does not exist; check the path") from error
    except OSError as error:
        raise InputError(f"cannot be opened ({error.strerror}); check that you may read it") from error
    if not data.strip(b"\x00 \t\r\n\f"):
        raise InputError("is empty; get the file again")
    return data


def sniff(data: bytes, suffix: str) -> Format:
    """Which format the content is in; the suffix only tells Markdown from plain text.

    Raises:
        InputError: if it is in none that is read, or is not what the suffix promises.
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(OLE):
        return _ole(data)
    if data.startswith(b"{\\rtf"):
        return RTF
    for start, picture in PICTURES.items():
        if data.startswith(start):
            return picture
    for start, name, remedy in UNSUPPORTED:
        if re.match(start, data, re.DOTALL):
            raise UnsupportedError(f"is {name}, which is not read; {remedy}")
    promised = _promised(suffix)
    text = decode(data)
    if text is not None and PAGE.match(text):
        return HTML
    if promised in (PDF, DOCX, *PICTURES.values()) or text is None:
        named = (
            f"is named {suffix} but is not {promised.name}" if promised else "holds no text in a format that is read"
        )
        raise InputError(f"{named}; it may be damaged or cut short, get the file again")
    if promised is HTML:
        return HTML
    if promised is None and OTHER.fullmatch(suffix):
        remedy = REMEDIES.get(suffix.lower(), AS_TEXT)
        raise UnsupportedError(f"is named {suffix}, a kind of file that is not read; {remedy}")
    return MARKDOWN if promised is MARKDOWN else TEXT


def _zipped(data: bytes) -> Format:
    archive = opened(data)
    names = archive.namelist()
    if any(name.startswith("word/") for name in names):
        return DOCX
    if member(archive, "mimetype").strip().startswith(ODT.media_type.encode()):
        if b"encryption-data" in member(archive, "META-INF/manifest.xml"):
            raise EncryptedError(f"is {ODT.name} locked with a password; {UNLOCK}")
        return ODT
    for found, name, remedy in ZIPPED:
        if any(each.startswith(found) for each in [*names, ""]):
            raise UnsupportedError(f"is {name}, which is not read; {remedy}")
    raise UnsupportedError("is an archive, which is not read; unpack it first")


def _ole(data: bytes) -> Format:
    """What an old container holds, by the names in its directory (UTF-16)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedError(f"is a Word document locked with a password; {UNLOCK}")
    if "WordDocument".encode("utf-16-le") not in data:
        raise UnsupportedError(f"is an old Office file, which is not read; {SAVE_AS}")
    if _is_locked(data):
        raise EncryptedError(f"is {DOC.name} locked with a password; {UNLOCK}")
    return DOC


def _is_locked(data: bytes) -> bool:
    """Whether an old Word document is encrypted: the bit that says so stands in its first block ([MS-DOC] 2.5.2)."""
    blocks = (at for at in range(512, len(data), 512) if data[at : at + 2] == b"\xec\xa5")
    return any(data[at + 11] & 1 for at in blocks if len(data) > at + 11)


def _promised(suffix: str) -> Format | None:
    return next((kind for kind in FORMATS if suffix.lower() in kind.suffixes), None)


def misnamed(suffix: str, media_type: str) -> tuple[str, ...]:
    """The warning of a file whose name ends like those of another format than it is in; of others none."""
    promised = _promised(suffix)
    if promised is None or promised.media_type == media_type:
        return ()
    kind = next(each for each in FORMATS if each.media_type == media_type)
    return (f"named {suffix} but is {kind.name}; read as what it is",)


def _damaged(text: str, kind: Format) -> tuple[str, ...]:
    lost = text.count(LOST) if kind in (HTML, TEXT, MARKDOWN) else 0
    if not lost:
        return ()
    return (f"characters damaged in the file, shown as {LOST}: {lost}; get the file again, or look up what they were",)
