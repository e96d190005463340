using static Cwa.Model.CustomerGroup;
using static Cwa.Model.TargetDirection;
using static Cwa.Model.TopCategory;

namespace Cwa.Model;

/// <summary>Themes of agencies that deal with land, science and the world.</summary>
internal static class SampleThemesOfLand
{
    internal static readonly SampleTheme Lands = new(
        "visitors, neighbors and users of public lands and waters",
        NaturalResources,
        [
            "land and water permits",
            "information by mail",
            "access for visitors with disabilities",
            "plans for the area",
            "notice of closures",
        ],
        [
            new(
                "We will keep our sites clean and safe.",
                "Visitors satisfied with the condition of a site",
                "percent",
                90,
                AtLeast
            ),
            new("We will decide on a simple permit within 30 days.", "Days to a permit", "days", 30, AtMost),
        ],
        [new("Facilities closed or dirty", Outcome), new("Permit takes too long", Timeliness), new("Fees", Cost)],
        [
            new(
                "Two permits for one trip",
                "One permit covers neighboring areas.",
                "permits issued twice a season",
                260,
                30
            ),
            new(
                "Closures are not announced",
                "Closures are on the web page by eight in the morning.",
                "complaints a month",
                95,
                28
            ),
        ]
    );

    internal static readonly SampleTheme Farms = new(
        "farmers, ranchers, food businesses and families who use food programs",
        StatesLocalitiesAndPartners,
        [
            "paperwork at the service center",
            "market reports",
            "office hours at harvest time",
            "information by telephone",
            "rural programs",
        ],
        [
            new("We will decide on your application within 20 days.", "Days to a decision", "days", 20, AtMost),
            new("We will return your call the same day.", "Calls returned the same day", "percent", 90, AtLeast),
        ],
        [
            new("Paperwork at three counters", Clarity),
            new("Late payments", Timeliness),
            new("Inspector not available", TopCategory.Access),
        ],
        [
            new(
                "Three agencies ask the same questions",
                "One service center takes one form for all three.",
                "minutes to fill in forms",
                145,
                60
            ),
            new(
                "Inspections start late on Mondays",
                "Shifts overlap on Monday mornings.",
                "late starts a month",
                88,
                21
            ),
        ]
    );

    internal static readonly SampleTheme Science = new(
        "scientists, teachers, broadcasters and everybody who uses data",
        ResearchAndAcademia,
        [
            "data on the World Wide Web",
            "requests by telephone",
            "publications that people use",
            "work with schools",
            "how results are explained",
        ],
        [
            new("We will give you data in the form you ask for.", "Requests filled as asked", "percent", 95, AtLeast),
            new(
                "We will correct an error in our data within ten days.",
                "Days to correct an error",
                "days",
                10,
                AtMost
            ),
        ],
        [
            new("Data hard to find", TopCategory.Access),
            new("Late publication", Timeliness),
            new("Errors in data", Accuracy),
        ],
        [
            new(
                "Data files lack a description",
                "No file is released without its description.",
                "questions about files a month",
                190,
                60
            ),
            new(
                "Requests for data wait for one specialist",
                "Any of five specialists may fill a request.",
                "days to fill a request",
                19,
                2
            ),
        ]
    );

    internal static readonly SampleTheme Abroad = new(
        "Americans who travel, study, trade or serve abroad",
        Travelers,
        [
            "information for travelers",
            "exchange programs",
            "help in an emergency abroad",
            "work with partners abroad",
            "service overseas",
        ],
        [
            new("We will answer your letter within 15 working days.", "Working days to an answer", "days", 15, AtMost),
            new(
                "We will answer your call within three minutes.",
                "Calls answered within three minutes",
                "percent",
                80,
                AtLeast
            ),
        ],
        [
            new("Slow answer", Timeliness),
            new("Unclear instructions", Clarity),
            new("Passed from desk to desk", TopCategory.Access),
        ],
        [
            new(
                "Applications are refused late for a small fault",
                "Clerks go through a checklist with the applicant at the counter.",
                "applications sent back a month",
                870,
                260
            ),
            new(
                "Travelers call about one country at a time",
                "Each country has a sheet on the web.",
                "calls a week",
                1400,
                900
            ),
        ]
    );

    internal static readonly SampleTheme Passports = new(
        "Americans who travel abroad",
        Travelers,
        [
            "passport applications",
            "information for travelers",
            "help in an emergency abroad",
            "the wait on the telephone",
        ],
        [
            new("We will issue your passport within 25 days.", "Days to a passport", "days", 25, AtMost),
            new(
                "We will answer your call within three minutes.",
                "Calls answered within three minutes",
                "percent",
                80,
                AtLeast
            ),
        ],
        [new("Passport late", Timeliness), new("Telephone charges", Cost), new("Unclear instructions", Clarity)],
        [
            new(
                "Photographs are refused late",
                "Acceptance clerks check photographs with a template.",
                "refused photographs a week",
                870,
                260
            ),
            new(
                "Callers pay while they wait on the line",
                "Callers may leave a number and are called back free.",
                "complaints about charges a month",
                640,
                250
            ),
        ]
    );
}
