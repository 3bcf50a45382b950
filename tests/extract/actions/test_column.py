"""Marks and initials beside the text."""

import re
from datetime import date
from pathlib import Path

import pytest

from extract import extract
from ingest.builder import TextBuilder, Word
from minutes.model import BlockKind, Document
from tests.extract.actions.samples import only, tasks
from tests.extract.samples import FRONT, MARKS, document_of, extracted, minutes_of, said


def test_initials_after_a_sentence_are_those_of_a_column() -> None:
    action = only("The plan will be shown on the board by the door. UK")
    assert (action.text, action.owner, action.rule) == (
        "The plan will be shown on the board by the door.", "UK", "action.column",
    )  # fmt: skip


def test_initials_that_end_several_lines_are_those_of_a_column() -> None:
    lines = said(
        "Letter to each class about the raft UK\nTea stall – find out who can do it TO\nThe shed was seen by TO"
    )
    assert tasks(lines) == [
        ("Letter to each class about the raft", "UK"),
        ("Tea stall – find out who can do it", "TO"),
    ]


@pytest.mark.parametrize(
    ("entry", "task", "owner", "status"),
    [
        ("• [UK] Mend the gate - Done", "Mend the gate", "UK", "done"),
        ("• [UK, TO] Gather moss (by May) and sort it.", "Gather moss (by May) and sort it.", "UK, TO", None),
        ("• (TO) Mend the gate", "Mend the gate", "TO", None),
        ("• [TO] Gate (north): re-paint it", "Gate (north): re-paint it", "TO", None),
    ],
)
def test_an_entry_that_begins_with_initials_is_marked_whatever_it_stands_under(
    entry: str, task: str, owner: str, status: str | None
) -> None:
    action = only(f"# 4. The gate\nWhat was carried forward:\n{entry}")
    assert (action.text, action.owner, action.tier, action.status) == (task, owner, "explicit", status)


@pytest.mark.parametrize("entry", ["• [UK] The gate is old.", "• [XY] Mend the gate", "• [UK] said that it hangs."])
def test_what_else_begins_with_initials_is_no_task(entry: str) -> None:
    assert said(f"# 4. The gate\n{entry}").actions == ()


def test_initials_in_the_last_column_of_minutes_set_as_a_table_mark_a_sentence() -> None:
    action = only(
        "| Item | Discussion | Action\n"
        "| 1 | The gate was found to be broken. Tom Orme would mend it by 3 May. All were glad of that. | TO\n"
        "| 2 | Nothing more was said of the bench beside the pond. | "
    )
    assert (action.text, action.owner, action.due_date) == ("Tom Orme would mend it by 3 May.", "TO", date(2024, 5, 3))
    assert action.rule == "action.column"


def test_each_of_two_marks_beside_a_paragraph_has_a_sentence_of_its_own() -> None:
    minutes = said("UK to write to the landlord. TO to mend the gate.\n> UK\n> TO")
    assert tasks(minutes) == [("UK to write to the landlord.", "UK"), ("TO to mend the gate.", "TO")]


@pytest.mark.parametrize(
    ("note", "owner", "due"),
    [
        ("UK", "UK", None),
        ("UK/TO", "UK/TO", None),
        ("Clerk", "Clerk", None),
        ("All", "All", None),
        ("UK by 30 April 2024", "UK", "by 30 April 2024"),
        ("ACTION: UK", "UK", None),
        ("Action by the Clerk", "Clerk", None),
        ("[Action – UK/TO]", "UK/TO", None),
        ("ACTION:\n> UK", "UK", None),
    ],
)
def test_initials_in_the_margin_mark_the_sentence_beside_them(note: str, owner: str, due: str | None) -> None:
    action = only(f"The gate is broken. It should be mended.\n> {note}")
    assert (action.text, action.owner, action.due) == ("It should be mended.", owner, due)
    assert (action.tier, action.rule) == ("explicit", "action.column")


def test_a_due_date_may_stand_below_the_initials() -> None:
    action = only("The gate should be mended.\n> UK\n> by 30 April 2024")
    assert (action.owner, action.due) == ("UK", "by 30 April 2024")


@pytest.mark.parametrize("note", ["Action", "page 3", "see below", "ACTION: none", "Action: noted"])
def test_other_words_in_the_margin_mark_nothing(note: str) -> None:
    assert said(f"The gate is broken.\n> {note}").actions == ()


@pytest.mark.parametrize(
    ("by", "owner", "due"),
    [
        ("UK", "UK", None),
        ("Deputy Head", "Deputy Head", None),
        ("3 May 2024", None, "3 May 2024"),
        ("June", None, "June"),
    ],
)
def test_a_column_by_is_of_those_who_do_it_or_of_when(by: str, owner: str | None, due: str | None) -> None:
    action = only(f"|! No. | Action | By | Status\n| 4 | Write to the landlord | {by} | Open")
    assert (action.owner, action.due) == (owner, due)


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("UK asked about the path. The Clerk would mend the gate.\n> UK", "The Clerk would mend the gate."),
        (
            "Tom Orme would mend the gate. Una Keld would write to the owner.\n> UK",
            "Una Keld would write to the owner.",
        ),
        (
            "The owner would come in May. It was agreed that the wall be repaired.\n> TO",
            "It was agreed that the wall be repaired.",
        ),
    ],
)
def test_initials_mean_whoever_has_them_by_name_or_by_office(text: str, task: str) -> None:
    assert [action.text for action in said(text).actions if action.tier == "explicit"] == [task]


def test_who_takes_up_what_the_sentence_before_asks_for_is_beside_the_mark() -> None:
    minutes = said("It rained. Una Keld asked that the map be shared with all. TO agreed to this.\n> TO")
    assert tasks(minutes) == [("Una Keld asked that the map be shared with all. TO agreed to this.", "TO")]


def test_marks_one_below_the_other_each_mean_whoever_they_name() -> None:
    minutes = said("Tom Orme to mend the gate.\nUna Keld to write to the owner.\nAll was noted.\n> UK\n> TO – May 2024")
    assert sorted((a.text, a.owner, a.due) for a in minutes.actions) == [
        ("Tom Orme to mend the gate.", "TO", "May 2024"),
        ("Una Keld to write to the owner.", "UK", None),
    ]


def _set(lines: list[tuple[str, int]]) -> Document:
    """A page with each line at the place from the left, in points, that stands beside it.

    "# " sets a heading, "> " a note in the margin at the height of the heading above it.
    """
    builder, head = TextBuilder(), 0.0
    for number, (line, left) in enumerate(lines):
        top = 50.0 + 30 * number
        kind = MARKS.get(line[:2], "paragraph")
        line = line[2:] if kind != "paragraph" else line
        head = top if kind == "heading" else head
        top = head if kind == "note" else top
        places = [(left + 5.0 * word.start(), left + 5.0 * word.end()) for word in re.finditer(r"\S+", line)]
        words = [
            Word(word, page=1, box=(x0, top, x1, top + 10)) for word, (x0, x1) in zip(line.split(), places, strict=True)
        ]
        builder.add(kind, words, page=1, indent=float(left))
    return document_of("").model_copy(
        update={"text": builder.text, "blocks": tuple(builder.blocks), "words": builder.words}
    )


def test_initials_that_stand_on_the_right_time_and_again_are_a_column() -> None:
    lines = [
        *((line, 70) for line in FRONT.splitlines() if line),
        ("The gate is to be mended.", 70), ("TO", 500),
        ("The owner has been seen.", 70), ("UK", 500),
        ("It rained.", 70), ("TO/XY", 500),
        ("The old BT", 70), ("box is shut.", 70),
    ]  # fmt: skip
    document = _set(lines)
    assert tasks(extract(document)) == [
        ("The gate is to be mended.", "TO"),
        ("The owner has been seen.", "UK"),
        ("It rained.", "TO/XY"),
    ]


def test_a_mark_at_the_top_of_its_cell_means_a_sentence_of_the_item() -> None:
    lines = [
        *((line, 70) for line in FRONT.splitlines() if line),
        ("# 2. Gates", 50), ("They were seen. The Clerk will write to the owner. It rained.", 70), ("> Clerk", 500),
        ("# 3. Barges", 50), ("> TO", 500), ("> TO", 500), ("He would ask for a price.", 70),
        ("There are six. Cllr Orme to paint them.", 70),
        ("# 4. Lamps", 50), ("Agreed to object to the lamps.", 70), ("There was no more to say.", 70), ("> Clerk", 500),
    ]  # fmt: skip
    assert tasks(extract(_set(lines))) == [
        ("The Clerk will write to the owner.", "Clerk"),
        ("He would ask for a price.", "TO"),
        ("Cllr Orme to paint them.", "TO"),
        ("Agreed to object to the lamps.", "Clerk"),
    ]


CELLS = [
    ("The gate has been shut since the storm and the", "owner was seen. Clerk to mend the gate.", "TO"),
    (
        "It was felt that the pond is dry and that it ought to be",
        "filled. Una Keld to fill it. Tom Orme was glad.",
        "UK",
    ),
    ("BF is leaving in May after many years and was", "thanked for all she did. Clerk to find a warden.", "TO"),
]


TOLD = [("Clerk to mend the gate.", "TO"), ("Una Keld to fill it.", "UK"), ("Clerk to find a warden.", "TO")]


def _line(line: str, top: float, left: float = 70.0) -> list[Word]:
    places = (left + 30.0 * at for at in range(len(line.split())))
    return [Word(word, page=1, box=(x, top, x + 25, top + 10)) for word, x in zip(line.split(), places, strict=True)]


def _in_cells() -> TextBuilder:
    """Minutes whose marks stand at the top of cells beside paragraphs of two lines."""
    builder = TextBuilder()
    for line in filter(None, FRONT.splitlines()):
        builder.add(
            "heading" if line.startswith("#") else "paragraph", [Word(word) for word in line.lstrip("# ").split()]
        )
    for number, (first, second, mark) in enumerate(CELLS):
        top = 100.0 + 60 * number
        builder.add("paragraph", [*_line(first, top), *_line(second, top + 12)], page=1, indent=70.0)
        builder.add("note", _line(mark, top, 500.0), page=1, indent=500.0)
    return builder


def _built(builder: TextBuilder) -> Document:
    return document_of("").model_copy(
        update={"text": builder.text, "blocks": tuple(builder.blocks), "words": builder.words}
    )


def test_initials_at_the_top_of_their_cells_mean_any_sentence_beside_them() -> None:
    assert tasks(extract(_built(_in_cells()))) == TOLD


@pytest.mark.parametrize("top", [300.0, 318.0, 330.0])
def test_initials_beside_a_paragraph_that_leads_to_a_list_mean_one_of_its_entries(top: float) -> None:
    builder = _in_cells()
    lines = [
        (None, "The Committee:", 300.0),
        ("(i)", "(i) noted the depth of the pond; and", 312.0),
        ("(ii)", "(ii) asked that the Clerk write to the owner of the weir.", 324.0),
    ]
    mark, added = (
        ("note", None, "TO", top),
        [("list_item" if label else "paragraph", label, *rest) for label, *rest in lines],
    )
    for kind, label, line, at in sorted([*added, mark], key=lambda each: (each[3], each[0] == "note")):
        builder.add(kind, _line(line, at, 500.0 if kind == "note" else 90.0), page=1, label=label, indent=70.0)
    assert tasks(extract(_built(builder))) == [*TOLD, ("asked that the Clerk write to the owner of the weir.", "TO")]


def test_a_mark_set_beside_one_paragraph_means_no_other() -> None:
    text = "Tom Orme would ask for three prices for the gate.\nUna Keld would write to the owner of the weir."
    document = document_of(f"{FRONT}{text}\n> UK")
    blocks = [block.model_copy(update={"level": int(block.kind == "note")}) for block in document.blocks]
    minutes = extract(document.model_copy(update={"blocks": tuple(blocks)}))
    marked = [(action.text, action.owner) for action in minutes.actions if action.tier == "explicit"]
    assert marked == [("Una Keld would write to the owner of the weir.", "UK")]


@pytest.mark.parametrize("note", ["AOB", "A.O.C.B."])
def test_other_business_in_a_column_is_nobody(note: str) -> None:
    assert said(f"The gate is broken.\n> {note}").actions == ()


def test_initials_of_a_column_may_begin_lines_and_end_paragraphs_of_the_text() -> None:
    lines = [
        "# Mill Trust", "Minutes of the meeting of the Mill Committee held on Tuesday 12 March 2024", "Present:",
        "Una Keld UK Chair", "Tom Orme TO Mill Clerk", "Action",
        "# 1. The gate", "The Chair saw it. Clerk to continue to press for a hinge. It rained.", "TO",
        "# 2. The owner", "It was agreed that no rent is due. UK to see the owner.", "UK",
        "# 3. Bins", "Nobody came. Clerk to chase the HGV. TO",
        "# 4. The pond", "The pond is dry. Clerk to fill it. Prop. UK, 2nd TO, All agreed.", "TO",
    ]  # fmt: skip
    assert tasks(extract(_set([(line, 70) for line in lines]))) == [
        ("Clerk to continue to press for a hinge.", "TO"),
        ("UK to see the owner.", "UK"),
        ("Clerk to chase the HGV.", "TO"),
        ("Clerk to fill it.", "TO"),
    ]


def test_initials_beside_the_names_of_those_present_mark_nothing() -> None:
    lines = ["# Mill Trust", "Minutes of the meeting held on 12 March 2024", "Present:", "Una Keld UK", "Tom Orme TO"]
    assert tasks(extract(_set([(line, 70) for line in [*lines, "# 1. The gate", "The gate is open."]]))) == []


def test_lines_of_initials_in_a_file_without_places_are_marks() -> None:
    minutes = said(
        "The gate is to be mended.\nTO\n# 8. The owner\nHe is to be seen in May.\nUK\n# 9. Rain\nIt rained.\nTO/UK"
    )
    assert [(action.text, action.owner, action.tier) for action in minutes.actions] == [
        ("The gate is to be mended.", "TO", "explicit"),
        ("He is to be seen in May.", "UK", "explicit"),
        ("It rained.", "TO/UK", "explicit"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Stage lights - AS to get a price.",
        "The sill needs some paint AS to find a painter.",
        "AS/TG to check the hose.",
    ],
)
def test_whose_initials_these_are_the_apologies_alone_do_not_tell(told: str) -> None:
    lines = (
        "# Mill Hall Committee",
        "Minutes of the meeting held on Monday 12 May 2008",
        "# 1. Apologies",
        "Apologies were received from Sue Herne.",
        "# 2. Minutes",
        "The minutes were approved.",
        "# 3. Hall",
        told,
        "# 4. Other business",
        "None.",
    )
    (action,) = extract(document_of("\n".join(lines))).actions
    assert action.owner in ("AS", "AS/TG")


EDGES = (
    "• The list of footpaths was still to come. Clerk\n"
    "• The gate at the mill was discussed. Cllr Orme would write to the owner. Cllr. T. Orme\n"
    "• Cllr Brindle was asking about a new roof. She was thanked. Cllr Brindle/Clerk\n"
    "• Councillors were asked to think of a name. ALL\n"
    "• Cllr Orme and the Clerk to look at the rules.\nCllr Orme/Clerk\n"
)


def test_who_stands_at_the_end_of_paragraphs_again_and_again_marks_their_tasks() -> None:
    assert [(a.text, a.owner, a.tier) for a in said(EDGES).actions] == [
        ("The list of footpaths was still to come.", "Clerk", "explicit"),
        ("Cllr Orme would write to the owner.", "Cllr. T. Orme", "explicit"),
        ("Cllr Brindle was asking about a new roof.", "Cllr Brindle/Clerk", "explicit"),
        ("Councillors were asked to think of a name.", "ALL", "explicit"),
        ("Cllr Orme and the Clerk to look at the rules.", "Cllr Orme/Clerk", "explicit"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• The list of footpaths was still to come. Clerk\n• The mill was discussed.",
        "• The hedge grew, as was reported to us. Salem\n" * 3,
        "• It was proposed that the gate be mended. Cllr Orme\n" * 3,
    ],
)
def test_a_name_at_the_end_of_a_paragraph_now_and_then_marks_nothing(text: str) -> None:
    assert [a for a in said(text).actions if a.tier == "explicit"] == []


def test_a_point_in_the_margin_is_a_task_as_well(tmp_path: Path) -> None:
    row = "<tr><td>The gate</td><td><ul><li>{}</li></ul></td><td><ul><li>Una to write to him</li></ul></td></tr>"
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Mill Guild minutes, 12 March 2024\n\nPresent: Una Keld, Tom Orme\n\n<table><tr><th>Topics</th><th>Notes</th>"
        f"<th>Actions: Responsible</th></tr>{row.format('The joiner of the mill has no oak left. ' * 3)}</table>"
    )
    assert [(task.text, task.owner, task.rule) for task in extracted(path)[1].actions] == [
        ("Una to write to him", "Una", "action.column")
    ]


def test_a_motion_that_is_agreed_to_may_be_what_stands_beside_who_is_to_do_it() -> None:
    moved = "It was proposed by Cllr Orme, seconded by Cllr Brindle and agreed to renew it."
    minutes = said(
        "The lamp in Mill Lane was still out of order. Clerk\n"
        f"Mill Guild, subscription for the year. {moved} Clerk\n"
        "The gate by the weir had to be looked at again. Cllr Orme"
    )
    assert tasks(minutes) == [
        ("The lamp in Mill Lane was still out of order.", "Clerk"),
        (moved, "Clerk"),
        ("The gate by the weir had to be looked at again.", "Cllr Orme"),
    ]


def test_who_discussed_it_is_nobody_to_do_it() -> None:
    assert tasks(said("Discussed and agreed to write to the miller.")) == [
        ("Discussed and agreed to write to the miller.", None)
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("| To do | Una to write to the bargemen by 4 May |", [("Una to write to the bargemen by 4 May", "Una")]),
        (
            "| Decision | Loan agreed. |\n| Next steps | Tom Orme: draft the deed of the loan |",
            [("Tom Orme: draft the deed of the loan", "Tom Orme")],
        ),
        ("| Task force | Tom Orme to the chair of the board |", []),
    ],
)
def test_a_box_with_labels_below_what_was_said_gives_tasks(rows: str, told: list[tuple[str, str | None]]) -> None:
    minutes = minutes_of(f"{FRONT}\n# 2. The loan\nIt was talked over.\n{rows}")
    assert [(a.text, a.owner) for a in minutes.actions if a.tier == "explicit"] == told


def test_marks_one_below_the_other_mean_as_many_tasks_in_turn() -> None:
    text = (
        "In reply to Cllr Orme, AM Tarn said that tolls had risen. He saw no need for a note but was content to supply"
        " the figures to Cllr Orme. AM Keld did not have the sum. She would check it and write. Officers were requested"
        " to review the fee in the summer.\n> AM Tarn\n> AM Keld\n> Head of Locks"
    )
    tasks = [(action.owner, action.text.split(" ")[0]) for action in said(text).actions]
    assert tasks == [("AM Tarn", "He"), ("AM Keld", "She"), ("Head of Locks", "Officers")]


def test_two_who_are_marked_beside_a_paragraph_have_one_action() -> None:
    text = "The barge was shown. UK to write to the owner. TO to ring the mill.\n> UK / TO"
    (action,) = said(text).actions
    assert (action.text, action.owner) == ("UK to write to the owner. TO to ring the mill.", "UK / TO")


def test_marks_one_below_the_other_mean_those_sentences_of_their_row_that_fit_them() -> None:
    text = (
        "(a) The weir leaks. The Council RESOLVED to write to the bargemen. Cllr. Miss Sallow offered to sound it.\n"
        "(b) The mill steps are slippery in rain. Cllr. Brindle will ask the miller for a rail.\n"
        "(c) Tolls. It was noted that these had gone up to £2.\n> Clerk\n> Cllr Brindle"
    )
    assert [task for task in tasks(said(f"# 8. River\n{text}")) if task[1] in ("Clerk", "Cllr Brindle")] == [
        ("The Council RESOLVED to write to the bargemen.", "Clerk"),
        ("Cllr. Brindle will ask the miller for a rail.", "Cllr Brindle"),
    ]


def test_marks_beside_numbered_letters_mean_those_that_ask_for_something() -> None:
    text = (
        "1. The band – would play on the green. It was RESOLVED to allow it and Cllr. Orme would find a tent.\n"
        "2. Hours of the ferry. Councillors to tell the Clerk what they think of them by 4 May.\n"
        "3. Plea of the ringers – a rope is worn. The Council RESOLVED to ask the sexton for another.\n"
        "4. Thanks from the rowers, noted.\n> Cllr Orme\n> All\n> Clerk"
    )
    assert [owner for task, owner in tasks(said(f"# 8/24 Letters\n{text}"))] == ["Cllr Orme", "All", "Clerk"]


@pytest.mark.parametrize(
    ("lines", "mark", "told"),
    [
        (  # far below the mark, where its owner is named
            [
                "The reeve told of the year. The dues",
                "would rise by a tenth. All were sad to",
                "hear of it. It was at once RESOLVED",
                "that the Clerk write to the reeve.",
            ],
            "Clerk",
            "It was at once RESOLVED that the Clerk write to the reeve.",
        ),
        (  # what was decided, where nobody is given a task
            [
                "Two barges were on offer for the fair.",
                "Each had been seen by several of them",
                "and was found to be in good order.",
                "RESOLVED to hire the smaller one.",
            ],
            "Clerk",
            "RESOLVED to hire the smaller one.",
        ),
        (  # no sentence that tells how somebody voted
            [
                "The ferry leaks and the floor of it",
                "is rotten. RESOLVED to accept the",
                "price of the shipwright and pay it.",
                "Cllr. Orme voted against.",
            ],
            "Clerk",
            "RESOLVED to accept the price of the shipwright and pay it.",
        ),
        (  # another's task is not that of whom the mark names
            [
                "The lamps of the quay are out again,",
                "and nobody knows which fuse it was.",
                "It was a very dark and wet evening.",
                "Cllr Orme will ask the lamplighter.",
            ],
            "Clerk",
            "The lamps of the quay are out again, and nobody knows which fuse it was.",
        ),
    ],
)
def test_a_mark_a_line_or_two_off_means_the_task_of_its_paragraph(lines: list[str], mark: str, told: str) -> None:
    builder = TextBuilder()
    for line in filter(None, FRONT.splitlines()):
        kind = "heading" if line.startswith("#") else "paragraph"
        builder.add(kind, [Word(word) for word in line.lstrip("# ").split()])
    at = 2 if "voted" in lines[-1] else 0
    builder.add(
        "paragraph", [w for n, line in enumerate(lines) for w in _line(line, 100.0 + 12 * n)], page=1, indent=70.0
    )
    builder.add("note", _line(mark, 100.0 + 12 * at, 500.0), page=1, indent=500.0)
    assert [task for task in tasks(extract(_built(builder))) if task[1] == mark] == [(told, mark)]


def test_a_title_in_a_line_of_its_own_goes_with_the_initials_below_it() -> None:
    text = "Cllr Orme undertook to take it up with the lock keeper.\n> County Cllr.\n> TO"
    assert tasks(said(text)) == [("Cllr Orme undertook to take it up with the lock keeper.", "County Cllr. TO")]


def test_a_mark_that_ends_in_a_stroke_goes_on_in_the_line_below() -> None:
    (action,) = said("The barge was shown. It was resolved that they write to the owner.\n> UK/\n> TO").actions
    assert action.owner == "UK/ TO"


def test_two_marks_beside_one_sentence_that_tells_both_tasks_are_one_action() -> None:
    text = "The mill gives the raft. UK to fetch the raft on 3 May and TO to see to the lamps."
    assert tasks(said(f"{text}\n> UK\n> TO")) == [("UK to fetch the raft on 3 May and TO to see to the lamps.", "UK")]


def test_what_heads_a_paragraph_is_the_task_of_no_mark() -> None:
    text = "Draft Harbour Plan. It was resolved that Cllr Orme write a reply, to be sent in by the Clerk by 3 May."
    assert [action.text for action in said(f"{text}\n> TO\n> UK").actions] == [
        text.removeprefix("Draft Harbour Plan. ")
    ]


def test_a_short_task_above_who_is_to_do_it_is_the_one_marked() -> None:
    minutes = said(
        "It was agreed to give the ferry guild a new rope. Clerk to tell them. Clerk\n"
        "The lock was seen and found to be in order. Una will oil it again in May. Una\n"
        "The weir was seen and found to be in order. Tom will clear it again in May. Tom"
    )
    assert ("Clerk to tell them.", "Clerk") in tasks(minutes)


def test_who_asks_a_question_is_nobody_to_act_on_it() -> None:
    assert said("Q: Who is to be told when the lock is shut at night? (UK)\nA: The Reeve.").actions == ()


def _noted(*lines: tuple[str, BlockKind, float]) -> Document:
    """Minutes of lines with their kind and how far down they stand, notes at the right."""
    builder = TextBuilder()
    for line in filter(None, FRONT.splitlines()):
        builder.add(
            "heading" if line.startswith("#") else "paragraph", [Word(word) for word in line.lstrip("# ").split()]
        )
    for line, kind, top in lines:
        left = 500.0 if kind == "note" else 70.0
        label = "2." if kind == "heading" else None
        builder.add(kind, _line(line, top, left), page=1, indent=left, label=label, level=int(kind == "heading"))
    return _built(builder)


@pytest.mark.parametrize(
    ("mark", "told"),
    [("UK", "UK still to get the keys."), ("ALL", "All members were reminded to return their forms.")],
)
def test_a_mark_on_the_line_of_a_title_means_a_sentence_of_its_item(mark: str, told: str) -> None:
    document = _noted(
        ("2. Lock keys", "heading", 100),
        ("A paper on the keys will be read in private at the May sitting.", "paragraph", 120),
        ("UK still to get the keys.", "paragraph", 140),
        ("All members were reminded to return their forms.", "paragraph", 160),
        ("Leaflets: handed out at sixty lock houses.", "paragraph", 180),
        (mark, "note", 100),
    )
    assert [(a.text, a.owner) for a in extract(document).actions if a.tier == "explicit"] == [(told, mark)]


def test_a_mark_at_the_top_of_a_cell_means_the_paragraph_in_it_that_names_who_acts() -> None:
    lines: list[tuple[str, BlockKind, float]] = [
        ("2. Weirs", "heading", 80),
        ("Mill Weir – the plan was signed off.", "paragraph", 100),
        ("TO", "note", 100),
        ("Low Weir – it was seen. A surveyor to be appointed from the list, TO leading on this.", "paragraph", 120),
    ]
    told = "A surveyor to be appointed from the list, TO leading on this."
    assert [(a.text, a.owner) for a in extract(_noted(*lines)).actions] == [(told, "TO")]
    lines.insert(3, ("3. Low Weir", "heading", 110))  # which ends the cell
    assert (told, None) in tasks(extract(_noted(*lines)))
