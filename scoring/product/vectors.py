"""Text vectors by field, frozen: hashed features, weights of rarity fixed by the lexicon's names.

Nothing is learnt from the records at hand, so the vector of a text never moves when others come or go.
"""

from __future__ import annotations

from collections.abc import Sequence
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
# Share of each field in the blend: letters of the name, words of the name, marked words, everything.
LETTERS, WORDS, MARKED, ALL = 0.30, 0.25, 0.10, 0.35

Vectors = sparse.csr_array


class Hasher(Protocol):
    """What is used of scikit-learn's hashing vectoriser."""

    def transform(self, texts: Sequence[str]) -> Any: ...


class FieldVectors:
    """Turns readings into one sparse row each; the product of two rows is the blended cosine, 0..1."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = [" ".join(s.plain for s in syllables(n)) for kind in lexicon.kinds for n in kind.names]
        self._main = [
            " ".join(s.plain for s in syllables(f"{kind.name_vi} {kind.name_en}")) for kind in lexicon.kinds
        ]

    @cached_property
    def _letters(self) -> Hasher:
        return _hasher("char_wb", (3, 4))

    @cached_property
    def _words(self) -> Hasher:
        return _hasher(_words_and_pairs, (1, 1))

    @cached_property
    def _rarity(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        return _rarity(self._letters.transform(self._names)), _rarity(self._words.transform(self._names))

    def rows(self, readings: Sequence[Reading]) -> Vectors:
        """A matrix [readings, 4 × FEATURES], float32."""
        if not readings:
            return Vectors((0, 4 * FEATURES), dtype=np.float32)  # type: ignore[return-value]
        plain = [" ".join(w.plain for w in r.name) for r in readings]
        marked = [" ".join(w.marked for w in r.name) if r.accented else "" for r in readings]
        whole = [
            " ".join(
                (text, " ".join(w.plain for w in r.description), self._main[r.kind] if r.kind >= 0 else "")
            )
            for text, r in zip(plain, readings, strict=True)
        ]
        letters, words = self._rarity
        fields: list[Any] = [
            _unit(self._letters.transform(plain), letters, LETTERS),
            _unit(self._words.transform(plain), words, WORDS),
            _unit(self._words.transform(marked), words, MARKED),
            _unit(self._words.transform(whole), words, ALL),
        ]
        return Vectors(sparse.hstack(fields, format="csr", dtype=np.float32))


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


def _rarity(counts: Any) -> npt.NDArray[np.float32]:
    """Inverse document frequency over the lexicon's names; a feature never seen weighs as a middling one."""
    documents = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=FEATURES)
    weights = np.log((1.0 + documents) / (1.0 + seen)) + 1.0
    known = weights[seen > 0]
    weights[seen == 0] = np.median(known) if known.size else 1.0
    return np.asarray(weights, dtype=np.float32)


def _unit(counts: Any, weights: npt.NDArray[np.float32], share: float) -> Any:
    """Rows weighted by rarity and brought to length √share."""
    rows = counts.multiply(weights).tocsr()
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.sqrt(share) / np.where(length > 0, length, 1.0)
    return sparse.diags_array(scale.astype(np.float32)) @ rows
