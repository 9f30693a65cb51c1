"""Every refusal that a service raises by code has a sentence in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from matchmaker.wording.errors import SENTENCES

SERVICES = Path(__file__).parents[2] / "matchmaker/services"
RAISED = re.compile(r"\b(?:Conflict|SheetRefused)\(\s*\"([a-z_]+)\"")


def test_every_refusal_of_the_services_has_its_sentence() -> None:
    raised = {code for path in SERVICES.glob("*.py") for code in RAISED.findall(path.read_text("utf-8"))}
    assert len(raised) > 20
    assert sorted(raised - SENTENCES.keys()) == []
