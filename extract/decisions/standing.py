"""Whether a trigger stands: what its sentence, its context and the place on the page make of it."""

import re
from bisect import bisect_left

from extract.dates import MONTHS
from extract.decisions.elsewhere import is_report
from extract.decisions.forms.rows import OF_AUTHORITY, is_row_verdict
from extract.decisions.limbs import label_kind
from extract.decisions.motions.putting import is_unseconded
from extract.decisions.outcomes import LISTING
from extract.decisions.verdict_lines import VERDICT, is_mover_line, says_nothing
from extract.findings import Findings
from extract.items.titles import is_marked, is_never_title
from extract.ruleset import Match, word_list
from extract.text import Sentence, content_start

_BY = re.compile(
    r"\b(?:agreed|approved|adopted|endorsed|accepted|granted|appointed|elected|authorised|ratified|refused"
    r"|supported) by (?:the )?(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
_OWN = re.compile(
    r"(?:Council|Committee|Board|Cabinet|Panel|Commission|Members?|Councillors|Group|Directors|Meeting"
    r"|Trustees|Governors|all|those)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"^(?:the )?(?:university )?court$|\bcommissioners[’']? court\b|\b(?:meeting of|chair of) (?:the )?court\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 800  # characters at the head of minutes, in which they name their body
CARRIED = ("decision.moved-seconded", "decision.carried", "decision.verdict", "decision.verdict-counted")
_BY_BODY = (
    "decision.body-agreed",
    "decision.body-noted",
    "decision.body-recommended",
    "decision.body-declined",
    "decision.body-defers",
)
_REACHING = ("context.proposal", "context.reported")
_FAR = 20_000  # characters between a motion and what became of it
_LIMBS = 12  # of a motion between its movers and the verdict
_TITLE = 150  # characters
_NEAR = 90  # characters between a context and what it may cancel
_PASSED = {
    "decision.paper-noted": ("context.reported",),  # which the paper says of its own
    "decision.lost": ("context.proposal",),  # of what somebody proposed
    "decision.put-off": ("context.future",),  # "will be considered again at the next meeting"
    "decision.body-recommended": ("context.proposal",),  # which is a proposal itself, unless one is told before it
    "decision.present-office": ("context.future", "context.narrative"),  # "is appointed", as such minutes say
    "decision.has-been-agreed": ("context.earlier",),  # which tells of an earlier meeting elsewhere
}
RESOLVED = re.compile(
    r"\bRESOLVED\b|\bResolved\b(?=:| [–-]| that|, (?:on the|proposed|moved)\b)|(?m:^Resolved$)|(?m:^AGREED\b\s?[:–-])"
)
_DECIDED_ON = re.compile(
    r"\b(?:motion|amendment|proposal)\W+(?:was|is|then|therefore|were) \w*\s?\w*\b|\bon (?:a|the) vote being taken\b"
    r"|(?:^|\. )(?:the )?(?:minutes|claims|bills|reports?|agenda|budget|accounts) (?:was|were) (?:approved|accepted"
    r"|adopted)\b",
    re.IGNORECASE | re.MULTILINE,
)
# "It was proposed and seconded that Una Keld remain as Chair. There being no others, she was duly elected."
_PROPOSED = re.compile(r"it was proposed(?: by [^.;]{3,60}?)?(?:,? and|,) seconded", re.IGNORECASE)
_ELECTED = re.compile(
    r"(?:with|there being|as there were|there were) no (?:other|further) (?:nominations?|candidates?|nominees?)\b"
    r".{0,60}?\b(?:re-?)?(?:elected|appointed|declared)\b|.{0,40}?\bduly (?:re-?)?(?:elected|appointed|declared)\b",
    re.IGNORECASE,
)
_IS_PROPOSED = re.compile(r"\W*it (?:is|was) (?:therefore )?recommended that\b", re.IGNORECASE)
_FELL = re.compile(r"(?:the )?(?:motion|proposal|amendment) (?:fail(?:s|ed)|falls|fell|lost|defeated)\b", re.IGNORECASE)
_MOVES = re.compile(r"\b(?:moved|proposed)\b", re.IGNORECASE)
# "the Finance and Audit Committee": capitals, and what links them, before the word for a body
_QUALIFIED = re.compile(r"(?:[A-Z][\w’'&-]*,? (?:(?:and|of|for|the|&) )*)+")
_IN_SMALL = re.compile(r"(?:[a-z][a-z-]+ ){2,4}")  # "the water standards panel", in the minutes of a board
_OF_SOME = re.compile(  # "the finance committee", in the minutes of a council
    r"(?:finance|budget|planning|audit|staffing|personnel|events|social|membership|nominations?|grants|buildings?|policy"
    r"|governance|scrutiny|allotments?|cemetery|highways|amenities|recreation|education|health|safety|fundraising) "
)
# "The audit committee report says that the committee voted ..."
_REPORTS = re.compile(
    r"\b(?P<whose>[a-z]+) (?:sub-?)?committee(?:[’']s)? (?:reports?|updates?|meetings?|minutes|met)\b", re.IGNORECASE
)
_ALL_OF = frozenset(
    "The All Both Several Most Some Those Many Other Full Governing Present Two Three Four Five A And Then".split()
)
_GOVERNING = re.compile(r"\b(?:local )?(?:governing (?:body|board)|academy committee)\b|\bgovernors\b", re.IGNORECASE)
_OF_IT = ("decision.it-declined", "decision.it-deferred")
_BODY_DID = re.compile(
    r"\b[Tt]he (?:(?:Full|Trust|Governing|Sub-) ?)?(?:Board|Council|Committee|Cabinet|Panel|Group|Commission|Forum"
    r"|Senate|Court|Body|Executive|Assembly|Trust|Society)(?: [a-z]+ly| also| then)?"
    r" (?:approved|agreed|accepted|adopted|noted|received|endorsed|supported|resolved|considered|discussed|authorised"
    r"|appointed|granted|confirmed|decided|reviewed)\b"
)
_IN_YEAR = re.compile(r"\bin (?P<year>(?:19|20)\d\d)(?=[.,;)]|$| (?:and|for|to|as|by|but) )")
_MONTH = f"(?P<month>{'|'.join(name for name in MONTHS if len(name) > 3)}|may)"  # in full
_IN_MONTH = re.compile(
    rf"\bin {_MONTH} (?P<year>(?:19|20)\d\d)(?=[.,;)]|$| to | that )",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    rf"(?:on|at its meeting (?:on|of)) (?:[a-z]+day,? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?"
    rf"{_MONTH},? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "agreed that the hall is too small and that a survey be made": an opinion, and what is to be done
_GOES_ON = re.compile(
    r",? and that (?:\w+ ){1,8}?(?:be|would|should)\b"
    r"(?! (?:be )?(?:proud|pleased|glad|aware|mindful|clear|confident)\b)"
)
# "It was agreed that the surplus be carried forward to May": what comes after tells what is to be.
_AGREED_WHAT = re.compile(r"(?:agreed|resolved|decided|determined)\W+(?:that|to)\b", re.IGNORECASE)
# "Cllr Orme proposed that the fee be left as it is, all councillors agreed."
_ALL_AGREED = re.compile(
    r"\b(?:all|both) (?:the )?(?:(?:councillors|members|governors|trustees|directors) )?(?:present )?agreed\.?$",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£$€]|\b(?:balance|surplus|underspend|funds?)\b")  # which "carried forward" is said of, too
_RECITAL = re.compile(r"(?:and )?whereas\b", re.IGNORECASE)  # why it is decided, and not what
_CAPITALS = re.compile(r"^(?:the )?([A-Z]{2,6})\b")


def holds(found: Findings, sentence: Sentence, match: Match, contexts: list[Match]) -> bool:
    """Whether a trigger stands after its sentence and context have been looked at."""
    document = found.document
    if document.blocks[sentence.block].kind in ("heading", "note"):
        marks = match.rule.effect == "marker" and match.start == sentence.start
        return marks or _told_in_bold(found, sentence, match)
    if match.rule.anchored and document.text[sentence.start : match.start].strip(' “"(') != "":
        return False
    if re.match(r"court\b", document.text[match.start : match.end], re.IGNORECASE) and not _is_court(found):
        return False
    if match.rule.effect == "marker":
        return True
    if _RECITAL.match(document.text, sentence.start):
        return False
    if match.rule.id == "decision.approved-alone" and document.blocks[sentence.block].kind == "table_row":
        return False  # what others made of it, as a rule: "Cabinet response: Accepted"
    if match.rule.id == "decision.lost" and is_unseconded(document.text[sentence.start : sentence.end]):
        return False
    if match.rule.id == "decision.in-row":
        return is_row_verdict(found, sentence)
    if match.rule.id in _OF_IT and not _is_of_body(found, sentence):
        return False
    if match.rule.id == "decision.dashed" and (
        says_nothing(document.text[sentence.start : sentence.end])  # "All – unanimously agreed (5)."
        or OF_AUTHORITY.search(document.text, document.blocks[sentence.block].start, sentence.start)
    ):
        return False  # "Decisions by the Planning Authority: P/24/011 Mill Lane, porch – refused."
    if any(cancels(context, match) for context in _heeded(found, sentence, match, contexts)):
        return False
    if _by_others_letters(found, match):
        return False
    if _put_only(found, sentence, match) or _by_others(found, sentence, match) or _before_now(found, sentence, match):
        return False
    by = _BY.search(document.text, match.start, sentence.end)
    if by and by.start() > match.end and match.rule.id in _BY_BODY:
        return True  # "The Board approved the projects endorsed by the panel."
    return not by or _is_own(found, by["who"])


def _is_of_body(found: Findings, sentence: Sentence) -> bool:
    """Whether "It" is the body, which did something in the sentence before it in the paragraph."""
    index = bisect_left(found.starts, sentence.start) - 1
    before = found.sentences[index] if index >= 0 else sentence
    return before.block == sentence.block and bool(_BODY_DID.search(found.document.text, before.start, before.end))


def _heeded(found: Findings, sentence: Sentence, match: Match, contexts: list[Match]) -> list[Match]:
    """The contexts shortly before a trigger that may cancel it, less those that such a trigger always has about it."""
    passed = _PASSED.get(match.rule.id, ())
    if match.rule.id in LISTING and _GOES_ON.search(found.document.text, match.end, sentence.end):
        passed = (*passed, "context.soft")
    if match.rule.id == "decision.this-was-agreed":  # "she asked if it could be lent and this was agreed"
        return []
    if _ALL_AGREED.search(found.document.text, sentence.start, sentence.end):
        passed = (*passed, "context.proposal")
    words = found.document.text[match.start : match.end]
    if words.startswith("be "):  # "It was recommended that ..., and that the lease be withdrawn"
        opens = sentence.start + len("It ")
        led = [each for each in contexts if each.start <= opens and each.rule.id == "context.proposal"]
        if led:
            return led[:1]
    near = (context for context in contexts if match.start - _NEAR < context.end and context.start <= match.end)
    if what := _AGREED_WHAT.search(found.document.text, match.start, match.end):
        at = what.end()
        near = (context for context in near if context.start < at or context.rule.id != "context.narrative")
    if match.rule.id == "decision.put-off" and not _SUM.search(found.document.text, sentence.start, sentence.end):
        near = (context for context in near if not match.start <= context.start < context.end <= match.end)
    if match.rule.id == "decision.body-recommended" and _IS_PROPOSED.match(found.document.text, sentence.start):
        return list(near)
    return [context for context in near if context.rule.id not in passed]


def _by_others_letters(found: Findings, match: Match) -> bool:
    """Whether a trigger begins with the letters of another body."""
    words = found.document.text[match.start : match.end]
    letters = _CAPITALS.match(words)
    own = (*word_list("body"), *word_list("decided"))  # "were AGREED as" has a verb in capitals
    known = letters and (letters[1] in found.acronyms or letters[1].casefold() in own)
    return bool(letters and not known and words.split()[0].isupper() and not match.rule.anchored)


def _is_court(found: Findings) -> bool:
    """Whether the body is the court of a university or a trust; other minutes tell of courts of law."""
    return bool(_COURT.search(found.document.text[:_HEAD]))


def _told_in_bold(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether a line set like a heading is no title and tells what was decided: "CARRIED 7/0"."""
    block = found.document.blocks[sentence.block]
    text = found.document.text[block.start : block.end]
    if any(item.citation.start == block.start for item in found.items):
        return False
    if match.rule.id in (*CARRIED, "decision.lost", "decision.noted-alone"):
        return match.start <= sentence.start + 1 and is_never_title(text)
    return match.rule.id in _BY_BODY and text.endswith((".", ":")) and is_marked(text)


def _put_only(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether "be approved" is what somebody moved, and what became of it stands below."""
    said = found.document.text[sentence.start : match.start]
    index = bisect_left(found.starts, sentence.start)
    if _in_motion(found, sentence) or _is_moved(found, index):
        return True
    below = [each for each in found.sentences[index + 1 : index + 2] if each.block == sentence.block]
    if _PROPOSED.match(found.document.text, sentence.start) and any(
        _ELECTED.match(found.document.text, each.start, each.end) for each in below
    ):
        return True
    if not found.document.text[match.start : match.end].startswith("be ") or not _MOVES.search(said):
        return False
    following = (found.document.text[s.start : s.end] for s in found.sentences[index + 1 : index + 4])
    if any(map(_FELL.match, following)):
        return True
    after = told_below(found, sentence)
    return bool(RESOLVED.search(after) or _DECIDED_ON.search(after))


def _is_moved(found: Findings, index: int) -> bool:
    """Whether a sentence "That ..." stands below the line of its movers, be it after others such, over a verdict."""
    texts = [found.document.text[s.start : s.end] for s in found.sentences[max(0, index - _LIMBS) : index + 1]]
    above = next((text for text in reversed(texts) if text[:4].casefold() != "that"), None)
    if not texts or above is texts[-1] or above is None or not is_mover_line(above):
        return False
    rest = (found.document.text[s.start : s.end] for s in found.sentences[index + 1 : index + 1 + _LIMBS])
    below = next((text for text in rest if text[:4].casefold() != "that"), "")
    return bool(VERDICT.fullmatch(below))


def told_below(found: Findings, sentence: Sentence) -> str:
    """What comes after a sentence in its item, as far as it may tell what became of a motion."""
    return found.document.text[sentence.end : min(found.item_end(sentence.start), sentence.end + _FAR)]


def _in_motion(found: Findings, sentence: Sentence) -> bool:
    """Whether a limb stands in a list below "It was moved by Cllr Orme and seconded by Cllr Tay:"."""
    blocks = found.document.blocks
    label = blocks[sentence.block].label
    if not label:
        return False
    for index in range(sentence.block - 1, -1, -1):
        block = blocks[index]
        if block.label and label_kind(block.label) == label_kind(label):
            continue
        text = found.document.text[content_start(found.document, block) : block.end]
        return text.endswith(":") and is_mover_line(text) and bool(_DECIDED_ON.search(told_below(found, sentence)))
    return False


def _by_others(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether the subject is a committee or council by another name than those whose minutes these are."""
    words = found.document.text[match.start : match.end].split()
    if words[0].casefold() not in word_list("body") or not (found.meeting.body or found.meeting.organisation):
        return False
    before = re.split(r"\b[Tt]he ", found.document.text[sentence.start : match.start])[-1]
    told = set(re.findall(r"[\w’']+", before)) - _ALL_OF if _QUALIFIED.fullmatch(before) else set()
    told = {word.casefold() for word in told if word[0].isupper()}
    own = " ".join(filter(None, (found.meeting.body, found.meeting.organisation))).casefold()
    if words[0].casefold() == "trustees" and _GOVERNING.search(found.meeting.body or ""):
        return True  # of the trust that the school is part of
    if words[0].islower() and not words[0].endswith("s"):
        named = words[0] not in own and _IN_SMALL.fullmatch(before)
        told = set(before.split()) if named or _OF_SOME.fullmatch(before) else told
    title = found.document.blocks[0]  # "Minutes of the Steering Committee", whose organisation was read elsewhere
    headed = found.document.text[title.start : title.end].casefold()[:_TITLE]
    known = {*re.findall(r"[\w’']+", f"{own} {headed}"), *word_list("body"), *map(str.casefold, found.acronyms)}
    reports = _REPORTS.search(found.document.text, sentence.start, match.start) if words[0] == "committee" else None
    if reports and not told:
        return reports["whose"].casefold() not in {*known, "the", "this", "our", "full"}
    if words[0].casefold() == "committee" and not told and "committee" not in own:
        return any(is_report(found, item) for item in found.holding(sentence.start))
    return bool(told - known)


def _before_now(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether a decision is said to be one of a month before that of the meeting: "adopted the fee in March 2024"."""
    held = found.meeting.date
    headed = _ON_DAY.match(found.document.text, sentence.start, match.start)
    if held and headed and f"{headed['year']}-{MONTHS[headed['month'].casefold()]:02d}" < held[:7]:
        return True  # "On 4 May 2023, the Board agreed to ..."
    said = _IN_MONTH.search(found.document.text, match.end, sentence.end)
    year = _IN_YEAR.search(found.document.text, match.end, sentence.end)
    if held and year and match.rule.id == "decision.passive":
        return year["year"] < held[:4]  # "He was appointed Reeve in 1998."
    if not held or not said:
        return False
    return f"{said['year']}-{MONTHS[said['month'].casefold()]:02d}" < held[:7]


def _is_own(found: Findings, who: str) -> bool:
    """Whether "approved by the ..." names the body itself."""
    names = (found.meeting.body or "", found.meeting.organisation or "")
    return bool(_OWN.fullmatch(who)) or who in found.acronyms or any(name.endswith(who) for name in names if name)


def cancels(context: Match, trigger: Match) -> bool:
    """A context cancels a trigger that it overlaps, a proposal or a report one that comes after it."""
    overlaps = context.start < trigger.end and trigger.start < context.end
    return overlaps or (context.rule.id in _REACHING and context.end <= trigger.start)
