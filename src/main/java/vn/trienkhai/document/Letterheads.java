package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

/**
 * What a unit's documents show of it: letterhead, symbol and number (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2 and II.3).
 * Where the organisation chart does not say, it is made of the unit's name.
 */
final class Letterheads {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String COMMITTEE = "Ủy ban nhân dân";
    private static final String SHORT_COMMITTEE = "UBND";
    private static final String OFFICE = "VP";
    private static final String JOINING_WORDS = "và|của|các|-";

    private Letterheads() {}

    /** @param committee the people's committee that the unit belongs to, if there is just one */
    static Letterhead of(Unit unit, Optional<Unit> committee) {
        var agency = unit.letterhead() == null ? unit.name() : unit.letterhead();
        return new Letterhead(
                superiorOf(unit, committee), agency, symbolOf(unit), unit.place() == null ? "" : unit.place());
    }

    /** Null for a people's committee, above which a letterhead names nobody, and for what is not below it. */
    private static String superiorOf(Unit unit, Optional<Unit> committee) {
        if (unit.superior() != null) {
            return unit.superior();
        }
        return switch (unit.kind()) {
            case LEADERSHIP, COMMUNE, MASS_ORGANISATION -> null;
            case OFFICE, AGENCY, PUBLIC_SERVICE, EDITORIAL_BOARD ->
                committee
                        .map(above -> above.name().replace(COMMITTEE, SHORT_COMMITTEE))
                        .orElse(unit.place() == null ? null : SHORT_COMMITTEE + " " + unit.place());
        };
    }

    /** "UBND" for a people's committee, else the initials of the name: "PKT" of "Phòng Kinh tế". */
    static String symbolOf(Unit unit) {
        if (unit.symbol() != null) {
            return unit.symbol();
        }
        if (unit.kind() == UnitKind.LEADERSHIP || unit.kind() == UnitKind.COMMUNE) {
            return SHORT_COMMITTEE;
        }
        if (unit.kind() == UnitKind.OFFICE) {
            return OFFICE;
        }
        return Stream.of(unit.name().split("[\\s,]+"))
                .filter(word -> !word.matches(JOINING_WORDS))
                .map(word -> upper(word.substring(0, 1)))
                .collect(Collectors.joining());
    }

    /**
     * The whole number: "05/BC-UBND"; of a letter, which has no abbreviation, "05/UBND-VHTT" with the unit that drafted it, or
     * "05/VHTT" where that is the issuer itself. Numbers below 10 begin with 0.
     */
    static String numberOf(int number, DocumentType type, Unit issuer, Unit drafter) {
        return "%02d/%s".formatted(number, afterNumber(type, issuer, drafter));
    }

    /** What stands behind the slash. */
    static String afterNumber(DocumentType type, Unit issuer, Unit drafter) {
        if (!type.abbreviation().isEmpty()) {
            return type.abbreviation() + "-" + symbolOf(issuer);
        }
        return drafterSymbol(issuer, drafter)
                .map(symbol -> symbolOf(issuer) + "-" + symbol)
                .orElse(symbolOf(issuer));
    }

    /** Empty where the issuer drafts itself. */
    static Optional<String> drafterSymbol(Unit issuer, Unit drafter) {
        return issuer.id().equals(drafter.id()) ? Optional.empty() : Optional.of(symbolOf(drafter));
    }

    /** A sequence begins with each calendar year (Điều 15 khoản 3). */
    static int yearOf(LocalDate date) {
        return date.getYear();
    }

    static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }
}
