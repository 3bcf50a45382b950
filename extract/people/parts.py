"""Where a printed list is cut: at commas, semicolons, "and" and brackets, and where a title begins the next name."""

import re

from extract.people.words import NAMED, OF_AN_AREA, TITLES, begins_with_given, is_work

_LINKED = re.compile(r"\s+(?:and|together with|along with|as well as)\s+")
_NEXT_TITLE = re.compile(r"\s(?:Cllrs?|Councill?ors?|Crs?)\s")
# "Mr A Orme Mrs B Tay", as two columns are read
_NEXT_NAME = re.compile(
    r"\s+(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev|Revd|Cllr|Cr|Sir|Dame|(?:His|Her) Honou?r)\b\.?\s+[A-Z]"
)
_CLOSED = re.compile(r"\)\.?\s+(?=[A-Z])")
_NICKNAME = re.compile(r"\s*[A-Z][a-z]+ \([A-Z][a-z]+\) [A-Z][\w’'-]+\s*(?=[,;&(]|$|and\b)")  # "Una (Bee) Keld"
# A full stop typed for a comma: "Ada Brindle. Tom Orme"
_STOP = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])")
_ABBREVIATED = re.compile(
    rf"(?:{TITLES}|\b(?:Comm|Capt|Supt|Asst|Dept|Assoc|Gov|Secy?|Treas|Supv|Esq|Jnr|Snr|Admin|Mgr|Dir))$"
)
# A line of names in columns, of which the spaces between are lost: "Ada Brindle Tom Orme Una Keld"
_IN_PAIRS = re.compile(
    rf"(?:{TITLES}\s+)*"
    r"[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: [A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+"
)
_PAIR = re.compile(rf"(?:{TITLES}\s+)*\S+ \S+")
# The same with initials: "A Brindle T. L. Orme U Keld"
_LETTERS_NAME = r"(?:[A-ZÀ-Þ]\.? ?){1,3}(?<=[ .])[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ]"
_IN_LETTERS = re.compile(rf"(?:{TITLES}\s+)*{_LETTERS_NAME}(?: {_LETTERS_NAME})+")
_WITH_LETTERS = re.compile(rf"(?:{TITLES}\s+)*{_LETTERS_NAME}")
_BROKEN = re.compile(r"\s|\.")  # into words or initials
_AREA_LAST = re.compile(OF_AN_AREA)
_WITHIN = re.compile(r"\w&\w")  # "A&BC Borough"
_MARK = re.compile(r"[(),;\s•●&.]")


def parts_of(text: str) -> list[tuple[int, str]]:
    """The entries of a list with their places: cut at commas, semicolons and "and", and after brackets."""
    parts, depth, start = [], 0, 0
    for mark in _MARK.finditer(text):
        depth += (mark[0] == "(") - (mark[0] == ")" and depth > 0)
        if depth == 0 and mark.start() >= start and (cut := _cut(text, start, mark.start())):
            end, begins = cut
            parts.append((start, text[start:end]))
            start = begins
    parts.append((start, text[start:]))
    parts = [(at + len(part) - len(part.lstrip()), part.strip()) for at, part in parts if part.strip()]
    return [pair for at, part in parts for pair in _pairs(at, part)]


def _cut(text: str, start: int, index: int) -> tuple[int, int] | None:
    """Where the part from `start` ends and the next begins, if the list is cut at the mark at `index`."""
    mark = text[index]
    if mark in ",;\t\n•●" or (mark == "&" and not _WITHIN.match(text, index - 1)):
        return index, index + 1
    if mark == ")":
        closed = _CLOSED.match(text, index) and not _NICKNAME.match(text, start)
        return (index + 1, index + 2) if closed else None
    if mark == "." or not (linked := _LINKED.match(text, index)):
        return (index, index + 1) if _next_begins(text, start, index) else None
    return index, linked.end()


def _next_begins(text: str, start: int, index: int) -> bool:
    """Whether the next name begins after a space or a full stop, where the one since `start` is whole."""
    if text[index] == ".":
        name = text[start:index].strip()
        whole = _BROKEN.search(name) or (start and _are_given(name, text[index + 1 :]))
        return bool(whole and _STOP.match(text, index) and not _ABBREVIATED.search(name))
    if _NEXT_TITLE.match(text, index) and (name := text[start:index].strip()):
        return " " in name and not _AREA_LAST.search(name)
    before = text[start:index].strip()  # "S Orme Mrs P Tay": the title is of the second
    return bool(_NEXT_NAME.match(text, index) and (NAMED.fullmatch(before) or _WITH_LETTERS.fullmatch(before)))


def _are_given(name: str, rest: str) -> bool:
    """Whether of two names in a list each is a forename alone: "Ada, Tom. Una"."""
    following = re.split(r"[,;.]|\band\b", rest, maxsplit=1)[0].strip()
    return " " not in following and begins_with_given(name) and begins_with_given(following)


def _pairs(start: int, part: str) -> list[tuple[int, str]]:
    """The names of two words each in a line that was set in columns; else the part itself.

    What stands in brackets at the end is of the last of them.
    """
    names = re.sub(r"\s*\([^()]*\)$", "", part)
    if _IN_LETTERS.fullmatch(names):
        return _apart(start, part, [*_WITH_LETTERS.finditer(names)])
    pairs = list(_PAIR.finditer(names)) if _IN_PAIRS.fullmatch(names) else []
    titled = bool(re.match(TITLES, part))  # after whose name may stand what or where from: "Cllr Una Keld Mill Ward"
    work = any(is_work(pair[0]) or pair[0].endswith(" Ward") for pair in pairs[titled:])
    if len(pairs) < 2 or (work and not (titled and len(pairs) == 2)) or (names != part and not titled):
        return [(start, part)]
    if titled and pairs[-1][0].endswith(" Ward"):
        return [(start, pairs[0][0])]
    return _apart(start, part, pairs)


def _apart(start: int, part: str, names: list[re.Match[str]]) -> list[tuple[int, str]]:
    """The names in a part, the last with what follows it."""
    ends = [name.end() for name in names[:-1]] + [len(part)]
    return [(start + name.start(), part[name.start() : end]) for name, end in zip(names, ends, strict=True)]
