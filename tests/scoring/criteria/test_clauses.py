"""A specification falls into the things that it asks, each as the buyer wrote it."""

import pytest

from scoring.criteria.clauses import clauses, is_of_sorts


@pytest.mark.parametrize(
    ("spec", "asks"),
    [
        ("size đều, không dập", ["size đều", "không dập"]),
        ("túi 250 g, 500 g hoặc 1 kg", ["túi 250 g, 500 g hoặc 1 kg"]),
        ("tím, vàng hoặc trắng, mới hái", ["tím, vàng hoặc trắng", "mới hái"]),
        ("quả to, chín đều hoặc ương", ["quả to", "chín đều hoặc ương"]),
        ("dạt B, C", ["dạt B, C"]),
        ("size M, L, không dập", ["size M, L", "không dập"]),
        ("loại 1, 2 kg/quả", ["loại 1", "2 kg/quả"]),
    ],
)
def test_each_clause_is_asked_once_and_a_choice_is_one(spec, asks):
    assert clauses(spec) == asks


def test_a_clause_that_names_sorts_alone_is_told_with_the_goods():
    sorts = frozenset(("cam sanh", "v2"))
    assert is_of_sorts("cam sanh hoac v2", sorts)
    assert not is_of_sorts("v2 size deu", sorts)


def test_contents_behind_a_pack_are_a_choice_of_it():
    assert clauses("gói van 250 g, 500 g; thùng 10 kg") == ["gói van 250 g, 500 g", "thùng 10 kg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("khúc 300–500 g, -18°C, mạ băng ≤10%", ["khúc 300–500 g", "-18°C", "mạ băng ≤10%"]),
        ("−40 độ; nguyên con", ["−40 độ", "nguyên con"]),
        ("- 20 độ C, túi 1 kg", ["- 20 độ C", "túi 1 kg"]),
        ("glaze 10%, -18°C or colder", ["glaze 10%", "-18°C or colder"]),
        ("- thăn, - không xương", ["thăn", "không xương"]),
        ("- 5 kg/thùng", ["5 kg/thùng"]),
    ],
)
def test_a_temperature_keeps_its_minus(text, found):
    assert clauses(text) == found
