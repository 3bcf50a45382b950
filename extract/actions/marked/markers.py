"""Tasks that a word in the text marks: "ACTION: Clerk to write", "(Action: JS)", "The gate is broken. UK Action."."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from extract.actions.marked.task import LEAD_STATUS, MARK_LENGTH, NO_TASK, Task, holding, is_text, read_mark
from extract.actions.named import named_owner
from extract.actions.owners import Owners
from extract.dates import due_in
from extract.findings import Findings
from extract.items.kinds import kinds_of_business
from minutes.model import Document

_MARKER = re.compile(
    r"(?=[(\[\sAFNPT])"  # as it begins
    r"(?P<open>[(\[])?\s*\b(?:(?:ACTION|Action)(?:S|s|\([sS]\))?(?:\s+(?i:points?|items?|required|by|for|on"
    r"|agreed|carried forward|c/f|outstanding|ongoing)\b)?|A[PI](?=\s?\d|:|\s[A-Z]|-\d|\()"
    r"|(?:To be actioned|TO BE ACTIONED|To Be Actioned|Actioned|To be done|TO BE DONE) (?i:by)"
    r"|(?:TO[ -]?DO|To[ -][Dd]o|Follow[- ]?[Uu]p|FOLLOW[- ]?UP|Task|TASK|Next [Ss]teps?)(?=\s?[:–—(]))"
    r"(?:\s*(?i:no\.?)?(?:\s*|-)(?:\d{1,3}(?:[./]\d{1,3})*[a-z]?|\d{6,8}-\d{1,3}"
    r"|[A-Z]{1,6}[/.-]?\d{1,4}(?:/\d{1,4})?(?=\s*[:–—]))\b)?\s*(?P<sep>[:–—-]|(?=[\s(])"
    r"|(?<=\d)\.)\s*"
)
# "The Clerk undertook to ask. ACTION": a marker after a sentence, and no word of who is to act.
_BARE_MARK = re.compile(r"(?<=[.;!?)])\s+ACTIONS?\.?\s*\Z")
# Labels after a marked task: "Lead: UK", "Due: 3 May".
_FIELD = re.compile(
    r"[\s(\[|–-]*\b(?:(?P<who>(?:action )?owner|lead(?: officer)?|by whom|who|responsib\w+(?: officers?| persons?)?"
    r"|assigned to)|(?P<when>due(?: date)?|by when|when|deadline|timescale|target(?: date)?|completion date|date)|by)"
    r"\s*:\s*",
    re.IGNORECASE,
)
# Who is to act, between a marker and the task: "ACTION UK: send", "Action (UK) – send", "Action by the Clerk: send".
_LED_BY = re.compile(
    r"(?:[(\[](?:to |for )?)?(?:by )?(?:the )?"
    r"(?P<who>@[\w-]+|[A-Z][\w’'-]*(?:(?:/|, ?| & | and | of | )[A-Z][\w’'-]*){0,4})"
    r"(?:[)\]]?\s*(?::|[–—-]\s)\s*|\]\s+(?=[A-Za-z])|,\s(?=[a-z]))"
)
_INITIALS_LAST = re.compile(r"(?:(?<=[a-z)][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*)\Z")
# "Prop. UK, 2nd TO, all agreed.": how it was voted on, between a task and the mark at the end of the paragraph.
_VOTED = re.compile(r"\s(?:(?i:prop)[^;]{1,60}\s)?[Aa]ll agreed\.?\s*$")
# "... are sent round UK": what stood at the end of the line, where nothing but a space sets it off.
_INITIALS_ASIDE = re.compile(
    r"(?<=[a-z)])(?<!\bby)(?<!\bto)(?<!\bof)(?<!\band)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<!\bthe)(?<!\bat)(?<!\bthat)"
    r"\s(?P<who>[A-Z]{1,2}[’']?[A-Z](?:/[A-Z]{1,2}[’']?[A-Z])*)\Z"
)
_TAIL_MARK = re.compile(
    r"(?:(?<=[.;!?)]\s)|\()(?P<who>(?:The )?[A-Z][\w’'-]*(?:(?:/|, ?| & | and | )[A-Z][\w’'-]*){0,3})"
    r"(?:(?<!\() Action(?=[.\n])\.?| to [Aa]ction(?: this| it)?(?=\)))"
    r"|[–—-]\saction:?\s(?P<whom>[A-Z]{2,3}(?:/[A-Z]{2,3})*)(?=[.\n]|$)"
)
# "... out of date. (UK)", "... to the school [UK/TO]"; behind a question stands who asked it
_BRACKETED_LAST = re.compile(
    r"(?:(?<=[.!])\s*\((?P<who>[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)\)"
    r"|\s\[(?P<whom>[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)\])\.?\s*$"
)
_PROPOSED = re.compile(r"\b(?:recommended|proposed|suggested)\s*$", re.IGNORECASE)  # "Recommended Action: Adopt it."
# Markers that are words of sentences, too
_OTHER_WORD = re.compile(r"\W*(?:(?:TO|To)(?! (?i:be (?:actioned|done)))|Follow|FOLLOW|Task|TASK|Next)\b")
_OWNER_FIRST = re.compile(
    r"(?P<who>All [a-z]+|[A-Z][\w’'-]*(?:(?:/|, (?:via )?| and | & | )[A-Z][\w’'-]*)*)(?: to (?=[a-z])| [–—-] |:)"
)
# "Action: all who have not": who is to do what the sentence before it tells
_ALL_WHO = re.compile(r"\s*all (?:those |others )?who (?!will\b|would\b)[\w’' ]+[.)\]]?\s*", re.IGNORECASE)
_INITIALS_FIRST = re.compile(r"(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*) (?=[a-z])")
# A word that is no part of a name or an office: "UK item for the May meeting", but "Head of the Library".
_SAYS = re.compile(r"(?:^|\s)(?!(?:of|for|the|and|to|in|on|with|by|at|all|or|members?|team|officers?|lead)\b)[a-z]")
_TAKES_ON = re.compile(r"\b(?:agreed|offered|undertook|promised|volunteered) to\b", re.IGNORECASE)
_BOLD_TASK = re.compile(
    r"(?:The )?(?P<who>[A-Z][\w’'.-]*(?:(?:/|, | and | & | )[A-Z][\w’'.-]*){0,4}) (?:to|will) (?P<verb>[a-z]+) \w"
)
# "Action: UK (carried forward)": how a task stands, after who is to do it
_STANDS_LAST = re.compile(
    r"\s*[(\[](?P<how>carried (?:forward|over)|c/f|ongoing|outstanding|pending|in progress|done|completed?)[)\]]\W*$",
    re.IGNORECASE,
)
_ABOVE = 8  # sentences above a mark in a line of its own
_SHORT = 6  # words; a longer text after a marker is a task and no list of owners


def from_markers(found: Findings, owners: Owners, told: Collection[int]) -> Iterator[Task]:
    """ "ACTION: Clerk to write", "(Action: JS)", "Action point 3 – Director", "AP1 JS to circulate"."""
    document = found.document
    items = [item for item in found.items if not _MARKER.fullmatch(f"{item.title.rstrip(':')}:")]
    items = [item for item in items if item.number or not ((mark := _MARKER.match(item.title)) and mark["sep"] == ":")]
    headed = {document.block_index(item.citation.start) for item in items if item.rule != "items.run-in"}
    headed |= kinds_of_business(document)
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "note" or index in headed or block.column_header:
            continue
        for start, end in block.cells or [(block.start, block.end)]:
            text = document.text[start:end]
            first = _MARKER.match(text)
            marks = [m for m in _MARKER.finditer(text) if _is_marker(text, m, owners) or _is_again(m, first)]
            stops = [mark.start() for mark in marks[1:]] + [len(text)]
            for mark, stop in zip(marks, stops, strict=False):
                below = _labels_around(document, index) if stop == len(text) and not block.cells else ""
                for task in _after_marker(found, owners, start, text, mark, stop, below):
                    yield _told_above(found, task, told) if mark.start() == 0 and task.end < start else task


def _told_above(found: Findings, task: Task, told: Collection[int]) -> Task:
    """A task marked in a line of its own: the last sentence of the paragraph above that gives one, where one does."""
    index = bisect_right(found.starts, task.start) - 1
    block = found.sentences[index].block
    above = [s for s in found.sentences[max(0, index - _ABOVE) : index + 1] if s.block == block]
    taken = _TAKES_ON.search(found.document.text, task.start, task.end)
    giving = [] if taken else holding(above, told)
    return task._replace(start=giving[-1].start, end=giving[-1].end) if giving else task


def from_tails(found: Findings, owners: Owners, *, flat: bool) -> Iterator[Task]:
    """Sentences after which stands who is to act on them: "The gate is broken. UK Action.", "... (UK to action)"."""
    document = found.document
    for tail in _TAIL_MARK.finditer(document.text):
        who = tail["who"] or tail["whom"]
        sentence = _sentence_before(found, max(tail.start(), tail.start("who") - 1))
        if sentence and owners.marks(who):
            yield Task(*sentence, who, "action.marker")
    for block in document.blocks if owners.initials else ():
        last = _BRACKETED_LAST.search(document.text, max(block.start, block.end - MARK_LENGTH), block.end)
        who = (last["who"] or last["whom"]) if last and is_text(block) else None
        there = who and owners.are_there(re.sub(r"\s?[/,&]\s?", "/", who))
        sentence = _sentence_before(found, last.start()) if last and there else None
        if sentence:
            yield Task(*sentence, who, "action.marker")
    aside = _aside(found, owners) if flat else {}
    # "... on the noticeboard. MH": what a column was, where its words stand in the text.
    for block in document.blocks if flat else ():
        last = _INITIALS_LAST.search(document.text, block.start, block.end) if is_text(block) else None
        last = last or aside.get(block.start)
        at = _VOTED.search(document.text, block.start, last.start()) if last else None
        sentence = _sentence_before(found, at.start() if at else last.start()) if last else None
        if last and sentence and (block.start in aside or owners.are_there(last["who"])):
            yield Task(*sentence, last["who"], "action.column")


def _aside(found: Findings, owners: Owners) -> dict[int, re.Match[str]]:
    """By where their blocks begin, initials of people at the meeting that end several of them without a stop before."""
    document = found.document
    if not owners.initials:
        return {}
    since = min((item.citation.start for item in found.items), default=0)  # above stand the lists of who was there
    ended = (
        (b.start, _INITIALS_ASIDE.search(document.text, b.start, b.end))
        for b in document.blocks
        if is_text(b) and b.start >= since
    )
    marks = {start: mark for start, mark in ended if mark and mark["who"].split("/")[-1] in owners.initials}
    return marks if len(marks) > 1 else {}


def from_bare_marks(found: Findings) -> Iterator[Task]:
    """Sentences with nothing but "ACTION" after them."""
    document = found.document
    for block in document.blocks:
        if is_text(block):
            mark = _BARE_MARK.search(document.text, max(block.start, block.end - MARK_LENGTH), block.end)
            if mark and (before := _sentence_before(found, mark.start())):
                start, end = before
                if document.text.count(" ", start, end) < 2:  # "Una will ask about that. Get two. ACTION"
                    start = found.sentences[max(0, bisect_right(found.starts, start) - 2)].start
                start = max(start, block.start)
                yield Task(start, end, named_owner(document.text[start:end]), "action.marker")


def from_bold_ends(found: Findings, owners: Owners) -> Iterator[Task]:
    """Paragraphs that end in bold with who is to do what: "Two keys are lost. **Clerk to change the lock.**"."""
    document = found.document
    for block in document.blocks:
        if not is_text(block) or not block.bold:
            continue
        start, end = block.bold[-1]
        said = _BOLD_TASK.match(document.text, start, end)
        ended = block.end - end < _SHORT and document.text[block.start : start].rstrip().endswith((".", ";", "?", "!"))
        if said and ended and said["verb"] in owners.tasks and owners.marks(said["who"]):
            yield Task(start, block.end, said["who"], "action.marker")


def _is_marker(text: str, mark: re.Match[str], owners: Owners) -> bool:
    """Whether "action" marks a task here and is not a word of the sentence ("Climate Action – an update")."""
    rest = text[mark.end() :]
    if not rest or NO_TASK.match(rest) or _PROPOSED.search(text, 0, mark.start()):
        return False
    opens = _opens(text, mark)
    led = _LED_BY.match(rest)
    if led and opens and _leads(led, owners):
        return True
    if "AI" in mark[0] and not (opens and _OWNER_FIRST.match(rest)):
        return False  # "AI: what it means for schools"
    if _OTHER_WORD.match(mark[0]):
        return opens and bool(mark["sep"])
    capitals = mark[0].strip("([ ").startswith(("ACTION", "AP"))
    if mark["sep"] == ":":
        return True
    if mark["open"]:
        return bool(read_mark(re.split(r"[)\]]", rest)[0], owners) or named_owner(rest))
    if mark["sep"]:
        return opens or capitals
    ends = re.split(r"[.;)\]]", rest)[0]
    alone = read_mark(ends, owners) if len(rest) - len(ends) < 2 else None
    if alone and not opens and not capitals:
        return owners.are_people(alone[0])  # "... to the school Action Una", but not "the Climate Action Group"
    return (opens or capitals) and bool(named_owner(rest) or alone)


def _is_again(mark: re.Match[str], first: re.Match[str] | None) -> bool:
    """Whether a mark is printed like that which begins the text: a line break between two tasks was lost."""
    return bool(first and mark["sep"] and mark.start() and mark[0].strip() == first[0].strip())


def _leads(led: re.Match[str], owners: Owners) -> bool:
    """Whether what stands between a marker and a task is who is to do it; "UNA/TOM" are names in capitals."""
    return owners.marks(led["who"]) or (led["who"].isupper() and "/" in led["who"]) or led["who"].startswith("@")


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a marker begins its text, or a sentence of it."""
    return not text[: mark.start()].strip(" •▪o*–-") or bool(re.search(r"[.;:?!)]\s*$", text[: mark.start()]))


def _labels_around(document: Document, index: int) -> str:
    """The lines below a marked task that say who and when by labels of their own: "Owner: UK", "Due: 3 May".

    Where there are none, the line above it.
    """
    told = []
    for block in document.blocks[index + 1 : index + 4]:
        line = document.text[block.start : block.end]
        if not _FIELD.match(line):
            break
        told.append(line)
    above = document.blocks[max(0, index - 1)]
    owned = _FIELD.match(document.text, above.start, above.end)
    if owned and not any((field := _FIELD.match(line)) and field["who"] for line in told):
        told.insert(0, document.text[above.start : above.end])
    return " ".join(told)


def _fields(text: str, owners: Owners) -> tuple[str, str | None, str | None]:
    """A marked task without the labels that follow it, and the owner and the date that these give."""
    fields = list(_FIELD.finditer(text))
    owner = due = None
    for field, stop in zip(fields, [*(f.start() for f in fields[1:]), len(text)], strict=False):
        value = text[field.end() : stop].strip(" .,;|–-\n")
        if due_in(value, bare=True) or field["when"]:
            due = due or value or None
        elif owners.marks(value) or field["who"]:
            owner = owner or value or None
    return text[: fields[0].start()] if fields else text, owner, due


def _after_marker(
    found: Findings, owners: Owners, base: int, text: str, mark: re.Match[str], stop: int, below: str
) -> Iterator[Task]:
    """What a marker marks: the words after it or, if they only say who and when, the sentence before it."""
    if stands := LEAD_STATUS.match(text, mark.end(), stop):
        task = text[stands.end() : stop].rstrip(" |–-\n")
        owner = named_owner(task) or _begun(task, owners)
        yield Task(
            base + stands.end(),
            base + stands.end() + len(task),
            owner,
            "action.marker",
            None,
            stands[0].strip(" ()[]:–—-"),
        )
        return
    led = None if mark["sep"] else _LED_BY.match(text, mark.end(), stop)
    if led and _leads(led, owners) and _opens(text, mark) and text[led.end() : stop].strip(" .|–-\n"):
        task = text[led.end() : stop].rstrip(" |–-\n")
        yield Task(base + led.end(), base + led.end() + len(task), led["who"], "action.marker")
        return
    rest, lead, when = _fields(text[mark.end() : stop], owners)
    if below:
        _, lead, when = _fields(f"{text[mark.end() : stop]} {below}", owners)
    if mark["open"]:
        rest = re.split(r"[)\]]", rest)[0]
    stands_last = _STANDS_LAST.search(rest)
    bare = rest[: stands_last.start()] if stands_last else ""
    status = stands_last["how"] if stands_last and read_mark(bare, owners) else None
    rest = bare if status else rest
    told = read_mark(rest, owners) if len(rest.split()) <= 2 * _SHORT else None
    does = re.search(r"\b(?:to|will|would|should|please)\b", rest) or owners.tasks & set(rest.split())
    short = len(rest.split()) <= _SHORT and not does and (not _SAYS.search(rest) or bool(_ALL_WHO.fullmatch(rest)))
    if ((lead or when) and rest.strip(" .:")) or (not told and not short):
        end = base + mark.end() + len(rest.rstrip(" |–-\n"))
        yield Task(base + mark.end(), end, lead or named_owner(rest) or _begun(rest, owners), "action.marker", when)
        return
    owner, due = told or (rest.strip(" ."), None)
    before = _sentence_before(found, base + mark.start())
    if before:
        yield Task(*before, owner, "action.marker", due, status)


def _begun(text: str, owners: Owners) -> str | None:
    """Who a marked task begins with: "Una – a note to the owner", "Una/Tom: publish a summary", "UK item for May"."""
    begun = _OWNER_FIRST.match(text) or _INITIALS_FIRST.match(text)
    return begun["who"] if begun and owners.marks(begun["who"].replace("via ", "")) else None


def _sentence_before(found: Findings, at: int) -> tuple[int, int] | None:
    """The sentence that a marker at `at` stands in or after."""
    inside = next((s for s in found.sentences if s.start <= at < s.end and at - s.start > 20), None)
    if inside:
        return inside.start, at
    index = bisect_right(found.starts, at - 1) - 1
    while index >= 0 and found.sentences[index].end > at + 1:
        index -= 1
    if index < 0 or found.document.blocks[found.sentences[index].block].kind == "heading":
        return None
    return found.sentences[index].start, found.sentences[index].end
