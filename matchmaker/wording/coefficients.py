"""Names of the figures behind hours, freight, CO₂ and the account to the producer, and of their groups."""

from __future__ import annotations

GROUP: dict[str, tuple[str, str]] = {
    "cost": ("Cước vận chuyển", "Freight"),
    "truck": ("Chi phí theo loại xe", "Costs by class of truck"),
    "time": ("Thời gian", "Time"),
    "speed": ("Tốc độ và đường đi", "Speed and ways"),
    "law": ("Giờ lái xe theo luật", "Driving hours by law"),
    "border": ("Cửa khẩu", "Border gates"),
    "loss": ("Hao hụt", "Loss"),
    "finance": ("Vốn", "Money"),
    "co2": ("Khí thải", "Emissions"),
    "calibration": ("Hiệu chỉnh theo báo giá thật", "Calibration to real quotes"),
}
VEHICLE: dict[str, tuple[str, str]] = {
    "all": ("mọi loại xe", "all trucks"),
    "truck_1_5t": ("xe 1,5 tấn", "1.5 t truck"),
    "truck_3_5t": ("xe 3,5 tấn", "3.5 t truck"),
    "truck_8t": ("xe 8 tấn", "8 t truck"),
    "truck_15t": ("xe 15 tấn", "15 t truck"),
    "truck_30t": ("xe 30 tấn", "30 t truck"),
}
LIST: dict[str, tuple[str, str]] = {
    "quotes": ("Báo giá từng chuyến", "Quotes for single trips"),
    "cards": ("Bảng giá của nhà xe", "A haulier’s rate card"),
}
COLUMN: dict[str, tuple[str, str]] = {
    "origin": ("Nơi đi", "From"),
    "destination": ("Nơi đến", "To"),
    "tonnes": ("Số tấn", "Tonnes"),
    "price_kg": ("Giá (đ/kg)", "Price per kg"),
    "price_trip": ("Giá chuyến (đồng)", "Price per trip"),
    "quoted_on": ("Ngày báo giá", "Date"),
    "vehicle": ("Loại xe", "Truck"),
    "source": ("Nguồn", "Source"),
    "carrier": ("Nhà xe", "Carrier"),
    "km_from": ("Từ km", "Km from"),
    "km_to": ("Đến km", "Km to"),
    "tonnes_from": ("Từ tấn", "Tonnes from"),
    "tonnes_to": ("Đến tấn", "Tonnes to"),
    "valid_from": ("Hiệu lực từ", "Valid from"),
    "valid_to": ("Hiệu lực đến", "Valid to"),
}
ROAD: dict[str, tuple[str, str]] = {
    "flat": ("đường bằng", "flat roads"),
    "mountain": ("đường núi", "mountain roads"),
}
_FIGURE: dict[str, tuple[str, str]] = {
    "fuel": ("mức tiêu hao nhiên liệu", "fuel"),
    "running": ("lốp, sửa chữa, dầu nhớt", "tyres, upkeep, oil"),
    "toll": ("phí cao tốc", "expressway toll"),
    "fixed": ("tài xế, khấu hao, bảo hiểm", "driver, depreciation, insurance"),
}
_NAMES: dict[str, tuple[str, str]] = {
    "cost/diesel": ("Giá dầu diesel", "Price of diesel"),
    "cost/backhaul share": ("Tỷ lệ chuyến có hàng chiều về", "Share of trips with a return load"),
    "cost/load factor": ("Hệ số chất tải", "Load factor"),
    "cost/handling": ("Bốc xếp hai đầu", "Loading and unloading"),
    "cost/chilled uplift": ("Xe lạnh đắt hơn (lần)", "Refrigerated truck, times as dear"),
    "cost/truck ferry per tonne": ("Phà chở xe: mỗi tấn", "Truck ferry: a tonne"),
    "cost/truck ferry per tonne-km": ("Phà chở xe: mỗi tấn-km", "Truck ferry: a tonne-km"),
    "cost/cargo boat per tonne": ("Tàu hàng ra đảo: mỗi tấn", "Cargo boat: a tonne"),
    "cost/cargo boat per tonne-km": ("Tàu hàng ra đảo: mỗi tấn-km", "Cargo boat: a tonne-km"),
    "time/handling": ("Giờ bốc xếp", "Time to load and unload"),
    "time/share of the usual wait": ("Chờ tàu so với thường lệ (lần)", "Wait for a boat, times the usual"),
    "time/spread of sailing time": ("Giờ tàu chạy so với lịch (lần)", "Sailing time, times the table"),
    "speed/spread of driving time": ("Giờ lái so với bảng (lần)", "Driving time, times the table"),
    "speed/first mile": ("Tốc độ đường thôn, xã", "Speed on village roads"),
    "speed/a km as hours": ("Quãng vòng chấp nhận để nhanh hơn", "What a longer way must save"),
    "border/gate queue": ("Chờ ở cửa khẩu", "Queue at the border gate"),
    "law/max continuous driving": ("Lái liền nhiều nhất", "Longest driving without a break"),
    "law/max driving per day": ("Lái trong ngày nhiều nhất", "Longest driving in a day"),
    "law/max driving per week": ("Lái trong tuần nhiều nhất", "Longest driving in a week"),
    "law/minimum break": ("Nghỉ giữa chừng ít nhất", "Shortest break"),
    "law/daily rest": ("Nghỉ qua đêm", "Night's rest"),
    "loss/on the way, fresh goods": ("Hàng tươi hao trên đường", "Fresh goods lost on the way"),
    "loss/on the way, goods that keep": (
        "Hàng khô, để được lâu hao trên đường",
        "Goods that keep, lost on the way",
    ),
    "finance/interest on working capital": ("Lãi vay vốn lưu động", "Interest on working capital"),
    "co2/mountain fuel uplift": ("Đường núi tốn nhiên liệu hơn (lần)", "Fuel in mountains, times the flat"),
    "cost/coastal ship per tonne": ("Tàu container ven biển: mỗi tấn", "Coastal ship: a tonne"),
    "cost/coastal ship per tonne-km": ("Tàu container ven biển: mỗi tấn-km", "Coastal ship: a tonne-km"),
    "cost/air freight per tonne": ("Máy bay: mỗi tấn", "Air freight: a tonne"),
    "cost/air freight per tonne-km": ("Máy bay: mỗi tấn-km", "Air freight: a tonne-km"),
    "cost/a VND/kg as hours": ("Chọn tàu biển: mỗi đ/kg bằng mấy giờ", "Choosing ships: a VND/kg as hours"),
    "co2/coastal container ship": ("Tàu container ven biển: CO₂ mỗi tấn-km", "Coastal ships: CO₂ a tonne-km"),
    "co2/domestic air freight": ("Máy bay trong nước: CO₂ mỗi tấn-km", "Domestic flights: CO₂ a tonne-km"),
    "co2/RoRo / RoPax ferry": ("Phà, tàu: CO₂ mỗi tấn-km", "Ferries: CO₂ a tonne-km"),
    "co2/temperature-controlled uplift": ("Xe lạnh phát thải hơn (lần)", "Refrigerated truck, times the CO₂"),
}
UNIT: dict[str, tuple[str, str]] = {
    "h": ("giờ", "h"),
    "h/km": ("giờ/km", "h/km"),
    "VND/L": ("đ/lít", "VND/l"),
    "VND/t": ("đ/tấn", "VND/t"),
    "VND/tkm": ("đ/tấn-km", "VND/tkm"),
    "VND/km": ("đ/km", "VND/km"),
    "VND/h": ("đ/giờ", "VND/h"),
    "l/100 km": ("lít/100 km", "l/100 km"),
    "%/year": ("%/năm", "% a year"),
    "g CO2e/tkm": ("g CO₂e/tấn-km", "g CO₂e/tkm"),
    "share": ("phần của 1", "of one"),
    "ratio": ("tỷ lệ", "ratio"),
    "x": ("lần", "times"),
}


def _names() -> dict[str, tuple[str, str]]:
    told = dict(_NAMES)
    for vehicle, (vi, en) in VEHICLE.items():
        for figure, words in _FIGURE.items() if vehicle != "all" else ():
            told[f"truck/{vehicle} {figure}"] = (f"{vi.capitalize()}: {words[0]}", f"{en}: {words[1]}")
        for road, (on, along) in ROAD.items():
            told[f"calibration/{vehicle} {road}"] = (
                f"Báo giá so với tính toán: {vi}, {on}",
                f"Quotes against the computed freight: {en}, {along}",
            )
    return told


NAME = _names()
