"""Words in documents that look like instructions to a program that reads them.

They are told, never taken out: a document says what it says. The patterns are data, each with examples that it finds
and counterexamples that it leaves alone; a space in one stands for any white space. What is found is not all there is:
whoever reads documents with a language model treats all of their text as data.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from answers.model import Flag

RECORD = re.compile(r"(?:.*/\d+(?=/))?")  # of a JSON Pointer what leads to the record
UNREAD = {"selector", "notice", "url", "summary"}  # which say what stands beside them, or are our own words


class Pattern(BaseModel):
    """One kind of instruction."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    looks_like: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()

    def found_in(self, text: str) -> str | None:
        """The words in `text` that look like it."""
        match = _compiled(self.patterns).search(text)
        return match[0] if match else None


@cache
def patterns() -> tuple[Pattern, ...]:
    lines = Path(__file__).with_name("instructions.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Pattern.model_validate(json.loads(line)) for line in lines)


@cache
def _compiled(of: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in of).replace(" ", r"\s+"), re.IGNORECASE | re.MULTILINE)


def instructions_in(fields: dict[str, Any]) -> Iterator[Flag]:
    """What looks like an instruction in the texts of an answer: each kind once a record, where it first stands."""
    seen: set[tuple[str, str]] = set()
    for at, text in _texts(fields, ""):
        for pattern in patterns():
            told = RECORD.match(at)[0], pattern.id  # type: ignore[index]  # it matches anything
            if told not in seen and (words := pattern.found_in(text)):
                seen.add(told)
                yield Flag(at=at, words=" ".join(words.split()), looks_like=pattern.looks_like)


def _texts(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, f"{at}/{number}")
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in UNREAD:
                yield from _texts(each, f"{at}/{name}")
