package vn.trienkhai.upkeep;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Number of rows and a checksum of everything in them, whatever their order and whichever database holds them: two tables with
 * the same sum hold the same.
 */
final class TableSum {

    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    TableSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param values of one row, in an order of columns that is the same for both tables */
    void add(Object[] values) {
        for (var value : values) {
            var bytes = canonical(value);
            digest.update(ByteBuffer.allocate(4)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .array());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        var hash = ByteBuffer.wrap(digest.digest());
        high += hash.getLong();
        low += hash.getLong();
        rows++;
    }

    long rows() {
        return rows;
    }

    private static byte[] canonical(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant()
                    .atOffset(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MICROS)
                    .toString();
        }
        if (value instanceof LocalDateTime moment) {
            return moment.truncatedTo(ChronoUnit.MICROS).toString();
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableSum sum && rows == sum.rows && high == sum.high && low == sum.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low);
    }

    @Override
    public String toString() {
        return "%d rows %016x%016x".formatted(rows, high, low);
    }
}
