"""Who is to do a task: the names, offices and initials that a sentence, a margin or a table cell gives."""

import re
from collections.abc import Iterator

from extract.findings import Findings
from extract.ruleset import Match, word_list
from extract.text import plain

_INITIALS = r"(?!(?:VAT|GST|TBC|TBA|AGM|EGM|AOB|PDF)\b)[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?"
_NAME = (
    r"(?>(?:[Tt]he |All |all )?[A-Z][\w’'.-]*(?: (?:[A-Z&(][\w’'.&()-]*|(?:of|for|and|the|to|members|team)\b)){0,6})"
)
_LIST = rf"(?:{_NAME}(?:, | and |, and |/ ?| & |\+))*{_NAME}"
# "HT apologised and said": who did the first of two things did the second, too.
_JOINED = re.compile(rf"(?:^|[.;,:]\s|\b(?:and|but)\s)(?P<who>{_NAME}) [a-z]+ed and$")
_RELATIVE = re.compile(rf"\b(?P<who>(?:the )?{_NAME}),? who$")  # "passed it to the Clerk, who would send it round"
# Who stands just before a verb: "The Clerk", "RA, PK and HT", "Cllr Orme, the Chair".
_SUBJECT = re.compile(
    r"(?:^|[.;,:(]\s?|\s[–—-]\s|\b(?:and|that|but|therefore|also|because|so|which|where|had|returned)\s+"
    r"|^In (?:reply|response|answer) to [^,.;]{3,80} (?=s?he$)|^(?:In the meantime|Meanwhile|In addition|Finally) )"
    rf"(?P<who>{_LIST}|(?:[Tt]he|[Aa]|[Oo]ur|[Aa]ll) [\w’' -]{{3,40}}?|[Aa]ll"
    r"|[A-Z][a-z]+ (?:leaders|members|councillors|governors|trustees|officers|managers)"
    r"|[Oo]fficers|[Mm]embers|[Cc]ouncillors|[Pp]artners|[Ss]taff|[Gg]overnors|[Tt]rustees|[Ww]e|[Ss]?[Hh]e"
    r"|[Tt]hey)\s*$"
)
_MODAL = re.compile(
    r"\s+(?:is|are|was|were|be|being|should|would|will|shall|must|may|can|to|had|has|have|also|then|now|still|therefore|and"
    r"|continue|hereby|subsequently|kindly|in turn|either)$"
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
# Who is to do something is named without a verb: "The Clerk", "PJ and HT", "The Head of Transport".
_NO_NAME = (
    r"(?!(?:Nothing|Purpose|Proposal|Approval|Option|Mandate|Allow|Enable|Agree|Further|Any|RESOLVED|AGREED|It|He|She"
    r"|They|This|That|There|We)\b)"
)
_NAMED = re.compile(
    rf"(?:[Tt]he |[Aa]ll |[Aa]n? |[Oo]ur )?{_NO_NAME}[A-Z(][\w’'./&()-]*"
    r"(?:(?:,| /)? (?:[A-Z(&][\w’'./&()-]*|of|and|for|the|in|on|with|to|members|officers?|team))*"
    r"|(?:[Oo]fficers|[Mm]embers|[Cc]ouncillors)|(?:[Tt]hose|[Ee]veryone) present|[Aa]ll"
    r"|[Tt]he (?:applicants?|contractors?|developers?|promoters?|landlord|landowners?)"
    r"|(?:[Ee]ach|[Ee]very) (?:[a-z]+ )?(?:organisation|partner|agency|body|authority|school|practice|trust|service"
    r"|branch|ward|club|society|section|department|parish|group|member)"
    r"|[Pp]artner (?:organisations|bodies|agencies)"
    r"|[Aa]ll (?:[a-z]+ ){0,2}(?:organisations|partners|agencies|bodies|authorities|schools|practices|trusts|services"
    r"|departments)"
)
# "agreed to put in a bid, with Una to draft it": who is to do what was decided
_WITH_WHOM = re.compile(
    r",? with (?P<who>(?:the )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|for|and|the)){0,6}?) to [a-z]"
)
# "It was left to the Clerk to find a date."
_LEFT_TO = re.compile(r"it (?:was|is) left (?:to|with) (?P<who>.+?) to [a-z]", re.IGNORECASE)
_EVERYBODY = (
    r"[Aa]ll (?:[a-z-]+ ){0,2}?(?:members|partners|trustees|governors|councillors|schools|agencies|colleagues|staff)"
    r"|[Ee]verybody|[Ee]veryone"
)  # whom "ALL" beside a sentence means
# "The Board would like the Clerk to write", "the Board requests all mills to report"
_LIKES = re.compile(
    r"\b(?:would (?:also )?like|requests|asks|directs|instructs|urges|invites|encourages|tasks|mandates|endorses"
    r"|commissions) (?P<who>.+?) to [a-z]"
)
_HOLDS = re.compile(r"(?P<who>the (?:[\w’'-]+ ){1,4}?)(?:will|would) (?:hold|convene|call) ", re.IGNORECASE)
_IF_WOULD = re.compile(r"asked (?P<who>.+?) (?:if|whether) (?:he|she|they) ", re.IGNORECASE)  # "... she would call"
# "... to be provided (KC)", "... written by the Clerk"
_NOTED = re.compile(rf"\((?P<who>{_INITIALS}(?:/{_INITIALS})*)\)\.?$")
_AGENT = re.compile(
    rf"\bby (?P<who>(?:the )?[A-Z][\w’'.-]*(?: (?:(?:of|and|for|the) ){{0,2}}[A-Z&][\w’'.&-]*)*|{_INITIALS}"
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
_SPOKE = (
    r"(?:said|asked|replied|responded|reports?|says|confirms|advises|explains|reported|confirmed|advised|explained|told|noted|agreed|thanked|presented|had|was|is|has|are|have"
    r"|showed|expressed"
    r"|gave|took|met|spoke|wrote|rang|outlined|introduced|mentioned|stated|added|undertook|would|will|did|does|could"
    r"|felt|thought|considered|pointed|observed|remarked|commented|wondered|accepted|acknowledged|apologised|promised)\b"
)
_OPENING = re.compile(
    rf"(?:(?:In (?:reply|response|answer|relation) to|For|On|As (?:to|for)|With (?:regard|reference|respect) to)"
    r" [^,.;]{3,80}, |(?:A|Answer|Reply|Response): "
    # "In answer to Ms Keld Mr Orme said", with no comma between the two
    r"|In (?:reply|response|answer) to (?:Cllr|Councillor|Mrs?|Ms|Dr)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r" (?=(?:Cllr|Councillor|Mrs?|Ms|Dr|[Tt]he)\b)"
    r"|On (?:action|item|minute|point|risk) [\d./]{1,8}(?: \([^()]{2,60}\))?,? "
    r"|[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}(?: [–—-]|:) (?=the [A-Z]|[A-Z])"  # "Slipway - the Reeve has two quotes"
    r"|(?:Firstly|Secondly|Thirdly|Finally), |It was (?:noted|reported) that )?"
    rf"(?P<who>(?:[Tt]he )?{_NAME}(?:, (?:of )?(?:the )?[A-Z][\w ]{{3,40}},"
    rf"|, [A-Z]\w+(?: (?:and |& )?[A-Z]\w+){{0,3}})?)"
    rf"(?:, (?:when|in|by|on|introducing|presenting|called|replying|responding) [^,.;]{{2,60}},)? {_SPOKE}"
)
# "UK queried this with the county, he will chase a reply": who did the first thing in a sentence.
_ACTED = re.compile(
    rf"(?P<who>{_INITIALS}|(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr) (?:[A-Z][\w’'.-]*\s?){{1,3}}) [a-z]+ed\b"
)
# "asked that the rota be shared, and Ms Tay agreed to do so": who took up what somebody else asked for.
_TAKEN_UP = re.compile(
    rf"(?:[;,.] (?:and )?|\band )(?P<who>(?:the )?{_NAME}) (?:agreed|undertook|offered|promised|volunteered|to action)"
    r"\b(?P<same> to do (?:so|this|that|it)\b)?"
    rf"|,? and (?P<sees>(?:the )?{_NAME}) (?:said|replied|confirmed) that s?he would (?:see to|do|deal with|attend to)"
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
_SECOND = re.compile(rf"(?:and|but|while|that|when|to|,) (?:the )?{_NAME} {_SPOKE}")  # somebody else in the sentence
_CONTINUES = re.compile(r"\b(?:and|but|then)(?: (?:kindly|also|gladly|duly))?\s*$")  # "is at work on it and will"
_PASSIVE = re.compile(r"\b(?:was|were|been)(?: also| then| unanimously)? $")
# "the Clerk will ask the county and report back": who does the first of two things.
_DOES_FIRST = re.compile(
    rf"(?:^|[.;,:]\s|\b(?:[Tt]hat|and|but)\s)(?P<who>(?!That\b)(?:the )?{_NAME})"
    r" (?:will|would|should|shall|to)\s[^.;]*$"
)
# "She would find out, the Reeve said, and would report back": who it was that spoke
_SAID_AFTER = re.compile(
    rf"S?[Hh]e (?:would|will) [^.;]*?, (?P<who>(?:the )?{_NAME}) (?:said|replied|explained|added|confirmed)(?=[,.])"
)
# "the Clerk said that she was in touch with the mill and would let Una know"
_SAID_HE = re.compile(
    rf"(?:^|[.;,:]\s|\b(?:and|but)\s)(?P<who>{_NAME}) (?:said|replied|stated|confirmed|explained|added|reported)"
    r" (?:that )?s?he [^.;]*$"
)
_TOLD = re.compile(r"\b(?:that|which|said|thought|felt|stated)\b")  # what comes after has a subject of its own
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
    rf"[,;] (?:and |but )?(?P<who>(?:the )?{_NAME}) (?:agreed|undertook|promised|offered) (?:to|that)\b[^;]*$"
)
_AN_OFFICE = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* (?:of|for) [A-Z][\w’'-]* and [A-Z][\w’'-]*")
_WHO_IS = re.compile(rf"\b(?:to|by|with) (?P<who>(?:the )?{_NAME}),? who (?:(?:was|is|were|are) to|would|will) [a-z]")
_COMES_FROM = re.compile(rf" from (?P<who>(?:the )?{_NAME})")  # "a letter will go from the Reeve"
_GOES_ON_TOO = re.compile(r"(?:[Hh]e|[Ss]he) ")
_SHE_GOES_ON = re.compile(r"\s*(?:and |but )?s?he\b")  # "Ms Keld was sad to hear of it; she would write"
_FAR = 4  # sentences; further back nobody is meant
_THIRD = re.compile(r"(?:he|she)$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|we|it|this|these|that|there|which|who|him|her|them|us)$", re.IGNORECASE)
# "Una Keld UK Mill Clerk": a name with its initials, and the office, in the list of those who were there.
_WITH_INITIALS = re.compile(
    r"\b(?P<one>[A-Z])[a-z’'-]+ (?P<two>[A-Z])[\w’'-]+,? (?P<who>(?P=one)(?P=two))\b"
    r"(?:,? (?:[A-Z][a-z]+ ){0,3}(?P<post>Clerk|Secretary|Treasurer)\b)?"
)
# "• Una Keld (UK): Mill Trust", at the beginning of a line
_IN_BRACKETS = re.compile(
    r"^(?:[•*o–-] ?)?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){1,3}) \((?P<letters>[A-Z]{2,4})\)", re.MULTILINE
)
_HEAD = 4000  # characters
_NOT_OWNER = re.compile(
    r"(?:It|This|These|There|That|AGM|A|An|Work|What|Which|If|When|As|In|However|Details?|Letters?|Minutes|Report"
    r"|Plans?)\b|.*\b(?:meeting|report|letter|strategy|plan|project|scheme|funding|work|programme|event"
    r"|system|consultation|application)s?$",
    re.IGNORECASE,
)
# "The Vice-President Finance", "the Deputy Principal Curriculum"
_OF_WHAT = (
    r"(?:finance|operations|curriculum|resources|quality|people|estates|planning|housing|education|communities"
    r"|academic affairs|research|corporate services|governance|skills|place|strategy|performance|hr|ict|it)"
    r"(?: (?:and|&) [a-z]+)?"
)
_NO_LAST = {
    *("the", "a", "an", "and", "of", "for", "discussed", "proposed", "considered", "reviewed", "suggested"),
    *word_list("undertook"),
}
_WHOM = re.compile(
    r"^.*\b(?:asked|directed|instructed|reminded|requested|told|said|invited|urged|encouraged|tasked|advised|suggested"
    r"|confirmed|Asked|Requested|Instructed|Directed|Invited)\s(?:that\s)?(?=\w)"
)
# "the Assistant Director - Housing": of what somebody is head stands behind a dash
_POST_DASHED = re.compile(
    r"(?:the )?(?:[A-Z][\w’'-]* ){0,3}(?:Director|Manager|Head|Officer|Lead|President|Leader|Principal|Secretary|Dean)"
    r" [–-] [A-Z][\w’'&-]*(?: (?:and|of|&|[A-Z][\w’'&-]*)){0,4}"
)
_SPEAKS = re.compile(r"(?:^|[.?!)]\s)(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}): $")  # "UK: I’ll write to them"
_ASIDE = re.compile(r" \((?:with|and|for|from|if|or|of)\b[^()]{2,60}\)$")  # "UK (with help from the mill) to write"
_NUMBERED = re.compile(r"^\d{1,2}[-/]\d{1,2}\s+(?=[A-Z])")  # "5-2 Una to write": the number of a paragraph
_RESOLVED = re.compile(
    r"^(?:The [A-Z]\w+ )?(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed)\W* (?:that |for )?(?=\w)"
    r"|^Left (?:for|to|with) (?=\w)"
)
_RUNS_ON = re.compile(r"[/,&]|\b(?:and|by|from) ")  # "UK and TO", "a proposal by UK": no topic beside a name
# A month and nobody; "Jan", "April", "May", "June" and "August" are people, too.
_WHEN = re.compile(
    r"(?:early |late |mid-)?(?:January|February|March|July|September|October|November|December)(?: \d{4})?"
)
_AND = re.compile(r"\s?[/&+]\s?|,(?: and)?\s|\sand\s")
_INITIAL_AND_NAME = re.compile(
    r"(?:[B-HJ-Z](?:\. ?| )|[AI]\. ?)(?:[A-Z](?:\. ?| ))?[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)?"
)  # "G Tarn"
# "Una BRINDLE", as some minutes set names
_SURNAME = re.compile(r"(?!The |Our |All |Each |This |Any )[A-Z][a-zà-ÿ’'-]+ (?=[^ ]{5})(?:[A-ZÀ-Þ]+[’'-]?)+")
_CALLED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?: [A-ZÀ-Þ](?:[\w’'-]*|\.))?")
_LETTERS = re.compile(r"(?!NHS|HSE|RBS|BBC|[A-Z]{1,2}[BCDP]C)[A-Z]{2,3}")  # a person's and no council's
_ORGANISATIONS = frozenset("university college trust service services office school schools forum forums".split())
# Departments that serve a council's meetings; others tell of their own plans: "Children’s Services will ..."
_SERVES = re.compile(r"(?:the )?(?:Democratic|Committee|Member|Legal|Governance|Electoral) Services", re.IGNORECASE)
_WORKING = re.compile(r"\bworking part(?:y|ies)$", re.IGNORECASE)  # and no other party
_TITLE = re.compile(
    r"(?:(?:County|Cty|District|Borough)\.? (?=C(?:llr|oun)))?"
    r"(?:Cllrs?|Cr|Mr|Mrs|Ms|Miss|Dr|Councillors?|Prof|Revd?|Canon|PC(?= [A-Z][a-z])"
    r"|PCSO|Sgt|Sergeant|Constable|Inspector)\b"
)


# Who reports, asks or moves something is somebody, though the list of those present may not name them: "Una reported".
_GIVEN = r"[A-Z][a-z]+(?:[’'-][A-Za-z]+)?(?: [A-Z][a-z]+(?:[’'-][A-Za-z]+)?)?"
_SPEAKER = re.compile(
    r"\b(?=[A-Zmps])(?:"
    rf"(?:[Pp]roposed|[Ss]econded|[Mm]oved) by (?P<by>{_GIVEN})"
    rf"|(?<![a-z,] )(?P<who>{_GIVEN}) (?:reported|said|asked|moved|seconded|proposed|suggested|explained|volunteered"
    r"|mentioned|stated|told|offered|introduced|outlined|thanked|shared|asks|says|reports)\b)"
)
# "with Una Keld, Tom Orme and Ada Brindle in attendance": three people or more, one after the other.
_PEOPLE = re.compile(r"\b(?:[A-Z][a-z’'-]+ [A-Z][\w’'-]+(?:, (?:and )?| and )){2}[A-Z][a-z’'-]+ [A-Z][\w’'-]+")
_NOBODY = frozenset(word_list("body")) | frozenset(
    "all members residents officers staff everyone nobody someone somebody parents police highways motion question"
    " questions discussion he she they it we there this that these those who which".split()
)


def _words(owner: str | None) -> list[str]:
    """The words of an owner, in whatever letters: "Ciarán", "O’Dell"."""
    return re.findall(r"[^\W\d_][^\W\d_’'-]*(?:[’'-][^\W\d_’'-]*)*", owner or "")


class Owners:
    """Who can be given a task at one meeting: those who were there, offices and bodies."""

    def __init__(self, found: Findings) -> None:
        self.text = found.document.text
        self.found = found
        names = [re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"\(.*", "", entry.name)) for entry in found.attendance]
        self.roles = {*word_list("owners"), *found.profile.owners}
        roles = "|".join(map(re.escape, sorted(self.roles)))
        self.role = re.compile(
            rf"(?:the |our |an? |all )?(?:[\w-]+ ){{0,2}}(?:{roles}|working part(?:y|ies))"
            rf"(?: (?:of|for) .+|,? {_OF_WHAT})?",
            re.IGNORECASE,
        )
        self.names = {word for words in names for word in words if len(word) > 2 and word[0].isupper()}
        self.names |= {
            word
            for told in _SPEAKER.finditer(self.text)
            for word in (told["by"] or told["who"]).split()
            if word.casefold() not in _NOBODY | self.roles and not _TITLE.match(word)
        }
        # "Jo Bell (FPC)" gives the council's letters, "Jo Bell (JBe)" her own.
        self.initials = {
            entry.initials
            for entry, words in zip(found.attendance, names, strict=True)
            if entry.initials and entry.initials[0] in [word[0] for word in words]
        } | {"".join(word[0] for word in words if not _TITLE.match(word)) for words in names if len(words) > 1}
        # Without those who came, the apologies alone tell nothing of whose initials these are.
        self.listed = not found.attendance or any(e.status not in ("apologies", "absent") for e in found.attendance)
        self.given = frozenset(word_list("given"))
        self.initials |= set(self._bracketed())
        self.posts = {told["who"]: told["post"] for told in _WITH_INITIALS.finditer(self.text, 0, _HEAD)}
        self.initials |= self.posts.keys()
        self.names |= set(self._listed_names())
        self.names |= set(map(plain, self.names))  # "Zoe Keld" is listed, and "Zoë" is to write
        self.offices = {*word_list("offices"), *found.profile.owners}
        self.tasks = {*word_list("task"), *word_list("does"), *word_list("gives"), "sign", "proceed", "form"}

    def _listed_names(self) -> Iterator[str]:
        """The names of people who are told one after the other, of whom one has a given name that is known."""
        for people in _PEOPLE.findall(self.text):
            words = re.findall(r"[A-Z][\w’'-]+", people)
            if any(word.casefold() in self.given for word in words[::2]):
                yield from (word for word in words if word.casefold() not in _NOBODY | self.roles)

    def _bracketed(self) -> Iterator[str]:
        """The initials in brackets after the names of a list of people, whoever of them was read as present."""
        listed = [(told["name"].split(), told["letters"]) for told in _IN_BRACKETS.finditer(self.text, 0, _HEAD)]
        if len(listed) > 1 and any(words[0].casefold() in self.given for words, _ in listed):
            for words, letters in listed:
                first = "".join(part[0] for word in words for part in word.split("-") if part).upper()
                if first == letters and not any(word.casefold() in self.roles for word in words):
                    yield letters

    def called(self, mark: str) -> str:
        """A pattern of how sentences call who a mark gives first: by the initials, the surname or the office."""
        whole = re.split(r"\s?[/,&+]\s?|\sand\s", mark)[0].strip()
        first = whole.split(" ")[0]
        # "Head of Locks" is no other head, and "AM Tarn" not any manager.
        titled = " " in whole and first not in self.initials and (first.casefold() in self.roles or first.isupper())
        title = _TITLE.match(whole)
        words = [self._titled(title[0], whole[title.end() :]) if title else re.escape(whole if titled else first)]
        words += [_EVERYBODY] if first.casefold() == "all" else []
        for entry in self.found.attendance:
            names = re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"\(.*", "", entry.name))
            letters = "".join(name[0] for name in names if not _TITLE.match(name))
            if len(letters) > 1 and first in (entry.initials, letters):
                words += [names[-1], *([f"(?i:{re.escape(entry.role)})"] if entry.role and " " in entry.role else [])]
        words += [post] if (post := self.posts.get(first)) else []
        return rf"\b(?:{'|'.join(words)})\b"

    def _titled(self, title: str, name: str) -> str:
        """A pattern of how sentences call somebody with a title: "Cllr Keld" and "Cllr UK" are "Cllr. Mrs. Keld"."""
        rest = name.strip(" .")
        surnames = (re.findall(r"[^\W\d_][\w’'-]*", e.name)[-1:] for e in self.found.attendance if e.initials == rest)
        called = "|".join(map(re.escape, [rest, *(each for names in surnames for each in names)]))
        return (
            rf"{re.escape(title.split()[-1])}s?\.?\s(?:(?:Mrs|Mr|Miss|Ms|Dr)\.?\s)?(?:{called})"
            if rest
            else re.escape(title)
        )

    def is_person(self, owner: str | None) -> bool:
        """Whether an owner is somebody by name, title or initials."""
        words = _words(owner)
        if not words:
            return False
        if self._is_named(words) or self._are_named(owner or "") or _INITIAL_AND_NAME.fullmatch(owner or ""):
            return True
        last = words[-1]
        if len(words) == 2 and _SURNAME.fullmatch(owner or "") and last.casefold() not in self.roles:
            return True
        initials = last in self.initials if self.listed and self.initials else bool(_LETTERS.fullmatch(last))
        return initials or plain(last) in self.names or bool(_TITLE.match(owner or ""))

    def _is_named(self, words: list[str]) -> bool:
        """Whether words are a name, by the given name that it begins with: "Una", "Una Keld"."""
        known = {words[0].casefold(), plain(words[0]).casefold()} & self.given if words else ()
        return bool(known) and len(words) <= 3 and all(word[0].isupper() for word in words)

    def _are_named(self, owner: str) -> bool:
        """Whether an owner is several people by their names: "Una and Tom", "Una Keld, Tom Orme"."""
        parts = _AND.split(owner)
        named = [self._is_named(part.split()) or bool(_SURNAME.fullmatch(part)) for part in parts]
        # Beside somebody whose name is known there stands another: "Tom and Zbyszko K".
        likely = (told or self._may_be_named(part) for told, part in zip(named, parts, strict=True))
        return len(parts) > 1 and ")" not in owner and any(named) and all(likely)

    def _may_be_named(self, part: str) -> bool:
        """Whether a part of a list reads like a name and is no office or body: "Zbyszko K", and not "the Board"."""
        return bool(_CALLED.fullmatch(part)) and not any(
            word.casefold() in self.roles or word.casefold() in _NOBODY for word in part.split()
        )

    def is_one(self, owner: str | None) -> bool:
        """Whether an owner is a person, by name or by office, and no body."""
        words = _words(owner)
        return self.is_person(owner) or any(word.casefold() in self.offices for word in words[-3:])

    def are_people(self, owners: str | None) -> bool:
        """Whether a mark names people or all, and no office or body: "Una", "UK/TO", "ALL"."""
        parts = re.split(r"/|,|&|\+|\band\b", owners or "")
        return bool(owners) and all(self.is_person(part.strip()) or part.strip().casefold() == "all" for part in parts)

    def are_there(self, owners: str) -> bool:
        """Whether initials are all of people at the meeting."""
        return set(owners.split("/")) <= self.initials

    def is_bare(self, owner: str | None) -> bool:
        """Whether an owner is nothing but names and offices, with no verb among them."""
        words = re.findall(r"[^\W\d_][\w’'-]*", owner or "")
        return all(
            word[0].isupper() or word in ("the", "all", "of", "for", "and") or word in self.roles for word in words
        )

    def acts(self, owner: str | None) -> bool:
        """Whether an owner is a person at the meeting, an office or a body that can be given a task."""
        if not owner or _NOT_OWNER.match(owner):
            return False
        words = _words(owner)
        if owner.casefold() in ("all", "everyone", "everybody") or words[0].casefold() in ("each", "every"):
            return True
        return (
            any(word.casefold() in self.roles for word in words[-4:])
            or self.is_person(owner)
            or self._acronym(words)
            or bool(_SERVES.fullmatch(owner) or _WORKING.search(owner))
            or (" of " in owner and bool(self.role.fullmatch(owner)))  # "Head of Mills and Slipway Repair"
        )

    def _acronym(self, words: list[str]) -> bool:
        """ "CO", "BAVS": a body known by its letters, or somebody who is not in the list of those present."""
        return bool(words) and bool(re.fullmatch(_INITIALS, words[-1]))

    def marks(self, text: str) -> bool:
        """Whether a text in a margin or a cell is nothing but owners: "JS", "Clerk/Chair", "JS and All members"."""
        parts = [part.strip(" .") for part in re.split(r"/|,|;|&|\+|\band\b", text) if part.strip(" .")]
        return len(parts) <= 6 and any(len(part) > 1 for part in parts) and all(self._marks(part) for part in parts)

    def _marks(self, part: str) -> bool:
        words = part.split()
        if len(words) > 6 or not re.match(r"[A-Z(]", part):
            return False
        if re.fullmatch(_INITIALS, part) or part.casefold() in ("all", "agenda", "all members"):
            return True
        if any(word.casefold() in self.roles for word in words):
            return all(
                word[0].isupper() or word in ("of", "for", "the", "and", "to", "members", "lead", "leads")
                for word in words
            )
        if any(word.casefold() in _ORGANISATIONS for word in words):
            return all(word[0].isupper() or word in ("of", "for", "the", "and") for word in words)
        if _TITLE.match(part):
            return all(word[0].isupper() for word in words)
        # "No" alone, which begins a sentence at the end of a line, is nobody.
        known = [plain(word) in self.names or plain(word).capitalize() in self.names for word in words]
        fits = (told or _TITLE.match(word) or len(word) <= 2 for word, told in zip(words, known, strict=True))
        named = (any(known) or part.isupper()) and all(fits)
        return self._is_named(words) or named

    def known(self, owner: str | None) -> str | None:
        """An owner that reads like one; what else stands before a verb is no owner, and null says so."""
        bare = less_verdict(owner)
        if _POST_DASHED.fullmatch(bare):
            return bare
        bare = re.split(r"\s[–—-]\s|:\s|(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bCllr)(?<!\bCllrs)(?<!\b[A-Z])\.\s", bare)[
            -1
        ]
        bare = re.sub(
            r"^(?:to )?(?:asks?|requests?|instructs?|directs?|authorises?|tasks?|urges?) ",
            "",
            bare,
            flags=re.IGNORECASE,
        )
        bare = _ASIDE.sub("", _WHOM.sub("", bare))  # "The Chair reminded members"
        while stripped := _MODAL.search(bare):
            bare = bare[: stripped.start()]
        while " / " in bare and not self.acts(bare.split(" / ")[0]):
            bare = bare.split(" / ", 1)[1]  # "Safety / Una Keld": the cells of a row that was read as a line
        words = bare.split()
        if words and words[-1].casefold() in _NO_LAST:
            return None  # what comes after it was cut off at a verb that is none: "The Committee noted the report"
        if len(words) > 1 and words[-1] in self.initials and not _RUNS_ON.search(bare):
            bare = words[-1]  # "Hedges RB": the topic runs on into who is to see to it
        named = _NAMED.fullmatch(bare) or self.role.fullmatch(bare)
        return bare if named and not _PRONOUN.fullmatch(bare) and not _WHEN.fullmatch(bare) else None

    def before(self, start: int, at: int) -> str | None:
        """Who stands before the words at `at`, in the stretch that begins at `start`: the subject of the verb there."""
        said = self.text[start:at].strip(" \n–—-*_")  # "Una – will write", "*Una will write*"
        if led := _JOINED.search(said) or _RELATIVE.search(said):
            return led["who"]
        while stripped := _AUXILIARY.search(said):
            said = said[: stripped.start()]
        said = re.sub(r"(?:\s+and)?\s+(?:offered|agreed|undertook|promised|volunteered) to$", "", said)
        if said.endswith(","):
            said = _APPOSED.sub("", said)
        subject = _SUBJECT.search(said) or _TRAILING.search(said)
        who = subject["who"].strip() if subject else None
        return (self._antecedent(start) or who) if who and _THIRD.fullmatch(who) else who

    def _antecedent(self, start: int) -> str | None:
        """Whom "he" or "she" means: who begins the sentence, or the one before it in the paragraph."""
        index = max(0, sum(at <= start for at in self.found.starts) - 1)
        sentences = self.found.sentences
        for number in range(index, max(-1, index - _FAR), -1):
            if sentences[number].block != sentences[index].block:
                return None
            # Of the sentence itself what comes after a semicolon: "Mr Tay asked why; Ms Keld replied that she would"
            begun = max(start, sentences[number].start) if number == index else sentences[number].start
            said = self.text[begun : sentences[number].end]
            opening = _OPENING.match(said) or (_ACTED.match(said) if number == index else None)
            if not opening and self.text[:begun].rstrip()[-1:] == ";" and _SHE_GOES_ON.match(self.text, begun):
                said = self.text[sentences[number].start : begun]
                opening = _OPENING.match(said)
            if number == index - 1 and (promised := _PROMISED.search(said)) and self.acts(promised["who"]):
                return promised["who"]
            if opening and self.acts(opening["who"]):
                asked = number < index and _ASKED_IT.match(said, opening.end("who"))
                if asked and _UNDERTAKES.match(self.text, start):
                    return None
                several = re.search(r"/|,|\band\b", opening["who"]) and not self._is_office(opening["who"])
                who = re.sub(r"\s(?:He|She)$", "", opening["who"])  # after the name that leads the paragraph
                return None if several or _SECOND.search(said, opening.end()) else who
            if number < index and (not _GOES_ON.match(said) or _SECOND.search(said)):
                return None
        return None

    def _is_office(self, owner: str) -> bool:
        """Whether "and" joins what one office is of: "the Head of Locks and Weirs", and not "... and Ms Keld"."""
        last = _words(owner)[-1].casefold()
        return bool(_AN_OFFICE.fullmatch(owner)) and last not in self.roles and not self.is_person(owner)

    def of(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who is to do what a rule found in `span`, from the words before or inside the trigger."""
        said, before = self.text[match.start : match.end], self.text[span[0] : match.start]
        rule = match.rule.id
        if (spoken := _SAID_AFTER.match(self.text, *span)) and self.acts(spoken["who"]):
            return spoken["who"]
        if rule in ("action.we", "action.needs"):
            spoke = _SPEAKS.search(before) if said.startswith("I") else None
            return spoke["who"] if spoke and self.marks(spoke["who"]) else None
        if rule.startswith(("action.to-do", "action.person-to")):
            return _before_task(said, aside=rule == "action.to-do-aside")
        if rule in ("action.subjunctive", "action.limb"):
            return self.until_task(re.sub(r"^that(?:, .*,)? ", "", said, flags=re.IGNORECASE))
        if rule in ("action.asked", "action.are-asked", "action.asked-if", "action.reminded-that"):
            return self._requested(match, span)
        if rule == "action.body-asks":
            asked = _LIKES.search(said)
            return asked["who"] if asked else self._agent(match, span)
        if rule == "action.ahead":
            holds = _HOLDS.search(said)
            return holds["who"] if holds else None
        if rule == "action.resolved-to":
            return self._resolved(match, span)
        if rule in ("action.to-limb", "action.limb-do", "action.limb-asks"):
            return self._limb(match, span)
        if rule in ("action.to-be", "action.be-done", "action.to-be-done", "action.limb-done"):
            return self._done_by(match, span)
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
            return led if led and self.marks(led) else None
        if rule == "action.to-be-by":
            return self._agent(match, span)
        if rule in ("action.undertook", "action.undertaken", "action.report-back"):
            return self._agreed(span[0], match.start)
        if not _CONTINUES.search(before):
            return self.before(span[0], match.start)
        # "seconded by Una and agreed to" tells of the meeting
        if rule == "action.person-agreed" and _GOES_ON_TOO.match(before):
            return self._antecedent(span[0])
        return None if rule == "action.person-agreed" else self._opened(match, span)

    def _requested(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who was asked, or is noted as the one to act, or took it up."""
        if noted := _NOTED.search(self.text[span[0] : span[1]]):
            return noted["who"]
        bidden = _BIDDEN.match(self.text, span[0])
        if bidden and bidden.end() <= span[1] and self.known(bidden["who"]):
            return bidden["who"]
        if self.text.endswith(" by", match.start, match.end):  # "recommended this be reviewed by the Panel"
            return self._agent(match, span)
        asked = self._asked(self.text[match.start : match.end], span[0], match.start)
        if self.acts(self.known(asked)):
            return asked
        passed = _WHO_IS.search(self.text, match.start, span[1])
        if passed and self.acts(passed["who"]):
            return passed["who"]  # "asked that it be passed to the Reeve, who was to reply"
        return self._taken_up(match, span) or self._said_so(match, span) or asked

    def _resolved(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who "resolved that the Clerk writes" names, else who agreed; "Duties were agreed to" names nobody."""
        given = _WITH_WHOM.search(self.text, match.end, span[1])
        if given and self.acts(given["who"]):
            return given["who"]
        if _PASSIVE.search(self.text[span[0] : match.start]):
            return None
        said = self.text[match.start : match.end]
        who = re.match(r"(?:it (?:was|is) )?\w+ that (?P<who>.+)", said, re.IGNORECASE)
        return self.until_task(who["who"]) if who else self._agreed(span[0], match.start)

    def _done_by(self, match: Match, span: tuple[int, int]) -> str | None:
        """By whom a task in the passive is to be done, if anybody is named who can act."""
        if match.rule.id == "action.limb-done" and (group := _GROUP.search(self.text, span[0], match.start)):
            return group["who"]
        if match.rule.id == "action.limb-done" and _AGAIN.match(self.text, match.start):
            return self.before(span[0], match.start)
        if match.rule.id == "action.limb-done" and (back := _BACK_TO.search(self.text, match.start, span[1])):
            return back["who"]
        noted = _NOTED.search(self.text[span[0] : span[1]])
        whose = noted["who"].rstrip(".") if noted else self._agent(match, span)
        bidden = _BIDDEN.match(self.text, match.start)
        if bidden and self.known(bidden["who"]):
            return bidden["who"]
        if self.acts(whose):
            return whose
        if match.rule.id == "action.to-be" and (sent := _COMES_FROM.match(self.text, match.end - len(" from"))):
            return sent["who"] if self.acts(sent["who"]) else None
        return self._taken_up(match, span) or self._said_so(match, span)

    def _said_so(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who said that what was asked for would be done: "the Reeve agreed that this would be sent"."""
        said = _SAID_SO.search(self.text, span[0], match.end)
        who = self.known(self._agreed(span[0], said.start("verb"))) if said else None
        return who if self.is_one(who) else None

    def _agent(self, match: Match, span: tuple[int, int]) -> str | None:
        within = self.text.rfind(" by ", match.start, match.end)  # "be brought to the May meeting by the Quay Group"
        rest = self.text[match.end - 2 if within < 0 else within : span[1]]
        agents = (
            told
            for told in _AGENT.finditer(rest)
            if not _MOVED.search(rest, max(0, told.start() - _MOVER), told.start())
            and not _OTHER_CLAUSE.search(rest, 0, told.start())
        )
        return next((told["who"].rstrip(".") for told in agents), None)

    def _opened(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who a sentence begins with that goes on to the task, where nothing is told of the person before it."""
        opening = _OPENING.match(self.text[span[0] : match.start])
        told = opening and _TOLD.search(self.text, span[0] + opening.end("who"), match.start)
        if not opening and (acted := _ACTED.match(self.text, span[0], match.start)):
            return acted["who"]
        if told and (said := _SAID_HE.search(self.text[span[0] : match.start])):
            return said["who"]
        return opening["who"] if opening and not told else None

    def _taken_up(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who is said, after a task, to have agreed to it; what follows in the sentence may be another task."""
        taken, after = _TAKEN_UP.search(self.text, match.end, span[1]), _TAKEN_UP.match(self.text, span[1])
        after = after or _TAKEN_UP.match(self.text, span[1] - 1)  # where a sentence ends in ". "
        told = taken or (after if after and after["same"] else None)
        return told["who"] or told["sees"] if told else None

    def _limb(self, match: Match, span: tuple[int, int]) -> str | None:
        """Who is instructed to do a limb's task, or whom the limb asks: "to ask the Director for a report"."""
        bidden = _BIDDEN.match(self.text, span[0], match.start)
        if bidden and self.known(bidden["who"]):
            return bidden["who"]
        owner = self.before(span[0], match.start)
        whom = re.match(
            r"(?:to )?(?:(?:ask|request|instruct|direct|urge)s?|invites) (?:that )?(?P<who>.+?) (?:to|for|that|by) ",
            self.text[match.start : span[1]],
            re.IGNORECASE,
        )
        if not self.acts(owner):
            owner = (self.until_task(whom["who"]) or whom["who"]) if whom else None
        return owner if self.acts(owner) else None

    def _agreed(self, start: int, at: int) -> str | None:
        """Who stands before a verb; where it has no subject of its own ("..., and offered to"), who opens the text."""
        said = self.text[start:at]
        joined = self.text.startswith("and ", at) or said.endswith(" and ")
        first = (_DOES_FIRST.search(said) or _SAID_HE.search(said)) if joined else None
        owner = first["who"] if first and self.acts(first["who"]) else self.before(start, at)
        opening = _OPENING.match(said) or re.match(rf"(?P<who>(?:The )?{_NAME}) [a-z]", said)
        opener = opening["who"] if opening and self.acts(opening["who"]) else None
        if not opener and _GOES_ON_TOO.match(said):  # "He had not brought it and said that he would send it"
            opener = self._antecedent(start)
        goes_on = _CONTINUES.search(said) or self.text.startswith("and that ", at)
        who = (opener or owner) if not owner or goes_on else owner
        # Somebody undertakes it, though the sentences before do not tell who: "She had asked, and would ask again".
        return who or (said.split()[0] if _GOES_ON_TOO.match(said) else None)

    def until_task(self, said: str) -> str | None:
        """Who stands before the first verb: "the present Clerk should write" is the present Clerk."""
        words = said.split()
        for number in range(1, len(words)):
            if words[number - 1] == "be":  # "the rate be set and that the Clerk write"
                following = " ".join(words[number:]).partition(" that ")[2]
                return self.until_task(following) if following else None
            if words[number] in self.tasks or words[number] in (
                "should",
                "would",
                "will",
            ):  # in small letters: "phone" in "BT Phone Boxes" is a name's
                owner = self.known(" ".join(words[:number]))
                if self.acts(owner):
                    return owner
        return None

    def _asked(self, said: str, start: int, at: int) -> str | None:
        """Whom somebody asked: between the verb and the task; before it, where the verb is in the passive."""
        passive = re.search(r"\b(?:was|were|is|are|be|been) $", self.text[start:at]) and re.match(r"\w+ to ", said)
        if passive or re.match(r"(?:was|were|is|are|be|been|has|have) ", said, re.IGNORECASE):
            return self.before(start, at)
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
            return self._antecedent(start)
        that = re.match(r"\w+ that (?P<who>[^,;]+)$", said)
        if that and not re.search(r"\bbe\b", said) and (does := self.until_task(that["who"])):
            return does  # "asked that staff bring back a price", where a price may be to be found, too
        whom = re.match(r"\w+ (?P<who>.+?) to [a-z]", said)
        whom = whom or re.match(r"\w+ (?:that )?(?P<who>.+?) [\w-]+$", said)
        if not whom or re.match(r"(?:for|that|an?|be|them|us)\b", whom["who"]) or re.search(r"\bbe\b", said):
            return None
        return str(whom["who"])


def asks_somebody(owner: str | None) -> bool:
    """Whether what stands before a verb tells who asked whom."""
    return bool(_WHOM.match(owner or ""))


def less_verdict(owner: str | None) -> str:
    """Who stands before a verb, less the verdict that the sentence may begin with: "RESOLVED The Clerk"."""
    return _RESOLVED.sub("", _NUMBERED.sub("", (owner or "").strip(" “”\"'‘’,;:/")))


_LED = re.compile(
    r"(?:For )?(?P<who>(?:[Tt]he |[Aa]ll |[Aa]n? )?(?:[A-Z][\w./&’'-]*|all|officers|members"
    r"|(?:committee|board|council|group|forum|panel|staff) members)"
    r"(?:,? (?:/ |and |of |for |the )?[A-Z&(][\w./&’'()-]*|,? (?:and |or )?(?:members?|officers?|directors?|offices?"
    r"|teams?|managers?|leads?|leaders?|partners?|governors?|treasurers?|secretaries|trustees?|councillors?|(?:church)?wardens?|staff"
    r"|services?|working part(?:y|ies)|working groups?)){0,6}) "
    r"(?:to|will|should|would|is to|are to|agreed to|tasked with"
    r"|took (?:an? |the )?action (?:item |point )?to) [a-z]"
)
_CLOSED = re.compile(
    rf"\((?P<who>ALL|All|all|{_INITIALS}(?:(?:/| and |, ){_INITIALS})*"
    r"|(?P<given>[A-Z][a-z]+)(?:(?:/| and |, )[A-Z][a-z]+)?)\)\s*\.?$"
)
# "Send the rota. (UK & TO) This was done in May."
_CLOSED_THEN = re.compile(
    rf"\((?P<who>(?:ALL|{_INITIALS})(?: ?(?:/|&|,|and) ?(?:ALL|{_INITIALS}))*)\)(?=\.?\s+(?:[A-Z]|this\b|these\b))"
)
_ASKING = ("which", "what", "who", "whether")
_DOING = re.compile(r"(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*) [a-z]+ing [a-z]")  # "UK working on the rota"
# "(Pending) Una to write": how a task stands, told before it
_STANDS = re.compile(
    r"[(\[](?:pending|done|standing|open|closed|completed?|ongoing|in progress|new|carried forward|c/f)[)\]]:? ",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"@[\w-]+(?:\s?(?:/|,|&|and)\s?@[\w-]+)*\b(?!\.)")  # "@una to write": a name on a platform


_STOPS = re.compile(r"\.\s+(?=[A-Z])")
_NOBODY_LEADS = re.compile(r"(?:It|This|That|These|Those|There|They|He|She|We|All|An?|Any|No|If|When|Please)\b")


def named_owner(text: str) -> str | None:
    """Who a marked task names itself: "JS to write", "For all to contribute", "Papers to the Clerk (ALL)"."""
    if handle := _HANDLE.match(text):
        return handle[0]
    text = _STANDS.sub("", text)
    noted, match = _CLOSED.search(text), _LED.match(text)
    does = match and re.match(r"[a-z-]+", text[match.end() - 1 :])
    if noted and noted["given"] and noted["given"].casefold() not in word_list("given"):
        noted = None  # "(Strategic)"
    if noted and not (does and does[0] in word_list("task")):
        return noted["who"]
    if doing := _DOING.match(text):
        return doing["who"]
    then = _CLOSED_THEN.search(text)
    if then and (not match or match["who"].split()[0].casefold() in _ASKING):
        return then["who"]
    # "Write to the landlord" names nobody.
    if match:
        return match["who"] if match["who"].casefold() not in (*word_list("task"), "open", "due") else None
    # "Una asked for a chart. The Warden will send one.", and not "Ask for a chart. The Warden will help."
    if text.split(" ", 1)[0].casefold() in word_list("task"):
        return None
    below = (_LED.match(text, stop.end()) for stop in _STOPS.finditer(text))
    return next((told["who"] for told in below if told and not _NOBODY_LEADS.match(told["who"])), None)


def _before_task(said: str, *, aside: bool) -> str:
    """The name before "to" and a task; `aside`, it stands in "left with the Clerk to ask", "needs paint UK to find"."""
    named = re.sub(
        r"^[ (:,;–—-]*(?:(?:[Aa]greed by \w+ )?(?:and|so|therefore) )?",
        "",
        re.split(r" to (?!the )(?=[a-z]|MC\b)", said)[0],
    )
    return re.sub(r"^\w+ (?:.+ )?(?:for|with) |^[a-z]\w+ (?=[A-Z]{2,3}$)", "", named) if aside else named
