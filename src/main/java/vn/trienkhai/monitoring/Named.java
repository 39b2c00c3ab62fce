package vn.trienkhai.monitoring;

/** A thing by its code and as people read it. @param code {@code -} where an entry names nothing */
record Named(String code, String name) {

    /** Code of what names nothing, as in reports. */
    static final String NONE = "-";
}
