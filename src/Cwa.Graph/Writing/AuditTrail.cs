using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cwa.Graph;

/// <summary>Says for the audit trail what a record was before a mutation and what it is after.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>The entry for a record that is about to be saved.</summary>
    public static AuditEntry Entry(EntityEntry record, string action, string actor, Guid agencyId) => new(
        action, actor, record.Metadata.ClrType.Name, (Guid)record.Property("Id").CurrentValue!, agencyId,
        record.State == EntityState.Added ? null : Json(record.OriginalValues),
        record.State == EntityState.Deleted ? null : Json(record.CurrentValues));

    private static string Json(PropertyValues values) => JsonSerializer.Serialize(
        values.Properties
            .Where(p => !p.Name.EndsWith("Search", StringComparison.Ordinal))
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => values[p] is ReportMonth month ? month.ToString() : values[p]),
        Options);
}
