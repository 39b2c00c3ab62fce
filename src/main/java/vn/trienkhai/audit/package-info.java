/**
 * What can be proved afterwards: every decision, sign-in and change of rights as one chain of hashes. Uses no other module,
 * so that every module can record.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Kiểm toán",
        allowedDependencies = {})
package vn.trienkhai.audit;
