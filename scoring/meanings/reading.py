"""Texts read by the table of meanings: what each part of them says and denies, and the words left over."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scoring.meanings.table import NOTHING, Literal, table
from scoring.product.normalise import Syllable, could_be_vietnamese, has_marks, syllables


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SENTENCES = re.compile(r"[;\n]|\.(?:\s|$)")
_ITEMS = re.compile(r",(?!\d)|[()]|\s[-–—]\s|:\s")
_DENIES = frozenset(("không", "khong", "ko", "chưa", "chẳng", "without", "non", "not", "never", "no"))
_PLAIN_DENIES = frozenset(("khong", "ko", "chua", "without", "non", "not", "never", "no"))
# What may stand between a denial and what it denies, folded.
_BETWEEN = _words(
    "co dung su bi qua chua them pha tam xong hun phun ngam xu ly bang lan con dinh cho bat ky he duoc tron "
    "chat loai hang cac nhung any added use used using of contain containing visible the a an artificial by "
    "with from traces trace in bo sung don ton du nhiem va hay hoac and or nor"
)
_JOINTS = frozenset(("va", "hay", "hoac", "and", "or", "nor"))
_LISTED = frozenset(("additive", "flaw"))  # what a denial runs on to: "không phẩm màu, chất bảo quản"
_SET = re.compile(
    r"\b(?:bộ|bo|set of|nest of|set)[ -](?P<a>\d+|ba|two|three|four|five|six)\b|"
    r"\b(?P<b>\d+|two|three|four|five)[ -]?(?:piece|pieces|pcs|chiếc|chiec|cái|cai|món|mon)?[ -]?"
    r"(?:set\b|/ ?bộ|/ ?bo\b|/ ?set)",
    re.IGNORECASE,
)
_NUMBERS = {"ba": "3", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


class Said(NamedTuple):
    """A meaning that a part says or denies, with the words that do, as they stand in it."""

    literal: Literal
    words: str


class Part(NamedTuple):
    """A part of a text, what it says, its words that the table does not know, and of how many a set is."""

    text: str
    said: tuple[Said, ...]
    rest: tuple[str, ...]
    sets: frozenset[str]


@lru_cache(maxsize=65_536)
def parts(text: str) -> tuple[Part, ...]:
    """The parts of a text between its commas, brackets and full stops, each read by the table."""
    found: list[Part] = []
    for sentence in _SENTENCES.split(text):
        listed = False  # whether what is denied goes on behind the comma
        for item in _ITEMS.split(sentence):
            if not item.strip():
                continue
            part, listed = _read(item.strip(" .,"), listed)
            found.append(part)
    return tuple(found)


def _read(text: str, listed: bool) -> tuple[Part, bool]:
    """A part read; ``listed``: it goes on with a list of what is denied. The second is whether it does."""
    sets = frozenset(_NUMBERS.get(n.lower(), n) for m in _SET.finditer(text) for n in m.groups() if n)
    kept = _SET.sub(" ; ", text) if sets else text
    words = syllables(kept)
    marked, english = has_marks(words), any(_is_english(word) for word in words)
    said: list[Said] = []
    rest: list[str] = []
    denied = denying = False
    for_next: list[str] = []  # words behind a denial that are no meaning by themselves
    at = 0
    while at < len(words):
        size, literal = _phrase(words, at, marked, english)
        if literal and size > 1 and _denies(words, at, marked, english):
            longer, other = _phrase(words, at + 1, marked, english)
            if other and longer >= size:  # "không pha đường mía", and not "không pha đường"
                literal = None
        if literal is None:
            word = words[at]
            if _denies(words, at, marked, english):
                rest += for_next
                for_next, denying = [word.raw], True
            elif denying and word.plain in _BETWEEN and not word.broken:
                for_next.append(word.raw)
            elif word.plain == "free" and said and _behind_free(words, at):
                said[-1] = Said(Literal(said[-1].literal.meaning, False), f"{said[-1].words} free")
            else:
                rest += [*for_next, word.raw] if denying else [word.raw]
                denying, for_next = False, []
            at += 1
            continue
        if (
            literal.said
            and literal.meaning != NOTHING
            and _of(literal) == "part"
            and not _ends(words, at + size)
        ):
            rest += [*for_next, words[at].raw]  # "có hạt điều" has cashews and no seeds
            denying, for_next, at = False, [], at + 1
            continue
        if literal.said and at and words[at - 1].plain in _AGAINST and _of(literal) in _LISTED:
            rest += [*for_next, words[at].raw]  # "chống mốc" says nothing of mould
            denying, for_next, at = False, [], at + 1
            continue
        if literal.said and at + size < len(words) and words[at + size].plain in _OFF:
            literal = Literal(literal.meaning, _of(literal) != "part")  # "with seeds removed"
            size += not literal.said
        raw = [word.raw for word in words[at : at + size]]
        if literal.meaning == NOTHING:
            rest += [*for_next, *raw]
            denying, for_next = False, []
        elif (
            denying
            or _cleaned_of(words, at, literal, rest)
            or (listed and literal.said and not said and not rest and _of(literal) in _LISTED)
        ):
            said.append(Said(Literal(literal.meaning, not literal.said), " ".join((*for_next, *raw))))
            denied = True
            joined = at + size < len(words) and words[at + size].plain in _JOINTS
            for_next, denying = [], joined and _of(literal) in _LISTED
            if denying:
                at += 1
        else:
            said.append(Said(literal, " ".join(raw)))
            denied |= not literal.said
        at += size
    rest += for_next
    goes_on = (denied or listed) and not rest and all(_of(one.literal) in _LISTED for one in said)
    return Part(text, tuple(said), tuple(rest), sets), goes_on and bool(said)


def _phrase(words: tuple[Syllable, ...], at: int, marked: bool, english: bool) -> tuple[int, Literal | None]:
    """The longest phrase that begins at a word, and what it means."""
    known = table()
    if not marked and not at and (entire := known.alone.get(tuple(word.plain for word in words))):
        return len(words), entire.literal
    phrases = known.marked if marked else known.plain
    longest = known.longest.get(words[at].marked if marked else words[at].plain, 0)
    run = tuple([word.marked if marked else word.plain for word in words[at : at + longest]])
    for size in range(len(run), 0, -1):
        found = phrases.get(run[:size])
        if not found or any(word.broken for word in words[at + 1 : at + size]):
            continue
        if size == 1 and (_is_name(words, at) or (found.english_only and not (english or marked))):
            continue
        return size, found.literal
    return 1, None


_BEHIND = _words(
    "va loai hang ruou size co dong tuoi kho truoc khi cho ngon hoac and or with for in per only sach nguyen "
    "bo khong de con ca"
)


def _cleaned_of(words: tuple[Syllable, ...], at: int, literal: Literal, rest: list[str]) -> bool:
    """Whether what is named is said to be out, by words that are taken off: "sạch sâu mọt"."""
    if _of(literal) != "flaw" or not literal.said or not at:
        return False
    before = [word.plain for word in words[max(at - 2, 0) : at]]
    size = 2 if before == ["clean", "of"] else 1 if before[-1] in ("sach", "het") else 0
    if size:
        del rest[-size:]
    return size > 0


_AGAINST = _words("chong phong ngua tranh anti against prevent prevents")
_OFF = _words("removed off trimmed")


def _ends(words: tuple[Syllable, ...], at: int) -> bool:
    """Whether the name of a part ends before a word, and does not go on as that of other goods."""
    if at >= len(words) or words[at].broken or words[at].plain in _BEHIND:
        return True
    before = words[at - 1]
    return any(c.isdigit() for c in words[at].plain) or _is_english(words[at]) or _is_english(before)


def _is_name(words: tuple[Syllable, ...], at: int) -> bool:
    """Whether a word with a capital is part of a name, behind or before another one that has it too."""
    if not words[at].raw[:1].isupper() or words[at].raw.isupper():
        return False
    around = [words[n].raw for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return (at > 0 and len(words) > 1) or any(word[:1].isupper() for word in around)


def _is_english(word: Syllable) -> bool:
    letters = word.plain.isalpha() and word.marked == word.plain
    return letters and len(word.plain) > 2 and not could_be_vietnamese(word.plain)


def _denies(words: tuple[Syllable, ...], at: int, marked: bool, english: bool) -> bool:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if word.plain == "free":
        return after is not None and after.plain in ("of", "from")
    if word.plain in ("no", "non"):
        return (
            after is not None
            and word.marked == word.plain
            and (english or not could_be_vietnamese(after.plain))
        )
    return (word.marked if marked else word.plain) in (_DENIES_MARKED if marked else _PLAIN_DENIES)


_DENIES_MARKED = frozenset("".join(each.marked for each in syllables(word)) for word in _DENIES)


def _behind_free(words: tuple[Syllable, ...], at: int) -> bool:
    """Whether the "free" behind a word denies it: "sulphur-free", and no "free range" nor "free delivery"."""
    after = words[at + 1].plain if at + 1 < len(words) and not words[at + 1].broken else ""
    return not words[at].broken and after not in (
        "range",
        "ship",
        "delivery",
        "trade",
        "to",
        "roaming",
        "from",
    )


def _of(literal: Literal) -> str:
    return table().meanings[literal.meaning].of
