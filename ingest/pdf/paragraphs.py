"""Lines of one column to paragraphs, list items and headings."""

import re
import statistics
from itertools import pairwise

from ingest.pdf.drafts import Draft, Measures
from ingest.pdf.hyphens import is_broken
from ingest.pdf.lines import Line, is_bullet
from minutes.decided import DECIDES
from minutes.model import BlockKind

HEADING_WORDS = 25
# Words that are set bold in the middle of an entry and open none.
_SAID_OF_IT = re.compile(r"second|mov|propos|vot|carri|resolv|agree|approv|action|decision|motion", re.IGNORECASE)
_NAME_AND_ROLE = re.compile(
    r"(?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+(?: \([A-Z]{2,4}\))?(?:, | [–—-] | \()[A-Z][^,;:.]*[^,;:.\s]"
)
_LISTED = re.compile(r"(?:[,;&(–-]|\band)$")  # the list of names goes on
# A number without a stop or a bracket.
_GOES_ON = re.compile(r"[;,](?: (?:and|or))?$")  # as one of several limbs does
_LIMB = re.compile(r"(?:that|to) ")  # and not how a title begins
_IS_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,3})+|\d{1,4}/\d{1,4}")
# No paragraph ends with one of these: a number after it is part of the sentence, and no label.
_LEADS_ON = re.compile(
    r"to|of|the|from|than|at|for|by|about|against|a|an|in|on|with|within|was|were|is|are|only|over|under|until"
    r"|around|averaging|between|had|has|have|another|approximately|nearly|section|item|page|paragraph|minute|no|number"
)
# What opens a line of its own at the head of minutes, if a colon follows soon.
_LABELS = frozenset(
    "present apologies attendance attendees absent regrets officers members also in date time venue place location"
    " chair chairman chairperson clerk secretary observers guests invited minutes action actions resolved"
    " decision".split()
)
_BETWEEN = frozenset("for of and from the by absence meeting no".split())
_TITLES = frozenset(
    "Mr Mrs Miss Ms Dr Prof Professor Sir Dame Lady Lord Cllr Cllrs Councillor Rev Revd Mr. Mrs. Ms. Dr.".split()
)
NAME_WORDS = 8  # a line with more is no name by itself
FEW_LINES = 6
ENDS = ".:;?!"  # what a paragraph ends with
SAME_EDGE = 1.5  # points
TAB = 0.4  # of the size of type; a space between words is narrower
APART: tuple[BlockKind, ...] = ("header", "footer", "note")  # kinds that stand apart from the running text


def flow(lines: list[Line], measures: Measures) -> list[Draft]:
    """Lines of one column to paragraphs, list items and headings."""
    if not lines:
        return []
    long = sorted(line.x1 for line in lines if len(line.words) > 4) or sorted(line.x1 for line in lines)
    right = long[int(0.9 * (len(long) - 1))]
    gaps = [b.top - a.bottom for a, b in pairwise(lines) if b.top > a.top]
    leading = statistics.median_low(gaps) if gaps else 0.0
    within = [b.top - a.bottom for a, b in pairwise(lines) if b.words[0].text[:1].islower() and not ends(a)]
    if within:  # most lines may be paragraphs of their own
        leading = min(leading, max(statistics.median_high(within), measures.leading))
    if len(gaps) < FEW_LINES:  # two short paragraphs alone on a page: the gap between them is no leading
        leading = min(leading, measures.leading)
    left = min(line.x0 for line in lines)
    drafts: list[Draft] = []
    for line in lines:
        if drafts and not _breaks(drafts[-1], line, left, right, leading):
            drafts[-1].lines.append(line)
            line.label = None
        else:
            drafts.append(Draft("paragraph", [line], right=right))
    for draft in drafts:
        draft.kind = kind_of(draft, measures)
    return drafts


def _breaks(draft: Draft, line: Line, left: float, right: float, leading: float) -> bool:
    """Whether `line` begins a new block after `draft`."""
    last, first = draft.last, draft.lines[0]
    if line.top - last.bottom > leading + 0.45 * line.size or line.top < last.top:
        return True
    if abs(line.size - last.size) > 1.2:
        return True
    if line.bold != last.bold and (_is_bold(draft) or _is_new(line, last)) and not _ends_in_bold(line, last):
        return True
    if line.underlined and not last.underlined and not line.words[0].text[:1].islower():
        return True
    if _leads_in(line, draft):
        return True
    if line.label and _opens(line, draft, right):
        return True
    if _is_labelled(line):
        return True
    named = any(is_one(line) and all(map(is_one, draft.lines)) for is_one in (_is_name, _names_somebody))
    if named and not _LISTED.search(last.text):
        return True
    if not first.label and _centred(last, line, left):
        word = line.words[0]
        return last.x1 - last.x0 + (word.x1 - word.x0) < 0.97 * (right - left)
    about = _centred(last, line, left - line.size)
    if about and line.words[0].text[:1].islower() and not ends(last):
        return False
    if (
        not (about and len(last.words) > 4)
        and line.x0 > last.x0 + 1.5 * line.size
        and not (last is first and (last.label or (_hangs(line, last) and not ends(last))))
    ):
        return True
    body = draft.lines[1].x0 if len(draft.lines) > 1 else (first.content[0].x0 if first.label else first.x0)
    if line.x0 < body - 1.2 * line.size and line.x0 < first.x0 + 1.2 * line.size and len(draft.lines) > 1:
        return True
    return not _is_full(last, line, right)


def _is_new(line: Line, last: Line) -> bool:
    """Whether bold begins something new here; a status in brackets, "[done]", ends what it follows."""
    opened = last.text.count("[") > last.text.count("]")  # "[Action:", and below it "Parks Manager]"
    return (ends(last) or last.words[-1].text.endswith("]")) and line.words[0].text[0] not in "[(" and not opened


def _ends_in_bold(line: Line, last: Line) -> bool:
    """Whether a line opens with the rest of a sentence in bold, after which plain text follows."""
    word = line.words[0]
    return last.bold and word.bold and word.text[:1].islower() and not ends(last)


def _is_bold(draft: Draft) -> bool:
    return all(line.bold for line in draft.lines)


def _leads_in(line: Line, draft: Draft) -> bool:
    """Whether a line opens with words in bold, as the block before it did: the next of several short entries."""
    first, words = draft.lines[0], line.content
    if not words[0].bold or not first.content[0].bold or line.bold or first.bold:
        return False
    if not words[0].text[:1].isupper() or _SAID_OF_IT.match(words[0].text):
        return False
    return ends(draft.last) and abs(words[0].x0 - first.content[0].x0) < 2


def _is_labelled(line: Line) -> bool:
    """Whether a line opens with a label such as "In attendance:"."""
    for number, word in enumerate(line.words[:4]):
        text = word.text.casefold()
        if text.rstrip(":") not in (_LABELS | _BETWEEN if number else _LABELS):
            return False
        if text.endswith(":"):
            return line.words[0].text[:1].isupper()
    return False


def _is_name(line: Line) -> bool:
    return line.words[0].text in _TITLES and len(line.words) <= NAME_WORDS


def _names_somebody(line: Line) -> bool:
    """Whether a line is a name with what that person is: "Ada Brindle, Chair", "Tom Hale (Treasurer)"."""
    return len(line.words) <= NAME_WORDS and bool(_NAME_AND_ROLE.fullmatch(line.text))


def persons(lines: list[Line], right: float) -> list[list[Line]]:
    """The lines of a cell in which people are listed, by person; none where the names run on from line to line."""
    entries: list[list[Line]] = []
    for line in lines:
        named = bool(entries) and _names_somebody(line) and _names_somebody(entries[-1][-1])
        if not entries or named or not _runs_on(entries[-1][-1], line, right):
            entries.append([])
        entries[-1].append(line)
    words = sum(len(line.words) for line in lines)
    last = any(_LISTED.search(entry[-1].text) or (ends(entry[-1]) and not _is_labelled(entry[-1])) for entry in entries)
    return [] if len(entries) < 2 or last or words > NAME_WORDS * len(entries) else entries


def _runs_on(last: Line, line: Line, right: float) -> bool:
    """Whether a line goes on in the next: nothing ends it, and no word more would have fitted on it."""
    opened = last.text.count("(") > last.text.count(")") or line.text[0] in "(–-"
    led_on = _LISTED.search(last.text) or _LEADS_ON.fullmatch(last.words[-1].text)
    return opened or bool(led_on) or _is_full(last, line, right)


def _opens(line: Line, draft: Draft, right: float) -> bool:
    """Whether a line's label is one, and not the number that a sentence happened to break before."""
    label = line.label or ""
    if is_bullet(label) or label == "o":
        return True
    led_on = bool(_LEADS_ON.fullmatch(draft.last.words[-1].text))
    if led_on and _IS_FIGURE.fullmatch(label):
        return False  # "rose from 41.2 to" and below it "33.8 points", which is no paragraph 33.8
    first = draft.lines[0]
    hanging = first.label is not None and line.x0 >= first.content[0].x0 - 2 and len(draft.lines) > 1
    return not (
        (hanging or (led_on and len(draft.last.words) > 4))
        and abs(line.x0 - draft.last.x0) < 2
        and _is_full(draft.last, line, right)
        and not ends(draft.last)
    )


def ends(line: Line) -> bool:
    """Whether a line could end a paragraph."""
    return line.words[-1].text.rstrip('”’")')[-1:] in ENDS


def _centred(last: Line, line: Line, left: float) -> bool:
    """Whether two lines are set about the same middle, neither of them from the left edge."""
    middles = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 4
    return middles and abs(last.x0 - line.x0) > 6 and min(last.x0, line.x0) > left + 6


def _hangs(line: Line, first: Line) -> bool:
    """Whether a line begins right below the word that a tab sets off in the first: "Present:    Ada Brindle, Tom"."""
    pairs = pairwise(first.words)
    return any(abs(b.x0 - line.x0) < SAME_EDGE and b.x0 - a.x1 > TAB * line.size for a, b in pairs)


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the text runs on: the next line's first word would not have fitted on the last line any more.

    A line that ends without a stop before one that begins with a small letter runs on, however short it is.
    """
    word = line.words[0]
    if word.text[:1].islower() and not ends(last):
        return True
    if is_broken(last.words[-1].text, word.text):
        return True
    room = last.words[-1].room
    if room is not None and not ends(last):
        right = min(right, room - 0.9 * last.size)
    return last.x1 + 0.2 * last.size + (word.x1 - word.x0) > right - 0.6 * last.size


def kind_of(draft: Draft, measures: Measures) -> BlockKind:
    """What its type and its label make of a block."""
    words = sum(len(line.content) for line in draft.lines)
    large = draft.lines[0].size > 1.12 * measures.size and not is_bullet(draft.lines[0].label)
    goes_on = _GOES_ON.search(draft.last.text)
    if (large or (_is_bold(draft) and not _tells(draft))) and words <= HEADING_WORDS and not goes_on:
        return "heading"
    return "list_item" if draft.lines[0].label else "paragraph"


def _tells(draft: Draft) -> bool:
    """Whether what is set in bold tells what was decided, and heads nothing: "The Board noted the report." """
    said = " ".join(word.text for line in draft.lines for word in line.content)
    return bool(_LIMB.match(said) or DECIDES.search(said))


def run_on(drafts: list[Draft], following: list[Draft]) -> None:
    """A paragraph that runs on over the end of a page or column becomes one; its second part leaves `following`.

    Furniture, notes and footnotes may stand in between.
    """
    after = next((d for d in following if d.kind not in APART), None)
    if not after or not after.lines or after.kind == "heading" or after.lines[0].label:
        return
    size = after.lines[0].size
    before = next((d for d in reversed(drafts) if d.kind not in APART and not _is_footnote(d, size)), None)
    if not before or not before.lines or before.kind == "heading":
        return
    first = after.lines[0].words[0].text
    runs_on = not ends(before.last) and (first[:1].islower() or _is_full(before.last, after.lines[0], before.right))
    if runs_on and abs(before.last.size - size) < 1.2:
        before.lines += after.lines
        following.remove(after)


def _is_footnote(draft: Draft, size: float) -> bool:
    """Whether a block is set smaller than the text that runs on past it."""
    return bool(draft.lines) and draft.last.size < size - 1.2
