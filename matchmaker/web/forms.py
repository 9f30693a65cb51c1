"""A form drawn from a marshmallow schema: what was typed, what it means as a record, what is wrong with it.

The schema is the one that validates the API and the spreadsheets; nothing is validated here. Values stay as
they were typed, so a refused form comes back unchanged.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.fields import Listed
from matchmaker.web.language import language
from matchmaker.wording import labels


@dataclass(frozen=True)
class Problem:
    """One refused field: the anchor to jump to, its name and the message, in the reader's language."""

    anchor: str
    name: str
    message: str


class RecordForm:
    """A form over the chosen ``fields`` of a schema.

    ``typed`` is the request's form or None for a fresh one, which shows ``initial``. ``renamed`` maps a field
    of the schema to the input that stands for it where the form asks in simpler words.
    """

    def __init__(
        self,
        schema: type[RecordSchema],
        fields: tuple[str, ...],
        typed: MultiDict[str, str] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.schema = schema(local_numbers=True)
        self.fields = fields
        self.typed = MultiDict(typed) if typed is not None else _as_typed(initial or {})
        self.messages: dict[str, str] = {}

    def value(self, name: str) -> str:
        """What stands in an input."""
        return self.typed.get(name, "")

    def values(self, name: str) -> list[str]:
        """What is ticked in a group of check boxes."""
        return self.typed.getlist(name)

    def name(self, field: str) -> str:
        """The field's name in the reader's language."""
        return labels.label("field", field, language())

    def error(self, name: str) -> str:
        """The message at a field, or ""."""
        return self.messages.get(name, "")

    @property
    def problems(self) -> list[Problem]:
        """Everything refused, in the order of the form."""
        order = {name: index for index, name in enumerate(self.fields)}
        names = sorted(self.messages, key=lambda name: order.get(name.removesuffix("_choice"), -1))
        return [Problem(name, self._known_name(name), self.messages[name]) for name in names]

    def record(self) -> dict[str, Any]:
        """The typed values as a record of the interchange format; empty ones are left out."""
        record: dict[str, Any] = {}
        for name in self.fields:
            if name == "invoice_required":  # yes, or the kinds that serve
                record[name] = ";".join(self.typed.getlist(name))
            elif isinstance(self.schema.fields[name], Listed):
                record[name] = self.typed.getlist(name)
            else:
                record[name] = self.value(name).strip()
        return {name: value for name, value in record.items() if value}

    def load(
        self, extra: Mapping[str, Any] | None = None, left_out: Collection[str] = ()
    ) -> dict[str, Any] | None:
        """The validated record, or None when something is refused; then the messages are kept.

        ``extra`` goes above what was typed, fields ``left_out`` are not looked at.
        """
        typed = {name: value for name, value in self.record().items() if name not in left_out}
        try:
            loaded: dict[str, Any] = self.schema.load(typed | dict(extra or {}))
        except ValidationError as error:
            self.refuse(error.messages_dict)
            return None
        return loaded

    def refuse(self, messages: Mapping[str, Any]) -> None:
        """Take messages ``{field: [{"code", "vi", "en"}]}``, from the schema or from a service."""
        for field, message in messages.items():
            self.messages[field] = first_message(message)

    def _known_name(self, field: str) -> str:
        name = self.name(field)
        return "" if name == field else name


def _as_typed(initial: Mapping[str, Any]) -> MultiDict[str, str]:
    typed: MultiDict[str, str] = MultiDict()
    for name, value in initial.items():
        if isinstance(value, (list, tuple)):
            typed.setlist(name, [str(item) for item in value])
        elif value is not None:
            typed[name] = str(value)
    return typed


def first_message(message: Any) -> str:
    """The first message of a list or of a nested object, in the reader's language."""
    while not (isinstance(message, Mapping) and language() in message):
        message = next(iter(message.values())) if isinstance(message, Mapping) else message[0]
    text: str = message[language()]
    return text
