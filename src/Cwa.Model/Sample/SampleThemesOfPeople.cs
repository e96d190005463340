using static Cwa.Model.CustomerGroup;
using static Cwa.Model.TargetDirection;
using static Cwa.Model.TopCategory;

namespace Cwa.Model;

/// <summary>Themes of agencies that serve people.</summary>
internal static class SampleThemesOfPeople
{
    internal static readonly SampleTheme Benefits = new(
        "people who receive or apply for benefits",
        Beneficiaries,
        [
            "applications for benefits",
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

    internal static readonly SampleTheme Health = new(
        "patients, families and those who care for them",
        Beneficiaries,
        [
            "information by telephone",
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
            new(
                "We will mail the pamphlet or form within six days.",
                "Days to mail a pamphlet or form",
                "days",
                6,
                AtMost
            ),
        ],
        [
            new("Long waits", Timeliness),
            new("Conflicting information", Accuracy),
            new("Forms hard to fill in", Clarity),
        ],
        [
            new(
                "Callers are passed from office to office",
                "Whoever answers first keeps the call until it is settled.",
                "calls passed on a week",
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

    internal static readonly SampleTheme VeteransService = new(
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

    internal static readonly SampleTheme Housing = new(
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

    internal static readonly SampleTheme Learning = new(
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
}
