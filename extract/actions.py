"""Actions: tasks marked as such (markers, action columns, action tables and lists) and tasks told in prose."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.dates import MONTH, UNNAMED_DATE, resolve_due
from extract.findings import Findings, findings
from extract.ruleset import Match, Ruleset, load_rules, word_list
from extract.text import Sentence, content_start
from minutes.model import Action, Block, Tier, content_id

_OWNER_HEAD = re.compile(r"owner|lead|who|by whom|responsib\w+|assigned|person|allocated", re.IGNORECASE)
_TASK_HEAD = re.compile(
    r"actions?(?: points?| required| agreed| items?)?(?: no\.?)?|tasks?|action ?/ ?decision", re.IGNORECASE
)
_DUE_HEAD = re.compile(
    r"due|deadline|by when|when|target|timescale|date(?: due)?|completion|complete by", re.IGNORECASE
)
_STATUS_HEAD = re.compile(r"status|progress|update|outcome|comments?|completed?\??|position", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"(?:summary of |agreed |outstanding )?(?:action (?:items?|points?|list|log|summary|item review)"
    r"|actions)(?: (?:from|arising|agreed|review).*)?",
    re.IGNORECASE,
)
_NEXT_STEPS = re.compile(
    r"(?:.* )?(?:next steps|recommendations?|recommended actions?|priorities for action)(?: .*)?", re.IGNORECASE
)
_BRACKETED = re.compile(r"^\[(?P<owner>[^\]]{2,40})\]\s*|^(?P<lead>[A-Z][\w /&]{1,30}?):\s+(?=[A-Z])")
_STATUS_TAG = re.compile(
    r"\s*[\[(](?P<status>done|in progress|complete[d]?|closed|ongoing|open|outstanding|pending)[\])]\.?\s*$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:done|complete[d]?|closed|discharged|finished|achieved)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:in progress|ongoing|on-going|open|outstanding|pending|not started|underway|on track|carried forward)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\(?\s*\b(?:ACTION|Action)(?: point)?s?\s*(?P<sep>[:–—-])\s*(?P<rest>[^)]*)\)?")
_INITIALS = r"[A-Z][A-Za-z]?[A-Z]{1,2}"
_OWNERS = re.compile(
    rf"(?:{_INITIALS}|All|ALL|[A-Z][a-z]+(?: [A-Z][a-z]+)?|Clerk|Chair\w*)(?:\s*(?:[/,&+]"
    rf"|and)\s*(?:{_INITIALS}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))*"
)
_SEASON = r"autumn|spring|summer|winter|Easter|Christmas"
_LATER = (
    r"(?:next|following|a future|forthcoming) (?:\w+ )?(?:meeting|month|week|year|quarter|agenda)"
    r"(?: of the [A-Z]\w+)?(?: in \w+)?"
)
_DUE = re.compile(
    "|".join(
        (
            rf"\b(?:by|before|prior to|no later than|on|until|for|at|in time for|to) (?:the )?(?:end of )?(?:{_LATER}"
            rf"|{MONTH}(?: (?:19|20)\d\d)?(?: (?:board )?meeting)?)",
            rf"\b(?:by|before|on|no later than|until|prior to|for)\s+(?:{UNNAMED_DATE})",
            r"\bby (?:the )?(?:end|start|close) of (?:the )?[\w ]{3,20}",
            rf"\b(?:by|before) (?:{_SEASON})(?: (?:19|20)\d\d)?",
            rf"\b(?:before|at|to|for|by) (?:the|its|our) (?:{MONTH}|{_SEASON}) meeting",
            rf"\b(?:from|in|during) (?:(?:{MONTH}|{_SEASON}) )?20\d\d",
            rf"\bin (?:\w+ )?(?:weeks|months|{MONTH})(?: (?:19|20)\d\d)?",
            r"\bwithin (?:the next )?\w+ (?:working )?(?:days?|weeks?|months?)",
            r"\bin (?:due course|the (?:near )?future)|\bas soon as (?:possible|practicable)",
            r"\b(?:next week|this week|this year)",
            r"\boutside (?:of )?the meeting|\beach (?:month|quarter|year|meeting)",
            r"\bwhen (?:the )?[\w ]{3,30} (?:become|becomes|is|are) available|\bonce [^,.;]{5,60}",
        )
    ),
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[.;,:]\s|\b(?:and|that|but|therefore|also|because|so"
    r"|which)\s+)(?P<who>(?:the\s+)?[A-Z(][\w’'./&()-]*(?:\s+(?:[A-Z(][\w’'./&()-]*|of|for|and|to the|the"
    r"|&))*|"
    r"(?:the|a|our)\s+[\w’' -]{3,40}?|officers|members|councillors|partners|we|she|he|they)\s*$"
)
# Who is to do something is named without a verb: "The Clerk", "PJ and HT", "The Head of Transport is".
_NAMED = re.compile(
    r"(?:[Tt]he |[Aa]ll |[Aa]n? |[Oo]ur )?(?!(?:Nothing|Purpose|RESOLVED|AGREED|It|He|She|They|This|That"
    r"|There)\b)[A-Z(][\w’'./&()-]*"
    r"(?: (?:[A-Z(&][\w’'./&()-]*|of|and|for|the|in|on|with|to|members|officers?|team))*(?: (?:is|are))?"
    r"|(?:[Oo]fficers|[Mm]embers|[Cc]ouncillors)"
)
# "... to be provided (KC)"
_NOTED = re.compile(rf"\((?P<who>{_INITIALS}(?:/{_INITIALS})*)\)\.?$")
_PRONOUN = re.compile(r"(?:he|she|they|we|it|this|these|that|there|which|who)$", re.IGNORECASE)
_NOT_OWNER = re.compile(
    r"(?:It|This|These|There|That|A|An|Work|What|Which|If|When|As|In|However|Details?|Letters?|Minutes|Report"
    r"|Plans?)\b|.*\b(?:meeting|report|letter|strategy|plan|project|scheme|funding|work|programme|event"
    r"|system|consultation|application)s?$",
    re.IGNORECASE,
)


class ActionFinder:
    """spaCy component: fills `findings(doc).actions`."""

    def __init__(self, nlp: Language) -> None:
        self.triggers = Ruleset(load_rules("actions"), nlp.vocab)
        self.cancels = Ruleset(load_rules("action-contexts"), nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        found = findings(doc)
        matches = self.triggers.matches(doc, found.spans)
        if found.kind in ("minutes", "other"):
            for action in self._explicit(found, [m.start for m in matches if m.rule.effect != "marker"]):
                _keep(found, action)
        if found.kind == "minutes":
            for action in self._implicit(doc, found, matches):
                _keep(found, action)
        if found.kind == "report":
            found.actions += list(_next_steps(found))
        found.actions.sort(key=lambda action: action.citation.start)
        return doc

    def _explicit(self, found: Findings, tasks: list[int]) -> Iterator[Action]:
        yield from _from_tables(found)
        yield from _from_log(found)
        yield from _from_lists(found)
        yield from _from_notes(found, tasks)
        yield from _from_markers(found)

    def _implicit(self, doc: Doc, found: Findings, matches: list[Match]) -> Iterator[Action]:
        """Sentences and resolution limbs that give somebody a task."""
        cancels = self.cancels.matches(doc, found.spans)
        spans = [(d.citation.start, d.citation.end) for d in found.decisions]
        done: set[tuple[int, int]] = set()
        for match in matches:
            if match.rule.effect == "marker":
                continue
            span = _clause(found, match, spans)
            if not span or span in done or _cancelled(found, match, span, cancels):
                continue
            owner = _owner(found, match, span)
            if match.rule.id in ("action.will", "action.subjunctive") and not _acts(found, owner):
                continue
            if match.rule.id == "action.undertook" and owner is None:
                continue
            if match.rule.id == "action.asked" and _is_body(owner):
                continue  # "asked the Board to review the report" tells of the debate
            if match.rule.id == "action.to-do" and not (_acts(found, owner) and _NAMED.fullmatch(owner or "")):
                continue
            if match.rule.id == "action.person-will" and not _is_person(found, owner):
                continue
            done.add(span)
            yield _action(found, *span, _known(owner), "implicit", match.rule.id)


def _keep(found: Findings, action: Action) -> None:
    """Add an action unless what it cites is told already: one mark, one action, and the explicit one stands."""
    for known in found.actions:
        a, b = known.citation, action.citation
        if a.start < b.end and b.start < a.end:
            return
    found.actions.append(action)


def _action(
    found: Findings,
    start: int,
    end: int,
    owner: str | None,
    tier: Tier,
    rule: str,
    *,
    due: str | None = None,
    status: str | None = None,
) -> Action:
    citation = found.document.cite(start, end)
    due = due or _due_in(citation.quote)
    return Action(
        id=content_id("act", found.document.id, citation.start, citation.quote),
        item_id=found.item_id(start),
        text=citation.quote,
        owner=owner or None,
        due=due,
        due_date=resolve_due(due, found.meeting.date) if due else None,
        tier=tier,
        status=_status(status),
        citation=citation,
        rule=rule,
    )


def _due_in(text: str) -> str | None:
    match = _DUE.search(text)
    return match[0].strip(" .") if match else None


def _status(text: str | None) -> str | None:
    if not text:
        return None
    if _OPEN.search(text):
        return "open"
    return "done" if _DONE.search(text) else None


def _from_tables(found: Findings) -> Iterator[Action]:
    """Rows of a table whose columns are headed as an action table's."""
    document = found.document
    columns: dict[str, int] = {}
    table = None
    for block in document.blocks:
        if block.kind != "table_row":
            continue
        texts = [document.text[start:end].strip() for start, end in block.cells]
        heads = _columns(texts)
        if heads:
            columns, table = heads, block.table
        elif columns and block.table == table and columns["task"] < len(block.cells):
            start, end = block.cells[columns["task"]]
            if end - start < 3 or not re.search(r"[a-z]", texts[columns["task"]]):
                continue
            told = {name: texts[index] for name, index in columns.items() if index < len(texts)}
            owner = told.get("owner") or _named_owner(told["task"])
            yield _action(
                found, start, end, owner, "explicit", "action.table", due=told.get("due"), status=told.get("status")
            )


def _from_log(found: Findings) -> Iterator[Action]:
    """Rows of an action log whose columns carry no heading: the task first, how it stands last."""
    document = found.document
    head = " ".join(document.text[block.start : block.end] for block in document.blocks[:6])
    if found.kind != "other" or not re.search(r"\baction (?:log|list|tracker)\b", head, re.IGNORECASE):
        return
    for block in document.blocks:
        cells = [(start, end) for start, end in block.cells if end > start]
        if cells and not block.column_header and re.search(r"[a-z]{3}", document.text[cells[0][0] : cells[0][1]]):
            text = document.text[cells[0][0] : cells[0][1]]
            status = document.text[cells[-1][0] : cells[-1][1]] if len(cells) > 1 else None
            yield _action(found, *cells[0], _named_owner(text), "explicit", "action.log", status=status)


def _columns(texts: list[str]) -> dict[str, int]:
    """Which column of an action table holds what; empty if the row heads no such table."""
    columns: dict[str, int] = {}
    for index, text in enumerate(texts):
        for name, pattern in (
            ("task", _TASK_HEAD),
            ("owner", _OWNER_HEAD),
            ("due", _DUE_HEAD),
            ("status", _STATUS_HEAD),
        ):
            if name not in columns and text and pattern.fullmatch(text.rstrip(":")):
                columns[name] = index
                break
    return columns if "task" in columns and len(columns) >= 2 else {}


def _from_lists(found: Findings) -> Iterator[Action]:
    """Entries of a list under a heading such as "Action items", each with its owner in brackets or before a colon."""
    document = found.document
    for item in found.items:
        if not _LIST_HEAD.fullmatch(item.title):
            continue
        entries = [b for b in document.blocks_between(item.citation.end, item.end) if b.kind == "list_item"]
        depth = min((b.label.count(".") if b.label and b.label[0].isdigit() else 1 for b in entries), default=0)
        for block in entries:
            if block.label and block.label[0].isdigit() and block.label.count(".") > depth:
                continue
            yield from _entry(found, block)


def _entry(found: Findings, block: Block) -> Iterator[Action]:
    document = found.document
    start = content_start(document, block)
    text = document.text[start : block.end]
    head = _BRACKETED.match(text)
    tag = _STATUS_TAG.search(text)
    owner = (head["owner"] or head["lead"]) if head else _named_owner(text)
    if not head and not owner:
        return
    first = start + (head.end() if head else 0)
    last = start + (tag.start() if tag else len(text))
    if last > first:
        yield _action(found, first, last, owner, "explicit", "action.list", status=tag["status"] if tag else None)


def _named_owner(text: str) -> str | None:
    match = re.match(r"(?P<who>(?:The )?[A-Z][\w./&’'-]*(?: (?:and |[A-Z&])[\w./&’'-]*){0,5}) to [a-z]", text)
    return match["who"] if match else None


def _from_notes(found: Findings, tasks: list[int]) -> Iterator[Action]:
    """Initials or names in an action column: the sentence that they stand beside."""
    document = found.document
    previous: Block | None = None
    for index, block in enumerate(document.blocks):
        if block.furniture:
            continue
        if block.kind != "note":
            previous = block
            continue
        note = document.text[block.start : block.end].strip(" :")
        owner = _OWNERS.match(note)
        if previous is None or not owner or _TASK_HEAD.fullmatch(note):
            continue
        sentence = _beside(found, previous, block, tasks)
        if sentence:
            following = document.blocks[index + 1] if index + 1 < len(document.blocks) else block
            below = document.text[following.start : following.end] if following.kind == "note" else ""
            due = _due_in(note) or (None if _OWNERS.match(below) else _due_in(below))
            named = owner[0] if due else note
            yield _action(found, *sentence, named, "explicit", "action.column", due=due)


def _beside(found: Findings, block: Block, note: Block, tasks: list[int]) -> tuple[int, int] | None:
    """The sentence of `block` that a note marks.

    Of the sentences on the lines beside the note (and one line above and below) the one that names its owner, else one
    that gives a task, else the last that stands there. Without places on the page, of all sentences of the block.
    """
    sentences = [s for s in found.sentences if block.start <= s.start < block.end]
    if not sentences:
        return None
    near = sentences
    words = found.document.words
    if words is not None:
        (page, _, top, _, bottom), *_ = words.boxes(note.start, note.end) or ((0, 0, 0, 0, 0),)
        middle, height = (top + bottom) / 2, bottom - top

        def beside(sentence: Sentence, slack: float) -> bool:
            boxes = words.boxes(sentence.start, sentence.end)
            return any(box[0] == page and box[2] - slack <= middle <= box[4] + slack for box in boxes)

        on = [s for s in sentences if beside(s, 2)]
        near = [s for s in sentences if beside(s, 1.2 * height)] or sentences[-1:]
    else:
        on = sentences
    owner = found.document.text[note.start : note.end].strip().split("/")[0]
    named = [s for s in near if re.search(rf"\b{re.escape(owner)}\b", found.document.text[s.start : s.end])]
    tasked = [s for s in near if any(s.start <= task < s.end for task in tasks)]
    chosen = next((s for s in named if s in tasked), None) or next((s for s in tasked if s in on), None)
    chosen = chosen or (tasked or on or near)[-1]
    return chosen.start, chosen.end


def _from_markers(found: Findings) -> Iterator[Action]:
    """ "ACTION: Clerk to write", "(Action: JS)", "Action – Director"."""
    document = found.document
    for block in document.blocks:
        if block.furniture or block.kind in ("note", "table_row"):
            continue
        text = document.text[block.start : block.end]
        for match in _MARKED.finditer(text):
            rest = match["rest"].strip(" .")
            if not rest or not (
                match["sep"] == ":"
                or match[0].startswith("(")
                or match[0].lstrip().startswith("ACTION")
                or match.start() == 0
                or text[match.start() - 2 : match.start()] == ". "
            ):
                continue
            start, end = block.start + match.start("rest"), block.start + match.end("rest")
            if len(rest.split()) <= 6 and " to " not in rest:
                before = [
                    s for s in found.sentences if s.end <= block.start + match.start() + 1 and s.start >= block.start
                ] or [s for s in found.sentences if s.end <= block.start][-1:]
                inside = [
                    s
                    for s in found.sentences
                    if s.start <= block.start + match.start() < s.end and block.start + match.start() - s.start > 20
                ]
                if inside:
                    yield _action(
                        found, inside[0].start, block.start + match.start(), rest, "explicit", "action.marker"
                    )
                elif before:
                    yield _action(found, before[-1].start, before[-1].end, rest, "explicit", "action.marker")
            else:
                yield _action(found, start, end, _named_owner(rest), "explicit", "action.marker")


def _clause(found: Findings, match: Match, decisions: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The limb or sentence that holds a trigger."""
    for start, end in decisions:
        if start <= match.start and match.end <= end and match.rule.id not in ("action.will", "action.person-will"):
            return start, end
    if match.rule.id == "action.subjunctive":
        return None
    index = bisect_right(found.starts, match.start) - 1
    if index < 0 or match.end > found.sentences[index].end:
        return None
    sentence = found.sentences[index]
    block = found.document.blocks[sentence.block]
    if block.kind in ("heading", "table_row", "note"):
        return None
    if (
        match.rule.anchored
        and match.start > sentence.start
        and found.document.text[sentence.start : match.start].strip(' “"(')
    ):
        return None
    return sentence.start, sentence.end


def _cancelled(found: Findings, match: Match, span: tuple[int, int], cancels: list[Match]) -> bool:
    return any(c.start < match.end and match.start < c.end for c in cancels if span[0] <= c.start < span[1])


def _owner(found: Findings, match: Match, span: tuple[int, int]) -> str | None:
    """Who is to do it, from the words before or inside the trigger."""
    text = found.document.text
    said = text[match.start : match.end]
    rule = match.rule.id
    if rule == "action.to-do":
        return said.rsplit(" to ", 1)[0].strip()
    if rule == "action.subjunctive":
        return re.sub(r"^that ", "", said.rsplit(" ", 1)[0], flags=re.IGNORECASE)
    if rule == "action.asked":
        whom = re.match(r"(?:\w+) (?P<who>.+?) to \w+$", said)
        if whom and whom["who"] not in ("for", "that"):
            return whom["who"]
        if not re.search(r"\bbe |(?:was|were) ", said):
            return None
    if rule == "action.resolved-to":
        who = re.match(r"\w+ that (?P<who>.+?) (?:should|would|will|to)\b", said)
        if who:
            return who["who"]
    if rule in ("action.to-be", "action.be-done", "action.to-be-done"):
        noted = _NOTED.search(text[span[0] : span[1]])
        return noted["who"] if noted else None
    subject = _SUBJECT.search(text[span[0] : match.start].rstrip())
    if not subject or _PRONOUN.fullmatch(subject["who"].strip()):
        return None
    return subject["who"].strip() or None


def _acts(found: Findings, owner: str | None) -> bool:
    """Whether an owner is a person at the meeting, an office or a body that can be given a task."""
    if not owner or _NOT_OWNER.match(owner):
        return False
    words = re.findall(r"[A-Za-z’'-]+", owner)
    roles = set(word_list("owners"))
    if any(word.casefold() in roles for word in words[-4:]):
        return True
    return _is_person(found, owner)


def _is_person(found: Findings, owner: str | None) -> bool:
    """Whether an owner is somebody by name, title or initials."""
    words = re.findall(r"[A-Za-z’'-]+", owner or "")
    known = {a.name.split()[-1] for a in found.attendance} | {a.initials for a in found.attendance if a.initials}
    titled = re.match(r"(?:Cllr|Mr|Mrs|Ms|Dr|Councillor)\b", owner or "")
    return bool(words) and bool(titled or words[-1] in known or re.fullmatch(_INITIALS, words[-1]))


def _known(owner: str | None) -> str | None:
    """An owner that reads like one; what else stands before a verb is no owner, and null says so."""
    bare = (owner or "").strip(" “”\"'‘’,;:")
    roles = word_list("owners")
    named = _NAMED.fullmatch(bare) or re.fullmatch(
        rf"(?:the |our |an? )?(?:\w+ )?(?:{'|'.join(roles)})(?: (?:of|for) .+)?", bare, re.IGNORECASE
    )
    return bare if named else None


def _is_body(owner: str | None) -> bool:
    return bool(owner) and str(owner).split()[-1].casefold() in word_list("body")


def _next_steps(found: Findings) -> Iterator[Action]:
    """In a report, the entries of a list of next steps or recommendations."""
    document = found.document
    for item in found.items:
        if not _NEXT_STEPS.fullmatch(item.title):
            continue
        for block in document.blocks_between(item.citation.end, item.end):
            if block.kind == "list_item" and block.end - block.start > 15:
                start = content_start(document, block)
                yield _action(
                    found,
                    start,
                    block.end,
                    _named_owner(document.text[start : block.end]),
                    "implicit",
                    "action.next-steps",
                )
