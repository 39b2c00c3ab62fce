package vn.trienkhai.audit;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reduces a value to what the audit keeps: ids, codes, numbers, days and yes or no as they are; any other text, names of people
 * among it, as its length and SHA-256. So a text can be compared with the audit, but not read out of it, and personal data
 * are not kept a second time (Luật 91/2025/QH15: only what the purpose needs).
 */
final class AuditValue {

    /** Letters without diacritics, digits and what joins them; no blanks, no mail addresses. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/,#*|-]{1,200}");

    /** Numbers of telephones and of identity cards are text. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[+.-]?[0-9][0-9.-]{8,}");

    /** IPv4; IPv6 is a code anyway. */
    private static final Pattern ADDRESS = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private AuditValue() {}

    static Map<String, Object> reduced(Map<String, ?> values) {
        var reduced = new TreeMap<String, Object>();
        values.forEach((name, value) -> reduced.put(name, reduced(value)));
        return reduced;
    }

    private static Object reduced(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Date date) {
            return new Date(date.getTime()).toInstant().toString();
        }
        if (value instanceof TemporalAccessor || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return "sha256:%s (%d byte)".formatted(sha256(bytes), bytes.length);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(AuditValue::reduced).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var reduced = new TreeMap<String, Object>();
            map.forEach((name, part) -> reduced.put(String.valueOf(name), reduced(part)));
            return reduced;
        }
        if (value.getClass().isRecord()) {
            var reduced = new TreeMap<String, Object>();
            for (var component : value.getClass().getRecordComponents()) {
                reduced.put(component.getName(), reduced(valueOf(component, value)));
            }
            return reduced;
        }
        return reduced(value.toString());
    }

    private static Object reduced(String text) {
        var plain = CODE.matcher(text).matches()
                && (DAY.matcher(text).matches()
                        || ADDRESS.matcher(text).matches()
                        || !PERSONAL_NUMBER.matcher(text).matches());
        return plain || text.isEmpty() ? text : digestOf(text);
    }

    static String digestOf(String text) {
        return "sha256:%s (%d ký tự)".formatted(sha256(text.getBytes(StandardCharsets.UTF_8)), text.length());
    }

    private static Object valueOf(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("Unreadable: " + component, unreadable);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
