"""Pieces of sentences: amounts, papers, days, products."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import floor
from typing import Any

from matchmaker.wording.labels import label, unit
from matchmaker.wording.numbers import day, number, weight

WHOLE_DAYS = 100  # from here on a tenth of a day says nothing
WHOLE_PIECES = 10  # from here on a tenth of a piece or litre says nothing
DAYS_A_YEAR, TOLD_IN_YEARS = 365, 1095
LEAST_PERCENT = 0.005
KILOGRAM = "kg"
KILOGRAMS_A_TONNE = 1000
PERIODS = {
    "day": ("mỗi ngày", "a day"),
    "week": ("mỗi tuần", "a week"),
    "month": ("mỗi tháng", "a month"),
    "quarter": ("mỗi quý", "a quarter"),
    "season": ("cả vụ", "a season"),
    "year": ("cả năm", "a year"),
    "batch": ("mỗi đợt", "a load"),
    "total": ("tổng cộng", "in all"),
}
TERMS = {
    "payment": ("trả tiền chậm", "late payment"),
    "discount": ("chiết khấu", "discount"),
    "returns": ("nhận lại hàng", "returns"),
    "consignment": ("ký gửi", "consignment"),
}
RATES = ("day", "week", "month", "quarter", "batch")  # periods whose amounts are turned into one a month

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
    told = 1 if value < WHOLE_PIECES else 0
    return f"{number(value, lang, told)} {unit(str(base or ''), lang, round(value, told))}".strip()


def said_amount(facts: Facts, side: str, lang: str) -> str:
    """An amount in the words of its record: "5–7 tấn mỗi ngày", "20 tấn cả năm"; "" where it says none."""
    low, high = facts.get(f"{side}_said"), facts.get(f"{side}_said_high")
    if low is None:
        return ""
    base = str(facts.get(f"{side}_said_unit") or "")
    if base == "kg" and low >= KILOGRAMS_A_TONNE:
        base, low, high = "tấn", low / KILOGRAMS_A_TONNE, high / KILOGRAMS_A_TONNE if high else None
    figure = number(low, lang, 3) + (f"–{number(high, lang, 3)}" if high else "")
    name = unit(base, lang, high or low)
    per = PERIODS.get(str(facts.get(f"{side}_said_per")))
    return " ".join(filter(None, (figure, name, choose(lang, *per) if per else "")))


def per_unit(base: Any, lang: str) -> str:
    """ "/kg", "/quả"; nothing where the unit is not known."""
    if base == "kg":
        return "/kg"
    return f"/{unit(str(base), lang)}" if base else ""


def days(value: float | None, lang: str) -> str:
    """ "1,5 ngày"; hours below one day, whole days from a hundred on, years from three on."""
    if value is None:
        return choose(lang, "(chưa rõ)", "(not known)")
    if 0 < value < 1:
        told = number(max(value * 24, 1), lang)
        return f"{told} {choose(lang, 'giờ', 'hour' if told == '1' else 'hours')}"
    if value >= TOLD_IN_YEARS:
        return f"{number(value / DAYS_A_YEAR, lang)} {choose(lang, 'năm', 'years')}"
    told = number(value, lang, 1 if value < WHOLE_DAYS else 0)
    return f"{told} {choose(lang, 'ngày', 'day' if told == '1' else 'days')}"


def hours_on_way(facts: Facts, lang: str) -> str:
    """ "4–5 giờ": the time on the way, in every sentence of an account with the same figures."""
    if facts.get("hours_low") is None:
        return days(facts.get("transit"), lang)
    low, high = number(facts["hours_low"], lang), number(facts.get("hours_high"), lang)
    return f"{low if low == high else f'{low}–{high}'} {choose(lang, 'giờ', 'hours')}"


def still_open(terms: Facts, lang: str) -> str:
    """ "; còn phải hỏi chiết khấu 12 %, nhận lại hàng": terms without an answer, with their figures."""
    said = ", ".join(open_terms(terms, lang))
    return choose(lang, f"; còn phải hỏi {said}", f"; still to be asked: {said}") if said else ""


def open_terms(terms: Facts, lang: str) -> list[str]:
    """Terms without an answer, each with its figure: "chiết khấu 12 %"."""
    figures = {
        "payment": (" sau {} ngày", " after {} days"),
        "discount": (" {} %", " of {} %"),
    }
    named = []
    for name, asked in terms.items():
        words = choose(lang, *TERMS[name])
        if name in figures and asked is not None:
            words += choose(lang, *figures[name]).format(number(float(asked), lang, 1))
        named.append(words)
    return named


def left_on_arrival(facts: Facts, lang: str) -> str:
    """What is left on arrival, from the slow end of the way to the fast one: "3–21 giờ"."""
    low, high = facts.get("left_low"), facts.get("left_high")
    if low is None or high is None:
        return days(facts.get("left"), lang)
    if low == 0:
        most = days(high, lang)
        return choose(lang, f"nhiều nhất {most}", f"{most} at most")
    least, most = days(low, lang), days(high, lang)
    if least == most:
        return least
    return (
        f"{least.rsplit(' ', 1)[0]}–{most}" if least.split()[-1] == most.split()[-1] else f"{least} – {most}"
    )


def percent(share: float | None, lang: str) -> str:
    """A share 0..1 as "45 %", a half rounded up; what would be rounded to nothing is less than 1 %."""
    if share is not None and 0 <= share < LEAST_PERCENT:
        return choose(lang, "chưa đến 1 %", "less than 1 %")
    return f"{number(None if share is None else floor(share * 100 + 0.5 + 1e-9), lang)} %"


def part_of(share: float | None, lang: str) -> str:
    """The same of a part that is not the whole: what would be rounded to all of it is nearly all."""
    told = percent(share, lang)
    return choose(lang, f"gần {told}", f"nearly {told}") if told == "100 %" else told


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
    for row in each_paper(rows):
        name = held_paper(row, lang, stars)
        if until := row.get("expires"):
            note = choose(lang, f"đến {day(until, lang)}", f"until {day(until, lang)}")
            name = f"{name[:-1]}, {note})" if row.get("by") or row.get("serves") else f"{name} ({note})"
        said.append(name)
    return ", ".join(said)


LEAST_DAYS = 3  # of a month in which a paper still holds, to be worth telling


def part_covered(row: Facts, months: Iterable[int] | None) -> int:
    """The month of delivery in which a paper lapses, until when goods can still go; 0 where it is none."""
    until = str(row.get("expires") or "")
    if len(until) < 10 or int(until[8:10]) < LEAST_DAYS:
        return 0
    month = int(until[5:7])
    return month if month in (months or ()) and month not in (row.get("covers") or ()) else 0


def each_paper(rows: Iterable[Facts] | None) -> list[Facts]:
    """Papers required, each that is held once: ``serves`` are the others that it stands in for."""
    held: dict[str, Facts] = {}
    serves: dict[str, list[str]] = {}
    for row in rows or ():
        name = row.get("by") or row["code"]
        if row.get("by"):
            serves.setdefault(name, []).append(row["code"])
        if name not in held or not row.get("by"):
            held[name] = row
    return [{**row, "serves": serves[name]} if name in serves else row for name, row in held.items()]


def held_paper(row: Facts, lang: str, stars: int | None = None) -> str:
    """A paper that is held: "ATTP", "OCOP 4 sao"; "VietGAP (thay ATTP)" where it stands in for another."""
    name = paper(row["code"], lang)
    if row["code"] == "OCOP_STARS" and stars:
        name = choose(lang, f"OCOP {stars} sao", f"OCOP {stars} stars")
    others = ", ".join(paper(code, lang) for code in row.get("serves") or ())
    if not row.get("by"):
        too = choose(lang, f" (thay luôn {others})", f" (for {others} too)") if others else ""
        return name + too
    by = paper(row["by"], lang)
    return choose(lang, f"{by} (thay {others or name})", f"{by} (for {others or name})")


def sizes(facts: Facts, lang: str) -> str:
    """ "chai 500 ml": the sizes by which units were converted, as the records say them."""
    told = [pack({**each, "high": each["low"]}, lang) for each in facts.get("sizes") or ()]
    return ", ".join(dict.fromkeys(told))


def _measure(code: str, lang: str, quantity: float) -> str:
    """A measure on a pack: the sign of a small one, which both languages share."""
    return code if code in ("ml", "g") else unit(code, lang, quantity)


def repacked(facts: Facts, figure: str, lang: str) -> str:
    """ "chai 100 ml, chia lại được 1.000 chai 50 ml": an amount in the packs of the other side, which nobody
    has said that the goods come in."""
    each = list(facts.get("sizes") or ())
    names = [sizes({"sizes": [row]}, lang) for row in each]
    if len(names) > 1 and each[0]["unit"] == each[1]["unit"] and names[0] != names[1]:
        own, other = (
            names[0],
            f"{number(each[1]['low'], lang, 1)} {_measure(each[1]['measure'], lang, each[1]['low'])}",
        )
        return choose(
            lang, f"{own}, chia lại được {figure} loại {other}", f"{own}, repacked {figure} of {other}"
        )
    if each and each[-1].get("side") == "need" and len(each) == 1:
        return choose(lang, f"nếu đóng {names[-1]} thì được {figure}", f"packed as {names[-1]}: {figure}")
    return f"{', '.join(dict.fromkeys(names))}: {figure}"


def pack(size: Facts, lang: str) -> str:
    """ "thùng 5–10 kg", "boxes of 5–10 kg": a pack with what it holds."""
    ends = "–".join(number(value, lang, 1) for value in dict.fromkeys((size["low"], size["high"])))
    held = f"{ends} {_measure(size['measure'], lang, size['high'])}"
    return choose(lang, f"{size['unit']} {held}", f"{unit(size['unit'], 'en', 2)} of {held}")


def of_kind(facts: Facts, lang: str) -> str:
    """ " riêng loại này" of one of several goods that are wanted; of a seller's list, that it is for all."""
    if facts.get("supply_listed"):
        return choose(lang, " nếu tính chung các loại", " of all kinds together")
    return choose(lang, " riêng loại này", " of this kind") if facts.get("family") else ""
