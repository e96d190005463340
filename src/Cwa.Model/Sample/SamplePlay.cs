namespace Cwa.Model;

/// <summary>Invented reports for a coming month, for a tool that submits them while somebody watches.</summary>
public static class SamplePlay
{
    /// <summary>
    /// What an agency of the sample will conduct in a month, the same each time; nothing for an agency that the sample
    /// does not know.
    /// </summary>
    public static IReadOnlyList<EventFacts> Plan(string abbreviation, string name, ReportMonth month)
    {
        if (SampleThemes.Find(abbreviation) is not { } theme)
            return [];

        var agency = new Agency(
            abbreviation,
            name,
            AgencyKind.IndependentAgency,
            parent: null,
            DirectiveStanding.Requested,
            SamplePhrases.Mark
        );
        var sample = new SampleAgency(agency, theme, partners: [], new(), new());
        var random = sample.Random($"play {month}");
        return
        [
            .. Enumerable
                .Range(0, random.Between(1, 6))
                .Select(_ =>
                    SampleConversation
                        .Of(sample, random)
                        .On(SampleDays.Pick(month.FirstDay, month.LastDay, random), random)
                ),
        ];
    }
}
