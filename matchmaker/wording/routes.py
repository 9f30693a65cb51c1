"""A route in words, Vietnamese beside English, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording.months import span

_MODES = {
    "first_mile": "chặng đầu · first mile",
    "last_mile": "chặng cuối · last mile",
    "road": "đường bộ · road",
    "ferry": "phà · ferry",
    "cargo_boat": "tàu hàng · cargo boat",
    "ship": "tàu container ven biển · coastal ship",
    "flight": "máy bay · aircraft",
    "direct": "đường xã · local roads",
}
_ERRORS = {
    "unknown_place": "Không tìm thấy nơi này · place not found",
    "province_only": "Chỉ có tên tỉnh; cần xã, thị trấn · a province is no endpoint; name a commune",
    "same_name": "Nhiều nơi trùng tên · several places have this name",
    "misspelt": "Có thể viết sai tên · perhaps misspelt",
    "unit_unknown": "Không có đơn vị này trên bản đồ · no such unit on the map",
    "conflict": "Các tên không thuộc về nhau · the names do not lie in each other",
    "no_freight_way": "Không có tàu chở hàng · no boat carries freight there",
}


def told(answer: Mapping[str, Any]) -> str:
    """The object of ``matchmaker route`` as lines of text."""
    title = f"{answer['from']} → {answer['to']}"
    if answer["km"] is None:
        lines = [title, _ERRORS.get(answer["error"], answer["error"])]
        return "\n".join(lines + [f"  ? {name}" for names in answer["candidates"].values() for name in names])
    hours, cost = answer["hours"], answer["cost_vnd_per_kg"]
    lines = [
        f"{title}: {answer['km']:.0f} km, {hours['low']:.0f}–{hours['high']:.0f} h, "
        f"{cost['low']}–{cost['high']} đ/kg (chưa hiệu chỉnh · not calibrated)"
    ]
    for leg in answer["legs"]:
        road = " ".join(part for part in (leg["road"], leg["pass"] and f"(đèo · pass {leg['pass']})") if part)
        way = f"{_MODES[leg['mode']]}: {leg['from']} → {leg['to']}"
        lines.append(f"  {leg['km']:7.1f} km {leg['hours']:5.1f} h  {way}  {road}".rstrip())
        if leg.get("wind_limit"):
            force = leg["wind_limit"]
            lines.append(f"{'':22}nghỉ từ gió cấp {force} · stays in port from wind force {force}")
        if leg.get("risk_months"):
            sea = leg["mode"] in ("ferry", "cargo_boat", "ship")
            risk = "sóng gió · rough sea" if sea else "sạt lở · landslides"
            lines.append(f"{'':22}{risk}: {span(leg['risk_months'], 'vi')}")
    return "\n".join(lines)
