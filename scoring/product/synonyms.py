"""Regional words that stand for one another inside product names (lợn and heo, quả and trái)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scoring.product.normalise import syllables

Phrase = tuple[str, ...]

# Pairs that hold in every product name. Source: northern and southern usage in trade registers.
REGIONAL: tuple[tuple[str, ...], ...] = (
    ("lợn", "heo"),
    ("quả", "trái"),
    ("ngô", "bắp"),
    ("lạc", "đậu phộng", "đậu phụng"),
    ("đậu", "đỗ"),
    ("vừng", "mè"),
    ("chanh leo", "chanh dây"),
    ("trà", "chè"),
    ("gác bếp", "hun khói", "treo bếp", "xông khói"),
    ("ép viên", "nén viên"),
    ("lotus seed", "lotus nut"),
    ("trevally", "scad"),
    ("crispy", "vacuum fried"),
)
# Words that change places only in goods of these categories: chè is also a sweet soup.
ONLY_IN: dict[str, frozenset[str]] = {"tra": frozenset(("tea", "herbal tea"))}


def exchange_table(rows: Iterable[Mapping[str, str]]) -> dict[Phrase, tuple[Phrase, ...]]:
    """Which phrase may be written as which others: the regional pairs and spellings from synonyms.csv.

    Rows count where ``relation`` starts with "spelling"; other relations are kinds of the product table.
    """
    groups = [list(group) for group in REGIONAL]
    for row in rows:
        if row.get("relation", "").strip() == "spelling":
            groups.append(
                [row["canonical_vi"], *(v.strip() for v in row["variants"].split(";") if v.strip())]
            )
    table: dict[Phrase, tuple[Phrase, ...]] = {}
    for group in groups:
        phrases = [tuple(s.marked for s in syllables(word)) for word in group]
        for phrase in phrases:
            table[phrase] = tuple(other for other in phrases if other != phrase)
    return table


def respelled(
    phrase: Phrase, table: Mapping[Phrase, tuple[Phrase, ...]], category: str
) -> tuple[Phrase, ...]:
    """The phrase itself and every form of it with one exchange made."""
    found = [phrase]
    for start in range(len(phrase)):
        for end in range(start + 1, min(start + 3, len(phrase)) + 1):
            part = phrase[start:end]
            others = table.get(part)
            if not others or (part in (_TEA, _CHE) and (category not in ONLY_IN["tra"] or len(phrase) == 1)):
                continue
            found.extend([phrase[:start] + other + phrase[end:] for other in others])
    # "bắp cải" is no maize: a head that means something else with its neighbour is left alone.
    return tuple(dict.fromkeys([p for p in found if p not in _NEVER]))


_TEA = tuple(s.marked for s in syllables("trà"))
_CHE = tuple(s.marked for s in syllables("chè"))
# Sweet soups, which are no herbal teas: "chè đậu đen".
_SOUPS = ("chè đậu đen", "chè đỗ đen", "chè đậu xanh", "chè đậu đỏ", "chè bắp", "chè khoai", "chè bí đỏ")
_UNHEARD = ("ngô cải", "đậu quyên", "cải ngô", *_SOUPS)
_NEVER = frozenset(tuple(s.marked for s in syllables(p)) for p in _UNHEARD)
