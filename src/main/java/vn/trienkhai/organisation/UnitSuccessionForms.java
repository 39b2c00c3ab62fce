package vn.trienkhai.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the forms of unit-succession.bpmn show: the units there are, then everything that would happen. */
@Component
class UnitSuccessionForms implements FormFacts {

    private final Reorganisations reorganisations;
    private final Organisation organisation;

    UnitSuccessionForms(Reorganisations reorganisations, Organisation organisation) {
        this.reorganisations = reorganisations;
        this.organisation = organisation;
    }

    @Override
    public String processKey() {
        return UnitSuccessionProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        return opened.variable(UnitSuccessionProcess.REORGANISATION) == null ? entering() : deciding(opened);
    }

    private FormView entering() {
        var units = organisation.units().stream()
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
        return new FormView(
                Known.of(
                        new Fact(
                                "Thứ tự",
                                "Nhập, xem thử, trình lãnh đạo UBND xác nhận. Đến ngày hiệu lực mọi việc đang mở chuyển"
                                        + " cùng lúc; việc đã xong giữ tên cũ."),
                        new Fact(
                                "Chia một đơn vị thành nhiều đơn vị",
                                "Chưa làm được ở đây: giao lại từng việc cho các đơn vị mới rồi giải thể đơn vị cũ.")),
                Map.of("units", List.of()),
                Map.of(
                        "kinds",
                        Stream.of(ReorganisationKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList(),
                        "units",
                        units,
                        "unitKinds",
                        Stream.of(UnitKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList()));
    }

    private FormView deciding(FormOpened opened) {
        var entered = reorganisations.get(UUID.fromString(opened.variable(UnitSuccessionProcess.REORGANISATION)));
        var order = entered.order();
        var facts = new ArrayList<Fact>();
        var returned = opened.variable(UnitSuccessionProcess.RETURNED_WHY);
        if (returned != null) {
            var by = opened.variable(UnitSuccessionProcess.RETURNED_BY);
            facts.add(new Fact(
                    "Chưa thực hiện",
                    by == null ? returned : "%s trả lại: %s".formatted(organisation.nameOf(by), returned)));
        }
        facts.add(new Fact("Hình thức", order.kind().label()));
        facts.add(new Fact(
                "Đơn vị kết thúc",
                String.join(
                        "; ",
                        order.units().stream()
                                .map(organisation::unit)
                                .map(Unit::name)
                                .toList())));
        facts.add(new Fact(
                "Đơn vị tiếp nhận",
                reorganisations
                        .successorOf(entered)
                        .map(unit -> unit.name() + (order.newUnit() == null ? "" : " (đơn vị mới)"))
                        .orElse("Không có: việc đang mở kết thúc cùng đơn vị, không tính quá hạn")));
        facts.add(new Fact(
                "Căn cứ",
                "Văn bản số %s ngày %s của %s"
                        .formatted(order.basisNumber(), VietnamTime.format(order.basisDate()), order.basisAgency())));
        facts.add(new Fact("Ngày hiệu lực", VietnamTime.format(order.effectiveOn())));
        facts.add(new Fact("Người nhập", organisation.nameOf(entered.enteredBy())));
        var items = reorganisations.dryRun(entered);
        return new FormView(
                Known.of(facts.toArray(Fact[]::new)),
                Map.of(),
                Map.of(
                        "blocking",
                        items.stream().filter(WorkOfUnits.Item::blocks).toList(),
                        "items",
                        items.stream().filter(item -> !item.blocks()).toList()));
    }
}
