"""What one record names: its kind, what else it may be, its form, role and how sure the reading is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scoring.product.condition import form_of
from scoring.product.cues import (
    find_role,
    head_word,
    is_set,
    opens_as_planted,
    tail_word,
)
from scoring.product.ellipsis import ShortNames
from scoring.product.forms import FORM_SYLLABLES, Form, implied_form, same_form
from scoring.product.guess import Guess, WordIndex
from scoring.product.heads import HeadNouns, opening, opening_code, unfitting
from scoring.product.lexicon import Lexicon
from scoring.product.listing import listed_kinds
from scoring.product.matching import Match, covered, find_bare, keys_of, telling
from scoring.product.noise import ALTERNATIVES, COMMON, ENGLISH_TURNS, GLOSSES, NOISE, PARTS
from scoring.product.normalise import Syllable
from scoring.product.record import Record, record_of
from scoring.product.relation import state
from scoring.product.roles import NATURAL_PARTS, Role
from scoring.product.serving import only_parts

# How sure a kind is, by where it was found: the chance that a reader of the trade would agree.
SURE, REFINED, AMBIGUOUS, LATE, LATE_AND_BARE = 1.0, 0.9, 0.77, 0.87, 0.7
FOLLOWED, FOLLOWED_AND_BARE, UNFITTING, STRANGE_HEAD, WEAK = 0.55, 0.45, 0.4, 0.5, 0.6
MARKS_LEFT_OUT, FROM_DESCRIPTION, GUESSED, RARE_WORD, ASIDE = 0.9, 0.77, 0.7, 0.6, 0.65
NO_KIND = -1
# Words that may follow a product without making it another one.
ORDINARY = NOISE | PARTS | COMMON | FORM_SYLLABLES
# Families of things around the goods: their words give a role to the product named beside them.
AROUND_GOODS = ("seedling", "packaging", "machinery", "fertilizer")
MOST_KINDS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome. ``kinds`` are indexes, the likeliest first, none where nothing is known; certainty 0..1.

    Kinds from the ``firm``-th on are only what a word without marks may also mean: all of them where no name
    is written exactly so. ``material`` is a product named as a part or flavour, or -1. ``opening`` is
    the code of the word that opens a name of which nothing is known, else 0; ``head`` that of a word that
    makes the goods something made of the product (0: none). ``several``: a set of goods
    holding all the kinds. ``name`` and ``description`` are the words left without places, packing, amounts
    and papers.
    """

    kinds: tuple[int, ...]
    firm: int
    material: int
    opening: int
    form: Form
    role: Role
    head: int
    several: bool
    certainty: float
    accented: bool
    name: tuple[Syllable, ...]
    description: tuple[Syllable, ...]
    phrases: tuple[str, ...]

    @property
    def kind(self) -> int:
        """The likeliest kind, -1 for none."""
        return self.kinds[0] if self.kinds else NO_KIND


class Reader:
    """Reads records against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        outside = [lexicon.index[key] for key in AROUND_GOODS if key in lexicon.index]
        self._outside = frozenset(k for i in outside for k in (i, *lexicon.descendants(i)))

        self._indexes = tuple(WordIndex(lexicon, accented, self._outside) for accented in (False, True))
        self._heads = HeadNouns(lexicon)
        self._short_names = ShortNames(lexicon, self._outside)
        self._mistakable = tuple(
            tuple(lexicon.index[key] for key in kind.confusable_with if key in lexicon.index)
            for kind in lexicon.kinds
        )

    def read(
        self, name: str, description: str = "", accents: bool | None = None, marked_around: bool = False,
        kept: Form = Form.NONE,
    ) -> Reading:  # fmt: skip
        """The reading of a record; ``accents`` None decides from the record whether marks were typed.

        ``marked_around`` and ``kept`` are what the record's other fields tell, as in ``ProductText``.
        """
        record = record_of(self.lexicon, self._outside, name, description, accents, marked_around)
        chosen, kinds, certainty = self._kinds(record)
        form = form_of(self.lexicon, record, chosen, kinds, kept)
        if form is not record.form:
            record = replace(record, form=form)
            chosen, kinds, certainty = self._kinds(record)
        taken = covered(len(record.name), record.goods if chosen in record.goods else record.in_name)
        role = find_role(record.name, taken, record.accented)
        if role is Role.GOODS and opens_as_planted(record.rest, record.accented):
            role = Role.SEEDLING
        if kinds and (kinds[0] in self._outside or self.lexicon.kinds[kinds[0]].category == "service"):
            role = Role.GOODS
        several = is_set(record.name, record.accented)
        if several:
            kinds = tuple(dict.fromkeys(m.kinds[0] for m in record.goods))[:MOST_KINDS] or kinds
        head = self._head_code(record, chosen, kinds)
        if role > Role.MADE_OF:
            head = 0  # what stands around the goods is told by its role alone
        elif head:
            role = Role.MADE_OF
        return Reading(
            kinds=kinds,
            firm=MOST_KINDS if several else self._firm(record, chosen, kinds),
            material=NO_KIND if several else self._material(record, chosen, kinds),
            opening=0 if kinds else opening_code(opening(record)),
            form=record.form,
            role=role,
            head=head,
            several=several,
            certainty=certainty,
            accented=record.accented,
            name=telling(record.name, record.in_name),
            description=telling(record.rest, record.in_rest),
            phrases=record.phrases(),
        )

    def _kinds(self, record: Record) -> tuple[Match | None, tuple[int, ...], float]:
        """The phrase that was believed, the kinds it may mean and how sure that is."""
        guess = self._guess(record) if not record.goods or self._weak(record) else None
        if (guess is None or guess.share < 1) and (not record.goods or self._late(record)):
            short = self._short(record)
            if short is not None:
                return short
        if guess is not None and record.goods and self._strange(record, guess):
            guess = None
        if guess is not None and (not record.goods or guess.kind not in self._head(record).kinds):
            spare = self._head(record).kinds[:1] if record.goods else ()
            return None, (guess.kind, *spare), self._belief(record, guess)
        if record.goods and not (self._weak(record) and record.told and record.told[0].start == 0):
            return self._named(record, self._head(record))
        bare = find_bare(self.lexicon, record.name) if record.accented else []
        if bare:
            return None, bare[0].kinds[:MOST_KINDS], MARKS_LEFT_OUT
        if record.told:
            _, kinds, _ = self._named(record, record.told[0])
            return record.told[0], kinds, FROM_DESCRIPTION if record.told[0].start == 0 else ASIDE
        line = self._indexes[record.accented].by_rare_words(record.unmasked())
        return (None, self._narrow(record, (line,)), RARE_WORD) if line >= 0 else (None, (), 0.0)

    def _short(self, record: Record) -> tuple[Match | None, tuple[int, ...], float] | None:
        """A name without its head noun, or one that a description beginning with the product explains."""
        kind = self._short_names.meant(record)
        told = record.told[0] if record.told and record.told[0].start == 0 else None
        if kind >= 0:
            agreed = told is not None and any(self.lexicon.one_product(kind, k) for k in told.kinds)
            return None, self._narrow(record, (kind,)), REFINED if agreed else GUESSED
        if told is None or told.end - told.start < 2 or not record.goods:
            return None
        head = self._head(record)
        if any(self.lexicon.one_product(k, other) for k in told.kinds for other in head.kinds):
            return None
        _, kinds, _ = self._named(record, told)
        return told, kinds, FROM_DESCRIPTION

    def _belief(self, record: Record, guess: Guess) -> float:
        """Words in any order are believed less where the name opens with a word strange to the kind."""
        sure = REFINED if guess.share >= 1 else GUESSED * guess.share
        return sure * (STRANGE_HEAD if self._strange(record, guess) else 1)

    def _strange(self, record: Record, guess: Guess) -> bool:
        first = opening(record)
        return first is not None and not self._indexes[record.accented].knows(guess.kind, first)

    def _guess(self, record: Record) -> Guess | None:
        return self._indexes[record.accented].best(record.unmasked(), keys_of(record.rest, record.accented))

    def _named(self, record: Record, chosen: Match) -> tuple[Match, tuple[int, ...], float]:
        meant = self._settle(record, chosen)
        exact = self._exact(record, chosen)
        sure = SURE if len(meant) == 1 else MARKS_LEFT_OUT if meant[0] in exact else AMBIGUOUS
        if self._late(record):
            sure = min(sure, LATE if record.accented else LATE_AND_BARE)
            if self._weak(record):
                sure = min(sure, WEAK)
        elif self._followed(record, chosen):
            sure = min(sure, FOLLOWED if record.accented else FOLLOWED_AND_BARE)
        if unfitting(self.lexicon, record, chosen, meant[0]):
            sure = min(sure, UNFITTING)
        kinds = self._in_form(record, self._narrow(record, meant))
        if kinds[0] not in chosen.kinds:
            sure = min(sure, REFINED)
        kinds = tuple(dict.fromkeys((*kinds, *listed_kinds(self.lexicon, record, chosen, kinds[0]))))
        return chosen, kinds[:MOST_KINDS], sure

    def _head(self, record: Record) -> Match:
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
                if match.start > head.end or not self._sort_of(record.name[match.end - 1], head):
                    head = match
            elif any(w.broken or w.plain in GLOSSES for w in between) and self._mistaken(head, match):
                return match
        return self._sold_as(record, head)

    def _sort_of(self, word: Syllable, head: Match) -> bool:
        """True for a last word that only tells the part in which goods are sold: coffee "beans"."""
        return self.lexicon.kinds[head.kinds[0]].category in NATURAL_PARTS.get(word.plain, ())

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
                and self.lexicon.kinds[match.kinds[0]].category in categories
            ):
                return match
        return head

    def _mistaken(self, one: Match, other: Match) -> bool:
        def keys(match: Match) -> set[str]:
            return {key for k in match.kinds for key in self.lexicon.kinds[k].confusable_with}

        def names(match: Match) -> set[str]:
            line = {a for k in match.kinds for a in (k, *self.lexicon.ancestors(k))}
            return {self.lexicon.kinds[k].key for k in line}

        return bool(keys(one) & names(other) or keys(other) & names(one))

    def _late(self, record: Record) -> bool:
        """True where strange words precede the head of a Vietnamese name: the true head may be among them."""
        if not record.goods or record.english:
            return False
        head = self._head(record)
        hidden = covered(len(record.name), record.in_name)
        return any(
            not hidden[i] and w.marked not in PARTS and w.marked not in NOISE
            for i, w in enumerate(record.name[: head.start])
        )

    def _followed(self, record: Record, chosen: Match) -> bool:
        """True for a syllable (two bare ones) that runs on into a strange word: "bơ thực vật" is no avocado.

        A capital tells a place or a variety in a name that is not in capitals as a whole.
        """
        length = chosen.end - chosen.start
        if record.english or chosen not in record.goods or length > (1 if record.accented else 2):
            return False
        if chosen.end >= len(record.name):
            return False
        word, head = record.name[chosen.end], record.name[chosen.start]
        named = word.raw[0].isupper() and not head.raw.isupper()
        wide = [m for m in record.in_name if not m.kinds or (record.accented and m.end - m.start > 1)]
        known = covered(len(record.name), wide)[chosen.end] or word.marked in ORDINARY
        last, after = keys_of(record.name[chosen.end - 1 : chosen.end + 1], record.accented)
        known = known or any(self._indexes[record.accented].joins(k, last, after) for k in chosen.kinds)
        return not (word.broken or named or known or any(c.isdigit() for c in word.raw))

    def _weak(self, record: Record) -> bool:
        """True for a late head of one syllable: it is often another word."""
        return self._late(record) and self._head(record).end - self._head(record).start == 1

    def _settle(self, record: Record, match: Match) -> tuple[int, ...]:
        """The kinds a phrase means, by the record's other words; several where nothing decides."""
        index = self._indexes[record.accented]
        words = record.name if match in record.goods else record.rest
        if record.exact and self._exact(record, match):
            return match.kinds
        phrase = frozenset(keys_of(words[match.start : match.end], record.accented))
        namesakes = [
            k
            for k in dict.fromkeys(m for kind in match.kinds for m in self._mistakable[kind])
            if k not in match.kinds and index.names(k, phrase, record.words)
        ]
        meant = (*match.kinds, *namesakes)
        if len(meant) == 1:
            return meant if record.accented or record.english else self._doubted(record, meant[0], phrase)
        near = {k: round(index.nearness(k, record.words), 6) for k in meant}
        exact = self.lexicon.marked.get(tuple(w.marked for w in words[match.start : match.end]), ())
        ranked = sorted(meant, key=lambda k: (-near[k], k not in exact, k))
        alone = not record.accented and len(phrase) == 1 and self._unhelped(record, meant, phrase)
        if alone and any(k in exact for k in meant):
            ranked.sort(key=lambda k: k not in exact)
        elif near[ranked[0]] > 1.15 * near[ranked[1]]:
            return (ranked[0],)
        return tuple(k for k in ranked if k in match.kinds)[:MOST_KINDS]

    def _doubted(self, record: Record, kind: int, phrase: frozenset[str]) -> tuple[int, ...]:
        """A bare syllable that is also in the name of something often mistaken for the kind (bơ, bò).

        It is believed where the record says anything more that belongs to the kind.
        """
        index = self._indexes[False]
        if len(phrase) > 1 or index.nearness(kind, record.words) > index.nearness(kind, phrase) + 0.01:
            return (kind,)
        others = [k for k in self._mistakable[kind] if index.holds(k, phrase)]
        return (kind, *others[: MOST_KINDS - 1])

    def _unhelped(self, record: Record, kinds: tuple[int, ...], phrase: frozenset[str]) -> bool:
        """True where the words around a phrase speak for none of the kinds it may mean."""
        index = self._indexes[record.accented]
        return all(index.nearness(k, record.words) <= index.nearness(k, phrase) + 0.01 for k in kinds)

    def _exact(self, record: Record, match: Match) -> tuple[int, ...]:
        """The kinds of which a phrase of one bare syllable is a name as it stands; none for other phrases."""
        words = (record.name if match in record.goods else record.rest)[match.start : match.end]
        if record.accented or record.english or len(words) != 1:
            return ()
        return self.lexicon.marked.get((words[0].marked,), ())

    def _firm(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> int:
        """How many of the kinds are more than a guess at the marks of one bare syllable."""
        if chosen is None or record.accented or record.english or chosen.end - chosen.start > 1:
            return MOST_KINDS
        if len(kinds) < 2 and not record.exact:
            return MOST_KINDS
        line = {a for k in self._exact(record, chosen) for a in (k, *self.lexicon.descendants(k))}
        return sum(k in line for k in kinds) if kinds[0] in line else 0

    def _narrow(self, record: Record, kinds: tuple[int, ...]) -> tuple[int, ...]:
        """A narrower kind below the one named, where other phrases or words of the record point to it.

        Where the description alone does, the narrower one is a second meaning.
        """
        below = self.lexicon.below[kinds[0]]
        if not below:
            return kinds
        for match in (*record.goods, *record.told):
            inside = [k for k in match.kinds if k in below]
            if len(inside) == 1:
                return (inside[0], *kinds[1:]) if match in record.goods else (*kinds, inside[0])
        index = self._indexes[record.accented]
        narrow = index.narrower(kinds[0], self._free_words(record, kinds[0]), record.form)
        if narrow != kinds[0]:
            return (narrow, *kinds[1:])
        narrow = index.narrower(kinds[0], record.words, record.form)
        return kinds if narrow == kinds[0] else (*kinds, narrow)

    def _free_words(self, record: Record, kind: int) -> frozenset[str]:
        """The words of a name outside longer phrases of other products: "trà hoàng kỳ" is no "hoàng trà"."""
        keys = keys_of(record.name, record.accented)
        longer = [m for m in record.goods if m.end - m.start > 1 and kind not in m.kinds]
        if not longer:
            return frozenset(keys)
        line = {kind, *self.lexicon.ancestors(kind), *self.lexicon.descendants(kind)}
        taken = covered(len(keys), [m for m in longer if line.isdisjoint(m.kinds)])
        return frozenset(key for key, hide in zip(keys, taken, strict=True) if not hide)

    def _in_form(self, record: Record, kinds: tuple[int, ...]) -> tuple[int, ...]:
        """The kind of the same product that is traded in the form told: dried mango for a dried "xoài"."""
        told = record.form
        kind = self.lexicon.kinds[kinds[0]]
        if not told or same_form(told, implied_form(state(kind))):
            return kinds
        for above in (kinds[0], *self.lexicon.ancestors(kinds[0])):
            if self.lexicon.kinds[above].rank == "family":
                break
            near = (above, *sorted(self.lexicon.below[above]))
            fitting = [k for k in near if same_form(told, implied_form(state(self.lexicon.kinds[k])))]
            if fitting:
                return (fitting[0], *kinds[1:]) if len(fitting) == 1 else kinds
        return kinds

    def _material(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> int:
        line = {a for k in kinds for a in (k, *self.lexicon.ancestors(k), *self.lexicon.descendants(k))}
        for match in record.goods:
            if match is not chosen and not line & set(match.kinds):
                return match.kinds[0]
        return NO_KIND

    def _head_code(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> int:
        if chosen is None or chosen not in record.goods or not kinds:
            return 0
        if record.english:
            code, word = tail_word(record.name, chosen.end)
        else:
            code, word = head_word(record.name, chosen.start, record.accented)
            if not code:
                return self._heads.foreign(record, chosen, kinds[0])
        return 0 if self.lexicon.kinds[kinds[0]].category in NATURAL_PARTS.get(word, ()) else code
