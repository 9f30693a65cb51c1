"""Papers as a Word file with the layout of Nghị định 30/2020/NĐ-CP, for officers to edit before signing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from matchmaker.documents.papers import Annex, Letterhead, Paper, Signatures, Table, Text, shown
from matchmaker.documents.typesetting import clean

FONT = "Times New Roman"
LIKE_IT = "Liberation Serif"  # of the same measures, where the font is absent: a page stays a page
A4 = (Mm(210), Mm(297))
MARGINS = {"top_margin": Mm(20), "bottom_margin": Mm(20), "left_margin": Mm(30), "right_margin": Mm(17)}
ALIGNED = {"left": ALIGN.LEFT, "centre": ALIGN.CENTER, "right": ALIGN.RIGHT}
BODY, TABLE = 14.0, 12.0
NARROWEST = 1.1  # centimetres
SIDES = 57  # twentieths of a point between a cell's border and its text: 1 mm
GAP = 8.0  # the height of an empty line that keeps two things apart


def docx(papers: Sequence[Paper]) -> bytes:
    """The papers one after the other, each in a section of its own."""
    book = Document()
    book.core_properties.created = datetime(2000, 1, 1, tzinfo=UTC)  # the same bytes each time
    book.core_properties.author = ""
    normal = book.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    normal.paragraph_format.line_spacing = 1.0  # single, the least that the decree allows
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    _name_fallback(book)
    section, body = book.sections[0], book.element.body
    _page_number(section)
    done: list[Any] = []
    # Each paper is taken out as soon as it stands: in a long document the library looks for its place anew
    # with every paragraph.
    for place, paper in enumerate(papers):
        if place:
            done.append(_section_end(section))
        _page(section, paper)
        _write(book, paper)
        written = [element for element in body if element is not section._sectPr]
        for element in written:
            body.remove(element)
        done += written
    for element in done:
        section._sectPr.addprevious(element)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _name_fallback(book: Any) -> None:
    """Say in the table of fonts which one stands for ours."""
    part = next(rel.target_part for rel in book.part.rels.values() if rel.reltype == RT.FONT_TABLE)
    fonts = parse_xml(part.blob)
    for font in fonts.findall(qn("w:font")):
        if font.get(qn("w:name")) == FONT:
            other = OxmlElement("w:altName")
            other.set(qn("w:val"), LIKE_IT)
            font.insert(0, other)
    part._blob = serialize_part_xml(fonts)


def _page(section: Any, paper: Paper) -> None:
    section.page_width, section.page_height = A4[::-1] if paper.landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    for name, measure in MARGINS.items():
        setattr(section, name, measure)


def _section_end(section: Any) -> Any:
    """A paragraph that ends a section with the page set-up that stands."""
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    properties.append(deepcopy(section._sectPr))
    paragraph.append(properties)
    return paragraph


def _page_number(section: Any) -> None:
    """Page numbers from 1 in each section, in the middle above, none on the first page."""
    section.different_first_page_header_footer = True
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(start)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _write(book: Any, paper: Paper) -> None:
    if paper.letterhead:
        _head(book, paper.letterhead)
    if paper.title:
        _line(
            book, paper.title.upper() if paper.official else paper.title, bold=True, align="centre", after=0
        )
    for line in paper.subtitle:
        _line(book, line, bold=paper.official, italic=not paper.official, align="centre", after=0)
    if paper.letterhead or paper.title:
        _line(book, "", after=0, size=GAP)
    for place, block in enumerate(paper.blocks):
        if isinstance(block, Text):
            _text(book, block)
        elif isinstance(block, Table):
            _table(book, block, paper)
        elif isinstance(block, Annex):
            _annex(book, block, new_page=bool(place or paper.letterhead or paper.title))
        else:
            _signatures(book, block)


def _head(book: Any, head: Letterhead) -> None:
    if not head.unit:
        _line(book, head.country, bold=True, align="centre", after=0, size=13)
        _line(book, head.motto, bold=True, align="centre", underlined=True)
        return
    table = book.add_table(rows=2, cols=2)
    _widths(table, (6.0, 10.3))
    left, right = table.rows[0].cells
    if head.parent:
        _line(left, head.parent.upper(), align="centre", after=0, size=13)
    _line(left, head.unit.upper(), bold=True, align="centre", after=0, size=13, underlined=True)
    _line(right, head.country, bold=True, align="centre", after=0, size=12)
    _line(right, head.motto, bold=True, align="centre", underlined=True, size=13)
    number, day = table.rows[1].cells
    _line(number, head.number, align="centre", after=0, size=13)
    if head.subject:
        _line(number, head.subject, align="centre", after=0, size=12)
    _line(day, head.place_date, italic=True, align="centre", after=0)
    for cell in (left, right, number, day):
        _drop_first(cell)


def _text(book: Any, block: Text) -> None:
    if block.style in ("heading", "title"):
        paragraph = _line(book, block.text, bold=True, align="centre" if block.style == "title" else "left")
        paragraph.paragraph_format.keep_with_next = True
    elif block.style == "item":
        paragraph = _line(book, f"– {block.text}")
        paragraph.paragraph_format.left_indent = Cm(1)
        paragraph.paragraph_format.first_line_indent = Cm(-0.4)
    elif block.style == "body":
        paragraph = _line(book, block.text)
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.1)
    else:
        _line(
            book,
            block.text,
            italic=block.style == "note",
            align="centre" if block.style == "centre" else "left",
            size=12 if block.style == "note" else BODY,
        )


def _table(book: Any, block: Table, paper: Paper) -> None:
    body = [(group.label, row) for group in block.groups for row in (*_labelled(group.label), *group.rows)]
    table = book.add_table(rows=1 + len(body) + bool(block.total), cols=len(block.columns))
    table.style = "Table Grid"
    _tighten(table)
    room = (297 if paper.landscape else 210) / 10 - 4.7
    whole = sum(c.width for c in block.columns)
    _widths(table, [max(NARROWEST, c.width * room / whole) for c in block.columns])
    grid = list(table.rows)
    _repeated(grid[0])
    for cell, column in zip(grid[0].cells, block.columns, strict=True):
        _cell(cell, column.name, "centre", bold=True)
    for line, (label, row) in zip(grid[1:], body, strict=False):
        cells = line.cells
        if row is LABEL:
            _cell(cells[0].merge(cells[-1]), label, "left", bold=True)
            continue
        for cell, value, column in zip(cells, row, block.columns, strict=True):
            _cell(cell, shown(value, paper.lang), column.align, bold=column.strong)
    if block.total:
        for cell, value in zip(grid[-1].cells, block.total, strict=True):
            _cell(cell, shown(value, paper.lang), "centre", bold=True)
    _line(book, "", after=0, size=GAP)


LABEL: tuple[str, ...] = ("label",)


def _labelled(label: str) -> tuple[tuple[str, ...], ...]:
    return (LABEL,) if label else ()


def _annex(book: Any, block: Annex, *, new_page: bool) -> None:
    if new_page:
        book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _line(book, block.label, bold=True, align="centre", after=0)
    _line(book, block.title.upper(), bold=True, align="centre", after=0)
    if block.reference:
        _line(book, block.reference, italic=True, align="centre", size=13)


def _signatures(book: Any, block: Signatures) -> None:
    columns = len(block.parties) + bool(block.copies)
    last = [p for p in book.paragraphs if p.text][-1:]
    for paragraph in last:
        paragraph.paragraph_format.keep_with_next = True
    table = book.add_table(rows=1, cols=columns)
    _whole(table.rows[0])
    cells = list(table.rows[0].cells)
    if block.copies:
        first = cells.pop(0)
        _line(first, block.copies_label, bold=True, italic=True, size=12, after=0)
        for line in block.copies:
            _line(first, f"– {line}", size=11, after=0)
        _drop_first(first)
    for cell, (title, name) in zip(cells, block.parties, strict=True):
        _line(cell, title.upper(), bold=True, align="centre", after=60).paragraph_format.keep_with_next = True
        _line(cell, name, bold=True, align="centre", after=0)
        _drop_first(cell)


def _line(
    where: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    underlined: bool = False,
    align: str = "left",
    size: float = BODY,
    after: float = 6,
) -> Any:
    """A paragraph of one run; the library escapes the text, and control characters are gone before."""
    paragraph = where.add_paragraph()
    paragraph.alignment = ALIGNED[align]
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.space_before = Pt(0)
    run = paragraph.add_run(clean(text))
    run.bold, run.italic, run.underline = bold, italic, underlined
    run.font.size = Pt(size)
    return paragraph


def _cell(cell: Any, text: str, align: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = ALIGNED[align]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(clean(text))
    run.bold = bold
    run.font.size = Pt(TABLE)


def _drop_first(cell: Any) -> None:
    """Remove the empty paragraph that every new cell begins with."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _tighten(table: Any) -> None:
    """Narrow margins in the cells, so that as much stands on a line as in the printed paper."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(SIDES))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _whole(row: Any) -> None:
    """Keep a row on one page: nobody signs overleaf of what they are."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeated(row: Any) -> None:
    """Repeat the head of a table on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _widths(table: Any, centimetres: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, centimetres, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
