package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Audience;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/** What the forms of channel-dissemination.bpmn show. */
@Component
class ChannelDisseminationForms implements FormFacts {

    private final Contents contents;
    private final ContentRuns runs;
    private final ContentFacts facts;
    private final AssignmentFacts assignmentFacts;
    private final Assignments assignments;
    private final Plans plans;

    ChannelDisseminationForms(
            Contents contents,
            ContentRuns runs,
            ContentFacts facts,
            AssignmentFacts assignmentFacts,
            Assignments assignments,
            Plans plans) {
        this.contents = contents;
        this.runs = runs;
        this.facts = facts;
        this.assignmentFacts = assignmentFacts;
        this.assignments = assignments;
        this.plans = plans;
    }

    /** @param named whether the duty names it */
    record ChannelChoice(String value, String label, String type, boolean named) {}

    @Override
    public String processKey() {
        return ChannelDisseminationProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        var assignment = assignments.get(UUID.fromString(opened.variable(UnitCampaignProcess.ASSIGNMENT)));
        return opened.element().equals("UserTask_ChooseChannels")
                ? choosing(assignment, UUID.fromString(opened.variable(UnitCampaignProcess.CONTENT)))
                : reporting(assignment, runs.get(UUID.fromString(opened.variable(ChannelDisseminationProcess.RUN))));
    }

    private FormView choosing(Assignment assignment, UUID content) {
        var named = runs.namedBy(assignment);
        var channels = channelsOf(assignment, named);
        var choices = new LinkedHashMap<>(facts.shown(content));
        choices.put("channels", channels);
        choices.put("evidence", assignmentFacts.evidenceOf(assignment.id()));
        return new FormView(
                facts.known(
                        assignment.id(),
                        null,
                        standing(content),
                        new Fact(
                                "Chọn kênh",
                                "Chọn những kênh phù hợp với điều kiện của đơn vị; không bắt buộc dùng tất cả.")),
                Map.of(
                        "runs",
                        channels.stream()
                                .filter(ChannelChoice::named)
                                .map(channel -> Map.of("channel", channel.value()))
                                .toList()),
                choices);
    }

    private List<ChannelChoice> channelsOf(Assignment assignment, List<String> named) {
        var all = new ArrayList<Channel>();
        var suited = runs.channelsFor(assignment.planId(), assignment.unit());
        suited.stream().filter(channel -> named.contains(channel.code())).forEach(all::add);
        suited.stream().filter(channel -> !named.contains(channel.code())).forEach(all::add);
        return all.stream()
                .map(channel -> new ChannelChoice(
                        channel.code(), channel.name(), channel.type().label(), named.contains(channel.code())))
                .toList();
    }

    private FormView reporting(Assignment assignment, ChannelRun run) {
        var plan = plans.definition(run.planId());
        var channel = plan.channel(run.channel());
        var more = new ArrayList<Fact>();
        more.add(new Fact("Kênh", channel.name()));
        more.add(standing(run.content()));
        run.substituteFor()
                .ifPresent(absent -> more.add(new Fact(
                        "Thay cho kênh",
                        plan.channel(absent).name() + ": " + run.substituteWhy().orElse(""))));
        run.plannedFrom().ifPresent(day -> more.add(new Fact("Dự kiến từ ngày", VietnamTime.format(day))));
        run.plannedTo().ifPresent(day -> more.add(new Fact("Dự kiến đến ngày", VietnamTime.format(day))));
        run.plannedPlace().ifPresent(place -> more.add(new Fact("Nơi dự kiến", place)));
        var choices = new LinkedHashMap<>(facts.shown(run.content()));
        choices.put("measures", ContentFacts.choices(channel.measures(), Measure::name, Measure::label));
        choices.put("askLink", RunResult.isOnTheWeb(channel));
        choices.put("askPhoto", channel.type() == ChannelType.VISUAL);
        choices.put(
                "audiences",
                RunResult.isHandedOut(channel)
                        ? ContentFacts.choices(plan.audiences(), Audience::code, Audience::name)
                        : List.of());
        choices.put(
                "substitutes",
                channelsOf(assignment, List.of()).stream()
                        .filter(other -> !other.value().equals(run.channel()))
                        .toList());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("measures", Map.of());
        answer.put("audiences", List.of());
        answer.put("attachments", List.of());
        run.plannedFrom().ifPresent(day -> answer.put("from", VietnamTime.format(day)));
        run.plannedTo().ifPresent(day -> answer.put("to", VietnamTime.format(day)));
        run.plannedPlace().ifPresent(place -> answer.put("place", place));
        return new FormView(facts.known(assignment.id(), null, more.toArray(Fact[]::new)), answer, choices);
    }

    /** Only what is approved goes out; an edit in between is shown here before it is refused. */
    private Fact standing(UUID content) {
        var found = contents.get(content);
        return new Fact(
                "Nội dung", "%s – %s".formatted(found.title(), found.status().label()));
    }
}
