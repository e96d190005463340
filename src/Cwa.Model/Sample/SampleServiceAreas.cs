using System.Globalization;

namespace Cwa.Model;

/// <summary>Where the customers of an agency live and work, and how many it serves in all.</summary>
internal static class SampleServiceAreas
{
    private static readonly DateOnly DeclaredOn = new(1998, 4, 20);

    /// <summary>When agencies count their customers anew, and for which fiscal year.</summary>
    private static readonly (DateOnly On, DateOnly From, int Percent)[] Counts =
    [
        (new(1998, 3, 9), new(1997, 10, 1), 100),
        (new(1998, 10, 5), new(1998, 10, 1), 101),
    ];

    /// <summary>About how many of a thousand people the agencies serve that meet the public most.</summary>
    private static readonly Dictionary<string, int> Customers = (
        "ACF 50 APHIS 20 BLM 20 CA 25 CENSUS 40 DOD-AR 1 EPA 30 FAA 60 FDA 40 FEMA 8 FMS 90 FNS 80 FSIS "
        + "30 GSA 10 HCFA 140 INS 30 IRS 450 ITA 1 NASA 5 NPS 120 NWS 60 OPM 20 OSHA 25 PTO 1 SBA 5 "
        + "SFA 35 SSA 180 USCS 120 USFS 60 USPS 950 VBA 12 VHA 13"
    )
        .Split(' ')
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));

    /// <summary>What the agency declares of how many customers it serves in all, if it does.</summary>
    public static IEnumerable<object> CustomersOf(SampleAgency sample)
    {
        if (CustomerBase(sample.Agency) is not { } customers)
            yield break;

        var random = sample.Random("customer base");
        foreach (var (on, from, percent) in Counts.Where(count => sample.IsPast(count.On)))
        {
            var at = SampleAgency.OfficeHour(on, random);
            var declared = new CustomerBase(
                sample.Agency.Id,
                customers * percent / 100,
                from,
                SampleAgency.Marked($"Population estimates of {from.Year}"),
                sample.Id(at, $"customers {from.Year}"),
                at
            );
            sample.Announce(FeedKind.CustomerBaseDeclared, declared.Id, at);
            yield return declared;
        }
    }

    /// <summary>How many customers the agency serves at first; null if it has not declared that.</summary>
    public static long? CustomerBase(Agency agency) =>
        ShareOfPeople(agency) is { } share ? SamplePlaces.All.Sum(place => Living(place, share)) : null;

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (ShareOfPeople(sample.Agency) is not { } share || !sample.IsPast(DeclaredOn))
            yield break;

        var random = sample.Random("service areas");
        var at = SampleAgency.OfficeHour(DeclaredOn, random);
        foreach (var place in SamplePlaces.All)
        {
            var living = Living(place, share);
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
        return Customers.TryGetValue(agency.Abbreviation, out var share) ? share
            : random.Chance(10) ? random.Between(1, 15)
            : null;
    }

    private static long Living(SamplePlace place, int share) => place.Thousands * (long)share;
}
