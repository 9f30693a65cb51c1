"""From a checked record to what scoring judges: fields filled from free text, the place found, doubts listed.

A field that the record states is never replaced by one read from text. What is read with less than
certainty becomes a ``Doubt``; a place that nothing is known of refuses the record (``InvalidRecord``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from matchmaker.errors import InvalidRecord
from matchmaker.services import reading
from matchmaker.services.deadlines import deadline_read
from matchmaker.services.delivery_days import days_read
from matchmaker.services.first_days import First, first_day_read
from matchmaker.services.own_pieces import in_own_pieces, own_piece
from matchmaker.services.price_places import at_place, at_some_port, picked_up
from matchmaker.services.record_words import joined
from matchmaker.services.reference import Reference
from matchmaker.services.stations import station_named
from matchmaker.services.tens import in_pieces
from matchmaker.services.terms_read import OF_DEMANDS, OF_OFFERS, keeping_read, left_read, terms_read
from matchmaker.services.trade_terms import of_terms
from matchmaker.wording.errors import message
from scoring.columns.items import with_shared_period
from scoring.likening import likened
from scoring.packed_at import without_work_places
from scoring.records import Certificate, Demand, Doubt, Offer, Place
from scoring.units import KILOGRAM, LIVE_KILOGRAM, fold

if TYPE_CHECKING:
    from matchmaker.intake.places import Resolution

Record = Mapping[str, Any]

# Fields of the records that carry over under the same name.
_OFFER_SAME = (
    *("product", "producer", "description", "season_text", "ocop_stars", "ocop_expiry"),
    *("invoice",),
    *("shelf_life_days", "storage", "deliver_from", "deliver_to", "max_payment_days", "max_discount_pct"),
    *("accepts_returns", "accepts_consignment", "lead_time_days", "packaging", "grade", "valid_until"),
    *("note", "sold_at"),
)
_DEMAND_SAME = (
    *("product", "buyer", "channel", "description", "spec", "season_text", "deliver_from", "deliver_to"),
    *("min_ocop_stars", "min_remaining_days", "min_remaining_share", "pooling_allowed", "payment_days"),
    *("discount_pct", "returns", "consignment", "delivery_rhythm", "valid_until", "note"),
)
_PLACE_NAMES = ("commune", "province", "old_district", "old_province")
# A price of what no table of units knows: "3k2/trung".
_BY_PIECE = re.compile(
    r"\d ?(?:k\d*|d|dong|nghin|ngan|tr)? ?/ ?(?!kg|ky\b|ki\b|kilo|tan\b|ta\b|thang|tuan|ngay)[a-z]"
)
ANY_INVOICE = ("HDDT", "HDDT_MTT")


def offer_from(record: Record, reference: Reference, today: date) -> Offer:
    """A checked offer record as scoring sees it. Raises ``InvalidRecord`` for a place nobody knows."""
    record = in_pieces(record, "supply_text")
    goods, compared = _of_goods(record)
    shared, doubts = _shared(record, "supply_text", "depot", reference, today)
    invoice, _, _ = (shared.pop(name) for name in ("invoice", "invoice_wanted", "papers_wanted"))
    least, unit = reading.least_amount(record, "min_order")
    unit = own_piece(unit, str(record.get("product") or "")) or unit
    terms, terms_doubts = terms_read(record, "supply_text", OF_OFFERS)
    priced = "price_min" in shared or "price_max" in shared
    if priced:
        doubts, _ = of_terms(record, ("supply_text", "description", "note"), doubts, sells=True)
    if priced and not shared["price_basis"] and not any(doubt.code == "price_at_place" for doubt in doubts):
        doubts.append(Doubt("price_basis", "assumed_farm_gate"))
    return Offer(
        id=str(record.get("id", "")),
        **{"invoice": invoice} | terms | keeping_read(record) | _same(goods, _OFFER_SAME),
        **shared,
        **compared,
        remarks=_remarks(goods, "supply_text"),
        certificates=certificates(record.get("certificates") or ()),
        min_order=least,
        min_order_unit=unit,
        doubts=(*doubts, *terms_doubts),
    )


def demand_from(record: Record, reference: Reference, today: date) -> Demand:
    """A checked demand record as scoring sees it. Raises ``InvalidRecord`` for a place nobody knows."""
    record = in_pieces(record, "demand_text")
    shared, doubts = _shared(record, "demand_text", "delivered", reference, today)
    shared.pop("invoice")  # what a buyer says of invoices is what he asks for
    wanted, required = shared.pop("invoice_wanted"), record.get("invoice_required")
    papers, stated = shared.pop("papers_wanted"), record.get("required_certificates")
    least, unit = reading.least_amount(record, "min_lot")
    unit = own_piece(unit, str(record.get("product") or "")) or unit
    terms, terms_doubts = terms_read(record, "demand_text", OF_DEMANDS)
    words = ("demand_text", "description", "spec", "note")
    doubts, abroad = of_terms(record, words, doubts, sells=False)
    if abroad:  # a price abroad is none at his door here
        shared["price_basis"] = ""
    lowest = shared.pop("price_min", None)
    if lowest is not None:
        shared.setdefault("price_max", lowest)
    if shared.get("price_max") and not shared.get("price_unit") and record.get("price_max") is None:
        by_piece = _BY_PIECE.search(fold(str(record.get("demand_text") or "")))
        weighed = shared.get("unit") == KILOGRAM and not by_piece  # "1,5 tấn, giá 68.000"
        shared["price_unit"] = KILOGRAM if weighed else ""
        doubts += [Doubt("price_unit", "unit_taken", {"unit": KILOGRAM})] if weighed else []
    days = days_read(record, shared["months"], reference.reader(today))
    begin = First()
    if not days.ends and "deliver_from" not in shared:
        begin = first_day_read(record, shared["months"], doubts, reference.reader(today), today)
    due = deadline_read({**record, **begin.fields}, shared["months"], doubts, reference.reader(today), today)
    shared |= days.ends | begin.ends(doubts)
    if due.day and days.last and days.last <= due.day:  # "nửa cuối tháng 1 (trước Tết)"
        due = replace(due, doubts=())
    elif due.day and (days.last or "deliver_to" not in shared):
        shared["deliver_to"] = due.day
    demand = Demand(
        id=str(record.get("id", "")),
        **terms | left_read(record) | _same(record, _DEMAND_SAME) | days.fields | begin.fields | due.fields,
        **shared,
        remarks=_remarks(record, "demand_text"),
        required_certificates=certificates(papers if stated is None else stated),
        preferred_certificates=certificates(record.get("preferred_certificates") or ()),
        invoices_accepted=_invoices(wanted if required is None else required),
        min_lot=least,
        min_lot_unit=unit,
        doubts=(*doubts, *days.doubts, *begin.doubts, *due.doubts, *terms_doubts),
    )
    return with_shared_period(demand) if demand.doubts else demand


def _shared(
    record: Record, text: str, store: str, reference: Reference, today: date
) -> tuple[dict[str, Any], list[Doubt]]:
    """The fields that offers and demands fill in the same way; ``store`` is where a bare "tại kho" lies."""
    record = reading.without_unsaid(record)
    facts, read_doubts = reading.read_texts(record, text, reference, today)
    amount, amount_doubts = reading.amount(record, facts)
    prices, price_doubts = reading.prices(record, facts)
    if any((each.field, each.code) == ("price", "several") for each in read_doubts):
        price_doubts = [each for each in price_doubts if each.code != "price_of_one"]  # each has its own
    if prices.get("price_unit") == KILOGRAM and any(each.code == "live_weight" for each in read_doubts):
        prices["price_unit"] = LIVE_KILOGRAM
    place, place_doubts = find_place(reading.place(record, facts), reference)
    if text == "supply_text":
        facts |= station_named(record, reference.reader(today))
    basis, basis_doubts = reading.basis(record, facts, store)
    if not record.get("price_basis"):
        basis, basis_doubts = at_some_port(basis, basis_doubts, joined(record, text, "note"), place)
    carried = [each for each in read_doubts if each.code == "freight_said" and text == "supply_text"]
    read_doubts = [each for each in read_doubts if each.code != "freight_said"]
    placed = [*basis_doubts, *carried]
    basis_doubts = [each for doubt in placed for each in at_place(doubt, basis, place, reference)]
    fields = {
        **in_own_pieces({**amount, **prices}, str(record.get("product") or "")),
        "price_basis": basis,
        "months": reading.months(record, facts),
        **reading.days(record, facts, today, once=text == "demand_text"),
        "sizes": reading.sizes(record, text, facts),
        "place": picked_up(place, basis_doubts) if text == "supply_text" else place,
        "invoice": facts.get("invoice", ""),
        "invoice_wanted": facts.get("invoice_wanted", False),
        "papers_wanted": facts.get("papers_wanted", ()),
    }
    return fields, [*read_doubts, *amount_doubts, *price_doubts, *basis_doubts, *place_doubts]


def _same(record: Record, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name in names if (value := record.get(name)) is not None}


_GOODS = ("product", "description", "grade", "supply_text", "note")
_OF_ORIGIN = ("product", "description", "grade")


def _of_goods(record: Record) -> tuple[Record, dict[str, Any]]:
    """An offer's record without what it only likens its goods to, and how it does so; and without the places
    where it only packs, stores or sells them."""
    record, compared = _unlikened(record)
    for name in _OF_ORIGIN:
        text = str(record.get(name) or "")
        bare = without_work_places(text)
        if bare != text and (bare or name != "product"):
            record = {**record, name: bare}
            if name == "product":
                compared.setdefault("written", text)
    return record, compared


def _unlikened(record: Record) -> tuple[Record, dict[str, Any]]:
    """An offer's record without what it only likens its goods to, and how it does so."""
    read = {name: likened(str(value)) for name in _GOODS if (value := record.get(name))}
    read = {name: each for name, each in read.items() if each.clauses}
    if not read:
        return record, {}
    goods = {name: each.text for name, each in read.items() if each.text or name != "product"}
    clauses = dict.fromkeys(words for each in read.values() for words in each.clauses)
    compared: dict[str, Any] = {"likened": "; ".join(clauses)}
    return {**record, **goods}, compared | ({"written": str(record["product"])} if "product" in goods else {})


def _remarks(record: Record, free_text: str) -> str:
    return joined(record, free_text, "note")


def _invoices(required: Any) -> tuple[str, ...]:
    """The invoices that serve; empty where none is required."""
    if isinstance(required, (list, tuple)):
        return tuple(required)
    return ANY_INVOICE if required else ()


def certificates(written: Iterable[str]) -> tuple[Certificate, ...]:
    """``CODE``, ``CODE@last-day`` and ``OCOP4`` as papers.

    >>> certificates(["OCOP4@2027-05-01"])
    (Certificate(code='OCOP', expires=datetime.date(2027, 5, 1), stars=4),)
    """
    return tuple(map(_certificate, written))


@lru_cache(maxsize=16_384)
def _certificate(written: str) -> Certificate:
    """A paper; the same one for the same words, which many records hold and are sent with."""
    code, _, day = written.partition("@")
    stars = int(code[4:]) if code.startswith("OCOP") and code[4:].isdigit() else None
    return Certificate("OCOP" if stars is not None else code, date.fromisoformat(day) if day else None, stars)


def find_place(written: str | Record | None, reference: Reference) -> tuple[Place, list[Doubt]]:
    """A place as written, found on the map, with the doubts about it.

    Raises ``InvalidRecord`` with ``unknown_place`` when something is written and nothing is found.
    """
    if not written:
        return Place(), []
    fields: Record = {"text": written} if isinstance(written, str) else written
    text = str(fields.get("text") or fields.get("name") or "")
    named = {name: str(value) for name in _PLACE_NAMES if (value := fields.get(name))}
    found = reference.gazetteer.resolve(
        text, endpoint=True, lat=fields.get("lat"), lon=fields.get("lon"), **named
    )
    if found.doubt == "conflict" and same_name(named):  # "Kỳ Sơn" is a commune now and was the district
        said = ", ".join(value for name, value in named.items() if not name.startswith("old_"))
        again = reference.gazetteer.resolve(said, endpoint=True)
        found = again if again.best is not None and not again.doubt else found
    shown = text or ", ".join(dict.fromkeys(named.values()))
    if found.best is None and not found.candidates and not found.doubt:
        raise InvalidRecord({"place": [message("unknown_place", {"value": shown})]})
    return place_meant(found, shown, fields.get("terrain")), _place_doubts(found, shown)


def same_name(named: Mapping[str, str]) -> bool:
    """Whether a commune bears the name of the district that it lay in before."""
    return bool(named.get("commune")) and fold(named["commune"]) == fold(named.get("old_district", ""))


def place_meant(found: Resolution, text: str, terrain: Any = None) -> Place:
    """The best meaning; without one, the province that all meanings share."""
    best = found.best
    if best is None:
        provinces = {candidate.province for candidate in found.candidates}
        return Place(text=text, province=provinces.pop() if len(provinces) == 1 else "")
    return Place(
        text=text,
        lat=best.lat,
        lon=best.lon,
        terrain=terrain or best.terrain,
        commune=best.commune,
        commune_code=best.commune_code,
        province=best.province,
        level=best.level,
        confidence=best.confidence,
        node=best.node,
    )


def _place_doubts(found: Resolution, text: str) -> list[Doubt]:
    if not found.doubt:
        return []
    names = [candidate.name for candidate in found.candidates[:5]]
    return [Doubt("place", found.doubt, {"value": text, "candidates": names})]
