/** What several nodes on one database must do one after the other. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Cụm máy",
        allowedDependencies = {})
package vn.trienkhai.cluster;
