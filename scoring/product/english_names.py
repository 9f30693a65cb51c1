"""English names that follow from others: "downy myrtle wine" from "rose myrtle wine" and "downy myrtle".

What is made of a product, and a product that is dried, frozen or pickled, is named by any of its names;
and some words stand for one another in the goods of one trade ("apricot liqueur", "apricot wine").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from scoring.product.kind import Kind
from scoring.product.normalise import marked_words, syllables

Phrase = tuple[str, ...]

# Words at the end of a name that tell what was made of the product before them, or which part of it it is.
MADE = marked_words(
    "wine liquor liqueur spirit tea oil juice jam syrup vinegar powder starch flour candy cake honey "
    "extract sauce paste leaf flower seed root shoot floss jerky puree pulp chips chip noodle vermicelli "
    "wood bark roe cracker brittle butter milk water sugar salt soap fabric cloth scarf basket tray"
)
# Words before a product that tell how it is kept.
KEPT = marked_words("dried frozen pickled candied salted smoked roasted canned preserved fermented")
# Words that stand for one another at the end of a name in goods of one category.
ALIKE: dict[str, tuple[str, ...]] = {
    "alcohol": ("wine", "liquor", "liqueur", "spirit", "whiskey", "whisky", "brandy"),
    "herbal tea": ("tea", "infusion", "tisane"),
    "essential oil": ("oil", "essence"),
}
LONGEST = 3


def further_names(kinds: Sequence[Kind], known: Collection[Phrase]) -> dict[int, set[Phrase]]:
    """For kinds the English names that follow and that no kind bears; one that would mean two is left out."""
    names = [_english(kind) for kind in kinds]
    holders: dict[Phrase, set[int]] = defaultdict(set)
    for i, phrases in enumerate(names):
        for phrase in phrases:
            holders[phrase].add(i)
    meant: dict[Phrase, set[int]] = defaultdict(set)
    for i, kind in enumerate(kinds):
        for phrase in names[i]:
            for other in (phrase, *_by_other_names(phrase, i, kinds, names, holders)):
                for name in (other, *_ended_otherwise(other, kind.category)):
                    meant[name].add(i)
    found: dict[int, set[Phrase]] = defaultdict(set)
    for name, bearers in meant.items():
        if len(bearers) == 1 and name not in known:
            found[next(iter(bearers))].add(name)
    return found


def _english(kind: Kind) -> tuple[Phrase, ...]:
    told = (tuple(w.marked for w in syllables(name)) for name in (kind.name_en, *kind.synonyms_en) if name)
    return tuple(dict.fromkeys(told))


def _by_other_names(
    phrase: Phrase, i: int, kinds: Sequence[Kind], names: Sequence[tuple[Phrase, ...]],
    holders: Mapping[Phrase, set[int]],
) -> Iterator[Phrase]:  # fmt: skip
    """The name with the product in it called otherwise."""
    if len(phrase) < 2:
        return
    parts: list[tuple[Phrase, Phrase, Phrase]] = []
    if phrase[-1] in MADE:
        parts.append((phrase[:-1], (), phrase[-1:]))
    if phrase[0] in KEPT:
        parts.append((phrase[1:], phrase[:1], ()))
    for product, before, after in parts:
        bearers = holders.get(product, set())
        if len(bearers) != 1 or i in bearers:
            continue
        one = next(iter(bearers))
        if kinds[one].rank == "family":
            continue
        for name in names[one]:
            if name != product and len(name) <= LONGEST and name[0] not in KEPT:
                yield before + name + after


def _ended_otherwise(phrase: Phrase, category: str) -> Iterator[Phrase]:
    """The name with another word of its trade at the end."""
    words = ALIKE.get(category, ())
    if len(phrase) > 1 and phrase[-1] in words:
        yield from ((*phrase[:-1], word) for word in words if word != phrase[-1])
