"""The members an officer may enter records for, as the choices of a form."""

from __future__ import annotations

from matchmaker.permissions import Permission, actor, may
from matchmaker.queries import organisations


def member_choices(side: str) -> list[tuple[str, str]]:
    """Ids and names of the producers or buyers (``side``); empty for someone who enters only for himself."""
    if not may(Permission.ACT_FOR_MEMBER):
        return []
    return [
        (member.id, _named(member.name, member.province)) for member in organisations.members(actor(), side)
    ]


def _named(name: str, province: str) -> str:
    return f"{name} – {province}" if province else name
