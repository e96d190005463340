using static Cwa.Model.CustomerGroup;
using static Cwa.Model.TargetDirection;
using static Cwa.Model.TopCategory;

namespace Cwa.Model;

/// <summary>Themes of agencies that deal with money and trade.</summary>
internal static class SampleThemesOfMoney
{
    internal static readonly SampleTheme Taxes = new(
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

    internal static readonly SampleTheme Trade = new(
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

    internal static readonly SampleTheme Supply = new(
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

    internal static readonly SampleTheme Money = new(
        "savers, borrowers, investors and banks",
        Business,
        [
            "notices in plain language",
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
            new("We will settle your complaint within 45 days.", "Days to settle a complaint", "days", 45, AtMost),
        ],
        [new("Slow answer", Timeliness), new("Dispute with a bank", Outcome), new("Statements hard to read", Clarity)],
        [
            new(
                "Savers write to the wrong office",
                "One address serves all questions, and sorts them the same day.",
                "letters passed on a month",
                480,
                90
            ),
            new(
                "Callers are asked for a number that they do not have",
                "Staff find a file by name and date.",
                "calls given up a month",
                1600,
                420
            ),
        ]
    );

    internal static readonly SampleTheme Utilities = new(
        "households and businesses that use regulated services",
        GeneralPublic,
        ["bills in plain language", "complaints by telephone", "filing on line", "notices of new rules"],
        [
            new(
                "We will answer your question in writing within ten working days.",
                "Questions answered within ten working days",
                "percent",
                92,
                AtLeast
            ),
            new(
                "We will decide on your complaint within 90 days.",
                "Days to a decision on a complaint",
                "days",
                90,
                AtMost
            ),
        ],
        [
            new("Complaint takes too long", Timeliness),
            new("Charges and fees", Cost),
            new("Rules hard to follow", Clarity),
        ],
        [
            new(
                "Complaints wait for a second form",
                "One form serves complaints of every kind.",
                "days before a complaint is opened",
                29,
                8
            ),
            new("Callers cannot find a person", "Every menu ends with a person.", "calls given up a week", 5200, 2300),
        ]
    );

    internal static readonly SampleTheme Mails = new(
        "households and businesses that use the mails",
        GeneralPublic,
        ["mail delivery times", "changes of address", "waiting in line", "post office hours", "damaged mail"],
        [
            new(
                "We will deliver your local first-class mail overnight.",
                "Local first-class mail delivered overnight",
                "percent",
                93,
                AtLeast
            ),
            new(
                "We will serve you at the counter within five minutes.",
                "Minutes of waiting at the counter",
                "minutes",
                5,
                AtMost
            ),
        ],
        [new("Mail late", Timeliness), new("Mail delivered to the wrong address", Accuracy), new("Lines", Courtesy)],
        [
            new(
                "Changes of address take a month",
                "Changes are keyed where they are handed in.",
                "days to a change",
                29,
                8
            ),
            new(
                "Mail for apartments is put into the wrong box",
                "Carriers get a list of names for each building.",
                "pieces returned a week",
                5200,
                2300
            ),
        ]
    );
}
