package vn.trienkhai.access;

/** What our own pages, and everything that is not a page of the webapps, may load and run: files of ours, no more. */
final class OurPages {

    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private OurPages() {}
}
