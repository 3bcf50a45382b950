"""What kind of document it is: minutes, a report, an agenda, slides, or none of these, as "Policy on minutes" is."""

import re

from spacy.tokens import Doc

from extract.bodies.words import head_of
from extract.findings import findings
from minutes.model import Document, DocumentKind

_MINUTES = re.compile(
    r"\b(?:minutes|notes) of\b|^notes from\b|^(?:draft |confirmed |board |meeting |committee )*(?:meeting )?minutes\b"
    r"|\bminutes$|\bminutes:$|\bMINUTES\b"
    r"|\b(?:council|committee|commission|board|senate|assembly|association|society|group|panel|meeting) minutes\b"
    r"|\b(?:action|meeting|summary) notes\b|\b(?:meeting|call) (?:summary|recap|highlights)\b|\brecap of\b",
    re.IGNORECASE,
)
# What tells how meetings are to be held, or noted down, and what studies found, in a first line: "Policy on minutes"
_OF_NO_MEETING = re.compile(
    r"\W*(?:by-?laws|constitution|code of conduct|standing orders|terms of reference)\b(?! (?:committee|panel|group))"
    r"|(?!.*\b(?:minutes of|\d{4})\b).{0,60}\b(?:policy|template|guidelines|by-?laws|terms of reference)\W*$"
    r"|.{0,60}\b(?:survey|workshop|conference|consultation|evaluation) (?:report|results|findings|summary)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:annual|final|progress|monitoring|performance|half[- ]year\w*|quarterly|director’?s)? ?(?:report|review"
    r"|strategy|update|plan|dashboard|scorecard|outturn|statement of accounts|financial statements?|state of the \w+"
    r"|(?:key (?:performance )?|performance )(?:indicators?|facts|figures|statistics)|performance (?:in )?20\d\d"
    r"|(?:annual|performance|monitoring|data) (?:statement|summary|accounts|data|statistics|profile))\b"
    r"|^(?:to|from|subject|purpose of report)\s*:",
    re.IGNORECASE,
)
# "To: the Amenities Committee", "1. Report author:"
_ADDRESSED = re.compile(
    r"^(?:to|from|by|subject|report (?:to|by|of|title|author)|purpose of (?:the )?report)[^\S\t\n]*[:\t]"
    r"|^(?:\d+\.?\s*)?(?:report (?:title|author|of|to)|purpose of (?:the |this )?report):?$",
    re.IGNORECASE | re.MULTILINE,
)
# "Director's report for August", "Report of the Treasurer": what is told in it was told to no meeting.
_OF_OFFICER = re.compile(
    r"\W*(?:(?:annual|monthly|quarterly) )?report (?:of|by|from) the (?:[\w&]+ ){0,2}?(?:chief|clerk|director|head"
    r"|librarian|manager|officer|superintendent|treasurer)\b|.{0,40}\b(?:director|librarian|manager|superintendent|treasurer)[’']s"
    r" (?:annual |monthly |quarterly )?report\b",
    re.IGNORECASE,
)
_TASKS = re.compile(r"\baction (?:log|list|tracker)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?to (?:receive|consider|note|approve|confirm|agree|discuss|appoint|elect)\b",
    re.IGNORECASE | re.MULTILINE,
)
# Below these words "to note the report" is what was decided, and not what was planned.
_DECIDED = re.compile(
    r"^.{0,60}\b(?:decisions?|resolved|agreed|determined)\b.{0,20}\n(?:\W*\w{0,4}[.)]?\s*to .*\n?)+",
    re.IGNORECASE | re.MULTILINE,
)
_AGENDA = re.compile(
    r"^agenda\b(?! item)|\bagenda$|\bnotice of (?:a )?(?:meeting|.{0,20}meeting)\b|\bsummoned\b",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED_REPORT = re.compile(r"\b(?:report|review|strategy)\b", re.IGNORECASE)
_SHORT = 800  # words; a longer text below the word "agenda" plans something, or is none


def find_kind(doc: Doc) -> Doc:
    """spaCy component: minutes, report, agenda, slides or other."""
    found = findings(doc)
    found.kind = _kind(found.document)
    return doc


def _kind(document: Document) -> DocumentKind:
    """By the words at the head, who is recorded as present, and whether the text tells what was said and done."""
    lines = [text.strip() for text in head_of(document)]
    governs = any(_OF_NO_MEETING.match(line) for line in lines[:1])
    titled = not governs and any(_MINUTES.search(line) for line in lines[:2])
    # below a title the first items may be "Action list"
    if not titled and _TASKS.search("\n".join(lines[:5])):
        return "other"
    head = "\n".join(lines)
    memo = governs or bool(_ADDRESSED.search(head) or _OF_OFFICER.match(head))
    planned = len(_PLANNED.findall(_DECIDED.sub("", document.text)))
    if _is_minutes(document, lines, titled=titled, memo=memo, planned=planned):
        return "minutes"
    if _AGENDA.search("\n".join(lines[:12])) and (planned or len(document.text.split()) < _SHORT):
        return "agenda"
    if document.media_type == "application/pdf" and _is_slides(document):
        return "slides"
    name = re.sub(r"[_-]+", " ", document.path.rsplit("/", 1)[-1])
    if any(_REPORT.search(line) for line in lines[:15]) or _NAMED_REPORT.search(name):
        return "report"
    return "other"


_ATTENDED = re.compile(
    r"^\W*(?:[\d.-]+\s*)?"
    r"(?:(?:board |committee |council |voting )*members? |those |also |others? |councillors |directors |trustees"
    r" |governors )?"
    r"(?:present|attendees|(?:key )?participants(?=\W*$|\s?[:(–—\t-](?! ?\d+ [a-z]))|attending|in attendance|attendance"
    r"|apologies|roll call|call to order.*|(?:attended(?: by)?|regrets|in the room|on the call|who (?:was|is|came)"
    r"(?: there| here)?)(?=\W*$|\s?[:–—\t]))\b",
    re.IGNORECASE | re.MULTILINE,
)
# Who was not there, which is known once a meeting is over: "Absent: Una Keld"
_ABSENT = re.compile(
    r"^[^\w\n]*(?:(?:(?:board |committee |council |voting )*members? |those |also )?absent\b[^.]{0,80}"
    r"|(?:(?:apologies|regrets) ?(?:/|and|&|or|,) ?)?not (?:present|attending|in attendance)\b[^.]{0,80}"
    r"|regrets: ?\w[^.]{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
# What a sign beside a name means: "* = regrets", "Attendees marked with *"
_SIGN = re.compile(
    r"(?:\*|^•)[”\"’']?[ \t]?[=:–-][ \t]?(?:absen(?:t|ce)|apolog(?:ies|y)|attend(?:ed|ing)|in attendance|present"
    r"|regrets)\b"
    r"|\b(?:attendees|attending|present|absent|regrets)\b[^.\n]{0,20}\bmarked (?:with|by) (?:an? )?(?:\*|asterisk)",
    re.IGNORECASE | re.MULTILINE,
)
_NOTED_BY = re.compile(
    r"^[^\w\n]*(?:(?:note|minute)s?[ -]?(?:taker|keeper)\b|(?:scribes?|recorder|recording secretary)(?=\s?:)"
    r"|(?:notes|minutes) (?:taken |recorded |written )?by\b)",
    re.IGNORECASE | re.MULTILINE,
)
# What only a meeting that was held tells: "approved the minutes", "Started 19:05"
_HELD = re.compile(
    r"\bapprove[sd] (?:the )?(?:[a-z]+ )?minutes\b"
    r"|\bminutes\b[^.\n]{0,60}\b(?:was|were) (?:\w+ )?(?:approved|accepted|agreed|adopted)\b"
    r"|^[^\w\n]*(?:meeting )?(?:started|opened|began|commenced|ended|closed|finished|adjourned)(?: at)?"
    r"\W{0,3}\d{1,2}[:.h]\d\d",
    re.IGNORECASE | re.MULTILINE,
)
# The list of those present at the end of minutes.
_ATTENDED_BELOW = re.compile(r"^(?:Attendees|Those present|In attendance|ATTENDEES):?$", re.MULTILINE)
_CONVENED = re.compile(
    r"\b(?:met|convened) (?:for|on|at|pursuant|in (?:\w+ )?session)\b|\b(?:were|was) present\b"
    r"|\b(?:persons|people|ppl|members|participants|delegates) attended\b"
    r"|\bcalled the (?:\w+ ){0,4}to order\b|\bpresent were\b"
    r"|\bmeeting (?:of the .{3,60} )?(?:was )?(?:held|convened|called to order)\b|\bin attendance\b",
    re.IGNORECASE,
)
# Both together tell minutes with no manner of their own: "Board minutes", and "The meeting was called to order"
_TITLED = re.compile(
    r"\b(?:meeting|board|committee|council|draft|approved|tc) minutes\b|\bminutes (?:of|for)\b|, minutes$",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\bcalled (?:the (?:\w+ ){0,4})?to order\b|\bmeeting (?:was )?(?:opened|closed|adjourned|ended)\b", re.IGNORECASE
)
# "19.00 Call to order", "20.46 Meeting finished", of a meeting that short minutes time from point to point
_CALLED = re.compile(
    r"^[^\w\n]{0,20}(?:\d[\d:. +-]{0,20}[ap]?m? )?(?:call to order|meeting (?:opens|begins)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def _is_minutes(document: Document, lines: list[str], *, titled: bool, memo: bool, planned: int) -> bool:
    """Whether a meeting was held, by the title and who was there; else by what the text tells.

    `titled`: the first lines say "minutes"; `memo`: they address a report to somebody, or set rules; `planned`: how
    often the text says "to receive" or the like.
    """
    head = "\n".join(lines)
    signed = bool(_SIGN.search(head))
    attended = signed or bool(_ATTENDED.search(head) or _ATTENDED_BELOW.search(document.text))
    if attended and any(_TITLED.search(line) for line in lines[:4]) and _OPENED.search(document.text):
        return True
    if memo:
        return False
    if titled and not planned and _CALLED.search(document.text):
        return True
    held = titled or signed or any((_ABSENT.search(head), _NOTED_BY.search(head), _HELD.search(document.text)))
    if attended and held and not planned:
        return True
    return _tells_of_meeting(document, lines, titled=titled, attended=attended, planned=planned)


# A line of its own under what was put: "Passed unanimously."
_VERDICTS = re.compile(
    r"^(?:the )?(?:motion )?(?:was )?(?:passed|approved|carried|adopted|defeated)(?: unanimously| as \w+)?\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = re.compile(
    r"\b(?=[acdemnopqrstvw])(?:agreed|resolved|decide[ds]|noted|reported|approve[ds]|seconded|thanked|explained|confirmed|asked|advised"
    r"|discussed|moved|adjourned"
    # minutes that are told in the present
    r"|(?:chair(?:man|woman|person)?|mayor|president|secretary|treasurer) (?:recalls|proposes|explains|indicates"
    r"|specifies|informs|opens|closes|thanks|reports|announces)"
    r"|stated|welcomed|voted|queried|apologised|will (?:circulate|send|contact|draft)"
    r"|all in favou?r"
    r"|motion (?:was )?(?:made|carrie[sd]|passe[sd]|by)|on motion of|(?:motions|seconds) (?:to|the)|second(?:ed)? by"
    r"|carried)\b",
    re.IGNORECASE,
)
# What short notes set before a decision or a task, in place of telling what was said.
_MARKED = re.compile(
    r"^\W*(?:decisions?|decided|resolved|actions?(?: items?)?|AI|AP|to[ -]?do)\b[^:\n]{0,20}:[^\S\n]*\w"
    r"|^(?:[•*-] )?(?:[☐☑☒]|\[[ xX]?\])\s*[\w@]",
    re.IGNORECASE | re.MULTILINE,
)
_SAID = re.compile(
    r"\b(?:told|raised|offered|suggested|expressed|attended|informed|presented|outlined|commented|requested|mentioned"
    r"|congratulated|felt|highlighted|pointed out|spoke"
    r"|made a motion|remarks were|found out|will be|has been|have been)\b",
    re.IGNORECASE,
)
# How votes went. Where they were taken somebody met, whether or not the head says so.
_VOTED = re.compile(
    r"(?:^|(?=[cm(:]))(?:"  # where these begin
    r"\bmotion (?:(?:was|is) )?(?:unanimously )?(?:carrie[sd]|passe[sd])\b"
    r"|^(?:result|mover|seconder):[^\S\n]*\w|^placed on file$|\([YN]-\d{1,2}\b"
    r"|\b(?-i:C(?:ll)?r|Councillor) \w+ (?:moved|seconded)\b"
    r"|:[^\S\n]\d{1,3} (?:agreed|for|in favou?r|yes|ayes?)(?: \(\d+%\))? ?, ?\d{1,3}"
    r" (?:against|no\b|nays?|opposed|abst)"
    r"|^[^\w\n]*(?-i:APPROVED|AGREED|RESOLVED|DECIDED|ADOPTED|REJECTED):[^\S\n]*\w)",
    re.IGNORECASE | re.MULTILINE,
)
_VOTES = 3
# One item of the minutes, as web pages print it: who moved, and on a line below what was resolved.
_MOVED_AND_RESOLVED = re.compile(
    r"^(?:moved|proposed) by [^\n]{3,60} seconded by [^\n]{3,60}\n(?:[^\n]{0,200}\n)?resolved\b",
    re.IGNORECASE | re.MULTILINE,
)
# What somebody is to do, which short notes of a meeting tell in place of what was said.
_TO_DO = re.compile(
    r"\bto (?:contact|circulate|arrange|chase|liaise|email|write to|follow up|investigate|speak (?:to|with)|let)\b"
)


def _tells_of_meeting(document: Document, lines: list[str], *, titled: bool, attended: bool, planned: int) -> bool:
    """Whether somebody met, and the text tells more of what was said and done than of what is to be."""
    text = document.text
    named = any(_MINUTES.search(line) for line in (document.title or "", *lines[:25]))
    met = (
        named
        or attended
        or _CONVENED.search("\n".join(lines))
        or _MOVED_AND_RESOLVED.search(text)
        or len(_VOTED.findall(text)) >= _VOTES
    )
    if not met:
        return False
    words = max(1, len(text.split()))
    told = sum(len(each.findall(text)) for each in (_TOLD, _TO_DO, _MARKED, _VOTED)) * 1000 / words
    said = len(_SAID.findall(text)) * 1000 / words if titled else 0  # of what calls itself minutes
    said += len(_VERDICTS.findall(text)) * 1000 / words if named else 0
    return told + said > max(2, planned * 1000 / words)


def _is_slides(document: Document) -> bool:
    """Many headings and list items, few paragraphs of any length."""
    blocks = [block for block in document.blocks if not block.furniture]
    long = sum(block.end - block.start > 350 for block in blocks)
    heads = sum(block.kind == "heading" for block in blocks)
    bullets = sum(block.kind == "list_item" for block in blocks)
    return (
        bool(blocks)
        and heads >= 0.12 * len(blocks)
        and bullets >= 0.25 * len(blocks)
        and long <= 0.05 * len(blocks)
        and (document.pages or 0) >= 6
    )
