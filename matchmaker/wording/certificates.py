"""Short names of papers for labels beside an offer; the full names are reference data."""

from __future__ import annotations

SHORT: dict[str, tuple[str, str]] = {
    "ATTP": ("ATTP", "Food safety"),
    "CK_ATTP": ("Cam kết ATTP", "Food safety commitment"),
    "VIETGAP": ("VietGAP", "VietGAP"),
    "GLOBALGAP": ("GlobalG.A.P.", "GLOBALG.A.P."),
    "HC_VN": ("Hữu cơ VN", "Organic VN"),
    "HC_EU": ("Hữu cơ EU", "Organic EU"),
    "HC_USDA": ("Hữu cơ USDA", "Organic USDA"),
    "HC_JAS": ("Hữu cơ JAS", "Organic JAS"),
    "PGS": ("Hữu cơ PGS", "Organic PGS"),
    "HACCP": ("HACCP", "HACCP"),
    "ISO22000": ("ISO 22000", "ISO 22000"),
    "OCOP": ("OCOP", "OCOP"),
    "GI": ("Chỉ dẫn địa lý", "Geographical indication"),
    "NHTT": ("Nhãn hiệu tập thể", "Collective mark"),
    "NHCN": ("Nhãn hiệu chứng nhận", "Certification mark"),
    "TCB": ("Tự công bố", "Self-declaration"),
    "GS1": ("Mã vạch GS1", "GS1 bar code"),
    "QR": ("Tem truy xuất", "Traceability QR"),
    "PUC_CN": ("Mã vùng trồng TQ", "Growing area CN"),
    "PHC_CN": ("Mã đóng gói TQ", "Packing house CN"),
    "PUC_EU": ("Mã vùng trồng EU", "Growing area EU"),
    "PUC_US": ("Mã vùng trồng Mỹ", "Growing area US"),
    "PUC_JP": ("Mã vùng trồng Nhật", "Growing area JP"),
    "GACC": ("GACC", "GACC"),
    "KDDV": ("Kiểm dịch động vật", "Animal health"),
    "KDTV": ("Kiểm dịch thực vật", "Phytosanitary"),
    "KN": ("Phiếu kiểm nghiệm", "Laboratory test"),
    "CO": ("C/O", "C/O"),
    "EUDR": ("EUDR", "EUDR"),
}

# What forms offer to tick, the commonest first; any other code can still come by file or API.
USUAL = (
    *("ATTP", "CK_ATTP", "VIETGAP", "OCOP", "QR", "TCB", "GS1", "GI", "GLOBALGAP", "HACCP", "ISO22000"),
    *("HC_VN", "HC_EU", "PUC_CN", "PHC_CN", "KDDV"),
)
