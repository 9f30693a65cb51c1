import numpy as np

from scoring.judgement import components, effects, judge, verdicts
from scoring.profile import CRITERIA, VETO_ORDER


def test_a_component_at_its_base_has_no_effect(profile):
    for name in CRITERIA:
        assert effects(name, np.array([profile.base[name] * 1000]), profile).tolist() == [0]


def test_effects_grow_with_the_component_and_are_whole(profile):
    found = effects("price", np.arange(0, 1_000_001, 999), profile)
    assert (np.diff(found) >= 0).all()
    assert found.dtype == np.int64


def test_scores_and_vetoes_are_those_of_the_criteria(pairs, profile, offer, demand):
    both = pairs([offer(), offer(id="o2", invoice="KHONG")], [demand()])
    judged, said = judge(both, profile), verdicts(both, profile)
    total = profile.base_micro + sum(effects(n, components(said[n]), profile) for n in CRITERIA)
    assert judged.score.tolist() == total.tolist()
    assert judged.eligible.tolist() == [True, False]
    assert judged.vetoes[1] == 1 << VETO_ORDER.index("no_invoice")
