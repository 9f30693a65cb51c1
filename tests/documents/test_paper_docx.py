"""Word files keep the measures of an official paper."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.shared import Pt

from matchmaker.documents.material import Material
from matchmaker.documents.prints import made


def test_the_page_and_the_letters_follow_the_decree(material: Material) -> None:
    book = docx.Document(io.BytesIO(made(material, "report", "docx", "vi")))
    section = book.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert book.styles["Normal"].font.name == "Times New Roman"
    sizes = {run.font.size for p in book.paragraphs for run in p.runs if run.text.strip()}
    assert sizes <= {Pt(11), Pt(12), Pt(13), Pt(14)}


def test_each_memorandum_has_a_section_and_pages_of_its_own(material: Material) -> None:
    book = docx.Document(io.BytesIO(made(material, "memoranda", "docx", "vi")))
    assert len(book.sections) == 2
    assert "PAGE" in book.sections[0].header._element.xml


def test_the_head_of_a_long_table_is_repeated_on_each_page(material: Material) -> None:
    book = docx.Document(io.BytesIO(made(material, "delegates", "docx", "vi")))
    assert "w:tblHeader" in book.tables[0].rows[0]._tr.xml


def test_the_same_paper_gives_the_same_bytes(material: Material) -> None:
    one, two = (made(material, "report", "docx", "vi") for _ in range(2))
    assert docx.Document(io.BytesIO(one)).element.xml == docx.Document(io.BytesIO(two)).element.xml


def test_who_signs_stays_with_the_name_and_a_like_font_stands_in(material: Material) -> None:
    book = docx.Document(io.BytesIO(made(material, "report", "docx", "vi")))
    (signed,) = (table.rows[0] for table in book.tables if "Nơi nhận:" in table.rows[0].cells[0].text)

    assert "w:cantSplit" in signed._tr.xml
    assert all(p.paragraph_format.keep_with_next for p in signed.cells[-1].paragraphs[:1])
    with zipfile.ZipFile(io.BytesIO(made(material, "report", "docx", "vi"))) as parts:
        fonts = parts.read("word/fontTable.xml").decode()
    named = fonts.split('w:name="Times New Roman"')[1]
    assert named.index('w:altName w:val="Liberation Serif"') < named.index("w:panose1")


def test_cells_have_narrow_margins_in_the_order_that_word_expects(material: Material) -> None:
    book = docx.Document(io.BytesIO(made(material, "delegates", "docx", "vi")))
    told = [child.tag.split("}")[1] for child in book.tables[0]._tbl.tblPr]
    assert told.index("tblLayout") < told.index("tblCellMar") < told.index("tblLook")
