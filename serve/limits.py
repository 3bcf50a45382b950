"""How much may be sent."""

from collections.abc import Mapping

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM = 2**18  # bytes of a request
UPLOAD = 2**28  # bytes of a request with files


class BodyLimit:
    """Refuses what is larger than it may be, before it is read where it says so itself, or else on the way."""

    def __init__(self, app: ASGIApp, *, larger: Mapping[str, int]) -> None:
        """`larger` gives the bytes for the paths that may be sent more than `FORM`."""
        self._app, self._larger = app, larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], FORM)
        declared = Headers(scope=scope).get("content-length", "0")
        taken = int(declared) if declared.isdecimal() and int(declared) > most else 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive() if taken <= most else {"type": "http.request"}
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, f"That is more than the {most // 2**20 or 1} MB that may be sent at once.")
            return message

        await self._app(scope, limited, send)
