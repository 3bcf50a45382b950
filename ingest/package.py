"""The parts of an Office Open XML file (DOCX), opened without trusting it.

Read with zipfile and lxml and not with python-docx, which gives up on the whole file where one picture is
missing from it; Word opens such files, and so does this.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

from minutes.errors import EncryptedError, InputError

MAX_UNPACKED = 512 * 1024 * 1024  # bytes of all members together
MAX_RATIO = 200  # unpacked to packed, for members over MAX_RATIO_FROM; XML as Word writes it stays under 60
MAX_RATIO_FROM = 32 * 1024 * 1024

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = {  # ISO 29500 Strict names the same things differently
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": OFFICE.rstrip("/").encode(),
}

# What zipfile raises over a damaged archive, depending on where the damage is.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, EOFError, RuntimeError, OSError)

Element = Any  # lxml comes without types


def parse_xml(data: bytes) -> Element:
    """Parse without a network, without external entities and without trees of unbounded depth.

    Raises:
        InputError: if it is no well-formed XML, or declares entities of its own.
    """
    for strict, usual in STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError("damaged, its XML cannot be read; open and save it in Word again") from error
    if root.getroottree().docinfo.doctype:
        raise InputError("its XML has a document type declaration, which no word processor writes; refused as unsafe")
    return root


@dataclass(frozen=True)
class Package:
    """The members of the archive. Missing members are null: a reader does without them."""

    archive: zipfile.ZipFile
    main: str  # name of the document's own part

    def read(self, name: str) -> bytes | None:
        """The member's bytes.

        Raises:
            InputError: if they cannot be unpacked.
        """
        try:
            return self.archive.read(name)
        except KeyError:
            return None
        except BROKEN as error:
            raise InputError(f"damaged, its part {name} cannot be unpacked; get the file again") from error

    def xml(self, name: str | None) -> Element | None:
        data = self.read(name) if name else None
        return parse_xml(data) if data else None

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: id -> (kind, name of the part)."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for relation in root.iter(RELATIONSHIP) if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], path)
        return found

    def related(self, kind: str) -> str | None:
        """The part of that kind that the main part refers to, such as `styles`."""
        return next((name for found, name in self.targets(self.main).values() if found == kind), None)


def open_package(data: bytes) -> Package:
    """Open an Office file after looking at what it would unpack to.

    Raises:
        InputError: if it is no archive, is damaged or would unpack to too much.
        EncryptedError: if its members are encrypted.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise InputError("damaged, its zip archive has no readable table of contents; get the file again") from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or any(_bomb(member) for member in members):
        raise InputError(f"unpacks to {unpacked // 1_000_000} MB, far more than a document holds; refused as unsafe")
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedError("its zip archive is encrypted; save it without a password first")
    start = Package(archive, "").targets("")
    main = next((name for kind, name in start.values() if kind == "officeDocument"), "word/document.xml")
    return Package(archive, main)


def _bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(MAX_RATIO_FROM, MAX_RATIO * member.compress_size)


def value(parent: Element, tag: str) -> str | None:
    """The `w:val` of a child element; null if there is none."""
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")


def is_on(toggle: Element | None) -> bool:
    """Whether an on/off property is there and not switched off (17.17.4)."""
    return toggle is not None and toggle.get(f"{W}val", "true") not in ("0", "false", "off", "none")
