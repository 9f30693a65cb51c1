import pytest

from matchmaker.exchange.record_files import checked_records, errors_of
from matchmaker.schemas.offers import OfferSchema
from matchmaker.wording.errors import message


@pytest.fixture
def lines(tmp_path):
    """Lines read from a file of that name and content."""

    def read(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return list(checked_records(str(path), OfferSchema(keep_unknown=True)))

    return read


def test_good_lines_give_records_and_bad_ones_their_errors(lines):
    content = b'{"id": "a", "product": "x"}\n{"id": "b", "product": "x", "months": [0]}\n'
    good, bad = lines("o.jsonl", content)
    assert (good.number, good.record["id"], good.errors) == (1, "a", ())
    assert bad.record is None
    assert [(e["line"], e["field"], e["code"]) for e in bad.errors] == [(2, "months", "not_a_month")]


def test_every_bad_field_of_a_record_is_named(lines):
    (line,) = lines("o.jsonl", b'{"id": "a", "quantity": -1, "invoice": "X"}\n')
    assert {error["field"] for error in line.errors} == {"product", "quantity", "invoice"}


def test_an_id_is_needed_and_may_not_come_twice(lines):
    found = lines("o.jsonl", b'{"product": "x"}\n{"id": "a", "product": "x"}\n{"id": "a", "product": "y"}\n')
    assert [error["code"] for line in found for error in line.errors] == ["required", "duplicate_id"]


def test_unknown_fields_of_a_file_are_kept(lines):
    (line,) = lines("o.jsonl", b'{"id": "a", "product": "x", "colour": "red"}\n')
    assert line.record["colour"] == "red"


def test_csv_rows_become_records(lines):
    content = "\ufeffid,product,months,certificates\na,vải,6;7,ATTP@2027-01-01;QR\n".encode()
    (line,) = lines("o.csv", content)
    assert line.record["months"] == [6, 7]
    assert line.record["certificates"] == ["ATTP@2027-01-01", "QR"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("o.csv", b"", "empty_file"), ("o.csv", b"id,product\n", "empty_file"),
     ("o.csv", b"\xff\xfe\x00", "not_utf8"),
     ("o.jsonl", b"\n", "empty_file")],
)  # fmt: skip
def test_files_without_records_say_so(lines, name, content, code):
    (line,) = lines(name, content)
    assert [error["code"] for error in line.errors] == [code]


def test_messages_of_nested_fields_keep_their_path():
    (error,) = errors_of("f", 3, {"place": {"lat": [message("outside_country")]}}, {"place": {"lat": 60}})
    assert (error["field"], error["line"], error["code"]) == ("place.lat", 3, "outside_country")
    assert error["message"]["en"]


@pytest.mark.parametrize(
    ("field", "value"),
    [({"place": {"lat": [message("outside_country")]}}, 60),
     ({"months": {1: [message("not_a_month")]}}, 13),
     ({"months": {7: [message("not_a_month")]}}, [1, 13])],
)  # fmt: skip
def test_the_value_is_the_one_at_the_path(field, value):
    (error,) = errors_of("f", 3, field, {"place": {"lat": 60, "lon": 105}, "months": [1, 13]})
    assert error["value"] == (value if not isinstance(value, list) else "[1, 13]")
