using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Complaint figures in rows short enough to add up by hand.</summary>
internal static class Measuring
{
    /// <summary>An agency's own category of complaints.</summary>
    public static async Task<ComplaintCategory> HasKindAsync(
        this CwaServer server,
        Agency agency,
        string name,
        TopCategory top = TopCategory.Timeliness
    )
    {
        var category = new ComplaintCategory(agency.Id, name, top);
        await server.StoreAsync(category);
        return category;
    }

    /// <summary>
    /// Figures of one month, or of a longer period: pending at the start, received, resolved, and the median days to
    /// resolve.
    /// </summary>
    public static ComplaintMetric In(
        this Agency agency,
        string month,
        long? pending,
        long? received,
        long? resolved,
        double? days = 5,
        ComplaintCategory? category = null,
        Channel? channel = null,
        CoveredPeriod covers = CoveredPeriod.Month
    ) =>
        new(
            agency.Id,
            ReportMonth.Parse(month),
            category,
            channel,
            new()
            {
                PendingStart = pending,
                Received = received,
                Resolved = resolved,
                PendingEnd = pending + received - resolved,
                CountsMissing = MissingReason.NotCollected,
                MedianDays = days,
                MedianDaysMissing = days is null ? MissingReason.NotCollected : null,
            },
            covers: covers
        );

    public static async Task StoreAsync(this CwaServer server, params IEnumerable<object> records)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(records);
        await db.SaveChangesAsync();
    }

    /// <summary>The argument that asks only for the figures of these agencies.</summary>
    public static string Of(params Agency[] agencies)
    {
        var named = JsonSerializer.Serialize(agencies.Select(a => a.Abbreviation));
        return $$"""where: { agency: { abbreviation: { in: {{named}} } } }""";
    }

    /// <summary>Each element of a list as a line of the named fields.</summary>
    public static IReadOnlyList<string> Lines(this JsonElement list, params string[] fields) =>
        list.EnumerateArray().Lines(fields);

    /// <summary>Each element as a line of the named fields.</summary>
    public static IReadOnlyList<string> Lines(this IEnumerable<JsonElement> list, params string[] fields) =>
        [.. list.Select(element => string.Join(' ', fields.Select(field => Value(element, field))))];

    // A dot leads into an object.
    private static string Value(JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Object)
                element = element.GetProperty(step);
        }

        return element.ValueKind == JsonValueKind.Null ? "-" : element.ToString();
    }
}
