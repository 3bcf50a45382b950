"""What was put to the vote in a line of its own, over lines that count the sides: "Approve the lease:", "For: 60".

Or before a count in the same line: "Lend the barge to the school: 11 agreed, 1 against".
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract.decisions.limbs import Limb
from extract.decisions.verdict_lines import says_nothing
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.polled import is_elsewhere
from extract.findings import Findings
from extract.items.titles import TYPED
from extract.text import content_start
from minutes.model import Document, Votes

# What can be voted on; a line of talk over a count tells what was voted on somewhere else, and "Support for the scheme"
# over the answers to a survey is no vote.
_PUT = re.compile(
    r"(?:(?:motion|proposal|resolution|question|vote)(?: (?:no\.? ?)?\w{1,4})?\s*[:–-]\s*)?"
    r"(?:(?:to )?(?:re-?)?(?:approve|adopt|accept|ratify|amend|elect|appoint|endorse|authori[sz]e|confirm|grant"
    r"|dissolve|change|raise|increase|reduce|remove|move|allow|admit|set|extend|sell|buy|purchase|support|join|leave)\b"
    r"(?! (?:of|in|for|from|by|among|on)\b)"
    r"|that\b|(?:should|shall) [^?]{5,300}\?$|(?:motion|proposal|resolution) (?:to|that|on|for)\b"
    r"|votes? (?:to|for|on) \w[^:]{5,100}:$"
    # "For Una Keld as treasurer:"
    r"|for (?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}) as [^:]{3,60}:$)",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:votes? |total |number )?(?:cast )?(?:in favou?r|for|yes|ayes?|yeas?|opposed|against|no|noes|nays?"
    r"|abstain(?:ed|ing)?|abstentions?|abst\.?)\s?[:–-]\s?\d{1,4}[.;]?",
    re.IGNORECASE,
)
# "7 yes", "7 yes 0 no 1 abstain": lines that count with the figure first
_SIDE_WORD = r"(?:yes|ayes?|yeas?|for|in favou?r|no|nays?|noes|against|opposed|abst[a-z]*)"
_FIGURE_FIRST = re.compile(
    rf"\d{{1,4}} (?:votes? )?{_SIDE_WORD}(?:(?:[,;]| and|, and)?\s\d{{1,4}} (?:votes? )?{_SIDE_WORD}){{0,3}}[.;]?",
    re.IGNORECASE,
)
_SIDES = 4  # lines at most
# "Final vote: 22 for, 1 against", "Vote 3/2/1 passes": a line that counts, and says of itself that it is of a vote.
_TALLY = re.compile(
    r"(?:(?:the|final|our) )?(?:votes?|voting|ballot|tally)(?: (?:was|were|is|results?|counts?|taken))?\b\W{0,3}"
    r"(?P<rest>.{3,80})",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?:for|yes|in favou?r|ayes?|yeas?)\s?[:/,|–-]\s?(?:against|no|opposed|noes|nays?)(?:\s?[:/,|–-]\s?abst\w*)?",
    re.IGNORECASE,
)
_NOT_PUT = re.compile(  # "Final vote: 22 for", and what others thought
    r"(?:(?:the|final|our) )?(?:votes?|voting|ballot|tally|poll|result)(?: (?:was|were|is|count|taken))?"
    r"|.*\bvot(?:e|ing) (?:totals?|counts?|results?)\b.*"
    r"|.*\b(?:feedback|respon[ds]\w*|replies|comments|letters|forms|attendance|present|quorum|surveys?"
    r"|questionnaires?|consultations?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_COUNTS = re.compile(
    r"(?P<for>\d{1,3})\s?(?P<by>[:/,–-])\s?(?P<against>\d{1,3})(?:\s?(?P=by)\s?(?P<abstain>\d{1,3}))?[/.]?"
    r"(?:\s(?P<verdict>passe[sd]|carrie[sd]|fails|failed|lost)\b[.!]?)?",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"(?:(?:motion|proposal|amendment|vote) )?(?:passe[sd]|carrie[sd]|approved|agreed|adopted|accepted|lost|fails"
    r"|failed|defeated|rejected)(?: unanimously)?(?: ?\([^)]{3,40}\))?[.!]?",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:said|asked|noted|reported|explained|thought|felt|discussed|talked|told|spoke)\b", re.IGNORECASE
)
_ENTRY = 30  # words
_LONGEST = 400  # characters
# "Lend the barge: 11 agreed, 1 against": a count of both sides after what was put
_AT_END = re.compile(
    r"(?::|\s[–—])\s(?P<for>\d{1,2}) (?:agreed|for|in favou?r|ayes?|yeas?|yes)\b"
    r"(?P<rest>(?:(?:,|;| and|, and|(?= )) ?\d{1,2} (?:against|no|nays?|noes|opposed|disagreed|abst[a-z]*)\b){0,3})"
    r"(?P<stop>[.;]?)(?=\s*$|\s+[A-Z])",
    re.MULTILINE,
)

_JOINED = re.compile(r"[,;]|\band\b")


class Counted(NamedTuple):
    """What was voted on, how, and the stretch in which the votes and the verdict stand."""

    limb: Limb
    votes: Votes | Literal["unanimous"]
    within: tuple[int, int]


def counted(found: Findings) -> Iterator[Counted]:
    """Each such line that no decision tells, with its vote, where one side has more."""
    document = found.document
    taken = [(decision.citation.start, decision.citation.end) for decision in found.decisions]
    headed = {item.citation.start for item in found.items}
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind in ("table_row", "note"):
            continue
        told = [*_at_end(document, index), *_over(document, index, titled=block.start in headed)]
        for each in told:
            limb, votes = each.limb, each.votes
            even = votes != "unanimous" and (votes.for_ is None or (votes.against or 0) == votes.for_)
            if even or any(at < limb.end and limb.start < to for at, to in taken) or _is_on_another(found, each):
                continue
            weighed = any(low <= limb.start < high for low, high in found.weighed)
            if not weighed and not is_elsewhere(document, limb.start):
                yield each


def _is_on_another(found: Findings, each: Counted) -> bool:
    """Whether the vote is that of a decision told further up in the item: the motion that talk of it stands below."""
    start = each.limb.start
    since = found.item_start(start)
    return any(
        since <= d.citation.start < start and d.votes == each.votes and not says_nothing(d.text)
        for d in found.decisions
    )


def _over(document: Document, index: int, *, titled: bool) -> Iterator[Counted]:
    """A block over lines that count the sides, or over one that says that it tells a vote."""
    block = document.blocks[index]
    start = content_start(document, block)
    if titled and (typed := TYPED.match(document.text[start : block.end])):
        start += typed.end()
    text = document.text[start : block.end].rstrip()
    limb = Limb(start, start + len(text.removesuffix(":")))
    if _PUT.match(text):
        below = _below(document, index)
        votes = _figures_first(below) or votes_in(below)
        if isinstance(votes, Votes) and votes.against is not None:
            yield Counted(limb, votes, (block.end, block.end))
            return
    entry = block.kind == "list_item" or (block.kind == "paragraph" and not text.endswith((".", "!")))
    entry = entry and not titled and len(text) < _LONGEST and not _TALK.search(text)
    if entry and 1 < len(text.split()) <= _ENTRY and not _NOT_PUT.fullmatch(text):
        for votes, last in _tallied(document, index) if not says_nothing(text) else ():
            yield Counted(limb, votes, (block.end, document.blocks[last].end))


def _line(document: Document, index: int) -> str:
    """The text of a block that may be a line of a vote; "" where there is none."""
    if index >= len(document.blocks) or document.blocks[index].furniture:
        return ""
    block = document.blocks[index]
    return document.text[content_start(document, block) : block.end].strip()


def _tallied(document: Document, index: int) -> Iterator[tuple[Votes | Literal["unanimous"], int]]:
    """The vote that the line below a block tells, or the two lines, and the last block that is of it."""
    below, last = _line(document, index + 1), index + 1
    own = _TALLY.fullmatch(_line(document, index))
    if own and not _PUT.match(own["rest"]):
        return
    votes: Votes | Literal["unanimous"] | None = None
    if _HEADS.fullmatch(below):
        last += 1
        votes = _figures(_line(document, last))
    elif (tally := _TALLY.fullmatch(below)) and not (below.endswith(":") or _PUT.match(tally["rest"])):
        votes = _figures(tally["rest"]) or votes_in(below)
    if votes:
        yield votes, last + bool(_VERDICT.fullmatch(_line(document, last + 1)))


def _figures(text: str) -> Votes | None:
    """Votes told as figures alone: "6:0:0", "3/2/1 passes"; of two figures the vote must be told by a word."""
    told = _COUNTS.fullmatch(text)
    if told is None or (told["abstain"] is None and told["by"] not in ":–-" and not told["verdict"]):
        return None
    abstain = told["abstain"]
    return Votes(for_=int(told["for"]), against=int(told["against"]), abstain=int(abstain) if abstain else None)


def _figures_first(lines: str) -> Votes | None:
    """Votes told in lines with the figure first: "7 yes", "0 no", "1 abstain"."""
    if not all(map(_FIGURE_FIRST.fullmatch, lines.splitlines())):
        return None
    kinds = (r"(?:votes? )?(?:yes|ayes?|yeas?|for|in)", r"(?:votes? )?(?:no|nays?|noes|against|opposed)", r"abst[a-z]*")
    for_, against, abstain = (_sum(kind, lines) for kind in kinds)
    return Votes(for_=for_, against=against, abstain=abstain) if for_ is not None else None


def _at_end(document: Document, index: int) -> Iterator[Counted]:
    """What stands before a count in its own line; one of several may tell those in favour alone."""
    block = document.blocks[index]
    begin = content_start(document, block)
    if block.kind not in ("paragraph", "list_item"):
        return
    counts = list(_AT_END.finditer(document.text, begin, block.end))
    if not any(count["rest"] for count in counts):
        return
    for count in counts:
        what = document.text[begin : count.start()]
        start, begin = begin + len(what) - len(what.lstrip()), count.end()
        if 1 < len(what.split()) <= _ENTRY and not (_NOT_PUT.fullmatch(what.strip()) or says_nothing(what.strip())):
            against, abstain = (_sum(kind, count["rest"]) for kind in (r"(?!abst)[a-z]+", r"abst[a-z]*"))
            votes = Votes(for_=int(count["for"]), against=against, abstain=abstain)
            # Where the sides stood in lines of their own, what was put stood alone.
            end = count.start() if count["rest"] and not _JOINED.search(count["rest"]) else count.end("rest")
            yield Counted(Limb(start, end), votes, (start, count.end()))


def _sum(kind: str, text: str) -> int | None:
    figures = [int(figure) for figure in re.findall(rf"(\d+) {kind}\b", text, re.IGNORECASE)]
    return sum(figures) if figures else None


def _below(document: Document, index: int) -> str:
    """The lines right below a block that count the sides of a vote."""
    lines: list[str] = []
    for at in range(index + 1, min(index + 1 + _SIDES, len(document.blocks))):
        text = document.text[document.blocks[at].start : document.blocks[at].end]
        if not all(
            _SIDE.fullmatch(line.strip()) or _FIGURE_FIRST.fullmatch(line.strip()) for line in text.splitlines()
        ):
            break
        lines.append(text)
    return "\n".join(lines)
