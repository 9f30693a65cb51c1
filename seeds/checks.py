"""Proof that the reference tables agree with each other and with the country: ``check_all()``.

A check is a function over rows that yields problems; it never stops at the first. ``check_all`` runs them
over the committed files, tests run them over broken rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from seeds import demo, reference, tables
from seeds.agreement import (
    check_citations,
    check_demo_records,
    check_lunar_months,
    check_provinces,
    check_sources,
)
from seeds.geography import check_places, check_roads
from seeds.problems import Problem
from seeds.products import check_products
from seeds.trade import check_certificates, check_channels, check_markets, check_units

__all__ = ["Problem", "check_all"]

CITED = ("products", "certificates", "channels", "channel_requirements", "markets")
DEMO_FILES = ("organisations.jsonl", "offers.jsonl", "demands.jsonl")


def check_all() -> list[Problem]:
    """Every fault found in the reference tables and the demonstration set; an empty list when all is well."""
    return list(_problems())


def _problems() -> Iterator[Problem]:
    products, places = reference("products"), reference("places")
    certificates, units = reference("certificates"), reference("units")
    yield from check_products(products)
    yield from check_places(places)
    yield from check_roads(reference("roads"), places)
    yield from check_certificates(certificates)
    yield from check_channels(reference("channels"), certificates, reference("channel_requirements"))
    yield from check_markets(reference("markets"), products)
    yield from check_units(units)
    yield from check_provinces(reference("provinces"))
    yield from check_lunar_months(reference("lunar_months"), reference("lunar_events"))
    yield from check_sources(tables(), reference("SOURCES"))
    cited = {name: reference(name) for name in CITED}
    yield from check_citations(cited, reference("citations"))
    yield from check_demo_records(demo_records(), products, certificates, units)


def demo_records() -> dict[str, list[dict[str, Any]]]:
    """The records of the demonstration set by file name."""
    return {
        name: [json.loads(line) for line in demo(name).read_text(encoding="utf-8").splitlines() if line]
        for name in DEMO_FILES
    }
