using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>
/// A department with seven components, and two agencies that are only requested to report. Each has a different report
/// for April 1998.
/// </summary>
internal sealed class Government
{
    /// <summary>All counts of a reporting status.</summary>
    public const string CountFields =
        "expected missing draft submitted accepted returned excused late overdue "
        + "overdueMissing overdueDraft overdueReturned "
        + "requested { asked notReported draft submitted accepted returned excused }";

    private static readonly ReportMonth April = new(1998, 4);
    private static int _governments;

    private readonly Dictionary<string, Agency> _agencies = [];
    private readonly List<object> _records = [];

    private Government(CwaServer server)
    {
        Server = server;
        var number = Interlocked.Increment(ref _governments);
        var department = Add("department", null);
        foreach (
            var name in new[]
            {
                "missing",
                "draft",
                "late",
                "returned",
                "excused",
                "accepted although excused",
                "amended",
            }
        )
            Add(name, department);
        Add("requested", null);
        Add("requested late", null);

        Liaison("department", Coverage.SelfAndComponents);
        foreach (var name in new[] { "missing", "draft", "late", "returned", "amended" })
            Liaison(name);

        Sent("department", "1998-03-30").Accept(At("1998-04-02"), "npr");
        Sent("late", "1998-04-02");
        Sent("returned", "1998-03-25").Return(At("1998-04-02"), "npr", "Say where.");
        Sent("accepted although excused", "1998-04-05").Accept(At("1998-04-06"), "npr");
        Sent("amended", "1998-03-20").Accept(At("1998-03-21"), "npr");
        Sent("amended", "1998-04-10", 2);
        Sent("requested late", "1998-04-20");
        var draft = new MonthlyReport(this["draft"].Id, April);
        draft.Write(0, nil: true);
        _records.Add(draft);

        Agency Add(string name, Agency? parent)
        {
            var agency = new Agency(
                $"G{number}-{_agencies.Count}",
                name,
                parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
                parent,
                name.StartsWith("requested", StringComparison.Ordinal)
                    ? DirectiveStanding.Requested
                    : DirectiveStanding.Directed,
                "Made up"
            );
            _agencies.Add(name, agency);
            _records.Add(agency);
            return agency;
        }
    }

    public CwaServer Server { get; }

    /// <summary>The condition that an agency belongs to this government.</summary>
    public object Where => new { abbreviation = new { @in = _agencies.Values.Select(a => a.Abbreviation) } };

    public Agency this[string name] => _agencies[name];

    public static async Task<Government> OnAsync(CwaServer server)
    {
        var government = new Government(server);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(government._records);
        await db.SaveChangesAsync();
        return government;
    }

    public string NameOf(JsonElement of) =>
        _agencies.Values.Single(a => a.Abbreviation == of.GetProperty("agency").Text("abbreviation")).Name;

    /// <summary>An agency's line of a reporting status.</summary>
    public string Line(JsonElement of) =>
        string.Concat(
            $"{NameOf(of)} {of.Text("state")}",
            of.GetProperty("late").GetBoolean() ? " late" : "",
            of.GetProperty("overdue").GetBoolean() ? " overdue" : "",
            of.GetProperty("report") is { ValueKind: JsonValueKind.Object } report
                ? $" revision {report.GetProperty("revision")}"
                : "",
            of.GetProperty("hasDraft").GetBoolean() ? ", has a draft" : "",
            of.GetProperty("liaison") is { ValueKind: JsonValueKind.Object } liaison
                ? $", liaison {NameOf(liaison)}"
                : ""
        );

    private void Liaison(string name, Coverage coverage = Coverage.Self) =>
        _records.Add(
            new Liaison(
                this[name].Id,
                $"Pat of {name}",
                null,
                null,
                "202-555-0100",
                "pat@agency.example",
                coverage,
                new(1998, 3, 10)
            )
        );

    private MonthlyReport Sent(string name, string day, int revision = 1)
    {
        var report = new MonthlyReport(this[name].Id, April);
        report.Write(0, nil: true);
        report.Submit(revision, At(day), "pat", revision > 1 ? "A hall was too small." : null);
        _records.Add(report);
        return report;
    }

    private static DateTime At(string day) => Washington.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(23, 30));

    /// <summary>The counts in one line.</summary>
    public static string Numbers(JsonElement counts) =>
        string.Join(
            ", ",
            counts
                .EnumerateObject()
                .Where(p => p.Value.ValueKind == JsonValueKind.Number)
                .Select(p => $"{p.Name} {p.Value}")
        );
}
