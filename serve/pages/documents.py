"""A document: the page itself with the words marked, its text where it has no pages, and the file for download."""

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import numpy as np
from fastapi import APIRouter, HTTPException, Query, Request
from fastapi import Path as InPath
from fastapi.responses import FileResponse, HTMLResponse, Response

from minutes.errors import InputError, NotFoundError
from minutes.model import Box, Document, Extracted, Minutes
from serve import pictures
from serve.access import ShowExempt
from serve.asking import Lib
from serve.caching import tagged
from serve.templating import page as render
from wording import reference

router = APIRouter(prefix="/documents/{document_id}")

Id = Annotated[str, InPath(pattern=r"^[0-9a-f]{6,64}$")]
Offset = Annotated[int, Query(ge=0, le=2**31)]
Zoom = Annotated[int, Query(ge=50, le=300)]
DRAWN = 1.6  # pixels a point at a zoom of 100: an A4 page is about 950 pixels wide
WITHHELD = "This holds text that is marked as exempt, which is shown to editors who ask for it."
BEFORE, AFTER = 40, 60  # blocks of a text without pages that are shown around the words cited


@router.get("/pages/{number}.png")
def picture(
    request: Request, library: Lib, document_id: Id, number: int, exempt: ShowExempt, zoom: Zoom = 100
) -> Response:
    """The picture of a page, which a browser asks about before it shows it again: who may see it can change.

    One that holds exempt text is kept by no browser.
    """
    document, minutes = library.document(document_id)
    secret = number in exempt_pages(document, minutes)
    if secret and not exempt:
        raise HTTPException(403, WITHHELD)
    draw = partial(pictures.picture, document.info, number, zoom=DRAWN * zoom / 100)
    if secret:
        return Response(draw(), media_type="image/png")
    return tagged(request, f"{document.sha256} {number} {zoom}".encode(), "image/png", draw)


@router.get("/pages/{number}", response_class=HTMLResponse)
def page(
    request: Request,
    library: Lib,
    document_id: Id,
    number: int,
    exempt: ShowExempt,
    start: Offset = 0,
    end: Offset = 0,
    zoom: Zoom = 100,
) -> HTMLResponse:
    """A page as a picture, with the words from `start` to `end` marked and the records on it beside it."""
    document, minutes = library.document(document_id)
    secret = number in exempt_pages(document, minutes)
    minutes, start, end = shown(minutes, start, end, exempt)
    if not document.pages or not 1 <= number <= document.pages:
        raise NotFoundError(f"There is no page {number} in this document")
    top = next((block.start for block in document.blocks if block.page == number), 0)
    try:
        width, height = pictures.size(document.info, number)
    except InputError as error:  # gone, changed or locked: what was read of it is held all the same
        return _as_text(request, document, minutes, start or top, end, exempt, told=str(error))
    records = on_page(minutes, number)
    values = {
        "document": document,
        "minutes": minutes,
        "number": number,
        "zoom": zoom,
        "secret": secret,
        "exempt": exempt,
        "width": width,
        "height": height,
        "marks": marks(document, number, start, end),
        "lines": lines(document, number),
        **quoted(document, minutes, start, end),
        "records": records,
        "at": start or top,
        "start": start,
        "end": end,
        **neighbours(minutes, start),
    }
    return render(request, "page.html", values)


@router.get("/text", response_class=HTMLResponse)
def text(
    request: Request, library: Lib, document_id: Id, exempt: ShowExempt, start: Offset = 0, end: Offset = 0
) -> HTMLResponse:
    """The text of a document, from `BEFORE` blocks above the words cited on, with those words marked."""
    document, minutes = library.document(document_id)
    minutes, start, end = shown(minutes, start, end, exempt)
    return _as_text(request, document, minutes, start, end, exempt)


def _as_text(
    request: Request, document: Document, minutes: Minutes, start: int, end: int, exempt: bool, *, told: str = ""
) -> HTMLResponse:
    """The same for what may be seen of it; `told` is what stands above."""
    at = document.block_index(start)
    first, last = max(0, at - BEFORE), min(len(document.blocks), at + AFTER)
    hidden = [] if exempt else minutes.exempt
    blocks = [
        (block, parts(document, block.start, block.end, start, end))
        for block in document.blocks[first:last]
        if not block.furniture and not any(each.start < block.end and block.start < each.end for each in hidden)
    ]
    values = {
        "document": document,
        "told": told,
        "exempt": exempt,
        "minutes": minutes,
        "blocks": blocks,
        "first": first,
        "last": last,
        **quoted(document, minutes, start, end),
        "at": start,
        "records": [
            r for r in in_order(minutes) if blocks and blocks[0][0].start <= r.citation.start < blocks[-1][0].end
        ],
        "start": start,
        "end": end,
        **neighbours(minutes, start),
    }
    return render(request, "text.html", values)


@router.get("/original")
def original(library: Lib, document_id: Id, exempt: ShowExempt) -> FileResponse:
    """The file itself, to be saved and never shown by the browser."""
    document, minutes = library.document(document_id)
    if minutes.exempt and not exempt:
        raise HTTPException(403, WITHHELD)
    info = document.info
    return FileResponse(
        pictures.original(info),
        media_type="application/octet-stream",
        filename=Path(info.path).name,
        content_disposition_type="attachment",
    )


def shown(minutes: Minutes, start: int, end: int, exempt: bool) -> tuple[Minutes, int, int]:
    """What may be seen of a document, and of the words that are asked for, with or without what is exempt."""
    if exempt:
        return minutes, start, end
    cited = any(each.start < end and start < each.end for each in minutes.exempt)
    return minutes.public, *((0, 0) if cited else (start, end))


def exempt_pages(document: Document, minutes: Minutes) -> set[int]:
    """The pages that hold exempt text."""
    held = (block for each in minutes.exempt for block in document.blocks_between(each.start, each.end))
    return {block.page for block in held if block.page}


def in_order(minutes: Minutes) -> list[Extracted]:
    """All records in the order in which they stand."""
    records: list[Extracted] = [*minutes.items, *minutes.decisions, *minutes.actions, *minutes.metrics]
    return sorted(records, key=lambda record: (record.citation.start, -record.citation.end))


def on_page(minutes: Minutes, number: int) -> list[Extracted]:
    """The records with words on this page."""
    return [r for r in in_order(minutes) if r.citation.page == number or any(b[0] == number for b in r.citation.boxes)]


def marks(document: Document, number: int, start: int, end: int) -> list[Box]:
    """The boxes around the words from `start` to `end` on this page."""
    if not document.words or not start < end <= len(document.text):
        return []
    return [box for box in document.words.boxes(start, end) if box[0] == number]


def lines(document: Document, number: int) -> list[tuple[float, float, float, float, str]]:
    """The lines of a page, each with its box (x0, top, x1, bottom) and its text, to be laid over the picture."""
    words = document.words
    found: list[tuple[float, float, float, float, str]] = []
    if words is None:
        return found
    for i in np.flatnonzero(words.page == number):
        x0, top, x1, bottom = (round(float(side), 1) for side in words.box[i])
        text = document.text[words.start[i] : words.end[i]]
        if found and (line := found[-1])[2] <= x0 and min(line[3], bottom) - max(line[1], top) > (bottom - top) / 2:
            found[-1] = (line[0], min(line[1], top), x1, max(line[3], bottom), f"{line[4]} {text}")
        else:
            found.append((x0, top, x1, bottom, text))
    return found


def quoted(document: Document, minutes: Minutes, start: int, end: int) -> dict[str, str | None]:
    """The words cited, and where one says that they stand; null without any."""
    cited = document.cite(start, end) if start < end <= len(document.text) else None
    told = reference(document.info, minutes.meeting, cited) if cited else None
    return {"quote": cited.quote if cited else None, "quoted_from": told}


def neighbours(minutes: Minutes, start: int) -> dict[str, Extracted | None]:
    """The records before and after the one at `start`."""
    records = [record for record in in_order(minutes) if record.trust != "low"]
    before = [record for record in records if record.citation.start < start]
    after = [record for record in records if record.citation.start > start]
    return {"previous": before[-1] if before else None, "following": after[0] if after else None}


def parts(document: Document, start: int, end: int, marked_from: int, marked_to: int) -> list[tuple[str, bool]]:
    """The text of a block in pieces, and whether each is marked."""
    inside = [at for at in (marked_from, marked_to) if start < at < end]
    edges = [start, *inside, end] if marked_from < marked_to else [start, end]
    return [(document.text[a:b], marked_from <= a and b <= marked_to and a < b) for a, b in pairwise(edges)]
