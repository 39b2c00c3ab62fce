package vn.trienkhai.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the form of delivery-trouble.bpmn shows: how sending stands at this moment, and what is to be decided. */
@Component
class DeliveryTroubleForms implements FormFacts {

    private final Outbox outbox;
    private final DeliveryTrouble trouble;
    private final MailServer server;

    DeliveryTroubleForms(Outbox outbox, DeliveryTrouble trouble, MailServer server) {
        this.outbox = outbox;
        this.trouble = trouble;
        this.server = server;
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
        return new FormView(
                new Known(null, null, null, null, List.of(), facts),
                Map.of(
                        "uncertain",
                        outbox.inDoubt().stream()
                                .map(mail -> new Doubt(
                                        mail.id(),
                                        mail.subject(),
                                        mail.recipient().id(),
                                        VietnamTime.format(mail.at()),
                                        server.messageIdOf(mail.id())))
                                .toList()),
                Map.of());
    }

    /**
     * One mail of which somebody has to decide.
     *
     * @param at dd/MM/yyyy HH:mm
     * @param messageId by which the mail server's own log knows it
     */
    record Doubt(UUID mail, String subject, String recipient, String at, String messageId) {}

    private static String momentOr(Instant moment, String none) {
        return moment == null ? none : VietnamTime.format(moment);
    }
}
