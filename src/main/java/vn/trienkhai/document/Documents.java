package vn.trienkhai.document;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** The register of official documents and their life. */
@Service
public class Documents {

    /** Makes a draft, in the caller's transaction; it does not start its way to signature. @return its id */
    public UUID draft(DocumentOrder order, String by) {
        throw new UnsupportedOperationException();
    }

    /** Makes the draft anew as its next version; approvals of former versions no longer count. */
    public void redraft(UUID id, DocumentText text, String by) {
        throw new UnsupportedOperationException();
    }
}
