"""A QR code as drawn is the code that was made."""

from __future__ import annotations

import re

import segno

from matchmaker.documents.codes import MASK, QUIET, qr

ADDRESS = "https://ket-noi.example/p/C1/HTX%20M%E1%BA%ADn/0a1b2c3d4e5f6a7b8c9d"


def test_every_dark_module_is_drawn_and_no_other() -> None:
    rows = segno.make(ADDRESS, error="m", micro=False, mask=MASK).matrix
    drawn = set()
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", qr(ADDRESS)):
        drawn |= {(int(x) + i - QUIET, int(y) - QUIET) for i in range(int(length))}
    assert drawn == {(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}


def test_no_address_has_no_code() -> None:
    assert qr("") == ""
