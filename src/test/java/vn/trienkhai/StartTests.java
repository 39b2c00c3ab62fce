package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class StartTests {

    @Autowired
    RepositoryService repositoryService;

    @Test
    void deploysFormsTogetherWithTheirModels() {
        var deployment = repositoryService.createDeploymentQuery().singleResult();

        assertThat(repositoryService.getDeploymentResourceNames(deployment.getId()))
                .contains("processes/assignment/duty-assignment.bpmn", "forms/assignment/confirm-receipt.html");
    }

    @Test
    void livesInVietnameseTime() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Ho_Chi_Minh");
    }
}
