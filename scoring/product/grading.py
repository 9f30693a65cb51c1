"""From relation, form, role and certainty to a band of similarity: a floor, and what text may add to it.

The bands approximate the chance that a buyer would take the offer for what was asked, judged from the
trade (a variety for the generic product almost always serves, a dried fruit for a fresh one rarely).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.product.forms import FORM_CLASS, Form
from scoring.product.relation import Relation
from scoring.product.roles import Role

Floats = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Openings = Mapping[int, npt.NDArray[np.int64]]

# Relation: similarity with no text in common, and what a fully equal text adds.
BANDS: dict[Relation, tuple[float, float]] = {
    Relation.SAME: (0.86, 0.14),
    Relation.VARIETY: (0.80, 0.14),
    Relation.GENERIC: (0.64, 0.14),
    Relation.SIBLING: (0.58, 0.14),
    Relation.OTHER_FORM: (0.42, 0.14),
    Relation.FAMILY: (0.16, 0.16),
    Relation.CATEGORY: (0.05, 0.14),
    Relation.UNRELATED: (0.0, 0.04),
    Relation.UNKNOWN: (0.0, 0.80),
    Relation.GATED: (0.0, 0.0),
}
# Pairs that are mistaken for one another get next to nothing, however alike their letters are.
CONFUSED = (0.0, 0.02)
# Codes of head nouns from here on are of another trade than the product behind them (``heads``).
FOREIGN_HEAD = 2000
# What text may add where one side is unknown and the names open with different words.
OTHER_OPENING = 0.4
# What is left of the text's say where a doubted name is that of other goods: the doubt makes them no nearer.
DOUBTED_OTHERS = 0.6
# What is left of a band where the goods are seedlings, packing, machines … of the product.
GATE = 0.03
# Each further meaning of an ambiguous name is believed this much.
SECOND_MEANING = 0.7
# The same for a word that is a product's name as it stands: that its marks were left out is unlikely.
FAINT_MEANING = 0.4
# The goods of a set offered that are held against loose goods wanted: the box, and the first two in it.
NAMED_OF_SET = 3
_FLOOR = np.array([BANDS[r][0] for r in Relation], dtype=np.float32)
_SPAN = np.array([BANDS[r][1] for r in Relation], dtype=np.float32)

_CLASSES = np.array([FORM_CLASS[f] for f in Form], dtype=np.int8)
_MOST_CLASSES = max(FORM_CLASS.values()) + 1


@dataclass(frozen=True, slots=True)
class Signs:
    """What readings say, without their words, as columns: one row for each distinct combination.

    ``kinds`` has a column for each meaning, -1 where there is none; those from column ``firm`` on are only
    what a word without marks may also mean. ``forms`` has the form told of each and ``implied`` its usual
    one. ``sort``: the variety named of goods whose kind is that of their form (Ri6, frozen), else -1.
    ``listed``: the meanings are goods of a list, each of which stands for itself.
    """

    kinds: npt.NDArray[np.int32]
    firm: npt.NDArray[np.int8]
    material: npt.NDArray[np.int32]
    opening: npt.NDArray[np.int32]
    forms: npt.NDArray[np.int8]
    implied: npt.NDArray[np.int8]
    sort: npt.NDArray[np.int32]
    told: npt.NDArray[np.int32]
    role: npt.NDArray[np.int8]
    head: npt.NDArray[np.int32]
    several: Flags
    listed: Flags
    certainty: Floats

    def __len__(self) -> int:
        return len(self.firm)

    def take(self, rows: slice | npt.NDArray[np.integer[Any]]) -> Signs:
        """Some of the rows."""
        return Signs(*(getattr(self, column.name)[rows] for column in fields(self)))

    @classmethod
    def joined(cls, parts: Sequence[Signs]) -> tuple[Signs, list[npt.NDArray[np.int32]]]:
        """The rows of several tables, each once, and for each table where its rows stand among them."""
        whole = cls(*(np.concatenate([getattr(p, column.name) for p in parts]) for column in fields(cls)))
        columns = (_hashable(getattr(whole, column.name)) for column in fields(cls))
        first: dict[tuple[Any, ...], int] = {}
        rows = [first.setdefault(row, len(first)) for row in zip(*columns, strict=True)]
        places = np.array(rows, dtype=np.int32)
        kept = np.unique(places, return_index=True)[1]
        return whole.take(kept), np.split(places, np.cumsum([len(part) for part in parts])[:-1])


def _hashable(column: npt.NDArray[Any]) -> list[Any]:
    return [tuple(row) for row in column.tolist()] if column.ndim > 1 else column.tolist()


def bands(
    demands: Signs, offers: Signs, table: Codes, confused: Flags, openings: Openings
) -> tuple[Codes, Floats, Floats]:
    """Relation, floor and span of pairs: of each row of ``demands`` with the same row of ``offers``.

    ``table`` and ``confused`` come from ``relation_table``, ``openings`` from ``heads``.
    Certainty mixes a band with that of text alone.
    """
    relation, floor, span, mixed, guessed = _nearest(demands, offers, table, confused)
    known = relation != Relation.UNKNOWN
    movable = known & ~mixed
    other_head = demands.head != offers.head
    foreign = np.maximum(demands.head, offers.head) >= FOREIGN_HEAD
    sets = demands.several ^ offers.several
    moves = [
        (other_head & ~foreign & (relation < Relation.FAMILY), Relation.FAMILY),
        (other_head & foreign & (relation < Relation.CATEGORY), Relation.CATEGORY),
        (sets & (relation < Relation.GENERIC), Relation.GENERIC),
        (_is_part(demands, offers) & (relation > Relation.FAMILY), Relation.FAMILY),
    ]
    if (demands.sort >= 0).any():
        generic, sibling = _sorts_apart(demands, offers, table)
        moves[:0] = [
            (generic & (relation < Relation.GENERIC), Relation.GENERIC),
            (sibling & (relation < Relation.SIBLING), Relation.SIBLING),
        ]
    for moved, to in moves:
        moved &= movable
        if moved.any():
            for values, value in ((relation, to), (floor, _FLOOR[to]), (span, _SPAN[to])):
                np.copyto(values, value, where=moved, casting="unsafe")
    apart = _open_apart(demands, offers, openings) | _open_apart(offers, demands, openings)
    span = np.where(apart & ~known, span * np.float32(OTHER_OPENING), span)
    sure = np.where(known & ~mixed, np.minimum(demands.certainty, offers.certainty), np.float32(1.0))
    others = known & (relation >= Relation.FAMILY)
    loose = np.float32(BANDS[Relation.UNKNOWN][1]) * np.where(
        others, np.float32(DOUBTED_OTHERS), np.float32(1)
    )
    span = sure * span + (1 - sure) * loose * (1 - floor)
    floor = sure * floor
    # What a bare word may mean is worth asking about, and never called the product.
    relation = np.where(guessed & (relation < Relation.OTHER_FORM), np.uint8(Relation.UNKNOWN), relation)
    one, other = demands.role, offers.role
    gated = (one != other) & ((one > Role.MADE_OF) | (other > Role.MADE_OF))
    left = np.where(gated, np.float32(GATE), np.float32(1.0))
    relation = np.where(gated, np.uint8(Relation.GATED), relation)
    floor *= left
    span *= left
    return relation, floor, span


def possible(demands: Signs, offers: Signs, met: Flags) -> Flags:
    """Where signs may be of the relations that ``met`` marks [demanded kinds, offered kinds], or unknown:
    [demands, offers]. What ``bands`` moves away is marked too, so ``met`` must hold all nearer relations."""
    found: Flags = np.logical_or.outer(demands.kinds[:, 0] < 0, offers.kinds[:, 0] < 0)
    meant = np.zeros((len(demands), met.shape[1]), dtype=np.bool_)  # offered kinds that any meaning allows
    for kinds in demands.kinds.T:
        rows = np.flatnonzero(kinds >= 0)
        meant[rows] |= met[kinds[rows]]
    for kinds in offers.kinds.T:
        columns = np.flatnonzero(kinds >= 0)
        if columns.size:
            found[:, columns] |= meant[:, kinds[columns]]
    return found


def _meanings(demands: Signs, offers: Signs) -> list[tuple[int, int]]:
    """The places of meanings that any row of either side has, the first ones first."""
    ours = np.flatnonzero((demands.kinds >= 0).any(axis=0)).tolist()
    theirs = np.flatnonzero((offers.kinds >= 0).any(axis=0)).tolist()
    return [(i, j) for i in ours for j in theirs]


def _nearest(
    demands: Signs, offers: Signs, table: Codes, confused: Flags
) -> tuple[Codes, Floats, Floats, Flags, Flags]:
    """The best band over the meanings of both sides, further ones believed less; and which pairs are mistaken
    for one another, and which rest on what a bare word may mean.
    """
    rows = _both_named(demands, offers, 0, 0)
    relation = np.full(len(demands), Relation.UNKNOWN, dtype=np.uint8)
    mistaken = np.zeros(len(demands), dtype=np.bool_)
    guessed = np.zeros(len(demands), dtype=np.bool_)
    relation[rows], mistaken[rows] = _related(demands, offers, 0, 0, rows, table, confused)
    guessed[rows] = (demands.firm[rows] <= 0) | (offers.firm[rows] <= 0)
    floor, span = _FLOOR[relation], _SPAN[relation]
    np.copyto(floor, np.float32(CONFUSED[0]), where=mistaken)
    np.copyto(span, np.float32(CONFUSED[1]), where=mistaken)
    nearest = (relation, floor, span, mistaken, guessed)
    for i, j in _meanings(demands, offers):
        if i or j:
            _compare_meanings(demands, offers, i, j, table, confused, nearest)
    return nearest


def _both_named(demands: Signs, offers: Signs, i: int, j: int) -> npt.NDArray[np.intp]:
    """The pairs of which the one has a meaning ``i`` and the other a meaning ``j``."""
    return np.flatnonzero((demands.kinds[:, i] >= 0) & (offers.kinds[:, j] >= 0))


def _related(
    demands: Signs, offers: Signs, i: int, j: int, rows: npt.NDArray[np.intp], table: Codes, confused: Flags
) -> tuple[Codes, Flags]:
    """The relation of these meanings of some pairs in the forms told, and whether they are mistaken for one
    another."""
    at = demands.kinds[rows, i], offers.kinds[rows, j]
    found, mixed = table[at], confused[at]
    apart = _FORMS_APART[_form_code(demands, i, rows), _form_code(offers, j, rows)]
    found[apart & ~mixed & (found < Relation.OTHER_FORM)] = Relation.OTHER_FORM
    return found, mixed


def _compare_meanings(
    demands: Signs, offers: Signs, i: int, j: int, table: Codes, confused: Flags,
    nearest: tuple[Codes, Floats, Floats, Flags, Flags],
) -> None:  # fmt: skip
    """Writes the band of meaning ``i`` beside meaning ``j`` where it is better than the one found so far."""
    relation, floor, span, *_ = nearest
    rows = _both_named(demands, offers, i, j)
    if not rows.size:
        return
    found, mixed = _related(demands, offers, i, j, rows, table, confused)
    # A meaning beyond the first is believed less, except of a set or a list, which hold all their goods.
    ours, theirs = (demands.several | demands.listed)[rows], (offers.several | offers.listed)[rows]
    doubted = ((i > 0) & ~ours) | ((j > 0) & ~theirs)
    one, other = demands.firm[rows], offers.firm[rows]
    bare = (i >= one) | (j >= other)
    faint = ((i >= one) & (one > 0)) | ((j >= other) & (other > 0))
    belief = np.where(doubted, np.float32(SECOND_MEANING), np.float32(1.0))
    belief = np.where(faint, np.float32(FAINT_MEANING), belief)
    low = np.where(mixed, np.float32(CONFUSED[0]), _FLOOR[found]) * belief
    wide = np.where(mixed, np.float32(CONFUSED[1]), _SPAN[found])
    better = (relation[rows] == Relation.UNKNOWN) | (low + wide > floor[rows] + span[rows])
    if j >= NAMED_OF_SET:  # a gift box is no offer of what it holds among many things
        better &= ~(offers.several[rows] & ~demands.several[rows])
    whole: npt.NDArray[Any]
    new: npt.NDArray[Any]
    for whole, new in zip(list[Any](nearest), list[Any]((found, low, wide, mixed, bare)), strict=True):
        whole[rows] = np.where(better, new, whole[rows])


def _sorts_apart(demands: Signs, offers: Signs, table: Codes) -> tuple[Flags, Flags]:
    """Where the demand names a sort beside its form and the offer none, or another one."""
    rows = np.flatnonzero(demands.sort >= 0)
    given = offers.sort[rows]
    between = table[demands.sort[rows], np.maximum(given, 0)]
    generic = np.zeros(len(demands), dtype=np.bool_)
    sibling = generic.copy()
    generic[rows] = (given < 0) | (between == Relation.GENERIC)
    sibling[rows] = (given >= 0) & (between > Relation.GENERIC)
    return generic, sibling


def _open_apart(ones: Signs, others: Signs, openings: Openings) -> Flags:
    """True where a name of which nothing is known opens with a word that opens no name of the other side."""
    apart = np.zeros(len(ones), dtype=np.bool_)
    for code in np.unique(ones.opening[ones.opening > 0]).tolist():
        rows = np.flatnonzero(ones.opening == code)
        first, opening = others.kinds[rows, 0], others.opening[rows]
        met = np.isin(first, openings.get(code, ())) | (opening == code)
        apart[rows] = ((first >= 0) | (opening > 0)) & ~met
    return apart


def _forms_apart() -> Flags:
    """By ``_form_code`` of both sides: True where the forms told exclude each other, or one is told that the
    other's usual form excludes."""
    code = np.arange(_MOST_CLASSES**2)
    told_d, told_o = (code // _MOST_CLASSES)[:, None], (code // _MOST_CLASSES)[None, :]
    usual_d, usual_o = (code % _MOST_CLASSES)[:, None], (code % _MOST_CLASSES)[None, :]
    both = (told_d > 0) & (told_o > 0) & (told_d != told_o)
    one = (told_d == 0) & (usual_d > 0) & (told_o > 1) & (told_o != usual_d)
    other = (told_o == 0) & (usual_o > 0) & (told_d > 1) & (told_d != usual_o)
    bred, frozen = FORM_CLASS[Form.BRED], FORM_CLASS[Form.FROZEN]
    one &= ~((usual_d == bred) & (told_o == frozen))
    other &= ~((usual_o == bred) & (told_d == frozen))
    ready = FORM_CLASS[Form.PROCESSED]
    only_one = (told_d == ready) ^ (told_o == ready)
    return np.asarray(both | one | other | only_one)


_FORMS_APART = _forms_apart()


def _form_code(signs: Signs, meaning: int, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """The form told of a meaning and its usual one as one number."""
    told, usual = _CLASSES[signs.forms[rows, meaning]], _CLASSES[signs.implied[rows, meaning]]
    return np.asarray(told.astype(np.intp) * _MOST_CLASSES + usual)


def _is_part(demands: Signs, offers: Signs) -> Flags:
    one, other = demands.kinds[:, 0], offers.kinds[:, 0]
    part = (one == offers.material) | (demands.material == other)
    return np.asarray(part & (one >= 0) & (other >= 0))
