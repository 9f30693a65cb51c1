"""The report on introduced matches in the department's form; the kinds of agreement are never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matchmaker.documents.outcomes import AGREEMENTS, TONNES, Agreement, Outcomes
from matchmaker.documents.papers import (
    Annex,
    Block,
    Cell,
    Column,
    Group,
    Letterhead,
    Paper,
    Signatures,
    Table,
    Text,
)
from matchmaker.wording.labels import label
from matchmaker.wording.numbers import number
from matchmaker.wording.papers import AGREEMENTS as AGREEMENT_NAMES
from matchmaker.wording.papers import named, word
from matchmaker.wording.results_report import say

ANSWERS = ("interested", "sample", "terms", "refused", "")


@dataclass(frozen=True)
class Delivered:
    """One delivery."""

    producer: str
    buyer: str
    product: str
    on: date
    quantity: float
    unit: str
    value: int | None


@dataclass(frozen=True)
class Figures:
    """What happened in a period; ``agreements`` by kind, each match once a kind."""

    first: date
    last: date
    province: str
    letters: int
    introduced: int
    buyers: int
    producers: int
    answers: Mapping[str, Mapping[str, int]]
    steps: Mapping[str, int]
    agreements: Mapping[str, Sequence[Agreement]]
    deliveries: Sequence[Delivered]
    reasons: Mapping[str, int]

    @property
    def outcomes(self) -> Outcomes:
        """The agreements as the reports of conferences sum them."""
        return Outcomes(0, {}, {}, self.reasons, self.agreements)

    @property
    def delivered(self) -> tuple[float, dict[str, float], int]:
        """Tonnes of weights, amounts in other units, and đồng, of all deliveries."""
        tonnes, other, value = 0.0, {}, 0
        for row in self.deliveries:
            share = TONNES.get(row.unit.strip().casefold())
            if share is None:
                other[row.unit] = other.get(row.unit, 0.0) + row.quantity
            else:
                tonnes += row.quantity * share
            value += row.value or 0
        return round(tonnes, 6), other, value


def report(figures: Figures, office: Mapping[str, str], day: date, lang: str) -> Paper:
    """The report with its annexes: agreements by kind, deliveries."""
    period = {"first": f"{figures.first:%d/%m/%Y}", "last": f"{figures.last:%d/%m/%Y}"}
    where = say("in_province", lang, province=figures.province) if figures.province else ""
    unit = office["unit"] or word("unit_blank", lang)
    blocks: list[Block] = [
        Text(say("to", lang, parent=office["parent"] or "……………………"), "centre"),
        Text(say("opening", lang, unit=unit, where=where, **period)),
        Text(say("part_1", lang), "heading"),
        Text(
            say(
                "letters",
                lang,
                letters=figures.letters,
                introduced=figures.introduced,
                buyers=figures.buyers,
                producers=figures.producers,
            )
        ),
        answers_table(figures, lang),
        Text(say("part_2", lang), "heading"),
        Text(say("steps", lang, **figures.steps)),
        Text(say("agreements", lang)),
        agreements_table(figures, lang),
        Text(_delivered(figures, lang)),
        Text(say("part_3", lang), "heading"),
        *_reasons(figures, lang),
        Text(say("part_4", lang), "heading"),
        *(Text(say("blank_line", lang)) for _ in range(3)),
        Text(say("closing", lang)),
        Signatures(
            [(office["signer_title"] or word("signer_title", lang), office["signer"])],
            [word("as_above", lang), word("archive", lang)],
            word("copies", lang),
        ),
        *_annexes(figures, lang),
    ]
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    head = Letterhead(
        country=word("country", lang),
        motto=word("motto", lang),
        parent=office["parent"],
        unit=unit,
        number=word("number", lang, number=f"…/BC-{office['symbol'].split('-')[0] or '…'}"),
        place_date=word(
            "place_date", lang, place=office["place"] or word("place_blank", lang), month=month, year=day.year
        ),
    )
    about = say("about", lang, where=where, **period)
    return Paper(say("title", lang), blocks, [about], head, official=True, lang=lang)


def answers_table(figures: Figures, lang: str) -> Table:
    """How many of each answer, by side."""
    columns = [
        Column(say("answer", lang), 3.0, strong=True),
        Column(say("of_buyers", lang), 1.5, "right"),
        Column(say("of_producers", lang), 1.5, "right"),
    ]
    rows: list[Sequence[Cell]] = [
        [
            label("introduction_answer", code, lang),
            figures.answers["buyer"].get(code, 0),
            figures.answers["producer"].get(code, 0),
        ]
        for code in ANSWERS
    ]
    return Table(columns, [Group("", rows)], say("answers", lang))


def agreements_table(figures: Figures, lang: str) -> Table:
    """Each kind of agreement in a row of its own; there is no row of sums."""
    columns = [
        Column(say("kind", lang), 3.2, strong=True),
        Column(word("count", lang), 1.0, "right"),
        Column(word("tonnes", lang), 1.3, "right"),
        Column(word("other_units", lang), 2.0),
        Column(word("value", lang), 2.0, "right"),
    ]
    rows: list[Sequence[Cell]] = []
    for kind in AGREEMENTS:
        its = figures.outcomes.summed(kind)
        rows.append(
            [named(AGREEMENT_NAMES, kind, lang), its.count, its.tonnes, _other(its.other, lang), its.value]
        )
    return Table(columns, [Group("", rows)], say("agreements_tab", lang))


def _other(amounts: Mapping[str, float], lang: str) -> str:
    return "; ".join(f"{number(quantity, lang, 2)} {unit}".strip() for unit, quantity in amounts.items())


def _delivered(figures: Figures, lang: str) -> str:
    tonnes, other, value = figures.delivered
    more = f", {_other(other, lang)}" if other else ""
    return say(
        "delivered",
        lang,
        count=len(figures.deliveries),
        tonnes=number(tonnes, lang, 2),
        more=more,
        value=number(value, lang),
    )


def _reasons(figures: Figures, lang: str) -> list[Block]:
    if not figures.reasons:
        return [Text(say("no_reasons", lang))]
    columns = [Column(word("reason", lang), 4.0), Column(word("count", lang), 1.2, "right")]
    rows: list[Sequence[Cell]] = [
        [label("decision_reason", code, lang), count] for code, count in figures.reasons.items()
    ]
    return [Text(say("reasons", lang)), Table(columns, [Group("", rows)], word("reason", lang))]


def _annexes(figures: Figures, lang: str) -> list[Block]:
    blocks: list[Block] = [Annex(word("annex", lang, number="I"), say("annex_1", lang))]
    for kind in AGREEMENTS:
        its = figures.agreements[kind]
        name = named(AGREEMENT_NAMES, kind, lang)
        blocks.append(Text(f"{name}: {len(its)}", "heading"))
        if its:
            rows: list[Sequence[Cell]] = [
                [place, one.producer, one.buyer, _amount(one.quantity, one.unit, lang), one.value]
                for place, one in enumerate(its, 1)
            ]
            blocks.append(Table(_parties(lang), [Group("", rows)], name))
    if figures.deliveries:
        blocks.append(Annex(word("annex", lang, number="II"), say("annex_2", lang)))
        lines: list[Sequence[Cell]] = [
            [
                place,
                one.producer,
                one.buyer,
                one.product,
                one.on,
                _amount(one.quantity, one.unit, lang),
                one.value,
            ]
            for place, one in enumerate(figures.deliveries, 1)
        ]
        columns = _parties(lang)
        more = [Column(word("goods", lang), 2.0), Column(say("on", lang), 1.3, "centre")]
        blocks.append(Table([*columns[:3], *more, *columns[3:]], [Group("", lines)], say("annex_2", lang)))
    return blocks


def _parties(lang: str) -> list[Column]:
    return [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("producer", lang), 2.6, strong=True),
        Column(word("buyer", lang), 2.6, strong=True),
        Column(word("volume", lang), 1.4),
        Column(word("value", lang), 1.6, "right"),
    ]


def _amount(quantity: float | None, unit: str, lang: str) -> str:
    return "" if quantity is None else f"{number(quantity, lang, 2)} {unit}".strip()
