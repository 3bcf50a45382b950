"""How things are said, in plain text: figures, days, places, votes, and what became of a record.

Text from documents is data: control characters are taken out of it.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from minutes.currencies import SIGNS
from minutes.found import (
    Area,
    Compared,
    Coverage,
    Entry,
    Followed,
    Hit,
    Listed,
    Measure,
    Mention,
    Point,
    RuleInfo,
    Series,
)
from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    Citation,
    Decision,
    DocumentInfo,
    Extracted,
    Meeting,
    Metric,
    Receipt,
    Record,
    Votes,
    page_ranges,
)

Cell = Sequence[object | None]  # lines of a table cell, text or what is printed as text; empty ones are left out
MONTHS = "January February March April May June July August September October November December".split()
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # all that a terminal may obey


def loss(receipt: Receipt | None) -> str | None:
    """What was lost on the way in, and what to do about it."""
    if receipt is None or not receipt.partial:
        return None
    if told := [warning for warning in receipt.warnings if warning.startswith("page")]:
        return f"read in part: {'; '.join(told)}"
    silent, partly = unread(receipt)
    if silent or partly:
        told = [f"no text could be recognised on {page_ranges(silent)}"] if silent else []
        told += [f"not all words could be recognised on {page_ranges(partly)}"] if partly else []
        return f"read in part: {', '.join(told)}; look at it yourself"
    if receipt.characters and not any(receipt.characters):
        held = f", only {counted(receipt.pictures, 'picture')}: save it as PDF" if receipt.pictures else ""
        return f"there is no text in this file{held or '; check that it is the right one'}"
    return f"read in part: {receipt.pages_out} of {receipt.pages_in} pages; compare it with the file"


def unread(receipt: Receipt) -> tuple[list[int], list[int]]:
    """The pages that show something of which no word was read, and those of which some were."""
    of_each = receipt.characters if len(receipt.characters) == receipt.pages_in else ()
    partly = [page for page in receipt.empty_pages if of_each and of_each[page - 1]]
    return [page for page in receipt.empty_pages if page not in partly], partly


def held_apart(receipt: Receipt | None) -> str | None:
    """What is marked as exempt, and so is not found by search."""
    return _warned(receipt, "marked")


def misnamed(receipt: Receipt | None) -> str | None:
    """That a file is named like those of another format."""
    return _warned(receipt, "named")


def _warned(receipt: Receipt | None, first: str) -> str | None:
    """The warnings that begin with this word."""
    return "; ".join(each for each in (receipt.warnings if receipt else ()) if each.startswith(first)) or None


def state(entry: Entry) -> str:
    """What an empty one means: that documents are silent, or that there are none."""
    return "figures" if entry.points else "not mentioned" if entry.documents else "no documents"


def rests_on(followed: Followed) -> Mention | None:
    """The last mention that says what became of it."""
    return next((each for each in reversed(followed.mentions) if each.says == followed.fate), None)


def votes_text(votes: Votes | str | None) -> str | None:
    """`5 for, 2 against`, with whose casting vote it was if there was one, or `unanimous`."""
    if not isinstance(votes, Votes):
        return votes
    counts = {"for": votes.for_, "against": votes.against, "abstaining": votes.abstain}
    told = [f"{count} {name}" for name, count in counts.items() if count is not None]
    return ", ".join([*told, f"casting vote of {votes.casting}"] if votes.casting else told)


def figure(value: float | tuple[float, float]) -> int | float | str:
    """A figure without needless decimals; two as a range."""
    if isinstance(value, tuple):
        return "–".join(str(figure(number)) for number in value)
    return int(value) if value.is_integer() else value


def clean(text: str) -> str:
    """Text that no terminal takes for a command: without control characters and direction overrides."""
    return CONTROLS.sub("", text)


def inline(value: object) -> str:
    """Any value on one line, safe for a terminal."""
    if isinstance(value, dict):
        value = ", ".join(f"{name} {inline(each)}" for name, each in value.items())
    return clean(" ".join(str(value).split()))


_IRREGULAR = {"child": "children", "datum": "data", "man": "men", "person": "people", "woman": "women"}
_UNCOUNTED = ("information", "people", "staff")


def several(noun: str) -> str:
    """What many of it are called. A symbol, which has no vowel or has capitals, and what is no noun stay as they are.

    >>> several("young person"), several("cubic metre a second"), several("kWh")
    ('young people', 'cubic metres a second', 'kWh')
    """
    found = re.fullmatch(r"(|.*?\W)([a-z]+)( (?:an?|of|per) .+)?", noun)
    if not found or not re.search(r"[aeiouy]", found[2]) or found[2] in _UNCOUNTED or re.search(r"[^s]s$", found[2]):
        return noun
    one = re.sub(r"(?<=[^aeiou])y$", "ie", re.sub(r"(?<=s|x)$|(?<=[cs]h)$", "e", found[2]))
    return f"{found[1]}{_IRREGULAR.get(found[2], f'{one}s')}{found[3] or ''}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """ "1 document", "2 bodies"."""
    return f"{count:,} {noun if count == 1 else plural or several(noun)}"


def day(iso: str | None) -> str:
    """A date as it is spoken: "8 March 2022", "March 2022" where only the month is known.

    >>> day("2022-03-08"), day("2022-03")
    ('8 March 2022', 'March 2022')
    """
    if not iso:
        return "undated"
    year, *rest = iso.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    number = str(int(rest[1])) if len(rest) == 2 else ""
    return " ".join(filter(None, (number, month, year)))


_RESOLVED = re.compile(
    r".*\b(?:resolved|resolution|agreed|decided|recommended)\b(?:\W*\bunanimously\b)?[\s:,–—-]*",
    re.IGNORECASE | re.DOTALL,
)
STEM_WORDS = 5  # less the verb; what has fewer says no more than who resolved


def stem_text(record: AgendaItem | Decision | Action | Metric) -> str | None:
    """What leads to a limb, where the limb alone would mislead: "these are to come back in May:"."""
    stem = _RESOLVED.sub("", record.stem or "").rstrip(" :") if isinstance(record, Decision) else ""
    return f"{shortened(stem)}:" if len(stem.split()) > STEM_WORDS else None


def details_of(record: AgendaItem | Decision | Action | Metric) -> Cell:
    """What a register shows beside the text, a line each."""
    match record:
        case AgendaItem():
            return [record.number]
        case Decision():
            return [record.outcome, *motion_cell(record)]
        case Action():
            return [record.owner, record.due, record.due_date]
        case Metric():
            role = None if record.role == "actual" else record.role
            return [quantity(record.value, record.unit), role, record.period, record.place]


# A body that resolves to object to what others propose approves of nothing.
_OBJECTS = re.compile(
    r"\b(?<!no )(?<!not )(?<!not to )(?:objects?|objected) to\b"
    r"|\b(?:an|its|their|strong) objections? (?:be|to|is|was)\b"
    r"|\b(?:has|have|had) (?:\w+ )?concerns (?:about|over|with|regarding)\b|\boppos(?:e|es|ed) (?:the|this)\b",
    re.IGNORECASE,
)


def outcome_word(decision: Decision) -> str:
    """The outcome as people read it: "resolved" where a body resolves to object, which is "approved" as data."""
    told = f"{decision.stem or ''} {decision.text}"
    return "resolved" if decision.outcome == "approved" and _OBJECTS.search(told) else decision.outcome


def kind_words(hit: Hit) -> list[str]:
    """What was found and, of decisions, how they came out: `decision`, `rejected`."""
    return [hit.kind, ", ".join(hit.outcomes)] if hit.kind == "decision" else [hit.kind]


def motion_cell(decision: Decision) -> Cell:
    """Who moved and who seconded it, and the votes, a line each."""
    mover, seconder = decision.mover, decision.seconder
    moved = [mover and f"moved by {mover}", seconder and f"seconded by {seconder}"]
    return [*moved, votes_text(decision.votes)]


def motion_lines(decisions: Iterable[Decision]) -> list[str]:
    """Who moved and seconded these and the votes, a line for each vote: "moved by Ms Tay, 5 for, 2 against"."""
    told = (", ".join(str(part) for part in motion_cell(decision) if part) for decision in decisions)
    return list(dict.fromkeys(filter(None, told)))


def fate_text(followed: Followed | None) -> str | None:
    """`done, 2024-03-12`, `vanished, overdue`; nothing of what is open."""
    if not followed or followed.fate == "open":
        return None
    said = rests_on(followed)
    parts = [followed.fate, said and said.meeting.date, followed.fate == "vanished" and followed.late and "overdue"]
    return ", ".join(str(part) for part in parts if part)


def standing_text(followed: Followed | None) -> str | None:
    """`Done`, `Open`, `Vanished, overdue`; nothing of what is not followed."""
    overdue = followed and followed.late and followed.fate != "overdue"
    return f"{followed.fate.capitalize()}{', overdue' if overdue else ''}" if followed else None


def remarks(record: Extracted) -> list[str]:
    """What one has to know of a record before it is passed on."""
    low = ["low trust: look at the page"] if record.trust == "low" else []
    by_hand = [f"{record.corrected} by hand"] if record.corrected else []
    return [*low, *(["marked as exempt"] if record.exempt else []), *by_hand]


def silence_text(followed: Followed) -> str | None:
    """What it means that no later minutes say what became of a record: they may not, or none may be held.

    Only what vanished is named nowhere; of any other some word may stand there.
    """
    if followed.fate == "overdue" and followed.since == 0:
        return "No minutes are held after its day"
    if followed.mentions or not followed.later:
        return None
    meetings = counted(followed.later, "later meeting")
    return f"{'Nothing' if followed.fate == 'vanished' else 'No clear word of it'}, in {meetings}"


def unfollowed_text(found: Iterable[Listed]) -> str:
    """Of how many bodies no two later meetings are held, without which no task of theirs has vanished."""
    latest: dict[tuple[str | None, str | None], int] = {}
    for each in found:
        if each.followed:
            whose = (each.meeting.organisation, each.meeting.body)
            latest[whose] = max(latest.get(whose, 0), each.followed.later)
    silent = sum(later < 2 for later in latest.values())
    of = f"{silent} of {counted(len(latest), 'body')}"
    return f"No two later meetings are held of {of}; without them no task counts as vanished." if silent else ""


def later_lines(record: Record, followed: Followed | None) -> list[str]:
    """What later minutes say of a record, a line each: the last words on it, or that there are none."""
    if not followed:
        return []
    own = ["Its own minutes say so"] if isinstance(record, Action) and record.status == "done" else []
    told = [
        f"{'The item came back: ' if each.says == 'came back' else ''}“{shortened(each.citation.quote)}” "
        f"({day(each.meeting.date)}, {page_text(each.citation)})"
        for each in followed.mentions[-2:]
    ]
    return [*own, *told, *filter(None, [silence_text(followed)])]


def quantity(value: float | tuple[float, float], unit: str | None) -> str:
    """A figure as people write it: `62%`, `£5,500,000`, `12–13 months`."""
    numbers = value if isinstance(value, tuple) else (value,)
    text = "–".join(f"{number:,.0f}" if number % 1 == 0 else f"{number:,.12g}" for number in numbers)
    sign = SIGNS.get(unit or "")
    named = unit if not unit or numbers in ((1,), (-1,)) else several(unit)
    return f"{sign}{text}" if sign else f"{text}%" if unit == "%" else f"{text} {named or ''}"


def measure_title(measured: Series | Measure) -> str:
    """What is measured, of whom, unless its name says so, and where."""
    area = measured.area if isinstance(measured, Series) else None
    named = measured.name or f"not named, in {measured.unit or 'no unit'}"
    groups = [group for group in measured.groups[:1] if group.casefold() not in named.casefold()]
    return " · ".join(filter(None, (named, *groups, area_text(measured.place, area))))


def area_text(place: str | None, area: Area | None) -> str | None:
    """`Fenshire Council (E10000099, East of England)`."""
    return f"{place} ({', '.join(filter(None, (area.code, area.region)))})" if place and area else place


def point_figure(point: Point) -> str:
    record = point.sources[0].record
    return quantity(point.value, record.unit if isinstance(record, Metric) else None)


def point_kind(point: Point) -> str:
    """What a figure is, if not an actual one, and whether documents agree on it."""
    role = None if point.role == "actual" else point.role
    return ", ".join(filter(None, (role, "conflict" if point.conflict else None)))


def item_label(item: dict[str, str | None] | None, record: Record | None = None) -> str | None:
    """The item's number and title, and the heading below it that the record stands under."""
    own = " ".join(filter(None, (item["number"], item["title"]))) if item else None
    return ": ".join(filter(None, (own, getattr(record, "heading", None)))) or None


COPIES = 3  # documents that are told by name
FAR = "No passage is close to this question; these are only the nearest"


def coverage_text(covered: Coverage, said: str = "Looked in") -> str:
    """How much was looked through."""
    bodies = counted(covered.bodies, "body")
    dates = f" from {covered.first} to {covered.last}" if covered.first and covered.last else ""
    return f"{said} {counted(covered.documents, 'document')} of {bodies}{dates}."


def copies_text(pairs: Sequence[tuple[DocumentInfo, DocumentInfo]]) -> str:
    """Which minutes registers leave out, and for which others: those that say the same of the same meeting."""
    named = [f"{Path(left.path).name} for {Path(shown.path).name}" for left, shown in pairs[:COPIES]]
    others = f" and {counted(len(pairs) - COPIES, 'other')}" if len(pairs) > COPIES else ""
    return f"Left out as the same minutes: {'; '.join(named)}{others}." if pairs else ""


def compared_text(compared: Compared) -> list[str]:
    """What a check held against something, a sentence each: "Compared: 12 votes, 9 movers and seconders, 14 items." """
    if compared.documents and compared.documents == compared.without_text:
        return ["It could not be checked: no text." if compared.documents == 1 else "None could be checked: no text."]
    nouns = {"votes": "counted vote", "movers": "mover or seconder", "voters": "voter named", "items": "numbered item",
             "appendices": "appendix cited"}  # fmt: skip
    several = {"movers": "movers and seconders", "voters": "voters named", "appendices": "appendices cited"}
    told = [
        counted(number, noun, several.get(name)) for name, noun in nouns.items() if (number := getattr(compared, name))
    ]
    if not compared.minutes:
        return ["Only minutes are compared, and marks of exempt text are told."]
    said = [f"Compared: {', '.join(told) or 'nothing'}{'' if compared.votes else '; no votes are recorded'}."]
    unlisted = compared.minutes - compared.listed
    if unlisted:
        of = "No" if compared.minutes == 1 else f"Of {counted(unlisted, 'meeting')} no"
        said.append(f"{of} list of those present could be relied on: votes and people were not held against it.")
    if compared.without_text:
        said.append(f"{counted(compared.without_text, 'document')} could not be checked: no text.")
    return said


def shortened(text: str, width: int = 160) -> str:
    """The beginning of a text on one line."""
    return textwrap.shorten(text, width, placeholder=" …")


def measured_text(rule: RuleInfo) -> str | None:
    if not rule.found:
        return "found nothing in the documents that rules are measured on" if rule.trust else None
    recall = f"{rule.recall:.1%} of the {rule.wanted:,} there are" if rule.recall is not None else "nothing"
    return f"{rule.right:,} of {rule.found:,} right (precision {rule.precision:.2f}), {recall} found by it alone"


def person_text(person: Attendance) -> str:
    """`Una Keld (for Jory Tay, left after item 6)`."""
    told = {"for": person.substitute_for, "arrived": person.arrived, "left": person.left}
    notes = [f"{word} {value}" for word, value in told.items() if value]
    return f"{person.name} ({', '.join(notes)})" if notes else person.name


def origin(meeting: Meeting) -> str:
    return " · ".join(filter(None, (meeting.date, *bodies(meeting))))


def bodies(meeting: Meeting) -> list[str]:
    """The body and whose it is; one name where a council meets as itself."""
    names = [name for name in (meeting.body, meeting.organisation) if name]
    return names[:1] if len({name.casefold() for name in names}) == 1 else names


def title_of(info: DocumentInfo) -> str:
    return info.title or Path(info.path).name


def source_name(info: DocumentInfo, meeting: Meeting) -> str:
    """What a document is called among those of others: whose it is and, of a meeting, its day, of all else its title.

    Many councils have a "Board", and many reports are called "Report". What the title says is not said again.
    """
    whose = bodies(meeting)[::-1]
    if whose and info.kind in ("minutes", "agenda"):
        return ", ".join([*whose, *([day(meeting.date)] if meeting.date else [])])
    title = title_of(info)
    return ", ".join([*(name for name in whose if name.casefold() not in title.casefold()), title])


LABELS = {  # of fields whose names say little to those who do not know the program
    "tier": "Stated",
    "stem": "Led to by",
    "fate": "Later minutes",
    "rule": "Found by",
    "vectors": "Found by meaning",
    "low_trust": "Of low trust, which registers leave out",
    "pending": "By words only so far",
    "encoder": "Language model",
    "encoder_sha256": "Its checksum",
    "catalogue_bytes": "Catalogue",
    "vectors_bytes": "Index of meanings",
}


def label(name: str) -> str:
    return LABELS.get(name, name.replace("_", " ").capitalize())


def shown_path(path: str) -> str:
    """A path as one would type it here."""
    file, here = Path(path), Path.cwd()
    return inline(file.relative_to(here) if file.is_relative_to(here) else file)


def reference(info: DocumentInfo, meeting: Meeting, cited: Citation) -> str:
    """Where words stand, for those who do not have this library: who, in what, when, in which file and on which page.

    Titles alone do not say it: many are "Report". What one does say is not said again.
    """
    title = info.title or ("" if info.kind == "other" else info.kind.capitalize())
    whose, when = reversed(bodies(meeting)), day(meeting.date) if meeting.date else ""
    said = [*(name for name in whose if name not in title), title, "" if when in title else when]
    return ", ".join(filter(None, (*said, Path(info.path).name, page_text(cited))))


def page_text(citation: Citation) -> str:
    """Where words stand, for people: "page 3", or "paragraph 12" where the format has no pages."""
    return f"page {citation.page}" if citation.page else f"paragraph {citation.paragraph}"
