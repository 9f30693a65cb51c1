"""What a stretch of the way adds up to. Every figure of a route is made of these sums."""

from __future__ import annotations

from enum import IntEnum


class Q(IntEnum):
    """Index of a quantity: all add up along a path, from the first mile over the network to the last."""

    ROAD_KM = 0
    DRIVE_H = 1
    HILL_KM = 2  # of the road km, those in mountains
    TOLL_KM = 3  # of the road km, those on expressways
    SEA_KM = 4
    SAIL_H = 5
    WAIT_LOW_H = 6
    WAIT_HIGH_H = 7
    BOAT_LOW_VND_T = 8
    BOAT_HIGH_VND_T = 9
    DOUBT_KM = 10  # km weighted by how unsure each is (0 sure … 1 unknown)
    PARKED_LOW_H = 11  # of the hours, those that the goods are on a cargo boat and no truck is paid for
    PARKED_HIGH_H = 12
    WEIGHT_H = (
        13  # what the chosen path minimises: driving, sailing, the usual wait, and each km as some hours
    )


COUNT = len(Q)
