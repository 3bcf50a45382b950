"""What a client may keep: it asks each time whether that is still the answer, and whether it may still have it."""

import hashlib
from collections.abc import Callable

from fastapi import Request, Response


def tagged(request: Request, key: bytes, media_type: str, body: Callable[[], bytes]) -> Response:
    """The answer with an entity tag, or that it is the one that the client has. Another `key` is another answer."""
    tag = f'"{hashlib.sha256(key).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
    had = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if had & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(body(), media_type=media_type, headers=headers)
