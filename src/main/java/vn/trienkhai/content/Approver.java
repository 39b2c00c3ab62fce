package vn.trienkhai.content;

/** Who signs a content, as approval-route.dmn says it. */
enum Approver {
    UBND_LEADER("Lãnh đạo Ủy ban nhân dân"),
    EDITORIAL_BOARD("Ban biên tập Cổng thông tin điện tử"),
    COMMUNE_LEADER("Lãnh đạo Ủy ban nhân dân xã, phường"),
    BROADCAST_CENTRE("Lãnh đạo đơn vị vận hành truyền thanh"),
    UNIT_HEAD("Lãnh đạo đơn vị soạn");

    private final String label;

    Approver(String label) {
        this.label = label;
    }

    /** As people read it. */
    String label() {
        return label;
    }
}
