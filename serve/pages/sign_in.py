"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from serve.access import Access, Posted, text_of
from serve.audit import did
from serve.templating import page as render

router = APIRouter()

Onward = Annotated[str, Query(alias="next", max_length=2000)]


@router.get("/sign-in")
def ask(request: Request, onward: Onward = "/") -> Response:
    """The form."""
    return _form(request, onward)


@router.post("/sign-in")
def sign_in(request: Request, form: Posted) -> Response:
    """Begin a session and go on to what was asked for."""
    access: Access = request.app.state.access
    name, onward = text_of(form, "name"), text_of(form, "next")
    address = request.client.host if request.client else ""
    if not access.needed or (user := access.sign_in(request.session, name, text_of(form, "secret"), address)) is None:
        did(request, "failed to sign in", name=name)
        return _form(request, onward, wrong=True)
    request.state.user = user
    did(request, "signed in")
    return RedirectResponse(_ours(onward), 303)


@router.post("/sign-out")
def sign_out(request: Request, form: Posted) -> Response:
    """End the session."""
    request.app.state.access.sign_out(request.session)
    did(request, "signed out")
    return RedirectResponse("/sign-in", 303)


def _form(request: Request, onward: str, *, wrong: bool = False) -> Response:
    values = {"onward": _ours(onward), "wrong": wrong, "named": request.app.state.access.named}
    return render(request, "sign_in.html", values, status=401 if wrong else 200)


def _ours(onward: str) -> str:
    """An address on this server, whatever was asked for: a browser takes `//` and `/\\` for another host."""
    plain = onward.startswith("/") and onward[1:2] not in ("/", "\\") and onward.isprintable()
    return onward if plain else "/"
