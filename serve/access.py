"""Who asks, what they may do, and whether a form that comes back is one of ours.

    cookie (signed) ── id ──> who signed in, in memory ── role ──> what they may see and do

Without users and token there is nobody to tell apart: whoever sits at this machine may do everything. A session ends
with the server, after `HOURS`, when its person signs out, and when their line in the file of users changes.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Annotated, Any

from cachetools import TTLCache
from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.middleware.sessions import SessionMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from minutes.errors import AccessError
from serve.users import Role, User, holding, read_users, signing_in

LOCAL = User("local", "admin")  # the person at this machine
HOLDER = User("token", "editor")  # who has the token
HOURS = 12
SHORTEST = 16  # characters of a token
MINUTES = 15  # for which failures are remembered
MOST_TRIED = (20, 5, 50)  # failures from an address, for a name from that address, for a name from anywhere
MOST_FILES, MOST_FIELDS = 100, 50  # in one form


class Access:
    """Who may come in, and who is signed in."""

    def __init__(self, *, token: str | None = None, users: Path | None = None) -> None:
        """Let in those who know `token`, or those in the file `users`; with neither, whoever asks.

        Raises:
            AccessError: if the token is too short or the file cannot be used.
        """
        if token is not None and len(token) < SHORTEST:
            raise AccessError(f"The token can be guessed; give at least {SHORTEST} characters that mean nothing")
        self._token, self._file = token, users
        self._changed: int | None = 0
        self._users = read_users(users) if users else {}
        self._lock = Lock()
        self._signed: TTLCache[str, User] = TTLCache(10_000, ttl=HOURS * 3600)
        self._failed: TTLCache[tuple[str, str], int] = TTLCache(10_000, ttl=MINUTES * 60)

    @property
    def needed(self) -> bool:
        """Whether one has to sign in."""
        return bool(self._token or self._file)

    @property
    def named(self) -> bool:
        """Whether people sign in by name."""
        return bool(self._file)

    def user(self, session: Mapping[str, Any]) -> User | None:
        """Who asks; null where they have to sign in first.

        Raises:
            AccessError: if the file of users can no longer be read.
        """
        if not self.needed:
            return LOCAL
        with self._lock:
            user = self._signed.get(session.get("id", ""))
        return user if user in (HOLDER, *self._people().values()) else None

    def sign_in(self, session: dict[str, Any], name: str, secret: str, address: str) -> User | None:
        """Begin a new session for who knows the secret; null for anybody else. The old session is thrown away.

        Raises:
            HTTPException: (429) after too many failures.
        """
        name = name if self.named else HOLDER.name
        tried = ("", address), (name, address), (name, "")
        with self._lock:
            if any(self._failed.get(key, 0) >= most for key, most in zip(tried, MOST_TRIED, strict=True)):
                raise _too_many()
            for key in tried:  # counted before it is tried, so that many at once do not slip through
                self._failed[key] = self._failed.get(key, 0) + 1
        user = self._known(name, secret)
        if user:
            session.clear()
            session["id"] = secrets.token_urlsafe(32)
            with self._lock:
                self._signed[session["id"]] = user
                for key in tried:
                    self._failed[key] = self._failed.get(key, 1) - 1
        return user

    def bearer(self, token: str, address: str) -> User | None:
        """Whose token this is, sent with a request of a program from this address; null where it is nobody's.

        Raises:
            HTTPException: (429) after too many failures.
        """
        tried = ("", address)
        with self._lock:
            if self._failed.get(tried, 0) >= MOST_TRIED[0]:
                raise _too_many()
        user = self._known("", token) if self._token else holding(self._people(), token)
        if user is None:
            with self._lock:
                self._failed[tried] = self._failed.get(tried, 0) + 1
        return user

    def sign_out(self, session: dict[str, Any]) -> None:
        """End a session; a copy of its cookie is worth nothing any more."""
        with self._lock:
            self._signed.pop(session.get("id", ""), None)
        session.clear()

    def _known(self, name: str, secret: str) -> User | None:
        if self._token:
            return HOLDER if hmac.compare_digest(self._token.encode(), secret.encode()) else None
        return signing_in(self._people(), name, secret)

    def _people(self) -> dict[str, User]:
        """Those in the file as it is now.

        Raises:
            AccessError: if it can no longer be read. Those who were in it before may have been taken out.
        """
        if self._file and (changed := _changed(self._file)) != self._changed:
            self._users = read_users(self._file)
            self._changed = changed
        return self._users


def _changed(file: Path) -> int | None:
    """When it was, in nanoseconds; null where it is not there."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return None


def _too_many() -> HTTPException:
    told = f"There were too many attempts; wait {MINUTES} minutes and try again."
    return HTTPException(429, told, headers={"Retry-After": str(MINUTES * 60)})


class Sessions:
    """Sessions in signed cookies, which are sent back over https alone where they came by it."""

    def __init__(self, app: ASGIApp) -> None:
        key = secrets.token_hex(32)
        self._by_scheme = {
            secure: SessionMiddleware(app, key, "minutebook", max_age=HOURS * 3600, same_site="lax", https_only=secure)
            for secure in (False, True)
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._by_scheme[scope.get("scheme") == "https"](scope, receive, send)


def who(request: Request) -> User:
    """Who asks; they have come in already."""
    user: User = request.state.user
    return user


def only(role: Role) -> Callable[[Request], User]:
    """What a route depends on that is for this role and those above it."""

    def check(request: Request) -> User:
        if not who(request).may(role):
            raise HTTPException(403, f"This is for those who are {role} here; ask who runs this library.")
        return who(request)

    return check


Who = Annotated[User, Depends(who)]
Editor = Annotated[User, Depends(only("editor"))]


def exempt_wanted(request: Request) -> bool:
    """Whether text that is marked as exempt is shown: to editors, and only where the address asks for it."""
    return request.query_params.get("exempt") == "1" and who(request).may("editor")


ShowExempt = Annotated[bool, Depends(exempt_wanted)]


def form_token(request: Request) -> str:
    """What a form of ours brings back and nobody else's knows; the same for a whole session."""
    session = request.session
    if "form" not in session:
        session["form"] = secrets.token_urlsafe(32)
    return str(session["form"])


async def posted(request: Request) -> FormData:
    """The form that was sent.

    Raises:
        HTTPException: (403) if it does not come from one of our pages in the same session.
    """
    form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    expected, given = request.session.get("form", ""), form.get("form_token")
    if not expected or not isinstance(given, str) or not hmac.compare_digest(expected.encode(), given.encode()):
        await form.close()
        raise HTTPException(403, "This form is out of date and nothing was changed; load its page again and resend it.")
    return form


Posted = Annotated[FormData, Depends(posted)]


def text_of(form: FormData, name: str, *, most: int = 2000) -> str:
    """What was typed into a field, without white space around it; nothing where it is missing or too long."""
    value = form.get(name)
    return value.replace("\0", "").strip() if isinstance(value, str) and len(value) <= most else ""
