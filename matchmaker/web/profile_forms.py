"""The form of a profile: shares typed in percent, everything wrong told at its field at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from matchmaker.schemas.base import Refused
from matchmaker.schemas.numbers import parse
from matchmaker.web.forms import Problem
from matchmaker.web.language import language
from matchmaker.wording import profiles as words
from matchmaker.wording.errors import sentence
from scoring.profile import CRITERIA, THRESHOLDS, ProfileError

NAME_LONGEST, NOTE_LONGEST = 80, 500
FIELDS = (
    "name",
    *(f"weights.{name}" for name in CRITERIA),
    *(f"base.{name}" for name in CRITERIA),
    *(f"thresholds.{name}" for name in THRESHOLDS),
    "note",
)


class ProfileForm:
    """What was typed, or the values of the version that is copied; the messages of a refusal."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.typed = MultiDict(typed)
        self.messages: dict[str, str] = {}

    @classmethod
    def of(cls, name: str, content: Mapping[str, Mapping[str, float]]) -> ProfileForm:
        """The form filled with the values of a version."""
        typed = {"name": name}
        for field in FIELDS:
            part, __, value = field.partition(".")
            if value and value in content.get(part, {}):
                typed[field] = plain(field, content[part][value])
        return cls(typed)

    def value(self, field: str) -> str:
        """What stands in an input."""
        return self.typed.get(field, "")

    def error(self, field: str) -> str:
        """The message at a field, or ""."""
        return self.messages.get(field, "")

    def name(self, field: str) -> str:
        """A field's name in the reader's language."""
        return words.name_of(field, language())

    @property
    def problems(self) -> list[Problem]:
        """Everything refused, in the order of the form."""
        order = {name: index for index, name in enumerate(("", "weights", *FIELDS))}
        names = sorted(self.messages, key=lambda name: order.get(name, -1))
        return [Problem(name or "name", self._named(name), self.messages[name]) for name in names]

    @property
    def total(self) -> float | None:
        """The sum of the weights in percent; None while one of them is no number."""
        values = [self._number(f"weights.{name}") for name in CRITERIA]
        if any(isinstance(value, str) or value is None for value in values):
            return None
        return round(sum(value for value in values if isinstance(value, float)) * 100, 4)

    def data(self) -> dict[str, Any]:
        """The typed values as a profile; what is no number stays as typed, and is refused as such."""
        tables: dict[str, dict[str, Any]] = {"weights": {}, "base": {}, "thresholds": {}}
        for field in FIELDS:
            part, __, name = field.partition(".")
            value = self._number(field) if name else None
            if name and value is not None:
                tables[part][name] = value
        return {"name": self.value("name").strip(), **tables}

    def check_texts(self) -> None:
        """Refuse a name or a note that is too long to keep."""
        for field, longest in (("name", NAME_LONGEST), ("note", NOTE_LONGEST)):
            if len(self.value(field)) > longest:
                self.messages[field] = words.sentence(field, "too_long", {"max": longest}, language())

    def refuse(self, errors: list[ProfileError]) -> None:
        """Take the errors of ``Profile.from_data``; more about a number that can be read in two ways."""
        for error in errors:
            told = words.sentence(error.field, error.code, error.facts, language())
            if error.code == "not_a_number":
                told = self._unreadable(error.field) or told
            self.messages.setdefault(error.field, told)

    def _named(self, field: str) -> str:
        part = field.partition(".")[0]
        if part == "base":
            return f"{words.name_of('base', language())}, {self.name(field).lower()}"
        if field in ("name", "note"):
            return _("Tên bộ trọng số") if field == "name" else _("Sửa gì, vì sao")
        return self.name(field) if part in ("weights", "thresholds") else ""

    def _number(self, field: str) -> float | str | None:
        """The value of a field in the profile's own unit; its text where it is no number."""
        text = self.value(field).strip().removesuffix("%").strip()
        if not text:
            return None
        try:
            number = parse(text, local=True, money=False)
        except Refused:
            return text
        return round(number / words.SCALE.get(words.unit_of(field), 1.0), 12)

    def _unreadable(self, field: str) -> str:
        try:
            parse(self.value(field).strip(), local=True, money=False)
        except Refused as refused:
            told: Any = refused.messages[0]
            if told["code"] == "ambiguous_number":
                return sentence(told["code"], told["facts"], language())
        return ""


def plain(field: str, value: float) -> str:
    """A value as one would type it: in its unit, without marks between thousands."""
    text = f"{value * words.SCALE.get(words.unit_of(field), 1.0):.10g}"
    return text if language() == "en" else text.replace(".", ",")
