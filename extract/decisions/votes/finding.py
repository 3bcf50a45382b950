"""How a vote went: its counts, who voted how and who had the casting vote, or that it was unanimous, "nem. con."."""

import re
from typing import Literal

from extract.decisions.votes.figures import WORDED, figures_in, number_of
from extract.decisions.votes.names import NAME, names_in
from extract.decisions.votes.roll_call import roll_call
from minutes.model import Votes

_ABSTAINED = re.compile(rf"(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? (?i:abstain(?:ed|ing))\b")
# "(TO abstained)" and nothing else in its sentence: all that is told of a vote
_ABSTAINED_ALONE = re.compile(
    rf"(?:^|[.)\n]\s*|\()(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? (?i:abstain(?:ed|ing)"
    r"(?: from (?:the )?(?:vote|voting))?)\s*(?:[.)]|$)"
)
# "agreed to move the moorings from May, TO abstaining until he has word from the owners"
_ABSTAINING = re.compile(rf"(?:,|\bwith) (?P<who>{NAME}(?:(?:, | and |, and ){NAME})*) abstaining\b")
# "..., with Mr Orme voting against, RESOLVED", "Mr Orme voted against.", "(prop. Una, sec. Nia, Tom against)", or
# "with Tom against."
_OPPOSING = re.compile(
    rf"(?:, |\bwith |^|[.)\n(]\s*)(?P<who>{NAME}(?:(?:, | and |, and ){NAME})*),? "
    rf"(?i:vot(?:ing|ed) against|dissenting)\s*(?=[.),;]|$)|(?:, |\(|\bwith )(?P<one>{NAME}) against(?=[.)]| [–—-] )"
)
_IN_FAVOUR = re.compile(rf"\b{WORDED} (?:votes? |members? )?(?:being )?in favou?r\b", re.IGNORECASE)
_CHAIR = r"(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_CASTING = re.compile(
    rf"(?P<who>{_CHAIR}),? (?:then |having )?(?:us(?:ed|es|ing)|exercis(?:ed|ing)|cast|gave)"
    rf" (?:his|her|their|the|a)(?: \w+)? casting vote\b|\bcasting vote of (?P<of>{_CHAIR})",
)
_UNANIMOUS = re.compile(
    r"\b(?=[abcntuy])(?:unanimous(?:ly)?\b|\bnem\.? ?con\b|\ball (?:members |councillors |of )?(?:the board "
    r"|present )?(?:were |voted )?in (?:favou?r|(?:full )?agreement)\b(?!\s?[:–-]?\s?\d)"
    r"|\ball (?:of the )?(?:members |councillors )?(?:present )?voting in favou?r\b(?!,? (?:but|except|save|other))"
    r"|\ball (?:of )?(?:the )?(?:councillors|members|governors|trustees|directors)(?: present)? agreed(?=[.;,)\n]|$)"
    r"|\ball the \w+ were in agreement\b"
    r"|\b(?:the|all) (?:\w+ ){1,3}(?:were|was) in (?:full|unanimous|complete) agreement\b|\ball ayes?\b"
    r"|\b(?:ayes?|yeas?)\s?[:–-]\s?all\b|\ball (?:members |councillors |trustees )?(?:present )?vot(?:ed"
    r"|ing) [“\"]?(?:aye|yes|yea|in the affirmative)\b"
    r"|\bby acclamation\b"
    r"|(?:^|(?<=[.,;\n])|(?<=[.,;\n–—] )|(?<=[A-Z] ))All (?:were )?agreed(?=[.;,)\n]|$)"
    # "Ms Orme seconds the motion all approve", "All agreed to wait": not "the bills were all approved"
    r"|(?:^|(?<=[.,;\n])|(?<=[.,;\n] )|(?<=\bmotion )|(?<=\bseconds )|(?<=\bseconded ))"
    r"all (?:members |present )?(?:approved?|agree)(?=[.;,)\n]|$)"
    r"|^all (?:present )?agreed? (?:to|that)\b"
    r"|\b(?:agreed|approved|confirmed|accepted|adopted|carried) by all"
    r"(?= (?:to|that|and|as|councillor[’']?s|members|trustees|governors)\b|[.,;:)\n]|$)"
    r"|\b(?:agreed|approved|accepted|adopted|carried) by every(?:one|body)(?: present)?(?=[.;)\n]|$)"
    r"|\b(?:agreed|approved|confirmed|accepted|adopted|carried) by all (?:(?:members|councillors|(?:of )?those) )?"
    r"present\b)",
    re.IGNORECASE,
)
# One of these the words above hold.
_OF_ALL = ("unanim", "nem", "all", "by every", "acclam", "full agreement", "complete agreement")


def votes_in(text: str) -> Votes | Literal["unanimous"] | None:
    """The counts of a vote, or "unanimous" where it is not counted; null if the text tells of none."""
    small = text.casefold()
    if any(word in small for word in _OF_ALL) and _UNANIMOUS.search(text):
        counted = figures_in(text, None)  # "unanimously adopted, 7-0"
        return counted if counted and counted.for_ and counted.against == 0 else "unanimous"
    called = roll_call(text)
    told = figures_in(text, called) or called
    if told is None:
        told_of = (_ABSTAINED_ALONE, _ABSTAINING) if "abstain" in small else ()
        alone = next((found for pattern in told_of if (found := pattern.search(text))), None)
        opposing = _OPPOSING.search(text) if "against" in small or "dissenting" in small else None
        listed = (opposing and (opposing["who"] or opposing["one"]), alone and alone["who"])
        against, abstain = (len(names_in(names) or ()) or None if names else None for names in listed)
        favour = _IN_FAVOUR.search(text) if against or alone else None
        for_ = number_of(favour[1]) if favour else None
        return Votes(for_=for_, against=against, abstain=abstain) if against or alone else None
    abstained = _ABSTAINED.search(text) if told.abstain is None and called is None else None
    casting = _CASTING.search(text)
    if called and told.abstain is None and told.for_ == called.for_:  # "passed 5-0. Orme, Tay, ... – all yes"
        told = told.model_copy(update={"abstain": called.abstain})
    return told.model_copy(
        update={
            "abstain": len(names_in(abstained["who"]) or ()) or None if abstained else told.abstain,
            "names": called.names if called else None,
            "casting": (casting["who"] or casting["of"]).rstrip(".") if casting else None,
        }
    )
