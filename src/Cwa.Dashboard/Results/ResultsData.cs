using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Results;

/// <summary>What agencies published for a year.</summary>
[Operation("results")]
public sealed record ResultsData(YearFigures AnnualResults, DirectedFigures Directed, ReportPage AnnualReports);

public sealed record YearFigures(
    int Published,
    int Statements,
    int Met,
    int NotMet,
    int NotKnown,
    int HardToRead,
    double? MedianGrade
);

public sealed record DirectedFigures(int Directed, int Published);

public sealed record ReportPage(int TotalCount, PageInfo PageInfo, IReadOnlyList<ListedReport> Nodes);

public sealed record ListedReport(
    string Title,
    DateOnly? PublishedOn,
    Readability? PlainLanguage,
    ReportingAgency Agency
);

public sealed record Readability(double Grade);

public sealed record ReportingAgency(string Abbreviation, string Name);
