package vn.trienkhai.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What the start form of document-template.bpmn shows: the templates and who changed each last. */
@Component
class DocumentTemplateForms implements FormFacts {

    private final Templates templates;
    private final Organisation organisation;

    DocumentTemplateForms(Templates templates, Organisation organisation) {
        this.templates = templates;
        this.organisation = organisation;
    }

    @Override
    public String processKey() {
        return "document-template";
    }

    @Override
    public FormView of(FormOpened opened) {
        var facts = Stream.concat(
                        Stream.of(
                                new Fact(
                                        "Cách làm",
                                        "Tải mẫu đang dùng về, sửa trong Word (tiêu đề, phông chữ, lời văn), giữ nguyên các ô nội dung và tên kiểu định dạng, rồi tải lên. Bản dự thảo lập từ lúc ấy dùng mẫu mới; văn bản đã lập không đổi.")),
                        Arrays.stream(Template.values()).map(this::standing))
                .toList();
        return new FormView(
                new Known(null, null, null, null, List.of(), facts),
                Map.of(),
                Map.of(
                        "templates",
                        Arrays.stream(Template.values())
                                .map(template -> new Choice(template.fileName(), template.label()))
                                .toList()));
    }

    private Fact standing(Template template) {
        var name = template.label().replaceFirst(":.*", "");
        return templates.versionsOf(template).stream()
                .findFirst()
                .map(newest -> new Fact(
                        name,
                        "Bản %d, %s thay ngày %s: %s"
                                .formatted(
                                        newest.number(),
                                        organisation.nameOf(newest.enteredBy()),
                                        VietnamTime.format(newest.enteredAt()),
                                        newest.reason())))
                .orElseGet(() -> new Fact(name, "Bản đi kèm chương trình"));
    }
}
