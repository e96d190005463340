-- Removes what M1 and S1 stored with the peers. Events go with their report.
DELETE FROM monthly_reports WHERE month > '2025-12-31';
VACUUM ANALYZE events, monthly_reports;
CHECKPOINT;
