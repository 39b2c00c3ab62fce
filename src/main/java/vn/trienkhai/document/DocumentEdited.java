package vn.trienkhai.document;

import java.util.UUID;

/** A draft has a new version: what was checked before counts no longer. Published in the same transaction. */
record DocumentEdited(UUID id, String by) {}
