"""Names of people: from a printed list to one entry a person, with the role that is printed."""

import re
from dataclasses import dataclass, replace

TITLES = (
    r"(?:(?:[BCDPT]/)?(?:County |District |Borough |City |Town |Parish )?"
    r"(?:C?Cllr(?:[’']?s)?|C?Clrs?|Councillors?|Councilors?|Crs?"
    r"|Council ?[Mm]embers?)|(?:His|Her) Honou?r(?: Judge)?|(?:Deputy )?Warden"
    r"|Commissioners?|Supervisors?|Trustees?|Selectm[ae]n|Councilm[ae]n|Councilwom[ae]n|Messrs|Fr"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lady|Lord|Baroness|Rev(?:d|erend)?|Canon|Father|Sister|PC|PCSO"
    r"|Sgt|Sergeant"
    r"|Insp(?:ector)?|CPOs?|Cyng(?:horydd)?|Shri|Smt|Er|Ar|Capt|Ven"
    r"|Hon|(?:Deputy |Vice )?Mayor|Alderm[ae]n|Alderwoman|Council President|Bailie)\b\.?"
)
_OF_AN_AREA = r"(?:County|District|Borough|City|Town|Parish)$"
# Those of several people: "Cllrs. Orme and Tay", "Messrs. Orme, Tay and Keld".
_PLURAL = (
    r"(?:C?Cllr[’']?s|C?Clrs|Councill?ors|Council ?[Mm]embers|Crs|CPOs|Aldermen|Commissioners|Supervisors|Trustees"
    r"|Selectmen|Messrs)\b\.?"
)
_HONOURS = r"(?:OAM|OBE|MBE|CBE|BEM|KBE|DBE|KC|QC|JP|DL|MP|MSP|MS|MLA|AM|Esq|PhD|BA|MA|FCA|FRSA)"
_ROLE = re.compile(
    r"\b(?:chair\w*|vice|mayor|clerk|officer|director|manager|secretary|treasurer|councillors?|head|leader|minister"
    r"|counsel|member|"
    r"representative|constable|adviser|advisor|lead|commissioner|president|principal|deputy|assistant"
    r"|observer|administrator|"
    r"accountant|auditors?|team|minutes?|trustee|convener|cathaoirleach|editor|governor|coordinator|co-ordinator"
    r"|specialist"
    r"|analyst|planner|"
    r"attorney|recorder|parent|staff|co-opted|associate|holder|superintendent|nurse|headteacher|teacher|registrar"
    r"|librarian|surveyor"
    r"|consultant|solicitor|engineer|supervisor|inspector|ombudsman|bursar|executive|chief|facilitator|caretaker"
    r"|resident|partner|curator|technician|biologist|councilm[ae]n|councilwom[ae]n|reps?)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:council|board|trust|alliance|nhs|partnership|group|committee|commission|police|school|university|centre"
    r"|initials|representing|action|none|nil|n/a|public|press|residents?|parishioners|electors|members|officers"
    r"|observers"
    r"|councillors|directors|staff|trustees|governors|guests|visitors|items|quorum|apologies|present|absent|icb"
    r"|vacan(?:t|cy)|zoom|teams"
    r"|office|govt|government|assembl(?:y|ies)|agency|ministry|institute|foundation|society|association|authority"
    r"|federation|guild|limited|ltd|plc|uhb|ccg|archives|secretariat"
    r"|inc|company|ministers|signatures?|signed|forum|committees|approved|accepted|received|noted|carried|resolved|department)$"
)
BODY = re.compile(_BODY, re.IGNORECASE)
GROUP = re.compile(
    rf"{_BODY}"
    # words of business, which no name has
    r"|\b(?:matters|arising|minutes|agenda|business|reports?|orders?|welcome|introductions?|allegiance|correspondence"
    r"|finances?|safeguarding|questionnaires?|declarations?|interests|approval|meetings?|announcements|adjournment"
    r"|administrative|support|attendance|absence|discussion|opening|election|updates?|rules|objectives|presentation|workshop)\b",
    re.IGNORECASE,
)
_AN_OFFICE = (
    r"(?:(?:Vice|Deputy|Acting)[- ])?"
    r"(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|President|Convener|Minutes)"
)
_INITIALS = r"[A-Z](?=[a-z]{0,2}[A-Z])[A-Za-z]{1,3}"
# "treasurer Ada Brindle", among names
_SMALL_OFFICE = re.compile(
    r"(?P<role>(?:(?:deputy|vice|assistant|acting)[ -])?(?:chair(?:man|woman|person)?|clerk|secretary|treasurer"
    r"|president|supervisor|attorney|engineer|staff)) (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
)
# "Cllr Ada Brindle AB Chair"
_WITH_INITIALS = re.compile(r"(?P<name>\S+(?: \S+){1,3}) (?P<letters>[A-Z]{2,3}) (?P<role>[A-Z].*)")
_WORD = (
    r"(?:(?:[A-Z]\.){1,3}[A-ZÀ-Þ][\w’'À-ÿ-]+"
    r"|(?:[A-Z]\.){1,3}[A-Z]\.?(?!\w)|[A-Z]\.?|(?:[A-ZÀ-Þ][\w’'À-ÿ]*|d[aeiu]|de la|van|von|der|bin|al|ter|Mc|O’)"
    r"(?:-[\w’'À-ÿ]+)*)"
)
# "Head of Legal and Democratic Services": what the second half of an office ends with.
_OF_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:Services?|Resources|Finance|Development|Care|Health|Housing|Planning|Education"
    r"|Families|Governance|Communications|Policy|Strategy|Partnerships?|Inclusion|Operations|Engagement|Performance"
    r"|Transformation|Safety|Growth|Regeneration|Communities|Affairs|Standards|Assets|Procurement|Improvement"
    r"|Environment|Transport|Learning|Highways|Culture|Leisure|Skills|Safeguarding|Commissioning)"
)
# "Mr G Orme, NHS Fenwold": an organisation by its letters, whose people have titles.
_OFFICE = re.compile(r"[A-Z]{3,}\s[A-Z]?[a-z]")
# "Savills", "DfT", "DH"
_FROM = re.compile(r"[A-Z][a-z]+|[A-Z]{2}|[A-Z][a-z]*[A-Z]\w*")
# "left at 6.40pm", "who was ill", said of one of a list
CAME_OR_WENT = re.compile(
    r"[\s,–-]+\(?(?:left|arrived|arr\.?|joined|departed|who|because|due to|owing to|as (?:s?he|they)"
    r"|(?:have |had |has )?(?:been|be|was|were|is) (?:received|accepted|noted|approved)|online|remotely|by zoom"
    r"|on (?:leave|holiday))\b.*$",
    re.IGNORECASE,
)
# "the Clerk – Ada Brindle", "Vice Chair: Tom Orme"
_OFFICE_OF = re.compile(
    rf"(?:[Tt]he\s+)?(?P<role>[^,;:–—-]{{4,50}}?)\s*(?:\s[–—-]|:)\s+(?P<name>(?:{TITLES}\s+)?[A-Z][\w.’'-]*"
    r"(?:\s[A-Z][\w.’'-]*){1,2})"
)
# "Parish Clerk Ms E Keld", "Chairperson Councillor A Brindle"
_BEFORE_TITLE = re.compile(
    rf"(?!{TITLES}\s)(?P<role>(?:[\w’'&-]+\s){{1,5}}?)(?P<name>(?:(?:Cllr|Councill?or|Mr|Mrs|Ms|Miss|Mx"
    rf"|Dr)\b\.?\s+)+[A-Z].*)"
)
_OF_COUNCIL = re.compile(rf"[A-Z][\w’'-]+ {_OF_AN_AREA}")  # "Marshland County Councillor Ada Brindle"
# "Mr T L Orme Deputy Parish Clerk": what comes after initials and a surname
_AFTER_SURNAME = re.compile(
    rf"(?P<name>{TITLES}\s+(?:[A-Z]\.?\s?){{1,3}}\s[A-Z][\w’'-]+)\s(?P<role>[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){{0,5}})"
)
# "President Brindle", "Member A Orme", "Chief Keld"
_TITLED_ONE = re.compile(
    r"(?:(?:Vice[- ]?|Deputy )?(?:President|Chair(?:man|woman|person)?)|Regent|Member|Senator"
    r"|Clerk|Attorney|Engineer|Treasurer|Secretary|Administrator|Superintendent"
    r"|(?:Fire |Police )?Chief(?! \w+(?:ist|ant|ian)\b))"
    r"\s(?!General\b)(?P<name>(?:[A-Z][\w’'-]*\.?\s)?[A-Z][a-z][\w’'-]+)"
)
# "Ada Brindle Chair"
_OFFICE_LAST = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)*[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,2}}?)"
    r"\s(?P<role>(?:(?:Vice|Deputy|Assistant|Acting|Parish|Town)[- ])?"
    r"(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|Headteacher|Member))"
)
# A line of names in columns, of which the spaces between are lost: "Ada Brindle Tom Orme Una Keld"
_IN_PAIRS = re.compile(
    rf"(?:{TITLES}\s+)*"
    r"[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: [A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+"
)
_PAIR = re.compile(rf"(?:{TITLES}\s+)*\S+ \S+")
# What somebody is, said before the name: "City Engineer Tom Orme", "Vice Chair Ada Brindle".
_OFFICE_FIRST = re.compile(
    r"(?P<role>(?:(?:[A-Z][\w’'&/-]*|of|and|for|the|/)\s){0,5}"
    r"(?:(?:Vice|Deputy|Acting|Co)-)?(?:Administrator|Assistant|Supervisor|Consultant|Officer|Inspector|Coordinator"
    r"|Attorney|Director|Chief|Clerk"
    r"|Manager|Engineer|Planner|Treasurer|Secretary|Recorder"
    r"|Superintendent|Chair(?:man|woman|person)?|President|Mayor(?: Pro[ -]Tem)?|Commissioner|Solicitor|Counsel"
    r"|Principal|Librarian))\s"
    r"(?P<name>[A-ZÀ-Þ][\w.’'À-ÿ-]*(?:\s[A-ZÀ-Þ][\w.’'À-ÿ-]*){1,2})"
)
# The title in the other language of Wales, before the one that is read: "Cyng. / Cllrs"
_TWICE = re.compile(
    r"\bCyng(?:horydd|horwyr)?\.?\s*/?\s*(?=Cllr|Councill?or)|\ba/(?=and\b)|(?<=Cllrs\.):|(?<=Cllrs) ?:"
)
_ROUND = str.maketrans("[]…", "(),")
_INITIALS_AHEAD = re.compile(r"\W*\((?P<letters>[A-Z]{2,3})\)\s+(?=[A-Z])")  # "[AB] Ada Brindle"
_ONLY_INITIALS = re.compile(r"[A-Z]{2,3}\.?(?:, ?[A-Z]{2,3}\.?)*")  # of those after "Ada Brindle (AB)"
_BRACKETED = re.compile(rf"\s*\(({_INITIALS}|[A-Z][a-z]?[A-Z])\)")
# "Mr A Orme Mrs B Tay", as two columns are read
_NEXT_NAME = re.compile(
    r"\s+(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev|Revd|Cllr|Cr|Sir|Dame|(?:His|Her) Honou?r)\b\.?\s+[A-Z]"
)
_NAMED = re.compile(
    rf"(?:{TITLES}\s+)+(?!(?:{TITLES}))(?:.*\s)?[A-ZÀ-Þ][\w’'.)-]*\*?"
    r"(?<!County)(?<!Borough)(?<!City)(?<!Town)(?<!Parish)(?<!District)"
)
_NAME = re.compile(
    rf"(?:(?:{TITLES}(?:\s+|(?<=\.)))+(?:the\s+)?)?{_WORD}(?:[\s]+{_WORD}){{0,5}}(?:,?\s+{_HONOURS}\b)*\*?"
)


_AN_OFFICER = re.compile(rf"The (?!{TITLES})")  # "The Independent Chair", who is not named
_LINKED = re.compile(r"\s+and\s+")
_NEXT_TITLE = re.compile(r"\s(?:Cllrs?|Councill?ors?|Crs?)\s")
_NICKNAME = re.compile(r"\s*[A-Z][a-z]+ \([A-Z][a-z]+\) [A-Z][\w’'-]+\s*(?=[,;&(]|$|and\b)")  # "Una (Bee) Keld"
_CLOSED = re.compile(r"\)\.?\s+(?=[A-Z])")
_AND = re.compile(r",?\s*(?:and|&)\s*")
_TITLED_GROUP = re.compile(r"^(Cllrs\.?|Councill?ors)\s*:\s*")
_GROUP_OF = re.compile(
    r"^(?:(?:Board |Committee |Library |Parish |Town )?(?:Trustees|Directors|Members|Governors|Commissioners|Officers"
    r"|Supervisors|Staff|Officials)\s*:|In the [Cc]hair:?|(?:Board )?[Mm]embers(?=\s+[A-Z]))\s*"
)
_HOLDS_OFFICE = re.compile(r"(?:Supervisor|Mayor|Trustee|Commissioner)\b")  # by the title of the first in a list

# A full stop typed for a comma: "Ada Brindle. Tom Orme"
_STOP = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])")
_ABBREVIATED = re.compile(rf"(?:{TITLES}|\b(?:Comm|Capt|Supt|Asst|Dept|Assoc|Gov|Secy?|Treas|Supv|Esq|Jnr|Snr))$")

# "Ada Brindle, Tom Orme, Una Keld": commas between names, not before a role
_ONLY_NAMES = re.compile(r"\s*(?:[A-Z][\w’'-]+ (?:[A-Z]\. ?)?[A-Z][\w’'-]+(?:, |\s*$)){3,}")


@dataclass(frozen=True)
class Person:
    """A person as printed: the name with its title, the role, and the initials used for them below."""

    name: str
    role: str | None
    initials: str | None
    start: int  # in the text that was read
    end: int


def people_in(text: str, *, offset: int = 0) -> list[Person]:
    """The people in a printed list such as "Cllrs A Smith and B Jones, Ms C Brown (Clerk)".

    A part that does not look like a name is a role of the one before it if it looks like a role; else it is left out.
    """
    text = _TWICE.sub(lambda match: " " * len(match[0]), text.translate(_ROUND))
    if ahead := _INITIALS_AHEAD.match(text):
        people = people_in(text[ahead.end() :], offset=offset + ahead.end())
        return [replace(people[0], initials=people[0].initials or ahead["letters"]), *people[1:]] if people else []
    if initialled := _by_initials(text, offset):
        return initialled
    if _is_name_and_role(text):
        return [person for at, segment in _segments(text) for person in _name_and_role(segment, offset + at)]
    found: list[Person] = []
    title, cut = None, 0
    offices_first = False
    alone = text.count(",") == 1 and not re.search(r"\band\b|&|;|\n|\t", text)
    for start, part in _parts(text):
        between, cut_before, cut = text[cut:start], cut, start + len(part)
        if joined := re.match(rf"and\s+(?={TITLES}|\S+ \S)", part):  # ", and Cllr Keld"
            between, part, start = f"{between} and ", part[joined.end() :], start + joined.end()
        bare, notes = _brackets(re.sub(r"\s+and$", "", _ungrouped(part)))
        if len(notes) == 1 and (_is_office_of(bare, notes[0]) or _is_titled_after(bare, notes[0])):
            bare, notes = notes[0], [bare]
        if (apart := _WITH_INITIALS.fullmatch(bare)) and _first_letters(apart["name"]) == apart["letters"]:
            bare, notes = apart["name"], [apart["letters"], apart["role"], *notes]
        if (after := _AFTER_SURNAME.fullmatch(bare.rstrip(" ."))) and _is_work(after["role"]):
            bare, notes = after["name"], [after["role"], *notes]
        if in_chair := re.search(r",?\s+(?:in the [Cc]hair|presiding)\.?$", bare):
            bare, notes = bare[: in_chair.start()], ["Chair", *notes]
        if re.fullmatch(r"[A-Z][a-z]+ \d{1,3}", bare):
            continue  # "Ward 14", where somebody works
        if told := _OFFICE_OF.fullmatch(bare.rstrip(" .")):
            if _ROLE.search(told["role"]) and not _ROLE.search(told["name"]) and not GROUP.search(told["name"]):
                bare, notes = told["name"], [told["role"], *notes]
        elif (told := _BEFORE_TITLE.fullmatch(bare)) and (
            _ROLE.search(told["role"]) or " " not in told["role"].strip() or _OF_COUNCIL.fullmatch(told["role"].strip())
        ):
            bare, notes = told["name"], [told["role"].strip(), *notes]
        bare = re.sub(r"^from\s+|\s+\d\S*$", "", CAME_OR_WENT.sub("", bare))  # "2.30" is when somebody came
        bare = bare.strip(" .;:*–-\t")
        if found and re.fullmatch(rf"{_HONOURS}|M\.?D|[JS]r|I{{2,3}}|IV", bare):
            found[-1] = replace(found[-1], name=f"{found[-1].name}, {bare}")
            continue
        if found and re.fullmatch(_INITIALS, bare) and are_initials(bare, found[-1].name):
            found[-1] = replace(found[-1], initials=found[-1].initials or bare)
            continue
        from_there = _FROM.fullmatch(bare) or (GROUP.search(bare) and not re.match(TITLES, bare))
        if alone and found and not title and " " in found[-1].name and from_there:
            found[-1] = replace(found[-1], role="; ".join([bare, *notes]))
            continue  # "Ada Brindle, Savills (item 4)": whom the one person of a line comes from
        if found and re.fullmatch(_AN_OFFICE, bare) and not found[-1].role:
            letters = next((note for note in notes if are_initials(note, found[-1].name)), None)
            found[-1] = replace(found[-1], role=bare, initials=found[-1].initials or letters)  # "Chair (AB)"
            continue
        lettered = found and re.fullmatch(r"[A-Z]{2,3}", found[-1].name)  # "RW, AMG, BS" are three by their initials
        if found and re.fullmatch(r"[A-Z]{3,6}", bare) and not found[-1].role and not lettered:
            found[-1] = replace(found[-1], role=bare)  # whom somebody comes from
            continue
        bare, beside = _initials_after(bare)
        label = re.match(rf"({TITLES})\s+\w", bare)
        if label:
            title = label[1] if re.match(_PLURAL, label[1]) else None
        bare, role = _role_after(bare)
        held = bool(found) and bool(_HOLDS_OFFICE.match(found[0].name))
        may_lead = not found or offices_first or held or ";" in between or (not title and _AND.fullmatch(between))
        if not label and may_lead and (first := _office_first(bare)):
            (role, bare), offices_first = first, True
        elif not label and (one := _SMALL_OFFICE.fullmatch(bare)):
            role, bare = one["role"], one["name"]
        elif not label and (one := _TITLED_ONE.fullmatch(bare)) and not _is_work(one["name"]):
            role, bare = bare[: one.start("name")].strip(), one["name"]
        elif (one := _OFFICE_LAST.fullmatch(bare)) and not _is_work(re.sub(rf"^(?:{TITLES}\s+)+", "", one["name"])):
            role, bare = one["role"], one["name"]
        office = _OF_OFFICE.fullmatch(bare)
        goes_on = (
            found and found[-1].role and " " in found[-1].name and not text[:cut_before].rstrip(" ,").endswith(")")
        )
        if (
            found
            and not label
            and not title
            and not role
            and (office or (goes_on and re.fullmatch(r"[A-Z][a-z]+", bare)))
        ):
            # "Mr A Smith, Assistant Director, Education and Inclusion": what the role goes on with is no name.
            found[-1] = replace(found[-1], role=", ".join(filter(None, (found[-1].role, bare))))
            continue
        titled = found and (re.match(TITLES, found[-1].name) or bare.startswith("NHS "))
        if titled and not label and not title and _OFFICE.match(bare):
            found[-1] = replace(found[-1], role=found[-1].role or part.strip(" ."))
            continue
        if (
            not _NAME.fullmatch(bare)
            or re.search(r"s[’'] ", bare)
            or _AN_OFFICER.match(bare)
            or (not label and (_ROLE.search(bare) or GROUP.search(bare)))
            or len(bare) < 2
            or re.fullmatch(TITLES, bare)
        ):
            if found and _ROLE.search(part) and not re.fullmatch(r"Councillors|Members|Officers", part.strip(" .")):
                found[-1] = replace(found[-1], role=found[-1].role or part.strip(" ."))
            title = None  # "Cllrs A and B, Town Clerk C and D": whose title it was has been told
            continue
        forenames = len(found) > 1 and " " not in found[-2].name  # "Una, Tom and Ada Brindle"
        if (
            found
            and not forenames
            and _AND.fullmatch(between)
            and re.fullmatch(r"[A-Z][a-z]+ (?:Ma?c )?[A-Z][\w’'-]+", bare)
        ):
            found[-1] = _of_one_family(found[-1], bare)
        name = re.sub(rf"^{_PLURAL}", lambda m: _one(m[0]), bare.rstrip("*"))
        if title and not label:
            name = f"{_one(title)} {name}"
        if re.search(r"\band\b|&", between) and not label:
            title = None  # "Cllrs A and B, C": the last of those with the title
        notes = [part for note in notes for part in _initials_apart(note)]
        initials = beside or next((note for note in notes if re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z]?", note)), None)
        roles = [note for note in notes if note != initials]
        found.append(
            Person(
                name, role or ("; ".join(roles) or None), initials, offset + start, offset + start + len(part.rstrip())
            )
        )
    return found


def _first_letters(name: str) -> str:
    """ "JB" of "Cllr Jo Bruce"."""
    return "".join(word[0] for word in re.sub(rf"^(?:{TITLES}\s+)*", "", name).split())


def _is_office_of(text: str, note: str) -> bool:
    """Whether a name stands in brackets after its office: "Secretary (Una Keld)"."""
    office = re.fullmatch(_AN_OFFICE, re.sub(r"^[Tt]he ", "", text))
    return bool(office and " " in note and _NAME.fullmatch(note) and not _is_work(note))


def _is_titled_after(text: str, note: str) -> bool:
    """Whether only what stands in brackets has a title: "Head of Property (Ms J. Keld)"."""
    return bool(_NAMED.fullmatch(note) and _NAME.fullmatch(note)) and not re.match(TITLES, text)


def _ungrouped(part: str) -> str:
    """A part less the group that it begins: "Trustees: Ada Brindle"; of "Cllrs: Orme" the title stays."""
    part = _TITLED_GROUP.sub(r"\1 ", part)
    return _GROUP_OF.sub("", part)


def _is_work(text: str) -> bool:
    """Whether words are of an office or a body, and not of a name."""
    return bool(_ROLE.search(text) or GROUP.search(text) or _OF_OFFICE.fullmatch(f"The {text}"))


def _of_one_family(person: Person, following: str) -> Person:
    """ "Jean and Roy Pascoe" are two Pascoes."""
    given = not re.match(TITLES, person.name) and not person.role and re.fullmatch(r"[A-Z][a-z]+", person.name)
    return replace(person, name=f"{person.name} {following.partition(' ')[2]}") if given else person


def _one(title: str) -> str:
    """A title of several in the singular."""
    if title.startswith(("Aldermen", "Selectmen", "Messrs")):
        return title.replace("men", "man").replace("Messrs", "Mr")
    return re.sub(r"[’']?s(?=\.?$)", "", title)


def _office_first(text: str) -> tuple[str, str] | None:
    """ "City Engineer Tom Orme" is a role and a name; "Director Adult Services" a role alone."""
    match = _OFFICE_FIRST.fullmatch(text)
    words = match["name"] if match else ""
    named = match and not _ROLE.search(words) and not GROUP.search(words) and not _OF_OFFICE.fullmatch(f"The {words}")
    return (match["role"], words) if match and named else None


def _initials_apart(note: str) -> list[str]:
    """ "AB, Chair" and "AB-Chair" in brackets hold initials and a role."""
    first, *rest = re.split(r",\s+|\s?[–-]\s?", note, maxsplit=1)
    return [first, *rest] if re.fullmatch(_INITIALS, first) else [note]


def is_role(text: str) -> bool:
    """Whether a text says what somebody is, and does not name them: "Cabinet Member for Parks and Street Scene"."""
    bare = re.sub(r"(?<=\w)\s*\(.*", "", text)  # "Ada Brindle (Clerk)" names her
    return bool(_ROLE.search(bare)) and not re.match(TITLES, text) and len(text.split()) <= 16


def _by_initials(text: str, offset: int) -> list[Person]:
    """People with their initials in brackets, and after these what they are: "Ada Brindle (AB) Chair Tom Orme (TO)".

    None where anything else stands before the first of them, or somebody without initials among them.
    """
    if re.match(rf"\W*{_PLURAL}", text):
        return []  # whose title is that of those after them, too
    marks = list(_BRACKETED.finditer(text))
    starts = [_name_before(text, mark) for mark in marks]
    if not marks or None in starts or text[: starts[0]].strip(" •–-\t\n"):
        return []
    found = []
    for number, (start, mark) in enumerate(zip(starts, marks, strict=True)):
        to = starts[number + 1] if number + 1 < len(marks) else len(text)
        role = re.sub(r"^\W+|(?:\W|\band\b)+$", "", text[mark.end() : to])
        named = re.search(rf"[,;\n]\s*(?:{TITLES}\s+)?{_WORD}\s+{_WORD}(?=\s*(?:[,;\n]|$))", f",{role}")
        if "(" in role or _ONLY_INITIALS.fullmatch(role) or (named and not _ROLE.search(role)):
            return []
        name = text[start : mark.start()].strip()
        found.append(Person(name, role or None, mark[1], offset + (start or 0), offset + mark.end()))
    return found


def _name_before(text: str, mark: re.Match[str]) -> int | None:
    """Where the name begins that initials stand behind: as many words before them as they have capitals."""
    letters = re.findall(r"[A-Z][a-z]*", mark[1])
    words = list(re.finditer(r"[A-ZÀ-Þ][\w’'.À-ÿ]*(?=[\s-]|$)", text[: mark.start()]))[-len(letters) :]
    if len(words) < max(2, len(letters)) or words[-1].end() != mark.start():
        return None
    if not all(word[0].startswith(letter[0]) for word, letter in zip(words, letters, strict=True)):
        return None
    titled = re.search(rf"(?:{TITLES}\s+)+$", text[: words[0].start()])
    return titled.start() if titled else words[0].start()


def _segments(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[^;]+", text)]


def _is_name_and_role(text: str) -> bool:
    """Whether semicolons part people and commas what each is: "Ada Brindle, Manager; Tom Orme, City Attorney"."""
    segments = [segment for _, segment in _segments(text) if segment.strip(" .")]
    return len(segments) > 1 and all(
        re.sub(r"\(.*?\)", "", segment).count(",")
        and not re.search(rf",\s*(?:and\s+)?{TITLES}\s+[A-Z]", segment)
        and not re.match(r"\W*(?:Cllrs|Councill?ors)\b", segment)
        and not _ONLY_NAMES.fullmatch(segment)
        for segment in segments
    )


def _name_and_role(segment: str, offset: int) -> list[Person]:
    name, _, role = segment.partition(",")
    return [replace(person, role=person.role or role.strip(" .") or None) for person in people_in(name, offset=offset)]


def are_initials(letters: str, name: str) -> bool:
    """ "RW" or "MCa" beside Ray Wold or Mary Carrow. What is printed for two of the same letters need not agree."""
    return len(name.split()) > 1 and letters[0] == re.sub(rf"^(?:{TITLES}\s+)*", "", name)[:1]


def _initials_after(text: str) -> tuple[str, str | None]:
    """ "Mary Carrow MC" is a name and its initials."""
    match = re.fullmatch(rf"(.+ .+?)\s+({_INITIALS})", text)
    letters = "".join(word[0] for word in match[1].split()) if match else ""
    own = match and (letters == match[2] or (not re.fullmatch(_HONOURS, match[2]) and are_initials(match[2], match[1])))
    return (match[1], match[2]) if match and own else (text, None)


def _role_after(text: str) -> tuple[str, str | None]:
    """ "Mr A Smith - Clerk" is a name and a role."""
    match = re.match(
        r"(.+?)(?:\s+[–—-]\s+|-\s+(?=chair|clerk|secretary|treasurer|minutes|notes|present|absent|here))(.+)"
        r"|(.+?)\s+((?:as (?:a )?)?(?:substitut(?:e|ing)|deputising|standing in) for\s+.+)"
        r"|(.+?)\s+(?:representing|on behalf of|in place of|from|via|until|for)\s+(.+)",
        text,
    )
    if match:
        return (match[1] or match[3] or match[5]).strip(), (match[2] or match[4] or match[6]).strip()
    return text, None


def _brackets(text: str) -> tuple[str, list[str]]:
    """A text without what stands in brackets, and that."""
    notes = [" ".join(note.split()) for note in re.findall(r"\(([^()]*)\)", text)]
    return " ".join(re.sub(r"\([^()]*\)?", " ", text).split()), notes


def _parts(text: str) -> list[tuple[int, str]]:
    """The entries of a list with their places: cut at commas, semicolons and "and", and after brackets."""
    parts, depth, start = [], 0, 0
    index = 0
    while index < len(text):
        char = text[index]
        depth += (char == "(") - (char == ")" and depth > 0)
        cut = 0
        if depth == 0:
            if char in ",;\t\n•●&":
                cut = 1
            elif char.isspace() and (linked := _LINKED.match(text, index)):
                cut = linked.end() - index
            elif start < index and char.isspace() and _NEXT_TITLE.match(text, index) and text[start:index].strip():
                before = text[start:index].strip()
                cut = 1 if " " in before and not re.search(_OF_AN_AREA, before) else 0
            elif _next_begins(text, start, index):
                cut = 1
            elif char == ")" and _CLOSED.match(text, index) and not _NICKNAME.match(text, start):
                index += 1
                cut = 1
        if cut:
            parts.append((start, text[start:index]))
            start = index + cut
            index = start
        else:
            index += 1
    parts.append((start, text[start:]))
    parts = [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts if part.strip()]
    return [pair for at, part in parts for pair in _pairs(at, part)]


def _next_begins(text: str, start: int, index: int) -> bool:
    """Whether the next name begins after a space or a full stop, where the one since `start` is whole."""
    if text[index] == ".":
        name = text[start:index].strip()
        return bool(re.search(r"\s|\.", name) and _STOP.match(text, index) and not _ABBREVIATED.search(name))
    return text[index].isspace() and bool(_NEXT_NAME.match(text, index) and _NAMED.fullmatch(text[start:index].strip()))


def _pairs(start: int, part: str) -> list[tuple[int, str]]:
    """The names of two words each in a line that was set in columns; else the part itself.

    What stands in brackets at the end is of the last of them.
    """
    names = re.sub(r"\s*\([^()]*\)$", "", part)
    pairs = list(_PAIR.finditer(names)) if _IN_PAIRS.fullmatch(names) else []
    titled = bool(re.match(TITLES, part))  # after whose name may stand what or where from: "Cllr Una Keld Mill Ward"
    work = any(_is_work(pair[0]) or pair[0].endswith(" Ward") for pair in pairs[titled:])
    if len(pairs) < 2 or (work and not (titled and len(pairs) == 2)) or (names != part and not titled):
        return [(start, part)]
    if titled and pairs[-1][0].endswith(" Ward"):
        return [(start, pairs[0][0])]
    ends = [pair.end() for pair in pairs[:-1]] + [len(part)]
    return [(start + pair.start(), part[pair.start() : end]) for pair, end in zip(pairs, ends, strict=True)]
