package vn.trienkhai.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * The files of one plan as they were read: {@code plan.yml}, {@code source.txt} and, if the plan brings units with it,
 * {@code organisation.yml}.
 *
 * @param directory name of the directory, for messages
 */
public record PlanFiles(
        String directory, Optional<byte[]> plan, Optional<byte[]> source, Optional<byte[]> organisation) {

    static final String PLAN = "plan.yml";
    static final String SOURCE = "source.txt";
    static final String ORGANISATION = "organisation.yml";

    /** The files in a directory of the file system; a missing one is a problem that loading reports. */
    public static PlanFiles in(Path directory) {
        return besides(new FileSystemResource(directory.resolve(PLAN)));
    }

    /** The plan file and those that lie beside it, wherever that is. */
    public static PlanFiles besides(Resource plan) {
        try {
            return new PlanFiles(
                    directoryOf(plan),
                    read(plan),
                    read(plan.createRelative(SOURCE)),
                    read(plan.createRelative(ORGANISATION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name(String file) {
        return directory + "/" + file;
    }

    /** SHA-256 over all files, in hexadecimal. */
    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(plan, source, organisation)) {
                var content = file.orElse(new byte[0]);
                digest.update((content.length + "\n").getBytes(StandardCharsets.US_ASCII));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> read(Resource resource) throws IOException {
        return resource.exists() ? Optional.of(resource.getContentAsByteArray()) : Optional.empty();
    }

    private static String directoryOf(Resource plan) throws IOException {
        var segments = plan.getURL().toString().split("/");
        return segments[segments.length - 2];
    }
}
