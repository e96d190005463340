using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class IdempotencyKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    caller = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    mutation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    result_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => x.id);
                    table.CheckConstraint("ck_idempotency_records_caller_length", "length(\"caller\") <= 300");
                    table.CheckConstraint("ck_idempotency_records_content_hash_length", "length(\"content_hash\") <= 64");
                    table.CheckConstraint("ck_idempotency_records_key_length", "length(\"key\") <= 200");
                    table.CheckConstraint("ck_idempotency_records_mutation_length", "length(\"mutation\") <= 100");
                });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_caller_mutation_key",
                table: "idempotency_records",
                columns: new[] { "caller", "mutation", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_recorded_at",
                table: "idempotency_records",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency_records");
        }
    }
}
