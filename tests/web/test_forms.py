from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from matchmaker.schemas.demands import DemandSchema
from matchmaker.web.forms import RecordForm, first_message

FIELDS = ("product", "quantity", "months", "invoice_required", "note")


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """A request without a chosen language."""
    with Flask(__name__).test_request_context():
        yield


def filled(**typed: str | list[str]) -> RecordForm:
    values: MultiDict[str, str] = MultiDict()
    for name, value in typed.items():
        values.setlist(name, value if isinstance(value, list) else [value])
    return RecordForm(DemandSchema, FIELDS, values)


def test_what_was_typed_becomes_a_record_without_its_empty_fields() -> None:
    form = filled(product=" Mận ", quantity="1.500", months=["6", "7"], note="  ", invoice_required="true")
    assert form.record() == {
        "product": "Mận",
        "quantity": "1.500",
        "months": ["6", "7"],
        "invoice_required": "true",
    }
    assert form.load() == {"product": "Mận", "quantity": 1500, "months": [6, 7], "invoice_required": True}


def test_fields_that_the_form_does_not_show_cannot_be_sent() -> None:
    form = filled(product="Mận", id="D1", buyer="ai đó")
    assert form.load() == {"product": "Mận"}


def test_messages_stand_in_the_order_of_the_form_with_the_fields_names() -> None:
    form = filled(quantity="x", months=["13"])
    assert form.load() is None
    assert [problem.anchor for problem in form.problems] == ["product", "quantity", "months"]
    assert form.problems[0].name == "Sản phẩm"
    assert form.error("quantity") == "Phải viết bằng số, ví dụ 1500 hoặc 2,5."
    assert form.error("note") == ""


def test_a_fresh_form_shows_what_it_begins_with() -> None:
    form = RecordForm(DemandSchema, FIELDS, initial={"quantity": 5, "months": [1, 2], "note": None})
    assert (form.value("quantity"), form.values("months"), form.value("note")) == ("5", ["1", "2"], "")


def test_the_first_message_is_found_however_deep_it_lies() -> None:
    said = {"code": "x", "vi": "Sai", "en": "Wrong"}
    assert first_message({"place": {"lat": [said]}}) == "Sai"
    assert first_message([said]) == "Sai"
