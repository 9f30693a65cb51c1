"""Demands as arrays, in the same units as the columns of offers. NaN and -1 mean "not said"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from scoring.columns.alive import (
    as_meat,
    asks_for_herd,
    asks_for_live,
    bases_of_trade,
    dressed,
    is_alive,
    priced_live,
    slaughters,
)
from scoring.columns.amounts import ORDERED_AT_ONCE, spread
from scoring.columns.arrays import (
    SHARED,
    UNSAID,
    Bools,
    Columns,
    Floats,
    Ints,
    Masks,
    answer,
    distinct_places,
    distinct_texts,
    floats,
    ints,
    of_records,
    ordinal,
)
from scoring.columns.delivery import demanded_months
from scoring.columns.items import listed_needs
from scoring.columns.named_form import with_form, words_behind
from scoring.columns.offers import INVOICES, STAGES
from scoring.columns.priced import priced_by
from scoring.columns.rhythm import deliveries_a_week
from scoring.columns.sizes import sizes
from scoring.columns.strictness import strict_demands
from scoring.columns.windows import due_day, till_due, window
from scoring.context import EXPORT_MARKETS, Context
from scoring.contrasts import Told, asked, takes_any_colour
from scoring.cultivar import indication, origin_asked
from scoring.exclusions import asked_text, refused_by
from scoring.goods_phrase import goods_in_words
from scoring.greens import asks_for_greens
from scoring.horizon import ALWAYS, NEVER
from scoring.made_of import asks_for_what_is_made
from scoring.marks.comparing import MarkColumn, asked_marks
from scoring.marks.lists import kinds_of_lists
from scoring.marks.mark import Mark
from scoring.mixtures import kinds_asked
from scoring.papers_either import either_of_each
from scoring.product import Form, ProductColumns, ProductText, marked_around
from scoring.product.make_up import make_up, wants_chilled, wants_frozen
from scoring.raw_goods import prepared, takes_raw
from scoring.records import Certificate, Demand
from scoring.units import fold


@dataclass(frozen=True)
class DemandColumns(Columns):
    """Demands as arrays. ``whole`` is NaN for a need with a rhythm (a day, a week, a month, a quarter)."""

    ids: tuple[str, ...]
    records: tuple[Demand, ...]
    text: Ints
    kind: Ints
    months: Masks
    first: Ints
    last: Ints
    opens: Ints  # the first and last day that the record names, as far as it names any
    closes: Ints
    till_due: Masks  # the months up to a day by which the text wants the goods; 0 where it names none
    rate: Floats
    whole: Floats
    stated: Floats  # the amount stated for a month, a quarter or a load; NaN for other periods
    base: Ints
    sized: Ints  # the counted unit of which the record says what one holds
    size_base: Ints  # the unit of that, and
    size: Floats  # how much of it
    min_lot: Floats
    min_lot_base: Ints
    price_max: Floats
    price_base: Ints
    stage: Ints
    required: dict[str, Bools]
    either: dict[str, np.ndarray]  # of a paper required: the codes that are taken in its place
    preferred: dict[str, Bools]
    min_stars: Ints
    preferred_stars: Ints  # least stars of OCOP that is preferred
    invoices: Ints  # bit i: INVOICES[i] is accepted; 0: none is asked for
    remaining_days: Floats
    remaining_share: Floats
    pooling: Ints
    payment: Floats
    discount: Floats
    returns: Ints
    consignment: Ints
    deliveries: Floats  # a week, where the demand says how often
    market: tuple[str, ...]  # country that the goods are exported to, "" at home
    strict: Bools  # another variety is the wrong product
    indication: tuple[tuple[str, ...], ...]  # places of the geographical indication asked for
    by_place: Bools  # named by a place that its kind is not named by, and no indication is asked for
    told_apart: Told  # the words that tell goods of one kind apart, as bits (``scoring.contrasts``)
    one_of: Told  # the one kind meant of goods that others offer mixed, as bits (``scoring.mixtures``)
    marks: Ints  # row of ``mark_sets``
    place: Ints
    texts: ProductColumns = field(metadata=SHARED)
    mark_sets: tuple[tuple[Mark, ...], ...] = field(metadata=SHARED)
    ends: Any = field(metadata=SHARED)  # of ways: the distinct places as the network wants them
    by_live_weight: Bools  # the price is one of a kilogram live weight
    herd: Bools  # large animals by the head

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def exported(self) -> Bools:
        """Whether the goods leave the country."""
        return np.array([bool(market) for market in self.market], dtype=np.bool_)

    @cached_property
    def indicated(self) -> Bools:
        """Whether a geographical indication is asked for."""
        return np.array([bool(places) for places in self.indication], dtype=np.bool_)

    @of_records
    def several(self) -> Bools:
        """Whether the words give an amount for each of several goods."""
        return np.array([len(listed_needs(d)) > 1 for d in self.records], dtype=np.bool_)

    @of_records
    def price_of_one(self) -> Bools:
        """Whether the ceiling is named for one of several goods that are wanted, or each has its own."""
        own = (("price", "price_of_one"), ("price", "several"))
        return np.array(
            [any((x.field, x.code) in own for x in d.doubts) for d in self.records], dtype=np.bool_
        )

    @of_records
    def price_about(self) -> Bools:
        """Whether the ceiling is named roughly ("chừng 1tr/kg")."""
        return np.array(
            [any(x.code == "price_about" for x in d.doubts) for d in self.records], dtype=np.bool_
        )

    @of_records
    def stretch(self) -> Floats:
        """How many times the lower end of the amount its upper end is: 1.25 of 40 to 50 kg."""
        return np.array([_stretch(d) for d in self.records], dtype=np.float64)

    @cached_property
    def calls(self) -> Floats:
        """Deliveries a week of what is needed by the period; an amount stated for a load is one call's."""
        loads = np.array([d.per == "batch" for d in self.records], dtype=np.bool_)
        return np.where(loads, np.nan, self.deliveries)

    @of_records
    def processed(self) -> Bools:
        """Whether what is made of the product is wanted, not the product as it grew."""
        return np.array([asks_for_what_is_made(d.product) for d in self.records], dtype=np.bool_)

    @cached_property
    def alive(self) -> Bools:
        """Whether live animals, and nothing else, are asked for by name."""
        named = np.array([asks_for_live(d.product, d.spec) for d in self.records], dtype=np.bool_)
        return named | self.by_live_weight | self.herd

    @of_records
    def in_figures(self) -> Bools:
        """Whether the specification holds a figure."""
        return np.array([any(map(str.isdigit, d.spec)) for d in self.records], dtype=np.bool_)

    @of_records
    def dressed(self) -> Bools:
        """Whether slaughtered and cleaned animals are asked for."""
        words = (f"{d.product} {d.description} {d.spec} {d.remarks}" for d in self.records)
        return np.array([dressed(each) for each in words], dtype=np.bool_)

    @of_records
    def refuses(self) -> Bools:
        """Whether goods are named that the buyer will not have."""
        return np.array([bool(refused_by(d)) for d in self.records], dtype=np.bool_)

    @of_records
    def make_up(self) -> Masks:
        """How the goods wanted are made up, as bits (``scoring.product.make_up``)."""
        return np.array(
            [make_up(d.product, d.unit, f"{d.spec}; {d.description}") for d in self.records], np.uint32
        )

    @of_records
    def chilled(self) -> Bools:
        """Whether chilled goods and no frozen ones are asked for."""
        words = (f"{d.product}; {d.spec}; {d.description}; {d.remarks}" for d in self.records)
        return np.array([wants_chilled(each) for each in words], dtype=np.bool_)

    @of_records
    def frozen(self) -> Bools:
        """Whether frozen goods and no chilled ones are asked for."""
        return np.array([wants_frozen(f"{d.product}; {d.spec}") for d in self.records], dtype=np.bool_)

    @of_records
    def takes_raw(self) -> Bools:
        """Whether a factory may mean raw goods by the name of what it makes of them."""
        return np.array([takes_raw(d) for d in self.records], dtype=np.bool_)

    @of_records
    def to_prepare(self) -> Bools:
        """Whether fresh goods are wanted cut or peeled, as any seller may do."""
        return np.array([bool(prepared(d.product)) for d in self.records], dtype=np.bool_)

    @of_records
    def any_colour(self) -> Bools:
        """Whether goods of several colours are named any of which will do."""
        return np.array([takes_any_colour(d.product) for d in self.records], dtype=np.bool_)

    @of_records
    def tells_sizes(self) -> Bools:
        """Whether the record says what one piece holds or weighs."""
        return np.array([bool(d.sizes) for d in self.records], dtype=np.bool_)

    @of_records
    def greens(self) -> Bools:
        """Whether greens are asked for ("rau") and no roots beside them ("rau củ", "rau, khoai")."""
        return np.array([asks_for_greens(fold(d.product)) for d in self.records], dtype=np.bool_)

    @classmethod
    def build(cls, demands: Sequence[Demand], context: Context) -> DemandColumns:
        """Columns of demands in the order given."""
        rows = tuple(demands)
        bases, horizon = context.bases, context.horizon
        words = [demand_text(d) for d in rows]
        text, texts = distinct_texts(words, context)
        kinds = [context.lexicon.kinds[k] if k >= 0 else None for k in texts.kind[text].tolist()]
        months = [demanded_months(d, horizon) for d in rows]
        forms = [Form(form) for form in texts.form[text].tolist()]
        alive = [
            is_alive(
                f"{d.product} {d.description} {d.spec}",
                form,
                kind,
                (d.unit, d.price_unit, d.min_lot_unit),
                context.units,
                d.remarks,
            )
            or (form in (Form.NONE, Form.LIVE) and slaughters(d.buyer, kind))
            for d, form, kind in zip(rows, forms, kinds, strict=True)
        ]
        amounts = [bases.amount(d.quantity, d.unit, d.unit_kg) for d in rows]
        need = [
            spread(value, d.per, mask.bit_count())
            for d, (value, _), mask in zip(rows, amounts, months, strict=True)
        ]
        lots = [bases.amount(d.min_lot, d.min_lot_unit or d.unit, d.unit_kg) for d in rows]
        price = [
            bases.price(d.price_max, d.price_unit or priced_by(d, bases) or bases.counted(d.unit), None)
            for d in rows
        ]
        places_of_origin = [indication(d, kind) for d, kind in zip(rows, kinds, strict=True)]
        sized, size_base, size = sizes(
            (
                (d.sizes, (d.unit, d.price_unit, d.min_lot_unit), d.unit_kg, lives)
                for d, lives in zip(rows, alive, strict=True)
            ),
            bases,
        )
        place, places = distinct_places(d.place for d in rows)
        kind_rows = texts.kind[text].astype(np.int32)
        marks = MarkColumn.of(context.lexicon, rows, kind_rows, asked_marks, kinds_of_lists(texts, text))

        return cls(
            ids=tuple(d.id for d in rows),
            records=rows,
            text=text,
            kind=kind_rows,
            months=np.array(months, dtype=np.uint32),
            first=ints(ordinal(d.deliver_from, NEVER) for d in rows),
            last=ints(ordinal(due_day(d), ALWAYS) for d in rows),
            opens=ints(window(d)[0] for d in rows),
            closes=ints(window(d)[1] for d in rows),
            till_due=np.array([till_due(d, horizon) for d in rows], dtype=np.uint32),
            rate=floats(rate for rate, _ in need),
            whole=floats(whole for _, whole in need),
            stated=floats(
                value if d.per in ORDERED_AT_ONCE else None
                for d, (value, _) in zip(rows, amounts, strict=True)
            ),
            base=bases_of_trade(amounts, alive, bases.index),
            sized=sized,
            size_base=size_base,
            size=size,
            min_lot=floats(value for value, _ in lots),
            min_lot_base=bases_of_trade(lots, alive, bases.index),
            price_max=floats(value for value, _ in price),
            price_base=bases_of_trade(price, alive, bases.index),
            stage=ints(STAGES.get(d.price_basis, UNSAID) for d in rows),
            required=_asked([d.required_certificates for d in rows]),
            either=either_of_each(rows),
            preferred=_asked([d.preferred_certificates for d in rows]),
            min_stars=ints(_stars_asked(d) for d in rows),
            preferred_stars=ints(_stars(d.preferred_certificates) for d in rows),
            invoices=ints(sum(1 << INVOICES.index(i) for i in set(d.invoices_accepted)) for d in rows),
            remaining_days=floats(d.min_remaining_days for d in rows),
            remaining_share=floats(d.min_remaining_share for d in rows),
            pooling=ints(answer(d.pooling_allowed) for d in rows),
            payment=floats(d.payment_days for d in rows),
            discount=floats(d.discount_pct for d in rows),
            returns=ints(answer(d.returns) for d in rows),
            consignment=ints(answer(d.consignment) for d in rows),
            deliveries=floats(deliveries_a_week(d.delivery_rhythm) for d in rows),
            market=tuple(EXPORT_MARKETS.get(d.channel, "") for d in rows),
            strict=strict_demands(rows, text, texts, places_of_origin, context),
            indication=tuple(places_of_origin),
            by_place=np.array(
                [
                    not places and bool(origin_asked(context.lexicon, d, kind))
                    for d, kind, places in zip(rows, texts.kind[text].tolist(), places_of_origin, strict=True)
                ],
                dtype=np.bool_,
            ),
            one_of=np.array([kinds_asked(d.product, d.spec) for d in rows], dtype=np.uint64),
            told_apart=np.array(
                [
                    asked(
                        f"{d.product} {words_behind(d.product, d.remarks)}",
                        asked_text(d, d.spec),
                        asked_text(d, d.remarks),
                    )
                    for d in rows
                ],
                dtype=np.uint64,
            ),
            marks=marks.number,
            place=place,
            texts=texts,
            mark_sets=marks.sets,
            ends=context.network.ends(places),
            herd=np.array(
                [asks_for_herd(f"{d.product} {d.spec}", d.unit, context.units) for d in rows], dtype=np.bool_
            ),
            by_live_weight=np.array(
                [
                    priced_live(d.price_unit, context.units) or slaughters(d.buyer, kind)
                    for d, kind in zip(rows, kinds, strict=True)
                ],
                dtype=np.bool_,
            ),
        )


def _stretch(demand: Demand) -> float:
    """The upper end of an amount read as a range over the lower one, which is what is compared; else 1."""
    for doubt in demand.doubts:
        if (doubt.field, doubt.code) == ("quantity", "range") and demand.quantity == doubt.facts["low"]:
            return float(doubt.facts["high"] / doubt.facts["low"]) if doubt.facts["low"] else 1.0
    return 1.0


def demand_text(demand: Demand) -> ProductText:
    """What a demand asks for, with whether its other fields are written with marks."""
    named = goods_in_words(demand.product, demand.remarks)
    told = "; ".join(
        filter(None, (named, asked_text(demand, demand.description), asked_text(demand, demand.spec)))
    )
    around = (demand.buyer, demand.season_text, demand.place.text)
    name = as_meat(with_form(demand.product, demand.remarks))
    return ProductText(name, told, marked_around=marked_around((demand.product, told), around))


def _asked(lists: list[tuple[Certificate, ...]]) -> dict[str, Bools]:
    """For each code, which demands ask for it; OCOP with stars is asked for as stars."""
    codes = sorted({paper.code for papers in lists for paper in papers})
    return {code: np.array([any(p.code == code for p in papers) for papers in lists]) for code in codes}


def _stars_asked(demand: Demand) -> int:
    return max(demand.min_ocop_stars or 0, _stars(demand.required_certificates))


def _stars(papers: Iterable[Certificate]) -> int:
    """The most stars that OCOP is named with; 0 where it is named without."""
    return max((paper.stars or 0 for paper in papers if paper.code == "OCOP"), default=0)
