using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>Makes the audit entry of a record: its values before the verb and after it.</summary>
internal static class AuditTrail
{
    private static readonly ConditionalWeakTable<ITypeBase, IReadOnlyList<IProperty>> Told = [];

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The entry for a record that is about to be saved.</summary>
    public static async Task<AuditEntry> EntryAsync(
        EntityEntry record,
        string action,
        string actor,
        Guid? agencyId,
        CancellationToken cancellationToken
    )
    {
        var (wasDraft, isDraft) = await DraftAsync(record, cancellationToken);
        return new(
            action,
            actor,
            record.Metadata.ClrType.Name,
            (Guid)record.Property("Id").CurrentValue!,
            agencyId,
            record.State == EntityState.Added ? null : Json(record.OriginalValues),
            record.State == EntityState.Deleted ? null : Json(record.CurrentValues),
            wasDraft: wasDraft && record.State != EntityState.Added,
            isDraft: isDraft
        );
    }

    /// <summary>Whether the record is a draft report, or a part of one, before the verb and after it.</summary>
    /// <remarks>Every kind of part is checked, even those that no verb audits by itself: an entry must not leak.</remarks>
    private static async Task<(bool Before, bool After)> DraftAsync(
        EntityEntry record,
        CancellationToken cancellationToken
    )
    {
        if (record.Entity is DraftEvent)
            return (true, true);

        var report = record.Entity switch
        {
            MonthlyReport or AnnualReport => record,
            AnnualStatement statement => await OfReportAsync(statement.ReportId),
            PlanCitation { AnnualReportId: { } id } => await OfReportAsync(id),
            _ => null,
        };
        return report is null ? (false, false) : (IsDraft(report.OriginalValues), IsDraft(report.CurrentValues));

        async Task<EntityEntry> OfReportAsync(Guid id) =>
            record.Context.Entry((await record.Context.FindAsync<AnnualReport>([id], cancellationToken))!);

        static bool IsDraft(PropertyValues values) =>
            values[nameof(MonthlyReport.Status)] is MonthlyReportStatus.Draft or AnnualReportStatus.Draft;
    }

    private static string Json(PropertyValues values) =>
        JsonSerializer.Serialize(
            Told.GetValue(values.StructuralType, type => [.. type.GetFlattenedProperties().Where(IsTold)])
                .ToDictionary(
                    p => JsonNamingPolicy.CamelCase.ConvertName(p.Name),
                    p => values[p] is ReportMonth month ? month.ToString() : values[p]
                ),
            Options
        );

    // The audit entry has its own time.
    private static bool IsTold(IProperty property) =>
        property.Name is not (nameof(Agency.RecordedAt) or nameof(Agency.UpdatedAt))
        && !IsDerived(property.PropertyInfo)
        && !(property.DeclaringType is IComplexType part && IsDerived(part.ComplexProperty.PropertyInfo));

    private static bool IsDerived(PropertyInfo? property) => property?.IsDefined(typeof(DerivedAttribute)) is true;
}
