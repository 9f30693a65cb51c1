"""The table of meanings holds together: what it points to is there, and no phrase says two things."""

import csv
from importlib.resources import files

import pytest

from scoring.meanings.table import Literal, implied, table

ROWS = list(csv.DictReader(files("scoring").joinpath("meanings/words.csv").read_text("utf-8").splitlines()))
KEYS = {row["meaning"] for row in ROWS} - {"-"}


def test_it_is_broad_and_each_meaning_stands_once():
    assert len(KEYS) >= 250
    assert len(KEYS) == sum(row["meaning"] != "-" for row in ROWS)


@pytest.mark.parametrize("column", ["kind_of", "follows_from"])
def test_what_a_meaning_points_to_is_there(column):
    named = {each.removeprefix("!") for row in ROWS for each in row[column].split(";") if each}
    assert named <= KEYS


def test_a_group_holds_several():
    groups = [row["apart"] for row in ROWS if row["apart"]]
    assert not [group for group in groups if groups.count(group) == 1]


@pytest.mark.parametrize("columns", [("vi", "vi_not"), ("en", "en_not")])
def test_no_phrase_says_two_things(columns):
    said = {}
    for row in ROWS:
        for column in columns:
            for phrase in filter(None, row[column].split(";")):
                said.setdefault(phrase.removeprefix("*").lower(), set()).add((row["meaning"], column))
    assert not {phrase: found for phrase, found in said.items() if len(found) > 1}


def test_a_kind_implies_what_it_is_a_kind_of_and_a_denial_its_kinds():
    assert Literal("dyed", True) in implied(Literal("indigo", True))
    assert Literal("preservative", False) in implied(Literal("additive", False))
    assert Literal("additive", False) not in implied(Literal("preservative", False))
    assert Literal("low_sugar", True) in implied(Literal("added_sugar", False))


def test_a_folded_phrase_of_two_meanings_is_none():
    assert ("khong", "vo") not in table().plain  # không vỏ, không vỡ
