"""What is held, in forms that others' programs read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from commands.app import app, say
from commands.options import FOUND, LibraryFolder, example, filtered, named
from commands.shared import open_library, save
from minutes.model import Filters
from printing import counted

if TYPE_CHECKING:
    from exports.holdings import Exported, Holdings, Published

Standard = Literal["csv", "parquet"]
AsStandard = Annotated[
    Standard, typer.Option("--as", help="csv or parquet: a data package.", show_choices=False, metavar="STANDARD")
]
Target = Annotated[Path, named("PATH", "Where to write it: a folder, or a file where it is one.")]
CorpusFile = Annotated[
    Path | None,
    named("MANIFEST", "The corpus that says where documents were published, and their licences.", dir_okay=False),
]
FOLDERS: tuple[Standard, ...] = ("csv", "parquet")


@app.command(
    epilog=example(
        "minutebook export --as csv --to data/ --corpus corpus.toml",
        "minutebook export --as parquet --to data/ --since 2024",
    )
)
@filtered(*FOUND)
def export(
    filters: Filters,
    form: AsStandard,
    to: Target,
    library: LibraryFolder = None,
    corpus: CorpusFile = None,
) -> None:
    """Write what is held in a form that others' programs read.

    A register alone, for a spreadsheet, is written by its own command: minutebook decisions --to decisions.csv
    """
    from exports.holdings import Holdings

    published = _published(corpus) if corpus else {}
    exported = _made(form, Holdings(open_library(library), filters, published))
    if form in FOLDERS:
        for name, content in exported.files.items():
            file = to / name
            file.parent.mkdir(parents=True, exist_ok=True)
            save(content, file)
    else:
        [content] = exported.files.values()
        save(content, to)
    told = ", ".join(counted(number, name) for name, number in exported.counts.items() if number)
    say(f"Wrote {told or 'nothing, for there is nothing to tell,'} to {to}.")


def _made(form: Standard, holdings: "Holdings") -> "Exported":
    """What is written; each standard is imported where it is asked for, because some bring in much."""
    from exports.package import package

    return package(holdings, form)


def _published(manifest: Path) -> "dict[str, Published]":
    """What a manifest says of where documents come from, by their hashes."""
    from corpora.manifest import read_manifest
    from exports.holdings import Published

    return {each.sha256: Published(each.url, each.licence) for each in read_manifest(manifest).documents if each.sha256}
