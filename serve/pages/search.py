"""The home page: one box, and what was found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import ceil

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from index.question import understood
from minutes.found import Hit, RecordKind
from serve.asking import Lib, Number, Text, Wanted
from serve.templating import page as render

router = APIRouter()

FOUND = 100  # hits that are counted and can be paged through; beyond them nothing is near the question
A_PAGE = 10
LISTED: tuple[RecordKind, ...] = ("decision", "action", "metric")  # as many as their registers list
FILTERS = ("kind", "outcome", "region", "organisation", "body", "year", "since", "until", "mover", "owner")


@router.get("/", response_class=HTMLResponse)
def search(
    request: Request, library: Lib, wanted: Wanted, q: Text = "", sort: Text = "", page: Number = 1
) -> HTMLResponse:
    """Results for `q`, best or latest first."""
    if not q.strip():
        counts = {f"{kind}s": library.listing(kind) for kind in LISTED}
        return render(request, "home.html", {"status": library.status() | counts})
    answer = library.search(q, filters=wanted, limit=FOUND)
    hits = sorted(answer.hits, key=lambda hit: hit.meeting.date or "", reverse=True) if sort == "date" else answer.hits
    pages = max(1, ceil(len(hits) / A_PAGE))
    page = min(page, pages)
    shown = hits[(page - 1) * A_PAGE : page * A_PAGE]
    values = {
        "q": q,
        "sort": sort,
        "words": understood(q, wanted).terms,
        "answer": answer,
        "hits": shown,
        "decided": library.decided(shown, filters=wanted),
        "facets": facets(answer.hits, library.regions()),
        "chosen": [(name, value) for name in FILTERS if (value := request.query_params.get(name))],
        "most": FOUND,
        "page": page,
        "pages": pages,
    }
    return render(request, "search.html", values)


def facets(hits: Sequence[Hit], regions: Mapping[str, str]) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each filter its name and how many hits each value has: years latest first, others by count.

    `regions` are those of organisations.
    """
    meetings = [hit.meeting for hit in hits]
    values: dict[str, Iterable[str | None]] = {
        "kind": [hit.kind for hit in hits],
        "outcome": chain.from_iterable(hit.outcomes for hit in hits),
        "region": [regions.get(each.organisation or "") for each in meetings],
        "organisation": [each.organisation for each in meetings],
        "body": [each.body for each in meetings],
        "year": [(each.date or "")[:4] for each in meetings],
    }
    counts = {name: Counter(filter(None, each)) for name, each in values.items()}
    return [
        (name, sorted(each.items(), reverse=True) if name == "year" else each.most_common())
        for name, each in counts.items()
    ]
