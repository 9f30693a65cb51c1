"""The spreadsheet in which a list of participants is typed, with both languages in its head."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

Record = Mapping[str, Any]


def template(heads: Sequence[str], sample: Sequence[Sequence[str]], slots: Sequence[Sequence[str]]) -> bytes:
    """An .xlsx with the header, sample rows to write over, and the numbers of the slots on a second sheet.

    Every cell is written as text, so that nothing typed anywhere can become a formula.
    """
    found = io.BytesIO()
    workbook = xlsxwriter.Workbook(found, {"in_memory": True, "strings_to_formulas": False})
    bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    plain = workbook.add_format({"num_format": "@"})
    sheet = workbook.add_worksheet("Danh sách")
    sheet.set_column(0, len(heads) - 1, 18, plain)
    sheet.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        sheet.write_string(0, place, head, bold)
    for number, row in enumerate(sample, 1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell, plain)
    times = workbook.add_worksheet("Khung giờ")
    times.set_column(0, 0, 8)
    times.set_column(1, 2, 24)
    for number, row in enumerate(slots):
        for place, cell in enumerate(row):
            times.write_string(number, place, cell)
    workbook.close()
    return found.getvalue()
