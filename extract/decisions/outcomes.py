"""Outcomes: whether what was decided is approved, noted, recommended, deferred or rejected."""

import re
from bisect import bisect_left

from extract.decisions.limbs import Limb
from extract.ruleset import Match
from minutes.model import Outcome

# What was not only received or noted.
_AND_ACCEPTED = re.compile(
    r"\b(?:received|noted)(?: and|, and|,) referred to\b"
    r"|\b(?:receives?|notes?) and (?:accepts?|adopts?|approves?)\b"
    r"|\bapolog(?:y|ies)\b[^.;]{0,40}\breceived\b[^.;]{0,80}\b(?:accepted|approved|granted)\b"
    r"|\b(?:received|noted)(?: and|, and|,) (?:(?:its|the|their) (?:\w+ ){1,3})?(?:(?:was|were|be) )?"
    r"(?:accepted|adopted|approved|agreed)\b"
    # "noted the report and, on the advice of the wardens, approved the fares", "In noting it the Board agreed to"
    r"|\b(?:received|noted) the [^.;,]{3,80},? and(?:, [^.;,]{3,80},)? (?:approved|adopted|endorsed|ratified) "
    r"(?:the|an?|to)\b"
    r"|\bin (?:noting|receiving) [^.;]{3,100}? (?:agreed|resolved|decided) (?:to|that)\b",
    re.IGNORECASE,
)
_AGAINST_IT = re.compile(
    r"(?:(?:the )?(?:parish |town |community )?council )?(?:strong(?:ly)? |firmly )?(?:object|oppos|refus|reject)",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"defer|withdr", re.IGNORECASE)
# The end of the meeting puts no business off; nor does what is put off besides change what is approved first.
_ENDS = re.compile(
    r"\b(?:meeting|session|council|board|commission|committee) (?:(?:was|were|be|been|is|stands?) )?"
    r"(?:(?:then|duly|now|therefore) )?(?=adjourned\b(?! (?:to|until|till)\b))",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\bapprov\w+ [^.;]{3,200}?\band (?=deferring\b)", re.IGNORECASE)
# "that the free bus be withdrawn": what is provided, and no business of the meeting
_THING = re.compile(
    r"\b(?!(?:items?|motions?|amendments?|applications?|reports?|papers?|proposals?|recommendations?|requests?"
    r"|petitions?|resolutions?|questions?|appeals?|nominations?|it|this|that|they|matters?|plans?|polic(?:y|ies))\b)"
    r"[a-z]{3,} be (?=withdrawn\b)"
)
_NOUN = re.compile(r"\b(?:a|an|the|short|written|briefing|guidance|file|explanatory) (?=notes?\b)", re.IGNORECASE)
# "The Board adopted the policy and received the annual report.": what it did first
_DID_BESIDES = re.compile(r"\band (?:otherwise |also |then |duly )?(?=(?:noted|received)\b)", re.IGNORECASE)
_CARRIED = re.compile(r"\((?:motion )?carried\b[^()]{0,80}\)\W*$", re.IGNORECASE)  # "(Carried, Una voting against.)"
# "Moved, seconded, debated and tabled until May."
_LAID_OVER = re.compile(
    r"(?:\band|\bthen|\bwas|\bwere|,) (?:tabled|deferred|postponed|laid over|held over)\b[^.;]{0,60}\.?\s*$"
)
# "Ms Tay puts a motion to table the fares until May, Mr Orme seconds"
_TO_TABLE = re.compile(
    r"\b(?:move[sd]?|motions?|motioned) (?:that we |to )(?:table|postpone|defer|lay over) "
    r"(?:the|this|that|it|all|item|until)\b",
    re.IGNORECASE,
)
# "to recommend that Council defer the levy": another body is to put it off
_TO_OTHERS = re.compile(
    r"\W{0,4}(?:that )?(?:it be )?(?:to )?recommend(?:s|ed)? (?:that|to) (?:the )?(?:full )?"
    r"(?:council|cabinet|board|executive|trustees|governors|senate|court)\b",
    re.IGNORECASE,
)
# What the stem of a limb notes, and not "the grants noted above"; a limb "to sell the boat" says itself what it does.
_NOTES = re.compile(r"\bnote[sd]?\b(?! (?:above|below|earlier|previously|under|at|in)\b)")
_TO_DO = re.compile(r"\W*to (?!be\b)[a-z]+ ", re.IGNORECASE)
# Their words tell the outcome.
_TELLING = (
    "decision.tabled",
    "decision.passive",
    "decision.dashed",
    "decision.bare",
    "decision.in-note-form",
    "decision.motion-listed",
)
# "Lettings policy – not approved. Members wished to see the survey and it will come back in May."
COMES_BACK = re.compile(r"\bwill (?:come|be brought) back\b", re.IGNORECASE)
LISTING = ("decision.it-was-agreed", "decision.body-agreed", "decision.agreed-that", "decision.we-decided")


def outcome_of(limb: Limb, trigger: Match, outcomes: list[Match], text: str, stem: str | None) -> Outcome:
    """The earliest cue in the words after the trigger; else what the trigger itself says."""
    if trigger.rule.id in ("decision.dashed-declined", "decision.following") and COMES_BACK.search(text):
        return "deferred"
    if trigger.rule.id == "decision.body-noted" and _AND_ACCEPTED.search(text):
        return "approved"
    if trigger.rule.outcome:
        return trigger.rule.outcome
    if trigger.rule.id == "decision.in-row":
        verdict_at = trigger.start - limb.start
        against = _AGAINST_IT.match(text, verdict_at)
        return "rejected" if against else "deferred" if _PUT_OFF.match(text, verdict_at) else "approved"
    if trigger.rule.id == "decision.put-and-carried" and (_LAID_OVER.search(text) or _TO_TABLE.search(text)):
        return "deferred"
    start = trigger.end if limb.start <= trigger.start < limb.end and trigger.rule.id not in _TELLING else limb.start
    outcomes = _between(outcomes, min(start, trigger.start), max(limb.end, trigger.end))
    told_of = (_ENDS, _BESIDES, _THING, _NOUN, *([_DID_BESIDES] if trigger.rule.id == "decision.body-agreed" else []))
    passed = {limb.start + said.end() for about in told_of for said in about.finditer(text)}
    cues = [match for match in _cues(limb, trigger, outcomes, start) if match.start not in passed]
    verdict = [match for match in outcomes if trigger.start <= match.start < trigger.end]
    told_apart = limb.end <= trigger.start or (limb.start == trigger.start and trigger.rule.id == "decision.verdict")
    if told_apart and any(match.rule.outcome == "rejected" for match in verdict):
        return "rejected"  # whatever the motion asked for that is printed further up, or nowhere
    if trigger.rule.id in _TELLING:
        cues = [match for match in cues if trigger.start <= match.start <= trigger.end] or cues
    if cues and cues[0].rule.outcome == "noted" and _AND_ACCEPTED.search(text):
        return "approved"
    if _CARRIED.search(text):
        cues = [match for match in cues if match.rule.outcome != "rejected"]
    if _TO_OTHERS.match(text, max(0, start - limb.start)):
        return "recommended"
    strong = next((match for match in cues if match.rule.outcome in ("deferred", "rejected")), None)
    if strong and not stem:
        return strong.rule.outcome or "approved"
    first = next((match.rule.outcome for match in cues if match.start - start < 120), None)
    if not first and stem:
        return "noted" if _NOTES.search(stem) and not _TO_DO.match(text) else "approved"
    return first or "approved"


def _between(matches: list[Match], start: int, end: int) -> list[Match]:
    """Of matches in the order of their place those that begin in a stretch; a long document has thousands."""
    first, last = (bisect_left(matches, place, key=_start) for place in (start, end))
    return matches[first:last]


def _start(match: Match) -> int:
    return match.start


def _cues(limb: Limb, trigger: Match, outcomes: list[Match], start: int) -> list[Match]:
    """The outcomes told from `start` to the end of a limb, and between its trigger and the rest of it."""
    stem_end = limb.stem[1] if limb.stem else limb.end
    told = ("recommended", "deferred", "rejected") if trigger.rule.id in LISTING else ("recommended",)
    return [
        match
        for match in outcomes
        if match.end <= limb.end
        and (
            start <= match.start
            or trigger.start <= match.start < trigger.end < match.end
            or (trigger.start <= match.start < stem_end and match.rule.outcome in told)  # "agreed to recommend to the"
        )
    ]
