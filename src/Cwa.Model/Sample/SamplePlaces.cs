using static Cwa.Model.StateCode;

namespace Cwa.Model;

/// <summary>A state or territory of the sample.</summary>
/// <param name="State">Its postal code.</param>
/// <param name="Thousands">About how many thousand people lived there in 1998.</param>
/// <param name="Cities">Some of its cities.</param>
internal sealed record SamplePlace(StateCode State, int Thousands, params string[] Cities);

/// <summary>Where the sample's conversations take place: mostly where people live, now and then anywhere.</summary>
internal static class SamplePlaces
{
    // So that even a small territory is visited.
    private const int Floor = 400;

    public static IReadOnlyList<SamplePlace> All { get; } =
    [
        new(AK, 614, "Anchorage", "Fairbanks", "Juneau"),
        new(AL, 4352, "Birmingham", "Montgomery", "Mobile"),
        new(AR, 2538, "Little Rock", "Fort Smith"),
        new(AS, 62, "Pago Pago"),
        new(AZ, 4669, "Phoenix", "Tucson", "Flagstaff"),
        new(CA, 32667, "Los Angeles", "San Francisco", "San Diego", "Sacramento", "Fresno"),
        new(CO, 3971, "Denver", "Colorado Springs", "Pueblo"),
        new(CT, 3274, "Hartford", "New Haven"),
        new(DC, 523, "Washington"),
        new(DE, 744, "Wilmington", "Dover"),
        new(FL, 14916, "Miami", "Tampa", "Jacksonville", "Orlando"),
        new(GA, 7642, "Atlanta", "Savannah", "Macon"),
        new(GU, 149, "Hagatna"),
        new(HI, 1193, "Honolulu", "Hilo"),
        new(IA, 2862, "Des Moines", "Cedar Rapids"),
        new(ID, 1229, "Boise", "Pocatello"),
        new(IL, 12045, "Chicago", "Springfield", "Peoria"),
        new(IN, 5899, "Indianapolis", "Fort Wayne"),
        new(KS, 2629, "Wichita", "Topeka"),
        new(KY, 3936, "Louisville", "Lexington"),
        new(LA, 4369, "New Orleans", "Baton Rouge", "Shreveport"),
        new(MA, 6147, "Boston", "Worcester", "Springfield"),
        new(MD, 5135, "Baltimore", "Annapolis", "Frederick"),
        new(ME, 1244, "Portland", "Bangor"),
        new(MI, 9817, "Detroit", "Grand Rapids", "Lansing"),
        new(MN, 4725, "Minneapolis", "St. Paul", "Duluth"),
        new(MO, 5439, "St. Louis", "Kansas City", "Springfield"),
        new(MP, 66, "Saipan"),
        new(MS, 2752, "Jackson", "Gulfport"),
        new(MT, 880, "Billings", "Missoula", "Helena"),
        new(NC, 7546, "Charlotte", "Raleigh", "Asheville"),
        new(ND, 638, "Fargo", "Bismarck"),
        new(NE, 1663, "Omaha", "Lincoln"),
        new(NH, 1185, "Manchester", "Concord"),
        new(NJ, 8115, "Newark", "Trenton", "Camden"),
        new(NM, 1737, "Albuquerque", "Santa Fe"),
        new(NV, 1747, "Las Vegas", "Reno"),
        new(NY, 18175, "New York", "Buffalo", "Albany", "Syracuse"),
        new(OH, 11209, "Columbus", "Cleveland", "Cincinnati"),
        new(OK, 3347, "Oklahoma City", "Tulsa"),
        new(OR, 3282, "Portland", "Eugene"),
        new(PA, 12001, "Philadelphia", "Pittsburgh", "Harrisburg"),
        new(PR, 3860, "San Juan", "Ponce", "Mayaguez"),
        new(RI, 988, "Providence"),
        new(SC, 3836, "Columbia", "Charleston"),
        new(SD, 738, "Sioux Falls", "Rapid City"),
        new(TN, 5431, "Memphis", "Nashville", "Knoxville"),
        new(TX, 19760, "Houston", "Dallas", "San Antonio", "El Paso", "Austin"),
        new(UT, 2100, "Salt Lake City", "Ogden"),
        new(VA, 6791, "Richmond", "Norfolk", "Roanoke"),
        new(VI, 118, "Charlotte Amalie", "Christiansted"),
        new(VT, 591, "Burlington", "Montpelier"),
        new(WA, 5689, "Seattle", "Spokane", "Tacoma"),
        new(WI, 5224, "Milwaukee", "Madison"),
        new(WV, 1811, "Charleston", "Huntington"),
        new(WY, 481, "Cheyenne", "Casper"),
    ];

    private static readonly StateCode[] SpanishSpoken = [AZ, CA, CO, CT, FL, IL, NJ, NM, NV, NY, TX];

    private static readonly int AllWeights = All.Sum(place => place.Thousands + Floor);

    public static SamplePlace Pick(SampleRandom random)
    {
        var left = random.Next(AllWeights);
        foreach (var place in All)
        {
            left -= place.Thousands + Floor;
            if (left < 0)
                return place;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }

    public static string[] Languages(StateCode? state, SampleRandom random) =>
        state switch
        {
            PR => random.Chance(70) ? ["es", "en"] : ["es"],
            GU or MP => random.Chance(30) ? ["en", "ch"] : ["en"],
            AS => random.Chance(40) ? ["en", "sm"] : ["en"],
            { } spoken when SpanishSpoken.Contains(spoken) && random.Chance(25) => ["en", "es"],
            null when random.Chance(15) => ["en", "es"],
            _ when random.Chance(5) => [],
            _ => ["en"],
        };
}
