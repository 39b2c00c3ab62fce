package vn.trienkhai.assignment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.assignment.CalendarFeed.Owner;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.notification.ProgramAddress;

/** Calendars of deadlines: kept by who is signed in, read by whoever has the address. */
@RestController
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final ProgramAddress program;

    CalendarFeedController(CalendarFeeds feeds, ProgramAddress program) {
        this.feeds = feeds;
        this.program = program;
    }

    /** @param createdAt null while there is no address @param lastReadAt empty until somebody reads it */
    record Kept(Owner owner, String name, String createdAt, String lastReadAt) {}

    record Created(String address) {}

    @GetMapping("/api/calendar-feeds")
    List<Kept> kept(@RequestAttribute(SignedIn.USER) String userId) {
        return feeds.keptBy(userId).stream()
                .map(kept -> new Kept(
                        kept.owner(),
                        kept.name(),
                        kept.feed()
                                .map(feed -> VietnamTime.format(feed.createdAt()))
                                .orElse(null),
                        kept.feed()
                                .flatMap(CalendarFeed::lastReadAt)
                                .map(VietnamTime::format)
                                .orElse("")))
                .toList();
    }

    @PostMapping("/api/calendar-feeds/{owner}")
    Created create(@PathVariable Owner owner, @RequestAttribute(SignedIn.USER) String userId) {
        return new Created(program.of("/lich/" + feeds.create(owner, userId) + ".ics"));
    }

    @DeleteMapping("/api/calendar-feeds/{owner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable Owner owner, @RequestAttribute(SignedIn.USER) String userId) {
        feeds.revoke(owner, userId);
    }

    @GetMapping("/lich/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token) {
        return feeds.read(token)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(TEXT)
                        .body("Lịch này không có hoặc đã bị thu hồi.".getBytes(StandardCharsets.UTF_8)));
    }
}
