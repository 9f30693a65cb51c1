"""The empty lists that departments fill in: both languages in the head, choices to pick, one example row."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import xlsxwriter

_A4 = 9
CHOOSABLE_ROWS = 2_000
GUIDE, CHOICES = "Hướng dẫn", "Danh mục"


def list_template(
    title: str,
    heads: Sequence[tuple[str, str]],
    rows: Sequence[Mapping[str, Any]],
    choices: Mapping[str, Sequence[str]],
    guide: Sequence[Sequence[str]],
    *,
    typed: Collection[str] = (),
    example: bool = True,
    further: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType({}),
) -> bytes:
    """An .xlsx: the list itself, a guide, the choices, and ``further`` sheets by their names.

    ``heads`` are field and header; ``rows`` the values of the first rows by field, in italics where they are
    an ``example``; ``choices`` what can be picked, by field; ``guide`` the rows of the instruction sheet;
    ``typed`` the fields whose cells stay text, so that a telephone keeps its leading 0. A value that no list
    has can be typed.
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
    plain = book.add_format({"num_format": 49})  # "@", text
    sheet, told, lists = (book.add_worksheet(name) for name in (title[:31], GUIDE, CHOICES))
    sheet.freeze_panes(1, 0)
    for each in (sheet, told):  # on A4, as wide as the page, the head on every page
        each.set_landscape()
        each.set_paper(_A4)
        each.fit_to_pages(1, 0)
        each.repeat_rows(0)
        each.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        each.set_footer("&C&P/&N")
    for place, (field, head) in enumerate(heads):
        sheet.set_column(place, place, 20, plain if field in typed else None)
        sheet.write_string(0, place, head, bold)
        for number, row in enumerate(rows, 1):
            if (value := row.get(field)) not in (None, ""):
                write = sheet.write_number if isinstance(value, (int, float)) else sheet.write_string
                write(number, place, value, pale if example else plain)
        if picks := choices.get(field):
            column = xlsxwriter.utility.xl_col_to_name(place)
            lists.write_string(0, place, head, bold)
            lists.write_column(1, place, list(picks))
            source = f"='{CHOICES}'!${column}$2:${column}${len(picks) + 1}"
            rule = {"validate": "list", "source": source, "error_type": "warning", "show_error": False}
            sheet.data_validation(1, place, CHOOSABLE_ROWS, place, rule)
    told.set_column(0, 0, 32)
    told.set_column(1, 2, 60, wrap)
    for at, line in enumerate(guide):
        for place, text in enumerate(line):
            told.write_string(at, place, text, bold if at == 0 else wrap)
    for name, cells in further.items():
        extra = book.add_worksheet(name[:31])
        extra.set_column(0, 2, 24)
        for at, line in enumerate(cells):
            for place, text in enumerate(line):
                extra.write_string(at, place, text, bold if at == 0 else None)
    book.close()
    return found.getvalue()
