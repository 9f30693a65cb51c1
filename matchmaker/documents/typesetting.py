"""Templates and data in, PDF bytes out, typeset by typst in a process of its own.

The process sees the templates' folder and the fonts' folder; the data reach it as one JSON text, so that
whatever stands in a name stays text. It may use so much memory and so many seconds of processor time, may
write no file, and is killed when it takes too long. No more of them run at once than there are processors.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "static" / "build" / "fonts"
SECONDS = 120
MEMORY_BYTES = 3 * 1024**3
AT_ONCE = BoundedSemaphore(min(os.cpu_count() or 1, 4))  # typesetting processes of this one


class NotPrintedError(RuntimeError):
    """No PDF came out: ``code`` (fonts_missing, too_slow, not_typeset) and ``facts`` say why."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(f"{code} {facts}")
        self.code = code
        self.facts = facts


def render(template: str, data: Mapping[str, Any], seconds: float = SECONDS) -> bytes:
    """The PDF of ``templates/<template>.typ`` with ``data`` (JSON values). Raises `NotPrintedError`."""
    if not any(FONTS.glob("*.ttf")):
        raise NotPrintedError("fonts_missing", folder=str(FONTS))
    request = {
        "template": f"{template}.typ",
        "root": str(HERE / "templates"),
        "fonts": str(FONTS),
        "data": clean(data),
        "seconds": int(seconds) + 1,
        "memory": MEMORY_BYTES,
    }
    try:
        with AT_ONCE:
            done = subprocess.run(
                [sys.executable, "-I", str(HERE / "typesetter.py")],
                input=json.dumps(request, ensure_ascii=False).encode(),
                capture_output=True,
                timeout=seconds,
                env={},
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise NotPrintedError("too_slow", seconds=seconds) from error
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise NotPrintedError("not_typeset", detail=done.stderr.decode(errors="replace")[-400:])
    return done.stdout


def clean(value: Any) -> Any:
    """The same JSON value with every text in NFC and without control, format and unassigned characters."""
    if isinstance(value, str):
        if value.isprintable() and unicodedata.is_normalized("NFC", value):
            return value
        kept = (" " if c in "\n\r\t" else c for c in value)
        return unicodedata.normalize("NFC", "".join(c for c in kept if unicodedata.category(c)[0] != "C"))
    if isinstance(value, Mapping):
        return {k: clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [clean(v) for v in value]
    return value
