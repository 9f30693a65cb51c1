"""The base of all schemas: what counts as absent, what happens to unknown fields, how messages look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from marshmallow import EXCLUDE, INCLUDE, RAISE, Schema, ValidationError, missing, post_load
from marshmallow.fields import Field

from matchmaker.wording.errors import SENTENCES, message

REMEMBERED = 256  # sets of names that records had

Value = TypeVar("Value")
# Of each field its key in what is loaded, its name in a record, and what reads it; and the names of no field.
Asked = tuple[tuple[tuple[str, str, Callable[..., Any]], ...], tuple[str, ...]]


class Refused(ValidationError):
    """A refused value as a code with facts; the base schema adds the words."""

    def __init__(self, code: str, field: str = "_schema", **facts: Any) -> None:
        super().__init__([{"code": code, "facts": facts}], field)


class RecordField(Field[Value]):
    """A field that checks while it reads; marshmallow would put its validators together for every value."""

    def _validate(self, value: Any) -> None:
        if self.validators:
            super()._validate(value)

    def reader(self) -> Callable[..., Any]:
        """What reads a value that is there, without a look for what else could be done with each."""
        plain = not (self.validators or self.pre_load or self.post_load)
        return self._deserialize if plain else self.deserialize


class RecordSchema(Schema):
    """A record from a form, the API, a spreadsheet row or a file.

    ``RecordSchema()`` refuses unknown fields (API, forms); ``RecordSchema(keep_unknown=True)`` keeps them
    (files). null, "" and empty lists mean absent. ``local_numbers`` reads numbers as people write them in
    Viet Nam (1.234,5), for forms. ``load`` raises ``ValidationError`` whose ``messages`` map each field to a
    list of ``{"code", "vi", "en"}``.
    """

    error_messages = {"unknown": "unknown_field", "type": "not_an_object"}  # noqa: RUF012 - marshmallow's own

    def __init__(
        self,
        *,
        keep_unknown: bool = False,
        local_numbers: bool = False,
        drop_unknown: bool = False,
        **options: Any,
    ) -> None:
        options.setdefault("unknown", INCLUDE if keep_unknown else EXCLUDE if drop_unknown else RAISE)
        super().__init__(**options)
        self.local_numbers = local_numbers
        self.keep_unknown = keep_unknown
        self._asked: dict[tuple[str, ...], Asked] = {}  # by the names that a record has

    def on_bind_field(self, field_name: str, field_obj: Field) -> None:
        """Give marshmallow's own messages our codes."""
        field_obj.error_messages = field_obj.error_messages | {
            "required": "required",
            "null": "required",
            "validator_failed": "invalid_value",
        }

    def _deserialize(
        self, data: Any, *, error_store: Any, partial: Any = None, unknown: str = RAISE, **options: Any
    ) -> Any:
        """As marshmallow does, but leaving out what is null or empty, and asking only the fields that are
        there or must be: most are absent, and each would cost as much as one that is there."""
        if isinstance(data, Mapping):
            data = {name: value for name, value in data.items() if value or not _absent(value)}
        if not isinstance(data, dict) or partial is not None or options.get("many"):
            return super()._deserialize(
                data, error_store=error_store, partial=partial, unknown=unknown, **options
            )
        found: dict[str, Any] = {}
        fields, others = self._asked_of(tuple(data))
        for key, name, read in fields:
            try:
                value = read(data.get(name, missing), name, data)
            except ValidationError as refused:
                error_store.store_error(refused.messages, name)
                value = refused.valid_data or missing
            if value is not missing:
                found[key] = value
        for name in others:
            if unknown == INCLUDE:
                found[name] = data[name]
            elif unknown == RAISE:
                error_store.store_error([self.error_messages["unknown"]], name)
        return found

    def _asked_of(self, names: tuple[str, ...]) -> Asked:
        """The fields that have something to say of a record with those names, and the names of none."""
        asked = self._asked.get(names)
        if asked is None:
            named = [(field.data_key or name, name, field) for name, field in self.load_fields.items()]
            fields = tuple(
                (field.attribute or own, name, _reader(field, name in names))
                for name, own, field in named
                if field.required or name in names or field.load_default is not missing
            )
            known = {name for name, _, _ in named}
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            self._asked[names] = asked = fields, tuple(name for name in names if name not in known)
        return asked

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **_: Any) -> None:
        """Bring every message to ``{"code", "vi", "en"}``."""
        error.messages = worded(error.messages)


class CorrectionSchema(RecordSchema):
    """Fields of a record that a person confirms or corrects; null takes a confirmation back."""

    def __init__(self, **options: Any) -> None:
        super().__init__(partial=True, **options)

    @post_load(pass_original=True)
    def keep_withdrawn(self, loaded: Any, original: Any, **_: Any) -> Any:
        """Name the fields that came as null with None, for absent would mean unchanged."""
        withdrawn = [name for name in self.fields if name in original and original[name] is None]
        return {**loaded, **dict.fromkeys(withdrawn)}


def worded(messages: Any) -> Any:
    """Messages by field with each leaf as ``{"code", "vi", "en"}``; what has words already stays."""
    if isinstance(messages, str):
        return message(messages if messages in SENTENCES else "invalid_value")
    if isinstance(messages, list):
        return [worded(item) for item in messages]
    if "code" in messages and isinstance(messages["code"], str):
        return messages if "vi" in messages else message(messages["code"], messages.get("facts"))
    return {str(field): worded(inner) for field, inner in messages.items()}


def _reader(field: Field[Any], there: bool) -> Callable[..., Any]:
    """What reads a field of records in which it is there, or in which it is not."""
    return field.reader() if there and isinstance(field, RecordField) else field.deserialize


def _absent(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, list) and not value)
