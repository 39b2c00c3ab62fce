package vn.trienkhai.plan;

import java.util.List;

/**
 * A way in which content reaches the public.
 *
 * @param measures what is counted on it
 * @param suits units or groups of units for which it makes sense; who of them uses it, they choose themselves
 */
public record Channel(
        String code,
        String name,
        ChannelType type,
        List<Measure> measures,
        List<String> suits,
        String clause,
        String quote) {

    public Channel {
        measures = List.copyOf(measures);
        suits = List.copyOf(suits);
    }
}
