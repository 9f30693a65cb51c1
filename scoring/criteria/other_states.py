"""Goods in another state, part, cut or pack than is wanted, as an account tells it."""

from __future__ import annotations

from scoring.criteria.any_form import among_forms, forms_asked
from scoring.criteria.coffee_stages import of_coffee, stage_facts
from scoring.criteria.cooked import cooked_facts
from scoring.criteria.made_of_wanted import made_facts, made_of_wanted
from scoring.criteria.once import once
from scoring.criteria.other_cuts import (
    chilled_facts,
    chilled_for_frozen,
    cut_facts,
    frozen_for_chilled,
    iced_facts,
    made_up_apart,
)
from scoring.criteria.other_forms import ground, ground_facts, husk_facts, of_parts, part_facts, told_in_husk
from scoring.criteria.prepared_meats import prepared, prepared_facts
from scoring.criteria.refused_forms import refused_facts
from scoring.criteria.sizing import pack_facts
from scoring.criteria.undried import undried, undried_facts
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs


def state_facts(pairs: Pairs, i: int) -> Facts:
    """The facts of pair ``i`` on packs that are not of a size wanted, and on goods in another state."""
    asked = forms_asked(pairs.demand(i))
    if not _may_differ(pairs)[i]:
        return asked | pack_facts(pairs, i) | refused_facts(pairs, i) | cooked_facts(pairs, i)
    if among_forms(pairs)[i]:
        return asked | pack_facts(pairs, i) | refused_facts(pairs, i)
    return (
        asked
        | pack_facts(pairs, i)
        | cooked_facts(pairs, i)
        | part_facts(pairs, i)
        | ground_facts(pairs, i)
        | refused_facts(pairs, i)
        | undried_facts(pairs, i)
        | stage_facts(pairs, i)
        | husk_facts(pairs, i)
        | cut_facts(pairs, i)
        | chilled_facts(pairs, i)
        | iced_facts(pairs, i)
        | made_facts(pairs, i)
        | prepared_facts(pairs, i)
    )


@once
def _may_differ(pairs: Pairs) -> list[bool]:
    """Whether there is anything to be told of the state of each pair's goods, as there hardly ever is."""
    told = ground(pairs) | undried(pairs) | told_in_husk(pairs)
    told |= frozen_for_chilled(pairs) | chilled_for_frozen(pairs)
    told |= (
        of_parts(pairs) | of_coffee(pairs) | made_up_apart(pairs) | made_of_wanted(pairs) | prepared(pairs)
    )
    return list(map(bool, told))
