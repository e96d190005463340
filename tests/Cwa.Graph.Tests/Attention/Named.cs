using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>The agencies of one test.</summary>
internal sealed class Named
{
    private static int _agencies;

    private readonly List<string> _abbreviations = [];

    public object Condition => new { abbreviation = new { @in = _abbreviations } };

    public async Task<Agency> HasAsync(
        CwaServer server,
        string name,
        Func<Agency, MonthlyReport>[] reports,
        Func<Agency, Liaison>? liaison,
        Agency? parent = null,
        bool requested = false,
        bool highImpact = false,
        DateOnly? activeFrom = null,
        DateOnly? activeTo = null,
        bool isBusy = true
    )
    {
        var agency = new Agency(
            $"N{Interlocked.Increment(ref _agencies)}",
            name,
            parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
            parent,
            requested ? DirectiveStanding.Requested : DirectiveStanding.Directed,
            "Made up",
            highImpact,
            activeFrom,
            activeTo
        );
        _abbreviations.Add(agency.Abbreviation);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        if (parent is not null)
            db.Attach(parent);
        db.AddRange([agency, .. reports.Select(report => report(agency))]);
        // With a program that goes on, no month is without a conversation.
        if (isBusy)
            db.Add(new Cwa.Model.Program(agency.Id, "Comment line", "Customers call.", new(1998, 1, 1)));
        if (liaison is not null)
            db.Add(liaison(agency));
        await db.SaveChangesAsync();
        return agency;
    }
}
