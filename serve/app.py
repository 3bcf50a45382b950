"""The application: which pages there are, what every answer carries, and how errors are told.

    request ── safety (host, session or token, size, headers) ──> a module of `pages` ── Library ──> template ──> HTML
                                                           └──> `api` and MCP, for programs ── answers ──> JSON

Every page is plain HTML that works without a script. Pages know nothing but `Library`.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from library import Library
from logs import in_json, timed, warn
from minutes.errors import AccessError, MinutebookError
from serve import measuring
from serve.access import Access, Sessions
from serve.api.app import PREFIX, create_api
from serve.api.problems import problem, status_of
from serve.audit import Audit
from serve.limits import UPLOAD, BodyLimit, Rate
from serve.pages import checking, correcting, documents, meetings, metrics, registers, search, sign_in, upload, versions
from serve.templating import page
from serve.uploads import Uploads
from serve.users import User

HERE = Path(__file__).parent
SERVER = logging.getLogger("uvicorn.error")  # which writes to standard error
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
# Where nobody signs in, by no other name, so that a foreign page cannot make its host name ours. Where one has to sign
# in, that is of no use to it: the cookie goes to the name at which it was given. So there any name will do.
HOSTS = ["127.0.0.1", "localhost", "[::1]", "::1"]
PAGES = (search, documents, registers, meetings, versions, metrics, checking, correcting, sign_in)
OPEN = ("/sign-in", "/static/", "/health")  # to those who have not signed in, too
PROGRAMS = ("/api/", "/mcp")  # where nobody is sent to a page to sign in


def create_app(
    library: Library,
    *,
    access: Access | None = None,
    audit: Audit | None = None,
    allow_upload: bool = False,
    mcp: bool = False,
) -> FastAPI:
    """The web application over an open library, which it does not close.

    `access` says who may come in; without it nobody is kept out, which is right for one's own machine alone. With `mcp`
    assistants are answered at /mcp.
    """
    app = FastAPI(title="Minutebook", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_running)
    app.state.library = library
    app.state.access = access = access or Access()
    app.state.audit = audit
    app.state.uploads = Uploads(library) if allow_upload else None
    app.state.rate = Rate()
    app.state.measures = measures = measuring.Measures(library)
    app.state.mcp = None
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.mount(PREFIX, create_api(library, access))
    if mcp:
        from serve.mcp_server import mounted  # brings in the MCP SDK, which takes a second

        app.state.mcp = mounted(app)
    app.router.routes.extend(measuring.router.routes)  # before the page of the same address
    for module in (*PAGES, upload) if allow_upload else PAGES:
        app.include_router(module.router)
    app.add_middleware(BodyLimit, larger={"/upload": UPLOAD} if allow_upload else {})
    app.middleware("http")(_guarded)
    app.add_middleware(Sessions)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=["*"] if access.needed else HOSTS)
    app.add_middleware(measuring.Measured, measures=measures)
    app.exception_handler(MinutebookError)(_refused)
    app.exception_handler(RequestValidationError)(_misread)
    app.exception_handler(HTTPException)(_failed)
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        if app.state.mcp:
            await stack.enter_async_context(app.state.mcp.session_manager.run())
        yield
    if app.state.uploads:
        await run_in_threadpool(app.state.uploads.close)


async def _guarded(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """An answer for those who may have one, with the headers that keep a browser from doing harm with it."""
    path, audit = request.url.path, request.app.state.audit
    if refused := _kept_out(request):
        answer = refused
    else:
        with timed("request", method=request.method) as told:
            answer = await go_on(request)
            told |= {"route": getattr(request.scope.get("route"), "path", None), "status": answer.status_code}
            told["document"] = request.path_params.get("document_id")
        if audit and not path.startswith("/static/"):
            await run_in_threadpool(audit.note, request, answer)
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if not path.startswith("/static/"):
        answer.headers.setdefault("Cache-Control", "no-store")
    return answer


def _kept_out(request: Request) -> Response | None:
    """Settle who asks; the answer for those who may not come in."""
    path, program = request.url.path, request.url.path.startswith(PROGRAMS)
    try:
        request.state.user = user = _user(request)
    except HTTPException as error:
        return problem(request, error.status_code, error.detail, headers=error.headers)
    except AccessError as error:
        return _closed(request, error)
    if program and _foreign(request):
        return problem(request, 403, "A page of another site may not ask here")
    if user and program and (seconds := request.app.state.rate.wait(f"{user.name}@{_address(request)}")):
        told = f"There were too many requests; wait {seconds} seconds"
        return problem(request, 429, told, headers={"Retry-After": str(seconds)})
    if user or path.startswith(OPEN):
        return None
    if program or "authorization" in request.headers:
        told = "A token is needed: send it as `Authorization: Bearer TOKEN`"
        return problem(request, 401, told, headers={"WWW-Authenticate": 'Bearer realm="Minutebook"'})
    asked = f"{path}?{request.url.query}" if request.url.query else path
    onward = {"next": asked} if request.method == "GET" and asked != "/" else {}
    return RedirectResponse("/sign-in" + (f"?{urlencode(onward)}" if onward else ""), 303)


def _closed(request: Request, error: AccessError) -> Response | None:
    """The answer while nobody can be let in: what is wrong is told those who keep the server, not whoever asks."""
    request.state.user = None
    if request.url.path.startswith("/static/"):
        return None
    (warn if in_json() else SERVER.error)(str(error))
    told = "The list of those who may come in cannot be read; whoever keeps this server finds the reason in its log."
    if request.url.path.startswith((*PROGRAMS, "/health")):
        return problem(request, 503, told)
    return page(request, "problem.html", {"title": "There is a problem", "message": told}, status=503)


def _user(request: Request) -> User | None:
    """Who asks: whose token it is, where one was sent, or who has signed in."""
    access: Access = request.app.state.access
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if access.needed and scheme.lower() == "bearer":
        return access.bearer(token.strip(), _address(request))
    return access.user(request.session)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _foreign(request: Request) -> bool:
    """Whether a browser asks on behalf of a page of another site."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def _refused(request: Request, error: Exception) -> Response:
    """What the library would not do, in its own words."""
    status = status_of(error) if isinstance(error, MinutebookError) else 500
    return page(request, "problem.html", {"title": "There is a problem", "message": str(error)}, status=status)


def _misread(request: Request, error: Exception) -> Response:
    """An address whose values are of the wrong kind, such as a page "x"."""
    message = "This address holds a value that is not understood; go back and choose again."
    return page(request, "problem.html", {"title": "There is a problem", "message": message}, status=400)


def _failed(request: Request, error: Exception) -> Response:
    if request.url.path.startswith(PROGRAMS) and isinstance(error, HTTPException):
        return problem(request, error.status_code, error.detail, headers=error.headers)
    status = error.status_code if isinstance(error, HTTPException) else 500
    message = {404: "There is no such page; check the address, or search for what you want."}
    detail = error.detail if isinstance(error, HTTPException) else ""
    title = "Page not found" if status == 404 else "There is a problem"
    told = {"title": title, "message": message.get(status, detail)}
    return page(request, "problem.html", told, status=status)
