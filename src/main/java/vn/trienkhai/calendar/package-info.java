/** Vietnamese time: the zone and the clock, which days are worked, and what a deadline comes to. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Lịch",
        allowedDependencies = {})
package vn.trienkhai.calendar;
