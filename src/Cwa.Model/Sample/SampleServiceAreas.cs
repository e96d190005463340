namespace Cwa.Model;

/// <summary>Where the customers of an agency live and work, and how many it serves in all.</summary>
internal static class SampleServiceAreas
{
    private static readonly DateOnly DeclaredOn = new(1998, 4, 20);

    /// <summary>How many customers the agency serves; null if it has not declared that.</summary>
    public static long? CustomerBase(Agency agency) =>
        ShareOfPeople(agency) is { } percent ? SamplePlaces.All.Sum(place => Living(place, percent)) : null;

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (ShareOfPeople(sample.Agency) is not { } percent || !sample.IsPast(DeclaredOn))
            yield break;

        var random = sample.Random("service areas");
        var at = SampleAgency.OfficeHour(DeclaredOn, random);
        foreach (var place in SamplePlaces.All)
        {
            var living = Living(place, percent);
            var working = living * random.Between(35, 60) / 100;
            yield return new ServiceArea(
                sample.Agency.Id,
                place.State,
                living,
                working,
                sample.Id(at, $"area {place.State}"),
                at
            );
        }
    }

    private static int? ShareOfPeople(Agency agency)
    {
        var random = new SampleRandom($"{agency.Abbreviation}/customers");
        return agency.HighImpact || random.Chance(10) ? random.Between(1, 40) : null;
    }

    private static long Living(SamplePlace place, int percent) => place.Thousands * 1000L * percent / 100;
}
