"""Correcting: a record is marked wrong, its fields are changed, a missed one is added; and the list of all that."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, get_args

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from answers.telling import address
from index.corrections import FIELDS, WORDS, kind_of
from minutes.errors import QueryError
from minutes.found import Correction, Listed, RecordKind
from minutes.model import Document, Exempt, Minutes, Outcome, Role, Tier, Votes
from serve.access import Editor, Posted, ShowExempt, text_of
from serve.asking import Lib
from serve.audit import did
from serve.pages.documents import WITHHELD, Id, Offset
from serve.templating import page as render

router = APIRouter()

RecordId = Annotated[str, InPath(pattern=r"^[a-z]{3,4}-[0-9a-z]{4,64}$")]
Kind = Annotated[RecordKind, Query()]
LABELS: dict[str, tuple[str, str]] = {  # how fields are asked for, and what is said of them
    "number": ("Number", "As printed, such as 4 or 5.2"),
    "title": ("Title", "Copied from the document"),
    "text": ("Words", "Copied from the document, in one piece; they are found and cited where they stand"),
    "outcome": ("Outcome", ""),
    "mover": ("Moved by", "As printed; empty if it is not stated"),
    "seconder": ("Seconded by", "As printed; empty if it is not stated"),
    "votes": ("Votes", "unanimous, or such as 5 for, 2 against, 1 abstain"),
    "delegated_to": ("Delegated to", "To whom power was given, as printed"),
    "owner": ("Owner", "Who is to do it, as printed"),
    "due": ("Due", "As printed, such as by June 2023"),
    "due_date": ("Due date", "If it is stated to the day"),
    "tier": ("Said", "Explicit if it is marked as an action"),
    "status": ("State", "If the document says so"),
    "value": ("Value", "In plain units, such as 5500000, or 12 to 13 for a range"),
    "unit": ("Unit", "Such as %, GBP, week or child"),
    "name": ("What is measured", "In a few words of the document"),
    "period": ("Period", "Such as 2023, 2023-05 or 2022/23"),
    "place": ("Place", "The area or organisation that it is for"),
    "role": ("Role", ""),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "outcome": get_args(Outcome),
    "tier": get_args(Tier),
    "status": ("", "open", "done"),
    "role": get_args(Role),
}


@router.get("/records/{record_id}/correct")
def ask(request: Request, library: Lib, _: Editor, record_id: RecordId, exempt: ShowExempt) -> Response:
    """The forms: one for the fields, one to say that it is wrong."""
    listed = open_record(library, record_id, exempt)
    return _correct_form(request, listed, {name: shown(listed.record, name) for name in asked(listed.record)})


@router.post("/records/{record_id}/correct")
def correct(
    request: Request, library: Lib, editor: Editor, record_id: RecordId, exempt: ShowExempt, form: Posted
) -> Response:
    """Change the fields that were given another value, or mark the record as wrong."""
    listed = open_record(library, record_id, exempt)
    record, wrong = listed.record, bool(form.get("wrong"))
    typed = {name: text_of(form, name, most=20_000) for name in asked(record)}
    try:
        fields = None if wrong else {n: parsed(n, typed[n]) for n in typed if typed[n] != shown(record, n)}
        if fields == {}:
            raise QueryError("Nothing was changed; change a field, or say that the record is wrong")
        told = library.correct(record.id, fields, who=editor.name, why=text_of(form, "wrong_why" if wrong else "why"))
    except QueryError as error:
        return _correct_form(request, listed, typed, str(error), wrong=wrong)
    did(request, "corrected", correction=told.id, record=record.id, how=told.did)
    place = record.citation if wrong else library.record(record.id).record.citation
    return RedirectResponse(address(place, record.exempt), 303)


@router.get("/documents/{document_id}/add-record")
def choose(
    request: Request, library: Lib, _: Editor, document_id: Id, exempt: ShowExempt, kind: Kind = "decision",
    near: Offset = 0, words: Annotated[str, Query(max_length=2000)] = "",
) -> Response:  # fmt: skip
    """The form for a record that was missed, beside the words to select; `words` were selected before."""
    return _add_form(request, *library.document(document_id), kind, near, exempt, {WORDS[kind]: words})


@router.post("/documents/{document_id}/add-record")
def add(
    request: Request, library: Lib, editor: Editor, document_id: Id, exempt: ShowExempt, form: Posted,
    kind: Kind = "decision",
) -> Response:  # fmt: skip
    """Add it, where its words stand."""
    typed = {name: text_of(form, name, most=20_000) for name in FIELDS[kind] if name in LABELS}
    at = text_of(form, "near")
    near = int(at) if re.fullmatch(r"\d{1,9}", at) else 0
    document, minutes = library.document(document_id)
    try:
        fields = {name: parsed(name, value) for name, value in typed.items() if value}
        told = library.add_record(document.id, kind, fields, who=editor.name, why=text_of(form, "why"), near=near)
    except QueryError as error:
        return _add_form(request, document, minutes, kind, near, exempt, typed, str(error))
    did(request, "corrected", correction=told.id, record=told.record_id, how=told.did)
    record = library.record(told.record_id).record
    return RedirectResponse(address(record.citation, record.exempt), 303)


@router.get("/corrections")
def listing(request: Request, library: Lib, _: Editor, exempt: ShowExempt) -> Response:
    """What people corrected, latest first; what stands in exempt text only where it is asked for."""
    documents = {held.document.sha256: held for held in library.documents() if held.document}
    told = library.corrections()
    corrected = {each.sha256 for each in told}
    spans = {
        held.document.sha256: library.document(held.document.id)[1].exempt
        for held in documents.values()
        if held.document and held.document.sha256 in corrected
    }
    seen = [each for each in reversed(told) if exempt or not _in_exempt(each, spans.get(each.sha256))]
    values = {"corrections": seen, "documents": documents, "hidden": len(told) - len(seen)}
    return render(request, "corrections.html", values)


@router.post("/corrections/{correction_id}/withdraw")
def withdraw(
    request: Request,
    library: Lib,
    editor: Editor,
    correction_id: Annotated[str, InPath(pattern=r"^cor-[0-9a-f]{4,64}$")],
    form: Posted,
) -> Response:
    """Take back a correction of one's own; an admin, anybody's."""
    told = next((each for each in library.corrections() if each.id == correction_id), None)
    if told is None:
        raise HTTPException(404)
    if told.who != editor.name and not editor.may("admin"):
        raise HTTPException(403, "This is the correction of somebody else; they or an admin can take it back.")
    library.withdraw(told.id, who=editor.name)
    did(request, "withdrew a correction", correction=told.id, record=told.record_id)
    return RedirectResponse("/corrections", 303)


def open_record(library: Lib, record_id: str, exempt: bool) -> Listed:
    """A record that may be seen."""
    listed = library.record(record_id)
    if listed.record.exempt and not exempt:
        raise HTTPException(403, WITHHELD)
    return listed


def asked(record: Any) -> list[str]:
    """The fields that the form has."""
    return [name for name in FIELDS[kind_of(record)] if name in LABELS]


def shown(record: Any, name: str) -> str:
    """A field as it stands in the form."""
    value = getattr(record, name)
    if isinstance(value, Votes):
        counts = ((value.for_, "for"), (value.against, "against"), (value.abstain, "abstain"))
        return ", ".join(f"{count} {side}" for count, side in counts if count is not None)
    if isinstance(value, tuple):
        return " to ".join(f"{number:.15g}" for number in value)
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else " ".join(str(value).split())


def parsed(name: str, text: str) -> Any:
    """What a field is to be, from what was typed.

    Raises:
        QueryError: if that makes no sense.
    """
    if not text:
        return None
    if name == "votes" and text.casefold() != "unanimous":
        counts = {side: int(count) for count, side in re.findall(r"(\d{1,4}) (for|against|abstain)", text.casefold())}
        if not counts:
            raise QueryError("votes: these are no counts; write unanimous, or such as 5 for, 2 against, 1 abstain")
        return counts
    if name == "value":
        ends = [end.replace(",", "") for end in re.split(r"\s+to\s+|\s*–\s*", text)]
        if len(ends) > 2 or not all(re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", end) for end in ends):
            raise QueryError("value: this is no number; write it such as 5500000, or 12 to 13 for a range")
        return float(ends[0]) if len(ends) == 1 else [float(end) for end in ends]
    return text.casefold() if name == "votes" else text


def _in_exempt(each: Correction, spans: Iterable[Exempt] | None) -> bool:
    """Whether a correction is about exempt words; of a document that is gone nobody knows, so that it may be."""
    return spans is None or any(span.start < each.end and each.start < span.end for span in spans)


def _controls(names: list[str], typed: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"name": name, "label": LABELS[name][0], "hint": LABELS[name][1], "choices": CHOICES.get(name),
         "long": name in WORDS.values(), "value": typed.get(name, "")}
        for name in names
    ]  # fmt: skip


def _correct_form(
    request: Request, listed: Listed, typed: Mapping[str, str], problem: str | None = None, *, wrong: bool = False
) -> Response:
    values = {
        "listed": listed,
        "kind": kind_of(listed.record),
        "controls": _controls(asked(listed.record), typed),
        **_problem(problem, "wrong_why" if wrong else "why", WORDS[kind_of(listed.record)]),
    }
    return render(request, "correct.html", values, status=400 if problem else 200)


def _add_form(
    request: Request,
    document: Document,
    minutes: Minutes,
    kind: RecordKind,
    near: int,
    exempt: bool,
    typed: Mapping[str, str],
    problem: str | None = None,
) -> Response:
    index = document.block_index(near)
    page = document.blocks[index].page if document.blocks else None
    hidden = [] if exempt else minutes.exempt
    blocks = [
        block
        for block in (document.blocks if page else document.blocks[max(0, index - 10) : index + 40])
        if block.page == page
        and not block.furniture
        and not any(each.start < block.end and block.start < each.end for each in hidden)
    ]
    values = {
        "document": document,
        "minutes": minutes,
        "kind": kind,
        "near": near,
        "page": page,
        "blocks": blocks,
        "exempt": exempt,
        "controls": _controls([name for name in FIELDS[kind] if name in LABELS], typed),
        **_problem(problem, "why", WORDS[kind]),
    }
    return render(request, "add_record.html", values, status=400 if problem else 200)


def _problem(problem: str | None, why: str, otherwise: str) -> dict[str, str | None]:
    """What is wrong with a form, in words, and the field that it is about."""
    name, _, rest = (problem or "").partition(": ")
    if name in LABELS:
        return {"problem": f"{LABELS[name][0]}: {rest}", "field": name}
    return {"problem": problem, "field": why if problem and "say why" in problem else otherwise}
