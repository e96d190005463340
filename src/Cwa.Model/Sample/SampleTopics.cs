namespace Cwa.Model;

/// <summary>The topics of agencies with a field of their own. The others talk about their theme's topics.</summary>
internal static class SampleTopics
{
    private static readonly Dictionary<string, string[]> ByAbbreviation = new()
    {
        ["APHIS"] =
        [
            "movement of animals and plants",
            "quarantine of fruit flies",
            "export certificates",
            "dogs and cats in transit",
        ],
        ["BLM"] = ["grazing permits", "wild horses and burros", "trail conditions", "recreation fees", "mining claims"],
        ["CENSUS"] =
        [
            "questions of the census",
            "addresses that are missing",
            "small-area figures",
            "figures on the World Wide Web",
        ],
        ["DECA"] = ["commissary hours", "prices on the shelf", "special orders", "checkout lines"],
        ["DFAS"] = ["pay questions", "travel vouchers", "retired pay", "vendor payments"],
        ["EPA"] =
        [
            "clean water",
            "air quality by zip code",
            "permits for small plants",
            "pesticides at home",
            "brownfields",
        ],
        ["FAA"] = ["delays and how they are explained", "pilot certificates", "aircraft noise", "safety in the cabin"],
        ["FDA"] = ["the reporting of side effects", "medicine labels", "food labels", "mammography clinics"],
        ["FEMA"] =
        [
            "help after a disaster",
            "flood insurance",
            "community plans for emergencies",
            "the first visit of an inspector",
        ],
        ["FNS"] = ["school meals", "electronic benefit cards", "food for young mothers", "food pantries"],
        ["FSA"] = ["crop loss assistance", "farm loans", "sign-up dates", "paperwork at the county office"],
        ["FSIS"] = ["food safety at home", "inspection hours", "the meat and poultry hotline", "labels on meat"],
        ["HCFA"] = ["health plan choices", "the Medicare handbook", "nursing home information", "claims by mail"],
        ["INS"] = ["naturalization interviews", "border crossing times", "green card renewal", "forms by telephone"],
        ["MSHA"] = ["safety underground", "training of new miners", "inspections", "dust"],
        ["NASA"] = ["school programs", "pictures from space", "small-business research", "technology for industry"],
        ["NIST"] = ["standards for industry", "calibration services", "help for small manufacturers"],
        ["NOAA"] = ["nautical charts", "fishing permits", "coastal plans", "climate data"],
        ["NPS"] =
        [
            "campground reservations",
            "trail conditions",
            "fees at the gate",
            "access for visitors with disabilities",
        ],
        ["NSF"] = ["grant applications", "review of proposals", "electronic submission", "science in schools"],
        ["NWS"] = ["severe weather warnings", "the winter outlook", "river forecasts", "weather radio"],
        ["OPM"] = ["retirement estimates", "job openings on line", "health plan choices", "survivor benefits"],
        ["OSHA"] = ["safety in small shops", "inspections", "plain-language rules", "training for supervisors"],
        ["PTO"] = ["patent applications", "trademark applications", "electronic filing", "fees for small inventors"],
        ["SBA"] = ["small-business loans", "disaster loans", "women-owned firms", "rules that burden small firms"],
        ["SSA"] =
        [
            "disability claims",
            "the national telephone number",
            "letters about benefits",
            "retirement estimates",
            "direct deposit",
        ],
        ["USCG"] = ["boating safety", "licenses of mariners", "port safety", "search and rescue"],
        ["USCS"] = ["cargo release at ports", "travelers' declarations", "duty drawback", "electronic entry"],
        ["USFS"] =
        [
            "trail conditions",
            "firewood permits",
            "campground reservations",
            "forest plans",
            "fire near towns",
        ],
        ["USGS"] = ["maps by mail", "earthquake information", "stream gauges", "data on the World Wide Web"],
        ["USPS"] =
        [
            "mail delivery times",
            "changes of address",
            "waiting in line",
            "post office hours",
            "damaged mail",
        ],
        ["VHA"] =
        [
            "waiting times at clinics",
            "pharmacy refills by mail",
            "clinics for women",
            "help for homeless veterans",
        ],
    };

    public static string[]? Of(string abbreviation) => ByAbbreviation.GetValueOrDefault(abbreviation);
}
