"""The stages of registrations and of matches, and which may follow which: one table for each.

A step that happened unseen may be left out, so each stage leads to every later one that makes sense; none
leads back, but for what may be repeated (a sample, a meeting), taken up again, or found out to be wrong.
"""

from __future__ import annotations

REGISTRATION: dict[str, tuple[str, ...]] = {
    "new": ("verifying", "info_needed", "approved", "rejected"),
    "verifying": ("info_needed", "approved", "rejected"),
    "info_needed": ("verifying", "approved", "rejected"),
    "approved": ("paused", "expired"),
    "paused": ("approved", "expired"),
    "expired": ("approved",),
    "rejected": (),  # what it told of a person is erased: they send the form again
}
UNDECIDED = ("new", "verifying", "info_needed")

_SIGNED = ("mou", "framework", "contract")
_TRIED = ("sample", "quote", "visit")
_ENDED = ("closed", "failed")

# Before the first stage a match stands where the officer's decision left it.
MATCH: dict[str, tuple[str, ...]] = {
    "suggested": ("accepted", "rejected", "held", "scheduled", "met", "no_show", *_TRIED),
    "held": ("accepted", "rejected", "scheduled", "met", "no_show", *_TRIED),
    "rejected": ("accepted", "held"),
    "accepted": (
        "introduced",
        "scheduled",
        "met",
        "no_show",
        *_TRIED,
        *_SIGNED,
        "failed",
        "rejected",
        "held",
    ),
    "introduced": ("scheduled", "met", "no_show", *_TRIED, *_SIGNED, *_ENDED),
    "scheduled": ("introduced", "met", "no_show", *_TRIED, *_SIGNED, *_ENDED),
    "no_show": ("introduced", "scheduled", "met", *_TRIED, *_SIGNED, *_ENDED),
    "met": ("introduced", "scheduled", "met", "no_show", *_TRIED, *_SIGNED, *_ENDED),
    "sample": ("scheduled", "met", *_TRIED, *_SIGNED, *_ENDED),
    "quote": ("scheduled", "met", *_TRIED, *_SIGNED, *_ENDED),
    "visit": ("scheduled", "met", *_TRIED, *_SIGNED, *_ENDED),
    "mou": ("scheduled", "met", *_TRIED, *_SIGNED, *_ENDED),
    "framework": ("scheduled", "met", *_TRIED, "framework", "contract", "delivered", *_ENDED),
    "contract": ("met", "visit", "framework", "contract", "delivered", *_ENDED),
    "delivered": ("visit", "framework", "contract", "ongoing", *_ENDED),
    "ongoing": ("visit", "framework", "contract", "ongoing", *_ENDED),
    "closed": ("introduced", "contract", "ongoing"),
    "failed": ("introduced", "scheduled", "met", *_TRIED, *_SIGNED),
}

# What the two sides may tell of their own match by link or account; the rest is the officer's.
TOLD_BY: dict[str, tuple[str, ...]] = {
    "buyer": ("sample", "quote", "visit", "mou", "framework", "contract", "failed"),
    "producer": ("sample", "quote", "visit", "mou", "framework", "contract", "failed"),
}

# The stages that can be noted, in the order of a match's way.
ORDER = (
    *("introduced", "scheduled", "met", "no_show", "sample", "quote", "visit"),
    *("mou", "framework", "contract", "delivered", "ongoing", "closed", "failed"),
)
ENDED = frozenset(_ENDED)


def may_follow(before: str, after: str) -> bool:
    """Whether a match that stands at ``before`` may go on to ``after``."""
    return after in MATCH.get(before, ())
