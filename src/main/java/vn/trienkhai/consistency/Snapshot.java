package vn.trienkhai.consistency;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The whole database as it was at one moment, while the nodes go on working. Cannot be written to. */
public final class Snapshot {

    /** Running process instances, called ones too: {@code instance}, {@code process} (key), {@code business_key}. */
    public static final String RUNNING =
            """
            (select e.id_ as instance, p.key_ as process, e.business_key_ as business_key
             from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
             where e.parent_id_ is null)
            """;

    private static final int ROWS_AT_ONCE = 20;

    private final NamedParameterJdbcTemplate jdbc;

    Snapshot(JdbcTemplate jdbc) {
        jdbc.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    public <T> List<T> rows(String sql, RowMapper<T> row) {
        return rows(sql, Map.of(), row);
    }

    public <T> List<T> rows(String sql, Map<String, ?> parameters, RowMapper<T> row) {
        return jdbc.query(sql, parameters, row);
    }

    /** Row by row, for what is too large to hold at once. The stream must be read to its end before the next question. */
    public <T> Stream<T> stream(String sql, RowMapper<T> row) {
        return jdbc.queryForStream(sql, Map.of(), row);
    }
}
