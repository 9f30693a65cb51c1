"""Raw text → tokens that remember where they stood.

People write with composed or decomposed letters, with either tone placement, with no accents at all,
with fullwidth or invisible characters pasted from a chat. Everything here works on the text as it was
written and hands back positions in it, so that a value can always be shown beside its own words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from matchmaker.intake.telex import SLIPS

Kind = Literal["word", "number", "mark"]
Span = tuple[int, int]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = {"Ð": "Đ", "ð": "đ", "ı": "i"}
_MARKS = {
    **dict.fromkeys("‐‑‒–—―−﹣－~∼～→", "-"),
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("⁄∕／", "/"),
    **dict.fromkeys("×✕", "x"),
    **dict.fromkeys("，、", ","),
    "．": ".",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},  # full-width digits of East Asian keyboards
}
_DIGITS = frozenset("0123456789")
_ACCENTED_BY_ALL = frozenset({"vnđ", "kg"})
# Canonical reordering of a run of combining marks costs its square, and no letter of any language
# written here carries more than two.
_MOST_MARKS = 4
# Composed letters and signs that stand for themselves alone, no control or format character among them.
_COMPOSED = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u1e00-\u1eff]*")
_STANDS_FOR = str.maketrans(_MARKS | _LETTERS)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits (with the points and commas inside it) or one other character.

    ``text`` is the cleaned piece, ``marked`` its lower-case form with one tone placement and slips of
    the keyboard put right, ``folded`` the same without accents. ``start``/``end`` are positions in the
    raw text; ``glued`` says that nothing stood between this token and the one before; ``loose`` that its
    writer leaves accents out.
    """

    kind: Kind
    text: str
    marked: str
    folded: str
    start: int
    end: int
    glued: bool
    loose: bool = True

    @property
    def plain(self) -> bool:
        """Whether the piece carries no accent."""
        return self.marked == self.folded

    def may_be(self, word: str, lenient: bool = False) -> bool:
        """Whether this is ``word`` (lower case, accented), or the word with its accents left out.

        A writer who uses accents leaves none out (``loose`` is False) unless ``lenient`` says otherwise.
        """
        if self.marked == word:
            return True
        return self.plain and (self.loose or lenient) and fold(word) == self.folded

    def is_(self, *words: str) -> bool:
        """Whether this is one of ``words`` (lower case, accented)."""
        return any(self.may_be(word) for word in words)


@dataclass(frozen=True, slots=True)
class Text:
    """A raw text and its tokens; ``accented`` tells whether its writer uses accents."""

    raw: str
    tokens: tuple[Token, ...]
    accented: bool

    def span(self, start: int, end: int) -> Span:
        """Positions in the raw text of the tokens ``start`` to ``end`` (exclusive)."""
        return self.tokens[start].start, self.tokens[end - 1].end


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents: ``Đắk Lắk`` → ``dak lak``."""
    letters = word.lower()
    return letters if letters.isascii() else letters.translate(_BARE)


class _Bare(dict[int, str]):
    """Each letter without its marks, found at its first use."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(each for each in parts if not unicodedata.combining(each))
        return self[code]


_BARE = _Bare({ord("đ"): "d"})


@lru_cache(maxsize=65536)
def settle_tone(word: str) -> str:
    """Lower-case composed form with the tone on one agreed letter: ``Hoà`` and ``Hòa`` → ``hòa``.

    The tone of an open syllable in oa, oe, uy goes on the first of the two vowels; every other
    syllable has only one spelling and stays as it is.
    """
    flat = unicodedata.normalize("NFD", word.lower())
    tone = next((c for c in flat if c in _TONES), "")
    if not tone:
        return unicodedata.normalize("NFC", flat)
    bare = unicodedata.normalize("NFC", "".join(c for c in flat if c not in _TONES))
    if bare[-2:] in ("oa", "oe", "uy") and not bare.startswith("qu"):
        return unicodedata.normalize("NFC", bare[:-1] + tone + bare[-1])
    return unicodedata.normalize("NFC", flat)


def clean(raw: str) -> str:
    """The text composed, with format and control characters taken out and spaces made plain."""
    if _COMPOSED.fullmatch(raw):
        return raw.translate(_STANDS_FOR)
    return "".join(character for character, _, _ in _characters(raw))


def tokenize(raw: str) -> Text:
    """Cuts ``raw`` into tokens.

    Full-width digits are digits; those of other scripts stay words: they are shown, never computed.
    """
    tokens = tuple(_tokens(raw))
    if not _uses_accents(tokens):
        return Text(raw, tokens, False)
    return Text(raw, tuple(replace(t, loose=False) if t.plain else t for t in tokens), True)


def _uses_accents(tokens: tuple[Token, ...]) -> bool:
    """Whether the writer uses accents: in Vietnamese two words of three have one, "đ" and names aside."""
    words = [t for t in tokens if t.kind == "word" and len(t.text) > 1 and t.marked not in _ACCENTED_BY_ALL]
    return sum(not t.plain for t in words) * 4 >= len(words) > 0


def _characters(raw: str) -> Iterator[tuple[str, int, int]]:
    """Cleaned characters with the raw positions that they came from."""
    at, length = 0, len(raw)
    while at < length:
        end = at + 1
        while end < length and unicodedata.combining(raw[end]):
            end += 1
        base = raw[at]
        category = unicodedata.category(base)
        if base in "\t\r\n" or category in ("Zs", "Zl", "Zp"):
            yield "\n" if base in "\r\n" else " ", at, end
        elif category not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            cluster = unicodedata.normalize("NFC", raw[at : min(end, at + 1 + _MOST_MARKS)])
            for character in cluster:
                yield _LETTERS.get(character, _MARKS.get(character, character)), at, end
        at = end


def _tokens(raw: str) -> Iterator[Token]:
    characters = list(_characters(raw))
    at, previous_end = 0, -1
    while at < len(characters):
        character = characters[at][0]
        if character in " \n":
            if character == "\n":
                yield Token("mark", "\n", "\n", "\n", characters[at][1], characters[at][2], False)
            at += 1
            continue
        kind, end = _run(characters, at)
        text = "".join(c for c, _, _ in characters[at:end])
        if kind == "number":
            text = text.replace(" ", ".")
        start, stop = characters[at][1], characters[end - 1][2]
        marked = settle_tone(text)
        marked = SLIPS.get(marked, marked)
        yield Token(kind, text, marked, fold(marked), start, stop, previous_end == at)
        at = previous_end = end


def _run(characters: list[tuple[str, int, int]], at: int) -> tuple[Kind, int]:
    """The kind of the token that begins at ``at`` and where it ends."""
    length = len(characters)
    first = characters[at][0]
    end = at + 1
    if first in _DIGITS:
        while end < length and (
            characters[end][0] in _DIGITS
            or (characters[end][0] in ".," and end + 1 < length and characters[end + 1][0] in _DIGITS)
        ):
            end += 1
        return "number", _past_spaces(characters, at, end)
    if not _is_letter(first):
        return "mark", end
    while end < length and (
        _is_letter(characters[end][0])
        or (characters[end][0] == "'" and end + 1 < length and _is_letter(characters[end + 1][0]))
    ):
        end += 1
    return "word", end


def _past_spaces(characters: list[tuple[str, int, int]], at: int, end: int) -> int:
    """The end of "30 000 đ": groups of three digits apart, where the word for đồng follows."""
    if end - at > 3 or characters[at][0] == "0" or any(c[0] in ".," for c in characters[at:end]):
        return end
    if at > 1 and characters[at - 1][0] == " " and characters[at - 2][0] in _DIGITS:
        return end  # the middle of a telephone
    last = end
    while (
        [c[0] in _DIGITS for c in characters[last : last + 5]][:4] == [False, True, True, True]
        and characters[last][0] == " "
        and not (last + 4 < len(characters) and characters[last + 4][0] in _DIGITS)
    ):
        last += 4
    rest = "".join(c[0] for c in characters[last : last + 5]).lstrip().casefold()
    return last if last > end and rest.startswith(("đ", "vnd", "vnđ")) else end


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" and character not in _DIGITS
