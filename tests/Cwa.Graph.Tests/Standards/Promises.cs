using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about service standards.</summary>
internal static class Promises
{
    public const string Standard =
        "serviceStandard { id statement target direction effectiveFrom withdrawnOn agency { abbreviation } }";

    public const string Measurement = "measurement { id fromMonth toMonth value valueMissing met }";

    /// <summary>A promise to answer 95 of 100 calls, from the spring of 1997.</summary>
    public static Dictionary<string, object?> Promise(Agency agency, params (string Name, object? Value)[] others)
    {
        var promise = new Dictionary<string, object?>
        {
            ["agencyId"] = agency.Id(),
            ["statement"] = "We answer your call within five minutes.",
            ["measure"] = "Calls answered within five minutes",
            ["unit"] = "percent",
            ["target"] = 95,
            ["direction"] = "AT_LEAST",
            ["customerGroup"] = "BENEFICIARIES",
            ["effectiveFrom"] = "1997-04-01",
        };
        foreach (var (name, value) in others)
            promise[name] = value;
        return promise;
    }

    /// <summary>Makes a standard of the agency, and returns its id.</summary>
    public static async Task<string> HasStandardAsync(
        this CwaServer server,
        Agency agency,
        params (string Name, object? Value)[] others
    ) =>
        (await server.As(agency).DoneAsync("setServiceStandard", Promise(agency, others), Standard))
            .GetProperty("serviceStandard")
            .Text("id")!;

    public static Task<JsonElement> MeasureAsync(
        this CwaServer server,
        Agency agency,
        string standardId,
        string fromMonth = "1998-04",
        string toMonth = "1998-06",
        double? value = 96,
        string? valueMissing = null
    ) =>
        server
            .As(agency)
            .DoAsync(
                "recordMeasurement",
                new
                {
                    standardId,
                    fromMonth,
                    toMonth,
                    value,
                    valueMissing,
                },
                Measurement
            );
}
