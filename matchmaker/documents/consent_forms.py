"""The form of consent on paper, for members who sign rather than tap: the whole text, and the link."""

from __future__ import annotations

from matchmaker.documents.papers import Block, Paper, Signatures, Text
from matchmaker.documents.prints import written
from matchmaker.wording import consents
from matchmaker.wording.consents import CURRENT, say

FORMS = ("pdf", "docx")


def form(name: str, address: str, lang: str, kind: str) -> bytes:
    """The form for a member of a name, with its own link, as one of `FORMS`.

    Raises ``NotPrintedError`` when the pages fail.
    """
    blocks: list[Block] = [Text(say("paper_for", lang, name=name))]
    for head, paragraphs in consents.text(CURRENT, lang):
        blocks += [Text(head, "heading"), *(Text(each) for each in paragraphs)]
    blocks += [
        Text(say("paper_choice", lang), "heading"),
        Text(say("paper_date", lang)),
        Signatures([(say("paper_signer", lang), "")], [], ""),
        Text(say("paper_link", lang)),
        Text(address, "centre"),
    ]
    about = say("paper_version", lang, version=CURRENT)
    return written([Paper(say("paper", lang), blocks, [about], lang=lang)], kind)
