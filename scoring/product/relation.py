"""How two kinds of goods stand to one another: a table over all pairs of kinds."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scoring.product.forms import Form, implied_form, is_half_dried, names_kept_form
from scoring.product.kind import Kind
from scoring.product.lexicon import Lexicon
from scoring.product.made_of import made_of
from scoring.product.normalise import syllables
from scoring.product.worked import is_ground, roasted_and_raw


class Relation(IntEnum):
    """What the offered product is to the demanded one, nearest first."""

    SAME = 0
    VARIETY = 1  # the offer is a variety of the generic product demanded
    GENERIC = 2  # the generic product is offered for the variety demanded
    SIBLING = 3  # another variety of the same product
    OTHER_FORM = 4  # the same product dried, frozen, preserved
    FAMILY = 5
    CATEGORY = 6
    UNRELATED = 7
    UNKNOWN = 8  # one side names no kind that the lexicon knows: text alone
    GATED = 9  # seedlings, packing, machines … of the product, not the product


# A family with more kinds than this says little: any two fruits are no nearer than their category.
WIDE_FAMILY = 20
# Categories that hold one product in another state: dried lychee is still lychee, lychee juice is a drink.
_PRESERVED = frozenset(("dried fruit", "fruit product", "snack"))
_STATES = frozenset(("fresh", "dried", "frozen", "live"))
# Words that after a product's name tell how it is kept.
_KEEPING = frozenset(
    word.marked for word in syllables("sấy khô dẻo giòn lạnh đông cấp phơi một nắng thăng hoa thái lát đá")
)


# The same before it: "khô cá lóc".
_KEPT_FIRST = frozenset(word.marked for word in syllables("khô"))


def state(kind: Kind) -> str:
    """The form in which a kind is traded; dried fruit is dried however it was processed."""
    return "dried" if kind.category == "dried fruit" else kind.form


def traded_form(kind: Kind) -> Form:
    """The form in which a kind is traded where a record tells none; half-dried goods are neither dried nor
    frozen, however they are kept."""
    if state(kind) in ("dried", "frozen") and is_half_dried(kind.name_vi):
        return Form.HALF_DRIED
    return implied_form(state(kind))


def usual_form(kind: Kind) -> Form:
    """The form of which goods are where their record tells none: ``traded_form``, but of breeds that are sold
    alive and dressed alike any form of the raw animal, which what is smoked, dried or pickled is not."""
    return Form.BRED if kind.form == "" and kind.storage == "live" else traded_form(kind)


def same_state(one: Kind, other: Kind) -> bool:
    """True where the forms of two kinds do not exclude each other; an empty form says nothing."""
    if traded_form(one) != traded_form(other) and Form.HALF_DRIED in (traded_form(one), traded_form(other)):
        return False
    forms = {state(one), state(other)}
    return "" in forms or len(forms) == 1 or forms == {"fresh", "live"}


def _alike(one: Kind, other: Kind) -> bool:
    """True for goods of one state; processed ones must be of one category too."""
    raw = state(one) in _STATES and state(other) in _STATES
    return same_state(one, other) and (raw or one.category == other.category)


def relation_table(lexicon: Lexicon) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Relations [demanded kind, offered kind] and the mask of pairs that are mistaken for one another."""
    n = len(lexicon.kinds)
    table = np.full((n, n), Relation.UNRELATED, dtype=np.uint8)
    _fill_categories(lexicon, table)
    _fill_lines(lexicon, table)
    _fill_states(lexicon, table)
    _fill_made(lexicon, table)
    _fill_tops(lexicon, table)
    _fill_sold_as(lexicon, table)
    _fill_mixed(lexicon, table)
    _fill_headed(lexicon, table)
    _fill_breeds(lexicon, table)
    confused = np.zeros((n, n), dtype=np.bool_)
    for i, kind in enumerate(lexicon.kinds):
        for j in (lexicon.index[key] for key in kind.confusable_with if key in lexicon.index):
            for a in (i, *lexicon.descendants(i)):
                for b in (j, *lexicon.descendants(j)):
                    confused[a, b] = confused[b, a] = table[a, b] >= Relation.FAMILY
    return table, confused


def _fill_categories(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """Goods of one category or one family, wide or narrow."""
    members: dict[str, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        if kind.category:
            members.setdefault(kind.category, []).append(i)
    for group in members.values():
        table[np.ix_(group, group)] = Relation.CATEGORY
    families = [i for i, kind in enumerate(lexicon.kinds) if kind.rank == "family"]
    # The widest first, so that the narrower family has the last word.
    for i in sorted(families, key=lambda f: (-len(lexicon.descendants(f)), f)):
        below = lexicon.descendants(i)
        kinds = sum(lexicon.kinds[b].rank == "kind" for b in below)
        within = Relation.CATEGORY if kinds > WIDE_FAMILY else Relation.FAMILY
        line = [i, *below]
        table[np.ix_(line, line)] = np.minimum(table[np.ix_(line, line)], within)


def _fill_states(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """What is named as a product and how it is kept is that product, wherever it stands: "lê sấy"."""
    for i, kept in kept_kinds(lexicon).items():
        for j in kept:
            _at_most(table, [i, *lexicon.descendants(i)], [j, *lexicon.descendants(j)], Relation.OTHER_FORM)


def _fill_made(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """What is made of a product is of its family: oil of peanuts, wine of apricots."""
    for j, raw in made_of(lexicon).items():
        for i in raw:
            _at_most(table, [i, *lexicon.descendants(i)], [j, *lexicon.descendants(j)], Relation.FAMILY)


def _at_most(table: npt.NDArray[np.uint8], some: list[int], others: list[int], relation: Relation) -> None:
    for at in (np.ix_(some, others), np.ix_(others, some)):
        table[at] = np.minimum(table[at], relation)


def kept_kinds(lexicon: Lexicon) -> dict[int, list[int]]:
    """For kinds usually fresh the dried or frozen ones that bear their name elsewhere in the table."""
    found: dict[int, list[int]] = {}
    for j, kept in enumerate(lexicon.kinds):
        if state(kept) not in ("dried", "frozen") or kept.rank == "family" or lexicon.parents[j] < 0:
            continue
        for i in sorted(_bare_name(lexicon, kept) - {j, *lexicon.ancestors(j)}):
            raw = lexicon.kinds[i]
            if state(raw) in ("fresh", "live") and raw.rank != "family" and raw.category != "handicraft":
                found.setdefault(i, []).append(j)
    return found


def roasted_kinds(lexicon: Lexicon) -> dict[int, int]:
    """For coffee that is traded green the roasted one of its species, or roasted coffee as such."""
    coffee = [i for i, kind in enumerate(lexicon.kinds) if kind.category == "coffee"]
    roasted = [i for i in coffee if state(lexicon.kinds[i]) == "processed" and "rang" in _words(lexicon, i)]
    plain = [i for i in roasted if lexicon.kinds[i].rank == "kind"]
    found: dict[int, int] = {}
    for i in coffee:
        if state(lexicon.kinds[i]) != "dried":
            continue
        line = {word for k in (i, *lexicon.ancestors(i)) for word in _words(lexicon, k)} & _SPECIES
        of_species = [k for k in roasted if line & _words(lexicon, k)]
        if of_species or plain:
            found[i] = (of_species or plain)[0]
    return found


_SPECIES = frozenset(("arabica", "robusta", "liberica"))


@lru_cache(maxsize=8)
def unroasted_by_table(lexicon: Lexicon) -> npt.NDArray[np.bool_]:
    """Kinds of coffee that are green by the table alone, their names being those of places and sorts: "cà
    phê Khe Sanh" is sold roasted too, and is to be asked."""
    return np.array(
        [
            kind.category == "coffee"
            and kind.rank == "variety"
            and state(kind) == "dried"
            and not _words(lexicon, i) & {"nhân", "xanh"}
            for i, kind in enumerate(lexicon.kinds)
        ],
        dtype=np.bool_,
    )


def _words(lexicon: Lexicon, i: int) -> set[str]:
    return {word.marked for word in syllables(lexicon.kinds[i].name_vi)}


def _bare_name(lexicon: Lexicon, kept: Kind) -> set[int]:
    """The kinds of which the main name of ``kept`` is the name with words of keeping around it."""
    words = tuple(word.marked for word in syllables(kept.name_vi))
    start = int(len(words) > 1 and words[0] in _KEPT_FIRST)
    end = len(words)
    while end > start + 1 and words[end - 1] in _KEEPING:
        end -= 1
    return set(lexicon.marked.get(words[start:end], ())) if end - start < len(words) else set()


def _fill_tops(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """Who asks for a whole category ("trái cây sấy") is served by all its goods, wherever they stand."""
    tops: dict[str, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        above = lexicon.parents[i]
        if kind.rank == "family" and (above < 0 or lexicon.kinds[above].category != kind.category):
            tops.setdefault(kind.category, []).append(i)
    for i in (found[0] for found in tops.values() if len(found) == 1):
        kind = lexicon.kinds[i]
        for j, other in enumerate(lexicon.kinds):
            if other.category == kind.category and other.rank != "family" and same_state(kind, other):
                table[i, j] = min(int(table[i, j]), Relation.VARIETY)


def _fill_mixed(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """A mixture is asked of who names the whole family: "trái cây sấy" for "trái cây sấy thập cẩm"; any one
    of a family serves who asks for goods "các loại"."""
    for i, above in enumerate(lexicon.parents):
        if above >= 0 and lexicon.kinds[above].rank == "family" and _MIXED & _words(lexicon, i):
            table[i, above] = min(int(table[i, above]), Relation.GENERIC)
        if above >= 0 and _words(lexicon, i) >= _ANY:
            for j in lexicon.descendants(above):
                if (
                    j != i
                    and lexicon.kinds[j].rank != "family"
                    and same_state(lexicon.kinds[i], lexicon.kinds[j])
                ):
                    table[i, j] = min(int(table[i, j]), Relation.VARIETY)


def _fill_headed(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """What is called by how it is kept and what it is serves who asks for that, wherever it stands: "khô cá
    tra" is a "khô cá", though the table has it below cá tra. Names alone say little: tam thất hoang is no
    tam thất."""
    heads: dict[tuple[str, ...], list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        if kind.rank == "kind" and state(kind) == "dried":
            for name in (kind.name_vi, *kind.synonyms_vi):
                words = tuple(word.marked for word in syllables(name))
                if _KEPT_FIRST.issuperset(words[:1]) and len(words) > 1:
                    heads.setdefault(words, []).append(i)
    for j, kind in enumerate(lexicon.kinds):
        if state(kind) != "dried" or kind.rank == "family":
            continue
        words = tuple(word.marked for word in syllables(kind.name_vi))
        for i in (i for n in range(2, len(words)) for i in heads.get(words[:n], ())):
            if lexicon.kinds[i].category == kind.category and same_state(lexicon.kinds[i], kind):
                table[i, j] = min(int(table[i, j]), Relation.VARIETY)


def _fill_breeds(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """A breed sold alive serves who asks for the animal, though the table has it with the meat: lợn đen."""
    for i, animal in enumerate(lexicon.kinds):
        if animal.category == "livestock" and animal.rank == "kind":
            nouns = {name for name in (animal.name_vi, *animal.synonyms_vi) if " " not in name}
            for j, breed in enumerate(lexicon.kinds):
                if breed.rank == "variety" and breed.storage == "live" and breed.name_vi.split()[0] in nouns:
                    table[i, j] = min(int(table[i, j]), Relation.VARIETY)
                    table[j, i] = min(int(table[j, i]), Relation.GENERIC)


_ANY = frozenset(word.marked for word in syllables("các loại"))
_MIXED = frozenset(word.marked for word in syllables("cẩm"))


def _fill_sold_as(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """A variety sold under another product's name than that of its own line: "cam Canh" is a tangerine that
    the trade calls an orange. It serves who asks for that product, and is to be asked for its own."""
    for i, names in sold_as(lexicon).items():
        line = [i, *lexicon.descendants(i)]
        for j in names:
            table[j, line] = np.minimum(table[j, line], Relation.VARIETY)
            below = list(lexicon.descendants(j))
            _at_most(table, line, below, Relation.SIBLING)
            table[line, j] = np.minimum(table[line, j], Relation.GENERIC)
        for above in lexicon.ancestors(i):
            if lexicon.kinds[above].rank != "family":
                others = [k for k in (above, *lexicon.descendants(above)) if k not in line]
                for at in (np.ix_(line, others), np.ix_(others, line)):
                    table[at] = np.maximum(table[at], Relation.FAMILY)
                table[above, line] = Relation.SIBLING


def sold_as(lexicon: Lexicon) -> dict[int, list[int]]:
    """Varieties that bear the first word of other goods of their trade, and no word of their own line's."""
    opening: dict[str, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        if kind.rank == "kind" and len(words := syllables(kind.name_vi)) == 1:
            opening.setdefault(words[0].marked, []).append(i)
    found: dict[int, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        first = syllables(kind.name_vi)[:1]
        if kind.rank != "variety" or not first or not lexicon.ancestors(i):
            continue
        own = [lexicon.kinds[k] for k in lexicon.ancestors(i)]
        names = [name for each in own for name in (each.name_vi, *each.synonyms_vi)]
        if any(word.marked == first[0].marked for name in names for word in syllables(name)):
            continue
        others = [
            j
            for j in opening.get(first[0].marked, ())
            if lexicon.kinds[j].category == kind.category and state(lexicon.kinds[j]) == state(kind)
        ]
        if others:
            found[i] = others
    return found


def _fill_lines(lexicon: Lexicon, table: npt.NDArray[np.uint8]) -> None:
    """Goods of one product: a kind, what lies below it, and those beside each other below it."""
    for i, kind in enumerate(lexicon.kinds):
        table[i, i] = Relation.SAME
        below = lexicon.descendants(i)
        for b in below:
            narrow = lexicon.kinds[b]
            table[i, b] = _downwards(kind, narrow)
            if kind.rank != "family":
                table[b, i] = _upwards(narrow, kind)
        if kind.rank == "family":
            continue
        for a in below:
            for b in below:
                if a != b and a not in lexicon.ancestors(b) and b not in lexicon.ancestors(a):
                    table[a, b] = min(int(table[a, b]), _beside(lexicon, a, b))
    for group in _without_parent(lexicon):
        for a in group:
            for b in group:
                if a != b:
                    table[a, b] = min(int(table[a, b]), _beside(lexicon, a, b))


def _without_parent(lexicon: Lexicon) -> list[list[int]]:
    """Varieties whose rows name one product that has no row of its own; they stand beside each other."""
    groups: dict[str, list[int]] = {}
    for i, kind in enumerate(lexicon.kinds):
        if kind.rank == "variety" and kind.parent and kind.parent not in lexicon.index:
            groups.setdefault(kind.parent, []).append(i)
    return list(groups.values())


def _downwards(general: Kind, narrow: Kind) -> Relation:
    """The offer lies below the demand: any goods of a family serve who asks for the family."""
    if _alike(general, narrow):
        return Relation.VARIETY
    if general.rank == "family":
        if general.category != narrow.category:
            return Relation.FAMILY
        kept = state(general) == "fresh" and names_kept_form(f"{narrow.name_vi}; {narrow.name_en}")
        return Relation.OTHER_FORM if kept else Relation.VARIETY
    return Relation.OTHER_FORM if _preserved(general, narrow) else Relation.FAMILY


def _upwards(narrow: Kind, general: Kind) -> Relation:
    if narrow.category == "rice" and narrow.rank == "kind" and narrow.hs6 != general.hs6:
        return Relation.FAMILY  # plain rice is neither broken nor brown
    if _alike(general, narrow):
        return Relation.GENERIC
    return Relation.OTHER_FORM if _preserved(narrow, general) else Relation.FAMILY


def _beside(lexicon: Lexicon, i: int, j: int) -> Relation:
    """Two kinds under one product: varieties of it, states of it, or things made of it.

    Varieties are ranked so or share their customs heading; one with kinds of its own is another product
    (glutinous rice under rice), and so is a tea that is scented, ground or bagged beside leaf of any place.
    """
    one, other = lexicon.kinds[i], lexicon.kinds[j]
    if not _alike(one, other):
        return Relation.OTHER_FORM if _preserved(one, other) else Relation.FAMILY
    if one.category == other.category == "nut" and roasted_and_raw(one, other):
        return Relation.OTHER_FORM
    ground = one.category == other.category == "spice" and is_ground(one) != is_ground(other)
    if ground and one.hs6 != other.hs6:
        return Relation.OTHER_FORM
    if one.category == other.category == "tea" and "tea_bag" in (one.key, other.key):
        return Relation.OTHER_FORM  # tea packed otherwise, of whatever leaf
    ranked = one.rank == other.rank == "variety"
    heading = one.hs6 == other.hs6 and bool(one.hs6)
    product = any(k.rank == "kind" and lexicon.descendants(n) for k, n in ((one, i), (other, j)))
    product |= one.rank != other.rank and one.category in _MADE_APART
    return Relation.SIBLING if ranked or (heading and not product) else Relation.FAMILY


# Trades in which a kind tells how the goods are worked up, and a variety only what leaf they are of.
_MADE_APART = frozenset(("tea",))


def _preserved(one: Kind, other: Kind) -> bool:
    """True where the two differ by drying, freezing or keeping, not by what they are."""
    if one.category == other.category:
        return True
    states = {state(one), state(other)} <= _STATES
    return states or one.category in _PRESERVED or other.category in _PRESERVED
