"""The profile of a body: what its documents have of their own and no general rule can know. A TOML file.

    organisation = "Fenwold Parish Council"     where a document names none
    body = "Amenities Committee"                where a document names none
    owners = ["beadle", "reeve"]                offices that can be given a task, a word each
    columns = ["for action", "beadle"]          what heads a column that names who is to act
    decisions = ["so ordered"]                  phrases that tell of a decision, in the language of `ruleset`
    actions = ["shall see to"]                  phrases that give a task
    settled = true                              organisation and body are these, whatever a document names

Every key may be left out, and minutes as they are usually written need none.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError, field_validator

from extract.ruleset import Rule, all_rules, compile_pattern
from minutes.errors import ProfileError
from minutes.model import Record


class Profile(Record):
    """What is peculiar to the documents of one body."""

    organisation: str | None = None
    body: str | None = None
    owners: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    settled: bool = False

    @field_validator("decisions", "actions")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                compiled = compile_pattern(pattern)
            except KeyError as error:
                raise ValueError(f"{pattern!r}: there is no list of words {error}") from error
            if not compiled:
                raise ValueError("a phrase is empty")
        if len({pattern.startswith("^") for pattern in patterns}) > 1:
            raise ValueError("all phrases begin with ^, or none")
        return patterns

    @field_validator("owners")
    @classmethod
    def _are_words(cls, owners: tuple[str, ...]) -> tuple[str, ...]:
        if longer := [owner for owner in owners if len(owner.split()) != 1]:
            raise ValueError(f"{longer[0]!r} is not one word")
        return tuple(owner.casefold() for owner in owners)

    def rules(self, kind: str) -> list[Rule]:
        """The rule of its own for "decision" or "action", if it has phrases for one."""
        patterns = self.decisions if kind == "decision" else self.actions
        own = {"patterns": patterns, "effect": "trigger"}
        return [all_rules()[f"{kind}.profile"].model_copy(update=own)] if patterns else []

    def heads_column(self, text: str) -> bool:
        """Whether a text heads a column that names who is to act, by the profile alone."""
        return text.strip(" :").casefold() in {column.casefold() for column in self.columns}

    @property
    def fingerprint(self) -> str:
        """Short, and empty for the profile that says nothing."""
        stated = self.model_dump_json(exclude_defaults=True)
        return "" if stated == "{}" else hashlib.sha256(stated.encode()).hexdigest()[:16]


PLAIN = Profile()


def read_profile(path: Path) -> Profile:
    """The profile in a TOML file.

    Raises:
        ProfileError: if it cannot be read, or says something that no profile can.
    """
    try:
        return profile_of(tomllib.loads(path.read_text(encoding="utf-8")), str(path))
    except OSError as error:
        raise ProfileError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except ValueError as error:  # TOML or UTF-8
        raise ProfileError(f"{path}: is no TOML file ({error}); correct it") from error


def profile_of(said: Mapping[str, Any], where: str) -> Profile:
    """The profile that says this; `where` names it in errors.

    Raises:
        ProfileError: if it says something that no profile can.
    """
    try:
        return Profile.model_validate(said)
    except ValidationError as error:
        fault = error.errors()[0]
        key = str(fault["loc"][0])
        if fault["type"] == "extra_forbidden":
            raise ProfileError(f"{where}: there is no key {key!r}; use {', '.join(Profile.model_fields)}") from error
        told = fault["msg"].removeprefix("Value error, ")
        raise ProfileError(f"{where}: {key}: {told}; correct it") from error
