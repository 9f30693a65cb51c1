"""A QR code as drawn is the code that was made."""

from __future__ import annotations

import re

import pytest
import segno

from matchmaker.documents.codes import MASK, QUIET, drawn, qr

LINK = "https://ket-noi.example/p/C1/HTX%20M%E1%BA%ADn/0a1b2c3d4e5f6a7b8c9d"
SLIP = "https://ket-noi.example/conferences/C1/results/P{:04}/B{:04}"
Module = tuple[int, int]


def made(address: str) -> set[Module]:
    rows = segno.make(address, error="m", mode="byte", micro=False, mask=MASK).matrix
    return {(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}


def read(drawing: str) -> set[Module]:
    strokes = re.findall(r"M(\d+) (\d+)\.5h(\d+)", drawing)
    return {(int(x) + i - QUIET, int(y) - QUIET) for x, y, length in strokes for i in range(int(length))}


@pytest.mark.parametrize("address", [LINK, LINK.replace("0a1b", "f09e"), "HTTP://A.VN/7"])
def test_every_dark_module_is_drawn_and_no_other(address: str) -> None:
    assert read(qr(address)) == made(address)


def test_a_code_worked_out_from_another_is_the_one_made_anew() -> None:
    addresses = [SLIP.format(n * 37 % 10_000, n * 91 % 10_000) for n in range(60)]
    sheets = drawn([{"qr": address, "name": "HTX"} for address in addresses])
    assert [read(sheet["qr"]) for sheet in sheets] == [made(address) for address in addresses]
    assert {sheet["name"] for sheet in sheets} == {"HTX"}


def test_no_address_has_no_code() -> None:
    assert qr("") == ""
