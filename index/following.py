"""What became of actions and recommendations, by what later documents of the same organisation say.

A later sentence speaks of a task if it shares enough of its words, rare ones weighing more, and never by one word
alone. What such a sentence claims ("has been sent", "carried forward") makes the fate. A wrong "done" would send
nobody after what is still to do, so a claim that is hedged, or could be about something else, is passed over.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, pairwise
from pathlib import Path
from statistics import median_low

from index.catalogue.registers import Source
from index.passages import sentences
from index.terms import IRREGULAR, stem, terms
from index.titles import Agendas, Place, about
from minutes.found import Claim, Fate
from minutes.model import Action, AgendaItem, Meeting

HORIZON = 366  # days after a meeting, or after a due date, in which a task is still spoken of; later it is another one
RARE = 0.6  # of the weight of a word that is said once; DOI is, and so are streetlights
SOON = 200  # days in which two meetings are held at least; of more that lie between, nobody can say what they said
GRACE = 31  # days by which a report may come after, or before, the day for which it was promised
ROW = 60  # words; a longer table row is prose laid out in cells

FINISHED = r"(?:completed?|done|finished|actioned|discharged|concluded|fulfilled)"
NEEDLESS = r"no longer (?:needed|required|necessary|pursued|applicable|relevant)"
PERFECT = re.compile(  # "has now been circulated", "had written", "was sent"
    r"\b(?:(?:ha(?:s|ve|d)|’ve)(?P<been>(?: \w+ly| now| since| already| all| both| also)*(?: been)?)|(?:was|were))"
    r"(?: \w+ly| now| since| already| all| both| also)* (?P<verb>\w+)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    rf"(?:^|[–—:;,(\[] ?|\b(?:now|been|as|all|is|are|was|were|work|works|action|actions) ){FINISHED}\b"
    rf"(?! (?:by|until|before|the|a|forms?|applications?)\b)|\b{NEEDLESS}\b"
    r"|\b(?:action|item)s? (?:was |were |is |are |now |has been |have been )*closed\b",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(?:outstanding|carried (?:forward|over)|c/f|on-?going|in progress|in hand|under ?way|pending|await(?:ed|ing|s)"
    r"|still (?:to|not|wait\w*|open)|yet to|not yet|remains? (?:open|to be)|no (?:further )?(?:progress|update))\b",
    re.IGNORECASE,
)
STATE = re.compile(  # a cell of an action log that says how things stand
    rf"(?:(?P<done>{FINISHED}|closed|{NEEDLESS})|{CARRIED.pattern}|open)\b", re.IGNORECASE
)
UNDONE = re.compile(
    r"\b(?:not|never|yet|still|nothing|none|no (?:progress|update|response|reply)|unable|failed|partially|partly|nearly"
    r"|almost|except|apart from)\b|n[’']t\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:until|once|when|if|after|should|would|will|shall|may|might|must|could|can|to be|to have|hop(?:e[ds]?|ing)"
    r"|expect\w*|due|unless|whether|being|asked (?:that|if|whether|for an?|about)|queried|why|request\w*|ensure"
    r"|check|make sure|to (?:see|confirm)|need\w*|propos\w+|half|some|previous\w*|ago)\b|\?",
    re.IGNORECASE,
)
CORRECTED = re.compile(r"\b(?:should (?:have )?read|to read|be amended|was amended)\b", re.IGNORECASE)
ADDRESSED = re.compile(  # whom it goes to is not what it is about
    r"\b(?i:to|with|contact|ask|asked|from|by|remind|chase|email|approach|thank|invite) "
    r"((?:(?:the )?[A-Z][\w’'-]+ ?){1,5})"
)
LABEL = re.compile(r"^\W*(\w[^\n\t–—:;.]{2,60}?)(?: [–—-] |:)", re.MULTILINE)  # what an entry is headed with
REFERRING = re.compile(
    rf"(?:the |this |these |that )?(?:action|task|item|it|this|these|both|all|they)s?\b|{FINISHED}\b|{CARRIED.pattern}",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"(?:^|\b(?:to|would|will|shall|should|must|and|or|be|please|then|that)\b|[,;:.–—)\]-])\s*(?:\w+ly )?([a-z]{3,})"
)
CLAUSE = re.compile(r"[,;:()]| (?:and|but|that|which|who|so) |(?<=[a-z])\.(?: |$)", re.IGNORECASE)  # where one ends
TALK = frozenset("say said ask agre request resolv consider discuss not confirm propos suggest report".split())
PROMISE = re.compile(
    r"\breport(?:s|ed)? back\b|\b(?:bring|brought|present(?:ed)?|submit(?:ted)?|provided?|prepared?|given?|received?"
    r"|taken?|return|come|discuss(?:ed)?|consider(?:ed)?|review(?:ed)?|finalised)\b.{0,80}\b(?:report|paper|plan|update"
    r"|proposals?|meeting|agenda)\b",
    re.IGNORECASE,
)
NO_DEADLINE = re.compile(r"(?:from|after|starting|not before|ongoing)\b", re.IGNORECASE)
MONTHS = "january february march april may june july august september october november december".split()
MEETING_OF = re.compile(  # "the Finance and Audit Committee", "the Pond Group meeting"
    r"((?:[A-Z&][\w&]* (?:and )?)+)(?:[Mm]eeting|Committee|Group|Panel|Team)\b"
)
AGAIN = re.compile(  # what an item alone can answer: what comes is the matter that it stands under
    r"\b(?:this|the) (?:matter|item|issue|question|subject)\b|\breturn(?:ed|s)? to|\b(?:be|again) (?:re-?)?considered\b"
    r"|\b(?:bring|brought|comes?|report(?:s|ed)?) back\b|\b(?:this|it) (?:will|would|shall|should|to) be\b",
    re.IGNORECASE,
)
MEETING_MEANT = re.compile(rf"\b(?:(?P<next>next)|(?P<month>{'|'.join(MONTHS)})) (?:\w+ )?meeting\b", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A stretch of a later document that comes back to a record."""

    says: Claim
    source: Source
    start: int
    end: int


@dataclass(frozen=True)
class Outcome:
    """What became of a record; `found` in order of date. `since` is null where its day has not passed."""

    fate: Fate
    late: bool = False
    later: int = 0  # meetings that are held
    since: int | None = None  # of these, on or after the day by which it was due
    found: tuple[Found, ...] = ()


def fates(sources: Iterable[Source], today: date) -> dict[str, Outcome]:
    """What became of each action of one organisation's documents, by the action's id."""
    found: dict[str, Outcome] = {}
    for held in by_body(sources):
        found |= _fates(held, today)
    return found


def by_body(sources: Iterable[Source]) -> Iterable[list[Source]]:
    """The documents of each body of an organisation, in order of date.

    Where they name no organisation, those of one folder: two councils' "Cabinet" may lie in two.
    """
    held: defaultdict[tuple[frozenset[str], Path | None], list[Source]] = defaultdict(list)
    for source in sorted(sources, key=lambda each: (each.date, each.document.id)):
        folder = None if source.meeting.organisation else Path(source.document.path).parent
        held[body_of(source.meeting), folder].append(source)
    return held.values()


def body_of(meeting: Meeting) -> frozenset[str]:
    """What tells the bodies of an organisation apart: "Ashby Health Board" is "Health Board" there.

    A council that meets as itself needs no name beside that of the organisation.
    """
    body, organisation = (
        set(re.findall(r"\w+", (name or "").casefold())) for name in (meeting.body, meeting.organisation)
    )
    return frozenset(body - organisation - {"the", "of"})


def alone(action: Action, today: date) -> Outcome:
    """What is known of an action where nothing later of its body can be told: it has no date or no organisation."""
    late = action.status != "done" and _passed(action, action.due_date, today)
    return Outcome("done" if action.status == "done" else "overdue" if late else "open", late)


# ---- words ----------------------------------------------------------------------------------------------------------


def _verbs(text: str) -> frozenset[str]:
    """What is to be done and how, by where verbs can stand: "the Clerk to write", "would gladly send", "be trimmed"."""
    return frozenset(map(stem, TO_DO.findall(text.casefold()) + re.findall(r"\w{4,}ly\b", text.casefold()))) - TALK


# ---- what is told ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A sentence or table row, with the words that say what it is about. `end` is where its own text ends.

    Words of the sentence before it are among them where it only refers to that ("This was done.").
    """

    source: Source
    start: int
    end: int
    words: frozenset[str]
    action: Action | None  # that is taken from it
    heading: bool = False  # whether it is the title of an item

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]


class Record:
    """What was told, in order of date, and where each word is."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self.dates = [each.source.date for each in told]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(told):
            for word in each.words:
                self._holding[word].append(number)
        most = math.log(1 + max(1, len(self.told)))
        self._weights = {word: max(0.0, 1 - math.log(1 + len(each)) / most) for word, each in self._holding.items()}

    def weight(self, words: Iterable[str]) -> float:
        """How much words tell: near 1 for each that is said once, near 0 for each that is everywhere."""
        return sum(self._weights.get(word, 1.0) for word in words)

    def sharing(self, words: frozenset[str], after: str, until: str, *, least: int = 2) -> list[int]:
        """Sentences that share so many words or more, told after one date and up to another."""
        first, last = bisect_right(self.dates, after), bisect_right(self.dates, until)
        shared: Counter[int] = Counter()
        for word in words:
            holding = self._holding.get(word, [])
            shared.update(holding[bisect_left(holding, first) : bisect_left(holding, last)])
        return [number for number, count in shared.items() if count >= least]


def _told(source: Source) -> Iterator[Told]:
    at, starts = 0, [action.citation.start for action in source.actions]
    titles = {item.citation.end for item in source.items}
    for line in source.text.split("\n"):
        spans = [(at, at + len(line))]
        if "\t" not in line or len(line.split()) > ROW:
            spans = list(sentences(source.text, at, at + len(line)))
        before: frozenset[str] = frozenset()
        for start, end in spans:
            text = source.text[start:end]
            own = terms(text)
            index = bisect_left(starts, end) - 1
            action = source.actions[index] if index >= 0 and source.actions[index].citation.end > start else None
            words = own | before if REFERRING.match(text.strip()) else own
            yield Told(source, start, end, words, action, heading=start + len(text.rstrip()) in titles)
            before = own
        at += len(line) + 1


def _says(told: Told, task: Action, alike: float) -> Claim:
    """What a sentence or row that speaks of a task says of it.

    `alike`, from 0 to 1, is how like the action that it may itself set. One that is listed again has not been done,
    unless it says so; and what is said of another action is not said of this one. A title says nothing.
    """
    text = told.text.strip()
    if told.heading:
        return "mentioned"
    if told.action and told.action.status:
        return ("done" if told.action.status == "done" else "carried forward") if alike >= 0.5 else "mentioned"
    if told.action and told.action.tier == "explicit" and alike >= 0.75:
        return "carried forward"
    if CORRECTED.search(text):
        return "mentioned"
    for cell in text.split("\t")[1:]:
        if (state := STATE.match(cell.strip())) and len(cell.split()) <= 8:
            return "done" if state["done"] else "carried forward"
    verbs = _verbs(task.text)
    done = CLOSING.search(text) or next((each for each in PERFECT.finditer(text) if _did(each, task, verbs)), None)
    if done and not HEDGED.search(text, 0, done.start()) and not UNDONE.search(text):
        return "done"
    return "carried forward" if CARRIED.search(text) else "mentioned"


def _did(perfect: re.Match[str], task: Action, verbs: frozenset[str]) -> bool:
    """Whether what has been done is what was to be done: the same verb, and to something that the task names.

    Of "the Clerk had investigated the lease of the mill" only "the lease of the mill" tells, what stands before the
    verb is who did it; of "the lease was investigated" what stands before it does, too.
    """
    verb = perfect["verb"].casefold()
    if re.fullmatch(FINISHED, verb):
        return True
    if not ((verb.endswith("ed") or verb in IRREGULAR) and stem(verb) in verbs):
        return False
    text = perfect.string
    active = perfect["been"] is not None and "been" not in perfect["been"]
    start = max((each.end() for each in CLAUSE.finditer(text, 0, perfect.start())), default=0)
    end = next((each.start() for each in CLAUSE.finditer(text, perfect.end())), len(text))
    object_ = terms(text[perfect.end() if active else start : end]) - {stem(verb)}
    return not object_ or bool(object_ & (terms(task.text) - terms(task.owner or "")))


# ---- what became of a task ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Match:
    """A later sentence that speaks of a task; `score` from 0 to 1."""

    number: int
    score: float
    sure: bool  # whether it speaks of the task, for certain
    dated: bool  # whether that is only told by the day that it names, so that what it claims cannot be relied on
    alike: float  # how like the task is the one that it sets itself, if it sets one


def _matches(record: Record, source: Source, action: Action) -> list[Match]:
    """The later sentences that speak of an action, in order of date."""
    words = terms(action.text) - terms(action.owner or "")
    about = _about(action)
    whole = record.weight(words)
    until = after(max(source.date, str(action.due_date or "")), HORIZON)
    day = _named_day(action)
    found = []
    for number in record.sharing(words, source.date, until) if whole else ():
        told = record.told[number]
        shared = record.weight(words & told.words)
        of_task, of_told = shared / whole, shared / (record.weight(told.words) or 1)
        near = shared >= 1.3 and (of_task >= 0.5 or (of_told >= 0.6 and of_task >= 0.35))
        sure = near and record.weight(about & told.words) >= 0.7
        dated = not sure and bool(day and day.search(told.text))
        if of_task >= 0.2 or shared >= 1.3 or dated:
            found.append(Match(number, (of_task + of_told) / 2, sure or dated, dated, _alike(record, words, told)))
    return sorted(found, key=lambda match: match.number)


def _named_day(action: Action) -> re.Pattern[str] | None:
    """The day that a task is for, where it names one: "the visit that had been made on 9 August" speaks of it."""
    if not action.due_date or not re.search(rf"\b{action.due_date.day}\D", action.due or ""):
        return None
    month = MONTHS[action.due_date.month - 1]
    number = rf"0?{action.due_date.day}(?:st|nd|rd|th)?"
    return re.compile(rf"\b(?:{number}(?: of)? {month}|{month} {number})\b(?! (?!{action.due_date.year})\d{{4}})", re.I)


def _about(action: Action) -> frozenset[str]:
    """What a task is about: not who does it, what they do, or whom they go to."""
    addressed = terms(" ".join(ADDRESSED.findall(action.text)))
    return terms(action.text) - terms(action.owner or "") - _verbs(action.text) - addressed


def _alike(record: Record, words: frozenset[str], told: Told) -> float:
    others = terms(told.action.text) if told.action else frozenset[str]()
    return record.weight(words & others) / max(record.weight(words), record.weight(others), 0.01)


def after(day: str, days: int) -> str:
    return str(_day(day) + timedelta(days=days))


def _day(day: str) -> date:
    return date.fromisoformat(f"{day}-01"[:10])


def _fates(held: Sequence[Source], today: date) -> dict[str, Outcome]:
    """What became of the actions of one body, whose documents are in order of date."""
    record = Record([told for source in held for told in _told(source)])
    agendas = Agendas(held)
    dates = sorted({source.date for source in held if _of_meeting(source)})
    tasks = [(source, action) for source in held for action in source.actions]
    matches = {action.id: _matches(record, source, action) for source, action in tasks}
    best: dict[int, float] = {}  # a sentence speaks of the task that it is most like, and of others as like
    for match in chain.from_iterable(matches.values()):
        best[match.number] = max(match.score, best.get(match.number, 0))
    fates = {}
    for source, action in tasks:
        found = [
            Found("mentioned" if match.dated else _says(told, action, match.alike), told.source, told.start, told.end)
            for match in matches[action.id]
            if match.dated or (match.sure and match.score >= 0.85 * best[match.number])
            for told in [record.told[match.number]]
        ]
        later = dates[bisect_right(dates, source.date) :]
        due = action.due_date or (_meeting_meant(action, later) if len(terms(action.text)) > 1 else None)
        until = max([after(max(source.date, str(due or "")), HORIZON), *later[:2]])  # the next: some meet rarely
        later = later[: bisect_right(later, until)]
        heading, promise = _heading(source, action), PROMISE.search(action.text)
        back = _kept(record, source, action, held, due) if due and promise else []
        if heading and not back and (not found or promise):
            returned = agendas.returned(heading, source.date, after(source.date, HORIZON))
            back = [returned] if returned else []
        found = sorted([*found, *(Found("came back", *each) for each in back)], key=lambda each: each.source.date)
        silent = (
            met_soon(source.date, dates)
            and (len(_about(action)) > 2 or bool(heading and AGAIN.search(action.text) and agendas.tells(heading)))
            and not matches[action.id]
            and not _named(record, source, action, until)
        )
        passed = due if due and _passed(action, due, today) else None
        fates[action.id] = _fate(action, found, later=later, passed=passed, silent=silent)
    return fates


def _of_meeting(source: Source) -> bool:
    """Whether a document tells of a meeting: its minutes, or a log that says how the tasks stood then."""
    return source.document.kind == "minutes" or any(action.status for action in source.actions)


def _meeting_meant(action: Action, later: Sequence[str]) -> date | None:
    """ "The next meeting" or "the June meeting", of those that were held later; null if it is not among them."""
    meant = MEETING_MEANT.search(action.due or "")
    month = meant and meant["month"] and f"-{MONTHS.index(meant['month'].casefold()) + 1:02}-"
    day = next((day for day in later if len(day) == 10 and (not month or month in day)), None) if meant else None
    return date.fromisoformat(day) if day else None


def _passed(action: Action, due: date | None, today: date) -> bool:
    """Whether a task should be done by now; "from January" is when it begins."""
    return bool(due and due < today and not NO_DEADLINE.match(action.due or ""))


def _kept(record: Record, source: Source, action: Action, held: Sequence[Source], due: date) -> list[Place]:
    """The items of later meetings, up to about the day, whose title says that what was promised came."""
    until, whose = str(due + timedelta(days=GRACE)), " ".join(MEETING_OF.findall(action.text))
    words = terms(action.text) - terms(action.owner or "") - terms(whose)
    own = next((terms(item.title) for item in source.items if item.id == action.item_id), frozenset[str]())
    standing = {terms(item.title) for each in held if each.date <= source.date for item in each.items}
    found = []
    for later in held:
        for item in later.items if source.date < later.date <= until else ():
            title = terms(item.title)
            fits = record.weight(title & (words | own)) >= 0.6 * record.weight(title)
            if fits and len(title & words) > 1 and title not in standing:
                found.append((later, item.citation.start, item.citation.end))
    return found


def _brings(action: Action, back: Found) -> bool:
    """Whether a matter that came back is what was to come back: "report back", or a paper on what the title names."""
    if not PROMISE.search(action.text):
        return False
    elsewhere = terms(" ".join(MEETING_OF.findall(action.text)))
    title = about(back.source.text[back.start : back.end])
    return bool(AGAIN.search(action.text) or title & (terms(action.text) - elsewhere))


def met_soon(day: str, dates: Sequence[str]) -> bool:
    """Whether the two meetings after a day are held; `dates` are those of all that a body has held, in order.

    Others have come between where the second is later than `SOON`, and than twice the time that lies between most.
    """
    later = dates[bisect_right(dates, day) :]
    if len(later) < 2:
        return False
    usual = median_low((_day(one) - _day(other)).days for other, one in pairwise(dates))
    return later[1] <= after(day, max(SOON, 2 * usual))


def _heading(source: Source, action: Action) -> AgendaItem | None:
    """The innermost item that an action stands under: one of "Matters arising" may have its own title."""
    at = action.citation.start
    return next((item for item in reversed(source.items) if item.citation.start <= at < item.end), None)


def _named(record: Record, source: Source, action: Action, until: str) -> bool:
    """Whether a later sentence names what an action stands under, or what it is about by a word that is rare.

    It stands under the title of its item and the label of its entry: "Clock tower flagpole – …".
    """
    label = LABEL.match(source.text, source.text.rfind("\n", 0, action.citation.start) + 1)
    heading = _heading(source, action)
    names = [about(heading.title) if heading else frozenset[str](), terms(label[1]) if label else frozenset[str]()]
    names += [frozenset({word}) for word in _about(action) if record.weight({word}) >= RARE]
    return any(record.sharing(name, source.date, until, least=(len(name) + 1) // 2) for name in names if name)


def _fate(
    action: Action, found: Sequence[Found], *, later: Sequence[str], passed: date | None, silent: bool
) -> Outcome:
    """`later` meetings are held; `silent` says that the next of them come back to the action in no way.

    What was promised is kept where its item came back. A task is late where its day has `passed` and nothing that was
    told since comes back to it: what is spoken of again may well have been done.
    """
    since = sum(day >= str(passed) for day in later) if passed else None
    told = Outcome("open", False, len(later), since, tuple(found))
    last = next((each.says for each in reversed(found) if each.says in ("done", "carried forward")), None)
    if action.status == "done" or last:
        return replace(told, fate="done" if action.status == "done" else last or "open")
    if any(each.says == "came back" and _brings(action, each) for each in found):
        return replace(told, fate="came back")
    late = passed is not None and not any(each.source.date >= str(passed) for each in found)
    if silent and not found:
        return replace(told, fate="vanished", late=late)
    ongoing = action.status == "open" and CARRIED.match(action.printed_status or "")
    return replace(told, fate="overdue" if late else "carried forward" if ongoing else "open", late=late)


# ---- what became of a recommendation --------------------------------------------------------------------------------


def answers(sources: Sequence[Source]) -> dict[str, Outcome]:
    """What later decisions, of any body of the organisation, answer each recommendation."""
    in_order = sorted(sources, key=lambda each: (each.date, each.document.id))
    decided = [(source, decision) for source in in_order for decision in source.decisions]
    given = [(source, each) for source, each in decided if each.outcome != "recommended"]
    record = Record(
        [Told(source, each.citation.start, each.citation.end, terms(each.text), None) for source, each in given]
    )
    return {
        each.id: _answered(record, source, terms(each.text))
        for source, each in decided
        if each.outcome == "recommended"
    }


def _answered(record: Record, source: Source, words: frozenset[str]) -> Outcome:
    for number in sorted(record.sharing(words, source.date, after(source.date, HORIZON))):
        told = record.told[number]
        shared = words & told.words
        if len(shared) > 2 and record.weight(shared) >= 0.6 * max(record.weight(words), record.weight(told.words)):
            return Outcome("answered", found=(Found("answered", told.source, told.start, told.end),))
    return Outcome("open")
