using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class UpdatedInstants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "systemic_problems",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "service_standards",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "process_changes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "complaint_processes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "complaint_metrics",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "annual_reports",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            // Nobody noted when what is stored already was changed.
            foreach (var table in new[] { "systemic_problems", "service_standards", "process_changes", "complaint_processes", "complaint_metrics", "annual_reports" })
                migrationBuilder.Sql($"UPDATE {table} SET updated_at = recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_updated_at_id",
                table: "monthly_reports",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_updated_at_id",
                table: "events",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_updated_at_id",
                table: "complaint_metrics",
                columns: new[] { "updated_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_monthly_reports_updated_at_id",
                table: "monthly_reports");

            migrationBuilder.DropIndex(
                name: "ix_events_updated_at_id",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_complaint_metrics_updated_at_id",
                table: "complaint_metrics");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "systemic_problems");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "service_standards");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "process_changes");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "complaint_processes");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "complaint_metrics");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "annual_reports");
        }
    }
}
