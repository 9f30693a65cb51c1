"""How well free text is read: ``python tests/benchmarks/parse_accuracy.py FILE [--today DATE] [--show]``.

FILE holds JSON lines with ``text`` and ``gold`` (the object of ``matchmaker parse``; ``months_alt`` lists
other months that are right too). Prints the share of fields right, of records right, of values invented
(a value where the text has none) and of values silently wrong (wrong with nothing said to be doubtful).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from matchmaker.intake.gazetteer import Gazetteer
from matchmaker.intake.reading import Reader, Reading
from seeds import reference

_PARTS = {
    **dict.fromkeys(("quantity_min", "quantity_max", "unit", "kg_min", "kg_max", "per"), "quantity"),
    **dict.fromkeys(
        ("price_min", "price_max", "price_unit", "vnd_kg_min", "vnd_kg_max", "currency", "negotiable"),
        "price",
    ),
    "months": "months",
    "place": "place",
}


def right(name: str, value: Any, gold: dict[str, Any]) -> bool:
    """Whether a value is the one wanted, or another that the gold allows."""
    if name == "months" and value is not None:
        return value in (gold["months"], *gold.get("months_alt", []))
    wanted = gold[name]
    if isinstance(value, int | float) and isinstance(wanted, int | float):
        return abs(value - wanted) <= 1e-6 * max(1.0, abs(wanted))
    return bool(value == wanted)


def doubtful(reading: Reading, name: str) -> bool:
    """Whether the reading itself says that this field needs a look."""
    return any(question.field == _PARTS[name] for question in reading.doubts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--show", action="store_true", help="print every field that is wrong")
    options = parser.parse_args()
    reader = Reader(
        units_rows=reference("units"), lunar_rows=reference("lunar_months"), today=options.today,
        gazetteer=Gazetteer.from_rows(reference("places"), reference("provinces"), None),
        certificate_rows=reference("certificates"),
    )  # fmt: skip
    fields, wrong, invented, silent, whole = 0, Counter[str](), 0, 0, 0
    lines = [
        json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    for line in lines:
        reading = reader.read(line["text"])
        got, perfect = reading.as_parse_json(), True
        for name in _PARTS:
            fields += 1
            if right(name, got[name], line["gold"]):
                continue
            perfect = False
            wrong[name] += 1
            invented += line["gold"][name] is None
            silent += got[name] is not None and not doubtful(reading, name)
            if options.show:
                wanted = line["gold"][name]
                print(f"{line.get('id', '')} {line['text']!r}: {name} {got[name]} for {wanted}")
        whole += perfect
    share = 1 - sum(wrong.values()) / fields
    print(f"records {len(lines)}  fields right {share:.4f}  whole {whole / len(lines):.4f}")
    print(f"invented {invented / fields:.4f}  silently wrong {silent / fields:.4f}")
    print(f"wrong by field {dict(wrong)}")


if __name__ == "__main__":
    main()
