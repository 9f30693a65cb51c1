"""The agreement by which several producers supply one order together, ready to be signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matchmaker.documents.papers import Block, Cell, Column, Group, Letterhead, Paper, Signatures, Table, Text
from matchmaker.wording.agreement import say
from matchmaker.wording.labels import unit as unit_name
from matchmaker.wording.months import span
from matchmaker.wording.numbers import number, weight
from matchmaker.wording.papers import word

ABREAST = 3  # signatures beside each other
MOST_UPRIGHT = 6  # months that a portrait page takes


@dataclass(frozen=True)
class Party:
    """One member with what it delivers by month."""

    name: str
    place: str
    amounts: Mapping[int, float]


@dataclass(frozen=True)
class JointSupply:
    """What the agreement is about; the first of ``parties`` leads, ``stops`` is the order of collection."""

    product: str
    spec: str
    buyer: str
    place: str
    months: Sequence[int]
    unit: str
    parties: Sequence[Party]
    papers: str
    stops: Sequence[str]
    year: int


def agreement(supply: JointSupply, lang: str) -> Paper:
    """The agreement, in the layout of an official paper; landscape where there are many months."""
    lead = supply.parties[0].name
    total = sum(sum(party.amounts.values()) for party in supply.parties)
    facts = {
        "product": supply.product,
        "spec": f" ({supply.spec})" if supply.spec else "",
        "buyer": supply.buyer,
        "total": _said(total, supply.unit, lang),
        "place": supply.place or say("dots", lang),
        "months": span(supply.months, lang),
    }
    papers = supply.papers or say("no_papers", lang)
    blocks: list[Block] = [Text(say("opening", lang, year=supply.year))]
    for place, party in enumerate(supply.parties):
        blocks += _party(party, place, lang)
    blocks += [
        Text(say("agree", lang)),
        Text(say("article_1", lang, **facts)),
        Text(say("article_2", lang)),
        Text(say("in_unit", lang, unit=unit_name(supply.unit, lang, 2)), "note"),
        shares(supply, lang),
        Text(say("article_3", lang, papers=papers)),
        Text(say("article_4", lang, lead=lead)),
    ]
    if supply.stops:
        blocks.append(Text(say("article_5", lang, stops=" – ".join(supply.stops))))
    blocks += [Text(say(f"article_{n}", lang)) for n in (6, 7)]
    blocks.append(Text(say("article_8", lang, copies=f"{len(supply.parties) + 1:02d}")))
    blocks += _signatures(supply.parties, lang)
    return Paper(
        say("title", lang),
        blocks,
        [say("about", lang, product=supply.product, buyer=supply.buyer)],
        Letterhead(word("country", lang), word("motto", lang)),
        official=True,
        landscape=len(supply.months) > MOST_UPRIGHT,
        lang=lang,
    )


def shares(supply: JointSupply, lang: str) -> Table:
    """Who delivers how much in which month."""
    columns = [
        Column(say("number", lang), 0.7, "centre"),
        Column(say("party", lang), 3.0, strong=True),
        Column(say("place", lang), 2.0),
        *(Column(say("month", lang, month=month), 1.2, "right") for month in supply.months),
        Column(say("total", lang), 1.3, "right", strong=True),
    ]
    rows: list[Sequence[Cell]] = [
        [
            place,
            party.name,
            party.place,
            *(party.amounts.get(month) or None for month in supply.months),
            sum(party.amounts.values()),
        ]
        for place, party in enumerate(supply.parties, 1)
    ]
    sums = [sum(party.amounts.get(month, 0) for party in supply.parties) for month in supply.months]
    total: list[Cell] = ["", say("total", lang), "", *sums, sum(sums)]
    return Table(columns, [Group("", rows)], say("shares", lang), total)


def _party(party: Party, place: int, lang: str) -> list[Block]:
    head = (
        say("member", lang, number=place + 1, name=party.name)
        if place
        else say("lead", lang, name=party.name)
    )
    return [
        Text(head, "heading"),
        Text(say("address", lang, text=party.place or say("dots", lang)), "item"),
        Text(say("person", lang), "item"),
        Text(say("phone", lang), "item"),
    ]


def _signatures(parties: Sequence[Party], lang: str) -> list[Block]:
    named = [
        (say("sign_member", lang, number=place + 1) if place else say("sign_lead", lang), party.name)
        for place, party in enumerate(parties)
    ]
    return [Signatures(named[start : start + ABREAST]) for start in range(0, len(named), ABREAST)]


def _said(amount: float, unit: str, lang: str) -> str:
    if unit.startswith("kg"):
        return weight(amount, lang)
    return f"{number(amount, lang, 1)} {unit_name(unit, lang, amount)}"
