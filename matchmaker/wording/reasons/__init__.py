"""Why a match is where it is, as an officer would say it: sentences for reasons, vetoes and missing steps.

Every sentence names a figure or a word of both records where they have one, and what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from matchmaker.wording.reasons import (
    conditions,
    delivery,
    goods,
    open_prices,
    preferences,
    price,
    season,
    volume,
)
from matchmaker.wording.reasons.missing import STEPS
from matchmaker.wording.reasons.notes import noted
from matchmaker.wording.reasons.phrases import Teller
from matchmaker.wording.reasons.vetoes import VETOES

_TWICE_CLOSED = re.compile(r"(?<=[A-Z])\.\.(?= |$)")  # "GlobalG.A.P.." at the end of a sentence

SENTENCES: dict[str, Teller] = {
    **goods.REASONS,
    **volume.REASONS,
    **season.REASONS,
    **delivery.REASONS,
    **price.REASONS,
    **open_prices.REASONS,
    **conditions.REASONS,
    **preferences.REASONS,
    **VETOES,
    **STEPS,
}


def sentence(code: str, facts: Mapping[str, Any], lang: str) -> str:
    """The sentence for a code of ``scoring`` in "vi" or "en"; an unknown code reads as itself."""
    teller = SENTENCES.get(code)
    if teller is None:
        return code
    text = teller(facts, lang)
    text += noted(facts, lang, code, told=text)
    text = _TWICE_CLOSED.sub(".", text)
    return text[:1].upper() + text[1:]
