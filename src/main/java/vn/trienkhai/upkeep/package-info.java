/**
 * What whoever runs the program needs: health, figures, how long things are kept, moving to another database. Its subject is
 * the running program and its tables, so it reads them itself and names the engine.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Bảo trì",
        allowedDependencies = {"assignment", "plan", "calendar"})
package vn.trienkhai.upkeep;
