namespace Cwa.Model;

/// <summary>
/// How an agency of the sample behaves: whether it has a liaison on time, late or not at all, and how well it reports.
/// </summary>
/// <param name="DesignatedOn">When it designated its first liaison; null when it did not.</param>
/// <param name="Coverage">For whom that liaison speaks.</param>
/// <param name="Reports">Whether it sends monthly reports.</param>
/// <param name="Reliability">In what percentage of months it reports on time.</param>
/// <param name="EventsAMonth">About how many events it conducts a month, before the scale.</param>
internal sealed record SampleTraits(
    DateOnly? DesignatedOn,
    Coverage Coverage,
    bool Reports,
    int Reliability,
    int EventsAMonth
)
{
    /// <summary>The traits of an agency. Its parents must be loaded: it may rely on a liaison above it.</summary>
    public static SampleTraits Of(Agency agency)
    {
        var random = new SampleRandom($"{agency.Abbreviation}/traits");
        var isDepartment = agency.Kind == AgencyKind.ExecutiveDepartment;
        var coverage =
            isDepartment && random.Chance(75) || agency.Abbreviation == "NOAA"
                ? Coverage.SelfAndComponents
                : Coverage.Self;
        var inherits = IsCovered(agency) && !agency.HighImpact && random.Chance(55);

        var reliability =
            agency.HighImpact ? random.Between(85, 98)
            : isDepartment ? random.Between(78, 96)
            : random.Between(55, 93);
        var events =
            agency.HighImpact ? random.Between(10, 13)
            : isDepartment ? random.Between(4, 6)
            : random.Between(2, 5);
        var designatedOn = inherits ? null : FirstDesignation(agency, random);
        var reports = inherits
            ? random.Chance(15)
            : designatedOn is not null
                && (agency.Directive == DirectiveStanding.Directed || agency.HighImpact || random.Chance(85));
        return new(designatedOn, coverage, reports, reliability, events);
    }

    private static bool IsCovered(Agency agency)
    {
        for (var above = agency.Parent; above is not null; above = above.Parent)
        {
            if (Of(above) is { Coverage: Coverage.SelfAndComponents, DesignatedOn: not null })
                return true;
        }

        return false;
    }

    private static DateOnly? FirstDesignation(Agency agency, SampleRandom random)
    {
        var (inTime, late) = agency switch
        {
            { HighImpact: true } => (95, 5),
            { Directive: DirectiveStanding.Directed } => (82, 13),
            _ => (58, 16),
        };
        var roll = random.Next(100);
        return roll < inTime ? new DateOnly(1998, 3, random.Between(4, 16))
            : roll < inTime + late ? new DateOnly(1998, 3, 17).AddDays(random.Between(0, 90))
            : null;
    }
}
