"""The application below /api/v1: one address for each of the tools, made of the same table as those of MCP."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from answers.paging import Asker
from answers.questions import explained
from answers.tools import TOOLS, Tool
from library import Library
from minutes.errors import MinutebookError
from serve.access import Access, who
from serve.api.problems import MEDIA, Problem, problem, status_of
from serve.caching import tagged

PREFIX = "/api/v1"
TOLD = {  # statuses of which an answer is a problem
    400: "The question is not understood",
    403: "This is not shown to whoever asked",
    404: "There is no such document, record, page or day",
    422: "An argument is missing, unknown or wrong",
    429: "There were too many requests; wait as long as Retry-After says",
    500: "The library cannot be used",
}
SCHEMES = {"token": {"type": "http", "scheme": "bearer"}}


def create_api(library: Library, access: Access) -> FastAPI:
    """The application to be mounted at `PREFIX`; who asks was settled before."""
    api = FastAPI(
        title="Minutebook",
        version=version("minutebook"),
        description="Minutes and reports of councils and other boards: cited passages, decisions, actions and figures.",
        docs_url=None,
        redoc_url=None,
        license_info={"name": "MIT"},
    )
    api.state.library = library
    told = {**TOLD, 401: "A token is needed"} if access.needed else TOLD
    problems: dict[int | str, dict[str, Any]] = {
        status: {"description": text, "model": Problem, "content": {MEDIA: {}}} for status, text in told.items()
    }
    for tool in TOOLS:
        api.get(
            f"/{tool.name}",
            summary=tool.title,
            description=tool.description,
            operation_id=tool.name,
            response_model=tool.page,
            responses={**problems, 304: {"description": "The answer is still the one of the If-None-Match header"}},
        )(_route(tool))
    _describe(api, access)
    api.exception_handler(MinutebookError)(_refused)
    api.exception_handler(RequestValidationError)(_misread)
    api.exception_handler(HTTPException)(_failed)
    api.exception_handler(Exception)(_failed)
    return api


def _route(tool: Tool) -> Callable[..., Response]:
    def answer(request: Request, asked: Any) -> Response:
        asker = Asker(
            site=str(request.base_url).removesuffix(f"{PREFIX}/").rstrip("/"), exempt=who(request).may("editor")
        )
        page = tool.answer(request.app.state.library, asked, asker)
        body = page.model_dump_json().encode()
        return tagged(request, body, "application/json", lambda: body)

    answer.__annotations__ = {"request": Request, "asked": Annotated[tool.question, Query()], "return": Response}
    return answer


def _describe(api: FastAPI, access: Access) -> None:
    """Give the OpenAPI description what FastAPI has no words for: the media type of problems, and the tokens."""
    describe = api.openapi

    def described() -> dict[str, Any]:
        if api.openapi_schema is None:
            schema = describe()
            for path in schema["paths"].values():
                for status, answer in path["get"]["responses"].items():
                    if int(status) >= 400:
                        answer["content"] = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}
            if access.needed:
                schema["components"]["securitySchemes"] = SCHEMES
                schema["security"] = [{"token": []}]
        return api.openapi_schema or schema

    api.openapi = described  # type: ignore[method-assign]


def _refused(request: Request, error: Exception) -> Response:
    return problem(request, status_of(error) if isinstance(error, MinutebookError) else 500, str(error))


def _misread(request: Request, error: Exception) -> Response:
    errors = error.errors() if isinstance(error, RequestValidationError) else ()
    tool = next(each for each in TOOLS if request.url.path == f"{PREFIX}/{each.name}")
    wrong = tuple(explained(errors, list(tool.question.model_fields)))
    return problem(request, 422, "; ".join(f"{each.argument}: {each.detail}" for each in wrong), errors=wrong)


def _failed(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return problem(request, 500, "Something went wrong here; it is not your fault")
    detail = f"There is no such address; see {PREFIX}/openapi.json" if error.status_code == 404 else error.detail
    return problem(request, error.status_code, detail, headers=error.headers)
