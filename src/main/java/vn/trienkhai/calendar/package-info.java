/** Vietnamese time: the zone, the clock, and where a day ends. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Lịch",
        allowedDependencies = {})
package vn.trienkhai.calendar;
