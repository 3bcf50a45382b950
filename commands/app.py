"""The command line's application: one way of failing, one way of saying so."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from threading import current_thread, main_thread
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from commands.options import example
from logs import in_json, warn
from minutes.errors import MinutebookError
from printing import line

REWORDED = {  # what the tools below say in words that are no help to the person who reads it
    r"Value error, ": "",
    r"Input should be a valid integer.*?(?=\. Try|$)": "it is no whole number",
    r"Input should be greater than or equal to (\d+)": r"it has to be at least \1",
    r" \([^()]*\(PDFium: [^()]*\)\.?\)": "",
}


# Newer versions of Typer bring their own click, and export no common base of its errors.
ClickError: type[Exception] = typer.BadParameter.__mro__[2]


class Commands(TyperGroup):
    """All commands, with one way of failing: a line on standard error and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            with terminable() as signals:
                code = super().main(*args, **kwargs) or 0
            if code == 130:
                say("Stopped; what was done before is kept.")
                code = 128 + signals[0] if signals else code
        except ClickError as error:
            say(usage_message(error))
            code = 2
        except typer.Abort:
            say("Stopped; nothing was changed.")
            code = 130
        except MinutebookError as error:
            say(str(error))
            code = 2
        except OSError as error:
            reason = error.strerror or error
            say(f"{error.filename or 'disk'}: {reason}; check the path, its permissions and the space.")
            code = 2
        sys.exit(code)

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # `minutebook decisions | head` has read enough. Python would complain once more when it closes stdout.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        return result

    def get_params(self, ctx: Any) -> list[Any]:
        return untyped(super().get_params(ctx))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if command := super().get_command(ctx, cmd_name):
            untyped(command.get_params(ctx))
        return command


@contextmanager
def terminable() -> Iterator[list[int]]:
    """SIGTERM ends what is done meanwhile as Ctrl-C does, and is in the list then; a second one ends it at once."""
    seen: list[int] = []

    def stop(number: int, _: object) -> None:
        seen.append(number)
        signal.signal(number, signal.SIG_DFL)
        raise KeyboardInterrupt

    if current_thread() is not main_thread():  # others may not ask for signals
        yield seen
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGTERM, before)


def untyped(parameters: list[Any]) -> list[Any]:
    """The same, without `<bool>` and `<list[str]>` in the help: the name says what to give."""
    for each in parameters:
        if getattr(each, "is_flag", False) or each.param_type_name == "argument":
            each.display_type_rich = lambda ctx: None
    return parameters


app = typer.Typer(
    cls=Commands,
    help="Minutes in, cited answers out: what was decided, who was to do it, and the page that says so.",
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minutebook {version('minutebook')}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True, epilog=example("minutebook ingest minutes/", 'minutebook search "school transport"')
)
def root(
    ctx: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def say(message: str | None, *, about: str = "", console: Console | None = None) -> None:
    """One line on standard error, which names the file that it is about; nothing if there is no message."""
    if message:
        text = message if message.startswith(about) else f"{about}: {message}"
        for theirs, ours in REWORDED.items():
            text = re.sub(theirs, ours, text)
        if in_json():
            warn(text)
            return
        (console or Console(stderr=True)).print(line(text), soft_wrap=True)


def usage_message(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "minutebook"
    message = error.format_message().rstrip(".")  # type: ignore[attr-defined]
    return f"{message}{'' if message.endswith('?') else '.'} Try '{command} --help'."
