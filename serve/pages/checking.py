"""Checking: what does not fit together in the records of meetings, and whether a quotation stands in a document."""

import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from library import Library
from minutes.errors import QueryError
from minutes.found import Compared, Filters, Finding, Ingested, Quotation
from minutes.model import Exempt
from serve.access import ShowExempt
from serve.asking import Lib, Number, Wanted
from serve.pages.registers import names
from serve.templating import page as render
from wording import compared_text, held_apart

router = APIRouter()

MOST = 500  # documents that are checked at once, and that the library remembers
A_PAGE = 50
LISTED = 500  # documents that can be chosen from by name
ADDRESS = re.compile(r".*/documents/([0-9a-f]{6,64})\b.*", re.DOTALL)
Quoted = Annotated[str, Query(max_length=3000)]


@router.get("/check", response_class=HTMLResponse)
def check(request: Request, library: Lib, wanted: Wanted, page: Number = 1) -> HTMLResponse:
    """What does not fit together, in all documents or in those of a body or of some years; latest first."""
    values: dict[str, Any] = {"names": names(library.bodies()), "error": None, "most": MOST, "looked": None}
    if not request.query_params:  # to read all documents takes a while the first time, so it is begun by the button
        return render(request, "check.html", values)
    try:
        held = library.documents(filters=wanted)
    except QueryError as error:  # dates that are none; the form is shown again as it was filled in
        return render(request, "check.html", {**values, "error": str(error)}, status=400)
    few = len(held) <= MOST
    compared, found = findings(library, held, everything=wanted == Filters()) if few else (Compared(), [])
    pages = max(1, ceil(len(found) / A_PAGE))
    page = min(page, pages)
    values |= {
        "looked": len(held),
        "silent": [each for each in held if each.receipt and not any(each.receipt.characters)],
        "compared": compared_text(compared),
        "total": len(found),
        "findings": found[(page - 1) * A_PAGE : page * A_PAGE],
        "page": page,
        "pages": pages,
        "coverage": library.coverage(wanted),
    }
    return render(request, "check.html", values)


def findings(library: Library, held: Sequence[Ingested], *, everything: bool) -> tuple[Compared, list[Finding]]:
    """What was held against something in these documents, and what may be seen of what does not fit, latest first."""
    ids = [each.document.id for each in held if each.document]
    if not ids:
        return Compared(), []
    compared, found = library.check([] if everything else ids)
    marked = {each.document.id for each in library.documents() if each.document and held_apart(each.receipt)}
    cited = {one.document_id for each in found for one in each.citations} & marked
    exempt = {id_: library.document(id_)[1].exempt for id_ in cited}
    shown = (each for each in found if not hidden(exempt, each))
    return compared, sorted(shown, key=lambda each: each.meeting.date or "", reverse=True)


def hidden(exempt: Mapping[str, Sequence[Exempt]], finding: Finding) -> bool:
    """Whether it quotes text that is exempt in its document, other than the words that mark it as such."""
    return finding.kind != "exempt" and any(
        each.start <= cited.start < each.end
        for cited in finding.citations
        for each in exempt.get(cited.document_id, ())
    )


@router.get("/quote", response_class=HTMLResponse)
def quote(request: Request, library: Lib, exempt: ShowExempt, document: Quoted = "", text: Quoted = "") -> HTMLResponse:
    """Whether a quotation stands in a document: in the one that is named, or in those nearest to its words."""
    document, error, told = ADDRESS.sub(r"\1", document.strip()), "", list[Quotation]()
    try:
        if text.strip():
            told = quoted(library, document, text, exempt=exempt)
    except QueryError as problem:
        error = str(problem)
    held = library.documents() if library.status()["documents"] <= LISTED else []  # type: ignore[operator]
    values = {
        "document": document,
        "text": text,
        "error": error,
        "listed": [(each.document, each.meeting) for each in held if each.document and each.meeting],
        "told": [each for each in told if each.verdict == told[0].verdict],
        "looked": len(told),
        "asked": bool(text.strip()) and not error,
    }
    return render(request, "quote.html", values, status=400 if error else 200)


def quoted(library: Library, document: str, text: str, *, exempt: bool) -> list[Quotation]:
    """What each document that is looked through says of a quotation, the best verdict first.

    Raises:
        QueryError: if there is no such document, or nothing to look for.
    """
    return [library.quote(document, text, exempt=exempt)] if document else library.quotations(text, exempt=exempt)
