"""What a council's site has: its committees, their meetings, and what is published of a meeting."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DELAY = 1.0  # seconds between an answer and the next request; more if robots.txt says so


@dataclass(frozen=True)
class Committee:
    """A committee or board, by the number that the site has for it."""

    id: str
    title: str


@dataclass(frozen=True)
class Meeting:
    """A meeting of a committee. `minutes` says whether its minutes are published, null where that is not told."""

    id: str
    committee: Committee
    date: date
    cancelled: bool = False
    minutes: bool | None = None


@dataclass(frozen=True)
class Paper:
    """A document of a meeting: its minutes, as a file or as the `page` itself, or a paper laid before it.

    `version` changes where the site says that the document did; null where it does not tell.
    """

    url: str
    title: str
    kind: Literal["minutes", "page", "paper"]
    version: str | None = None
    restricted: bool = False
