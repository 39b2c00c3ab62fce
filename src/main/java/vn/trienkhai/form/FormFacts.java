package vn.trienkhai.form;

/** What the forms of one process show before they ask. Each module has one for each of its processes. */
public interface FormFacts {

    /** Key of the process whose forms these facts are for. */
    String processKey();

    /** @return what the form shows, what it starts with, and what it offers; never null */
    FormView of(FormOpened opened);
}
