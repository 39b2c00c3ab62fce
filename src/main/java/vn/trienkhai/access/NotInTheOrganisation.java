package vn.trienkhai.access;

import org.springframework.security.core.AuthenticationException;

/** Somebody is who they say, but has no place in the organisation chart or no post in the other system. */
class NotInTheOrganisation extends AuthenticationException {

    private final transient String userId;

    NotInTheOrganisation(String userId) {
        super("Known elsewhere, not here: " + userId);
        this.userId = userId;
    }

    String sentence() {
        return "Tài khoản “%s” chưa được xếp vào đơn vị và chức danh nào trong hệ thống: hãy báo người quản trị."
                .formatted(userId);
    }
}
