using System.Globalization;

namespace Cwa.Model;

/// <summary>
/// Warns about what an annual report, which is written for individual customers (action 6), could do better.
/// </summary>
internal static class AnnualReportAdvice
{
    private const double HardGrade = 12;

    /// <summary>Warns about everything odd in a report.</summary>
    /// <param name="report">The report with its statements.</param>
    /// <param name="standards">The standards of its statements, by id.</param>
    /// <param name="work">The mutation that saves or submits it.</param>
    /// <param name="place">Where in the input a field of the report is.</param>
    public static void Give(
        AnnualReport report,
        IReadOnlyDictionary<Guid, ServiceStandard> standards,
        Work work,
        Func<string[], string[]> place
    )
    {
        var year = new ReportedYear(report.Year, report.YearBasis);
        var check = work.Check;
        if (year.LastDay >= work.Today)
            check.Warn($"The {year} is not over yet.", place(["year"]));
        if (LongestSentence(report.Summary) is { } words)
            check.Warn($"The summary has a sentence of {words} words. {Advice}", place(["summary"]));
        foreach (var statement in report.Statements.OrderBy(s => s.Ordinal))
            Give(
                statement,
                standards[statement.StandardId],
                year,
                check,
                field => place(["statements", $"{statement.Ordinal - 1}", field])
            );
        if (report.PlainLanguage.Grade > HardGrade)
        {
            check.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Reading the statements takes {report.PlainLanguage.Grade} years of school; "
                        + $"plain English takes about 8."
                ),
                place(["statements"])
            );
        }
    }

    private static void Give(
        AnnualStatement statement,
        ServiceStandard standard,
        ReportedYear year,
        Check check,
        Func<string, string[]> place
    )
    {
        if (LongestSentence(statement.Text) is { } words)
            check.Warn($"Statement {statement.Ordinal} has a sentence of {words} words. {Advice}", place("text"));
        if (standard.WithdrawnOn <= year.FirstDay)
            check.Warn(
                $"The standard of statement {statement.Ordinal} was withdrawn on "
                    + $"{standard.WithdrawnOn:yyyy-MM-dd}, before the {year}.",
                place("standardId")
            );
        if (standard.EffectiveFrom > year.LastDay)
            check.Warn(
                $"The standard of statement {statement.Ordinal} took effect on "
                    + $"{standard.EffectiveFrom:yyyy-MM-dd}, after the {year}.",
                place("standardId")
            );
        if (statement is { Result: { } result, Met: { } met } && met != standard.IsMetBy(result))
            check.Warn(
                $"Statement {statement.Ordinal} says that the standard was {(met ? "" : "not ")}met, "
                    + "but its result says otherwise.",
                place("met")
            );
    }

    private static string Advice =>
        $"Plain sentences have 15 to 20 words on average and never more than {PlainLanguage.LongestPlainSentence}.";

    private static int? LongestSentence(string? text) =>
        text is not null && PlainLanguage.Measure(text) is { LongSentences: > 0 } measured
            ? measured.LongestSentence
            : null;
}
