package vn.trienkhai.assignment;

/** Whom a rung of the ladder reaches; named in escalation-ladder.dmn. */
enum Audience {
    /** Who does the work and who leads them. */
    DOERS,
    UNIT_HEAD,
    /** The leaders of the unit that asked. */
    ASSIGNER,
    /** The leaders who issued the plan. */
    ISSUER
}
