--liquibase formatted sql

--changeset trienkhai:095-hand-over
-- open work of one person that went to another in one act; people by user id, without foreign keys
create table hand_over (
  id uuid not null,
  from_person varchar(130) not null,
  to_person varchar(130) not null,
  unit_id varchar(64) not null,
  reason varchar(500) not null,
  handed_by varchar(130) not null,
  handed_at timestamp(6) with time zone not null,
  constraint pk_hand_over primary key (id)
);
create index ix_hand_over_handed_at on hand_over (handed_at);
create table hand_over_item (
  hand_over_id uuid not null,
  ordinal integer not null,
  what varchar(400) not null,
  how varchar(200) not null,
  constraint pk_hand_over_item primary key (hand_over_id, ordinal),
  constraint fk_hand_over_item foreign key (hand_over_id) references hand_over (id)
);

--changeset trienkhai:095-log-of-assignments
-- the operation log reads the lines of all assignments by their time
create index ix_assignment_event_happened_at on assignment_event (happened_at);
