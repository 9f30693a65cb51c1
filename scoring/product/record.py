"""A record split into words, with the lexicon phrases, places and form words found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.product.as_picked import form_as_picked, in_description, tells_state
from scoring.product.cues import find_form
from scoring.product.english_order import gloss_last, is_english_with_gloss, with_infusions, with_made
from scoring.product.forms import Form
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered, find, is_english, keys_of
from scoring.product.normalise import Syllable, could_be_vietnamese, has_marks, marked_words, syllables
from scoring.product.serving import plainly
from scoring.product.wishes import without_wish

# The most words after a comma that an English list puts behind the product they describe.
MOST_AFTER = 3
# What an English name says was done to goods with another product.
_GIVEN = frozenset(
    ("scented", "infused", "flavoured", "flavored", "pickled", "preserved", "blended", "mixed")
)
# Pieces of the fruit that is named behind them, and the categories of what is sold in such pieces.
_PIECES = marked_words("múi tép mui tep")
_IN_PIECES = frozenset(("citrus", "fruit"))
# Colours that are fruit too, and the parts whose colour they tell: "ruột hồng" is no persimmon.
_COLOURS = marked_words("hồng cam đào mơ hong cam dao mo")
_COLOURED = marked_words("ruột vỏ da lòng màu thịt cơm cùi lông hoa cánh ruot vo mau long cui")
_BY = frozenset(("with", "in"))
_POURED = frozenset(("dairy", "beverage"))
# What shops sell fresh in boxes of some hundred grams.
_ON_SHELVES = frozenset(("fruit", "citrus", "vegetable", "herb", "mushroom", "melon", "egg", "flower"))


@dataclass(frozen=True, slots=True)
class Record:
    """A record in words (``name`` and ``rest``, its description), with what was found in them.

    ``in_name`` and ``in_rest`` hold phrases and masked places, ``goods`` and ``told`` the phrases alone.
    ``words`` are all words in the spelling by which they are looked up; ``accented``: marks were typed;
    ``exact``: they were in other fields, so a single bare syllable that is a name means only that.
    """

    name: tuple[Syllable, ...]
    rest: tuple[Syllable, ...]
    accented: bool
    english: bool
    exact: bool
    in_name: tuple[Match, ...]
    in_rest: tuple[Match, ...]
    goods: tuple[Match, ...]
    told: tuple[Match, ...]
    form: Form
    words: frozenset[str]
    form_named: bool = False  # the name told the form, and not the description

    def unmasked(self) -> list[str]:
        """The words of the name that are no part of a place."""
        masked = covered(len(self.name), [m for m in self.in_name if not m.kinds])
        keys = keys_of(self.name, self.accented)
        return [key for key, hide in zip(keys, masked, strict=True) if not hide]

    def phrases(self) -> tuple[str, ...]:
        """The product phrases as they were written, those of the name first."""
        named = [" ".join(w.raw for w in self.name[m.start : m.end]) for m in self.goods]
        told = [" ".join(w.raw for w in self.rest[m.start : m.end]) for m in self.told]
        return (*named, *told)


def _in_order(lexicon: Lexicon, words: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """An English name like "duck eggs, salted" as "salted duck eggs" where that is a product."""
    cut = next((i for i, word in enumerate(words) if i and word.listed), 0)
    end = next((i for i, word in enumerate(words) if i > cut and word.broken), len(words))
    if not 0 < cut < end <= cut + MOST_AFTER:
        return words
    turned = (*words[cut:end], *words[:cut])
    if tuple(word.plain for word in turned) not in lexicon.plain:
        return words
    return (*(replace(word, broken=False, listed=False) for word in turned), *words[end:])


def _with_first(lexicon: Lexicon, words: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """An English name like "green tea scented with lotus" as "lotus tea" where that is a product."""
    at = next(
        (i for i in range(1, len(words) - 2) if words[i].plain in _GIVEN and words[i + 1].plain in _BY), 0
    )
    if not at:
        return words
    end = next((i for i in range(at + 3, len(words)) if words[i].broken), len(words))
    goods, given = words[:at], words[at + 2 : end]
    for start in range(len(goods)):
        for how in ((words[at],), ()):
            turned = (*given, *how, *goods[start:])
            if tuple(word.plain for word in turned) in lexicon.plain:
                return (*(replace(word, broken=False, listed=False) for word in turned), *words[end:])
    return words


def _codes_joined(lexicon: Lexicon, words: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """The words with codes of varieties in one piece, as the lexicon writes them: "ri 6", "ST-25"."""
    if not any(word.plain.isdigit() for word in words):
        return words
    found: list[Syllable] = []
    for word in words:
        code = found[-1].plain + word.plain if found and word.plain.isdigit() and not word.listed else ""
        if code in lexicon.codes and found[-1].plain.isalpha():
            found[-1] = replace(found[-1], raw=found[-1].raw + word.raw, marked=code, plain=code)
        else:
            found.append(word)
    return tuple(found) if len(found) < len(words) else words


def _accented(lexicon: Lexicon, free: tuple[Syllable, ...], rest: tuple[Syllable, ...]) -> bool:
    """Whether the marks that are there were typed, with the words of the name that are ``free`` of places: a
    writer may leave marks out and write a place with them all the same."""
    plainly_bare = len(free) > 1 and all(could_be_vietnamese(word.plain) for word in free)
    return not plainly_bare or has_marks(free) or has_marks(_outside_places(lexicon, rest))


def _outside_places(lexicon: Lexicon, words: tuple[Syllable, ...]) -> tuple[Syllable, ...]:
    """The words that are no part of a marked place name, and no numbers."""
    keys = tuple(word.marked for word in words)
    hidden: set[int] = set()
    for start in range(len(keys)):
        for length in lexicon.place_lengths.get(keys[start], ()):
            if keys[start : start + length] in lexicon.places:
                hidden.update(range(start, start + length))
    return tuple(w for i, w in enumerate(words) if i not in hidden and w.plain.isalpha())


def _but_parts(lexicon: Lexicon, words: tuple[Syllable, ...], found: list[Match]) -> tuple[Match, ...]:
    """The phrases without a word that is a part of the goods behind it: "tép bưởi" is no small shrimp; a
    colour is hidden as a place is."""
    parts = {
        match
        for match in found
        if match.end == match.start + 1 and _is_part(lexicon, words, match.start, found)
    }
    ends = {match.end: match for match in found if match.kinds}
    kept = (
        match
        for match in found
        if match not in parts and not tells_state(lexicon, words, match, ends.get(match.start))
    )
    return tuple(
        replace(match, kinds=()) if match.end == match.start + 1 and _is_colour(words, match.start) else match
        for match in kept
    )


def _is_colour(words: tuple[Syllable, ...], at: int) -> bool:
    """Whether the word ``at`` tells what colour a part of goods named before is."""
    return (
        at > 1
        and words[at].marked in _COLOURS
        and words[at - 1].marked in _COLOURED
        and not words[at].broken
        and not words[at - 1].broken
    )


def _is_part(lexicon: Lexicon, words: tuple[Syllable, ...], at: int, found: Sequence[Match]) -> bool:
    """Whether the word ``at`` is a piece of the fruit that is named right behind it."""
    after = next((match for match in found if match.start == at + 1), None)
    if after is None or words[at].marked not in _PIECES or words[at + 1].broken:
        return False
    return any(lexicon.kinds[kind].category in _IN_PIECES for kind in after.kinds)


def record_of(
    lexicon: Lexicon, outside: frozenset[int], name: str, description: str, accents: bool | None,
    marked_around: bool = False,
) -> Record:  # fmt: skip
    """A record in words. ``outside`` are kinds of things around the goods: goods only where nothing else is.

    ``accents`` None decides from the whole record whether its writer typed marks; ``marked_around`` tells
    that they did elsewhere, and then a bare syllable that is a name is no word whose marks were left out.
    """
    head, rest = (_codes_joined(lexicon, syllables(text)) for text in (name, description))
    marked = has_marks(head) or has_marks(rest) if accents is None else accents
    free = _outside_places(lexicon, head) if marked else ()
    accented = marked and (accents or _accented(lexicon, free, rest))
    english = is_english_with_gloss(free, name) if accented else is_english(head + rest)
    if english and (turned := gloss_last(lexicon, name)) != name:
        head = _codes_joined(lexicon, syllables(turned))
    if english:
        head = _with_first(lexicon, _in_order(lexicon, head))
    else:
        head = plainly(without_wish(lexicon, head, accented), accented)
    found = find(lexicon, head, accented, english, marked_around, outside)
    made = with_made(lexicon, head, found) if english else with_infusions(lexicon, found)
    in_name = _but_parts(lexicon, head, made)
    goods = tuple(m for m in in_name if m.kinds)
    told = find(lexicon, rest, accented, english and not accented, marked_around, outside) if rest else ()
    in_rest = tuple(m for m in told if not in_description(lexicon, goods, rest, m, accented))
    inside = tuple(m for m in goods if set(m.kinds) - outside)
    shelf = any(lexicon.kinds[kind].category in _ON_SHELVES for match in goods for kind in match.kinds)
    form = find_form(head, covered(len(head), in_name), accented, True, rest, shelf)
    form = form_as_picked(lexicon, goods, head, rest, form, accented)
    if form is Form.CANNED and any(
        lexicon.kinds[kind].category in _POURED for m in goods for kind in m.kinds
    ):
        form = Form.NONE  # milk in cartons
    if not form and head and _is_part(lexicon, head, 0, in_name):
        form = Form.PROCESSED
    named = bool(form)
    if rest and not form:
        form = find_form(rest, covered(len(rest), in_rest), accented, False, head, shelf)
    return Record(
        name=head,
        rest=rest,
        accented=accented,
        english=english,
        exact=marked_around and not accented,
        in_name=in_name,
        in_rest=in_rest,
        goods=inside or goods,
        told=tuple(m for m in in_rest if set(m.kinds) - outside),
        form=form,
        words=frozenset(keys_of(head + rest, accented)),
        form_named=named,
    )
