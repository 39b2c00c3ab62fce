package vn.trienkhai.calendar;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The calendar's tables with what is delivered in them, and nothing else of the program. */
class CalendarDatabase {

    static final CalendarSettings SETTINGS = new CalendarSettings(List.of("07:00-11:00", "13:00-17:00"), "24:00");

    private static final WorkingDays DELIVERED = daysIn(new CalendarTables(JdbcClient.create(fresh())));

    private CalendarDatabase() {}

    static DataSource fresh() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        migrate(source);
        return source;
    }

    static void migrate(DataSource source) {
        for (var changelog : List.of("005-calendar.sql", "006-calendar-decided.sql", "007-holiday-change.sql")) {
            try (var connection = source.getConnection()) {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                Scope.child(
                        Scope.Attr.resourceAccessor, new ClassLoaderResourceAccessor(), () -> new CommandScope("update")
                                .addArgumentValue("changelogFile", "db/changelog/" + changelog)
                                .addArgumentValue("database", database)
                                .execute());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    static WorkingDays daysIn(CalendarTables tables) {
        return new WorkingDays(
                tables.rules(),
                tables.notices().stream().filter(CalendarNotice::holds).toList());
    }

    /** The calendar as it is delivered. */
    static WorkingCalendar calendar() {
        return calendar(SETTINGS);
    }

    static WorkingCalendar calendar(CalendarSettings settings) {
        Supplier<WorkingDays> days = () -> DELIVERED;
        return new WorkingCalendar(days, new WorkingHours(settings));
    }
}
