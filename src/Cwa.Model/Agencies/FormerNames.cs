namespace Cwa.Model;

/// <summary>An agency that is no more, and those that took over its work.</summary>
/// <param name="Abbreviation">Its abbreviation.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Until">The year in which the name ended.</param>
/// <param name="Successors">The abbreviations of those that took over.</param>
internal sealed record FormerName(string Abbreviation, string Name, int Until, params IReadOnlyList<string> Successors);

/// <summary>Names that older files and older people still use.</summary>
internal static class FormerNames
{
    public static IReadOnlyList<FormerName> All { get; } =
    [
        new("HEW", "Department of Health, Education, and Welfare", 1980, "HHS", "ED"),
        new("VA", "Veterans Administration", 1989, "VA"),
        new("CSC", "Civil Service Commission", 1979, "OPM", "MSPB", "FLRA"),
        new("AEC", "Atomic Energy Commission", 1975, "NRC", "DOE"),
        new("ERDA", "Energy Research and Development Administration", 1977, "DOE"),
        new("FEA", "Federal Energy Administration", 1977, "DOE"),
        new("FPC", "Federal Power Commission", 1977, "FERC"),
        new("POD", "Post Office Department", 1971, "USPS"),
        new("USWB", "Weather Bureau", 1970, "NWS"),
        new("NBS", "National Bureau of Standards", 1988, "NIST"),
        new("SCS", "Soil Conservation Service", 1994, "NRCS"),
        new("ASCS", "Agricultural Stabilization and Conservation Service", 1994, "FSA"),
        new("FMHA", "Farmers Home Administration", 1994, "FSA", "RHS"),
        new("REA", "Rural Electrification Administration", 1994, "RUS"),
        new("CSRS", "Cooperative State Research Service", 1994, "CSREES"),
        new("UMTA", "Urban Mass Transportation Administration", 1991, "FTA"),
        new("ICC", "Interstate Commerce Commission", 1996, "STB"),
        new("ADAMHA", "Alcohol, Drug Abuse, and Mental Health Administration", 1992, "SAMHSA"),
        new("BNDD", "Bureau of Narcotics and Dangerous Drugs", 1973, "DEA"),
        new("MESA", "Mining Enforcement and Safety Administration", 1978, "MSHA"),
        new("FHLBB", "Federal Home Loan Bank Board", 1989, "OTS", "FHFB"),
        new("FSLIC", "Federal Savings and Loan Insurance Corporation", 1989, "FDIC"),
        new("RTC", "Resolution Trust Corporation", 1995, "FDIC"),
        new("NARS", "National Archives and Records Service", 1985, "NARA"),
        new("OMBE", "Office of Minority Business Enterprise", 1979, "MBDA"),
        new("BSFW", "Bureau of Sport Fisheries and Wildlife", 1974, "USFWS"),
        new("USTC", "United States Tariff Commission", 1975, "USITC"),
    ];
}
