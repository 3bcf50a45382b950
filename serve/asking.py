"""What a page is asked for: the library, and the filters in its address."""

from typing import Annotated, get_args

from fastapi import Depends, Query, Request

from library import Library
from minutes.model import Filters, Outcome, PassageKind
from serve.access import ShowExempt

Text = Annotated[str, Query(max_length=500)]
Number = Annotated[int, Query(ge=1, le=10_000)]


def open_library(request: Request) -> Library:
    library: Library = request.app.state.library
    return library


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
) -> Filters:
    """The filters of the address; what is left empty lets all through. The library says what is wrong with a date."""
    return Filters(
        organisation=organisation or None,
        body=body or None,
        region=library.region(region) if region else None,
        since=since or year or None,
        until=until or year or None,
        kind=next((each for each in get_args(PassageKind) if each == kind), None),
        outcome=next((each for each in get_args(Outcome) if each == outcome), None),
        owner=owner or None,
        mover=mover or None,
        exempt=exempt,
        all=all,
    )


Wanted = Annotated[Filters, Depends(filters)]
