import copy
import json
from importlib.resources import files

import pytest

from scoring.profile import CRITERIA, VETO_ORDER, Profile, ProfileRefusedError


@pytest.fixture
def data():
    return json.loads(files("scoring").joinpath("profiles/default.json").read_text(encoding="utf-8"))


def test_the_default_profile_is_sound_and_names_every_criterion(profile):
    assert set(profile.weights) == set(CRITERIA)
    assert sum(profile.weights.values()) == 1000
    assert 0 < profile.base_micro < 1_000_000


def test_all_errors_are_told_at_once(data):
    bad = copy.deepcopy(data)
    bad["weights"]["price"] = -1
    bad["base"]["volume"] = "half"
    del bad["thresholds"]["hours_half"]
    bad["weights"]["beauty"] = 0.1
    with pytest.raises(ProfileRefusedError) as refused:
        Profile.from_data(bad)
    found = {(error.field, error.code) for error in refused.value.errors}
    assert found == {
        ("weights.price", "out_of_range"),
        ("base.volume", "not_a_number"),
        ("thresholds.hours_half", "absent"),
        ("weights.beauty", "unknown"),
    }


def test_weights_must_sum_to_one_in_thousandths(data):
    bad = copy.deepcopy(data)
    bad["weights"]["price"] += 0.0005
    with pytest.raises(ProfileRefusedError) as refused:
        Profile.from_data(bad)
    assert {error.code for error in refused.value.errors} == {"not_thousandths", "sum_not_one"}


def test_a_profile_in_which_another_cultivar_could_win_is_refused(data):
    bad = copy.deepcopy(data)
    bad["thresholds"]["product_sibling"] = 0.5
    with pytest.raises(ProfileRefusedError) as refused:
        Profile.from_data(bad)
    assert [error.code for error in refused.value.errors] == ["cultivar_not_decisive"]


def test_the_version_follows_what_decides_and_not_the_name(data, profile):
    renamed = Profile.from_data({**data, "name": "another", "author": "somebody"})
    assert renamed.version == profile.version
    changed = copy.deepcopy(data)
    changed["base"]["price"] = 0.4
    assert Profile.from_data(changed).version != profile.version


def test_every_veto_has_its_place_in_the_order():
    assert len(set(VETO_ORDER)) == 12
