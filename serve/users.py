"""Who may use the pages: a file with a line `name:role:hash` for each person or program.

The hash of a password is made by Argon2, so that it takes long to guess. A program's token cannot be guessed: its hash
is a SHA-256, which is fast enough to be looked at with every request.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from minutes.errors import AccessError

Role = Literal["reader", "editor", "admin"]  # each may do what those before it may

NAME = re.compile(r"[\w.@-]{1,64}")
SHORTEST = 12  # characters of a password
HASHED = "sha256$"  # what the hash of a token begins with
_hasher = PasswordHasher()
_hashing = Lock()  # a hash takes 64 MB, so that they are made one after the other


@dataclass(frozen=True)
class User:
    """A person; another `secret` makes another user, whom nobody is signed in as."""

    name: str
    role: Role
    secret: str = field(default="", repr=False)

    def may(self, role: Role) -> bool:
        """Whether they may do what is for this role."""
        roles = get_args(Role)
        return bool(roles.index(self.role) >= roles.index(role))


def read_users(file: Path) -> dict[str, User]:
    """The people in a file, by name.

    Raises:
        AccessError: if it cannot be read, or a line of it is not understood.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AccessError(
            f"{file}: cannot be read as a list of users; make one with: minutebook users add {file} NAME"
        ) from error
    users = {}
    for number, line in enumerate(lines, 1):
        name, role, secret = [*line.split(":", 2), "", ""][:3]
        if not NAME.fullmatch(name) or role not in get_args(Role) or not secret:
            raise AccessError(f"{file}: line {number} is no `name:role:hash`; add people with: minutebook users add")
        users[name] = User(name, role, secret)  # type: ignore[arg-type]
    return users


def add_user(file: Path, name: str, role: Role, password: str) -> bool:
    """Write a person into a file, which is made where there is none; whether they were there before.

    Raises:
        AccessError: if the name or the password will not do, or the file cannot be read.
    """
    _check(name)
    if len(password) < SHORTEST:
        raise AccessError(f"The password is too short; give at least {SHORTEST} characters, such as three words")
    return _write(file, name, role, _hasher.hash(password))


def add_token(file: Path, name: str, role: Role) -> str:
    """Write a program into a file, as `add_user` does a person, and return its new token, which is kept nowhere.

    Raises:
        AccessError: if the name will not do, or the file cannot be read.
    """
    _check(name)
    token = secrets.token_urlsafe(32)
    _write(file, name, role, HASHED + _digest(token))
    return token


def _check(name: str) -> None:
    if not NAME.fullmatch(name):
        raise AccessError(f"{name!r} will not do as a name; use letters, digits, dots, hyphens and @, without spaces")


def _write(file: Path, name: str, role: Role, secret: str) -> bool:
    """Add a line to the file; whether the name was there before."""
    users = read_users(file) if file.exists() else {}
    known = name in users
    users[name] = User(name, role, secret)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    with open(part, "w", encoding="utf-8", opener=_private) as out:
        out.writelines(f"{user.name}:{user.role}:{user.secret}\n" for user in users.values())
    part.replace(file)
    return known


def signing_in(users: Mapping[str, User], name: str, password: str) -> User | None:
    """The person of this name and password. It takes as long where there is none, so that names cannot be guessed."""
    user = users.get(name)
    with _hashing:
        try:
            _hasher.verify(user.secret if user else _nobody(), password)
        except (VerificationError, InvalidHashError):
            return None
    return user


def holding(users: Mapping[str, User], token: str) -> User | None:
    """Whose token this is."""
    secret = HASHED + _digest(token)
    return next((user for user in users.values() if hmac.compare_digest(user.secret.encode(), secret.encode())), None)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


@cache
def _nobody() -> str:
    return _hasher.hash(os.urandom(16))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
