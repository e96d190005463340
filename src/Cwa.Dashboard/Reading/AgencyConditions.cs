namespace Cwa.Dashboard.Reading;

/// <summary>Conditions for agencies, as the schema's `AgencyFilterInput` writes them.</summary>
internal static class AgencyConditions
{
    /// <summary>Those whose name contains the words, and the one with this abbreviation.</summary>
    public static object Called(string words) =>
        new
        {
            or = new object[]
            {
                new { name = new { contains = words } },
                new { abbreviation = new { eq = words.ToUpperInvariant() } },
            },
        };

    /// <summary>The one with this abbreviation, and all below it.</summary>
    public static object In(string department) =>
        new
        {
            or = new object[]
            {
                new { abbreviation = new { eq = department } },
                new { ancestor = new { abbreviation = new { eq = department } } },
            },
        };
}
