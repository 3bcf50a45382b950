"""Who does what a verb tells: "the Clerk" before it, or whom "she" means in "The Reeve said no. She would ask"."""

import re
from bisect import bisect_right

from extract.actions.owners import INITIALS, Owners, words_of

NAME = r"(?>(?:[Tt]he |All |all )?[A-Z][\w’'.-]*(?: (?:[A-Z&(][\w’'.&()-]*|(?:of|for|and|the|to|members|team)\b)){0,6})"
_LIST = rf"(?:{NAME}(?:, | and |, and |/ ?| & |\+))*{NAME}"
# "HT apologised and said": who did the first of two things did the second, too.
_JOINED = re.compile(rf"(?:^|[.;,:]\s|\b(?:and|but)\s)(?P<who>{NAME}) [a-z]+ed and$")
_RELATIVE = re.compile(rf"\b(?P<who>(?:the )?{NAME}),? who$")  # "passed it to the Clerk, who would send it round"
# Who stands just before a verb: "The Clerk", "RA, PK and HT", "Cllr Orme, the Chair".
_SUBJECT = re.compile(
    r"(?:^|[.;,:(]\s?|\s[–—-]\s|\b(?:and|that|but|therefore|also|because|so|which|where|had|returned)\s+"
    r"|^In (?:reply|response|answer) to [^,.;]{3,80} (?=s?he$)|^(?:In the meantime|Meanwhile|In addition|Finally) )"
    rf"(?P<who>{_LIST}|(?:[Tt]he|[Aa]|[Oo]ur|[Aa]ll) [\w’' -]{{3,40}}?|[Aa]ll"
    r"|[A-Z][a-z]+ (?:leaders|members|councillors|governors|trustees|officers|managers)"
    r"|[Oo]fficers|[Mm]embers|[Cc]ouncillors|[Pp]artners|[Ss]taff|[Gg]overnors|[Tt]rustees|[Ww]e|[Ss]?[Hh]e"
    r"|[Tt]hey)\s*$"
)
# "Mr Tarn, Harbour Engineer, would meet the mill": what somebody is, told between the name and the verb
_APPOSED = re.compile(r"(?<=\w), (?:the )?[A-Z][\w’'-]*(?: (?:of|for|and|the|[A-Z][\w’'-]*)){0,5},$")
# "In this regard HT": names and offices that stand before a verb without a stop before them.
_TRAILING = re.compile(rf"\s(?P<who>(?:the )?{_LIST})$")
# "the Clerk be and is hereby authorised and instructed": what stands between the subject and its task.
_AUXILIARY = re.compile(
    r"\s+(?:is|are|was|were|be|been|being|has|have|will|would|should|hereby|and|duly|asked|authorised|instructed"
    r"|requested|directed|empowered|kindly"
    r"|also|further)$"
)
_SPOKE = (
    r"(?:said|asked|replied|responded|reports?|says|confirms|advises|explains|reported|confirmed|advised|explained|told|noted|agreed|thanked|presented|had|was|is|has|are|have"
    r"|showed|expressed"
    r"|gave|took|met|spoke|wrote|rang|outlined|introduced|mentioned|stated|added|undertook|would|will|did|does|could"
    r"|felt|thought|considered|pointed|observed|remarked|commented|wondered|accepted|acknowledged|apologised|promised)\b"
)
OPENING = re.compile(
    rf"(?:(?:In (?:reply|response|answer|relation) to|For|On|As (?:to|for)|With (?:regard|reference|respect) to)"
    r" [^,.;]{3,80}, |(?:A|Answer|Reply|Response): "
    # "In answer to Ms Keld Mr Orme said", with no comma between the two
    r"|In (?:reply|response|answer) to (?:Cllr|Councillor|Mrs?|Ms|Dr)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r" (?=(?:Cllr|Councillor|Mrs?|Ms|Dr|[Tt]he)\b)"
    r"|On (?:action|item|minute|point|risk) [\d./]{1,8}(?: \([^()]{2,60}\))?,? "
    r"|[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}(?: [–—-]|:) (?=the [A-Z]|[A-Z])"  # "Slipway - the Reeve has two quotes"
    r"|(?:Firstly|Secondly|Thirdly|Finally), |It was (?:noted|reported) that )?"
    rf"(?P<who>(?:[Tt]he )?{NAME}(?:, (?:of )?(?:the )?[A-Z][\w ]{{3,40}},"
    rf"|, [A-Z]\w+(?: (?:and |& )?[A-Z]\w+){{0,3}})?)"
    rf"(?:, (?:when|in|by|on|introducing|presenting|called|replying|responding) [^,.;]{{2,60}},)? {_SPOKE}"
)
# "UK queried this with the county, he will chase a reply": who did the first thing in a sentence.
ACTED = re.compile(
    rf"(?P<who>{INITIALS}|(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr) (?:[A-Z][\w’'.-]*\s?){{1,3}}) [a-z]+ed\b"
)
_SECOND = re.compile(rf"(?:and|but|while|that|when|to|,) (?:the )?{NAME} {_SPOKE}")  # somebody else in the sentence
# A sentence that nobody else begins: "She had the figures.", "Most had come."
_GOES_ON = re.compile(
    r"(?:He|She|There|It|This|These|An? [a-z]+)\b"
    r"|(?:Most|Some|None|Both|One|Two|Three|Nearly|About|Over|Only|Last|Of (?:those|these|them),?)"
    r" (?!members|councillors|governors|trustees|people|residents|speakers)[a-z\d]"
)
# Who asks for something is not who then agrees to do it: "Ms Keld asked why. She undertook to find out".
_ASKED_IT = re.compile(r" (?:also )?(?:asked|queried|wondered|enquired)\b")
_UNDERTAKES = re.compile(r"S?[Hh]e (?:also )?(?:agreed|undertook|promised) to\b")
# "Ms Keld asked for a map, and the Warden promised to send her one.": who is meant by what "she" then does
_PROMISED = re.compile(
    rf"[,;] (?:and |but )?(?P<who>(?:the )?{NAME}) (?:agreed|undertook|promised|offered) (?:to|that)\b[^;]*$"
)
_AN_OFFICE = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* (?:of|for) [A-Z][\w’'-]* and [A-Z][\w’'-]*")
_SHE_GOES_ON = re.compile(r"\s*(?:and |but )?s?he\b")  # "Ms Keld was sad to hear of it; she would write"
_FAR = 4  # sentences; further back nobody is meant
_THIRD = re.compile(r"(?:he|she)$", re.IGNORECASE)


def subject_before(owners: Owners, start: int, at: int) -> str | None:
    """Who stands before the words at `at`, in the stretch that begins at `start`: the subject of the verb there."""
    said = owners.text[start:at].strip(" \n–—-*_")  # "Una – will write", "*Una will write*"
    if led := _JOINED.search(said) or _RELATIVE.search(said):
        return led["who"]
    while stripped := _AUXILIARY.search(said):
        said = said[: stripped.start()]
    said = re.sub(r"(?:\s+and)?\s+(?:offered|agreed|undertook|promised|volunteered) to$", "", said)
    if said.endswith(","):
        said = _APPOSED.sub("", said)
    subject = _SUBJECT.search(said) or _TRAILING.search(said)
    who = subject["who"].strip() if subject else None
    return (antecedent(owners, start) or who) if who and _THIRD.fullmatch(who) else who


def antecedent(owners: Owners, start: int) -> str | None:
    """Whom "he" or "she" means: who begins the sentence, or the one before it in the paragraph."""
    index = max(0, bisect_right(owners.found.starts, start) - 1)
    sentences = owners.found.sentences
    for number in range(index, max(-1, index - _FAR), -1):
        if sentences[number].block != sentences[index].block:
            return None
        # Of the sentence itself what comes after a semicolon: "Mr Tay asked why; Ms Keld replied that she would"
        begun = max(start, sentences[number].start) if number == index else sentences[number].start
        said = owners.text[begun : sentences[number].end]
        opening = OPENING.match(said) or (ACTED.match(said) if number == index else None)
        if not opening and owners.text[:begun].rstrip()[-1:] == ";" and _SHE_GOES_ON.match(owners.text, begun):
            said = owners.text[sentences[number].start : begun]
            opening = OPENING.match(said)
        if number == index - 1 and (promised := _PROMISED.search(said)) and owners.acts(promised["who"]):
            return promised["who"]
        if opening and owners.acts(opening["who"]):
            asked = number < index and _ASKED_IT.match(said, opening.end("who"))
            if asked and _UNDERTAKES.match(owners.text, start):
                return None
            several = re.search(r"/|,|\band\b", opening["who"]) and not _is_office(owners, opening["who"])
            who = re.sub(r"\s(?:He|She)$", "", opening["who"])  # after the name that leads the paragraph
            return None if several or _SECOND.search(said, opening.end()) else who
        if number < index and (not _GOES_ON.match(said) or _SECOND.search(said)):
            return None
    return None


def _is_office(owners: Owners, owner: str) -> bool:
    """Whether "and" joins what one office is of: "the Head of Locks and Weirs", and not "... and Ms Keld"."""
    last = words_of(owner)[-1].casefold()
    return bool(_AN_OFFICE.fullmatch(owner)) and last not in owners.roles and not owners.is_person(owner)
