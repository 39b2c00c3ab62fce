package vn.trienkhai;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms as one bundle whenever one of them changed. One bundle, because a form is found only in
 * the deployment of its model; named from "processes/" and "forms/" on, because the names that the engine would choose
 * differ between a folder and a jar.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

    private final RepositoryService repositoryService;
    private final ResourcePatternResolver resources;

    ProcessDeployment(RepositoryService repositoryService, ResourcePatternResolver resources) {
        this.repositoryService = repositoryService;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var deployment = repositoryService
                .createDeployment()
                .name("trien-khai")
                .source("trien-khai")
                .enableDuplicateFiltering(false);
        try {
            for (var folder : new String[] {"processes", "forms"}) {
                for (var resource : resources.getResources("classpath*:" + folder + "/*/*.*")) {
                    try (var content = resource.getInputStream()) {
                        deployment.addInputStream(nameOf(resource, folder), content);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    private static String nameOf(Resource resource, String folder) throws IOException {
        var url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
    }
}
