package vn.trienkhai.plan;

import java.util.Locale;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Unit;

/**
 * How official documents name a plan: the first time with type, number, day, agency and abstract (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, mục II.6), then by its number.
 */
public final class PlanCitation {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private PlanCitation() {}

    /** For example "Kế hoạch số 269/KH-UBND ngày 10 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Phú Quốc về …". */
    public static String of(PlanDefinition plan, Unit issuer) {
        return "%s %s của %s về %s"
                .formatted(
                        numberOf(plan), VietnamTime.inWords(plan.issuedOn()), issuer.name(), continued(plan.title()));
    }

    /** For example "Kế hoạch số 269/KH-UBND". */
    public static String numberOf(PlanDefinition plan) {
        return "Kế hoạch số " + plan.number();
    }

    /** As it continues a sentence; proper names ("Phú Quốc …") and abbreviations keep their capitals. */
    static String continued(String title) {
        var words = title.strip().split("\\s+", 3);
        var isName = words[0].length() > 1 && Character.isUpperCase(words[0].charAt(1))
                || words.length > 1 && Character.isUpperCase(words[1].charAt(0));
        return isName || words[0].isEmpty()
                ? title.strip()
                : title.strip().substring(0, 1).toLowerCase(VIETNAMESE)
                        + title.strip().substring(1);
    }
}
