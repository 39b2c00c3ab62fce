package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.UUID;

/** A document was signed, numbered and issued. Published in the same transaction. */
public record DocumentIssued(UUID id, DocumentOrder.Source source, String number, LocalDate date, String signedBy) {}
