"""What a person wrote beside what was understood of it, and the form that corrects the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from matchmaker.models import Demand, Offer
from matchmaker.queries.confirmations import Confirmation
from matchmaker.services import knowledge
from matchmaker.services.reading import FIELDS_OF
from matchmaker.web.amounts import amount, highest_price, place_name, price_range
from matchmaker.web.language import language
from matchmaker.web.words import label, month_span
from matchmaker.wording import doubts
from scoring.product import ProductText

Facts = Mapping[str, Any]

# Which line of the table a doubt about a field belongs to.
_LINES = dict.fromkeys(("unit", "per"), "quantity") | dict.fromkeys(
    ("price_min", "price_max", "price_unit", "price_basis"), "price"
)
_CONFIRMED = {"quantity": ("quantity",), "price": ("price_min", "price_max")}
MASS_UNITS = ("kg", "tấn", "tạ", "yến")


@dataclass(frozen=True)
class Line:
    """One fact of the record (``field``): as written, as understood, what is doubtful, whether a person
    confirmed it, and who that was."""

    field: str
    name: str
    written: str
    understood: str
    doubts: Sequence[str]
    confirmed: bool
    by: Confirmation | None = None


def lines(record: Offer | Demand, confirmations: Mapping[str, Confirmation] | None = None) -> list[Line]:
    """Product, amount, months, price, place and papers of a stored record."""
    raw, parsed = record.raw, record.parsed
    offered = isinstance(record, Offer)
    text = str(raw.get("supply_text" if offered else "demand_text") or "")
    papers = "certificates" if offered else "required_certificates"
    price = price_range if offered else highest_price
    facts = [
        ("product", raw.get("product") or "", _goods(record.product)),
        ("quantity", amount(raw) or text, amount(parsed)),
        ("months", _months(raw) or raw.get("season_text") or text, _months(parsed)),
        ("price", price(raw) or text, _price(price(parsed), parsed)),
        ("place", _written_place(raw.get("place")) or text, _found_place(parsed.get("place"))),
        (papers, _codes(raw.get(papers)), _held(parsed.get(papers)) or _("chưa khai")),
    ]
    said = confirmations or {}
    return [_line(record, field, written, understood, said) for field, written, understood in facts]


def as_typed(record: Offer | Demand) -> dict[str, Any]:
    """The understood values as the fields of the correcting form show them."""
    parsed = record.parsed
    offered = isinstance(record, Offer)
    typed = {name: parsed.get(name) for name in ("unit", "per", "price_unit", "price_basis", "invoice")}
    typed |= {name: local_number(parsed.get(name)) for name in ("quantity", "price_min", "price_max")}
    if parsed.get("unit_kg") and parsed.get("unit") not in MASS_UNITS:
        typed |= {"quantity": local_number(parsed["quantity"] * parsed["unit_kg"]), "unit": "kg"}
    if offered and not parsed.get("price_basis"):
        typed["price_basis"] = "farm_gate"
    papers = "certificates" if offered else "required_certificates"
    return typed | {
        "product": record.product,
        "months": parsed.get("months") or [],
        "place": place_name(parsed.get("place")),
        papers: [paper["code"] for paper in parsed.get(papers) or ()],
        "valid_until": parsed.get("valid_until"),
    }


def emptied(typed: MultiDict[str, str], shown: Facts) -> list[str]:
    """What the form showed and the person left empty; it stays empty, whatever the message says.

    A field counts only where its input was sent; boxes that are not ticked go with the rest of the form.
    """
    sent = {"months"} if {"quantity", "place"} <= set(typed) else set()
    return sorted(
        field
        for field, names in FIELDS_OF.items()
        if (field in sent or any(name in typed for name in names))
        and any(shown.get(name) for name in names)
        and not any(filter(None, map(typed.get, names)))
    )


def papers_kept(record: Offer | Demand, field: str, ticked: Sequence[str]) -> list[str]:
    """The ticked papers, with the stars and the last day that the record knows of them."""
    known = {paper["code"]: paper for paper in record.parsed.get(field) or ()}
    return [_paper(code, known.get(code, {})) for code in ticked]


def found_commune(record: Offer | Demand) -> dict[str, str] | None:
    """The commune that a doubtful place was taken for; None where no commune is known or nothing doubtful."""
    place = record.parsed.get("place") or {}
    doubtful = any(doubt["field"] == "place" for doubt in record.doubts) or not record.raw.get("place")
    if not doubtful or not place.get("commune"):
        return None
    return {"commune": place["commune"], "province": place.get("province") or ""}


def local_number(value: float | None) -> str:
    """A number as one types it here, with a comma before the fraction; "" for none."""
    return "" if value is None else f"{value:.9f}".rstrip("0").rstrip(".").replace(".", ",")


def _line(
    record: Offer | Demand, field: str, written: Any, understood: str, said: Mapping[str, Confirmation]
) -> Line:
    told = [
        doubts.sentence(doubt["code"], _told(doubt, record.parsed), language())
        for doubt in record.doubts
        if _LINES.get(doubt["field"], doubt["field"]) == field
    ]
    names = [name for name in _CONFIRMED.get(field, (field,)) if name in record.confirmed]
    by = max((said[name] for name in names if name in said), key=lambda each: each.when, default=None)
    name, doubtful = label("field", field), list(dict.fromkeys(told))
    return Line(field, name, str(written), understood, doubtful, bool(names), by)


def _told(doubt: Facts, parsed: Facts) -> Facts:
    """The facts of a doubt; the ends of a range as amounts in the record's unit."""
    facts = dict(doubt.get("facts") or {})
    if doubt["code"] == "range" and doubt["field"] == "quantity":
        facts |= {
            end: amount({"quantity": facts[end], "unit": parsed.get("unit")}) for end in ("low", "high")
        }
    return facts


def _goods(product: str) -> str:
    """The kind of goods that the product's name stands for, in the reader's language; "" for none known."""
    matcher = knowledge.matcher()
    kinds = matcher.reading(ProductText(product)).kinds
    if not kinds:
        return ""
    kind = matcher.lexicon.kinds[kinds[0]]
    return (kind.name_en if language() == "en" else "") or kind.name_vi


def _months(facts: Facts) -> str:
    return month_span(facts["months"]) if facts.get("months") else ""


def _price(text: str, parsed: Facts) -> str:
    basis = parsed.get("price_basis")
    return f"{text}, {label('price_basis', basis)}" if text and basis else text


def _written_place(place: Any) -> str:
    if isinstance(place, str) or not place:
        return place or ""
    names = ("commune", "old_district", "province", "old_province")
    named = ", ".join(dict.fromkeys(place[name] for name in names if place.get(name)))
    return str(place.get("text") or place.get("name") or named)


def _found_place(place: Facts | None) -> str:
    """Commune and province, or the province alone; "" while neither is known."""
    return ", ".join(filter(None, ((place or {}).get("commune"), (place or {}).get("province"))))


def _codes(papers: Sequence[str] | None) -> str:
    return ", ".join(label("certificate_short", paper.partition("@")[0]) for paper in papers or ())


def _held(papers: Sequence[Facts] | None) -> str:
    return ", ".join(label("certificate_short", paper["code"]) for paper in papers or ())


def _paper(code: str, known: Facts) -> str:
    stars = str(known["stars"]) if known.get("stars") else ""
    return f"{code}{stars}" + (f"@{known['expires']}" if known.get("expires") else "")
