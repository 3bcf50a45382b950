"""How a resolution falls into limbs."""

import pytest

from extract.decisions.limbs import limbs_of
from extract.text import content_start
from minutes.model import Votes
from tests.extract.samples import decided, document_of, said

LONG = "The Chair thanked all who had come on such a wet night and hoped to see them again in May."


def limbs(text: str, *, after: str = "RESOLVED") -> list[tuple[str | None, str]]:
    """Stem and words of each limb of the resolution that begins after the first `after` in `text`."""
    document = document_of(text)
    start = document.text.index(after) + len(after)
    start += len(document.text[start:]) - len(document.text[start:].lstrip(" :"))
    index = document.block_index(start - 1)
    assert content_start(document, document.blocks[index]) <= start
    found = limbs_of(document, start, index, len(document.text))
    stems = [document.text[limb.stem[0] : limb.stem[1]] if limb.stem else None for limb in found]
    return [
        (stem and stem.strip(), document.text[limb.start : limb.end]) for stem, limb in zip(stems, found, strict=True)
    ]


def words(text: str) -> list[str]:
    return [said for _, said in limbs(text)]


def test_a_resolution_in_one_piece_is_one_limb() -> None:
    assert limbs("RESOLVED: That the hedge be cut.") == [(None, "That the hedge be cut.")]


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a)", "(b)"), ("(i)", "(ii)"), ("(1)", "(2)"), ("(1.)", "(2.)"), ("a)", "b)"), ("(A)", "(B)")],
)
def test_limbs_in_one_paragraph(first: str, second: str) -> None:
    assert words(f"RESOLVED: {first} that the hedge be cut; and {second} that the gate be mended.") == [
        "that the hedge be cut",
        "that the gate be mended.",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a)", "(b)"), ("(i)", "(ii)"), ("(1)", "(2)"), ("a)", "b)"), ("1.", "2."), ("•", "•")],
)
def test_limbs_in_paragraphs_of_their_own(first: str, second: str) -> None:
    assert words(f"RESOLVED:\n{first} that the hedge be cut; and\n{second} that the gate be mended.") == [
        "that the hedge be cut",
        "that the gate be mended.",
    ]


@pytest.mark.parametrize(("first", "second"), [("(i)", "(ii)"), ("(a)", "(b)"), ("1.", "2.")])
def test_the_first_limb_on_the_line_of_the_marker_and_the_others_below(first: str, second: str) -> None:
    assert words(f"RESOLVED: {first} that the gate be mended;\n{second} that the pond be fenced.") == [
        "that the gate be mended",
        "that the pond be fenced.",
    ]


@pytest.mark.parametrize(("first", "second", "third"), [("(a)", "(b)", "(c)"), ("(i)", "(ii)", "(iii)")])
def test_limbs_on_the_line_below_the_marker(first: str, second: str, third: str) -> None:
    line = f"{first} that the gate be mended; {second} that the pond be fenced; and"
    assert words(f"RESOLVED\n{line}\n{third} that the owner be told.") == [
        "that the gate be mended",
        "that the pond be fenced",
        "that the owner be told.",
    ]


@pytest.mark.parametrize("below", ["338 Planning", "The Chair thanked the Clerk", "• 24/0117 Mill Lane, a porch"])
def test_a_sentence_needs_no_full_stop_to_be_whole(below: str) -> None:
    assert words(f"RESOLVED to cut the hedge\n{below}") == ["to cut the hedge"]


@pytest.mark.parametrize("end", [";", ",", "; and", "; or", ", and"])
def test_a_limb_ends_before_what_joins_it_to_the_next(end: str) -> None:
    assert words(f"RESOLVED:\n(a) to cut the hedge{end}\n(b) to mend the gate.")[0] == "to cut the hedge"


def test_a_limb_knows_its_stem() -> None:
    assert limbs("RESOLVED that the Clerk be asked:\n(a) to cut the hedge;\n(b) to mend the gate.") == [
        ("RESOLVED that the Clerk be asked:", "to cut the hedge"),
        ("RESOLVED that the Clerk be asked:", "to mend the gate."),
    ]


def test_a_limb_keeps_its_own_limbs() -> None:
    text = """
        RESOLVED:
        (a) to cut
            (i) the hedge;
            (ii) the verge;
        (b) to mend the gate.
        """
    assert words(text) == ["to cut\n(i) the hedge;\n(ii) the verge", "to mend the gate."]


def test_the_ninth_limb_is_a_letter_among_letters() -> None:
    letters = "abcdefghij"
    text = "RESOLVED:\n" + "\n".join(f"({letter}) to cut hedge {letter.upper()};" for letter in letters)
    assert words(text) == [f"to cut hedge {letter.upper()}" for letter in letters]


@pytest.mark.parametrize("follows", ["# Other business", LONG, "| a | 5 |"])
def test_limbs_end_where_something_else_begins(follows: str) -> None:
    text = f"RESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate.\n{follows}\n(c) none of this"
    assert words(text) == ["to cut the hedge", "to mend the gate."]


def test_the_words_of_a_condition_in_quotation_marks_are_part_of_the_limb_that_leads_to_them() -> None:
    quoted = "“No boat longer than ten yards shall lie here.”"
    text = f"RESOLVED:\n(1) to let the slip on this condition:\n{quoted}\n(2) to tell the mill.\n(3) to wait."
    assert words(text) == [f"to let the slip on this condition:\n{quoted}", "to tell the mill.", "to wait."]


def test_a_running_header_does_not_end_limbs() -> None:
    text = "RESOLVED:\n(a) to cut the hedge;\n^ Fenwold Parish Council\n(b) to mend the gate."
    assert words(text) == ["to cut the hedge", "to mend the gate."]


def test_initials_in_the_margin_do_not_end_limbs() -> None:
    assert words("RESOLVED:\n(a) to cut the hedge;\n> UK\n(b) to mend the gate.") == [
        "to cut the hedge",
        "to mend the gate.",
    ]


def test_a_short_line_may_head_the_limbs_that_follow_it() -> None:
    assert words("RESOLVED:\n(a) to cut the hedge;\nAs to the gate\n(b) to mend it.") == [
        "to cut the hedge",
        "to mend it.",
    ]


def test_paragraphs_after_a_bare_stem_are_limbs_while_they_go_on_alike() -> None:
    assert words("RESOLVED:\nThat the hedge be cut.\nThat the gate be mended.\nThe Chair thanked all.") == [
        "That the hedge be cut.",
        "That the gate be mended.",
    ]


def test_a_list_that_is_announced_as_follows_stays_in_one_piece() -> None:
    text = "RESOLVED that the fees be as follows:\n(a) hall £12\n(b) field £9"
    assert words(text) == ["that the fees be as follows:\n(a) hall £12\n(b) field £9"]


def test_one_label_alone_makes_no_limbs() -> None:
    assert words("RESOLVED: that option (a) be taken.") == ["that option (a) be taken."]


def test_limbs_do_not_reach_beyond_the_next_item() -> None:
    document = document_of("RESOLVED:\n(a) to cut the hedge;\n(b) to mend the gate.")
    stop = document.text.index("(b)")
    assert [document.text[limb.start : limb.end] for limb in limbs_of(document, 9, 0, stop)] == ["to cut the hedge"]


def test_what_there_shall_be_is_agreed_entry_by_entry() -> None:
    text = "After some debate it was agreed that there shall be:\n• a fair in May\n• a race in June"
    assert decided(text) == ["a fair in May", "a race in June"]


@pytest.mark.parametrize("end", ["should be put to the county.", "are to be read out in May."])
def test_what_a_list_below_goes_on_with_is_part_of_the_resolution(end: str) -> None:
    below = "• Silt in the race\n• A gate for the weir"
    (text,) = decided(f"RESOLVED: That the following points {end}\n{below}\nIt rained.")
    assert " ".join(text.split()) == f"That the following points {end} {below}".replace("\n", " ")


@pytest.mark.parametrize("head", ["# Resolved", "RESOLVED", "**Resolved**"])
def test_reasons_below_the_stem_under_a_heading_are_part_of_the_resolution(head: str) -> None:
    stem = "That 31/00214/F be refused for the following reasons (the Clerk to settle the wording):"
    text = f"{head}\n{stem}\n1. It would shade the quay.\n2. It would spoil the lane."
    (decision,) = said(text).decisions
    assert decision.text.startswith(stem)
    assert decision.text.endswith("spoil the lane.")
    assert decision.outcome == "rejected"


def test_the_first_limb_behind_a_bare_marker() -> None:
    assert decided("RESOLVED (i) that the report be received;\n(ii) that £300 be given to the band.") == [
        "that the report be received",
        "that £300 be given to the band.",
    ]


@pytest.mark.parametrize(
    "count",
    ["(6 for, 2 against)", "(4 for, 3 against, 1 abstention)", "by four votes to three", "(unanimously)", "(7–2)"],
)
def test_how_they_voted_may_stand_between_the_marker_and_what_was_resolved(count: str) -> None:
    assert decided(f"**Resolved:** {count}\nThat the fence be moved.") == ["That the fence be moved."]


@pytest.mark.parametrize("text", ["two benches for the green", "a lease for Tom Orme", "Funds for the mill"])
def test_what_was_resolved_may_begin_like_a_count(text: str) -> None:
    assert decided(f"Resolved: {text}\nThe bells rang at noon.") == [text]


def test_the_number_of_the_next_item_on_its_own_line_is_no_part_of_a_limb() -> None:
    text = "RESOLVED:\n(a) That the gate be shut; and\n(b) That the hedge be cut.\n56. \n# Urgent business\nNone."
    assert decided(text) == ["That the gate be shut", "That the hedge be cut."]


def test_what_a_resolution_is_subject_to_is_part_of_it() -> None:
    assert decided(
        "Decision: The Board approved the plan, subject to (i) word from the bank, (ii) the owner meeting any loss and "
        "(iii) a second survey. Cllr Orme asked for his abstention to be told."
    ) == [
        "The Board approved the plan, subject to (i) word from the bank, (ii) the owner meeting any loss and (iii) a "
        "second survey."
    ]
    (lent,) = decided("RESOLVED that the barge be lent, subject to:\n(a) a deposit being paid;\n(b) fair weather.")
    assert lent.endswith("(b) fair weather.")


def test_the_reasons_behind_namely_are_one_decision() -> None:
    (decision,) = said(
        "RESOLVED that the Trust is uneasy over this mooring, namely (i) the mast would stand above the roofs; "
        "and (ii) the lamps could dazzle the ferryman at night."
    ).decisions
    assert decision.text.endswith("the ferryman at night.")


def test_the_list_that_a_limb_leads_to_is_part_of_it() -> None:
    assert decided(
        "Decision:\na) To agree to close the following actions:\n• Action 3 – the weir\n• Action 5 – the mill\n"
        "b) To note that the Miller would circulate a new day for Action 7.\nc) To otherwise note the log."
    ) == [
        "To agree to close the following actions:\n• Action 3 – the weir\n• Action 5 – the mill",
        "To note that the Miller would circulate a new day for Action 7.",
        "To otherwise note the log.",
    ]


def test_the_talk_after_the_last_limb_is_no_part_of_it() -> None:
    text = "Resolved:\n1. that the oars be oiled;\n2. that the moss be left. Cllr Tay reported that it was green."
    assert decided(text) == ["that the oars be oiled", "that the moss be left."]


def test_the_next_paragraph_of_an_item_is_no_part_of_a_lettered_limb() -> None:
    text = "4.5 The Board:\n(a) approved the charts;\n(b) agreed to buy a net.\n4.6 UK to file the charts."
    assert decided(text) == ["approved the charts", "agreed to buy a net."]


def test_a_line_that_leads_to_other_points_ends_a_list() -> None:
    text = (
        "We agreed that:\n• The bell rings at noon.\n• The ferry waits for the school.\n"
        "When we went on, two more points came up that were to be cleared:\n• The rope is old.\n• The quay is wet."
    )
    assert decided(text) == ["The bell rings at noon.", "The ferry waits for the school."]


def test_limbs_of_a_paragraph_go_on_in_blocks_below_it() -> None:
    text = (
        "RESOLVED (1) that the fees go up in April; (2) that Cllrs Orme and Tay look for a mason; and\n> Clerk\n"
        "(3) that the old gate be taken down.\n(4) The bell was talked of."
    )
    assert decided(text) == [
        "that the fees go up in April",
        "that Cllrs Orme and Tay look for a mason",
        "that the old gate be taken down.",
    ]


def test_the_next_label_goes_on_with_no_resolution_that_has_ended() -> None:
    text = "RESOLVED (a) that the fees go up in April; (b) that a mason be found.\n(c) The bell was talked of."
    assert decided(text) == ["that the fees go up in April", "that a mason be found."]


def test_limbs_below_a_vote_that_tells_abstentions() -> None:
    text = "The Committee then resolved, by 4 votes to 1 with 1 abstention:\na) to lease the loft; and\nb) to mend it."
    decisions = said(text).decisions
    assert [d.text for d in decisions] == ["to lease the loft", "to mend it."]
    assert [d.votes for d in decisions] == [Votes(for_=4, against=1, abstain=1)] * 2


def test_clauses_below_that_need_no_labels() -> None:
    assert decided("RESOLVED THAT:\nthe bell be hung.\na sum of £80 be paid to the band.\nTom left.") == [
        "the bell be hung.",
        "a sum of £80 be paid to the band.",
    ]
    assert decided("RESOLVED:\nthe bell be hung.\nrain fell.") == ["the bell be hung."]


def test_limbs_may_stand_in_rows_beside_an_empty_cell() -> None:
    text = "| 4 | Dues |\n| | Resolved: |\n| | • Dues go up in May. |\n| | • A bell be hung. |\n| | Tom left. |"
    assert decided(text) == ["Dues go up in May.", "A bell be hung."]


@pytest.mark.parametrize("heads", ["Actions:", "ACTION", "Agreed actions:"])
def test_tasks_listed_below_a_resolution_are_none_of_its_limbs(heads: str) -> None:
    assert decided(f"Resolved:\n• The bell be hung.\n{heads}\n• UK to find a rope") == ["The bell be hung."]
    assert len(decided("Resolved:\n• The bell be hung.\nFrom the hall:\n• The clock be wound.")) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "RESOLVED That the ferry i. be kept on in Fenwold; ii. not be sent to the mill; and iii. be tarred.",
            ["be kept on in Fenwold", "not be sent to the mill", "be tarred."],
        ),
        (
            "RESOLVED a. The log of the ferry be noted. b. The fare be set at £4.",
            ["The log of the ferry be noted.", "The fare be set at £4."],
        ),
        ("RESOLVED That Mr a. Orme be thanked. b. Tay was not there.", []),
        (
            "RESOLVED that the recommendations be put to the Guild as follows –\nR1 That two oars be bought.\n"
            "R2 That the loft be let.\nR4 That the Clerk ask the miller.",
            ["That two oars be bought.", "That the loft be let.", "That the Clerk ask the miller."],
        ),
    ],
)
def test_limbs_may_have_letters_or_numerals_with_a_stop_or_numbers_in_words(text: str, told: list[str]) -> None:
    assert [words for stem, words in limbs(text) if stem or told] == told


@pytest.mark.parametrize("apart", [" ", "\n"])
def test_who_moved_limbs_in_one_paragraph_is_no_part_of_the_last(apart: str) -> None:
    moved = "Proposed by Cllr Orme, seconded by Ms Keld. Votes: 5 for, 2 against, 1 abstention."
    told = said(f"RESOLVED: (a) that the hedge be cut; (b) that the gate be mended.{apart}{moved}").decisions
    assert [(d.text, d.mover, d.seconder) for d in told] == [
        ("that the hedge be cut", "Cllr Orme", "Ms Keld"),
        ("that the gate be mended.", "Cllr Orme", "Ms Keld"),
    ]
    assert {str(d.votes) for d in told} == {str(Votes(for_=5, against=2, abstain=1))}


def test_what_a_plan_is_agreed_with_is_no_limb() -> None:
    plan = "That the plan be agreed with the addition of (1) a close look: the ferry, and (2) the old mill weir."
    assert decided(f"RESOLVED – {plan}") == [plan]


def test_lines_of_who_is_to_sit_where_are_part_of_what_leads_to_them() -> None:
    stem, lines = "that members would sit on these bodies as follows:", "Mill Panel – Cllr Orme\nQuay Hall – Cllr Tay"
    assert decided(f"RESOLVED: {stem}\n{lines}\nThe lamps were lit.") == [f"{stem}\n{lines}"]
