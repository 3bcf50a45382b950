"""Decisions: find the trigger, let the context change or cancel it, then cut the resolution into limbs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from extract.dates import MONTHS
from extract.findings import Findings, findings
from extract.limbs import Limb, label_kind, limbs_in_turn, limbs_of
from extract.motions import AMENDMENT, PUT, VERDICT, Motions, is_mover_line, is_procedural, says_nothing
from extract.profile import Profile
from extract.ruleset import Match, Ruleset, load_rules, word_list
from extract.text import Sentence, content_start
from extract.titles import is_marked, is_never_title
from extract.votes import NAME, Motion, division_in, motion_in, votes_in
from minutes.model import Block, Decision, Outcome, Votes, content_id

_STOP = re.compile(r"(?<=\w{2})[.!?]\s+(?=[A-Z])")
_DID = re.compile(
    r"(?:also |formally |unanimously |duly )*(?:noted|received|approved|agreed|endorsed|ratified|adopted|accepted"
    r"|delegated|requested|instructed|asked|resolved|authorised|appointed|supported|recommended|deferred"
    r"|confirmed|rejected|refused|granted|referred|elected|remitted|considered and \w+ed)\b",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"[^:–—-]*[:–—-]")  # "Noted: the" of a marker that reaches over its colon
_AFTER_MARKER = re.compile(r"[\s:–—-]*")
_DELEGATED = re.compile(
    r"\b(?i:delegat\w+) (?:authority|powers?|responsibility)?(?: be)?(?: given| granted)?\s*(?:to"
    r"|is delegated to)\s+(?P<to>(?:the )?[A-Z][^,.;]*?)"
    r"(?=\s*(?:,|;|\.|\(|$| in consultation| after consultation| to | for | acting))"
)
_CONSULTED = re.compile(
    r"\b(?:in consultation with|(?:after|following) consult(?:ation with|ing)|having consulted)\s+"
    r"(?P<whom>(?:the )?[A-Z].*?)"
    r"(?=\s*(?:[,;.()]|$| (?:to|be|and to) ))"
)
# What a decision is subject to, from these words to the end of the clause.
_CONDITION = re.compile(
    r"\b(?:subject to|provided that|on (?:the )?condition that|conditional (?:up)?on)\b(?:(?!; |\. ).)*",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(
    r"\b(?:agreed|approved|adopted|endorsed|accepted|granted|appointed|elected|authorised|ratified|refused"
    r"|supported) by (?:the )?(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
_OWN = re.compile(
    r"(?:Council|Committee|Board|Cabinet|Panel|Commission|Members?|Councillors|Group|Directors|Meeting"
    r"|Trustees|Governors|all|those)",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"\b(?:proposed|moved)\b[^.\n]{0,60}\bseconded\b[^.\n]{0,40}\b(?:amendment|motion|following)\b", re.IGNORECASE
)
_TO_THE_VOTE = re.compile(r"\bput the (?:substantive )?(?:motion|amendment|recommendations?)\b", re.IGNORECASE)
# A change of words that the mover took over: its own mover is not that of the motion.
_AGREED = re.compile(r"(?:this|it) was agreed\.?", re.IGNORECASE)  # which was no motion put to the vote
_SUBSTANTIVE = re.compile(r"\b(?:substantive|original|main) (?:motion|proposal)\b", re.IGNORECASE)
# What was not only received or noted.
_AND_ACCEPTED = re.compile(
    r"\b(?:received|noted)(?: and|, and|,) referred to\b"
    r"|\b(?:received|noted)(?: and|, and|,) (?:(?:its|the|their) (?:\w+ ){1,3})?(?:(?:was|were|be) )?"
    r"(?:accepted|adopted|approved|agreed)\b",
    re.IGNORECASE,
)
_AGREED_ALONE = re.compile(r"agreed\.", re.IGNORECASE)
_AMENDS = re.compile(r"\bamend(?:ment|ed|s|ing)?\b", re.IGNORECASE)
# "This was seconded by Cllr Tay but on a vote was lost.", "On being put to the vote it was carried."
_ON_WHAT_WAS_PUT = re.compile(
    r"(?:this|it) was (?:duly )?seconded by\b.*\b(?:lost|carried|defeated|passed)\b"
    r"|(?:up)?on (?:being put|a|the)\b.{0,20}\bvote,? (?:this|it) was\b"
    r"|the (?:substantive|original|main) (?:motion|proposal) was\b",
    re.IGNORECASE,
)
# "This was agreed.": what, the sentence before it says.
_ANAPHORA = re.compile(
    r"(?:this|that|all)(?: (?:proposal|suggestion|request))? (?:was|were) "
    r"(?:(?:then|therefore|also|not|duly|unanimously) )*"
    r"(?:agreed|approved|accepted|supported|endorsed|passed|carried)\b",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(r"\b(?:was|were|is|are) (?:asked|invited|requested) to\b", re.IGNORECASE)
_SET_IN_QUOTES = re.compile(r"[“\"](?P<motion>[A-Z][^”\"]{20,}?)[”\"]\.?")
# 'A motion by Cllr Orme, seconded by Cllr Tay, "that the fee be halved" was put to the vote and carried.'
_QUOTED = re.compile(
    r"\b(?:motion|amendment|resolution)\b[^“\"]{0,120}[“\"](?P<what>that [^”\"]{10,})[”\"],? (?:was|were|having)\b",
    re.IGNORECASE,
)
# "The Head was thanked, and it was agreed that ...": what comes before has been said, not agreed.
_SAID_BEFORE = re.compile(
    r"(?:(?!.*\b(?:propos|suggest|mov|second|request|ask)(?:ed|al)\b)\S+(?: \S+){4,}(?:, and|; and|;)) ",
    re.IGNORECASE | re.DOTALL,
)
# A list whose entries are decided on one by one: "to approve the consent agenda as follows:".
_ONE_BY_ONE = re.compile(
    r"\b(?:consent (?:agenda|calendar|items)|following (?:items|resolutions|policies|motions|minutes|reports))\b",
    re.IGNORECASE,
)
# "Moved by Cllr Orme, seconded by Cllr Tay: That the Board:", with its limbs below.
_STEM = re.compile(r"\b(?i:that|to)(?: (?:the|of|[A-Z][\w’'&-]*)){0,8}:$")
# A motion that is named and not told: "The substantive recommendations were moved by Cllr Orme … and were carried".
_NAMED_ONLY = re.compile(
    r"(?:the|these|those|all)\s(?:(?:substantive|original|amended|revised|above|said|officers[’']?|one|two|three"
    r"|four)\s){0,2}"
    r"(?:recommendations?|motions?|resolutions?|proposals?)\b(?!.*\bthat\b)",
    re.IGNORECASE | re.DOTALL,
)
_DIVIDED = 2000  # characters below "On a division there voted" in which the names of the voters may stand
# 'Motion 12/24 Moved by Cllr Orme, "THAT the fee be halved."'
_MOVED_IN_QUOTES = re.compile(
    rf"\b(?i:moved|motion) by {NAME},?(?: (?i:(?:and )?seconded by) {NAME},?)?:? [“\"](?=(?i:that)\b)"
)
_CLOSED = re.compile(r"[”\"]")
# The number of an application, and the column that says what was made of it.
_REFERENCE = re.compile(r"(?=.*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,10})+")
_VERDICT_COLUMN = re.compile(
    r"(?:(?:parish |town |community )?(?:council|committee|board|members)[’']?s? )?"
    r"(?:decisions?|comments?|responses?|observations?|resolutions?|outcomes?|recommendations?|views?)",
    re.IGNORECASE,
)
_AGAINST_IT = re.compile(r"object|oppos|refus|reject", re.IGNORECASE)
_PUT_OFF = re.compile(r"defer|withdr", re.IGNORECASE)
_OF_AUTHORITY = re.compile(
    r"\b(?:authority|LPA|decisions? (?:notices?|received|notified)|(?:borough|district|county|city) council"
    r"|determined)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"^(?:the )?(?:university )?court$|\b(?:meeting of|chair of) (?:the )?court\b", re.IGNORECASE | re.MULTILINE
)
_HEAD = 800  # characters at the head of minutes, in which they name their body
_TABLE_HEAD = 120  # characters of the head of a table
_NEAR = 60  # characters between such a sentence and the resolution that is printed below it
# What a motion that was lost asked for: "Cllr Orme moved, seconded by Cllr Tay, that the fee be halved."
_ASKED_FOR = re.compile(
    rf"\bseconded(?: by {NAME})?,? (?=that )|\b(?:proposed|moved) (?=that [^.;]+?, (?:and )?seconded by)"
    r"|\b(?:proposed|moved) (?:an?|the) (?:further |new )?(?:recommendation|motion|resolution),? (?=that )"
)
_SECONDED_LAST = re.compile(r",? (?:and )?seconded by [^.;,]+\.?$")
# "A proposal that the fee be halved was put by Cllr Orme but ... was not supported."
_PROPOSED = re.compile(
    r"^(?:an?|the) (?:proposal|motion|amendment) (?=(?P<what>that .+?) (?:was|were) (?:put|moved|made)\b)",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"\b(?:moved|proposed) (?:as )?an amendment,? (?:seconded by [^,]+, )?(?:to the effect )?"
    r"(?P<what>that .+?)(?=(?:[,;]? (?:and )?(?:this|it) was|[,;]) seconded\b|$)"
    r"|\bamendment\b.*\b(?:moved|proposed),? (?:that )?(?P<also>.+)",
    re.IGNORECASE,
)
_MOTION_HEAD = re.compile(
    r"(?:motion|proposal|proposed resolution|recommendation)\s*(?:\([^)]*\)\s*|\d{1,2} ?)?[:–—-]\s*", re.IGNORECASE
)
# A motion set below the line that names its movers.
_IS_MOTION = re.compile(r"that\b|to\b|be it\b|(?:the )?council\b", re.IGNORECASE)
# What stands between an agreement and its limbs: "agreed that:", "agreed the following actions:", "agreed (i)".
_OPENS_LIMBS = re.compile(
    r"(?:[ ,]*(?:unanimously|by all|that|to|on|as follows|the following(?: \w+){0,2}))*"
    r"\s*(?::|(?=\s\(?(?:a|i|1)\)))\s*",
    re.IGNORECASE,
)
# Their words tell the outcome.
_TELLING = (
    "decision.passive",
    "decision.dashed",
    "decision.bare",
    "decision.in-note-form",
    "decision.motion-listed",
)
_TOPIC = 12  # words; what is approved in a word is named in no more
_ALONE = ("decision.noted-alone", "decision.approved-alone")
_CARRIED = ("decision.moved-seconded", "decision.carried", "decision.verdict", "decision.verdict-counted")
_LISTING = ("decision.it-was-agreed", "decision.body-agreed", "decision.agreed-that", "decision.we-decided")
_BY_BODY = (
    "decision.body-agreed",
    "decision.body-noted",
    "decision.body-recommended",
    "decision.body-declined",
    "decision.body-defers",
)
_REACHING = ("context.proposal", "context.reported")
_ENACTED = re.compile(r"\b(?:resolution|ordinance|by-?law)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{2,}")  # to be filled in when it is passed
_PROSE = ("decision.it-was-agreed", "decision.agreed-that", "decision.body-agreed", "decision.body-recommended")
_RESOLVED = re.compile(r"\bRESOLVED\b|\bResolved\b(?=:| [–-]| that)")
_DECIDED_ON = re.compile(
    r"\b(?:motion|amendment|proposal)\W+(?:was|is|then|therefore|were) \w*\s?\w*\b|\bon (?:a|the) vote being taken\b"
    r"|(?:^|\. )(?:the )?(?:minutes|claims|bills|reports?|agenda|budget|accounts) (?:was|were) (?:approved|accepted"
    r"|adopted)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS_DECISION = re.compile(
    r"(?:(?:council|committee|board|cabinet) )?(?:decision|resolution)s?\b.{0,30}", re.IGNORECASE
)
_MOVES = re.compile(r"\b(?:moved|proposed)\b", re.IGNORECASE)
# "the Finance and Audit Committee": capitals, and what links them, before the word for a body
_QUALIFIED = re.compile(r"(?:[A-Z][\w’'&-]*,? (?:(?:and|of|for|the|&) )*)+")
_ALL_OF = frozenset(
    "The All Both Several Most Some Those Many Other Full Governing Present Two Three Four Five A And Then".split()
)
_IN_YEAR = re.compile(r"\bin (?P<year>(?:19|20)\d\d)(?=[.,;)]|$| (?:and|for|to|as|by|but) )")
_IN_MONTH = re.compile(
    rf"\bin (?P<month>{'|'.join(name for name in MONTHS if len(name) > 3)}|may) (?P<year>(?:19"
    rf"|20)\d\d)(?=[.,;)]|$| to | that )",
    re.IGNORECASE,
)
_AS_READ = re.compile(r"\btaken as read\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:true|correct|accurate|fair)\b(?: and \w+)? (?:record|minute|account)|\bconfirmed and signed\b", re.IGNORECASE
)
_RESOLUTIONS = ("decision.resolved", "decision.body-resolved")
_STOCK = frozenset(
    "that this agreed resolved decided unanimously should would council committee board members therefore been".split()
)
_HEADING = 40  # words; what a verdict is about is no longer
_MOVED_STEM = re.compile(
    r"\bseconded by [^:;.]{3,60}: ?[Tt]hat [^:;.]{3,80}:\s*(?=\(?[a-z1]\)?[.)]?\s)",
    re.IGNORECASE,
)
# A verdict with a remark on it: "Unanimously approved, with thanks to the Clerk."
_REMARKED = re.compile(
    r"(?:unanimously )?(?:approved|agreed|carried|passed|adopted|accepted)(?: unanimously)?,? (?:with|after"
    r"|following)\b",
    re.IGNORECASE,
)
_FAR = 12  # sentences between a decision and those who moved it
_WHOLE = 8  # words of a sentence that needs no verdict behind it to be understood
_CAPITALS = re.compile(r"^(?:the )?([A-Z]{2,6})\b")


class DecisionFinder:
    """spaCy component: fills `findings(doc).decisions` for minutes."""

    def __init__(self, profile: Profile) -> None:
        self.triggers = Ruleset([*load_rules("decisions"), *profile.rules("decision")])
        self.contexts = Ruleset(load_rules("contexts"))
        self.outcomes = Ruleset(load_rules("outcomes"))

    def __call__(self, doc: Doc) -> Doc:
        found = findings(doc)
        enacted = found.kind == "other" and _is_enactment(found)
        if found.kind != "minutes" and not enacted:
            return doc
        outcomes = self.outcomes.matches(doc, found.spans)
        motions = Motions(found)
        seen: set[tuple[str | None, str]] = set()
        covered = 0
        for sentence, trigger in self.triggered(doc, found):
            if sentence.start < covered or (trigger.rule.id == "decision.enacted") != enacted:
                continue
            limbs = limbs_told(found, sentence, trigger, covered)
            since = covered
            if trigger.rule.id == "decision.movers-noted" and not limbs:
                _moved_last(found, sentence)
            for limb in limbs:
                motion = motions.of(limb, limbs, sentence, since)
                if trigger.rule.id == "decision.amendment-beaten":
                    counted = motion.votes or votes_in(_below_division(found, sentence))
                    motion = replace(motion, votes=_for_the_amendment(counted))
                decision = _decision(found, limb, trigger, motion, outcomes)
                # "The proposal was passed." is told of one after another.
                verdict = trigger.rule.id in _CARRIED and limb.start == sentence.start > covered
                place = str(limb.start) if verdict else _innermost(found, limb.start)
                key = (place, " ".join(decision.text.casefold().split()).rstrip("."))
                covered = max(covered, limb.end, sentence.end if limb.end <= sentence.start else 0)
                if key not in seen:
                    seen.add(key)
                    found.decisions.append(decision)
            if not all(_NAMED_ONLY.match(found.document.text, limb.start, limb.end) for limb in limbs):
                motions.settled(limbs)
        if not enacted:
            self._add_untold(found, motions, outcomes)
        found.decisions[:] = _once(found)
        return doc

    def _add_untold(self, found: Findings, motions: Motions, outcomes: list[Match]) -> None:
        """A second look: motions that were carried or lost in words that no trigger knows."""
        told = [(d.citation.start, d.citation.end) for d in found.decisions]
        resolved = [d.citation.start for d in found.decisions if d.rule in _RESOLUTIONS]
        for put in list(motions.untold(told, resolved)):
            rule = self.triggers.rules["decision.put-and-lost" if put.lost else "decision.put-and-carried"]
            told_by = put.result or put.sentence
            trigger = Match(rule, told_by.start, told_by.end)
            whole = Limb(put.sentence.start, put.sentence.end)
            motion = motions.of(whole, [whole], put.sentence, whole.start)
            later = (n for n, each in enumerate(found.decisions) if each.citation.start > whole.start)
            place = next(later, len(found.decisions))
            limbs = _moved_limbs(found, put.sentence) or [whole]
            found.decisions[place:place] = [_decision(found, limb, trigger, motion, outcomes) for limb in limbs]

    def triggered(self, doc: Doc, found: Findings) -> Iterator[tuple[Sentence, Match]]:
        """The sentences that tell of a decision, each with the trigger that says so."""
        grouped = _by_sentence(found, self.triggers.matches(doc, found.spans))
        contexts = _by_sentence(found, self.contexts.matches(doc, found.spans))
        found.weighed = weighed = list(_weighed(found, contexts))
        for index, matches in sorted(grouped.items()):
            sentence = found.sentences[index]
            if any(start <= sentence.start < end for start, end in weighed):
                continue
            # A marker says most: "The Committee AGREED" is one before it is a sentence with a verb.
            for match in sorted(matches, key=lambda match: (match.rule.effect != "marker", not match.rule.anchored)):
                if _holds(found, sentence, match, contexts.get(index, [])):
                    yield sentence, match
                    break


def _moved_last(found: Findings, sentence: Sentence) -> None:
    """Give the last decision of the paragraph those who moved it, as `sentence` tells after a word on who is to act."""
    last = found.decisions[-1] if found.decisions else None
    if last and not last.mover and last.citation.start >= found.document.blocks[sentence.block].start:
        told = motion_in(found.document.text[sentence.start : sentence.end])
        moved = {"mover": told.mover, "seconder": told.seconder, "votes": last.votes or told.votes}
        found.decisions[-1] = last.model_copy(update=moved)


def _moved_limbs(found: Findings, sentence: Sentence) -> list[Limb]:
    """The limbs that follow the movers: "..., seconded by Ms Tay: That the Board: a) accept it b) note it"."""
    stem = _MOVED_STEM.search(found.document.text, sentence.start, sentence.end)
    if not stem:
        return []
    limbs = limbs_of(found.document, stem.end(), sentence.block, sentence.end)
    return [limb for limb in limbs if limb.end <= sentence.end]


def _weighed(found: Findings, contexts: dict[int, list[Match]]) -> Iterator[tuple[int, int]]:
    """The stretches of text below a line that heads what was weighed, each to the next such line, verdict or item."""
    blocks = found.document.blocks
    for index, matches in contexts.items():
        sentence = found.sentences[index]
        if any(match.rule.id == "context.weighed" and match.start == sentence.start for match in matches):
            stop = _item_end(found, sentence.start)
            after = blocks[sentence.block + 1 :]
            ends = (b.start for b in after if b.start >= stop or b.kind == "heading" or _is_decided(found, b))
            yield sentence.end, next(ends, stop)


def _is_decided(found: Findings, block: Block) -> bool:
    """Whether a block opens a resolution, or is a line that heads one."""
    text = found.document.text[block.start : block.end]
    return bool(_RESOLVED.match(text) or _HEADS_DECISION.fullmatch(text) or is_mover_line(text))


def _is_enactment(found: Findings) -> bool:
    """Whether a document is a resolution or an ordinance, and not a draft with blanks for the day of its passing."""
    text = found.document.text
    passed = [
        text[s.start : s.end]
        for s in found.sentences
        if re.match(r"(?:passed|approved|adopted|enacted)\b", text[s.start : s.end], re.IGNORECASE)
    ]
    return bool(_ENACTED.search(text[:400])) and not any(map(_BLANK.search, passed))


def _once(found: Findings) -> list[Decision]:
    """The decisions less those told or named in prose that are printed as a resolution, too, under the same item.

    Minutes that were "taken as read" are told by the sentence that then confirms them.
    """
    resolved: dict[str | None, set[str]] = {}
    begins = [d.citation.start for d in found.decisions if d.rule in _RESOLUTIONS]
    for decision in found.decisions:
        if decision.rule in _RESOLUTIONS:
            resolved.setdefault(_innermost(found, decision.citation.start), set()).update(_content(decision.text))
    rows = [d.citation.start for d in found.decisions if d.rule == "decision.in-row"]
    confirmed = {d.item_id for d in found.decisions if _CONFIRMED.search(d.text)}

    def told_elsewhere(decision: Decision) -> bool:
        end = decision.citation.end
        if decision.text.endswith(":") and any(end <= start <= end + _TABLE_HEAD for start in rows):
            return True  # "The following comments were agreed:" over the rows that hold them
        if _NAMED_ONLY.match(decision.text) and any(end < start <= end + _NEAR for start in begins):
            return True
        if decision.rule in _PROSE:
            others = resolved.get(_innermost(found, decision.citation.start), set())
            return _told_in(_content(decision.text), others)
        read = _AS_READ.search(decision.text) and not _CONFIRMED.search(decision.text)
        return bool(read) and decision.item_id in confirmed

    return [decision for decision in found.decisions if not told_elsewhere(decision)]


def _below_division(found: Findings, sentence: Sentence) -> str:
    """The paragraph or row of a sentence that tells of a division, and what is printed below it."""
    start = found.document.blocks[sentence.block].start
    return found.document.text[start : min(sentence.end + _DIVIDED, _item_end(found, sentence.start))]


def _for_the_amendment(votes: Votes | Literal["unanimous"] | None) -> Votes | None:
    """The counts of a division as seen from the amendment."""
    told = isinstance(votes, Votes) and votes.for_ is not None
    return Votes(for_=votes.against, against=votes.for_, abstain=votes.abstain) if told else None  # type: ignore[union-attr]


def _told_in(words: set[str], others: set[str]) -> bool:
    return len(words) > 1 and len(words & others) >= 0.8 * len(words)


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold())) - _STOCK


def _by_sentence(found: Findings, matches: list[Match]) -> dict[int, list[Match]]:
    grouped: dict[int, list[Match]] = {}
    for match in matches:
        index = bisect_right(found.starts, match.start) - 1
        if index >= 0 and match.end <= found.sentences[index].end:
            grouped.setdefault(index, []).append(match)
    return grouped


def _holds(found: Findings, sentence: Sentence, match: Match, contexts: list[Match]) -> bool:
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
    if match.rule.id == "decision.approved-alone" and document.blocks[sentence.block].kind == "table_row":
        return False  # what others made of it, as a rule: "Cabinet response: Accepted"
    if match.rule.id == "decision.in-row":
        return _is_row_verdict(found, sentence)
    if match.rule.id == "decision.dashed" and _OF_AUTHORITY.search(
        document.text, document.blocks[sentence.block].start, sentence.start
    ):
        return False  # "Decisions by the Planning Authority: P/24/011 Mill Lane, porch – refused."
    if match.rule.id == "decision.lost":  # of what somebody proposed
        contexts = [c for c in contexts if c.rule.id != "context.proposal"]
    if match.rule.id == "decision.this-was-agreed":  # "she asked if it could be lent and this was agreed"
        contexts = []
    before = [c for c in contexts if c.start <= match.end and not (c.end <= match.start - 90)]
    if any(cancels(c, match) for c in before):
        return False
    words = document.text[match.start : match.end]
    capitals = _CAPITALS.match(words)
    known = capitals and (capitals[1] in found.acronyms or capitals[1].casefold() in word_list("body"))
    if capitals and not known and words.split()[0].isupper() and not match.rule.anchored:
        return False
    if _put_only(found, sentence, match) or _by_others(found, sentence, match) or _before_now(found, sentence, match):
        return False
    by = _BY.search(document.text[match.start : sentence.end])
    return not by or _is_own(found, by["who"])


def _is_court(found: Findings) -> bool:
    """Whether the body is the court of a university or a trust; other minutes tell of courts of law."""
    return bool(_COURT.search(found.document.text[:_HEAD]))


def _told_in_bold(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether a line set like a heading is no title and tells what was decided: "CARRIED 7/0"."""
    block = found.document.blocks[sentence.block]
    text = found.document.text[block.start : block.end]
    if any(item.citation.start == block.start for item in found.items):
        return False
    if match.rule.id in (*_CARRIED, "decision.lost"):
        return match.start <= sentence.start + 1 and is_never_title(text)
    return match.rule.id in _BY_BODY and text.endswith((".", ":")) and is_marked(text)


def _put_only(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether "be approved" is what somebody moved, and what became of it stands below."""
    said = found.document.text[sentence.start : match.start]
    index = bisect_left(found.starts, sentence.start)
    above = found.sentences[index - 1] if index else sentence
    if _in_motion(found, sentence):
        return True
    if found.document.text[sentence.start : sentence.start + 4].casefold() == "that" and is_mover_line(
        found.document.text[above.start : above.end]
    ):
        return any(
            VERDICT.fullmatch(found.document.text[s.start : s.end]) for s in found.sentences[index + 1 : index + 4]
        )
    if not found.document.text[match.start : match.end].startswith("be ") or not _MOVES.search(said):
        return False
    after = found.document.text[sentence.end : _item_end(found, sentence.start)]
    return bool(_RESOLVED.search(after) or _DECIDED_ON.search(after))


def _in_motion(found: Findings, sentence: Sentence) -> bool:
    """Whether a limb stands in a list below "It was moved by Cllr Orme and seconded by Cllr Tay:"."""
    blocks = found.document.blocks
    label = blocks[sentence.block].label
    if not label:
        return False
    for block in reversed(blocks[: sentence.block]):
        text = found.document.text[content_start(found.document, block) : block.end]
        if block.label and label_kind(block.label) == label_kind(label):
            continue
        after = found.document.text[sentence.end : _item_end(found, sentence.start)]
        return text.endswith(":") and is_mover_line(text) and bool(_DECIDED_ON.search(after))
    return False


def _by_others(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether the subject is a committee or council by another name than those whose minutes these are."""
    words = found.document.text[match.start : match.end].split()
    if words[0].casefold() not in word_list("body") or not (found.meeting.body or found.meeting.organisation):
        return False
    before = re.split(r"\b[Tt]he ", found.document.text[sentence.start : match.start])[-1]
    told = set(re.findall(r"[\w’']+", before)) - _ALL_OF if _QUALIFIED.fullmatch(before) else set()
    own = " ".join(filter(None, (found.meeting.body, found.meeting.organisation)))
    known = {*re.findall(r"[\w’']+", own.casefold()), *word_list("body"), *map(str.casefold, found.acronyms)}
    return bool({word.casefold() for word in told if word[0].isupper()} - known)


def _before_now(found: Findings, sentence: Sentence, match: Match) -> bool:
    """Whether a decision is said to be one of a month before that of the meeting: "adopted the fee in March 2024"."""
    held = found.meeting.date
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


def limbs_told(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """What was decided: after a marker its limbs, else the sentence. `since` is where the last decision ends."""
    document = found.document
    said = document.text[sentence.start : sentence.end]
    if trigger.rule.id == "decision.in-row":
        return [_row_of(found, sentence)]
    if in_quotes := _moved_in_quotes(found, sentence):
        return [in_quotes]
    if trigger.rule.id in _ALONE:
        return _said_alone(found, sentence, trigger, since)
    if trigger.rule.id == "decision.movers-noted":
        return _said_before_movers(found, sentence, since)
    bare = _is_bare(said, trigger) or (_REMARKED.match(said) and _below_movers(found, sentence, since))
    told = trigger.rule.id in ("decision.lost", "decision.carried") and not re.search(
        r"\b(?:proposed|moved|that)\b", said
    )
    if trigger.rule.id == "decision.amendment-beaten":
        items = [item.citation.start for item in found.items if item.citation.start <= sentence.start]
        return _beaten(found, sentence, max([since, *items]))
    if bare or told or _ON_WHAT_WAS_PUT.match(said):
        return _put_to_the_vote(found, sentence, trigger, since=since)
    lost = trigger.rule.id == "decision.lost"
    amended = _AMENDED.search(document.text, sentence.start, sentence.end) if lost else None
    if amended and amended["what"] and amended.end("what") <= trigger.start:
        return [Limb(amended.start("what"), amended.end("what"))]
    if lost and (asked := _ASKED_FOR.search(said)):
        return [Limb(sentence.start + asked.end(), sentence.end)]
    if _ANAPHORA.match(said) and (before := _in_paragraph(found, sentence, since)):
        return [Limb(before.start, sentence.end)]
    if quoted := _QUOTED.search(said):
        return [Limb(sentence.start + quoted.start("what"), sentence.start + quoted.end("what"))]
    if (asked := _PROPOSED.search(said)) and sentence.start + asked.end() <= trigger.start:
        return [Limb(sentence.start + asked.start("what"), sentence.start + asked.end("what"))]
    if _TO_THE_VOTE.search(said) and _resolved_after(found, sentence):
        return []  # what was put is printed below as the resolution
    if said.endswith(":") and trigger.rule.id in _CARRIED:
        return [] if _resolved_after(found, sentence) else _below(found, sentence)
    if trigger.rule.effect != "marker":
        limbs = _agreed_limbs(found, sentence, trigger)
        if limbs:
            return limbs
        start, end = _in_cell(found, sentence, trigger)
        if trigger.rule.id == "decision.body-noted" and document.text[start : trigger.start].endswith(", and "):
            start = trigger.start  # "The Chair referred Members to the notice, and Members noted the information"
        if trigger.rule.id == "decision.it-was-agreed" and (
            cut := _SAID_BEFORE.match(document.text, start, trigger.start)
        ):
            start = cut.end()
        return [Limb(start, end if end < sentence.end else _with_list(found, sentence))]
    stop = _item_end(found, sentence.start)
    if trigger.rule.id == "decision.headed" and _verdict_below(found, sentence, stop):
        return []  # a motion and its movers stand between the heading and the verdict, which tells it
    head = document.text[trigger.start : trigger.end]
    inside = _SEPARATED.match(head)
    after = _AFTER_MARKER.match(document.text, trigger.start + inside.end() if inside else trigger.end)
    start = after.end() if after else trigger.end
    separated = bool(inside) or ":" in document.text[trigger.end - 1 : start]
    limbs = limbs_of(document, start, sentence.block, stop)
    if trigger.rule.id == "decision.body-limbs":
        return [limb for limb in limbs if limb.stem and _DID.match(document.text, limb.start)]
    if len(limbs) == 1 and limbs[0].stem is None:
        # A resolution in one piece ends with its sentence, unless a list goes on with it.
        end = max(sentence.end, limbs[0].end) if limbs[0].end > document.blocks[sentence.block].end else sentence.end
        return [Limb(start if separated else sentence.start, max(end, start + 1))] if start < end else []
    return limbs


def _said_alone(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """A verdict in a word with what it is said of; "Approved." after an account of the debate stands for itself."""
    before = _in_paragraph(found, sentence, since)
    if not before and _below_movers(found, sentence, since):
        return _put_to_the_vote(found, sentence, trigger, since=since)
    if not before:
        return [Limb(sentence.start, sentence.end)] if _below_heading(found, sentence) else []
    title = any(i.citation.start <= before.start < i.citation.end and sentence.start < i.end for i in found.items)
    topic = trigger.rule.id == "decision.noted-alone" or (not title and len(_words(found, before)) <= _TOPIC)
    return [Limb(before.start if topic else sentence.start, sentence.end)]


def _said_before_movers(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """The sentence ahead of "Prop. TO, 2nd UK, all agreed."; none where what was decided has been told."""
    index = bisect_left(found.starts, sentence.start)
    text = found.document.text
    before = [said for said in found.sentences[max(0, index - _FAR) : index] if said.block == sentence.block]
    for said in reversed(before):
        if says_nothing(text[said.start : said.end]):
            break
        if said.start < since:
            return []
    if not before or says_nothing(text[before[-1].start : before[-1].end]):
        return []
    return [Limb(before[-1].start, before[-1].end)]


def _below_movers(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether one of the two sentences before a verdict names who moved, and nothing else."""
    index = bisect_left(found.starts, sentence.start)
    above = [said for said in found.sentences[max(0, index - 2) : index] if said.start >= since]
    return any(is_mover_line(found.document.text[said.start : said.end]) for said in above)


def _below_heading(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence opens the first paragraph of its item, whose heading says what it is on."""
    document = found.document
    block = next((b for b in reversed(document.blocks[: sentence.block]) if not b.furniture), None)
    first = sentence.start == content_start(document, document.blocks[sentence.block])
    return first and block is not None and any(item.citation.start == block.start for item in found.items)


def _words(found: Findings, sentence: Sentence) -> list[str]:
    return found.document.text[sentence.start : sentence.end].split()


def _is_row_verdict(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence opens the last cell of a row that begins with a reference, below a column of verdicts.

    What another authority decided, as the line above the table says, is none of the body's.
    """
    document = found.document
    block = document.blocks[sentence.block]
    if block.kind != "table_row" or len(block.cells) < 2 or block.cells[-1][0] != sentence.start:
        return False
    if not any(_REFERENCE.fullmatch(document.text[start:end].strip()) for start, end in block.cells[:2]):
        return False
    first = sentence.block
    while first and (document.blocks[first - 1].furniture or document.blocks[first - 1].table == block.table):
        first -= 1
    head = next(b for b in document.blocks[first:] if b.table == block.table)
    above = document.blocks[first - 1] if first else head
    column = document.text[slice(*head.cells[-1])].strip() if head.cells else ""
    return bool(_VERDICT_COLUMN.fullmatch(column)) and not _OF_AUTHORITY.search(document.text, above.start, above.end)


def _row_of(found: Findings, sentence: Sentence) -> Limb:
    """A row from its reference to its last cell."""
    text, cells = found.document.text, found.document.blocks[sentence.block].cells
    start = next(start for start, end in cells if _REFERENCE.fullmatch(text[start:end].strip()))
    return Limb(start, cells[-1][1])


def _in_paragraph(found: Findings, sentence: Sentence, since: int) -> Sentence | None:
    """The sentence before one in its paragraph, unless a decision has been made of it."""
    index = bisect_left(found.starts, sentence.start) - 1
    before = found.sentences[index] if index >= 0 else sentence
    told = since <= before.start < sentence.start and before.block == sentence.block
    return before if told and not _ASKED_TO.search(found.document.text, before.start, before.end) else None


def _below(found: Findings, sentence: Sentence) -> list[Limb]:
    """What is listed below a verdict with a colon; the sentence where nothing is."""
    limbs = limbs_of(found.document, sentence.end, sentence.block, _item_end(found, sentence.start))
    return [limb for limb in limbs if limb.start > sentence.end] or [Limb(sentence.start, sentence.end)]


def _verdict_below(found: Findings, sentence: Sentence, stop: int) -> bool:
    """Whether the line below names who moved, and one further down says what became of it."""
    index = bisect_right(found.starts, sentence.start)
    below = [found.document.text[s.start : s.end] for s in found.sentences[index:] if s.start < stop]
    told = (text for text in below if says_nothing(text) and not is_mover_line(text))
    return bool(below) and is_mover_line(below[0]) and next(told, None) is not None


def _is_bare(said: str, trigger: Match) -> bool:
    """Whether a sentence holds a verdict and nothing else; "AGREED" alone or with a colon opens a resolution."""
    if said.endswith(":") or (trigger.rule.effect == "marker" and not said.endswith((".", "unanimously"))):
        return False
    return says_nothing(said) and not _AGREED.fullmatch(said)


def _agreed_limbs(found: Findings, sentence: Sentence, trigger: Match) -> list[Limb]:
    """The limbs of an agreement told in prose: "it was agreed (i) to ...", "the Board agreed that:" and a list."""
    document = found.document
    block = document.blocks[sentence.block]
    # From the verb on: the trigger may reach over the first label, as in "agreed (i) to".
    verbs = list(re.finditer(r"\w+ed\b", document.text[trigger.start : trigger.end]))
    start = trigger.start + verbs[-1].end() if verbs else trigger.end
    opening = _OPENS_LIMBS.match(document.text, start, block.end)
    if not opening or block.kind == "table_row" or trigger.rule.id not in _LISTING:
        return []
    limbs = limbs_of(document, opening.end(), sentence.block, _item_end(found, sentence.start))
    stem = (sentence.start, opening.end())
    return [
        # The last limb of a sentence ends with it, whatever the paragraph goes on to say.
        Limb(limb.start, min(limb.end, sentence.end) if limb.start < sentence.end else limb.end, stem)
        for limb in limbs
        if limb.stem or len(limbs) > 1
    ]


def _in_cell(found: Findings, sentence: Sentence, trigger: Match) -> tuple[int, int]:
    """The sentence around a trigger, also in a table's cell that holds a title and several of them."""
    document = found.document
    block = document.blocks[sentence.block]
    if block.kind != "table_row":
        return sentence.start, sentence.end
    bold = [end for start, end in block.bold if start == sentence.start and end < trigger.end]
    stops = [m.end() for m in _STOP.finditer(document.text, sentence.start, sentence.end)]
    start = max([at for at in stops if at <= trigger.start] + bold + [sentence.start])
    while document.text[start].isspace():
        start += 1
    end = min([at for at in stops if at >= trigger.end], default=sentence.end)
    return start, start + len(document.text[start:end].rstrip())


def _put_to_the_vote(found: Findings, sentence: Sentence, trigger: Match, *, since: int) -> list[Limb]:
    """The text that a bare "Amendment lost." or "Motion carried." is about, where it is printed before it.

    A motion that is then printed as a resolution is told there.
    """
    document = found.document
    low = max((item.citation.start for item in found.items if item.citation.start <= sentence.start), default=0)
    again = _SUBSTANTIVE.search(document.text, sentence.start, sentence.end)
    if again and (limbs := _substantive(found, sentence, low)):
        return limbs
    low = max(low, since)
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, sentence.start)]
    texts = [document.text[s.start : s.end] for s in before]
    put_last = next((s for s in reversed(before) if PUT.search(document.text, s.start, s.end)), None)
    if put_last and is_procedural(document.text[put_last.start : put_last.end]):
        return [Limb(put_last.start, put_last.end)]
    if trigger.rule.id == "decision.carried" and _resolved_after(found, sentence):
        return []
    moved_here = bool(before) and put_last is before[-1]
    if not moved_here and _AGREED_ALONE.fullmatch(document.text, sentence.start, sentence.end):
        return []  # what was agreed is told elsewhere
    if low == since and again and (main := _before_amendments(found, sentence, since)):
        return _as_put(found, main, trigger, sentence.start)
    if low == since and all(map(says_nothing, texts)):
        return []  # the verdict on the decision that was told just before
    amended = [s for s, text in zip(before, texts, strict=True) if AMENDMENT.search(text) and PUT.search(text)]
    if amended and AMENDMENT.search(document.text, sentence.start, sentence.end):
        before = before[before.index(amended[-1]) :]
        texts = texts[-len(before) :]
    if limbs := _below_its_movers(
        found, sentence, [s for s in before if is_mover_line(document.text[s.start : s.end])]
    ):
        return limbs
    if low == since and (main := _before_amendments(found, sentence, since)):
        return _as_put(found, main, trigger, sentence.start)
    put = list(_PUT.finditer(document.text, low, sentence.start))
    if not put:
        moved = [s for s, text in zip(before, texts, strict=True) if PUT.search(text) and not is_mover_line(text)]
        if quoted := _in_quotes(found, low, sentence.start):
            return [quoted]
        if not moved:
            return [_with_heading(found, sentence, before)]
        return _as_put(found, moved[-1], trigger, sentence.start)
    first = document.block_index(put[-1].start())
    for block in document.blocks[first + 1 : sentence.block]:
        if not block.furniture and len(document.text[block.start : block.end].split()) > 8:
            return [Limb(block.start, block.end)]
    said = before[bisect_right([s.start for s in before], put[-1].start()) - 1] if before else sentence
    start = max(said.start, low) if said.start <= put[-1].start() else put[-1].start()
    return [Limb(start, min(document.blocks[first].end, sentence.start))]


def _as_put(found: Findings, moved: Sentence, trigger: Match, stop: int) -> list[Limb]:
    """What the sentence asks for in which a motion was put, or the entries of the list that it was put for."""
    text = found.document.text[moved.start : moved.end]
    if in_quotes := _moved_in_quotes(found, moved):
        return [in_quotes]
    if text.endswith(":") and (_ONE_BY_ONE.search(text) or _STEM.search(text)):
        limbs = [limb for limb in limbs_of(found.document, moved.end, moved.block, stop) if limb.start > moved.end]
        if limbs:
            return limbs
    return [_asked_for(found, moved, trigger)]


def _moved_in_quotes(found: Findings, moved: Sentence) -> Limb | None:
    """What was moved, in the quotation marks that open after the mover, to where they close or the verdict stands."""
    document = found.document
    opened = _MOVED_IN_QUOTES.search(document.text, moved.start, moved.end)
    if not opened:
        return None
    start, stop = opened.end(), _item_end(found, moved.start)
    end = document.blocks[moved.block].end
    for block in (b for b in document.blocks[moved.block :] if not b.furniture and b.start < stop):
        if block.start > start and says_nothing(document.text[block.start : block.end]):
            return Limb(start, end)
        if closed := _CLOSED.search(document.text, max(block.start, start), block.end):
            return Limb(start, closed.start())
        end = block.end
    return Limb(start, moved.end) if start < moved.end else None


def _in_quotes(found: Findings, low: int, stop: int) -> Limb | None:
    """The one motion that fills a paragraph, in quotation marks, since the last decision of its item."""
    document = found.document
    blocks = [block for block in document.blocks_between(low, stop) if block.end <= stop]
    told = [(content_start(document, block), block.end) for block in blocks]
    told += [
        (said.start, said.end)
        for said in found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, stop)]
        if (said.start, said.end) not in told
    ]
    quoted = [_SET_IN_QUOTES.fullmatch(document.text, start, end) for start, end in told]
    motions = [Limb(match.start("motion"), match.end("motion")) for match in quoted if match]
    return motions[0] if len(motions) == 1 else None


def _before_amendments(found: Findings, verdict: Sentence, since: int) -> Sentence | None:
    """The motion that a verdict is on after one on its amendment: it was put before, and nothing was made of it yet."""
    text = found.document.text
    last = found.decisions[-1] if found.decisions else None
    if (
        not last
        or not _AMENDS.search(text, last.citation.start, since)
        or _AMENDS.search(text, verdict.start, verdict.end)
    ):
        return None
    low = max((item.citation.start for item in found.items if item.citation.start <= verdict.start), default=0)
    told = {decision.citation.start for decision in found.decisions}
    for sentence in reversed(found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, since)]):
        words = text[sentence.start : sentence.end]
        if PUT.search(words) and not _AMENDS.search(words) and not is_mover_line(words):
            return None if any(sentence.start <= start < sentence.end for start in told) else sentence
    return None


def _substantive(found: Findings, verdict: Sentence, low: int) -> list[Limb]:
    """The limbs of a motion that was put again after its amendments, below the line that names its movers."""
    document = found.document
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, verdict.start)]
    for head in before:
        text = document.text[head.start : head.end]
        if text.endswith(":") and is_mover_line(text):
            limbs = limbs_of(document, head.end, head.block, verdict.start)
            return [limb for limb in limbs if limb.start > head.end]
    return []


def _below_its_movers(found: Findings, verdict: Sentence, lines: list[Sentence]) -> list[Limb]:
    """The limbs of a motion that stands between a line that names its movers and the verdict."""
    document = found.document
    first = lines[-1].block + 1 if lines else verdict.block
    index = next((n for n in range(first, verdict.block) if not document.blocks[n].furniture), None)
    if index is None:
        return []
    start = content_start(document, document.blocks[index])
    told = document.blocks[index].label or _IS_MOTION.match(document.text, start)
    if not told:
        return []
    return limbs_in_turn(document, index, verdict.start) or limbs_of(document, start, index, verdict.start)


def _asked_for(found: Findings, sentence: Sentence, trigger: Match) -> Limb:
    """The sentence in which a motion was put; of one that was lost what it asked for."""
    asked = _ASKED_FOR.search(found.document.text, sentence.start, sentence.end)
    if asked and trigger.rule.id == "decision.lost":
        seconded = _SECONDED_LAST.search(found.document.text, asked.end(), sentence.end)
        return Limb(asked.end(), seconded.start() if seconded else sentence.end)
    amended = _AMENDED.search(found.document.text, sentence.start, sentence.end)
    if amended and amended["what"] and amended.end("what") < sentence.end:  # and then who seconded it
        return Limb(amended.start("what"), amended.end("what"))
    headed = _MOTION_HEAD.match(found.document.text, sentence.start, sentence.end)
    return Limb(headed.end() if headed and headed.end() < sentence.end else sentence.start, sentence.end)


def _beaten(found: Findings, sentence: Sentence, low: int) -> list[Limb]:
    """What the amendment asked for that a division tells of, unless it had more votes than the motion."""
    document = found.document
    division = division_in(_below_division(found, sentence))
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, sentence.start)]
    for put in reversed(before):
        asked = _AMENDED.search(document.text, put.start, put.end)
        if asked and not (division and division[1] > division[0]):
            return [Limb(max(asked.start("what"), asked.start("also")), put.end)]
    return []


def _with_heading(found: Findings, sentence: Sentence, before: list[Sentence]) -> Limb:
    """A verdict with the sentence ahead of it in its paragraph: "Approval of the bylaws. Moved, seconded, and passed."

    The title of its item is no part of it: a decision names its item.
    """
    head = next((s for s in reversed(before) if not is_mover_line(found.document.text[s.start : s.end])), None)
    words = found.document.text[head.start : head.end].split() if head else []
    titled = any(
        head and item.citation.start <= head.start < item.citation.end and sentence.start < item.end
        for item in found.items
    )
    # Who moved it stands in a line between it and the verdict, or above it.
    between = head is not None and head is not before[-1]
    above = [found.document.text[said.start : said.end] for said in before[-2:-1]]
    put = between or any(map(is_mover_line, above))
    if head and not titled and 1 < len(words) <= _HEADING and (put or head.block == sentence.block):
        bare = len(words) >= _WHOLE and says_nothing(found.document.text[sentence.start : sentence.end])
        return Limb(head.start, head.end if put or bare else sentence.end)
    return Limb(sentence.start, sentence.end)


def _resolved_after(found: Findings, sentence: Sentence) -> bool:
    return bool(_RESOLVED.search(found.document.text[sentence.end : _item_end(found, sentence.start)]))


def _with_list(found: Findings, sentence: Sentence) -> int:
    """Where a decision ends that goes on in a list: "payments were authorised as follows:"."""
    document = found.document
    end = sentence.end
    if not re.search(r":\s*$|\bfollowing\b[^.]*$", document.text[sentence.start : end]):
        return end
    stop = _item_end(found, sentence.start)
    for block in document.blocks[sentence.block + 1 :]:
        if block.furniture or block.kind == "note":
            continue
        own = document.blocks[sentence.block].label  # of the list that the decision itself stands in
        sibling = block.label and own and label_kind(block.label) == label_kind(own)
        if block.start >= stop or block.kind != "list_item" or sibling:
            break
        end = block.end
    return end


def _innermost(found: Findings, offset: int) -> str | None:
    """The deepest item around a place: the same words under two sub-items are two decisions."""
    return next((item.id for item in reversed(found.items) if item.citation.start <= offset < item.end), None)


def _item_end(found: Findings, offset: int) -> int:
    """Where the next item begins."""
    return min(
        (item.citation.start for item in found.items if item.citation.start > offset), default=len(found.document.text)
    )


def _decision(found: Findings, limb: Limb, trigger: Match, motion: Motion, outcomes: list[Match]) -> Decision:
    document = found.document
    citation = document.cite(limb.start, limb.end)
    text = citation.quote
    stem = document.text[limb.stem[0] : limb.stem[1]].strip() if limb.stem else None
    delegated, consulted, condition = _DELEGATED.search(text), _CONSULTED.search(text), _CONDITION.search(text)
    item_id = found.item_id(limb.start)
    return Decision(
        id=content_id("dec", document.id, limb.start, text),
        item_id=item_id,
        text=text,
        outcome=_outcome(limb, trigger, outcomes, text, stem),
        stem=stem,
        mover=motion.mover,
        seconder=motion.seconder,
        votes=motion.votes,
        delegated_to=delegated["to"].strip() if delegated else None,
        consulted=consulted["whom"].strip() if consulted else None,
        condition=condition[0].strip(" .,;") if condition else None,
        citation=citation,
        rule=trigger.rule.id,
    )


def _outcome(limb: Limb, trigger: Match, outcomes: list[Match], text: str, stem: str | None) -> Outcome:
    """The earliest cue in the words after the trigger; else what the trigger itself says."""
    if trigger.rule.outcome:
        return trigger.rule.outcome
    if trigger.rule.id == "decision.in-row":
        verdict_at = trigger.start - limb.start
        against = _AGAINST_IT.match(text, verdict_at)
        return "rejected" if against else "deferred" if _PUT_OFF.match(text, verdict_at) else "approved"
    start = trigger.end if limb.start <= trigger.start < limb.end and trigger.rule.id not in _TELLING else limb.start
    stem_end = limb.stem[1] if limb.stem else limb.end
    told = ("recommended", "deferred") if trigger.rule.id in _LISTING else ("recommended",)
    cues = [
        match
        for match in outcomes
        if match.end <= limb.end
        and (
            start <= match.start
            or trigger.start <= match.start < trigger.end < match.end
            or (trigger.start <= match.start < stem_end and match.rule.outcome in told)  # "agreed to recommend to the"
        )
    ]
    verdict = [match for match in outcomes if trigger.start <= match.start < trigger.end]
    if limb.end <= trigger.start and any(match.rule.outcome == "rejected" for match in verdict):
        return "rejected"  # whatever the motion asked for that is printed further up
    if trigger.rule.id in _TELLING:
        cues = [match for match in cues if trigger.start <= match.start <= trigger.end] or cues
    if cues and cues[0].rule.outcome == "noted" and _AND_ACCEPTED.search(text):
        return "approved"
    strong = next((match for match in cues if match.rule.outcome in ("deferred", "rejected")), None)
    if strong and not stem:
        return strong.rule.outcome or "approved"
    first = next((match.rule.outcome for match in cues if match.start - start < 120), None)
    if not first and stem:
        return "noted" if re.search(r"\bnote[sd]?\b", stem) else "approved"
    return first or "approved"
