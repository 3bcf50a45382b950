"""Errors as problem details, https://www.rfc-editor.org/rfc/rfc9457."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from answers.questions import Wrong
from minutes.errors import AccessError, InputError, MinutebookError, NotFoundError, QueryError
from minutes.model import Record

MEDIA = "application/problem+json"


class Problem(Record):
    """What went wrong. `detail` says what to do, `errors` what is wrong with which argument."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[Wrong, ...] = ()


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    errors: tuple[Wrong, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    told = Problem(
        title=HTTPStatus(status).phrase, status=status, detail=detail, instance=request.url.path, errors=errors
    )
    return Response(told.model_dump_json(), status, headers, MEDIA)


def status_of(error: MinutebookError) -> int:
    """What an error of the library is to whoever asked. Those not named are our fault."""
    match error:
        case NotFoundError() | InputError():  # a file that was read is gone, has changed or is locked
            return 404
        case QueryError():
            return 400
        case AccessError():
            return 403
    return 500
