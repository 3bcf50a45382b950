"""Which filters let nothing through, and which names come near theirs."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from minutes.found import Filters, Region

if TYPE_CHECKING:
    from index.catalogue import Catalogue

LIKE = 0.8  # "Fenwald" and "Fenwold"
SHOWN = 3  # names that are told
NAMED = {"organisation": "an organisation is", "body": "a body is"}


def emptied_by(catalogue: "Catalogue", filters: Filters, finds: Callable[[Filters], bool]) -> tuple[str, ...]:
    """The filters without any one of which something is found, as they are typed; all, if only without all of them.

    Where no document goes by a name at all, it is told what does: "body:Fenwold (no body is called so; an organisation
    is: Fenwold Town Council)".
    """
    given: dict[str, Any] = {
        field.name: field.default
        for field in fields(filters)
        if field.name not in ("all", "exempt") and getattr(filters, field.name) != field.default
    }
    guilty = [name for name, none in given.items() if finds(replace(filters, **{name: none}))]
    if not guilty and len(given) > 1 and finds(replace(filters, **given)):
        guilty = list(given)
    return tuple(
        f"{_typed(name, getattr(filters, name))}{_unknown(catalogue, name, getattr(filters, name))}" for name in guilty
    )


def _typed(name: str, value: str | bool | Region | tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return name.replace("_", "-")
    if isinstance(value, Region):
        value = value.name
    match name:
        case "holds":
            return " ".join(f'"{phrase}"' for phrase in value)
        case "without":
            return " ".join(f"-{phrase}" if phrase.isalnum() else f'-"{phrase}"' for phrase in value)
    value = value if isinstance(value, str) else " ".join(value)
    return f"{name}:{value}" if value.replace("-", "").isalnum() else f'{name}:"{value}"'


def _unknown(catalogue: "Catalogue", name: str, value: Any) -> str:
    """In brackets, that nothing is called so, and what is; nothing where some document goes by the name."""
    if name not in NAMED or catalogue.bodies(Filters(**{name: value})):
        return ""
    other = next(each for each in NAMED if each != name)
    if held := _names(catalogue, other, Filters(**{other: value})):
        return f" (no {name} is called so; {NAMED[other]}: {_told(held)})"
    words = re.findall(r"\w+", value.casefold())
    near = [each for each in _names(catalogue, name, Filters()) if _near(words, re.findall(r"\w+", each.casefold()))]
    return f" (no {name} is called so; is it {_told(near)}?)" if near else f" (no {name} is called so)"


def _names(catalogue: "Catalogue", name: str, filters: Filters) -> list[str]:
    return sorted({found for each in catalogue.bodies(filters) if (found := getattr(each, name))})


def _near(words: list[str], name: list[str]) -> bool:
    return all(get_close_matches(word, name, 1, LIKE) for word in words)


def _told(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (" and others" if len(names) > SHOWN else "")
