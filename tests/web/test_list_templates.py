"""The empty lists to download: what can be picked where, and what comes back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import EVERYWHERE, User
from matchmaker.services import conferences, users
from matchmaker.wording import imports, labels
from matchmaker.wording.fields import FIELD
from seeds import reference
from tests.conftest import PASSWORD, apart
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
ROOM = "/conferences/C1/guests/sheet"
PICKED = {
    "offer": ("legal_form", "product", "province", "unit", "per", "price_unit", "price_basis"),
    "demand": ("channel", "product", "province", "unit", "per", "price_unit", "price_basis"),
    "guest": ("side", "channel", "product", "province", "host", "contact_public", "fixed_table"),
}
PAPERS = {
    "offer": ("certificates",),
    "demand": ("required_certificates", "preferred_certificates"),
    "guest": (),
}


@pytest.fixture
def desk(app: Flask, sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    with apart(app):
        roles = ["officer", "organizer"]
        user = users.create("desk@example.com", roles, PASSWORD, provinces=[EVERYWHERE])
    with app.app_context():
        conferences.post({**DOCUMENT, "participants": [], "pairs": []}, user, "C1")
    return sign_in(user)


SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass
class Sheet:
    """One sheet as Excel would read it: texts by cell, cells in italics, text columns, drop-downs."""

    name: str
    cells: dict[str, str] = field(default_factory=dict)
    italic: set[str] = field(default_factory=set)
    text_columns: set[int] = field(default_factory=set)
    lists: dict[str, str] = field(default_factory=dict)

    def row(self, number: int) -> dict[str, str]:
        """The texts of a row by the letters of their columns."""
        return {ref[: -len(str(number))]: text for ref, text in self.cells.items() if place(ref)[1] == number}


def place(ref: str) -> tuple[str, int]:
    found = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", ref)
    assert found
    return found[1], int(found[2])


def number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def template(desk: FlaskClient, kind: str) -> list[Sheet]:
    address = f"{ROOM}.xlsx" if kind == "guest" else f"/imports/template-{kind}.xlsx"
    with zipfile.ZipFile(io.BytesIO(desk.get(address).data)) as archive:
        parts = {
            name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if "xl/" in name
        }
    texts = ["".join(part.itertext()) for part in parts["xl/sharedStrings.xml"].iter(f"{SPACE}si")]
    styles = parts["xl/styles.xml"]
    fonts = [font.find(f"{SPACE}i") is not None for font in styles.find(f"{SPACE}fonts")]  # type: ignore[union-attr]
    looks = list(styles.find(f"{SPACE}cellXfs"))  # type: ignore[arg-type]
    found = []
    for at, named in enumerate(parts["xl/workbook.xml"].iter(f"{SPACE}sheet"), 1):
        sheet, part = Sheet(named.get("name", "")), parts[f"xl/worksheets/sheet{at}.xml"]
        for cell in part.iter(f"{SPACE}c"):
            value, ref = cell.findtext(f"{SPACE}v"), cell.get("r", "")
            if value is not None:
                sheet.cells[ref] = texts[int(value)] if cell.get("t") == "s" else value
                if fonts[int(looks[int(cell.get("s", 0))].get("fontId", 0))]:
                    sheet.italic.add(ref)
        for column in part.iter(f"{SPACE}col"):
            if looks[int(column.get("style", 0))].get("numFmtId") == "49":  # "@": text
                sheet.text_columns |= set(range(int(column.get("min", 0)), int(column.get("max", 0)) + 1))
        for rule in part.iter(f"{SPACE}dataValidation"):
            assert rule.get("type") == "list"
            sheet.lists[rule.get("sqref", "")] = rule.findtext(f"{SPACE}formula1") or ""
        found.append(sheet)
    return found


def picks(book: list[Sheet]) -> dict[str, list[str]]:
    """What the drop-down of each column lists, by the column's header in Vietnamese."""
    found = {}
    for cells, area in book[0].lists.items():
        (column, first), (end, last) = map(place, cells.split(":"))
        assert (column, first, last) == (end, 2, 2_001)
        name, ends = re.fullmatch(r"'(.+)'!(.+)", area).groups()  # type: ignore[union-attr]
        listed = next(sheet for sheet in book if sheet.name == name).cells
        (left, top), (right, bottom) = map(place, ends.split(":"))
        assert (left, top, right) == (right, 2, column)
        assert f"{left}{bottom + 1}" not in listed
        assert listed[f"{left}1"] == book[0].cells[f"{column}1"]
        found[listed[f"{left}1"].split(" / ")[0]] = [listed[f"{left}{row}"] for row in range(top, bottom + 1)]
    return found


def head(field: str, kind: str) -> str:
    if kind == "guest":
        return FIELD["products" if field == "product" else field][0]
    return imports.field(field, "vi")


@pytest.mark.parametrize("kind", PICKED)
def test_every_list_has_its_drop_downs_over_the_right_columns(desk: FlaskClient, kind: str) -> None:
    found = picks(template(desk, kind))
    for column in (*PICKED[kind], *PAPERS[kind]):
        assert head(column, kind) in found, column
    products = {row["name_vi"] for row in reference("products") if row["rank"] != "family"}
    assert set(found[head("product", kind)]) == products
    provinces = {row["new_province"] for row in reference("provinces")}
    assert len(provinces) == 34
    assert set(found[head("province", kind)]) == provinces
    for column in PAPERS[kind]:
        assert set(found[head(column, kind)]) == {row["code"] for row in reference("certificates")}
    if kind != "guest":
        assert {"kg", "tấn", "con"} <= set(found[head("unit", kind)])
        assert found[head("per", kind)] == [names[0] for names in labels.table("per").values()]


@pytest.mark.parametrize("kind", PICKED)
def test_a_list_tells_how_to_fill_it_and_shows_one_row_in_italics(desk: FlaskClient, kind: str) -> None:
    sheet, guide, choices = template(desk, kind)[:3]
    assert (guide.name, choices.name) == ("Hướng dẫn", "Danh mục")
    assert max(place(ref)[1] for ref in guide.cells) >= 6
    example = {f"{column}2" for column in sheet.row(2)}
    assert len(example) >= 5
    assert sheet.italic == example
    assert max(place(ref)[1] for ref in sheet.cells) == 2
    assert all(" / " in text for text in sheet.row(1).values())


@pytest.mark.parametrize("kind", PICKED)
def test_the_cells_of_telephones_stay_text_so_that_the_leading_zero_stays(
    desk: FlaskClient, kind: str
) -> None:
    sheet = template(desk, kind)[0]
    column = next(letters for letters, text in sheet.row(1).items() if text.startswith(FIELD["phone"][0]))
    assert number_of(column) in sheet.text_columns


def test_what_the_lists_of_participants_offer_is_taken_when_it_is_picked(
    desk: FlaskClient, look: Look
) -> None:
    found = picks(template(desk, "guest"))
    names = [FIELD[name][0] for name in ("side", "name", "channel", "host", "phone")]
    channels = found[FIELD["channel"][0]]
    rows = [
        [found[FIELD["side"][0]][1], f"Siêu thị {number}", channel, "có", "0912000111"]
        for number, channel in enumerate(channels)
    ]
    text = "\n".join(map(";".join, [names, *rows]))
    page = look(desk, ROOM, {"file": (io.BytesIO(text.encode()), "khach.csv")})
    assert f"Sẽ thêm {len(channels)}, sửa 0, giữ nguyên 0 đơn vị" in page.text
