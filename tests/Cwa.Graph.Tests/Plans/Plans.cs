namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about plans.</summary>
internal static class Plans
{
    /// <summary>A citation of a passage in the performance plan for fiscal year 1998.</summary>
    public static Dictionary<string, object?> Plan(
        (string Kind, string Id) citedBy,
        params (string Name, object? Value)[] others
    )
    {
        var plan = new Dictionary<string, object?>
        {
            ["law"] = "GPRA",
            ["document"] = "Annual performance plan",
            ["fiscalYear"] = 1998,
            ["section"] = "Goal 2",
            ["citedBy"] = new Dictionary<string, string> { [citedBy.Kind] = citedBy.Id },
        };
        foreach (var (name, value) in others)
            plan[name] = value;
        return plan;
    }
}
