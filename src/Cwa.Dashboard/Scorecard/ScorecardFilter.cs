using System.Globalization;
using System.Text.Json;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Cwa.Dashboard.Scorecard;

/// <summary>Which agencies the page shows on which day and in which order, as its address says.</summary>
public sealed record ScorecardFilter
{
    /// <summary>The status of duties that count as met: met, met late, or spoken for by an agency that meets them.</summary>
    public const string Counted = "COUNTED";

    private const int LongestName = 200;

    private static readonly Dictionary<string, DutyStatus> Statuses = Enum.GetValues<DutyStatus>().ToDictionary(NameOf);

    public string? Find { get; init; }

    public string? Department { get; init; }

    /// <summary>The key of a duty, such as CWA-2.1; without one, `Status` may be that of any duty.</summary>
    public string? Duty { get; init; }

    /// <summary>A status as the schema writes it, or <see cref="Counted"/>.</summary>
    public string? Status { get; init; }

    /// <summary>`name`, `not-met`, or null: by department.</summary>
    public string? Order { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>Reads an address. What makes no sense in it is left out.</summary>
    public static ScorecardFilter Of(
        string? find,
        string? department,
        string? duty,
        string? status,
        string? order,
        string? asOf
    ) =>
        new()
        {
            Find = find?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestName)] : null,
            Department = department is { Length: > 0 and <= LongestName } ? department : null,
            Duty = duty is not null && DutyWords.Name(duty) != "" ? duty : null,
            Status = status == Counted || Statuses.ContainsKey(status ?? "") ? status : null,
            Order = order is "name" or "not-met" ? order : null,
            AsOf = DateOnly.TryParseExact(asOf, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null,
        };

    /// <summary>The name of a status in the address and in the schema.</summary>
    public static string NameOf(DutyStatus status) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());

    /// <summary>The conditions for agencies, as the query and the file take them.</summary>
    public object? Where =>
        (Find, Department) switch
        {
            (null, null) => null,
            ({ } find, null) => AgencyConditions.Called(find),
            (null, { } department) => AgencyConditions.In(department),
            ({ } find, { } department) => new
            {
                and = new[] { AgencyConditions.Called(find), AgencyConditions.In(department) },
            },
        };

    /// <summary>Whether the agency has the status that is asked for.</summary>
    /// <param name="duties">The duties, in the order of the row's cells.</param>
    public bool Shows(AgencyRow row, IReadOnlyList<DutySum> duties) =>
        Status is null
        || row.Cells.Index().Any(c => (Duty is null || duties[c.Index].Requirement.Key == Duty) && HasStatus(c.Item));

    /// <summary>What an agency must match, in words.</summary>
    public string InWords(string? department)
    {
        var status =
            Status is null ? null
            : Status == Counted ? "Counted as met"
            : Glyph.Word(Statuses[Status]);
        var duty = Status is null || Duty is null ? null : DutyWords.Name(Duty);
        return string.Join(" and ", new[] { Find, department, duty, status }.OfType<string>().Select(w => $"“{w}”"));
    }

    /// <summary>The address of this view.</summary>
    public string Address() =>
        QueryHelpers.AddQueryString(
            "/scorecard",
            new Dictionary<string, string?>
            {
                ["find"] = Find,
                ["department"] = Department,
                ["duty"] = Duty,
                ["status"] = Status,
                ["order"] = Order,
                ["asOf"] = AsOf is { } day ? Say.Iso(day) : null,
            }.Where(parameter => parameter.Value is not null)
        );

    /// <summary>The address of this view with a row opened.</summary>
    public string Opening(string abbreviation) =>
        QueryHelpers.AddQueryString(Address(), "open", abbreviation) + $"#{Uri.EscapeDataString(abbreviation)}";

    private bool HasStatus(Cell cell) => Status == Counted ? cell.CountsAsMet == true : Status == NameOf(cell.Status);
}
