namespace Cwa.Model;

/// <summary>The orders and laws that the memorandum rests on or refers to.</summary>
public static class Authorities
{
    /// <summary>In the order in which the memorandum names them.</summary>
    public static IReadOnlyList<Authority> All { get; } =
    [
        new(
            "Executive Order 12862, \"Setting Customer Service Standards\"",
            new(1993, 9, 11),
            "Requires the actions toward service equal to the best in business that the memorandum continues.",
            [
                new("EO-a", "Identify the customers who are, or should be, served by the agency."),
                new(
                    "EO-b",
                    "Survey customers on the kind and quality of services they want and their satisfaction "
                        + "with existing services."
                ),
                new("EO-c", "Post service standards and measure results against them."),
                new("EO-d", "Benchmark customer service against the best in business."),
                new(
                    "EO-e",
                    "Survey front-line employees on barriers to, and ideas for, matching the best in business."
                ),
                new("EO-f", "Give customers choices in both the sources of service and the means of delivery."),
                new("EO-g", "Make information, services and complaint systems easily accessible."),
                new("EO-h", "Provide means to address customer complaints."),
            ]
        ),
        new(
            "Memorandum \"Improving Customer Service\"",
            new(1995, 3, 22),
            "Requires agencies to continue the actions of the order and to report results at least annually.",
            []
        ),
        new(
            "Government Performance and Results Act of 1993",
            new(1993, 8, 3),
            "Requires the strategic plans and performance measures that are to use what customers say.",
            []
        ),
        new(
            "Chief Financial Officers Act of 1990",
            new(1990, 11, 15),
            "Requires the reports on financial and program performance that are to use what customers say.",
            []
        ),
        new(
            "Government Management Reform Act of 1994",
            new(1994, 10, 13),
            "Extends the reports on financial and program performance to the whole government.",
            []
        ),
    ];
}
