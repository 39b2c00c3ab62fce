package vn.trienkhai.organisation;

/**
 * A unit that a reorganisation makes. Until people are appointed otherwise, who led the first of the ended units leads it.
 *
 * @param symbol as the numbers of its documents name it; null if not said
 * @param headTitle of whoever leads it, e.g. "Trưởng phòng Văn hóa - Xã hội"
 */
record NewUnit(String name, String shortName, UnitKind kind, String symbol, String headTitle) {}
