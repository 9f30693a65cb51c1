from __future__ import annotations

import pytest

from scoring.product import Form, ProductMatcher, ProductText


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (ProductText("Xoài"), Form.NONE),
        (ProductText("Hạt sen tươi"), Form.FRESH),
        (ProductText("Mực một nắng"), Form.NONE),
        (ProductText("Tôm sú tươi", kept=Form.FROZEN), Form.FROZEN),
        (ProductText("Chuối khô", kept=Form.FROZEN), Form.NONE),
        (ProductText("Mận hậu", "Mận sấy giòn, gói 200 g"), Form.DRIED),
        (ProductText("Fresh ginger, air-dried"), Form.FRESH),
        (ProductText("Rice paper for fresh spring rolls"), Form.NONE),
        (ProductText("Frozen passion fruit puree"), Form.FROZEN),
        (ProductText("Măng cụt xanh gọt sẵn"), Form.PROCESSED),
        (ProductText("Mít sấy ăn liền"), Form.NONE),
    ],
)
def test_the_form_comes_from_keeping_name_and_description(
    matcher: ProductMatcher, text: ProductText, form: Form
) -> None:
    assert matcher.reading(text).form is form
