"""The places of a list that a person is asked about, each text once, with the places it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.models import Import
from matchmaker.services.place_answers import Chosen
from matchmaker.web.placing import ELSEWHERE, PlaceOption, options, place_of

MOST = 50  # texts asked about at once


@dataclass(frozen=True)
class Asked:
    """A text as the list has it, in how many rows, the places it may mean."""

    number: int
    text: str
    rows: int
    choices: list[PlaceOption]


def asked(found: Import) -> list[Asked]:
    """The texts that leave a choice, those of most rows first; none of a list that is not being looked at."""
    texts = found.look.get("places", []) if found.status == "checked" else []
    questions = (
        Asked(number, each["text"], each["rows"], options(each["text"])) for number, each in enumerate(texts)
    )
    return [question for question in questions if question.choices][:MOST]


def chosen(found: Import, form: Mapping[str, Any]) -> list[Chosen]:
    """What a person chose: only places that were offered, and only where one was chosen."""
    said = []
    for question in asked(found):
        choice = form.get(f"place-{question.number}", "")
        option = next((each for each in question.choices if each.value == choice), None)
        if option is not None and choice != ELSEWHERE:
            said.append(Chosen(question.text, place_of(choice), option.text))
    return said
