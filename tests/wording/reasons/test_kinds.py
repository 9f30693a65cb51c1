"""A sentence names goods by the words of the records, or by no kind at all."""

import pytest

from matchmaker.wording.reasons.kinds import of_variety


def _facts(offered, demanded, kind_vi, kind_en):
    return {
        "offered": offered,
        "demanded": demanded,
        "demanded_name_vi": kind_vi,
        "demanded_name_en": kind_en,
        "demanded_form": "fresh",
        "offered_form": "fresh",
    }


@pytest.mark.parametrize(
    ("offered", "demanded", "kind_vi", "kind_en", "told", "never"),
    [
        ("Dê thịt hơi (bách thảo lai)", "Dê hơi", "dê núi", "mountain goat", "một loại dê hơi", "dê núi"),
        ("khoai mì cao sản", "Khoai mì", "sắn", "cassava", "một loại khoai mì", "sắn"),
        ("de bach thao", "de hoi 25kg", "dê núi", "mountain goat", "đúng với “de hoi 25kg”", "dê núi"),
        ("Vải thiều sớm", "Vải tươi", "quả vải", "lychee", "một loại quả vải", "vải tươi,"),
        (
            "Táo xanh Ninh Thuận",
            "Táo xanh tươi",
            "táo xanh",
            "green apple",
            "một loại táo xanh",
            "táo xanh tươi,",
        ),
    ],
)
def test_no_kind_is_named_that_neither_record_says(offered, demanded, kind_vi, kind_en, told, never):
    facts = _facts(offered, demanded, kind_vi, kind_en)
    said = of_variety(facts, "vi")
    assert told in said
    assert never not in said
    assert (kind_en in of_variety(facts, "en")) is ("quả vải" in said or "táo xanh" in said)
