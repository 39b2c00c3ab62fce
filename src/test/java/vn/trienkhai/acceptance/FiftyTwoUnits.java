package vn.trienkhai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.trienkhai.plan.PlanFiles;

/**
 * Plan 269 once more for a request to 12 units and 40 agencies, under an id of its own: it is loaded beside the original and
 * binds 28 further agencies by the same clause III.2 (duty KT-1c), so that a context of its own is wise.
 *
 * <p>The lead agency consolidates and cannot be asked; the office takes its place among the twelve. The centre (tt-vhtt) is bound
 * by no clause to report: it is asked ("Đề nghị cung cấp").
 */
public final class FiftyTwoUnits {

    public static final String PLAN = "269-kh-ubnd-2021-52-don-vi";

    /** The units that plan 269 names, but for the lead agency, and the office. */
    public static final List<String> TWELVE_UNITS = List.of(
            "phong-kinh-te",
            "tt-vhtt",
            "van-phong",
            "duong-dong",
            "an-thoi",
            "duong-to",
            "ham-ninh",
            "cua-duong",
            "cua-can",
            "ganh-dau",
            "bai-thom",
            "tho-chau");

    /** Each bound to report; each has a head and an officer whose user ids are "unit.head" and "unit.officer". */
    public static final List<String> FORTY_AGENCIES = List.of(
            "noi-vu",
            "tai-chinh-ke-hoach",
            "tai-nguyen-moi-truong",
            "quan-ly-do-thi",
            "giao-duc-dao-tao",
            "lao-dong-tbxh",
            "y-te",
            "tu-phap",
            "thanh-tra",
            "cong-an",
            "quan-su",
            "thue",
            "ban-quan-ly-du-an",
            "ban-tiep-cong-dan",
            "dan-toc-ton-giao",
            "trung-tam-y-te",
            "quy-dat",
            "dich-vu-nong-nghiep",
            "gdnn-gdtx",
            "bao-hiem-xa-hoi",
            "kho-bac",
            "ngan-hang-chinh-sach",
            "thong-ke",
            "hai-quan",
            "thi-hanh-an",
            "kiem-lam",
            "dien-luc",
            "cap-thoat-nuoc",
            "cong-trinh-cong-cong",
            "vuon-quoc-gia",
            "bao-ton-bien",
            "cang-vu",
            "tram-kiem-dich",
            "tram-khi-tuong",
            "tram-thu-y",
            "tram-khuyen-nong",
            "truong-thpt",
            "truong-thcs",
            "truong-tieu-hoc",
            "truong-mam-non");

    private FiftyTwoUnits() {}

    /** To be given to {@code Plans.load}; the plan is then adopted like any other. */
    public static PlanFiles files() {
        var original = PlanFiles.in(Path.of("plans/269-kh-ubnd-2021"));
        var plan = new String(original.plan().orElseThrow(), StandardCharsets.UTF_8)
                .replace("id: 269-kh-ubnd-2021", "id: " + PLAN)
                .replace("owners: [phong-kinh-te, agencies]", "owners: [phong-kinh-te, agencies, further-agencies]");
        return new PlanFiles(
                PLAN,
                Optional.of(plan.getBytes(StandardCharsets.UTF_8)),
                original.source(),
                Optional.of(read(Path.of("src/test/resources/test-organisations/further-agencies.yml"))));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
