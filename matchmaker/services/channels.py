"""What a sales channel usually asks of a producer: a template that forms begin with, never a rule.

The chains' own conditions differ and change; each demand says what it really requires.
"""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.services import knowledge
from scoring.product import ProductText
from seeds import reference

FRESH = frozenset({"fresh", "live"})
PACKAGED = frozenset({"dried", "frozen", "processed"})


@dataclass(frozen=True)
class ChannelTerms:
    """Codes of the papers usually required, and whether an invoice is."""

    papers: tuple[str, ...] = ()
    invoice: bool = False


def usual_terms(channel: str, product: str = "") -> ChannelTerms:
    """The usual terms of a channel for a product by its name; nothing for an unknown channel.

    Papers for fresh or for packaged goods are added where the product is known to be one or the other.
    """
    row = next((row for row in reference("channels") if row["channel"] == channel), None)
    if row is None:
        return ChannelTerms()
    form = _form(product)
    columns = ["required"]
    columns += ["required_fresh"] if form in FRESH else ["required_packaged"] if form in PACKAGED else []
    papers = [code for column in columns for code in row[column].split(";") if code]
    return ChannelTerms(tuple(dict.fromkeys(papers)), bool(row["invoice"]))


def _form(product: str) -> str:
    """The form in which a product is usually traded; "" where its name is not known."""
    if not product.strip():
        return ""
    matcher = knowledge.matcher()
    kind = int(matcher.read([ProductText(product)]).kind[0])
    return matcher.lexicon.kinds[kind].form if kind >= 0 else ""
