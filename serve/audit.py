"""A log of who searched, opened, added and corrected what: one JSON object a line, for those who turn it on."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from fastapi import Request, Response

from minutes.errors import AccessError


class Audit:
    """An open log, which is only ever added to."""

    def __init__(self, file: Path) -> None:
        """Open the log.

        Raises:
            AccessError: if it cannot be written.
        """
        try:
            self._out = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            raise AccessError(
                f"{file}: cannot be written ({error.strerror}); name another file with --audit"
            ) from error
        self._lock = Lock()

    def close(self) -> None:
        os.close(self._out)

    def note(self, request: Request, answer: Response) -> None:
        """Write down a request: what its route says was done, or else that it searched or opened."""
        asked = dict(request.query_params)
        did, what = getattr(request.state, "did", ("searched" if asked.get("q") else "opened", {}))
        user = request.state.user
        entry = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "who": user.name if user else None,
            "address": request.client.host if request.client else None,
            "did": did,
            "path": request.url.path,
            "status": answer.status_code,
            **({"asked": asked} if asked else {}),
            **what,
        }
        line = json.dumps(entry, ensure_ascii=False) + "\n"
        with self._lock:
            os.write(self._out, line.encode("utf-8", "backslashreplace"))


def did(request: Request, what: str, **details: object) -> None:
    """Say for the log what this request did."""
    request.state.did = (what, details)
