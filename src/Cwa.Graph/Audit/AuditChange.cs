using System.Text.Json;

namespace Cwa.Graph;

/// <summary>One field that was changed.</summary>
/// <param name="Field">The field's name, such as `endedOn`.</param>
/// <param name="Before">Its value before, as text; null if it had none.</param>
/// <param name="After">Its value after, as text; null if it has none.</param>
public sealed record AuditChange(string Field, string? Before, string? After)
{
    /// <summary>More fields than any record has.</summary>
    internal const int Most = 50;

    /// <summary>
    /// What differs between two records in JSON, in the order of their fields, except the ids of the record and its
    /// agency.
    /// </summary>
    internal static IReadOnlyList<AuditChange> Between(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. now
                .Keys.Union(old.Keys)
                .Where(field => field is not "id" and not "agencyId")
                .Select(field => new AuditChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
                .Where(change => change.Before != change.After)
                .Take(Most),
        ];
    }

    private static Dictionary<string, string?> Fields(string? json)
    {
        if (json is null)
            return [];

        using var record = JsonDocument.Parse(json);
        return record
            .RootElement.EnumerateObject()
            .ToDictionary(
                field => field.Name,
                field =>
                    field.Value.ValueKind switch
                    {
                        JsonValueKind.Null => null,
                        JsonValueKind.String => field.Value.GetString(),
                        _ => field.Value.GetRawText(),
                    }
            );
    }
}
