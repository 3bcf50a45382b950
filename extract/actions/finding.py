"""Actions: tasks that are marked as such, and tasks told in prose, in resolutions and in the next steps of reports."""

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from extract.actions.marked.finding import marked_tasks
from extract.actions.marked.tables import tabled_tasks
from extract.actions.marked.task import ENTRY, Task, closing_mark
from extract.actions.next_steps import steps_of_minutes, steps_of_report
from extract.actions.owners import Owners
from extract.actions.prose import ASKED, BY_WHEN, BY_WHOM, NAMED, less_taken_up, told_tasks
from extract.dates import dates_in, due_in, resolve_due
from extract.findings import Findings, findings
from extract.people.words import is_role, untitled
from extract.profile import Profile
from extract.ruleset import Match, Ruleset, load_rules
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
_LITTLE = {"will", "would", "shoul", "agree", "their", "with", "this", "that", "from", "have", "been", "they", "also"}
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
_SUMMED_UP = ("action.table", "action.list")  # which may repeat at the end what the minutes tell further up
_SUMMARY = 3  # rows of a table that sums up the tasks marked further up, at least
_NEAR = 400  # characters between a task told without an owner and the mark that repeats it
_NEXT_LINE = 12  # characters between a task told and the mark below it, "Action: " among them
_REPEATED = 0.75  # of the words of a task and a resolution
_HELD = 0.8  # of the words of the shorter of two tasks with the same owner, all of them in the other
_THESE = {"these", "those", "again", "back", "next", "meeti"}  # say nothing of which task it is
_INITIALS = re.compile(r"[A-Z]{2,4}")
_PRONOUN = re.compile(r"(?:S?[Hh]e|[Tt]hey) ")
_TABLE = "action.table"
_MARKER = "action.marker"  # the word "Action" itself
# "Ada Brindle", "Head of the Library", "AB": nothing but names and offices
_TITLE_CASE = re.compile(
    r"[A-Z(][\w’'.()&/-]*(?:(?:,| [–—-])? (?:[A-Z(&][\w’'.()&/-]*|of|for|and|the|to|with|in)){0,9}"
)
_NEXT_PERSON = 4  # blocks from one person to the next in a list
_COLUMN = "action.column"
_ITEM_COLUMN = re.compile(
    r"(?:agenda )?item(?: no\.?| number| #)?|min(?:ute)?(?: no\.?| ref\.?| number)?|para(?:graph)?(?: no\.?)?",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\b(?:to|will|would) [a-z]+ (?:it|them|this|these|so)\b")  # "Una to send them off"
_A_REFERENCE = re.compile(r"[A-Z]{0,4}\d{1,4}(?:[/.-]\d{1,4}){1,2}|[A-Z]{1,4}-?\d{1,4}")
_A_NUMBER = re.compile(r"\d{1,4}[a-z]?")  # a reference where the word "Action" stands before it
# "[12/03]", "ACTION 12/03 – UK", "(ACTION 14a)"
_REFERS = re.compile(
    rf"\s*(?:[\[(](?:Action |AP )?(?P<which>{_A_REFERENCE.pattern})[\])]"
    rf"|[\[(](?:Action|ACTION) (?P<number>{_A_NUMBER.pattern})[\])]"
    rf"|(?:Action|ACTION) (?P<mark>{_A_REFERENCE.pattern})\s?[:–—-])"
)
_ALIKE = 0.5  # of the words of two tasks that both hold: they are the same one, and "write again" is another


class ActionFinder:
    """spaCy component: fills `findings(doc).actions`."""

    def __init__(self, profile: Profile) -> None:
        self.triggers = Ruleset([*load_rules("actions"), *profile.rules("action")])
        self.limbs = Ruleset(load_rules("action-limbs"))
        self.cancels = Ruleset(load_rules("action-contexts"))

    def __call__(self, doc: Doc) -> Doc:
        found = findings(doc)
        owners = Owners(found)
        ahead = _meetings_ahead(found)
        if found.kind in ("minutes", "other"):
            matches = self.triggers.matches(doc, found.spans)
            told = self._in_prose(doc, found, owners, matches) if found.kind == "minutes" else []
            hints = [match.start for match in matches if match.rule.id not in _MARK_NOTHING]
            whose = {task.start: task.owner for task in told}
            there = _those_present(found)
            for task in marked_tasks(found, owners, whose, hints):
                if task.rule != _MARKER and _is_somebody(found, task, there):
                    continue
                owner, due = closing_mark(found.document.text[task.start : task.end].rstrip(), owners)
                when = task.due or due_in(found.document.text[task.start : task.end]) or due
                owned = task._replace(owner=task.owner or owner or whose.get(task.start), due=when)
                _keep(found, _action(found, owned, "explicit", ahead))
            logged = _logged(found)
            found.actions = [
                a for a in found.actions if a.rule == _TABLE or not _is_logged(found, a.citation.end, logged)
            ]
            found.actions = _less_summary(found)
            for task in [*told, *steps_of_minutes(found, owners)]:
                if not _resolved_elsewhere(found, task) and not _is_logged(found, task.end, logged):
                    _keep(found, _action(found, task, "implicit", ahead))
        if found.kind == "report":
            for task in tabled_tasks(found):
                _keep(found, _action(found, task, "explicit", ahead))
            found.actions += [_action(found, task, "implicit", ahead) for task in steps_of_report(found, owners)]
        found.actions.sort(key=lambda action: action.citation.start)
        return doc

    def _in_prose(self, doc: Doc, found: Findings, owners: Owners, matches: list[Match]) -> list[Task]:
        """The tasks told in prose and in resolutions; nobody is to do what was voted down, or only proposed."""
        # What an entry of the agenda is about gives nobody a task, though it was adopted; a comment on an application
        # is no limb, either, and a sentence in its cell tells for itself.
        apart = (_DISPOSED, _IN_ROW)
        limbs = sorted({(d.citation.start, d.citation.end) for d in found.decisions if d.rule not in apart})
        rejected = (d for d in found.decisions if d.outcome == "rejected")
        lost = [
            (d.citation.start, _lost_until(d), bool(_AND_ASKED.search(d.text))) for d in rejected if not _refuses(d)
        ]
        resolved = self.limbs.matches(doc, _heads(found, limbs))
        given = sorted([*matches, *resolved], key=_place)
        cancels = self.cancels.matches(doc, _holding(found, given))
        applied = _applied_for(found)
        noted = {d.citation.start for d in found.decisions if d.outcome == "noted" and _NOTED.match(d.text)}
        return [
            task
            for task in less_taken_up(found, list(told_tasks(found, owners, given, limbs, cancels)))
            if not any(a <= task.start < b for a, b in found.weighed)
            and not (task.rule == ASKED and _corrects(found, task))
            and not any(a <= task.start < b and not (asks and task.rule in (ASKED, _LIMB_ASKS)) for a, b, asks in lost)
            and not (task.rule in _IN_CLAUSE and task.start in noted)
            and not _fell(found, task)
            and not (task.rule in _WORKS and any(a <= task.start < b for a, b in applied))
            and not (task.rule == _TO_BE_DONE and _heads_table(found, task))
            and not (task.rule in _ORDERS and found.document.text[task.start : task.end].rstrip().endswith("?"))
        ]


def _heads(found: Findings, limbs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """How each limb begins, and each part of one after a semicolon: "That it be let; and that the Clerk write"."""
    heads = []
    for start, end in limbs:
        begins = [start, *(cut.end() for cut in _PARTS.finditer(found.document.text, start, end))]
        heads += [(a, min(b, a + _LIMB_HEAD)) for a, b in pairwise([*begins, end])]
    return heads


def _heads_table(found: Findings, task: Task) -> bool:
    """Whether what is to be done stands in a line over a table, or in a row of one that was voted on.

    As "Comments to be sent to the Board:", and "Fees to be set at £9 | 10 | 0 | Agreed".
    """
    blocks, index = found.document.blocks, found.document.block_index(task.start)
    if blocks[index].kind == "table_row":
        return any(d.rule == _TABLED and d.citation.start <= task.start < d.citation.end for d in found.decisions)
    below = next((block for block in blocks[index + 1 :] if not block.furniture), None)
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
    title = next((item.title for item in found.items if item.id == found.item_id(task.start)), "")
    return bool(_MINUTES.search(title) and _CORRECTION.search(found.document.text, task.start, task.end))


def _refuses(decision: Decision) -> bool:
    """Whether a resolution, which was carried, refuses something: "That it be declined and that the Clerk write"."""
    if decision.rule == _IN_ROW:
        return True  # "Object: too tall. The Clerk to ask for a site visit."
    return decision.rule in _CARRIED and bool(_REFUSES.search(decision.text))


def _lost_until(decision: Decision) -> int:
    """Where what was voted down ends: "Lettings policy – not approved; to be brought back in May"."""
    lost = decision.text.partition(";")[0] if decision.rule == "decision.dashed-declined" else decision.text
    return decision.citation.start + len(lost)


def _resolved_elsewhere(found: Findings, task: Task) -> bool:
    """Whether a task is one of a motion as it was put, and the resolution on it is printed under the same item."""
    if any(d.citation.start < task.end and task.start < d.citation.end for d in found.decisions):
        return False
    item, words = found.item_id(task.start), _stems(found.document.text[task.start : task.end])
    told = (_stems(d.text) for d in found.decisions if d.item_id == item)
    return len(words) > 3 and any(len(words & other) >= _REPEATED * len(words | other) for other in told)


def _logged(found: Findings) -> frozenset[str]:
    """The references of the tasks in the action tables of minutes: "12/03", in the first column."""
    blocks = (
        found.document.blocks[found.document.block_index(a.citation.start)] for a in found.actions if a.rule == _TABLE
    )
    first = (found.document.text[slice(*block.cells[0])].strip() for block in blocks if block.cells)
    return frozenset(text for text in first if _A_REFERENCE.fullmatch(text) or _A_NUMBER.fullmatch(text))


def _is_logged(found: Findings, end: int, logged: frozenset[str]) -> bool:
    """Whether the reference of an entry of the action table stands where a task ends: "Una will ring him. [12/03]"."""
    below = _REFERS.match(found.document.text, end) if logged else None
    return bool(below and (below["which"] or below["number"] or below["mark"]) in logged)


def _keep(found: Findings, action: Action) -> None:
    """Add an action unless what it cites is told already: one mark, one action, and the explicit one stands."""
    for index, known in enumerate(found.actions):
        a, b = known.citation, action.citation
        if a.start < b.end and b.start < a.end:
            return
        if (
            known.tier == "explicit"
            and action.tier == "implicit"
            and (_same(known, action) or (known.rule == _COLUMN and _entered(found, known, action)))
        ):
            if not known.due and action.due and BY_WHEN.match(action.due):
                found.actions[index] = known.model_copy(update={"due": action.due, "due_date": action.due_date})
            return
        if (
            known.rule in _SUMMED_UP
            and action.tier == "implicit"
            and (
                _summed_up(found, known, action)
                or (_of_one_item(known, action) and _in_row_of_item(found, known, action))
                or (_is_listed_as(found, known, action) and _in_row_of_paragraph(found, known, action))
            )
        ):
            return
    found.actions.append(action)


def _same(marked: Action, told: Action) -> bool:
    """Whether a marked task is one told in prose: by the same owner, or right above it, and in much the same words."""
    gap = marked.citation.start - told.citation.end
    near = marked.item_id == told.item_id and 0 <= gap < _NEAR
    if near and gap < _NEXT_LINE and _PRONOUN.match(told.text) and _stems(marked.text) & _stems(told.text):
        return True  # "She would find the figures." over "ACTION: Quay Office to send the figures"
    if not told.owner and (near or (gap > 0 and marked.rule in _SUMMED_UP)):
        one, other = _stems(marked.text), _stems(told.text)
        if near and gap < _NEXT_LINE and told.rule == ASKED and len((one & other) - _THESE) > 1:
            return True  # "She asked that the chart be shared." over "Action: Una to share the chart"
        return len(one & other) >= max(2 if near else 3, _ALIKE * min(len(one), len(other)))
    if not marked.owner or not told.owner or not _who(marked.owner) & _who(told.owner):
        return False
    one, other = (_stems(task.text) - _stems(task.owner or "") for task in (marked, told))
    shared, least = len(one & other), min(len(one), len(other))
    if 0 <= gap < _NEXT_LINE and shared:
        return True  # "Una agreed to look into the tolls." over "Action: a note on tolls (Una)"
    return (least > 1 and shared >= _ALIKE * len(one | other)) or (least > 3 and shared >= _HELD * least)


def _summed_up(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a list below gives a task told in prose to the same person by initials: "UK" and "Una to mend the gate".

    Such a list holds all the tasks of the meeting, so that few words in common tell which it is.
    """
    if not listed.owner or not told.owner or listed.citation.start < told.citation.end:
        return False
    letters, called = set(_INITIALS.findall(listed.owner)), set(told.owner.split())
    named = (each.name.split() for each in found.attendance)
    if not any(called & set(words) and _letters(words) & letters for words in named):
        return False
    one, other = _stems(listed.text), _stems(told.text) - _stems(told.owner) - _THESE
    shared = len(one & other)
    return shared > 1 or shared == len(other) == 1


def _less_summary(found: Findings) -> list[Action]:
    """The marked tasks less the rows of a table at the end that sums them up, which gives them their dates.

    It sums them up if most of its rows, and three or more, are tasks that a mark gave the same person further up.
    """
    marked = [action for action in found.actions if action.rule == _MARKER]
    rows = [action for action in found.actions if action.rule == _TABLE]
    told = {row.id: mark for row in rows if (mark := next((m for m in marked if _sums_up(found, row, m)), None))}
    if len(told) < _SUMMARY or 2 * len(told) <= len(rows):
        return found.actions
    dates = {told[row.id].id: (row.due, row.due_date) for row in rows if row.id in told and row.due}
    return [
        action.model_copy(update=dict(zip(("due", "due_date"), dates[action.id], strict=True)))
        if action.id in dates and not action.due
        else action
        for action in found.actions
        if action.id not in told
    ]


def _sums_up(found: Findings, row: Action, mark: Action) -> bool:
    """Whether a row of a table is the task that a mark further up gave the same person, by name or by initials."""
    if not row.owner or not mark.owner or row.citation.start < mark.citation.end:
        return False
    letters = {"".join(word[0] for word in name.split()) for name in re.split(r"[/,&+]", row.owner) if name.strip()}
    same = _who(row.owner) & _who(mark.owner) or letters & set(_INITIALS.findall(mark.owner))
    one, other = _stems(row.text) - _stems(row.owner), _stems(mark.text) - _stems(mark.owner)
    return bool(same) and len(one & other) >= min(2, len(one)) > 0


def _in_row_of_item(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a row of an action table below gives the number of the item under which a task is told.

    The first column is headed as one of items, so that its numbers are no running ones.
    """
    number = next((item.number for item in found.items if item.id == told.item_id), None)
    return bool(number and _is_row_of(found, listed, told, number))


def _in_row_of_paragraph(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a row of an action table below gives the number of the paragraph that tells a task: "5.2"."""
    number = (found.document.blocks[found.document.block_index(told.citation.start)].label or "").strip(" .")
    return "." in number and _is_row_of(found, listed, told, number)


def _is_row_of(found: Findings, listed: Action, told: Action, number: str) -> bool:
    """Whether a task stands in a row of a table below another that gives `number` as where that one was told."""
    if listed.rule != _TABLE or listed.citation.start < told.citation.end:
        return False
    blocks = found.document.blocks
    at = found.document.block_index(listed.citation.start)
    row = blocks[at]
    if not (row.cells and found.document.text[slice(*row.cells[0])].strip(" .") == number):
        return False
    head = next((block for block in blocks if block.table == row.table and block.cells), row)
    return bool(_ITEM_COLUMN.fullmatch(found.document.text[slice(*head.cells[0])].strip()))


def _is_listed_as(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a task told in prose can be one of a list by who is to do it: "UK" is Una Keld, and the Mill Warden.

    Where the list does not tell who that is, the tasks have a word in common.
    """
    owner = (told.owner or "").casefold().removeprefix("the ")
    if not listed.owner or owner in ("", "he", "she", "they"):
        return True
    called = set(_INITIALS.findall(listed.owner))
    for each in found.attendance if called else ():
        words = each.name.split()
        if set(owner.split()) <= set(each.name.casefold().split()) or (each.role or "").casefold().startswith(owner):
            return bool(_letters(words) & called)
    return bool(_stems(listed.text) & (_stems(told.text) - _stems(told.owner or "")))


def _entered(found: Findings, entry: Action, told: Action) -> bool:
    """Whether an entry in the margin tells the task that its item gave the same person: "UK – tide tables"."""
    block = found.document.blocks[found.document.block_index(entry.citation.start)]
    whole = (content_start(found.document, block), block.end) == (entry.citation.start, entry.citation.end)
    noted = block.kind == "note" or bool(whole and (led := ENTRY.match(entry.text)) and led["dash"])
    beside = noted and entry.item_id == told.item_id and told.citation.end <= entry.citation.start
    return beside and _of_one_item(entry, told)


def _of_one_item(listed: Action, told: Action) -> bool:
    """Whether a task told under an item is the one listed for it: to the same person, with a word of it or as "it"."""
    one, other = _stems(listed.text) - _stems(listed.owner or ""), _stems(told.text) - _stems(told.owner or "")
    if not told.owner:
        return len(one & other) > 1
    same = bool(listed.owner and _who(listed.owner) & _who(told.owner))
    return same and bool(one & other or _OBJECT.search(told.text))


def _letters(words: list[str]) -> set[str]:
    """The initials of a name, with and without what may be a title before it."""
    letters = "".join(word[0] for word in words)
    return {letters, letters[1:]} if len(letters) > 2 else {letters}


def _who(owner: str) -> frozenset[str]:
    """The words of an owner that tell who it is: "Dan Tarn" is "Dan T"."""
    return _stems(owner) | {owner.split()[0].casefold()} - {"the", "all"}


@lru_cache(2**15)  # each task is compared with what was decided and with the other tasks of a document
def _stems(text: str) -> frozenset[str]:
    """The words that say something, by their first letters: "circulating" is "circulate"."""
    words = re.findall(r"[^\W_]{4,}|[A-Z]{2,3}\b", text)
    return frozenset(word[:5].casefold() for word in words) - _LITTLE


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
