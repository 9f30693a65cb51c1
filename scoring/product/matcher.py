"""Reads product texts into columns and compares whole blocks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.product.chance import chance
from scoring.product.forms import Form
from scoring.product.grading import Openings, Signs, bands, possible
from scoring.product.heads import openings
from scoring.product.lexicon import Lexicon
from scoring.product.meaning import MOST_LISTED
from scoring.product.reading import NO_KIND, Reader, Reading
from scoring.product.relation import Relation, relation_table, usual_form
from scoring.product.vectors import FieldVectors, TextVectors

_Kinds = tuple[int, ...]
_Row = tuple[_Kinds, int, int, int, _Kinds, _Kinds, int, int, int, int, bool, bool, float]


@dataclass(frozen=True, slots=True)
class ProductText:
    """A product as written, with what the rest of its record tells of it.

    ``accents``: whether marks were typed; None decides from the words. ``marked_around``: other fields of the
    record carry marks, so its writer types them and a bare word means itself. ``kept``: the form in which the
    goods are stored or packed, NONE where the record does not say.
    """

    name: str
    description: str = ""
    accents: bool | None = None
    marked_around: bool = False
    kept: Form = Form.NONE


@dataclass(frozen=True)
class ProductColumns:
    """What texts name, as columns of equal length n; ``kind`` is an index into ``lexicon.kinds`` or -1.

    ``form`` holds codes of ``Form``, ``role`` of ``Role``; ``certainty`` is 0..1. Equal texts are held once:
    ``text`` points each row to its row of ``vectors``, ``sign`` to its row of ``signs``.
    """

    kind: npt.NDArray[np.int32]
    form: npt.NDArray[np.int8]
    role: npt.NDArray[np.int8]
    certainty: npt.NDArray[np.float32]
    text: npt.NDArray[np.int32]
    sign: npt.NDArray[np.int32]
    signs: Signs = field(repr=False)
    vectors: TextVectors = field(repr=False)

    def __len__(self) -> int:
        return len(self.kind)

    def take(self, rows: slice | npt.NDArray[np.int64]) -> ProductColumns:
        """The columns of some rows; texts and signs that no row uses any more are let go."""
        used, text = np.unique(self.text[rows], return_inverse=True)
        kept, sign = np.unique(self.sign[rows], return_inverse=True)
        return ProductColumns(
            self.kind[rows], self.form[rows], self.role[rows], self.certainty[rows],
            text.astype(np.int32), sign.astype(np.int32), self.signs.take(kept), self.vectors.take(used),
        )  # fmt: skip

    @classmethod
    def joined(cls, parts: Sequence[ProductColumns]) -> ProductColumns:
        """The columns of several lists of texts, one after the other; a text of two lists is held twice."""
        starts = np.cumsum([0, *(len(part.vectors) for part in parts[:-1])])
        signs, sign = Signs.joined([part.signs for part in parts])
        return cls(
            np.concatenate([part.kind for part in parts]),
            np.concatenate([part.form for part in parts]),
            np.concatenate([part.role for part in parts]),
            np.concatenate([part.certainty for part in parts]),
            np.concatenate([part.text + at for part, at in zip(parts, starts, strict=True)]).astype(np.int32),
            np.concatenate([rows[part.sign] for part, rows in zip(parts, sign, strict=True)]),
            signs,
            TextVectors.joined([part.vectors for part in parts]),
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """``similarity`` 0..1 and ``relation`` (codes of ``Relation``), both [demands, offers]."""

    similarity: npt.NDArray[np.float32]
    relation: npt.NDArray[np.uint8]

    @property
    def chance(self) -> npt.NDArray[np.float32]:
        """P(the same or an acceptable substitute) of every pair."""
        return chance(self.similarity, self.relation)


class ProductMatcher:
    """Reading and comparing against one lexicon. Building it costs about a second; keep it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._reader = Reader(lexicon)
        self._vectors = FieldVectors(lexicon)

    @cached_property
    def tables(self) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
        """Relations of all kinds [demanded, offered], and the pairs that are mistaken for one another."""
        return relation_table(self.lexicon)

    @cached_property
    def _openings(self) -> Openings:
        return openings(self.lexicon)

    def prepare(self) -> None:
        """Builds now what the first question would build: before processes part, once for all of them."""
        _ = self.tables, self._openings
        self._vectors.rows([self.reading(ProductText(""))])

    def reading(self, text: ProductText) -> Reading:
        """What one text names."""
        return self._reader.read(text.name, text.description, text.accents, text.marked_around, text.kept)

    def read(self, texts: Sequence[ProductText]) -> ProductColumns:
        """The columns of texts, in their order; equal texts are read once."""
        rows: dict[ProductText, int] = {}
        text = np.array([rows.setdefault(t, len(rows)) for t in texts], dtype=np.int32)
        readings = [self.reading(t) for t in rows]
        combined: dict[_Row, int] = {}
        sign = np.array([combined.setdefault(self._sign(r), len(combined)) for r in readings], dtype=np.int32)
        signs = _signs(list(combined))
        each = sign[text] if len(texts) else sign
        return ProductColumns(
            signs.kinds[each, 0], signs.forms[each, 0], signs.role[each], signs.certainty[each],
            text, each, signs, self._vectors.rows(readings),
        )  # fmt: skip

    def relations(self, wanted: npt.NDArray[np.int32], given: npt.NDArray[np.int32]) -> npt.NDArray[np.uint8]:
        """What the kinds ``given`` are to those ``wanted``, pair by pair, by the table alone."""
        return np.asarray(self.tables[0][wanted, given])

    def bands(
        self, demands: Signs, offers: Signs
    ) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Relation, floor and span of similarity of each of the demanded signs with the same row of those
        offered."""
        return bands(demands, offers, *self.tables, self._openings)

    def possible(
        self, demands: Signs, offers: Signs, allowed: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.bool_]:
        """Where two signs may be of a relation that is ``allowed`` (by its code; with one all nearer ones),
        or unknown, [demands, offers]; nowhere else they are, and ``bands`` tells where they are indeed."""
        marked = allowed.tobytes()
        if marked not in self._met:
            self._met[marked] = allowed[self.tables[0]]
        return possible(demands, offers, self._met[marked])

    @cached_property
    def _met(self) -> dict[bytes, npt.NDArray[np.bool_]]:
        return {}

    def compare(self, demands: ProductColumns, offers: ProductColumns) -> Comparison:
        """Every demand against every offer. Memory: some 20 bytes a pair and 300 for two signs."""
        every = np.indices((len(demands.signs), len(offers.signs))).reshape(2, -1)
        found = self.bands(demands.signs.take(every[0]), offers.signs.take(every[1]))
        shape = len(demands.signs), len(offers.signs)
        relation, floor, span = found[0].reshape(shape), found[1].reshape(shape), found[2].reshape(shape)
        text = demands.vectors.cosines(offers.vectors)
        if len(offers) != text.shape[1] or (offers.text != np.arange(len(offers))).any():
            text = np.take(text, offers.text, axis=1)
        if len(demands) != text.shape[0] or (demands.text != np.arange(len(demands))).any():
            text = np.take(text, demands.text, axis=0)
        pairs = np.ix_(demands.sign, offers.sign)
        similarity = text
        similarity *= span[pairs]
        similarity += floor[pairs]
        np.clip(similarity, 0.0, 1.0, out=similarity)
        return Comparison(similarity, relation[pairs])

    def explain(self, demand: ProductText, offer: ProductText) -> dict[str, Any]:
        """Facts of one comparison: kinds (key, names), relation, forms, roles, phrases, similarity."""
        one, other = self.reading(demand), self.reading(offer)
        compared = self.compare(self.read([demand]), self.read([offer]))
        return {
            "relation": Relation(int(compared.relation[0, 0])).name.lower(),
            "similarity": float(compared.similarity[0, 0]),
            "chance": float(compared.chance[0, 0]),
            "demand": self._facts(one),
            "offer": self._facts(other),
        }

    def _facts(self, reading: Reading) -> dict[str, Any]:
        kind = self.lexicon.kinds[reading.kind] if reading.kinds else None
        return {
            "kind": kind.key if kind else None,
            "name_vi": kind.name_vi if kind else None,
            "name_en": kind.name_en if kind else None,
            "form": reading.form.name.lower(),
            "role": reading.role.name.lower(),
            "certainty": reading.certainty,
            "phrases": list(reading.phrases),
        }

    def _sign(self, reading: Reading) -> _Row:
        spare = (NO_KIND,) * (MOST_LISTED - len(reading.kinds))
        usual = [usual_form(self.lexicon.kinds[kind]) for kind in reading.kinds] or [Form.NONE]
        forms = tuple(int(form) for form in reading.forms or (reading.form,) * MOST_LISTED)
        implied = tuple(int(form) for form in (usual if reading.forms else usual[:1] * MOST_LISTED))
        return (
            reading.kinds + spare, reading.firm, reading.material, reading.opening, _filled(forms),
            _filled(implied), reading.sort, reading.told, int(reading.role), reading.head, reading.several,
            bool(reading.forms), reading.certainty,
        )  # fmt: skip


def _filled(codes: _Kinds) -> _Kinds:
    return codes + (int(Form.NONE),) * (MOST_LISTED - len(codes))


def _signs(rows: list[_Row]) -> Signs:
    types = (
        np.int32, np.int8, np.int32, np.int32, np.int8, np.int8, np.int32, np.int32, np.int8, np.int32,
        np.bool_, np.bool_,
        np.float32,
    )  # fmt: skip
    columns: list[Any] = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in types]
    arrays: list[Any] = [np.array(column, dtype=kind) for column, kind in zip(columns, types, strict=True)]
    wide = {0, 4, 5}  # a column for each meaning
    return Signs(*(a.reshape(len(rows), MOST_LISTED) if n in wide else a for n, a in enumerate(arrays)))
