"""Files are written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def save(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; one that is a link where it leads to.

    Raises:
        OSError: with the name of the file, if it cannot be written.
    """
    if file.exists() and not file.is_file():  # a pipe or a device, in whose place no file may come
        file.write_bytes(content)
        return
    target = file.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        with suppress(OSError):
            part.unlink()
