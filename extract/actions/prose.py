"""Tasks told in prose and in resolutions: which sentence, or part of one, gives whom one: "Una will mend the gate"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from extract.actions.assigned import assigned_to
from extract.actions.marked.task import Task
from extract.actions.next_steps import SET_TASK
from extract.actions.owners import Owners, asks_somebody, less_verdict
from extract.dates import due_in, resolve_due
from extract.findings import Findings
from extract.ruleset import Match
from extract.stretches import Stretches

_OPEN_CLAUSE = re.compile(
    r"(?:[(:;/–—-]|, ?and|, ?but|\b(?:and|but|or|also|further|instructed|authorised|(?<!had )asked|resolve[sd]"
    r"|(?<!had )(?<!have )(?<!has )agree[sd]?))$",
    re.IGNORECASE,
)
# Rules that need somebody who can act, as they would find a good deal of narrative otherwise.
_BY_ACTORS = (
    "action.will",
    "action.will-see",
    "action.subjunctive",
    "action.to-do",
    "action.are-asked",
    "action.limb",
    "action.subject-to",
)
# Rules that need somebody by name, or in an office: what a body plans or could do is nobody's task.
_BY_ONE = (
    "action.person-will",
    "action.person-agreed",
    "action.has-undertaken",
    "action.plans",
    "action.offers",
    "action.to-be-by",
)
_RECITAL = "cancel.recital"  # which holds for all that its clause goes on to say
_RESOLVED_TO = "action.resolved-to"
# What cancels others and not these: "agreed that we should look into it", "asked her if she would", "see whether it
# could"
_ALL_THE_SAME = frozenset(
    [
        ("cancel.we", _RESOLVED_TO),
        ("cancel.done", "action.asked-if"),
        ("cancel.done", "action.reminded-that"),
        ("cancel.general", "action.reminded-that"),
        ("cancel.general", "action.will-see"),
    ]
)
# What these say in so many words is a hope elsewhere: "plans to", "would like"; no more than their own words is meant.
_SAYS_SO = ("action.plans", "action.offers", "action.body-asks", "action.needs")
_WISHED = "action.wished"  # told in words that are hopes elsewhere: "repeated their wish to"
BY_WHOM = "action.to-be-by"  # for what no other rule finds at the same place
NAMED = "action.named-do"  # "Una: update the list", "Una – update it", where she is known
_PROSE = "action.do"  # tells nothing in a resolution, whose limbs have `action.limb-do`
_AFTER = "action.to-do-after"  # "The gate is stiff; Warden to report it."
# "It was noted that the Board would change its rules": what another body is about
_IS_NOTED = re.compile(r"\bwas (?:also |further )?noted that\b", re.IGNORECASE)
ASKED = "action.asked"
_ASIDE = "action.to-do-aside"
_BY_VERB = ("action.limb-do", _PROSE)  # begin with what is to be done
_TO_LIMB = "action.to-limb"  # opens a resolution or a sentence, or goes on in a resolution
_LIMBS = ("action.subjunctive", "action.limb")  # rules of `action-limbs`, for what has been resolved
_OWN_SENTENCE = ("action.will", "action.person-will")  # said in a sentence of its own, even where a resolution holds it
_ACTION_IT = re.compile(
    r"(?:The )?[A-Z][\w’'./& -]{1,40}? (?:to|will|would|is to|agreed to) (?:action|see to|deal with|do)"
    r"(?: (?:this|it|these|so|the same))?(?: by [^.]{3,30})?\.?"
)
# Between two tasks in one sentence: a semicolon, or what somebody else then undertook.
_CUT = re.compile(
    r"; |,? and (?=[A-Z]{2,3} to [a-z])"
    r"|, and (?=(?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3} (?:offered|agreed|undertook|volunteered|promised) to )"
)
# Between what one is to do and what another is: "Una will ask the county and Tom will mend the gate".
_AND_OTHER = re.compile(
    r",? and (?=(?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,2} (?:will|would|is to|are to|to) (?!be\b|have\b)[a-z])"
)
# "to write to the Chancellor and the Secretary of State for Food and Rural Affairs to ask for help": whom one writes to
_WRITES_TO = re.compile(r"\b(?:write|writes|writing|letters?|representations?) to [^.;]*$")
_AND_HE = re.compile(r"(?:^|[,;:–—] )(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}$")  # "..., Una", and Tom to do it
_TO_DO = re.compile(r"(?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,2} to ")
_LEFT_TO = re.compile(r"\bleft (?:to|with) [^,.;:]{1,40}$")  # "it was left to him and Ms Keld to arrange it"
# "asked that the crew be thanked, and that a talk by them be arranged": each of the two is a task
_ASKED_THAT = re.compile(r"\b(?:asked|requested) that\b", re.IGNORECASE)
_AND_THAT = re.compile(r"(?<=,) and (?=that (?:an?|the|all|some|these|this) (?:[\w’'-]+ ){1,10}?be (?!able\b|in\b))")
# What others are held to, or why a thing was refused: "be GRANTED subject to the following conditions: ..."
_CONDITIONS = re.compile(
    r"\b(?:following|these) (?:[\w-]+ )?(?:conditions?|reasons?|grounds)\b|\bsubject to:", re.IGNORECASE
)
_CLAUSE = 25  # characters; what is shorter is no clause: "UK and TO to meet"
_SHORTEST = 12  # of one of two who are each to do something: "Tom will chair, and Una will show the plans"
_OWN = frozenset("committee trustees governors vicar churchwarden churchwardens wardens all".split())
_OWN_VERB = (_RESOLVED_TO, "action.undertook", "action.undertaken", "action.person-agreed")
_DELEGATES = re.compile(
    r"\b(?:delegat\w+|authority|powers?|authorisation)\b[^.;:]{0,30}?\b(?:to|for)\b[^.;:]*\band\s*$", re.IGNORECASE
)
# "that power be delegated to the Clerk, in consultation with the Vice-Chair, to sign"
_EMPOWERS = re.compile(
    r"\b(?:delegat\w+ (?:the )?(?:authority|powers?)|(?:authority|powers?)\b[^.;:–—]{0,60}?\bdelegated) to\b[^.;:–—]*$",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have)(?: also| kindly| now| since)? $")
_BY_SUBJECT = ("action.undertook", "action.undertaken", "action.person-agreed")
_PASSIVE = re.compile(r"\b(?:was|were|been|being) $")
# "Una will pass this to the county": what, the sentence before it asked for
_TAKES_IT_UP = re.compile(
    r"\b(?:will|would|(?:is|are|agreed|offered|undertook|promised)? ?to)(?: [a-z]+){1,3} (?:this|that|it|these|so)\b"
)
_ASKS = re.compile(r"\b(?:asked|requested)\b", re.IGNORECASE)
_HAD_ASKED = re.compile(r"had (?:also )?(?:been )?(?:asked|requested|instructed)", re.IGNORECASE)
# A note leaves it to the text, "Una to send them by May", when; "in May" may be when something else is.
BY_WHEN = re.compile(r"(?:by|before|until|no later than|prior to)\b", re.IGNORECASE)


def told_tasks(
    found: Findings, owners: Owners, matches: Iterable[Match], limbs: Stretches, cancels: list[Match]
) -> list[Task]:
    """The tasks of sentences and of the `limbs` of resolutions, each at what its rule matched, in order of the matches.

    `cancels`, which are in order of their place, tell where such words give nobody a task.
    """
    tasks: dict[tuple[int, int], Task] = {}
    titles = Stretches((item.citation.start, item.citation.end) for item in found.items)
    for match in matches:
        if match.rule.effect == "marker" or _is_no_task(found, match, limbs):
            continue
        span = _clause(found, match, limbs, titles)
        if not span or (span in tasks and tasks[span].owner):
            continue
        low, high = (bisect_left(cancels, at, key=_start) for at in span)
        against = cancels[low:high]
        if _cancelled(match, against) and not _still_due(found, match, span, against):
            continue
        owner = assigned_to(owners, match, span)
        known = owners.known(owner)
        if known and not owners.is_one(known) and _IS_NOTED.search(found.document.text, span[0], match.start):
            continue
        if _gives(owners, match.rule.id, owner) and (known or span not in tasks):
            tasks[span] = Task(*span, known, match.rule.id)
    told = [task._replace(start=_with_what(found, span)[0]) for span, task in tasks.items()]
    taken = Stretches((task.start, span[0]) for span, task in zip(tasks, told, strict=True) if task.start < span[0])
    return _less_taken_up(found, [task for task in told if not taken.holding(task.start, task.end)])


def _is_no_task(found: Findings, match: Match, limbs: Stretches) -> bool:
    """Whether the words of a rule mean something else: "thanks were offered to all", "the Bursar Will Orme"."""
    rule, before = match.rule.id, found.document.text[max(0, match.start - 16) : match.start]
    if rule in _OWN_VERB and _PERFECT.search(before) and not _just_resolved(match, limbs):
        return True  # "they have agreed to" tells of others, see `action.has-undertaken`
    if (rule in _BY_VERB and _is_name(found, match)) or _is_will(found, match):
        return True
    if rule in _BY_SUBJECT and _PASSIVE.search(before):
        return True  # "thanks were offered to all"
    return rule in ("action.person-to", _ASIDE) and _delegates(found, match)


def _start(match: Match) -> int:
    return match.start


def _less_taken_up(found: Findings, tasks: list[Task]) -> list[Task]:
    """The tasks less what nobody was asked by name for and somebody undertook in the sentence after it."""
    text = found.document.text
    told = [
        (task.start, said.start())
        for task in tasks
        if task.owner and (said := _TAKES_IT_UP.search(text, task.start, task.end))
    ]
    # "Una asked for a map; the Clerk undertook to send it" takes up the part of the sentence before it.
    ends = {at for start, _ in told if (at := _last_before(text, start)) >= 0}
    # "Members asked for a map, and the Clerk would see to this" takes up what is asked in the sentence itself.
    taken = {start for start, at in told if not _ASKS.search(text, start, at)}
    kept = []
    for task in tasks:
        after = bisect_right(found.starts, task.end - 1)
        below = found.sentences[after : after + 1]
        block = found.document.block_index(task.start)
        asked = task.rule == ASKED and not task.owner
        if asked and text.find(";", task.end, task.end + 2) in ends:
            continue
        if not (asked and below and below[0].block == block and below[0].start in taken):
            kept.append(task)
    return kept


def _last_before(text: str, start: int) -> int:
    """Where the last letter or mark stands before a place."""
    while text[start - 1 : start].isspace():
        start -= 1
    return start - 1


def _still_due(found: Findings, match: Match, span: tuple[int, int], cancels: Iterable[Match]) -> bool:
    """Whether what somebody had asked for before is yet to be done: "had asked the Clerk to print it by June".

    No more than that it had been asked for may speak against it, and the day has to be one after the meeting.
    """
    text, held = found.document.text, found.meeting.date
    if match.rule.id not in (ASKED, "action.are-asked") or not held or len(held) < 10:
        return False
    against = [c for c in cancels if c.start < match.end and match.start < c.end]
    if not all(_HAD_ASKED.fullmatch(text, c.start, c.end) for c in against):
        return False
    due = due_in(text[match.start : span[1]])
    on = resolve_due(due, held) if due and BY_WHEN.match(due) else None
    return bool(on and on > date.fromisoformat(held))


def _just_resolved(match: Match, limbs: Stretches) -> bool:
    """Whether what the body "has resolved to" do is what it decided at this meeting."""
    return match.rule.id == _RESOLVED_TO and limbs.holding(match.start, match.end) is not None


def _delegates(found: Findings, match: Match) -> bool:
    """Whether power is given to several: "that authority be delegated to the Clerk and the Chair to sign"."""
    index = max(0, bisect_right(found.starts, match.start) - 1)
    said = found.document.text[found.starts[index] : match.start] if found.starts else ""
    return bool((_EMPOWERS if match.rule.id == _ASIDE else _DELEGATES).search(said))


def _is_name(found: Findings, match: Match) -> bool:
    """Whether the verb that a task begins with is letters that stand for something: "SEND report – ratified"."""
    text = found.document.text
    following = re.match(r"[\s\w]{0,30}", text[match.end : match.end + 30])
    return text[match.start : match.end].isupper() and bool(following and re.search(r"[a-z]", following[0]))


def _is_will(found: Findings, match: Match) -> bool:
    """Whether the verb is somebody's name: "Will" inside a sentence, as in "the Bursar Will Orme"."""
    if not found.document.text.startswith("Will ", match.start):
        return False
    index = bisect_right(found.starts, match.start) - 1
    return bool(found.document.text[found.starts[max(0, index)] : match.start].rstrip()[-1:].isalnum())


def _with_what(found: Findings, span: tuple[int, int]) -> tuple[int, int]:
    """A sentence with the one before it where only that tells the task: "The gate is broken. The Clerk to action."."""
    index = bisect_right(found.starts, span[0]) - 1
    if index < 1 or not _ACTION_IT.fullmatch(found.document.text, *span):
        return span
    before = found.sentences[index - 1]
    return (before.start, span[1]) if before.block == found.sentences[index].block else span


def _gives(owners: Owners, rule: str, owner: str | None) -> bool:
    """Whether what a rule found gives a task to somebody who can be given one."""
    known = owners.known(owner)
    if rule == "action.will" and (owner or "").casefold() in ("he", "she"):
        return True  # somebody undertakes it, though the sentences before do not tell who
    if rule.startswith("action.to-do") and asks_somebody(owner):
        return False  # "the Chair asked the Clerk to", which `action.asked` finds
    if rule in _BY_ACTORS:
        return owners.acts(known)
    if rule == "action.undertook":
        return known is not None or (owner or "").casefold() in ("he", "she")
    if rule == _ASIDE:
        bare = (known or "").removeprefix("the ")
        return owners.marks(bare) or bare in owners.offices or bare in _OWN  # "none yet, clerk to ask"
    if rule in _BY_ONE:
        return owners.is_one(known)
    if rule == "action.person-to":  # "ask the Clerk to" and "Una hoped to" have a verb before
        return known == less_verdict(owner) and owners.is_one(known) and owners.is_bare(known)
    if rule == NAMED:
        return owners.is_person(known) or (known or "").casefold() in ("all", "everyone", "everybody")
    return True


def _clause(found: Findings, match: Match, limbs: Stretches, titles: Stretches) -> tuple[int, int] | None:
    """The limb or sentence that holds a trigger; of one that gives several tasks the part between semicolons."""
    limb = limbs.holding(match.start, match.end) if match.rule.id not in _OWN_SENTENCE else None
    if limb:
        free = match.rule.id != _PROSE and _opens(found, match, limb[0])
        free = free and not _CONDITIONS.search(found.document.text, limb[0], match.start)
        return _part(found, match, *limb) if free else None
    if match.rule.id.startswith(_LIMBS):
        return None
    index = bisect_right(found.starts, match.start) - 1
    if index < 0 or match.end > found.sentences[index].end:
        return None
    sentence = found.sentences[index]
    block = found.document.blocks[sentence.block]
    if block.kind in ("heading", "note") or (
        block.kind == "table_row" and not _prose(found, sentence.start, sentence.end)
    ):
        return None
    if match.rule.id == _TO_LIMB and found.document.text[sentence.start : match.start].strip():
        return None  # "she came to tell of the weir and to ask for help"
    if titles.holding(match.start, match.end) or not _opens(found, match, sentence.start):
        return None  # "2. Chairman to sign the declaration" is what an item is about
    return _part(found, match, sentence.start, sentence.end)


def _opens(found: Findings, match: Match, start: int) -> bool:
    """Whether a rule that is anchored matched at the beginning of what starts there, or of a clause of it."""
    before = found.document.text[start : match.start].strip(' “"')
    if match.rule.id == NAMED:
        return before.endswith((":", " –", " —", " -"))
    if match.rule.id == "action.do":
        return before.endswith(("–", "—", "-", ":")) or (not before and _is_entry(found, start))
    return not match.rule.anchored or not before or bool(_OPEN_CLAUSE.search(before))


def _is_entry(found: Findings, start: int) -> bool:
    """Whether what starts there is an entry of a list, or a paragraph of its own in bold."""
    block = found.document.blocks[found.document.block_index(start)]
    return block.kind == "list_item" or (block.kind == "paragraph" and block.bold == ((start, block.end),))


def _prose(found: Findings, start: int, end: int) -> bool:
    """Whether a sentence in a table cell is one, and not a label."""
    return found.document.text[end - 1] in ".;" and len(found.document.text[start:end].split()) > 5


def _part(found: Findings, match: Match, start: int, end: int) -> tuple[int, int]:
    text = found.document.text
    cuts = [cut.span() for cut in _CUT.finditer(text, start, end) if cut[0] == "; " or cut.start() - start > _CLAUSE]
    ands = [
        cut.span()
        for cut in _AND_OTHER.finditer(text, start, end)
        if SET_TASK.search(text, start, cut.start())
        and not _LEFT_TO.search(text, start, cut.start())
        and not _AND_HE.search(text, start, cut.start())
        and not (_WRITES_TO.search(text, start, cut.start()) and _TO_DO.match(text, cut.end()))
    ]
    asked = _ASKED_THAT.search(text, start, end)
    cuts += [cut.span() for cut in _AND_THAT.finditer(text, asked.end(), end)] if asked else []
    low = max((b for _, b in cuts + ands if b < match.end), default=start)
    high = min((a for a, _ in cuts + ands if a >= match.end), default=end)
    if match.rule.id == _AFTER:
        return low, high  # "A letter came; Clerk to reply."
    least = _SHORTEST if any(low == b or high == a for a, b in ands) else _CLAUSE
    return (low, high) if high - low > least else (start, end)


def _cancelled(match: Match, cancels: Iterable[Match]) -> bool:
    return match.rule.id != _WISHED and any(
        (c.rule.id == _RECITAL or (c.start < match.end and match.start < c.end))
        and (c.rule.id, match.rule.id) not in _ALL_THE_SAME
        and not (match.rule.id in _SAYS_SO and match.start <= c.start and c.end <= match.end)
        for c in cancels
    )
