"""The phrase that leads a name, and how far the words around it let it be believed."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.product.forms import FORM_SYLLABLES, Form, implied_form
from scoring.product.guess import WordIndex
from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, covered, keys_of
from scoring.product.noise import (
    ALTERNATIVES,
    COMMON,
    DRESSED,
    ENGLISH_TURNS,
    GLOSSES,
    NOISE,
    PARTS,
    RAISED,
)
from scoring.product.normalise import Syllable, could_be_vietnamese, marked_words, spellings
from scoring.product.record import Record
from scoring.product.relation import state
from scoring.product.roles import BARE_PURPOSES, NATURAL_PARTS, PURPOSES
from scoring.product.serving import only_parts

# Parts that plants are named by: "ruột gà", "chân chim", "lưỡi hổ", "tai voi".
_INNARDS = marked_words("ruột chân lưỡi tai đuôi mắt xương móng râu")
# Goods whose one bare syllable before other goods is most often another word.
_GROWN = frozenset(("fruit", "citrus", "melon", "vegetable", "root", "nut", "pulse", "herb", "spice"))
_PURPOSES = frozenset(spellings(word)[0] for word in PURPOSES)
# Words that may follow a product without making it another one.
ORDINARY = NOISE | PARTS | COMMON | RAISED | DRESSED | FORM_SYLLABLES

# The same in English: parts, cuts and sorts.
ENGLISH_ORDINARY = marked_words(
    "fruit whole sliced slice cut cube chunk half halve piece meat fillet steak loin flesh pulp root "
    "rhizome tuber stem stick bark bulb clove leaf flower bud kernel nut grain bean seed powder "
    "cleaned peeled shelled raw wild large small medium variety cultivar type block concentrate "
    "extract crop season harvest lot stock head bunch bundle bale drum bulk fresh dried frozen green "
    "red white black yellow purple brown ripe unripe mature young baby mini jumbo sack wheel strip "
    "ring floret shoot spear heart tail claw egg roe drink beverage snack mix blend set tip needle "
    "cake log honey oil tea juice jam sauce paste wine vinegar candy salt sugar syrup noodle soup "
    "skin bone rib leg breast wing fishe shell live alive farmed caught line pole net free range "
    "native local highland mountain region farm valley "
)


class Leads:
    """Finds the leading phrase of records; ``indexes`` are the names' words, bare and marked."""

    def __init__(self, lexicon: Lexicon, indexes: Sequence[WordIndex]) -> None:
        self._lexicon = lexicon
        self._indexes = indexes

    @staticmethod
    def first(record: Record) -> Match | None:
        """The phrase with which a name opens, after packing and praise; None for none."""
        for match in record.in_name:
            before = record.name[: match.start]
            return match if match.kinds and all(w.marked in NOISE for w in before) else None
        return None

    def head(self, record: Record) -> Match:
        """Vietnamese names begin with their head; English ones end with it, before a turn like "for".

        A second product that explains the first, in brackets or after "loại", takes its place where the
        two are often mistaken for one another ("mận xanh đường (roi)").
        """
        head = record.goods[0]
        for match in record.goods[1:]:
            between = record.name[head.end : match.start + 1]
            if record.english:
                turned = any(w.broken or w.plain in ENGLISH_TURNS or w.plain in ALTERNATIVES for w in between)
                if turned:
                    break
                if self._another_state(head, match):
                    continue
                if match.start > head.end or not self._sort_of(record.name[match.end - 1], head):
                    head = match
            elif any(w.broken or w.plain in GLOSSES for w in between) and (
                self._mistaken(head, match) or self._glossed(record, head, match)
            ):
                return match
        return self._sold_as(record, head)

    def _glossed(self, record: Record, head: Match, match: Match) -> bool:
        """True for other goods of the same trade alone in brackets: "nhãn Long Khánh (chôm chôm)"."""
        word = record.name[match.start]
        alone = match.end == len(record.name) or record.name[match.end].broken
        if not alone or not word.broken or word.listed or match.end - match.start < 2:
            return False
        one, other = head.kinds[0], match.kinds[0]
        return self._lexicon.kinds[one].category == self._lexicon.kinds[other].category and not (
            self._lexicon.one_product(one, other) or self._lexicon.kinds[other].rank == "family"
        )

    def _another_state(self, head: Match, match: Match) -> bool:
        """True for a variety after the goods in their state: "frozen durian Monthong" is frozen."""
        one, other = self._lexicon.kinds[head.kinds[0]], self._lexicon.kinds[match.kinds[0]]
        kept = implied_form(state(one)) in (Form.DRIED, Form.FROZEN) and state(one) != state(other)
        return kept and self._lexicon.one_product(head.kinds[0], match.kinds[0])

    def _sort_of(self, word: Syllable, head: Match) -> bool:
        """True for a last word that only tells the part in which goods are sold: coffee "beans"."""
        return self._lexicon.kinds[head.kinds[0]].category in NATURAL_PARTS.get(word.plain, ())

    def _sold_as(self, record: Record, head: Match) -> Match:
        """The product beside a head that only tells how such goods are sold: the herb of a "trà"."""
        if head.end - head.start > 1:
            return head
        categories = NATURAL_PARTS.get(record.name[head.start].raw.lower(), ())
        for match in record.goods:
            low, high = min(head.end, match.end), max(head.start, match.start)
            if (
                match is not head
                and only_parts(record.name[low:high])
                and self._lexicon.kinds[match.kinds[0]].category in categories
            ):
                return match
        return head

    def told_sort(self, record: Record, head: Match) -> Match | None:
        """The goods told of a name that is a brand and how such goods are sold: the vine of a "trà"."""
        if head.end - head.start > 1 or len(record.goods) > 1:
            return None
        categories = NATURAL_PARTS.get(record.name[head.start].raw.lower(), ())
        if not any(self._lexicon.kinds[k].category in categories for k in head.kinds):
            return None
        for match in record.told:
            line = {a for k in match.kinds for a in (k, *self._lexicon.ancestors(k))}
            if match.end - match.start > 1 and self._lexicon.kinds[match.kinds[0]].category in categories:
                return None if line.intersection(head.kinds) else match
        return None

    def explained(self, record: Record, head: Match) -> Match | None:
        """The product of a name whose one syllable behind a part is another word: "ruột gà (dây)", described
        as a root."""
        if not record.accented or head.start == 0 or head.end - head.start > 1 or not record.told:
            return None
        told = record.told[0]
        before = record.name[head.start - 1].marked
        opens = all(w.marked in PARTS for w in record.rest[: told.start])
        if before not in _INNARDS or not opens or told.end - told.start < 2:
            return None
        return None if any(self._lexicon.one_product(a, b) for a in head.kinds for b in told.kinds) else told

    def _mistaken(self, one: Match, other: Match) -> bool:
        def keys(match: Match) -> set[str]:
            return {key for k in match.kinds for key in self._lexicon.kinds[k].confusable_with}

        def names(match: Match) -> set[str]:
            line = {a for k in match.kinds for a in (k, *self._lexicon.ancestors(k))}
            return {self._lexicon.kinds[k].key for k in line}

        return bool(keys(one) & names(other) or keys(other) & names(one))

    def late(self, record: Record) -> bool:
        """True where strange words precede the head of a Vietnamese name: the true head may be among them."""
        if not record.goods or record.english:
            return False
        head = self.head(record)
        if not head.start:
            return False
        if record.name[head.start].broken:
            return False  # a maker or a brand stands before the break: "Vương Đảo - tỏi củ"
        hidden = covered(len(record.name), record.in_name)
        return any(
            not hidden[i] and w.marked not in PARTS and w.marked not in NOISE
            for i, w in enumerate(record.name[: head.start])
        )

    def weak(self, record: Record) -> bool:
        """True for a late head of one syllable: it is often another word."""
        return self.late(record) and self.head(record).end - self.head(record).start == 1

    def runs_into_goods(self, record: Record, chosen: Match) -> bool:
        """True where the next word is a product by itself: "hồng trà" is no persimmon of any place."""
        if chosen not in record.goods:
            return False
        after = keys_of(record.name[chosen.end : chosen.end + 1], record.accented)
        table = self._lexicon.marked if record.accented else self._lexicon.plain
        return bool(after) and (after[0],) in table

    def followed(self, record: Record, chosen: Match) -> bool:
        """True for a syllable (two bare ones) that runs on into a strange word: "bơ thực vật" is no avocado.

        A capital tells a place or a variety in a name that is not in capitals as a whole.
        """
        length = chosen.end - chosen.start
        if self._lexicon.kinds[chosen.kinds[0]].category == "service":
            return False  # a tour is one whatever it shows
        if not record.accented and length == 1 and self._before_goods(record, chosen):
            return True
        return length <= (1 if record.accented else 2) and self.runs_on(record, chosen)

    def _before_goods(self, record: Record, chosen: Match) -> bool:
        """True for a bare fruit, vegetable … right before a longer name of other goods: "nhan dau xanh" is no
        longan."""
        after = next((m for m in record.goods if m.start == chosen.end), None)
        if record.english or after is None or after.end - after.start < 2 or record.name[after.start].broken:
            return False
        grown = self._lexicon.kinds[chosen.kinds[0]].category in _GROWN
        return grown and not any(self._lexicon.one_product(a, b) for a in chosen.kinds for b in after.kinds)

    @staticmethod
    def aside_and_bare(record: Record, told: Match) -> bool:
        """True for one bare syllable inside a description: "treo tuong" hangs on a wall and is no paste."""
        alone = told.end - told.start == 1 and not record.accented and not record.english
        return alone and told.start > 0 and not record.rest[told.start].broken

    def foreign(self, record: Record) -> int:
        """What a foreign word tells beside one bare syllable that is another product: "nhan xanh catimor" is
        coffee and no longan; -1 for none."""
        if record.accented or record.english or not record.goods:
            return -1
        head = self.head(record)
        words = [w.plain for w in record.name if w.plain.isalpha() and not could_be_vietnamese(w.plain)]
        if head.end - head.start > 1 or not words:
            return -1
        line = self._indexes[False].by_rare_words(words)
        return -1 if any(self._lexicon.one_product(k, line) for k in head.kinds if line >= 0) else line

    def compound(self, record: Record, chosen: Match) -> bool:
        """True for an English plant of one word right behind other goods: a "cashew apple" is no apple."""
        if not record.english or chosen.end - chosen.start > 1 or chosen.start == 0:
            return False
        before = next((m for m in record.goods if m.end == chosen.start), None)
        if before is None or record.name[chosen.start].broken:
            return False
        grown = self._lexicon.kinds[chosen.kinds[0]].category in _GROWN
        return grown and not any(self._lexicon.one_product(a, b) for a in chosen.kinds for b in before.kinds)

    def trails(self, record: Record, chosen: Match) -> bool:
        """True where an English name ends in a noun strange to the product: "butterfly specimens"."""
        if not record.english or chosen not in record.goods:
            return False
        if all(could_be_vietnamese(word.plain) for word in record.name[chosen.start : chosen.end]):
            return False  # a Vietnamese name with a foreign word behind: "heo sóc Bahnar"
        last = None
        for i, word in enumerate(record.name[chosen.end :], start=chosen.end):
            if word.broken or word.plain in ENGLISH_TURNS or word.plain in ALTERNATIVES:
                break
            last = i
        if last is None or covered(len(record.name), record.in_name)[last]:
            return False
        word = record.name[last]
        named = word.raw[0].isupper() and not record.name[0].raw.isupper()
        ordinary = word.plain in ORDINARY or word.plain in NATURAL_PARTS or word.plain in ENGLISH_ORDINARY
        known = any(self._indexes[0].knows(k, word.plain) for k in chosen.kinds)
        return not (named or ordinary or known or not word.plain.isalpha() or len(word.plain) < 3)

    def runs_on(self, record: Record, chosen: Match) -> bool:
        """True where a phrase of any length runs on into a strange word: "bò khai thác" is no greens."""
        if record.english or chosen not in record.goods or chosen.end >= len(record.name):
            return False
        word, head = record.name[chosen.end], record.name[chosen.start]
        named = word.raw[0].isupper() and not head.raw.isupper()
        wide = [m for m in record.in_name if not m.kinds or (record.accented and m.end - m.start > 1)]
        known = covered(len(record.name), wide)[chosen.end] or word.marked in ORDINARY
        last, after = keys_of(record.name[chosen.end - 1 : chosen.end + 1], record.accented)
        known = known or any(self._indexes[record.accented].joins(k, last, after) for k in chosen.kinds)
        brand = not could_be_vietnamese(word.plain) or self._for_use(record, chosen)
        return not (word.broken or named or known or brand or any(c.isdigit() for c in word.raw))

    @staticmethod
    def _for_use(record: Record, chosen: Match) -> bool:
        """True where a verb of purpose and other goods follow: "men lá nấu rượu" is yeast for spirits."""
        verb = record.name[chosen.end]
        purposes = _PURPOSES if record.accented else BARE_PURPOSES
        return verb.marked in purposes and any(m.start == chosen.end + 1 for m in record.goods)
