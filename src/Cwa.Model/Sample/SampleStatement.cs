using System.Globalization;

namespace Cwa.Model;

/// <summary>How an agency of the sample writes.</summary>
internal enum SampleManner
{
    Plain,
    Official,
    Heavy,
}

/// <summary>What an annual report of the sample says about one standard.</summary>
internal static class SampleStatement
{
    public static string Of(
        SampleAgency sample,
        SamplePromise promise,
        int year,
        double? value,
        bool? met,
        SampleManner manner,
        int turn,
        SampleRandom random
    )
    {
        var bound = promise.Direction == TargetDirection.AtLeast ? "at least" : "no more than";
        var said = new Words(
            sample.Agency.Abbreviation,
            sample.Theme.Customers,
            promise.Statement.TrimEnd('.'),
            Lower(promise.Measure),
            $"{bound} {Number(promise.Target)} {promise.Unit}",
            value is { } result ? $"{Number(result)} {promise.Unit}" : null,
            met,
            random.Pick(sample.Theme.Fixes),
            year
        );
        return manner switch
        {
            SampleManner.Plain => Plain(said, turn, random),
            SampleManner.Official => Official(said, turn, random),
            _ => Heavy(said, turn, random),
        };
    }

    private static string Plain(Words said, int turn, SampleRandom random)
    {
        var promise = InTurn(
            turn,
            [
                $"We told {said.Customers} what they could expect from us in {said.Year}: \"{said.Promise}.\"",
                $"This was our promise to you for the year, and it was posted in every office: \"{said.Promise}.\"",
                $"After talks with {said.Customers} we set this standard for the year: \"{said.Promise}.\"",
            ]
        );
        if (said.Result is null)
        {
            return $"{promise} We do not yet know how well we kept it, because some of our offices began to "
                + $"count only in the summer of {said.Year}. Next year we will report a figure for all "
                + $"twelve months, which you can compare with our published aim of {said.Aim}.";
        }

        var result = InTurn(
            turn,
            [
                $"Our aim was {said.Aim}, and the figure for all offices over the twelve months was {said.Result}.",
                $"Our aim was {said.Aim}. Counted over all offices and all twelve months, we reached {said.Result} in the end.",
                $"We measured {said.Measure} every month, and for the year as a whole the result was "
                    + $"{said.Result} against an aim of {said.Aim}.",
            ]
        );
        return said.Met is true
            ? $"{promise} {result} "
                + random.Pick([
                    "We kept the promise, and we will hold every office to the same standard in the coming year.",
                    "The standard was met, and what helped most was one change in the way we work: "
                        + $"{Lower(said.Fix.Change)}",
                    "The standard was met in most regions, and the offices that fell behind have a plan to "
                        + "catch up by spring.",
                ])
            : $"{promise} {result} "
                + random.Pick([
                    "We fell short, and customers named one cause above all others: "
                        + $"{Lower(said.Fix.Problem)}. Our answer has been in place in every region since "
                        + $"the end of the year: {Lower(said.Fix.Change)}",
                    "That is short of what we promised, and we have moved staff to the offices where "
                        + "customers wait longest.",
                    $"We did not keep the promise this year, mainly because of a problem that {said.Agency} "
                        + $"customers know well: {Lower(said.Fix.Problem)}.",
                ]);
    }

    private static string Official(Words said, int turn, SampleRandom random) =>
        InTurn(
            turn,
            [
                $"The standard for {said.Customers} reads: \"{said.Promise}.\" The goal for {said.Measure} was "
                    + $"{said.Aim}",
                $"{said.Agency} measures its service to {said.Customers} by {said.Measure}, with a goal of "
                    + $"{said.Aim}",
            ]
        )
        + (
            said.Result is { } result
                ? $", and actual performance for fiscal year {said.Year} was {result}. "
                : $", but reliable data for all of fiscal year {said.Year} are not available. "
        )
        + said.Met switch
        {
            true => random.Pick([
                "The goal was achieved in a year of increasing demand, and management has decided to continue "
                    + "the standard and to publish the results of each quarter.",
                "The standard was met, which reflects better training of employees and closer cooperation "
                    + "between headquarters and the regional offices.",
            ]),
            false => random.Pick([
                "The goal was not achieved, primarily because regional offices received considerably more "
                    + "inquiries than anticipated, and additional employees are being trained for the "
                    + "busiest locations.",
                "Performance was below the goal; customer complaints identified a recurring problem "
                    + $"({Lower(said.Fix.Problem)}), and the responsible offices have changed the procedure.",
            ]),
            null => "Collection of the information began in summer, and complete results will be included in "
                + "the next annual report to customers.",
        };

    private static string Heavy(Words said, int turn, SampleRandom random) =>
        InTurn(
            turn,
            [
                $"In accordance with the customer service plan of {said.Agency}, and based on information "
                    + $"furnished by the operating components, performance with respect to {said.Measure} ",
                $"Pursuant to the performance indicators established by {said.Agency} for the measurement of "
                    + $"{said.Measure}, the level of attainment reported by all organizational components ",
            ]
        )
        + (
            said.Result is { } result
                ? $"was determined to be {result} for fiscal year {said.Year}, relative to an established "
                    + $"objective of {said.Aim}"
                : $"could not be determined for fiscal year {said.Year}, relative to an established objective "
                    + $"of {said.Aim}"
        )
        + (
            said.Met is true
                ? ", and implementation of the standard will be continued without modification. "
                : ", and implementation of additional corrective measures has been initiated. "
        )
        + random.Pick([
            "Subsequent reports will incorporate information obtained from customers on a regular basis.",
            "Additional information may be obtained from the responsible organizational components.",
            "The methodology and the underlying information are available for examination.",
        ]);

    // The statements of one report do not begin alike.
    private static string InTurn(int turn, string[] said) => said[turn % said.Length];

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Words(
        string Agency,
        string Customers,
        string Promise,
        string Measure,
        string Aim,
        string? Result,
        bool? Met,
        SampleFix Fix,
        int Year
    );
}
