package vn.trienkhai.reporting;

import java.util.List;
import vn.trienkhai.form.FormRefused;

/** A report that is not this person's to read, or none at all: whoever asks does not learn which. */
class ReportHidden extends FormRefused {

    private static final long serialVersionUID = 1L;

    ReportHidden() {
        super(List.of(new Reason("", "Báo cáo này chỉ nơi yêu cầu, đơn vị tổng hợp và các đơn vị được hỏi được xem.")));
    }
}
