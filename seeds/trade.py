"""Checks of papers, channels, markets and units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seeds.problems import Problem, Row, check_keys, is_date, number, parts

INVOICES = frozenset(("HDDT", "HDDT_MTT", "BANG_KE", "KHONG"))
MARKETS = frozenset(("CN", "EU", "US", "JP"))


def check_certificates(rows: Sequence[Row]) -> Iterator[Problem]:
    """Codes occur once, substitutes exist, aliases name one paper, validity and lead times are numbers."""
    yield from check_keys("certificates", rows, "code")
    codes = {row["code"] for row in rows}
    owner: dict[str, str] = {}
    for row in rows:
        for code in parts(row["satisfied_by"]):
            if code not in codes or code == row["code"]:
                yield Problem("certificates", row["code"], "satisfied_by", "unknown_key", code)
        for alias in parts(row["aliases"]):
            if owner.setdefault(alias.casefold(), row["code"]) != row["code"]:
                yield Problem("certificates", row["code"], "aliases", "shared_name", alias)
        if row["validity_months"] and not row["validity_months"].isdigit():
            yield Problem(
                "certificates", row["code"], "validity_months", "not_a_number", row["validity_months"]
            )
        low, high = row["lead_days_low"], row["lead_days_high"]
        if not (low.isdigit() and high.isdigit() and int(low) <= int(high)):
            yield Problem("certificates", row["code"], "lead_days_low", "not_a_range", f"{low}-{high}")


def check_channels(
    rows: Sequence[Row], certificates: Sequence[Row], requirements: Sequence[Row]
) -> Iterator[Problem]:
    """Codes of papers, invoices and requirement rows exist; shares and days are possible."""
    yield from check_keys("channels", rows, "channel")
    codes = {row["code"] for row in certificates}
    known = {row["channel"] for row in requirements}
    lists = {
        **dict.fromkeys(("required", "required_fresh", "required_packaged", "preferred"), codes),
        "invoice": INVOICES,
        "requirement_rows": known,
    }
    for row in rows:
        for column, allowed in lists.items():
            for code in parts(row[column]):
                if code not in allowed:
                    yield Problem("channels", row["channel"], column, "unknown_key", code)
        share = number(row["min_remaining_share"]) if row["min_remaining_share"] else 0.0
        if share is None or not 0 <= share <= 1:
            yield Problem("channels", row["channel"], "min_remaining_share", "not_a_share", str(share))
        for column in ("payment_days", "discount_pct", "min_lot"):
            if row[column] and number(row[column]) is None:
                yield Problem("channels", row["channel"], column, "not_a_number", row[column])
        for column in ("returns", "consignment", "pooling_allowed"):
            if row[column] not in ("0", "1", ""):
                yield Problem("channels", row["channel"], column, "unknown_choice", row[column])


def check_markets(rows: Sequence[Row], products: Sequence[Row]) -> Iterator[Problem]:
    """Products and markets are known; open is 1, 0 or unknown; days are dates; each row has a source."""
    yield from check_keys("markets", rows, "product", "market")
    keys = {row["key"] for row in products}
    for row in rows:
        name = f"{row['product']}/{row['market']}"
        if row["product"] not in keys:
            yield Problem("markets", name, "product", "unknown_key", row["product"])
        if row["market"] not in MARKETS:
            yield Problem("markets", name, "market", "unknown_choice", row["market"])
        if row["open"] not in ("0", "1", ""):
            yield Problem("markets", name, "open", "unknown_choice", row["open"])
        for column in ("since", "until", "checked_on"):
            if (row[column] or column == "checked_on") and not is_date(row[column]):
                yield Problem("markets", name, column, "not_a_date", row[column])
        if row["since"] and row["until"] and row["since"] > row["until"]:
            yield Problem("markets", name, "until", "date_order", f"{row['since']} > {row['until']}")
        if not row["source"]:
            yield Problem("markets", name, "source", "empty")


def check_units(rows: Sequence[Row]) -> Iterator[Problem]:
    """A name means one unit, factors are positive, a base is itself a unit of factor 1."""
    yield from check_keys("units", rows, "unit")
    bases = {row["unit"] for row in rows if row["base"] == row["unit"] and number(row["factor"]) == 1}
    owner: dict[str, str] = {}
    for row in rows:
        if row["base"] not in bases:
            yield Problem("units", row["unit"], "base", "unknown_key", row["base"])
        factor = number(row["factor"])
        if factor is None or factor <= 0:
            yield Problem("units", row["unit"], "factor", "not_a_number", row["factor"])
        for name in (row["unit"], *parts(row["aliases"])):
            if owner.setdefault(name.casefold(), row["unit"]) != row["unit"]:
                yield Problem("units", row["unit"], "aliases", "shared_name", name)
