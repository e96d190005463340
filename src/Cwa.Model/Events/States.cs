using System.Collections.Frozen;

namespace Cwa.Model;

/// <summary>The 50 states, the District of Columbia and the five territories.</summary>
public static class States
{
    private static readonly string[] Names =
    [
        "Alaska",
        "Alabama",
        "Arkansas",
        "American Samoa",
        "Arizona",
        "California",
        "Colorado",
        "Connecticut",
        "District of Columbia",
        "Delaware",
        "Florida",
        "Georgia",
        "Guam",
        "Hawaii",
        "Iowa",
        "Idaho",
        "Illinois",
        "Indiana",
        "Kansas",
        "Kentucky",
        "Louisiana",
        "Massachusetts",
        "Maryland",
        "Maine",
        "Michigan",
        "Minnesota",
        "Missouri",
        "Northern Mariana Islands",
        "Mississippi",
        "Montana",
        "North Carolina",
        "North Dakota",
        "Nebraska",
        "New Hampshire",
        "New Jersey",
        "New Mexico",
        "Nevada",
        "New York",
        "Ohio",
        "Oklahoma",
        "Oregon",
        "Pennsylvania",
        "Puerto Rico",
        "Rhode Island",
        "South Carolina",
        "South Dakota",
        "Tennessee",
        "Texas",
        "Utah",
        "Virginia",
        "U.S. Virgin Islands",
        "Vermont",
        "Washington",
        "Wisconsin",
        "West Virginia",
        "Wyoming",
    ];

    // As newspapers shorten them, where letters are left besides those of the code.
    private const string Shortened = """
        AL Ala;AZ Ariz;AR Ark;CA Calif;CO Colo;CT Conn;DE Del;DC Washington DC;FL Fla;IL Ill;IN Ind;KS Kan;KS Kans;
        MA Mass;MI Mich;MN Minn;MS Miss;MT Mont;NE Neb;NE Nebr;NV Nev;MP Northern Marianas;MP CNMI;OK Okla;OR Ore;
        OR Oreg;PA Penn;PA Penna;TN Tenn;TX Tex;VI Virgin Islands;VI USVI;WA Wash;WA Washington State;WV W Va;
        WI Wis;WI Wisc;WY Wyo
        """;

    private static readonly FrozenDictionary<string, StateCode> Words = Enum.GetValues<StateCode>()
        .SelectMany(state => (IEnumerable<(string, StateCode)>)[($"{state}", state), (Names[(int)state - 1], state)])
        .Concat(
            Shortened
                .Split((char[])[';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(row => (row[3..], Enum.Parse<StateCode>(row[..2])))
        )
        .ToFrozenDictionary(said => Key(said.Item1), said => said.Item2);

    /// <summary>All 56, in the order of their postal codes.</summary>
    public static IReadOnlyList<StateCode> All { get; } = Enum.GetValues<StateCode>();

    /// <summary>The name in full, such as California.</summary>
    public static string NameOf(StateCode state) => Names[(int)Require.Defined(state) - 1];

    /// <summary>
    /// Reads a state as people write it: by its code, its name or a usual short form, such as CA, California or Calif.
    /// </summary>
    public static bool TryParse(string text, out StateCode state) => Words.TryGetValue(Key(text), out state);

    private static string Key(string text) => string.Concat(SearchText.Normalize(text).Where(char.IsLetter));
}
