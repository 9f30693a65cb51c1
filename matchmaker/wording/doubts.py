"""What is not certain in a record, said to the person who wrote it: codes of doubts in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# code: (Vietnamese, English); {names} are facts.
SENTENCES: dict[str, tuple[str, str]] = {
    "amount_open": (
        "Lượng để ngỏ: “{value}”, chưa có con số.",
        "The amount is left open: “{value}”, no figure.",
    ),
    "assumed_farm_gate": (
        "Chưa nói giá giao ở đâu; đang hiểu là giá tại nơi sản xuất.",
        "Where the price applies was not said; taken as at the place of production.",
    ),
    "bare_price": (
        "Giá chưa ghi đơn vị tiền; đang hiểu là đồng.",
        "The price names no currency; taken as VND.",
    ),
    "basis_differs": (
        "Ghi thêm “{value}”, khác nơi tính giá đã chọn.",
        "“{value}” is another place for the price than the one chosen.",
    ),
    "break": ("Nghỉ mấy ngày: “{words}”.", "A break of some days: “{words}”."),
    "broken_range": ("Khoảng số viết ngược hoặc thiếu một đầu.", "The range is reversed or lacks an end."),
    "begins": ("Lấy hàng “{words}”: từ {day}.", "Goods are wanted “{words}”: from {day} on."),
    "begin_apart": (
        "Ghi “{words}” mà còn cần hàng trước ngày ấy.",
        "“{words}”, and goods are wanted before that day.",
    ),
    "days_said": ("Chỉ cần hàng “{words}”.", "Goods are wanted “{words}” only."),
    "deadline": ("Hạn giao “{words}”: {day}.", "Deadline “{words}”: {day}."),
    "deadline_apart": (
        "Ghi “{words}” mà còn cần hàng sau ngày ấy.",
        "“{words}”, and goods are wanted after that day.",
    ),
    "conflict": ("Các tên nơi chốn không cùng một chỗ.", "The names of the place do not lie in each other."),
    "by_kind": ("Giá một khoảng, ghi “{value}”.", "A range of prices, “{value}”."),
    "count_or_price": ("Chưa rõ số này là lượng hay giá.", "This number may be an amount or a price."),
    "each_or_all": (
        "Số cân trong ngoặc có thể là của mỗi chuyến, mỗi container hay của tất cả; đang tính cho mỗi cái.",
        "The weight in brackets may be of each load or of all of them; it is counted for each.",
    ),
    "live_weight": ("Giá tính theo cân hơi.", "The price is for live weight."),
    "locality_unknown": (
        "Không thấy thôn, bản này trên bản đồ; đang lấy nơi lớn hơn.",
        "This hamlet is on no map; the wider place is taken.",
    ),
    "lunar": ("Tháng viết theo lịch âm, đã đổi sang dương.", "Lunar months, turned into solar ones."),
    "misspelt": ("Tên nơi có thể viết sai.", "The place may be misspelt."),
    "number_format": (
        "Con số này có thể hiểu hai cách.",
        "This number can be read in two ways.",
    ),
    "only_exception": ("Chỉ nói tháng không có hàng.", "Only the months without goods were named."),
    "open_end": ("Chưa nói đến tháng nào thì hết.", "The last month was not said."),
    "open_start": ("Chưa nói có từ tháng nào.", "The first month was not said."),
    "other_currency": ("Giá không phải tiền đồng ({currency}).", "The price is not in VND ({currency})."),
    "paid_ahead": ("Trả trước {percent} %.", "{percent} % is paid ahead."),
    "store_whose": (
        "Ghi “{value}” mà chưa rõ kho bên nào; đang hiểu là kho bên bán.",
        "“{value}” does not say whose store; taken as the producer's.",
    ),
    "payment_open": (
        "Hạn trả tiền chưa có số ngày: “{value}”.",
        "The payment has no number of days: “{value}”.",
    ),
    "peak": ("Lúc cao điểm lượng khác: “{words}”.", "At the peak the amount is another: “{words}”."),
    "place_in_product": (
        "Nơi lấy từ tên sản phẩm, có thể không phải nơi sản xuất.",
        "The place was taken from the product's name.",
    ),
    "province_only": ("Mới biết tỉnh, chưa biết xã.", "Only the province is known, not the commune."),
    "price_about": ("Giá nêu áng chừng: “{value}”.", "The price is named roughly: “{value}”."),
    "price_at_place": (
        "Giá tính tại một nơi nêu tên: “{value}”; từ nơi ấy tới bên mua là phần cước phải cộng.",
        "The price is taken at a place of its own: “{value}”; freight is added from there to the buyer.",
    ),
    "freight_said": (
        "Bên bán tự ghi cước: “{value}”; giao tới nơi ấy thì tính theo mức này.",
        "The seller names the freight: “{value}”; it is counted for goods brought there.",
    ),
    "price_of_one": (
        "Giá nêu riêng cho “{value}”, chưa nêu cho hàng khác.",
        "The price is named for “{value}” alone, not for the other goods.",
    ),
    "peak_only": (
        "Chỉ ghi lúc nhiều nhất: “{words}”; phải hỏi các tháng khác.",
        "Only the time of the most is told: “{words}”; ask for the other months.",
    ),
    "price_open": ("Giá để ngỏ: “{value}”, chưa có con số.", "The price is left open: “{value}”, no figure."),
    "range": (
        "Viết một khoảng từ {low} đến {high}; đang lấy số nhỏ.",
        "A range from {low} to {high}; the smaller is taken.",
    ),
    "same_name": ("Có nhiều nơi cùng tên này.", "Several places have this name."),
    "season_unread": ("Chưa hiểu lời viết về mùa vụ.", "The words about the season were not understood."),
    "several": ("Viết nhiều số khác nhau, mỗi số cho một thứ.", "Several are named, each for its own goods."),
    "southern_tens": ("“Chục” có nơi tính hơn mười.", "A “chục” is more than ten in some regions."),
    "split": ("Nơi này đã chia về nhiều xã mới.", "This place was divided among several communes."),
    "thousands_implied": (
        "Giá viết gọn; đang hiểu là nghìn đồng.",
        "A short price; taken as thousands of VND.",
    ),
    "unaccented_period": (
        "Viết không dấu: chưa chắc tính theo ngày, tuần hay tháng.",
        "Written without accents: for a day, week or month is not certain.",
    ),
    "unaccented_unit": (
        "Viết không dấu: chưa chắc đơn vị.",
        "Without accents: the unit is not certain.",
    ),
    "unit_missing": ("Chưa có đơn vị.", "The unit is missing."),
    "unit_taken": (
        "Giá chưa ghi tính trên đơn vị nào; đang hiểu là mỗi {unit}.",
        "The price names no unit; taken as for one {unit}.",
    ),
    "unit_unknown": ("Không có tên này trên bản đồ.", "This name is on no map."),
    "vague_season": (
        "Mùa nói chung chung, mỗi nơi một khác.",
        "A loose season; it differs by region.",
    ),
}
UNSURE = ("Máy chưa hiểu chắc chỗ này.", "This was not understood for certain.")


def sentence(code: str, facts: Mapping[str, Any], lang: str) -> str:
    """The sentence for a doubt in ``vi`` or ``en``; an unknown code says that the field is uncertain."""
    pair = SENTENCES.get(code, UNSURE)
    return pair[lang == "en"].format_map(Facts(facts))


class Facts(dict[str, Any]):
    """Facts for a template; missing ones read as an ellipsis, whole numbers without a fraction."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _shown(value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: Any) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)
