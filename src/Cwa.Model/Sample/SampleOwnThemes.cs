namespace Cwa.Model;

/// <summary>The themes that two agencies tell apart among their findings. The others get along with the common ones.</summary>
internal static class SampleOwnThemes
{
    private static readonly DateOnly Day = new(1998, 3, 16);

    private static readonly Dictionary<string, (string Name, FindingTheme Theme)[]> All = new()
    {
        ["SSA"] =
        [
            ("Lines at field offices", FindingTheme.Waiting),
            ("Waits on the telephone", FindingTheme.Waiting),
            ("Saturday hours", FindingTheme.Access),
            ("Sent from office to office", FindingTheme.KnowingWhomToAsk),
            ("Letters about benefits", FindingTheme.PlainLanguage),
        ],
        ["IRS"] =
        [
            ("Notices", FindingTheme.PlainLanguage),
            ("No one person in charge of a case", FindingTheme.KnowingWhomToAsk),
            ("Status of refunds", FindingTheme.BeingKeptInformed),
            ("Evening hours in the filing season", FindingTheme.Access),
        ],
    };

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (!sample.IsPast(Day) || !All.TryGetValue(sample.Agency.Abbreviation, out var themes))
            yield break;

        var at = Washington.At(Day, new(10, 0));
        foreach (var (name, common) in themes)
        {
            var theme = new AgencyTheme(sample.Agency.Id, name, common, sample.Id(at, $"theme {name}"), at);
            sample.OwnThemes.Add(theme);
            yield return theme;
        }
    }

    /// <summary>One of the agency's own themes under a common one; null if it has none.</summary>
    public static AgencyTheme? Under(SampleAgency sample, FindingTheme? common, int number) =>
        sample.OwnThemes.Where(theme => theme.Theme == common).ToList() is { Count: > 0 } own
            ? own[number % own.Count]
            : null;
}
