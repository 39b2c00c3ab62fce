/** Where forms meet the program: typed answers of user tasks, the facts a form shows, refusals in Vietnamese. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Biểu mẫu",
        allowedDependencies = {"calendar"})
package vn.trienkhai.form;
