package vn.trienkhai.access;

import java.util.Optional;

/** A place that knows passwords. */
interface PasswordCheck {

    /** The id of the account whose password this is; empty if there is none, or if it is locked. */
    Optional<String> accountOf(String name, String password);
}
