"""The registers as pages that need no server: put them on a web site or a memory stick, and open index.html.

They look as the pages do that `serve` shows. Every link leads to another of them, or to a document as published.
"""

from collections import defaultdict
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exports.holdings import Exported, Holdings, file_name
from minutes.found import Listed
from minutes.model import Action, Citation, Decision, Document, Minutes
from wording import day, fate_text, page_text, source_name, stem_text, votes_text
from writing import legal, notes_on

HERE = Path(__file__).parent
STYLE = HERE.parent / "serve" / "static" / "style.css"
PAGES = {
    "index.html": "Meetings and reports",
    "decisions.html": "Decisions",
    "actions.html": "Actions",
    "promises.html": "Promises",
}


def snapshot(holdings: Holdings) -> Exported:
    """An index, a page for each register, latest first, and one for each document."""
    library, filters = holdings.library, holdings.filters
    common = {"pages": PAGES, "notes": notes_on(None, filters, library.coverage(filters))}
    decisions, actions = holdings.records("decision"), holdings.records("action")
    registers = {"decisions": decisions, "actions": actions, "promises": holdings.records("promise")}
    files = {"style.css": STYLE.read_bytes()}
    for name, found in registers.items():
        rows = found[::-1]
        files[f"{name}.html"] = _page("register.html", **common, up="", title=PAGES[f"{name}.html"], rows=rows)
    held = [each for each in library.documents(filters=filters) if each.document and each.meeting]
    groups = [
        (key, list(found))
        for key, found in groupby(
            held, key=lambda each: each.meeting and (each.meeting.organisation, each.meeting.body)
        )
    ]
    files["index.html"] = _page("index.html", **common, up="", title=PAGES["index.html"], groups=groups)
    records: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in sorted([*decisions, *actions], key=lambda each: each.record.citation.start):
        records[each.document.id].append(each)
    for document, minutes in holdings.documents():
        name = f"meetings/{document.id}.html"
        files[name] = _page(
            "meeting.html", **common, up="../", **_meeting(holdings, document, minutes, records[document.id])
        )
    return Exported(files, {"document": len(held), "decision": len(decisions), "action": len(actions)})


def _meeting(holdings: Holdings, document: Document, minutes: Minutes, records: list[Listed]) -> dict[str, Any]:
    """What the page of a document shows: each item with its records, and at the end those of none."""
    under: defaultdict[str | None, list[Listed]] = defaultdict(list)
    known = {item.id for item in minutes.items}
    for each in records:
        item = getattr(each.record, "item_id", None)
        under[item if item in known else None].append(each)
    items: list[tuple[Any, list[Listed]]] = [(item, under[item.id]) for item in minutes.items]
    return {
        "title": source_name(minutes.document, minutes.meeting),
        "meeting": minutes.meeting,
        "attendance": minutes.attendance,
        "url": holdings.of(minutes.document).url,
        "file": file_name(minutes.document),
        "items": [*items, *([(None, under[None])] if under[None] else [])],
    }


def _page(template: str, **values: Any) -> bytes:
    return _environment().get_template(template).render(values).encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_plain,
    )  # fmt: skip
    environment.filters |= {"day": day, "details": _details, "kind": _kind, "place": _place, "stem": stem_text}
    return environment


def _plain(value: object) -> object:
    """Text without what HTML has no place for; what is markup already is left as it is."""
    return legal(value) if type(value) is str else value


def _kind(listed: Listed) -> str:
    return "action" if isinstance(listed.record, Action) else "decision"


def _place(citation: Citation) -> str:
    return page_text(citation)


def _details(listed: Listed) -> list[str]:
    record = listed.record
    told: list[tuple[str, str | None]] = [("", fate_text(listed.followed))]
    if isinstance(record, Decision):
        named = [("moved by ", record.mover), ("seconded by ", record.seconder), ("votes: ", votes_text(record.votes))]
        told = [("", record.outcome), *named, *told]
    elif isinstance(record, Action):
        told = [("", record.owner), ("due ", record.due), *told]
    low = [("", "low trust: look at the page")] if record.trust == "low" else []
    return [name + value for name, value in (*told, *low) if value]
