"""Texts without a word of a touched name are read by both lexicons alike."""

from __future__ import annotations

import pytest

from scoring.lexicon_change import _altered_kinds
from scoring.lexicon_words import holds, touched_words
from scoring.product import Lexicon, ProductMatcher, ProductText
from seeds import reference

ROWS = reference("products")
BY_KEY = {row["key"]: row for row in ROWS}
TEXTS = [
    ProductText(row[column], description)
    for number, row in enumerate(ROWS[::9])
    for column, description in (("name_vi", "loại 1, sấy khô"), ("name_en", ""))
    if number % 2 or column == "name_vi"
] + [
    ProductText(name)
    for name in ("Múi Ri6 tách hạt cấp đông", "ri 6 chin cay", "chanh day dong lanh", "thieu Luc Ngan")
]


def lexicon(rows: list[dict[str, str]]) -> Lexicon:
    return Lexicon.from_rows(rows, reference("synonyms"))


def changed(key: str, **columns: str) -> list[dict[str, str]]:
    return [{**row, **columns} if row["key"] == key else row for row in ROWS]


def read(matcher: ProductMatcher, text: ProductText) -> tuple[object, ...]:
    reading, kinds = matcher.reading(text), matcher.lexicon.kinds
    keys = tuple(kinds[k].key for k in reading.kinds)
    return keys, reading.form, reading.role, reading.several, round(reading.certainty, 6), bool(reading.head)


@pytest.fixture(scope="module")
def before() -> ProductMatcher:
    return ProductMatcher(lexicon(ROWS))


@pytest.mark.parametrize(
    "rows",
    [
        changed("durian_frozen", synonyms_vi="sầu riêng trữ đông;múi sầu riêng đông"),
        changed("lychee_thieu", parent="fruit"),
        [
            *ROWS,
            {**BY_KEY["plum"], "key": "new_plum", "name_vi": "mận chua rừng Sa Pa", "name_en": "sour plum"},
        ],
        [row for row in ROWS if row["key"] != "durian_chin_hoa"],
        changed("durian_ri6", origins="Hữu Lũng, Lạng Sơn"),
    ],
    ids=["synonyms", "parent", "new", "gone", "origins"],
)
def test_what_is_not_looked_at_is_read_alike(before: ProductMatcher, rows: list[dict[str, str]]) -> None:
    after = ProductMatcher(lexicon(rows))
    altered = _altered_kinds(before, after)
    words = touched_words(before.lexicon, after.lexicon, altered)
    otherwise = [text for text in TEXTS if read(before, text) != read(after, text)]

    assert all(holds(text, words) for text in otherwise)
    assert sum(not holds(text, words) for text in TEXTS) > len(TEXTS) // 3


def test_a_code_is_found_with_its_letters_apart(before: ProductMatcher) -> None:
    words = touched_words(before.lexicon, before.lexicon, ["durian_ri6"])
    assert holds(ProductText("ri 6 chín cây"), words)
    assert not holds(ProductText("Cà phê nhân"), words)
