"""Cultivar policy: where another variety of the same product is not the product.

For a generic fruit another cultivar may serve, below every right one. For an export contract, a product
named by its geographical indication and a specialty breed it is the wrong product: gà đen is no gà đồi,
Shan tuyết tea no Thái Nguyên tea, glutinous rice no plain rice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from scoring.context import EXPORT_MARKETS, Context
from scoring.goods_phrase import goods_in_words
from scoring.place_names import grows, place_alone, sort_words
from scoring.product import Kind, Lexicon, ProductText, Relation
from scoring.product.normalise import Syllable, syllables
from scoring.records import Demand, Offer
from scoring.regions import is_region
from scoring.units import fold

Ints = NDArray[np.int32]

# Categories in which another cultivar can stand in; in all others (breeds, rices, teas, coffees, honeys,
# crafts) a named variety is a product of its own.
CULTIVAR_CATEGORIES = frozenset(
    {"fruit", "citrus", "melon", "vegetable", "root", "mushroom", "herb", "flower", "nut", "pulse"}
)

# Parts of the country by which goods are named in trade, folded.
REGIONS = (
    "dong nam bo", "tay nam bo", "dong bac bo", "tay bac bo", "nam trung bo", "bac trung bo", "nam bo",
    "bac bo", "trung bo", "dong bang song hong", "dong bang song cuu long", "mien bac", "mien nam",
    "mien trung", "mien tay", "mien dong", "tay bac", "dong bac", "tay nguyen", "viet bac",
)  # fmt: skip

VARIETY, GENERIC, SIBLING = (int(each) for each in (Relation.VARIETY, Relation.GENERIC, Relation.SIBLING))
LONGEST_PLACE = 4  # syllables of a place's name

# Words by which a demand asks for a geographical indication, folded.
INDICATION_WORDS = ("chi dan dia ly", "cddl", "geographical indication")


def indication(demand: Demand, kind: Kind | None) -> tuple[str, ...]:
    """The places of the geographical indication that the demand asks for; empty where it asks none.

    A demand asks for it by naming the place beside a variety that has one, by requiring the GI paper, or by
    the words "chỉ dẫn địa lý": then the places where the variety grows stand in for a name not registered.
    """
    if kind is None:
        return ()
    called = goods_in_words(demand.product, demand.remarks)
    text = f"{demand.product} {called} {demand.description} {demand.spec}"
    told = any(_within(word, fold(text)) for word in INDICATION_WORDS)
    required = told or any(paper.code == "GI" for paper in demand.required_certificates)
    places = _places(kind.gi_name)
    if required and not places:
        grown = _places(";".join(kind.origins))
        places = tuple(place for place in grown if names(place, text))
        places = places or (grown if kind.rank == "variety" else ())
    return places if required or any(names(place, text) for place in places) else ()


def names_indication(lexicon: Lexicon, listed: list[int], product: str) -> bool:
    """Whether a list of varieties names one by the place of its indication: "bưởi thanh trà / Phúc Trạch"."""
    varieties = (lexicon.kinds[k] for k in listed if k >= 0 and lexicon.kinds[k].rank == "variety")
    return any(names(place, product) for kind in varieties for place in _places(kind.gi_name))


def _places(text: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"[;,()]| - ", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def names(place: str, text: str) -> bool:
    """Whether whole words of a text are the place, by its marks where the text has any (Vinh, Vĩnh Long)."""
    if text.isascii():
        return _within(fold(place), fold(text))
    return _marked(place) in _marked(text)


@lru_cache(maxsize=65_536)
def _marked(text: str) -> str:
    """The words of a text with their marks, each between spaces."""
    return f" {' '.join(word.marked for word in syllables(text))} "


def is_strict(demand: Demand, kind: Kind | None, places: tuple[str, ...], above: Kind | None = None) -> bool:
    """Whether another variety than the demanded one is the wrong product; the meat of a breed, which stands
    below the breed ``above`` it, is bound as the breed is."""
    if kind is None or (kind.rank != "variety" and (above is None or above.rank != "variety")):
        return False
    return bool(places) or demand.channel in EXPORT_MARKETS or kind.category not in CULTIVAR_CATEGORIES


def origin_text(offer: Offer) -> str:
    """All words of an offer that can name where the goods come from."""
    place = offer.place
    return (
        f"{offer.product} {offer.description} {place.text} {place.commune} {place.province} {offer.producer}"
    )


def settle_siblings(lexicon: Lexicon, words: list[str], named: list[str], kinds: Ints, offered: Ints) -> Ints:
    """Relations of what the table calls siblings, by their names (where no indication is asked for).

    ``words`` are the folded texts of the demands, ``named`` the folded names of the offers, ``kinds`` and
    ``offered`` the two kinds. A demand may name several varieties ("na Chi Lăng, na Mai Sơn"), an offer the
    one wanted beside its place ("dứa Đồng Giao queen"); a name may hold another ("gà đồi Yên Thế" is "gà
    đồi"); and among fruits (no citrus) place and cultivar do not exclude each other ("sầu riêng Đắk Lắk" can
    be Ri6).
    """
    settled = np.empty(len(words), dtype=np.int32)
    start = 0
    for (text, demanded), pairs in groupby(zip(words, kinds.tolist(), strict=True)):  # those of a demand
        part = slice(start, start + sum(1 for _ in pairs))
        settled[part] = _settled(lexicon, text, demanded, named[part], offered[part].tolist())
        start = part.stop
    return settled


def _settled(lexicon: Lexicon, text: str, demanded: int, named: list[str], offered: list[int]) -> list[int]:
    """The same for the offers of one demand, or of several alike."""
    by_kind = {kind: int(_by_text(lexicon, text, demanded, kind)) for kind in set(offered)}
    # "Gốm Bát Tràng" does not say what piece it is.
    ware = lexicon.kinds[demanded]
    if ware.category == "handicraft" and not places_named(lexicon, ware.name_vi):
        placed = [k for k in by_kind if places_named(lexicon, lexicon.kinds[k].name_vi)]
        by_kind |= {k: GENERIC for k in placed if by_kind[k] == SIBLING}
    found = [by_kind[kind] for kind in offered]
    is_called = _caller(lexicon, demanded)
    longest = max(_words_of_name(lexicon, demanded), key=len, default="")
    for i, called in enumerate(named):
        if longest in called and is_called(called):  # "dứa Đồng Giao queen" is queen, from Đồng Giao
            found[i] = VARIETY
    open_ = {kind for kind, relation in by_kind.items() if relation == SIBLING and grows(lexicon, kind)}
    if open_ and sort_words(lexicon, demanded, lexicon.kinds[demanded].name_vi):
        for i, called in enumerate(named):
            if found[i] == SIBLING and offered[i] in open_ and place_alone(lexicon, offered[i], called):
                found[i] = GENERIC  # of which cultivar it is, a place does not tell
    return found


def _caller(lexicon: Lexicon, demanded: int) -> Callable[[str], bool]:
    """What says whether a name holds that of a kind; of breeds as a phrase: gà đen thả đồi is no gà đồi."""
    if lexicon.kinds[demanded].category in CULTIVAR_CATEGORIES:
        wanted = _words_of_name(lexicon, demanded)
        return lambda called: wanted <= _words(called)
    name = fold(lexicon.kinds[demanded].name_vi)
    phrase = f" {name} "

    def holds(called: str) -> bool:
        if phrase in between_spaces(called):
            return True
        before, _, inside = called.partition("(")  # "gạo nếp (cái hoa vàng, nương)" has gạo nếp cái hoa vàng
        if "," not in inside:
            return False
        return any(_within(name, f"{before.strip()} {piece.strip(' )')}") for piece in inside.split(","))

    return holds if name else lambda called: False


LEAST_LETTERS = 4  # of the words of a variety that are looked for in sentences


@lru_cache(maxsize=4_096)
def own_name(lexicon: Lexicon, kind: int) -> str:
    """What the name of a variety says beyond the names above it, as written: "Cầu Đất"; "" for little."""
    if kind < 0 or lexicon.kinds[kind].rank != "variety":
        return ""
    above = (lexicon.kinds[k] for k in lexicon.ancestors(kind))
    known = {word for k in above for name in (k.name_vi, *k.synonyms_vi) for word in fold(name).split()}
    own = [word for word in lexicon.kinds[kind].name_vi.split() if fold(word) not in known]
    return " ".join(own) if len("".join(own)) >= LEAST_LETTERS else ""


# Where place and cultivar do not exclude each other: oolong of Bảo Lộc is Kim Tuyên.
_PLANTED = frozenset(("tea", "coffee"))


def worked_there(lexicon: Lexicon, demanded: int, offered: int, offer: Offer) -> bool:
    """Whether a variety asked for by its place alone is one of another name that is grown there."""
    if offered < 0 or lexicon.parents[demanded] != lexicon.parents[offered]:
        return False
    if not named_by_its_place(lexicon, demanded) or places_named(lexicon, lexicon.kinds[offered].name_vi):
        return False
    places, told = (
        places_named(lexicon, lexicon.kinds[demanded].name_vi),
        places_named(lexicon, offer.product),
    )
    return not told and any(names(place, origin_text(offer)) for place in places)


def named_by_its_place(lexicon: Lexicon, kind: int) -> bool:
    """Whether the name of a variety of tea or coffee holds a place."""
    one = lexicon.kinds[kind]
    return one.category in _PLANTED and bool(places_named(lexicon, one.name_vi))


def grown_there(lexicon: Lexicon, demanded: int, offer: Offer, places: tuple[str, ...]) -> bool:
    """Whether goods are the variety asked for by its place alone: cam V2 grown in Cao Phong is cam Cao Phong.

    The other words of the variety must be in the offer's name: vải u hồng of Lục Ngạn is no vải thiều.
    """
    of_place = frozenset(word for place in places for word in fold(place).split())
    if not _words_of_name(lexicon, demanded) - of_place <= _words(fold(offer.product)):
        return False
    text = origin_text(offer)
    return any(names(place, text) for place in places)


def _is_whole(words: tuple[Syllable, ...]) -> bool:
    """Whether no break parts the words of a name, and it does not begin behind the first of them: of "Dâu tây
    Sơn La" there is no "tây Sơn"."""
    within = words[0].raw[:1].islower() and words[-1].raw[:1].isupper()
    return not within and not any(word.broken for word in words[1:])


@lru_cache(maxsize=65_536)
def places_named(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """The places of two syllables or more that a text names, as it writes them; the longest of each."""
    words = syllables(text)
    accented = not text.isascii()
    keys = [word.marked if accented else word.plain for word in words]
    found, start = [], 0
    while start < len(keys):
        end = start
        for length in lexicon.place_lengths.get(keys[start], ()):
            place = tuple(keys[start : start + length])
            if 1 < len(place) == length <= LONGEST_PLACE and place in lexicon.places:
                end = start + length  # of several the longest, which comes last
        if end > start and _is_whole(words[start:end]):
            found.append(" ".join(word.raw for word in words[start:end]))
        else:
            end = start
        start = max(end, start + 1)
    return tuple(found)


def kind_beside_place(context: Context, name: str) -> int:
    """The kind that a name tells without the places in it: "mắc ca Tuần Giáo sấy nứt" is roasted macadamia;
    -1 where it tells none."""
    bare = name
    for place in places_named(context.lexicon, name):
        bare = bare.replace(place, " ")
    return int(context.matcher.reading(ProductText(" ".join(bare.split()))).kind)


@lru_cache(maxsize=8)
def provincial(lexicon: Lexicon) -> dict[int, str]:
    """Varieties of what grows that are named by a place alone where they grow, and are no indication, with
    that place, folded: "cam Hà Tĩnh"."""
    found: dict[int, str] = {}
    for i, kind in enumerate(lexicon.kinds):
        above = lexicon.parents[i]
        if kind.rank != "variety" or kind.gi_name or kind.category not in CULTIVAR_CATEGORIES or above < 0:
            continue
        general, name = fold(lexicon.kinds[above].name_vi), fold(kind.name_vi)
        place = name.removeprefix(f"{general} ")
        if place != name and place in _folded_places(kind.origins):
            found[i] = place
    return found


def origin_asked(lexicon: Lexicon, demand: Demand, kind: int) -> tuple[str, ...]:
    """The places by which a demand names goods that its kind itself is not named by: "địa lan Sa Pa"."""
    return _places_asked(lexicon, demand.product, kind) if kind >= 0 else ()


@lru_cache(maxsize=16_384)
def _places_asked(lexicon: Lexicon, product: str, kind: int) -> tuple[str, ...]:
    own = fold(lexicon.kinds[kind].name_vi)
    named = (place for place in places_named(lexicon, product) if not is_region(place))
    return tuple(place for place in named if not _within(fold(place), own))


@lru_cache(maxsize=65_536)
def _by_text(lexicon: Lexicon, text: str, demanded: int, offered: int) -> Relation:
    """What the demand's text and the names of the kinds say: the same for all offers of a kind."""
    spaced = between_spaces(text)
    if any(name in spaced for name in _spaced_names(lexicon, offered)):
        return Relation.VARIETY
    if "/" in text:
        line = (offered, *(k for k in lexicon.ancestors(offered) if lexicon.kinds[k].rank == "variety"))
        if any(_is_listed(lexicon, demanded, each, text) for each in line):
            return Relation.VARIETY
    return _by_names(lexicon, demanded, offered)


@lru_cache(maxsize=65_536)
def _words(called: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z0-9]+", called))


@lru_cache(maxsize=8_192)
def _words_of_name(lexicon: Lexicon, number: int) -> frozenset[str]:
    return frozenset(fold(lexicon.kinds[number].name_vi).split())


@lru_cache(maxsize=8_192)
def _spaced_names(lexicon: Lexicon, number: int) -> tuple[str, ...]:
    """The names of a kind, folded, a space on both sides of each."""
    kind = lexicon.kinds[number]
    return tuple(f" {name} " for name in map(fold, (kind.name_vi, *kind.synonyms_vi)) if name)


@lru_cache(maxsize=65_536)
def stands_for(lexicon: Lexicon, demanded: int, offered: int) -> bool:
    """Whether a variety can be the other one, by table and names: one lies below the other, or a place and a
    cultivar that do not exclude each other."""
    line = lexicon.ancestors(demanded), lexicon.ancestors(offered)
    if demanded == offered or demanded in line[1] or offered in line[0]:
        return True
    return _by_names(lexicon, demanded, offered) is not Relation.SIBLING


def _is_listed(lexicon: Lexicon, demanded: int, number: int, text: str) -> bool:
    """Whether a list names a variety without the words it shares: "thanh long ruột trắng/đỏ" is red too."""
    wanted, name = (fold(lexicon.kinds[each].name_vi).split() for each in (demanded, number))
    shared = next((k for k, pair in enumerate(zip(wanted, name, strict=False)) if pair[0] != pair[1]), 0)
    rest = " ".join(name[shared:]) if shared else ""
    return bool(rest) and re.search(rf"/ ?{re.escape(rest)}\b", text) is not None


@lru_cache(maxsize=65_536)
def _by_names(lexicon: Lexicon, demanded: int, offered: int) -> Relation:
    wanted, given = lexicon.kinds[demanded], lexicon.kinds[offered]
    if _within(fold(wanted.name_vi), fold(given.name_vi)):
        return Relation.VARIETY
    if given.category == "citrus":  # a place is a cultivar, but where the table has the other one grown there
        known = _grown_in_place(lexicon, demanded, offered) != _grown_in_place(lexicon, offered, demanded)
        return Relation.GENERIC if known else Relation.SIBLING
    if given.category != "fruit":
        return Relation.SIBLING
    orthogonal = _only_a_place(lexicon, demanded, offered) != _only_a_place(lexicon, offered, demanded)
    return Relation.GENERIC if orthogonal else Relation.SIBLING


@lru_cache(maxsize=8_192)
def _grown_in_place(lexicon: Lexicon, number: int, beside: int) -> bool:
    """Whether a variety is named by nothing but a place where by the table the other one grows: cam Cao
    Phong, and cam V2, which is grown in Cao Phong."""
    rest, _ = _named_and_grown(lexicon, number)
    places = _origins(lexicon, beside)
    return any(f" {each} " in places for each in rest if each)


@lru_cache(maxsize=8_192)
def _only_a_place(lexicon: Lexicon, number: int, beside: int) -> bool:
    """Whether a variety is named by nothing but where it or the other one grows: the product and a place.

    A region is never a cultivar: goods "from the South-East" may be any that grow there.
    """
    rest, grown = _named_and_grown(lexicon, number)
    places = f"|{grown}{_origins(lexicon, beside)}"
    # One syllable is a place of that name alone: "bở" is none of "Nam Bộ".
    return any(each and (f" {each} " if " " in each else f"| {each} |") in places for each in rest)


@lru_cache(maxsize=8_192)
def _named_and_grown(lexicon: Lexicon, number: int) -> tuple[tuple[str, ...], str]:
    """What a variety's name adds to its product's, and the places and regions that can be, as one text."""
    kind = lexicon.kinds[number]
    parent = lexicon.kinds[lexicon.index[kind.parent]] if kind.parent in lexicon.index else None
    name = fold(kind.name_vi)
    general = [fold(each) for each in (parent.name_vi, *parent.synonyms_vi)] if parent else []
    rest = [name.removeprefix(each).strip() for each in general if name.startswith(f"{each} ")]
    own = _folded_places((*kind.origins, kind.gi_name, *(parent.origins if parent else ())))
    return tuple(rest), _each_spaced((*own, *REGIONS))


@lru_cache(maxsize=8_192)
def _origins(lexicon: Lexicon, number: int) -> str:
    return _each_spaced(_folded_places(lexicon.kinds[number].origins))


def _each_spaced(texts: Iterable[str]) -> str:
    """The words of folded texts between spaces, with a mark between texts, so that no phrase is in two."""
    return "".join(f"{between_spaces(text)}|" for text in texts)


def _folded_places(named: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(part) for each in named for part in re.split(r"[;,()]| - ", each))


def _within(phrase: str, text: str) -> bool:
    """Whether whole words of ``text`` are the phrase."""
    return bool(phrase) and f" {phrase} " in between_spaces(text)


@lru_cache(maxsize=16_384)
def between_spaces(text: str) -> str:
    """The words of a folded text, each between spaces."""
    return f" {re.sub(r'[^a-z0-9 ]', ' ', text)} "
