package vn.trienkhai.attachment;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.consistency.Sha256;
import vn.trienkhai.consistency.Snapshot;

/** Every file is there, and is the one that was uploaded. */
@Component
class AttachmentConsistency implements ConsistencyCheck {

    private record Kept(String id, String name, String owner, long size, String sha256, byte[] bytes) {

        private boolean isIntact() {
            return bytes != null && bytes.length == size && Sha256.of(bytes).equals(sha256);
        }

        private String complaint() {
            return "Tệp “%s” (%s, thuộc %s) %s."
                    .formatted(
                            name,
                            id,
                            owner == null ? "chưa thuộc việc nào" : owner,
                            bytes == null ? "mất nội dung" : "có nội dung khác với mã SHA-256 khi tải lên");
        }
    }

    @Override
    public String subject() {
        return "Tệp đính kèm";
    }

    @Override
    public Stream<String> contradictions(Snapshot snapshot) {
        return snapshot.stream(
                        """
                        select a.id, a.name, a.claimed_for, a.size_bytes, a.sha256, c.bytes from attachment a
                        left join attachment_content c on c.attachment_id = a.id
                        """,
                        (row, number) -> new Kept(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("claimed_for"),
                                row.getLong("size_bytes"),
                                row.getString("sha256"),
                                row.getBytes("bytes")))
                .filter(kept -> !kept.isIntact())
                .map(Kept::complaint);
    }
}
