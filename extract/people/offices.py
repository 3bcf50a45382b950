"""Names apart from the offices beside them, whichever stands first."""

import re

from extract.people.words import (
    AN_OFFICE,
    GROUP,
    HONOURS,
    INITIALS,
    NAME,
    NAMED,
    OF_AN_AREA,
    OF_OFFICE,
    ROLE,
    TITLES,
    are_initials,
    begins_with_given,
    is_work,
    untitled,
)

# "treasurer Ada Brindle", among names
_SMALL_OFFICE = re.compile(
    r"(?P<role>(?:(?:deputy|vice|assistant|acting)[ -])?(?:chair(?:man|woman|person)?|clerk|secretary|treasurer"
    r"|president|supervisor|attorney|engineer|staff)) (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
)
# "President Brindle", "Member A Orme", "Chief Keld"
_TITLED_ONE = re.compile(
    r"(?:(?:(?:Vice|Deputy|Acting|Interim|Assistant|Associate|City|Town|Township|Village|County|General|Board|Fire|Police"
    r"|Finance|Public Works|Library|Planning|Zoning|Committee|Commission|Board of Appeals)[- ]){0,3}"
    r"(?:President|Chair(?:man|woman|person)?|Regent|Member|Senator|Clerk|Attorney|Engineer|Treasurer|Secretary"
    r"|Admin(?:istrator|\.)|Superintendent|Recorder|Counsel|Manager|Solicitor|Provost|Registrar|Bishop|Sheriff|Marshal"
    r"|Chief(?! \w+(?:ist|ant|ian)\b)))"
    r"\s(?!General\b)(?P<name>(?:[A-Z][\w’'-]*\.?\s)?[A-Z][a-z][\w’'-]+)"
)
# "Ada Brindle Chair"
_OFFICE_LAST = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)*[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,2}}?)"
    r"\s(?P<role>(?:(?:Vice|Deputy|Assistant|Acting|Parish|Town)[- ])?"
    r"(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|Headteacher|Member|Trustee"
    r"|Governor|Observer|President|Bursar|Accountant|Solicitor))"
)
# "Ada Brindle Councillor", and not "Prospective County Councillor"
_COUNCILLOR_LAST = re.compile(
    r"(?P<name>(?!Prospective |Former |Local |New )[A-Z][a-z’'-]+(?: [A-Z]\.?)?"
    r" (?!(?:County|District|Borough|Town|Parish|City|Ward|Community|Unitary|Shire|Regional)\b)[A-Z][\w’'-]*[a-z])"
    r"\s(?P<role>Councillor)"
)
# "Ada Brindle Chief Executive", "Dr Una Keld Director of Public Health"
_OFFICE_BEHIND = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)*[A-ZÀ-Þ][\w’'À-ÿ-]+(?:\s[A-Z]\.?)?\s[A-ZÀ-Þ][\w’'À-ÿ-]+)\s"
    r"(?P<role>(?:(?:Deputy|Vice|Acting|Interim|Assistant|Associate|Senior|Executive|Non-Executive|Independent)[- ])*"
    r"(?:Chief|Director|Head|Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|President|Governor|Member)"
    r"(?:[ /](?:[A-Z&][\w’'&/-]*|of|and|for|the|to|in|,))+)"
)
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
_OF_COUNCIL = re.compile(rf"(?:[A-Z][\w’'&-]+ ){{1,3}}{OF_AN_AREA}")  # "Marshland County Councillor Ada Brindle"
# "Cllr Ada Brindle AB Chair"
_WITH_INITIALS = re.compile(r"(?P<name>\S+(?: \S+){1,3}) (?P<letters>[A-Z]{2,3}) (?P<role>[A-Z].*)")
# "Mr T L Orme Deputy Parish Clerk": what comes after initials and a surname
_AFTER_SURNAME = re.compile(
    rf"(?P<name>{TITLES}\s+(?:[A-Z]\.?\s?){{1,3}}\s[A-Z][\w’'-]+)\s(?P<role>[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){{0,5}})"
)
_TITLED_GROUP = re.compile(r"^(Cllrs\.?|Councill?ors)\s*:\s*")
_GROUP_OF = re.compile(
    r"^(?:(?:Board |Committee |Library |Parish |Town )?(?:Trustees|Directors|Members|Governors|Commissioners|Officers"
    r"|Supervisors|Staff|Officials)\s*:|In the [Cc]hair:?"
    # "Planning Commission Members Orme", "Directors Keld"
    r"|(?:(?:[A-Z][\w’'-]+ ){0,3}(?<!Council )[Mm]embers|Directors)(?=\s+[A-Z]))\s*"
)
_IN_CHAIR = re.compile(r",?\s+(?:in the [Cc]hair|presiding)\.?$")
_LETTERS = re.compile(r"[A-Z](?:[A-Za-z]{0,2}[A-Z]|[A-Z][a-z])?")  # no company: "Arm"
_LETTERED = re.compile(rf"(.+ \w\S*)(?: [–—-])? ({INITIALS})")
_AFTER = re.compile(
    r"(.+?)(?: [–—-] |- (?=chair|clerk|secretary|treasurer|minutes|notes|present|absent|here))(.+)"
    r"|(.+?) ((?:as (?:a )?)?(?:substitut(?:e|ing)|deputising|standing in|(?:holding |with )?(?:a |the )?proxy) for .+)"
    r"|(.+?) (?:representing|on behalf of|in place of|from|via|until|for) (.+)"
)

# "Ada Brindle NHS", "Tom Orme DfT": letters that are no surname, of whom somebody comes from
_FROM = re.compile(
    r"(?P<name>(?:\S+ )+[A-ZÀ-Þ][\w’'À-ÿ-]*[a-zà-ÿ]) (?P<letters>[B-DF-HJ-NP-TV-XZ]{3,5}|Df[A-Z]{1,3}|Mo[DJ])"
)
# "Ada Brindle of Mill Trust"
_OF = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)*[A-ZÀ-Þ][\w’'À-ÿ-]+(?: [A-Z]\.)? [A-ZÀ-Þ][\w’'À-ÿ-]+),? of (?P<of>(?:the )?[A-Z].*)"
)


def name_and_notes(part: str) -> tuple[str, list[str]]:
    """The name in a part of a list, single-spaced, and what stands in brackets or behind it: initials, an office."""
    bare, notes = _brackets(re.sub(r"\s+and$", "", _ungrouped(part)))
    if len(notes) == 1 and (_is_office_of(bare, notes[0]) or _is_titled_after(bare, notes[0])):
        bare, notes = notes[0], [bare]
    if (apart := _WITH_INITIALS.fullmatch(bare)) and _first_letters(apart["name"]) == apart["letters"]:
        bare, notes = apart["name"], [apart["letters"], apart["role"], *notes]
    if (after := _AFTER_SURNAME.fullmatch(bare.rstrip(" ."))) and is_work(after["role"]):
        bare, notes = after["name"], [after["role"], *notes]
    if in_chair := _IN_CHAIR.search(bare):
        bare, notes = bare[: in_chair.start()], ["Chair", *notes]
    return bare, notes


def office_marked(text: str) -> tuple[str, str] | None:
    """The office and the name after it, where a dash, a colon or the title of the name parts them."""
    if told := _OFFICE_OF.fullmatch(text.rstrip(" .")):
        is_name = not ROLE.search(told["name"]) and not GROUP.search(told["name"])
        return (told["role"], told["name"]) if ROLE.search(told["role"]) and is_name else None
    if told := _BEFORE_TITLE.fullmatch(text):
        role = told["role"].strip()
        if ROLE.search(role) or " " not in role or _OF_COUNCIL.fullmatch(role):
            return role, told["name"]
    return None


def office_first(text: str) -> tuple[str, str] | None:
    """ "City Engineer Tom Orme" is a role and a name; "Director Adult Services" a role alone."""
    match = _OFFICE_FIRST.fullmatch(text)
    words = match["name"] if match else ""
    named = match and not ROLE.search(words) and not GROUP.search(words) and not OF_OFFICE.fullmatch(f"The {words}")
    return (match["role"], words) if match and named else None


def office_beside(text: str, *, titled: bool) -> tuple[str, str] | None:
    """A common office and the name: "treasurer Ada Brindle", "President Brindle", "Ada Brindle Chair"."""
    if not titled and (one := _SMALL_OFFICE.fullmatch(text)):
        return one["role"], one["name"]
    if not titled and (one := _TITLED_ONE.fullmatch(text)) and not is_work(one["name"]):
        return text[: one.start("name")].strip(), one["name"]
    for pattern in (_OFFICE_LAST, _COUNCILLOR_LAST, _OFFICE_BEHIND):
        if (one := pattern.fullmatch(text)) and not is_work(untitled(one["name"])):
            return one["role"], one["name"]
    return None


def role_after(text: str) -> tuple[str, str | None]:
    """ "Mr A Smith - Clerk" is a name and a role, "Ada Brindle NHS" a name and whom she comes from."""
    match = _AFTER.match(text)
    if match:
        return (match[1] or match[3] or match[5]).strip(), (match[2] or match[4] or match[6]).strip()
    of = _OF.fullmatch(text)
    name = untitled(of["name"]) if of else ""
    if of and not is_work(name) and (name != of["name"] or begins_with_given(name)):
        return of["name"], of["of"]
    if (of := _FROM.fullmatch(text)) and not re.fullmatch(HONOURS, of["letters"]):
        return of["name"], of["letters"]
    return text, None


def initials_after(text: str) -> tuple[str, str | None]:
    """ "Mary Carrow MC" is a name and its initials."""
    match = _LETTERED.fullmatch(text)
    letters = "".join(word[0] for word in match[1].split()) if match else ""
    own = match and (letters == match[2] or (not re.fullmatch(HONOURS, match[2]) and are_initials(match[2], match[1])))
    return (match[1], match[2]) if match and own else (text, None)


def initials_apart(note: str) -> list[str]:
    """ "AB, Chair" and "AB-Chair" in brackets hold initials and a role."""
    first, *rest = re.split(r",\s+|\s?[–-]\s?", note, maxsplit=1)
    return [first, *rest] if re.fullmatch(INITIALS, first) else [note]


def initials_and_role(letters: str | None, notes: list[str]) -> tuple[str | None, str | None]:
    """Initials, which may stand among what the brackets hold, and the rest as the role."""
    notes = [part for note in notes for part in initials_apart(note)]
    initials = letters or next((note for note in notes if _LETTERS.fullmatch(note)), None)
    return initials, "; ".join(note for note in notes if note != initials) or None


def _first_letters(name: str) -> str:
    """ "JB" of "Cllr Jo Bruce"."""
    return "".join(word[0] for word in untitled(name).split())


def _is_office_of(text: str, note: str) -> bool:
    """Whether a name stands in brackets after its office: "Secretary (Una Keld)"."""
    office = re.fullmatch(AN_OFFICE, re.sub(r"^[Tt]he ", "", text))
    return bool(office and " " in note and NAME.fullmatch(note) and not is_work(note))


def _is_titled_after(text: str, note: str) -> bool:
    """Whether only what stands in brackets has a title: "Head of Property (Ms J. Keld)"."""
    return bool(NAMED.fullmatch(note) and NAME.fullmatch(note)) and not re.match(TITLES, text)


def _ungrouped(part: str) -> str:
    """A part less the group that it begins: "Trustees: Ada Brindle"; of "Cllrs: Orme" the title stays."""
    part = _TITLED_GROUP.sub(r"\1 ", part)
    return _GROUP_OF.sub("", part)


def _brackets(text: str) -> tuple[str, list[str]]:
    """A text without what stands in brackets, and that."""
    notes = [" ".join(note.split()) for note in re.findall(r"\(([^()]*)\)", text)]
    return " ".join(re.sub(r"\([^()]*\)?", " ", text).split()), notes
