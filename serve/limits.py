"""How much may be sent, and how often may be asked."""

import time
from collections.abc import Mapping
from threading import Lock

from cachetools import TTLCache
from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM = 2**18  # bytes of a request
UPLOAD = 2**28  # bytes of a request with files
A_MINUTE = 600  # requests of one program


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


class Rate:
    """How often each program may ask in a minute of the clock."""

    def __init__(self, most: int = A_MINUTE) -> None:
        self._most, self._lock = most, Lock()
        self._asked: TTLCache[tuple[str, int], int] = TTLCache(10_000, ttl=120)

    def wait(self, who: str) -> int:
        """Count a request; how many seconds they have to wait, 0 where they have not asked too often."""
        now = time.time()
        minute = who, int(now // 60)
        with self._lock:
            self._asked[minute] = asked = self._asked.get(minute, 0) + 1
        return 0 if asked <= self._most else 60 - int(now % 60)
