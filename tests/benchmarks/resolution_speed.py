"""How long 10,000 distinct place texts take to resolve: ``python tests/benchmarks/resolution_speed.py [N]``.

The texts are made from the names of both maps in the ways in which people write them (with and without
diacritics, abbreviated, with old and new provinces, misspelt by one letter); no two are the same. The time
includes reading both maps.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.places_units import Unit, read_admin_map
from matchmaker.intake.text import fold
from seeds import reference

_SEED = 20261126


def texts(count: int) -> list[str]:
    """So many distinct texts, the same at every run."""
    chance, today = random.Random(_SEED), read_admin_map()
    units = [*today.communes, *today.old_communes, *today.old_districts]
    found: dict[str, None] = {}
    while len(found) < count:
        found[_written(chance.choice(units), chance)] = None
    return list(found)


def _written(unit: Unit, chance: random.Random) -> str:
    """One unit as somebody may write it."""
    around = [unit.old_districts[0][1]] if unit.old_districts and unit.level != "old_district" else []
    province = chance.choice([unit.province, *unit.old_provinces])
    text = ", ".join([unit.name, *(around if chance.random() < 0.6 else []), province])
    match chance.randrange(5):
        case 0:
            return fold(text)
        case 1:
            return f"xã {text}"
        case 2:
            at = chance.randrange(len(text))
            return text[:at] + text[at + 1 :]
        case 3:
            return f"thôn {chance.randrange(1, 20)}, {text}"
    return text


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int, nargs="?", default=10_000)
    written = texts(arguments.parse_args().count)
    began = time.perf_counter()
    gazetteer = Gazetteer.from_rows(reference("places"), reference("provinces"))
    told = Counter(
        "resolved" if found.best and not found.doubt else "in doubt" if found.candidates else "nothing"
        for found in (gazetteer.resolve(text, endpoint=True) for text in written)
    )
    seconds = time.perf_counter() - began
    print(f"{len(written)} distinct texts in {seconds:.1f} s: {dict(sorted(told.items()))}")


if __name__ == "__main__":
    main()
