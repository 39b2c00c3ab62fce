package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

/**
 * In what authority somebody signs (Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, mục II.7): TM. for a body that decides
 * together, KT. by a deputy for the head, TL. or TUQ. by whoever does not lead the unit.
 */
final class Signatures {

    private static final String CHAIR = "CHỦ TỊCH";
    private static final String DEPUTY = "PHÓ ";
    private static final String HEAD_ROLE = "head";
    private static final String ACADEMIC_TITLES = "(?i)^((GS|PGS|TSKH|TS|ThS|BSCKI+|BS|DS|KS|CN|LS)\\.\\s*)+";

    private Signatures() {}

    /** @param post of the issuer: its head or a deputy */
    static List<String> ofLeader(Unit issuer, Post post) {
        var lines = new ArrayList<String>();
        switch (issuer.kind()) {
            case LEADERSHIP, COMMUNE -> lines.add("TM. ỦY BAN NHÂN DÂN");
            case EDITORIAL_BOARD -> lines.add("TM. BAN BIÊN TẬP");
            case OFFICE, AGENCY, PUBLIC_SERVICE, MASS_ORGANISATION -> {
                // The head of such a unit signs for it alone.
            }
        }
        if (!post.role().equals(HEAD_ROLE)) {
            lines.add("KT. " + headTitle(titleOf(issuer, post)));
        }
        lines.add(titleOf(issuer, post));
        return List.copyOf(lines);
    }

    /** @param head of the issuer, who ordered or delegated it @param own the post of whoever signs, and its unit */
    static List<String> ofOther(SigningCapacity capacity, Unit issuer, Post head, Unit ownUnit, Post own) {
        return List.of(capacity.abbreviation() + " " + titleOf(issuer, head), titleOf(ownUnit, own));
    }

    /** As it stands above a signature: without the unit, which the letterhead names. */
    static String titleOf(Unit unit, Post post) {
        if (post.signingTitle() != null) {
            return Letterheads.upper(post.signingTitle());
        }
        if (post.leads()) {
            var ofKind = headTitleOf(unit);
            if (ofKind != null) {
                return post.role().equals(HEAD_ROLE) ? ofKind : DEPUTY + ofKind;
            }
        }
        return Letterheads.upper(withoutUnit(post.title(), unit));
    }

    /** Without academic titles and ranks (Phụ lục I, mục II.7 điểm b). */
    static String nameOf(String name) {
        return name.replaceFirst(ACADEMIC_TITLES, "");
    }

    private static String headTitle(String deputyTitle) {
        return deputyTitle.startsWith(DEPUTY) ? deputyTitle.substring(DEPUTY.length()) : deputyTitle;
    }

    private static String headTitleOf(Unit unit) {
        if (unit.kind() == UnitKind.LEADERSHIP || unit.kind() == UnitKind.COMMUNE) {
            return CHAIR;
        }
        if (unit.kind() == UnitKind.OFFICE) {
            return "CHÁNH VĂN PHÒNG";
        }
        return unit.name().startsWith("Phòng ") ? "TRƯỞNG PHÒNG" : null;
    }

    private static String withoutUnit(String title, Unit unit) {
        for (var name : List.of(unit.name(), unit.shortName())) {
            var behind = " " + name.toLowerCase(Locale.ROOT);
            if (title.toLowerCase(Locale.ROOT).endsWith(behind)) {
                return title.substring(0, title.length() - behind.length());
            }
        }
        return title;
    }
}
