"""The words that lists of people stand under: "Present:", "Also in attendance", "Apologies for absence"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.dates import MONTH
from extract.people.words import AN_OFFICE, TITLES
from minutes.model import AttendanceStatus, Capacity

HEAD = 70  # blocks; attendance is recorded at the head of the minutes
LABEL = 40  # characters of a label, at most
GROUP_LABEL = 50  # characters of one that says whose the people are: "Fenwold Harbour Improvement District Staff"
OFFICE = 5  # words, of a line that says what the person in the line above is
Label = tuple[AttendanceStatus, Capacity | None]
# Some of a body, or of those who came to it: "Trustees", "Members of the Committee"; a verb tells, and is no label.
_GROUP = r"(?:(?!(?:was|were|is|are|be|being|been|not|had|have|has|who)\b)[\w’'&/-]{2,20} ){0,5}?[\w’'&/-]{3,20}"
_LABEL_PATTERNS: tuple[tuple[str, Label], ...] = (
    (
        r"(?:no |received |sent )?apolog(?:ies|y|ises)(?: for (?:absence|non-attendance))?"
        r"(?: (?:received|given|sent|noted|accepted)(?:(?:,? and|,|/| &) ?(?:accepted|noted|approved|received))?)?"
        r"(?: and substitut(?:es|ions))?(?: (?:were |was )?(?:received|given) (?:from|by))?|regrets"
        r"|(?:sent|tendered) (?:regrets|apologies)|regrets(?: received)?"
        r"|(?:council |members |board )?excused(?: absen(?:t|ces?))?|leithscéal(?:ta)?|ymddiheuriadau"
        r"|(?:the )?following .{3,40} (?:could not|did not|were unable to) .{0,60}(?:leave|apolog).{0,40}"
        r"|(?:the )?following .{3,40} were excused"
        r"|apols?|absent with apolog(?:y|ies)|(?:[\w’']+ )?apologies"
        r"|apologies (?:were )?received|sent (?:their )?apologies",
        ("apologies", None),
    ),
    (
        r"(?:(?:board |committee |council )?(?:members |councillors |governors |directors |trustees )|also )?absent"
        r"(?: (?:without apolog(?:y|ies)|with(?:out)? (?:leave|notice|representation|substitutes?)))?|not present"
        r"|(?:the )?following .{3,40} (?:absent|unable to (?:be present|attend)|not present)"
        r"|absentees|did not attend|(?:unable|not able) to attend"
        r"|(?:invited|expected),? but not present|non[- ]attendance|leave of absence"
        rf"|(?:{_GROUP} )?(?:not in attendance|not attending|not present|absent)",
        ("absent", None),
    ),
    (
        r"(?:nominated )?(?:substitutes?|subs|prox(?:ies|y holders?))(?: members?)?(?: present)?",
        ("present", "substitute"),
    ),
    (
        r"(?:also |officers |others )?(?:in attendance|gallery|officers and guests|attending|invited"
        r"|(?:meeting )?officials"
        r"|observ(?:ers|ing)|officers(?: present)?|(?:invited )?guests(?: of the \w+)?|staff(?: present)?"
        r"|also present|others? present|by invitation"
        r"|(?:also|non[- ]members) attending|other (?:attendees|councillors|members|trustees|governors|officers)"
        r"|presenters|secretariat|non[- ]members(?: present)?"
        r"|visitors?|guests?|(?:external|internal) auditors?"
        r"|members of the (?:public|press)(?: and press)?(?: present)?)"
        r"(?: virtually| online| remotely)?|clerk|secretary"
        r"|recorder|scribe|(?:note|time)[- ]?(?:tak|keep)er|facilitator|moderator|rapporteur"
        r"|minutes? (?:taker|secretary)|(?:minutes|notes) (?:taken )?by",
        ("present", "in attendance"),
    ),
    (
        r"(?:(?:voting )?(?:members |those |councillors |directors |trustees |governors |members and officers |board "
        r"|committee |council |elected members |representatives ))?"
        r"(?:present(?: were)?|attendees|attended by|attendance|(?:key )?participants|participating)"
        r"(?: (?:at|in) the meeting)?(?: virtually| online)?"
        r"|(?:the )?following .{3,40} (?:were )?(?:present|in attendance|attended).{0,20}"
        r"|(?:voting |board |committee )?members|members of .{3,60}|(?:call to order\W+|answering (?:the )?)?roll call"
        r"(?: of (?:the )?(?:(?:board|committee|council|voting) )?(?:board|council|committee|members|directors|trustees"
        r"|officers|councillors|governors|commissioners|supervisors|delegates))?"
        r"|(?:vice[- ]|deputy )?chair(?:man|woman|person)?|chaired by|(?:present )?in the chair|presiding(?: officer)?"
        r"|chair(?:man|woman|person)? (?:and|&) (?:minutes?|note)[- ]?taker"
        r"|(?:deputy |lord )?mayor|cathaoirleach|leas[- ]chathaoirleach|(?:depute )?provost|convener"
        r"|(?:(?:voting |board |committee |council )?members|councillors|governors|trustees|directors)"
        r" (?:in attendance|attending)|there were present|sederunt"
        r"|attended|attend(?:ees|ance) and apologies"
        r"|i gcathaoir|sa chathaoir|(?:baill )?i láthair|(?:yn )?bresennol|presennol"
        r"|(?:co-?opted|independent|lay|elected|appointed|ex[- ]officio|cabinet) members(?: present)?"
        r"|co-?opt(?:ees|ed member)|councillors|comhairleoirí|aldermen|record of attendance"
        r"|(?:[\w’'-]+ ){1,3}(?:members|councillors|trustees|governors|directors|commissioners|supervisors|regents"
        r"|senators|delegates) present|(?:senators|delegates|commissioners|supervisors|aldermen) present"
        r"|(?:(?!\w+ed )[\w’'-]+ ){1,3}(?:attendees|attending)"
        r"|(?:(?:voting|non-voting|board|committee|council|meeting) )*members? attendance",
        ("present", "member"),
    ),
    (r"non-?voting(?: members)?(?: present)?", ("present", "member")),
    (r"(?:were )?(?:physically present|present (?:in person|physically))", ("present", "member")),
    # "Present in the Mill Room": the others were elsewhere
    # "Present on 4 May"
    (
        rf"(?:members |directors )?(?:present|attendance|attendees) (?:on|for) [a-z\d, ]{{0,24}}{MONTH}[\d, ]{{0,9}}",
        ("present", "member"),
    ),
    (r"(?:members |councillors )?present (?:in|at) the [\w’'-]+(?: [\w’'-]+){0,3}", ("present", "member")),
    (r"(?:cabinet|executive|lead) member", ("present", "in attendance")),
    (rf"present members|members of (?:the |this )?{_GROUP} (?:present|in attendance|attending)", ("present", "member")),
    # "Town staff, officials, and guests present"
    (
        r"[a-z’', ]{3,60}\b(?:staff|officials|officers|guests|visitors|public|press|observers|residents|others)"
        r" (?:present|in attendance|attending)",
        ("present", "in attendance"),
    ),
    (rf"[a-z’' ]{{3,40}} present|{_GROUP} in attendance(?: were)?", ("present", "in attendance")),
)
# How people came, said after what they were: "Present via Teams", "In attendance remotely"; alone, it is a label, too.
_HOW = re.compile(
    r"(?:(?:^|,? )(?:(?:via|by|on|through|over) (?:(?:ms|microsoft|google) )?(?:teams|zoom|webex|skype|meet|tele-?phone"
    r"|phone|video(?:[ -]?(?:conference|link|call))?|(?:tele|audio)?[ -]?conference(?: call)?)|in[- ]person"
    r"|in the room|remotely|virtually|online|for (?:all or )?part (?:of the meeting)?)){1,2}$",
    re.IGNORECASE,
)
# Groups that are named in other places, too: labels only with a colon.
_GROUP_LABEL = re.compile(
    r"(?:school |district |city |town |village |county )?(?:staff|administration"
    r"|administrators|management(?: team)?|public|press|consultants?"
    r"|legal counsel)|others|also",
    re.IGNORECASE,
)
_SAID = re.compile(r"Others: [A-Z][a-z]+\.")  # "Others: Agreed."
# "Minutes: Una Keld (Clerk)"; what else stands behind that word is of the minutes
_MINUTED = re.compile(
    rf"(?:[Mm]inutes|[Nn]otes):\s+(?:{TITLES}\s+)*[A-Z][a-z’'-]+ [A-Z][\w’'-]+(?:,.{{3,40}}|\s?\(.{{2,40}}\))?$"
)
_SORRY = re.compile(
    r"(?:those )?sorry(?: not to be (?:there|with us)| to miss (?:it|us)"
    r"| (?:that )?they (?:could(?: not|n[’']t)|can(?:not|[’']t)) (?:come|make it|join us|be (?:here|there|with us)))?",
    re.IGNORECASE,
)
# Those who make up a body, which other lists name, too: labels only with a colon.
_BODY_LABEL = re.compile(
    r"(?:(?:parent|staff|foundation|community|trust|elected|appointed|co-?opted|(?:non[- ])?executive|board"
    r"|independent|lay|voting|city|town|village|county|school|district) )?(?:council"
    r"|trustees|governors|directors|members|commissioners|supervisors|representatives"
    r"|panel|board|(?:sub-?)?committee)|board of (?:directors|trustees|supervisors|commissioners|education|selectmen)"
    r"|ex[- ]officio(?:,? (?:and )?non-?voting)?|elected|appointed|co-?opted"
    r"|(?:those|who(?: was)?) (?:there|with us)|who came|roll|here",
    re.IGNORECASE,
)
# Some of those who came, alone in a line over their names.
_SOME = re.compile(
    r"(?:school |teaching |support |practice |parish )?(?:staff|teachers|parents|carers|patients|tenants|volunteers"
    r"|pupils|students|residents"
    r"|visitors|public)"
    r"(?: (?:governors|members|representatives|reps))?"
    # "Fenwold Harbour Management and Staff"
    r"|(?:[\w’'&-]+ ){0,4}(?:management|administration|administrative)(?: and| &)? staff",
    re.IGNORECASE,
)
_NAMED_NEXT = re.compile(rf"(?:{TITLES}\s+)*[A-Z][a-z’'-]+ [A-Z][\w’'-]+\s*(?=[,;(&]|and\b|$)")
_LABELS = [(re.compile(pattern, re.IGNORECASE), label) for pattern, label in _LABEL_PATTERNS]
_A_NAME = (
    r"(?!(?i:members|present|absent|attend|excused)\w*\s|(?i:councillors)\s(?![A-Z]))"
    rf"(?:{TITLES}|[A-Z][a-z]+ [A-Z]|[A-Z][a-z]+, [A-Z][a-z]+[,.]|[A-Z]\. ?[A-Z][a-z]"
    r"|(?:[A-Z] [A-Z]|[B-HJ-Z]) [A-Z][a-z])"
)
# What a text begins with that may be a label, up to where it ends.
_OPENINGS = [
    re.compile(rf"([\w\s/|,’'-]{{4,110}}?)(?:\s*\([^)]{{2,40}}\)(?=\s*[:–-]|\s*$))?{ending}")
    for ending in (r"(?:\s*(?:[:;–—]|-(?![a-z]))\s*|\s*$)", rf"(?<!\b[Tt]he)(?<!\bTHE)[,.]?\s++(?={_A_NAME})")
]
# What stands beside a name in a table of attendance, and the marks in a column that is headed so.
STATED: dict[str, Label] = {
    "present": ("present", "member"),
    "p": ("present", "member"),
    "attended": ("present", "member"),
    "in attendance": ("present", "in attendance"),
    "apologies": ("apologies", None),
    "apology": ("apologies", None),
    "ap": ("apologies", None),
    "absent": ("absent", None),
    "a": ("absent", None),
    "substitute": ("present", "substitute"),
}
LABEL_INSIDE = re.compile(
    # a label in capitals beside the names of its list: "Una Keld APOLOGIES", "Tom Orme IN ATTENDANCE Nia Tay, Clerk"
    r"(?<=[a-z)]\s)(?:APOLOGIES(?: FOR ABSENCE)?|(?:ALSO )?IN ATTENDANCE|ALSO PRESENT)"
    rf"(?=$|\s(?:{TITLES}\s+)*[A-Z][a-z’'-]+ [A-Z][\w’'-]+(?:$|,|\s\())"
    r"|(?<=\s)(?:OFFICERS|MEMBERS|STAFF|ALSO) (?:PRESENT|ABSENT)$"
    r"|(?<=\s)(?:(?:ALSO |OFFICERS |MEMBERS |STAFF |OTHERS |DIRECTORS |COMMISSIONERS |TRUSTEES )?(?:IN ATTENDANCE"
    r"|PRESENT|ABSENT)"
    r"|APOLOGIES"
    r"|(?:In attendance|Attendance|Also present|Present|Absent|Members|Officers|Officials|Apologies|Scribe"
    r"|Secretary|Clerk|Note[- ]?taker|Chair(?:man|person|woman)?"
    r"|(?:Members|Officers|Staff|Directors|Trustees|Councillors|Governors|Others?|Guests) (?:[Pp]resent|[Aa]bsent"
    r"|[Ee]xcused))(?=:))(?: for absence)?\s*:"
    rf"|(?<=\s)(?:Minutes|Notes):(?= (?:{TITLES} )?[A-Z][a-z]+ [A-Z][\w’'-]+\s*(?:\(.*)?$)"
    r"|(?<=[.;:,)–—-]\s)(?:(?:Members |Directors |Trustees |Also |Not )?[Pp]resent|Absent|Excused|Regrets"
    r"|Apologies(?: for absence)?|In attendance|Members of the public|Visitors?|Guests?|Staff)"
    r"\s*(?:–|—|-(?=\s))\s*(?=[A-Z])"
    rf"|(?<=[.;]\s)(?:Apologies|APOLOGIES|Absent|ABSENT)(?= {TITLES} [A-Z])"
    r"|(?<=[.;]\s)(?:Apologies|Absent|Excused|Regrets),(?= [A-Z][a-z]+ [A-Z])"
    r"|(?<=,\s)(?:Committee|Board|Council) [Mm]embers(?=:)"
    # "Board members present virtually via Zoom:", behind the names of others
    r"|(?<=[.;]\s)[A-Z][\w’']+(?: [\w’']+){0,6}(?: \([^)]{2,30}\))?:"
)
# Where a list of names ends in a sentence: "..., Una Keld. Apologies were received from Nia Tay"
SENTENCE = re.compile(
    r"\s*[.;)]\s+(?=(?:Apologies (?:for absence )?(?:were|was|had|have|received|from)|There (?:was|were)|The [a-z]+) )"
    r"|\.\s+(?=(?:Also|Others?) (?:present|in attendance)(?: in person| remotely| virtually| online| (?:by|via) \w+)?"
    r" (?:was|were)\b)"
    rf"|\.\s+(?={TITLES} [A-Z]\w+ [A-Z]\w+ (?:was|were)\b)"
    rf"|\.\s+(?=(?:{TITLES} )?[A-Z]\w+(?: [A-Z]\w+)? (?:arrived|joined|left|entered)\b)"
    r"|\.\s+(?=No (?:other )?members? of (?:the )?(?:public|press)\b)"
    r"|\.\s+(?=\d{1,3} (?:other )?(?:members|residents|parishioners|people|persons|electors|others|councillors)\b)"
    r"|\s+(?=1\. [A-Z]{3})"  # and the first item is run in
)
_FOLLOWING = re.compile(r"\bthe following [^:.]{3,80}:\s*$", re.IGNORECASE)
# "Present 5 - Ada Brindle, Tom Orme", "Participants (12/25)"
_COUNTED = re.compile(r"\s+(?:\d{1,2}|\(\d{1,3}(?:/\d{1,3})?\))$")
# "Were able to take part by telephone:", over the names of those who were
_TOOK_PART = re.compile(
    r"(?:were |was )?(?:able to )?(?:participat(?:e|ed|ing)|join(?:ed|ing)?|attend(?:ed|ing)?|take part|took part)"
    r"(?: remotely| virtually| online| (?:by|via|on|over|through) \S{2,20}){1,2}:",
    re.IGNORECASE,
)
_CHAIRS = re.compile(r"(?:present )?in the chair|chaired by|presiding(?: officer)?", re.IGNORECASE)
_TYPED_CELLS = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+ \| ")  # "Ada Brindle | Chair"
_SPACED = re.compile(r"(?:[A-Z] ){3,}[A-Z]\s*:?\s*")  # "P R E S E N T :"
BESIDE: Label = ("present", "in attendance")


def labelled(text: str) -> Iterator[tuple[int, int, Label]]:
    """The stretches of a text that stand after a label each: "Present: A, B In attendance: C"."""
    opening = label_of(text)[1]  # "Officers present: ..." is one label
    inside = [match.start() for match in LABEL_INSIDE.finditer(text) if match.start() >= opening]
    starts = [0, *(start for start in inside if label_of(text[start:])[0])]
    for start, end in pairwise([*starts, len(text)]):
        opened, rest = label_of(text[start:end])
        if opened:
            told = SENTENCE.search(text, start + rest, end)
            yield start + rest, told.start() if told else end, opened


def office_told(label: str) -> str | None:
    """The office that a label is itself, "Clerk:", or that it tells, "In the Chair:"."""
    label = label.strip(" :;–-\t")
    if _CHAIRS.fullmatch(label):
        return "Chair"
    return label if re.fullmatch(AN_OFFICE, label) and not label.startswith("Minutes") else None


def group_of(text: str) -> Label | None:
    """As what those are there whom a line heads that is nothing but their group: "Governors", "Staff"."""
    group = text.strip(" :")
    if len(group) > GROUP_LABEL or not group[:1].isupper():
        return None
    if _BODY_LABEL.fullmatch(group):
        return "present", "member"
    return BESIDE if _SOME.fullmatch(group) else None


def label_of(text: str) -> tuple[Label | None, int]:
    """The attendance label that a text begins with, and where what follows it begins."""
    if text[1:2] == " " and _SPACED.fullmatch(text):
        return label_of(text.replace(" ", ""))[0], len(text)
    for opening in _OPENINGS:
        if (match := opening.match(text)) and (label := _label(match)):
            return label, match.end()
    if text.rstrip().endswith(":") and (told := _FOLLOWING.search(text)) and told.start():
        return label_of(told[0])[0], len(text)  # "On motion, the following Trustees were excused:"
    if text.endswith(":") and _TOOK_PART.fullmatch(text):
        return ("present", "member"), len(text)
    if text.rstrip().endswith(":") and ". " in text:
        return label_of(text.rstrip().rsplit(". ", 1)[1])[0], len(text)
    return None, 0


def _label(opening: re.Match[str]) -> Label | None:
    """The label that the words before a colon, a name or the end of a line are; some are so only with a colon."""
    words = _COUNTED.sub("", opening[1].strip())
    bare = _HOW.sub("", words)
    if ":" in opening[0]:
        if _MINUTED.match(opening.string) or (_GROUP_LABEL.fullmatch(words) and not _SAID.fullmatch(opening.string)):
            return BESIDE
        if _SOME.fullmatch(words) and _NAMED_NEXT.match(opening.string, opening.end()):
            return BESIDE
        if _SORRY.fullmatch(words):
            return ("apologies", None)
        if _BODY_LABEL.fullmatch(words) or not bare:
            return ("present", "member")  # "Online: Ada Brindle"
    names = re.split(r"[/|]", bare)  # "I Láthair / Present", "Apologies/Absent"
    for name in names[:1] + ([] if _TYPED_CELLS.match(bare) else names[1:][-1:]):
        for pattern, label in _LABELS:
            if pattern.fullmatch(name.strip()):
                return label
    return None
