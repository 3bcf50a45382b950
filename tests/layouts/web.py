"""Minutes as web pages: what any page may have of the manners, and those of setting items that only pages have."""

from collections.abc import Callable
from html import escape

from tests.layouts.manners import Content, Paragraph, Table
from tests.layouts.meeting import COMMITTEE, COUNCIL
from tests.layouts.word import MARKED, MARKS

TAGS = {"bold": "strong", "italic": "em", "underline": "u"}


def page(body: str) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Minutes - {COMMITTEE} - {COUNCIL}</title></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/meetings'>Meetings</a></li></ul></nav>"
        f"<main>{body}</main><footer>Cookies | Privacy</footer></body></html>"
    )


def html(blocks: Content) -> str:
    return "".join(_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in blocks)


def _paragraph(block: Paragraph) -> str:
    text = MARKED.sub(lambda found: "<{0}>{1}</{0}>".format(TAGS[MARKS[found[1]]], found[2]), escape(block.text))
    text = text.replace("\t", "&nbsp;&nbsp; ")
    if block.kind == "bullet":
        return f"<ul><li>{text}</li></ul>"
    if block.kind == "heading":
        return f"<h3>{text}</h3>"
    styles = [f"margin-left:{block.indent}cm"] * bool(block.indent) + ["text-align:right"] * block.right
    return f'<p style="{";".join(styles)}">{text}</p>' if styles else f"<p>{text}</p>"


def _table(block: Table) -> str:
    rows = "".join(
        "".join(
            ["<tr>", *(f"<td>{escape(cell) if isinstance(cell, str) else html(cell)}</td>" for cell in row), "</tr>"]
        )
        for row in block.rows
    )
    return f"<table{' border=1' if block.ruled else ''}>{rows}</table>"


Titled = list[tuple[str, str]]  # the title of each item and what stands under it


def _titles(form: str, around: str = "{}") -> Callable[[Titled], str]:
    """Every item by itself: `{n}` is its number, and counts from 41 as `{m}`."""
    return lambda items: around.format(
        "".join(
            form.format(n=n, m=40 + n, title=title, TITLE=title.upper(), content=content)
            for n, (title, content) in enumerate(items, 1)
        )
    )


def in_lines(items: Titled) -> str:
    """Every line ends in a break, as in pages pasted from an e-mail."""
    lines = _titles("<b>{n}. {title}</b><br><br>{content}")(items)
    return f"<div>{lines.replace('<p>', '').replace('</p>', '<br><br>')}</div>"


def from_word(items: Titled) -> str:
    """As Word saves a page."""
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
    return _titles(
        f"<p class=MsoListParagraph style='text-indent:-18.0pt'><b><span lang=EN-GB>{{n}}.{gap}</span></b>"
        "<b><span lang=EN-GB>{title}</span></b></p><p class=MsoNormal>&nbsp;</p>{content}"
    )(
        [
            (title, _in_each(content, "<p class=MsoNormal><span lang=EN-GB>", "<o:p></o:p></span></p>"))
            for title, content in items
        ]
    )


def in_fonts(items: Titled) -> str:
    font = "<font face=Arial size=2>"
    return _titles(f"<p>{font}<u>{{n}}. {{title}}</u></font></p>{{content}}")(
        [(title, _in_each(content, f"<p>{font}", "</font></p>")) for title, content in items]
    )


def _in_each(content: str, before: str, after: str) -> str:
    return content.replace("<p>", before).replace("</p>", after)


PAGES: dict[str, Callable[[Titled], str]] = {
    "list": _titles("<li><strong>{title}</strong>{content}</li>", "<ol>{}</ol>"),
    "definitions": _titles("<dt>{n}. {title}</dt><dd>{content}</dd>", "<dl>{}</dl>"),
    "details": _titles("<details open><summary>{n}. {title}</summary>{content}</details>"),
    "divisions": _titles(
        "<div class='agenda-item'><div class='number'>{n}</div><div class='title'>{title}</div>"
        "<div class='minute'>{content}</div></div>"
    ),
    "sections": _titles("<section><header><span>{m}/24</span> <h3>{title}</h3></header>{content}</section>"),
    "number outside": _titles("<p>{m}/24&nbsp;&nbsp;<strong>{TITLE}</strong></p>{content}"),
    "modern.gov": _titles(
        "<tr><td class='mgItemNumberCell' valign='top'><p>{n}.&nbsp;</p></td><td>"
        "<p class='mgSubItemTitleTxt'><b>{title}</b></p><div class='mgWordPara'>{content}</div></td></tr>",
        "<table class='mgItemTable'>{}</table>",
    ),
    "a table each": _titles(
        "<table border=1><tr><th colspan=2>{n}. {title}</th></tr><tr><td>Minute</td><td>{content}</td></tr></table>"
    ),
    "lines": in_lines,
    "from Word": from_word,
    "fonts": in_fonts,
}
