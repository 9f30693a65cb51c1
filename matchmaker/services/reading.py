"""Fills the fields that a record leaves out from its free text. What a record states always wins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from matchmaker.intake.further_places import further_names
from matchmaker.intake.intervals import spread
from matchmaker.intake.price_places import NAMED_PLACE, OPEN_STORE, PORT, STATION, STORE, WORKS
from matchmaker.intake.season_parts import months_by
from matchmaker.intake.sizes import piece_sizes
from matchmaker.intake.text import fold
from matchmaker.intake.years import window
from matchmaker.schemas.units import money_and_unit
from matchmaker.services.batches import of_batches
from matchmaker.services.listed_prices import listed_prices
from matchmaker.services.record_words import joined
from matchmaker.services.reference import Reference
from matchmaker.services.sets import sets_read
from matchmaker.services.tens import TEN_HOLDS, tens_read
from matchmaker.services.weekdays import weekdays_read
from scoring.columns.items import named_alone
from scoring.records import Doubt, Size

if TYPE_CHECKING:
    from matchmaker.intake.reading import Reading

Record = Mapping[str, Any]
Facts = dict[str, Any]

# The field of a confirmed layer that lists what a person emptied: it stays empty although a text says it.
UNSAID = "not_said"
_BREAKS = re.compile(r"[,;\n]|\.\s")
_OF_PRICE = re.compile(r"\b(?:giá|gia|price)\b")
_STAGES = {"farm_gate": 0, "depot": 0, "truck_station": 1, "delivered": 2}  # on the way to the buyer
FIELDS_OF = {
    "quantity": ("quantity",),
    "price": ("price_min", "price_max"),
    "months": ("months",),
    "place": ("place",),
}
_READ_OF = {
    "quantity": (
        "quantity_min",
        "quantity_max",
        "kg_min",
        "kg_max",
        "unit",
        "per",
        "open_amount",
        "interval",
    ),
    "price": ("price_min", "price_max", "price_unit", "open_price", "price_about", "price_beside"),
    "months": ("months", "years", "days"),
    "place": ("place",),
}


_AT_HAND = re.compile(  # "hàng có sẵn": at hand, and nobody says until when
    r"(?<!chua )(?<!khong )\b(?:co san(?: hang| kho| trong kho)?|hang san|san hang|san(?: trong)? kho|"
    r"(?:in|ready) stock)\s*[.!]?$"
)

PEAK = "peak"  # of the amount, though read with the months: more at a feast, whatever the other months are


def read_texts(
    record: Record, free_text: str, reference: Reference, today: date
) -> tuple[Facts, list[Doubt]]:
    """What the record's free text and its ``season_text`` say, named as by ``matchmaker parse``, with doubts.

    ``free_text`` names the field that holds quantity, price and place; ``season_text`` gives months alone and
    goes before the free text there. ``place`` is the words that name a place. Doubts about a field that the
    record states itself are left out.
    """
    facts: Facts = {}
    doubts: list[Doubt] = []
    whole: Reading | None = None
    if text := record.get(free_text):
        whole = said = reference.reader(today).read(text)
        facts = {name: value for name, value in said.as_parse_json().items() if value is not None}
        facts = weekdays_read(text, sets_read(record, text, facts))
        facts["place"] = said.place.text if said.place else ""
        facts |= {"years": said.years, "days": said.days, "interval": said.interval}
        facts |= _price_beside(said) | _basis(said) | _open_price(said) | _open_amount(said) | _papers(said)
        doubts = [Doubt(doubt.field, doubt.code, dict(doubt.facts)) for doubt in said.doubts]
    if text := record.get("note"):
        said = reference.reader(today).read(text)
        facts = _basis(said) | _open_price(said) | _open_amount(said) | _papers(said) | facts
        doubts += [Doubt(x.field, x.code, dict(x.facts)) for x in said.doubts if x.code == "freight_said"]
    if text := record.get("season_text"):
        season = reference.reader(today).season(text)
        if season is None and (peak := reference.reader(today).peak(text, alone=True)):
            doubts = [doubt for doubt in doubts if doubt.field != "months"]
            doubts.append(Doubt(peak.field, peak.code, dict(peak.facts)))
        elif season is None and _AT_HAND.search(fold(text)):  # from now on, nobody says until when
            doubts = [doubt for doubt in doubts if doubt.field != "months"]
            doubts.append(Doubt("months", "open_end", {"value": text}))
            facts["months"] = list(range(today.month, 13) if today.month < 12 else (12, 1, 2))
        elif season is None:
            doubts.append(Doubt("months", "season_unread", {"value": text}))
        else:
            years = season.years or facts.get("years")
            facts |= {"months": list(season.months), "years": years, "days": season.days}
            told = reference.reader(today).season_doubts(text, season)
            own_peak = any(doubt.code == PEAK for doubt in told)
            doubts = [x for x in doubts if x.field != "months" or (x.code == PEAK and not own_peak)]
            doubts += [Doubt(doubt.field, doubt.code, dict(doubt.facts)) for doubt in told]
    if ten := record.get(TEN_HOLDS):
        facts, doubts = tens_read(facts, doubts, ten)
    for until in (date.fromisoformat(doubt.facts["day"]) for doubt in doubts if doubt.code == "deadline"):
        facts["months"] = list(months_by(until, tuple(facts["months"])))
        facts |= {"years": None, "days": None}
    facts["no_last_month"] = any((doubt.field, doubt.code) == ("months", "open_end") for doubt in doubts)
    unsaid = frozenset(record.get(UNSAID) or ())
    for field in unsaid:
        facts = {name: value for name, value in facts.items() if name not in _READ_OF.get(field, ())}
    open_ = [each for each in doubts if each.field not in unsaid]
    doubts = [each for each in open_ if each.code == PEAK or not _is_stated(each.field, record)]
    if free_text == "supply_text" and "price" not in unsaid and _is_stated("price", record):
        doubts += listed_prices(record, whole, reference.reader(today))
    return facts, doubts


def _is_stated(field: str, record: Record) -> bool:
    """Whether the record itself states what a text may say, so that a reading of it is unneeded."""
    return any(record.get(name) is not None for name in FIELDS_OF.get(field, ()))


def without_unsaid(record: Record) -> Record:
    """The record without the fields that a person left empty on purpose, whatever its texts say of them."""
    gone = {name for field in record.get(UNSAID) or () for name in FIELDS_OF.get(field, ())}
    return {name: value for name, value in record.items() if name not in gone} if gone else record


def _basis(said: Reading) -> Facts:
    """Where the price is taken by a message: ``price_basis`` with its words, for ``basis`` to judge."""
    if not said.price_basis:
        return {}
    start, end = said.evidence["price_basis"].span
    words = said.text[start:end]
    clause = _BREAKS.split(said.text[:start])[-1] + words + _BREAKS.split(said.text[end:])[0]
    priced = "price" in said.evidence or "negotiable" in said.evidence or _OF_PRICE.search(said.text.lower())
    free = _FREE_FROM.search(fold(clause)) if said.price_basis == NAMED_PLACE else None
    if free and len(fold(clause)) == len(clause):  # with the amount from which it is so
        words = clause[clause.rfind(",", 0, free.start()) + 1 :].strip(" .")
    further = (
        further_names(said.text[end:]) if said.price_basis == NAMED_PLACE and said.basis_name else ("", [])
    )
    named = {
        "basis_more": further[1],
        "basis_least": (float(free[1].replace(",", ".")), free[2]) if free else None,
        "basis_name": said.basis_name,
        "basis_hub": said.basis_hub,
        "basis_aside": bool(not priced and clause.strip() != words),
    }
    return {"price_basis": said.price_basis, "basis_words": f"{words}{further[0]}", **named}


# The amount from which the seller brings the goods for nothing: "lấy từ 2 tạ giao miễn phí Hà Nội".
_FREE_FROM = re.compile(
    r"\b(?:tu|tren|du|over|from) (\d+(?:[.,]\d+)?) ?([a-z]+)\b(?: tro len)?[^;]{0,12}"
    r"\b(?:mien phi|free|freeship|bao ship|bao cuoc|mien ship|mien cuoc)\b"
)


def _price_beside(said: Reading) -> Facts:
    """The words before the price in its part of the text, which may name the goods that it is for."""
    if "price" not in said.evidence:
        return {}
    start, _ = said.evidence["price"].span
    return {"price_beside": _BREAKS.split(said.text[:start])[-1]}


def _open_price(said: Reading) -> Facts:
    """The words that leave the price open ("giá thoả thuận", "theo báo giá tuần"), or name it roughly."""
    if said.about:
        return {"price_about": said.text[slice(*said.about)]}
    if "negotiable" not in said.evidence:
        return {}
    start, end = said.evidence["negotiable"].span
    return {"open_price": said.text[start:end]}


def _open_amount(said: Reading) -> Facts:
    """The words that tell an amount without a figure: "mỗi thứ vài tạ"."""
    return {"open_amount": said.text[slice(*said.open_amount)]} if said.open_amount else {}


def _papers(said: Reading) -> Facts:
    """That there is no invoice, or a list of purchases alone, and what papers a buyer makes a condition."""
    facts: Facts = {"invoice": said.invoice} if said.invoice else {}
    if said.papers_wanted:
        facts["papers_wanted"] = said.papers_wanted
    return facts | {"invoice_wanted": True} if said.invoice_wanted else facts


def basis(record: Record, facts: Facts, store: str) -> tuple[str, list[Doubt]]:
    """Where the price is taken: as stated, else as the text says; a bare "tại kho" is ``store``.

    A place that a seller names ("giao tại cảng Phan Thiết") may be anywhere between both: it is kept with its
    words as a doubt, for ``price_places`` to look up; one that a buyer names is where he takes the goods.
    """
    stated, said = str(record.get("price_basis") or ""), str(facts.get("price_basis", ""))
    if not said:
        return stated, []
    buys, name = store == "delivered", facts.get("basis_name", "")
    if said == OPEN_STORE:
        open_ = (
            [] if stated or buys else [Doubt("price_basis", "store_whose", {"value": facts["basis_words"]})]
        )
        return stated or store, open_
    code = {STORE: store, WORKS: store if buys else "farm_gate", NAMED_PLACE: "", PORT: ""}.get(said, said)
    to_him = said == PORT and bool(name) and _is_his(name, record.get("place"))  # "FOB Cát Lái", at Cát Lái
    if buys and (said == NAMED_PLACE or (said == STATION and name) or to_him):
        code = "delivered"
    if stated and facts.get("basis_aside"):  # "tự đưa xe lạnh đến kho" beside a field that says it
        return stated, []
    if stated and code and _STAGES[stated] != _STAGES[code]:
        return stated, [Doubt("price_basis", "basis_differs", {"value": facts["basis_words"]})]
    # "giá đã gồm giao Hà Nội, HP": the door of buyers there, whatever the field says
    limited = stated == "delivered" and said == NAMED_PLACE and bool(name)
    if (
        (buys and (said != PORT or to_him))
        or not (name or said in (NAMED_PLACE, PORT))
        or (stated not in ("", code) and not limited)
    ):
        return stated or code, []
    told = {"value": facts["basis_words"], "name": name, "hub": bool(facts.get("basis_hub"))}
    if facts.get("basis_more"):
        told["more"] = facts["basis_more"]
    if facts.get("basis_least"):
        told["least"], told["least_unit"] = facts["basis_least"]
    return stated or code, [Doubt("price_basis", "price_at_place", told)]


_ONLY_A_PORT = re.compile(r"\b(?:cang|port|kho|warehouse|icd|tp|thanh pho|tinh|city|vn|viet ?nam)\b")


def _is_his(name: str, place: Any) -> bool:
    """Whether the port or store that a buyer names is the place where he takes the goods."""
    said = place if isinstance(place, str) else " ".join(str(each) for each in (place or {}).values())
    core = " ".join(_ONLY_A_PORT.sub(" ", fold(name)).split())
    return bool(core) and re.search(rf"\b{re.escape(core)}\b", fold(said)) is not None


def amount(record: Record, facts: Facts) -> tuple[Facts, list[Doubt]]:
    """``quantity``, ``unit``, ``per`` and ``unit_kg``; of a range in text the lower end, with a doubt."""
    if record.get("quantity") is not None:
        stated = {name: value for name in ("quantity", "unit", "per") if (value := record.get(name))}
        if facts.get("per"):
            stated.setdefault("per", facts["per"])
        stated = of_batches(record, stated)
        doubts = (
            [] if record.get("unit") else [Doubt("unit", "unit_missing", {"quantity": record["quantity"]})]
        )
        return stated, doubts
    low, high = facts.get("quantity_min"), facts.get("quantity_max")
    quantity = low if low is not None else high
    if quantity is None:
        words = facts.get("open_amount")
        doubts = [Doubt("quantity", "amount_open", {"value": words})] if words else []
        return {name: record[name] for name in ("unit", "per") if record.get(name)}, doubts
    unit = facts.get("unit") or record.get("unit") or ""
    result: Facts = {"quantity": quantity, "unit": unit, "per": record.get("per") or facts.get("per") or ""}
    if facts.get("interval") and result["per"] == "batch" and quantity:
        batches, result["per"] = spread(facts["interval"])
        result["quantity"] = round(quantity * batches, 3)
        return result, []
    result = of_batches(record, result)
    kilograms = facts.get("kg_min") if low is not None else facts.get("kg_max")
    each = [(facts.get(f"kg_{end}") or 0) / (facts.get(f"quantity_{end}") or 1) for end in ("min", "max")]
    of_sizes = unit in _VARIED and abs(each[0] - each[1]) > 0.01 * each[1]
    if kilograms and unit != "kg" and quantity and not of_sizes:
        result["unit_kg"] = kilograms / quantity
    if low is not None and high is not None and low != high:
        return result, [Doubt("quantity", "range", {"low": low, "high": high})]
    return result, []


_FRUIT = frozenset(("quả", "trái"))
_VARIED = (*_FRUIT, "con")  # of which no one is as heavy as the next
_BARE_SIZE = re.compile(
    r"(?<![\d.,/])(\d+(?:[.,]\d+)?) ?(?:kg|ky|ki|can|g|gr)? ?(?:-|–|den|toi) ?"
    r"(\d+(?:[.,]\d+)?) ?(kg|ky|ki|can|gr?)\b(?! ?(?:/|mot|moi|hang) ?[a-z])"
)
_HEAVIEST_FRUIT_KG = 12.0


def _fruit_sizes(record: Record, facts: Facts, told: str) -> tuple[Size, ...]:
    """What a fruit weighs where a record counts or prices fruits and gives one range of weights beside:
    "15.000 quả, loại 1-1.3 kg"."""
    units = (record.get("unit"), record.get("price_unit"), facts.get("unit"), facts.get("price_unit"))
    found = set() if _FRUIT.isdisjoint(units) else set(_BARE_SIZE.findall(fold(told)))
    if len(found) != 1:
        return ()
    low, high, measure = found.pop()
    times = 0.001 if measure.startswith("g") else 1.0
    ends = [float(each.replace(",", ".")) * times for each in (low, high)]
    fits = 0.02 <= ends[0] < ends[1] <= _HEAVIEST_FRUIT_KG
    return (Size("quả", ends[0], ends[1], "kg"),) if fits else ()


_NAMING = ("product", "packaging", "spec")  # the fields that name goods or their packing


def sizes(record: Record, free_text: str, facts: Facts) -> tuple[Size, ...]:
    """What one piece holds, as far as any of the record's texts states it."""
    named, told = joined(record, *_NAMING), joined(record, "description", "note", free_text)
    heads = [each for each in piece_sizes(str(record.get("grade") or "")) if each.unit == "con"]
    found = dict.fromkeys((*piece_sizes(named, named=True), *piece_sizes(told), *heads))
    stated = tuple([Size(each.unit, each.low, each.high, each.measure) for each in found])
    weighed = _weighed(facts)
    if "quả" not in [size.unit for size in (*stated, *weighed)]:
        weighed = (*weighed, *_fruit_sizes(record, facts, f"{named}; {told}"))
    if stated and (facts.get("unit") == "con" or any(size.unit == facts.get("unit") for size in stated)):
        return stated
    return (*stated, *weighed)


def _weighed(facts: Facts) -> tuple[Size, ...]:
    """What pieces weigh whose weight stands beside their number: "40 con, con 50-60kg"."""
    unit = facts.get("unit")
    if unit in (None, "kg"):
        return ()
    low, high, pieces = (facts.get(name) for name in ("kg_min", "kg_max", "quantity_min"))
    if not low or not high or not pieces:
        return ()
    return (Size(str(unit), low / pieces, high / (facts.get("quantity_max") or pieces), "kg"),)


def months(record: Record, facts: Facts) -> tuple[int, ...]:
    """The months stated, else those read from text."""
    return tuple(record.get("months") or facts.get("months") or ())


def days(record: Record, facts: Facts, today: date, *, once: bool) -> Facts:
    """First and last day of delivery where a text names them or the year of the months, and the record none.

    ``once`` says that they are those of one delivery, as a buyer's: a producer's come again every year.
    """
    if record.get("deliver_from") or record.get("deliver_to"):
        return {}
    found: tuple[date | None, date | None] | None = None
    if once and facts.get("days") and not record.get("months"):
        found = facts["days"]
    elif facts.get("years") is not None:
        found = window(months(record, facts), facts["years"], today)
        if found and facts.get("no_last_month"):  # "từ tháng 4/2027"
            found = (found[0], None)
    named = zip(("deliver_from", "deliver_to"), found or (), strict=False)
    return {name: day for name, day in named if day is not None}


def prices(record: Record, facts: Facts) -> tuple[Facts, list[Doubt]]:
    """``price_min``, ``price_max``, ``price_unit`` in đồng; other money is left out, with a doubt."""
    stated = {
        name: value
        for name in ("price_min", "price_max", "price_unit")
        if (value := record.get(name)) is not None
    }
    money, unit = money_and_unit(str(stated.get("price_unit", "")))
    if money:
        stated["price_unit"] = unit
    if "price_min" in stated or "price_max" in stated:
        return ({}, [_in_other_money(stated, money)]) if money not in ("", "VND") else (stated, [])
    if facts.get("currency") not in (None, "VND"):
        return {}, [_in_other_money(facts, facts["currency"])]
    read = {
        name: facts[name] for name in ("price_min", "price_max", "price_unit") if facts.get(name) is not None
    }
    if "price_min" not in read and "price_max" not in read and facts.get("open_price"):
        return read, [Doubt("price", "price_open", {"value": facts["open_price"]})]
    about = facts.get("price_about") if read.get("price_max") is not None else None
    doubts = [Doubt("price", "price_about", {"value": about})] if about else []
    if goods := named_alone(str(record.get("product") or ""), facts.get("price_beside") or ""):
        doubts.append(Doubt("price", "price_of_one", {"value": goods}))
    return read, doubts


def _in_other_money(facts: Facts, money: str) -> Doubt:
    """A price that is not in đồng: kept in its own money, and converted by nobody but the two sides."""
    told = {"low": facts.get("price_min"), "high": facts.get("price_max"), "unit": facts.get("price_unit")}
    return Doubt("price_min", "other_currency", {"currency": money, **{k: v for k, v in told.items() if v}})


def least_amount(record: Record, name: str) -> tuple[float | None, str]:
    """A smallest amount (``min_order``, ``min_lot``) and its unit; the ``_kg`` name is in kilograms."""
    if record.get(name) is not None:
        return record[name], str(record.get(f"{name}_unit") or record.get("unit") or "")
    kilograms = record.get(f"{name}_kg")
    return (kilograms, "kg") if kilograms is not None else (None, "")


def place(record: Record, facts: Facts) -> Any:
    """The place stated, else the words read from text that name one."""
    return record.get("place") or facts.get("place") or None
