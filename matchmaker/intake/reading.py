"""One message read: every value with the words it came from, how sure it is and what else it may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as default
from datetime import date
from decimal import Decimal
from typing import Any

from matchmaker.intake.asides import without_asides
from matchmaker.intake.calendar_words import Months
from matchmaker.intake.certificates import Paper, Papers
from matchmaker.intake.clause import Clause
from matchmaker.intake.clauses import read_clauses
from matchmaker.intake.deadlines import Due, beside, find_due
from matchmaker.intake.first_days import Begin, find_begin
from matchmaker.intake.invoice_words import find_invoice, wants_invoice
from matchmaker.intake.load_sizes import without_load_sizes
from matchmaker.intake.lunar import LunarCalendar
from matchmaker.intake.mentions import Gazetteer, Mention, find_place
from matchmaker.intake.months import MonthReader
from matchmaker.intake.open_amounts import find_open_amount
from matchmaker.intake.own_freight import OwnFreight, find_own_freight
from matchmaker.intake.paper_dates import without_paper_dates
from matchmaker.intake.points import Days
from matchmaker.intake.price_basis import Basis, find_basis
from matchmaker.intake.prices import Price, find_prices, is_about, is_by_kind, is_negotiable
from matchmaker.intake.quantities import Quantity, find_quantities
from matchmaker.intake.season_parts import Season
from matchmaker.intake.seasons import find_peak, find_season
from matchmaker.intake.text import Span, Text, Token, tokenize
from matchmaker.intake.units import KG, Units
from matchmaker.intake.wanted_papers import wanted_papers, wants_an_invoice_among
from matchmaker.intake.words_beside import NO_GOODS, worded
from matchmaker.intake.written_names import written_names
from matchmaker.intake.years import Years, find_years

# A longer text is no message: what follows is left unread, and said to be.
_MOST_TOKENS = 4000

Rows = Iterable[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value came from: a span of the raw text, 0..1 how sure it is, other values it may be."""

    span: Span
    confidence: float
    alternatives: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something a person should look at: the field, a code, facts."""

    field: str
    code: str
    facts: dict[str, Any] = default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says; None or empty where it says nothing.

    Quantities of mass are in kg, prices of mass per kg; ``kg_*`` and ``vnd_kg_*`` are filled where the
    text lets them be told. ``per`` is a code of the interchange format. ``price_basis`` is one too, or
    ``store``, ``named_place`` or ``port`` (whose: the side of the message tells), ``basis_name`` the name of
    that place, ``basis_hub`` whether it is a station, market or port. ``months`` are solar, in
    order from the first named, ``years`` those named for them, ``days`` the
    first and last of them where both are said. ``evidence`` has an entry for each of the
    fields ``quantity``, ``price``, ``months``, ``place``, ``negotiable``, ``price_basis`` that was found;
    ``doubts`` is what a person should look at. ``open_amount`` is where an amount stands without a figure
    ("vài tạ"), ``interval`` the days from one batch to the next,
    ``about`` where a price is named roughly ("chừng 1tr"), ``invoice`` a code of the interchange
    format where the text says that there is none or a list alone, ``invoice_wanted`` that one is asked for;
    ``papers_wanted`` are the papers that a buyer's words make a condition.
    """

    text: str
    quantity_min: int | float | None = None
    quantity_max: int | float | None = None
    unit: str | None = None
    kg_min: int | float | None = None
    kg_max: int | float | None = None
    per: str | None = None
    months: Months = ()
    price_min: int | float | None = None
    price_max: int | float | None = None
    price_unit: str | None = None
    vnd_kg_min: int | float | None = None
    vnd_kg_max: int | float | None = None
    currency: str | None = None
    negotiable: bool = False
    price_basis: str = ""
    basis_name: str = ""
    basis_hub: bool = False
    place: Mention | None = None
    certificates: tuple[Paper, ...] = ()
    evidence: Mapping[str, Evidence] = default(default_factory=dict)
    doubts: tuple[Question, ...] = ()
    open_amount: Span | None = None
    about: Span | None = None
    invoice_wanted: bool = False
    invoice: str = ""
    papers_wanted: tuple[str, ...] = ()
    years: Years | None = None
    days: Days | None = None
    interval: int = 0

    def as_parse_json(self) -> dict[str, Any]:
        """The object that ``matchmaker parse`` prints: null where the text does not say."""
        names = ("quantity_min", "quantity_max", "unit", "kg_min", "kg_max", "per")
        prices = ("price_min", "price_max", "price_unit", "vnd_kg_min", "vnd_kg_max", "currency")
        return {
            **{name: getattr(self, name) for name in names},
            "months": list(self.months) or None,
            **{name: getattr(self, name) for name in prices},
            "negotiable": self.negotiable,
            "place": self.place.as_parse_json() if self.place else None,
        }


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of delivery that a clause names, its words, what it says beside them; not ``whole`` where it
    names a part of a month and no dates."""

    first: date
    last: date
    words: str
    rest: str
    whole: bool


class Reader:
    """Reads messages with one set of reference rows.

    ``units_rows``: ``unit, aliases, dimension, factor``; ``lunar_rows``: ``lunar_year, lunar_month, leap,
    first_day``; ``certificate_rows``: ``code, name_vi, name_en, aliases``. ``today`` decides which lunar
    year is meant. Without a gazetteer no place is read.
    """

    def __init__(
        self, *, units_rows: Rows, lunar_rows: Rows, today: date, gazetteer: Gazetteer | None = None,
        certificate_rows: Rows = (),
    ) -> None:  # fmt: skip
        self._units = Units.from_rows(units_rows)
        self._months = MonthReader(self._units, LunarCalendar.from_rows(lunar_rows, today))
        self._papers = Papers(certificate_rows)
        self._gazetteer = gazetteer

    def season(self, raw: str) -> Season | None:
        """The months of a text that is about months: bare numbers ("11-2") count too."""
        tokens = tokenize(without_asides(raw)).tokens[:_MOST_TOKENS]
        return self._with_years(tokens, find_season(tokens, self._months, alone=True), alone=True)

    def _with_years(
        self, tokens: tuple[Token, ...], season: Season | None, *, alone: bool = False
    ) -> Season | None:
        """The season with the years that are named for it; "trong năm 2027" alone names all its months."""
        years = find_years(tokens, season.tokens if season else (), self._months.today, alone=alone)
        if years is None or (season is None and not years.whole):
            return season
        season = season or Season(tuple(range(1, 13)), confidence=0.8)
        return replace(season, years=years, tokens=tuple(sorted({*season.tokens, *years.tokens})))

    def season_doubts(self, raw: str, season: Season) -> list[Question]:
        """What a person should look at in a season read from ``raw``."""
        text = tokenize(without_asides(raw))
        return [Question("months", code, season.facts(code, text)) for code in season.doubts]

    def days_within(self, clause: str) -> Stretch | None:
        """The first and the last day of delivery that a clause names."""
        text = tokenize(without_asides(clause))
        season = find_season(text.tokens[:_MOST_TOKENS], self._months)
        first, last = (season.days or (None, None)) if season else (None, None)
        if season is None or first is None or last is None:
            return None
        start, end = text.span(*(season.part or (season.tokens[0], season.tokens[-1] + 1)))
        rest = beside(f"{text.raw[:start]}{text.raw[end:]}")
        return Stretch(first, last, text.raw[start:end], rest, whole=season.part is None)

    def due(self, clause: str, *, of_deliveries: bool = False) -> Due | None:
        """The last day of delivery that a clause names, and what else it says."""
        return find_due(clause, self._due_day, of_deliveries=of_deliveries)

    def _due_day(self, raw: str) -> tuple[date, int] | None:
        """The day by which something is due, read where a text begins ("15/1 …", "Tết"), and its letters."""
        opened = f"{'truoc' if raw.isascii() else 'trước'} {raw}"
        text = tokenize(opened)
        season = find_season(text.tokens[:_MOST_TOKENS], self._months)
        told = season.told.get("deadline") if season else None
        if told is None or told[0] != 0:
            return None
        _, end = text.span(told[0], told[1])
        return date.fromisoformat(told[2]["day"]), end - len(opened) + len(raw)

    def begin(self, clause: str, *, of_deliveries: bool = False) -> Begin | None:
        """The first day of delivery that a clause names, and what else it says."""
        return find_begin(clause, self._months, of_deliveries=of_deliveries)

    def peak(self, raw: str, *, alone: bool = False) -> Question | None:
        """That a text tells only when there is most of the goods, which says nothing of the other months."""
        text = tokenize(without_asides(raw))
        found = find_peak(text.tokens[:_MOST_TOKENS], self._months, alone=alone)
        if found is None:
            return None
        first, last = text.span(found[0], found[1])
        return Question("months", "peak_only", {"words": raw[first:last], "months": list(found[2])})

    def read(self, raw: str) -> Reading:
        """Everything that ``raw`` says. Any text is read; what it does not say stays empty."""
        plain = without_asides(raw)
        whole = replace(tokenize(without_load_sizes(plain)), raw=plain)
        text = replace(whole, tokens=whole.tokens[:_MOST_TOKENS])
        papers = self._papers.find(text)
        timed = without_paper_dates(text, papers) if papers else text.tokens
        season = self._with_years(timed, find_season(timed, self._months))
        freight = find_own_freight(raw)
        carried = _tokens_of(text, freight.span) if freight else frozenset()
        clauses = read_clauses(text.tokens, self._units, carried | frozenset(season.tokens if season else ()))
        season = _without_periods(season, clauses)
        quantities = find_quantities(text.tokens, clauses, text.accented)
        prices = find_prices(text.tokens, clauses)
        quantities = _priced_first(quantities, prices)
        taken = {i for clause in clauses for i in range(clause.start, clause.end)}
        taken.update(season.tokens if season else ())
        names = written_names(text, frozenset(taken), self._gazetteer.index) if self._gazetteer else []
        place = find_place(text, frozenset(taken), self._gazetteer, names) if self._gazetteer else None
        spans = [text.span(min(name.begin, name.start), name.end) for name in names]
        beside = (prices[0].start, prices[0].end) if prices else None
        basis = find_basis(text.tokens, spans, beside, carried)
        reading = _reading(text, quantities, prices, season, place, papers, basis)
        reading = replace(
            reading,
            invoice=find_invoice(text.tokens),
            invoice_wanted=wants_invoice(text.tokens) or wants_an_invoice_among(text),
            papers_wanted=wanted_papers(text, papers),
        )
        if freight and (freight.per_said or (prices and prices[0].unit == KG.name)):
            reading = replace(reading, doubts=(*reading.doubts, _of_freight(raw, freight)))
        if prices and (rough := is_about(text.tokens, prices[0])):
            reading = replace(reading, about=text.span(*rough))
        if season is None and "months" not in reading.evidence and (peak := self.peak(raw)):
            reading = replace(reading, doubts=(*reading.doubts, peak))
        if not quantities and (clause := find_open_amount(text.tokens, self._units)):
            reading = replace(reading, open_amount=text.span(*clause))
        if len(whole.tokens) == len(text.tokens):
            return reading
        unread = Question("text", "too_long", {"read_to": text.tokens[-1].end})
        return replace(reading, doubts=(*reading.doubts, unread))


def _tokens_of(text: Text, span: Span) -> frozenset[int]:
    """The tokens that stand within some letters of the text."""
    return frozenset(i for i, token in enumerate(text.tokens) if span[0] <= token.start < span[1])


def _of_freight(raw: str, freight: OwnFreight) -> Question:
    facts = {"value": raw[slice(*freight.span)], "amount": float(freight.amount), "to": freight.to}
    return Question("price_basis", "freight_said", {**facts, "to_station": freight.station})


def _without_periods(season: Season | None, clauses: list[Clause]) -> Season | None:
    """No season where its only words say how often: "40 tấn cả năm"."""
    if season is None:
        return None
    said = {i for c in clauses if c.period for i in range(c.period.start, c.period.end)}
    return None if set(season.tokens) <= said else season


def _parts(text: Text, quantities: list[Quantity]) -> list[dict[str, Any]]:
    """Each of several amounts with the words that it stands among, in the order of the text."""
    return [
        {
            "words": words,
            "quantity": float(each.low if each.low is not None else each.high or 0),
            "unit": each.unit,
            "per": each.per,
            **_held(each),
        }
        for each, words in worded(text, quantities, NO_GOODS)
    ]


def _held(each: Quantity) -> dict[str, float]:
    """What one of the pieces counted weighs, where the text says it: ``unit_kg``."""
    if not each.low or not each.kg_low or each.unit == KG.name:
        return {}
    return {"unit_kg": float(each.kg_low / each.low)}


def _price_parts(text: Text, prices: list[Price]) -> list[dict[str, Any]]:
    """Each of several prices with the words that it stands among, in the order of the text."""
    return [{"words": words, **_price_values(each)} for each, words in worded(text, prices)]


def _priced_first(quantities: list[Quantity], prices: list[Price]) -> list[Quantity]:
    """The amounts with that first which is counted as the goods are priced, where none has a rhythm: of
    "chậu 3-5 cành, 200 chậu, 1tr2/chậu" the pots are what is wanted, and the stems a size."""
    units = {price.unit for price in prices}
    if not quantities or quantities[0].per or quantities[0].unit in units or "kg" in units:
        return quantities
    if sum(each.unit in units for each in quantities) != 1:
        return quantities
    return sorted(quantities, key=lambda each: each.unit not in units)


def _reading(
    text: Text, quantities: list[Quantity], prices: list[Price], season: Season | None, place: Mention | None,
    papers: tuple[Paper, ...], basis: Basis | None,
) -> Reading:  # fmt: skip
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    doubts: list[Question] = []
    if quantities:
        values |= {**_quantity_values(quantities[0]), "interval": quantities[0].interval}
        others = tuple(_quantity_values(q) for q in quantities[1:])
        readings = tuple(_quantity_values(q) for q in quantities[0].alternatives)
        evidence["quantity"] = _evidence(text, quantities[0], (*readings, *others))
        doubts += [Question("quantity", code) for code in quantities[0].doubts]
        if others:
            parts = _parts(text, quantities)
            doubts.append(Question("quantity", "several", {"count": len(quantities), "parts": parts}))
    if prices:
        values |= _price_values(prices[0])
        others = tuple(_price_values(p) for p in prices[1:])
        evidence["price"] = _evidence(text, prices[0], others)
        doubts += [Question("price", code) for code in prices[0].doubts]
        each = list(prices[0].parts) or prices
        if len(each) > 1:
            parts = _price_parts(text, each)
            doubts.append(Question("price", "several", {"count": len(each), "parts": parts}))
        elif words := is_by_kind(text.tokens, prices[0]):
            told = text.raw[slice(*text.span(*words))]
            doubts.append(Question("price", "by_kind", {"value": told}))
    if season:
        values |= {"months": season.months, "years": season.years, "days": season.days}
        span = text.span(season.tokens[0], season.tokens[-1] + 1)
        evidence["months"] = Evidence(span, season.confidence, season.others)
        doubts += [Question("months", code, season.facts(code, text)) for code in season.doubts]
    negotiable = is_negotiable(text.tokens)
    if negotiable:
        evidence["negotiable"] = Evidence(text.span(*negotiable), 0.95)
    if basis:
        values["price_basis"] = basis.code
        values["basis_hub"] = basis.hub
        if basis.name[1]:
            values["basis_name"] = text.raw[slice(*text.span(*basis.name))]
        evidence["price_basis"] = Evidence(text.span(basis.start, basis.end), 0.9)
    if place:
        evidence["place"] = Evidence(place.span, place.confidence, place.candidates[1:])
        doubts += [Question("place", place.doubt, {"text": place.text})] if place.doubt else []
    return Reading(
        text.raw, **values, negotiable=negotiable is not None, place=place, certificates=papers,
        evidence=evidence, doubts=tuple(doubts),
    )  # fmt: skip


def _quantity_values(quantity: Quantity) -> dict[str, Any]:
    return {
        "quantity_min": _plain(quantity.low),
        "quantity_max": _plain(quantity.high),
        "unit": quantity.unit or None,
        "kg_min": _plain(quantity.kg_low),
        "kg_max": _plain(quantity.kg_high),
        "per": quantity.per or None,
    }


def _price_values(price: Price) -> dict[str, Any]:
    return {
        "price_min": _plain(price.low),
        "price_max": _plain(price.high),
        "price_unit": price.unit or None,
        "vnd_kg_min": _plain(price.vnd_kg_low),
        "vnd_kg_max": _plain(price.vnd_kg_high),
        "currency": price.currency,
    }


def _evidence(text: Text, found: Quantity | Price, others: tuple[Any, ...]) -> Evidence:
    return Evidence(text.span(found.start, found.end), round(found.confidence, 2), others)


def _plain(value: Decimal | None) -> int | float | None:
    """A number as JSON writes it: whole ones without a fraction; six digits after the point at most."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)
