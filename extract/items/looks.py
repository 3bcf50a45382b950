"""Whether a block is set as a heading, in bold, in large type or in capitals, and names business."""

import re

from extract.decisions.verdict_lines import is_mover_line
from extract.findings import Findings
from extract.items.heading import (
    HEADING_WORDS,
    LINKED,
    SENTENCE,
    block_below,
    is_led_to,
    is_resolved,
    is_told_below,
    lettered,
    number_above,
    text_of,
)
from extract.items.run_in import ATTENDING
from extract.items.titles import (
    DATE_LINE,
    FRONT,
    ITEM_REFERENCE,
    TYPED,
    has_verb,
    is_marked,
    is_never_title,
    is_no_section,
    is_sentence,
    is_speaker,
    names_body,
    names_those_there,
)
from extract.people.lists import people_in
from extract.people.words import NAME, begins_with_given, is_role, is_work, untitled
from extract.text import content_start
from minutes.decided import DECIDES
from minutes.model import Block, Document

_ROLE = re.compile(
    r"\b(?:chair\w*|director|head|manager|member|officer|leader|executive|clerk|councillor|secretary|minister|mayor"
    r"|president|advis[eo]r|portfolio holder)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/, ]+[A-Z]{2,3})*")
# "Cllr Orme proposed that it be painted, seconded by Cllr Tay", in bold; "No interests were declared"
_TOLD = re.compile(
    r"\bseconded\b|\b(?:proposed|moved) (?:by|that|to)\b|^(?:no|none|nil)\b.*\s\w+ed$|^no .{0,60}\b(?:given|made"
    r"|raised)$"
    r"|\bby \d.*\.$"
    # "Meeting closed at 8.40 pm", "Ada Brindle went through the report." with its full stop
    r"|^(?:the )?meeting (?:was )?(?:clos|end|finish|conclud|adjourn|open|start|commenc)(?:ed)? (?:at|by) \d"
    r"|(?-i:^(?:The )?(?:[A-Z][\w’'-]*\.? ){1,4}(?:[a-z]+ed|went|gave|took|led|told|spoke) [a-z].*\.$)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[\[(]?(?:[A-Z]{1,4}/)?\d{1,4}(?:/\d{1,4})*[\])]?[.:)]*|[IVX]{2,5}\.")
# What an officer's report under an item is divided into.
_OF_A_REPORT = re.compile(
    r"(?:background|(?:financial|legal|policy|risk|budget|resource|strategic|legislative|statutory|environmental) "
    r"(?:implications?|considerations?|environment)|(?:officer|officers|staff)[’']?s? comments?|voting requirements?"
    r"|statutory environment|purpose of (?:the )?report|attachments?|options|recommendations?)",
    re.IGNORECASE,
)
# "3rd quarter", "17:15, Wednesday 4 May, the Mill"
_WHEN = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)\b(?! (?:order|item|point|piece) of business\b)"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]m)?,? (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
# "(7.10 pm)", at the right of a title
_CLOCK = re.compile(
    r"[(\[]?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[–-] ?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?[)\]]?", re.IGNORECASE
)
# "ACTION Parks Manager", "Action Clerk", "ACTION Una Keld", below what they are to do
_TO_ACT = re.compile(r"(?P<word>ACTIONS?|Actions?)\s+(?P<who>[A-Z][\w.’'&/, -]{2,50})")
# An indicator over what it came to: "Lamps mended within a week (Amber)"
_RATED = re.compile(r"\((?:red|amber|yellow|green|blue|grey|on|off)(?: (?:rated|target|track))?\)$", re.IGNORECASE)
_BALANCE = re.compile(r"balances?\b", re.IGNORECASE)
_PAID = re.compile(
    r"\(?(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?\s+)?[£€$]\d[\d,]*\.\d\d\b"
)  # "£12.40 INTEREST", of the accounts
# "e-Lending", "iTree", "mill.example Use", and alone "mill.example", "mill-guild/weir"
_SMALL_FIRST = re.compile(r"[a-z]-?[A-Z][a-z]|[a-z]+(?:\.[a-z]+)+ [A-Z]|[a-z][\w-]{2,}(?:[./][a-z][\w-]{2,}){1,3}$")
# "Arrange a visit to the weir."
_ORDER = re.compile(
    r"(?:Arrange|Ask|Book|Chase|Check|Circulate|Contact|Email|Invite|Obtain|Order|Organise|Prepare|Remind|Send|Write)\b"
)
# To an application, whatever number the line has
_ANSWER = re.compile(r"no (?:further )?(?:objections?|observations?|comments?)\.?", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:(?:new |agreed )?action(?:s| points)|actions (?:and|&) (?:motions|decisions)|decisions|resolutions):?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:vice|deputy|honorary|hon)[-. ]{0,2})?(?:chair(?:man|woman|person)?|secretary|president|clerk|mayor):?",
    re.IGNORECASE,
)
# "Town Clerk", "Mayor of Fenwold", "Deputy Clerk and Treasurer"
_HELD = re.compile(
    r"(?:[\w’'&-]+ ){0,5}(?:clerk|mayor|recorder|secretary|treasurer|chair(?:man|woman|person)?|president|attorney"
    r"|counsel|manager|superintendent|administrator|supervisor|councill?or|alderman|trustee|director|solicitor|registrar)"
    r"(?: (?:of|to the|and|for) [\w’'& -]{2,40})?",
    re.IGNORECASE,
)
_NAME_WORDS = 5
_ELECTED = re.compile(r"\b(?:re-?)?(?:elected|appointed|nominated|unopposed)\b", re.IGNORECASE)
# In a list or a table below an office: "Una Keld stands (proposed: Tom)", "Candidate | Votes"
_STOOD = re.compile(rf"{_ELECTED.pattern}|\b(?:stands|stood|candidates?)\b", re.IGNORECASE)
_TITLE_ENDS = re.compile(r"\b(?:minutes|meeting(?: (?:no\.? ?)?\d{1,4})?)$|\d{4}-\d\d-\d\d$", re.IGNORECASE)
_HELD_ON = re.compile(r"minutes of (?!.*\b(?:last|previous)\b).{0,60}\bheld (?:on|at)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"www\.|https?:|tel\b", re.IGNORECASE)
_FIELD = 4  # words of the value of a field: "Notice: given"
_SHORT = 12  # words; a longer line with a full stop is a sentence
_APPLICATION = 75  # words of the title of an application that has a number
_HEAD = 16  # blocks at the top of a document without pages, in which it names its body
_FIGURES = re.compile(r"\d,\d{3}\b|\d%")  # "TOTAL FEES 12,400 11,900 96% (500)", a row of a table that has no lines
_GARBLED = re.compile(r"[+<>=;$#^~{}\\]")  # what becomes of letters in a font that does not say which they are
_NO_WORDS = 3, 5  # of these signs
# Who voted how.
_VOTE = re.compile(r"(?:yes|ayes?|yeas?|for|in favou?r)(?: ?\(\d+\))?\s*:", re.IGNORECASE)


# "Decisions made prior to the meeting", which a title ends with, too
_OF_EARLIER = re.compile(
    r"(?:decisions|actions|matters|business) (?:made|taken|agreed|arising|from|since|outstanding)\b", re.IGNORECASE
)
# "The minutes of the last meeting were approved.", below the heading "Minutes"
_APPROVED = re.compile(
    r"(?:the )?(?:[\w’'&/,-]+ ){0,3}minutes\b[^.]{0,120}"
    r"\b(?:approved|confirmed|agreed|accepted|adopted|signed|taken as read)\b",
    re.IGNORECASE,
)
# "Observers and others present", over their names
_OF_PEOPLE = re.compile(r"[^:.;]{3,60}\b(?:present|attending|in attendance):?", re.IGNORECASE)
# Parts of an item in a record of decisions
_OF_AN_ITEM = re.compile(r"recommend(?:ations?|ed) to (?:the )?(?:full )?(?:council|cabinet):?|voting:?", re.IGNORECASE)


def is_set_apart(document: Document, index: int, text: str, found: Findings) -> bool:
    """Whether a whole block is set as a heading and names business."""
    block = document.blocks[index]
    if (text[:1].isdigit() and _WHEN.match(text)) or _CLOCK.fullmatch(text) or is_marked(text):
        return False
    if typed := TYPED.match(text):
        text = text[typed.end() :]
    # "5. Decisions" and "24/062. Minutes" are business, "1.1 In attendance" is not.
    counted = bool(typed or (block.label and _WHOLE.fullmatch(block.label)) or number_above(document, index))
    if not _is_of_words(text, counted=counted) or _ANSWER.fullmatch(text):
        return False
    looks = block.kind == "heading" or is_all_bold(block, document)
    if not looks and not (found.kind == "minutes" and _in_capitals(document, index, text)):
        return False
    numbered = counted or bool(block.label and block.label[0].isdigit())
    if (
        not _begins_title(text.lstrip('“"') if typed else text)
        or is_marked(text)
        or text.endswith(";")
        or names_those_there(text)
    ):
        return False
    business = is_closing(document, index) or _heads_office(document, index) or _is_of_minutes(document, index, text)
    if not counted and is_never_title(text) and not business:
        return False
    if found.kind == "minutes" and not counted and _OF_AN_ITEM.fullmatch(text):
        return False
    if (
        numbered and block.kind != "heading" and text.endswith(".") and DECIDES.search(text)
    ):  # "2.3 The Board noted the"
        return False
    if not numbered and (_heads_payments(document, index) or _tells(text) or _names_who_acts(text)):
        return False
    if not numbered and (_is_motion(document, index) or is_told_below(document, index) or is_resolved(document, index)):
        return False
    if ATTENDING.fullmatch(text) and (lists_people(document, index) or people_in(text.partition(":")[2])):
        return False
    if _OF_PEOPLE.fullmatch(text) and lists_people(document, index):
        return False
    if found.kind not in ("minutes", "agenda") and _is_inside_report(found, text, numbered=numbered):
        return False
    if DATE_LINE.fullmatch(text) or ITEM_REFERENCE.fullmatch(text):
        return (found.kind == "report" and block.page not in (None, 1)) or _is_diary(document, block)
    named = _names_the_body(index, text, found) or _names_somebody(document, index, text) or _signs(document, index)
    if named and not block.label and not typed and not lettered(document, index):
        return False
    if found.kind == "minutes":
        return not text.endswith("?") and (numbered or not _OF_A_REPORT.fullmatch(text))
    return numbered or not (text.endswith(".") or _is_person(text) or (len(text.split()) > 8 and has_verb(text)))


def _is_of_minutes(document: Document, index: int, text: str) -> bool:
    """Whether a heading "Minutes" is about those of the last meeting: such are approved below it, and no heading under
    it is of what else was done."""
    block, below = document.blocks[index], block_below(document, index)
    if text.casefold() != "minutes" or block.kind != "heading" or below is None:
        return False
    heads = [(at, one) for at, one in enumerate(document.blocks) if one.kind == "heading" and at != index]
    above = any(one.level == block.level for at, one in heads if at < index)
    following = next((one for at, one in heads if at > index), None)
    goes_on = following is not None and following.level <= block.level
    return above and goes_on and bool(_APPROVED.match(text_of(document, below)))


def _heads_payments(document: Document, index: int) -> bool:
    """Whether a paragraph stands over lines of the accounts: "CHEQUES:", and below it "4/5/24 £12.40 ROPE"."""
    below = block_below(document, index) if document.blocks[index].kind == "paragraph" else None
    line = text_of(document, below) if below else ""
    return bool(_PAID.match(line) or (_BALANCE.match(text_of(document, document.blocks[index])) and "£" in line))


def _is_of_words(text: str, *, counted: bool) -> bool:
    """Whether a line is of as many words as a heading, and not of figures and single letters.

    What is numbered may name an application in full, and tells nothing of it.
    """
    words = len(text.split())
    if len(_FIGURES.findall(text)) >= _NO_WORDS[0] or len(_GARBLED.findall(text)) >= _NO_WORDS[1]:
        return False
    long = counted and words <= _APPLICATION and not has_verb(text)
    return (0 < words <= HEADING_WORDS or long) and bool(re.search(r"[A-Za-z]{2}|(?:[A-Z]\.){2}", text))


def _begins_title(text: str) -> bool:
    """Whether a line may be a title by its beginning: no sum, small letter, quotation or address."""
    if _PAID.match(text) or (text[:1].islower() and not _SMALL_FIRST.match(text)):
        return False
    return text[:1] not in '“‘"@[' and "___" not in text and not _ADDRESS.match(text)


def _tells(text: str) -> bool:
    """Whether a line without a number says what was done, or goes on below."""
    goes_on = text.endswith(",") or (text.endswith(".") and len(text.split()) > _SHORT)
    return goes_on or is_sentence(text) or bool(_TOLD.search(text) or (text.endswith(".") and _ORDER.match(text)))


def _names_who_acts(text: str) -> bool:
    """Whether a line is nothing but who is to do what stands above it, or the end of that: "Parks Manager]"."""
    if text.endswith(("]", ")")) and not re.search(r"[(\[]", text):
        return True
    acts = _TO_ACT.fullmatch(text)
    if not acts:
        return False
    who = acts["who"].rstrip(" .")
    office = is_role(who.split()[-1]) and len(who.split()) <= _NAME_WORDS and not who.endswith("Team")
    return office or (acts["word"].isupper() and any(" " in one.name for one in people_in(who)))


def _is_motion(document: Document, index: int) -> bool:
    """Whether a line is what was voted on, over "Yes: Orme, Tay", or a motion in bold over the line of its mover."""
    block, below = document.blocks[index], block_below(document, index)
    if below is None:
        return False
    line = text_of(document, below)
    bold = block.kind != "heading" and is_all_bold(block, document)
    return bool(_VOTE.match(line)) or (bold and is_mover_line(line))


def _is_inside_report(found: Findings, text: str, *, numbered: bool) -> bool:
    """Whether a line of a report, a plan or slides is no section: an indicator with its rating, a contents page."""
    if is_no_section(text):
        return True
    initials = found.kind == "slides" and _INITIALS.fullmatch(text)
    return not numbered and bool(_RATED.search(text) or FRONT.fullmatch(text) or initials)


def _is_diary(document: Document, block: Block) -> bool:
    """Whether headings of one level are dates again and again: the sections of a report month by month."""
    alike = [b for b in document.blocks if b.kind == "heading" and b.level == block.level and b.size == block.size]
    dates = [b for b in alike if DATE_LINE.fullmatch(text_of(document, b))]
    return block.kind == "heading" and len(dates) >= 3 and 2 * len(dates) >= len(alike)


def _in_capitals(document: Document, index: int, text: str) -> bool:
    """Whether a line is set apart by capitals alone, with text below that is not in capitals."""
    text = re.sub(r"\s\([^()]*\)$", "", text)  # "CONSENT AGENDA (Bills; Gifts)"
    words = len(text.split())
    if (
        has_verb(text)
        or is_led_to(document, index)
        or _is_among_points(document, index)
        or not (text.isupper() and words <= 14 and sum(c.isalpha() for c in text) > (5 if words > 1 else 3))
    ):
        return False
    following = block_below(document, index)
    if following and not re.search(r"\w", text_of(document, following)) and _is_name(text):
        return False  # the last of a list, over a rule
    if words == 1 and not (text.isalpha() and following and _is_sentence_below(document, following)):
        return False
    return following is None or bool(following.label) or not text_of(document, following).isupper()


def _is_among_points(document: Document, index: int) -> bool:
    """Whether a bullet is one of a list that tells things, not all of them in capitals: "• RNLI AGM", "• Two lamps"."""
    if (document.blocks[index].label or "0")[0].isalnum():
        return False
    beside = (document.blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(document.blocks))
    return any(one.kind == "list_item" and not text_of(document, one).isupper() for one in beside)


def _is_name(text: str) -> bool:
    """Whether a line is the name of a person with a usual forename."""
    words = text.split()
    return 1 < len(words) <= _NAME_WORDS and begins_with_given(text) and bool(NAME.fullmatch(text))


def _is_sentence_below(document: Document, block: Block) -> bool:
    """Whether a paragraph of some length stands below a line of one word in capitals."""
    return block.kind == "paragraph" and len(text_of(document, block).split()) >= SENTENCE


def _names_somebody(document: Document, index: int, text: str) -> bool:
    """Whether a line without a number holds the initials of who is to act, or the name of who speaks next."""
    front = document.text[: document.blocks[min(len(document.blocks) - 1, 40)].start]
    following = block_below(document, index)
    if _INITIALS.fullmatch(text) and text not in ("AOB", "AOCB"):
        if following and _is_sentence_below(document, following) and following.size == document.blocks[index].size:
            front = document.text[: min(len(front), document.blocks[index].start)]  # "IT" over what is told of it
        return all(
            re.search(rf"\({one}\)|\t{one}\b|\b{one}$", front, re.MULTILINE) for one in re.findall(r"[A-Z]+", text)
        )
    return following is not None and is_speaker(text, text_of(document, following))


def is_signature(text: str) -> bool:
    """Whether a line is a name with an office behind it, "UNA KELD, TOWN CLERK", or an office with its body."""
    first, comma, rest = text.rstrip(" .:").partition(",")
    if not comma:
        return False
    if _OFFICE.fullmatch(first):
        return names_body(rest.strip())
    name = untitled(first)
    several = 1 < len(name.split()) <= _NAME_WORDS and NAME.fullmatch(name) and not is_work(name)
    return bool(several and _HELD.fullmatch(rest.strip()))


def _signs(document: Document, index: int) -> bool:
    """Whether a line names somebody with an office, and nothing is told below it."""
    if not is_signature(text_of(document, document.blocks[index])):
        return False
    below = block_below(document, index)
    line = text_of(document, below) if below and below.kind == "paragraph" else ""
    ended = line.endswith((".", ":")) and len(line.split()) >= SENTENCE // 2
    return below is None or not (ended or _is_sentence_below(document, below))


def is_closing(document: Document, index: int) -> bool:
    """Whether "Actions" or "Resolutions" is a section of its own: the only such heading, over a list."""
    text = text_of(document, document.blocks[index])
    if document.blocks[index].kind != "heading" or not _SECTION.fullmatch(text):
        return False
    following = block_below(document, index)
    alike = sum(b.kind == "heading" and text_of(document, b) == text for b in document.blocks)
    block = document.blocks[index]
    parted = following is not None and following.kind == "heading" and following.level > block.level
    return alike == 1 and following is not None and (parted or following.kind == "list_item")


def _heads_office(document: Document, index: int) -> bool:
    """Whether a heading is an office, over what is told of it: "Secretary", and who was elected or what she said."""
    block, below = document.blocks[index], block_below(document, index)
    if block.kind != "heading" or below is None or not _OFFICE.fullmatch(text_of(document, block)):
        return False
    line = text_of(document, below)
    if below.kind != "paragraph":
        return bool(_STOOD.search(line))
    told = len(line.split()) >= SENTENCE and is_sentence(line)
    return bool(told or _ELECTED.search(line))


def heads_those(document: Document, index: int) -> bool:
    """Whether "Apologies" stands among the labels of those who came, and is none of the business.

    "Apologies:" is set like "Present:" above it, or the next line that is set so is "In attendance", or the last was.
    """
    block = document.blocks[index]
    text = text_of(document, block)
    if block.label or not FRONT.fullmatch(text):
        return False
    alike = [(i, text_of(document, b)) for i, b in enumerate(document.blocks) if _look(b) == _look(block)]
    above = [line for i, line in alike if i < index and line.endswith(":") and is_never_title(line)]
    before = next((line for i, line in reversed(alike) if i < index and line), "")
    below = next((line for i, line in alike if i > index and line), "")
    following = block_below(document, index)
    listed = names_those_there(before) and following and not is_sentence(text_of(document, following))
    return bool((text.endswith(":") and above) or listed) or names_those_there(below)


def _look(block: Block) -> tuple[str, bool]:
    return block.kind, bool(block.bold)


def is_front(document: Document, index: int) -> bool:
    """Whether a line before the first item belongs to the head of the minutes: a title, or a label of those present."""
    text = text_of(document, document.blocks[index])
    if FRONT.fullmatch(text):
        return True
    following = block_below(document, index)
    if following is None or not (text.endswith(":") or following.kind == "list_item"):
        return False
    line = document.text[slice(*following.cells[0])] if following.cells else text_of(document, following)
    return len(line.split()) <= 8 and len(people_in(line)) >= 1


def is_front_label(document: Document, index: int) -> bool:
    """Whether a line before the first item is a field of the form over the headings of business: "Quorum: met"."""
    block = document.blocks[index]
    value = text_of(document, block).partition(":")[2]
    below = (each for each in document.blocks[index + 1 :] if each.kind == "heading" and not each.furniture)
    return not block.label and 0 < len(value.split()) <= _FIELD and len(list(below)) > 1


def lists_people(document: Document, index: int) -> bool:
    """Whether an entry of a list that names one person follows a line."""
    following = block_below(document, index)
    line = text_of(document, following) if following and following.kind == "list_item" else ""
    return 0 < len(line.split()) <= 8 and len(people_in(line)) == 1


def _is_person(text: str) -> bool:
    """Whether a heading only names somebody with a role, as under a foreword."""
    people = people_in(text)
    return bool(people) and text.startswith(people[0].name) and bool(_ROLE.search(people[0].role or ""))


def is_all_bold(block: Block, document: Document) -> bool:
    """Whether all of a paragraph is set in bold, be it without the number before it or the file linked after it."""
    if not block.bold or block.kind not in ("paragraph", "list_item"):
        return False
    start, end = content_start(document, block), block.end
    if linked := LINKED.search(document.text, block.bold[-1][1] - 1, end):
        end = linked.start()
    if typed := TYPED.match(document.text, start, end):
        start = max(start, min(typed.end(), block.bold[0][0]))
    bold = sum(min(b, end) - max(a, start) for a, b in block.bold if b > start)
    return bold >= 0.95 * (end - start)


def _names_the_body(index: int, text: str, found: Findings) -> bool:
    """Whether a line is the document's title, or names on the first page who met and when."""
    block = found.document.blocks[index]
    if text.casefold() == (found.document.title or "").casefold() or (
        index < 3
        and (DATE_LINE.search(text) or _TITLE_ENDS.search(text) or _HELD_ON.match(text))
        and not _OF_EARLIER.match(text)
    ):
        return True
    known = {(name or "").casefold() for name in (found.meeting.organisation, found.meeting.body)}
    if found.kind == "report" and index and text_of(found.document, found.document.blocks[0]):
        top = text_of(found.document, found.document.blocks[0]).casefold()  # "Open data strategy", printed again inside
        if text.casefold() in {top, *(f"{name} {top}" for name in known)}:
            return True
    first = (block.page or 1) == 1
    # A committee that is named further down, where there are no pages, is one that reports.
    head = first and (block.page is not None or index < _HEAD)
    return (text.casefold() in known and (first or found.kind == "report")) or (head and names_body(text))
