"""Versions of profiles as pages name them, and their values beside those in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from matchmaker.models import ProfileVersion
from matchmaker.queries import profiles
from matchmaker.web.language import language
from matchmaker.wording import profiles as words
from scoring.profile import CRITERIA, THRESHOLDS


@dataclass(frozen=True)
class ProfileLine:
    """One version: its title, who made it and when, and whether rankings are made with it now."""

    id: int
    title: str
    author: str
    made_at: datetime | None
    note: str
    active: bool
    url: str

    @classmethod
    def named(cls, row: ProfileVersion, active: str | None) -> ProfileLine:
        """From a version; ``active`` is the digest of the one in use."""
        return cls(
            id=row.id,
            title=words.title(row.name, row.number, row.delivered, language()),
            author=_("kèm phần mềm") if row.delivered else row.author,
            made_at=row.made_at,
            note=row.note,
            active=row.digest == active,
            url=url_for("profiles.one", profile_id=row.id),
        )

    @classmethod
    def of(cls, digest: str) -> ProfileLine:
        """The version with which a match was made; its digest where nobody kept that version."""
        row = profiles.of_digest(digest)
        if row is None:
            title = _("bộ trọng số cũ %(digest)s", digest=digest)
            return cls(0, title, "", None, "", active=False, url="")
        return cls.named(row, profiles.active_digest())


@dataclass(frozen=True)
class ValueLine:
    """One value of a profile, beside the one in use where that differs; ``share`` 0..1 draws a bar."""

    name: str
    hint: str
    value: str
    active: str
    share: float


def value_lines(version: ProfileVersion, active: ProfileVersion) -> dict[str, Sequence[ValueLine]]:
    """The values of a version by part: weights, base, thresholds."""
    names = {"weights": CRITERIA, "base": CRITERIA, "thresholds": tuple(THRESHOLDS)}
    return {part: [_line(version, active, part, name) for name in names[part]] for part in names}


def _line(version: ProfileVersion, active: ProfileVersion, part: str, name: str) -> ValueLine:
    field, lang = f"{part}.{name}", language()
    value, other = (row.content.get(part, {}).get(name) for row in (version, active))
    return ValueLine(
        name=words.name_of(field, lang),
        hint=words.hint_of(name, lang) if part == "thresholds" else "",
        value="–" if value is None else words.shown(field, value, lang),
        active="" if other is None or other == value else words.shown(field, other, lang),
        share=value or 0.0,
    )
