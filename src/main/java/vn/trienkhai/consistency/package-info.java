/** Whether the books of the modules and the engine agree: each module checks its own, one command asks them all. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Đối chiếu",
        allowedDependencies = {})
package vn.trienkhai.consistency;
