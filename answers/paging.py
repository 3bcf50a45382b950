"""A page of an answer: where it begins, how much fits into it, and what in it looks like an instruction.

    question ── cursor ──> found[n:] ── limit, tokens ──> page ── cursor of the next

A cursor is the question's digest, how many were told and the last of them, so that it stays good when the program is
started anew, and goes on after the same result when documents have come or gone meanwhile.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import JsonValue

from answers.instructions import instructions_in
from answers.model import Page
from answers.questions import Paged
from minutes.errors import NotFoundError
from minutes.model import Record

T = TypeVar("T")
P = TypeVar("P", bound=Page)
Shape = Callable[[Record], dict[str, JsonValue]]

CHARACTERS = 4  # of compact JSON that are counted as one token
# What an assistant can do without, because it is in `selector`, of use to a program alone, or the server's own affair.
BULK = {"boxes", "prefix", "suffix", "sha256", "path", "media_type", "rule"}
WITHIN = {"entries", "points", "sources"}  # lists of figures: what is said of all in one is not said of each again
OF_ALL = {"name", "unit", "role", "period", "value", "place", "area", "start", "end"}


def full(record: Record) -> dict[str, JsonValue]:
    """All fields; null where a document does not state something."""
    return record.model_dump(mode="json")


def lean(record: Record) -> dict[str, JsonValue]:
    """What an assistant needs: without what is null, false, empty, said twice or in BULK."""
    return _lean(record.model_dump(mode="json", exclude_none=True), {})


def _lean(fields: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """`above` is what stands around the fields and holds for them, too."""
    if "sources" in fields:  # of many, each is said by quote, page and place alone
        for each in fields["sources"]:
            each["citation"].pop("selector")
    if "selector" in fields:  # whose prefix and suffix are the standard's own
        selector = fields.pop("selector")
        return {**_lean(fields, {}), "selector": selector}
    cited = fields.get("citation", {})
    said = {"document", "meeting", "item"} if "url" in cited else set()  # by the citation
    said |= {"text"} if fields.get("text") == cited.get("quote") else set()
    for name in ("passage", "record"):
        if (inner := fields.get(name)) and _same_place(inner.get("citation", inner), cited):
            if name == "passage":
                said.add(name)
            else:
                inner.pop("citation")
    if "passage" in fields and fields["passage"]["quote"] in cited.get("quote", ""):
        fields["passage"].pop("quote")
    if "entries" in fields:  # a lane without points is said by the lanes
        fields["entries"] = [entry for entry in fields["entries"] if entry["points"]]
    said |= {name for name in OF_ALL if name in above and fields.get(name) == above[name]}
    here = above | {name: value for name, value in fields.items() if name in OF_ALL}
    return {
        name: _leaner(value, here if name in WITHIN else {})
        for name, value in fields.items()
        if name not in said and name not in BULK and value is not False and value not in ([], {}, None)
    }


def _leaner(value: Any, above: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_leaner(each, above) for each in value]
    return _lean(value, above) if isinstance(value, dict) else value


def _same_place(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one.get(name) == other.get(name) for name in ("document_id", "start", "end"))


@dataclass(frozen=True)
class Asker:
    """Who asks, and in which form they are answered.

    `site` is the address of the web pages, `exempt` says whether they may see text that is marked as exempt, and
    `budget` is how many tokens an answer takes where the question names no number.
    """

    site: str = ""
    exempt: bool = False
    budget: int | None = None
    shape: Shape = full


def page_of(
    question: Paged,
    asker: Asker,
    found: Sequence[T],
    *,
    key: Callable[[T], str],
    tell: Callable[[Sequence[T]], Sequence[Record]],
    make: Callable[[Sequence[Any], int, str | None], P],
) -> P:
    """The page of `found` that is asked for.

    `key` tells one result from another, `tell` makes records of some, and `make` an answer of such records, the number
    of the first of them and the cursor of the next page. One record is on every page, however large it is.

    Raises:
        NotFoundError: if the cursor is none, or that of another question.
    """
    told, last = begun(question)
    keys = [key(each) for each in found] if told else []
    first = keys.index(last) + 1 if last in keys else min(told, len(keys))
    records = list(tell(found[first : first + question.limit]))
    room = question.tokens or asker.budget
    if room is not None:
        around = make((), first, _cursor(question, len(found), key(found[-1])) if found else None)
        records = _fitting(records, room - tokens(asker.shape(around)), asker.shape)
    end = first + len(records)
    more = _cursor(question, end, key(found[end - 1])) if end < len(found) and records else None
    made = make(records, first, more)
    shaped = asker.shape(made)
    return made.model_copy(update={"flagged": tuple(instructions_in(shaped)), "tokens": tokens(shaped)})


def tokens(fields: dict[str, JsonValue]) -> int:
    """An estimate of what a model reads it as: a quarter of the characters of its compact JSON."""
    return -(-len(json.dumps(fields, ensure_ascii=False, separators=(",", ":"))) // CHARACTERS)


def _fitting(records: Sequence[Record], room: int, shape: Shape) -> list[Record]:
    taken: list[Record] = []
    for record in records:
        room -= tokens(shape(record))
        if taken and room < 0:
            break
        taken.append(record)
    return taken


def _digest(question: Paged) -> str:
    asked = question.model_dump_json(exclude={"cursor", "limit", "tokens"})
    return hashlib.sha256(f"{type(question).__name__}{asked}".encode()).hexdigest()[:12]


def _cursor(question: Paged, told: int, last: str) -> str:
    written = json.dumps([_digest(question), told, last], separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def begun(question: Paged) -> tuple[int, str]:
    """How many results are on the pages before, and the key of the last of them.

    Raises:
        NotFoundError: if the cursor is none, or that of another question.
    """
    if not question.cursor:
        return 0, ""
    try:
        padded = question.cursor + "=" * (-len(question.cursor) % 4)
        digest, told, last = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if digest == _digest(question) and isinstance(told, int) and told > 0 and isinstance(last, str):
            return told, last
    except (ValueError, TypeError):
        pass  # said below
    raise NotFoundError(
        "There is no page of this question at that cursor; leave it out to begin anew, or change nothing else"
    )
