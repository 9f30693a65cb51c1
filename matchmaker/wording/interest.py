"""Names of what makes a demand worth something to a producer, and of the groups of an exposure report."""

from __future__ import annotations

PART: dict[str, tuple[str, str]] = {
    "margin": ("giá còn dư trên giá sàn", "price left above the floor"),
    "uptake": ("phần hàng được mua", "share of the goods taken"),
    "terms": ("tiền về sớm, ít trừ", "paid soon, little deducted"),
    "way": ("đường gần", "near"),
}
GROUP: dict[str, tuple[str, str]] = {
    "remote": ("Xã vùng cao, hải đảo, xa chợ", "Mountain and island communes, far from markets"),
    "newcomer": ("Bên bán chưa từng được duyệt", "Producers never accepted before"),
}
