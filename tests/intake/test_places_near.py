from __future__ import annotations

import pytest

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.places_near import NearNames, sound
from seeds import reference


@pytest.fixture(scope="module")
def near() -> NearNames:
    return NearNames(Gazetteer.from_rows(reference("places"), reference("provinces")).index)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *[("Mộc Trâu", "Mộc Châu"), ("Hoàng Xu Phì", "Hoàng Su Phì"), ("Đà Lạc", "Đà Lạt")],
        *[("Kiêng Giang", "Kiên Giang"), ("Dao Dịt", "Giao Rịt"), ("Lam Định", "Nam Định")],
    ],
)
def test_sounds_that_are_often_mixed_up_are_one(written: str, name: str) -> None:
    assert list(map(sound, written.split())) == list(map(sound, name.split()))


@pytest.mark.parametrize(
    ("one", "other"), [("Nghệ", "Lghệ"), ("Nho", "Lho"), ("Sơn", "Sinh"), ("Lào", "Mào")]
)
def test_other_sounds_stay_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_name_of_the_same_sound_comes_before_those_that_only_look_alike(near: NearNames) -> None:
    assert next(near.units(("Mộc", "Trâu"))).name == "Mộc Châu"


def test_a_name_of_two_letters_is_near_to_nothing(near: NearNames) -> None:
    assert list(near.units(("Xá",))) == []
    assert near.heard(("Xá",)) == []
