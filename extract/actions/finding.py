"""Actions: the tasks that are marked and those told in prose, in resolutions and in next steps, put together."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc

from extract.actions.marked.finding import marked_tasks
from extract.actions.marked.tables import tabled_tasks
from extract.actions.marked.task import Task, closing_mark
from extract.actions.next_steps import steps_of_minutes, steps_of_report
from extract.actions.owners import Owners
from extract.actions.prose import ASKED, BY_WHOM, NAMED, told_tasks
from extract.actions.repeated import MARKER, TABLE, Decided, Kept, is_logged, less_summary, logged_in
from extract.dates import dates_in, due_in, resolve_due
from extract.findings import Findings, findings
from extract.people.words import is_role, untitled
from extract.profile import Profile
from extract.ruleset import Match, Ruleset, load_rules
from extract.stretches import Stretches
from extract.text import content_start
from minutes.model import Action, Decision, Tier, content_id

_DONE = re.compile(r"\b(?:done|complete[d]?|closed|discharged|finished|achieved)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:in progress|in hand|ongoing|on-going|open|new|outstanding|overdue|pending|on hold|awaiting|awaited"
    r"|not (?:yet )?(?:started|done|completed?)|incomplete|underway|on track|carried forward)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"(?:.*\b)?(?:next|future|forthcoming) meetings?(?: dates?)?|dates? of meetings?", re.IGNORECASE)
_NEXT_MEETING = re.compile(
    r"(?:the )?(?:date of (?:the )?)?next (?:(?!committee)\w+ )?meeting (?:will|would|is|was|:|to|on|due|scheduled)",
    re.IGNORECASE,
)
_DISPOSED = "decision.disposed"
_IN_ROW = "decision.in-row"
_TABLED = "decision.tabled"
_TO_BE_DONE = "action.to-be-done"
_WORKS = ("action.to-be", "action.to-be-done", "action.to-be-by")  # what will be done, as applications tell of works
_APPLIED = re.compile(
    r"(?:proposal|proposed (?:works?|development|project|changes)|existing conditions|project description"
    r"|description of (?:the )?(?:proposal|project|works?|request|application))\W*",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:proposed|moved|suggested) (?:that|to)\b"
    r"|\b(?:proposed|moved)(?:,? and|,) [^.;]{3,40}? seconded,? (?:that|to)\b",
    re.IGNORECASE,
)
_VERDICT = 3  # sentences after a motion in which it may be told that it was lost
_LOST = re.compile(
    r"\b(?:proposal|motion|amendment)(?: was| having been)?(?: put(?: to the vote)?(?: and)?)?(?: was)?"
    r" (?:not (?:carried|agreed|supported)|lost|defeated|rejected)\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"(?:This|It|The (?:motion|proposal|amendment)) (?:was not seconded|(?:found|had|received) no seconder)"
    r"|The (?:motion|proposal|amendment) (?:fell|failed)\b|There (?:being|was) no seconder|No seconder",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:minutes?|notes)\b(?!.*\barising\b)", re.IGNORECASE)
_CORRECTION = re.compile(
    r"\b(?:asked|requested) that [^.;]{3,80} be (?:changed|amended|corrected|altered|reworded|replaced|deleted)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-Z][A-Z &/-]{3,40}:?\s*")
_ORDERS = ("action.do", NAMED, "action.we", "action.to-do")  # ask nobody with a question mark: "Paint the gate?"
# What was noted, "Noted that a report would be provided", is nobody's task.
_NOTED = re.compile(r"(?:(?:also|received and) )?noted\b", re.IGNORECASE)
_IN_CLAUSE = ("action.subjunctive", "action.limb", "action.limb-done", "action.be-done", "action.to-be")
_CARRIED = (
    "decision.resolved",
    "decision.body-agreed",
    "decision.it-was-agreed",
    "decision.agreed-that",
    "decision.headed",
)
_LIMB_ASKS = "action.limb-asks"
# "Members did not support this, and asked the Clerk to find another": the Clerk has a task all the same
_AND_ASKED = re.compile(
    r",? (?:and|but) (?:asked|requested|instructed|directed|asks|requests|instructs|directs|invites) "
)
_REFUSES = re.compile(r"\b(?:be|to) (?:refuse|decline|reject)", re.IGNORECASE)
_LIMB_HEAD = 200  # characters; further on a resolution gives its reasons
_PARTS = re.compile(r";\s+(?=(?:and|also)\b)")  # of a limb: what a semicolon and "and" lead to is one of its own
_MARK_NOTHING = (
    "action.marker",
    "action.has-undertaken",
    "action.person-to",
    "action.do",
    NAMED,
    "action.person-agreed",
    BY_WHOM,
)  # of the sentences beside a mark these choose none
# "Ada Brindle", "Head of the Library", "AB": nothing but names and offices
_TITLE_CASE = re.compile(
    r"[A-Z(][\w’'.()&/-]*(?:(?:,| [–—-])? (?:[A-Z(&][\w’'.()&/-]*|of|for|and|the|to|with|in)){0,9}"
)
_NEXT_PERSON = 4  # blocks from one person to the next in a list


class ActionFinder:
    """spaCy component: fills `findings(doc).actions`."""

    def __init__(self, profile: Profile) -> None:
        self.triggers = Ruleset([*load_rules("actions"), *profile.rules("action")])
        self.limbs = Ruleset(load_rules("action-limbs"))
        self.cancels = Ruleset(load_rules("action-contexts"))

    def __call__(self, doc: Doc) -> Doc:
        found = findings(doc)
        owners = Owners(found)
        if found.kind in ("minutes", "other"):
            found.actions = self._of_minutes(doc, found, owners)
        if found.kind == "report":
            found.actions = _of_report(found, owners)
        found.actions.sort(key=lambda action: action.citation.start)
        return doc

    def _of_minutes(self, doc: Doc, found: Findings, owners: Owners) -> list[Action]:
        ahead = _meetings_ahead(found)
        matches = self.triggers.matches(doc, found.spans)
        told = self._in_prose(doc, found, owners, matches) if found.kind == "minutes" else []
        marked = Kept(found)
        for task in _marked(found, owners, told, matches):
            marked.add(_action(found, task, "explicit", ahead))
        logged, decided = logged_in(found, marked.actions), Decided(found)
        once = [
            a
            for a in marked.actions
            if a.rule == TABLE or not is_logged(found, a.citation.start, a.citation.end, logged)
        ]
        kept = Kept(found, less_summary(once))
        for task in [*told, *steps_of_minutes(found, owners)]:
            if not decided.tells(task) and not is_logged(found, task.start, task.end, logged):
                kept.add(_action(found, task, "implicit", ahead))
        return kept.actions

    def _in_prose(self, doc: Doc, found: Findings, owners: Owners, matches: list[Match]) -> list[Task]:
        """The tasks told in prose and in resolutions; nobody is to do what was voted down, or only proposed."""
        # What an entry of the agenda is about gives nobody a task, though it was adopted; a comment on an application
        # is no limb, either, and a sentence in its cell tells for itself.
        apart = (_DISPOSED, _IN_ROW)
        limbs = Stretches((d.citation.start, d.citation.end) for d in found.decisions if d.rule not in apart)
        resolved = self.limbs.matches(doc, _heads(found, limbs.all))
        given = sorted([*matches, *resolved], key=_place)
        cancels = self.cancels.matches(doc, _holding(found, given))
        rejected = [d for d in found.decisions if d.outcome == "rejected" and not _refuses(d)]
        lost = Stretches((d.citation.start, _lost_until(d)) for d in rejected)
        unasked = Stretches((d.citation.start, _lost_until(d)) for d in rejected if not _AND_ASKED.search(d.text))
        weighed, applied = Stretches(found.weighed), Stretches(_applied_for(found))
        voted_on = Stretches((d.citation.start, d.citation.end) for d in found.decisions if d.rule == _TABLED)
        noted = {d.citation.start for d in found.decisions if d.outcome == "noted" and _NOTED.match(d.text)}
        return [
            task
            for task in told_tasks(found, owners, given, limbs, cancels)
            if not weighed.holding(task.start)
            and not (task.rule == ASKED and _corrects(found, task))
            and not (unasked if task.rule in (ASKED, _LIMB_ASKS) else lost).holding(task.start)
            and not (task.rule in _IN_CLAUSE and task.start in noted)
            and not _fell(found, task)
            and not (task.rule in _WORKS and applied.holding(task.start))
            and not (task.rule == _TO_BE_DONE and _heads_table(found, task, voted_on))
            and not (task.rule in _ORDERS and found.document.text[task.start : task.end].rstrip().endswith("?"))
        ]


def _of_report(found: Findings, owners: Owners) -> list[Action]:
    kept, ahead = Kept(found), _meetings_ahead(found)
    for task in tabled_tasks(found):
        kept.add(_action(found, task, "explicit", ahead))
    return [*kept.actions, *(_action(found, task, "implicit", ahead) for task in steps_of_report(found, owners))]


def _marked(found: Findings, owners: Owners, told: Iterable[Task], matches: Iterable[Match]) -> Iterator[Task]:
    """The tasks that are marked, with who is to do each and by when; what is only somebody's name is none."""
    hints = [match.start for match in matches if match.rule.id not in _MARK_NOTHING]
    whose = {task.start: task.owner for task in told}
    there = _those_present(found)
    for task in marked_tasks(found, owners, whose, hints):
        if task.rule == MARKER or not _is_somebody(found, task, there):
            text = found.document.text[task.start : task.end]
            owner, due = closing_mark(text.rstrip(), owners)
            yield task._replace(owner=task.owner or owner or whose.get(task.start), due=task.due or due_in(text) or due)


def _heads(found: Findings, limbs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """How each limb begins, and each part of one after a semicolon: "That it be let; and that the Clerk write"."""
    heads = []
    for start, end in limbs:
        begins = [start, *(cut.end() for cut in _PARTS.finditer(found.document.text, start, end))]
        heads += [(a, min(b, a + _LIMB_HEAD)) for a, b in pairwise([*begins, end])]
    return heads


def _heads_table(found: Findings, task: Task, voted_on: Stretches) -> bool:
    """Whether what is to be done stands in a line over a table, or in a row of one that was voted on.

    As "Comments to be sent to the Board:", and "Fees to be set at £9 | 10 | 0 | Agreed".
    """
    blocks, index = found.document.blocks, found.document.block_index(task.start)
    if blocks[index].kind == "table_row":
        return voted_on.holding(task.start) is not None
    following = (blocks[at] for at in range(index + 1, len(blocks)))
    below = next((block for block in following if not block.furniture), None)
    led = found.document.text[task.start : task.end].rstrip().endswith(":")
    return led and bool(below and below.kind == "table_row")


def _applied_for(found: Findings) -> list[tuple[int, int]]:
    """The stretches below headings that tell what an application is for: "PROPOSAL:", each to the next heading.

    A line of its own in capitals is such a heading, too.
    """
    text = found.document.text
    heads = [
        block
        for block in found.document.blocks
        if not block.furniture
        and (block.kind == "heading" or (block.kind == "paragraph" and _LABEL.fullmatch(text, block.start, block.end)))
    ]
    ends = [*(block.start for block in heads[1:]), len(text)]
    return [
        (head.end, end)
        for head, end in zip(heads, ends, strict=False)
        if _APPLIED.fullmatch(text, content_start(found.document, head), head.end)
    ]


def _fell(found: Findings, task: Task) -> bool:
    """Whether what somebody proposed came to nothing: "Tom proposed that it be sold. This was not seconded."."""
    text = found.document.text
    if not _PROPOSED.search(text, task.start, task.end):
        return False
    after = bisect_right(found.starts, task.end - 1)
    below = found.sentences[after : after + _VERDICT]
    block = found.document.block_index(task.start)
    lost = (said for said in below if said.block == block and _LOST.search(text, said.start, said.end))
    return bool((below and _FELL.match(text, below[0].start)) or next(lost, None))


def _those_present(found: Findings) -> tuple[int, int]:
    """Where the list of people above the business begins and ends, with what stands below the last of them."""
    document = found.document
    business = min((item.citation.start for item in found.items), default=len(document.text))
    starts = {entry.citation.start for entry in found.attendance if entry.citation}
    listed = sorted({document.block_index(start) for start in starts if start < business})
    if len(listed) < 2:
        return 0, 0
    last = next((a for a, b in pairwise(listed) if b - a > _NEXT_PERSON), listed[-1])
    below = document.blocks[last : last + _NEXT_PERSON - 1]
    return document.blocks[listed[0]].start, min(business, below[-1].end)


def _is_somebody(found: Findings, task: Task, there: tuple[int, int]) -> bool:
    """Whether what a mark stands beside is no task: somebody's office or name, or an entry of those who were there."""
    text = found.document.text[task.start : task.end].strip(" .:")
    if not _TITLE_CASE.fullmatch(text):
        return False
    listed = there[0] <= task.start < there[1]
    return listed or is_role(text) or any(text in (e.name, untitled(e.name), e.initials) for e in found.attendance)


def _corrects(found: Findings, task: Task) -> bool:
    """Whether what is asked for corrects the minutes: "Una asked that £90 be changed to £80", under their title."""
    item = found.item_of(task.start)
    return bool(item and _MINUTES.search(item.title) and _CORRECTION.search(found.document.text, task.start, task.end))


def _refuses(decision: Decision) -> bool:
    """Whether a resolution, which was carried, refuses something: "That it be declined and that the Clerk write"."""
    if decision.rule == _IN_ROW:
        return True  # "Object: too tall. The Clerk to ask for a site visit."
    return decision.rule in _CARRIED and bool(_REFUSES.search(decision.text))


def _lost_until(decision: Decision) -> int:
    """Where what was voted down ends: "Lettings policy – not approved; to be brought back in May"."""
    lost = decision.text.partition(";")[0] if decision.rule == "decision.dashed-declined" else decision.text
    return decision.citation.start + len(lost)


def _action(found: Findings, task: Task, tier: Tier, ahead: list[date]) -> Action:
    citation = found.document.cite(task.start, task.end)
    held = found.meeting.date
    due = task.due or _still_to_come(due_in(citation.quote), held, firm=tier == "explicit")
    return Action(
        id=content_id("act", found.document.id, citation.start, citation.quote),
        item_id=found.item_id(task.start),
        text=citation.quote,
        owner=task.owner or None,
        due=due,
        due_date=resolve_due(due, held, ahead=ahead) if due else None,
        tier=tier,
        status=_status(task.status),
        printed_status=task.status if _status(task.status) else None,
        citation=citation,
        rule=task.rule,
    )


def _still_to_come(due: str | None, held: str | None, *, firm: bool) -> str | None:
    """What a sentence says of when; null if that had passed when the meeting was held, as in "met on 3 May".

    `firm` keeps a deadline that was missed: "by 3 May".
    """
    if not due or not held or len(held) < 10 or (firm and re.match(r"by|before|until|no later", due, re.IGNORECASE)):
        return due
    on = resolve_due(due, held)
    passed = on < date.fromisoformat(held) if on else any(dates_in(due))
    return None if passed else due


def _meetings_ahead(found: Findings) -> list[date]:
    """The dates of later meetings that the minutes print, the next one first."""
    held = found.meeting.date
    if not held or len(held) < 10:
        return []
    text = found.document.text
    told = [
        text[item.citation.start : min(item.end, item.citation.end + 400)]
        for item in found.items
        if _AHEAD.fullmatch(item.title)
    ]
    told += [text[start:end] for start, end in found.spans if _NEXT_MEETING.match(text, start, end)]
    days = {resolve_due(said[day.start : day.end], held) for said in told for day in dates_in(said)}
    return sorted(day for day in days if day and day > date.fromisoformat(held))


def _status(text: str | None) -> str | None:
    if not text:
        return None
    if _OPEN.search(text):
        return "open"
    return "done" if _DONE.search(text) else None


def _place(match: Match) -> tuple[int, bool, int]:
    return match.start, match.rule.id == BY_WHOM, -match.end


def _holding(found: Findings, matches: list[Match]) -> list[tuple[int, int]]:
    """The sentences that the matches stand in: what cancels a task overlaps its trigger."""
    ends = [end for _, end in found.spans]
    held = {
        number
        for match in matches
        for number in range(bisect_right(ends, match.start), bisect_right(found.starts, match.end - 1))
    }
    return [found.spans[number] for number in sorted(held)]
