"""The readers of the reference tables and of the demonstration set."""

import csv

import pytest

from seeds import demo, reference, tables

EXPECTED = {
    *("products", "places", "roads", "coefficients", "provinces", "certificates", "channels", "markets"),
    *(
        "channel_requirements",
        "units",
        "synonyms",
        "lunar_months",
        "lunar_events",
        "routes_typical",
        "SOURCES",
    ),
}


def test_every_table_of_the_contract_is_there():
    assert set(tables()) >= EXPECTED


@pytest.mark.parametrize("name", tables())
def test_every_row_has_every_column_and_only_text(name):
    rows = reference(name)
    columns = list(rows[0])
    for row in rows:
        assert list(row) == columns
        assert all(isinstance(value, str) and value == value.strip() for value in row.values()), row


@pytest.mark.parametrize("name", tables())
def test_a_table_ends_its_lines_alike_and_is_utf_8(name):
    from seeds import _HERE

    raw = (_HERE / "reference" / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert list(csv.reader(raw.decode("utf-8").splitlines()))


def test_asking_twice_gives_equal_lists_that_may_be_sorted_apart():
    first, second = reference("units"), reference("units")
    first.clear()
    assert second == reference("units")
    assert second


def test_a_table_that_does_not_exist_is_an_error():
    with pytest.raises(FileNotFoundError):
        reference("weather")


def test_a_demonstration_file_has_a_path_and_an_unknown_one_is_an_error():
    assert demo("offers.jsonl").is_file()
    with pytest.raises(FileNotFoundError):
        demo("secrets.jsonl")
