"""The application: which pages there are, what every answer carries, and how errors are told.

    request ── safety (headers, host) ──> a module of `pages` ── Library ──> template ──> HTML

Every page is plain HTML that works without a script. Pages know nothing but `Library`.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from library import Library
from minutes.errors import MinutebookError, QueryError
from serve.pages import documents, meetings, registers, search
from serve.templating import page

HERE = Path(__file__).parent
# Nothing comes from another host, no script stands in a page, and nobody may frame one.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HOSTS = ["127.0.0.1", "localhost", "[::1]"]  # by no other name, so that a foreign page cannot make its host name ours
PAGES = (search, documents, registers, meetings)


def create_app(library: Library) -> FastAPI:
    """The web application over an open library, which it does not close."""
    app = FastAPI(title="Minutebook", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.library = library
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for module in PAGES:
        app.include_router(module.router)
    app.middleware("http")(_headed)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    app.exception_handler(MinutebookError)(_refused)
    app.exception_handler(RequestValidationError)(_misread)
    app.exception_handler(HTTPException)(_failed)
    return app


async def _headed(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Every answer with the headers that keep a browser from doing harm with it."""
    answer = await go_on(request)
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if not request.url.path.startswith("/static/"):
        answer.headers.setdefault("Cache-Control", "no-store")
    return answer


def _refused(request: Request, error: Exception) -> Response:
    """What the library would not do, in its own words. A question that cannot be understood is the asker's error."""
    status = 404 if str(error).startswith("There is no ") else 400 if isinstance(error, QueryError) else 500
    return page(request, "problem.html", {"title": "There is a problem", "message": str(error)}, status=status)


def _misread(request: Request, error: Exception) -> Response:
    """An address whose values are of the wrong kind, such as a page "x"."""
    message = "This address holds a value that is not understood; go back and choose again."
    return page(request, "problem.html", {"title": "There is a problem", "message": message}, status=400)


def _failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = {404: "There is no such page; check the address, or search for what you want."}
    detail = error.detail if isinstance(error, HTTPException) else ""
    title = "Page not found" if status == 404 else "There is a problem"
    told = {"title": title, "message": message.get(status, detail)}
    return page(request, "problem.html", told, status=status)
