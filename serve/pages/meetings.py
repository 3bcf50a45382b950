"""Meetings: the bodies, a body by year, a meeting's page, an item's thread, and a person in the minutes."""

from collections import Counter, defaultdict
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from library import Library
from minutes.errors import NotFoundError
from minutes.found import Filters, Ingested, Listed
from minutes.model import AgendaItem, Metric, Minutes
from rows import receipt_rows
from serve.asking import Lib, Text
from serve.pages.checking import hidden
from serve.pages.documents import Id
from serve.templating import page as render
from wording import compared_text

router = APIRouter()


@router.get("/meetings", response_class=HTMLResponse)
def meetings(request: Request, library: Lib) -> HTMLResponse:
    """The bodies, and how many of their meetings are held."""
    bodies = library.bodies()
    known = sum(bool(each.organisation or each.body) for each in bodies)
    return render(request, "meetings.html", {"bodies": bodies, "known": known})


@router.get("/meetings/body", response_class=HTMLResponse)
def body(request: Request, library: Lib, organisation: Text = "", body: Text = "") -> HTMLResponse:
    """A body's meetings and reports by year, latest first; of those that name no body where none is given."""
    held = of_body(library, organisation or None, body or None)
    if not held:
        raise NotFoundError("There is no such body in this library; see all under Meetings")
    years = [(year, list(each)) for year, each in groupby(held, key=lambda one: (date_of(one) or "")[:4])]
    return render(request, "body.html", {"organisation": organisation, "body": body, "years": years})


@router.get("/documents/{document_id}", response_class=HTMLResponse)
def meeting(request: Request, library: Lib, document_id: Id, all: bool = False) -> HTMLResponse:
    """A meeting or a report: what it is, who was there, what was said and decided, and how it was read."""
    document, minutes = library.document(document_id)
    minutes = minutes.public
    records = library.follow(listed(minutes, low_trust=all))
    under: defaultdict[str | None, list[Listed]] = defaultdict(list)
    for each in records:
        above = minutes.item_at(each.record.citation.start)
        under[above.id if above else None].append(each)
    compared, found = library.check([document.id])
    values = {
        "document": document,
        "minutes": minutes,
        "printed": library.printed(minutes),
        "statuses": Counter(each.status for each in minutes.attendance),
        "under": under,
        "all": all,
        "left_out": len(listed(minutes, low_trust=True)) - len(records),
        "threads": library.threads(document.info, minutes.meeting),
        "findings": [each for each in found if not hidden({document.id: minutes.exempt}, each)],
        "compared": compared_text(compared),
        "receipt": receipt_rows(minutes),
        "versions": library.versions(document.id),
        **neighbours(library, minutes),
    }
    return render(request, "meeting.html", values)


@router.get("/items/{item_id}", response_class=HTMLResponse)
def item(request: Request, library: Lib, item_id: str) -> HTMLResponse:
    """An item's thread: the items of other meetings on the same business, and what came of each."""
    found = library.record(item_id)
    if not isinstance(found.record, AgendaItem) or found.record.exempt:
        raise NotFoundError(f"There is no agenda item {item_id}")
    return render(request, "item.html", {"item": found, "thread": library.thread(found)})


@router.get("/people/{name:path}", response_class=HTMLResponse)
def person(request: Request, library: Lib, name: str, organisation: Text = "") -> HTMLResponse:
    """A person: their attendance, the motions that they moved and seconded, and the actions that they own."""
    found = library.person(name, organisation=organisation or None)
    if not found:
        raise NotFoundError(f"There is no {name} in the minutes held")
    return render(request, "person.html", {"name": name, "people": found})


def of_body(library: Library, organisation: str | None, body: str | None) -> list[Ingested]:
    """The documents of a body, latest first; those without a date come last."""
    near = library.documents(filters=Filters(organisation=organisation, body=body))
    own = [one for one in near if one.meeting and (one.meeting.organisation, one.meeting.body) == (organisation, body)]
    return sorted(own, key=lambda one: date_of(one) or "", reverse=True)


def neighbours(library: Library, minutes: Minutes) -> dict[str, Ingested | None]:
    """The meetings of the same body before and after this one."""
    meeting = minutes.meeting
    if not meeting.date or not (meeting.organisation or meeting.body):
        return {"previous": None, "following": None}
    held = [one for one in of_body(library, meeting.organisation, meeting.body) if is_minutes(one) and date_of(one)]
    before = [one for one in held if (date_of(one) or "") < meeting.date]
    after = [one for one in held if (date_of(one) or "") > meeting.date]
    return {"previous": before[0] if before else None, "following": after[-1] if after else None}


def date_of(one: Ingested) -> str | None:
    return one.meeting.date if one.meeting else None


def is_minutes(one: Ingested) -> bool:
    return one.document is not None and one.document.kind == "minutes"


def listed(minutes: Minutes, *, low_trust: bool) -> list[Listed]:
    """The decisions, actions and metrics of a document in the order of its text."""
    records: list[Listed] = [
        Listed(document=minutes.document, meeting=minutes.meeting, item=None, record=record)
        for record in (*minutes.decisions, *minutes.actions, *minutes.metrics)
        if low_trust or record.trust != "low"
    ]
    return sorted(records, key=lambda each: (isinstance(each.record, Metric), each.record.citation.start))
