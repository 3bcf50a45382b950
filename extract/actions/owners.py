"""Who can be given a task at a meeting: those who were there, offices and bodies; "JS/Clerk" names two of them."""

import re
from collections.abc import Iterator

from extract.findings import Findings
from extract.ruleset import word_list
from extract.text import plain

INITIALS = r"(?!(?:VAT|GST|TBC|TBA|AGM|EGM|AOB|PDF)\b)[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?"
_MODAL = re.compile(
    r"\s+(?:is|are|was|were|be|being|should|would|will|shall|must|may|can|to|had|has|have|also|then|now|still|therefore|and"
    r"|continue|hereby|subsequently|kindly|in turn|either)$"
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
_EVERYBODY = (
    r"[Aa]ll (?:[a-z-]+ ){0,2}?(?:members|partners|trustees|governors|councillors|schools|agencies|colleagues|staff)"
    r"|[Ee]verybody|[Ee]veryone"
)  # whom "ALL" beside a sentence means
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


def words_of(owner: str | None) -> list[str]:
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
        words = words_of(owner)
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
        words = words_of(owner)
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
        words = words_of(owner)
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
        return bool(words) and bool(re.fullmatch(INITIALS, words[-1]))

    def marks(self, text: str) -> bool:
        """Whether a text in a margin or a cell is nothing but owners: "JS", "Clerk/Chair", "JS and All members"."""
        parts = [part.strip(" .") for part in re.split(r"/|,|;|&|\+|\band\b", text) if part.strip(" .")]
        return len(parts) <= 6 and any(len(part) > 1 for part in parts) and all(self._marks(part) for part in parts)

    def _marks(self, part: str) -> bool:
        words = part.split()
        if len(words) > 6 or not re.match(r"[A-Z(]", part):
            return False
        if re.fullmatch(INITIALS, part) or part.casefold() in ("all", "agenda", "all members"):
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


def asks_somebody(owner: str | None) -> bool:
    """Whether what stands before a verb tells who asked whom."""
    return bool(_WHOM.match(owner or ""))


def less_verdict(owner: str | None) -> str:
    """Who stands before a verb, less the verdict that the sentence may begin with: "RESOLVED The Clerk"."""
    return _RESOLVED.sub("", _NUMBERED.sub("", (owner or "").strip(" “”\"'‘’,;:/")))
