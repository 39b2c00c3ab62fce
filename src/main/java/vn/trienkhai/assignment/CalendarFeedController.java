package vn.trienkhai.assignment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.assignment.CalendarFeeds.Feed;
import vn.trienkhai.assignment.CalendarFeeds.Owner;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;
import vn.trienkhai.notification.PublicAddress;

/** The calendar itself, for whoever knows its address, and the addresses, for who is signed in. */
@RestController
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String ENDING = ".ics";
    private static final String WHOSE = "Mong đợi lịch của ai: PERSON (cá nhân) hoặc UNIT (đơn vị).";

    private final CalendarFeeds feeds;
    private final PublicAddress address;

    CalendarFeedController(CalendarFeeds feeds, PublicAddress address) {
        this.feeds = feeds;
        this.address = address;
    }

    record Wanted(Owner owner) {}

    record Created(String address) {}

    @GetMapping("/lich/{file}")
    ResponseEntity<byte[]> read(@PathVariable String file) {
        var calendar = file.endsWith(ENDING)
                ? feeds.read(file.substring(0, file.length() - ENDING.length()))
                : Optional.<String>empty();
        return calendar.map(text -> answer(HttpStatus.OK, CALENDAR, text))
                .orElseGet(() -> answer(
                        HttpStatus.NOT_FOUND, TEXT, "Không có lịch này: địa chỉ sai, đã thu hồi hoặc đã thay.\n"));
    }

    /** The calendar feeds that the person may have, and whether each has an address. */
    @GetMapping("/api/calendar-feeds")
    List<Feed> feeds(@RequestAttribute(SignedIn.USER) String userId) {
        return feeds.of(userId);
    }

    /** Gives a feed a new address, which is shown this once; the former one ends. */
    @PostMapping("/api/calendar-feeds")
    ResponseEntity<Created> create(@RequestBody Wanted wanted, @RequestAttribute(SignedIn.USER) String userId) {
        if (wanted.owner() == null) {
            throw FormRefused.at("owner", WHOSE);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Created(address.of("/lich/" + feeds.renew(wanted.owner(), userId) + ENDING)));
    }

    /** Ends the address of a feed. */
    @DeleteMapping("/api/calendar-feeds/{owner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable Owner owner, @RequestAttribute(SignedIn.USER) String userId) {
        feeds.revoke(owner, userId);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal unreadable(HttpMessageNotReadableException unreadable) {
        return Refusal.of(WHOSE);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
