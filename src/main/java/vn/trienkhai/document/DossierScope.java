package vn.trienkhai.document;

/**
 * Of what a dossier is.
 *
 * @param duty a duty's code or a clause; null for the whole plan
 * @param userId for whom it is put together
 */
public record DossierScope(String planId, String duty, String userId) {}
