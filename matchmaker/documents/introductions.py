"""The letter that introduces producers to a buyer, with its annexes, and the letter to each producer.

It is set from the document frozen with the letter (``services.letter_material``), so that it prints alike for
ever; only the links are of the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from matchmaker.documents.introduction_annexes import (
    pool_blocks,
    sources_blocks,
    terms_blocks,
    total_amount,
)
from matchmaker.documents.papers import Annex, Block, Letterhead, Paper, Signatures, Text
from matchmaker.wording.goods import amount, amount_of, inside, paper_names
from matchmaker.wording.introductions import say
from matchmaker.wording.labels import label
from matchmaker.wording.months import long, written_span
from matchmaker.wording.papers import word

Record = Mapping[str, Any]
DAYS_TO_ANSWER = 7
ROMAN = ("I", "II", "III")
MEMBER = "member:"  # before a pool member's offer, of its link


@dataclass(frozen=True)
class Letter:
    """A version of an introduction, ready to print: its number, days, and the links of the sides.

    ``links`` has the buyer's under "", each producer's under its match's id, and under `MEMBER` and its offer
    that of each member of the pool.
    """

    document: Record
    number: int
    issued: date
    version: int = 1
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def until(self) -> str:
        """The last day for an answer."""
        return f"{self.issued + timedelta(days=DAYS_TO_ANSWER):%d/%m/%Y}"

    @property
    def office(self) -> Record:
        """Who sends it."""
        found: Record = self.document["office"]
        return found

    @property
    def numbered(self) -> str:
        """Its number as it is written: of two figures at least."""
        return self.number_of("")

    def number_of(self, whose: str) -> str:
        """The number of the letter to the buyer (""), to a match's producer or to a pool's member (both as
        in ``links``). Each is a paper of its own; letters of before that was kept share one number."""
        numbers = self.document.get("numbers", {})
        return f"{numbers.get(whose, self.number) if whose else self.number:02d}"

    @property
    def standing(self) -> list[Record]:
        """The producers that this version proposes."""
        return [row for row in self.document["candidates"] if not row.get("gone")]

    @property
    def members(self) -> list[Record]:
        """The members of the pool beside its lead, whose letters are their own."""
        rows = (self.document["pool"] or {}).get("members", ())
        return [row for row in rows if not row["lead"] and row.get("offer")]

    def candidate(self, match_id: int) -> Record:
        """A producer of the letter. Raises ``KeyError`` for another match."""
        for row in self.document["candidates"]:
            if row["match"] == match_id:
                found: Record = row
                return found
        raise KeyError(match_id)


def to_buyer(letter: Letter, lang: str) -> list[Paper]:
    """The letter to the buyer, and its annexes on pages of their own."""
    document, office = letter.document, letter.office
    candidates, pool = letter.standing, document["pool"]
    annexes = _annexes(letter, candidates, lang)
    blocks: list[Block] = [
        Text(say("to", lang, name=document["buyer"]["name"]), "centre"),
        Text(say("opening", lang, unit=office["unit"], count=counted(len(candidates)))),
        *need(document, lang),
        Text(say("sources", lang)),
        *(Text(_source(row, pool, lang)) for row in candidates),
        Text(f"{say('annexed', lang)} {say('declared', lang)}"),
        Text(say("asks", lang, annex=_last(annexes, lang), until=letter.until, phone=_phone(office, lang))),
        *_link(letter.links.get("", ""), lang),
        Text(say("thanks", lang)),
        _signed(letter, lang),
    ]
    return [_paper(letter, blocks, "subject", lang), _annex_paper(letter, annexes, lang)]


def to_producer(letter: Letter, match_id: int, lang: str) -> list[Paper]:
    """The letter to one producer: the buyer's need, its own part, whom to call; of other producers nothing.

    The buyer's ceiling price is left out: the two name their prices themselves.
    """
    document, office, row = letter.document, letter.office, letter.candidate(match_id)
    pool = document["pool"]
    annexes = _annexes(letter, [row], lang, own=True)
    own = (
        say("pool_yours", lang, count=counted(len(pool["members"])), share=_lead_share(pool, lang))
        if pool
        else say("yours", lang, amount=_told_amount(row, lang) or say("price_unsaid", lang))
    )
    opening = say(
        "opening_producer", lang, product=row["product"], unit=office["unit"], buyer=document["buyer"]["name"]
    )
    asks = say(
        "asks_producer", lang, annex=_last(annexes, lang), until=letter.until, phone=_phone(office, lang)
    )
    blocks: list[Block] = [
        Text(say("to", lang, name=row["party"]["name"]), "centre"),
        Text(opening),
        *need(document, lang),
        Text(own),
        Text(say("contact_buyer", lang, people=people(document["buyer"]) or say("contacts_none", lang))),
        Text(asks),
        *_link(letter.links.get(str(match_id), ""), lang),
        Text(say("thanks", lang)),
        _signed(letter, lang),
    ]
    whose = str(match_id)
    return [
        _paper(letter, blocks, "subject_producer", lang, whose),
        _annex_paper(letter, annexes, lang, whose),
    ]


def to_member(letter: Letter, offer_id: str, lang: str) -> list[Paper]:
    """The letter to a member of the pool beside its lead: the order and its own part.

    No other member is named and not the buyer either, with whom the lead deals. Raises ``KeyError`` for an
    offer that has no part.
    """
    row = next((row for row in letter.members if row["offer"] == offer_id), None)
    if row is None:
        raise KeyError(offer_id)
    document, office, pool = letter.document, letter.office, letter.document["pool"]
    share = shares(row["by_month"], pool["unit"], lang)
    blocks: list[Block] = [
        Text(say("to", lang, name=row["party"]["name"]), "centre"),
        Text(say("opening_member", lang, product=row["product"], unit=office["unit"])),
        *need(document, lang),
        Text(say("member_share", lang, share=share)),
        Text(say("asks_member", lang, until=letter.until, phone=_phone(office, lang), unit=office["unit"])),
        *_link(letter.links.get(f"{MEMBER}{offer_id}", ""), lang),
        Text(say("thanks", lang)),
        _signed(letter, lang),
    ]
    return [_paper(letter, blocks, "subject_member", lang, f"{MEMBER}{offer_id}")]


def shares(by_month: Mapping[str, float], unit: str, lang: str) -> str:
    """ "tháng 6: 12 tấn; tháng 7: 8 tấn"."""
    told = [(int(month), amount) for month, amount in by_month.items() if amount]
    return "; ".join(f"{long(month, lang)}: {amount_of(each, unit, lang)}" for month, each in told)


def _lead_share(pool: Record, lang: str) -> str:
    lead = next(row for row in pool["members"] if row["lead"])
    return shares(lead["by_month"], pool["unit"], lang)


def counted(count: int) -> str:
    """A small count as official papers write it: "03"."""
    return f"{count:02d}"


def need(document: Record, lang: str) -> list[Text]:
    """What the buyer wants, line by line."""
    demand = document["demand"]
    parsed = demand["parsed"]
    required = [row["code"] for row in parsed.get("required_certificates") or ()]
    spec = f" ({parsed['spec']})" if parsed.get("spec") else ""
    lines = [
        say("need_product", lang, product=demand["product"], spec=spec),
        say("need_amount", lang, **wanted(demand, lang)),
        say("need_place", lang, place=demand["place"] or say("price_unsaid", lang)),
    ]
    if demand["rhythm"]:
        lines.append(say("need_rhythm", lang, rhythm=demand["rhythm"]))
    if required:
        lines.append(say("need_papers", lang, papers=paper_names(required, lang)))
    if parsed.get("invoices_accepted"):
        kinds = "; ".join(inside(label("invoice", code, lang)) for code in parsed["invoices_accepted"])
        lines.append(say("need_invoice", lang, invoice=kinds))
    return [Text(line, "item") for line in lines]


def wanted(demand: Record, lang: str) -> dict[str, str]:
    """Amount and months of a demand in words."""
    unsaid = say("price_unsaid", lang)
    months = demand["parsed"].get("months") or []
    return {
        "amount": amount(demand["parsed"], lang) or unsaid,
        "months": written_span(months, lang) if months else unsaid,
    }


def people(party: Record) -> str:
    """Whom to call: "Giàng A Mẫu, Giám đốc, 0100 000 009"."""
    told = [", ".join(filter(None, (p["name"], p["role"], p["phone"]))) for p in party["contacts"]]
    return "; ".join(filter(None, told))


def reference(letter: Letter, whose: str = "") -> str:
    """The number of a letter with its symbol; ``whose`` as in ``Letter.number_of``."""
    return f"{letter.number_of(whose)}/{letter.office['symbol']}"


def _source(row: Record, pool: Record | None, lang: str) -> str:
    facts = {"place": row["place"], "name": row["party"]["name"], "origin": row["origin"] or "…"}
    if pool is not None:
        whole = total_amount(pool["by_month"], pool["unit"], lang)
        return say("source_pool", lang, count=counted(len(pool["members"])), amount=whole, **facts)
    told = amount(row["parsed"], lang)
    return say("source", lang, product=row["product"], amount=f", {told}" if told else "", **facts)


def _told_amount(row: Record, lang: str) -> str:
    return amount(row["parsed"], lang)


def _annexes(
    letter: Letter, rows: Sequence[Record], lang: str, *, own: bool = False
) -> list[tuple[str, list[Block]]]:
    """Title and blocks of each annex; a producer's letter has no list of sources."""
    pool = letter.document["pool"]
    found: list[tuple[str, list[Block]]] = []
    if not own:
        found.append((say("annex_sources", lang), sources_blocks(rows, letter.issued, lang)))
    if pool is not None and not own:
        found.append((say("annex_pool", lang), pool_blocks(pool, letter.issued, lang)))
    found.append((say("annex_terms", lang), terms_blocks(rows, lang, named=not own)))
    return found


def _last(annexes: Sequence[object], lang: str) -> str:
    return say("annex", lang, number=ROMAN[len(annexes) - 1])


def _annex_paper(
    letter: Letter, annexes: Sequence[tuple[str, list[Block]]], lang: str, whose: str = ""
) -> Paper:
    told = say(
        "annex_of",
        lang,
        number=letter.number_of(whose),
        symbol=letter.office["symbol"],
        day=f"{letter.issued:%d/%m/%Y}",
        unit=letter.office["unit"],
    )
    blocks: list[Block] = []
    for place, (title, its) in enumerate(annexes):
        blocks += [Annex(say("annex", lang, number=ROMAN[place]), title, told), *its]
    return Paper("", blocks, official=True, landscape=True, lang=lang)


def _paper(letter: Letter, blocks: list[Block], subject: str, lang: str, whose: str = "") -> Paper:
    office, day = letter.office, letter.issued
    if letter.version > 1:
        said = say("reissue", lang, number=letter.version, before=letter.version - 1)
        blocks = [*blocks, Text(said, "note")]
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    head = Letterhead(
        country=word("country", lang),
        motto=word("motto", lang),
        parent=office["parent"],
        unit=office["unit"] or word("unit_blank", lang),
        number=say("number", lang, number=letter.number_of(whose), symbol=office["symbol"]),
        place_date=say(
            "place_date",
            lang,
            place=office["place"] or word("place_blank", lang),
            day=f"{day.day:02d}",
            month=month,
            year=day.year,
        ),
        subject=say(subject, lang, product=inside(letter.document["demand"]["product"])),
    )
    return Paper("", blocks, letterhead=head, official=True, lang=lang)


def _link(link: str, lang: str) -> list[Text]:
    return [Text(say("by_link", lang)), Text(link, "centre")] if link else []


def _phone(office: Record, lang: str) -> str:
    return say("by_phone", lang, phone=office["phone"]) if office["phone"] else ""


def _signed(letter: Letter, lang: str) -> Signatures:
    """Who signs. The papers go to whom they are addressed alone: no producer reads of another."""
    office = letter.office
    title = office["signer_title"] or word("signer_title", lang)
    return Signatures(
        [(title, office["signer"])],
        [word("as_above", lang), say("file", lang)],
        word("copies", lang),
    )
