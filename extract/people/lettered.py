"""Lists in which everybody stands with their initials: "Ada Brindle (AB) Chair Tom Orme (TO)"."""

import re

from extract.people.person import Person
from extract.people.words import INITIALS, PLURAL, TITLES, WORD, is_work

_ONLY_INITIALS = re.compile(r"[A-Z]{2,3}\.?(?:, ?[A-Z]{2,3}\.?)*")  # of those after "Ada Brindle (AB)"
# "Mill Tide Administration (MTA)", "the Ferry Office (MFO)": whom somebody comes from
_OF_BODIES = re.compile(
    r"(?<=\w )(?P<body>Administration|Services?|Society|Office|Agency|Bureau|Institute|University|Council|Trust"
    r"|Forecasts|Association|Authority|Ministry|Commission)\s\([A-Z]{2,7}\)"
)
_BRACKETED = re.compile(rf"\s*\(({INITIALS}|[A-Z][a-z]?[A-Z])\)")


def by_initials(text: str, offset: int) -> list[Person]:
    """People with their initials in brackets, and after these what they are: "Ada Brindle (AB) Chair Tom Orme (TO)".

    None where anything else stands before the first of them, or somebody without initials among them.
    """
    if re.match(rf"\W*{PLURAL}", text):
        return []  # whose title is that of those after them, too
    text = _OF_BODIES.sub(lambda of: of["body"].ljust(len(of[0])), text)
    marks = list(_BRACKETED.finditer(text))
    starts = [_name_before(text, mark) for mark in marks]
    if not marks or None in starts or text[: starts[0]].strip(" •–-\t\n"):
        return []
    found = []
    for number, (start, mark) in enumerate(zip(starts, marks, strict=True)):
        to = starts[number + 1] if number + 1 < len(marks) else len(text)
        role = re.sub(r"^\W+(?:of (?:the )?)?|(?:\W|\band\b)+$", "", text[mark.end() : to])
        named = re.search(rf"[,;\n]\s*(?:{TITLES}\s+)?{WORD}\s+{WORD}(?=\s*(?:[,;\n]|$))", f",{role}")
        if "(" in role or _ONLY_INITIALS.fullmatch(role) or (named and not is_work(role)):
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
