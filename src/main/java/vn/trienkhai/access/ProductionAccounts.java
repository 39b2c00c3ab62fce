package vn.trienkhai.access;

import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.trienkhai.access.ProductionRefused.Problem;

/** Looks at the accounts in the database before the web server opens: see {@link ProductionSettings}. */
@Component
@Profile(ProductionSettings.PRODUCTION)
class ProductionAccounts implements SmartInitializingSingleton {

    private final ProcessEngine engine;
    private final AccessSettings settings;

    ProductionAccounts(ProcessEngine engine, AccessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var problems = new ArrayList<Problem>();
        if (engine.getManagementService().getProperties().containsKey(Accounts.DEMO_WAS_HERE)) {
            problems.add(new Problem(
                    "Cơ sở dữ liệu này đã chạy hồ sơ “demo”: nó chứa tài khoản dùng thử, mật khẩu ai cũng biết.",
                    "Dùng một cơ sở dữ liệu mới, trống."));
        }
        var administrators = engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                .list();
        if (administrators.isEmpty() && !settings.hasAdminAccount()) {
            problems.add(new Problem(
                    "Chưa có người quản trị nào và không có mật khẩu để tạo tài khoản “admin”.",
                    "Đặt ADMIN_PASSWORD (ít nhất 12 ký tự) rồi khởi động lại; sau lần đầu có thể bỏ."));
        }
        if (administrators.stream().anyMatch(this::hasTheKnownPassword)) {
            problems.add(
                    new Problem(
                            "Có người quản trị dùng mật khẩu dùng thử ai cũng biết.",
                            "Khởi động không có hồ sơ “production” trên máy kín, đổi mật khẩu đó trong Quản trị, rồi khởi động lại."));
        }
        ProductionRefused.ifAny(problems);
    }

    /** Compares hashes, which the engine does not count as a try to sign in. */
    private boolean hasTheKnownPassword(User administrator) {
        if (!(administrator instanceof UserEntity account) || account.getPassword() == null) {
            return false;
        }
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var known = EncryptionUtil.saltPassword(ProductionSettings.KNOWN_PASSWORD, account.getSalt());
        return configuration.getPasswordManager().check(known, account.getPassword());
    }
}
