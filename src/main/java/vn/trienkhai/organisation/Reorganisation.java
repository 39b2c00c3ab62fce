package vn.trienkhai.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.calendar.VietnamTime;

/**
 * Sắp xếp lại đơn vị: an order with who entered and who confirmed it.
 *
 * @param successorId of the unit that takes the place, existing or still to be made; null if none does
 * @param confirmedBy user id of a leader; null until confirmed
 * @param carriedOutAt null until it happened
 * @param droppedAt null unless given up
 */
record Reorganisation(
        UUID id,
        ReorganisationOrder order,
        String successorId,
        String enteredBy,
        Instant enteredAt,
        String confirmedBy,
        Instant carriedOutAt,
        Instant droppedAt) {

    Optional<NewUnit> newUnit() {
        return Optional.ofNullable(order.newUnit());
    }

    boolean isOpen() {
        return carriedOutAt == null && droppedAt == null;
    }

    boolean isDueOn(LocalDate day) {
        return !order.effectiveOn().isAfter(day);
    }

    /** For example "Giải thể theo văn bản số 1654/NQ-UBTVQH15 ngày 16/06/2025 của Ủy ban Thường vụ Quốc hội". */
    String why() {
        return "%s theo văn bản số %s ngày %s của %s"
                .formatted(
                        order.kind().label(),
                        order.basisNumber(),
                        VietnamTime.format(order.basisDate()),
                        order.basisAgency());
    }
}
