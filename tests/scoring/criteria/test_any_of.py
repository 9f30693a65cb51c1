"""Of several sorts any of which a buyer takes an offer that names none is asked which of them it is."""

import pytest


@pytest.mark.parametrize(
    ("wanted", "offered", "asked"),
    [
        ("Sầu riêng Dona, Ri6", "Sầu riêng Đắk Lắk", ["Dona", "Ri6"]),
        ("sau rieng Ri6, Monthong", "sau rieng Dak Lak", ["Ri6", "Monthong"]),
        ("Sầu riêng Monthong và Ri6", "sầu riêng", ["Monthong", "Ri6"]),
        ("Cam V2, CS1", "Cam Cao Phong", ["V2", "CS1"]),
    ],
)
def test_all_sorts_that_will_do_are_asked_as_one(explained, wanted, offered, asked):
    match = explained({"product": wanted}, {"product": offered})
    facts = next(row["facts"] for row in match.as_record()["reasons"] if row["criterion"] == "product")
    assert facts["any_of"] == asked
    assert "unsaid" not in facts


@pytest.mark.parametrize(
    ("wanted", "offered", "unsaid"),
    [
        ("Sầu riêng Ri6", "sầu riêng", ["Ri6"]),
        ("Sầu riêng Dona, Ri6", "Sầu riêng Ri6", None),
        ("Sầu riêng, mít Thái", "Sầu riêng", None),
    ],
)
def test_a_sort_that_is_named_or_stands_alone_is_no_choice(explained, wanted, offered, unsaid):
    match = explained({"product": wanted}, {"product": offered})
    facts = next(row["facts"] for row in match.as_record()["reasons"] if row["criterion"] == "product")
    assert "any_of" not in facts
    assert facts.get("unsaid") == unsaid


def test_goods_of_no_sort_beside_a_sort_in_a_list_are_asked_for_it(explained):
    match = explained({"product": "Sầu riêng, mít Thái"}, {"product": "mít"})
    row = next(row for row in match.as_record()["reasons"] if row["criterion"] == "product")
    assert row["code"] == "product_generic"
    assert row["facts"]["demanded_item"] == "mít Thái"
