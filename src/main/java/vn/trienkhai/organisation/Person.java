package vn.trienkhai.organisation;

/**
 * Somebody who holds a post.
 *
 * @param userId as they sign in; of demo people it is the id of the post
 * @param post id of the post
 * @param email where mail reaches them; null if nowhere
 */
public record Person(String userId, String name, String unit, String post, String email) {

    public Person(String userId, String name, String unit, String post) {
        this(userId, name, unit, post, null);
    }
}
