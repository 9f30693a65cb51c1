from __future__ import annotations

import string

import pytest

from matchmaker.wording import commands, errors


@pytest.mark.parametrize("table", [errors.SENTENCES, commands.SENTENCES])
def test_both_languages_name_the_same_facts(table: dict[str, tuple[str, str]]) -> None:
    for code, sentences in table.items():
        named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in sentences]
        assert named[0] == named[1], code
        assert all(sentences), code


def test_a_fact_that_is_missing_reads_as_an_ellipsis() -> None:
    assert errors.sentence("unknown_unit", {}, "en") == "Unknown unit “…”."


def test_a_long_value_is_cut() -> None:
    assert len(errors.sentence("unknown_unit", {"value": "x" * 500}, "en")) < 120


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert "{0.__class__}" in errors.sentence("unknown_unit", {"value": "{0.__class__}"}, "en")


def test_an_unknown_code_reads_as_an_invalid_value() -> None:
    assert errors.message("never heard of")["en"] == "The value is not valid."


def test_a_whole_limit_is_told_as_a_whole_number() -> None:
    assert errors.sentence("too_large", {"max": 1e12}, "vi") == "Không được lớn hơn 1000000000000."
    assert errors.sentence("too_large", {"max": 0.5}, "en") == "Must not be more than 0.5."
