"""Documents and their pages as resources of MCP: what there is, and what one holds."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from answers.paging import Asker, lean
from answers.tools import WITHHELD, stretches
from library import Library
from minutes.errors import AccessError, InputError, NotFoundError
from minutes.model import Document, Minutes
from serve import pictures
from serve.pages.documents import DRAWN, exempt_pages
from wording import source_name

URI = re.compile(
    r"minutebook://documents/(?P<id>[0-9a-f]{6,64})(?:/(?:pages/(?P<page>\d{1,6})(?P<png>\.png)?|(?P<text>text)))?"
)
AT_ONCE = 100  # resources that are listed at once
LEFT_OUT = "[Text marked as exempt is left out here.]"


@dataclass(frozen=True)
class Read:
    media_type: str
    content: str | bytes


@dataclass(frozen=True)
class Listing:
    resources: Sequence[dict[str, Any]]
    next_cursor: str | None


def listed(library: Library, cursor: str | None) -> Listing:
    """Documents as resources, in the order of their ids, from after the one that the cursor names."""
    held = sorted((each for each in library.documents() if each.document), key=_id)
    rest = [each for each in held if _id(each) > (cursor or "")]
    shown = [
        {
            "uri": f"minutebook://documents/{each.document.id}",
            "name": each.document.id,
            "title": source_name(each.document, each.meeting),
            "mime_type": "application/json",
        }
        for each in rest[:AT_ONCE]
        if each.document and each.meeting
    ]
    return Listing(shown, _id(rest[AT_ONCE - 1]) if len(rest) > AT_ONCE else None)


def _id(held: Any) -> str:
    return str(held.document.id)


def read(library: Library, uri: str, asker: Asker) -> Read:
    """What stands at an address.

    Raises:
        NotFoundError: if there is no such document or page.
        AccessError: if a picture shows text that is marked as exempt.
        InputError: if the file of a picture is gone or has changed.
    """
    if not (parts := URI.fullmatch(uri)):
        raise NotFoundError(f"There is no resource {uri}; documents are at minutebook://documents/ID")
    document, minutes = library.document(parts["id"])
    number = int(parts["page"]) if parts["page"] else None
    if number is not None and not 1 <= number <= (document.pages or 0):
        raise NotFoundError(f"There is no page {number} in this document; it has {document.pages or 'none'}")
    if parts["png"] and number:
        return Read("image/png", _picture(document, minutes, number, asker))
    if number or parts["text"]:
        return Read("text/plain", _text(document, minutes, number, asker))
    return Read("application/json", json.dumps(_overview(document, minutes, asker), ensure_ascii=False))


def _picture(document: Document, minutes: Minutes, number: int, asker: Asker) -> bytes:
    if document.media_type not in pictures.DRAWN:
        raise InputError("There is no picture of this page: only those of PDF files and scans are drawn; read its text")
    if not asker.exempt and number in exempt_pages(document, minutes):
        raise AccessError(WITHHELD)
    return pictures.picture(document.info, number, zoom=DRAWN)


def _text(document: Document, minutes: Minutes, number: int | None, asker: Asker) -> str:
    """The text of one page or of all, without running headers and what is exempt."""
    hidden = [] if asker.exempt else [(each.start, each.end) for each in minutes.exempt]
    blocks = [block for block in document.blocks if number in (None, block.page)]
    if not blocks:
        return ""
    start, end = blocks[0].start, blocks[-1].end
    spans = stretches(document, start, end, hidden)
    left = [LEFT_OUT] if any(a < end and start < b for a, b in hidden) else []
    return "\n".join([*(document.text[a:b] for a, b in spans), *left])


def _overview(document: Document, minutes: Minutes, asker: Asker) -> dict[str, Any]:
    own = f"minutebook://documents/{document.id}"
    shown = minutes if asker.exempt else minutes.public
    pages = [f"{own}/pages/{number}" for number in range(1, (document.pages or 0) + 1)]
    return {
        "document": lean(document.info),
        "meeting": lean(minutes.meeting),
        "items": [{"id": each.id, "number": each.number, "title": each.title} for each in shown.items],
        "text": pages or [f"{own}/text"],
        "url": f"{asker.site}/documents/{document.id}/{'pages/1' if document.pages else 'text'}",
    }
