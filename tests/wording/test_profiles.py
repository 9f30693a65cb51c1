import pytest

from matchmaker.wording import profiles, vetoes
from scoring.profile import CRITERIA, THRESHOLDS, VETO_ORDER, Profile, ProfileRefusedError


def test_every_threshold_has_a_name_a_unit_and_a_sentence_in_both_languages():
    assert set(profiles.VALUES) == set(THRESHOLDS)
    for name, value in profiles.VALUES.items():
        assert value.unit in profiles.UNITS
        assert all((*value.name, *value.hint))
        assert profiles.name_of(f"thresholds.{name}", "en") != profiles.name_of(f"thresholds.{name}", "vi")


def test_names_of_thresholds_differ_from_each_other():
    for language in ("vi", "en"):
        names = [profiles.name_of(f"thresholds.{name}", language) for name in THRESHOLDS]
        assert len(set(names)) == len(names)


def test_every_veto_has_few_words_in_both_languages():
    assert set(vetoes.SHORT) == set(VETO_ORDER)
    assert vetoes.short("price_over", "vi") == "giá vượt trần"
    assert vetoes.short("unheard_of", "en") == "unheard_of"


@pytest.mark.parametrize(
    ("field", "value", "vi", "en"),
    [
        ("weights.price", 0.055, "5,5 %", "5.5 %"),
        ("thresholds.freight_half", 2000, "2.000 đ/kg", "2,000 VND/kg"),
        ("thresholds.volume_ample", 1.3, "1,3 lần", "1.3 times"),
        ("thresholds.discount_most", 40, "40 %", "40 %"),
    ],
)
def test_values_are_shown_in_the_unit_people_think_in(field, value, vi, en):
    assert profiles.shown(field, value, "vi") == vi
    assert profiles.shown(field, value, "en") == en


def test_a_version_is_called_by_its_name_and_number():
    assert profiles.title("default", 1, True, "vi") == "Bộ mặc định, bản 1"
    assert profiles.title("Near", 3, False, "en") == "Near, version 3"


def refusals(**parts):
    data = Profile.default().as_data()
    for part, values in parts.items():
        data[part] = data[part] | values
    with pytest.raises(ProfileRefusedError) as refused:
        Profile.from_data(data)
    return {error.field: error for error in refused.value.errors}


def told(error, language="vi"):
    return profiles.sentence(error.field, error.code, error.facts, language)


def test_what_is_wrong_is_told_in_the_unit_of_the_field():
    errors = refusals(weights={"price": 3}, thresholds={"hours_half": 0, "payment_longest": "lâu"})
    assert told(errors["weights.price"]) == "Phải từ 0 đến 100 %."
    assert told(errors["thresholds.hours_half"], "en") == "Must lie between 0.1 and 1,000 hours."
    assert told(errors["thresholds.payment_longest"]) == "Phải viết bằng số, ví dụ 12 hoặc 2,5."


def test_a_wrong_sum_says_what_it_is():
    price = round(Profile.default().as_data()["weights"]["price"] + 0.02, 3)
    assert told(refusals(weights={"price": price})["weights"]).endswith("nay là 102 %.")


def test_another_cultivar_that_could_win_is_told_with_both_figures():
    error = refusals(thresholds={"product_sibling": 0.5})["thresholds.product_sibling"]
    assert f"{error.facts['others'] * 100:g} %" in told(error, "en")
    assert "hạ mức này" in told(error)


def test_every_code_of_a_refused_profile_has_a_sentence():
    seen = {
        e.code
        for parts in (
            {"weights": {"price": None, "beauty": 1, "terms": 0.0105}},
            {"weights": {"terms": 0.0105}},
        )
        for e in refusals(**parts).values()
    }
    assert seen <= set(profiles.ERRORS)
    assert set(CRITERIA) == {n for n in CRITERIA if profiles.name_of(f"weights.{n}", "en") != n}
