"""What an officer says on the telephone after a letter, and the texts to paste into a chat."""

from __future__ import annotations

from datetime import date

from matchmaker.documents.introduction_annexes import total_amount
from matchmaker.documents.introductions import Letter, Record, people, reference, wanted
from matchmaker.documents.papers import Block, Paper, Text
from matchmaker.schemas.choices import REASONS
from matchmaker.wording.goods import amount, inside, price
from matchmaker.wording.introductions import say
from matchmaker.wording.labels import label

UNASKED = ("other", "unreachable")  # nobody says so on the telephone
AGES = (14, 7, 3)  # days after which a reminder is worded more strongly


def script(letter: Letter, lang: str) -> Paper:
    """The calls to the buyer and to every producer, with what to ask and room to write."""
    document, office = letter.document, letter.office
    blocks: list[Block] = [
        *_call(document["buyer"], lang),
        Text(
            say(
                "script_hello_buyer",
                lang,
                unit=office["unit"],
                product=inside(document["demand"]["product"]),
                count=len(letter.standing),
                number=reference(letter),
            )
        ),
        *(Text(line, "item") for line in sources(letter, lang)),
        *_ask(letter, "script_ask", "", lang),
    ]
    for row in letter.standing:
        hello = say(
            "script_hello_producer",
            lang,
            unit=office["unit"],
            product=inside(row["product"]),
            buyer=document["buyer"]["name"],
            place=document["demand"]["place"] or "…",
            **wanted(document["demand"], lang),
        )
        asked = _ask(letter, "script_ask_producer", _open(row, lang), lang)
        blocks += [*_call(row["party"], lang), Text(hello), *asked]
    about = say(
        "script_about",
        lang,
        product=document["demand"]["product"],
        number=letter.numbered,
        symbol=office["symbol"],
    )
    return Paper(say("script", lang), blocks, [about], lang=lang)


def sources(letter: Letter, lang: str) -> list[str]:
    """A line for each source: place, name, origin, amount, price."""
    pool = letter.document["pool"]
    lines = []
    for row in letter.standing:
        told = price(row["parsed"], lang)
        whole = total_amount(pool["by_month"], pool["unit"], lang) if pool else amount(row["parsed"], lang)
        facts = {"place": row["place"], "name": row["party"]["name"], "origin": row["origin"] or "…"}
        lines.append(say("script_source", lang, amount=whole, price=f", {told}" if told else "", **facts))
    return lines


def chat(letter: Letter, match_id: int, lang: str) -> str:
    """The text to send to the buyer (``match_id`` 0) or to a producer."""
    document, office = letter.document, letter.office
    whose = str(match_id) if match_id else ""
    facts = {"unit": office["unit"], "number": reference(letter, whose), "until": letter.until}
    if not match_id:
        return say(
            "chat_buyer",
            lang,
            name=document["buyer"]["name"],
            product=inside(document["demand"]["product"]),
            count=len(letter.standing),
            sources="\n".join(sources(letter, lang)),
            link=letter.links.get("", ""),
            **facts,
        )
    row = letter.candidate(match_id)
    return say(
        "chat_producer",
        lang,
        name=row["party"]["name"],
        product=inside(row["product"]),
        buyer=document["buyer"]["name"],
        place=document["demand"]["place"] or "…",
        link=letter.links.get(str(match_id), ""),
        **wanted(document["demand"], lang),
        **facts,
    )


def reminder(letter: Letter, match_id: int, day: date, lang: str) -> str:
    """The text that reminds the buyer (0) or a producer, by how long it waits; "" before the third day."""
    days = (day - letter.issued).days
    age = next((age for age in AGES if days >= age), None)
    if age is None:
        return ""
    document = letter.document
    row = letter.candidate(match_id) if match_id else None
    return say(
        f"remind_{age}",
        lang,
        unit=letter.office["unit"],
        name=(row["party"] if row else document["buyer"])["name"],
        product=inside(row["product"] if row else document["demand"]["product"]),
        number=reference(letter, str(match_id) if match_id else ""),
        day=f"{letter.issued:%d/%m/%Y}",
        days=days,
        link=letter.links.get(str(match_id) if match_id else "", ""),
    )


def _call(party: Record, lang: str) -> list[Block]:
    told = people(party)
    return [
        Text(say("script_call", lang, name=party["name"]), "heading"),
        Text(say("script_people", lang, people=told) if told else say("script_nobody", lang)),
    ]


def _ask(letter: Letter, question: str, terms: str, lang: str) -> list[Block]:
    causes = "; ".join(
        label("decision_reason", code, lang).lower() for code in REASONS if code not in UNASKED
    )
    lines = [say(question, lang), say("script_why", lang, reasons=causes)]
    if terms:
        lines.append(say("script_terms", lang, terms=terms))
    lines += [say("script_end", lang, until=letter.until), say("script_notes", lang)]
    return [Text(line, "item") for line in lines]


def _open(row: Record, lang: str) -> str:
    """The terms that the two have not settled."""
    return "; ".join(label("term", t["code"], lang).lower() for t in row["terms"] if t["state"] != "agreed")
