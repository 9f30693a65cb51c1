"""Compiled catalogues of translations: made where they are missing or older than their source.

An installed package brings them compiled; this serves a fresh clone and the tests.
"""

from __future__ import annotations

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).parents[1] / "translations"


def compile_stale(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile each catalogue whose source is newer; gives the files written.

    A folder that may not be written to is left as it is: pages are then in Vietnamese alone.
    """
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        if os.access(source.parent, os.W_OK):
            _compile(source, target)
            written.append(target)
    return written


def _compile(source: Path, target: Path) -> None:
    """Write beside the target and move into place, so that two processes do not see half a file."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    fresh = target.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as file:
        write_mo(file, catalogue)
    fresh.replace(target)
