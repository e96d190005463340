-- Fills our tables with the benchmark's rows, which stand in the schema "source" of the same database.
-- An id of theirs is the last 12 hexadecimal digits of ours: so ours have the same order and can be turned back.
SET client_min_messages = warning;
BEGIN;
CREATE FUNCTION pg_temp.uid(id int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('018cc251-f400-7000-8000-' || lpad(to_hex(id), 12, '0'))::uuid $$;
CREATE FUNCTION pg_temp.at(d date) RETURNS timestamptz LANGUAGE sql STABLE AS
  $$ SELECT (d + time '14:00') AT TIME ZONE 'UTC' $$;
CREATE FUNCTION pg_temp.ym(d date) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT (extract(year FROM d) * 100 + extract(month FROM d))::int $$;
-- The place of a name in an enumeration.
CREATE FUNCTION pg_temp.place(name text, names text) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT array_position(string_to_array(names, ' '), name) $$;

TRUNCATE audit_entries, feed_entries, annual_statements, annual_reports, measurements, service_standards,
  complaint_metrics, complaint_categories, event_outcomes, event_revisions, event_hosts, events, draft_events,
  monthly_reports, liaisons, idempotency_records, agencies CASCADE;

-- Components refer to departments, which come first.
INSERT INTO agencies (id, abbreviation, abbreviation_search, name, name_search, kind, parent_id, depth, directive,
  directive_basis, high_impact, active_from, recorded_at, updated_at)
SELECT pg_temp.uid(id), abbreviation, upper(abbreviation), name, upper(name),
  CASE WHEN parent_id IS NULL THEN 1 ELSE 2 END, pg_temp.uid(parent_id),
  CASE WHEN parent_id IS NULL THEN 1 ELSE 2 END, 1, 'Covered by Executive Order 12862', false, '1998-03-03',
  '1998-03-03 00:00Z', '1998-03-03 00:00Z'
FROM source.agencies ORDER BY parent_id NULLS FIRST, id;

-- Ours knows primary liaisons only.
INSERT INTO liaisons (id, agency_id, name, name_search, title, phone, email, coverage, designated_on, reported_at,
  ended_on, is_open, recorded_at, updated_at)
SELECT pg_temp.uid(id), pg_temp.uid(agency_id), name, upper(name), title, phone, email, 1, start_date,
  pg_temp.at(start_date), end_date, end_date IS NULL, pg_temp.at(start_date),
  pg_temp.at(coalesce(end_date, start_date))
FROM source.liaisons WHERE is_primary ORDER BY id;

-- Sent ten days before the month, accepted a week later. The narrative, as wide as theirs, is in reason.
INSERT INTO monthly_reports (id, agency_id, month, revision, status, nil, event_count, submitted_at, submitted_by,
  reason, decided_at, decided_by, recorded_at, updated_at, submission_recorded_at, decision_recorded_at)
SELECT pg_temp.uid(r.id), pg_temp.uid(r.agency_id), pg_temp.ym(r.month), r.revision + 1, 3, false, n.events,
  pg_temp.at(r.month - 10), r.submitted_by, r.narrative, pg_temp.at(r.month - 3), 'Reviewer of NPR',
  pg_temp.at(r.month - 10), pg_temp.at(r.month - 3), pg_temp.at(r.month - 10), pg_temp.at(r.month - 3)
FROM source.monthly_reports r
JOIN (SELECT report_id, count(*)::int AS events FROM source.events GROUP BY report_id) n ON n.report_id = r.id
ORDER BY r.id;

CREATE TEMP TABLE e AS SELECT id, report_id, agency_id, event_date, title, description, city, customers_reached,
  pg_temp.place(media, 'FACE_TO_FACE WRITTEN TELEPHONE ELECTRONIC') AS medium,
  pg_temp.place(kind, 'TOWN_HALL FOCUS_GROUP LISTENING_SESSION PROBLEM_SOLVING_DAY OPEN_HOUSE CONFERENCE WORKSHOP '
    || 'ADVISORY_MEETING SITE_VISIT RADIO_CALL_IN TV_CALL_IN HOTLINE ONLINE_CHAT WEB_FORUM MAIL COMMENT_CARD OTHER')
    AS format,
  pg_temp.place(state, 'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC '
    || 'ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY') AS state,
  row_number() OVER (PARTITION BY report_id ORDER BY id)::int - 1 AS position,
  pg_temp.at(date_trunc('month', event_date)::date - 10) AS sent,
  pg_temp.at(date_trunc('month', event_date)::date - 3) AS accepted
FROM source.events ORDER BY id;

-- Open to the public and accepted, so public. The server measures their readability when it starts.
INSERT INTO events (id, agency_id, report_id, title, title_search, description, starts_on, ends_on, medium, format,
  setting, access, topic_scope, languages, place_kind, state, city, expected_reach, status, is_public, recorded_at,
  updated_at, readability_version, readability_grade, readability_sentences, readability_long_sentences,
  readability_longest_sentence, readability_syllables, readability_words)
SELECT pg_temp.uid(id), pg_temp.uid(agency_id), pg_temp.uid(report_id), title, upper(title), description, event_date,
  event_date, medium, format, 2, 1, 2, '{en}', 1, state, city, customers_reached, 1, true, sent, accepted,
  0, 0, 0, 0, 0, 0, 0
FROM e ORDER BY id;
INSERT INTO event_hosts (event_id, agency_id, is_lead) SELECT pg_temp.uid(id), pg_temp.uid(agency_id), true FROM e
ORDER BY id;
INSERT INTO event_revisions (id, event_id, report_id, position, co_host_ids, recorded_at, access, city, description,
  ends_on, expected_reach, format, languages, medium, place_kind, setting, starts_on, state, title, topic_scope)
SELECT pg_temp.uid(id), pg_temp.uid(id), pg_temp.uid(report_id), position, '{}', sent, 1, city, description,
  event_date, customers_reached, format, '{en}', medium, 1, 2, event_date, state, title, 2
FROM e ORDER BY id;

CREATE TEMP TABLE c AS SELECT *,
  pg_temp.place(category, 'TIMELINESS COURTESY ACCURACY ACCESS OUTCOME COST CLARITY OTHER') AS top,
  pg_temp.at((month + interval '1 month 4 days')::date) AS sent
FROM source.complaint_metrics;
INSERT INTO complaint_categories (id, agency_id, name, name_search, top, recorded_at)
SELECT DISTINCT pg_temp.uid(agency_id * 8 + top - 8), pg_temp.uid(agency_id), initcap(category), category, top,
  '2022-12-01 00:00Z'::timestamptz
FROM c;
INSERT INTO complaint_metrics (id, agency_id, month, category_id, category_key, channel_key, revision, is_current,
  pending_start, received, resolved, pending_end, within_target, balances, median_days, recorded_at, updated_at)
SELECT pg_temp.uid(id), pg_temp.uid(agency_id), pg_temp.ym(month), pg_temp.uid(agency_id * 8 + top - 8),
  pg_temp.uid(agency_id * 8 + top - 8), 0, 1, true, backlog - received + resolved, received, resolved, backlog,
  resolved, true, median_days, sent, sent
FROM c ORDER BY id;

-- A changed target is a new standard, so each year has its own; ten statements make the report of an agency's year.
INSERT INTO service_standards (id, agency_id, statement, measure, unit, target, direction, customer_group,
  effective_from, withdrawn_on, recorded_at, updated_at)
SELECT pg_temp.uid(id), pg_temp.uid(agency_id),
  'We keep our promise of ' || lower(replace(standard, '_', ' ')) || ' to you.', standard, 'percent', target, 1, 3,
  make_date(year, 1, 1),
  CASE WHEN year < (SELECT max(year) FROM source.annual_results) THEN make_date(year + 1, 1, 1) END,
  pg_temp.at(make_date(year, 1, 1)), pg_temp.at(make_date(year, 1, 1))
FROM source.annual_results ORDER BY id;
INSERT INTO annual_reports (id, agency_id, year, year_basis, revision, status, title, summary, published_on,
  recorded_at, updated_at, readability_version, readability_grade, readability_sentences, readability_long_sentences,
  readability_longest_sentence, readability_syllables, readability_words)
SELECT pg_temp.uid((min(id) + 9) / 10), pg_temp.uid(agency_id), year, 2, 1, 5, 'What we did for you in ' || year,
  NULL, make_date(year + 1, 3, 1), pg_temp.at(make_date(year + 1, 2, 1)), pg_temp.at(make_date(year + 1, 3, 1)),
  0, 0, 0, 0, 0, 0, 0
FROM source.annual_results GROUP BY agency_id, year ORDER BY min(id);
INSERT INTO annual_statements (id, report_id, ordinal, standard_id, text, text_search, result, met, recorded_at)
SELECT pg_temp.uid(id), pg_temp.uid((min(id) OVER y + 9) / 10), row_number() OVER (y ORDER BY id), pg_temp.uid(id),
  summary, upper(summary), actual, actual >= target, pg_temp.at(make_date(year + 1, 2, 1))
FROM source.annual_results WINDOW y AS (PARTITION BY agency_id, year);

-- What the feed would have told of these reports: 5 submitted, 7 accepted.
INSERT INTO feed_entries (id, sequence, kind, agency_id, subject_id, recorded_at)
SELECT pg_temp.uid(n::int), n, kind, agency_id, id, at FROM (
  SELECT row_number() OVER (ORDER BY at, kind, id) AS n, * FROM (
    SELECT id, agency_id, 5 AS kind, submission_recorded_at AS at FROM monthly_reports UNION ALL
    SELECT id, agency_id, 7, decision_recorded_at FROM monthly_reports) x) y ORDER BY n;
UPDATE feed_counters SET last_sequence = (SELECT max(sequence) FROM feed_entries);

DROP SCHEMA source CASCADE;
COMMIT;
