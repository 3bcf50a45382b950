"""What a page is asked for: the library, and the filters in its address."""

from collections.abc import Sequence
from typing import Annotated, TypeVar, get_args

from fastapi import Depends, Query, Request

from library import Library
from minutes.errors import QueryError
from minutes.found import Filters, PassageKind
from minutes.model import Outcome
from serve.access import ShowExempt

Text = Annotated[str, Query(max_length=500)]
T = TypeVar("T")
Number = Annotated[int, Query(ge=1, le=10_000)]


def open_library(request: Request) -> Library:
    library: Library = request.app.state.library
    return library


def chosen(name: str, value: str, choices: Sequence[T]) -> T | None:
    """The one of the choices that is asked for, null where none is.

    Raises:
        QueryError: if there is no such value.
    """
    found = next((each for each in choices if each == value), None)
    if value and found is None:
        raise QueryError(f"'{value}' is no {name}; choose one of {', '.join(map(str, choices))}")
    return found


Lib = Annotated[Library, Depends(open_library)]


def filters(
    library: Lib,
    exempt: ShowExempt,
    organisation: Text = "",
    body: Text = "",
    region: Text = "",
    since: Text = "",
    until: Text = "",
    year: Text = "",
    kind: str = "",
    outcome: str = "",
    owner: Text = "",
    mover: Text = "",
    all: bool = False,
    no_formal: bool = False,
) -> Filters:
    """The filters of the address; what is left empty lets all through. The library says what is wrong with a date.

    Raises:
        QueryError: if there is no such kind, outcome or region.
    """
    return Filters(
        organisation=organisation or None,
        body=body or None,
        region=library.region(region) if region else None,
        since=since or year or None,
        until=until or year or None,
        kind=chosen("kind", kind, get_args(PassageKind)),
        outcome=chosen("outcome", outcome, get_args(Outcome)),
        owner=owner or None,
        mover=mover or None,
        exempt=exempt,
        all=all,
        no_formal=no_formal,
    )


Wanted = Annotated[Filters, Depends(filters)]
