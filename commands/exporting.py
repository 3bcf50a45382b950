"""What is held, in forms that others' programs read."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from commands.app import app, say
from commands.options import FOUND, LibraryFolder, example, filtered, named
from commands.shared import open_library
from minutes.found import Filters, RecordKind
from printing import write
from saving import save
from wording import counted

if TYPE_CHECKING:
    from exports.holdings import Exported, Holdings, Published

Standard = Literal["csv", "parquet", "popolo", "akoma-ntoso", "annotations", "atom", "ics", "html"]
RECORDS: dict[Standard, tuple[RecordKind, ...]] = {  # what is written of each
    "csv": ("item", "decision", "action", "metric"),
    "parquet": ("item", "decision", "action", "metric"),
    "popolo": ("item", "decision"),
    "akoma-ntoso": ("item", "decision", "action"),
    "annotations": ("item", "decision", "action", "metric"),
    "atom": ("decision", "action"),
    "ics": ("decision", "action"),
    "html": ("item", "decision", "action"),
}
FOLDERS: tuple[Standard, ...] = ("csv", "parquet", "akoma-ntoso", "html")  # those of several files

AsStandard = Annotated[Standard, typer.Option("--as", metavar="STANDARD", help="Which form; they are listed above.")]
Target = Annotated[Path | None, named("PATH", "The folder or the file to write to; a file is printed without it.")]
CorpusFile = Annotated[
    Path | None,
    named("MANIFEST", "The corpus that says where documents were published, and their licences.", dir_okay=False),
]
Site = Annotated[str, named("URL", "Address of the web pages, for links to the words on their page.")]


@app.command(
    epilog=example(
        "minutebook export --as csv --to data/ --corpus corpus.toml",
        'minutebook export --as ics --to council.ics --body "Town Council"',
    )
)
@filtered(*FOUND)
def export(
    filters: Filters,
    form: AsStandard,
    to: Target = None,
    library: LibraryFolder = None,
    corpus: CorpusFile = None,
    site: Site = "",
) -> None:
    """Write what is held in a form that others' programs read.

    Folders:
    csv, parquet: all tables as a data package of Frictionless
    akoma-ntoso: the minutes of each meeting as XML
    html: the registers and meetings as pages that need no server

    What an earlier export wrote to the folder and this one does not have is deleted there.

    Files:
    popolo: organisations, people, meetings, motions and votes as JSON
    annotations: all citations as W3C Web Annotations
    atom, ics: decisions and promises for news readers and calendars

    A register alone, for a spreadsheet, its own command writes: minutebook decisions --to decisions.csv
    """
    from corpora.manifest import is_web_address
    from exports.holdings import Holdings

    if to is None and form in FOLDERS:
        raise typer.BadParameter(f"{form} is several files; name a folder for them.", param_hint="'--to'")
    if site and not is_web_address(site):
        raise typer.BadParameter(f"{site} is no address; write https://…", param_hint="'--site'")
    published = _published(corpus) if corpus else {}
    store = open_library(library)
    exported = _made(form, Holdings(store, filters, published, site.rstrip("/")))
    if to is None:
        [content] = exported.files.values()
        write(content.decode())
        return
    deleted = 0
    if form in FOLDERS:
        deleted = _fill(to, form, exported.files)
    else:
        [content] = exported.files.values()
        to.parent.mkdir(parents=True, exist_ok=True)
        save(to, content)
    told = ", ".join(counted(number, noun) for noun, number in exported.counts.items() if number)
    say(f"Wrote {'; '.join([told or 'nothing, for nothing is held that fits,', *exported.left])} to {to}.")
    left = [(kind, number) for kind in RECORDS[form] if (number := store.mistrusted(kind, filters=filters))]
    if left:
        said = ", ".join(counted(number, kind) for kind, number in left)
        say(f"Left out as of low trust: {said}; --all writes them.")
    if deleted:
        say(f"Deleted {counted(deleted, 'file')} of an earlier export there that this one does not have.")


def _fill(folder: Path, form: Standard, files: Mapping[str, bytes]) -> int:
    """Write an export into a folder, and delete what only an earlier one wrote there; how many files that is.

    What was taken out of the library, or is exempt by now, must not stay published. A hidden list says which are ours.
    """
    list_of_ours = folder / f".minutebook-{form}"
    before = set(list_of_ours.read_text(encoding="utf-8").splitlines()) if list_of_ours.is_file() else set()
    folder.mkdir(parents=True, exist_ok=True)
    save(list_of_ours, "\n".join(sorted(before | files.keys())).encode())  # all of both, should this be stopped
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save(folder / name, content)
    gone = [folder / name for name in sorted(before - files.keys())]
    gone = [file for file in gone if file.resolve().is_relative_to(folder.resolve())]  # whoever wrote the list
    for file in gone:
        file.unlink(missing_ok=True)
    save(list_of_ours, "\n".join(sorted(files)).encode())
    return len(gone)


def _made(form: Standard, holdings: "Holdings") -> "Exported":
    """What is written; each standard is imported where it is asked for, because some bring in much."""
    match form:
        case "csv" | "parquet":
            from exports.package import package

            return package(holdings, form)
        case "popolo":
            from exports.popolo import popolo

            return popolo(holdings)
        case "akoma-ntoso":
            from exports.akoma import akoma_ntoso

            return akoma_ntoso(holdings)
        case "annotations":
            from exports.annotations import annotations

            return annotations(holdings)
        case "atom":
            from exports.feeds import atom

            return atom(holdings)
        case "ics":
            from exports.feeds import ics

            return ics(holdings)
        case "html":
            from exports.snapshot import snapshot

            return snapshot(holdings)


def _published(manifest: Path) -> "dict[str, Published]":
    """What a manifest says of where documents come from, by their hashes."""
    from corpora.manifest import read_manifest
    from exports.holdings import Published

    return {each.sha256: Published(each.url, each.licence) for each in read_manifest(manifest).documents if each.sha256}
