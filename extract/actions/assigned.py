"""To whom the words of a rule give a task: in "Una asked the Clerk to write" it is "the Clerk"."""

import re

from extract.actions.owners import INITIALS, Owners
from extract.actions.subject import ACTED, NAME, OPENING, antecedent, subject_before
from extract.ruleset import Match

# "agreed to put in a bid, with Una to draft it": who is to do what was decided
_WITH_WHOM = re.compile(
    r",? with (?P<who>(?:the )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|for|and|the)){0,6}?) to [a-z]"
)
# "It was left to the Clerk to find a date."
_LEFT_TO = re.compile(
    r"(?:it (?:was|is) left|(?:direc|instruc)tions? (?:was|were) (?:\w+ )?given) (?:to|with) (?P<who>.+?) to [a-z]",
    re.IGNORECASE,
)
# "The Board would like the Clerk to write", "the Board requests all mills to report"
_LIKES = re.compile(
    r"\b(?:would (?:also )?like|requests|asks|directs|instructs|urges|invites|encourages|tasks|mandates|endorses"
    r"|commissions) (?P<who>.+?) to [a-z]"
)
_HOLDS = re.compile(r"(?P<who>the (?:[\w’'-]+ ){1,4}?)(?:will|would) (?:hold|convene|call) ", re.IGNORECASE)
_IF_WOULD = re.compile(r"asked (?P<who>.+?) (?:if|whether) (?:he|she|they) ", re.IGNORECASE)  # "... she would call"
# "... to be provided (KC)", "... written by the Clerk"
_NOTED = re.compile(rf"\((?P<who>{INITIALS}(?:/{INITIALS})*)\)\.?$")
_AGENT = re.compile(
    rf"\bby (?P<who>(?:the )?[A-Z][\w’'.-]*(?: (?:(?:of|and|for|the) ){{0,2}}[A-Z&][\w’'.&-]*)*|{INITIALS}"
    r"|all (?:[a-z]+ )?(?:trustees|governors|members|councillors|officers|wardens|staff)"
    r"|the (?:[a-z]+ ){1,2}(?:trustee|governor|officer|manager|councillor)"
    r"|the (?:[a-z]+ ){0,2}(?:team|clerk|secretary|treasurer|warden|chair|officers|(?:sub-?)?committee|working (?:group"
    r"|party)|trustees|governors))(?=[\s.,;)]|$)"
)
# "sent out before it is heard by Cabinet"
_OTHER_CLAUSE = re.compile(
    r"\b(?:before|after|once|when|until|if|which|that|as|since)\b[^,;]*\b(?:is|are|was|were|been|being|has|had|have)\b"
)
# "That the Trust be invited to report"
_BIDDEN = re.compile(
    r"that (?P<who>(?!should\b|would\b)\S+(?: (?!should\b|would\b|be\b)\S+){0,8}) be (?:(?:duly|now|formally) )?"
    r"(?:instructed|required|asked|requested|directed|invited(?= to (?:report|respond|supply|provide|submit|write|send"
    r"|prepare)\b))",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:seconded|proposed|moved|nominated|supported) $", re.IGNORECASE)  # by whom is no owner
_MOVER = 12  # characters, and more than the longest of these words has
# "asked that the rota be shared, and Ms Tay agreed to do so": who took up what somebody else asked for.
_TAKEN_UP = re.compile(
    rf"(?:[;,.] (?:and )?|\band )(?P<who>(?:the )?{NAME}) (?:agreed|undertook|offered|promised|volunteered|to action)"
    r"\b(?P<same> to do (?:so|this|that|it)\b)?"
    rf"|,? and (?P<sees>(?:the )?{NAME}) (?:said|replied|confirmed) that s?he would (?:see to|do|deal with|attend to)"
    r" (?:it|this|that|so|these)\b"
)
# "She said that a written answer would be sent", "the Reeve agreed that this would be done"
_SAID_SO = re.compile(
    r"\b(?P<verb>said|agreed|confirmed|promised|undertook) (?:that )?"
    r"(?:an? (?:[\w’'-]+ ){1,5}c(?:an|ould) be [a-z]+,? and )?(?:this|it|these|they|one"
    r"|an? (?:written|full) (?:answer|reply|response)) (?:would|will|could)\b"
)
# "a working group be set up to report in March"
_GROUP = re.compile(r"(?P<who>an? (?:[\w-]+ ){0,4}(?:group|panel|party|committee|sub-?committee))\b", re.IGNORECASE)
_AGAIN = re.compile(r"be re-?(?:convened|formed|established)\b", re.IGNORECASE)  # a group that there was before
_BACK_TO = re.compile(
    r"be (?:referred|remitted|returned) back to (?P<who>the [A-Z][\w’'-]*(?: (?:of|for|and|the|[A-Z][\w’'-]*)){0,4}?)"
    r" (?:for|to) [a-z]"
)  # "... to the Harbour Board for another look"
_CONTINUES = re.compile(r"\b(?:and|but|then)(?: (?:kindly|also|gladly|duly))?\s*$")  # "is at work on it and will"
_PASSIVE = re.compile(r"\b(?:was|were|been)(?: also| then| unanimously)? $")
# "the Clerk will ask the county and report back": who does the first of two things.
_DOES_FIRST = re.compile(
    rf"(?:^|[.;,:]\s|\b(?:[Tt]hat|and|but)\s)(?P<who>(?!That\b)(?:the )?{NAME})"
    r" (?:will|would|should|shall|to)\s[^.;]*$"
)
# "She would find out, the Reeve said, and would report back": who it was that spoke
_SAID_AFTER = re.compile(
    rf"S?[Hh]e (?:would|will) [^.;]*?, (?P<who>(?:the )?{NAME}) (?:said|replied|explained|added|confirmed)(?=[,.])"
)
# "the Clerk said that she was in touch with the mill and would let Una know"
_SAID_HE = re.compile(
    rf"(?:^|[.;,:]\s|\b(?:and|but)\s)(?P<who>{NAME}) (?:said|replied|stated|confirmed|explained|added|reported)"
    r" (?:that )?s?he [^.;]*$"
)
_TOLD = re.compile(r"\b(?:that|which|said|thought|felt|stated)\b")  # what comes after has a subject of its own
_WHO_IS = re.compile(rf"\b(?:to|by|with) (?P<who>(?:the )?{NAME}),? who (?:(?:was|is|were|are) to|would|will) [a-z]")
_COMES_FROM = re.compile(rf" from (?P<who>(?:the )?{NAME})")  # "a letter will go from the Reeve"
_GOES_ON_TOO = re.compile(r"(?:[Hh]e|[Ss]he) ")
_SPEAKS = re.compile(r"(?:^|[.?!)]\s)(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}): $")  # "UK: I’ll write to them"


def assigned_to(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who is to do what a rule found in `span`, from the words before or inside the trigger."""
    said, before = owners.text[match.start : match.end], owners.text[span[0] : match.start]
    rule = match.rule.id
    if (spoken := _SAID_AFTER.match(owners.text, *span)) and owners.acts(spoken["who"]):
        return spoken["who"]
    if rule in ("action.we", "action.needs"):
        spoke = _SPEAKS.search(before) if said.startswith("I") else None
        return spoke["who"] if spoke and owners.marks(spoke["who"]) else None
    if rule.startswith(("action.to-do", "action.person-to")):
        named = _before_task(said, aside=rule == "action.to-do-aside")
        who = named.removesuffix(" volunteers")  # "Una volunteers to write", but not "parish volunteers to write"
        return who if owners.is_person(who) else named
    if rule in ("action.subjunctive", "action.limb"):
        return until_task(owners, re.sub(r"^that(?:, .*,)? ", "", said, flags=re.IGNORECASE))
    if rule in ("action.asked", "action.are-asked", "action.asked-if", "action.reminded-that"):
        return _requested(owners, match, span)
    if rule == "action.body-asks":
        asked = _LIKES.search(said)
        return asked["who"] if asked else _agent(owners, match, span)
    if rule == "action.ahead":
        holds = _HOLDS.search(said)
        return holds["who"] if holds else None
    if rule == "action.resolved-to":
        return _resolved(owners, match, span)
    if rule in ("action.to-limb", "action.limb-do", "action.limb-asks"):
        return _limb(owners, match, span)
    if rule in ("action.to-be", "action.be-done", "action.to-be-done", "action.limb-done"):
        return _done_by(owners, match, span)
    if rule == "action.wished":  # "the idea of the Reeve writing"
        doing = re.search(r" of (?P<who>.+) [a-z]+ing$", said)
        return doing["who"] if doing else None
    if rule == "action.subject-to":  # "subject to the Reeve checking the rent"
        doing = re.match(r"subject to (?P<who>.+?) [a-z]+ing\b", said, re.IGNORECASE)
        return doing["who"] if doing else None
    if rule == "action.office-do":
        return " ".join(re.findall(r"(?:[Tt]he )?\w+", said)[:1])
    if rule in ("action.do", "action.named-do"):
        led = before.strip(" –—:-")
        return led if led and owners.marks(led) else None
    if rule == "action.to-be-by":
        return _agent(owners, match, span)
    if rule in ("action.undertook", "action.undertaken", "action.report-back"):
        return _agreed(owners, span[0], match.start)
    if not _CONTINUES.search(before):
        return subject_before(owners, span[0], match.start)
    # "seconded by Una and agreed to" tells of the meeting
    if rule == "action.person-agreed" and _GOES_ON_TOO.match(before):
        return antecedent(owners, span[0])
    return None if rule == "action.person-agreed" else _opened(owners, match, span)


def _requested(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who was asked, or is noted as the one to act, or took it up."""
    if noted := _NOTED.search(owners.text[span[0] : span[1]]):
        return noted["who"]
    bidden = _BIDDEN.match(owners.text, span[0])
    if bidden and bidden.end() <= span[1] and owners.known(bidden["who"]):
        return bidden["who"]
    if owners.text.endswith(" by", match.start, match.end):  # "recommended this be reviewed by the Panel"
        return _agent(owners, match, span)
    asked = _asked(owners, owners.text[match.start : match.end], span[0], match.start)
    if owners.acts(owners.known(asked)):
        return asked
    passed = _WHO_IS.search(owners.text, match.start, span[1])
    if passed and owners.acts(passed["who"]):
        return passed["who"]  # "asked that it be passed to the Reeve, who was to reply"
    return _taken_up(owners, match, span) or _said_so(owners, match, span) or asked


def _resolved(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who "resolved that the Clerk writes" names, else who agreed; "Duties were agreed to" names nobody."""
    given = _WITH_WHOM.search(owners.text, match.end, span[1])
    if given and owners.acts(given["who"]):
        return given["who"]
    if _PASSIVE.search(owners.text[span[0] : match.start]):
        return None
    said = owners.text[match.start : match.end]
    who = re.match(r"(?:it (?:was|is) )?\w+ that (?P<who>.+)", said, re.IGNORECASE)
    return until_task(owners, who["who"]) if who else _agreed(owners, span[0], match.start)


def _done_by(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """By whom a task in the passive is to be done, if anybody is named who can act."""
    if match.rule.id == "action.limb-done" and (group := _GROUP.search(owners.text, span[0], match.start)):
        return group["who"]
    if match.rule.id == "action.limb-done" and _AGAIN.match(owners.text, match.start):
        return subject_before(owners, span[0], match.start)
    if match.rule.id == "action.limb-done" and (back := _BACK_TO.search(owners.text, match.start, span[1])):
        return back["who"]
    noted = _NOTED.search(owners.text[span[0] : span[1]])
    whose = noted["who"].rstrip(".") if noted else _agent(owners, match, span)
    bidden = _BIDDEN.match(owners.text, match.start)
    if bidden and owners.known(bidden["who"]):
        return bidden["who"]
    if owners.acts(whose):
        return whose
    if match.rule.id == "action.to-be" and (sent := _COMES_FROM.match(owners.text, match.end - len(" from"))):
        return sent["who"] if owners.acts(sent["who"]) else None
    return _taken_up(owners, match, span) or _said_so(owners, match, span)


def _said_so(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who said that what was asked for would be done: "the Reeve agreed that this would be sent"."""
    said = _SAID_SO.search(owners.text, span[0], match.end)
    who = owners.known(_agreed(owners, span[0], said.start("verb"))) if said else None
    return who if owners.is_one(who) else None


def _agent(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    within = owners.text.rfind(" by ", match.start, match.end)  # "be brought to the May meeting by the Quay Group"
    rest = owners.text[match.end - 2 if within < 0 else within : span[1]]
    agents = (
        told
        for told in _AGENT.finditer(rest)
        if not _MOVED.search(rest, max(0, told.start() - _MOVER), told.start())
        and not _OTHER_CLAUSE.search(rest, 0, told.start())
    )
    return next((told["who"].rstrip(".") for told in agents), None)


def _opened(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who a sentence begins with that goes on to the task, where nothing is told of the person before it."""
    opening = OPENING.match(owners.text[span[0] : match.start])
    told = opening and _TOLD.search(owners.text, span[0] + opening.end("who"), match.start)
    if not opening and (acted := ACTED.match(owners.text, span[0], match.start)):
        return acted["who"]
    if told and (said := _SAID_HE.search(owners.text[span[0] : match.start])):
        return said["who"]
    return opening["who"] if opening and not told else None


def _taken_up(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who is said, after a task, to have agreed to it; what follows in the sentence may be another task."""
    taken, after = _TAKEN_UP.search(owners.text, match.end, span[1]), _TAKEN_UP.match(owners.text, span[1])
    after = after or _TAKEN_UP.match(owners.text, span[1] - 1)  # where a sentence ends in ". "
    told = taken or (after if after and after["same"] else None)
    return told["who"] or told["sees"] if told else None


def _limb(owners: Owners, match: Match, span: tuple[int, int]) -> str | None:
    """Who is instructed to do a limb's task, or whom the limb asks: "to ask the Director for a report"."""
    bidden = _BIDDEN.match(owners.text, span[0], match.start)
    if bidden and owners.known(bidden["who"]):
        return bidden["who"]
    owner = subject_before(owners, span[0], match.start)
    whom = re.match(
        r"(?:to )?(?:(?:ask|request|instruct|direct|urge)s?|invites) (?:that )?(?P<who>.+?) (?:to|for|that|by) ",
        owners.text[match.start : span[1]],
        re.IGNORECASE,
    )
    if not owners.acts(owner):
        owner = (until_task(owners, whom["who"]) or whom["who"]) if whom else None
    return owner if owners.acts(owner) else None


def _agreed(owners: Owners, start: int, at: int) -> str | None:
    """Who stands before a verb; where it has no subject of its own ("..., and offered to"), who opens the text."""
    said = owners.text[start:at]
    joined = owners.text.startswith("and ", at) or said.endswith(" and ")
    first = (_DOES_FIRST.search(said) or _SAID_HE.search(said)) if joined else None
    owner = first["who"] if first and owners.acts(first["who"]) else subject_before(owners, start, at)
    opening = OPENING.match(said) or re.match(rf"(?P<who>(?:The )?{NAME}) [a-z]", said)
    opener = opening["who"] if opening and owners.acts(opening["who"]) else None
    if not opener and _GOES_ON_TOO.match(said):  # "He had not brought it and said that he would send it"
        opener = antecedent(owners, start)
    goes_on = _CONTINUES.search(said) or owners.text.startswith("and that ", at)
    who = (opener or owner) if not owner or goes_on else owner
    # Somebody undertakes it, though the sentences before do not tell who: "She had asked, and would ask again".
    return who or (said.split()[0] if _GOES_ON_TOO.match(said) else None)


def until_task(owners: Owners, said: str) -> str | None:
    """Who stands before the first verb: "the present Clerk should write" is the present Clerk."""
    words = said.split()
    for number in range(1, len(words)):
        if words[number - 1] == "be":  # "the rate be set and that the Clerk write"
            following = " ".join(words[number:]).partition(" that ")[2]
            return until_task(owners, following) if following else None
        if words[number] in owners.tasks or words[number] in (
            "should",
            "would",
            "will",
        ):  # in small letters: "phone" in "BT Phone Boxes" is a name's
            owner = owners.known(" ".join(words[:number]))
            if owners.acts(owner):
                return owner
    return None


def _asked(owners: Owners, said: str, start: int, at: int) -> str | None:
    """Whom somebody asked: between the verb and the task; before it, where the verb is in the passive."""
    passive = re.search(r"\b(?:was|were|is|are|be|been) $", owners.text[start:at]) and re.match(r"\w+ to ", said)
    if passive or re.match(r"(?:was|were|is|are|be|been|has|have) ", said, re.IGNORECASE):
        return subject_before(owners, start, at)
    if polite := re.match(r"(?:please )?could (?P<who>.+?) (?:please )?[\w-]+$", said, re.IGNORECASE):
        return polite["who"]
    if be_asked := re.match(r"that (?P<who>.+?) (?:is|are|be|was|were) ", said, re.IGNORECASE):
        return be_asked["who"]
    if reminded := re.match(r"reminded (?P<who>.+?) that ", said):
        return reminded["who"]
    if moved := re.match(r"motion (?:was )?(?:made|passed) for (?P<who>.+?) to ", said, re.IGNORECASE):
        return moved["who"]
    if left := _LEFT_TO.match(said) or _IF_WOULD.match(said):
        return left["who"]
    if encouraged := re.match(r"(?P<who>\w+) (?:was|were|are) ", said):
        return encouraged["who"]
    if bidden := re.match(
        r"(?P<who>(?:[\w’-]+ ){1,4}?)(?:requested|reminded|urged|instructed|invited|encouraged) to ", said
    ):
        return bidden["who"].strip()
    if re.match(r"\w+ (?:him|her) to ", said):
        return antecedent(owners, start)
    that = re.match(r"\w+ that (?P<who>[^,;]+)$", said)
    if that and not re.search(r"\bbe\b", said) and (does := until_task(owners, that["who"])):
        return does  # "asked that staff bring back a price", where a price may be to be found, too
    whom = re.match(r"\w+ (?P<who>.+?) to [a-z]", said)
    whom = whom or re.match(r"\w+ (?:that )?(?P<who>.+?) [\w-]+$", said)
    if not whom or re.match(r"(?:for|that|an?|be|them|us)\b", whom["who"]) or re.search(r"\bbe\b", said):
        return None
    return str(whom["who"])


def _before_task(said: str, *, aside: bool) -> str:
    """The name before "to" and a task; `aside`, it stands in "left with the Clerk to ask", "needs paint UK to find"."""
    named = re.sub(
        r"^[ (:,;–—-]*(?:(?:[Aa]greed by \w+ )?(?:and|so|therefore) )?",
        "",
        re.split(r" to (?!the )(?=[a-z]|MC\b)", said)[0],
    )
    return re.sub(r"^\w+ (?:.+ )?(?:for|with) |^[a-z]\w+ (?=[A-Z]{2,3}$)", "", named) if aside else named
