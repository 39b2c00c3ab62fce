package vn.trienkhai.organisation;

import java.time.LocalDate;

/** An absence to be entered. @param person user id @param substitute user id @param lastDay inclusive; null for no end */
record AbsenceOrder(
        String person, String substitute, AbsenceKind kind, LocalDate firstDay, LocalDate lastDay, String reason) {}
