"""The people in a printed list: one entry a person, with the role and the initials that stand beside the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.people.columns import in_columns
from extract.people.leading import offices_leading, offices_with_names
from extract.people.lettered import by_initials
from extract.people.offices import (
    initials_after,
    initials_and_role,
    name_and_notes,
    office_beside,
    office_first,
    office_marked,
    role_after,
)
from extract.people.parts import parts_of
from extract.people.person import Person, of_one_family, with_more, with_office, with_role
from extract.people.surnames import surnames_first
from extract.people.words import (
    CAME_OR_WENT,
    GROUP,
    NAME,
    NAMED,
    PLURAL,
    TITLES,
    are_initials,
    begins_with_given,
    is_role,
    is_work,
)

_DASHED = re.compile(r"\w\)? [–—-] [A-Z]")  # "Una Keld – MRC, Tom Orme – Weir Group"
# The title in the other language of Wales, before the one that is read: "Cyng. / Cllrs"
_TWICE = re.compile(
    r"\bCyng(?:horydd|horwyr)?\.?\s*/?\s*(?=Cllr|Councill?or)|\ba/(?=and\b)|(?<=Cllrs\.):|(?<=Cllrs) ?:"
)
_OF_COUNTY = re.compile(r"\b(?:[A-Z]\.){1,3} ?(?=Cllrs?\b|Councillors?\b)")  # "W.M. Cllr Keld"
# "minute 54(a)", within what stands in brackets behind a name
_NESTED = re.compile(r"(?<=\d)\((\w{1,3})\)(?=[^()]*\))")
_UNNESTED = str.maketrans("❨❩", "()")
# "Department for Rivers and Locks (DRL)", which is nobody
_DEPARTMENT = re.compile(
    r"\W*(?:the )?(?:department|ministry|directorate) (?:for|of) [^();:]{3,80}(?:\([A-Z]{2,8}\))?\W*", re.IGNORECASE
)
# "Healthwatch Fenwold and Tide", by the places that it is for
_OF_PLACES = re.compile(
    r"\W*(?:Healthwatch|Citizens Advice|Age UK|NHS|Home-?[Ss]tart)(?:,? (?:(?:and|&) )?[A-Z][\w’'-]+){1,5}\W*"
)
# "Ada Brindle, Tide Survey (AB)", "Tom Orme, Ropes and Oars (Deputy) (TO)": initials end what is told of one
_LETTERED = re.compile(
    r"(?P<name>[^,;()]{5,50}),\s(?P<of>[^,;()]{3,80}?(?:\s\([^()]{3,40}\))*)\s\((?P<letters>[A-Z]{2,4})\)[*†.]?"
)
# "Her Worship, Mayor Keld", and how many there are of those who follow: "5 - Ada Brindle, Tom Orme"
_NOBODY = re.compile(
    r"\b(?:His|Her) Worship,\s+(?=(?:the )?(?:Deputy )?Mayor)|^\s*\d{1,2}\s*[–-]\s+(?=[A-Z])", re.IGNORECASE
)
_ROUND = str.maketrans("[]…‟", "(),’")  # "O‟Keld", as some fonts have the apostrophe
_INITIALS_AHEAD = re.compile(r"\W*\((?P<letters>[A-Z]{2,3})\)\s+(?=[A-Z])")  # "[AB] Ada Brindle"
_AN_OFFICER = re.compile(rf"The (?!{TITLES})")  # "The Independent Chair", who is not named
_AND = re.compile(r",?\s*(?:and|&)\s*")
_HOLDS_OFFICE = re.compile(r"(?:Supervisor|Mayor|Trustee|Commissioner)\b")  # by the title of the first in a list
# "Ada Brindle, Tom Orme, Una Keld": commas between names, not before a role
_ONLY_NAMES = re.compile(r"\s*(?:[A-Z][\w’'-]+ (?:[A-Z]\. ?)?[A-Z][\w’'-]+(?:, |\s*$)){3,}")
_SEVERAL = re.compile(r"\band\b|&|;|\n|\t")
_ENDS = re.compile(r"\band\b|&")
_JOINED = re.compile(rf"(?:and|with)\s+(?={TITLES}|\S+ \S)")  # ", and Cllr Keld"
_TITLE = re.compile(rf"({TITLES})\s+\w")
_PLURAL_TITLE = re.compile(rf"^{PLURAL}")
_WHEN = re.compile(r"^from\s+|\s+\d\S*$")  # "2.30" is when somebody came
_POSSESSIVE = re.compile(r"s[’'] ")
_FAMILY = re.compile(r"[A-Z][a-z]+ (?:Ma?c )?[A-Z][\w’'-]+")
# "and 4 members of the public", who are not named
UNNAMED = re.compile(
    r"(?:,|;|\+|\band|\bplus)?\s*\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some)"
    r"\s(?:other )?(?:members? of (?:the )?(?:public|press|staff)|members?\b(?! of)|residents?|parishioners?|electors?"
    r"|observers?|visitors?|guests?|villagers?|locals)\b\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s(?=[A-Z])")  # "1. Ada Brindle 2. Tom Orme"
# "Ms Una Keld, Staff to the Mill Board Mr Tom Orme, Clerk", as lines run together
_RUN_ON = re.compile(
    r"(?<=[a-z.)])(?<!\band)(?<!\b(?:of|to|by))(?<!\bfor)(?<!\b(?:with|from))\s"
    r"(?=(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w’'-]+ [A-Z][\w’'-]+, [A-Z])"
)
# "A W Brindle T Orme Mrs U M Keld": names with initials, with nothing but a space between them
_OWN = r"(?:(?:Mrs?|Ms|Miss|Dr|Cllr)\.? )?(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]+"
_INITIALLED_IN_TURN = re.compile(rf"\s*{_OWN}(?: {_OWN}){{2,}}\s*")
_NEXT_INITIALS = re.compile(rf"(?<=[a-z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bMiss)(?<!\bDr)(?<!\bCllr) (?={_OWN})")
_LED_BY_ONE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w’'-]+ [A-Z][\w’'-]+, [A-Z]")
_BY_GROUP = re.compile(r"(?:^|(?<=[.;,]))\s*\([^()]{3,60}\)\s*:")  # "(Employers): Brindle, Ada"
_OF_A_KIND = re.compile(r"(?<=[.;,])\s*(?:[Ee]x[- ][Oo]fficio|[Cc]o-?opted|Observers?)\s*:")  # "..., Co-opted: Ada Tay"
# "Ada Brindle, Parks and Ferries Service": what the comma leads to is one body
_OF_A_BODY = re.compile(r"(?P<name>[^,;()]+),\s(?P<of>[^,;()]+\s(?:and|&)\s[^,;()]+)")
# "Ada Brindle (AB), OFS, Tide Research": initials in brackets, and behind them whom somebody is from
_LETTERED_FROM = re.compile(
    r"(?P<name>[^,;()]{5,50}?)\s\((?P<letters>[A-Z]{2,4})\),\s(?P<of>[A-Z][A-Z&]{1,7}(?:,\s[A-Z][^,;()]{2,60}){1,2})[.]?"
)
# "Ada Brindle, OFS, ACF (Retd)": in letters what somebody was in a service, with that it is over
_RETIRED = re.compile(
    r"(?P<name>[^,;()]{3,50}),\s*(?P<of>[A-Z][\w.&]{0,14}(?:(?:,\s*| & )[A-Z][\w.&]{0,14}){0,4})\s*"
    r"\((?:Ret(?:d|['’]d|ired)?|Rtd|R|Emeritus)\.?\)\.?"
)
# "Tom Orme, Una Keld, and Nia Tay, Trustees" among others between semicolons
_ALL_ARE = re.compile(r"(?:[^,]+,){2,8}\s+[A-Z][^,]*s\.?\s*")
# "Ada Brindle @brindle", "Tom Orme (@orme)": the handle of one who is named
_HANDLE = re.compile(r"(?<=[\w.’']) +(?:[–—-] )?(?:\(@\w[\w-]*\)|@\w[\w-]*)(?=\s*(?:[,;(]|and\b|$))")
# "NHS Fenwold", "Bishop Orme LLP"
_BODY = re.compile(r"\b(?:[A-Z]{2,}|Ltd|Limited|Plc|Group|Partners|Solicitors|Consulting|Associates)\b")
# "Risk and Safety Manager" behind a name and its comma: one office of two fields
_TWO_FIELDS = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}),\s(?P<first>[A-Z][a-z]{2,})\s(?P<and>and|&)"
    r"(?=\s(?:[A-Z][a-z]+\s){1,2}(?:Manager|Officer|Lead|Director|Co-?ordinator|Advis[eo]r|Specialist|Assistant|Administrator|Partner|Accountant"
    r"|Supervisor|Planner)\b)"
)
_TITLED_FROM = re.compile(
    rf"(?P<name>(?:{TITLES}\s+)+[^,;()–—]{{2,40}}?)\s[–—-]\s(?P<office>[^,;()–—]{{3,60}}),\s(?P<of>[A-Z][^,;()–—]{{3,60}})"
)
_PLURALS = re.compile(rf"\b{PLURAL}")
# "Ada Brindle, Partner, Keld LLP Tom Orme, Manager", as lines of a cell run together
_COMPANY_ENDS = re.compile(r"(?<=\b(?:LLP|Ltd|plc|PLC))\s(?=[A-Z][a-z]+ [A-Z][\w’'-]+, [A-Z])")
_WORKPLACE = re.compile(r"[A-Z][a-z]+ \d{1,3}")  # "Ward 14"

# "(AB) ", before the next entry
_LETTERS_END = re.compile(r"\([A-Z]{2,4}\)[*†.]?\s+(?=[A-Z])")
_LETTERS_LAST = re.compile(r"\((?P<letters>[A-Z]{2,4})\)[*†.]?\s*$")


def people_in(text: str, *, offset: int = 0) -> list[Person]:
    """The people in a printed list such as "Cllrs A Smith and B Jones, Ms C Brown (Clerk)".

    A part that does not look like a name is a role of the one before it if it looks like a role; else it is left out.
    """
    if "(" in text and _NESTED.search(text):
        people = people_in(_NESTED.sub("❨\\1❩", text), offset=offset)
        return [replace(one, role=one.role and one.role.translate(_UNNESTED)) for one in people]
    if "," in text and (fields := _with_fields(text)) != text:
        return [replace(one, role=one.role and _ands(one.role)) for one in people_in(fields, offset=offset)]
    if _DEPARTMENT.fullmatch(text) or _OF_PLACES.fullmatch(text):
        return []
    text = _COMPANY_ENDS.sub(";", text)
    text = _OF_COUNTY.sub(_blank, text)
    text = _NOBODY.sub(_blank, _HANDLE.sub(_blank, _TWICE.sub(_blank, text.translate(_ROUND))))
    if entries := _lettered_in_turn(text):
        return [one for at, entry in entries for one in people_in(entry, offset=offset + at)]
    if ahead := _INITIALS_AHEAD.match(text):
        people = people_in(text[ahead.end() :], offset=offset + ahead.end())
        return [replace(people[0], initials=people[0].initials or ahead["letters"]), *people[1:]] if people else []
    numbers = [int(number) for number in _NUMBERED.findall(text)]
    if numbers and numbers == [*range(1, max(2, len(numbers)) + 1)]:
        text = _NUMBERED.sub(_parted, text)
    if _LED_BY_ONE.match(text):
        text = _RUN_ON.sub(_parted, text)
    if _INITIALLED_IN_TURN.fullmatch(text):
        text = _NEXT_INITIALS.sub(";", text)
    text = _BY_GROUP.sub(_parted, _OF_A_KIND.sub(_blank, UNNAMED.sub(_blank, text)))
    if initialled := by_initials(text, offset):
        return initialled
    if turned := surnames_first(text, offset):
        return turned
    if (
        one := _titled_from(text, offset)
        or _lettered(text, offset)
        or _lettered_from(text, offset)
        or _of_a_body(text, offset)
        or _retired(text, offset)
    ):
        return [one]
    if bracketed := offices_with_names(text, offset):
        rest = text[bracketed[-1].end - offset :]
        return [*bracketed, *people_in(rest, offset=bracketed[-1].end)]
    if columns := in_columns(text):
        return [person for at, part in columns for person in _part_by_part(part, offset + at)]
    if _is_name_and_role(text):
        return [person for at, segment in _segments(text) for person in _name_and_role(segment, offset + at)]
    if parted := _some_with_roles(text, offset):
        return parted
    found, led = _part_by_part(text, offset), offices_leading(text, offset)
    return led if len(led) >= max(len(found), 2) else found


def _with_fields(text: str) -> str:
    """The text with a sign for the "and" within an office: "Ada Brindle, Risk and Safety Manager"."""

    def marked(office: re.Match[str]) -> str:
        if begins_with_given(office["first"]) or _PLURALS.search(text):
            return office[0]
        at = office.start("and") - office.start()
        return office[0][:at] + "＆" * len(office["and"]) + office[0][at + len(office["and"]) :]

    return _TWO_FIELDS.sub(marked, text)


def _ands(role: str) -> str:
    return role.replace("＆＆＆", "and").replace("＆", "&")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _parted(match: re.Match[str]) -> str:
    return ";".ljust(len(match[0]))


def _lettered_in_turn(text: str) -> list[tuple[int, str]]:
    """The entries of "Ada Brindle, Tide Survey (AB) Tom Orme, Ropes (TO)", whose initials end them; none, or two on."""
    ends = [match.end() for match in _LETTERS_END.finditer(text)]
    entries = [(a, text[a:b]) for a, b in pairwise([0, *ends, len(text)]) if text[a:b].strip()]
    letters = [_LETTERS_LAST.search(entry) for _, entry in entries]
    alike = all(end and are_initials(end["letters"], entry) for end, (_, entry) in zip(letters, entries, strict=True))
    return entries if len(entries) > 1 and alike else []


def _lettered(text: str, offset: int) -> Person | None:
    """The person in "Ada Brindle, Tide Survey (AB)"; the initials are not those of what follows the comma."""
    one = _LETTERED.fullmatch(text.strip())
    if not one or not are_initials(one["letters"], one["name"].strip()):
        return None
    last = re.split(r"\band\b|&", one["of"])[-1].strip()
    people = _part_by_part(one["name"], offset + text.index(one["name"]))
    if len(people) != 1 or " " not in people[0].name or (" " in last and are_initials(one["letters"], last)):
        return None
    return replace(people[0], role=people[0].role or one["of"], initials=one["letters"])


def _lettered_from(text: str, offset: int) -> Person | None:
    """The person in "Ada Brindle (AB), OFS, Tide Research"."""
    one = _LETTERED_FROM.fullmatch(text.strip())
    if not one or not are_initials(one["letters"], one["name"]) or re.search(r"\band\b|&", one["of"]):
        return None
    if any(begins_with_given(part) for part in one["of"].split(", ")):
        return None  # "Ada Brindle (AB), OFS, Tom Orme"
    people = _part_by_part(one["name"], offset + text.index(one["name"]))
    return replace(people[0], role=one["of"], initials=one["letters"]) if len(people) == 1 else None


def _of_a_body(text: str, offset: int) -> Person | None:
    """The person in "Ada Brindle, Parks and Ferries Service"."""
    one = _OF_A_BODY.fullmatch(text.rstrip(" ."))
    if not one or not (GROUP.search(one["of"]) or re.search(r"\b(?:Services?|Courts)$", one["of"])):
        return None
    people = _part_by_part(one["name"], offset)
    named = len(people) == 1 and " " in people[0].name and not re.match(TITLES, one["of"])
    return replace(people[0], role=people[0].role or one["of"]) if named else None


def _titled_from(text: str, offset: int) -> Person | None:
    """The person in "Mr T. Orme – Licence Holder, Mill Street Stores", who alone has a title."""
    one = _TITLED_FROM.fullmatch(text.strip())
    if not one or not is_role(one["office"]) or _TITLE.search(one["of"]) or begins_with_given(one["of"]):
        return None
    people = _part_by_part(one["name"], offset + text.index(one["name"]))
    return replace(people[0], role=f"{one['office']}, {one['of']}") if len(people) == 1 else None


def _retired(text: str, offset: int) -> Person | None:
    """The person in "Ada Brindle, OFS, ACF (Retd)"."""
    one = _RETIRED.fullmatch(text.strip())
    people = _part_by_part(one["name"], offset + text.index(one["name"])) if one else []
    named = one and len(people) == 1 and " " in people[0].name and not people[0].role
    return replace(people[0], role=one["of"]) if one and named else None


def _part_by_part(text: str, offset: int) -> list[Person]:
    found: list[Person] = []
    title: str | None = None  # in the plural, of those who follow: "Cllrs Orme, Tay and Keld"
    offices_first = False
    alone = text.count(",") == 1 and len(_DASHED.findall(text)) < 2 and not _SEVERAL.search(text)
    for entry in _entries(text):
        bare, notes = name_and_notes(entry.text)
        if _WORKPLACE.fullmatch(bare):
            continue
        if marked := office_marked(bare):
            bare, notes = marked[1], [marked[0], *notes]
        bare = _WHEN.sub("", CAME_OR_WENT.sub("", bare)).strip(" .;:*–-\t")
        if found and (more := with_more(found[-1], bare, notes, alone=alone and not title)):
            found[-1] = more
            continue
        bare, letters = initials_after(bare)
        own = _TITLE.match(bare)
        if own:
            title = own[1] if re.match(PLURAL, own[1]) else None
        bare, role = role_after(bare)
        leads = not own and (offices_first or _may_lead(found, entry.between, title)) and office_first(bare)
        if leads:
            offices_first = True
        if office := leads or office_beside(bare, titled=bool(own)):
            role, bare = office
            title = title if own else None  # that was of those before
        goes_on = found and not own and not title
        if goes_on and (more := with_office(found[-1], bare, entry.text, role=role, closed=entry.closed)):
            found[-1] = more
            continue
        if not _is_name(bare, titled=bool(own)):
            unnamed = _AND.fullmatch(entry.between) and entry.text.startswith("the ")  # "Cllr Orme and the Clerk"
            if found and not unnamed:
                found[-1] = with_role(found[-1], entry.text)
            title = None  # "Cllrs A and B, Town Clerk C and D": whose title it was has been told
            continue
        if _shares_surname(found, entry.between, bare):
            found[-1] = of_one_family(found[-1], bare)
        name = _PLURAL_TITLE.sub(lambda plural: _one(plural[0]), bare.rstrip("*"))
        if title and not own:
            name = f"{_one(title)} {name}"
            if _ENDS.search(entry.between):
                title = None  # "Cllrs A and B, C": the last of those with the title
        initials, said = initials_and_role(letters, notes)
        at = offset + entry.start
        found.append(Person(name, role or said, initials, at, at + len(entry.text.rstrip())))
    return found


@dataclass(frozen=True)
class _Entry:
    """A part of a list, from where it begins without "and", and what stands between it and the part before."""

    start: int
    text: str
    between: str
    closed: bool  # by a bracket, the part before


def _entries(text: str) -> Iterator[_Entry]:
    end = 0
    for start, part in parts_of(text):
        between, closed = text[end:start], text[:end].rstrip(" ,").endswith(")")
        end = start + len(part)
        if joined := _JOINED.match(part):
            between = f"{between} and "
        yield _Entry(start + (joined.end() if joined else 0), part[joined.end() if joined else 0 :], between, closed)


def _may_lead(found: list[Person], between: str, title: str | None) -> bool:
    """Whether an office may stand before the next name: at the beginning, or where no list of names goes on."""
    if not found or ";" in between or _HOLDS_OFFICE.match(found[0].name):
        return True
    return not title and bool(_AND.fullmatch(between))


def _is_name(text: str, *, titled: bool) -> bool:
    """Whether a part is a name, and not an office, a body or business: those only a title tells from names."""
    if not NAME.fullmatch(text) or len(text) < 2 or re.fullmatch(TITLES, text):
        return False
    if _POSSESSIVE.search(text) or _AN_OFFICER.match(text):
        return False
    return titled or not is_work(text)


def _shares_surname(found: list[Person], between: str, name: str) -> bool:
    """Whether the one before a name may go by its surname, too; three forenames before one are not read so."""
    forenames = len(found) > 1 and " " not in found[-2].name
    return bool(found and not forenames and _AND.fullmatch(between) and _FAMILY.fullmatch(name))


def _one(title: str) -> str:
    """A title of several in the singular."""
    if title.startswith(("Aldermen", "Selectmen", "Messrs")):
        return title.replace("men", "man").replace("Messrs", "Mr")
    return re.sub(r"[’']?s(?=\.?$)", "", title)


def _segments(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[^;]+", text)]


def _is_name_and_role(text: str) -> bool:
    """Whether semicolons part people and commas what each is: "Ada Brindle, Manager; Tom Orme, City Attorney"."""
    segments = [segment for _, segment in _segments(text) if segment.strip(" .")]
    return len(segments) > 1 and all(
        re.sub(r"\(.*?\)", "", segment).count(",")
        and not re.search(rf",\s*(?:and\s+)?{TITLES}\s+[A-Z]", segment)
        and not re.match(rf"\W*{PLURAL}", segment)
        and not _ONLY_NAMES.fullmatch(segment)
        for segment in segments
    )


def _some_with_roles(text: str, offset: int) -> list[Person]:
    """The people that semicolons part, if one at least has what they are after a comma and no title is shared."""
    if ";" not in text or re.search(rf"(?:^|;)\W*{PLURAL}", text):
        return []
    told = [(at, segment, _is_one_with_role(segment)) for at, segment in _segments(text) if segment.strip(" .")]
    if len(told) < 2 or not any(one for _, _, one in told):
        return []
    return [
        person
        for at, segment, one in told
        for person in (_name_and_role if one else _part_by_part)(segment, offset + at)
    ]


def _is_one_with_role(segment: str) -> bool:
    """Whether a segment is one person: "Una Keld, Police, Fire and Crime Commissioner", "Tom Orme, Director, KPMG"."""
    name, _, role = re.sub(r"\s*\([^()]*\)", "", segment).strip(" .").partition(", ")
    if not is_work(role) or not NAME.fullmatch(name) or " " not in name:
        return False
    parts = [part.strip() for part in re.split(r",|\band\b|&", role)]
    return not any(
        " " in part and NAMED.fullmatch(part) and not _BODY.search(part) and not is_work(part) for part in parts
    )


def _name_and_role(segment: str, offset: int) -> list[Person]:
    if _ALL_ARE.fullmatch(segment) and is_work(segment.rpartition(",")[2]):
        return _part_by_part(segment, offset)
    name, _, role = segment.partition(",")
    return [replace(person, role=person.role or role.strip(" .") or None) for person in people_in(name, offset=offset)]
