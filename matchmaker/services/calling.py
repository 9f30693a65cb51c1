"""Open the telephones of organisations to call them; that they were opened is in the trail."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.models import User
from matchmaker.queries import conference_prints
from matchmaker.services import audit
from matchmaker.services.transaction import use_case


@use_case
def contacts(
    organisations: Iterable[str], actor: User, subject: str = "questions", subject_id: str | int = "calls"
) -> dict[str, list[dict[str, str]]]:
    """Whom to call at each organisation: name, role, telephone. The caller read them through its scope.

    ``subject`` and ``subject_id`` say in the trail what they are called about.
    """
    rows = conference_prints.organisations(sorted(set(organisations)))
    found = {
        row.id: [{"name": c.name, "role": c.role, "phone": c.phone} for c in row.contacts] for row in rows
    }
    opened = sorted(name for name, people in found.items() if people)
    if opened:
        audit.record("contacts.opened", subject, subject_id, {"organisations": opened}, actor)
    return found
