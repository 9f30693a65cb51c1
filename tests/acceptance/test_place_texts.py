"""Places as people write them, against what the maps and the law say (``cases/place_texts.psv``).

Each row holds a text and the unit that it means: its name, its province on the map of today, the levels at
which it may rightly be told (D old district or its town, O old commune, C commune, I island or special zone,
P point) and, for an old commune, the commune it is in now where that is certain. ``answer`` is ``is`` (this
unit), ``ask`` (never without a question), ``conflict`` (the names contradict each other) or ``none`` (on no
map of the country). The expectations were written from the maps before anything was resolved.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from matchmaker.intake.gazetteer import Gazetteer, PlaceMatch, Resolution
from matchmaker.intake.places_names import joined_key
from seeds import reference

_CASES = Path(__file__).parent / "cases" / "place_texts.psv"
_LEVELS = {
    "D": {"old_district", "town"},
    "O": {"old_commune"},
    "C": {"commune"},
    "I": {"island"},
    "P": {"point"},
}
_ASKED_AMONG = 3
GOOD = frozenset(("resolved", "asked", "left"))

Case = dict[str, str]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_rows(reference("places"), reference("provinces"))


def cases() -> list[Case]:
    with _CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def is_right(match: PlaceMatch, case: Case) -> bool:
    """Whether an answer is the unit meant, at a level that is no coarser than what was written."""
    named = {joined_key(n) for n in (match.locality, match.commune, match.old_district, match.name)}
    named.add(joined_key(match.name.partition(",")[0]))
    return (
        match.province == case["province"]
        and joined_key(case["name"]) in named
        and any(match.level in _LEVELS[letter] for letter in case["levels"])
        and case["commune"] in ("", match.commune)
    )


def outcome(found: Resolution, case: Case) -> str:
    """resolved, asked, left (rightly no answer), missed, or silent: wrong or coarser without a doubt."""
    best, first = found.best, found.candidates[:_ASKED_AMONG]
    right = best is not None and is_right(best, case)
    among = right or any(is_right(match, case) for match in first)
    sure = best is not None and found.doubt is None
    match case["answer"]:
        case "none":
            return "silent" if sure else "left" if best is None else "missed"
        case "ask" | "conflict":
            return "silent" if sure else "asked" if among or not case["name"] else "missed"
    if right:
        return "resolved"
    return "silent" if sure else "asked" if among else "missed"


def test_no_text_is_silently_taken_for_another_place_or_a_coarser_one(gazetteer: Gazetteer) -> None:
    wrong = [
        f"{case['text']} → {found.best.name if found.best else ''}"
        for case in cases()
        if outcome(found := gazetteer.resolve(case["text"], endpoint=True), case) == "silent"
    ]
    assert not wrong


def test_nearly_every_text_is_resolved_or_asked_with_the_right_place_among_the_first_three(
    gazetteer: Gazetteer,
) -> None:
    outcomes = Counter(outcome(gazetteer.resolve(c["text"], endpoint=True), c) for c in cases())
    assert sum(outcomes[good] for good in GOOD) >= 0.97 * len(cases()), outcomes


def test_the_list_is_long_and_no_text_stands_twice() -> None:
    texts = [case["text"] for case in cases()]
    assert len(texts) >= 300
    assert len(texts) == len(set(texts))
