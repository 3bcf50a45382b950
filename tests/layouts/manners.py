"""The manners in which minutes tell the same: who was there, the items, what was said, decided and asked for.

Each makes blocks, which `word` and `web` write. In their text `**words**` are bold, `//words//` italic and `__words__`
underlined. The first manner of each kind is the plain one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, NamedTuple

from tests.layouts.meeting import COMMITTEE, COUNCIL, DAY, GROUPS, ITEMS, PLACE, TIME, Person, Task

Kind = Literal["plain", "heading", "bullet", "numbered", "note"]


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: Kind = "plain"  # a note is for the margin, beside the paragraph before it
    indent: int = 0  # centimetres
    right: bool = False


@dataclass(frozen=True)
class Table:
    rows: Sequence[Sequence["str | Content"]]
    ruled: bool = True
    widths: tuple[float, ...] = ()  # of the columns, in centimetres; alike where none are given


Content = Sequence[Paragraph | Table]
Items = Sequence[tuple[str, Content]]  # each with its title
Asked = Sequence[tuple[Task, str]]  # each task with what its owner is called


class Layout(NamedTuple):
    attendance: str = "in a line"
    numbering: str = "1. Title"
    said: str = "plain"
    decisions: str = "RESOLVED: That"
    actions: str = "ACTION: who to do"
    owner: str = "office"


# Who was there


def with_office(person: Person) -> str:
    return f"{person.name} ({person.office})" if person.office else person.name


def _groups(form: str, told: Callable[[Person], str] = with_office) -> Callable[[], Content]:
    """A line a group, of all who are in it."""
    return lambda: [
        Paragraph(form.format(group=group, people=", ".join(map(told, people)))) for group, people in GROUPS.items()
    ]


def _lists(form: str, told: Callable[[Person], str] = with_office, kind: Kind = "plain") -> Callable[[], Content]:
    """A line a person, below what the group is called."""
    return lambda: [
        block
        for group, people in GROUPS.items()
        for block in (Paragraph(form.format(group=group)), *(Paragraph(told(each), kind) for each in people))
    ]


def tabbed() -> Content:
    return [
        Paragraph(f"{'' if place else f'{group}:'}\t{each.name}\t{each.office}".rstrip())
        for group, people in GROUPS.items()
        for place, each in enumerate(people)
    ]


def in_sentences() -> Content:
    (*members, last), apologies, others = GROUPS.values()
    return [
        Paragraph(f"**Present:** {', '.join(map(with_office, members))} and {last.name}."),
        Paragraph(f"Also present: {' and '.join(f'{each.name}, {each.office}' for each in others)}."),
        Paragraph(f"Apologies for absence were received from {' and '.join(each.name for each in apologies)}."),
    ]


def below_titles() -> Content:
    (chair, *members), apologies, others = GROUPS.values()
    return [
        Paragraph("**PRESENT**"),
        Paragraph(f"{chair.name} in the Chair"),
        Paragraph("; ".join(each.name for each in members)),
        Paragraph("**APOLOGIES**"),
        Paragraph("; ".join(each.name for each in apologies)),
        Paragraph("**IN ATTENDANCE**"),
        Paragraph("; ".join(f"{each.name}, {each.office}" for each in others)),
    ]


def _lines(people: Iterable[Person]) -> Content:
    return [Paragraph(with_office(each)) for each in people]


def beside_labels() -> Content:
    return [Table([[f"{group}:", _lines(people)] for group, people in GROUPS.items()], ruled=False, widths=(4, 12))]


def in_three_columns() -> Content:
    return [Table([list(GROUPS), [_lines(people) for people in GROUPS.values()]])]


def in_two_columns() -> Content:
    blocks: list[Paragraph | Table] = []
    for group, people in GROUPS.items():
        names = [with_office(each) for each in people]
        pairs = zip_longest(names[::2], names[1::2], fillvalue="")
        blocks += [Paragraph(f"**{group}:**"), Table(list(pairs), ruled=False)]
    return blocks


def a_table_each() -> Content:
    blocks: list[Paragraph | Table] = []
    for group, people in GROUPS.items():
        rows = [[each.name, each.office or "Member", each.initials] for each in people]
        blocks += [Paragraph(f"**{group}**"), Table(rows)]
    return blocks


def in_one_table() -> Content:
    rows = [
        [each.name, each.office or "Member", each.initials, group]
        for group, people in GROUPS.items()
        for each in people
    ]
    return [Table([["Name", "Role", "Initials", "Attendance"], *rows])]


ATTENDANCE: dict[str, Callable[[], Content]] = {
    "in a line": _groups("**{group}:** {people}"),
    "with initials": _groups("**{group}:** {people}", lambda each: f"{each.name} ({each.initials})"),
    "a line each": _lists("**{group}:**"),
    "a bullet each": _lists("**{group}**", kind="bullet"),
    "after a dash": _lists("**{group}**", lambda each: f"{each.name} – {each.office}" if each.office else each.name),
    "tabbed": tabbed,
    "in sentences": in_sentences,
    "below titles": below_titles,
    "beside labels": beside_labels,
    "in three columns": in_three_columns,
    "in two columns": in_two_columns,
    "a table each": a_table_each,
    "in one table": in_one_table,
}

# What was said

SAID: dict[str, Callable[[int, Sequence[str]], Content]] = {
    "plain": lambda _, said: [Paragraph(text) for text in said],
    "1.1": lambda item, said: [Paragraph(f"{item}.{place}\t{text}") for place, text in enumerate(said, 1)],
    "(a)": lambda _, said: [Paragraph(f"({letter}) {text}") for letter, text in zip("abc", said, strict=False)],
    "bullets": lambda _, said: [Paragraph(text, "bullet") for text in said],
}

# What was decided


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _each(form: str, *, indent: int = 0) -> Callable[[Sequence[str]], list[Paragraph]]:
    """A paragraph a decision: `{that}` is its text after "that", `{it}` the same as a sentence."""
    return lambda decided: [
        Paragraph(form.format(place=place, that=f"{text}.", it=sentence(text)), indent=indent)
        for place, text in enumerate(decided, 1)
    ]


def _limbs(stem: str, labels: Sequence[str], form: str, kind: Kind = "plain") -> Callable[[Sequence[str]], Content]:
    """All decisions below a stem."""
    limbs = [_each(f"{label}{form}", indent=0 if kind == "bullet" else 1) for label in labels]
    return lambda decided: [
        Paragraph(stem),
        *(replace(limb, kind=kind) for write, text in zip(limbs, decided, strict=False) for limb in write([text])),
    ]


def in_a_box(decided: Sequence[str]) -> Content:
    return [Table([[[Paragraph("RESOLVED"), *(Paragraph(f"That {text}.") for text in decided)]]])]


def right_of_the_word(decided: Sequence[str]) -> Content:
    rows = [["" if place else "RESOLVED", f"That {text}."] for place, text in enumerate(decided)]
    return [Table(rows, ruled=False, widths=(3, 13))]


DECISIONS: dict[str, Callable[[Sequence[str]], Content]] = {
    "RESOLVED: That": _each("**RESOLVED:** That {that}"),
    "RESOLVED – that": _each("**RESOLVED** – that {that}"),
    "RESOLVED that": _each("**RESOLVED that {that}**"),
    "Resolved:": _each("**Resolved: {it}**"),
    "It was RESOLVED that": _each("It was **RESOLVED** that {that}"),
    "Decision:": _each("**Decision:** {it}"),
    "Decision 1": _each("**Decision {place}** {it}"),
    "AGREED: that": _each("**AGREED:** that {that}"),
    "The Committee agreed that": _each("The Committee agreed that {that}"),
    "italic": _each("//Resolved that {that}//", indent=1),
    "(1)": _limbs("**RESOLVED**", ("(1) ", "(2) "), "{that}"),
    "(i)": _limbs("**RESOLVED:** That:–", ("(i) ", "(ii) "), "{that}"),
    "RESOLVED THAT:": _limbs("**RESOLVED THAT:**", ("", ""), "{that}"),
    "bullets": _limbs("**Resolved:**", ("", ""), "{it}", "bullet"),
    "in a box": in_a_box,
    "right of the word": right_of_the_word,
}

# Who is to do what


def _task(*forms: str, kind: Kind = "plain", right: bool = False) -> Callable[[Asked], Content]:
    """One paragraph a task, or a second one of the given kind: `{who}` is to `{do}` it, `{Do}` begins a sentence."""
    first, *others = forms
    shape = [Paragraph(first), *(Paragraph(form, kind, right=right) for form in others)]

    def write(asked: Asked) -> Content:
        return [
            replace(block, text=block.text.format(who=who, name=task.owner.name, do=done, Do=sentence(done)))
            for task, who in asked
            for done in [f"{task.text} {task.due}".rstrip()]
            for block in shape
        ]

    return write


def below_a_heading(asked: Asked) -> Content:
    tasks = (f"{who} to {task.text} {task.due}".rstrip() for task, who in asked)
    return [Paragraph("**Actions:**"), *(Paragraph(text, "bullet") for text in tasks)]


def in_a_table(asked: Asked) -> Content:
    rows = [[sentence(task.text).rstrip("."), who, task.due.removeprefix("by ")] for task, who in asked]
    return [Table([["Action", "Owner", "By when"], *rows])]


ACTIONS: dict[str, Callable[[Asked], Content]] = {
    "ACTION: who to do": _task("**ACTION:** {who} to {do}."),
    "Action who: to do": _task("**Action {who}:** to {do}"),
    "Action (who): Do": _task("**Action ({who}):** {Do}"),
    "Do. [Action: who]": _task("{Do} **[Action: {who}]**"),
    "Do. ACTION who": _task("{name} to {do}. **ACTION {who}**"),
    "who below": _task("{Do}", "**Action: {who}**"),
    "who below at the right": _task("{name} to {do}.", "**Action: {who}**", right=True),
    "ACTION: who beside": _task("{name} to {do}.", "**ACTION: {who}**", kind="note"),
    "who beside": _task("{name} to {do}.", "**{who}**", kind="note"),
    "below a heading": below_a_heading,
    "in a table": in_a_table,
    "in a table at the end": lambda _: [],
}
OWNER: dict[str, Callable[[Person], str]] = {
    "office": lambda person: person.office,
    "initials": lambda person: person.initials,
    "name": lambda person: person.name,
}

# How items stand out


def _titles(form: str, kind: Kind = "plain") -> Callable[[Items], Content]:
    """A title is a paragraph by itself: `{n}` is its number, and counts from 41 as `{m}`."""
    return lambda items: [
        block
        for n, (title, content) in enumerate(items, 1)
        for block in (
            Paragraph(form.format(n=n, m=40 + n, title=title, TITLE=title.upper()), kind),
            *notes_beside(content),
        )
    ]


def notes_beside(content: Content) -> Content:
    """What is noted stands in a second column, beside the paragraph before it."""
    blocks: list[Paragraph | Table] = []
    for block in content:
        if isinstance(block, Paragraph) and block.kind == "note":
            blocks[-1:] = [Table([[blocks[-1:], [block]]], ruled=False, widths=(13, 3))]
        else:
            blocks.append(block)
    return blocks


def notes_apart(content: Content) -> tuple[Content, Content]:
    notes = [block for block in content if isinstance(block, Paragraph) and block.kind == "note"]
    return [block for block in content if block not in notes], notes


def run_in(items: Items) -> Content:
    blocks: list[Paragraph | Table] = []
    for n, (title, (first, *others)) in enumerate(items, 1):
        assert isinstance(first, Paragraph)
        blocks += [replace(first, text=f"**{n}. {title}:** {first.text}"), *notes_beside(others)]
    return blocks


def beside_numbers(items: Items) -> Content:
    return [
        Table([[str(n), [Paragraph(f"**{title}**"), *notes_beside(content)]]], ruled=False, widths=(1.4, 14.5))
        for n, (title, content) in enumerate(items, 1)
    ]


def in_rows(items: Items) -> Content:
    rows: list[list[str | Content]] = [["No.", "Item", "Action"]]
    for n, (title, content) in enumerate(items, 1):
        told, notes = notes_apart(content)
        rows.append([str(n), [Paragraph(f"**{title}**"), *told], notes])
    return [Table(rows, widths=(1.2, 11, 3.6))]


def in_rows_of_titles(items: Items) -> Content:
    rows: list[list[str | Content]] = [["Item", "Discussion and decisions", "Action by"]]
    rows += [[f"{n}. {title}", *notes_apart(content)] for n, (title, content) in enumerate(items, 1)]
    return [Table(rows, widths=(3.4, 9.8, 2.6))]


NUMBERING: dict[str, Callable[[Items], Content]] = {
    "1. Title": _titles("**{n}. {title}**"),
    "1 Title": _titles("**{n} {title}**"),
    "1) Title": _titles("**{n}) {title}**"),
    "1. tab Title": _titles("**{n}.\t{title}**"),
    "Item 1: Title": _titles("**Item {n}: {title}**"),
    "41/24 TITLE": _titles("**{m}/24\t{TITLE}**"),
    "numbered by Word": _titles("**{title}**", "numbered"),
    "heading": _titles("{title}", "heading"),
    "capitals": _titles("**{TITLE}**"),
    "underlined": _titles("__{title}__"),
    "run in": run_in,
    "beside numbers": beside_numbers,
    "in rows": in_rows,
    "in rows of titles": in_rows_of_titles,
}

# All of it


def front(layout: Layout) -> Content:
    return [
        Paragraph(f"**{COUNCIL}**"),
        Paragraph(f"**{COMMITTEE}**"),
        Paragraph(f"Minutes of the meeting held on {DAY} at {TIME} in {PLACE}"),
        *ATTENDANCE[layout.attendance](),
    ]


def asked(tasks: Sequence[Task], layout: Layout) -> Asked:
    return [(task, OWNER[layout.owner](task.owner)) for task in tasks]


def contents(layout: Layout) -> Items:
    """What stands under each title."""
    return [
        (
            item.title,
            [
                *SAID[layout.said](n, item.said),
                *(DECISIONS[layout.decisions](item.decided) if item.decided else ()),
                *(ACTIONS[layout.actions](asked(item.tasks, layout)) if item.tasks else ()),
            ],
        )
        for n, item in enumerate(ITEMS, 1)
    ]


def back(layout: Layout) -> Content:
    blocks: list[Paragraph | Table] = []
    if layout.actions == "in a table at the end":
        tasks = [task for item in ITEMS for task in item.tasks]
        blocks += [Paragraph("**Summary of actions**"), *in_a_table(asked(tasks, layout))]
    return [*blocks, Paragraph("The meeting closed at 8.40 pm."), Paragraph("Signed .................... Chair")]


def minutes(layout: Layout) -> Content:
    return [*front(layout), *NUMBERING[layout.numbering](contents(layout)), *back(layout)]
