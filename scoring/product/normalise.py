"""Text to syllables, each in two spellings: with its marks, and folded to plain letters.

The marked spelling is made independent of where a typist puts the tone ("hoà" and "hòa" are one
syllable), of composed or decomposed Unicode, of case, and of the Icelandic Ð that some keyboards give.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

# One Vietnamese syllable without marks: onset, vowels, coda. English words mostly fail it.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uye|uyu|uya|ieu|yeu|uoi|uou|oai|oay|oeo|uay|oao|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu"
    r"|uy|ye|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
# "Ng" and "g" are spelt with an h before e, ê, i and without one elsewhere; writers often slip.
_NG_BEFORE_FRONT = re.compile(r"^ng(?=[eê])|^ng(?=i(?!a|e|ê|u|o|ơ))")
_NGH_BEFORE_BACK = re.compile(r"^(n?g)h(?=[aăâoôơuư])")
_WORD = re.compile(r"[^\W_]+")
_COMMAS = frozenset(",;/+&")
_BREAKS = frozenset(",;:/()[]|+–—-\n&.")
_JOINTS = ("", " ", "-")

# How short forms are spelt in registers and chat, expanded before anything else is read.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "nc": ("nước",),
    "cf": ("cà", "phê"),
    "cfe": ("cà", "phê"),
    "cafe": ("cà", "phê"),
    "cafê": ("cà", "phê"),
    "caphe": ("cà", "phê"),
    "sr": ("sầu", "riêng"),
    "olong": ("ô", "long"),
    "ôlong": ("ô", "long"),
    "đtht": ("đông", "trùng", "hạ", "thảo"),
    "passionfruit": ("passion", "fruit"),
    "dragonfruit": ("dragon", "fruit"),
    "starfruit": ("star", "fruit"),
    "birdnest": ("bird", "nest"),
    "fiber": ("fibre",),
    "fibers": ("fibre",),
    "coco": ("coconut",),
    "curcuma": ("turmeric",),
    "lychees": ("lychee",),
    "litchi": ("lychee",),
    "litchis": ("lychee",),
    "chilli": ("chili",),
    "chillies": ("chili",),
    "chilies": ("chili",),
    "chile": ("chili",),
}


@dataclass(frozen=True, slots=True)
class Syllable:
    """One word as written (``raw``), its marked and its plain spelling, and what stands before it.

    ``broken`` tells that a comma, a bracket or another break stands between it and the word before,
    ``listed`` that this break parts the items of a list.
    """

    raw: str
    marked: str
    plain: str
    broken: bool = False
    listed: bool = False


@lru_cache(maxsize=65536)
def spellings(word: str) -> tuple[str, str]:
    """The marked and the plain spelling of one word; the tone is moved to the end of the marked one."""
    lowered = _orthographic(unicodedata.normalize("NFC", word).lower().replace("\u00f0", "đ"))
    decomposed = unicodedata.normalize("NFD", lowered)
    tones = "".join(c for c in decomposed if c in TONES)
    body = "".join(c for c in decomposed if c not in TONES)
    plain = "".join(c for c in body if not unicodedata.combining(c)).replace("đ", "d")
    if tones or plain != body:
        return unicodedata.normalize("NFC", body) + tones, plain
    stem = _singular(plain)
    return stem, stem


def marked_words(text: str) -> frozenset[str]:
    """The marked spellings of the words of a text."""
    return frozenset(spellings(word)[0] for word in text.split())


def _orthographic(word: str) -> str:
    """ "Ngệ" is "nghệ" and "nghô" is "ngô": a slip that leaves no doubt of the word meant."""
    if not word.startswith(("ng", "gh")):
        return word
    body = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _NGH_BEFORE_BACK.sub(r"\1", _NG_BEFORE_FRONT.sub("ngh", body)))


def _singular(word: str) -> str:
    """An English plural brought to its singular; no Vietnamese syllable ends in s, so none is touched."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us")) or word[-3:] in ("sis", "xis"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("eaves"):
        return word[:-3] + "f"
    if word.endswith(("oes", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]


def fold(text: str) -> str:
    """The text in small plain letters, marks removed, spaces single."""
    return " ".join(s.plain for s in syllables(text))


@lru_cache(maxsize=65_536)
def syllables(text: str) -> tuple[Syllable, ...]:
    """The words of a text in order, short forms expanded; each name is looked at from several sides."""
    text = unicodedata.normalize("NFC", text)
    if text.replace(" ", "").isalnum():  # nothing but words and spaces
        return tuple(chain.from_iterable(_of_word(word, False, False) for word in text.split()))
    found: list[Syllable] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        end = match.end()
        broken = gap not in _JOINTS and not _BREAKS.isdisjoint(gap)
        found += _of_word(match.group(), broken, broken and not _COMMAS.isdisjoint(gap))
    return tuple(found)


@lru_cache(maxsize=65_536)
def _of_word(raw: str, broken: bool, listed: bool) -> tuple[Syllable, ...]:
    """One word after a gap, or what it is short for: only the first of these stands after the gap."""
    first, *others = ABBREVIATIONS.get(raw.lower(), (raw,))
    rest = (Syllable(raw, *spellings(part)) for part in others)
    return (Syllable(raw, *spellings(first), broken, listed), *rest)


def has_marks(words: tuple[Syllable, ...]) -> bool:
    """True where any word was written with Vietnamese marks (đ counts)."""
    return any(not word.raw.isascii() and _is_marked(word.raw) for word in words)


def _is_marked(word: str) -> bool:
    marked, plain = spellings(word)
    return marked != plain


def marked_around(words: Iterable[str], others: Iterable[str]) -> bool:
    """True where ``words`` carry no marks and one of the ``others``, fields of the same record, does."""
    return not any(_any_marks(text) for text in words) and any(_any_marks(text) for text in others)


def _any_marks(text: str) -> bool:
    return not text.isascii() and has_marks(syllables(text))


@lru_cache(maxsize=65536)
def could_be_vietnamese(plain: str) -> bool:
    """True where a folded word has the build of a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(plain) is not None
