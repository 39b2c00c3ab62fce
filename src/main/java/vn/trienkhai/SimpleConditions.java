package vn.trienkhai;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.scripting.xmltags.ExpressionEvaluator;

/**
 * The conditions by which the engine's statements are composed: a list of tasks asks some hundred, nearly all of them whether a
 * value of the query is there. Those are decided here; whatever is not as simple as that is left to OGNL, as shipped.
 */
class SimpleConditions extends ExpressionEvaluator {

    private static final String PARAMETER = "_parameter";
    private static final Pattern SIMPLE = Pattern.compile("[\\w.!=&|\\s]+");
    private static final Pattern TERM = Pattern.compile(
            "\\s*(!?)\\s*([a-zA-Z_]\\w*(?:\\.[a-zA-Z_]\\w*)*)\\s*(?:([!=])=\\s*(null|true|false))?\\s*");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "not", "in", "and", "or", "bor", "band");

    private final Map<String, Optional<Condition>> conditions = new ConcurrentHashMap<>();
    private final Map<Property, Optional<Method>> getters = new ConcurrentHashMap<>();

    private record Property(Class<?> of, String name) {}

    /** Alternatives of requirements. */
    private record Condition(List<List<Term>> alternatives) {}

    /** @param wanted null: whether it is null; else whether it is this */
    private record Term(List<String> path, boolean negated, Boolean wanted) {}

    @Override
    public boolean evaluateBoolean(String expression, Object bindings) {
        var condition = conditions.computeIfAbsent(expression, SimpleConditions::parsed);
        if (condition.isPresent() && bindings instanceof Map<?, ?> named) {
            try {
                return holds(condition.get(), named);
            } catch (RuntimeException left) { // not simple, or failed: OGNL decides, or complains in its words
                return super.evaluateBoolean(expression, bindings);
            }
        }
        return super.evaluateBoolean(expression, bindings);
    }

    private static Optional<Condition> parsed(String expression) {
        if (!SIMPLE.matcher(expression).matches()) {
            return Optional.empty();
        }
        var alternatives = Stream.of(expression.split("\\|\\||\\bor\\b"))
                .map(all -> Stream.of(all.split("&&|\\band\\b"))
                        .map(SimpleConditions::term)
                        .toList())
                .toList();
        var known = alternatives.stream().flatMap(List::stream).allMatch(Optional::isPresent);
        return known
                ? Optional.of(new Condition(alternatives.stream()
                        .map(all -> all.stream().map(Optional::get).toList())
                        .toList()))
                : Optional.empty();
    }

    private static Optional<Term> term(String text) {
        var found = TERM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var not = !found.group(1).isEmpty();
        var path = List.of(found.group(2).split("\\."));
        var compared = found.group(3) != null;
        if (path.stream().anyMatch(WORDS::contains) || not && compared) {
            return Optional.empty();
        }
        return Optional.of(
                compared
                        ? new Term(
                                path,
                                found.group(3).equals("!"),
                                found.group(4).equals("null") ? null : Boolean.valueOf(found.group(4)))
                        : new Term(path, not, true));
    }

    /** Loops, as a list of tasks asks a hundred of them. */
    private boolean holds(Condition condition, Map<?, ?> bindings) {
        for (var all : condition.alternatives()) {
            if (holds(all, bindings)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(List<Term> all, Map<?, ?> bindings) {
        for (var term : all) {
            if (!holds(term, bindings)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Term term, Map<?, ?> bindings) {
        var value = valueOf(term.path(), bindings);
        if (term.wanted() == null) {
            return (value == null) != term.negated();
        }
        if (value instanceof Boolean known) {
            return known.equals(term.wanted()) != term.negated();
        }
        throw NotSimple.LEFT;
    }

    private Object valueOf(List<String> path, Map<?, ?> bindings) {
        var value = bound(path.get(0), bindings);
        for (var name : path.subList(1, path.size())) {
            value = read(value, name);
        }
        return value;
    }

    /** As MyBatis lets OGNL look a first name up. */
    private static Object bound(String name, Map<?, ?> bindings) {
        var value = bindings.get(name);
        return value == null && !bindings.containsKey(name) && bindings.get(PARAMETER) instanceof Map<?, ?> parameter
                ? parameter.get(name)
                : value;
    }

    private Object read(Object value, String name) {
        if (value == null) {
            throw NotSimple.LEFT;
        }
        var getter = getters.computeIfAbsent(new Property(value.getClass(), name), SimpleConditions::getter)
                .orElseThrow(() -> NotSimple.LEFT);
        try {
            return getter.invoke(value);
        } catch (ReflectiveOperationException failed) {
            throw NotSimple.LEFT;
        }
    }

    /** Only where no two methods could be meant. */
    private static Optional<Method> getter(Property property) {
        if (property.of().getName().startsWith("java.")) {
            return Optional.empty();
        }
        var capital = property.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + property.name().substring(1);
        var names = Set.of(property.name(), "get" + capital, "is" + capital, "has" + capital);
        var candidates = Arrays.stream(property.of().getMethods())
                .filter(method -> names.contains(method.getName())
                        && method.getParameterCount() == 0
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers()))
                .toList();
        if (candidates.size() != 1 || !candidates.get(0).trySetAccessible()) {
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    /** For OGNL to decide. */
    private static final class NotSimple extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private static final NotSimple LEFT = new NotSimple();

        private NotSimple() {
            super(null, null, false, false);
        }
    }
}
