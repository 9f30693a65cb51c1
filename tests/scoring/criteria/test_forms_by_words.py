"""Cut stems and pots, fresh and dried flowers, forms any of which will do, and goods that never spoil."""

import numpy as np
import pytest

from matchmaker.wording.reasons import sentence
from scoring.columns.shelf import NEVER_SPOILS, is_ware, shelf_of
from scoring.criteria.any_form import forms_asked
from scoring.criteria.undried import offer_state
from scoring.product import Form
from scoring.product.make_up import CUT_FLOWER, POTTED, make_up
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("name", "unit", "bits"),
    [
        ("Hoa lily cành Tết", "cành", CUT_FLOWER),
        ("hoa hồng cành dài", "", CUT_FLOWER),
        ("hoa cúc vàng", "bó", CUT_FLOWER),
        ("hoa đồng tiền", "bông", CUT_FLOWER),
        ("Lily chậu Tết", "chậu", POTTED),
        ("cúc mâm xôi", "chậu", POTTED),
        ("lan hồ điệp", "cành", 0),  # in pots too
        ("địa lan 3 cành", "", 0),
        ("hoa ly 5 cành", "", 0),
        ("đào cành ghép", "", 0),
    ],
)
def test_flowers_by_stems_are_cut(name, unit, bits):
    assert make_up(name, unit) & (CUT_FLOWER | POTTED) == bits


@pytest.mark.parametrize(
    ("name", "days", "form"),
    [
        ("hoa trà vàng tươi hái rừng trồng", 3, Form.FRESH),
        ("nghe vang tuoi", 7, Form.FRESH),
        ("Hoa sấy màu vàng tươi", 5, Form.DRIED),
        ("hoa trà vàng tươi", 300, Form.NONE),
        ("Hoa cúc sấy khô", 5, Form.DRIED),
    ],
)
def test_what_is_named_fresh_and_spoils_in_days_is_fresh(name, days, form):
    assert offer_state(Offer("o", name, shelf_life_days=days)) is form


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("2–4 kg/con, sống hoặc ướp đá trong ngày", "sống hoặc ướp đá"),
        ("tươi hay cấp đông", "tươi hay cấp đông"),
        ("tuoi hoac cap dong", "tuoi hoac cap dong"),
        ("fresh, chilled or frozen", "fresh, chilled or frozen"),
        ("sống, 2 kg/con", ""),
    ],
)
def test_forms_any_of_which_will_do_are_told_together(spec, words):
    asked = forms_asked(Demand("d", "Cá", spec=spec))
    assert asked.get("forms_asked", "") == words
    facts = {
        "offered": "Cá phi lê",
        "demanded": "Cá",
        "offered_form": "frozen",
        "demanded_form": "live",
        **asked,
    }
    assert (f"({words})" in sentence("wrong_form", facts, "vi")) is bool(words)
    assert (f"({words})" in sentence("wrong_form", facts, "en")) is bool(words)


@pytest.mark.parametrize(
    "name",
    [
        "lọ sứ cắm hoa",
        "bình sành đựng rượu",
        "chum gốm",
        "khăn lụa thêu",
        "ghế mây",
        "bộ ấm chén gốm",
        "gùi tre",
    ],
)
def test_wares_never_spoil(name):
    assert is_ware(name)
    assert shelf_of(None, "", name) == NEVER_SPOILS


@pytest.mark.parametrize(
    "name", ["hũ sành mắm tôm", "túi vải trà sen", "bánh gối", "lọ mật ong", "giỏ tre trái cây đủ loại cà"]
)
def test_food_in_a_vessel_is_asked(name):
    assert np.isnan(shelf_of(None, "", name))


@pytest.mark.parametrize(
    ("product", "offered", "spec", "taken"),
    [
        ("Sầu riêng", "sầu riêng sấy", "tươi hoặc sấy", True),
        ("Sầu riêng", "sầu riêng sấy", "quả tươi", False),
        ("Sầu riêng", "sầu riêng cấp đông", "tươi hay cấp đông", True),
        ("Sầu riêng", "sầu riêng sấy", "tươi hoặc cấp đông", False),
        ("Sầu riêng", "sầu riêng cấp đông", "fresh or frozen", True),
    ],
)
def test_a_form_of_the_choice_is_never_refused(one, offer, demand, product, offered, spec, taken):
    said = one("product", offer(product=offered), demand(product=product, spec=spec))
    assert ("wrong_form" not in said.vetoes and "wrong_product" not in said.vetoes) is taken


@pytest.mark.parametrize(
    ("wanted", "offered", "refused"),
    [
        ("cá tầm sống hoặc ướp đá trong ngày", "cá tầm ướp đá", False),
        ("gà đồi sống hoặc làm sạch", "gà đồi làm sạch", False),
        ("ca tam song hoac uop da", "ca tam uop da", False),
        ("cá tầm sống hay ướp đá", "cá tầm sống", False),
        ("cá tầm sống hay ướp đá", "cá tầm đông lạnh", True),
        ("cá tầm sống", "cá tầm ướp đá", True),
        ("gà đồi sống", "gà đồi làm sạch", True),
    ],
)
def test_a_choice_beside_live_animals_is_taken(explained, wanted, offered, refused):
    match = explained({"product": wanted}, {"product": offered})
    assert ("wrong_form" in match.vetoes) is refused
    assert "live_unsaid" not in match.reasons[0].facts
