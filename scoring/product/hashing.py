"""Counts of hashed features of texts: letters of their words, or words and pairs of neighbours.

The hash is MurmurHash3 (32 bits, seed 0) of the UTF-8 bytes, taken without its sign; it must never change,
for the vectors of texts rest on it. Each distinct word is cut and hashed once for all texts given together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

FEATURES = 2**17
SHORTEST, LONGEST = 3, 4  # letters taken together

Csr = sparse.csr_array
Words = npt.NDArray[np.uint32]
_ONE, _OTHER = np.uint32(0xCC9E2D51), np.uint32(0x1B873593)


def letters(texts: Sequence[str]) -> Csr:
    """How often each text has each three or four letters of a word in a row, its edges being blanks."""
    return _counted([text.split() for text in texts], _grams)


def words_and_pairs(texts: Sequence[str]) -> Csr:
    """How often each text has each word, and each two words side by side."""
    words = [text.split() for text in texts]
    return _counted([each + [f"{a} {b}" for a, b in pairwise(each)] for each in words], lambda word: [word])


def hashed(features: Iterable[str]) -> npt.NDArray[np.int32]:
    """The column of each feature."""
    coded = [feature.encode() for feature in features]
    lengths = np.array([len(each) for each in coded], dtype=np.int64)
    found = np.zeros(len(coded), dtype=np.uint32)
    for length in np.unique(lengths).tolist():
        rows = np.flatnonzero(lengths == length)
        found[rows] = _murmur([coded[i] for i in rows.tolist()], length)
    return np.asarray(np.abs(found.view(np.int32).astype(np.int64)) % FEATURES, dtype=np.int32)


def _grams(word: str) -> list[str]:
    padded = f" {word} "
    sizes = range(SHORTEST, min(LONGEST, len(padded)) + 1)
    return [padded[at : at + size] for size in sizes for at in range(len(padded) - size + 1)]


def _counted(texts: list[list[str]], features: Callable[[str], list[str]]) -> Csr:
    """Counts of the features of texts, given as their parts; those of a distinct part are told once."""
    parts: dict[str, int] = {}
    part = np.array([parts.setdefault(each, len(parts)) for text in texts for each in text], dtype=np.int64)
    told = [features(each) for each in parts]
    places: dict[str, int] = {}
    place = [places.setdefault(each, len(places)) for each in chain.from_iterable(told)]
    column = hashed(places)[np.array(place, dtype=np.int64)]
    sizes = np.array([len(each) for each in told], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    each = sizes[part]
    ends = np.cumsum(each)
    rows = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts[part] - ends + each, each)
    bounds = np.concatenate([[0], ends])[np.cumsum([0, *(len(text) for text in texts)])]
    ones = np.ones(len(rows), dtype=np.float32)
    counts: Any = Csr((ones, column[rows], bounds.astype(np.int32)), shape=(len(texts), FEATURES))
    counts.sum_duplicates()
    return Csr(counts)


def _murmur(texts: list[bytes], length: int) -> Words:
    """MurmurHash3 of texts of one length."""
    blocks = -(-length // 4)
    padded = b"".join(text.ljust(4 * blocks, b"\0") for text in texts)
    columns = np.frombuffer(padded, dtype="<u4").reshape(len(texts), blocks).astype(np.uint32)
    found = np.zeros(len(texts), dtype=np.uint32)
    for i in range(blocks):
        found ^= _turned(columns[:, i] * _ONE, 15) * _OTHER
        if 4 * (i + 1) <= length:
            found = _turned(found, 13) * np.uint32(5) + np.uint32(0xE6546B64)
    found ^= np.uint32(length)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        found = (found ^ (found >> np.uint32(shift))) * np.uint32(factor)
    return found ^ (found >> np.uint32(16))


def _turned(values: Words, by: int) -> Words:
    return (values << np.uint32(by)) | (values >> np.uint32(32 - by))
