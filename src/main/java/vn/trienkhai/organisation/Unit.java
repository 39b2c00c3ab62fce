package vn.trienkhai.organisation;

import java.time.LocalDate;
import vn.trienkhai.calendar.VietnamTime;

/**
 * A unit that can owe, ask for or receive work. One that ended keeps its name: what it did is told under it.
 *
 * @param id kebab-case, also the id of its group, e.g. {@code phong-vhtt}
 * @param email its mailbox; null if it has none
 * @param symbol as the numbers of its documents name it, e.g. "UBND"; null where the chart does not say
 * @param superior the agency above it as a letterhead names it; null where the chart does not say
 * @param letterhead its own name as a letterhead gives it; null where that is its name
 * @param place where it issues documents, e.g. "Phú Quốc"; null where the chart does not say
 * @param endedOn first day on which it no longer was; null while it is
 * @param successor id of the unit that took its place; null while it is, and where none did
 * @param successorName short name of that unit
 */
public record Unit(
        String id,
        String name,
        String shortName,
        UnitKind kind,
        String email,
        String symbol,
        String superior,
        String letterhead,
        String place,
        LocalDate endedOn,
        String successor,
        String successorName) {

    public Unit(
            String id,
            String name,
            String shortName,
            UnitKind kind,
            String email,
            String symbol,
            String superior,
            String letterhead,
            String place) {
        this(id, name, shortName, kind, email, symbol, superior, letterhead, place, null, null, null);
    }

    public Unit(String id, String name, String shortName, UnitKind kind, String email) {
        this(id, name, shortName, kind, email, null, null, null, null);
    }

    public Unit(String id, String name, String shortName, UnitKind kind) {
        this(id, name, shortName, kind, null);
    }

    public boolean canBeAssigned() {
        return kind.canBeAssigned();
    }

    public boolean isInForce() {
        return endedOn == null;
    }

    /** For example "UBND xã Hàm Ninh (nay là UBND đặc khu Phú Quốc)"; the name alone while it is. */
    public String nameAndWhatItIsNow() {
        return name + now();
    }

    /** Like {@link #nameAndWhatItIsNow}, with the short name. */
    public String shortNameAndWhatItIsNow() {
        return shortName + now();
    }

    private String now() {
        if (isInForce()) {
            return "";
        }
        return successor == null
                ? " (kết thúc ngày %s)".formatted(VietnamTime.format(endedOn))
                : " (nay là %s)".formatted(successorName);
    }
}
