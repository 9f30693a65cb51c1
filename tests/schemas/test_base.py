from __future__ import annotations

from typing import Any

import pytest
from marshmallow import ValidationError, fields

from matchmaker.schemas import base
from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.fields import Text


class Visit(RecordSchema):
    guest = Text(required=True)
    words = Text()
    seats = fields.Integer(load_default=1)


def test_a_field_that_is_absent_is_asked_only_where_it_must_be_there_or_has_a_default() -> None:
    schema = Visit()
    assert schema.load({"guest": "Lan", "words": ""}) == {"guest": "Lan", "seats": 1}
    with pytest.raises(ValidationError) as refused:
        schema.load({"words": "chào"})
    assert [each["code"] for each in refused.value.messages["guest"]] == ["required"]
    assert schema.load({"guest": "Lan", "words": "chào"}) == {"guest": "Lan", "words": "chào", "seats": 1}


@pytest.mark.parametrize("partial", [True, ("guest",)])
def test_what_need_not_be_there_may_be_absent(partial: Any) -> None:
    assert Visit(partial=partial).load({"words": "chào"})["words"] == "chào"


def test_a_schema_forgets_which_fields_records_had_before_they_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(base, "REMEMBERED", 2)
    schema = Visit(keep_unknown=True)
    for number in range(5):
        name = f"more{number}"
        assert schema.load({"guest": "Lan", name: 5}) == {"guest": "Lan", "seats": 1, name: 5}
    assert len(schema._asked) <= 2


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        Visit().load([{"guest": "Lan"}])
    assert [each["code"] for each in refused.value.messages["_schema"]] == ["not_an_object"]
