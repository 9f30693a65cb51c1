"""Packs that a buyer wants are the offer's own, others to be repacked, or unsaid."""

import pytest

from scoring.criteria.packing import packed
from scoring.criteria.packs import packed_in, packs_in
from scoring.units import fold


@pytest.mark.parametrize(
    ("asks", "told", "packaging", "says"),
    [
        ("gói 200 g", "", "gói 200 g", "same"),
        ("gói 200 g", "", "bao 20 kg", "repack"),
        ("gói 200 g", "", "gói 500 g", "repack"),
        ("gói 200 g", "", "gói", "unsaid"),
        ("gói 200 g", "", "", "unsaid"),
        ("hũ thủy tinh 300 ml", "", "hũ nhựa 300 ml", "repack"),
        ("gói 200 g", "đóng gói 200 g, 500 g", "", "same"),
    ],
)
def test_a_pack_that_is_wanted_is_held_against_those_offered(asks, told, packaging, says):
    pack = packs_in(asks)[0]
    assert packed(asks, fold(asks), pack, f"{told}; {packaging}", packaging).says == says


def test_the_words_on_packing_speak_of_packs_alone():
    assert (packed_in("can"), packed_in("bo 1kg"), packed_in("bao quản mát")) == (["can"], ["bó"], [])
    assert packs_in("bo sua, lon den") == []
