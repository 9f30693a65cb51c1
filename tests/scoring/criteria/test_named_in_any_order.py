"""A variety is the same in whatever order, bracket or language its words stand, and is quoted as written."""

import pytest


@pytest.mark.parametrize(
    ("wanted", "offered", "more", "code"),
    [
        (
            "Fresh purple passion fruit",
            "Fresh passion fruit (purple)",
            "purple passion fruit, washed",
            "same",
        ),
        ("Fresh passion fruit (purple)", "Fresh purple passion fruit", "", "same"),
        ("Red flesh dragon fruit", "Dragon fruit (red flesh)", "red flesh dragon fruit, 400 g", "same"),
        ("Black pepper", "Pepper (black)", "", "same"),
        ("Chanh leo tím", "Chanh leo (tím)", "chanh leo tím hái tay", "same"),
        ("Sầu riêng Monthong", "Sầu riêng (Monthong)", "", "same"),
        ("Xoài cát Hòa Lộc", "Xoài (cát Hòa Lộc)", "", "same"),
        ("Fresh purple passion fruit", "Fresh passion fruit (yellow)", "", "sibling"),
        ("Thanh long ruột đỏ", "Thanh long (ruột trắng)", "", "sibling"),
    ],
)
def test_a_variety_is_known_in_any_order_of_its_words(explained, wanted, offered, more, code):
    match = explained({"product": wanted}, {"product": offered, "description": more})
    row = next(row for row in match.reasons if row.criterion == "product")
    assert row.code == f"product_{code}"
    assert "unsaid" not in row.facts


@pytest.mark.parametrize(
    ("wanted", "offered", "more", "unsaid"),
    [
        ("Black pepper", "Pepper", "", ["Black pepper"]),
        ("Fresh purple passion fruit", "Fresh passion fruit", "hand picked", ["purple"]),
        ("Thanh long ruột đỏ", "Thanh long", "vỏ đỏ", ["ruột đỏ"]),
        ("Red flesh dragon fruit", "Dragon fruit", "", ["Red flesh"]),
        ("Chanh leo tím", "Chanh leo", "chanh leo tím hái tay", None),
    ],
)
def test_what_is_not_said_is_quoted_in_the_words_of_the_buyer(explained, wanted, offered, more, unsaid):
    match = explained({"product": wanted}, {"product": offered, "description": more})
    facts = next(row.facts for row in match.reasons if row.criterion == "product")
    assert facts.get("unsaid") == unsaid
