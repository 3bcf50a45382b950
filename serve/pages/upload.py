"""Adding documents: many at once, with what became of each."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from serve.access import Editor, Posted
from serve.audit import did
from serve.templating import page as render
from serve.uploads import Uploads, plain

router = APIRouter()


@router.get("/upload")
def choose(request: Request, _: Editor) -> Response:
    """The form."""
    return render(request, "upload.html", {"problem": None})


@router.post("/upload")
def upload(request: Request, _: Editor, form: Posted) -> Response:
    """Take the files and go on to how far they are."""
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    if not files:
        return render(request, "upload.html", {"problem": "Choose at least one file"}, status=400)
    uploads: Uploads = request.app.state.uploads
    batch = uploads.take((file.filename or "", file.file) for file in files)
    did(request, "added", files=[each.name for each in batch.uploads])
    return RedirectResponse(f"/upload/{batch.id}", 303)


@router.get("/upload/{batch_id}")
def progress(request: Request, _: Editor, batch_id: str) -> Response:
    """How far they are; it is asked for again until all are done."""
    batch = request.app.state.uploads.batch(batch_id)
    if batch is None:
        raise HTTPException(404)
    return render(request, "uploading.html", {"batch": batch, "plain": plain})
