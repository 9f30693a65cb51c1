"""Memoranda: who signs, the order on stage, and the memorandum of each pair, ready to be signed."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.documents.lists import when_and_where
from matchmaker.documents.material import Material, Traded
from matchmaker.documents.official import letterhead
from matchmaker.documents.outcomes import Agreement, counted
from matchmaker.documents.papers import Block, Cell, Column, Group, Letterhead, Paper, Signatures, Table, Text
from matchmaker.wording.letters import say
from matchmaker.wording.numbers import number
from matchmaker.wording.papers import word

MOST_BEFOREHAND = 200  # memoranda that are printed for every meeting
MOST_GOODS = 3  # named for a pair that no ranking names
ON_STAGE_AT_ONCE = 5  # pairs that fit at a signing table with the witnesses behind them


def signing(material: Material, lang: str) -> Paper:
    """Print 8: the pairs that sign a memorandum, and the order on stage."""
    pairs = signers(material)
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("producer", lang), 2.7, strong=True),
        Column(word("signer", lang), 1.6),
        Column(word("buyer", lang), 2.7, strong=True),
        Column(word("signer", lang), 1.6),
        Column(word("goods", lang), 2.2),
        Column(word("expected_volume", lang), 1.5),
        Column(word("order", lang), 0.6, "centre"),
    ]
    rows: list[Sequence[Cell]] = [
        [
            place + 1,
            material.name(pair.producer),
            told_signer(material, pair.producer),
            material.name(pair.buyer),
            told_signer(material, pair.buyer),
            told_goods(material, pair),
            volume(material, pair, lang),
            place // ON_STAGE_AT_ONCE + 1,
        ]
        for place, pair in enumerate(pairs)
    ]
    blocks: list[Block] = [Text(f"{say('script', lang)} – {when_and_where(material, lang)}", "centre")]
    if rows:
        blocks += [
            Table(columns, [Group("", rows)], word("signing_list", lang)),
            Text(say("not_binding", lang), "note"),
        ]
        blocks += [
            Text(say("script", lang), "heading"),
            *(Text(step) for step in _script(material, len(rows), lang)),
        ]
    else:
        blocks.append(Text(word("none_yet", lang), "centre"))
    return Paper(
        word("signing_title", lang), blocks, [material.title], letterhead(material, lang), official=True,
        landscape=True, lang=lang,
    )  # fmt: skip


def _script(material: Material, pairs: int, lang: str) -> list[str]:
    steps = [say("script_1", lang, witness=say("dots", lang))]
    for turn, first in enumerate(range(0, pairs, ON_STAGE_AT_ONCE), 1):
        numbers = f"{first + 1}–{min(first + ON_STAGE_AT_ONCE, pairs)}"
        steps += [say("script_turn", lang, turn=turn, numbers=numbers), say("script_sign", lang)]
    steps.append(say("script_end", lang))
    return [f"{place}. {step}" for place, step in enumerate(steps, 1)]


def signers(material: Material) -> list[Agreement]:
    """The pairs whose slip or stage says that they sign a memorandum."""
    return list(counted(material).agreements["mou"])


def arranged(material: Material) -> list[Agreement]:
    """The pairs of the timetable, for memoranda printed before anybody has met; of a large conference only
    those that must meet."""
    meetings = material.schedule["meetings"]
    if len(meetings) > MOST_BEFOREHAND:
        must = {frozenset((p["a"], p["b"])) for p in material.conference["pairs"] if p.get("required")}
        meetings = [m for m in meetings if frozenset((m["a"], m["b"])) in must]
    buyers = {p["id"] for p in material.on_side("buyer")}
    return [Agreement(m["b"], m["a"]) if m["a"] in buyers else Agreement(m["a"], m["b"]) for m in meetings]


def agreed(material: Material) -> list[Agreement]:
    """The pairs whose memoranda are printed: those that sign, before that those that meet."""
    return signers(material) or arranged(material)


def memoranda(material: Material, lang: str, pair: tuple[str, str] | None = None) -> list[Paper]:
    """Print 9: a memorandum for one pair (producer, buyer), for each that signs, or before that for each
    that meets; none at all gives one to fill in by hand."""
    chosen = agreed(material) or [Agreement("", "")]
    if pair:
        chosen = [a for a in signers(material) if (a.producer, a.buyer) == pair] or [Agreement(*pair)]
    return [_memorandum(material, each, lang) for each in chosen]


def _memorandum(material: Material, pair: Agreement, lang: str) -> Paper:
    dots = say("dots", lang)
    year = max(material.today, material.last_day).year
    blocks: list[Block] = [
        Text(
            say(
                "mou_place",
                lang,
                year=year,
                venue=material.conference.get("venue") or dots,
                name=material.title,
            )
        ),
        *_party(material, pair.producer, "side_a", lang),
        *_pool(material, pair, lang),
        *_party(material, pair.buyer, "side_b", lang),
        Text(say("mou_agree", lang)),
        Text(say("mou_1", lang, product=traded(material, pair).product or dots)),
        Text(say("mou_2", lang, volume=volume(material, pair, lang) or dots)),
        *(Text(say(key, lang)) for key in ("mou_3", "mou_4", "mou_5")),
        Signatures([(say("for_a", lang), ""), (say("for_b", lang), "")]),
    ]
    return Paper(
        say("mou", lang), blocks, [say("mou_about", lang)],
        Letterhead(word("country", lang), word("motto", lang)), official=True, lang=lang,
        names=(material.name(pair.producer), material.name(pair.buyer)),
    )  # fmt: skip


def _party(material: Material, person: str, key: str, lang: str) -> list[Block]:
    p, dots = material.people.get(person, {}), say("dots", lang)
    who = next(iter(material.delegates(person)), {})
    name, title, phone = (str(who.get(k) or dots) for k in ("name", "title", "phone"))
    return [
        Text(say(key, lang, name=material.name(person) or dots), "heading"),
        Text(say("address", lang, text=p.get("address") or p.get("province") or dots), "item"),
        Text(say("person", lang, name=name, title=title), "item"),
        Text(say("phone", lang, text=phone), "item"),
    ]


def _pool(material: Material, pair: Agreement, lang: str) -> list[Block]:
    """For whom else the seller signs, where it leads a pool for this buyer."""
    members = material.pooled.get(frozenset((pair.producer, pair.buyer)), 0)
    return [Text(say("signs_for_pool", lang, count=members), "item")] if members else []


def volume(material: Material, pair: Agreement, lang: str) -> str:
    """The quantity on the pair's slip, else what the producer offers."""
    if pair.quantity is not None:
        return f"{number(pair.quantity, lang, 2)} {pair.unit}".strip()
    return traded(material, pair).volume


def traded(material: Material, pair: Agreement) -> Traded:
    """What a pair would trade."""
    return material.traded.get(frozenset((pair.producer, pair.buyer)), Traded())


def told_goods(material: Material, pair: Agreement) -> str:
    """What a pair would trade; where no ranking names it, what the producer brings of what is wanted."""
    if known := traded(material, pair).product:
        return known
    brought = [each.product for each in material.goods.get(pair.producer, ())]
    brought = brought or _listed(material, pair.producer, "products")
    wanted = {each.casefold() for each in _listed(material, pair.buyer, "wants")}
    fitting = [each for each in brought if each.casefold() in wanted] or brought
    return ", ".join(dict.fromkeys(fitting[:MOST_GOODS]))


def _listed(material: Material, person: str, field: str) -> list[str]:
    return [str(each) for each in material.people.get(person, {}).get(field) or ()]


def told_signer(material: Material, person: str) -> str:
    """Who signs for a party: name and position."""
    who = next(iter(material.delegates(person)), {})
    return ", ".join(str(who[k]) for k in ("name", "title") if who.get(k))
