"""Fetching what councils publish."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from commands.app import app, say
from commands.options import As, example, iso_date, named
from corpora.manifest import Body
from fetch.model import DELAY
from minutes.dates import Days
from minutes.errors import SiteError
from printing import emit, line
from wording import counted

if TYPE_CHECKING:
    from fetch.keeping import Fetched

FETCHED_COLUMNS = ("outcome", "organisation", "body", "date", "title", "path", "url", "why")
YEAR = timedelta(days=365)

SiteAddress = Annotated[str, typer.Argument(metavar="URL", help="The council's Modern.Gov site, or a page of it.")]
Folder = Annotated[Path, named("DIR", "Where to keep documents and the manifest, corpus.toml.", file_okay=False)]


@app.command(
    epilog=example(
        'minutebook fetch https://democracy.council.example --to council --organisation "Wenmarch County Council"'
    )
)
def fetch(
    url: SiteAddress,
    to: Folder,
    organisation: Annotated[str | None, named("NAME", "Whose documents they are.")] = None,
    gss: Annotated[str | None, named("CODE", "The code of its place, such as E10000001.")] = None,
    region: Annotated[str | None, named("NAME", "Its English region.")] = None,
    licence: Annotated[str | None, named("NAME", "Under which licence they are published.")] = None,
    body: Annotated[list[str] | None, named("WORDS", "Only committees with these words in their name.")] = None,
    since: Annotated[str | None, named("DATE", "Meetings from this day on; else of a year.", callback=iso_date)] = None,
    until: Annotated[str | None, named("DATE", "Meetings up to this day; else to today.", callback=iso_date)] = None,
    reports: Annotated[bool, typer.Option("--reports", help="Also what was laid before the meetings.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Also ask for what has not changed, as far as known.")] = False,
    delay: Annotated[float, named("SECONDS", "Pause after each answer.", min=0.5)] = DELAY,
    host: Annotated[list[str] | None, named("HOST", "Another host that the site keeps its documents on.")] = None,
    form: As = "table",
) -> None:
    """Get the minutes that a council publishes on its Modern.Gov site, those that are new or changed.

    Asks for one thing at a time, with a pause, and only what the site's robots.txt allows. When it is stopped, the
    same command goes on where it stood. The documents are named in a manifest: minutebook corpus build reads them.
    """
    from fetch.council import Council, base_of
    from fetch.keeping import MANIFEST, Collection, Fetched, Wanted
    from fetch.web import Site, host_of

    base, last = base_of(url), Days.parse(until).last if until else date.today()
    first = Days.parse(since).first if since else last - YEAR
    wanted = Wanted(since=first, until=last, committees=body or (), reports=reports, again=again)
    collection = Collection(to, stated(organisation, gss, region), licence=licence)
    results: list[Fetched] = []
    stopped, console = False, Console(stderr=True)
    with Site([host_of(base), *(host or ())], delay=delay) as site, console.status("Asking for committees") as status:
        council = Council(site, base)
        try:
            for told in collection.fetch(site, council, wanted):
                status.update(line(f"{told.body} · {told.date}"))
                say(told.why, console=console)
                results.append(told)
        except SiteError as error:
            stopped = True
            say(str(error), console=console)
    if council.silent:
        say(f"the web service did not answer, so the public pages were asked ({council.silent})")
    emit(
        form,
        results,
        lambda told: told.model_dump(mode="json"),
        FETCHED_COLUMNS,
        lambda: [line(summed(results, to / MANIFEST))],
    )
    raise typer.Exit(int(stopped or any(each.outcome == "failed" for each in results)))


def stated(organisation: str | None, gss: str | None, region: str | None) -> Body:
    """What is said of the bodies of a site."""
    try:
        return Body(organisation=organisation, gss=gss, region=region)
    except ValidationError as error:
        fault = error.errors()[0]
        option = f"--{fault['loc'][0]}: " if fault["loc"] else ""
        raise typer.BadParameter(f"{option}{fault['msg']}.") from error


def summed(results: Sequence["Fetched"], manifest: Path) -> str:
    """What became of all, and what to do next."""
    outcomes = Counter(each.outcome for each in results)
    became = [
        f"{outcomes[each]:,} {each}" for each in ("added", "updated", "unchanged", "left", "failed") if outcomes[each]
    ]
    if not became:
        return f"Nothing new; what was asked for within a day is asked for again with --again. Named in {manifest}."
    return f"{counted(len(results), 'document')}: {', '.join(became)}. Now run: minutebook corpus build {manifest}"
