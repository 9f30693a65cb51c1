"""Plants wanted in pots: those in none are asked first and rank behind, stems of a pot are compared."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.summary import headline
from scoring.criteria.potted import stems
from scoring.product.make_up import POTTED, UNPOTTED, make_up


def product_of(match):
    return next(each for each in match.reasons if each.criterion == "product")


@pytest.mark.parametrize(
    ("wanted", "offered", "words"),
    [
        ("Lan hồ điệp chậu 3 cành", {"product": "Hồ điệp cắt bầu (chưa ghép chậu)"}, "chưa ghép chậu"),
        ("Lan hồ điệp chậu 3 cành", {"product": "Lan hồ điệp", "packaging": "trong bầu nhựa"}, "trong bầu"),
        ("Quất cảnh chậu", {"product": "Quất cảnh", "description": "bứng bầu"}, "bứng bầu"),
        ("Phalaenopsis potted, 3 stems", {"product": "Phalaenopsis, bare root"}, "bare root"),
        ("Cúc mâm xôi chậu", {"product": "Cúc mâm xôi chưa lên chậu"}, "chưa lên chậu"),
        ("Lan hồ điệp chậu 3 cành", {"product": "Lan hồ điệp", "unit": "bầu"}, "bầu"),
    ],
)
def test_plants_in_no_pot_are_asked_and_rank_behind(explained, wanted, offered, words) -> None:
    match = explained({"product": wanted, "unit": "chậu"}, offered)
    potted = explained({"product": wanted, "unit": "chậu"}, {"product": wanted})
    assert product_of(match).facts["unpotted"] == words
    assert not match.vetoes
    assert match.score_micro < potted.score_micro


@pytest.mark.parametrize(
    ("offered", "told"),
    [
        ("Lan hồ điệp chậu 5 cành", {"stems": ["chậu 3 cành", "chậu 5 cành"]}),
        ("Lan hồ điệp chậu 2-3 cành", {}),
        ("Lan hồ điệp Mộc Châu", {"pot_unsaid": "chậu 3 cành"}),
        ("Lan hồ điệp 1 cành, ghép chậu theo yêu cầu", {}),
    ],
)
def test_stems_of_a_pot_are_compared(explained, offered, told) -> None:
    facts = product_of(explained({"product": "Lan hồ điệp chậu 3 cành"}, {"product": offered})).facts
    assert {name: facts[name] for name in ("stems", "pot_unsaid", "unpotted") if name in facts} == told


def test_cut_stems_are_refused_for_pots_and_the_gourd_is_no_ball(explained) -> None:
    cut = explained({"product": "Lan hồ điệp chậu 3 cành"}, {"product": "Lan hồ điệp cắt cành"})
    assert "wrong_form" in cut.vetoes
    assert make_up("bầu sao") == 0
    assert make_up("Hồ điệp chậu", more="chưa ghép chậu") == UNPOTTED
    assert make_up("Hồ điệp chậu 3 cành") == POTTED
    assert stems("chậu 3–5 cành, 2 ngồng") == ((3, 5), (2, 2))


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Chậu lan hồ điệp ghép 5 cành", "Lan hồ điệp chậu 5 cành"),
        ("Quất cảnh chậu", "Chậu quất cảnh"),
        ("Chậu cúc mâm xôi", "Cúc mâm xôi chậu"),
    ],
)
def test_a_pot_of_plants_is_the_plants(explained, wanted, offered) -> None:
    assert not explained({"product": wanted}, {"product": offered}).vetoes


def test_an_empty_pot_is_no_plant(explained) -> None:
    assert explained({"product": "Lan hồ điệp chậu"}, {"product": "Chậu lan bằng đất nung"}).vetoes


@pytest.mark.parametrize(
    ("wants", "told"),
    [
        ({"per": "month"}, "được 83 % nếu dành tất cả cho T1 và đến T1 đã có đủ, thiếu 50 chậu"),
        ({"per": "total"}, "được 83 % nếu dành tất cả cho T1 và đến T1 đã có đủ, thiếu 50 chậu"),
        (
            {"per": "month", "spec": "cao từ 1,2 m"},
            "nhiều nhất 83 % nếu dành tất cả cho T1 và đến T1 đã có đủ, thiếu ít nhất 50 chậu",
        ),
    ],
)
@pytest.mark.parametrize("product", ["quất cảnh chưng Tết", "hoa ly chơi Tết"])
def test_pots_for_tet_are_set_aside_for_the_month_before_it(one, offer, demand, product, wants, told) -> None:
    season = {"quantity": 250, "unit": "chậu", "per": "season", "months": (1, 2)}
    wanted = {"product": product, "quantity": 300, "unit": "chậu", "months": (1,), **wants}
    said = one("volume", offer(product=product, **season), demand(**wanted))
    assert (said.facts["monthly"], said.facts["supply"]) == (False, 250)
    assert told in sentence(said.code, said.facts, "vi")
    line = headline({"reasons": [{"criterion": "volume", "code": said.code, "facts": said.facts}]}, "vi")
    assert "nếu dành tất cả cho T1" in line
    assert "125 chậu" not in line


def test_other_plants_are_shared_over_their_months(one, offer, demand) -> None:
    season = {"product": "hoa ly", "quantity": 250, "unit": "chậu", "per": "season", "months": (1, 2)}
    wanted = {"product": "hoa ly", "quantity": 300, "unit": "chậu", "per": "month", "months": (1,)}
    said = one("volume", offer(**season), demand(**wanted)).facts
    assert (said["monthly"], said["supply_month"], "at_most" in said) == (True, 125, False)
