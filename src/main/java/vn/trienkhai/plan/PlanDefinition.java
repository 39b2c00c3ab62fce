package vn.trienkhai.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An issued plan as data. Every entry quotes the clause that it rests on.
 *
 * @param number normalised, e.g. {@code 269/KH-UBND}
 * @param issuer id of the unit that issued the plan; its leaders adopt it and approve its programmes
 * @param leadAgency id of the unit that leads the execution
 * @param quotations every quotation of the plan, of whatever entry
 */
public record PlanDefinition(
        String id,
        String number,
        LocalDate issuedOn,
        String place,
        String title,
        String issuer,
        String leadAgency,
        Optional<SuperiorPlan> superior,
        Period period,
        List<Clause> clauses,
        List<Aim> aims,
        List<Topic> topics,
        List<FormOfWork> formsOfWork,
        List<Channel> channels,
        List<Audience> audiences,
        List<Duty> duties,
        List<Recipient> recipients,
        String closing,
        Signature signature,
        List<Quotation> quotations) {

    public PlanDefinition {
        clauses = List.copyOf(clauses);
        aims = List.copyOf(aims);
        topics = List.copyOf(topics);
        formsOfWork = List.copyOf(formsOfWork);
        channels = List.copyOf(channels);
        audiences = List.copyOf(audiences);
        duties = List.copyOf(duties);
        recipients = List.copyOf(recipients);
        quotations = List.copyOf(quotations);
    }

    /** The same where other units took the places of its issuer and its lead agency. */
    PlanDefinition carriedOutBy(String issuerNow, String leadAgencyNow) {
        return issuerNow.equals(issuer) && leadAgencyNow.equals(leadAgency)
                ? this
                : new PlanDefinition(
                        id,
                        number,
                        issuedOn,
                        place,
                        title,
                        issuerNow,
                        leadAgencyNow,
                        superior,
                        period,
                        clauses,
                        aims,
                        topics,
                        formsOfWork,
                        channels,
                        audiences,
                        duties,
                        recipients,
                        closing,
                        signature,
                        quotations);
    }

    /** @throws PlanEntryUnknown if the plan has no such clause; the same holds for the other look-ups */
    public Clause clause(String code) {
        return find("mục", code, clauses, Clause::code);
    }

    public Topic topic(String code) {
        return find("nội dung", code, topics, Topic::code);
    }

    /** @param code topic and letter, e.g. {@code ND-3a} */
    public SubTopic subTopic(String code) {
        var all = topics.stream().flatMap(topic -> topic.subTopics().stream()).toList();
        return find("nội dung chi tiết", code, all, SubTopic::code);
    }

    public FormOfWork formOfWork(String code) {
        return find("hình thức", code, formsOfWork, FormOfWork::code);
    }

    public Channel channel(String code) {
        return find("kênh", code, channels, Channel::code);
    }

    public Audience audience(String code) {
        return find("đối tượng", code, audiences, Audience::code);
    }

    public Duty duty(String code) {
        return find("nhiệm vụ", code, duties, Duty::code);
    }

    public Recipient recipient(String code) {
        return find("nơi nhận", code, recipients, Recipient::code);
    }

    /** Lines of "Nơi nhận" that reach this unit or group. */
    public List<String> recipientsIn(String unit) {
        return recipients.stream()
                .filter(recipient -> recipient.units().contains(unit))
                .map(Recipient::name)
                .toList();
    }

    private <T> T find(String what, String code, List<T> entries, Function<T, String> codeOf) {
        return entries.stream()
                .filter(entry -> codeOf.apply(entry).equals(code))
                .findFirst()
                .orElseThrow(() -> new PlanEntryUnknown(number, what, code));
    }
}
