using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Results;

/// <summary>What one agency published for a year.</summary>
[Operation("results-report")]
public sealed record OpenedReportData(OpenedReports AnnualReports);

public sealed record OpenedReports(IReadOnlyList<OpenedReport> Nodes);

public sealed record OpenedReport(
    YearBasis YearBasis,
    string? Summary,
    PlainLanguage? PlainLanguage,
    IReadOnlyList<Statement> Statements
);

public enum YearBasis
{
    Calendar,
    Fiscal,
}

public sealed record PlainLanguage(double MeanSentence, int LongSentences, IReadOnlyList<HardWord> HardWords);

public sealed record HardWord(string Word, string? Plainer);

public sealed record Statement(string Text, double? Result, bool? Met, Standard Standard);

public sealed record Standard(string Statement, string Unit, double Target, TargetDirection Direction);

public enum TargetDirection
{
    AtLeast,
    AtMost,
}
