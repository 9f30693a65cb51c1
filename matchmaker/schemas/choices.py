"""The fixed lists of codes in records of trade."""

from __future__ import annotations

PERIODS = ("total", "day", "week", "month", "quarter", "season", "year", "batch")
PRICE_BASES = ("farm_gate", "depot", "truck_station", "delivered")
INVOICES = ("HDDT", "HDDT_MTT", "BANG_KE", "KHONG")
STORAGES = ("ambient", "chilled", "frozen", "live")
CHANNELS = (
    "supermarket",
    "supermarket_foreign",
    "hypermarket",
    "minimarket",
    "organic_store",
    "exporter_cn",
    "exporter_eu",
    "exporter_us",
    "exporter_jp",
    "processor",
    "wholesale",
    "canteen",
    "restaurant",
    "gift_horeca",
    "ecommerce",
    "cross_border",
    "cash_carry",
)
DECISIONS = ("accept", "reject", "hold")
# Why a match comes to nothing, as departments report it.
REASONS = (
    "small_scale",
    "product_criteria",
    "papers",
    "price",
    "discount",
    "payment",
    "logistics",
    "season_over",
    "buyer_changed_plan",
    "unreachable",
    "other",
)
# What became of a meeting, and the steps ticked on its slip.
OUTCOMES = ("met", "producer_absent", "buyer_absent", "both_absent", "cancelled")
STEPS = ("interested", "sample", "quote", "visit", "mou", "unfit")
# The stages that are noted by hand, after a meeting or without one.
LATER_STAGES = (
    "met",
    "sample",
    "quote",
    "visit",
    "mou",
    "framework",
    "contract",
    "delivered",
    "ongoing",
    "closed",
    "failed",
)
# What a side answers to an introduction.
ANSWERS = ("interested", "sample", "terms", "refused")
SIDES = ("buyer", "producer")
REMINDED_BY = ("zalo", "phone", "email")  # how a side was reminded to answer
# The terms of a purchase on which signed contracts have died when nobody wrote them down.
TERMS = (
    "payment",
    "discount",
    "returns",
    "penalty",
    "packing",
    "delivery_place",
    "price_basis",
    "tolerance",
)
