package vn.trienkhai.attachment;

/**
 * Asked of every module that keeps files for something: may this person see the file because of what it belongs to? A file may
 * belong to several things; it is seen by whoever may see one of them, and by nobody where nobody answers yes.
 */
public interface AttachmentSight {

    boolean shows(Attachment attachment, String userId);
}
