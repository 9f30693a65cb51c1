"""Form, role and head words found in a record, outside the phrases that name its product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from scoring.product.normalise import Syllable, syllables
from scoring.product.words import FORM_WORDS, MADE_OF_HEADS, MADE_OF_TAILS, ROLE_WORDS, Form, Role

Phrase = tuple[str, ...]
T = TypeVar("T")


def _indexed(table: Mapping[T, Iterable[str]], plain: bool) -> dict[Phrase, T]:
    found: dict[Phrase, T] = {}
    for code, texts in table.items():
        for text in texts:
            found.setdefault(tuple(s.plain if plain else s.marked for s in syllables(text)), code)
    return found


_FORMS = (_indexed(FORM_WORDS, plain=False), _indexed(FORM_WORDS, plain=True))
_ROLES = (_indexed(ROLE_WORDS, plain=False), _indexed(ROLE_WORDS, plain=True))
_HEADS = tuple(
    {
        tuple(s.plain if plain else s.marked for s in syllables(text)): i + 1
        for i, text in enumerate(MADE_OF_HEADS)
    }
    for plain in (False, True)
)
_TAILS = {s.plain: 1000 + i for i, text in enumerate(MADE_OF_TAILS) for s in syllables(text)[-1:]}
# Folded, these are as often another word (phở, phấn, vẽ, mấy), so bare ones are not believed.
_UNSURE_PLAIN = frozenset(("phan", "ve", "ba", "xac", "tau", "sot", "song", "say", "dam", "nhan"))


def find_form(words: Sequence[Syllable], accented: bool) -> Form:
    """The first form told, the longest phrase first; NONE where none is told."""
    keys = [w.marked if accented else w.plain for w in words]
    table = _FORMS[0 if accented else 1]
    for start in range(len(keys)):
        for length in (3, 2, 1):
            phrase = tuple(keys[start : start + length])
            form = table.get(phrase)
            if form is not None and len(phrase) == length:
                return form
    return Form.NONE


def find_role(words: Sequence[Syllable], taken: Sequence[bool], accented: bool) -> Role:
    """The role that a name gives its goods by words outside the product phrase (``taken``).

    A single Vietnamese syllable counts only at the head of the name ("máy", "phân") or, for seedlings,
    at its end; a longer phrase or an English word counts anywhere.
    """
    keys = [w.marked if accented else w.plain for w in words]
    table = _ROLES[0 if accented else 1]
    for start in range(len(keys)):
        for length in (3, 2, 1):
            phrase = tuple(keys[start : start + length])
            role = table.get(phrase)
            if role is None or len(phrase) != length or all(taken[start : start + length]):
                continue
            if length > 1 or _stands_alone(words[start], start, len(keys), role, accented):
                return role
    return Role.GOODS


def _stands_alone(word: Syllable, at: int, count: int, role: Role, accented: bool) -> bool:
    if not accented and word.plain in _UNSURE_PLAIN:
        return False
    if len(word.plain) > 5 and word.marked == word.plain:
        return True
    return at == 0 or (at == count - 1 and role in (Role.SEEDLING, Role.PACKAGING, Role.MACHINE))


def head_word(words: Sequence[Syllable], start: int, accented: bool) -> int:
    """The code of the word that heads a Vietnamese name before its product phrase; 0 for none."""
    keys = [w.marked if accented else w.plain for w in words[:start]]
    table = _HEADS[0 if accented else 1]
    for length in (3, 2, 1):
        if len(keys) >= length and tuple(keys[:length]) in table:
            return table[tuple(keys[:length])]
    return 0


def tail_word(words: Sequence[Syllable], end: int) -> int:
    """The code of the noun that ends an English name right after its product phrase; 0 for none."""
    last = 0
    for word in words[end:]:
        if word.broken:
            break
        last = _TAILS.get(word.plain, last)
    return last
