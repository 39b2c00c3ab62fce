package vn.trienkhai.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import vn.trienkhai.Browserless;
import vn.trienkhai.Campaign;
import vn.trienkhai.calendar.VietnamTime;

/**
 * People who carry campaigns from step to step over HTTP, as Tasklist does, at any node. Who gets no answer, or that the server
 * failed, looks whether the task is still there, and does it again if so.
 */
class Crew {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("faults.patience", 5));
    private static final Duration BREATH = Duration.ofMillis(300);

    private final List<Node> nodes;
    private final Random random;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browserless> people = new ConcurrentHashMap<>();

    private final AtomicInteger signedOut = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong lastSuccess = new AtomicLong(System.nanoTime());
    private final AtomicLong longestSilence = new AtomicLong();

    Crew(List<Node> nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
    }

    /** How many sessions that had been begun were no longer known. */
    int signedOut() {
        return signedOut.get();
    }

    /** What went wrong since this was last asked; sessions since the beginning. */
    String troubles() {
        return "%d requests without an answer, %d answered by a failure, %d sessions ended"
                .formatted(unanswered.getAndSet(0), failed.getAndSet(0), signedOut.get());
    }

    /** The longest time in which nobody got anything done while there was work, since this was last asked. */
    Duration longestSilence() {
        return Duration.ofNanos(longestSilence.getAndSet(0));
    }

    /** Starts so many campaigns, worked on by so many at once. */
    Future<?> begin(int campaigns, int atOnce) {
        lastSuccess.set(System.nanoTime());
        longestSilence.set(0);
        var threads = Executors.newFixedThreadPool(atOnce);
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < campaigns; i++) {
            all.add(threads.submit(() -> carry(UUID.randomUUID())));
        }
        threads.shutdown();
        return CompletableFuture.runAsync(() -> {
            for (var campaign : all) {
                try {
                    campaign.get();
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(failure.getCause());
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        });
    }

    /** @return the id of the campaign of that number */
    String open(UUID number) {
        return must(
                        "phong-vhtt.officer",
                        "open a campaign",
                        person -> person.post("/api/test/campaigns?number=" + number, "{}"))
                .body()
                .replace("\"", "");
    }

    private void carry(UUID number) {
        var id = open(number);
        for (var step : Campaign.values()) {
            done(id, step);
        }
    }

    /** The administrator says of each mail in doubt whether it is to be sent again; there must be a task that asks. */
    void decideOnMail(Map<UUID, Boolean> again) {
        var tasks = must(
                "admin",
                "look for mail in doubt",
                person -> person.get(ENGINE + "/task?taskDefinitionKey=UserTask_MendDelivery"));
        var task = read(tasks.body()).get(0);
        if (task == null) {
            return; // not called yet, or the node that had sent it has noted it meanwhile
        }
        var path = ENGINE + "/task/" + task.path("id").asText();
        var doubts = again.entrySet().stream()
                .map(mail -> Map.of("mail", mail.getKey(), "again", mail.getValue()))
                .toList();
        tryOnce("admin", person -> {
            person.post(path + "/claim", "{\"userId\": \"admin\"}");
            return person.post(
                    path + "/submit-form", form(Map.of("note", "Đã xem nhật ký máy chủ thư", "uncertain", doubts)));
        });
    }

    /** Until the task is gone; it must have been there. */
    private void done(String id, Campaign step) {
        var seen = false;
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var task = taskOf(id, step);
            if (task == null && seen) {
                return;
            }
            if (task == null) {
                breathe();
                continue;
            }
            seen = true;
            if (tryOnce(step.person(), person -> complete(person, task, step))) {
                return;
            }
        }
        throw new AssertionError("%s of %s is lost".formatted(step, id));
    }

    private HttpResponse<String> complete(Browserless person, JsonNode task, Campaign step) {
        var path = ENGINE + "/task/" + task.path("id").asText();
        if (task.path("assignee").isNull()) {
            var claimed = person.post(path + "/claim", "{\"userId\": \"" + step.person() + "\"}");
            if (claimed.statusCode() >= 500) {
                return claimed;
            }
        }
        UUID proof = null;
        if (step == Campaign.DISSEMINATE) {
            var uploaded = person.upload("bang-ron.png", Campaign.PICTURE);
            if (uploaded.statusCode() != 200) {
                return uploaded;
            }
            proof = UUID.fromString(read(uploaded.body()).path("id").asText());
        }
        return person.post(path + "/submit-form", bodyOf(step, proof));
    }

    private JsonNode taskOf(String id, Campaign step) {
        var tasks = must(
                step.person(),
                "look for " + step,
                person -> person.get(
                        ENGINE + "/task?processInstanceBusinessKey=" + id + "&taskDefinitionKey=" + step.task()));
        var all = read(tasks.body());
        if (all.size() > 1) {
            throw new AssertionError("%s of %s is doubled".formatted(step, id));
        }
        return all.get(0);
    }

    /** Asks again until it is answered. */
    private HttpResponse<String> must(String who, String what, Function<Browserless, HttpResponse<String>> request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var answer = ask(who, request);
            if (answer != null && answer.statusCode() == 200) {
                return answer;
            }
            breathe();
        }
        throw new AssertionError("Nobody could " + what);
    }

    private boolean tryOnce(String who, Function<Browserless, HttpResponse<String>> request) {
        var answer = ask(who, request);
        if (answer != null && answer.statusCode() < 300) {
            noteSuccess();
            return true;
        }
        if (answer != null && answer.statusCode() == 422) {
            throw new AssertionError("Refused: " + answer.body());
        }
        breathe();
        return false;
    }

    /** Null if nothing came back, or the session was gone. */
    private HttpResponse<String> ask(String who, Function<Browserless, HttpResponse<String>> request) {
        var node = nodes.get(random.nextInt(nodes.size()));
        try {
            var session = people.get(who);
            if (session == null) {
                session = Browserless.signedIn(node.port(), who);
                people.put(who, session);
            }
            var answer = request.apply(session.at(node.port()));
            if (answer.statusCode() == 401 || answer.statusCode() == 302) {
                if (people.remove(who, session)) {
                    signedOut.incrementAndGet();
                }
                return null;
            }
            if (answer.statusCode() >= 500) {
                failed.incrementAndGet();
            }
            return answer;
        } catch (UncheckedIOException | AssertionError noAnswer) {
            unanswered.incrementAndGet();
            return null;
        }
    }

    private void noteSuccess() {
        var now = System.nanoTime();
        var silence = now - lastSuccess.getAndSet(now);
        longestSilence.accumulateAndGet(silence, Math::max);
    }

    private String bodyOf(Campaign step, UUID proof) {
        return form(step.answer(VietnamTime.format(LocalDate.now(VietnamTime.ZONE)), proof));
    }

    private String form(Map<String, ?> filledIn) {
        try {
            var answer = json.writeValueAsString(filledIn);
            return json.writeValueAsString(Map.of(
                    "variables",
                    Map.of("answer", Map.of("value", answer, "type", "Json", "valueInfo", Map.of("transient", true)))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    private static void breathe() {
        LockSupport.parkNanos(BREATH.toNanos());
    }
}
