"""Papers named in a text: their codes, OCOP stars, and whether the text says that they are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matchmaker.intake.phrases import Phrases
from matchmaker.intake.text import Span, Text, Token, fold

_NOT_YET = ("chưa", "không", "no", "without", "ko", "đang", "sắp", "chờ")
_STARS = ("sao", "star", "stars", "*", "★")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper named: its code, OCOP stars if said, the words; ``held`` is False where it is said to lack."""

    code: str
    stars: int | None
    held: bool
    span: Span


class Papers:
    """The names of papers, from the certificate rows (``code, name_vi, name_en, aliases``)."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        entries: list[tuple[str, str]] = []
        for row in rows:
            names = (
                row["code"],
                row.get("name_vi", ""),
                row.get("name_en", ""),
                *row.get("aliases", "").split(";"),
            )
            entries += [(name.strip(), row["code"]) for name in names if len(fold(name.strip())) > 1]
        self._phrases = Phrases(entries)

    def find(self, text: Text) -> tuple[Paper, ...]:
        """The papers named in a text, each once, in order."""
        found: dict[str, Paper] = {}
        shouted = text.raw.isupper()
        i = 0
        while i < len(text.tokens):
            hit = self._phrases.at(text.tokens, i)
            if hit is None or (hit.end - i < 2 and _is_word(text.tokens[i], shouted)):
                i += 1
                continue
            stars, end = _stars(text.tokens, i, hit.end)
            held = not any(t.is_(*_NOT_YET) for t in text.tokens[max(0, i - 3) : i])
            found.setdefault(hit.value, Paper(hit.value, stars, held, text.span(i, end)))
            i = end
        return tuple(found.values())


def _is_word(token: Token, shouted: bool) -> bool:
    """Whether a name of two letters stands as a word: "co" is "có" typed without marks, "CO" a paper."""
    return len(token.folded) < 3 and (shouted or not token.text.isupper())


def _stars(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int | None, int]:
    """Stars inside or after an OCOP name: "OCOP 4 sao", "OCOP 4*"; and the token after them."""
    for at in range(start, min(end + 1, len(tokens))):
        if tokens[at].kind == "number" and tokens[at].text in ("1", "2", "3", "4", "5"):
            starred = at + 1 < len(tokens) and tokens[at + 1].folded in _STARS
            if starred or tokens[at].glued:
                return "12345".index(tokens[at].text) + 1, max(end, at + 1 + starred)
    return None, end
