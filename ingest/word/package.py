"""A DOCX before it is opened: safe to unpack, and made ready for python-docx.

python-docx gives up on the whole file where one picture is missing from it, or where the main part is of a kind
that it has no name for. Word opens such files, and so does this: only the XML is handed on, without the
references to anything else.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Container
from typing import Any

from lxml import etree

from minutes.errors import EncryptedError, InputError

MAX_UNPACKED = 512 * 1024 * 1024  # bytes of all members together
MAX_MEMBERS = 10_000  # a document with some thousand pictures has as many
MAX_RATIO = 200  # unpacked to packed, for members over MAX_RATIO_FROM; XML as Word writes it stays under 60
MAX_RATIO_FROM = 4 * 1024 * 1024
MAX_XML = 64 * 1024 * 1024  # bytes of the XML, which takes ten times as much once it is read; 2,000 pages take 10 MB

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
USUAL = {  # ISO 29500 Strict names the same things differently; templates and files with macros hold text all the same
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": DOCUMENT,
    b"application/vnd.ms-word.document.macroEnabled.main+xml": DOCUMENT,
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": DOCUMENT,
}

# What zipfile raises over a damaged archive, depending on where the damage is.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, EOFError, RuntimeError, OSError)

Element = Any  # lxml comes without types


def prepare(data: bytes) -> io.BytesIO:
    """The file's XML as a package that python-docx can open.

    Raises:
        InputError: if it is no archive, is damaged, would unpack to too much or declares entities of its own.
        EncryptedError: if its members are encrypted.
        lxml.etree.XMLSyntaxError: if a list of relationships is no well-formed XML.
    """
    archive = opened(data)
    names = {name for name in archive.namelist() if name.lower().endswith((".xml", ".rels"))}
    if (size := sum(archive.getinfo(name).file_size for name in names)) > MAX_XML:
        raise InputError(
            f"its text unpacks to {size // 1_000_000} MB, far more than a document holds; refused as unsafe"
        )
    members = {name: text for name in names if (text := _xml(archive, name))}
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as prepared:
        for name, text in members.items():
            prepared.writestr(name, _held(name, text, members) if name.endswith(".rels") else text)
    return package


def opened(data: bytes) -> zipfile.ZipFile:
    """An archive, after looking at what it would unpack to.

    Raises:
        InputError: if it is damaged or would unpack to too much.
        EncryptedError: if its members are encrypted.
    """
    if (count := data.count(b"PK\x01\x02")) > MAX_MEMBERS:  # before zipfile makes an object of each
        raise InputError(f"is a zip archive of {count} files, more than any document has; refused as unsafe")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise InputError("is a damaged zip archive, perhaps cut short; get the file again") from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or any(_bomb(member) for member in members):
        raise InputError(f"unpacks to {unpacked // 1_000_000} MB, far more than a document holds; refused as unsafe")
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedError("its zip archive is encrypted; save it without a password first")
    return archive


def _bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(MAX_RATIO_FROM, MAX_RATIO * member.compress_size)


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A member's bytes, at most as many as the archive says it has; none if it is not there.

    Raises:
        InputError: if it is damaged.
    """
    if name not in archive.NameToInfo:
        return b""
    try:
        with archive.open(name) as packed:  # reading without a size would unpack what was not declared, too
            return packed.read(archive.getinfo(name).file_size)
    except BROKEN as error:
        raise InputError(f"damaged, its part {name} cannot be unpacked; get the file again") from error


def _xml(archive: zipfile.ZipFile, name: str) -> bytes:
    text = member(archive, name)
    if b"<!DOCTYPE" in text.replace(b"\0", b""):  # in UTF-16 too
        raise InputError("its XML has a document type declaration, which no word processor writes; refused as unsafe")
    for other, usual in USUAL.items():
        text = text.replace(other, usual)
    return text


def _held(name: str, text: bytes, members: Container[str]) -> bytes:
    """A list of relationships, less those that lead to no member, such as links and pictures ("../NULL")."""
    root = etree.fromstring(text)
    folder = posixpath.dirname(posixpath.dirname(f"/{name}"))
    for relation in list(root):
        target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
        if relation.get("TargetMode") == "External" or target[1:] not in members:
            root.remove(relation)
    held: bytes = etree.tostring(root)
    return held


def value(parent: Element, tag: str) -> str | None:
    """The `w:val` of a child element; null if there is none."""
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")


def is_on(toggle: Element | None) -> bool:
    """Whether an on/off property is there and not switched off (17.17.4)."""
    return toggle is not None and toggle.get(f"{W}val", "true") not in ("0", "false", "off", "none")
