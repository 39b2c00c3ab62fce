package vn.trienkhai.attachment;

import java.util.UUID;

/** No stored file has this id. */
public class AttachmentUnknown extends RuntimeException {

    AttachmentUnknown(UUID id) {
        super("Không có tệp mang mã %s, hoặc bạn không được xem.".formatted(id));
    }
}
