package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code plan.yml} against the text as issued and the units that are known. */
final class PlanReader {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final SourceText source;
    private final Optional<KnownUnits> units;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Quotation> quotations = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Channel> channels = new ArrayList<>();

    /** @param units against which owners are checked; empty for a plan that was checked before */
    PlanReader(SourceText source, Optional<KnownUnits> units) {
        this.source = source;
        this.units = units;
    }

    PlanDefinition read(YamlEntry root) {
        readClauses(root);
        var id = id(root);
        var number = statement(root, "number");
        var issuedOn = root.entry("issuedOn").map(entry -> {
            quotation(entry, "issuedOn");
            return entry.date("value");
        });
        var place = statement(root, "place");
        var title = statement(root, "title");
        var issuer = unit(root, "issuer");
        var leadAgency = unit(root, "leadAgency");
        var superior =
                root.has("superior") ? root.entry("superior").map(this::superior) : Optional.<SuperiorPlan>empty();
        var period = root.entry("period").map(this::period);
        var aims = root.optionalEntries("aims", this::aim);
        var topics = root.entries("topics", this::topic);
        var formsOfWork = root.optionalEntries("formsOfWork", this::formOfWork);
        channels.addAll(root.entries("channels", this::channel));
        var audiences = root.optionalEntries("audiences", this::audience);
        var duties = root.entries("duties", this::duty);
        var recipients = root.optionalEntries("recipients", this::recipient);
        var closing = statement(root, "closing");
        var signature = root.entry("signature").map(this::signature);
        root.file().reportUnknownFields();
        return new PlanDefinition(
                id,
                number,
                issuedOn.orElse(null),
                place,
                title,
                issuer,
                leadAgency,
                superior,
                period.orElse(null),
                clauses,
                aims,
                topics,
                formsOfWork,
                channels,
                audiences,
                duties,
                recipients,
                closing,
                signature.orElse(null),
                quotations);
    }

    private void readClauses(YamlEntry root) {
        var clauseLines = new HashMap<String, Integer>();
        clauses.addAll(root.entries("clauses", entry -> {
            var clause = new Clause(entry.text("code"), entry.text("heading"));
            isNew(entry, "code", clause.code(), clauseLines);
            return clause;
        }));
        source.divide(clauses).ifPresent(missing -> root.file()
                .report(
                        clauseLines.get(missing.code()),
                        "lời mở đầu của mục %s, nguyên văn trong %s, sau mục đứng trước"
                                .formatted(missing.code(), PlanFiles.SOURCE),
                        PlanProblems.quoted(missing.heading())));
    }

    private String id(YamlEntry root) {
        var id = root.text("id");
        if (!id.isEmpty() && !id.matches(ID)) {
            root.report("id", "chữ thường không dấu, chữ số và dấu gạch nối ở “id”", PlanProblems.quoted(id));
        }
        return id;
    }

    private String statement(YamlEntry root, String field) {
        return root.entry(field)
                .map(entry -> {
                    quotation(entry, field);
                    return entry.text("value");
                })
                .orElse("");
    }

    private String unit(YamlEntry root, String field) {
        return root.entry(field)
                .map(entry -> {
                    quotation(entry, field);
                    var unit = entry.text("value");
                    if (!unit.isEmpty()) {
                        checkAssignable(entry, new YamlEntry.Word(unit, entry.line("value")));
                        checkOneUnit(entry, unit);
                    }
                    return unit;
                })
                .orElse("");
    }

    private SuperiorPlan superior(YamlEntry entry) {
        var quotation = quotation(entry, "superior");
        return new SuperiorPlan(
                entry.text("number"),
                entry.date("issuedOn"),
                entry.text("issuer"),
                entry.text("title"),
                quotation.clause(),
                quotation.quote());
    }

    private Period period(YamlEntry entry) {
        var quotation = quotation(entry, "period");
        var period = new Period(entry.date("from"), entry.date("to"), quotation.clause(), quotation.quote());
        if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
            entry.report(
                    "to",
                    "ngày không trước “from” (%s)".formatted(period.from()),
                    period.to().toString());
        }
        return period;
    }

    private Signature signature(YamlEntry entry) {
        var quotation = quotation(entry, "signature");
        return new Signature(
                entry.text("authority"),
                entry.text("position"),
                entry.text("name"),
                quotation.clause(),
                quotation.quote());
    }

    private Aim aim(YamlEntry entry) {
        var quotation = coded(entry);
        return new Aim(quotation.entry(), entry.text("name"), quotation.clause(), quotation.quote());
    }

    private Topic topic(YamlEntry entry) {
        var quotation = coded(entry);
        return new Topic(
                quotation.entry(),
                entry.text("name"),
                quotation.clause(),
                quotation.quote(),
                entry.flag("open"),
                entry.optionalEntries("subTopics", subTopic -> subTopic(quotation.entry(), subTopic)));
    }

    private SubTopic subTopic(String topic, YamlEntry entry) {
        var letter = entry.text("letter");
        var code = topic + letter;
        isNew(entry, "letter", code, lines);
        var quotation = quotation(entry, code);
        return new SubTopic(code, letter, entry.text("name"), quotation.clause(), quotation.quote());
    }

    private FormOfWork formOfWork(YamlEntry entry) {
        var quotation = coded(entry);
        return new FormOfWork(quotation.entry(), entry.text("name"), quotation.clause(), quotation.quote());
    }

    private Channel channel(YamlEntry entry) {
        var quotation = coded(entry);
        var measures = entry.manyOf("measures", Measure.class);
        var suits = entry.words("suits");
        suits.forEach(unit -> checkKnown(entry, unit));
        return new Channel(
                quotation.entry(),
                entry.text("name"),
                entry.oneOf("type", ChannelType.class),
                measures,
                texts(suits),
                quotation.clause(),
                quotation.quote());
    }

    private Audience audience(YamlEntry entry) {
        var quotation = coded(entry);
        return new Audience(quotation.entry(), entry.text("name"), quotation.clause(), quotation.quote());
    }

    private Duty duty(YamlEntry entry) {
        var quotation = coded(entry);
        var owners = entry.words("owners");
        if (owners.isEmpty() && entry.has("owners")) {
            entry.report(
                    "owners", "ít nhất một đơn vị thực hiện %s".formatted(quotation.entry()), "không có đơn vị nào");
        }
        owners.forEach(owner -> checkAssignable(entry, owner));
        var dutyChannels = entry.optionalWords("channels");
        dutyChannels.stream()
                .filter(code ->
                        channels.stream().noneMatch(channel -> channel.code().equals(code.text())))
                .forEach(code -> entry.file()
                        .report(code.line(), "mã của một kênh đã khai ở “channels”", PlanProblems.quoted(code.text())));
        return new Duty(
                quotation.entry(),
                entry.text("name"),
                entry.oneOf("kind", DutyKind.class),
                entry.oneOf("role", DutyRole.class),
                entry.oneOf("timing", DutyTiming.class),
                texts(owners),
                texts(dutyChannels),
                quotation.clause(),
                quotation.quote());
    }

    private Recipient recipient(YamlEntry entry) {
        var quotation = coded(entry);
        var receivers = entry.words("units");
        receivers.forEach(unit -> checkKnown(entry, unit));
        return new Recipient(
                quotation.entry(), entry.text("name"), texts(receivers), quotation.clause(), quotation.quote());
    }

    private Quotation coded(YamlEntry entry) {
        var code = entry.text("code");
        isNew(entry, "code", code, lines);
        return quotation(entry, code);
    }

    private Quotation quotation(YamlEntry entry, String of) {
        var quotation = new Quotation(of, entry.text("clause"), entry.text("quote"));
        quotations.add(quotation);
        if (quotation.clause().isEmpty() || quotation.quote().isEmpty()) {
            return quotation;
        }
        if (clauses.stream().noneMatch(clause -> clause.code().equals(quotation.clause()))) {
            entry.report("clause", "mã của một mục đã khai ở “clauses”", PlanProblems.quoted(quotation.clause()));
            return quotation;
        }
        source.clause(quotation.clause())
                .filter(clause -> !clause.contains(quotation.quote()))
                .ifPresent(clause -> entry.report(
                        "quote",
                        "lời nguyên văn của mục %s trong %s".formatted(quotation.clause(), PlanFiles.SOURCE),
                        PlanProblems.quoted(quotation.quote())));
        return quotation;
    }

    private void isNew(YamlEntry entry, String field, String code, Map<String, Integer> seen) {
        var before = seen.putIfAbsent(code, entry.line(field));
        if (before != null && !code.isEmpty()) {
            entry.report(field, "mã chưa dùng", "%s đã dùng ở dòng %d".formatted(PlanProblems.quoted(code), before));
        }
    }

    private boolean checkKnown(YamlEntry entry, YamlEntry.Word unit) {
        var known = units.isEmpty() || units.get().contains(unit.text());
        if (!known) {
            entry.file()
                    .report(
                            unit.line(),
                            "mã của một đơn vị hoặc nhóm đơn vị có trong %s".formatted(PlanFiles.ORGANISATION),
                            PlanProblems.quoted(unit.text()));
        }
        return known;
    }

    private void checkAssignable(YamlEntry entry, YamlEntry.Word unit) {
        if (checkKnown(entry, unit)
                && !units.map(known -> known.canBeAssigned(unit.text())).orElse(true)) {
            entry.file()
                    .report(
                            unit.line(),
                            "đơn vị được giao việc",
                            "%s là đoàn thể, chỉ đề nghị phối hợp".formatted(PlanProblems.quoted(unit.text())));
        }
    }

    private void checkOneUnit(YamlEntry entry, String unit) {
        if (units.isPresent() && units.get().groups().containsKey(unit)) {
            entry.report("value", "một đơn vị chủ trì", "nhóm đơn vị " + PlanProblems.quoted(unit));
        }
    }

    private static List<String> texts(List<YamlEntry.Word> words) {
        return words.stream().map(YamlEntry.Word::text).distinct().toList();
    }
}
