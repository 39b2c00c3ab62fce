-- Four years of plan 269, made up for the managers' pages: quarters III/2021 to II/2025, to be looked at as of 20/05/2025. H2 only.

create local temporary table made_quarter as
select x as n, dateadd(month, 3 * x, date '2021-07-01') as first_day,
    dateadd(day, -1, dateadd(month, 3 * x + 3, date '2021-07-01')) as last_day,
    random_uuid() as programme, decode(mod(x, 4), 0, 'III', 1, 'IV', 2, 'I', 'II') || '/' || cast(2021 + (x + 2) / 4 as integer) as label
from system_range(0, 15);

insert into work_programme (id, version, plan_id, kind, name, period_from, period_to, status, proposed_at, approved_at, approved_by, closed_at)
select programme, 0, '269-kh-ubnd-2021', 'QUARTER', 'Chương trình công tác quý ' || label, first_day, last_day,
    case when n = 15 then 'UNDER_WAY' else 'CLOSED' end, dateadd(day, -20, first_day), dateadd(day, -10, first_day), 'ubnd.head',
    case when n < 15 then dateadd(day, 10, last_day) end
from made_quarter;

create local temporary table made_duty (ordinal integer, unit varchar(64), duty varchar(32), channel varchar(32), what varchar(120));
insert into made_duty
select 1 + c2, c1, 'XP-2', 'KENH-04', 'Phát thanh về tiêu dùng bền vững' from (values
    ('duong-dong', 0), ('an-thoi', 1), ('duong-to', 2), ('ham-ninh', 3), ('cua-duong', 4), ('cua-can', 5), ('ganh-dau', 6),
    ('bai-thom', 7), ('tho-chau', 8));
insert into made_duty values
    (10, 'tt-vhtt', 'TTVH-1', 'KENH-19', 'Chuyên mục tiêu dùng bền vững'),
    (11, 'tt-vhtt', 'TTVH-2', 'KENH-04', 'Tăng thời lượng phát thanh'),
    (12, 'tt-vhtt', 'TTVH-3', 'KENH-01', 'Tin, bài về mô hình, điển hình'),
    (13, 'phong-vhtt', 'VHTT-1b', 'KENH-16', 'Tuyên truyền tại hoạt động văn hóa, thể thao'),
    (14, 'phong-kinh-te', 'KT-1a', 'KENH-14', 'Hội nghị phổ biến sản xuất sạch hơn');
insert into made_duty
select 15 + c2, c1, 'KT-2a', 'KENH-07', 'Treo băng rôn tuyên truyền' from (values
    ('phong-kinh-te', 0), ('van-phong', 1), ('noi-vu', 2), ('tai-chinh-ke-hoach', 3), ('tai-nguyen-moi-truong', 4),
    ('quan-ly-do-thi', 5), ('giao-duc-dao-tao', 6), ('lao-dong-tbxh', 7), ('y-te', 8), ('tu-phap', 9), ('thanh-tra', 10),
    ('cong-an', 11), ('quan-su', 12), ('thue', 13));
insert into made_duty
select 30 + c2, c1, 'KT-1a', 'KENH-02', 'Bài trên trang thông tin điện tử' from (values
    ('noi-vu', 0), ('tai-nguyen-moi-truong', 1), ('giao-duc-dao-tao', 2), ('y-te', 3), ('tu-phap', 4), ('cong-an', 5));

-- share: who hands in early, late or not at all; the last quarter is half way
create local temporary table made_work as
select random_uuid() as id, n, programme, label, first_day, ordinal, unit, duty, channel, what,
    mod(ordinal * 31 + n * 17, 100) as share, dateadd(day, 40 + mod(ordinal * 7, 48), first_day) as due, cast(null as date) as handed_in
from made_quarter cross join made_duty;
update made_work set handed_in = case
    when n = 15 and unit in ('tho-chau', 'thue', 'quan-su') then null
    when share < 72 then dateadd(day, -1 - mod(share, 9), due)
    when share < 84 then dateadd(day, 2 + mod(share, 7), due)
    when n < 14 then dateadd(day, -2, due) end;

insert into assignment (id, version, plan_id, duty_code, origin_kind, origin_id, unit, assigner, binding, subject, due, progress,
    opened_at, submitted_at, closed_at, due_at)
select id, 1, '269-kh-ubnd-2021', duty, 'programme', cast(programme as varchar(64)), unit, 'phong-vhtt', true,
    what || ', quý ' || label, due, case when handed_in is null then 'IN_PROGRESS' else 'FULFILLED' end,
    dateadd(hour, 8, cast(first_day as timestamp)), dateadd(hour, 8, cast(handed_in as timestamp)),
    dateadd(hour, 33, cast(handed_in as timestamp)), dateadd(hour, 17, cast(due as timestamp))
from made_work;
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at)
select id, 0, opened_at, unit, true, 'IN_PROGRESS', due, due_at from assignment where origin_kind = 'programme';
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at, submitted_at, closed_at)
select id, 1, submitted_at, unit, true, 'FULFILLED', due, due_at, submitted_at, closed_at from assignment
where origin_kind = 'programme' and submitted_at is not null;
insert into assignment_rung (id, version, assignment_id, due, code, days, audience, handled_by_unit, reached_at, merged)
select random_uuid(), 0, id, due, 'DECIDE', 5, 'LEADERS', case when mod(ordinal, 2) = 0 then 'ubnd' else 'phong-vhtt' end,
    dateadd(hour, 8, cast(dateadd(day, 7, due) as timestamp)), false
from made_work where handed_in is null and n >= 14 and due < date '2025-05-12';

-- one to four entries of evidence for each piece of work; broadcasts grow over the years
create local temporary table made_evidence as
select random_uuid() as evidence, w.id, w.n, w.ordinal, w.unit, w.duty, w.channel, w.share, x as k,
    'ND-' || (1 + mod(w.ordinal + x, 5)) as topic, dateadd(day, 6 + 9 * x + mod(w.ordinal, 5), w.first_day) as happened
from made_work w join system_range(1, 4) on x <= 1 + mod(w.share, 4)
where w.handed_in is not null;
insert into evidence (id, plan_id, unit, duty_code, assignment_id, channel, topic, happened_from, happened_to, place, recorded_at, recorded_by)
select evidence, '269-kh-ubnd-2021', unit, duty, id, channel, topic, happened,
    case when channel = 'KENH-07' then dateadd(day, 9, happened) else happened end,
    case channel when 'KENH-07' then 'Tuyến đường 30 Tháng 4' when 'KENH-04' then 'Các cụm loa khu phố, ấp' end,
    dateadd(hour, 9, cast(dateadd(day, 1, happened) as timestamp)), unit || '.head'
from made_evidence;
insert into evidence_measure (evidence_id, measure, amount)
select evidence, case channel when 'KENH-04' then 'BROADCASTS' when 'KENH-07' then 'BANNERS' when 'KENH-14' then 'MEETINGS'
    when 'KENH-16' then 'EVENTS' else 'ITEMS' end,
    case channel when 'KENH-04' then 4 + mod(share, 5) + n / 4 when 'KENH-07' then 5 + mod(share, 6) when 'KENH-14' then 1
        when 'KENH-16' then 2 else 3 + mod(share, 4) end
from made_evidence;
insert into evidence_measure (evidence_id, measure, amount)
select evidence, case channel when 'KENH-04' then 'MINUTES' else 'PARTICIPANTS' end,
    case channel when 'KENH-04' then 60 + 5 * mod(share, 9) + 4 * n else 80 + share end
from made_evidence where channel in ('KENH-04', 'KENH-14', 'KENH-16');
insert into attachment (id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
values ('00000000-0000-0000-0000-00000000f001', 'bang-ron.png', 'image/png', 4, 'made up', 'noi-vu.head', timestamp with time zone '2025-05-01 08:00:00+07');
insert into attachment_content (attachment_id, bytes) values ('00000000-0000-0000-0000-00000000f001', X'89504E47');
insert into evidence_attachment (evidence_id, attachment_id)
select evidence, '00000000-0000-0000-0000-00000000f001' from made_evidence where channel = 'KENH-07' and n = 15;

-- what is planned on channels and not done yet
insert into content (id, version, plan_id, unit, title, topic, scope, status, in_hand, latest, latest_by, approved_version, approved_at, approved_by)
values ('00000000-0000-0000-0000-00000000c001', 0, '269-kh-ubnd-2021', 'tt-vhtt', 'Mua sắm xanh ở chợ Dương Đông', 'ND-2', 'CITY', 'APPROVED',
    false, 1, 'tt-vhtt.officer', 1, timestamp with time zone '2025-04-10 08:00:00+07', 'tt-vhtt.head');
insert into channel_run (id, version, plan_id, unit, duty_code, content_id, content_version, channel, planned_from, planned_to, planned_place,
    status, under_correction)
select random_uuid(), 0, '269-kh-ubnd-2021', unit, duty, '00000000-0000-0000-0000-00000000c001', 1, channel,
    dateadd(day, ordinal, date '2025-05-21'), dateadd(day, ordinal, date '2025-05-21'), 'Các cụm loa khu phố, ấp', 'PLANNED', false
from made_duty where channel = 'KENH-04';

-- inspections, one of them with recommendations that are still open
insert into inspection_programme (id, version, plan_id, lead_agency, name, period_from, period_to, content, status, proposed_at, proposed_by, decided_at, decided_by)
values ('00000000-0000-0000-0000-00000000a001', 0, '269-kh-ubnd-2021', 'phong-vhtt', 'Kiểm tra công tác tuyên truyền năm 2025', date '2025-01-01',
    date '2025-12-31', 'Kiểm tra việc thực hiện Kế hoạch 269', 'APPROVED', timestamp with time zone '2025-01-10 08:00:00+07', 'phong-vhtt.head',
    timestamp with time zone '2025-01-15 08:00:00+07', 'ubnd.head');
insert into inspection_visit (id, version, programme_id, unit, visit_date, inspectors, progress, notice_sent_at, self_report_due,
    self_reported_at, visited_on, confirmed_at, ended_at)
values
    ('00000000-0000-0000-0000-00000000b001', 0, '00000000-0000-0000-0000-00000000a001', 'ham-ninh', date '2025-04-08', 'phong-vhtt.officer', 'CLOSED',
        timestamp with time zone '2025-03-20 08:00:00+07', date '2025-04-01', timestamp with time zone '2025-03-31 08:00:00+07', date '2025-04-08',
        timestamp with time zone '2025-04-10 08:00:00+07', timestamp with time zone '2025-05-05 08:00:00+07'),
    ('00000000-0000-0000-0000-00000000b002', 0, '00000000-0000-0000-0000-00000000a001', 'cua-can', date '2025-04-22', 'phong-vhtt.officer', 'FOLLOW_UP',
        timestamp with time zone '2025-04-01 08:00:00+07', date '2025-04-15', timestamp with time zone '2025-04-14 08:00:00+07', date '2025-04-22',
        timestamp with time zone '2025-04-24 08:00:00+07', null),
    ('00000000-0000-0000-0000-00000000b003', 0, '00000000-0000-0000-0000-00000000a001', 'bai-thom', date '2025-06-10', 'phong-vhtt.officer',
        'AWAITING_SELF_REPORT', timestamp with time zone '2025-05-12 08:00:00+07', date '2025-06-03', null, null, null, null);
insert into inspection_finding (visit_id, ordinal, duty_code, result) values
    ('00000000-0000-0000-0000-00000000b001', 0, 'XP-1', 'MET'), ('00000000-0000-0000-0000-00000000b001', 1, 'XP-2', 'MET'),
    ('00000000-0000-0000-0000-00000000b002', 0, 'XP-1', 'MET'), ('00000000-0000-0000-0000-00000000b002', 1, 'XP-2', 'NOT_MET');
create local temporary table made_recommendation as
select random_uuid() as id, c1 as ordinal, c2 as wording, c3 as due from (values
    (0, 'Sửa cụm loa ấp 3 đã hỏng từ tháng 02/2025', date '2025-05-15'),
    (1, 'Phát chuyên mục ít nhất hai lượt mỗi tuần', date '2025-06-30'));
insert into assignment (id, version, plan_id, duty_code, origin_kind, origin_id, unit, assigner, binding, subject, due, progress, opened_at, due_at)
select id, 0, '269-kh-ubnd-2021', 'XP-2', 'inspection', '00000000-0000-0000-0000-00000000b002', 'cua-can', 'phong-vhtt', true,
    'Khắc phục: ' || wording, due, 'IN_PROGRESS', timestamp with time zone '2025-04-24 08:00:00+07', dateadd(hour, 17, cast(due as timestamp))
from made_recommendation;
insert into inspection_recommendation (id, visit_id, ordinal, wording, due, duty_code, assignment_id)
select random_uuid(), '00000000-0000-0000-0000-00000000b002', ordinal, wording, due, 'XP-2', id from made_recommendation;

-- a report that waits for three units, and one issued every year
insert into report_request (id, version, plan_id, name, kind, requester, requested_by, requested_at, content, basis_number, basis_date, period_from,
    period_to, units_due, waiting_until, whole_due, urgency, status)
values ('00000000-0000-0000-0000-00000000d001', 0, '269-kh-ubnd-2021', 'Báo cáo tuyên truyền 6 tháng đầu năm 2025', 'TOPICAL', 'ubnd', 'ubnd.head',
    timestamp with time zone '2025-05-05 08:00:00+07', 'Kết quả tuyên truyền', '512/UBND-VHTT', date '2025-05-05', date '2024-12-15', date '2025-05-14',
    date '2025-05-22', date '2025-05-22', date '2025-06-05', 'ORDINARY', 'COLLECTING');
create local temporary table made_contribution as
select random_uuid() as id, ordinal, unit, duty from made_duty where ordinal <= 9 or ordinal = 13;
insert into report_request_unit (request_id, ordinal, unit) select '00000000-0000-0000-0000-00000000d001', ordinal, unit from made_contribution;
insert into assignment (id, version, plan_id, duty_code, origin_kind, origin_id, unit, assigner, binding, subject, due, progress, opened_at,
    submitted_at, due_at)
select id, 0, '269-kh-ubnd-2021', case when ordinal = 13 then 'VHTT-3b' else 'XP-3' end, 'report-request', '00000000-0000-0000-0000-00000000d001', unit,
    'ubnd', true, 'Báo cáo tuyên truyền 6 tháng đầu năm 2025', date '2025-05-22',
    case when mod(ordinal, 3) = 0 then 'IN_PROGRESS' else 'AWAITING_REVIEW' end, timestamp with time zone '2025-05-05 08:00:00+07',
    case when mod(ordinal, 3) > 0 then timestamp with time zone '2025-05-16 08:00:00+07' end, timestamp with time zone '2025-05-22 17:00:00+07'
from made_contribution;
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at, submitted_at)
select id, 0, opened_at, unit, true, progress, due, due_at, submitted_at from assignment where origin_kind in ('inspection', 'report-request');
insert into report_request (id, version, plan_id, name, kind, requester, requested_by, requested_at, content, basis_number, basis_date, period_from,
    period_to, units_due, waiting_until, whole_due, urgency, status, closed_at)
select programme, 0, '269-kh-ubnd-2021', 'Báo cáo tuyên truyền năm ' || extract(year from last_day), 'TOPICAL', 'ubnd', 'ubnd.head',
    dateadd(day, -20, last_day), 'Kết quả tuyên truyền', '600/UBND-VHTT', dateadd(day, -20, last_day), dateadd(day, -300, last_day),
    dateadd(day, -15, last_day), last_day, last_day, last_day, 'ORDINARY', 'ISSUED', last_day
from made_quarter where mod(n, 4) = 1;
insert into report (id, version, request_id, figures_as_of, consolidated_by, approved_at, approved_by)
select random_uuid(), 0, programme, last_day, 'phong-vhtt.officer', last_day, 'ubnd.head' from made_quarter where mod(n, 4) = 1;
