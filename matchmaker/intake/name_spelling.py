"""Whether words of a message are written as the name of a place is: its accents, its capitals, its number."""

from __future__ import annotations

from matchmaker.intake.mention_words import DELIVERED
from matchmaker.intake.places_names import accents_agree, mark, words
from matchmaker.intake.places_units import Unit
from matchmaker.intake.text import Text, Token

LONGEST_NAME = 5
# Urban districts and wards are called by number.
OF_A_CITY = {"quan": "district", "q": "district", "phuong": "commune", "p": "commune"}
_VOWELS = frozenset("aeiouy")


def fits(text: Text, start: int, end: int, unit: Unit, cased: bool) -> bool:
    """Whether the words are written like the unit's name: its accents, and capitals if there are any."""
    tokens = text.tokens[start:end]
    small = cased and not tokens[0].text[0].isupper() and not numbered_name(tokens)
    if small and not _in_small_letters(text, start, end):
        return False
    if cased and start == 0 and not all(t.text[0].isupper() or t.kind != "word" for t in tokens):
        return False
    written = [t.text.replace("'", "") for t in tokens if t.kind != "mark"]
    names = (unit.name, *unit.aliases)
    if text.accented and not _apart(text, start, end) and not _province_last(text, start, end, unit):
        return any(_spelt_alike(written, name) for name in names)
    return any(accents_agree(written, name) for name in names)


def _in_small_letters(text: Text, start: int, end: int) -> bool:
    """Whether a hasty writer left the capitals out: initials after "giao" or "ship", or a clause of two names
    and more that has no capital at all ("tây giang quảng nam").
    """
    tokens = text.tokens
    if end - start == 1 and initials(tokens[start]) and DELIVERED.before(tokens, start):
        return True
    first, last = start, end
    while first and tokens[first - 1].kind == "word":
        first -= 1
    while last < len(tokens) and tokens[last].kind == "word":
        last += 1
    clause = tokens[first:last]
    marked = first > 0 and tokens[first - 1].text in ",;\n"
    return marked and 3 < len(clause) <= LONGEST_NAME + 1 and all(t.text.islower() for t in clause)


def _province_last(text: Text, start: int, end: int, unit: Unit) -> bool:
    """Whether a province closes its clause in capitals without its accents: "Chợ Lách Ben Tre"."""
    closed = end == len(text.tokens) or text.tokens[end].kind == "mark"
    return unit.level == "province" and closed and end - start > 1 and text.tokens[start].text[0].isupper()


def _spelt_alike(written: list[str], name: str) -> bool:
    """Whether the words have the very accents of the name; the spellings of one word count as one."""
    return "".join(map(mark, written)) == "".join(map(mark, words(name)))


def _apart(text: Text, start: int, end: int) -> bool:
    """Whether several or capitalised words stand between marks: a name even if its accents were left out."""
    marked = [i < 0 or i >= len(text.tokens) or text.tokens[i].kind == "mark" for i in (start - 1, end)]
    name = text.tokens[end - 1].text[0].isupper() or end - start > 1
    return all(marked) and start > 0 and name


def initials(token: Token) -> bool:
    """Whether the token is an abbreviation that can be no word: "TPHCM", "sg"."""
    return not _VOWELS & set(token.folded)


def numbered_name(tokens: tuple[Token, ...]) -> bool:
    """Whether these are the words of an urban district or ward with a number ("quận 5")."""
    return tokens[0].folded in OF_A_CITY and tokens[-1].kind == "number"
