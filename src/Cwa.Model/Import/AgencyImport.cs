using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Adds agencies, and updates those whose abbreviation is known, which keep their id. Agencies that are not in the file
/// stay.
/// </summary>
internal sealed class AgencyImport(ImportSession session) : IRowImport
{
    public static readonly IReadOnlyList<string> RequiredColumns =
    [
        "abbreviation",
        "name",
        "kind",
        "parent_abbreviation",
        "directive",
        "basis",
        "high_impact",
        "active_to",
    ];

    private readonly Dictionary<string, AgencyLine> _lines = new(SearchText.Same);
    private readonly HashSet<string> _named = new(SearchText.Same);

    public Task AddAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var abbreviation = row.Required("abbreviation", AgencyAbbreviation.Longest);
        if (
            abbreviation is not null
            && !AgencyAbbreviation.IsOne(abbreviation)
            && session.FindAgency(abbreviation) is null
        )
            row.Error("abbreviation", AgencyAbbreviation.Expected);
        if (abbreviation is not null && !_named.Add(abbreviation))
            row.Error("abbreviation", $"{abbreviation} is in the file twice.");
        var activeFrom = abbreviation is null ? null : session.FindAgency(abbreviation)?.ActiveFrom;
        var activeTo = row.Day("active_to");
        if (activeTo <= (activeFrom ?? Agency.DirectiveDay))
            row.Error(
                "active_to",
                $"{activeTo:O} is not after {activeFrom ?? Agency.DirectiveDay:O}, when the agency begins."
            );

        var name = row.Required("name", Agency.LongestName);
        var kind = row.RequiredChoice<AgencyKind>("kind");
        var parent = row.Text("parent_abbreviation", AgencyAbbreviation.Longest);
        var directive = row.RequiredChoice<DirectiveStanding>("directive");
        var basis = row.Required("basis", Agency.LongestDirectiveBasis);
        var highImpact = row.RequiredFlag("high_impact");
        if (row.IsGood)
        {
            _lines.Add(
                abbreviation!,
                new(
                    row.Line,
                    abbreviation!,
                    name!,
                    kind!.Value,
                    parent,
                    directive!.Value,
                    basis!,
                    highImpact!.Value,
                    activeTo
                )
            );
        }

        return Task.CompletedTask;
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var agencies = await session.Db.Agencies.ToDictionaryAsync(
            agency => agency.AbbreviationSearch,
            SearchText.Same,
            cancellationToken
        );
        var parents = agencies.Values.ToDictionary(
            agency => agency.AbbreviationSearch,
            agency => agency.Parent?.AbbreviationSearch,
            SearchText.Same
        );
        foreach (var line in _lines.Values)
            parents[line.Abbreviation] = line.Parent;

        var tree = new AgencyTree(parents);
        Check(tree);
        if (session.Errors.Any)
            return;

        var changed = new List<Guid>();
        // From the top down, so that every parent is in its place before its children.
        foreach (var abbreviation in parents.Keys.OrderBy(tree.Level).ToList())
        {
            if (_lines.TryGetValue(abbreviation, out var line))
                Load(line, agencies, changed);
            else
                agencies[abbreviation].PlaceUnder(agencies[abbreviation].Parent);
        }

        await session.FlushAsync(cancellationToken);
        // One announcement for the whole file, about the first agency that is new or changed.
        if (changed is [var subject, ..])
            session.Announce(FeedKind.AgenciesImported, agencyId: null, subject);
    }

    private void Check(AgencyTree tree)
    {
        foreach (var line in _lines.Values)
        {
            // A parent whose own row is wrong has been reported there.
            if (line.Parent is not null && !tree.Has(line.Parent) && !_named.Contains(line.Parent))
                session.Errors.Add(
                    line.Line,
                    "parent_abbreviation",
                    $"There is no agency {line.Parent}, neither in the file nor stored."
                );
            else if (tree.IsLoop(line.Abbreviation))
                session.Errors.Add(line.Line, "parent_abbreviation", $"{line.Abbreviation} would be above itself.");
        }

        foreach (var abbreviation in tree.All.Where(agency => tree.Level(agency) > AgencyTree.Levels))
        {
            // If the agency is only stored, the row that moved it too deep is to blame.
            var line = tree.Ancestors(abbreviation).Select(_lines.GetValueOrDefault).First(line => line is not null)!;
            session.Errors.Add(
                line.Line,
                "parent_abbreviation",
                $"{abbreviation} would be on level {tree.Level(abbreviation)}; there are only {AgencyTree.Levels}."
            );
        }
    }

    private void Load(AgencyLine line, Dictionary<string, Agency> agencies, List<Guid> changed)
    {
        var parent = line.Parent is null ? null : agencies[line.Parent];
        string? before = null;
        if (agencies.TryGetValue(line.Abbreviation, out var agency))
        {
            before = Describe(agency);
            agency.Reload(
                line.Name,
                line.Kind,
                parent,
                line.Directive,
                line.Basis,
                line.HighImpact,
                agency.ActiveFrom,
                line.ActiveTo
            );
        }
        else
        {
            agency = new(
                line.Abbreviation,
                line.Name,
                line.Kind,
                parent,
                line.Directive,
                line.Basis,
                line.HighImpact,
                activeTo: line.ActiveTo
            );
            agencies.Add(line.Abbreviation, session.Db.Add(agency).Entity);
        }

        if (!session.MayWrite(agency))
            session.Errors.Add(
                line.Line,
                "abbreviation",
                $"There is no agency {line.Abbreviation} for which you may write."
            );

        var after = Describe(agency);
        if (before == after)
        {
            session.Unchanged++;
            return;
        }

        if (before is null)
            session.Inserted++;
        else
            session.Updated++;
        session.Audit("importAgencies", nameof(Agency), agency.Id, agency.Id, before, after);
        changed.Add(agency.Id);
    }

    private static string Describe(Agency agency) =>
        JsonSerializer.Serialize(
            new
            {
                abbreviation = agency.Abbreviation,
                name = agency.Name,
                kind = Choices<AgencyKind>.Name(agency.Kind),
                parent = agency.Parent?.Abbreviation,
                directive = Choices<DirectiveStanding>.Name(agency.Directive),
                directiveBasis = agency.DirectiveBasis,
                highImpact = agency.HighImpact,
                activeTo = agency.ActiveTo,
            },
            JsonSerializerOptions.Web
        );
}
