using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cwa.Model.Storage.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    caller = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    mutation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    result_ids = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
