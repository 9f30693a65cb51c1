"""What is told or asked of goods twice, by their name and by the specification, is told once."""

from __future__ import annotations

from scoring.columns.alive import dressed
from scoring.criteria.clauses import UNMET, UNSAID
from scoring.criteria.measures import measures
from scoring.criteria.packs import packs_in
from scoring.criteria.verdict import Facts
from scoring.units import fold


def holds_any(clause: str, words: list[str]) -> bool:
    """Whether a clause holds any of some words, whole and folded."""
    return any(f" {fold(each)} " in f" {fold(clause)} " for each in words)


def ask_once(facts: Facts) -> None:
    """Takes from the clauses of a specification those that are told or asked with the goods themselves, and
    from the words of these what a clause asks whole: "nguyên vỏ" of "quả khô nguyên vỏ"."""
    if not facts.get("spec"):
        if facts.get("demanded_set") and not facts.get("offered_set"):
            facts["spec"] = []
        return
    whole = [row["asks"] for row in facts["spec"] if row["says"] in (UNSAID, UNMET)]
    name = fold(facts["demanded"])
    if unsaid := facts.get("unsaid"):
        named_whole = [each for each in whole if fold(each) in name]  # "hút chân" of "hút chân không"
        kept = [words for words in unsaid if fold(words) in name or not _within(words, whole)]
        facts["unsaid"] = [words for words in kept if not _within(words, named_whole)]
        if not facts["unsaid"]:
            del facts["unsaid"]
    told = {fold(row["asks"]) for row in facts.get("apart") or ()}
    told |= {fold(words) for words in facts.get("unsaid") or ()}
    told |= {fold(words) for words in facts.get("demanded_grade") or () if len(words) > 1}
    if told and facts.get("spec"):
        facts["spec"] = [clause for clause in facts["spec"] if not _told(fold(clause["asks"]), told, name)]
    if (named := facts.get("named_apart")) and facts.get("spec"):
        facts["spec"] = [
            row for row in facts["spec"]
            if row["says"] == UNMET or measures(row["asks"]) or not holds_any(row["asks"], named["asks"])
        ]  # fmt: skip  # figures stand beside the sort
    if facts.get("to_slaughter") and facts.get("spec"):
        facts["spec"] = [clause for clause in facts["spec"] if not _of_the_dead(clause)]
    if facts.get("demanded_set") and not facts.get("offered_set"):  # the box is one for the whole set
        facts["spec"] = [clause for clause in facts.get("spec") or () if not packs_in(clause["asks"])]
    if facts.get("packs") and any(
        packs_in(clause["asks"]) and clause["says"] != UNSAID for clause in facts.get("spec") or ()
    ):
        del facts["packs"]


def _told(plain: str, told: set[str], name: str) -> bool:
    """Whether a clause is told with the goods, or is a part of their name that is asked with more of it."""
    return plain in told or (plain in name and any(f" {plain} " in f" {each} " for each in told))


def _within(words: str, clauses: list[str]) -> bool:
    """Whether a clause holds some words beside others."""
    return any(holds_any(each, [words]) and fold(each) != fold(words) for each in clauses)


def _of_the_dead(clause: Facts) -> bool:
    """Whether a clause asks for slaughter, a cut or a pack that no live animal is in, and no size."""
    figures = any(letter.isdigit() for letter in clause["asks"])
    return not figures and (dressed(clause["asks"]) or clause["says"] == UNSAID)
