package vn.trienkhai.plan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** The files of a plan are UTF-8; their words are compared composed (NFC), and line breaks aside. */
final class PlanText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PlanText() {}

    /** The text of the file, composed; empty after reporting a missing, empty or wrongly encoded file. */
    static Optional<String> read(String file, Optional<byte[]> content, PlanProblems problems) {
        if (content.isEmpty()) {
            problems.add(file, 1, "tệp này trong thư mục của kế hoạch", "không có tệp");
            return Optional.empty();
        }
        var text = decode(file, content.get(), problems);
        if (text.isPresent() && text.get().isBlank()) {
            problems.add(file, 1, "nội dung", "tệp trống");
            return Optional.empty();
        }
        return text;
    }

    /** The text on one line: any white space, line and page breaks included, is one space. */
    static String onOneLine(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    private static Optional<String> decode(String file, byte[] content, PlanProblems problems) {
        var bytes = ByteBuffer.wrap(content);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            var unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return Optional.of(Normalizer.normalize(unmarked, Normalizer.Form.NFC));
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            problems.add(
                    file,
                    line,
                    "chữ mã hóa UTF-8",
                    "byte 0x%02X không phải UTF-8".formatted(content[bytes.position()] & 0xFF));
            return Optional.empty();
        }
    }
}
