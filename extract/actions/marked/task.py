"""A marked task, and what a mark says of who is to do it and by when."""

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from extract.actions.owners import Owners
from extract.dates import MONTHS, due_in
from extract.findings import Findings
from extract.text import Sentence
from minutes.model import Block

_COLUMN_HEAD = re.compile(r"actions?(?: by| points?| required| owner)?(?: ?/ ?(?:lead|who))?", re.IGNORECASE)
# What stands beside actions in a list of both: "Decisions and actions", of which the tasks are read
_MIXED = r"(?:(?:key )?(?:decisions?|motions?|outcomes?|takeaways)|next steps|follow[- ]?ups?|tasks)"
LIST_HEAD = re.compile(
    # "Chair’s action" is what the chair did between meetings.
    r"(?!(?:the )?(?:vice-)?chair(?:man|woman|person)?[’']s? (?:urgent )?actions?(?! (?:items?|points?|list)\b))"
    r"(?:(?:(?:summary|list|review|recap|status|update) (?:of|on) (?:the )?)?(?:agreed|outstanding|new|key|old|open"
    r"|previous|prior|past|earlier|carried[ -](?:over|forward)|ongoing|pending|existing|remaining|unfinished|required"
    r"|upcoming|immediate) "
    r"|(?:summary|list|review|recap|status|update) (?:of|on) (?:the )?"
    r"|(?:the )?(?P<whose>(?!chair\w*[’']s? actions?$)[\w ]{2,30})[’']s? )?(?:actions? (?:items?|points?|list|log"
    r"|summary|item reviews?)|actions?|to[ -]?do(?:[’']?s| list| items)?"
    r"|follow[- ]?ups?(?: (?:actions?|items?|tasks?))?"
    r"|tasks(?: assigned)?|assignments|homework|jobs(?: list)?|job list|(?:things|jobs) to do|items for action)"
    r"(?: (?:required|needed|outstanding|done|completed|carried (?:forward|over)|to be (?:taken|done|completed)"
    r"|to take))?"
    r"(?: (?:from|arising|agreed|noted|review|for|of (?:the )?(?:last|previous)).*)?"
    rf"|{_MIXED} ?(?:&|/|\+|\band\b) ?actions?(?: items?| points?)?"
    rf"|actions?(?: items?| points?)? ?(?:&|/|\+|\band\b) ?{_MIXED}",
    re.IGNORECASE,
)
# Begin an entry of a list of tasks, and tell no task in prose.
LISTED_VERBS = frozenset("agree bring decide do finish give go have hold keep let make start stop take try use".split())
NO_TASK = re.compile(
    r"(?:(?:none|nil)(?: [–—-] \w+)?|n/?a|(?:[\w’' ]{3,40}, )?no (?:further |reportable |formal )?action"
    r"|(?:the )?(?:board|council|committee|commission) took no (?:\w+ )?action"
    r"|there (?:were|was|are|is) [\w-]+ (?:[\w-]+ )?actions?"
    r"|on (?:an? |the )?motion|noted?|for (?:information|noting"
    r"|discussion)|motion|moved|approved|passed"
    r"|carried|accepted|adopted|ratified|authori[sz]ed|received|awarded|denied|resolved|tabled|plan|log|list|group|item|points?|planning|taken"
    r"|(?-i:[A-Z])\w+ (?:read|confirmed|reported|advised|said|stated|updated|explained) (?!back\b))\b",
    re.IGNORECASE,
)
# What heads a column of decisions and tasks, each a paragraph of its own
HEADS_BOTH = re.compile(
    r"(?:key )?(?:decisions?|resolutions?|outcomes?|agreed)(?: points?)? ?(?:/|&|and|or) ?"
    r"(?:agreed )?actions?(?: points?)?"
    r"|(?:agreed )?actions?(?: points?)? ?(?:/|&|and|or) ?(?:decisions?|resolutions?|outcomes?)",
    re.IGNORECASE,
)
# An entry there that gives somebody a task: "UK – tide tables by May", "UK / lock keepers – ropes", "UK to mend it"
ENTRY = re.compile(
    r"(?P<who>(?P<first>[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?)(?: ?[/,&+] ?(?:[A-Z]{2,4}\b|[\w’'-]+(?: [\w’'-]+){0,3}?)){0,3})"
    r"(?:(?P<dash> [–—-] (?=\S))|: (?=[a-z])| to (?=[a-z]))"
)
_OTHER_BUSINESS = re.compile(r"A\.?O\.?C?\.?B\.?")  # the title of an item in a column of its own
MARK_LENGTH = 24  # characters; a longer line is no mark
_MONTHS = "|".join(name.title() for name in MONTHS)
# "UK, April": a month alone after who is to act.
MONTH_LAST = re.compile(rf"[A-Za-z],\s+(?P<due>(?:{_MONTHS})(?:\s20\d\d)?)\W*$")
# "UK – Quay Committee, May": who is to act, and where it is to come back to
_TO_MEETING = re.compile(
    r"(?P<who>[A-Z]{2,4}(?:\s?[/&]\s?[A-Z]{2,4})*)\s[–—-]\s"
    r"(?:(?:next|[A-Z][\w’&-]*) ){0,4}(?:Cttee|[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Pp]anel|[Ff]orum|[Gg]roup"
    r"|[Mm]eeting|[Mm]tg|[Aa]genda)"
)
# "(Pending) Una to mend the gate", "DONE Una to mend it": how a task stands, before it
LEAD_STATUS = re.compile(
    r"(?-i:(?:DONE|COMPLETED?|PENDING)[:–—-]?\s+(?=[A-Z]))"
    r"|[(\[](?:pending|done|completed?|open|closed|ongoing|in progress|standing|new|outstanding"
    r"|carried (?:forward|over))[)\]]:?\s*(?=\S)",
    re.IGNORECASE,
)
# "Figures on the tolls – May Quay Board": when a task is to come back, at the end of it
_AT_MEETING = re.compile(
    rf"(?:next|{_MONTHS})(?: 20\d\d)?(?: [A-Z][\w’&-]*){{0,2}} (?:[Bb]oard|[Cc]ommittee|[Cc]ttee|[Cc]ouncil|[Mm]eeting"
    r"|[Pp]anel|[Ff]orum|[A-Z]{2,5})"
)
# What a note ends with: "– TO, 24 April".
TAIL = re.compile(r"\s[–—-]\s(?P<mark>[^–—()]{2,40})\s*$")
_CLOSED_BY = re.compile(r"[(\[](?P<mark>[^()\[\]]{2,60})[)\]]\.?$")  # "Mend the gate (Town Clerk, May 2025)."


class Task(NamedTuple):
    """A marked task: where its words stand, and what the mark says of it."""

    start: int
    end: int
    owner: str | None
    rule: str
    due: str | None = None
    status: str | None = None


def read_mark(text: str, owners: Owners) -> tuple[str | None, str | None] | None:
    """Owner and due as a mark gives them ("UK by 30 April", "Clerk"); null if it says anything else."""
    month = MONTH_LAST.search(text)
    due = due_in(text, bare=True) or (month["due"] if month else None)
    owner = (text.replace(due, " ", 1) if due else text).strip(" ,;:.()[]–—-")
    if _OTHER_BUSINESS.fullmatch(owner):
        return None
    meeting = _TO_MEETING.fullmatch(owner)
    owner = meeting["who"] if meeting else owner
    owner = re.sub(r"^(?:by|for|for the attention of)\s+|\s+please$", "", owner)
    if not owner:
        return (None, due) if due else None
    return (owner, due) if owners.marks(owner) else None


def closing_mark(text: str, owners: Owners) -> tuple[str | None, str | None]:
    """Owner and due as the end of a task gives them, in brackets or after a dash: "Mend the gate – TO, 24 April"."""
    closed = _CLOSED_BY.search(text) or TAIL.search(text)
    if not closed or closed["mark"].strip(" .").casefold() == "ongoing":  # which tells how it stands
        return None, None
    told = closed["mark"].strip(" .")
    if _AT_MEETING.fullmatch(told) and told.split()[-1] not in owners.initials:
        return None, told
    return read_mark(closed["mark"], owners) or (None, None)


def heads_column(found: Findings, text: str) -> bool:
    """Whether a text heads a column that names who is to act."""
    return bool(_COLUMN_HEAD.fullmatch(text.strip(" :"))) or found.profile.heads_column(text)


def is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "list_item") and not block.furniture


def holding(sentences: list[Sentence], starts: Collection[int]) -> list[Sentence]:
    """The sentences in which one of `starts` lies."""
    # Each of thousands of marks asks about thousands of sentences where minutes are one long paragraph.
    ordered = sorted(starts) if sentences else []
    return [s for s in sentences if bisect_left(ordered, s.start) < bisect_left(ordered, s.end)]
