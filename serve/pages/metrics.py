"""Figures: what measures the same thing as series over time, each drawn and told, and places or bodies side by side."""

from math import ceil
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse, Response

from answers.telling import address
from library import Library
from minutes.errors import NotFoundError
from minutes.found import Filters, Listed, Series
from minutes.model import By
from plotting import drawn, panels_of_series, pictured
from rows import matrix_text, series_text
from serve.asking import Lib, Number, Text, Wanted, chosen
from serve.pages.registers import A_PAGE as A_REGISTER
from serve.pages.registers import names
from serve.templating import page as render

router = APIRouter(prefix="/metrics")

A_PAGE = 10
A_MATRIX = 6  # measures side by side
LANES: dict[By, str] = {"place": "Place", "region": "Region", "body": "Body", "period": "Period"}
Id = Annotated[str, InPath(pattern=r"^[a-z0-9-]{4,40}$")]


@router.get("", response_class=HTMLResponse)
def series(request: Request, library: Lib, wanted: Wanted, q: Text = "", page: Number = 1) -> HTMLResponse:
    """Series whose figures hold the words, those of most periods first; without words single figures, latest first."""
    words, a_page = q.strip(), A_PAGE if q.strip() else A_REGISTER
    measured = library.series(query=q, filters=wanted) if words else []
    ids = [] if words else library.register("metric", filters=wanted)
    total = len(measured or ids)
    pages = max(1, ceil(total / a_page))
    page = min(page, pages)
    first = (page - 1) * a_page
    values = {
        "q": words,
        "shown": measured[first : first + a_page] if words else library.listed(ids[first : first + a_page]),
        "total": total,
        "first": first,
        "page": page,
        "pages": pages,
        "drawable": drawable,
        "names": names(library.bodies()),
        "coverage": library.coverage(wanted),
        "emptied_by": () if total else _emptied_by(library, wanted, q),
    }
    return render(request, "metrics.html", values)


@router.get("/compare", response_class=HTMLResponse)
def compare(
    request: Request, library: Lib, wanted: Wanted, q: Text = "", by: Text = "", page: Number = 1
) -> HTMLResponse:
    """Measures side by side, by place, region, body or period; an empty place says whether documents are silent."""
    lane = lane_of(by)
    matrix = library.compare(lane, query=q, filters=wanted) if q.strip() else None
    measures = matrix.measures if matrix else ()
    pages = max(1, ceil(len(measures) / A_MATRIX))
    page = min(page, pages)
    shown = measures[(page - 1) * A_MATRIX : page * A_MATRIX]
    lanes = matrix.lanes if matrix else ()
    told = [number for number in range(len(lanes)) if any(each.entries[number].points for each in shown)]
    values = {
        "q": q,
        "by": lane,
        "choices": LANES,
        "matrix": matrix,
        "measures": shown,
        "told": told,
        "silent": [each for number, each in enumerate(lanes) if number not in told] if lane != "period" else [],
        "page": page,
        "pages": pages,
        "names": names(library.bodies()),
        "coverage": library.coverage(wanted),
        "emptied_by": () if measures or not q.strip() else _emptied_by(library, wanted, q),
    }
    return render(request, "compare.html", values)


def _emptied_by(library: Library, wanted: Filters, q: str) -> tuple[str, ...]:
    return library.emptied_by(wanted, lambda fewer: bool(library.records("metric", query=q, filters=fewer)))


@router.get("/series.csv")
def series_file(library: Lib, wanted: Wanted, q: Text = "") -> Response:
    """The series that the page of the same address lists, all of them, a line for each source of each value."""
    return _csv(series_text(library.series(query=q, filters=wanted), "csv"), "series")


@router.get("/compare.csv")
def compare_file(library: Lib, wanted: Wanted, q: Text = "", by: Text = "") -> Response:
    """The comparison that the page of the same address shows, all of it."""
    return _csv(matrix_text(library.compare(lane_of(by), query=q, filters=wanted), "csv"), "comparison")


@router.get("/{series_id}.{form}")
def chart(
    request: Request, library: Lib, wanted: Wanted, series_id: Id, form: Literal["svg", "png"], q: Text = ""
) -> Response:
    """One series drawn; each point of an SVG is a link to its words."""
    panels = panels_of_series([one(library, wanted, q, series_id)])
    if form == "png":
        return Response(pictured(panels), media_type="image/png")

    def link(source: Listed) -> str:
        return str(request.base_url).rstrip("/") + address(source.record.citation)

    return Response(drawn(panels, ".svg", link=link), media_type="image/svg+xml")


def one(library: Library, filters: Filters, query: str, series_id: str) -> Series:
    """The series of this id among those that hold the words.

    Raises:
        NotFoundError: if there is none.
    """
    for each in library.series(query=query, filters=filters):
        if each.id == series_id:
            return each
    raise NotFoundError("There is no such series; look for it anew")


def drawable(found: Series) -> bool:
    """Whether there is something to draw: figures of two periods."""
    return len({point.period for point in found.points if point.start and point.end}) > 1


def lane_of(name: str) -> By:
    return chosen("way to compare", name, get_args(By)) or "place"


def _csv(text: str, name: str) -> Response:
    return Response(
        text.encode("utf-8-sig"),  # the mark tells Excel that `£` and `’` are in UTF-8
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
