package vn.trienkhai.organisation;

/** Somebody who holds a post. @param userId as they sign in; of demo people it is the id of the post @param post id of the post */
public record Person(String userId, String name, String unit, String post) {}
