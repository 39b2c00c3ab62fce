package vn.trienkhai.plan;

import java.util.List;

/**
 * A programme to be prepared.
 *
 * @param name at most 120 characters
 * @param topic code of the topic to concentrate on; null for none
 * @param duties codes of the duties that it is about
 */
record ProgrammeProposal(
        String planId, ProgrammePeriod period, String name, String topic, List<String> duties, String note) {

    ProgrammeProposal {
        duties = List.copyOf(duties);
    }

    static String nameFor(ProgrammePeriod period) {
        return "Chương trình " + period.label();
    }
}
