package vn.trienkhai.document;

import java.util.List;

/** Asked of every module that keeps files: which of them belong into a dossier? */
public interface DossierPart {

    /** In the order of the index; only what the person may see. */
    List<DossierEntry> entriesOf(DossierScope scope);
}
