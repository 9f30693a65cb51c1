"""All that a conference prints: the kinds of print, their formats, and one call that makes any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matchmaker.documents import invitations, lists, memoranda, registers, report, timetables
from matchmaker.documents.conference import sheets_pdf
from matchmaker.documents.material import Material
from matchmaker.documents.paper_docx import docx
from matchmaker.documents.paper_pdf import pdf
from matchmaker.documents.paper_xlsx import xlsx
from matchmaker.documents.papers import Paper

Maker = Callable[[Material, str], "Paper | list[Paper]"]
FORMS = ("pdf", "xlsx", "docx")


@dataclass(frozen=True)
class Kind:
    """One print: its ``code``, its number in the officers' order, its formats, and who makes it.

    ``sheets`` says that its PDF has a layout of its own; ``paper`` makes it as text and tables, ``register``
    its workbook where that holds other rows. ``timed`` ones need a timetable; ``concerns`` tells where a
    print has anything to say.
    """

    code: str
    number: str
    forms: tuple[str, ...]
    paper: Maker | None = None
    sheets: bool = False
    timed: bool = False
    register: Maker | None = None
    concerns: Callable[[Material], bool] = lambda _material: True


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("delegates", "01", FORMS, lists.delegates),
        Kind("booths", "02", FORMS, lists.booths),
        Kind("plan", "02b", ("pdf", "xlsx"), registers.plan, sheets=True),
        Kind("tables", "03", ("pdf", "xlsx"), timetables.by_table, sheets=True, timed=True),
        Kind("participants", "04", ("pdf", "xlsx"), timetables.by_participant, sheets=True, timed=True),
        Kind("grid", "04b", ("pdf", "xlsx"), timetables.grid, sheets=True, timed=True),
        Kind(
            "interpreters", "04c", FORMS, timetables.by_interpreter, timed=True,
            concerns=timetables.interpreted,
        ),
        Kind("slips", "05", ("pdf", "xlsx"), timetables.results, sheets=True, timed=True),
        Kind("cards", "06", ("pdf", "xlsx"), timetables.cards, sheets=True),
        Kind("signs", "06b", ("pdf", "xlsx"), registers.signs, sheets=True),
        Kind("catalogue", "07", FORMS, lists.catalogue),
        Kind("signing", "08", FORMS, memoranda.signing),
        Kind("memoranda", "09", FORMS, memoranda.memoranda, register=registers.memoranda),
        Kind("missing", "10", FORMS, lists.missing),
        Kind("report", "11", FORMS, report.report),
        Kind("follow", "12", FORMS, report.follow_up),
        Kind("invitations", "13", FORMS, invitations.invitations, register=registers.invitations),
    )
}  # fmt: skip


def kinds_for(material: Material) -> list[Kind]:
    """The prints that a conference has a use for."""
    return [kind for kind in KINDS.values() if kind.concerns(material)]


def made(material: Material, code: str, form: str, lang: str) -> bytes:
    """One print in one format. Raises ``KeyError`` for what does not exist, ``NotPrintedError``."""
    kind = KINDS[code]
    if form not in kind.forms:
        raise KeyError(form)
    if form == "pdf" and kind.sheets:
        return sheets_pdf(material, code, lang)
    if form == "xlsx" and kind.register:
        return written([kind.register(material, lang)], form)
    return written(papers(material, kind, lang), form)


def papers(material: Material, kind: Kind, lang: str) -> list[Paper]:
    """A kind as papers of text and tables."""
    if kind.paper is None:
        raise KeyError(kind.code)
    found = kind.paper(material, lang)
    return found if isinstance(found, list) else [found]


def written(its: list[Paper], form: str) -> bytes:
    """Papers in one of `FORMS`."""
    return {"pdf": pdf, "xlsx": xlsx, "docx": docx}[form](its)
