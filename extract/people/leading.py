"""Lists in which the offices stand first: "City Manager Tay, Fire Captain Orme", "Chief Executive (A Brindle)"."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extract.people.person import Person
from extract.people.words import NAME, PLURAL, TITLES, begins_with_given, is_role, is_work

_OFFICE = (
    r"(?:Administrator|Advis[eo]r|Assistant|Attorney|Auditor|Captain|Chair(?:man|woman|person)?"
    r"|Chief(?! (?:Executive|Financial|Operating|Finance"
    r"|Administrative|Information|People))|Clerk|Coordinator|Counsel|Director|Engineer|Executive"
    r"|Inspector|Librarian|Lieutenant|Manager|Marshal|Officer|Planner|Recorder|Sergeant|Secretary|Solicitor|Specialist"
    r"|Superintendent|Supervisor|Surveyor|Technician|Treasurer)"
)
_LED = re.compile(rf"(?:(?:[A-Z][\w’'&/.-]*|of|and|for|the|&|/)\s)*?(?:[A-Z]\w+/)?{_OFFICE}\b")
_CUT = re.compile(r"[,;]\s*(?:and\s+)?|\s+and\s+")
_CALLED = re.compile(r"(?:[a-z-]+\s)+(?=[A-Z])")  # "newly elected"
_WORD = r"[A-ZÀ-Þ][\w’'À-ÿ-]*\.?"
_LONGEST = 3  # words of a name
_WITH_NAME = re.compile(r"(?:\s*+(?:[,;.]|\band\b))?\s*+(?:and\s+)?(?P<role>[^();]+)\((?P<name>[^()]+)\)")


def offices_leading(text: str, offset: int) -> list[Person]:
    """The people of a list in which each office stands before its name; none if it is no such list.

    Of what an office is goes on to the name, "Director of Public Works Ada Brindle": names have as many words as those
    right behind an office have.
    """
    parts = [*_parts(text)]
    if not parts or not _LED.match(parts[0][1]) or any(re.match(PLURAL, part) for _, part in parts):
        return []
    words = Counter(n for _, part in parts if (n := _named_at_once(part)))
    if not words:
        return []
    length = words.most_common(1)[0][0]
    told = [_person(part, at + offset, length) for at, part in _whole(parts, length)]
    found = [person for person in told if person]
    sure = sum(words.values()) > 1 or all(person and person.role for person in told)
    return found if sure and 3 * len(found) >= 2 * len(told) else []


def offices_with_names(text: str, offset: int) -> list[Person]:
    """The people of a list in which each name stands in brackets behind its office; none if it is no such list."""
    found: list[Person] = []
    end = 0
    while told := _WITH_NAME.match(text, end):
        role, name = told["role"].strip(" ,\n\t"), told["name"].strip()
        if not is_role(role) or re.match(rf"{TITLES}\s[A-Z]", role) or not _is_name(name) or " " not in name:
            return []
        if "," in role and not _is_one_office(role, name):
            return []
        found.append(Person(name, role, None, offset + told.start("role"), offset + told.end()))
        end = told.end()
    return found


def _is_one_office(role: str, name: str) -> bool:
    """Whether commas part what one office is for, "Director of Boats, Toll Gates and Locks (Mr T. Orme)"."""
    first, *rest = (part.strip() for part in role.rstrip(" ,").split(","))
    return is_role(first) and bool(re.match(rf"{TITLES}\s", name)) and not any(map(_is_somebody, rest))


def _is_somebody(part: str) -> bool:
    return bool(re.match(rf"{TITLES}\s", part)) or (" " in part and _is_name(part) and begins_with_given(part))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The parts between commas, semicolons and "and", less what is said before an office in small letters."""
    text = text.rstrip(" .")
    if "(" in text or ":" in text:
        return
    cuts = [(0, 0), *(cut.span() for cut in _CUT.finditer(text)), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(cuts):
        called = _CALLED.match(text, start)
        start = called.end() if called and called.end() < end else start
        if part := text[start:end].strip():
            yield start, part


def _named_at_once(part: str) -> int:
    """How many words of a name stand right behind an office at the end of a part."""
    led = _LED.match(part)
    rest = part[led.end() :].strip() if led else ""
    count = len(rest.split())
    return count if 0 < count <= _LONGEST and _is_name(rest) else 0


def _whole(parts: list[tuple[int, str]], length: int) -> Iterator[tuple[int, str]]:
    """The parts, each put together with the next if it breaks off in an office: "Manager Parks" and "Ferries A Tay"."""
    held: tuple[int, str] | None = None
    for at, part in parts:
        if held and not _LED.match(part):
            yield held[0], f"{held[1]} and {part}"
            held = None
            continue
        if held:
            yield held
        led = _LED.match(part)
        rest = part[led.end() :].split() if led else []
        held = (at, part) if led and (len(rest) < length or (rest[0] == "of" and len(rest) <= length + 1)) else None
        if not held:
            yield at, part
    if held:
        yield held


def _person(part: str, at: int, length: int) -> Person | None:
    """The person whom a part names behind an office or, after a title or with none, by itself."""
    words = part.split()
    led = _LED.match(part)
    if led and len(words) > length:
        name = " ".join(words[-length:])
        role = part[: len(part) - len(name)].strip()
        if length == 1 or not re.fullmatch(r"[A-Z]\.?", words[-length - 1]):
            return Person(name, role, None, at, at + len(part)) if _is_name(name) and is_role(role) else None
        return Person(f"{words[-length - 1]} {name}", role, None, at, at + len(part))
    titled = re.match(rf"{TITLES}\s", part)
    alone = not led and 1 < len(words) <= _LONGEST + bool(titled) and (titled or not is_work(part))
    return Person(part, None, None, at, at + len(part)) if alone and NAME.fullmatch(part) else None


def _is_name(text: str) -> bool:
    return bool(re.fullmatch(rf"{_WORD}(?:\s{_WORD}){{0,3}}", text)) and not is_work(text)
