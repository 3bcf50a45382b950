"""Two versions of a document beside each other: draft against confirmed minutes, a paper against another."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from serve.asking import Lib
from serve.pages.documents import Id
from serve.templating import page as render

router = APIRouter()


@router.get("/documents/{document_id}/changes/{other_id}", response_class=HTMLResponse)
def changes(request: Request, library: Lib, document_id: Id, other_id: Id) -> HTMLResponse:
    """What changed from one document to the other."""
    return render(request, "changes.html", {"told": library.diff(document_id, other_id)})
