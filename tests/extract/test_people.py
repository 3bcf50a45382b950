"""Names in printed lists."""

import pytest

from extract.people.lists import people_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Brindle, Tom Orme and Una Keld", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Cllr A Brindle; Cllr T Orme", ["Cllr A Brindle", "Cllr T Orme"]),
        ("A.B., T.O. and U.K.", ["A.B", "T.O", "U.K"]),
        ("Councillors Orme, O‟Keld and Tay", ["Councillor Orme", "Councillor O’Keld", "Councillor Tay"]),
        ("Ada Brindle AB Parish Clerk and RFO (Minutes)", ["Ada Brindle"]),
        ("Healthwatch Fenwold and Tide", []),
        ("Una Keld, Healthwatch", ["Una Keld"]),
        ("Dr Ada Brindle (AB), TO, UK", ["Dr Ada Brindle", "TO", "UK"]),
        ("Clerk Brindle and Engineer Orme", ["Brindle", "Orme"]),
        ("Mr A Brindle Clerk and Executive Officer to the Council", ["Mr A Brindle"]),
        ("Mrs A Brindle Assistant Clerk", ["Mrs A Brindle"]),
        (
            "Cyng. Ada Brindle, Cyng/Cllr Tom Orme a/and Shri Una Keld",
            ["Cyng. Ada Brindle", "Cllr Tom Orme", "Shri Una Keld"],
        ),
        ("CClrs Brindle and Orme", ["CClr Brindle", "CClr Orme"]),
        ("W.M. Cllr. Mrs. U. Keld (left at 8), Tom Orme", ["Cllr. Mrs. U. Keld", "Tom Orme"]),
        ("Cllr U. Keld (Mill Ward – minute 12(b) only), Tom Orme", ["Cllr U. Keld", "Tom Orme"]),
        ("Una Keld, Tide Survey (Deputy) (UK)", ["Una Keld"]),
        (
            "Una Keld, Tide Survey (Deputy) (UK) Tom Orme, Ropes and Oars (TO)* Ada Brindle, independent (AB)",
            ["Una Keld", "Tom Orme", "Ada Brindle"],
        ),
        ("Una Keld (TS) Tom Orme (TS)", ["Una Keld", "Tom Orme"]),
        ("Una Keld, Tom Kell (TK)", ["Una Keld", "Tom Kell"]),
        ("Ministry of Tides and Ferries (MTF)", []),
        ("Ms Una Keld, Governance Professional (Clerk)", ["Ms Una Keld"]),
        ("Thiru A. Brindle, OFS, ACFX (Retd)", ["Thiru A. Brindle"]),
        ("Ada Brindle, AE,Surveys (Rtd)", ["Ada Brindle"]),
        ("Tom Orme, BSc, Una Keld, MFX, MFRX", ["Tom Orme, BSc", "Una Keld"]),
        ("Ada Brindle, JT, Tom Orme, UK", ["Ada Brindle", "JT", "Tom Orme", "UK"]),
        ("Tom Orme DfX, Una Keld BGXT, Ada Brindle", ["Tom Orme", "Una Keld", "Ada Brindle"]),
        ("Jean Ann LEE, Cllr Ada Tay LLB", ["Jean Ann LEE", "Cllr Ada Tay LLB"]),
        ("Una, Tom and Ada Brindle", ["Una", "Tom", "Ada Brindle"]),
        ("Lynne and Ada Mc Brindle", ["Lynne Mc Brindle", "Ada Mc Brindle"]),
        ("Ada- chair, Tom, Una", ["Ada", "Tom", "Una"]),
        ("Dr.A.B.Orme, Chair", ["Dr.A.B.Orme"]),
        ("Cllr Ada Brindle Tom Orme (Clerk)", ["Cllr Ada Brindle", "Tom Orme"]),
        ("Cllr Ada Brindle Mill Ward", ["Cllr Ada Brindle"]),
        ("The Independent Chair, Ada Brindle", ["Ada Brindle"]),
        ("Ada Ward (Mill)", ["Ada Ward"]),
        (
            "Supervisor Ada Brindle- present, Councilman Tom Orme – present",
            ["Supervisor Ada Brindle", "Councilman Tom Orme"],
        ),
        ("Cllrs Brindle, Orme and Sallow", ["Cllr Brindle", "Cllr Orme", "Cllr Sallow"]),
        ("Councillors A. Brindle and T. Orme", ["Councillor A. Brindle", "Councillor T. Orme"]),
        ("Councillor Ada Brindle OBE, Dr Una Keld", ["Councillor Ada Brindle OBE", "Dr Una Keld"]),
        ("Cllr Brindle & Cllr Orme", ["Cllr Brindle", "Cllr Orme"]),
        ("Mrs Wren Sallow-Wynn, Ms Nia O’Farne", ["Mrs Wren Sallow-Wynn", "Ms Nia O’Farne"]),
        ("Ada Brindle (Chair) Tom Orme (Vice-Chair)", ["Ada Brindle", "Tom Orme"]),
        ("Councillor Brindle, OBE, Mr Orme", ["Councillor Brindle, OBE", "Mr Orme"]),
        ("Cllrs Brindle and Orme, Una Keld", ["Cllr Brindle", "Cllr Orme", "Una Keld"]),
        ("Una Keld Cllrs Brindle and Orme", ["Una Keld", "Cllr Brindle", "Cllr Orme"]),
        (
            "Mayor Ada Brindle, Councilors Tom Orme and Una Keld",
            ["Mayor Ada Brindle", "Councilor Tom Orme", "Councilor Una Keld"],
        ),
        ("Ada Brindle AB, Tom Orme 2.30pm", ["Ada Brindle", "Tom Orme"]),
        ("Aldermen A Brindle, T Orme", ["Alderman A Brindle", "Alderman T Orme"]),
        ("Mr A Brindle Mrs T Orme", ["Mr A Brindle", "Mrs T Orme"]),
        ("Rev. Ada Brindle (AB) Parent Tom Orme (TO) Staff", ["Rev. Ada Brindle", "Tom Orme"]),
        ("Ada Brindle, City Manager; Tom Orme, City Attorney", ["Ada Brindle", "Tom Orme"]),
        ("Attorney General", []),
        ("Jean and Roy Sallow", ["Jean Sallow", "Roy Sallow"]),
        ("Ada Brindle, Savills (item 7 only)", ["Ada Brindle"]),
        ("Cllrs. Ada Brindle and Tom Orme", ["Cllr. Ada Brindle", "Cllr. Tom Orme"]),
        ("Messrs. A. Brindle, T. W. Orme and U.K. Keld", ["Mr. A. Brindle", "Mr. T. W. Orme", "Mr. U.K. Keld"]),
        ("Council Members Ada Brindle and Tom Orme", ["Council Member Ada Brindle", "Council Member Tom Orme"]),
        ("Town Clerk Ada Brindle, Public Works Director Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Mr A Brindle, Director Adult Services", ["Mr A Brindle"]),
        ("Mrs A Brindle (Bursar) left at 6.40pm", ["Mrs A Brindle"]),
        ("Cllr A Brindle, Cllr T Orme; Cllr U Keld", ["Cllr A Brindle", "Cllr T Orme", "Cllr U Keld"]),
        ("A.Brindle, T.Orme and U.K.Keld", ["A.Brindle", "T.Orme", "U.K.Keld"]),
        ("A. Brindle. T. Orme, Cllr. U Keld", ["A. Brindle", "T. Orme", "Cllr. U Keld"]),
        ("Ada Brindle online. Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Trustees Brindle, Orme", ["Trustee Brindle", "Trustee Orme"]),
        ("President Brindle; Trustees Orme and Keld", ["Brindle", "Trustee Orme", "Trustee Keld"]),
        ("Member A Brindle, Member T Orme", ["A Brindle", "T Orme"]),
        ("Fenwold Councillor Ada Brindle, Una Keld", ["Councillor Ada Brindle", "Una Keld"]),
        ("Ada Brindle Tom Orme Una Keld", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Cllr A Brindle who was on holiday and Cllr T Orme who was ill", ["Cllr A Brindle", "Cllr T Orme"]),
        ("Cllr A Brindle (Chair), the Headmaster", ["Cllr A Brindle"]),
        (
            "Cllrs A Brindle (AB), T Orme (TO), U Keld (UK, Clerk)",
            ["Cllr A Brindle", "Cllr T Orme", "Cllr U Keld"],
        ),
        ("Ada Brindle (Secretary), Wren, Nia", ["Ada Brindle", "Wren", "Nia"]),
        ("Ada Brindle Chair (AB), Tom Orme (TO)", ["Ada Brindle", "Tom Orme"]),
        ("Ada Brindle (AB), Tom Orme (Councillor) and Una Keld (Mill)", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Ada Brindle – Chairman (AB). Clerk – Una Keld (UK).", ["Ada Brindle", "Una Keld"]),
        ("Ada Brindle, Tom Orme; Library Director Una Keld", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Ada Brindle, Tom Orme, deputy clerk Una Keld", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Ada Brindle [Treasurer] (AB), Tom Orme (TO)", ["Ada Brindle", "Tom Orme"]),
        ("Ada Brindle, Harbour Office", ["Ada Brindle"]),
        ("Head of Property (Ms U. Keld), Meetings Officer (Mr T. Orme)", ["Ms U. Keld", "Mr T. Orme"]),
        ("Vice-President Ada Brindle, Secretary / Treasurer Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Chair Ada Brindle, Tom Orme, and Chief Keld", ["Ada Brindle", "Tom Orme", "Keld"]),
        ("Commissioner Brindle and Chief T. L. Orme", ["Commissioner Brindle", "T. L. Orme"]),
        ("Roads/Parks Director Ada Brindle and staff Tom Orme", ["Ada Brindle", "Tom Orme"]),
        ("Member Ada Brindle for absence", ["Ada Brindle"]),
        ("AB, TO, UMK, WS", ["AB", "TO", "UMK", "WS"]),
        ("Mrs A Brindle, Chief Pharmacist", ["Mrs A Brindle"]),
        ("BRINDLE, Ada (Chair); ORME, Tom; KELD, Una", ["BRINDLE, Ada", "ORME, Tom", "KELD, Una"]),
        ("BRINDLE, Ada; ORME, Tom. (Scheme Members): KELD, Una", ["BRINDLE, Ada", "ORME, Tom", "KELD, Una"]),
        ("GARTH, Ivo.", ["GARTH, Ivo"]),
        ("Brindle, A.; Orme, T. M.; Keld, U", ["Brindle, A.", "Orme, T. M.", "Keld, U"]),
        ("Dist. Cllr Brindle, Mrs Orme; with Sergeant B Fell", ["Dist. Cllr Brindle", "Mrs Orme", "Sergeant B Fell"]),
        ("Ada Brindle, Mill Gazette", ["Ada Brindle"]),
        ("Brindle, Ada (Chair); Orme, Tom", ["Brindle, Ada", "Orme, Tom"]),
        ("A Brindle (Chair) T Orme (Treasurer) U Keld N Tay", ["A Brindle", "T Orme", "U Keld", "N Tay"]),
        ("I. Garth M. J. Penn", ["I. Garth", "M. J. Penn"]),
        ("Provost Hart, Dean Marsh, Registrar Lowe", ["Hart", "Dean Marsh", "Lowe"]),
        ("City Administrator Sallow, City Attorney Fell and Interim Clerk Lowe", ["Sallow", "Fell", "Lowe"]),
        (
            "Messrs A. Brindle, T. Orme and U. Keld together with Mr W. Sallow (Clerk)",
            ["Mr A. Brindle", "Mr T. Orme", "Mr U. Keld", "Mr W. Sallow"],
        ),
        (
            "Ada Brindle, Manager; and Tom Orme, Una Keld, and Nia Tay, Assistant Directors",
            ["Ada Brindle", "Tom Orme", "Una Keld", "Nia Tay"],
        ),
        ("Director of Parks, Ferry Development (FD) and Bridge Development (UK)", []),
        ("Ada Brindle - Chair Tom R. Orme - General Manager", ["Ada Brindle", "Tom R. Orme"]),
        ("Cllr Ada Brindle 4 members of the public", ["Cllr Ada Brindle"]),
        ("Ada Brindle (AB) of the Mill Tide Office (MTO)", ["Ada Brindle"]),
        ("1. Ada Brindle 2. Tom Orme 3. Una Keld", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Ada, Tom and Una + 6 residents", ["Ada", "Tom", "Una"]),
        ("Ada Brindle – AB (Chair), Tom Orme – TO", ["Ada Brindle", "Tom Orme"]),
        ("Ada Brindle and Tom Orme, Chief Administrators; Una Keld, Clerk", ["Ada Brindle", "Tom Orme", "Una Keld"]),
        ("Una Keld, Partner, Weir Orme LLP Tom Tay, Manager, Weir Orme LLP", ["Una Keld", "Tom Tay"]),
        ("Planning Commission Members Orme, Keld, Directors Ada Tay", ["Orme", "Keld", "Ada Tay"]),
        ("Ada Brindle (AB), OFS, Tide Research", ["Ada Brindle"]),
        ("Ada Brindle (AB), OFS, Tom Orme (TO)", ["Ada Brindle", "Tom Orme"]),
        ("Ada Brindle (AB), OFS, Peter Orme", ["Ada Brindle", "Peter Orme"]),
        ("Paul, Peter. Susan", ["Paul", "Peter", "Susan"]),
        ("Open Issues", []),
        ("Items Discussed", []),
        ("PCSO 31 Keld, PC Tay", ["PCSO 31 Keld", "PC Tay"]),
        ("Ada Brindle, Tom and Una", ["Ada Brindle", "Tom", "Una"]),
        ("Mr J. Tay – Owner, Ms Una Keld", ["Mr J. Tay", "Ms Una Keld"]),
        ("CARRIED", []),
        ("Matters Arising", []),
        ("Five members of the public", []),
        ("None", []),
        ("", []),
    ],
)
def test_one_entry_a_person(text: str, names: list[str]) -> None:
    assert [person.name for person in people_in(text) if person.name != "None"] == names


@pytest.mark.parametrize(
    ("text", "name", "role", "initials"),
    [
        ("Ada Brindle (Chair)", "Ada Brindle", "Chair", None),
        ("Ada Brindle (AB)", "Ada Brindle", None, "AB"),
        ("Cllr Ada Brindle AB Vice Chair", "Cllr Ada Brindle", "Vice Chair", "AB"),
        ("Ada Brindle AB Mill Clerk (Minutes)", "Ada Brindle", "Mill Clerk; Minutes", "AB"),
        ("[AB] Ada Brindle (Chair)", "Ada Brindle", "Chair", "AB"),
        ("Ada Brindle, DfW (Deputy)", "Ada Brindle", "DfW; Deputy", None),
        ("Ada Brindle (Chair) (AB)", "Ada Brindle", "Chair", "AB"),
        ("Ada Brindle (AB, Chair)", "Ada Brindle", "Chair", "AB"),
        ("City Engineer Ada Brindle", "Ada Brindle", "City Engineer", None),
        ("Ada Brindle (AB-Chair)", "Ada Brindle", "Chair", "AB"),
        ("Ada Brindle, Chair (AB), Tom Orme (TO)", "Ada Brindle", "Chair", "AB"),
        ("the Clerk – Ada Brindle (AB)", "Ada Brindle", "Clerk", "AB"),
        ("Parish Clerk Ms E Keld", "Ms E Keld", "Parish Clerk", None),
        ("Chairperson Councillor A Brindle", "Councillor A Brindle", "Chairperson", None),
        ("Ada Brindle (AB) Co-opted", "Ada Brindle", "Co-opted", "AB"),
        ("Ada Brindle (AB), Mill Tide Administration [MTA]", "Ada Brindle", "Mill Tide Administration", "AB"),
        ("Ada Brindle (Arm)", "Ada Brindle", "Arm", None),
        ("Ada Brindle (ABr)", "Ada Brindle", None, "ABr"),
        ("Ada Brindle Trustee", "Ada Brindle", "Trustee", None),
        ("Ada Brindle Councillor", "Ada Brindle", "Councillor", None),
        ("Ada Brindle Chief Executive", "Ada Brindle", "Chief Executive", None),
        ("Dr Ada Brindle Director of Public Health", "Dr Ada Brindle", "Director of Public Health", None),
        ("Ada Brindle, Parks and Ferries Service", "Ada Brindle", "Parks and Ferries Service", None),
        ("M&FW Borough Cllr Ada Brindle", "Cllr Ada Brindle", "M&FW Borough", None),
        ("Ada Brindle, Harbour Master; Tom Orme, Reeve", "Ada Brindle", "Harbour Master", None),
        ("Ms Una Keld, Clerk", "Ms Una Keld", "Clerk", None),
        ("Ms Una Keld, Director of Public Health", "Ms Una Keld", "Director of Public Health", None),
        ("Ms Una Keld, Director, Education and Inclusion", "Ms Una Keld", "Director, Education, Inclusion", None),
        ("Ms Una Keld – Clerk to the Council", "Ms Una Keld", "Clerk to the Council", None),
        ("Mr Jory Tay representing Fenwold Schools Forum", "Mr Jory Tay", "Fenwold Schools Forum", None),
        ("Una Keld, Rivers and Ferries Manager", "Una Keld", "Rivers and Ferries Manager", None),
        ("Una Keld, Rope & Tackle Officer, Tom Orme, Clerk", "Una Keld", "Rope & Tackle Officer", None),
        ("Una Keld, Senior Partner, Weir Orme LLP", "Una Keld", "Senior Partner, Weir Orme LLP", None),
        (
            "PC 2208 U. Keld – Harbour Officer, Tide Constabulary",
            "PC 2208 U. Keld",
            "Harbour Officer, Tide Constabulary",
            None,
        ),
        ("Mr J. Tay – Ferry Owner, Mill Lane Boat House", "Mr J. Tay", "Ferry Owner, Mill Lane Boat House", None),
    ],
)
def test_role_and_initials(text: str, name: str, role: str | None, initials: str | None) -> None:
    person, *_ = people_in(text)
    assert (person.name, person.role, person.initials) == (name, role, initials)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Professor Ada Brindle His Honour Judge Tom Orme Sir Bo Keld",
            "Professor Ada Brindle|His Honour Judge Tom Orme|Sir Bo Keld",
        ),
        ("Mr Tom Orme* Ms Una Keld*", "Mr Tom Orme|Ms Una Keld"),
        ("Tom Orme; Una Keld, MD; Ada Brindle", "Tom Orme|Una Keld, MD|Ada Brindle"),
        ("Deputy Warden Tom Orme", "Deputy Warden Tom Orme"),
        ("Mr T L Orme Deputy Parish Clerk, and Ms U Keld Grants/Records Office", "Mr T L Orme|Ms U Keld"),
        ("Marshland County Councillor Una Keld", "Councillor Una Keld"),
    ],
)
def test_what_stands_around_a_name(text: str, names: str) -> None:
    assert "|".join(person.name for person in people_in(text)) == names


def test_a_person_stands_where_the_name_begins() -> None:
    text = "Present: Ada Brindle, Tom Orme (Clerk)"
    at = text.index("Ada")
    assert [person.start for person in people_in(text[at:], offset=at)] == [at, text.index("Tom")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selectmen Tom Orme, Jr., and Ada Tay", ["Selectman Tom Orme, Jr", "Selectman Ada Tay"]),
        ("Selectmen Tom Orme, Ada Tay, and Town Clerk Una Keld, and Wren Sallow",
         ["Selectman Tom Orme", "Selectman Ada Tay", "Una Keld", "Wren Sallow"]),
        ("Ada Tay, Tom Orme, Una Keld; Director Wren Sallow, Ida Fell",
         ["Ada Tay", "Tom Orme", "Una Keld", "Wren Sallow", "Ida Fell"]),
        ("Ada Tay and Alan Orme, MRI", ["Ada Tay", "Alan Orme"]),
    ],
)  # fmt: skip
def test_a_title_is_of_those_before_the_next_office(text: str, expected: list[str]) -> None:
    assert [person.name for person in people_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "City Manager Brindle, Fire Captain Orme, Director of Mills and Weirs Keld, and City Clerk Tay.",
            [("Brindle", "City Manager"), ("Orme", "Fire Captain"), ("Keld", "Director of Mills and Weirs"),
             ("Tay", "City Clerk")],
        ),
        (
            "Chief Executive Ada Brindle, Group Manager Mills and Weirs Tom Orme and Committee Adviser Una Keld",
            [("Ada Brindle", "Chief Executive"), ("Tom Orme", "Group Manager Mills and Weirs"),
             ("Una Keld", "Committee Adviser")],
        ),
        (
            "Chairman Ada Brindle, Commissioner Tom Orme, newly elected Commissioner Una Keld, Manager/Clerk Nia Tay",
            [("Ada Brindle", "Chairman"), ("Commissioner Tom Orme", None), ("Commissioner Una Keld", None),
             ("Nia Tay", "Manager/Clerk")],
        ),
        (
            "Chief Executive (A Brindle), Director Mills and Weirs (T Orme) and Governance Adviser (Una Keld)",
            [("A Brindle", "Chief Executive"), ("T Orme", "Director Mills and Weirs"),
             ("Una Keld", "Governance Adviser")],
        ),
        (
            "Director of Boats, Toll Gates and Bells (Mr. A. Brindle), Senior Engineer, (Ms. T. Orme)",
            [("Mr. A. Brindle", "Director of Boats, Toll Gates and Bells"), ("Ms. T. Orme", "Senior Engineer")],
        ),
        ("Ada Brindle (Clerk), Tom Orme (Mill Director)", [("Ada Brindle", "Clerk"), ("Tom Orme", "Mill Director")]),
        ("Mayor Brindle, Presiding; Commissioners Orme, Keld and Tay, 4.",
         [("Mayor Brindle", "Presiding"), ("Commissioner Orme", None), ("Commissioner Keld", None),
          ("Commissioner Tay", None)]),
        ("His Worship, Mayor Ada Brindle", [("Mayor Ada Brindle", None)]),
        ("CAO, Una Keld", [("Una Keld", None)]),
        ("Una Cao, Ada Forester", [("Una Cao", None), ("Ada Forester", None)]),
        ("4 - Ada Brindle, Tom Orme", [("Ada Brindle", None), ("Tom Orme", None)]),
    ],
)  # fmt: skip
def test_offices_may_stand_before_the_names_in_a_list(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.role) for person in people_in(text)] == expected


def test_those_of_a_kind_follow_in_the_same_list() -> None:
    text = "Una Keld (Chair), Tom Orme (Fen Council), Ex Officio: Bo Tay (Old Office), Ono Rix (DCL)"
    assert [person.name for person in people_in(text)] == ["Una Keld", "Tom Orme", "Bo Tay", "Ono Rix"]


def test_a_title_begins_the_name_of_a_second_column_behind_initials() -> None:
    assert [one.name for one in people_in("S Orme Mrs P Tay")] == ["S Orme", "Mrs P Tay"]
    assert [one.name for one in people_in("J. Keld Dr U. Wick")] == ["J. Keld", "Dr U. Wick"]


def test_an_officer_who_is_not_named_is_not_what_the_one_before_is() -> None:
    assert [(one.name, one.role) for one in people_in("Cllrs Orme, Tay & the Clerk")] == [
        ("Cllr Orme", None),
        ("Cllr Tay", None),
    ]
