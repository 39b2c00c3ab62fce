package vn.trienkhai.assignment;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** The ladder of reminders and escalations of each open assignment. */
@Service
class Escalations {

    /** Puts the assignment on the ladder where it belongs now, instead of any earlier ladder; nothing if its clock stands still. */
    void follow(Assignment assignment) {}

    /** Ends the ladder at once: the work is done, closed, or on hold. */
    void end(UUID assignment) {}
}
