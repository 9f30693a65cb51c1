"""Product similarity against judgments, beside BM25 and TF-IDF in the same run.

    python tests/benchmarks/product_similarity.py DIRECTORY [--removals 10]

DIRECTORY holds demands.jsonl (id, name, description, lang), offers.jsonl, qrels.tsv (demand_id, offer_id,
grade) and false_friends.tsv (demand_id, offer_id). Each method is printed over all demands and by language;
the lexicon's also as a mean over removals of a random fifth of it.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matchmaker.services.reference import lexicon_matcher
from scoring import evaluation
from scoring.product import Lexicon, ProductMatcher, ProductText
from scoring.product.normalise import fold
from scoring.product.similar import similar

LANGUAGES = ("all", "vi", "vi-nodiac", "en")
DEPTH = 50


@dataclass(frozen=True)
class Split:
    """One set of judged texts."""

    demands: list[dict[str, str]]
    offers: list[dict[str, str]]
    grades: dict[str, dict[str, int]]
    friends: dict[str, set[str]]


Rankings = dict[str, list[str]]


def load(directory: Path) -> Split:
    """The split in a directory."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    friends: dict[str, set[str]] = defaultdict(set)
    for row in _table(directory / "qrels.tsv"):
        grades[row["demand_id"]][row["offer_id"]] = int(row["grade"])
    for row in _table(directory / "false_friends.tsv"):
        friends[row["demand_id"]].add(row["offer_id"])
    return Split(_lines(directory / "demands.jsonl"), _lines(directory / "offers.jsonl"), grades, friends)


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def by_lexicon(split: Split, lexicon: Lexicon) -> Rankings:
    """The ranking of this project."""
    texts = [[(r["id"], ProductText(r["name"], r.get("description") or "")) for r in rows]
             for rows in (split.offers, split.demands)]  # fmt: skip
    found: Rankings = defaultdict(list)
    for demand, offer, _ in similar(texts[0], texts[1], ProductMatcher(lexicon), DEPTH):
        found[demand].append(offer)
    return found


def _words(record: dict[str, str]) -> list[str]:
    return fold(f"{record['name']} {record.get('description') or ''}").split()


def by_weight(split: Split, weigh: Callable[[int, float, float], float], normed: bool) -> Rankings:
    """Folded words ranked by ``weigh(count, rarity, relative length)``, ``normed`` by vector length."""
    bags = [Counter(_words(offer)) for offer in split.offers]
    present = Counter(word for bag in bags for word in bag)
    rarity = {w: math.log(1 + (len(bags) - n + 0.5) / (n + 0.5)) for w, n in present.items()}
    mean = statistics.mean(sum(bag.values()) for bag in bags)
    found: Rankings = {}
    for demand in split.demands:
        words = Counter(_words(demand))
        scores = []
        for offer, bag in zip(split.offers, bags, strict=True):
            length = sum(bag.values()) / mean
            score = sum(n * weigh(bag[w], rarity[w], length) for w, n in words.items() if w in bag)
            size = math.sqrt(sum((n * rarity[w]) ** 2 for w, n in bag.items())) if normed else 1.0
            scores.append((-score / size if size else 0.0, offer["id"]))
        found[demand["id"]] = [offer for _, offer in sorted(scores)[:DEPTH]]
    return found


def bm25(count: int, rarity: float, length: float) -> float:
    """Okapi BM25 with k1 = 1.2 and b = 0.75."""
    return rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length))


def tfidf(count: int, rarity: float, length: float) -> float:
    """Plain TF-IDF."""
    return count * rarity * rarity


def figures(split: Split, rankings: Rankings, language: str) -> dict[str, float]:
    """Mean figures over the demands of one language, or of "all"."""
    chosen = [d["id"] for d in split.demands if language in ("all", d["lang"])]
    tempted = [d for d in chosen if d in split.friends]

    def mean(measure: Callable[[str], float], ids: Sequence[str]) -> float:
        return statistics.mean(measure(d) for d in ids) if ids else math.nan

    return {
        "nDCG@10": mean(lambda d: evaluation.ndcg(rankings[d], split.grades[d]), chosen),
        "recall@10": mean(lambda d: evaluation.recall(rankings[d], split.grades[d]), chosen),
        "MRR": mean(lambda d: evaluation.reciprocal_rank(rankings[d], split.grades[d]), chosen),
        "false friends": mean(
            lambda d: evaluation.false_friend(rankings[d], split.grades[d], split.friends[d]), tempted
        ),
    }


def show(name: str, split: Split, rankings: Sequence[Rankings]) -> None:
    """Print the figures of a method, the mean over several runs of it."""
    for language in LANGUAGES:
        runs = [figures(split, run, language) for run in rankings]
        cells = "  ".join(f"{key} {statistics.mean(run[key] for run in runs):.3f}" for key in runs[0])
        print(f"{name:34s} {language:10s} {cells}")


def main() -> None:
    """Run every method over the split and print its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--removals", type=int, default=10, help="how many random removals to average")
    asked = parser.parse_args()
    split = load(asked.directory)
    lexicon = lexicon_matcher().lexicon
    started = time.perf_counter()
    show("lexicon and text", split, [by_lexicon(split, lexicon)])
    print(
        f"  {len(split.demands)} demands x {len(split.offers)} offers: {time.perf_counter() - started:.2f} s"
    )
    keys = sorted(lexicon.index)
    removed = [
        lexicon.without(random.Random(seed).sample(keys, len(keys) // 5)) for seed in range(asked.removals)
    ]
    if removed:
        show(
            f"a fifth removed (mean of {len(removed)})", split, [by_lexicon(split, part) for part in removed]
        )
    show("BM25, folded words", split, [by_weight(split, bm25, normed=False)])
    show("TF-IDF, folded words", split, [by_weight(split, tfidf, normed=True)])


if __name__ == "__main__":
    main()
