"""The annexes of a letter of introduction: the sources side by side, the members of a pool, the terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from matchmaker.documents.papers import Block, Cell, Column, Group, Table, Text
from matchmaker.wording import reasons
from matchmaker.wording.goods import amount, amount_of, price, validity
from matchmaker.wording.introductions import say
from matchmaker.wording.labels import label
from matchmaker.wording.labels import unit as unit_name
from matchmaker.wording.months import span
from matchmaker.wording.numbers import number
from matchmaker.wording.papers import word
from matchmaker.wording.reasons.phrases import paper
from matchmaker.wording.terms_sheet import said

Record = Mapping[str, Any]


def sources_blocks(rows: Sequence[Record], day: date, lang: str) -> list[Block]:
    """The sources with price, papers, route and reasons, then what each has month by month, then contacts."""
    columns = [
        Column(say("column_rank", lang), 0.5, "centre"),
        Column(say("column_party", lang), 2.0, strong=True),
        Column(say("column_amount", lang), 1.9),
        Column(say("column_price", lang), 1.5),
        Column(say("column_papers", lang), 2.2),
        Column(say("column_route", lang), 1.0),
        Column(say("column_why", lang), 3.2),
    ]
    table = Table(columns, [Group("", [_source(row, day, lang) for row in rows])], say("annex_sources", lang))
    return [table, *_months(rows, lang), *_contacts([row["party"] for row in rows], lang)]


def pool_blocks(pool: Record, day: date, lang: str) -> list[Block]:
    """Every member with its place, papers and share by month, and whom to call."""
    months = [int(month) for month, told in pool["by_month"].items() if told]
    columns = [
        Column(say("column_rank", lang), 0.6, "centre"),
        Column(say("column_party", lang), 3.0, strong=True),
        Column(say("column_papers", lang), 3.0),
        *(Column(say("column_month", lang, month=month), 1.2, "right") for month in months),
        Column(say("column_total", lang), 1.3, "right", strong=True),
    ]
    rows: list[Sequence[Cell]] = []
    for place, one in enumerate(pool["members"], 1):
        name = one["party"]["name"]
        name = say("lead", lang, name=name) if one["lead"] else name
        shares = [one["by_month"].get(str(month)) for month in months]
        party = f"{name} – {one['origin']}" if one["origin"] else name
        rows.append([place, party, papers(one["papers"], day, lang), *shares, sum(filter(None, shares))])
    sums: list[Cell] = [pool["by_month"][str(month)] for month in months]
    total: list[Cell] = [
        "",
        say("column_total", lang),
        "",
        *sums,
        sum(pool["by_month"][str(m)] for m in months),
    ]
    table = Table(columns, [Group("", rows)], say("annex_pool", lang), total)
    head = Text(say("by_month", lang, unit=unit_name(pool["unit"], lang, 2)), "heading")
    return [head, table, *_contacts([one["party"] for one in pool["members"]], lang)]


def terms_blocks(rows: Sequence[Record], lang: str, *, named: bool) -> list[Block]:
    """The checklist of terms for each source: what both sides have said, and room for what they settle."""
    columns = [
        Column(say("column_term", lang), 2.2, strong=True),
        Column(say("column_buyer", lang), 2.6),
        Column(say("column_producer", lang), 2.6),
        Column(say("column_state", lang), 1.8),
        Column(say("column_agreed", lang), 2.8),
    ]
    groups = [
        Group(
            f"{row['place']}. {row['party']['name']}" if named else "", [_term(t, lang) for t in row["terms"]]
        )
        for row in rows
    ]
    return [Table(columns, groups, say("annex_terms", lang))]


def papers(held: Sequence[Record], day: date, lang: str) -> str:
    """ "VietGAP số 12/CN, hết hạn 31/12/2028; ATTP, Tem truy xuất (chưa thẩm tra)".

    A paper whose number the office has not seen is not verified; those without a day stand together.
    """
    told, bare = [], []
    for row in held:
        name = paper(row["code"], lang)
        if row.get("stars"):
            name = word("stars", lang, name=name, stars=row["stars"])
        if row["number"]:
            name = say("paper_number", lang, name=name, number=row["number"])
        if row.get("expires"):
            name = f"{name}, {validity(date.fromisoformat(row['expires']), day, lang)}"
        (told if row["number"] or row.get("expires") else bare).append((name, bool(row["number"])))
    parts = [name if seen else say("paper_unverified", lang, name=name) for name, seen in told]
    if bare:
        parts.append(say("paper_unverified", lang, name=", ".join(name for name, _ in bare)))
    return "; ".join(parts)


def total_amount(by_month: Mapping[str, float], unit: str, lang: str) -> str:
    """A sum over months: "180 tấn"."""
    return amount_of(sum(by_month.values()), unit, lang)


def _source(row: Record, day: date, lang: str) -> list[Cell]:
    parsed = row["parsed"]
    where = ", ".join(
        filter(None, (row["origin"], label("terrain", row["terrain"], lang) if row["terrain"] else ""))
    )
    goods = ", ".join(
        filter(None, (amount(parsed, lang), span(parsed["months"], lang) if parsed.get("months") else ""))
    )
    basis = label("price_basis", parsed["price_basis"], lang) if parsed.get("price_basis") else ""
    invoice = label("invoice", parsed["invoice"], lang) if parsed.get("invoice") else ""
    held = papers(row["papers"], day, lang)
    return [
        row["place"],
        f"{row['party']['name']} – {where}" if where else row["party"]["name"],
        f"{row['product']}: {goods or say('price_unsaid', lang)}",
        ", ".join(filter(None, (price(parsed, lang), basis))) or say("price_unsaid", lang),
        "; ".join(filter(None, (held, invoice))),
        _route(row["route"], lang),
        " ".join(reasons.sentence(one["code"], one["facts"], lang) for one in row["reasons"]),
    ]


def _route(route: Record, lang: str) -> str:
    if route.get("km") is None or route.get("hours_low") is None:
        return ""
    low, high = number(route["hours_low"], lang), number(route.get("hours_high") or route["hours_low"], lang)
    hours = low if low == high else f"{low}–{high}"
    return say("route", lang, km=number(route["km"], lang), hours=hours)


def _months(rows: Sequence[Record], lang: str) -> list[Block]:
    """What each source has in each month; sources that count in other units stand in tables of their own."""
    blocks: list[Block] = []
    for unit in dict.fromkeys(row["unit"] for row in rows if row["unit"]):
        its = [row for row in rows if row["unit"] == unit]
        months = list(dict.fromkeys(int(month) for row in its for month in row["by_month"]))
        if not months:
            continue
        columns = [
            Column(say("column_rank", lang), 0.5, "centre"),
            Column(say("column_party", lang), 3.0, strong=True),
            *(Column(say("column_month", lang, month=month), 1.0, "right") for month in months),
        ]
        lines: list[Sequence[Cell]] = [
            [row["place"], row["party"]["name"], *(row["by_month"].get(str(month)) for month in months)]
            for row in its
        ]
        head = say("by_month", lang, unit=unit_name(unit, lang, 2))
        blocks += [Text(head, "heading"), Table(columns, [Group("", lines)], head)]
    return blocks or [Text(say("by_month_none", lang), "note")]


def _contacts(parties: Sequence[Record], lang: str) -> list[Block]:
    columns = [
        Column(say("column_party", lang), 3.0, strong=True),
        Column(say("column_person", lang), 2.0),
        Column(say("column_role", lang), 1.6),
        Column(say("column_phone", lang), 1.4),
        Column(say("column_mail", lang), 2.2),
    ]
    rows: list[Sequence[Cell]] = [
        [party["name"], one["name"], one["role"], one["phone"], one["email"]]
        for party in parties
        for one in party["contacts"]
    ]
    head = Text(say("contacts", lang), "heading")
    if not rows:
        return [head, Text(say("contacts_none", lang), "note")]
    return [head, Table(columns, [Group("", rows)], say("contacts", lang))]


def _term(term: Record, lang: str) -> list[Cell]:
    return [
        label("term", term["code"], lang),
        said(term["buyer"], "buyer", lang),
        said(term["producer"], "producer", lang),
        label("term_state", term["state"], lang),
        "",
    ]
