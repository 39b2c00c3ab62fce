package vn.trienkhai.operation;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the start form of account-return.bpmn offers: accounts that are locked. */
@Component
class AccountReturnForms implements FormFacts {

    private final Leavers leavers;

    AccountReturnForms(Leavers leavers) {
        this.leavers = leavers;
    }

    @Override
    public String processKey() {
        return AccountLeavingProcess.RETURN_KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        return new FormView(
                Known.of(
                        new Fact(
                                "Kết quả",
                                "Người này đăng nhập được lại ngay, với vị trí và quá trình như trước. Việc đã bàn giao không tự về.")),
                Map.of(),
                Map.of("people", leavers.locked()));
    }
}
