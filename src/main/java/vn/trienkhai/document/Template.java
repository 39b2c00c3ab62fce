package vn.trienkhai.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A layout of Nghị định 30/2020/NĐ-CP, Phụ lục III; a Word file of this name shows it. */
enum Template {
    /** Mẫu 1.4. */
    NAMED(
            "van-ban",
            "Văn bản có tên loại: báo cáo, kế hoạch, chương trình, thông báo, tờ trình",
            EnumSet.complementOf(EnumSet.of(Place.COSIGNERS))),

    /** Mẫu 1.5: no name of a type, "V/v …" under the number. */
    LETTER("cong-van", "Công văn", EnumSet.complementOf(EnumSet.of(Place.COSIGNERS, Place.TYPE))),

    /** Mẫu 1.9: no place and day in the letterhead, several signatures. */
    MINUTES("bien-ban", "Biên bản", EnumSet.complementOf(EnumSet.of(Place.LOCALITY, Place.DATE, Place.ADDRESSEES))),

    /** Not in the decree, as offices use it: with room for the opinions of office and leader. */
    SLIP("phieu-trinh", "Phiếu trình", EnumSet.complementOf(EnumSet.of(Place.COSIGNERS)));

    private final String fileName;
    private final String label;
    private final Set<Place> places;

    Template(String fileName, String label, Set<Place> places) {
        this.fileName = fileName;
        this.label = label;
        this.places = places;
    }

    static Template of(DocumentType type) {
        return switch (type) {
            case LETTER -> LETTER;
            case MINUTES -> MINUTES;
            case SUBMISSION_SLIP -> SLIP;
            case REPORT, PROPOSAL, PLAN, PROGRAMME, NOTICE -> NAMED;
        };
    }

    static Optional<Template> named(String fileName) {
        return Arrays.stream(values())
                .filter(template -> template.fileName.equals(fileName))
                .findFirst();
    }

    /** Without extension. */
    String fileName() {
        return fileName;
    }

    String label() {
        return label;
    }

    /** What it must have, and may have no more. */
    Set<Place> places() {
        return EnumSet.copyOf(places);
    }

    /** What a file made of it must still have when it is issued. */
    Set<Place> placesAtIssue() {
        var needed = EnumSet.of(Place.NUMBER, Place.DATE, Place.AUTHORITY, Place.NAME);
        needed.retainAll(places);
        return needed;
    }
}
