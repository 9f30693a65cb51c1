"""A process of its own that makes as few of some literals true as it can, and proves how few that is.

Run as a program, so that it can be ended at any moment: it reads one JSON object from standard input
(``clauses``, ``costs``: the literals to keep false, ``least``: how many are known to be true at least,
``suspects``: costs that are likely needed) and writes one JSON object a line: ``{"bound": n}``, ``{"model":
[true variables]}`` and at the end ``{"done": true}``; ``{"none": true}`` where the clauses cannot hold.

All costs but the suspects are assumed away. When that cannot be, the solver names the costs in the way: they
become suspects too. Only when the suspects alone must exceed the bound does the bound rise, so what is found
at the bound is the best there is (core-guided search; Andres, Kaufmann, Matheis and Schaub, 2012).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

Say = Callable[[dict[str, Any]], None]
SOLVER = "cadical195"


def fewest(task: dict[str, Any], say: Say) -> None:
    """Search until it is proven how few costs must hold."""
    from pysat.card import ITotalizer
    from pysat.solvers import Solver

    costs, bound = task["costs"], task["least"]
    top = max((abs(x) for clause in [*task["clauses"], costs] for x in clause), default=0)
    if any(not clause for clause in task["clauses"]):
        say({"none": True})
        return
    with Solver(name=SOLVER, bootstrap_with=task["clauses"]) as solver:
        suspects = set(task["suspects"])
        say({"bound": bound})
        while True:
            limit: list[int] = []
            if len(suspects) > bound:
                counter = ITotalizer(lits=sorted(suspects), ubound=bound, top_id=top)
                top = max(top, counter.top_id)
                solver.append_formula(counter.cnf.clauses)
                limit = [-counter.rhs[bound]]
                counter.delete()
            rest = [-x for x in costs if x not in suspects]
            if solver.solve(assumptions=[*rest, *limit]):
                say({"model": [x for x in solver.get_model() if x > 0]})
                say({"done": True})
                return
            core = set(solver.get_core() or ())
            if not core:
                say({"none": True})
                return
            blamed = ({-x for x in core} & set(costs)) - suspects
            suspects |= blamed
            if not blamed:
                bound += 1
                say({"bound": bound})


if __name__ == "__main__":
    fewest(json.load(sys.stdin), lambda said: print(json.dumps(said), flush=True))
