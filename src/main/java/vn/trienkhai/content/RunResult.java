package vn.trienkhai.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Measure;

/**
 * What a unit did on one channel. Null where something does not apply.
 *
 * @param audiences codes of whom it reached; asked where the channel counts people reached with printed matter
 */
record RunResult(
        LocalDate from,
        LocalDate to,
        String place,
        String link,
        String note,
        Map<Measure, Long> measures,
        List<String> audiences,
        Set<UUID> attachments) {

    RunResult {
        measures = measures == null ? Map.of() : Map.copyOf(measures);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        attachments = attachments == null ? Set.of() : Set.copyOf(attachments);
    }

    /**
     * Each channel proves itself in its own way: everything that is counted on it, a link where it is on the web, a photo
     * where it is seen, whom it reached where it is handed out.
     *
     * @param hasPhoto whether one of the attachments is a picture
     * @throws FormRefused with every reason
     */
    void requireCompleteFor(Channel channel, boolean hasPhoto) {
        var reasons = new ArrayList<Reason>();
        if (from == null) {
            reasons.add(new Reason("from", "Chưa điền ngày thực hiện."));
        }
        for (var measure : channel.measures()) {
            if (measures.getOrDefault(measure, 0L) < 1) {
                reasons.add(new Reason(
                        "measures." + measure,
                        "%s: mong đợi số từ 1 trở lên, gặp %d."
                                .formatted(measure.label(), measures.getOrDefault(measure, 0L))));
            }
        }
        for (var measure : measures.keySet()) {
            if (!channel.measures().contains(measure)) {
                reasons.add(new Reason("", "Kênh “%s” không tính %s.".formatted(channel.name(), measure.label())));
            }
        }
        if (isOnTheWeb(channel) && (link == null || !link.matches("https?://\\S+"))) {
            reasons.add(new Reason("link", "Chưa điền đường dẫn bài đăng, dạng https://…"));
        }
        if (channel.type() == ChannelType.VISUAL && !hasPhoto) {
            reasons.add(new Reason("attachments", "Chưa có ảnh chụp tại nơi tuyên truyền."));
        }
        if (isHandedOut(channel) && audiences.isEmpty()) {
            reasons.add(new Reason("audiences", "Chưa chọn đối tượng được phát."));
        }
        if (!reasons.isEmpty()) {
            throw new FormRefused(reasons);
        }
    }

    static boolean isOnTheWeb(Channel channel) {
        return channel.type() == ChannelType.PORTAL || channel.type() == ChannelType.WEBSITE;
    }

    static boolean isHandedOut(Channel channel) {
        return channel.type() == ChannelType.PRINTED && channel.measures().contains(Measure.REACHED);
    }
}
