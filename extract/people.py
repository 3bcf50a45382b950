"""Names of people: from a printed list to one entry a person, with the role that is printed."""

import re
from dataclasses import dataclass

TITLES = (
    r"(?:(?:County |District |Borough |City )?(?:Cllrs?|Councillors?)"
    r"|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lady|Lord|Rev(?:d|erend)?|Canon|PC|Sgt"
    r"|Insp|CPO|Hon)\b\.?"
)
_HONOURS = r"(?:OBE|MBE|CBE|BEM|KBE|DBE|KC|QC|JP|DL|MP|MSP|MS|MLA|AM|Esq|PhD|BA|MA|FCA|FRSA)"
_ROLE = re.compile(
    r"\b(?:chair\w*|vice|clerk|officer|director|manager|secretary|treasurer|councillors?|head|leader|minister"
    r"|counsel|member|"
    r"representative|constable|adviser|advisor|lead|commissioner|president|principal|deputy|assistant"
    r"|observer|administrator|"
    r"accountant|auditors?|team|minutes?|trustee|convener|editor|governor|coordinator|co-ordinator|specialist"
    r"|analyst|planner|"
    r"consultant|solicitor|engineer|ombudsman|bursar|executive|chief|facilitator|caretaker|resident)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:council|board|trust|alliance|nhs|partnership|group|committee|commission|police|school|university|centre"
    r"|initials|representing|action|none|nil|n/a)$",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z]\.?|(?:[A-ZÀ-Þ][\w’'À-ÿ]*|d[aeiu]|de la|van|von|der|bin|al|ter|Mc|O’)(?:-[A-ZÀ-Þ]?[\w’'À-ÿ]+)*)"
_NAME = re.compile(rf"(?:{TITLES}\s+)*(?:the\s+)?{_WORD}(?:[\s]+{_WORD}){{0,5}}(?:,?\s+{_HONOURS}\b)*\*?")


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
    found: list[Person] = []
    title = None
    for start, part in _parts(text):
        bare, notes = _brackets(part)
        bare = bare.strip(" .;:*–-\t")
        label = re.match(rf"({TITLES})\s+\w", bare)
        if label:
            title = label[1] if re.match(r"(?:Cllrs|Councillors)\b", label[1]) else None
        bare, role = _role_after(bare)
        if not _NAME.fullmatch(bare) or (not label and (_ROLE.search(bare) or _GROUP.search(bare))) or len(bare) < 2:
            if found and (_ROLE.search(part) or re.fullmatch(_HONOURS, part.strip(" ."))):
                last = found[-1]
                if re.fullmatch(_HONOURS, part.strip(" .")):
                    found[-1] = Person(
                        f"{last.name}, {part.strip(' .')}", last.role, last.initials, last.start, last.end
                    )
                elif not re.fullmatch(r"Councillors|Members|Officers", part.strip(" .")):
                    found[-1] = Person(last.name, last.role or part.strip(" ."), last.initials, last.start, last.end)
            continue
        name = re.sub(r"^(Cllrs|Councillors)\b", lambda m: m[0][:-1], bare.rstrip("*"))
        if title and not label:
            name = f"{title.rstrip('s')} {name}"
        initials = next(
            (note for note in notes if re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z]?", note) and not note.isdigit()), None
        )
        roles = [note for note in notes if note != initials]
        found.append(
            Person(
                name, role or ("; ".join(roles) or None), initials, offset + start, offset + start + len(part.rstrip())
            )
        )
    return found


def _role_after(text: str) -> tuple[str, str | None]:
    """ "Mr A Smith - Clerk" is a name and a role."""
    match = re.match(r"(.+?)\s+[–—-]\s+(.+)|(.+?)\s+(?:representing|on behalf of|from)\s+(.+)", text)
    if match:
        return (match[1] or match[3]).strip(), (match[2] or match[4]).strip()
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
            if char in ",;\t\n•&":
                cut = 1
            elif re.match(r"\s+and\s+", text[index:]):
                cut = len(re.match(r"\s+and\s+", text[index:])[0])  # type: ignore[index]
            elif char == ")" and re.match(r"\)\s+(?=[A-Z])", text[index:]):
                index += 1
                cut = 1
        if cut:
            parts.append((start, text[start:index]))
            start = index + cut
            index = start
        else:
            index += 1
    parts.append((start, text[start:]))
    return [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts if part.strip()]
