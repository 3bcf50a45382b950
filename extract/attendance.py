"""Who was there and who sent apologies: from labelled lists, tables and prose."""

import re
from collections.abc import Generator, Iterator
from itertools import pairwise

from spacy.tokens import Doc

from extract.comings import with_comings
from extract.findings import Findings, findings
from extract.people import TITLES, are_initials, is_role, people_in
from extract.text import content_start
from minutes.model import Attendance, AttendanceStatus, Block, Capacity, Document

ITEMS = 3  # of business, after which attendance is over
HEAD = 70  # blocks; attendance is recorded at the head of the minutes
LABEL = 40  # characters of a label, at most
Label = tuple[AttendanceStatus, Capacity | None]
_LABEL_PATTERNS: tuple[tuple[str, Label], ...] = (
    (
        r"(?:no |received |sent )?apolog(?:ies|y|ises)(?: for (?:absence|non-attendance))?(?: received| given)?"
        r"(?: and substitut(?:es|ions))?(?: (?:were |was )?(?:received|given) (?:from|by))?|regrets"
        r"|(?:sent|tendered) (?:regrets|apologies)|regrets(?: received)?"
        r"|(?:council |members |board )?excused(?: absen(?:t|ces?))?|leithscéal(?:ta)?|ymddiheuriadau",
        ("apologies", None),
    ),
    (
        r"(?:(?:board |committee |council )?(?:members |councillors |governors |directors |trustees )|also )?absent"
        r"(?: with(?:out)? (?:apolog(?:y|ies)|leave|notice|representation|substitutes?))?|not present"
        r"|absentees|did not attend|(?:invited|expected),? but not present|non[- ]attendance|leave of absence",
        ("absent", None),
    ),
    (r"substitutes?(?: members?)?(?: present)?", ("present", "substitute")),
    (
        r"(?:also |officers |members |others )?(?:in attendance|gallery|officers and guests|attending|invited|officials"
        r"|observ(?:ers|ing)|officers(?: present)?|(?:invited )?guests(?: of the \w+)?|staff(?: present)?"
        r"|also present|others? present"
        r"|also attending|other attendees|presenters|secretariat|non[- ]members|visitors?|guests?)"
        r"(?: virtually| online| remotely)?|clerk|secretary"
        r"|recorder|scribe|note[- ]?taker"
        r"|minutes? (?:taker|secretary)|(?:minutes|notes) (?:taken )?by",
        ("present", "in attendance"),
    ),
    (
        r"(?:(?:voting )?(?:members |those |councillors |directors |trustees |governors |members and officers |board "
        r"|committee |council |elected members |representatives ))?"
        r"(?:present|attendees|attended by|attendance|participants|participating)"
        r"(?: (?:at|in) the meeting)?(?: virtually| online)?"
        r"|(?:the )?following .{3,40} (?:were )?(?:present|in attendance|attended).{0,20}"
        r"|(?:voting |board |committee )?members|members of .{3,60}|(?:call to order\W+|answering (?:the )?)?roll call"
        r"|(?:vice[- ]|deputy )?chair(?:man|woman|person)?|chaired by|(?:present )?in the chair|presiding(?: officer)?"
        r"|(?:deputy |lord )?mayor|cathaoirleach|leas[- ]chathaoirleach|(?:depute )?provost|convener"
        r"|(?:councillors|governors|trustees|directors) in attendance|there were present|sederunt"
        r"|i gcathaoir|sa chathaoir|(?:baill )?i láthair|(?:yn )?bresennol|presennol"
        r"|(?:co-?opted|independent|lay|elected|appointed|ex[- ]officio|cabinet) members(?: present)?"
        r"|co-?opt(?:ees|ed member)|councillors|comhairleoirí|aldermen|record of attendance"
        r"|(?:[\w’'-]+ ){1,3}(?:members|councillors|trustees|governors|directors|commissioners|supervisors|regents"
        r"|senators|delegates) present|(?:[\w’'-]+ ){1,3}(?:attendees|attending)",
        ("present", "member"),
    ),
    (r"(?:cabinet|executive|lead) member", ("present", "in attendance")),
    (r"[a-z’' ]{3,40} present", ("present", "in attendance")),
)
# Groups that are named in other places, too: labels only with a colon.
_GROUP_LABEL = re.compile(
    r"(?:school |district |city |town )?(?:administration|administrators|management(?: team)?|public|press|consultants?"
    r"|legal counsel)",
    re.IGNORECASE,
)
# Those who make up a body, which other lists name, too: labels only with a colon.
_BODY_LABEL = re.compile(
    r"(?:(?:parent|staff|foundation|community|trust|elected|appointed|co-?opted|(?:non[- ])?executive|board"
    r"|independent|lay|voting) )?(?:trustees|governors|directors|members|commissioners|supervisors|representatives"
    r"|panel|board|committee)",
    re.IGNORECASE,
)
_LABELS = [(re.compile(pattern, re.IGNORECASE), label) for pattern, label in _LABEL_PATTERNS]
_A_NAME = (
    r"(?!(?i:members|present|absent|attend|excused|councillors)\w*\s)"
    rf"(?:{TITLES}|[A-Z][a-z]+ [A-Z]|[A-Z]\. ?[A-Z][a-z])"
)
_LABEL_ENDS = (r"(?:\s*[:;–-]\s*|\s*$)", rf"[,.]?\s+(?={_A_NAME})")
# What stands beside a name in a table of attendance, and the marks in a column that is headed so.
_STATED: dict[str, Label] = {
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
# Where the one column that tells it holds letters.
_LETTERS: dict[str, Label] = {"y": ("present", "member"), "n": ("absent", None), "r": ("apologies", None)}
_STATE_ENDS = re.compile(r",|\s(?:\(|for |from |until |via |online\b|remotely\b)")  # "Present for item 6"
_TELLS = re.compile(r"present|attendance|attended|attending|status", re.IGNORECASE)
_EXCUSED = re.compile(r"(?:with )?(?:excused|apolog(?:y|ies)|regrets|leave of absence)(?: \w+)?", re.IGNORECASE)
_MARK = re.compile(r"(?:[✓✔√xX•●Yy]|yes)(?: \([^)]*\))?")
_OTHER_TABLE = re.compile(
    r"(?:(?:items?|agenda(?: item)?|description|subject|paper|actions?|owner|time|no\.?|lead|minutes?|discussion"
    r"|decision|ref\.?|status|due|notes)(?: ?/ ?|$))+",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(
    r".*\b(?:apolog|attend|present\b|roll call|welcome|introduct|call to order|quorum|sederunt|members(?:hip)?\b)",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"(?:full )?names?|members?|councillors?|governors?|trustees?|directors?|attendees?", re.IGNORECASE
)
_LABEL_INSIDE = re.compile(
    r"(?<=\s)(?:OFFICERS|MEMBERS|STAFF|ALSO) (?:PRESENT|ABSENT)$"
    r"|(?<=\s)(?:(?:ALSO |OFFICERS |MEMBERS |STAFF |OTHERS |DIRECTORS |COMMISSIONERS |TRUSTEES )?(?:IN ATTENDANCE"
    r"|PRESENT|ABSENT)"
    r"|APOLOGIES"
    r"|(?:In attendance|Attendance|Also present|Present|Absent|Members|Officers|Officials|Apologies|Scribe"
    r"|Secretary|Clerk|Note[- ]?taker"
    r"|(?:Members|Officers|Staff|Directors|Trustees|Councillors|Governors|Others|Guests) (?:[Pp]resent|[Aa]bsent"
    r"|[Ee]xcused))(?=:))(?: for absence)?\s*:"
    r"|(?<=[.;)]\s)(?:Apologies(?: for absence)?|In attendance|Also present|Visitors?|Guests?)\s*[–-]\s"
)
_SIDE = re.compile(r"(?:ayes?|nays?|noes|yeas?|against|abst\w+)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:staff|observers?|officers?|guests?|notes|minutes)\b", re.IGNORECASE)
# Where a list of names ends in a sentence: "..., Una Keld. Apologies were received from Nia Tay"
_SENTENCE = re.compile(
    r"\s*[.;)]\s+(?=(?:Apologies (?:for absence )?(?:were|was|had|have|received|from)|There (?:was|were)|The [a-z]+) )"
    r"|\.\s+(?=Also (?:present|in attendance) (?:was|were)\b)"
    rf"|\.\s+(?={TITLES} [A-Z]\w+ [A-Z]\w+ (?:was|were)\b)"
    r"|\s+(?=1\. [A-Z]{3})"  # and the first item is run in
)
# "Chairman Keld", alone in its line
_ONE_CHAIRS = re.compile(r"(?:(?:Vice|Deputy)[- ]?)?(?:Chair(?:man|woman|person)?|President) [A-Z][a-z][\w’'-]+")
_SENT = re.compile(
    r"(?P<names>[^.]+?(?:\.[^.]+?)*?) (?:had |has |have )?(?:also )?(?:sent|given|gave|tendered|offered)"
    r" (?:his |her |their )?apologies\b(?! for (?:late|leaving|(?:his|her|their) late))"
)
_IN_CHAIR = re.compile(
    r"(?P<names>(?:[A-Z][\w.’'-]*\s){2,5}?)(?:(?:was |took )?(?:in )?the [Cc]hair|(?:was )?presid(?:ed|ing))\W*$"
)
_TYPED = re.compile(
    r"(?:[A-Z]{1,4}/?)?\d{1,4}(?:/\d{2,4})?\s+(?=Present\b|PRESENT\b|Attend|ATTEND|In attendance)"
)  # "1 Present"
# The legend to marks before the names: "(* = present; A = apologies)", "* denotes present".
_LEGEND = re.compile(
    r"(?P<mark>[*†‡#+]|\b[A-Z])[\s)]*(?:[=–-]|denotes|indicates)\s*(?:in )?"
    r"(?P<state>present|attend\w*|apolog(?:y|ies)|absent|substitutes?)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?P<mark>[*†‡#+]|[A-Z])\s+(?={TITLES}\s|[A-Z][\w’'-]+\s[A-Z])")
_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y|ises)\b(?:[\w\s]{0,60}?\b(?:from|by|on behalf of"
    r"|(?:recorded|noted|received|tendered|given) for)\b|\s+for absence\s*:"
    r"|\s*[:–-])\s*(?P<names>.+?)(?:(?<!\b[A-Z])(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Cllr)(?<!Rev)(?<!Prof)\.(?:\s|$)"
    r"|\bno other\b"
    r"|$)",
    re.IGNORECASE | re.DOTALL,
)
_WERE_THERE = re.compile(
    r"(?P<names>.+?),? (?:(?:were|was) (?:also )?(?:present|in attendance|with us)"
    r"|(?:also )?(?:present|attended)(?=\W*$)|came (?:along )?(?:for|to) the\b|(?:also )?(?:attended"
    r"|joined) (?:the meeting"
    r"|remotely|virtually|via|to (?:present|give)|for (?:this )?item))\b"
)

_ATTENDANCE = re.compile(r"(?:record of )?attendance(?: and apologies)?", re.IGNORECASE)
_BESIDE: Label = ("present", "in attendance")
# A label that a narrow column broke, with the names beside it between its halves.
_BROKEN = re.compile(
    r"(?:Also|Others?|Officers|Other Members|Members|Staff|Those)(?: also)? in (?P<names>[A-Z].+) [Aa]ttendance:"
)
_CLAUSE = re.compile(r"\band (?=[A-Z])")
_SORRY = re.compile(
    r"(?:welcome(?:,? introductions)?,? and |to (?:receive|note|accept|consider)(?: and \w+)? )?(?:any )?apologies",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:The(?:re)?|Also|Others?|Those|Not|Members(?! [A-Z])|Officers|No)\b")
_SECONDED = re.compile(r"\bseconded\b|\bresolved\b", re.IGNORECASE)
# A part of those who are listed, under a label: "Religious Representatives:"
_OF_SOME = re.compile(
    r"(?:[\w’'/&-]+ ){0,4}(?:representatives|members|councillors|governors|observers):", re.IGNORECASE
)
_PRESENT_WERE = re.compile(
    r"(?:(?:Those|Also|The|[A-Z][a-z]+) )?(?:(?:[Mm]embers|[Dd]irectors|[Tt]rustees|[Cc]ouncillors) )?"
    r"(?:[Pp]resent|[Aa]ttending|[Ii]n attendance|Attendees) (?:were|was|included)(?:,? in alphabetical order,?)?:?"
    r"(?: (?:board |council |committee )?(?:members|trustees|directors|supervisors|commissioners|councillors|guests"
    r"|visitors))? (?P<names>[A-Z].+?)(?:,? (?:taking|who took"
    r"|as) |\.?$)"
)


# "The following members were present: Orme, Tay", "Commissioners Keld and Fell were excused."
_FOLLOWING = re.compile(
    r"The following (?:\w+ ){0,3}were (?P<state>present|absent|excused|in attendance)[^:.]{0,20}: (?P<names>[A-Z].+)"
)
_WERE_AWAY = re.compile(r"(?P<names>[A-Z].+?),? (?:was|were) (?P<state>absent|excused)(?=\W*$)")
# "Absent were Trustees Orme and Tay."
_AWAY_WERE = re.compile(
    r"(?:(?:Those|Also) )?(?:Absent|Excused) (?:were|was):?(?: Trustees?| Members?"
    r"| Directors?)? (?P<names>[A-Z].+?)\.?$"
)
# "was called to order at 7 pm by President Ada Brindle"
_CALLED_BY = re.compile(
    r"\b[Cc]alled (?:the .{0,60} )?to order\b.{0,60}? by (?:the )?"
    r"(?P<names>(?:[A-Z][\w.’'-]*,? ){1,5}[A-Z][\w’'-]+)(?=,? at\b|[.,;]|$)"
    r"|^(?P<who>(?:[A-Z][\w.’'-]*\s){1,5}?)called (?:the |this )?(?:[\w’',-]+ ){0,9}?to order\b"
)


def find_attendance(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).attendance` for minutes."""
    found = findings(doc)
    if found.kind == "minutes":
        listed = [*_listed(found), *_under_apologies(found)]
        # A list of those who belong to a body may hold people of whom a sentence then says that they are excused.
        told = [
            entry
            for entry in _in_prose(found)
            if not any(
                _is_one(entry.name, one) and not (entry.status == "apologies" and one.status == "present")
                for one in listed
            )
        ]
        # A list of those invited or expected may hold people who then sent their apologies.
        sorry = [entry.name for entry in (*listed, *told) if entry.status == "apologies"]
        seen: set[tuple[str, str]] = set()
        for entry in (*listed, *told):
            key = (entry.name.casefold(), entry.status)
            excused = entry.status == "present" and any(_same_person(entry.name, name) for name in sorry)
            again = (entry in told or entry.status == "apologies") and any(
                one.status == entry.status and not _parts_of(entry.name)[1] and _same_person(entry.name, one.name)
                for one in found.attendance
            )
            if key not in seen and not excused and not again:
                seen.add(key)
                found.attendance.append(entry)
        found.attendance[:] = with_comings(found)
    return doc


def _is_one(name: str, entry: Attendance) -> bool:
    """Whether a name, or initials, told in a sentence may be somebody's on the list."""
    return name == entry.initials or _same_person(name, entry.name)


def _same_person(one: str, other: str) -> bool:
    """Whether "Ada Brindle", "Ms A Brindle" and "Ms Brindle" may be one: no part of either name speaks against it."""
    (sex, first, last), (sex2, first2, last2) = _parts_of(one), _parts_of(other)
    forenames = not first or not first2 or first.startswith(first2) or first2.startswith(first)
    return last == last2 and forenames and (not sex or not sex2 or sex == sex2)


def _parts_of(name: str) -> tuple[str, str, str]:
    """What a title tells of the sex, the forename or initial, and the surname; without honours, in one case."""
    bare = re.sub(rf"^(?:{TITLES}\s+)+", "", name.split(",")[0])
    words = re.findall(r"[\w’'-]+", bare.casefold()) or [""]
    title = re.match(r"(?:cllr |councillor )?(?:(mr|sir|lord)|(mrs|ms|miss|dame|lady))\b", name, re.IGNORECASE)
    sex = "" if not title else "m" if title[1] else "f"
    return sex, words[0] if len(words) > 1 else "", words[-1]


def _listed(found: Findings) -> Iterator[Attendance]:
    """People under or beside a label at the head of the document, or where it closes with a list of them."""
    end = _business(found)
    head = [block for block in found.document.blocks[:HEAD] if not block.furniture and block.start < end]
    told = [*_under_labels(found, head)]
    yield from told
    if not any(entry.status == "present" for entry in told):
        yield from _under_labels(found, _closing_list(found.document))


def _closing_list(document: Document) -> list[Block]:
    """The blocks from the last label of those present that stands alone in its line."""
    blocks = [block for block in document.blocks if not block.furniture]
    for number in range(len(blocks) - 1, 0, -1):
        text = document.text[blocks[number].start : blocks[number].end]
        label, rest = _label(text) if len(text) < LABEL else (None, 0)
        if label == ("present", "member") and rest >= len(text):
            return blocks[number:]
    return []


def _under_labels(found: Findings, blocks: list[Block]) -> Iterator[Attendance]:
    """People under or beside a label in these blocks."""
    document = found.document
    columns: dict[int, Label] = {}
    label: Label | None = None
    items = 0
    side = False  # of a vote, in the line above
    named = _name_columns(document, blocks)
    broken = _broken_labels(document, blocks)
    legend = _legend(document, blocks)
    begun = {item.citation.start for item in found.items if item.number and not _ABOUT_THEM.match(item.title)}
    for block in blocks:
        if block.kind == "table_row":
            column = named.get(block.table)
            if label and column is not None and column < len(block.cells):
                texts = [document.text[slice(*cell)].strip() for cell in block.cells]
                if _NAME_HEAD.fullmatch(texts[column]):
                    continue
                letters = _initials_beside(texts, column)
                others = [text for at, text in enumerate(texts) if at != column and text != letters]
                role = " ".join(filter(None, others)) or None
                yield from _people(found, *block.cells[column], label, role=role, initials=letters)
                continue
            label = yield from _row(found, block, columns, label, broken.get(block.start))
            continue
        columns = {}
        start = content_start(document, block)
        voted, side = side, _SIDE.match(document.text, start) is not None
        typed = _TYPED.match(document.text, start, block.end)
        start = typed.end() if typed else start
        text = document.text[start : block.end]
        inside = _LABEL_INSIDE.search(text)
        told = (
            not inside and ":" not in text and _SAYS.search(text)
        )  # "Vice-Chair Una Keld was there. She thanked all."
        if voted and text.startswith("Absent"):
            label = None  # those who gave no vote
        elif (_label(text)[0] and not told) or inside:
            if label and inside and not _label(text)[0] and len(text[: inside.start()].split()) > 1:
                yield from _people(found, start, start + inside.start(), label)  # what goes on from the line above
            parts = list(_labelled(text))
            for at, end, inner in parts:
                label = inner
                yield from _people(found, start + at, start + end, inner)
            if 1 < len(parts) <= text.count(":") and not any(text[at:end].strip() for at, end, _ in parts):
                label = None  # "Members present: Members absent:" over columns whose lines have run together
        elif block.kind == "heading" and _ATTENDANCE.fullmatch(text):
            label = ("present", "member")
        elif halves := _BROKEN.fullmatch(text):
            label = _BESIDE
            yield from _people(found, start + halves.start("names"), start + halves.end("names"), _BESIDE)
        elif _IN_CHAIR.match(text):
            continue  # see `_in_prose`
        elif (mark := _MARKED.match(text)) and mark["mark"] in legend:
            yield from _people(found, start + mark.end(), block.end, legend[mark["mark"]])
        elif legend and _LEGEND.search(text):
            continue
        elif _ONE_CHAIRS.fullmatch(text):
            yield from _people(found, start, block.end, ("present", "member"))
        elif label and block.start not in begun and _continues(block, text) and not _WERE_THERE.match(text):
            group = re.match(r"[A-Z][^:,()]{2,60}:\s*", text)  # "Representing the Residents: Ada Brindle"
            if group and label[0] != "present" and _STAFF.search(group[0]):
                label = _BESIDE
            told = _SENTENCE.search(text)
            yield from _people(
                found, start + (group.end() if group else 0), start + told.start() if told else block.end, label
            )
        elif re.match(r"\d", block.label or "") or block.start in begun:
            items += 1
            if label or items == ITEMS:
                return
        elif not (label and _OF_SOME.fullmatch(text)):
            label = None


def _legend(document: Document, blocks: list[Block]) -> dict[str, Label]:
    """What marks before the names mean, where a line at the head says so: "(* = present; A = apologies)"."""
    lines = [document.text[block.start : block.end] for block in blocks if block.kind != "table_row"]
    return {
        told["mark"]: label
        for line in lines
        if len(line) < 100
        for told in _LEGEND.finditer(line)
        if (label := _label(f"{told['state']}:")[0] or _STATED.get(told["state"].casefold()))
    }


def _broken_labels(document: Document, blocks: list[Block]) -> dict[int, Label]:
    """By where their row begins, the two halves of a label that a column broke: "Also in" over "attendance:"."""
    broken: dict[int, Label] = {}
    for block, below in pairwise(blocks):
        if block.kind == below.kind == "table_row" and block.table == below.table:
            first, second = (document.text[slice(*row.cells[0])].strip() for row in (block, below))
            label = _label(f"{first} {second}")[0] if first and second and not _label(first)[0] else None
            if label and not people_in(first):
                broken |= {block.start: label, below.start: label}
    return broken


def _name_columns(document: Document, blocks: list[Block]) -> dict[int | None, int]:
    """By table without labels or marks in its rows, the one column that names people; the others say who they are."""
    tables: dict[int | None, list[list[str]]] = {}
    for block in blocks:
        if block.kind == "table_row":
            tables.setdefault(block.table, []).append([document.text[slice(*cell)].strip() for cell in block.cells])
    columns = {table: _name_column(rows) for table, rows in tables.items()}
    return {table: column for table, column in columns.items() if column is not None}


def _name_column(rows: list[list[str]]) -> int | None:
    cells = [text for row in rows for text in row]
    if len(rows) < 2 or all(_OTHER_TABLE.fullmatch(text.strip(" :")) for text in rows[0] if text):
        return None
    if any(_is_label(text) or text.casefold() in _STATED or _MARK.fullmatch(text) for text in cells):
        return None
    headed = [index for index, text in enumerate(rows[0]) if _NAME_HEAD.fullmatch(text)]
    if headed:
        return headed[0]
    width = max(map(len, rows))
    listed = [[row[index] for row in rows if index < len(row) and row[index]] for index in range(width)]
    names = [index for index, texts in enumerate(listed) if 2 * sum(map(_names_one, texts)) > len(texts)]
    if len(names) > 1:  # "Cllr Una Keld | Mill Dale": only the people have titles
        titles = {index: sum(bool(re.match(TITLES, text)) for text in listed[index]) for index in names}
        titled = [index for index in names if 2 * titles[index] > len(listed[index])]
        names = titled if not any(titles[index] for index in names if index not in titled) else []
    others = [text for index, texts in enumerate(listed) if index not in names for text in texts]
    return names[0] if len(names) == 1 and width > 1 and not any(re.match(TITLES, text) for text in others) else None


def _is_label(text: str) -> bool:
    """Whether a cell is a label or holds one with a colon; "Mayor Ada Brindle" is a person."""
    return bool(_label(text)[0]) and (_label(text)[1] >= len(text) or ":" in text or not people_in(text))


def _names_one(text: str) -> bool:
    """Whether a cell holds one person's name and little else."""
    return len(people_in(text)) == 1 and not is_role(text) and _is_list(re.sub(r"\(.*", "", text), share=0.6)


def _business(found: Findings) -> int:
    """Where the second item of business begins that is not about who was there: no list of names stands below it."""
    starts = [item.citation.start for item in found.items if item.number and not _ABOUT_THEM.match(item.title)]
    return starts[1] if len(starts) > 1 else len(found.document.text)


def _labelled(text: str) -> Iterator[tuple[int, int, Label]]:
    """The stretches of a text that stand after a label each: "Present: A, B In attendance: C"."""
    opening = _label(text)[1]  # "Officers present: ..." is one label
    starts = [0, *(match.start() for match in _LABEL_INSIDE.finditer(text) if match.start() >= opening)]
    for start, end in pairwise([*starts, len(text)]):
        opened, rest = _label(text[start:end])
        if opened:
            told = _SENTENCE.search(text, start + rest, end)
            yield start + rest, told.start() if told else end, opened


def _row(
    found: Findings, block: Block, columns: dict[int, Label], label: Label | None, broken: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People in a row of a table whose columns or first cell are labelled; returns the label that holds below.

    `broken` is the label of which the first cell holds a part.
    """
    texts = [found.document.text[start:end] for start, end in block.cells]
    labels = {index: _label(text) for index, text in enumerate(texts)}
    if broken:
        labels[0] = broken, len(texts[0])
    first, rest = labels.get(0, (None, 0))
    told = [_STATE_ENDS.split(text.casefold())[0].strip(" .") for text in texts[1:]] if len(texts) > 2 else []
    several = len(columns) > 1 or 0 in columns
    known = _STATED if several else _STATED | _LETTERS
    states = [known[text] for text in told if text in known]
    if len(set(states)) > 1:  # "Substitute | Apologies", "Substitute | Present"
        states = [state for state in states if state[1] != "substitute"]
    stated = states[0] if len(states) == 1 else None
    if stated and not first and len(people_in(texts[0])) == 1 and not _NAME_HEAD.fullmatch(texts[0].strip()):
        yield from _people(
            found, *block.cells[0], stated, role=_role_beside(texts, 0), initials=_initials_beside(texts, 0)
        )
        return label
    if any(
        re.fullmatch(r"representing|initials|role|position|organisation|title|job title", text, re.IGNORECASE)
        for text in texts
    ):
        # Only the first column holds people; the others say who they are.
        columns.clear()
        if _NAME_HEAD.fullmatch(texts[0].strip()) and any(map(_TELLS.fullmatch, told)):
            columns.update({index: opened for index, (opened, _) in labels.items() if index and opened})
            return None  # and one says whether they came
        columns[0] = first or label or ("present", "member")
        return None
    if len(texts) > 1 and all(_OTHER_TABLE.fullmatch(text.strip(" :")) for text in texts if text):
        columns.clear()
        return None
    headed = {
        index: opened
        for index, (opened, at) in labels.items()
        if opened
        and at >= len(texts[index])
        and not (index and is_role(texts[index]) and _is_beside(texts[index - 1], texts[index]))
    }
    if headed and not (first and any(text and index not in headed for index, text in enumerate(texts))):
        columns.update(headed)
        for index, column in columns.items():
            if index not in headed and index < len(texts):
                yield from _people(found, *block.cells[index], column)
        return None
    marked = [holds for index, holds in columns.items() if index < len(texts) and _MARK.fullmatch(texts[index])]
    if len(marked) == 1 and len(people_in(texts[0])) == 1:
        yield from _people(found, *block.cells[0], marked[0])
        return label
    if first:
        label = first
        columns.clear()
        yield from _people(found, block.cells[0][0] + rest, block.cells[0][1], label)
    elif texts[0].strip() and not columns and label:
        if not people_in(texts[0]):
            if len(texts) == 2 and (
                not texts[1].strip() or len(people_in(texts[1])) == 1
            ):  # "Chief Officer | Ada Brindle"
                yield from _people(found, *block.cells[1], label, role=texts[0].strip())
                return label
            # "(Chair)" is what a line broke off the name above it.
            return label if all(re.search(r"^\(|\)$", text.strip()) for text in texts if text.strip()) else None
        yield from _people(found, *block.cells[0], label)
    named = texts[0][rest:]  # the last cell that names somebody, whom those after it may only describe
    for index, (start, end) in enumerate(block.cells):
        holds = columns.get(index) or (label if index else None)
        if index and (_is_beside(named, texts[index]) or _after_initials(texts, index)):
            continue
        named = texts[index] if index else named
        if holds and not (index == 0 and first):
            yield from _people(
                found, start, end, holds, role=_role_beside(texts, index), initials=_initials_beside(texts, index)
            )
    return label


def _role_beside(texts: list[str], index: int) -> str | None:
    """What the cells after a person's name say that they are."""
    return next((text.strip() for text in texts[index + 1 :] if is_role(text)), None)


def _is_beside(name: str, text: str) -> bool:
    """Whether a cell holds the initials or the role of the person in the cell before."""
    before = people_in(name)
    if not text.strip() or len(before) != 1:
        return False
    alone = is_role(text) and is_role(re.split(r",|\s[–—-]\s", text)[0])
    return alone or len(people_in(f"{before[0].name}, {text}")) == 1


def _after_initials(texts: list[str], index: int) -> bool:
    """Whether a cell says whom the person before comes from: "Una Keld | UK | Mill Guild"."""
    return bool(_initials_beside(texts[:index], 0)) and not _initials_beside(texts, index)


def _label(text: str) -> tuple[Label | None, int]:
    """The attendance label that a text begins with, and where what follows it begins."""
    for ending in _LABEL_ENDS:
        match = re.match(rf"([\w\s/|,’'-]{{4,80}}?)(?:\s*\([^)]{{2,40}}\)(?=\s*[:–-]|\s*$))?{ending}", text)
        if match and ":" in match[0] and _GROUP_LABEL.fullmatch(match[1].strip()):
            return ("present", "in attendance"), match.end()
        if match and ":" in match[0] and _BODY_LABEL.fullmatch(match[1].strip()):
            return ("present", "member"), match.end()
        names = re.split(r"[/|]", match[1]) if match else []  # "I Láthair / Present", "Apologies/Absent"
        for name in names[:1] + names[1:][-1:]:
            for pattern, label in _LABELS:
                if match and pattern.fullmatch(name.strip()):
                    return label, match.end()
    if text.rstrip().endswith(":") and ". " in text:
        return _label(text.rstrip().rsplit(". ", 1)[1])[0], len(text)
    return None, 0


def _continues(block: Block, text: str) -> bool:
    """Whether a block under a label still lists people."""
    if block.kind == "heading" and (re.match(r"\d", block.label or "") or text.isupper()):
        return False
    if _OTHER_TABLE.fullmatch(text) or (text.isupper() and re.match(r"[IVX]+\.\s", text)):
        return False  # "Agenda" over a table, "I. WELCOME"
    if _SAYS.search(text) and not _SENTENCE.search(text):
        return False
    names = re.sub(r"^[\d.]+\s*|^[A-Z][^:,()]{2,60}:\s*", "", text)
    return _is_list(names) or _is_list(re.sub(r"\([^()]{3,60}\)", "", names), share=0.8)


_SAYS = re.compile(r"\. (?:He|She|They|It|The [A-Z]?[a-z]+) \w+ed\b")  # what is told of somebody goes on
_NAME_LAST = re.compile(r"[^,;.]{4,80}, [A-Z]\. [A-Z][\w’'-]+")  # "Manager of Parks and Trees / Clerk, U. Keld"
_FIRST_IS = re.compile(
    rf"(?:{TITLES}\s+)*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{1,2}}(?:,|\s[–—-])\s+[A-Z]"
    r"(?!.*\b(?:was|were|is|are|had|has|said|asked)\b)"
)


def _is_list(text: str, *, share: float = 0.3) -> bool:
    """Whether names are no less than `share` of a text's words."""
    people = people_in(text)
    if people and people[0].start == 0 and re.match(r"[^.;:]{3,160}$", text) and _FIRST_IS.match(text):
        return True  # "Ada Brindle, Assistant Director of Highways, Fenwold County Council"
    if _NAME_LAST.fullmatch(text) and is_role(text.partition(",")[0]):
        return True
    # "City Attorney Tom Orme": what he is stands before his name.
    offices = sum(len(p.role.split()) for p in people if p.role and text.startswith(f"{p.role} {p.name}", p.start))
    return bool(people) and sum(len(p.name.split()) for p in people) + offices >= share * len(text.split())


def _people(
    found: Findings, start: int, end: int, label: Label, *, role: str | None = None, initials: str | None = None
) -> Iterator[Attendance]:
    text = found.document.text[start:end]
    if label[0] == "apologies" and re.search(r"\b(?:from|by)\s+", text):
        return  # told in a sentence; see `_in_prose`
    yield from _named(found, text, start, label, role=role, initials=initials)


def _named(
    found: Findings, text: str, start: int, label: Label, *, role: str | None = None, initials: str | None = None
) -> Iterator[Attendance]:
    status, capacity = label
    people = people_in(text, offset=start)
    for person in people:
        excused = status == "absent" and _EXCUSED.fullmatch(person.role or "")
        yield Attendance(
            name=person.name,
            role=person.role or (role if len(people) == 1 else None),
            status="apologies" if excused else status,
            capacity=capacity,
            initials=person.initials or _tabbed(found, person.end) or (initials if len(people) == 1 else None),
            citation=found.document.cite(person.start, person.end),
        )


def _tabbed(found: Findings, end: int) -> str | None:
    """Initials that a tab sets right after a name."""
    match = re.match(r"\t([A-Z][A-Za-z]{0,2}[A-Z])(?=[\t\n]|$)", found.document.text[end : end + 8])
    return match[1] if match else None


def _initials_beside(texts: list[str], index: int) -> str | None:
    """Initials in one of the cells after a name: "Ada Brindle | Chief Nurse | AB"."""
    name = texts[index].strip()
    letters = [text.strip() for text in texts[index + 1 :] if re.fullmatch(r"\s*[A-Z][A-Za-z]{0,2}[A-Z]\s*", text)]
    return next((text for text in letters if are_initials(text, name)), None)


def _in_prose(found: Findings) -> Iterator[Attendance]:
    """People told of in a sentence at the head: apologies, and who else was there."""
    document = found.document
    for block in document.blocks[:HEAD]:
        if block.furniture:
            continue
        for match in _APOLOGIES.finditer(document.text[block.start : block.end]):
            none = re.search(r"\bno $", document.text[block.start : block.start + match.start()], re.IGNORECASE)
            if not none and not re.search(r"\b(?:late(?:ness)?|temporary)\b", match[0]):
                yield from _named(found, match["names"], block.start + match.start("names"), ("apologies", None))
    for sentence in found.sentences:
        if sentence.block >= HEAD:
            return
        sent = _SENT.match(document.text, sentence.start, sentence.end)
        if sent and _is_list(sent["names"], share=0.6):
            yield from _named(found, sent["names"], sent.start("names"), ("apologies", None))
        chair = _IN_CHAIR.match(document.text, sentence.start, sentence.end)
        if chair and people_in(chair["names"]):
            yield from _named(found, chair["names"], chair.start("names"), ("present", "member"), role="Chair")
        for pattern in (_AWAY_WERE, _WERE_AWAY, _FOLLOWING):
            told = pattern.match(document.text, sentence.start, sentence.end)
            if told and _is_list(told["names"], share=0.6) and not _NOBODY.match(told["names"]):
                state = told.groupdict().get("state") or "absent"
                label = _STATED.get(state, ("absent", None))
                yield from _named(found, told["names"], told.start("names"), label)
        opened = _CALLED_BY.search(document.text[sentence.start : sentence.end])
        if opened and len(people_in(opened[opened.lastgroup or 0])) == 1:
            at = sentence.start + opened.start(opened.lastgroup or 0)
            yield from _named(found, opened[opened.lastgroup or 0], at, ("present", "member"))
        members = _PRESENT_WERE.match(document.text, sentence.start, sentence.end)
        if members and _is_list(members["names"], share=0.6):
            yield from _named(found, members["names"], members.start("names"), ("present", "member"))
        clauses = [cut.end() for cut in _CLAUSE.finditer(document.text, sentence.start, sentence.end)]
        for start in (sentence.start, *clauses):
            told = _WERE_THERE.match(document.text, start, sentence.end)
            bare = re.sub(r"\([^)]*\)", "", told["names"]) if told else ""  # less what they are
            if told and _is_list(bare, share=0.6) and not _NOBODY.match(told["names"]):
                yield from _named(found, told["names"], told.start("names"), ("present", "in attendance"))


def _under_apologies(found: Findings) -> Iterator[Attendance]:
    """People listed under an item of that name."""
    document = found.document
    for item in [item for item in found.items if _SORRY.match(item.title)]:
        listing = False
        for block in document.blocks_between(item.citation.end + 1, item.end):
            start = content_start(document, block)
            text = document.text[start : block.end]
            if (other := _label(text)[0]) and other[0] != "apologies":
                break
            told = _APOLOGIES.search(text) or _WERE_THERE.match(text) or _SECONDED.search(text)
            if not block.furniture and not told and _continues(block, text):
                listing = True
                yield from _people(found, start, block.end, ("apologies", None))
            elif listing and not block.furniture:
                break
