package vn.trienkhai.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** No transaction begins without the audit that writes its acts as the last step. */
@Component
class AuditOfTransactions implements TransactionExecutionListener {

    private final Audit audit;

    AuditOfTransactions(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void afterBegin(TransactionExecution begun, Throwable failure) {
        if (failure == null) {
            audit.gather();
        }
    }
}
