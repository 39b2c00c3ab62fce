package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.PlanEntryUnknown;

/**
 * What a drafter hands in. Codes are those of the plan.
 *
 * @param channels on which it is meant to go out; they decide who signs it
 */
record ContentDraft(
        String title,
        String topic,
        List<String> subTopics,
        String formOfWork,
        List<String> audiences,
        List<String> channels,
        ContentScope scope,
        String text,
        Set<UUID> attachments) {

    ContentDraft {
        subTopics = subTopics == null ? List.of() : List.copyOf(subTopics);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        channels = channels == null ? List.of() : List.copyOf(channels);
        attachments = attachments == null ? Set.of() : Set.copyOf(attachments);
    }

    /** @throws FormRefused with every reason, if something is missing or is not of the plan */
    void requireCompleteFor(PlanDefinition plan) {
        var reasons = new ArrayList<Reason>();
        missing(reasons, "title", title == null, "Chưa điền tiêu đề.");
        missing(reasons, "topic", topic == null, "Chưa chọn nội dung tuyên truyền.");
        missing(reasons, "formOfWork", formOfWork == null, "Chưa chọn hình thức.");
        missing(reasons, "audiences", audiences.isEmpty(), "Chưa chọn đối tượng nào.");
        missing(reasons, "channels", channels.isEmpty(), "Chưa chọn kênh nào.");
        missing(reasons, "scope", scope == null, "Chưa chọn phạm vi sử dụng.");
        missing(reasons, "text", text == null, "Chưa điền nội dung.");
        ofPlan(reasons, "topic", topic == null ? List.of() : List.of(topic), plan::topic);
        ofPlan(reasons, "formOfWork", formOfWork == null ? List.of() : List.of(formOfWork), plan::formOfWork);
        ofPlan(reasons, "audiences", audiences, plan::audience);
        ofPlan(reasons, "channels", channels, plan::channel);
        ofPlan(reasons, "subTopics", subTopics, plan::subTopic);
        if (reasons.isEmpty()
                && !plan.topic(topic).subTopics().stream()
                        .map(sub -> sub.code())
                        .toList()
                        .containsAll(subTopics)) {
            reasons.add(new Reason("subTopics", "Nội dung chi tiết phải thuộc nội dung đã chọn."));
        }
        if (!reasons.isEmpty()) {
            throw new FormRefused(reasons);
        }
    }

    /**
     * The kind of channel that decides who signs: the portal first, which an editorial board answers for, then
     * loudspeakers (Nghị định 49/2024/NĐ-CP), then whatever was named first.
     */
    ChannelType decidingChannelOf(PlanDefinition plan) {
        var types = channels.stream().map(plan::channel).map(Channel::type).toList();
        return Stream.of(ChannelType.PORTAL, ChannelType.LOUDSPEAKER)
                .filter(types::contains)
                .findFirst()
                .orElseGet(() -> types.get(0));
    }

    private static void missing(List<Reason> reasons, String field, boolean isMissing, String message) {
        if (isMissing) {
            reasons.add(new Reason(field, message));
        }
    }

    private static void ofPlan(List<Reason> reasons, String field, List<String> codes, Function<String, ?> lookedUp) {
        for (var code : codes) {
            try {
                lookedUp.apply(code);
            } catch (PlanEntryUnknown unknown) {
                reasons.add(new Reason(field, "Kế hoạch không có mục “%s”.".formatted(code)));
            }
        }
    }
}
