using static Cwa.Model.CustomerGroup;
using static Cwa.Model.TargetDirection;
using static Cwa.Model.TopCategory;

namespace Cwa.Model;

/// <summary>Which agency talks about what.</summary>
internal static class SampleThemes
{
    private static readonly SampleTheme Benefits = new(
        "people who receive or apply for benefits",
        Beneficiaries,
        [
            "disability claims",
            "the wait for a first payment",
            "letters about benefits",
            "the national telephone number",
            "direct deposit",
            "retirement estimates",
            "service in local offices",
        ],
        [
            new(
                "We will answer your call within five minutes.",
                "Calls answered within five minutes",
                "percent",
                95,
                AtLeast
            ),
            new("We will decide your claim within 60 days.", "Days from application to decision", "days", 60, AtMost),
        ],
        [
            new("Waiting for a decision", Timeliness),
            new("Letters hard to understand", Clarity),
            new("Busy telephone lines", TopCategory.Access),
        ],
        [
            new(
                "Claimants send the same papers twice",
                "One checklist goes out with every application.",
                "claims sent back a month",
                420,
                160
            ),
            new(
                "Letters leave the amount unexplained",
                "Each letter shows how the amount was worked out.",
                "calls about a letter a week",
                900,
                510
            ),
        ]
    );

    private static readonly SampleTheme Taxes = new(
        "individual and small-business taxpayers",
        Business,
        [
            "unanswered notices",
            "payment plans",
            "lost refunds",
            "telephone filing",
            "penalty notices",
            "forms for the self-employed",
        ],
        [
            new(
                "We will answer your letter within 30 days.",
                "Letters answered within 30 days",
                "percent",
                85,
                AtLeast
            ),
            new(
                "We will send your refund within 21 days of an electronic return.",
                "Days to a refund",
                "days",
                21,
                AtMost
            ),
        ],
        [
            new("Notices sent in error", Accuracy),
            new("Refund not received", Timeliness),
            new("No answer on the telephone", TopCategory.Access),
        ],
        [
            new(
                "Notices cross payments in the mail",
                "Notices wait ten days after the due date.",
                "notices sent in error a month",
                1800,
                640
            ),
            new(
                "Cases pass between offices",
                "One named person keeps a case until it is closed.",
                "days to close a case",
                74,
                31
            ),
        ]
    );

    private static readonly SampleTheme Health = new(
        "patients, families and those who care for them",
        Beneficiaries,
        [
            "clinic hours",
            "health information in plain language",
            "services for children and families",
            "services for older people",
            "grants to communities",
        ],
        [
            new(
                "We will answer your question within two working days.",
                "Questions answered within two working days",
                "percent",
                90,
                AtLeast
            ),
            new("You will wait no more than 30 minutes.", "Minutes from appointment to visit", "minutes", 30, AtMost),
        ],
        [
            new("Long waits", Timeliness),
            new("Conflicting information", Accuracy),
            new("Forms hard to fill in", Clarity),
        ],
        [
            new(
                "Clinics book the same hour twice",
                "One calendar serves all clinics of a region.",
                "double bookings a month",
                210,
                40
            ),
            new(
                "Claims come back for one missing code",
                "The form rejects an empty code when it is keyed.",
                "claims returned a week",
                530,
                190
            ),
        ]
    );

    private static readonly SampleTheme VeteransService = new(
        "veterans and their families",
        Veterans,
        [
            "disability compensation claims",
            "waiting times at clinics",
            "home loan guaranties",
            "education benefits",
            "burial benefits",
            "pharmacy refills by mail",
            "help for homeless veterans",
        ],
        [
            new(
                "We will see you within 30 minutes of your appointment.",
                "Patients seen within 30 minutes",
                "percent",
                80,
                AtLeast
            ),
            new("We will complete your claim within 106 days.", "Days to complete a claim", "days", 106, AtMost),
        ],
        [new("Waiting for a claim", Timeliness), new("Treatment at the desk", Courtesy), new("Lost records", Accuracy)],
        [
            new(
                "Records travel slower than the patient",
                "Records go by computer the day before the visit.",
                "visits without a record a month",
                340,
                90
            ),
            new(
                "Callers reach the wrong regional office",
                "One number finds the office by area code.",
                "misdirected calls a week",
                1200,
                380
            ),
        ]
    );

    private static readonly SampleTheme Lands = new(
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

    private static readonly SampleTheme Farms = new(
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

    private static readonly SampleTheme Housing = new(
        "tenants, home buyers and rural communities",
        StatesLocalitiesAndPartners,
        [
            "fair treatment of tenants",
            "first-time home buying",
            "repairs in public housing",
            "rural water and power",
            "loan applications",
            "neighborhood plans",
        ],
        [
            new(
                "We will answer a request for repairs within 24 hours.",
                "Requests answered within 24 hours",
                "percent",
                85,
                AtLeast
            ),
            new(
                "We will decide on a loan guaranty within five working days.",
                "Working days to a decision",
                "days",
                5,
                AtMost
            ),
        ],
        [new("Repairs not done", Outcome), new("Application lost", Accuracy), new("Slow answer", Timeliness)],
        [
            new(
                "Repair requests are lost between shifts",
                "Each request gets a number that the tenant can ask by.",
                "requests lost a month",
                130,
                25
            ),
            new(
                "Lenders wait for an appraisal twice",
                "One appraisal serves both programs.",
                "days to an appraisal",
                26,
                11
            ),
        ]
    );

    private static readonly SampleTheme Trade = new(
        "small businesses, inventors, exporters and importers",
        Business,
        [
            "market information abroad",
            "help for minority-owned firms",
            "electronic filing",
            "fees and forms",
            "advice for first exporters",
        ],
        [
            new(
                "We will answer your inquiry within three working days.",
                "Inquiries answered within three working days",
                "percent",
                92,
                AtLeast
            ),
            new("We will decide on a complete application within 30 days.", "Days to a decision", "days", 30, AtMost),
        ],
        [new("Slow decisions", Timeliness), new("Rules hard to follow", Clarity), new("Fees", Cost)],
        [
            new(
                "Applications are refused for a missing signature",
                "A clerk calls the applicant before a refusal.",
                "refusals a month",
                310,
                70
            ),
            new(
                "Exporters ask four offices",
                "One guide names the office for each product.",
                "calls passed on a week",
                240,
                85
            ),
        ]
    );

    private static readonly SampleTheme Science = new(
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
            new("We will decide on your proposal within six months.", "Months to a decision", "months", 6, AtMost),
        ],
        [
            new("Data hard to find", TopCategory.Access),
            new("Slow review of proposals", Timeliness),
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
                "Reviewers receive proposals late",
                "Proposals go to reviewers by electronic mail.",
                "days to send a proposal",
                19,
                2
            ),
        ]
    );

    private static readonly SampleTheme Transport = new(
        "travelers, drivers, carriers and their crews",
        Travelers,
        [
            "delays and how they are explained",
            "safety information",
            "service for travelers with disabilities",
            "complaints by telephone",
            "plans for new routes",
        ],
        [
            new(
                "We will answer your safety question within one working day.",
                "Questions answered within one working day",
                "percent",
                90,
                AtLeast
            ),
            new("We will issue a license within 15 days.", "Days to a license", "days", 15, AtMost),
        ],
        [
            new("Delays", Timeliness),
            new("Telephone not answered", TopCategory.Access),
            new("Unhelpful answers", Courtesy),
        ],
        [
            new(
                "Callers are asked for a form number",
                "Operators find the form by its purpose.",
                "calls given up a week",
                610,
                220
            ),
            new(
                "Work zones surprise drivers",
                "Work zones are announced on local radio a day before.",
                "complaints a month",
                150,
                66
            ),
        ]
    );

    private static readonly SampleTheme Safety = new(
        "workers, employers and communities",
        GeneralPublic,
        ["product recalls", "what a plant stores and releases", "inspections", "safety reports in plain language"],
        [
            new(
                "We will be there within 24 hours of a serious report.",
                "Serious reports visited within 24 hours",
                "percent",
                95,
                AtLeast
            ),
            new(
                "We will send a first check within ten days of your application.",
                "Days to a first check",
                "days",
                10,
                AtMost
            ),
        ],
        [
            new("Inspection took too long", Timeliness),
            new("Contradictory advice", Accuracy),
            new("Long application forms", Clarity),
        ],
        [
            new(
                "Applicants tell their loss to three inspectors",
                "One inspector records the loss for all programs.",
                "visits for each home",
                3,
                1
            ),
            new(
                "Recall notices do not reach buyers",
                "Stores post each notice at the counter.",
                "units returned of a hundred",
                12,
                31
            ),
        ]
    );

    private static readonly SampleTheme Law = new(
        "immigrants, families, police departments and the public",
        LawEnforcement,
        [
            "safe neighborhoods",
            "answers by telephone",
            "help for victims",
            "permits and background checks",
            "information for families",
        ],
        [
            new(
                "We will process your application within six months.",
                "Months to process an application",
                "months",
                6,
                AtMost
            ),
            new("We will treat you with courtesy.", "Customers who were treated with courtesy", "percent", 90, AtLeast),
        ],
        [
            new("Waiting for an interview", Timeliness),
            new("Rude treatment", Courtesy),
            new("Forms not available", TopCategory.Access),
        ],
        [
            new(
                "Fingerprints expire while a case waits",
                "Fingerprints are taken when the interview is set.",
                "fingerprints taken twice a month",
                2600,
                700
            ),
            new(
                "Lines form before sunrise",
                "Appointments are given by telephone.",
                "people waiting at opening time",
                340,
                45
            ),
        ]
    );

    private static readonly SampleTheme Work = new(
        "workers, employers and unions",
        GeneralPublic,
        [
            "job search on line",
            "pension questions",
            "charges of unfair treatment",
            "mediation",
            "training for dislocated workers",
            "decisions in plain words",
            "wage and hour rules",
        ],
        [
            new(
                "We will answer your letter within 15 working days.",
                "Letters answered within 15 working days",
                "percent",
                88,
                AtLeast
            ),
            new(
                "We will tell you the outcome of your case within 180 days.",
                "Days to an outcome",
                "days",
                180,
                AtMost
            ),
        ],
        [
            new("Case takes too long", Timeliness),
            new("Decision not explained", Clarity),
            new("Disagreement with a decision", Outcome),
        ],
        [
            new(
                "Parties do not know where their case stands",
                "A telephone line tells the status by case number.",
                "status letters a month",
                720,
                210
            ),
            new(
                "Hearings are put off at the last hour",
                "Dates are confirmed two weeks before.",
                "hearings put off a month",
                64,
                22
            ),
        ]
    );

    private static readonly SampleTheme Abroad = new(
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
                "Travelers call about one country at a time",
                "Each country has a sheet on the web.",
                "calls a week",
                1400,
                900
            ),
        ]
    );

    private static readonly SampleTheme Learning = new(
        "students, families, teachers, libraries and museums",
        ResearchAndAcademia,
        [
            "student aid forms",
            "loan repayment",
            "after-school programs",
            "grants for small museums",
            "records for family history",
            "volunteer service",
        ],
        [
            new(
                "We will process your application within 12 days.",
                "Days to process an application",
                "days",
                12,
                AtMost
            ),
            new("You will be satisfied with our answer.", "Customers satisfied with an answer", "percent", 85, AtLeast),
        ],
        [
            new("Application delayed", Timeliness),
            new("Difficult forms", Clarity),
            new("Different answers to one question", Accuracy),
        ],
        [
            new(
                "Aid forms come back unsigned",
                "The electronic form asks for the signature first.",
                "unsigned forms a week",
                3100,
                1200
            ),
            new(
                "Borrowers do not know who holds their loan",
                "One number finds the holder.",
                "calls passed on a week",
                950,
                300
            ),
        ]
    );

    private static readonly SampleTheme Supply = new(
        "service members, federal employees and suppliers",
        FederalEmployees,
        [
            "electronic catalogs",
            "small purchases by card",
            "contracts in plain words",
            "delivery dates",
            "family services",
        ],
        [
            new(
                "We will pay your voucher within five working days.",
                "Working days to pay a voucher",
                "days",
                5,
                AtMost
            ),
            new("We will deliver on the day we name.", "Deliveries on the named day", "percent", 92, AtLeast),
        ],
        [
            new("Pay in error", Accuracy),
            new("Late delivery", Timeliness),
            new("Catalog hard to use", TopCategory.Access),
        ],
        [
            new("Vouchers wait for one signature", "A deputy may sign below a limit.", "days to pay a voucher", 17, 5),
            new(
                "Moves are booked by two offices",
                "One office books a move from door to door.",
                "damage claims of a hundred moves",
                22,
                13
            ),
        ]
    );

    private static readonly SampleTheme Money = new(
        "savers, borrowers, investors and banks",
        Business,
        [
            "payments by direct deposit",
            "questions of savers and investors",
            "complaints about a bank",
            "statements in plain language",
        ],
        [
            new(
                "We will answer your inquiry within ten working days.",
                "Inquiries answered within ten working days",
                "percent",
                90,
                AtLeast
            ),
            new("We will issue your bond within 15 days.", "Days to a bond", "days", 15, AtMost),
        ],
        [new("Slow answer", Timeliness), new("Dispute with a bank", Outcome), new("Statements hard to read", Clarity)],
        [
            new(
                "Bond owners write to the wrong office",
                "One address serves all bond questions.",
                "letters passed on a month",
                480,
                90
            ),
            new(
                "Payments return from closed accounts",
                "Accounts are checked before the first payment.",
                "returned payments a month",
                1600,
                420
            ),
        ]
    );

    private static readonly SampleTheme Utilities = new(
        "households and businesses that use the mails, telephones and power",
        GeneralPublic,
        ["bills in plain language", "complaints by telephone", "filing on line", "notices of new rules"],
        [
            new(
                "We will deliver local first-class mail overnight, or answer for it.",
                "Promises kept",
                "percent",
                92,
                AtLeast
            ),
            new(
                "You will be served at the counter within five minutes.",
                "Minutes of waiting at the counter",
                "minutes",
                5,
                AtMost
            ),
        ],
        [new("Service interrupted", Outcome), new("Bill in error", Cost), new("Waiting in line", Timeliness)],
        [
            new(
                "Changes of address take a month",
                "Changes are keyed where they are handed in.",
                "days to a change",
                29,
                8
            ),
            new("Callers cannot find a person", "Every menu ends with a person.", "calls given up a week", 5200, 2300),
        ]
    );

    private static readonly Dictionary<string, SampleTheme> ByAbbreviation = Of(
        (Benefits, "SSA RRB OPM PBGC FRTIB"),
        (Taxes, "IRS"),
        (Health, "HHS ACF AOA CDC FDA HCFA HRSA IHS NIH SAMHSA"),
        (VeteransService, "VA VBA VHA NCS VETS"),
        (Lands, "DOI BLM NPS USFWS USBR USFS MMS OSM USGS NRCS BIA TVA USACE ABMC NCPC"),
        (Farms, "USDA AMS APHIS CSREES FNS FSA FSIS"),
        (Housing, "HUD FHA PIH RHS RUS EDA"),
        (Trade, "DOC BXA ITA MBDA PTO SBA EXIM USITC TDA OPIC USCS"),
        (Science, "CENSUS BLS NIST NOAA NWS NSF NASA DOE USEC"),
        (Transport, "DOT FAA FHWA FRA FTA MARAD NHTSA RSPA USCG STB NTSB NRPC FMC PCC"),
        (Safety, "EPA OSHA MSHA CPSC NRC CSB DNFSB FEMA"),
        (Law, "DOJ BOP DEA FBI INS USMS ATF USSS"),
        (Work, "DOL ESA ETA PWBA EEOC NLRB NMB FMCS FLRA MSPB OSC OSHRC FMSHRC OGE USCCR NCD ATBCB"),
        (Abroad, "DOS CA USAID IDCA USIA PC ADF IAF ACDA CIA"),
        (Learning, "ED SFA IMLS NEA NEH NARA CNCS"),
        (Supply, "DOD ARMY NAVY USAF DECA DFAS DLA DOD-AR GSA SSS"),
        (Money, "TREAS BEP USMINT BPD FMS OCC OTS FDIC NCUA FRS FHFB FCA SEC CFTC FTC"),
        (Utilities, "FCC FEC USPS PRC FERC")
    );

    /// <summary>The theme of an agency of the reference data; none for an agency that somebody added.</summary>
    public static SampleTheme? Find(string abbreviation) => ByAbbreviation.GetValueOrDefault(abbreviation);

    private static Dictionary<string, SampleTheme> Of(params (SampleTheme Theme, string Abbreviations)[] themes) =>
        themes
            .SelectMany(entry => entry.Abbreviations.Split(' ').Select(abbreviation => (abbreviation, entry.Theme)))
            .ToDictionary(entry => entry.abbreviation, entry => entry.Theme);
}
