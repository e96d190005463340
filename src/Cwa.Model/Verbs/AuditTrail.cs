using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model;

/// <summary>Makes the audit entries of a verb's records: their values before the verb and after it.</summary>
internal static class AuditTrail
{
    private static readonly ConditionalWeakTable<ITypeBase, IReadOnlyList<IProperty>> Told = [];

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The entries for all that is about to be saved: first for the records that the verb told of.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(
        CwaDbContext db,
        IReadOnlyList<(object Record, Guid? AgencyId)> told,
        string action,
        string actor,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<AuditEntry>();
        foreach (var (record, agencyId) in told.Concat(Untold(db, told)).ToList())
            entries.Add(await EntryAsync(db.Entry(record), action, actor, agencyId, cancellationToken));
        return entries;
    }

    // Every change to an agency's record is audited, even one that its verb forgot. Changes to events are in the
    // revisions of their report, and an earlier version is what the trail says of the record before.
    private static IEnumerable<(object Record, Guid? AgencyId)> Untold(
        CwaDbContext db,
        IReadOnlyList<(object Record, Guid? AgencyId)> told
    )
    {
        var audited = told.Select(of => of.Record).ToHashSet(ReferenceEqualityComparer.Instance);
        return db
            .ChangeTracker.Entries<IAgencyRecord>()
            .Where(e =>
                e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && e.Entity is not (Event or CorrectableRecord { CurrentId: not null })
                && !audited.Contains(e.Entity)
            )
            .Select(e => ((object)e.Entity, (Guid?)e.Entity.AgencyId));
    }

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
