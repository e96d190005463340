namespace Cwa.Model;

/// <summary>How many agencies have each status, requirement by requirement.</summary>
public sealed record Rollup
{
    /// <summary>How many directed agencies are judged. Rates count only these.</summary>
    public required int DirectedAgencies { get; init; }

    /// <summary>How many requested agencies are judged as well.</summary>
    public required int RequestedAgencies { get; init; }

    /// <summary>How many agencies have a requirement that is NOT_MET.</summary>
    public required int AgenciesWithNotMet { get; init; }

    /// <summary>How many requirements of theirs are NOT_MET, all agencies taken together.</summary>
    public int CellsNotMet => Requirements.Sum(r => r.NotMet);

    /// <summary>The counts for each requirement, in the memorandum's order.</summary>
    public required IReadOnlyList<RequirementRollup> Requirements { get; init; }

    /// <summary>Counts the cells of these agencies.</summary>
    /// <param name="agencies">The agencies, judged.</param>
    /// <param name="rules">The rules by which they are judged on the day.</param>
    /// <param name="asOf">The day.</param>
    internal static Rollup Of(
        IReadOnlyCollection<AgencyScorecard> agencies,
        IReadOnlyList<ScorecardRule> rules,
        DateOnly asOf
    ) =>
        new()
        {
            DirectedAgencies = agencies.Count(a => a.Agency.Directive == DirectiveStanding.Directed),
            RequestedAgencies = agencies.Count(a => a.Agency.Directive == DirectiveStanding.Requested),
            AgenciesWithNotMet = agencies.Count(a => a.NotMet > 0),
            Requirements =
            [
                .. agencies
                    .SelectMany(a => a.Cells)
                    .GroupBy(c => c.Requirement.Key)
                    .OrderBy(c => c.Key, StringComparer.Ordinal)
                    .Select(cells =>
                        RequirementRollup.Of(
                            [.. cells],
                            rules.Any(r => r.Requirement.Key == cells.Key && r.CanBeMetOn(asOf))
                        )
                    ),
            ],
        };
}

/// <summary>How many agencies have each status on one requirement.</summary>
public sealed record RequirementRollup
{
    /// <summary>What the agencies are asked to do.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Directed agencies that are MET.</summary>
    public required int Met { get; init; }

    /// <summary>Directed agencies that are MET_LATE.</summary>
    public required int MetLate { get; init; }

    /// <summary>Directed agencies that are NOT_MET.</summary>
    public required int NotMet { get; init; }

    /// <summary>Directed agencies that are PENDING.</summary>
    public required int Pending { get; init; }

    /// <summary>
    /// Directed agencies that are INHERITED, whether or not the agency that speaks for them meets the requirement.
    /// </summary>
    public required int Inherited { get; init; }

    /// <summary>
    /// Directed agencies that count as met: MET, MET_LATE, and INHERITED from one that counts as met.
    /// </summary>
    public required int CountAsMet { get; init; }

    /// <summary>Directed agencies whose status is decided: they count either as met or as not met.</summary>
    public required int Decided { get; init; }

    /// <summary>
    /// Directed agencies whose status is not decided yet: they are PENDING, or INHERITED from one that is. Show them
    /// beside `rate`, which leaves them out.
    /// </summary>
    public required int Undecided { get; init; }

    /// <summary>Requested agencies that are VOLUNTARY_MET.</summary>
    public required int VoluntaryMet { get; init; }

    /// <summary>Requested agencies that are VOLUNTARY_NOT_REPORTED.</summary>
    public required int VoluntaryNotReported { get; init; }

    /// <summary>Agencies, directed or requested, that are NOT_MEASURABLE.</summary>
    public required int NotMeasurable { get; init; }

    /// <summary>
    /// Whether a directed agency can be MET by the day. A duty that goes on throughout the year can be missed before,
    /// but is met on 31 December at the earliest.
    /// </summary>
    public required bool CanBeMet { get; init; }

    /// <summary>
    /// The share of directed agencies that meet the requirement, among those whose status is decided, from 0 to 1; null
    /// when there are none, and while nobody can be MET yet: see `canBeMet`. While a year goes on, a yearly duty is
    /// decided only for those that have already met or missed it; `undecided` counts the others.
    /// </summary>
    public double? Rate => Decided == 0 || !CanBeMet ? null : (double)CountAsMet / Decided;

    /// <summary>The share of requested agencies that have taken part, from 0 to 1; null when there are none.</summary>
    public double? Participation =>
        VoluntaryMet + VoluntaryNotReported is var requested and > 0 ? (double)VoluntaryMet / requested : null;

    internal static RequirementRollup Of(IReadOnlyList<ScorecardCell> cells, bool canBeMet)
    {
        return new()
        {
            Requirement = cells[0].Requirement,
            CanBeMet = canBeMet,
            Met = Count(ScorecardStatus.Met),
            MetLate = Count(ScorecardStatus.MetLate),
            NotMet = Count(ScorecardStatus.NotMet),
            Pending = Count(ScorecardStatus.Pending),
            Inherited = Count(ScorecardStatus.Inherited),
            CountAsMet = cells.Count(c => c.CountsAsMet == true),
            Decided = cells.Count(c => c.CountsAsMet is not null),
            Undecided = cells.Count(c =>
                c is { CountsAsMet: null, Status: ScorecardStatus.Pending or ScorecardStatus.Inherited }
            ),
            VoluntaryMet = Count(ScorecardStatus.VoluntaryMet),
            VoluntaryNotReported = Count(ScorecardStatus.VoluntaryNotReported),
            NotMeasurable = Count(ScorecardStatus.NotMeasurable),
        };

        int Count(ScorecardStatus status) => cells.Count(c => c.Status == status);
    }
}
