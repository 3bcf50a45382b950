"""Titles that their text runs in from."""

from pathlib import Path

import pytest

from tests.extract.samples import FRONT, extracted, headings, minutes_of, said, tree


@pytest.mark.parametrize(
    "text",
    [
        "(a) **Security:** the Chair reported that the lock was broken.",
        "(a) **Security** – the Chair reported that the lock was broken.",
        "(a) **Security** The Chair reported that the lock was broken.",
        "(a) **Security**. The Chair reported that the lock was broken.",
    ],
)
def test_a_bold_title_may_run_into_its_text(text: str) -> None:
    minutes = said(text)
    assert headings(minutes)[-1] == ("a", "Security")
    assert tree(minutes)["Security"] == "Business"


@pytest.mark.parametrize(
    "text",
    [
        "**Secretariat:** Una Keld and Tom Orme.",
        "**Absentees:** Una Keld and Tom Orme.",
        "• **Treasurer:** Una Keld",
        "• **Social Secretary**: Una Keld & Tom Orme",
        "**Other attendees:** Una Keld (for item 3)",
        "The **Security** committee reported that the lock was broken.",
        "(a) **Cllr Orme** reported that the lock was broken.",
        "(a) **RESOLVED:** that the lock be mended.",
        "**RECEIVED**: The report on the lock.",
        "7.1 **REPORTED** That the lock was broken.",
        "(a) **Cllr Orme** (Mill Ward) reported that the lock was broken.",
        "**Tom Orme** (report 4) told of the lock.",
    ],
)
def test_what_is_bold_for_another_reason_is_no_item(text: str) -> None:
    assert headings(said(text))[-1] == ("7", "Business")


def test_words_in_capitals_run_in_among_headings_in_capitals() -> None:
    lines = ["POND – It was agreed to wait for the frost.", "THE OLD FORGE", "Its roof leaks.", "BENCHES – Una will."]
    text = "Minutes of the Mill Committee, 12 March 2024\nPRESENT: Una Keld, Tom Orme\n" + "\n".join(lines)
    assert [item.title for item in minutes_of(text).items] == ["POND", "THE OLD FORGE", "BENCHES"]


def test_words_in_capitals_run_in_where_nothing_else_is_set_apart() -> None:
    lines = ["STREET LAMPS: Two are out, and the Clerk agreed to write.", "POND – It was agreed to wait for the frost.",
             "BENCHES: Tom asked who will paint them, and Una offered."]  # fmt: skip
    text = "Minutes of the Mill Committee, 12 March 2024\nPRESENT: Una Keld, Tom Orme\n" + "\n".join(lines)
    assert [item.title for item in minutes_of(text).items] == ["STREET LAMPS", "POND", "BENCHES"]


def test_an_action_plan_may_be_a_title_that_runs_into_its_text() -> None:
    assert headings(said("(a) **Action Plan for the pond:** the Chair spoke of it."))[-1] == (
        "a",
        "Action Plan for the pond",
    )
    assert ("a", "Action") not in headings(said("(a) **Action:** the Chair to speak of it."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**67 QUESTIONS FROM THE PUBLIC** – There were none.", ("67", "QUESTIONS FROM THE PUBLIC")),
        ("**2403.02 Interests** None.", ("2403.02", "Interests")),
        ("**2. Interests:** None", ("2", "Interests")),
        ("**31 Ferry fares** (Paper 4)", ("31", "Ferry fares")),
        ("**24/7** **Weir works** (Enclosure 3 – not for print) Una told how deep they dug.", ("24/7", "Weir works")),
        ("**31. 2025/26 fares and dues** (Papers 4 and 5)", ("31", "2025/26 fares and dues")),
    ],
)
def test_a_numbered_title_may_run_into_a_word_or_two(text: str, expected: tuple[str, str]) -> None:
    assert (
        headings(minutes_of(f"{FRONT.partition('# 1.')[0]}{text}\n# 90. Fees\nMembers noted the fees."))[0] == expected
    )


def test_entries_in_capitals_of_a_list_that_a_motion_leads_to_are_no_items() -> None:
    text = """
        # Mill Library
        Minutes of the regular meeting of the Board of Trustees held on 12 March 2024
        Members present: Ada Brindle, Tom Orme
        CALL TO ORDER
        Ms Brindle called the meeting to order at 7 pm.
        CONSENT AGENDA (Loans; Gifts)
        Moved by Ms Brindle, seconded by Mr Orme, that these be placed on file:
        1. LOANS
        2. GIFTS: A clock from the Mill Guild, and two chairs
        BILLS
        A motion was made by Mr Orme, seconded by Ms Brindle, to approve the bills. The motion passed.
        """
    expected = ["CALL TO ORDER", "CONSENT AGENDA (Loans; Gifts)", "BILLS"]
    assert [title for _, title in headings(minutes_of(text))] == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Election of Officers On the proposal of Una Keld it was agreed to wait.", "Election of Officers"),
        ("Treasurer’s Report The Treasurer told them of a small balance.", "Treasurer’s Report"),
        ("Choice of T.O.M. Proposed by Una Keld that the Clerk be it.", "Choice of T.O.M"),
        ("Any Other Business Una Keld asked that the chairs be mended.", "Any Other Business"),
        ("Election of the new members on the roll was talked of by all who came.", None),
    ],
)
def test_what_meetings_everywhere_have_may_run_into_its_sentence(line: str, title: str | None) -> None:
    text = f"{FRONT.partition('# 1.')[0]}1. Paths\nThe paths are wet.\n2. {line}\n3. Fees\nNone were asked."
    assert [item.title for item in minutes_of(text).items if item.number == "2"] == ([title] if title else [])


@pytest.mark.parametrize(
    "entry",
    ["- The old one\n  - **Goal:** to wait for the joiner and his price", "- **Notes:** https://mill.example/4"],
)
def test_a_bold_word_before_a_detail_is_no_title(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(f"# Mill Guild minutes, 12 March 2024\n\nPresent: Una Keld\n\n## Gate\n\nIt leaks.\n\n{entry}\n")
    assert headings(extracted(path)[1]) == [(None, "Gate")]


def test_the_points_that_a_numbered_paragraph_leads_to_are_no_items() -> None:
    minutes = said("7.1 The Reeve read the log.\n7.2 Progress by quay:\n• **Mill Quay** – two lamps are out.")
    assert [item.title for item in minutes.items] == ["Welcome", "Business"]
    minutes = said("7.1 The Reeve read the log of the quays.\nProgress was slow.\n• **Mill Quay** – two lamps are out.")
    assert [item.title for item in minutes.items] == ["Welcome", "Business", "Mill Quay"]


def test_a_label_in_bold_is_a_detail_where_headings_stand() -> None:
    front = FRONT.partition("# 1.")[0]
    point = "**Ropes:** Ms Keld had bought forty metres."
    assert headings(minutes_of(f"{front}# Boats\nTwo of them leak.\n{point}")) == [(None, "Boats")]
    assert headings(minutes_of(f"{front}Two boats leak, said the Chair.\n{point}")) == [(None, "Ropes")]


def test_a_label_in_bold_that_a_stop_ends_is_a_detail_where_the_business_is_numbered() -> None:
    front = FRONT.partition("# 1.")[0] + "**Clerk:** Una Keld\n**Quorum:** Met\n**Hall:** The Old Forge\n"
    points = "**Ropes.** Two are worn.\n**Slip wall.** It was mended.\n**Oars.** Ms Keld will count them."
    assert headings(minutes_of(f"{front}**3. Matters arising**\n{points}\n**4. Close**\nAt nine.")) == [
        ("3", "Matters arising"),
        ("4", "Close"),
    ]


def test_a_point_in_bold_is_a_detail_among_labels_in_bold() -> None:
    text = (
        "# Barges\n• **Dates:** they come in June.\n• **Costs:**\n• They rose.\n• **Crew:** two are ill.\n"
        "# Locks\n• **State:** dry."
    )
    minutes = minutes_of(f"Minutes of the Mill Guild, 12 March 2024\n# Attendees\nUna Keld, Tom Orme\n{text}")
    assert [title for _, title in headings(minutes)] == ["Barges", "Locks"]


@pytest.mark.parametrize("above", ["Key decisions made", "Participants", "Action items"])
def test_what_opens_in_bold_below_a_heading_over_a_list_is_no_item(above: str) -> None:
    listed = f"# {above}\n1. **Ferry fees:** halved on Sundays\n2. **Slip:** shut until the wall is mended"
    assert [title for _, title in headings(minutes_of(f"{FRONT}# Business\nTalk.\n{listed}"))] == [
        "Welcome",
        "Business",
        *([above] if above != "Participants" else []),
    ]


def test_titles_without_a_colon_below_such_a_heading_are_items() -> None:
    listed = "# Actions\n1. **Ferry fees.** Halved on Sundays.\n2. **The slip.** Shut until the wall is mended."
    assert ("1", "Ferry fees") in headings(minutes_of(f"{FRONT}# Business\nTalk.\n{listed}"))


def test_what_was_decided_in_bold_is_no_part_of_the_title_before_it() -> None:
    minutes = said("(i) **Auditor. RESOLVED** that Tide & Co. be asked again.\n(ii) **Fees. AGREED**: they stay.")
    assert headings(minutes)[-2:] == [("i", "Auditor"), ("ii", "Fees")]


def test_letters_for_a_name_are_no_title_in_capitals() -> None:
    text = "# Ferry\nIt is late.\n# Letters\n• RNLI – a new boat. Noted.\n• RSPB – a count.\n# AOB\nA lamp is out."
    titles = headings(minutes_of(FRONT.partition("# 1.")[0] + text))
    assert titles == [(None, "Ferry"), (None, "Letters"), (None, "AOB")]


def test_neither_a_title_before_a_name_nor_the_mark_of_a_motion_is_business() -> None:
    text = FRONT.partition("# 1.")[0] + "REV. TOM ORME spoke.\nM/S/C: That it be done.\n"
    shouted = ["FERRY: It is late.", "WEIR: Two posts are out.", "LAMPS: Three are out."]
    assert [title for _, title in headings(minutes_of(text + "\n".join(shouted)))] == ["FERRY", "WEIR", "LAMPS"]


def test_an_application_may_run_into_what_was_said_of_it() -> None:
    text = (
        "7.1 **41/00311/F – Two lamps and a bench on the old quay, Mill Lane, Fenwold**. It was agreed to support it."
    )
    title = "41/00311/F – Two lamps and a bench on the old quay, Mill Lane, Fenwold"
    assert headings(said(text))[-1] == ("7.1", title)
    assert headings(said("**41/00311/F** – a porch. It was agreed to support it."))[-1] == ("7", "Business")


@pytest.mark.parametrize(("number", "second"), [("41/25.1", "41/25.2"), ("41/25(a)", "41/25(b)")])
def test_the_parts_of_an_item_numbered_by_the_year_run_in(number: str, second: str) -> None:
    text = (
        f"{FRONT}\n**41/25 Reports**\n**{number} Ferry Committee (3 June).** Ms Keld said that fares were up.\n"
        f"**{second} Oars.** Mr Orme told of two that are lost.\n**42/25 Any other business**\nThere was none."
    )
    assert headings(minutes_of(text))[-4:] == [
        ("41/25", "Reports"),
        (number, "Ferry Committee (3 June)"),
        (second, "Oars"),
        ("42/25", "Any other business"),
    ]
