"""Reads what was printed back: the cells of a workbook, the texts of a Word file."""

from __future__ import annotations

import io
from typing import Any

import docx
from python_calamine import CalamineWorkbook


def sheets(body: bytes) -> dict[str, list[list[Any]]]:
    """The rows of each sheet of a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def texts(body: bytes) -> list[str]:
    """Every paragraph of a Word file, those in tables too, in their order."""
    book = docx.Document(io.BytesIO(body))
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in book.element.body.iter(W + "p")]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
