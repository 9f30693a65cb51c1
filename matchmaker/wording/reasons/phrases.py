"""Pieces of sentences: amounts, papers, days, products."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from matchmaker.wording.labels import label, unit
from matchmaker.wording.numbers import day, number, weight

Facts = Mapping[str, Any]
Teller = Callable[[Facts, str], str]  # facts and language to a sentence


def choose(lang: str, vi: str, en: str) -> str:
    """The text of the reader's language."""
    return en if lang == "en" else vi


def quoted(text: Any, lang: str) -> str:
    """A name as the record has it, in quotation marks."""
    return f"“{text}”" if text else choose(lang, "(chưa ghi)", "(not said)")


def product_name(facts: Facts, side: str, lang: str) -> str:
    """The listed name of the product of one side, else its name as written."""
    name = facts.get(f"{side}_name_{lang}") or facts.get(f"{side}_name_vi")
    return str(name) if name else quoted(facts.get(side), lang)


def amount(value: float | None, base: Any, lang: str) -> str:
    """An amount in its base unit: "12,5 tấn", "1.200 quả"; "(chưa rõ)" where it is not known."""
    if value is None:
        return choose(lang, "(chưa rõ)", "(not known)")
    if base == "kg":
        return weight(value, lang)
    return f"{number(value, lang, 1 if value < 100 else 0)} {unit(str(base or ''), lang)}".strip()


def per_unit(base: Any, lang: str) -> str:
    """ "/kg", "/quả"; nothing where the unit is not known."""
    if base == "kg":
        return "/kg"
    return f"/{unit(str(base), lang)}" if base else ""


def days(value: float | None, lang: str) -> str:
    """ "1,5 ngày"; hours below one day."""
    if value is None:
        return choose(lang, "(chưa rõ)", "(not known)")
    if 0 < value < 1:
        return f"{number(max(value * 24, 1), lang)} {choose(lang, 'giờ', 'hours')}"
    return f"{number(value, lang, 1)} {choose(lang, 'ngày', 'days')}"


def percent(share: float | None, lang: str) -> str:
    """A share 0..1 as "45 %"."""
    return f"{number(None if share is None else share * 100, lang)} %"


def listed(codes: Iterable[str] | None, lang: str) -> str:
    """Short names of papers, joined."""
    return ", ".join(paper(code, lang) for code in codes or ())


def paper(code: str, lang: str) -> str:
    """Short name of a paper; the number of stars is asked for like one."""
    if code == "OCOP_STARS":
        return choose(lang, "số sao OCOP", "OCOP stars")
    return label("certificate_short", code, lang)


def papers(rows: Iterable[Facts] | None, lang: str, stars: int | None = None) -> str:
    """Papers with the last day of validity where it is known; ``stars`` are those of OCOP."""
    said = []
    for row in rows or ():
        until = row.get("expires")
        note = choose(lang, f" (đến {day(until, lang)})", f" (until {day(until, lang)})") if until else ""
        said.append(held_paper(row, lang, stars) + note)
    return ", ".join(said)


def held_paper(row: Facts, lang: str, stars: int | None = None) -> str:
    """A paper that is held: "ATTP", "OCOP 4 sao"; "VietGAP thay cho ATTP" where it stands in for another."""
    name = paper(row["code"], lang)
    if row["code"] == "OCOP_STARS" and stars:
        name = choose(lang, f"OCOP {stars} sao", f"OCOP {stars} stars")
    if not row.get("by"):
        return name
    return choose(lang, f"{paper(row['by'], lang)} thay cho {name}", f"{paper(row['by'], lang)} for {name}")
