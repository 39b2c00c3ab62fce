package vn.trienkhai.operation;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the forms of account-leaving.bpmn show: accounts that can be locked, then the work that is still open. */
@Component
class AccountLeavingForms implements FormFacts {

    private final Leavers leavers;

    AccountLeavingForms(Leavers leavers) {
        this.leavers = leavers;
    }

    @Override
    public String processKey() {
        return AccountLeavingProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        if (opened.element() == null || opened.variable(AccountLeavingProcess.PERSON) == null) {
            return new FormView(
                    Known.of(new Fact(
                            "Kết quả",
                            "Tài khoản bị khóa ngay: không đăng nhập được nữa, phiên đang mở hết trong một phút."
                                    + " Quá trình đã làm giữ nguyên; việc đang mở được bàn giao ở bước sau.")),
                    Map.of(),
                    Map.of("people", leavers.lockableBy(opened.userId())));
        }
        var person = opened.variable(AccountLeavingProcess.PERSON);
        return new FormView(
                Known.of(
                        new Fact("Người thôi việc", leavers.nameOf(person)),
                        new Fact("Lý do", opened.variable(AccountLeavingProcess.REASON))),
                Map.of("way", "PERSON"),
                Map.of("work", leavers.workOf(person), "takers", leavers.takersFor(person)));
    }
}
