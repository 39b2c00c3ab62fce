package vn.trienkhai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person in front of Tasklist: reads what is on the screen and does what a hand does. */
class Tasklist {

    /** Screens of the user guide; written only when asked for with -Ddocs.screenshots=true. */
    static final Path SCREENSHOTS = Path.of(Boolean.getBoolean("docs.screenshots") ? "docs/images" : "target/screens");

    private static final int A_PHONE = 600;

    private final BrowserContext context;
    private final Page page;
    private final String userId;
    private final List<String> pageErrors = new ArrayList<>();

    Tasklist(Browser browser, String base, String userId, int width, int height) {
        this.userId = userId;
        context = browser.newContext(new NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setHasTouch(width < A_PHONE)
                .setIsMobile(width < A_PHONE)
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(pageErrors::add);
        page.navigate(base + "/camunda/app/tasklist/default/");
        page.getByLabel("Tên đăng nhập").fill(userId);
        page.getByLabel("Mật khẩu").fill("trienkhai");
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[cam-widget-header] .account")).isAttached(); // folded away on a phone
    }

    /** Opens the task whose name contains this text, as found in own work, and claims it if it is not claimed. */
    Tasklist open(String nameContains) {
        var card = page.locator(".tasks-list .task").filter(new FilterOptions().setHasText(nameContains));
        page.reload();
        for (int reload = 0; reload < 4 && !appears(card.first()); reload++) {
            page.reload(); // what a background step opens may come a moment after the page
        }
        card.first().click();
        assertThat(page.locator(".task-card h2.task")
                        .filter(new FilterOptions().setHasText(nameContains))
                        .first())
                .isVisible();
        var claim = page.locator(".claim");
        var form = page.locator("[cam-tasklist-form] form");
        assertThat(form).isVisible();
        if (claim.count() > 0 && claim.first().isVisible()) {
            claim.first().click();
            assertThat(claim).isHidden();
        }
        assertThat(page.getByText("Đang đọc hồ sơ…")).isHidden();
        return this;
    }

    private static boolean appears(Locator card) {
        try {
            card.waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    /** Opens the page that lists what this person may start, and waits until it has its data. */
    Tasklist showStart() {
        page.reload();
        unfoldMenu();
        page.locator(".tk-start-link").click();
        assertThat(page.locator(".tk-start [role=status]")).not().hasText("Đang đọc danh sách…");
        return this;
    }

    private void unfoldMenu() {
        var menu = page.locator("[cam-widget-header] .navbar-toggle");
        assertThat(page.locator(".tk-start-link")).isAttached();
        if (menu.isVisible()) {
            menu.click();
        }
    }

    /** Chooses a process to start, by its Vietnamese name. */
    Tasklist startProcess(String name) {
        showStart();
        page.locator(".tk-start")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(page.locator(".modal-dialog form[name=form]")).isVisible();
        assertThat(page.locator(".modal-dialog").getByText("Đang đọc hồ sơ…")).isHidden();
        return this;
    }

    /** Types into the field with this name. */
    Tasklist type(String field, String text) {
        field(field).fill(text);
        return this;
    }

    /** Expects this text in the field with this name. */
    Tasklist seesInField(String field, String text) {
        assertThat(field(field)).hasValue(text);
        return this;
    }

    /** Clicks the radio button or check box with this label. */
    Tasklist choose(String label) {
        form().locator("label")
                .filter(new FilterOptions().setHasText(label))
                .first()
                .click();
        return this;
    }

    /**
     * Clicks every radio button or check box with this label.
     *
     * @return how many there were
     */
    int chooseAll(String label) {
        var all = form().locator("label")
                .filter(new FilterOptions().setHasText(label))
                .all();
        all.forEach(Locator::click);
        return all.size();
    }

    /** Unticks every box of a group but the one with this label. */
    Tasklist keepOnly(String field, String label) {
        for (var box : form().locator("label:has(input[name='" + field + "'])").all()) {
            var wanted = box.innerText().strip().startsWith(label);
            if (box.locator("input").isChecked() != wanted) {
                box.click();
            }
        }
        return this;
    }

    /** Selects an option of a field that has an id but takes no part in the answer. */
    Tasklist selectById(String id, String label) {
        form().locator("#" + id).selectOption(new SelectOption().setLabel(label));
        return this;
    }

    /** Expects that the radio button or check box with this label is already chosen. */
    Tasklist seesChosen(String label) {
        assertThat(form().locator("label")
                        .filter(new FilterOptions().setHasText(label))
                        .locator("input")
                        .first())
                .isChecked();
        return this;
    }

    /** Selects an option by its label. */
    Tasklist select(String field, String label) {
        field(field).selectOption(new SelectOption().setLabel(label));
        return this;
    }

    Tasklist click(String button) {
        form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
        return this;
    }

    /** Shows what is folded behind this heading. */
    Tasklist unfold(String heading) {
        form().locator("summary")
                .filter(new FilterOptions().setHasText(heading))
                .first()
                .click();
        return this;
    }

    /** Uploads a file and waits until the program has it. */
    Tasklist attach(String fileField, String name, String mediaType, byte[] bytes) {
        form().locator("#" + fileField).setInputFiles(new FilePayload(name, mediaType, bytes));
        assertThat(form().getByText("đã tải lên").last()).isVisible();
        return this;
    }

    Tasklist seesInForm(String text) {
        assertThat(form().getByText(text).first()).isVisible();
        return this;
    }

    /** Presses the complete button and expects the task to leave the screen. */
    Tasklist complete() {
        var name = page.locator(".task-card h2.task").innerText();
        pressComplete();
        assertThat(page.locator(".task-card h2.task").filter(new FilterOptions().setHasText(name)))
                .isHidden();
        return this;
    }

    /** Presses the complete button and expects the program to say why not. */
    Tasklist completeRefused(String reason) {
        pressComplete();
        assertThat(form().getByText(reason).first()).isVisible();
        return this;
    }

    private void pressComplete() {
        page.locator(
                        "[cam-tasklist-form] .form-actions button[type=submit], [cam-tasklist-form] button:has-text('Hoàn thành')")
                .last()
                .click();
    }

    /** Presses the save button: what was typed waits in this browser. */
    Tasklist save() {
        page.locator("[cam-tasklist-form] button:has-text('Lưu')").click();
        return this;
    }

    /** Expects this text in the field with this name. */
    Tasklist seesTyped(String field, String text) {
        assertThat(field(field)).hasValue(text);
        return this;
    }

    /** Presses the start button of a start form and expects the dialog to close. */
    Tasklist start() {
        page.locator(".modal-footer button:has-text('Bắt đầu')").click();
        assertThat(page.locator(".modal-dialog")).isHidden();
        return this;
    }

    /** Presses the start button and expects the program to say why not. */
    Tasklist startRefused(String reason) {
        page.locator(".modal-footer button:has-text('Bắt đầu')").click();
        assertThat(form().getByText(reason).first()).isVisible();
        return this;
    }

    /** Follows a link of the header and expects this text on the page that opens. */
    Tasklist read(String link, String text) {
        page.locator("a").filter(new FilterOptions().setHasText(link)).first().click();
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** Opens a tab of the task that is open. */
    Tasklist tab(String label) {
        page.locator(".task-card .nav-tabs a")
                .filter(new FilterOptions().setHasText(label))
                .click();
        return this;
    }

    /** Nothing has to be pushed sideways. */
    Tasklist fitsTheWidth() {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        return this;
    }

    Tasklist screenshot(String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    /** Names of the tasks in the list that is shown. */
    List<String> taskNames() {
        page.reload();
        var someTask = page.locator("ol.tasks-list .task");
        assertThat(someTask.or(page.getByText("Không có việc nào khớp bộ lọc.")).first())
                .isVisible();
        return page.locator(".tasks-list .task h4").allInnerTexts();
    }

    Page page() {
        return page;
    }

    /** Errors that scripts of the page threw. */
    List<String> pageErrors() {
        return List.copyOf(pageErrors);
    }

    /** Leaves the last screen behind, for whoever looks into a failure. */
    void close() {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screens", "last-" + userId + ".png")));
        context.close();
    }

    private Locator field(String name) {
        return form().locator("[name='" + name + "']");
    }

    private Locator form() {
        return page.locator("form[name=form]");
    }
}
