"""Names of people: which are thought to be of one person.

Minutes name people as it suits them: "Councillor Jane Pellowe", "Cllr J Pellowe", "Cllr Pellowe". Titles do not
count. Two names may be of one person if the surname is the same and no given name speaks against it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from minutes.found import Attended, Listed, Person
from minutes.model import Attendance

TITLE = re.compile(
    r"(?:(?:the|and)\b|(?:county|district|parish|town|city|borough)? ?(?:cllrs?|councill?ors?|counc)\b|mr|mrs|ms|miss"
    r"|mx|dr|prof(?:essor)?|sir|dame|lord|lady|baroness|rev(?:erend|d)?|canon|ald(?:erman)?|the right hon(?:ourable)?"
    r"|rt hon|hon|judge|fr|sr|capt(?:ain)?|col(?:onel)?|major|president|chair(?:man|woman|person)?|vice[- ]chair\w*"
    r"|mayor)\b\.?\s*",
    re.IGNORECASE,
)
APOSTROPHE = re.compile(r"['‘`´ʼ]")
HYPHEN = re.compile(r"(?<=\w)[‐‑‒–—−](?=\w)")  # of a double name, which leads to nothing that comes after the name
AWAY = ("apologies", "absent")
AFTER = re.compile(r"\s*(?:[,(–—]| - ).*$|\s+(?:OBE|MBE|CBE|KC|QC|JP|DL|MP|MSP|MS|PhD|Jr|Snr)\b.*$")


def bare(name: str) -> tuple[str, ...]:
    """A name in small letters without accents, titles and what stands after it.

    >>> bare("Cllr. Jane Pellowe (Chair)"), bare("the Clerk")
    (('jane', 'pellowe'), ('clerk',))
    """
    name = AFTER.sub("", HYPHEN.sub("-", APOSTROPHE.sub("’", name.strip())))
    while (title := TITLE.match(name)) and title.end() < len(name):
        name = name[title.end() :]
    return tuple(re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", _without_accents(name)))


def _without_accents(name: str) -> str:
    """A name in small letters without accents, which are left out as often as not: "ÓBRIEN" is "obrien"."""
    return "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()


def stem(name: str) -> str:
    """The longest run of letters in the surname, which every way of writing the name holds."""
    return max(re.findall(r"[^\W\d_]+", (bare(name) or ("",))[-1]), key=len, default="")


def may_be(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two bare names may be of one person: "j pellowe" may be "jane pellowe" and "john pellowe"."""
    if not name or not other or name[-1] != other[-1]:
        return False
    given = zip(name[:-1], other[:-1], strict=False)
    return all(a == b or (a[0] == b[0] and 1 in (len(a), len(b))) for a, b in given)


def same(name: str, held: Iterable[str]) -> tuple[set[str], set[str]]:
    """Which of the names in an organisation's documents are of the person called `name`, and which may be or not.

    A name is theirs if nobody else in those documents could be meant by it: with Jane and John Pellowe among them,
    "Cllr Pellowe" may be either. Two people who are called quite the same cannot be told apart.
    """
    mine, names = bare(name), {each: bare(each) for each in held}
    near = {each for each, other in names.items() if may_be(mine, other)}
    bares = set(names.values())

    def theirs(other: tuple[str, ...]) -> bool:
        return other == mine or all(may_be(each, mine) == may_be(each, other) for each in bares)

    certain = {each for each in near if theirs(names[each])}
    return certain, near - certain


def meant(name: str, came: Iterable[Attendance]) -> str:
    """By which name a meeting lists whom its minutes call `name`, where nobody else who came could be meant.

    "Cllr Pellowe" is "Cllr J. A. Pellowe" there, unless Tom Pellowe came, too; then it stays as it is. "JAP" is who is
    listed with these initials.
    """
    there, mine = [each for each in came if each.status not in AWAY], bare(name)
    names = {each.name: bare(each.name) for each in there}
    fits = {each.name for each in there if each.initials == name}
    fits = fits or {each for each, other in names.items() if may_be(mine, other)}
    fits = {each for each in fits if names[each] == mine} or fits
    return fits.pop() if len(fits) == 1 else name


def in_organisations(name: str, attended: Sequence[Attended], records: Sequence[Listed]) -> list[Person]:
    """What is said of a person in each organisation whose documents have the name."""
    named = [each.meeting.organisation for each in attended] + [each.meeting.organisation for each in records]
    people = [
        _person(
            name,
            organisation,
            [each for each in attended if each.meeting.organisation == organisation],
            [each for each in records if each.meeting.organisation == organisation],
        )
        for organisation in sorted(set(named), key=lambda each: each or "~")
    ]
    return [person for person in people if person.names]


def _person(name: str, organisation: str | None, attended: Sequence[Attended], records: Sequence[Listed]) -> Person:
    roles = ("mover", "seconder", "owner")
    came: defaultdict[str, list[Attendance]] = defaultdict(list)
    for each in attended:
        came[each.document.id].append(each.attendance)

    def called(listed: Listed, role: str) -> dict[str, str]:
        """By which name the meeting lists each; what prints the name that is asked for is theirs in any case."""
        there = came[listed.document.id]
        return {each: each if bare(each) == bare(name) else meant(each, there) for each in parties(listed, role)}

    every = [(listed, role, called(listed, role)) for listed in records for role in roles]
    held = {each.attendance.name for each in attended}
    names, unsure = same(name, held.union(*(found.values() for _, _, found in every)))
    moved, seconded, owned = (
        tuple(each for each, of, found in every if of == role and names & set(found.values())) for role in roles
    )
    names |= {printed for _, _, found in every for printed, listed in found.items() if listed in names}
    return Person(
        organisation=organisation,
        names=tuple(sorted(names)),
        unsure=tuple(sorted(unsure)),
        attended=tuple(each for each in attended if each.attendance.name in names),
        moved=moved,
        seconded=seconded,
        owned=owned,
    )


def parties(listed: Listed, role: str) -> list[str]:
    """Who moved or seconded a decision, or owns an action: "Jane Pellowe and the Clerk" are two."""
    return [name for name in re.split(r"\s*(?:[,/&;]|\band\b)\s*", getattr(listed.record, role, None) or "") if name]
