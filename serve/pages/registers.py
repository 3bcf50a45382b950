"""The registers as tables that filter and sort: what was decided, and who was to do what and what came of it."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from library import Library
from minutes.errors import QueryError
from minutes.found import BodyHeld, Filters, Sort, Status
from minutes.model import Outcome
from serve.asking import Lib, Number, Text, Wanted, chosen
from serve.templating import page as render
from wording import copies_text
from writing import notes_on, register_file

router = APIRouter()

A_PAGE = 50
Kind = Literal["decision", "action", "promise"]
STATUSES: dict[Status, str] = {  # as they are offered; what is not done may be overdue and so on as well
    "open": "Not done",
    "done": "Done",
    "overdue": "Overdue",
    "carried forward": "Carried forward",
    "came back": "Came back",
    "vanished": "Vanished",
}
Download = Literal["csv", "xlsx", "docx"]
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA: dict[Download, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "docx": f"{OFFICE}.wordprocessingml.document",
}


@dataclass(frozen=True)
class Asked:
    """What a register is asked for in its address."""

    query: str
    filters: Filters
    sort: Sort
    backwards: bool
    status: Status | None

    def ids(self, library: Library, kind: Kind) -> list[str]:
        return library.register(
            kind,
            query=self.query,
            filters=self.filters,
            sort=self.sort,
            backwards=self.backwards,
            status=self.status,
        )


def asked(wanted: Wanted, q: Text = "", sort: Text = "", status: Text = "") -> Asked:
    """Sorted by a column, from its end if "-" stands before its name; by date where there is no such column."""
    column: Sort = next((each for each in get_args(Sort) if each == sort.removeprefix("-")), "date")
    backwards = sort.removeprefix("-") == column and sort.startswith("-")
    return Asked(q, wanted, column, backwards, chosen("status", status, get_args(Status)))


Register = Annotated[Asked, Depends(asked)]


@router.get("/decisions", response_class=HTMLResponse)
def decisions(request: Request, library: Lib, asked: Register, page: Number = 1) -> HTMLResponse:
    """What was decided."""
    choices = {"outcome": {each: each.capitalize() for each in get_args(Outcome)}}
    return _page(request, library, "decision", asked, page, choices)


@router.get("/actions", response_class=HTMLResponse)
def actions(request: Request, library: Lib, asked: Register, page: Number = 1) -> HTMLResponse:
    """Who was to do what, by when, and what later minutes say of it."""
    return _page(request, library, "action", asked, page, {"status": STATUSES})


@router.get("/promises", response_class=HTMLResponse)
def promises(request: Request, library: Lib, asked: Register, page: Number = 1) -> HTMLResponse:
    """What was to come back, and whether it did."""
    statuses = {"came back": "Came back", "done": "Done", "open": "Did not, so far", "overdue": "Overdue"}
    return _page(request, library, "promise", asked, page, {"status": statuses | {"vanished": "Vanished"}})


def _page(
    request: Request, library: Library, kind: Kind, asked: Asked, page: int, choices: dict[str, Any]
) -> HTMLResponse:
    regions = {each: each for each in sorted(set(library.regions().values()))}
    values = {
        "asked": asked, "choices": choices, "names": names(library.bodies()), "regions": regions, "error": None,
    }  # fmt: skip
    try:
        return render(request, f"{kind}s.html", {**values, **_rows(library, kind, asked, page)})
    except QueryError as error:  # dates that are none; the form is shown again as it was filled in
        return render(request, f"{kind}s.html", {**values, "error": str(error)}, status=400)


def _rows(library: Library, kind: Kind, asked: Asked, page: int) -> dict[str, Any]:
    """The rows of a page of a register, and what was looked through."""
    ids = asked.ids(library, kind)
    pages = max(1, ceil(len(ids) / A_PAGE))
    page = min(page, pages)
    first = (page - 1) * A_PAGE
    coverage = library.coverage(asked.filters)
    said, *_ = notes_on(asked.query, asked.filters, coverage, status=[asked.status] if asked.status else [])
    return {
        "narrowed": said if said.startswith("Narrowed to") else None,
        "rows": library.listed(ids[first : first + A_PAGE]),
        "total": len(ids),
        "first": first,
        "page": page,
        "pages": pages,
        "coverage": coverage,
        "copies": copies_text(library.copies(asked.filters)),
        "emptied_by": () if ids else _emptied_by(library, kind, asked),
        "mistrusted": len(replace(asked, filters=replace(asked.filters, all=True)).ids(library, kind)) - len(ids),
    }


def _emptied_by(library: Library, kind: Kind, asked: Asked) -> tuple[str, ...]:
    """The filters that let nothing through, the status among them."""
    finds = lambda fewer: bool(replace(asked, filters=fewer).ids(library, kind))  # noqa: E731
    emptied = library.emptied_by(asked.filters, finds)
    alone = asked.status and not emptied and replace(asked, status=None).ids(library, kind)
    return (f"status:{asked.status}",) if alone else emptied


def names(held: list[BodyHeld]) -> dict[str, list[str]]:
    """The organisations and bodies that can be chosen from."""
    return {
        "organisation": sorted({each.organisation for each in held if each.organisation}),
        "body": sorted({each.body for each in held if each.body}),
    }


@router.get("/decisions.{form}")
def decisions_file(library: Lib, asked: Register, form: Download) -> Response:
    """The decisions that the page of the same address lists, all of them."""
    return _file(library, "decision", asked, form)


@router.get("/actions.{form}")
def actions_file(library: Lib, asked: Register, form: Download) -> Response:
    """The actions that the page of the same address lists, all of them."""
    return _file(library, "action", asked, form)


@router.get("/promises.{form}")
def promises_file(library: Lib, asked: Register, form: Download) -> Response:
    """The promises that the page of the same address lists, all of them."""
    return _file(library, "promise", asked, form)


def _file(library: Library, kind: Kind, asked: Asked, form: Download) -> Response:
    name = f"{kind}s"
    found = library.listed(asked.ids(library, kind))
    status = [asked.status] if asked.status else []
    copies, coverage = library.copies(asked.filters), library.coverage(asked.filters)
    notes = notes_on(asked.query, asked.filters, coverage, status=status, copies=copies)
    content = register_file(form, "action" if kind == "promise" else kind, found, title=name.capitalize(), notes=notes)
    return Response(
        content, media_type=MEDIA[form], headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )
