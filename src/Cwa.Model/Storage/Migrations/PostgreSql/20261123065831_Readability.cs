using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Readability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Not measured yet: all is measured anew once the server starts.
            migrationBuilder.Sql("UPDATE annual_reports SET readability_grade = NULL, readability_version = NULL");

            migrationBuilder.DropCheckConstraint(
                name: "ck_annual_reports_readability",
                table: "annual_reports");

            migrationBuilder.AddColumn<double>(
                name: "readability_grade",
                table: "events",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "readability_long_sentences",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_longest_sentence",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_sentences",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_syllables",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_version",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_words",
                table: "events",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<int>(
                name: "readability_version",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AlterColumn<double>(
                name: "readability_grade",
                table: "annual_reports",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0,
                oldClrType: typeof(double),
                oldType: "double precision",
                oldNullable: true);

            migrationBuilder.AddColumn<int>(
                name: "readability_long_sentences",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_longest_sentence",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_sentences",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_syllables",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "readability_words",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "readability_grade",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_long_sentences",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_longest_sentence",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_sentences",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_syllables",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_version",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_words",
                table: "events");

            migrationBuilder.DropColumn(
                name: "readability_long_sentences",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "readability_longest_sentence",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "readability_sentences",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "readability_syllables",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "readability_words",
                table: "annual_reports");

            migrationBuilder.AlterColumn<int>(
                name: "readability_version",
                table: "annual_reports",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AlterColumn<double>(
                name: "readability_grade",
                table: "annual_reports",
                type: "double precision",
                nullable: true,
                oldClrType: typeof(double),
                oldType: "double precision");

            migrationBuilder.AddCheckConstraint(
                name: "ck_annual_reports_readability",
                table: "annual_reports",
                sql: "(readability_grade IS NULL) = (readability_version IS NULL)");
        }
    }
}
