"""The letter of invitation to each participant, with its own link for wishes and timetable."""

from __future__ import annotations

from datetime import date

from matchmaker.documents.lists import days
from matchmaker.documents.material import Material, Record
from matchmaker.documents.official import letterhead, signed
from matchmaker.documents.papers import Block, Paper, Text
from matchmaker.wording import prints
from matchmaker.wording.letters import say
from matchmaker.wording.papers import word


def invitations(material: Material, lang: str) -> list[Paper]:
    """A letter for each participant, in the conference's order."""
    return [_letter(material, p, lang) for p in material.conference["participants"]]


def _letter(material: Material, p: Record, lang: str) -> Paper:
    unit = str(material.host.get("unit") or word("unit_blank", lang))
    venue = material.conference.get("venue") or say("dots", lang)
    blocks: list[Block] = [
        Text(say("invites", lang, unit=unit, party=material.name(p["id"]))),
        Text(say("invited_to", lang, name=material.title)),
        Text(say("invited_when", lang, days=days(material, lang))),
        Text(say("invited_where", lang, venue=venue)),
    ]
    if p.get("booth"):
        blocks.append(Text(say("invited_booth", lang, booth=p["booth"])))
    if p.get("fixed_table"):
        blocks.append(Text(say("invited_table", lang, table=prints.table_name(p["fixed_table"]))))
    if link := material.links.get(p["id"]):
        blocks += [Text(say("invited_link", lang, until=_until(material, lang))), Text(link, "centre")]
    blocks += [
        Text(say("invited_bring", lang)),
        signed(material, [word("as_above", lang), word("archive", lang)], lang),
    ]
    return Paper(
        say("invitation", lang),
        blocks,
        [say("invitation_about", lang, name=material.title)],
        letterhead(material, lang, "GM", beforehand=True),
        official=True,
        lang=lang,
        names=(material.name(p["id"]),),
    )


def _until(material: Material, lang: str) -> str:
    """The last day for wishes; room to write one where none is set."""
    told = material.conference.get("wishes_until")
    try:
        return f"{date.fromisoformat(str(told)):%d/%m/%Y}"
    except ValueError:
        return say("dots", lang)
