"""What one record names: its kind, what else it may be, its form, role and how sure the reading is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scoring.product.around import AROUND_GOODS, Surroundings
from scoring.product.condition import form_of
from scoring.product.cues import (
    head_word,
    is_set,
    tail_word,
)
from scoring.product.ellipsis import ShortNames
from scoring.product.forms import Form, names_kept_form
from scoring.product.gloss import with_its_part
from scoring.product.guess import Guess, WordIndex
from scoring.product.heads import HeadNouns, another_part, opening, opening_code, unfitting
from scoring.product.leading import Leads
from scoring.product.lexicon import Lexicon
from scoring.product.listing import beside, goods_listed, listed_kinds, of_its_place
from scoring.product.matching import Match, find_bare, keys_of, telling
from scoring.product.meaning import KEPT, MOST_KINDS, MOST_LISTED, Meanings
from scoring.product.normalise import Syllable
from scoring.product.process import with_process
from scoring.product.record import Record, record_of
from scoring.product.relation import traded_form
from scoring.product.roles import NATURAL_PARTS, Role
from scoring.product.sorts import Sorts
from scoring.product.trades import poured

# How sure a kind is, by where it was found: the chance that a reader of the trade would agree.
SURE, REFINED, AMBIGUOUS, LATE, LATE_AND_BARE = 1.0, 0.9, 0.77, 0.87, 0.7
FOLLOWED, FOLLOWED_AND_BARE, UNFITTING, STRANGE_HEAD, WEAK = 0.55, 0.45, 0.4, 0.5, 0.6
MARKS_LEFT_OUT, FROM_DESCRIPTION, GUESSED, RARE_WORD, ASIDE = 0.9, 0.77, 0.7, 0.6, 0.65
SUPPORTED, RUN_ON = 0.75, 0.8
NO_KIND = -1
# Raw goods that nobody sells by the litre: "200 lít gạo" is a slip, or another product.
SOLID = frozenset(
    ("fruit", "citrus", "melon", "vegetable", "root", "rice", "grain", "pulse", "nut", "mushroom", "herb",
     "tea", "meat", "livestock", "handicraft", "flower", "noodle", "dried fruit")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome. ``kinds`` are indexes, the likeliest first, none where nothing is known; certainty 0..1.

    Kinds from the ``firm``-th on are only what a word without marks may also mean: all of them where no name
    is written exactly so. ``material`` is a product named as a part or flavour, or -1. ``opening`` is
    the code of the word that opens a name of which nothing is known, else 0; ``head`` that of a word that
    makes the goods something made of the product (0: none). ``several``: a set of goods holding all the
    kinds. ``forms``: of a list of goods the form of each kind, else empty. ``sort``: the variety named of
    goods whose kind is that of their form ("Ri6 cấp đông"), else -1. ``told``: the one sort that the
    description names of goods whose name says none, else -1. ``sorts``: the words of those and of the sorts
    that a list in a bracket or in the description names; ``items``: the words of each kind of a list.
    ``name`` and ``description`` are the words left without places, packing, amounts and papers.
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
    forms: tuple[Form, ...] = ()
    sort: int = NO_KIND
    told: int = NO_KIND
    sorts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def kind(self) -> int:
        """The likeliest kind, -1 for none."""
        return self.kinds[0] if self.kinds else NO_KIND


def _named_in(name: str, item: Reading) -> str:
    """The words of an item of a list, with the noun that it left out where it was read with one."""
    phrase = next(iter(item.phrases), "")
    return name if phrase.lower() in name.lower() else phrase


class Reader:
    """Reads records against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        outside = [lexicon.index[key] for key in AROUND_GOODS if key in lexicon.index]
        self._outside = frozenset(k for i in outside for k in (i, *lexicon.descendants(i)))

        self._sets = tuple(lexicon.index[key] for key in ("gift_box",) if key in lexicon.index)
        self._indexes = tuple(WordIndex(lexicon, accented, self._outside) for accented in (False, True))
        self._heads = HeadNouns(lexicon)
        self._short_names = ShortNames(lexicon, self._outside)
        self._leads = Leads(lexicon, self._indexes)
        self._surroundings = Surroundings(lexicon, self._outside, self._leads)
        self._meanings = Meanings(lexicon, self._indexes)
        self._sorts = Sorts(lexicon)

    def read(
        self, name: str, description: str = "", accents: bool | None = None, marked_around: bool = False,
        kept: Form = Form.NONE,
    ) -> Reading:  # fmt: skip
        """The reading of a record; ``accents`` None decides from the record whether marks were typed.

        ``marked_around`` and ``kept`` are what the record's other fields tell, as in ``ProductText``.
        """
        name = with_its_part(self.lexicon, with_process(name))
        record = record_of(self.lexicon, self._outside, name, description, accents, marked_around)
        if items := goods_listed(name, record.english):
            marked = record.accented if accents is None else accents
            rest = "" if record.told else description  # "măng khô lưỡi lợn" says nothing of the fresh ones
            read = [self.read(item, rest, marked, marked_around, kept) for item in items]
            if read[0].kinds or read[-1].kinds:
                read = self._with_noun(items, read, rest, marked_around, kept)
            whole = self._of_list(items, read, record)
            if whole is not None:
                return whole
        chosen, kinds, certainty = self._kinds(record)
        if kinds and self.lexicon.kinds[kinds[0]].category in SOLID and poured(record.name, record.rest):
            certainty = min(certainty, WEAK)
        form = form_of(self.lexicon, record, chosen, kinds, kept)
        if form is not record.form:
            ingredient = record.form is Form.FRESH and not form
            record = replace(record, form=form)
            if form or ingredient:  # else the kind found is what the form told makes it
                chosen, kinds, certainty = self._kinds(record)
        role = self._surroundings.role(record, chosen, kinds)
        several = is_set(record.name, record.accented)
        plain = not several and role is Role.GOODS
        sorts, alone = self._sorts.of(record, chosen, kinds) if plain else ((), None)
        forms: tuple[Form, ...] = ()
        if sorts:
            kept_in = record.form or self._kept_in(kinds[:1], name)
            in_form = replace(record, form=kept_in)
            kinds = tuple(self._meanings.in_form(in_form, (sort.kind,))[0] for sort in sorts)[:MOST_LISTED]
            forms = (kept_in,) * len(kinds)
        if several:
            kinds = tuple(dict.fromkeys(m.kinds[0] for m in record.goods)) or kinds
            kinds = tuple(dict.fromkeys((*self._sets, *kinds)))[:MOST_LISTED]
        head = 0 if several else self._head_code(record, chosen, kinds)
        if role > Role.MADE_OF:
            head = 0  # what stands around the goods is told by its role alone
        elif head:
            role = Role.MADE_OF
        return Reading(
            kinds=kinds,
            firm=MOST_LISTED if several or sorts else self._meanings.firm(record, chosen, kinds),
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
            forms=forms,
            sort=NO_KIND if sorts or several else self._sorts.beside_form(record, kinds),
            told=alone.kind if alone else NO_KIND,
            sorts=tuple(sort.words for sort in sorts or filter(None, (alone,)) if sort.words),
        )

    def _kept_in(self, kinds: tuple[int, ...], name: str) -> Form:
        """The form that a name of kept goods gives to its sorts: "hải sản khô" has its squid dry."""
        head = re.split(r"[(:]", name, maxsplit=1)[0]
        form = traded_form(self.lexicon.kinds[kinds[0]]) if kinds and names_kept_form(head) else Form.NONE
        return form if form in KEPT else Form.NONE

    def _with_noun(
        self, names: list[str], items: list[Reading], rest: str, marked_around: bool, kept: Form
    ) -> list[Reading]:
        """The items of a list, those that leave its noun out read with it: "cam canh, sành hoặc V2"."""
        first = items[0]
        if not first.kinds:
            name = self._sorts.with_end(names[0], names[-1], items[-1].accented)
            first = self.read(name, rest, items[-1].accented, marked_around, kept) if name else first
        if not first.kinds:
            return items
        found = [first]
        for item, each in zip(names[1:], items[1:], strict=True):
            name = self._sorts.with_noun(names[0], item, first.accented)
            if not name and not each.kinds:  # "váy, áo, khăn thổ cẩm"
                name = self._sorts.with_end(item, names[-1], first.accented)
            whole = self.read(name, rest, first.accented, marked_around, kept) if name else each
            found.append(whole if whole.kinds and beside(self.lexicon, first, whole) else each)
        return found

    def _of_list(self, names: list[str], items: list[Reading], record: Record) -> Reading | None:
        """The reading of a list of goods, each item read for itself; None where one of them names no goods of
        the trade of the first, or is not surely read."""
        first = items[0]
        for written, each in zip(names, items, strict=True):
            sure = each.certainty >= LATE and not each.several and each.role is first.role
            if not each.kinds or not sure or each.firm == 0:
                return None
            own = each is not first and of_its_place(self.lexicon, first, written, each)
            if not own and not beside(self.lexicon, first, each):
                return None
        pairs = list(dict.fromkeys((each.kinds[0], each.form) for each in items))
        words = {
            (each.kinds[0], each.form): _named_in(name, each) for name, each in zip(names, items, strict=True)
        }
        told = len({kind for kind, _ in pairs}) == len(pairs) or all(form for _, form in pairs)
        if (
            len(pairs) < 2
            or not told
            or first.role is not Role.GOODS
            or any(each.head != first.head for each in items)
        ):
            return None
        return replace(
            first,
            kinds=tuple(kind for kind, _ in pairs)[:MOST_LISTED],
            forms=tuple(form for _, form in pairs)[:MOST_LISTED],
            firm=MOST_LISTED,
            material=NO_KIND,
            certainty=min(each.certainty for each in items),
            name=telling(record.name, record.in_name),
            description=telling(record.rest, record.in_rest),
            phrases=record.phrases(),
            items=tuple(words[pair] for pair in pairs)[:MOST_LISTED],
        )

    def _kinds(self, record: Record) -> tuple[Match | None, tuple[int, ...], float]:
        """The phrase that was believed, the kinds it may mean and how sure that is."""
        guess = self._guess(record) if not record.goods or self._leads.weak(record) else None
        if (guess is None or guess.share < 1) and (not record.goods or self._leads.late(record)):
            short = self._short(record)
            if short is not None:
                return short
        if guess is not None and record.goods and self._strange(record, guess):
            guess = None
        foreign = self._leads.foreign(record)
        if foreign >= 0:
            return None, self._meanings.narrow(record, (foreign,)), GUESSED
        told = self._opening(record)
        if guess is not None and told is not None and not record.goods:
            if told.end - told.start > 1 and not self._one_product(told, guess.kind):
                return self._told(record, told)  # a brand's words are no product's
            return None, (guess.kind,), max(FROM_DESCRIPTION, self._belief(record, guess))
        if guess is not None and (not record.goods or guess.kind not in self._leads.head(record).kinds):
            spare = self._leads.head(record).kinds[:1] if record.goods else ()
            return None, (guess.kind, *spare), self._belief(record, guess)
        if record.goods and not (self._leads.weak(record) and record.told and record.told[0].start == 0):
            head = self._leads.head(record)
            explained = self._leads.explained(record, head)
            if explained is not None:
                return self._told(record, explained)
            sort = self._leads.told_sort(record, head)
            return self._named(record, head) if sort is None else self._told(record, sort)
        bare = find_bare(self.lexicon, record.name) if record.accented else []
        if bare:
            return None, bare[0].kinds[:MOST_KINDS], MARKS_LEFT_OUT
        if record.told and not self._leads.aside_and_bare(record, record.told[0]):
            _, kinds, _ = self._named(record, record.told[0])
            return record.told[0], kinds, FROM_DESCRIPTION if record.told[0].start == 0 else ASIDE
        line = self._indexes[record.accented].by_rare_words(record.unmasked())
        return (None, self._meanings.narrow(record, (line,)), RARE_WORD) if line >= 0 else (None, (), 0.0)

    def _short(self, record: Record) -> tuple[Match | None, tuple[int, ...], float] | None:
        """A name without its head noun, or one that a description beginning with the product explains."""
        kind = self._short_names.meant(record)
        told = self._opening(record)
        if kind >= 0:
            agreed = told is not None and self._one_product(told, kind)
            return None, self._meanings.narrow(record, (kind,)), REFINED if agreed else GUESSED
        if told is None or told.end - told.start < 2 or not record.goods:
            return None
        head = self._leads.head(record)
        if any(self.lexicon.one_product(k, other) for k in told.kinds for other in head.kinds):
            return None
        return self._told(record, told)

    @staticmethod
    def _opening(record: Record) -> Match | None:
        """The product with which a description opens; None for none."""
        return record.told[0] if record.told and record.told[0].start == 0 else None

    def _told(self, record: Record, told: Match) -> tuple[Match, tuple[int, ...], float]:
        """What a description tells of a name that names no kind: believed less than a name."""
        _, kinds, _ = self._named(record, told)
        return told, kinds, FROM_DESCRIPTION

    def _one_product(self, match: Match, kind: int) -> bool:
        return any(self.lexicon.one_product(k, kind) for k in match.kinds)

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
        meant = self._meanings.settle(record, chosen)
        exact = self._meanings.exact(record, chosen)
        sure = SURE if len(meant) == 1 else MARKS_LEFT_OUT if meant[0] in exact else AMBIGUOUS
        if self._leads.late(record):
            sure = min(sure, LATE if record.accented else LATE_AND_BARE)
            if self._leads.weak(record):
                sure = min(sure, WEAK)
        elif self._leads.followed(record, chosen):
            sure = min(sure, FOLLOWED if record.accented else FOLLOWED_AND_BARE)
        elif record.accented and chosen.end - chosen.start == 2 and self._leads.runs_on(record, chosen):
            sure = min(sure, RUN_ON)
        elif self._leads.trails(record, chosen) or self._leads.compound(record, chosen):
            sure = min(sure, FOLLOWED)
        if unfitting(self.lexicon, record, chosen, meant[0]):
            sure = min(sure, UNFITTING)
        narrowed = self._meanings.narrow(record, meant)
        if sure < SUPPORTED and narrowed[0] != meant[0] and not self._leads.runs_into_goods(record, chosen):
            sure = SUPPORTED  # the variety told speaks for the product
        kinds = self._meanings.in_form(record, narrowed)
        if kinds[0] not in chosen.kinds:
            sure = min(sure, REFINED)
        meant = kinds[:MOST_KINDS]
        listed = listed_kinds(self.lexicon, record, chosen, kinds[0])
        return chosen, tuple(dict.fromkeys((*meant, *listed)))[:MOST_LISTED], sure

    def _material(self, record: Record, chosen: Match | None, kinds: tuple[int, ...]) -> int:
        if kinds and self.lexicon.kinds[kinds[0]].category == "service":
            return NO_KIND  # a tour to a festival of pan pipes holds none
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
        natural = self.lexicon.kinds[kinds[0]].category in NATURAL_PARTS.get(word, ())
        return 0 if natural and not another_part(self.lexicon, kinds[0], word) else code
