"""The head and the feet of official papers, from who holds the conference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matchmaker.documents.material import Material
from matchmaker.documents.papers import Letterhead, Signatures
from matchmaker.wording.papers import word


def letterhead(material: Material, lang: str, kind: str = "", *, beforehand: bool = False) -> Letterhead:
    """The head with the organisation's name; ``kind`` (BC, GM) is the paper's, for its number; a paper sent
    ``beforehand`` is of today's month, the others of the conference's or later."""
    host = material.host
    return Letterhead(
        country=word("country", lang),
        motto=word("motto", lang),
        parent=str(host.get("parent") or ""),
        unit=str(host.get("unit") or word("unit_blank", lang)),
        number=word("number", lang, number=number(material, kind)) if kind else "",
        place_date=place_date(
            material, material.today if beforehand else max(material.today, material.last_day), lang
        ),
    )


def number(material: Material, kind: str) -> str:
    """ "…/BC-SCT" for the kind of paper; the letters of the organisation stay."""
    told = str(material.host.get("number") or "")
    _, dash, unit = told.rpartition("-")
    return f"…/{kind}-{unit}" if dash else f"…/{kind}-…"


def place_date(material: Material, day: date, lang: str) -> str:
    """Place and month; the day is written in when it is signed. Months 01 and 02 have their nought."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    place = material.host.get("place") or word("place_blank", lang)
    return word("place_date", lang, place=place, month=month, year=day.year)


def signed(material: Material, copies: Sequence[str], lang: str) -> Signatures:
    """Who gets copies on the left, the signer on the right."""
    host = material.host
    title = str(host.get("signer_title") or word("signer_title", lang))
    return Signatures([(title, str(host.get("signer") or ""))], copies, word("copies", lang))
