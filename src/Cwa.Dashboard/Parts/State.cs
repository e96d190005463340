namespace Cwa.Dashboard.Parts;

/// <summary>A state or territory, and its tile on the map.</summary>
internal sealed record State(string Code, string Name, int Row, int Column)
{
    // A row of the map on each line; the Pacific is at the lower left, the Caribbean at the lower right.
    private const string Map = """
        AK .. .. .. .. .. .. .. .. .. ME
        .. .. .. .. .. WI .. .. .. VT NH
        WA ID MT ND MN IL MI .. NY RI MA
        OR NV WY SD IA IN OH PA NJ CT ..
        CA UT CO NE MO KY WV VA MD DE ..
        .. AZ NM KS AR TN NC SC DC .. ..
        GU MP .. OK LA MS AL GA .. .. ..
        HI AS .. TX .. .. .. .. FL PR VI
        """;

    private static readonly Dictionary<string, string> Names = new()
    {
        ["AK"] = "Alaska",
        ["AL"] = "Alabama",
        ["AR"] = "Arkansas",
        ["AS"] = "American Samoa",
        ["AZ"] = "Arizona",
        ["CA"] = "California",
        ["CO"] = "Colorado",
        ["CT"] = "Connecticut",
        ["DC"] = "District of Columbia",
        ["DE"] = "Delaware",
        ["FL"] = "Florida",
        ["GA"] = "Georgia",
        ["GU"] = "Guam",
        ["HI"] = "Hawaii",
        ["IA"] = "Iowa",
        ["ID"] = "Idaho",
        ["IL"] = "Illinois",
        ["IN"] = "Indiana",
        ["KS"] = "Kansas",
        ["KY"] = "Kentucky",
        ["LA"] = "Louisiana",
        ["MA"] = "Massachusetts",
        ["MD"] = "Maryland",
        ["ME"] = "Maine",
        ["MI"] = "Michigan",
        ["MN"] = "Minnesota",
        ["MO"] = "Missouri",
        ["MP"] = "Northern Mariana Islands",
        ["MS"] = "Mississippi",
        ["MT"] = "Montana",
        ["NC"] = "North Carolina",
        ["ND"] = "North Dakota",
        ["NE"] = "Nebraska",
        ["NH"] = "New Hampshire",
        ["NJ"] = "New Jersey",
        ["NM"] = "New Mexico",
        ["NV"] = "Nevada",
        ["NY"] = "New York",
        ["OH"] = "Ohio",
        ["OK"] = "Oklahoma",
        ["OR"] = "Oregon",
        ["PA"] = "Pennsylvania",
        ["PR"] = "Puerto Rico",
        ["RI"] = "Rhode Island",
        ["SC"] = "South Carolina",
        ["SD"] = "South Dakota",
        ["TN"] = "Tennessee",
        ["TX"] = "Texas",
        ["UT"] = "Utah",
        ["VA"] = "Virginia",
        ["VI"] = "U.S. Virgin Islands",
        ["VT"] = "Vermont",
        ["WA"] = "Washington",
        ["WI"] = "Wisconsin",
        ["WV"] = "West Virginia",
        ["WY"] = "Wyoming",
    };

    /// <summary>All of them, by row and column.</summary>
    public static IReadOnlyList<State> All { get; } =
    [
        .. Map.Split('\n')
            .SelectMany(
                (line, row) =>
                    line.Trim()
                        .Split(' ')
                        .Select((code, column) => (code, column))
                        .Where(tile => tile.code != "..")
                        .Select(tile => new State(tile.code, Names[tile.code], row + 1, tile.column + 1))
            ),
    ];

    /// <summary>The name of a state by its code; the code itself if there is no such state.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);
}
