using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SameNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_complaint_categories_agency_id_name",
                table: "complaint_categories");

            migrationBuilder.DropIndex(
                name: "ix_agencies_abbreviation",
                table: "agencies");

            migrationBuilder.AddColumn<string>(
                name: "name_search",
                table: "complaint_categories",
                type: "character varying(1800)",
                maxLength: 1800,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "abbreviation_search",
                table: "agencies",
                type: "character varying(321)",
                maxLength: 321,
                nullable: false,
                defaultValue: "",
                collation: "C");

            // How texts are searched is worked out anew once the server starts; a line break marks what is to be.
            migrationBuilder.Sql("UPDATE agencies SET name_search = E'\\n'");
            migrationBuilder.Sql("UPDATE liaisons SET name_search = E'\\n'");
            migrationBuilder.Sql("UPDATE events SET title_search = E'\\n'");
            migrationBuilder.Sql("UPDATE annual_statements SET text_search = E'\\n'");
            migrationBuilder.Sql("UPDATE agencies SET abbreviation_search = E'\\n' || id::text");
            migrationBuilder.Sql("UPDATE complaint_categories SET name_search = E'\\n' || id::text");

            // The calendar's first and last day were kept as infinity.
            migrationBuilder.Sql(
                """
                DO $$
                DECLARE d record;
                BEGIN
                  FOR d IN SELECT table_name AS t, column_name AS c FROM information_schema.columns
                    WHERE table_schema = current_schema() AND data_type = 'date'
                  LOOP
                    EXECUTE format(
                      'UPDATE %I SET %I = CASE WHEN %I > DATE ''2000-01-01'' THEN DATE ''9999-12-31'' ELSE DATE ''0001-01-01'' END '
                      || 'WHERE NOT isfinite(%I)', d.t, d.c, d.c, d.c);
                  END LOOP;
                END $$;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_categories_agency_id_name_search",
                table: "complaint_categories",
                columns: new[] { "agency_id", "name_search" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_complaint_categories_name_search_length",
                table: "complaint_categories",
                sql: "length(\"name_search\") <= 1800");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_abbreviation",
                table: "agencies",
                column: "abbreviation");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_abbreviation_search",
                table: "agencies",
                column: "abbreviation_search",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_agencies_abbreviation_search_length",
                table: "agencies",
                sql: "length(\"abbreviation_search\") <= 321");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_complaint_categories_agency_id_name_search",
                table: "complaint_categories");

            migrationBuilder.DropCheckConstraint(
                name: "ck_complaint_categories_name_search_length",
                table: "complaint_categories");

            migrationBuilder.DropIndex(
                name: "ix_agencies_abbreviation",
                table: "agencies");

            migrationBuilder.DropIndex(
                name: "ix_agencies_abbreviation_search",
                table: "agencies");

            migrationBuilder.DropCheckConstraint(
                name: "ck_agencies_abbreviation_search_length",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "name_search",
                table: "complaint_categories");

            migrationBuilder.DropColumn(
                name: "abbreviation_search",
                table: "agencies");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_categories_agency_id_name",
                table: "complaint_categories",
                columns: new[] { "agency_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agencies_abbreviation",
                table: "agencies",
                column: "abbreviation",
                unique: true);
        }
    }
}
