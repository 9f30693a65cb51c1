"""Text vectors by field, frozen: hashed features, weights of rarity fixed by the lexicon's names.

Nothing is learnt from the records at hand, so the vector of a text never moves when others come or go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy import sparse

from scoring.product.lexicon import Lexicon
from scoring.product.normalise import syllables
from scoring.product.reading import Reading

FEATURES = 2**17
# Share of each field in the blend: letters of the name, words of the name, words of everything.
LETTERS, WORDS, ALL = 0.30, 0.35, 0.35

PAIRS_AT_ONCE = 16_384  # whose products are worked out together: bounds memory

Csr = sparse.csr_array
Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True)
class TextVectors:
    """Texts as two matrices [texts, 3 × FEATURES]: their folded and their marked spelling.

    The product of two rows is the blended cosine, 0..1. ``accented`` tells which texts carry marks: two that
    do are compared marked, so that "cam" and "cám" have nothing in common; all others folded, and their
    rows of ``marked`` are empty.
    """

    folded: Csr
    marked: Csr
    accented: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.accented)

    def take(self, rows: Rows) -> TextVectors:
        """Some of the texts."""
        return TextVectors(self.folded[rows], self.marked[rows], self.accented[rows])

    @classmethod
    def joined(cls, parts: Sequence[TextVectors]) -> TextVectors:
        """The texts of several, one after the other."""
        return cls(
            Csr(sparse.vstack([part.folded for part in parts], format="csr")),
            Csr(sparse.vstack([part.marked for part in parts], format="csr")),
            np.concatenate([part.accented for part in parts]),
        )

    def cosines(self, others: TextVectors) -> npt.NDArray[np.float32]:
        """The blended cosine of every text with every other, float32 [texts, others]."""
        found = np.zeros((len(self), len(others)), dtype=np.float32)
        ours, theirs = np.flatnonzero(self.accented), np.flatnonzero(others.accented)
        bare, their_bare = np.flatnonzero(~self.accented), np.flatnonzero(~others.accented)
        everyone = np.arange(len(others))
        for rows, columns, one, other in (
            (ours, theirs, self.marked, others.marked),
            (ours, their_bare, self.folded, others.folded),
            (bare, everyone, self.folded, others.folded),
        ):
            if rows.size and columns.size:
                found[np.ix_(rows, columns)] = (one[rows] @ other[columns].T).toarray()
        return np.minimum(found, np.float32(1.0), out=found)

    def cosines_of_pairs(self, others: TextVectors, rows: Rows, columns: Rows) -> Floats:
        """What ``cosines`` has for our text ``rows[i]`` with the other text ``columns[i]``, for every i; best
        where the pairs of a text lie together."""
        both = self.accented[rows] & others.accented[columns]
        found = np.empty(len(rows), dtype=np.float32)
        for here, ours, theirs in (
            (np.flatnonzero(both), self.marked, others.marked),
            (np.flatnonzero(~both), self.folded, others.folded),
        ):
            for start in range(0, len(here), PAIRS_AT_ONCE):
                part = here[start : start + PAIRS_AT_ONCE]
                found[part] = _products(ours, theirs, rows[part], columns[part])
        return np.minimum(found, np.float32(1.0), out=found)


def _products(ours: Csr, theirs: Csr, rows: Rows, columns: Rows) -> Floats:
    """The product of our row ``rows[i]`` with the other row ``columns[i]``, for every i.

    Ours are spread out over the features that any of them has, all in one vector, behind a nought for those
    that none has; so each product is that of one sparse row with this vector.
    """
    used, row = np.unique(rows, return_inverse=True)
    spread = ours[used]
    features = np.unique(spread.indices)
    place = np.zeros(ours.shape[1], dtype=np.int32)
    place[features] = np.arange(1, len(features) + 1)
    dense = np.zeros((len(used), len(features) + 1), dtype=np.float32)
    dense[np.repeat(np.arange(len(used)), np.diff(spread.indptr)), place[spread.indices]] = spread.data
    met = theirs[columns]
    at = place[met.indices] + np.repeat(row * dense.shape[1], np.diff(met.indptr))
    return np.asarray(Csr((met.data, at, met.indptr), shape=(len(columns), dense.size)) @ dense.ravel())


class Hasher(Protocol):
    """What is used of scikit-learn's hashing vectoriser."""

    def transform(self, texts: Sequence[str]) -> Any: ...


class FieldVectors:
    """Turns readings into vectors. Build it once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = [syllables(name) for kind in lexicon.kinds for name in kind.names]
        self._names = Counter(" ".join(w.plain for w in name) for name in names)
        self._names.update(" ".join(w.marked for w in name) for name in names)
        main = [syllables(f"{kind.name_vi} {kind.name_en}") for kind in lexicon.kinds]
        self._main = [(" ".join(w.plain for w in m), " ".join(w.marked for w in m)) for m in main]

    @cached_property
    def _letters(self) -> Hasher:
        return _hasher("char_wb", (3, 4))

    @cached_property
    def _words(self) -> Hasher:
        return _hasher(_words_and_pairs, (1, 1))

    @cached_property
    def _rarity(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        names, times = list(self._names), np.array(list(self._names.values()), dtype=np.float64)
        return _rarity(self._letters.transform(names), times), _rarity(self._words.transform(names), times)

    def rows(self, readings: Sequence[Reading]) -> TextVectors:
        """The vectors of readings, in their order."""
        main = [self._main[r.kind] if r.kinds else ("", "") for r in readings]
        told = [(*r.name, *r.description) for r in readings]
        plain = [" ".join(w.plain for w in r.name) for r in readings]
        marked = [" ".join(w.marked for w in r.name) if r.accented else "" for r in readings]
        return TextVectors(
            self._matrix(
                plain, plain, [_joined([w.plain for w in t], m[0]) for t, m in zip(told, main, strict=True)]
            ),
            self._matrix(
                [" ".join(w.raw.lower() for w in r.name) if r.accented else "" for r in readings],
                marked,
                [
                    _joined([w.marked for w in t], m[1]) if r.accented else ""
                    for r, t, m in zip(readings, told, main, strict=True)
                ],
            ),
            np.array([r.accented for r in readings], dtype=np.bool_),
        )

    def _matrix(self, letters: list[str], words: list[str], whole: list[str]) -> Csr:
        if not letters:
            return Csr((0, 3 * FEATURES), dtype=np.float32)  # type: ignore[return-value]
        rare_letters, rare_words = self._rarity
        fields: list[Any] = [
            _unit(self._letters.transform(letters), rare_letters, LETTERS),
            _unit(self._words.transform(words), rare_words, WORDS),
            _unit(self._words.transform(whole), rare_words, ALL),
        ]
        return Csr(sparse.hstack(fields, format="csr", dtype=np.float32))


def _joined(words: list[str], main: str) -> str:
    """The words of a record and, where its kind is known, the kind's main names: so languages meet."""
    return " ".join((*words, main))


def _words_and_pairs(text: str) -> list[str]:
    """The words of a text and each two neighbours."""
    words = text.split()
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def _hasher(analyzer: Any, lengths: tuple[int, int]) -> Hasher:
    # Imported here: it takes more than a second, which commands that compare nothing should not wait for.
    from sklearn.feature_extraction.text import HashingVectorizer

    hasher: Hasher = HashingVectorizer(  # type: ignore[no-untyped-call]
        analyzer=analyzer, ngram_range=lengths, n_features=FEATURES, norm=None, alternate_sign=False,
        lowercase=False, dtype=np.float32,
    )  # fmt: skip
    return hasher


def _rarity(counts: Any, times: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    """Inverse document frequency over the lexicon's names, of which each stands there so many ``times``; a
    feature never seen weighs as a middling one."""
    documents = times.sum()
    seen = np.bincount(counts.indices, np.repeat(times, np.diff(counts.indptr)), minlength=FEATURES)
    weights = np.log((1.0 + documents) / (1.0 + seen)) + 1.0
    known = weights[seen > 0]
    weights[seen == 0] = np.median(known) if known.size else 1.0
    return np.asarray(weights, dtype=np.float32)


def _unit(counts: Any, weights: npt.NDArray[np.float32], share: float) -> Any:
    """Rows weighted by rarity and brought to length √share."""
    rows, squares = counts.copy(), counts.copy()
    rows.data = counts.data * weights[counts.indices]
    squares.data = rows.data * rows.data
    length = np.sqrt(np.asarray(squares.sum(axis=1)).ravel())
    scale = np.sqrt(share) / np.where(length > 0, length, 1.0)
    return sparse.diags_array(scale.astype(np.float32)) @ rows
