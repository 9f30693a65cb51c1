"""The empty lists that departments fill in: both languages in the head, choices to pick, one example row."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

CHOOSABLE_ROWS = 2_000


def list_template(
    title: str,
    heads: Sequence[tuple[str, str]],
    example: Mapping[str, Any],
    choices: Mapping[str, Sequence[str]],
    guide: Sequence[Sequence[str]],
) -> bytes:
    """An .xlsx: the list itself, a guide, and the choices.

    ``heads`` are field and header; ``example`` the values of the example row by field; ``choices`` what can
    be picked, by field; ``guide`` the rows of the instruction sheet. A value that no list has can be typed.
    """
    found = io.BytesIO()
    book = xlsxwriter.Workbook(found, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E3EFE0"}
    )
    pale, wrap = (
        book.add_format({"italic": True, "font_color": "#5F6B63"}),
        book.add_format({"text_wrap": True}),
    )
    sheet, told, lists = (book.add_worksheet(name) for name in (title[:31], "Hướng dẫn", "Danh mục"))
    sheet.freeze_panes(1, 0)
    for place, (field, head) in enumerate(heads):
        sheet.set_column(place, place, 20)
        sheet.write_string(0, place, head, bold)
        if field in example:
            value = example[field]
            write = sheet.write_number if isinstance(value, (int, float)) else sheet.write_string
            write(1, place, value, pale)
        if picks := choices.get(field):
            column = xlsxwriter.utility.xl_col_to_name(place)
            lists.write_string(0, place, head, bold)
            lists.write_column(1, place, list(picks))
            source = f"='Danh mục'!${column}$2:${column}${len(picks) + 1}"
            rule = {"validate": "list", "source": source, "error_type": "warning", "show_error": False}
            sheet.data_validation(1, place, CHOOSABLE_ROWS, place, rule)
    told.set_column(0, 0, 32)
    told.set_column(1, 2, 60, wrap)
    for at, row in enumerate(guide):
        for place, text in enumerate(row):
            told.write_string(at, place, text, bold if at == 0 else wrap)
    book.close()
    return found.getvalue()
