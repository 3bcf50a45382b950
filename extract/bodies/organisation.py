"""The council, trust or society whose document it is."""

import re
from collections import Counter
from itertools import pairwise, takewhile

from extract.bodies.body import names_its_own
from extract.bodies.letterhead import (
    LISTED,
    NAME_ALONE,
    WHERE,
    at_its_head,
    before_its_body,
    by_its_head,
    partners,
)
from extract.bodies.letters import (
    by_acronym,
    by_its_letters,
    by_own_letters,
    in_full,
    in_running_lines,
    introduced,
    titled_by_letters,
)
from extract.bodies.named import ABOUT, named
from extract.bodies.words import (
    BODY_WORD,
    BUSINESS,
    CAPITALISED,
    COUNCIL_KIND,
    COUNCILLORS,
    LEADING,
    LINES,
    OPENING,
    capitalised,
    furniture,
    head_of,
    initials_of,
    leading,
)
from extract.dates import MONTH
from extract.people.words import TITLES, is_work
from minutes.model import Document, DocumentKind

_SIDE_BY_SIDE = re.compile(r"\w\s?[•·|]\s?[A-Z]")
_KIND_ALONE = re.compile(rf"NHS (?:Foundation )?Trust|NHS Integrated Care Board|{COUNCIL_KIND} Council")
# A line that names whose document it is, up to the name.
_OWNS = re.compile(
    r"(?:minutes|notes|record|agenda|reports?|meeting|agm|published|produced|notice|clerk|resolution|strategy|plan"
    r"|review"
    r"|statements?|members|governors|directors|trustees|board|committee|panel|commission|council|senate|cabinet|proprietors)\b.*"
    r"\b(?:of|for|by|to|at)(?: the)?$|[–|:-]$",
    re.IGNORECASE,
)
_BOARD_OF = re.compile(rf"\b{BODY_WORD},$")  # "the Board of Education, Fenwold School District"
_TOLD = re.compile(
    r"(?!of|meeting|minutes|held|convened|met (?:in|on|at)\b|at|on|for)[a-z]+\b|[’']s|, (?:which|who|whose)\b"
)
_HEADS = re.compile(
    r"\W*(?:draft |confirmed )?(?:minutes|notes|record|report|agenda|published|a meeting"
    r"|(?:the |an? )?(?:[\w-]+ ){0,3}meeting of)",
    re.IGNORECASE,
)
_DATED = re.compile(rf"^(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?(?:19|20)\d\d,?\s", re.IGNORECASE)
_HOST = re.compile(r"[@/.]([a-z][a-z0-9-]+)\.(?:gov\.uk|gov|nhs\.uk|org\.uk|org|edu|ac\.uk|sch\.uk|co\.uk|com)\b")
# "Fenwold and Larkhaven Joint Waste Committee", whose members several councils send
_JOINT = re.compile(
    r"\band [A-Z].*\bJoint\b.*\b(?:Committee|Board|Panel)\b|\bPolice (?:and|&) Crime Panel\b", re.IGNORECASE
)
TITLE = 3  # lines at the head, one of which is the title
PROSE = 40  # words of a paragraph
_COUNCIL = re.compile(r"Council$|^(?:City|Town)\b")
_THE_COUNCIL = re.compile(rf"\b[Tt]he (?:(?:{COUNCIL_KIND} )?Council|City)\b(?! (?:of|Council)\b)")
_KINDS = ("Foundation", "Association", "Society", "Consortium", "Federation", "Institute")
_MET = re.compile(rf"{BODY_WORD} meeting\b")
_MET_AT = re.compile(r"\b(?:held|met|meeting)\b.* (?:at|in)(?: the)?$", re.IGNORECASE)
# "Ada Brindle –", of whom a list says where from
_SOMEBODY = re.compile(rf"\W*(?:{TITLES} )*[A-Z][\w’'.-]* (?:[A-Z]\.? )?[A-Z][\w’'-]+(?: \([^()]*\))? ?[–,:-]")
# "Ada Brindle (Fenwold City Council)", "Ada Brindle, Head of Roads, Fenwold City Council": whom somebody is from
_FROM = re.compile(
    rf"(?<!Clerk)[,(–—-]$|^\W*(?:{TITLES} )*[A-Z][\w’'.-]* (?:[A-Z]\.? )?[A-Z][\w’'-]+(?: \([A-Z][A-Za-z]{{1,3}}\))?$"
)
_PLACED = re.compile(r"\W*(?:venue|location|place|where|contact)\W{0,3}:", re.IGNORECASE)


def find_organisation(document: Document, kind: DocumentKind) -> str | None:
    """The council, trust or society whose document it is, as printed; null where none is clearly it.

    A website says whose it is. Elsewhere its first lines come first, then the file's title, running headers and
    footers; then the name that the text itself uses most; then a short name or an acronym.
    """
    for name, _, _ in named(document.site or ""):
        return name
    printed = [*named(document.text)]
    everywhere = Counter(name for name, _, _ in printed)
    if letters := titled_by_letters((*head_of(document)[:3], document.title or "")):
        return in_full(letters, document.text)
    head = [*_joined([*takewhile(lambda line: not BUSINESS.match(line), head_of(document)[:LINES])])]
    if kind == "report":  # below whose first paragraph names head sections
        if any(map(_joins, head)) and (joint_report := partners(document)):
            return joint_report
        above = [*takewhile(lambda line: len(line.split()) < PROSE, head)]
        if titled := _in_title(document, above, everywhere) or introduced(document.text):
            return titled
    joint = kind != "report" and any(map(_JOINT.search, (*head[:TITLE], document.title or "")))
    if titled := _in_title(document, head[:TITLE] if joint else head, everywhere):
        return titled
    if joint:
        return None
    if kind == "minutes" and (ahead := at_its_head(document)):
        return ahead
    if kind == "minutes" and any(map(names_its_own, head[:TITLE])):
        return None
    council = _kind_of_council(document.text)
    own = printed if kind == "report" else [each for each in printed if not _FROM.search(each[1])]
    ours = Counter(name for name, _, _ in own if _may_be_ours(name, council))
    return (
        _at_the_address(document, ours)
        or _whose_board_met(printed)
        or _most_named(_at_home(ours, document.text) if kind == "minutes" else ours, document.text)
        or (_parish(document.text) if council == "Parish" else None)
        or titled_by_letters(head_of(document)[:LINES])
        or by_acronym(document.text, council)
        or in_running_lines(document)
        or before_its_body(document)
        or by_its_head(document, kind)
        or by_its_letters(document.text)
        or _introduced(document)
        or (_by_its_kind(everywhere, document.text) if kind == "minutes" else None)
        or (by_own_letters(document) if not council and kind != "other" else None)
    )


def _in_title(document: Document, head: list[str], everywhere: Counter[str]) -> str | None:
    """The one that these first lines, the file's title or running lines name as whose document it is."""
    title = document.title or ""
    first = [title] if document.media_type == "text/html" else []
    lines = [*first, *head, title, *furniture(document)]
    for index, line in enumerate(lines):
        for name, before, after in named(line):
            if (
                LISTED.match(line)
                or _PLACED.match(line)
                or (
                    before.endswith(",") and after.startswith(",") and not _BOARD_OF.search(before)
                )  # "4 May 2024, Fenwold College, Room 2"
                or _MET_AT.search(before)
                or (index > 2 and _SOMEBODY.fullmatch(before) and not is_work(before))
            ):
                continue
            elsewhere = WHERE.match(line) or ABOUT.match(f"{before} ")
            short = index < TITLE and not after and len(line.split()) < 15 and not elsewhere
            if short or _is_title(line, name, before, after):
                return _best_variant(name, everywhere)
    return None


def _introduced(document: Document) -> str | None:
    """The one that the text is introduced with, if it is not what an item of business is about."""
    name = introduced(document.text)
    titles = (b for b in document.blocks if b.kind == "heading" or b.in_bold)
    about = name and any(f"{name} " in document.text[b.start : b.end] for b in titles)
    return None if about else name


def _joined(lines: list[str]) -> list[str]:
    """Lines with those put first that a letterhead breaks: "Mill Vale Hospitals" over "NHS Foundation Trust".

    What stands below "held on 4 May at" is left out: it is where they met.
    """
    broken = [
        f"{first} {second}"
        for first, second in pairwise(map(capitalised, lines))
        if _KIND_ALONE.fullmatch(second) and NAME_ALONE.fullmatch(first)
    ]
    return [
        *broken,
        *(line for before, line in pairwise(["", *lines]) if not re.search(r"\b(?:at|in)(?: the)?$", before)),
    ]


def _is_title(line: str, name: str, before: str, after: str) -> bool:
    """Whether a line is headed by the name or says that the document is that organisation's, not just speaks of it."""
    before = LEADING.sub("", _DATED.sub("", before + " ")).strip()
    words = len(line.split())
    if name.endswith(("School", "College", "University")) and before and words > 2 * len(name.split()):
        return False
    told = _TOLD.match(after)
    sentence = line.rstrip().endswith(".") and not _HEADS.match(line)
    of_board = _HEADS.match(line) and _BOARD_OF.search(before)
    owned = bool(_OWNS.search(before) or of_board) and not re.search(r"[.;]\s", before)
    return (not before and not told) or (owned and not sentence)


def _best_variant(name: str, everywhere: Counter[str]) -> str:
    """A letterhead may say "Example’s Libraries" where the text says "Example Libraries"."""
    plain = re.sub("[’']s", "", name)
    if plain in everywhere:
        return plain
    # "THE CITY OF EXAMPLE DOES ORDAIN", in capitals, does not tell where the name ends; the text does.
    shorter = [other for other in everywhere if name.startswith(f"{other} ") and everywhere[other] > everywhere[name]]
    return max(shorter, key=len, default=name)


def _may_be_ours(name: str, kind: str | None) -> bool:
    """Whether a name that only the running text prints may be whose document it is: a council of the kind that
    the text calls "the Parish Council", or a body of that size."""
    if name.endswith("Council"):
        plain = not re.search(rf"{COUNCIL_KIND} Council$", name)
        return not kind or name.endswith(f"{kind} Council") or (plain and kind not in ("Parish", "Town", "Community"))
    return bool(
        re.search(
            r"(?:NHS(?: Foundation)? Trust|Integrated Care Board|Consortium)$|^(?:College|University|City|Ministry)",
            name,
        )
    )


def _at_the_address(document: Document, everywhere: Counter[str]) -> str | None:
    """The organisation that the text names and that most of its web and e-mail addresses belong to."""
    hosts = Counter(match[1].replace("-", "") for match in _HOST.finditer(document.text))
    host, count = next(iter(hosts.most_common(1)), ("", 0))
    own = [name for name in everywhere if _letters(name).startswith(host) or (len(host) > 5 and host in _letters(name))]
    return max(own, key=lambda name: everywhere[name]) if own and 2 * count > hosts.total() else None


def _whose_board_met(printed: list[tuple[str, str, str]]) -> str | None:
    """ "Mill Vale NHS Trust", where those who came were welcomed "to the Mill Vale NHS Trust Board meeting"."""
    met = {name for name, _, after in printed if _MET.match(after)}
    return met.pop() if len(met) == 1 else None


def _at_home(names: Counter[str], text: str) -> Counter[str]:
    """Names less the councils that the minutes of others speak of: those of a council say "the Council", or have
    councillors come, and a club that writes to one calls it by its name."""
    if COUNCILLORS.search(text, 0, OPENING) or len(_THE_COUNCIL.findall(text)) > 1:
        return names
    return Counter({name: count for name, count in names.items() if not _COUNCIL.search(name)})


def _most_named(everywhere: Counter[str], text: str) -> str | None:
    """The one organisation that the text keeps naming, in full or by its acronym, if no other comes near it."""
    acronyms = Counter(re.findall(r"\b[A-Z]{3,5}\b", text))
    known = {name: acronyms[initials_of(name)] for name in everywhere}
    everywhere = Counter({name: count + (known[name] if known[name] > 2 else 0) for name, count in everywhere.items()})
    first, count, other = leading(everywhere)
    return first if count >= 2 and count >= 2 * other else None


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())


def _kind_of_council(text: str) -> str | None:
    """ "Parish", where the text speaks of "the Parish Council" and of no other kind as often."""
    kinds = Counter(kind.title() for kind in re.findall(rf"\b[Tt]he ({COUNCIL_KIND}) Council\b", text))
    first, count, other = leading(kinds)
    return first if count > other else None


def _by_its_kind(everywhere: Counter[str], text: str) -> str | None:
    """ "Mill Foundation", where the text speaks of "the Foundation" and names one only."""
    for kind in _KINDS:
        if len(re.findall(rf"\b[Tt]he {kind}\b(?! (?:of|for)\b)", text)) > 1:
            named = [name for name in everywhere if name.endswith(f" {kind}")]
            return named[0] if len(named) == 1 else None
    return None


def _parish(text: str) -> str | None:
    """ "Example Parish", where the text speaks of the Parish Council and of one parish only."""
    pattern = (
        rf"\b((?!(?:The|Annual|Our|This)\b){CAPITALISED}(?:[ -]{CAPITALISED})* Parish)\b(?! Council| Meeting| Clerk)"
    )
    places = set(re.findall(pattern, text))
    return str(places.pop()) if len(places) == 1 else None


def _joins(line: str) -> bool:
    """Whether a line of a cover names several organisations side by side, whose joint report it is."""
    return bool(_SIDE_BY_SIDE.search(line)) and len({name for name, _, _ in named(line)}) > 1
