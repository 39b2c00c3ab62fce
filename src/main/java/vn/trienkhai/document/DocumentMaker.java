package vn.trienkhai.document;

import java.util.List;
import vn.trienkhai.form.FormView.Choice;

/** Makes one kind of document of what its module knows. One bean per kind; "Lập văn bản" offers them all. */
public interface DocumentMaker {

    /** For the program, kebab-case, e.g. "urging-letter". */
    String kind();

    /** As people choose it, e.g. "Công văn đôn đốc". */
    String label();

    /** What this person can have it made of now; empty if nothing, or if it is not theirs to make. */
    List<Choice> subjectsFor(String userId);

    /** @param subject one of {@link #subjectsFor} @throws vn.trienkhai.form.FormRefused if it cannot be made of it */
    DocumentOrder make(String subject, String by);
}
