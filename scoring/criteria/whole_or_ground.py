"""Beans and corns sold whole, ground or either way, beside the way that a buyer names.

A seller who has both ("có hạt và bột", "xay theo yêu cầu") has what is wanted: the order names it. One who
has the other alone is told so; who only calls his goods "rang xay", as roasted coffee is called, is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.choices import NAMED
from scoring.criteria.clauses import CHOSEN, OTHER, UNMET, Clause
from scoring.criteria.meaning import said_plainly
from scoring.criteria.quoting import as_written
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.units import fold

CATEGORIES = ("coffee", "spice")
WHOLE, GROUND = "whole", "ground"
_WHOLE = re.compile(
    r"\b(?:nguyen hat|dang hat|de hat|con hat|(?:ca phe|tieu|cafe) hat|que (?:thanh|chi|ong)|"
    r"hat (?:rang(?! xay)|nguyen)|"
    r"whole(?: (?:coffee|roasted|black|white))? (?:beans?|corns?|peppercorns?)|whole bean|peppercorns?)\b"
)
_GROUND = re.compile(
    r"\b(?:(?<!may )(?<!chua )(?<!khong )xay(?! xat)|dang bot|pha phin|(?:ca phe|tieu|cafe|que|nghe|gung|ot|"
    r"hoi|"
    r"toi|hanh) bot|bot (?:ca phe|tieu|que|nghe|gung|ot|hoi|toi|hanh|min|pha(?: phin)?)|ground|powder)\b"
)
_BOTH = re.compile(
    r"\b(?:(?:ca |dang |loai |co )*(?:nguyen )?hat|whole(?: beans?)?|beans?)(?: rang)?"
    r"(?: ?(?:,|/|&|\+) ?| (?:va|lan|hoac|hay|cung|and|or) )(?:ca |dang |loai |co )*(?:bot|xay|ground|"
    r"powder)\b|"
    r"\b(?:bot|xay|ground)(?: ?(?:,|/|&|\+) ?| (?:va|lan|hoac|hay|and|or) )(?:ca |dang |loai )*"
    r"(?:nguyen hat|hat|whole(?: beans?)?)\b|"
    r"\b(?:nhan |co )?xay (?:theo|ho|giup|neu|khi) [a-z ]{2,20}|\bground (?:on|to|upon) (?:request|order)\b"
)
_NAME_OF_TRADE = re.compile(r"\brang xay\b")


@lru_cache(maxsize=16_384)
def ways(text: str) -> tuple[frozenset[str], str]:
    """How goods of a text are sold, whole or ground, and the words that say so.

    >>> ways("Cà phê rang; có hạt và bột")[1], ways("Tiêu nguyên hạt")[0]
    ('co hat va bot', frozenset({'whole'}))
    """
    plain = said_plainly(text)
    if both := _BOTH.search(plain):
        return frozenset((WHOLE, GROUND)), both[0].strip()
    whole = _WHOLE.search(plain)
    ground = max(_GROUND.finditer(plain), key=lambda match: match[0] != "xay", default=None)
    if whole and ground and not _NAME_OF_TRADE.search(plain):
        return frozenset((WHOLE, GROUND)), f"{whole[0]}, {ground[0]}"
    found = whole or ground
    if found is None:
        return frozenset(), ""
    return frozenset((WHOLE if whole else GROUND,)), found[0]


def whole_or_ground(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """``spec`` with what the offer says to the way in which its goods are wanted, whole or ground."""
    kind = int(pairs.demands.kind[pairs.d[i]])
    if kind < 0 or pairs.context.lexicon.kinds[kind].category not in CATEGORIES:
        return {}
    demand, offer = pairs.demand(i), pairs.offer(i)
    named = "; ".join(filter(None, (demand.product, demand.spec, demand.description)))
    wanted, asks = ways(named)
    if len(wanted) != 1 or int(pairs.relation[i]) not in NAMED:
        return {}
    own = "; ".join(
        filter(None, (offer.product, offer.description, offer.packaging, offer.grade, offer.remarks))
    )
    given, says = ways(own)
    trade = GROUND in wanted and _NAME_OF_TRADE.search(fold(named))
    if not given or given == wanted:
        return {}
    asks, said = as_written(asks, named), as_written(says, own)
    if len(given) > 1:
        clause = Clause(asks, CHOSEN, said)
    else:
        unsure = trade or WHOLE in given or fold(says) == "xay"
        clause = Clause(asks, OTHER if unsure else UNMET, said)
    spec = facts.get("spec") or ()
    rows = [row for row in spec if not ways(row["asks"])[0]]
    own_row = next((row["asks"] for row in spec if ways(row["asks"])[0]), clause.asks)
    return {"spec": [clause._replace(asks=own_row)._asdict(), *rows]}
