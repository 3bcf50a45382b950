"""The home page: one box, and what was found."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import ceil

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index.question import understood
from minutes.model import Hit
from serve.asking import Lib, Number, Text, Wanted
from serve.templating import page as render

router = APIRouter()

FOUND = 100  # hits that are counted and can be paged through; beyond them nothing is near the question
A_PAGE = 10
COUNTED: dict[str, tuple[str, Callable[[Hit], str | None]]] = {  # name of the filter, its heading, a hit's value
    "kind": ("Kind", lambda hit: hit.kind),
    "organisation": ("Organisation", lambda hit: hit.meeting.organisation),
    "body": ("Body", lambda hit: hit.meeting.body),
    "year": ("Year", lambda hit: (hit.meeting.date or "")[:4] or None),
}


@router.get("/", response_class=HTMLResponse)
def search(
    request: Request, library: Lib, wanted: Wanted, q: Text = "", sort: Text = "", page: Number = 1
) -> HTMLResponse:
    """Results for `q`, best or latest first."""
    if not q.strip():
        return render(request, "home.html", {"status": library.status()})
    answer = library.search(q, filters=wanted, limit=FOUND)
    hits = sorted(answer.hits, key=lambda hit: hit.meeting.date or "", reverse=True) if sort == "date" else answer.hits
    pages = max(1, ceil(len(hits) / A_PAGE))
    page = min(page, pages)
    values = {
        "q": q,
        "sort": sort,
        "words": understood(q, wanted).terms,
        "answer": answer,
        "hits": hits[(page - 1) * A_PAGE : page * A_PAGE],
        "facets": facets(answer.hits),
        "page": page,
        "pages": pages,
    }
    return render(request, "search.html", values)


def facets(hits: Sequence[Hit]) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """For each filter its name, its heading and how many hits each value has: years latest first, others by count."""
    found = []
    for name, (heading, value) in COUNTED.items():
        counts = Counter(filter(None, map(value, hits)))
        rows = sorted(counts.items(), reverse=True) if name == "year" else counts.most_common()
        found.append((name, heading, rows))
    return found
