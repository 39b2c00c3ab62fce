package vn.trienkhai.document;

import java.util.Set;

/** Asked of whoever keeps assignments, for units that are only asked (đoàn thể) and see no more than that. */
public interface AskedAbout {

    /** Codes and clauses of the duties for which something was asked of the unit. */
    Set<String> clausesAskedOf(String unit);
}
