"""What stands over the columns of a table, beside a list of people and in an action column, whatever the format."""

import re
from collections.abc import Sequence
from operator import or_
from typing import Literal

# What stands over or beside a list of people.
ATTENDED = re.compile(
    r"(?:members? |officers? |also |those )*(?:present|in attendance|attendance|attending|attendees|apologies|absent"
    r"|regrets|invited|observers|officers|officials|presenters|guests)\b[^.]{0,30}$",
    re.IGNORECASE,
)
# What heads a column of those who are to act, beside the text that they are to act on.
NOTE_HEADER = re.compile(
    r"(?:actions?|owner|lead|by whom|who|responsible)(?: (?:by|for|items?|points?|owner|required))?"
    r"(?:\s?[:/]\s?(?:owner|lead|who|responsible|none))*:?",
    re.IGNORECASE,
)
# What else stands over a column where the rows are data, such as a list of actions.
DATA_HEADER = re.compile(r"(?:ref|reference|minute|date|due|status|task|actions?|owner|lead)\b.*", re.IGNORECASE)
# What heads a column of what was decided, between the discussion and the actions: its entries are text.
TEXT_HEADER = re.compile(
    r"(?:key )?(?:decisions?|resolutions?|resolved|outcomes?|agreed|recommendations?)\b.*", re.IGNORECASE
)
# What heads a column of titles, left of what was said of them.
TITLE_HEADER = re.compile(
    r"(?:agenda )?(?:items?|topics?|subjects?|headings?)|agenda|business"
    r"|(?:discussion|talking) (?:points?|topics?|items?)",
    re.IGNORECASE,
)
TITLE_WORDS = 14  # at most, in the column of titles
# Lines that are underlined are titles where there are so many, and fewer headings and numbers than told here.
LINED, TOLD = 4, 3
# What heads the column of what was said.
TALK_HEADER = re.compile(
    r"(?:key |main |summary of )?(?:discussions?|minutes?|notes?|comments?)(?:(?: |/|&|and|of|points?|decisions?"
    r"|discussions?|actions?)*)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:agreed|approved|considered|confirmed|discussed|endorsed|noted|received|recommended|reported|resolved)\s?:?",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[A-Z][A-Za-z]?[A-Z]{1,2}|All|ALL)(?:[/,&+]|$)")
# Who acts is named by office as well as by initials.
OFFICER = re.compile(
    r"(?:Town )?Clerk|Chair(?:man|woman|person)?|(?:Vice|Deputy)[ -]Chair(?:man)?|Secretary|Treasurer|Head|Principal"
    r"|Director|Officers?|Members|CEO|Staff",
    re.IGNORECASE,
)
# "ACTION: UK", "Action by the Facilities Manager", "[Action – UK/TO]"; without a sign "Action Plan" is no mark.
_MARKED = re.compile(
    r"[\[(]?(?:ACTIONS?|Actions?)(?: (?:by|for|BY|FOR))?(?P<sign>:| ?[–—-])? (?:the |The )?(?P<who>[A-Z@][\w’'./&,+-]*"
    r"(?: (?:[A-Z][\w’'./&,+-]*|of|and|for|the|&|/))*)[\])]?\.?"
)
_OFFICE = re.compile(
    r"(?:[A-Z][\w’'&-]* ){0,3}(?:[Cc]lerk|[Cc]hair(?:man|woman|person)?|[Mm]anager|[Oo]fficers?|[Dd]irector"
    r"|[Ss]ecretary|[Tt]reasurer|[Ww]arden|[Cc]oordinator|[Ee]ngineer|[Bb]ursar|[Hh]eadteacher|[Ss]urveyor|[Ll]ead)"
    r"|(?:Head|Director) of(?: (?:[A-Z][\w’'&-]*|and))+"
)
_JOINS = frozenset("of for and the in to at on with by a an".split())  # also in what somebody is: "Head of the Library"
_ACTION_HEAD = re.compile(r"(?:agreed )?actions?(?: (?:points?|items?|agreed|required))?", re.IGNORECASE)
MARK_WORDS = 6
HEAD_WORDS = 4
Head = Literal["talk", "decided", "action"]
Mark = Literal["said", "named"]  # by the word "Action", or by nothing but initials or an office


def is_told_first(told: str, text: str) -> bool:
    """Whether what stands left of a text says what was done with it: "RESOLVED | that the weir be rebuilt in stone"."""
    begins = text.lstrip('(“"')[:1].isalpha()  # and not "Approved | 12 of the 19 claims"
    return bool(_TOLD.fullmatch(told)) and begins and text.count(" ") >= 2


def head_beside(text: str) -> Head | None:
    """What stands left of a part of the minutes below a title across the table, "Discussion", says that it is."""
    if len(text.split()) > HEAD_WORDS:
        return None
    bare = text.rstrip(" :")
    told: tuple[tuple[Head, re.Pattern[str]], ...] = (
        ("talk", TALK_HEADER),
        ("decided", TEXT_HEADER),
        ("action", _ACTION_HEAD),
    )
    return next((head for head, pattern in told if pattern.fullmatch(bare)), None)


def is_by_item(rows: Sequence[Sequence[str]]) -> bool:
    """Whether titles stand across a table, each over rows that say what they are: "Discussion | …", "Decision | …".

    `rows` are the texts of the cells that are not empty.
    """
    titles = [len(row) == 1 and len(row[0].split()) <= TITLE_WORDS for row in rows]
    beside = [len(row) == 2 and head_beside(row[0]) is not None for row in rows]
    return any(titles[:1]) and any(beside) and all(map(or_, titles, beside))


def is_note_text(text: str) -> bool:
    """Whether a text is nothing but initials or an office: "JS/PM", "Clerk"."""
    words = text.replace("&", " ").replace(" and ", " ").split()
    return bool(words) and bool(OFFICER.fullmatch(" ".join(words)) or all(map(INITIALS.match, words)))


def mark_of(text: str) -> Mark | None:
    """How a text that stands beside a paragraph says who is to act on it; null where it says anything else."""
    if len(text.split()) > MARK_WORDS:
        return None
    said = _MARKED.fullmatch(text)
    who = said["who"] if said else text
    if said and said["sign"]:
        return "said"
    return ("said" if said else "named") if is_note_text(who) or _OFFICE.fullmatch(who) else None


def is_running(words: Sequence[str]) -> bool:
    """Whether words are part of running text: of no table and of no name with an office."""
    return len(words) > 3 and sum(word[:1].islower() and word not in _JOINS for word in words) > 1
