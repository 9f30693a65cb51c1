"""Offers as arrays: what every criterion reads, built once and picklable.

Amounts are per month and in a base unit (index into ``Bases.names``), prices are đồng per base unit, dates
are day ordinals, months are masks of the horizon. NaN and -1 mean "not said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.columns.alive import as_meat, bases_of_trade, is_alive
from scoring.columns.amounts import DAYS_IN_MONTH, GATHERED, LOADED, SPOILS, spread
from scoring.columns.arrays import (
    SHARED,
    UNSAID,
    Bools,
    Columns,
    Floats,
    Ints,
    Masks,
    answer,
    code_of,
    distinct_places,
    distinct_texts,
    first_said,
    floats,
    ints,
    of_records,
    ordinal,
)
from scoring.columns.delivery import (
    after_lead,
    cut_by_moon,
    first_day,
    offered_months,
    touched_by_moon,
    whole_months,
)
from scoring.columns.grown import is_as_grown
from scoring.columns.held_papers import ocop_of, papers_of
from scoring.columns.items import parts_of
from scoring.columns.kept import KeptAmounts, kept_amounts
from scoring.columns.named_form import with_form, words_behind
from scoring.columns.priced import parts_said
from scoring.columns.rhythm import delivered
from scoring.columns.shelf import shelf_of
from scoring.columns.sizes import sizes
from scoring.columns.unsaid_forms import SOLD_EITHER_WAY, drying_unsaid, roast_unsaid
from scoring.columns.windows import window
from scoring.context import Context
from scoring.contrasts import Told, said
from scoring.cultivar import places_named
from scoring.goods_phrase import goods_in_words
from scoring.horizon import ALWAYS, NEVER
from scoring.marks.comparing import MarkColumn, offered_marks
from scoring.marks.lists import kinds_of_lists
from scoring.marks.mark import Mark
from scoring.mixtures import kinds_listed
from scoring.open_seasons import before_opening
from scoring.origin_words import OriginWords
from scoring.part_months import left_out, says_harvest_only, season_words
from scoring.product import Form, Kind, ProductColumns, ProductText, kept_form, marked_around
from scoring.product.forms import same_form
from scoring.product.make_up import make_up
from scoring.product.relation import traded_form
from scoring.records import Offer
from scoring.units import KILOGRAM, Bases

STORAGES = ("ambient", "chilled", "frozen", "live")
INVOICES = ("HDDT", "HDDT_MTT", "BANG_KE", "KHONG")
# Where the price is taken: at the farm or store (0), at the truck station (1), at the buyer's door (2).
STAGES = {"farm_gate": 0, "depot": 0, "truck_station": 1, "delivered": 2}

# Forms in which goods that are usually fresh keep for months.
LASTING = frozenset((Form.DRIED, Form.FROZEN, Form.POWDER, Form.CANNED, Form.SWEET))


@dataclass(frozen=True)
class OfferColumns(Columns):
    """Offers as arrays. ``rate`` is the amount in a month of delivery; ``whole`` is NaN for a flow."""

    ids: tuple[str, ...]
    records: tuple[Offer, ...]
    order: Ints  # place of the id among all ids: breaks ties
    text: Ints  # row of ``texts``
    kind: Ints
    months: Masks
    months_from: Ints
    touched: Masks  # of the months those of which lunar words reach the first or last days alone
    cut: Masks  # the same with the month at the other end of such a season, of which days are left out too
    first: Ints
    last: Ints
    rate: Floats
    whole: Floats
    at_once: Floats  # the amount stated for a day, a week or a load, of stored goods for longer; else NaN
    base: Ints
    lives: Bools  # live animals by the record's own words
    sized: Ints  # the counted unit of which the record says what one holds
    size_base: Ints  # the unit of that, and
    size: Floats  # how much of it
    min_order: Floats
    min_order_base: Ints
    price_low: Floats
    price_high: Floats
    price_base: Ints
    price_unit_said: Bools
    stage: Ints
    papers: dict[str, Ints]  # code: last day of validity
    stars: Ints
    stars_until: Ints
    invoice: Ints
    shelf: Floats  # days under the storage offered
    shelf_said: Bools
    storage: Ints
    stored: Bools  # goods that keep, and are bought in larger lots
    max_payment: Floats
    max_discount: Floats
    returns: Ints
    consignment: Ints
    opens: Ints  # the first and last day that the record names, as far as it names any
    closes: Ints
    partial: Bools  # the season named leaves out days of its first or last month
    several_prices: Bools  # the words give a price for each of several goods
    several: Bools  # the words give an amount for each of several goods
    deliveries: Floats  # a week, where the offer's words say how often
    told_apart: Told  # the words that tell goods of one kind apart, as bits (``scoring.contrasts``)
    mixed: Told  # the kinds of one product that are listed beside each other, as bits (``scoring.mixtures``)
    as_grown: Bools  # sold as they grew: the garden's papers tell of their safety
    make_up: Masks  # how the goods are made up, as bits (``scoring.product.make_up``)
    roast_unsaid: Bools
    drying_unsaid: Bools
    names_place: Bools  # the name holds a place of two syllables or more
    marks: Ints  # row of ``mark_sets``
    place: Ints  # row of ``ends``
    keeping: Ints  # row of ``kept``
    texts: ProductColumns = field(metadata=SHARED)
    mark_sets: tuple[tuple[Mark, ...], ...] = field(metadata=SHARED)
    ends: Any = field(metadata=SHARED)  # of ways: the distinct places as the network wants them
    kept: KeptAmounts = field(metadata=SHARED)

    def __len__(self) -> int:
        return len(self.ids)

    @of_records
    def peaked(self) -> Bools:
        """Whether the words tell that there is more at a feast."""
        return self._doubted("peak")

    @of_records
    def priced_at_place(self) -> Bools:
        """Whether the price is one at a place that its words name."""
        return self._doubted("price_at_place")

    @of_records
    def names_freight(self) -> Bools:
        """Whether the seller names the freight himself."""
        return self._doubted("freight_said")

    @of_records
    def store_whose(self) -> Bools:
        """Whether the price is one at a store, of the seller or of the buyer, nobody knows which."""
        return self._doubted("store_whose")

    def _doubted(self, code: str) -> Bools:
        told = np.zeros(len(self.records), dtype=np.bool_)
        told[self._doubts.get(code, [])] = True
        return told

    @cached_property
    def _doubts(self) -> dict[str, list[int]]:
        """The rows of which each doubt is told, by its code."""
        found: dict[str, list[int]] = {}
        for row, offer in enumerate(self.records):
            for doubt in offer.doubts:
                found.setdefault(doubt.code, []).append(row)
        return found

    @of_records
    def before_opening(self) -> Masks:
        """The months before a season of which the words name no end, as bits of the calendar year."""
        return np.array([before_opening(o) for o in self.records], dtype=np.uint32)

    @of_records
    def harvest_only(self) -> Bools:
        """Whether of a part of the year the words tell the harvest, and nothing of the sale."""
        told = (
            bool(o.season_text or o.remarks) and bool(o.months) and says_harvest_only(o) for o in self.records
        )
        return np.fromiter(told, dtype=np.bool_, count=len(self.records))

    @of_records
    def tells_sizes(self) -> Bools:
        """Whether the record says what one piece holds or weighs."""
        return np.array([bool(offer.sizes) for offer in self.records], dtype=np.bool_)

    @of_records
    def id_array(self) -> NDArray[np.str_]:
        """The ids as an array."""
        return np.array(self.ids or ("",), dtype=np.str_)[: len(self.ids)]

    @cached_property
    def origin_words(self) -> OriginWords:
        """What the words and the place of each row tell of where its goods come from."""
        return OriginWords(self.records)

    @cached_property
    def by_sign(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The rows by the signs of their texts, and where those of each sign begin; last, where all end."""
        sign = self.texts.sign[self.text]
        rows = np.argsort(sign, kind="stable")
        return rows, np.searchsorted(sign[rows], np.arange(len(self.texts.signs) + 1))

    @classmethod
    def build(cls, offers: Sequence[Offer], context: Context) -> OfferColumns:
        """Columns of offers in the order of their ids, whatever order they come in."""
        rows = tuple(sorted(offers, key=lambda offer: offer.id))
        bases, horizon = context.bases, context.horizon
        text, texts = distinct_texts([offer_text(o) for o in rows], context)
        kinds = [context.lexicon.kinds[k] if k >= 0 else None for k in texts.kind[text].tolist()]
        forms = [Form(form) for form in texts.form[text].tolist()]
        stored = [_keeps(*each) for each in zip(rows, kinds, forms, strict=True)]
        months = [
            offered_months(o, kind, horizon, keeps=keeps)
            for o, kind, keeps in zip(rows, kinds, stored, strict=True)
        ]
        alive = [
            is_alive(
                f"{o.product} {o.description}",
                form,
                kind,
                (o.unit, o.price_unit, o.min_order_unit),
                context.units,
                f"{o.packaging}; {o.grade}; {o.remarks}",
            )
            for o, form, kind in zip(rows, forms, kinds, strict=True)
        ]
        amounts = [bases.amount(o.quantity, o.unit, o.unit_kg) for o in rows]
        supply = [
            spread(value, o.per, whole_months(o, mask, horizon))
            for o, (value, _), (mask, _) in zip(rows, amounts, months, strict=True)
        ]
        lots = [bases.amount(o.min_order, o.min_order_unit or o.unit, o.unit_kg) for o in rows]
        low = [bases.price(first_said(o.price_min, o.price_max), _price_unit(o, bases), None) for o in rows]
        high = [bases.price(first_said(o.price_max, o.price_min), _price_unit(o, bases), None) for o in rows]
        ocop = [ocop_of(o, horizon.today) for o in rows]
        shelf = [_shelf(o, kind, form) for o, kind, form in zip(rows, kinds, forms, strict=True)]
        sized, size_base, size = sizes(
            (
                (o.sizes, (o.unit, o.price_unit, o.min_order_unit), o.unit_kg, lives)
                for o, lives in zip(rows, alive, strict=True)
            ),
            bases,
        )
        ready = [mask & after_lead(o, horizon) for o, (mask, _) in zip(rows, months, strict=True)]
        place, places = distinct_places(o.place for o in rows)
        keeping, kept = kept_amounts(rows)
        kind = texts.kind[text].astype(np.int32)
        marks = MarkColumn.of(context.lexicon, rows, kind, offered_marks, kinds_of_lists(texts, text))

        return cls(
            ids=tuple(o.id for o in rows),
            records=rows,
            order=np.arange(len(rows), dtype=np.int32),
            text=text,
            kind=kind,
            months=np.array(ready, dtype=np.uint32),
            months_from=ints(source for _, source in months),
            touched=np.array([touched_by_moon(o, horizon) for o in rows], dtype=np.uint32),
            cut=np.array([cut_by_moon(o, horizon) for o in rows], dtype=np.uint32),
            first=ints(ordinal(first_day(o, horizon), NEVER) for o in rows),
            last=ints(ordinal(o.deliver_to, ALWAYS) for o in rows),
            rate=floats(rate for rate, _ in supply),
            whole=floats(whole for _, whole in supply),
            at_once=floats(
                value if o.per in (GATHERED if keeps else LOADED) else None
                for o, (value, _), keeps in zip(rows, amounts, stored, strict=True)
            ),
            lives=np.array(alive, dtype=np.bool_),
            base=bases_of_trade(amounts, alive, bases.index),
            sized=sized,
            size_base=size_base,
            size=size,
            min_order=floats(value for value, _ in lots),
            min_order_base=bases_of_trade(lots, alive, bases.index),
            price_low=floats(value for value, _ in low),
            price_high=floats(value for value, _ in high),
            price_base=bases_of_trade(low, alive, bases.index),
            price_unit_said=np.array([bool(o.price_unit) for o in rows], dtype=np.bool_),
            stage=ints(STAGES.get(o.price_basis, UNSAID) for o in rows),
            papers=papers_of(rows),
            stars=ints(stars for stars, _ in ocop),
            stars_until=ints(until for _, until in ocop),
            invoice=ints(code_of(o.invoice, INVOICES) for o in rows),
            shelf=floats(days for days, _ in shelf),
            shelf_said=np.array([said for _, said in shelf], dtype=np.bool_),
            storage=ints(code_of(o.storage, STORAGES) for o in rows),
            stored=np.array(stored, dtype=np.bool_),
            max_payment=floats(o.max_payment_days for o in rows),
            max_discount=floats(o.max_discount_pct for o in rows),
            returns=ints(answer(o.accepts_returns) for o in rows),
            consignment=ints(answer(o.accepts_consignment) for o in rows),
            opens=ints(window(o, horizon.today)[0] for o in rows),
            closes=ints(window(o, horizon.today)[1] for o in rows),
            partial=np.array([bool(left_out(season_words(o))) for o in rows], dtype=np.bool_),
            several_prices=np.array([len(parts_said(o.doubts)) > 1 for o in rows], dtype=np.bool_),
            several=np.array([len(parts_of(o)) > 1 for o in rows], dtype=np.bool_),
            deliveries=floats(said_rhythm(o)[0] for o in rows),
            mixed=np.array([kinds_listed(o.product, o.description, o.remarks)[0] for o in rows], np.uint64),
            told_apart=np.array(
                [
                    said(
                        f"{o.product} {words_behind(o.product, o.remarks)}",
                        "; ".join((o.description, o.packaging, o.grade)),
                        o.remarks,
                    )
                    for o in rows
                ],
                dtype=np.uint64,
            ),
            as_grown=np.array(
                [is_as_grown(o.product, k, form) for o, k, form in zip(rows, kinds, forms, strict=True)],
                dtype=np.bool_,
            ),
            make_up=np.array(
                [make_up(o.product, o.unit, f"{o.description}; {o.packaging}") for o in rows], np.uint32
            ),
            roast_unsaid=roast_unsaid(context.lexicon, offers, text, texts),
            drying_unsaid=drying_unsaid(context.lexicon, rows, text, texts),
            names_place=np.array([bool(places_named(context.lexicon, o.product)) for o in rows], np.bool_),
            marks=marks.number,
            place=place,
            texts=texts,
            mark_sets=marks.sets,
            ends=context.network.ends(places),
            keeping=keeping,
            kept=kept,
        )


def offer_text(offer: Offer) -> ProductText:
    """What an offer is called, with what its other fields tell of the goods."""
    around = (offer.producer, offer.packaging, offer.grade, offer.season_text, offer.place.text)
    named = goods_in_words(offer.product, offer.remarks)
    return ProductText(
        as_meat(with_form(offer.product, offer.remarks)),
        "; ".join(filter(None, (named, offer.description))),
        marked_around=marked_around((offer.product, offer.description), around),
        kept=kept_form(offer.storage, offer.packaging),
    )


def said_rhythm(offer: Offer) -> tuple[float, str]:
    """How often an offer's words say that goods are delivered, times a week, and these words."""
    return delivered("; ".join(filter(None, (offer.description, offer.packaging, offer.remarks))))


def _price_unit(offer: Offer, bases: Bases) -> str:
    """The unit of the price; one that was not said is that of the amount."""
    if offer.price_unit:
        return offer.price_unit
    _, base = bases.amount(1.0, offer.unit, None)
    return KILOGRAM if base == 0 else bases.counted(offer.unit)


def _keeps(offer: Offer, kind: Kind | None, form: Form) -> bool:
    """Whether goods keep for a month at least: by the table, unless they are told to be in another form or to
    keep no such time."""
    least = DAYS_IN_MONTH if kind is None or kind.category in SOLD_EITHER_WAY else SPOILS
    if offer.shelf_life_days is not None and offer.shelf_life_days < least and offer.storage != "live":
        return False
    if kind is None or in_another_form(kind, form):
        return form in LASTING
    return kind.storable


def in_another_form(kind: Kind, form: Form) -> bool:
    """Whether goods are told to be in another form than that of which the table speaks."""
    usual = traded_form(kind)
    return form is not Form.NONE and usual is not Form.NONE and not same_form(form, usual)


def _shelf(offer: Offer, kind: Kind | None, form: Form) -> tuple[float, bool]:
    """Shelf life in days under the storage offered, and whether the record itself says it."""
    if offer.shelf_life_days is not None:
        return offer.shelf_life_days, True
    if kind is not None and in_another_form(kind, form):
        return np.nan, False
    return shelf_of(kind, offer.storage, offer.product), False
