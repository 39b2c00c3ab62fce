package vn.trienkhai.upkeep;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A server of the PostgreSQL that the machine has installed, with the client programs of the same version: those that tests
 * elsewhere bring along have no pg_dump.
 */
final class InstalledPostgres implements AutoCloseable {

    private final Path programs;
    private final Path data;
    private final int port;

    private InstalledPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Empty if no complete PostgreSQL, server and client, is installed as Debian does. */
    static Optional<Path> programs() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> List.of("initdb", "pg_ctl", "postgres", "pg_dump", "pg_restore", "psql").stream()
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.naturalOrder());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static InstalledPostgres start(Path programs, Path folder) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var server = new InstalledPostgres(programs, folder.resolve("data"), port);
        server.run(
                "initdb", "-D", server.data.toString(), "-U", "trienkhai", "--auth=trust", "-E", "UTF8", "--locale=C");
        server.run(
                "pg_ctl",
                "-D",
                server.data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k '' -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Path programsFolder() {
        return programs;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
    }

    /** The server refuses to run as root; in a user namespace of its own it does not know that it does. */
    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("postgres", ".log");
        try {
            var status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
