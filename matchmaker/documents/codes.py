"""QR codes as small drawings (SVG) that a template places.

The typesetting process loads this file by its path, so it imports nothing of the application.
"""

from __future__ import annotations

import re
from typing import Any

_DARK = re.compile(rb"\x01+")
QUIET = 2  # modules of white around, beside the white of the paper itself
MASK = 3  # any of the eight is read alike; choosing the best takes three times as long


def qr(address: str) -> str:
    """The QR code of an address, error correction M. "" for no address."""
    if not address:
        return ""
    import segno

    rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
    side = len(rows) + 2 * QUIET
    path = "".join(
        f"M{found.start() + QUIET} {y + QUIET}h{len(found[0])}v1h-{len(found[0])}z"
        for y, row in enumerate(rows)
        for found in _DARK.finditer(bytes(row))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'


def drawn(value: Any) -> Any:
    """The same JSON value with every address under a key ``qr`` drawn as its code."""
    if isinstance(value, dict):
        return {k: qr(v) if k == "qr" else drawn(v) for k, v in value.items()}
    return [drawn(v) for v in value] if isinstance(value, list) else value
