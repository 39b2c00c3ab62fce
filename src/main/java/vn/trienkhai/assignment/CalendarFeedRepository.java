package vn.trienkhai.assignment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CalendarFeedRepository extends Repository<CalendarFeed, UUID> {

    CalendarFeed save(CalendarFeed feed);

    Optional<CalendarFeed> findByTokenHashAndRevokedAtIsNull(String tokenHash);

    Optional<CalendarFeed> findByOwnerKindAndOwnerIdAndRevokedAtIsNull(CalendarFeed.Owner kind, String ownerId);
}
