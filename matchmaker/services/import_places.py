"""Places of a list that may be several: what was answered before, and which texts are still to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matchmaker.exchange.sheet_rows import Mark
from matchmaker.queries import place_answers
from matchmaker.services.checked_row import Checked
from matchmaker.services.place_answers import as_written

if TYPE_CHECKING:
    from matchmaker.models import PlaceAnswer

Meanings = Mapping[str, "PlaceAnswer"]
MOST_ASKED = 200  # texts told of one list; a list of more wants another column
# Doubts that a choice among places settles.
_ASKED = frozenset({"same_name", "misspelt", "conflict", "unit_unknown"})


def meant(marks: Sequence[Mark], meanings: Meanings) -> tuple[str, Any] | None:
    """The text that a row is in doubt about and the place that it was once said to mean; None without one."""
    for text in _doubtful(marks):
        answer = meanings.get(place_answers.key(text))
        if answer is not None:
            return text, as_written(text, answer.place)
    return None


def asked(rows: Iterable[Checked]) -> list[dict[str, Any]]:
    """The texts of places still in doubt, with how many rows each stands in; the most frequent first."""
    counts = Counter(text for row in rows for text in dict.fromkeys(_doubtful(row.marks)))
    return [{"text": text, "rows": count} for text, count in counts.most_common(MOST_ASKED)]


def recalled(rows: Iterable[Checked], meanings: Meanings) -> list[dict[str, Any]]:
    """The texts that were answered before: the place, who chose it and when, and in how many rows."""
    counts = Counter(row.recalled for row in rows if row.recalled)
    return [_told(meanings[place_answers.key(text)], text, count) for text, count in counts.most_common()]


def _told(answer: PlaceAnswer, text: str, rows: int) -> dict[str, Any]:
    day = answer.chosen_at.date().isoformat()
    return {"text": text, "named": answer.named, "by": answer.chooser.name or "", "day": day, "rows": rows}


def _doubtful(marks: Iterable[Mark]) -> Iterable[str]:
    """The words of the places that are in doubt in a row."""
    for mark in marks:
        if mark.field == "place" and (mark.code in _ASKED or mark.code == "unknown_place"):
            text = str(mark.facts.get("value") or mark.value).strip()
            if text:
                yield text[: place_answers.LONGEST]
