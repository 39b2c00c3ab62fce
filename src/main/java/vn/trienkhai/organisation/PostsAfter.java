package vn.trienkhai.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What posts and ids become when units are reorganised. Only a founded unit has its leaders appointed so; whoever led a unit
 * that goes into another leads nothing there until a decision of its own says so.
 */
final class PostsAfter {

    /** The engine's groups are named like units and posts. */
    private static final int LONGEST_ID = 64;

    private static final int LONGEST_UNIT_ID = 40;
    private static final int LONGEST_TITLE = 255;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PostsAfter() {}

    /** The first ended unit's post in the unit that is founded from it. */
    static Post ofNewUnit(Post post, Unit ended, Unit next, NewUnit made) {
        return new Post(next.id(), post.role(), titleIn(post, ended, next, made));
    }

    private static String titleIn(Post post, Unit ended, Unit next, NewUnit made) {
        if (post.leads()) {
            return post.role().equals("head") ? made.headTitle() : "Phó " + made.headTitle();
        }
        var renamed = post.title().replace(ended.shortName(), next.shortName());
        return renamed.equals(post.title()) ? thoughOf(post.title(), next) : renamed;
    }

    /** A post of a unit that goes into another. */
    static Post inExistingUnit(Post post, Unit ended, Unit next) {
        var role = post.role() + "-" + ended.id();
        var longest = LONGEST_ID - next.id().length() - 1;
        var fitting = role.length() <= longest
                ? role
                : role.substring(0, longest - 9) + "-" + "%08x".formatted(role.hashCode());
        return new Post(
                next.id(), fitting, cut(post.leads() ? "Nguyên " + post.title() : thoughOf(post.title(), next)));
    }

    private static String thoughOf(String title, Unit next) {
        return cut("%s (nay thuộc %s)".formatted(title, next.shortName()));
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** "Phòng Văn hóa - Xã hội" becomes "phong-van-hoa-xa-hoi". */
    static String idOf(String shortName) {
        var folded = MARKS.matcher(Normalizer.normalize(shortName, Normalizer.Form.NFD))
                .replaceAll("")
                .replaceAll("[đĐ]", "d")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return (folded.length() <= LONGEST_UNIT_ID ? folded : folded.substring(0, LONGEST_UNIT_ID))
                .replaceAll("^-|-$", "");
    }
}
