"""Templates, and what they say things with: dates, counts, marked words, addresses of this page in another state."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from answers.telling import address
from minutes.found import BodyHeld
from minutes.model import Meeting
from serve.access import form_token
from wording import (
    counted,
    day,
    item_label,
    measure_title,
    motion_lines,
    outcome_word,
    page_text,
    point_figure,
    quantity,
    silence_text,
    source_name,
    stem_text,
    title_of,
    votes_text,
)

ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, template: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page made of `template`.

    It can ask for the `request`, for the `user`, null before they have signed in, for `here`, this address with other
    values, and for `form_token`, which every form that is posted holds.
    """

    def here(**changes: object) -> str:
        given: dict[str, object] = {**request.query_params, **changes}
        kept = {name: value for name, value in given.items() if value not in (None, "")}
        return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path

    def token() -> Markup:
        return Markup('<input type="hidden" name="form_token" value="{}">').format(form_token(request))

    given = {"request": request, "user": request.state.user, "here": here, "form_token": token}
    text = ENVIRONMENT.get_template(template).render({**given, **values})
    return HTMLResponse(text, status_code=status)


def spoken(period: str | None) -> str:
    """A period as it is spoken, where it names days or months; others stand as they are.

    >>> spoken("2024-02 to 2024-03"), spoken("2022/23"), spoken("2025-2029")
    ('February 2024 to March 2024', '2022/23', '2025-2029')
    """
    return re.sub(r"\b\d{4}-(0[1-9]|1[0-2])(-\d\d)?\b", lambda found: day(found[0]), period or "")


def marked(text: str, words: list[str]) -> Markup:
    """The text with what begins like one of the words marked."""
    stems = [re.escape(word[: max(4, len(word) - 2)]) for word in words if len(word) > 1]
    if not stems:
        return escape(text)
    pattern = re.compile(rf"(?i)\b(?:{'|'.join(stems)})\w*")
    out, at = Markup(""), 0
    for found in pattern.finditer(text):
        out += escape(text[at : found.start()]) + Markup("<mark>") + escape(found.group()) + Markup("</mark>")
        at = found.end()
    return out + escape(text[at:])


def body_address(of: Meeting | BodyHeld) -> str:
    """The address of the body whose meeting it is."""
    names = {"organisation": of.organisation, "body": of.body}
    return f"/meetings/body?{urlencode({name: value for name, value in names.items() if value})}"


def person_address(name: str, organisation: str | None) -> str:
    """The address of a person in one organisation."""
    return f"/people/{quote(name, safe='')}" + (f"?{urlencode({'organisation': organisation})}" if organisation else "")


ENVIRONMENT.filters.update(
    day=day,
    spoken=spoken,
    marked=marked,
    place=page_text,
    address=address,
    counted=counted,
    silence=silence_text,
    measure=measure_title,
    point=point_figure,
    stem=stem_text,
    motions=motion_lines,
    outcome=outcome_word,
    votes=votes_text,
    labelled=item_label,
    called=title_of,
)
ENVIRONMENT.globals.update(
    named=source_name, quantity=quantity, body_address=body_address, person_address=person_address
)
