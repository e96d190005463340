using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Cwa.Model.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Baseline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    abbreviation = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    abbreviation_search = table.Column<string>(type: "character varying(288)", maxLength: 288, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name_search = table.Column<string>(type: "character varying(3600)", maxLength: 3600, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    directive = table.Column<int>(type: "integer", nullable: false),
                    directive_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    high_impact = table.Column<bool>(type: "boolean", nullable: false),
                    active_from = table.Column<DateOnly>(type: "date", nullable: false),
                    active_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                    table.CheckConstraint("ck_agencies_abbreviation", "length(abbreviation) >= 1");
                    table.CheckConstraint("ck_agencies_abbreviation_length", "length(\"abbreviation\") <= 16");
                    table.CheckConstraint("ck_agencies_abbreviation_search_length", "length(\"abbreviation_search\") <= 288");
                    table.CheckConstraint("ck_agencies_active", "active_to > active_from");
                    table.CheckConstraint("ck_agencies_depth", "depth BETWEEN 1 AND 3 AND (depth = 1) = (parent_id IS NULL)");
                    table.CheckConstraint("ck_agencies_directive_basis_length", "length(\"directive_basis\") <= 300");
                    table.CheckConstraint("ck_agencies_directive_known", "\"directive\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_agencies_kind_known", "\"kind\" BETWEEN 1 AND 4");
                    table.CheckConstraint("ck_agencies_name_length", "length(\"name\") <= 200");
                    table.CheckConstraint("ck_agencies_name_search_length", "length(\"name_search\") <= 3600");
                    table.CheckConstraint("ck_agencies_parent", "parent_id <> id");
                    table.ForeignKey(
                        name: "fk_agencies_agencies_parent_id",
                        column: x => x.parent_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "due_days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feed_counters",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_counters", x => x.id);
                    table.CheckConstraint("ck_feed_counters_last_sequence", "last_sequence >= 0");
                    table.CheckConstraint("ck_feed_counters_one_row", "id = 1");
                });

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

            migrationBuilder.CreateTable(
                name: "revocations",
                columns: table => new
                {
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revocations", x => x.subject);
                    table.CheckConstraint("ck_revocations_subject_length", "length(\"subject\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "agency_themes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    name_search = table.Column<string>(type: "character varying(1800)", maxLength: 1800, nullable: false, collation: "C"),
                    theme = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_themes", x => x.id);
                    table.CheckConstraint("ck_agency_themes_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_agency_themes_name_search_length", "length(\"name_search\") <= 1800");
                    table.CheckConstraint("ck_agency_themes_theme_known", "\"theme\" BETWEEN 1 AND 13");
                    table.ForeignKey(
                        name: "fk_agency_themes_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "analyses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_month = table.Column<int>(type: "integer", nullable: false),
                    to_month = table.Column<int>(type: "integer", nullable: false),
                    categories = table.Column<int[]>(type: "integer[]", nullable: false),
                    learned = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    conducted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analyses", x => x.id);
                    table.CheckConstraint("ck_analyses_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_analyses_learned_length", "length(\"learned\") <= 4000");
                    table.CheckConstraint("ck_analyses_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_analyses_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_analyses_to_month", "to_month >= from_month");
                    table.ForeignKey(
                        name: "fk_analyses_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "annual_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    year_basis = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    return_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    readability_grade = table.Column<double>(type: "double precision", nullable: false),
                    readability_long_sentences = table.Column<int>(type: "integer", nullable: false),
                    readability_longest_sentence = table.Column<int>(type: "integer", nullable: false),
                    readability_sentences = table.Column<int>(type: "integer", nullable: false),
                    readability_syllables = table.Column<int>(type: "integer", nullable: false),
                    readability_version = table.Column<int>(type: "integer", nullable: false),
                    readability_words = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_annual_reports", x => x.id);
                    table.CheckConstraint("ck_annual_reports_published_on", "(published_on IS NOT NULL) = (status >= 5)");
                    table.CheckConstraint("ck_annual_reports_return_reason", "(return_reason IS NOT NULL) = (status = 3)");
                    table.CheckConstraint("ck_annual_reports_return_reason_length", "length(\"return_reason\") <= 1000");
                    table.CheckConstraint("ck_annual_reports_revision", "revision >= 1");
                    table.CheckConstraint("ck_annual_reports_status_known", "\"status\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_annual_reports_summary_length", "length(\"summary\") <= 4000");
                    table.CheckConstraint("ck_annual_reports_title_length", "length(\"title\") <= 200");
                    table.CheckConstraint("ck_annual_reports_year", "year BETWEEN 1993 AND 2100");
                    table.CheckConstraint("ck_annual_reports_year_basis_known", "\"year_basis\" BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "fk_annual_reports_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    subject_kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    was_draft = table.Column<bool>(type: "boolean", nullable: false),
                    is_draft = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                    table.CheckConstraint("ck_audit_entries_action_length", "length(\"action\") <= 100");
                    table.CheckConstraint("ck_audit_entries_actor_length", "length(\"actor\") <= 200");
                    table.CheckConstraint("ck_audit_entries_subject_kind_length", "length(\"subject_kind\") <= 100");
                    table.ForeignKey(
                        name: "fk_audit_entries_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "benchmark_studies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    partner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    partner_score = table.Column<double>(type: "double precision", nullable: false),
                    own_score = table.Column<double>(type: "double precision", nullable: false),
                    unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    conducted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benchmark_studies", x => x.id);
                    table.CheckConstraint("ck_benchmark_studies_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_benchmark_studies_measure_length", "length(\"measure\") <= 200");
                    table.CheckConstraint("ck_benchmark_studies_partner_length", "length(\"partner\") <= 200");
                    table.CheckConstraint("ck_benchmark_studies_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_benchmark_studies_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_benchmark_studies_unit_length", "length(\"unit\") <= 100");
                    table.ForeignKey(
                        name: "fk_benchmark_studies_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaint_categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    name_search = table.Column<string>(type: "character varying(1800)", maxLength: 1800, nullable: false, collation: "C"),
                    top = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_categories", x => x.id);
                    table.CheckConstraint("ck_complaint_categories_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_complaint_categories_name_search_length", "length(\"name_search\") <= 1800");
                    table.CheckConstraint("ck_complaint_categories_top_known", "\"top\" BETWEEN 1 AND 8");
                    table.ForeignKey(
                        name: "fk_complaint_categories_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaint_processes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    channels = table.Column<int[]>(type: "integer[]", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    target_days = table.Column<int>(type: "integer", nullable: false),
                    in_place_on = table.Column<DateOnly>(type: "date", nullable: false),
                    replaced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_processes", x => x.id);
                    table.CheckConstraint("ck_complaint_processes_description_length", "length(\"description\") <= 4000");
                    table.CheckConstraint("ck_complaint_processes_owner_length", "length(\"owner\") <= 200");
                    table.CheckConstraint("ck_complaint_processes_replaced_on", "replaced_on >= in_place_on");
                    table.CheckConstraint("ck_complaint_processes_target_days", "target_days >= 1");
                    table.ForeignKey(
                        name: "fk_complaint_processes_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_bases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customers = table.Column<long>(type: "bigint", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_bases", x => x.id);
                    table.CheckConstraint("ck_customer_bases_customers", "customers >= 1");
                    table.CheckConstraint("ck_customer_bases_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_customer_bases_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_customer_bases_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_customer_bases_source_length", "length(\"source\") <= 300");
                    table.ForeignKey(
                        name: "fk_customer_bases_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    means = table.Column<int>(type: "integer", nullable: false),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    offered_from = table.Column<DateOnly>(type: "date", nullable: false),
                    offered_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_choices", x => x.id);
                    table.CheckConstraint("ck_delivery_choices_days", "offered_to >= offered_from");
                    table.CheckConstraint("ck_delivery_choices_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_delivery_choices_means_known", "\"means\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_delivery_choices_provider_length", "length(\"provider\") <= 200");
                    table.CheckConstraint("ck_delivery_choices_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_delivery_choices_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_delivery_choices_service_length", "length(\"service\") <= 200");
                    table.ForeignKey(
                        name: "fk_delivery_choices_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_entries", x => x.id);
                    table.CheckConstraint("ck_feed_entries_kind_known", "\"kind\" BETWEEN 1 AND 39");
                    table.CheckConstraint("ck_feed_entries_sequence", "sequence >= 1");
                    table.ForeignKey(
                        name: "fk_feed_entries_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "liaisons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name_search = table.Column<string>(type: "character varying(3600)", maxLength: 3600, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    coverage = table.Column<int>(type: "integer", nullable: false),
                    designated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liaisons", x => x.id);
                    table.CheckConstraint("ck_liaisons_coverage_known", "\"coverage\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_liaisons_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_liaisons_email_length", "length(\"email\") <= 254");
                    table.CheckConstraint("ck_liaisons_ended", "ended_on >= designated_on");
                    table.CheckConstraint("ck_liaisons_name_length", "length(\"name\") <= 200");
                    table.CheckConstraint("ck_liaisons_name_search_length", "length(\"name_search\") <= 3600");
                    table.CheckConstraint("ck_liaisons_office_length", "length(\"office\") <= 200");
                    table.CheckConstraint("ck_liaisons_open", "is_open = (ended_on IS NULL)");
                    table.CheckConstraint("ck_liaisons_phone_length", "length(\"phone\") <= 50");
                    table.CheckConstraint("ck_liaisons_reachable", "phone IS NOT NULL OR email IS NOT NULL");
                    table.CheckConstraint("ck_liaisons_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_liaisons_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_liaisons_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "fk_liaisons_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monthly_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    nil = table.Column<bool>(type: "boolean", nullable: false),
                    event_count = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    submitted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    return_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    recalled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recalled_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    recall_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submission_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recall_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    amendment_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monthly_reports", x => x.id);
                    table.CheckConstraint("ck_monthly_reports_decided", "(status IN (1, 2, 6)) = (decided_at IS NULL) AND (status IN (1, 2, 6)) = (decided_by IS NULL)");
                    table.CheckConstraint("ck_monthly_reports_decided_by_length", "length(\"decided_by\") <= 200");
                    table.CheckConstraint("ck_monthly_reports_events", "event_count BETWEEN 0 AND 500");
                    table.CheckConstraint("ck_monthly_reports_nil", "status = 1 OR nil = (event_count = 0)");
                    table.CheckConstraint("ck_monthly_reports_reason_length", "length(\"reason\") <= 1000");
                    table.CheckConstraint("ck_monthly_reports_recall_reason_length", "length(\"recall_reason\") <= 1000");
                    table.CheckConstraint("ck_monthly_reports_recalled", "(status = 6) = (recalled_at IS NOT NULL) AND (status = 6) = (recalled_by IS NOT NULL) AND (status = 6 OR recall_reason IS NULL)");
                    table.CheckConstraint("ck_monthly_reports_recalled_by_length", "length(\"recalled_by\") <= 200");
                    table.CheckConstraint("ck_monthly_reports_recorded", "(submission_recorded_at IS NULL) = (submitted_at IS NULL) AND (decision_recorded_at IS NULL) = (decided_at IS NULL) AND (amendment_recorded_at IS NULL) = (status <> 5) AND (recall_recorded_at IS NULL) = (status <> 6)");
                    table.CheckConstraint("ck_monthly_reports_return_reason_length", "length(\"return_reason\") <= 1000");
                    table.CheckConstraint("ck_monthly_reports_returned", "(status = 4) = (return_reason IS NOT NULL)");
                    table.CheckConstraint("ck_monthly_reports_revision", "revision >= 1 AND (status = 1) = (revision IS NULL)");
                    table.CheckConstraint("ck_monthly_reports_status_known", "\"status\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_monthly_reports_submitted", "(status = 1) = (submitted_at IS NULL) AND (status = 1) = (submitted_by IS NULL)");
                    table.CheckConstraint("ck_monthly_reports_submitted_by_length", "length(\"submitted_by\") <= 200");
                    table.ForeignKey(
                        name: "fk_monthly_reports_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_references",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    law = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    section = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_references", x => x.id);
                    table.CheckConstraint("ck_plan_references_document_length", "length(\"document\") <= 300");
                    table.CheckConstraint("ck_plan_references_fiscal_year", "fiscal_year BETWEEN 1990 AND 2100");
                    table.CheckConstraint("ck_plan_references_law_known", "\"law\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_plan_references_section_length", "length(\"section\") <= 200");
                    table.ForeignKey(
                        name: "fk_plan_references_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programs", x => x.id);
                    table.CheckConstraint("ck_programs_ends_on", "ends_on >= starts_on");
                    table.CheckConstraint("ck_programs_name_length", "length(\"name\") <= 200");
                    table.CheckConstraint("ck_programs_purpose_length", "length(\"purpose\") <= 1000");
                    table.ForeignKey(
                        name: "fk_programs_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_areas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    customers_living = table.Column<long>(type: "bigint", nullable: false),
                    customers_working = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_areas", x => x.id);
                    table.CheckConstraint("ck_service_areas_customers", "customers_living >= 0 AND customers_working >= 0");
                    table.CheckConstraint("ck_service_areas_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_service_areas_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_service_areas_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_service_areas_state_known", "\"state\" BETWEEN 1 AND 56");
                    table.ForeignKey(
                        name: "fk_service_areas_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_standards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    target = table.Column<double>(type: "double precision", nullable: false),
                    direction = table.Column<int>(type: "integer", nullable: false),
                    customer_group = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_standards", x => x.id);
                    table.CheckConstraint("ck_service_standards_customer_group_known", "\"customer_group\" BETWEEN 1 AND 10");
                    table.CheckConstraint("ck_service_standards_direction_known", "\"direction\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_service_standards_measure_length", "length(\"measure\") <= 200");
                    table.CheckConstraint("ck_service_standards_statement_length", "length(\"statement\") <= 500");
                    table.CheckConstraint("ck_service_standards_unit_length", "length(\"unit\") <= 100");
                    table.CheckConstraint("ck_service_standards_withdrawn_on", "withdrawn_on >= effective_from");
                    table.ForeignKey(
                        name: "fk_service_standards_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "surveys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    conducted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    conducted_to = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: true),
                    service = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    question = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    population = table.Column<long>(type: "bigint", nullable: true),
                    offered = table.Column<long>(type: "bigint", nullable: true),
                    responses = table.Column<long>(type: "bigint", nullable: true),
                    counts_missing = table.Column<int>(type: "integer", nullable: true),
                    ratings = table.Column<long[]>(type: "bigint[]", nullable: false),
                    mean_rating = table.Column<double>(type: "double precision", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surveys", x => x.id);
                    table.CheckConstraint("ck_surveys_channel_known", "\"channel\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_surveys_conducted_to", "conducted_to >= conducted_from");
                    table.CheckConstraint("ck_surveys_counts_missing", "(population IS NULL OR offered IS NULL OR responses IS NULL) = (counts_missing IS NOT NULL)");
                    table.CheckConstraint("ck_surveys_counts_missing_known", "\"counts_missing\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_surveys_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_surveys_kind_known", "\"kind\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_surveys_mean_rating", "mean_rating BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_surveys_offered", "offered >= 0");
                    table.CheckConstraint("ck_surveys_population", "population >= 0");
                    table.CheckConstraint("ck_surveys_question_length", "length(\"question\") <= 500");
                    table.CheckConstraint("ck_surveys_responses", "responses >= 0");
                    table.CheckConstraint("ck_surveys_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_surveys_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_surveys_service_length", "length(\"service\") <= 200");
                    table.CheckConstraint("ck_surveys_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "fk_surveys_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaint_metrics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    covers = table.Column<int>(type: "integer", nullable: false),
                    last_month = table.Column<int>(type: "integer", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    channel = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    pending_start = table.Column<long>(type: "bigint", nullable: true),
                    received = table.Column<long>(type: "bigint", nullable: true),
                    resolved = table.Column<long>(type: "bigint", nullable: true),
                    pending_end = table.Column<long>(type: "bigint", nullable: true),
                    within_target = table.Column<long>(type: "bigint", nullable: true),
                    counts_missing = table.Column<int>(type: "integer", nullable: true),
                    balances = table.Column<bool>(type: "boolean", nullable: true),
                    median_days = table.Column<double>(type: "double precision", nullable: true),
                    median_days_missing = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    category_key = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_key = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_metrics", x => x.id);
                    table.CheckConstraint("ck_complaint_metrics_balance", "pending_start + received - resolved = pending_end");
                    table.CheckConstraint("ck_complaint_metrics_channel_known", "\"channel\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_complaint_metrics_counts_missing", "(pending_start IS NULL OR received IS NULL OR resolved IS NULL OR pending_end IS NULL OR within_target IS NULL) = (counts_missing IS NOT NULL)");
                    table.CheckConstraint("ck_complaint_metrics_counts_missing_known", "\"counts_missing\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_complaint_metrics_covers_known", "\"covers\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_complaint_metrics_last_month", "last_month >= month AND (covers = 1) = (last_month = month)");
                    table.CheckConstraint("ck_complaint_metrics_median_days", "median_days >= 0");
                    table.CheckConstraint("ck_complaint_metrics_median_days_missing", "(median_days IS NULL) = (median_days_missing IS NOT NULL)");
                    table.CheckConstraint("ck_complaint_metrics_median_days_missing_known", "\"median_days_missing\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_complaint_metrics_pending_end", "pending_end >= 0");
                    table.CheckConstraint("ck_complaint_metrics_pending_start", "pending_start >= 0");
                    table.CheckConstraint("ck_complaint_metrics_received", "received >= 0");
                    table.CheckConstraint("ck_complaint_metrics_resolved", "resolved >= 0");
                    table.CheckConstraint("ck_complaint_metrics_revision", "revision >= 1");
                    table.CheckConstraint("ck_complaint_metrics_within_target", "within_target >= 0");
                    table.ForeignKey(
                        name: "fk_complaint_metrics_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaint_metrics_complaint_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "complaint_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "systemic_problems",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_systemic_problems", x => x.id);
                    table.CheckConstraint("ck_systemic_problems_description_length", "length(\"description\") <= 4000");
                    table.CheckConstraint("ck_systemic_problems_owner", "(owner IS NULL) = (status = 1)");
                    table.CheckConstraint("ck_systemic_problems_owner_length", "length(\"owner\") <= 200");
                    table.CheckConstraint("ck_systemic_problems_status_known", "\"status\" BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_systemic_problems_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "fk_systemic_problems_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_systemic_problems_complaint_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "complaint_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    co_host_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    access = table.Column<int>(type: "integer", nullable: true),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expected_reach = table.Column<int>(type: "integer", nullable: true),
                    format = table.Column<int>(type: "integer", nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    medium = table.Column<int>(type: "integer", nullable: true),
                    place_kind = table.Column<int>(type: "integer", nullable: true),
                    setting = table.Column<int>(type: "integer", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    topic_scope = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_events", x => x.id);
                    table.CheckConstraint("ck_draft_events_access_known", "\"access\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_draft_events_city_length", "length(\"city\") <= 100");
                    table.CheckConstraint("ck_draft_events_description", "length(description) >= 1");
                    table.CheckConstraint("ck_draft_events_description_length", "length(\"description\") <= 500");
                    table.CheckConstraint("ck_draft_events_ends_on", "ends_on >= starts_on");
                    table.CheckConstraint("ck_draft_events_expected_reach", "expected_reach >= 0");
                    table.CheckConstraint("ck_draft_events_format_known", "\"format\" BETWEEN 1 AND 17");
                    table.CheckConstraint("ck_draft_events_medium_known", "\"medium\" BETWEEN 1 AND 4");
                    table.CheckConstraint("ck_draft_events_place", "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)");
                    table.CheckConstraint("ck_draft_events_place_kind_known", "\"place_kind\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_draft_events_setting_known", "\"setting\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_draft_events_state_known", "\"state\" BETWEEN 1 AND 56");
                    table.CheckConstraint("ck_draft_events_title_length", "length(\"title\") <= 200");
                    table.CheckConstraint("ck_draft_events_topic_scope_known", "\"topic_scope\" BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "fk_draft_events_monthly_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "monthly_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    title_search = table.Column<string>(type: "character varying(3600)", maxLength: 3600, nullable: true, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    medium = table.Column<int>(type: "integer", nullable: true),
                    format = table.Column<int>(type: "integer", nullable: true),
                    setting = table.Column<int>(type: "integer", nullable: true),
                    access = table.Column<int>(type: "integer", nullable: true),
                    topic_scope = table.Column<int>(type: "integer", nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    place_kind = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: true),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    expected_reach = table.Column<int>(type: "integer", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    postponed_from = table.Column<DateOnly>(type: "date", nullable: true),
                    attendance = table.Column<int>(type: "integer", nullable: true),
                    count_method = table.Column<int>(type: "integer", nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    readability_grade = table.Column<double>(type: "double precision", nullable: false),
                    readability_long_sentences = table.Column<int>(type: "integer", nullable: false),
                    readability_longest_sentence = table.Column<int>(type: "integer", nullable: false),
                    readability_sentences = table.Column<int>(type: "integer", nullable: false),
                    readability_syllables = table.Column<int>(type: "integer", nullable: false),
                    readability_version = table.Column<int>(type: "integer", nullable: false),
                    readability_words = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.CheckConstraint("ck_events_access_known", "\"access\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_events_attendance", "attendance >= 0 AND (attendance IS NULL) = (count_method IS NULL)");
                    table.CheckConstraint("ck_events_city_length", "length(\"city\") <= 100");
                    table.CheckConstraint("ck_events_count_method_known", "\"count_method\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_events_description", "length(description) >= 1");
                    table.CheckConstraint("ck_events_description_length", "length(\"description\") <= 500");
                    table.CheckConstraint("ck_events_ends_on", "ends_on >= starts_on");
                    table.CheckConstraint("ck_events_expected_reach", "expected_reach >= 0");
                    table.CheckConstraint("ck_events_format_known", "\"format\" BETWEEN 1 AND 17");
                    table.CheckConstraint("ck_events_medium_known", "\"medium\" BETWEEN 1 AND 4");
                    table.CheckConstraint("ck_events_place", "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)");
                    table.CheckConstraint("ck_events_place_kind_known", "\"place_kind\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_events_public", "NOT is_public OR access = 1");
                    table.CheckConstraint("ck_events_setting_known", "\"setting\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_events_state_known", "\"state\" BETWEEN 1 AND 56");
                    table.CheckConstraint("ck_events_status_known", "\"status\" BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_events_status_recorded", "status <> 5");
                    table.CheckConstraint("ck_events_title_length", "length(\"title\") <= 200");
                    table.CheckConstraint("ck_events_title_search_length", "length(\"title_search\") <= 3600");
                    table.CheckConstraint("ck_events_topic_scope_known", "\"topic_scope\" BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "fk_events_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_events_monthly_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "monthly_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "annual_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    standard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    text_search = table.Column<string>(type: "character varying(18000)", maxLength: 18000, nullable: false, collation: "C"),
                    result = table.Column<double>(type: "double precision", nullable: true),
                    met = table.Column<bool>(type: "boolean", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_annual_statements", x => x.id);
                    table.CheckConstraint("ck_annual_statements_ordinal", "ordinal >= 1");
                    table.CheckConstraint("ck_annual_statements_text_length", "length(\"text\") <= 1000");
                    table.CheckConstraint("ck_annual_statements_text_search_length", "length(\"text_search\") <= 18000");
                    table.ForeignKey(
                        name: "fk_annual_statements_annual_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "annual_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_annual_statements_service_standards_standard_id",
                        column: x => x.standard_id,
                        principalTable: "service_standards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measurements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    standard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_month = table.Column<int>(type: "integer", nullable: false),
                    to_month = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    value_missing = table.Column<int>(type: "integer", nullable: true),
                    met = table.Column<bool>(type: "boolean", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measurements", x => x.id);
                    table.CheckConstraint("ck_measurements_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_measurements_met", "(value IS NULL) = (met IS NULL)");
                    table.CheckConstraint("ck_measurements_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_measurements_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_measurements_to_month", "to_month >= from_month");
                    table.CheckConstraint("ck_measurements_value_missing", "(value IS NULL) = (value_missing IS NOT NULL)");
                    table.CheckConstraint("ck_measurements_value_missing_known", "\"value_missing\" BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "fk_measurements_service_standards_standard_id",
                        column: x => x.standard_id,
                        principalTable: "service_standards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    problem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    before = table.Column<double>(type: "double precision", nullable: true),
                    after = table.Column<double>(type: "double precision", nullable: true),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_changes", x => x.id);
                    table.CheckConstraint("ck_process_changes_after", "(after IS NULL) = (measured_on IS NULL)");
                    table.CheckConstraint("ck_process_changes_description_length", "length(\"description\") <= 4000");
                    table.CheckConstraint("ck_process_changes_measured_on", "measured_on >= effective_on");
                    table.CheckConstraint("ck_process_changes_unit_length", "length(\"unit\") <= 100");
                    table.ForeignKey(
                        name: "fk_process_changes_systemic_problems_problem_id",
                        column: x => x.problem_id,
                        principalTable: "systemic_problems",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_completions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    medium = table.Column<int>(type: "integer", nullable: true),
                    format = table.Column<int>(type: "integer", nullable: true),
                    setting = table.Column<int>(type: "integer", nullable: true),
                    access = table.Column<int>(type: "integer", nullable: true),
                    topic_scope = table.Column<int>(type: "integer", nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    place_kind = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: true),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    expected_reach = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_completions", x => x.id);
                    table.CheckConstraint("ck_event_completions_access_known", "\"access\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_event_completions_by_length", "length(\"by\") <= 200");
                    table.CheckConstraint("ck_event_completions_city_length", "length(\"city\") <= 100");
                    table.CheckConstraint("ck_event_completions_expected_reach", "expected_reach >= 0");
                    table.CheckConstraint("ck_event_completions_format_known", "\"format\" BETWEEN 1 AND 17");
                    table.CheckConstraint("ck_event_completions_medium_known", "\"medium\" BETWEEN 1 AND 4");
                    table.CheckConstraint("ck_event_completions_place", "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)");
                    table.CheckConstraint("ck_event_completions_place_kind_known", "\"place_kind\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_event_completions_setting_known", "\"setting\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_event_completions_state_known", "\"state\" BETWEEN 1 AND 56");
                    table.CheckConstraint("ck_event_completions_title_length", "length(\"title\") <= 200");
                    table.CheckConstraint("ck_event_completions_topic_scope_known", "\"topic_scope\" BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "fk_event_completions_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_hosts",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_lead = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_hosts", x => new { x.event_id, x.agency_id });
                    table.ForeignKey(
                        name: "fk_event_hosts_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_event_hosts_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    attendance = table.Column<int>(type: "integer", nullable: true),
                    count_method = table.Column<int>(type: "integer", nullable: true),
                    new_starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    new_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_outcomes", x => x.id);
                    table.CheckConstraint("ck_event_outcomes_attendance", "attendance >= 0 AND (attendance IS NULL) = (count_method IS NULL) AND (attendance IS NULL OR status = 2)");
                    table.CheckConstraint("ck_event_outcomes_by_length", "length(\"by\") <= 200");
                    table.CheckConstraint("ck_event_outcomes_count_method_known", "\"count_method\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_event_outcomes_dates", "new_ends_on >= new_starts_on AND (new_starts_on IS NULL) = (new_ends_on IS NULL) AND (new_starts_on IS NULL OR status = 4)");
                    table.CheckConstraint("ck_event_outcomes_reason", "(status = 2) = (reason IS NULL)");
                    table.CheckConstraint("ck_event_outcomes_reason_length", "length(\"reason\") <= 1000");
                    table.CheckConstraint("ck_event_outcomes_said", "status IN (2, 3, 4)");
                    table.CheckConstraint("ck_event_outcomes_status_known", "\"status\" BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_event_outcomes_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_remarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_remarks", x => x.id);
                    table.CheckConstraint("ck_event_remarks_remark_length", "length(\"remark\") <= 1000");
                    table.ForeignKey(
                        name: "fk_event_remarks_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_event_remarks_monthly_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "monthly_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    co_host_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    access = table.Column<int>(type: "integer", nullable: true),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expected_reach = table.Column<int>(type: "integer", nullable: true),
                    format = table.Column<int>(type: "integer", nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    medium = table.Column<int>(type: "integer", nullable: true),
                    place_kind = table.Column<int>(type: "integer", nullable: true),
                    setting = table.Column<int>(type: "integer", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    topic_scope = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_revisions", x => x.id);
                    table.CheckConstraint("ck_event_revisions_access_known", "\"access\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_event_revisions_city_length", "length(\"city\") <= 100");
                    table.CheckConstraint("ck_event_revisions_description", "length(description) >= 1");
                    table.CheckConstraint("ck_event_revisions_description_length", "length(\"description\") <= 500");
                    table.CheckConstraint("ck_event_revisions_ends_on", "ends_on >= starts_on");
                    table.CheckConstraint("ck_event_revisions_expected_reach", "expected_reach >= 0");
                    table.CheckConstraint("ck_event_revisions_format_known", "\"format\" BETWEEN 1 AND 17");
                    table.CheckConstraint("ck_event_revisions_medium_known", "\"medium\" BETWEEN 1 AND 4");
                    table.CheckConstraint("ck_event_revisions_place", "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)");
                    table.CheckConstraint("ck_event_revisions_place_kind_known", "\"place_kind\" BETWEEN 1 AND 3");
                    table.CheckConstraint("ck_event_revisions_setting_known", "\"setting\" BETWEEN 1 AND 2");
                    table.CheckConstraint("ck_event_revisions_state_known", "\"state\" BETWEEN 1 AND 56");
                    table.CheckConstraint("ck_event_revisions_title_length", "length(\"title\") <= 200");
                    table.CheckConstraint("ck_event_revisions_topic_scope_known", "\"topic_scope\" BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "fk_event_revisions_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_event_revisions_monthly_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "monthly_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<int>(type: "integer", nullable: false),
                    theme = table.Column<int>(type: "integer", nullable: true),
                    own_theme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    customer_group = table.Column<int>(type: "integer", nullable: true),
                    people = table.Column<long>(type: "bigint", nullable: true),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: true),
                    program_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.CheckConstraint("ck_findings_about_known", "\"about\" BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_findings_customer_group_known", "\"customer_group\" BETWEEN 1 AND 10");
                    table.CheckConstraint("ck_findings_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_findings_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_findings_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.CheckConstraint("ck_findings_source", "CASE WHEN event_id IS NULL THEN 0 ELSE 1 END + CASE WHEN survey_id IS NULL THEN 0 ELSE 1 END + CASE WHEN program_id IS NULL THEN 0 ELSE 1 END = 1");
                    table.CheckConstraint("ck_findings_text_length", "length(\"text\") <= 2000");
                    table.CheckConstraint("ck_findings_theme_known", "\"theme\" BETWEEN 1 AND 13");
                    table.ForeignKey(
                        name: "fk_findings_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_agency_themes_own_theme_id",
                        column: x => x.own_theme_id,
                        principalTable: "agency_themes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_findings_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "surveys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "problem_solving_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appointments = table.Column<int>(type: "integer", nullable: false),
                    walk_ins = table.Column<int>(type: "integer", nullable: false),
                    solved_by_phone = table.Column<int>(type: "integer", nullable: false),
                    cases_opened = table.Column<int>(type: "integer", nullable: false),
                    cases_resolved = table.Column<int>(type: "integer", nullable: false),
                    top_issues = table.Column<string[]>(type: "text[]", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_problem_solving_outcomes", x => x.id);
                    table.CheckConstraint("ck_problem_solving_outcomes_counts", "appointments >= 0 AND walk_ins >= 0 AND solved_by_phone >= 0 AND cases_opened >= 0 AND cases_resolved >= 0");
                    table.CheckConstraint("ck_problem_solving_outcomes_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_problem_solving_outcomes_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_problem_solving_outcomes_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_problem_solving_outcomes_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_actions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_actions", x => x.id);
                    table.CheckConstraint("ck_finding_actions_description_length", "length(\"description\") <= 2000");
                    table.CheckConstraint("ck_finding_actions_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_finding_actions_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_finding_actions_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_finding_actions_finding_finding_id",
                        column: x => x.finding_id,
                        principalTable: "findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_citations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    annual_report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    measurement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_citations", x => x.id);
                    table.CheckConstraint("ck_plan_citations_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_plan_citations_one_target", "CASE WHEN annual_report_id IS NULL THEN 0 ELSE 1 END + CASE WHEN measurement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END = 1");
                    table.CheckConstraint("ck_plan_citations_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_plan_citations_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_plan_citations_annual_reports_annual_report_id",
                        column: x => x.annual_report_id,
                        principalTable: "annual_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_citations_findings_finding_id",
                        column: x => x.finding_id,
                        principalTable: "findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_citations_measurements_measurement_id",
                        column: x => x.measurement_id,
                        principalTable: "measurements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_citations_plan_references_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan_references",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    observed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    current_id = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_outcomes", x => x.id);
                    table.CheckConstraint("ck_finding_outcomes_description_length", "length(\"description\") <= 2000");
                    table.CheckConstraint("ck_finding_outcomes_earlier", "current_id IS NULL OR retracted_at IS NOT NULL");
                    table.CheckConstraint("ck_finding_outcomes_retracted", "(retracted_at IS NULL) = (retraction_reason IS NULL)");
                    table.CheckConstraint("ck_finding_outcomes_retraction_reason_length", "length(\"retraction_reason\") <= 1000");
                    table.ForeignKey(
                        name: "fk_finding_outcomes_finding_actions_action_id",
                        column: x => x.action_id,
                        principalTable: "finding_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "feed_counters",
                columns: new[] { "id", "last_sequence" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_abbreviation",
                table: "agencies",
                column: "abbreviation");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_abbreviation_search",
                table: "agencies",
                column: "abbreviation_search",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agencies_name_id",
                table: "agencies",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_parent_id",
                table: "agencies",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_agency_themes_agency_id_name_search",
                table: "agency_themes",
                columns: new[] { "agency_id", "name_search" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_analyses_agency_id_conducted_on_id",
                table: "analyses",
                columns: new[] { "agency_id", "conducted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_analyses_current_id",
                table: "analyses",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_open",
                table: "annual_reports",
                columns: new[] { "agency_id", "year", "year_basis" },
                unique: true,
                filter: "status < 5");

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_published",
                table: "annual_reports",
                columns: new[] { "agency_id", "year", "year_basis", "status" },
                unique: true,
                filter: "status = 5");

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_published_on_id",
                table: "annual_reports",
                columns: new[] { "published_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_revision",
                table: "annual_reports",
                columns: new[] { "agency_id", "year", "year_basis", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_year_id",
                table: "annual_reports",
                columns: new[] { "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_annual_statements_report_id_ordinal",
                table: "annual_statements",
                columns: new[] { "report_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_annual_statements_standard_id",
                table: "annual_statements",
                column: "standard_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_agency_id_recorded_at_id",
                table: "audit_entries",
                columns: new[] { "agency_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_recorded_at_id",
                table: "audit_entries",
                columns: new[] { "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_recorded_at_id",
                table: "audit_entries",
                columns: new[] { "subject_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_studies_agency_id_conducted_on_id",
                table: "benchmark_studies",
                columns: new[] { "agency_id", "conducted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_benchmark_studies_current_id",
                table: "benchmark_studies",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_categories_agency_id_name_search",
                table: "complaint_categories",
                columns: new[] { "agency_id", "name_search" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_agency_id_month_id",
                table: "complaint_metrics",
                columns: new[] { "agency_id", "month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_category_id",
                table: "complaint_metrics",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_current",
                table: "complaint_metrics",
                columns: new[] { "agency_id", "category_key", "channel_key", "last_month", "covers", "is_current" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_figures",
                table: "complaint_metrics",
                columns: new[] { "month", "agency_id", "category_key", "channel_key", "covers", "last_month", "category_id", "channel", "pending_start", "received", "resolved", "pending_end", "median_days" },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_longer",
                table: "complaint_metrics",
                columns: new[] { "agency_id", "month", "last_month", "covers" },
                filter: "is_current AND covers <> 1");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_month_id",
                table: "complaint_metrics",
                columns: new[] { "month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_revision",
                table: "complaint_metrics",
                columns: new[] { "agency_id", "month", "category_key", "channel_key", "covers", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_metrics_updated_at_id",
                table: "complaint_metrics",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_complaint_processes_agency_id_in_place_on",
                table: "complaint_processes",
                columns: new[] { "agency_id", "in_place_on" });

            migrationBuilder.CreateIndex(
                name: "ix_complaint_processes_current",
                table: "complaint_processes",
                column: "agency_id",
                unique: true,
                filter: "replaced_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customer_bases_agency_id",
                table: "customer_bases",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_bases_agency_id_effective_from",
                table: "customer_bases",
                columns: new[] { "agency_id", "effective_from" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customer_bases_current_id",
                table: "customer_bases",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_choices_agency_id_offered_from",
                table: "delivery_choices",
                columns: new[] { "agency_id", "offered_from" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_choices_current_id",
                table: "delivery_choices",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_draft_events_report_id_event_id",
                table: "draft_events",
                columns: new[] { "report_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_events_report_id_position",
                table: "draft_events",
                columns: new[] { "report_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_due_days_month",
                table: "due_days",
                column: "month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_completions_event_id_recorded_at_id",
                table: "event_completions",
                columns: new[] { "event_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_hosts_agency_id_event_id",
                table: "event_hosts",
                columns: new[] { "agency_id", "event_id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_hosts_joint",
                table: "event_hosts",
                columns: new[] { "event_id", "agency_id" },
                filter: "NOT is_lead");

            migrationBuilder.CreateIndex(
                name: "ix_event_outcomes_event_id_recorded_at_id",
                table: "event_outcomes",
                columns: new[] { "event_id", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_remarks_event_id",
                table: "event_remarks",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_remarks_report_id_event_id",
                table: "event_remarks",
                columns: new[] { "report_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_remarks_report_id_position",
                table: "event_remarks",
                columns: new[] { "report_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_revisions_event_id_report_id",
                table: "event_revisions",
                columns: new[] { "event_id", "report_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_revisions_report_id_position",
                table: "event_revisions",
                columns: new[] { "report_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_agency_id_starts_on_id",
                table: "events",
                columns: new[] { "agency_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_medium_starts_on_id",
                table: "events",
                columns: new[] { "medium", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_public",
                table: "events",
                columns: new[] { "starts_on", "id", "is_public" },
                filter: "is_public");

            migrationBuilder.CreateIndex(
                name: "ix_events_report_id_starts_on_id",
                table: "events",
                columns: new[] { "report_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_starts_on_id",
                table: "events",
                columns: new[] { "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_state_starts_on_id",
                table: "events",
                columns: new[] { "state", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_updated_at_id",
                table: "events",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_entries_agency_id_sequence",
                table: "feed_entries",
                columns: new[] { "agency_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_entries_kind_sequence",
                table: "feed_entries",
                columns: new[] { "kind", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_entries_sequence",
                table: "feed_entries",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_finding_actions_current_id",
                table: "finding_actions",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finding_actions_finding_id_taken_on_id",
                table: "finding_actions",
                columns: new[] { "finding_id", "taken_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_outcomes_action_id_observed_on_id",
                table: "finding_outcomes",
                columns: new[] { "action_id", "observed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_outcomes_current_id",
                table: "finding_outcomes",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_findings_agency_id_found_on_id",
                table: "findings",
                columns: new[] { "agency_id", "found_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_current_id",
                table: "findings",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_findings_event_id",
                table: "findings",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_findings_own_theme_id",
                table: "findings",
                column: "own_theme_id");

            migrationBuilder.CreateIndex(
                name: "ix_findings_program_id",
                table: "findings",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ix_findings_survey_id",
                table: "findings",
                column: "survey_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_caller_mutation_key",
                table: "idempotency_records",
                columns: new[] { "caller", "mutation", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_recorded_at",
                table: "idempotency_records",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_liaisons_agency_id_designated_on_id",
                table: "liaisons",
                columns: new[] { "agency_id", "designated_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_liaisons_agency_id_is_open",
                table: "liaisons",
                columns: new[] { "agency_id", "is_open" },
                unique: true,
                filter: "is_open AND retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_liaisons_current_id",
                table: "liaisons",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_liaisons_designated_on_id",
                table: "liaisons",
                columns: new[] { "designated_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_measurements_current_id",
                table: "measurements",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_standard_id_from_month_to_month",
                table: "measurements",
                columns: new[] { "standard_id", "from_month", "to_month" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_standard_id_to_month",
                table: "measurements",
                columns: new[] { "standard_id", "to_month" });

            migrationBuilder.CreateIndex(
                name: "ix_measurements_to_month_id",
                table: "measurements",
                columns: new[] { "to_month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_agency_id_month_id",
                table: "monthly_reports",
                columns: new[] { "agency_id", "month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_agency_id_month_revision",
                table: "monthly_reports",
                columns: new[] { "agency_id", "month", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_agency_id_month_status",
                table: "monthly_reports",
                columns: new[] { "agency_id", "month", "status" },
                unique: true,
                filter: "status IN (1, 2, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_month_id",
                table: "monthly_reports",
                columns: new[] { "month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_status_month_id",
                table: "monthly_reports",
                columns: new[] { "status", "month", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_monthly_reports_updated_at_id",
                table: "monthly_reports",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_annual_report_id",
                table: "plan_citations",
                column: "annual_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_annual_report_id_plan_id",
                table: "plan_citations",
                columns: new[] { "annual_report_id", "plan_id" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_current_id",
                table: "plan_citations",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_finding_id",
                table: "plan_citations",
                column: "finding_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_finding_id_plan_id",
                table: "plan_citations",
                columns: new[] { "finding_id", "plan_id" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_measurement_id",
                table: "plan_citations",
                column: "measurement_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_measurement_id_plan_id",
                table: "plan_citations",
                columns: new[] { "measurement_id", "plan_id" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_citations_plan_id",
                table: "plan_citations",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_references_agency_id_law_fiscal_year_document_section",
                table: "plan_references",
                columns: new[] { "agency_id", "law", "fiscal_year", "document", "section" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_problem_solving_outcomes_current_id",
                table: "problem_solving_outcomes",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_problem_solving_outcomes_event_id",
                table: "problem_solving_outcomes",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_problem_solving_outcomes_event_id1",
                table: "problem_solving_outcomes",
                column: "event_id",
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_process_changes_problem_id_effective_on_id",
                table: "process_changes",
                columns: new[] { "problem_id", "effective_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_programs_agency_id_starts_on_id",
                table: "programs",
                columns: new[] { "agency_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_agency_id",
                table: "service_areas",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_agency_id_state",
                table: "service_areas",
                columns: new[] { "agency_id", "state" },
                unique: true,
                filter: "retracted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_current_id",
                table: "service_areas",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_standards_agency_id_effective_from_id",
                table: "service_standards",
                columns: new[] { "agency_id", "effective_from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_standards_customer_group_id",
                table: "service_standards",
                columns: new[] { "customer_group", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_agency_id_conducted_to_id",
                table: "surveys",
                columns: new[] { "agency_id", "conducted_to", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_conducted_to_id",
                table: "surveys",
                columns: new[] { "conducted_to", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_current_id",
                table: "surveys",
                column: "current_id",
                filter: "current_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_systemic_problems_agency_id_found_on_id",
                table: "systemic_problems",
                columns: new[] { "agency_id", "found_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_systemic_problems_category_id",
                table: "systemic_problems",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_systemic_problems_found_on_id",
                table: "systemic_problems",
                columns: new[] { "found_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analyses");

            migrationBuilder.DropTable(
                name: "annual_statements");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "benchmark_studies");

            migrationBuilder.DropTable(
                name: "complaint_metrics");

            migrationBuilder.DropTable(
                name: "complaint_processes");

            migrationBuilder.DropTable(
                name: "customer_bases");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "delivery_choices");

            migrationBuilder.DropTable(
                name: "draft_events");

            migrationBuilder.DropTable(
                name: "due_days");

            migrationBuilder.DropTable(
                name: "event_completions");

            migrationBuilder.DropTable(
                name: "event_hosts");

            migrationBuilder.DropTable(
                name: "event_outcomes");

            migrationBuilder.DropTable(
                name: "event_remarks");

            migrationBuilder.DropTable(
                name: "event_revisions");

            migrationBuilder.DropTable(
                name: "feed_counters");

            migrationBuilder.DropTable(
                name: "feed_entries");

            migrationBuilder.DropTable(
                name: "finding_outcomes");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "liaisons");

            migrationBuilder.DropTable(
                name: "plan_citations");

            migrationBuilder.DropTable(
                name: "problem_solving_outcomes");

            migrationBuilder.DropTable(
                name: "process_changes");

            migrationBuilder.DropTable(
                name: "revocations");

            migrationBuilder.DropTable(
                name: "service_areas");

            migrationBuilder.DropTable(
                name: "finding_actions");

            migrationBuilder.DropTable(
                name: "annual_reports");

            migrationBuilder.DropTable(
                name: "measurements");

            migrationBuilder.DropTable(
                name: "plan_references");

            migrationBuilder.DropTable(
                name: "systemic_problems");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "service_standards");

            migrationBuilder.DropTable(
                name: "complaint_categories");

            migrationBuilder.DropTable(
                name: "agency_themes");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "programs");

            migrationBuilder.DropTable(
                name: "surveys");

            migrationBuilder.DropTable(
                name: "monthly_reports");

            migrationBuilder.DropTable(
                name: "agencies");
        }
    }
}
