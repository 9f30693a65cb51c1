"""A message pasted into a form: read into its fields, each with the words it came from and what is doubtful.

Nothing is stored here. The message goes with the form as it is (raw); what the person leaves in the fields
and sends is what he confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from werkzeug.datastructures import MultiDict

from matchmaker.errors import InvalidRecord
from matchmaker.intake.reading import Reading
from matchmaker.models import Demand, Offer
from matchmaker.services import knowledge, layers
from matchmaker.services.calendar import today
from matchmaker.services.reading import UNSAID
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from, offer_from
from matchmaker.web.amounts import amount, price_range
from matchmaker.web.language import language
from matchmaker.web.understood import as_typed, emptied, lines, local_number
from matchmaker.web.words import month_span
from matchmaker.wording import imports as cell_words
from scoring.product import ProductText

LONGEST = 4_000  # letters, as the free text of a record
AROUND = 24  # letters shown on each side of the words that a value came from
# What a message is read for; the other fields of a form are written, not read.
READ = ("product", "quantity", "unit", "per", "months", "price_min", "price_max", "price_unit", "price_basis")
TEXT = {"offer": "supply_text", "demand": "demand_text"}
PAPERS = {"offer": "certificates", "demand": "required_certificates"}

_PRICE = ("price_min", "price_max", "price_unit")

Values = dict[str, Any]


@dataclass(frozen=True)
class Note:
    """What stands beside a field: the words of the message around ``words``, what is doubtful, other readings
    (their number and how they read)."""

    before: str = ""
    words: str = ""
    after: str = ""
    doubts: tuple[str, ...] = ()
    others: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Heard:
    """A message understood: the values of the form's fields, the notes by field, further products named."""

    values: Values
    notes: Mapping[str, Note]
    digest: str
    more_products: tuple[str, ...] = ()
    alternatives: Mapping[str, tuple[Values, ...]] = field(default_factory=dict)


def of(typed: Mapping[str, str]) -> str:
    """The message in a form; "" without one."""
    return typed.get("message", "").strip()[:LONGEST]


def to_read(typed: Mapping[str, str]) -> bool:
    """Whether the form asks for its message to be read: by a button, or sent before it was."""
    message = of(typed)
    asked = typed.get("step") == "read" or typed.get("other")
    return bool(asked or (message and typed.get("message_read") != digest(message)))


def digest(message: str) -> str:
    """By which a form tells that its message is the one that was read into it."""
    return sha256(message.replace("\r", "").encode("utf-8", "replace")).hexdigest()[:16]


def hear(message: str, side: str) -> Heard:
    """What a message says, for the form of an offer or a demand (``side``)."""
    reading = load_reference().reader(today()).read(message)
    names = _products(reading)
    record = _record(reading, side, names[0] if names else "")
    papers = [paper for paper in reading.certificates if paper.held]
    values = as_typed(record) | {"product": names[0] if names else ""}
    values[PAPERS[side]] = [paper.code for paper in papers]
    if reading.place and not values["place"]:
        values["place"] = reading.place.text
    if side == "offer" and not record.parsed.get("price_basis"):
        values["price_basis"] = ""
    alternatives = {
        "quantity": tuple(_amounts(reading)),
        "price": tuple(_prices(reading)),
        "months": tuple({"months": list(months)} for months in _others(reading, "months")),
    }
    return Heard(
        values,
        _notes(reading, record, side, names, alternatives),
        digest(message),
        tuple(names[1:]),
        alternatives,
    )


def filled(typed: MultiDict[str, str], side: str) -> tuple[MultiDict[str, str], Heard]:
    """The form with what its message says; with one other reading where a button asked for it.

    What the message does not say stays as it was typed.
    """
    found = MultiDict(typed)
    # What was written in a producer's own words before is read with the message.
    own = [typed.get(name, "").strip() for name in ("supply_text", "season_text")]
    found["message"] = "\n".join(filter(None, (of(typed), *own)))[:LONGEST]
    heard = hear(found["message"], side)
    field_name, _, number = typed.get("other", "").partition("-")
    if field_name:
        choices = heard.alternatives.get(field_name, ())
        chosen = choices[int(number)] if number.isdigit() and int(number) < len(choices) else {}
    else:
        chosen = heard.values
    for name, value in chosen.items():
        if value not in (None, "", []):
            found.setlist(name, _typed(value))
    return found, heard


def _typed(value: Any) -> list[str]:
    """A value as one types it into a field."""
    if isinstance(value, list):
        return [str(each) for each in value]
    return [local_number(value) if isinstance(value, (int, float)) else str(value)]


def layers_of(
    record: Mapping[str, Any], typed: MultiDict[str, str], message: str, side: str
) -> tuple[Values, Values]:
    """A sent form as what was written (the message as it is, and fields that it is not read for) and what the
    person confirmed of the reading."""
    readable = (*READ, "place", PAPERS[side])
    confirmed = {name: value for name, value in record.items() if name in readable}
    written = {name: value for name, value in record.items() if name not in readable}
    heard = hear(message, side)
    if unsaid := emptied(typed, heard.values):
        confirmed[UNSAID] = unsaid
    names = [heard.values["product"]] if heard.values["product"] else []
    return {**written, "product": names[0] if names else record["product"], TEXT[side]: message}, confirmed


def _record(reading: Reading, side: str, product: str) -> Offer | Demand:
    """The message as the record that it would be; a place that nobody knows is left out of it."""
    build: Any = offer_from if side == "offer" else demand_from
    text = reading.text
    written = {"product": product or "–", TEXT[side]: text}
    try:
        found = build(written, load_reference(), today())
    except InvalidRecord:
        start, end = reading.place.span if reading.place else (0, 0)
        found = build(written | {TEXT[side]: f"{text[:start]};{text[end:]}"}, load_reference(), today())
    kind: Any = Offer if side == "offer" else Demand
    return kind(
        product=product, raw=written, parsed=layers.parsed(found), doubts=layers.doubts(found), confirmed={}
    )


def _notes(
    reading: Reading, record: Offer | Demand, side: str, names: list[str], others: Mapping[str, Any]
) -> dict[str, Note]:
    doubts = {line.field: tuple(line.doubts) for line in lines(record)}
    notes = {}
    for name in ("quantity", "months", "price", "place"):
        if name not in reading.evidence:
            continue
        telling = {
            "quantity": amount,
            "price": price_range,
            "months": lambda each: month_span(each["months"]),
        }
        told = [(number, telling[name](each)) for number, each in enumerate(others.get(name, ()))]
        notes[name] = _note(reading.text, reading.evidence[name].span, doubts.get(name, ()), told)
    if names:
        start = _find(reading.text, names[0])
        notes["product"] = _note(reading.text, (start, start + len(names[0])))
    if reading.certificates:
        lacking = ", ".join(paper.code for paper in reading.certificates if not paper.held)
        told = (cell_words.mark("papers_not_yet", {"papers": lacking}, language()),) if lacking else ()
        notes[PAPERS[side]] = _note(reading.text, reading.certificates[0].span, told)
    return notes


def _note(
    text: str, span: tuple[int, int], doubts: Iterable[str] = (), others: Iterable[tuple[int, str]] = ()
) -> Note:
    start, end = span
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    return Note(
        ("…" if start > AROUND else "") + before,
        text[start:end],
        after + ("…" if end + AROUND < len(text) else ""),
        tuple(doubts),
        tuple(others),
    )


def _others(reading: Reading, name: str) -> tuple[Any, ...]:
    return reading.evidence[name].alternatives if name in reading.evidence else ()


def _amounts(reading: Reading) -> Iterable[Values]:
    """The other amounts that were meant, perhaps; the upper end of a range among them."""
    if reading.quantity_min is not None and reading.quantity_max not in (None, reading.quantity_min):
        yield {"quantity": reading.quantity_max, "unit": reading.unit, "per": reading.per}
    for each in _others(reading, "quantity"):
        value = each["quantity_min"] if each["quantity_min"] is not None else each["quantity_max"]
        yield {"quantity": value, "unit": each["unit"], "per": each["per"]}


def _prices(reading: Reading) -> Iterable[Values]:
    for each in _others(reading, "price"):
        yield {name: each[name] for name in _PRICE if each.get(name) is not None}


def _products(reading: Reading) -> list[str]:
    """The products that a message names, as it writes them, in its order; its amounts, prices and months are
    no products ("quanh năm" is no mushroom)."""
    rest, matcher = _without_figures(reading), knowledge.matcher()
    product = matcher.reading(ProductText(rest))
    found: dict[int, str] = {}
    for phrase in product.phrases:
        if found and not product.accented and len(phrase.split()) < 2:
            continue  # one word without marks may be anything
        at, kind = _find(rest, phrase), matcher.reading(ProductText(phrase)).kind
        if at >= 0 and kind >= 0 and not _known(kind, found, matcher):
            found[kind] = reading.text[at : at + len(phrase)]
    return sorted(found.values(), key=lambda name: _find(reading.text, name))


def _without_figures(reading: Reading) -> str:
    """The message with its amounts, prices and months blanked, letter by letter; of a long stretch ("2 tonnes
    of dried ginger per month") the first and the last two words."""
    text = list(reading.text)
    for name in ("quantity", "price", "months", "negotiable"):
        if name not in reading.evidence:
            continue
        start, end = reading.evidence[name].span
        words = [found.span() for found in re.finditer(r"\S+", reading.text[start:end])]
        for first, last in words if len(words) <= 4 else (*words[:2], *words[-2:]):
            text[start + first : start + last] = ";" * (last - first)
    return "".join(text)


def _known(kind: int, found: dict[int, str], matcher: Any) -> bool:
    """Whether a kind is one that was found, or the wider or narrower name of one."""
    return any(matcher.lexicon.one_product(kind, other) for other in found)


def _find(text: str, words: str) -> int:
    """Where words stand in a text, whatever their case; -1 for nowhere."""
    return text.casefold().find(words.casefold()) if len(text.casefold()) == len(text) else text.find(words)
