using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class RecordedChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "amendment_recorded_at",
                table: "monthly_reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "decision_recorded_at",
                table: "monthly_reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "submission_recorded_at",
                table: "monthly_reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_draft",
                table: "audit_entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "was_draft",
                table: "audit_entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What is stored already was recorded when it was done, or later where the domain's clock was set to another date.
            migrationBuilder.Sql("UPDATE monthly_reports SET submission_recorded_at = greatest(submitted_at, recorded_at) WHERE status <> 1");
            migrationBuilder.Sql("UPDATE monthly_reports SET decision_recorded_at = greatest(decided_at, submission_recorded_at) WHERE decided_at IS NOT NULL");
            migrationBuilder.Sql(
                """
                UPDATE monthly_reports SET amendment_recorded_at = (
                    SELECT min(later.decision_recorded_at) FROM monthly_reports AS later
                    WHERE later.agency_id = monthly_reports.agency_id AND later.month = monthly_reports.month
                        AND later.revision > monthly_reports.revision AND later.status IN (3, 5))
                WHERE status = 5
                """);
            migrationBuilder.Sql(
                """
                UPDATE audit_entries SET
                    was_draft = (before IS NOT NULL),
                    is_draft = (action IN ('saveMonthlyReportDraft', 'discardMonthlyReportDraft'))
                WHERE subject_kind = 'MonthlyReport'
                    AND action IN ('saveMonthlyReportDraft', 'discardMonthlyReportDraft', 'submitMonthlyReport', 'submitMonthlyReports')
                """);

            migrationBuilder.AddCheckConstraint(
                name: "ck_monthly_reports_recorded",
                table: "monthly_reports",
                sql: "(submission_recorded_at IS NULL) = (submitted_at IS NULL) AND (decision_recorded_at IS NULL) = (decided_at IS NULL) AND (amendment_recorded_at IS NULL) = (status <> 5)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_monthly_reports_recorded",
                table: "monthly_reports");

            migrationBuilder.DropColumn(
                name: "amendment_recorded_at",
                table: "monthly_reports");

            migrationBuilder.DropColumn(
                name: "decision_recorded_at",
                table: "monthly_reports");

            migrationBuilder.DropColumn(
                name: "submission_recorded_at",
                table: "monthly_reports");

            migrationBuilder.DropColumn(
                name: "is_draft",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "was_draft",
                table: "audit_entries");
        }
    }
}
