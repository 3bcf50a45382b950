"""What people see of whatever compares texts or reaches across documents. `printing.py` has what it is printed with."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from minutes.model import Citation, Edit, Quotation
from printing import line, pairs, shown_path, source_line, title_of

MANY = 5  # places of a quotation that are listed


def quotation_view(told: Quotation) -> RenderableType:
    """The verdict, what differs, and where it stands."""
    verdict = {
        "exact": "exact",
        "form": f"differs in form only: {', '.join(told.forms)}",
        "changed": "changed: the words differ from those of the document",
        "absent": "absent: the document does not say this",
    }[told.verdict]
    left_out = "text marked as exempt was not looked at; --exempt does" if told.withheld else None
    first, *others = told.citations or (None,)
    changed = [("Difference", difference(told.edits))] if told.edits else []
    return pairs([
        ("Quotation", told.quote),
        ("Verdict", line("; ".join(filter(None, (verdict, left_out))), "bold")),
        *((("Document says", first.quote), *changed, ("Place", where(told, first))) if first else ()),
        *(("Also", where(told, each)) for each in others[: MANY - 1] if each),
        ("", f"and {len(others) - MANY + 1} more places" if len(others) >= MANY else None),
        ("Document", f"{title_of(told.document)} ({told.document.id})"),
    ])  # fmt: skip


def where(told: Quotation, cited: Citation) -> Text:
    """Page, paragraph and offsets."""
    source = source_line(cited, told.document, shown_path(told.document.path))
    paragraph = [] if cited.page is None else [f" · paragraph {cited.paragraph}"]
    return Text.assemble(source, *((each, "dim") for each in (*paragraph, f" · characters {cited.start}-{cited.end}")))


def difference(edits: Iterable[Edit]) -> Text:
    """A text with what was taken out in [-brackets-] and what was put in in {+braces+}, as a word diff has it."""
    parts: list[Text] = []
    for edit in edits:
        if edit.old == edit.new:
            parts.append(line(edit.old))
        else:
            parts += [line(f"[-{edit.old}-]", "red strike")] if edit.old else []
            parts += [line(f"{{+{edit.new}+}}", "green")] if edit.new else []
    return Text(" ").join(parts)
