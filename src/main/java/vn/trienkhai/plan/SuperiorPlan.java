package vn.trienkhai.plan;

import java.time.LocalDate;

/** The plan of the level above that this plan carries out. */
public record SuperiorPlan(
        String number, LocalDate issuedOn, String issuer, String title, String clause, String quote) {}
