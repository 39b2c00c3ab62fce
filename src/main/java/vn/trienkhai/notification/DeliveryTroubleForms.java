package vn.trienkhai.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the form of delivery-trouble.bpmn shows: how sending stands at this moment. */
@Component
class DeliveryTroubleForms implements FormFacts {

    private final Outbox outbox;
    private final DeliveryTrouble trouble;

    DeliveryTroubleForms(Outbox outbox, DeliveryTrouble trouble) {
        this.outbox = outbox;
        this.trouble = trouble;
    }

    @Override
    public String processKey() {
        return DeliveryTroubleProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        var standing = outbox.standing();
        var explained = trouble.explained();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Tình trạng", explained.isEmpty() ? "Thư đang gửi được." : explained));
        facts.add(new Fact("Thư chưa gửi", Long.toString(standing.waiting())));
        facts.add(new Fact("Gửi không được từ", momentOr(standing.failingSince(), "không có thư nào")));
        facts.add(new Fact("Lỗi gần nhất", standing.lastProblem() == null ? "không có" : standing.lastProblem()));
        facts.add(new Fact("Thư gửi được gần nhất", momentOr(standing.lastSent(), "chưa có thư nào")));
        facts.add(new Fact("Người, đơn vị chưa có địa chỉ thư", standing.withoutAddress() + " thư"));
        return FormView.of(new Known(null, null, null, null, List.of(), facts));
    }

    private static String momentOr(Instant moment, String none) {
        return moment == null ? none : VietnamTime.format(moment);
    }
}
