using static Cwa.Model.CustomerGroup;
using static Cwa.Model.TargetDirection;
using static Cwa.Model.TopCategory;

namespace Cwa.Model;

/// <summary>Themes of agencies that deal with safety, law and work.</summary>
internal static class SampleThemesOfSafety
{
    internal static readonly SampleTheme Transport = new(
        "travelers, drivers, carriers and their crews",
        Travelers,
        [
            "delays and how they are explained",
            "safety information",
            "service for travelers with disabilities",
            "complaints by telephone",
            "plans for the region",
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
                "Delays are announced too late",
                "A delay is announced within ten minutes of being known.",
                "complaints a month",
                150,
                66
            ),
        ]
    );

    internal static readonly SampleTheme Safety = new(
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
                "We will send you our findings within 20 days of a visit.",
                "Days from visit to findings",
                "days",
                20,
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
                "Three inspectors ask the same questions",
                "One inspector asks for all programs.",
                "visits for each case",
                3,
                1
            ),
            new(
                "Findings arrive without an explanation",
                "Each finding names the rule and a way to comply.",
                "calls about a finding a month",
                410,
                150
            ),
        ]
    );

    internal static readonly SampleTheme Law = new(
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

    internal static readonly SampleTheme Work = new(
        "workers, employers and unions",
        GeneralPublic,
        [
            "how long a case takes",
            "decisions in plain words",
            "filing by mail and on line",
            "advice by telephone",
            "help for people without a lawyer",
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
}
