"""Words of buying and selling before the goods: "Cần mua", "Chuyên cung cấp", "Bán". They name nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.product.lexicon import Lexicon
from scoring.product.matching import keys_of
from scoring.product.noise import AMOUNTS
from scoring.product.normalise import Syllable, spellings

# Source: the wording of notices in trade groups and of registration forms.
_TEXTS = (
    "cần mua", "cần tìm mua", "cần tìm nguồn", "cần tìm", "cần nhập", "cần đặt", "cần bán", "cần", "mua",
    "thu mua", "thu gom", "tìm mua", "tìm nguồn hàng", "tìm nguồn cung", "tìm nguồn", "tìm", "đặt mua",
    "muốn mua", "hỏi mua", "nhập", "bán", "bán buôn", "bán sỉ", "bán lẻ", "cần thanh lý", "chuyên bán",
    "chuyên cung cấp", "chuyên sỉ", "chuyên", "cung cấp", "cung ứng", "nhận cung cấp", "nhận đặt",
    "chào bán", "chào hàng", "đang có", "đang cần", "hiện có", "có bán", "sẵn hàng", "sẵn", "đặc sản",
    "nông sản", "bên em", "bên mình", "nhà em", "nhà mình", "em", "mình", "công ty", "nhà hàng",
    "số lượng lớn", "cần gấp", "cần mua gấp", "gấp", "nguồn hàng", "nguồn", "nhu cầu", "có sẵn",
    "có nguồn", "ai có", "ai bán", "sản phẩm", "đầu mối", "lô", "lô hàng", "hàng", "mặt hàng",
    "tiêu thụ", "kết nối tiêu thụ", "đặt hàng", "giao", "báo giá", "xin báo giá",
)  # fmt: skip
_WISHES = tuple(
    frozenset(tuple(spellings(word)[not marked] for word in text.split()) for text in _TEXTS)
    for marked in (False, True)
)
_LONGEST = 4
_MAKING = tuple(
    frozenset(spellings(word)[not marked] for word in ("từ", "chế", "làm")) for marked in (False, True)
)


def without_wish(lexicon: Lexicon, words: tuple[Syllable, ...], accented: bool) -> tuple[Syllable, ...]:
    """A Vietnamese name without the words of buying and selling that open it.

    A word with which a product begins stays: bare "ban ghe" are tables and chairs ("bàn ghế").
    """
    keys = keys_of(words, accented)
    start = 0
    while length := _wish(keys[start:], accented) or (start and _amount(keys[start:])):
        if start + length >= len(words) or _names(lexicon, keys[start:], length):
            break
        if keys[start + length] in _MAKING[accented]:
            break  # "sản phẩm từ sâm" asks for what is made of it
        start += length
    return (replace(words[start], broken=False, listed=False), *words[start + 1 :]) if start else words


def _wish(keys: Sequence[str], accented: bool) -> int:
    lengths = range(min(_LONGEST, len(keys)), 0, -1)
    return next((n for n in lengths if tuple(keys[:n]) in _WISHES[accented]), 0)


def _amount(keys: Sequence[str]) -> int:
    """How many words at the beginning are an amount: "2 tấn", "500kg"."""
    unit = keys[0].lstrip("0123456789")
    if unit == keys[0]:
        return 0
    if unit:
        return int(unit in AMOUNTS)
    return 2 if len(keys) > 1 and keys[1] in AMOUNTS else 0


def _names(lexicon: Lexicon, keys: Sequence[str], length: int) -> bool:
    """True where a product's name begins here: one longer than the wish, or the wish word itself."""
    phrases = ((n, tuple(keys[:n])) for n in lexicon.lengths.get(keys[0], ()))
    found = (n for n, phrase in phrases if phrase in lexicon.plain or phrase in lexicon.marked)
    return max(found, default=0) > (length if length > 1 else 0)
