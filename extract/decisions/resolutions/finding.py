"""From where to where the words of a decision reach, in whichever manner it is told: "Noted.", "RESOLVED: (a) ...".

`limbs_told` asks the modules for these manners in turn.
"""

import re
from bisect import bisect_left, bisect_right

from extract.decisions.forms.rows import row_of
from extract.decisions.limbs import Limb, coded_above, sentence_before
from extract.decisions.motions.amendments import beaten
from extract.decisions.outcomes import COMES_BACK
from extract.decisions.resolutions.alone import entry_above, said_alone, said_before_movers, undisputed
from extract.decisions.resolutions.consented import consents_to_list
from extract.decisions.resolutions.listed import each_agreed, following, limbs_below
from extract.decisions.resolutions.marked import after_marker
from extract.decisions.resolutions.motions_told import is_verdict, motion_told
from extract.decisions.resolutions.prose import ACTION_LABEL, in_prose
from extract.decisions.resolutions.quoted import moved_in_quotes
from extract.decisions.resolutions.verdicts import put_to_the_vote, resolved_after
from extract.decisions.standing import CARRIED
from extract.decisions.verdict_lines import is_mover_line
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence, content_start

# "Both recommendations were agreed", below "Recommendation 1: That ..." and "Recommendation 2: That ..."
_ALL_RECOMMENDED = re.compile(
    r"(?:on the (?:motion|proposal|proposition) of [^.;]{3,100}, )?"
    r"(?:both|all|all (?:of )?the|the|the (?:two|three|four|five|six)|all (?:two|three|four|five|six)) (?:of the )?"
    r"recommendations (?:above )?(?:were|be) (?:then |duly |unanimously |all )?"
    r"(?:agreed|approved|accepted|adopted|carried)\b",
    re.IGNORECASE,
)
# "The recommendation was agreed", below "Recommendation: That the ferry be run"
_ONE_RECOMMENDED = re.compile(
    r"(?:on the (?:motion|proposal|proposition) of [^.;]{3,100}, )?the recommendation was (?:then |duly |unanimously )?"
    r"(?:agreed|approved|accepted|adopted|carried)\b",
    re.IGNORECASE,
)
_RECOMMENDATION = re.compile(r"Recommendation\s?:\s+(?=[Tt]hat\b)")
_ANSWERED = re.compile(rf"\n{ACTION_LABEL.pattern}", re.IGNORECASE)
_NEAR = 400  # characters below a motion on a list, in which the first entry has its answer
# "Outcome: Approved, 8 to 4" in the item "Proposal 7: A ferry for the school"
_COUNTED = re.compile(
    r"(?:(?:outcome|result|decision|vote)\s?:\s*)?(?P<answer>(?:approved|accepted|adopted|passed|carried|rejected|declined"
    r"|defeated|lost)[,:]? \(?\d{1,3}\s?(?:to|for,?|[–/-])\s?\d{1,3}(?: against)?\)?[.]?)",
    re.IGNORECASE,
)
_NAMES_MOTION = re.compile(
    r"\W{0,4}(?:proposal|motion|resolution|amendment|request|application|bill|question)s?\b", re.IGNORECASE
)
_TO_THE_VOTE = re.compile(r"\bput the (?:substantive )?(?:motion|amendment|recommendations?)\b", re.IGNORECASE)
_ALONE = ("decision.noted-alone", "decision.approved-alone")
_ALL_NOTED = re.compile(r"(?:both|all|these|they) (?:(?:of )?(?:these|them) )?were\b", re.IGNORECASE)
_SENTENCES = 3  # of an entry that is put off, at most
_PUTS_OFF = ("decision.put-off", "decision.put-off-alone")
_REFERENCE = re.compile(r"(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,10})+\b")  # of an application


def limbs_told(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """What was decided: after a marker its limbs, else the sentence. `since` is where the last decision ends."""
    said = found.document.text[sentence.start : sentence.end]
    rule = trigger.rule.id
    if rule == "decision.in-row":
        return [row_of(found, sentence)]
    if in_quotes := moved_in_quotes(found, sentence):
        return [in_quotes]
    if _ALL_RECOMMENDED.match(said) and (coded := _coded_above(found, sentence, since)):
        return coded
    if _ONE_RECOMMENDED.match(said) and (one := _recommended_above(found, sentence, since)):
        return [one]
    if rule == "decision.noted-aside":
        block = found.document.blocks[sentence.block]  # an entry is noted as a whole
        entry = block.kind == "list_item" and sentence.end == block.end
        return [Limb(content_start(found.document, block) if entry else sentence.start, sentence.end)]
    if disposed := _entry_disposed(found, sentence, rule, since):
        return [disposed]
    if rule == "decision.following":
        return following(found, sentence)
    if rule == "decision.undisputed":
        return undisputed(found, sentence, since)
    if rule in ("decision.verdict", *_ALONE) and (above := entry_above(found, sentence, since)):
        return [Limb(above.start, sentence.end)]
    if rule in _ALONE:
        return said_alone(found, sentence, trigger, since)
    if rule == "decision.movers-noted":
        return said_before_movers(found, sentence, since)
    if rule == "decision.amendment-beaten":
        return beaten(found, sentence, max(since, found.item_start(sentence.start)))
    if answer := _answer(found, sentence):
        return [answer]
    if is_verdict(found, sentence, trigger, since):
        return put_to_the_vote(found, sentence, trigger, since=since)
    if motion := motion_told(found, sentence, trigger, since):
        return [motion]
    if _TO_THE_VOTE.search(said) and resolved_after(found, sentence):
        return []  # what was put is printed below as the resolution
    if said.endswith(":") and (rule in CARRIED or is_mover_line(said)):
        if consents_to_list(said) and _ANSWERED.search(found.document.text, sentence.end, sentence.end + _NEAR):
            return [Limb(sentence.start, sentence.end)]
        return [] if resolved_after(found, sentence) else limbs_below(found, sentence)
    if trigger.rule.effect == "marker":
        return after_marker(found, sentence, trigger, since)
    return each_agreed(found, sentence, trigger) or [in_prose(found, sentence, trigger, since)]


def _coded_above(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """The recommendations with a number each that stand right above the sentence that agrees to all of them."""
    if sentence.start != found.document.blocks[sentence.block].start:
        return []
    low = max(since, found.item_start(sentence.start))
    return coded_above(found.document, sentence.block, low)


def _recommended_above(found: Findings, sentence: Sentence, since: int) -> Limb | None:
    """What the paragraph right above a sentence recommends by its label; null where it has none."""
    document = found.document
    above = next((b for b in reversed(document.blocks[: sentence.block]) if not b.furniture), None)
    label = _RECOMMENDATION.match(document.text, above.start, above.end) if above and above.start >= since else None
    return Limb(label.end(), above.end) if above and label else None


def _entry_disposed(found: Findings, sentence: Sentence, rule: str, since: int) -> Limb | None:
    """An entry that is put off, or that is to come back, as a whole; "Both were noted." with what it is said of."""
    if rule in _PUTS_OFF:
        return _put_off_entry(found, sentence, since)
    if rule == "decision.dashed-declined":
        return _coming_back(found, sentence)
    if rule == "decision.were-noted" and _ALL_NOTED.match(found.document.text, sentence.start, sentence.end):
        before = sentence_before(found, sentence, since)
        return Limb(before.start, sentence.end) if before else None
    return None


def _put_off_entry(found: Findings, sentence: Sentence, since: int) -> Limb | None:
    """An entry of two or three sentences, with a label or a number, of which the last puts it off.

    "(d) Quay Choir: no accounts had come. Left on the table.", "24/0117 – Barn. Left over to the next meeting."
    """
    document, block = found.document, found.document.blocks[sentence.block]
    start = content_start(document, block)
    told = bisect_left(found.starts, sentence.start) - bisect_left(found.starts, start)  # sentences before it
    if not 0 < told < _SENTENCES or since > start or sentence.end < block.end or block.kind == "table_row":
        return None
    entry = block.label or _REFERENCE.match(document.text, start)
    return Limb(start, sentence.end) if entry and sentence.end - start < _NEAR else None


def _coming_back(found: Findings, sentence: Sentence) -> Limb | None:
    """An entry that was not approved and is to come back, as its last sentence says."""
    document, block = found.document, found.document.blocks[sentence.block]
    below = [
        said for said in found.sentences[bisect_right(found.starts, sentence.start) :][:2] if said.end <= block.end
    ]
    back = bool(below) and below[-1].end == block.end and COMES_BACK.search(document.text, below[0].start, block.end)
    return Limb(sentence.start, block.end) if back else None


def _answer(found: Findings, sentence: Sentence) -> Limb | None:
    """What was answered, and by how many votes, in a line of its own in an item whose title says what was proposed."""
    counted = _COUNTED.fullmatch(found.document.text, sentence.start, sentence.end)
    holding = found.holding(sentence.start) if counted else []
    return Limb(*counted.span("answer")) if counted and holding and _NAMES_MOTION.match(holding[-1].title) else None
