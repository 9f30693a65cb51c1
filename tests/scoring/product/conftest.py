"""A small lexicon written for these tests, and the whole one of the reference data."""

from __future__ import annotations

import pytest

from scoring.product import Lexicon, ProductMatcher
from seeds import reference

# key, parent, rank, name_vi, name_en, synonyms_vi, synonyms_en, category, form, confusable_with
SMALL = """
tea||family|trà|tea|chè|dried tea|tea|dried|
tea_green|tea|variety|chè xanh|green tea|||tea|dried|
tea_lotus|tea|kind|trà sen|lotus tea|||tea|dried|
dessert|||chè ngọt|sweet soup|chè trôi nước||dessert|processed|tea
fruit||family|trái cây|fruit|||fruit|fresh|
mango|fruit|kind|xoài|mango|||fruit|fresh|
mango_cat|mango|variety|xoài cát|cat mango|||fruit|fresh|
mango_keo|mango|variety|xoài keo|keo mango|||fruit|fresh|
mango_dried|mango|kind|xoài sấy|dried mango|||dried fruit|dried|
plum|fruit|kind|mận|plum|||fruit|fresh|roi
roi|fruit|kind|roi|water apple|mận miền Nam||fruit|fresh|plum
orange|fruit|kind|cam|orange|||fruit|fresh|bran
bran|||cám gạo|rice bran|cám||feed|processed|orange
honey||kind|mật ong|honey|||bee product|processed|
spice||family|gia vị|spice|||spice|dried|
pepper|spice|kind|hồ tiêu|pepper|tiêu|peppercorn|spice|dried|
jerky|||trâu gác bếp|buffalo jerky|trâu khô||meat|processed|
oil|||dầu xoài|mango oil|||edible oil|processed|
"""
COLUMNS = [
    "key",
    "parent",
    "rank",
    "name_vi",
    "name_en",
    "synonyms_vi",
    "synonyms_en",
    "category",
    "form",
    "confusable_with",
]


def rows(text: str = SMALL) -> list[dict[str, str]]:
    """Rows of a product table from lines of cells."""
    return [dict(zip(COLUMNS, line.split("|"), strict=True)) for line in text.strip().splitlines()]


@pytest.fixture(scope="session")
def small() -> Lexicon:
    return Lexicon.from_rows(rows(), places=("Cam Lộ", "Na Hang", "Sơn La"))


@pytest.fixture(scope="session")
def whole() -> Lexicon:
    return Lexicon.from_rows(reference("products"), reference("synonyms"))


@pytest.fixture(scope="session")
def matcher(whole: Lexicon) -> ProductMatcher:
    return ProductMatcher(whole)
