--liquibase formatted sql

--changeset trienkhai:017-unit-ends
-- a unit that ended stays, under the name that it had: what it did and signed names it
alter table unit add column ended_on date;
alter table unit add column successor_id varchar(64);
alter table unit add constraint fk_unit_successor foreign key (successor_id) references unit (id);
create index ix_unit_successor on unit (successor_id);
create index ix_unit_ended_on on unit (ended_on);

--changeset trienkhai:017-post-came-from
-- the post of an ended unit that this one continues: a chart that is established anew leaves it alone
alter table post add column came_from varchar(130);

--changeset trienkhai:017-reorganisation
create table reorganisation (
  id uuid not null,
  kind varchar(16) not null,
  successor varchar(64),
  new_name varchar(255),
  new_short_name varchar(100),
  new_kind varchar(32),
  new_symbol varchar(20),
  head_title varchar(255),
  basis_number varchar(100) not null,
  basis_date date not null,
  basis_agency varchar(255) not null,
  effective_on date not null,
  entered_by varchar(130) not null,
  entered_at timestamp(6) with time zone not null,
  confirmed_by varchar(130),
  confirmed_at timestamp(6) with time zone,
  carried_out_at timestamp(6) with time zone,
  dropped_at timestamp(6) with time zone,
  constraint pk_reorganisation primary key (id)
);

--changeset trienkhai:017-reorganisation-unit
create table reorganisation_unit (
  reorganisation_id uuid not null,
  ordinal integer not null,
  unit_id varchar(64) not null,
  constraint pk_reorganisation_unit primary key (reorganisation_id, ordinal),
  constraint fk_reorganisation_unit_reorganisation foreign key (reorganisation_id) references reorganisation (id),
  constraint fk_reorganisation_unit_unit foreign key (unit_id) references unit (id)
);
create index ix_reorganisation_unit_unit on reorganisation_unit (unit_id);

--changeset trienkhai:017-reorganisation-item
-- what passed on and how, as it was carried out
create table reorganisation_item (
  reorganisation_id uuid not null,
  ordinal integer not null,
  kind varchar(100) not null,
  what varchar(500) not null,
  becomes varchar(500) not null,
  constraint pk_reorganisation_item primary key (reorganisation_id, ordinal),
  constraint fk_reorganisation_item_reorganisation foreign key (reorganisation_id) references reorganisation (id)
);
