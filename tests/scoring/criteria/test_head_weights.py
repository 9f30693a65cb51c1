"""Live and whole weights are never held against those of slaughtered or cleaned animals."""

import pytest

from scoring.criteria.specification import falls_short, specified
from scoring.records import Demand, Offer


def told(wanted, spec, offered, **fields):
    found = specified(Offer("o", offered, **fields), Demand("d", wanted, spec=spec))
    return [(clause.says, clause.offered) for clause in found]


@pytest.mark.parametrize(
    ("wanted", "spec", "offered", "fields", "says"),
    [
        ("Vịt làm sạch", "1,8–2 kg/con", "vịt cỏ", {"storage": "live", "packaging": "2,4–2,6 kg/con"},
         ("weighed_live", "2,4–2,6 kg/con")),
        ("Thịt lợn đen", "40–60 kg/con", "Lợn đen", {"packaging": "lợn hơi 70–90 kg"},
         ("weighed_live", "70–90 kg")),
        ("de nui moc ham", "15-18 kg/con", "de nui", {"packaging": "de hoi 25-30 kg/con"},
         ("weighed_live", "25-30 kg/con")),
        ("dressed ducks", "1.8-2 kg/head", "ducks", {"storage": "live", "packaging": "2.4-2.6 kg/head"},
         ("weighed_live", "2.4-2.6 kg/head")),
        ("Cá trắm làm sạch", "con 1,5–2 kg", "cá trắm", {"storage": "chilled", "packaging": "con 2,5–3 kg"},
         ("weighed_whole", "2,5–3 kg")),
        # alive it is lighter already
        ("Cá tầm bỏ ruột", "1,5–2 kg/con", "cá tầm", {"storage": "live", "packaging": "1–1,2 kg/con"},
         ("unmet", "1–1,2 kg/con")),
        # both weigh them alike
        ("Gà đồi", "1,2–1,5 kg/con", "gà đồi", {"storage": "live", "packaging": "1,8–2,2 kg/con"},
         ("unmet", "1,8–2,2 kg/con")),
        ("Gà làm sạch", "1,2–1,5 kg/con", "gà làm sạch", {"storage": "frozen", "packaging": "1,8–2 kg/con"},
         ("unmet", "1,8–2 kg/con")),
        ("Gà làm sạch", "1,2–1,5 kg/con", "gà đồi",
         {"storage": "live", "packaging": "sống 1,8–2,2 kg/con; làm sạch 1,3–1,4 kg/con"}, ("same", "")),
        ("Gà làm sạch", "hơi 1,8–2,2 kg/con", "gà đồi",
         {"storage": "live", "packaging": "gà hơi 1,8–2,2 kg/con"}, ("same", "")),
    ],
)  # fmt: skip
def test_a_weight_is_held_against_one_of_its_own_kind(wanted, spec, offered, fields, says):
    assert told(wanted, spec, offered, **fields) == [says]


@pytest.mark.parametrize(
    ("spec", "weighs", "short"),
    [
        ("≥ 1,5 kg/con", "1–1,2 kg/con", True),
        ("≥ 1,5 kg/con", "2 kg/con", False),
        ("≤ 1,5 kg/con", "2 kg/con", False),
    ],
)
def test_live_weight_falls_short_of_a_least_alone(spec, weighs, short):
    live = Offer("o", "vịt", storage="live", packaging=weighs)
    assert falls_short(live, Demand("d", "Vịt làm sạch", spec=spec)) is short
