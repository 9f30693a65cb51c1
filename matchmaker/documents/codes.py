"""QR codes as small drawings (SVG) that a template places.

The typesetting process loads this file by its path, so it imports nothing of the application.

Thousands of addresses of a conference are equally long and differ in a few letters. In a code of one size
and mask every module is a sum (exclusive or) of bits of the address, so the code of an address is that of
another, changed by what each differing bit changes: a tenth of the time that making each anew takes.
"""

from __future__ import annotations

import re
from typing import Any

_DARK = re.compile(rb"\x01+")
QUIET = 2  # modules of white around, beside the white of the paper itself
MASK = 3  # any of the eight is read alike; choosing the best takes three times as long


class _AsLong:
    """The codes of addresses of one length, from the first that was asked for."""

    def __init__(self, address: bytes) -> None:
        self.first, self.side, self.modules = address, *_made(address)
        self.changes: dict[tuple[int, int], int] = {}

    def modules_of(self, address: bytes) -> int:
        """The modules of an address, row by row, a byte for each."""
        modules = self.modules
        for place, (old, new) in enumerate(zip(self.first, address, strict=True)):
            if old != new:
                for bit in range(8):
                    if (old ^ new) >> bit & 1:
                        modules ^= self._change(place, bit)
        return modules

    def _change(self, place: int, bit: int) -> int:
        """What one bit of the address changes in the code."""
        known = self.changes.get((place, bit))
        if known is None:
            turned = bytearray(self.first)
            turned[place] ^= 1 << bit
            known = self.changes[place, bit] = _made(bytes(turned))[1] ^ self.modules
        return known


_LENGTHS: dict[int, _AsLong] = {}


def _made(address: bytes) -> tuple[int, int]:
    """The side of an address's code (error correction M or better), and its modules as one number."""
    import segno

    rows = segno.make(address, error="m", mode="byte", micro=False, mask=MASK).matrix
    return len(rows), int.from_bytes(b"".join(bytes(row) for row in rows), "big")


def qr(address: str) -> str:
    """The QR code of an address. "" for no address."""
    if not address:
        return ""
    told = address.encode()
    alike = _LENGTHS.get(len(told)) or _LENGTHS.setdefault(len(told), _AsLong(told))
    side = alike.side
    modules = alike.modules_of(told).to_bytes(side * side, "big")
    path = "".join(
        f"M{found.start() + QUIET} {y + QUIET}.5h{len(found[0])}"
        for y in range(side)
        for found in _DARK.finditer(modules[y * side : (y + 1) * side])
    )
    whole = side + 2 * QUIET
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">'
    return f'{head}<path stroke="#000" d="{path}"/></svg>'


def drawn(value: Any) -> Any:
    """The same JSON value with every address under a key ``qr`` drawn as its code."""
    if isinstance(value, dict):
        return {k: qr(v) if k == "qr" else drawn(v) for k, v in value.items()}
    return [drawn(v) for v in value] if isinstance(value, list) else value
