"""The command line: it reads the arguments, asks the library and has the answer printed.

Results go to standard output, messages to standard error. It exits with 0 when done, 1 when a file could not be
read in full, 2 when it was used wrongly. `library` is imported inside the commands, because it brings in the
language tools and `--help` and shell completion should not wait for them.
"""

import atexit
import gc
import inspect
import io
import logging
import sys

from commands.app import app
from commands.shared import served
from logs import is_no_stop

# isort: off
# They are imported in the order in which --help lists them.
from commands import filling, corpora, fetching, asking, registers, exporting, keeping, serving, assistants  # noqa: F401
# isort: on


def main() -> None:
    """Run the command line with quiet libraries and streams that can print any document.

    As it ends, Python looks for garbage in all that was imported, which takes as long as a search. It is told not to.
    """
    atexit.register(gc.freeze)
    logging.disable(logging.WARNING)
    if logging.lastResort:  # what prints the errors of libraries
        logging.lastResort.addFilter(is_no_stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    app(prog_name="minutebook")


for _group in (app, *(each.typer_instance for each in app.registered_groups)):
    for _command in _group.registered_commands if _group else ():
        if _command.callback and "library" in inspect.signature(_command.callback).parameters:
            _command.callback = served(_command.callback)


if __name__ == "__main__":  # in a checkout: python cli.py
    main()
