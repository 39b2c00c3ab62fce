package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanCitation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/** Makes the official document of a report: its text, and its figures as an appendix. */
@Component
class ReportDocument {

    /** Kind of {@link DocumentOrder.Source}; its id is the request's. */
    static final String SOURCE = "report-request";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String PREFIX = "báo cáo ";

    /** More columns than this need the page on its side. */
    private static final int UPRIGHT_COLUMNS = 5;

    private final ReportTables tables;
    private final ReportCounts counts;
    private final Contributions contributions;
    private final Organisation organisation;
    private final Plans plans;

    ReportDocument(
            ReportTables tables,
            ReportCounts counts,
            Contributions contributions,
            Organisation organisation,
            Plans plans) {
        this.tables = tables;
        this.counts = counts;
        this.contributions = contributions;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** The plan's issuer issues it, the lead agency drafts it (Kế hoạch 269/KH-UBND, mục III.1 gạch 3). */
    @Transactional(readOnly = true)
    DocumentOrder orderFor(ReportRequest request, Report report) {
        var plan = plans.definition(request.planId());
        return new DocumentOrder(
                DocumentType.REPORT,
                plan.issuer(),
                plan.leadAgency(),
                plan.id(),
                contributions.clausesOf(request),
                request.urgency(),
                new DocumentOrder.Source(SOURCE, request.id().toString()),
                textOf(request, report));
    }

    @Transactional(readOnly = true)
    DocumentText textOf(ReportRequest request, Report report) {
        var plan = plans.definition(request.planId());
        var issuer = organisation.unit(plan.issuer());
        return new DocumentText(
                titleOf(request.name()),
                request.receiver().stream().toList(),
                List.of(),
                body(request, report, plan),
                annexes(request, report, plan),
                recipients(request, plan, issuer.name()));
    }

    /** The kind stands above it: "Báo cáo tuyên truyền quý III/2021" becomes "Tuyên truyền quý III/2021". */
    static String titleOf(String name) {
        var title = name.strip();
        if (title.toLowerCase(VIETNAMESE).startsWith(PREFIX) && title.length() > PREFIX.length()) {
            title = title.substring(PREFIX.length()).strip();
        }
        return title.substring(0, 1).toUpperCase(VIETNAMESE) + title.substring(1);
    }

    private List<Block> body(ReportRequest request, Report report, PlanDefinition plan) {
        var issuer = organisation.unit(plan.issuer());
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph("Thực hiện văn bản số %s %s và %s, %s báo cáo như sau:"
                .formatted(
                        request.basisNumber(),
                        VietnamTime.inWords(request.basisDate()),
                        PlanCitation.of(plan, issuer),
                        issuer.name())));
        for (int section = 0; section < request.outline().size(); section++) {
            blocks.add(new Heading(1, request.outline().get(section)));
            var ordinal = section;
            report.paragraphs().stream()
                    .filter(paragraph -> paragraph.section() == ordinal)
                    .forEach(paragraph -> blocks.add(new Paragraph(paragraph.body())));
        }
        blocks.add(new Paragraph("Số liệu tại Phụ lục I, tình hình báo cáo của các đơn vị tại Phụ lục II kèm theo."));
        blocks.add(new Paragraph(
                "Trên đây là báo cáo %s của %s.".formatted(continued(titleOf(request.name())), issuer.name())));
        return blocks;
    }

    private static String continued(String title) {
        var second = title.length() > 1 ? title.charAt(1) : ' ';
        return Character.isUpperCase(second)
                ? title
                : title.substring(0, 1).toLowerCase(VIETNAMESE) + title.substring(1);
    }

    private List<Annex> annexes(ReportRequest request, Report report, PlanDefinition plan) {
        var wanted = tables.of(report.figures(), plan, request.figuresWanted().toArray(Dimension[]::new));
        var figures = new ArrayList<Block>();
        figures.add(new Paragraph("Số liệu từ %s đến hết %s, tính đến %s."
                .formatted(
                        VietnamTime.inWords(request.from()),
                        VietnamTime.inWords(request.to()),
                        VietnamTime.inWords(report.figuresAsOf()))));
        wanted.forEach(table -> figures.add(printed(table)));
        contributions
                .adjustmentsIn(counts.answersOf(request, report.figuresAsOf()), plan, unit -> organisation
                        .unit(unit)
                        .name())
                .forEach(sentence -> figures.add(new Paragraph(sentence)));
        var wide = wanted.stream().anyMatch(table -> table.columns().size() >= UPRIGHT_COLUMNS);
        return List.of(
                new Annex("Số liệu", figures, wide),
                new Annex("Tình hình báo cáo và thực hiện thời hạn của các đơn vị", List.of(units(report)), false));
    }

    /** A table as it stands in a document or a workbook. */
    static Table printed(ReportTables.Table table) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(table.item(), false, 4));
        table.columns().forEach(measure -> columns.add(new Column(measure, true, 2)));
        return new Table(
                table.title(),
                columns,
                table.rows().stream()
                        .map(row -> {
                            var cells = new ArrayList<String>();
                            cells.add(row.item());
                            row.cells().forEach(cell -> cells.add(String.format(VIETNAMESE, "%,d", cell.total())));
                            return List.copyOf(cells);
                        })
                        .toList(),
                table.totalled());
    }

    /** Where each unit stood, and how it kept the deadlines of the period. */
    Table units(Report report) {
        var rows = new ArrayList<List<String>>();
        for (var unit : report.units()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    organisation.unit(unit.unit()).nameAndWhatItIsNow(),
                    unit.standing().label(),
                    Integer.toString(unit.punctuality().onTime()),
                    Integer.toString(unit.punctuality().late()),
                    Integer.toString(unit.punctuality().pending())));
        }
        return new Table(
                null,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Đơn vị", false, 5),
                        new Column("Báo cáo", false, 4),
                        new Column("Việc đúng hạn", true, 2),
                        new Column("Việc trễ hạn", true, 2),
                        new Column("Việc chưa đến hạn", true, 2)),
                rows,
                false);
    }

    private List<String> recipients(ReportRequest request, PlanDefinition plan, String issuer) {
        var recipients = new ArrayList<String>();
        request.receiver().ifPresent(receiver -> recipients.add("Như trên"));
        if (!request.requester().equals(plan.issuer())) {
            recipients.add(organisation.unit(request.requester()).name());
        }
        recipients.add("Lãnh đạo " + issuer);
        recipients.add("Các đơn vị báo cáo");
        return recipients;
    }
}
