using Cwa.Dashboard.Events;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Overview;

/// <summary>The overview, as the public reads it.</summary>
[Operation("overview-public", "thisYear", "yearBefore", "annualReports")]
public sealed record PublicOverviewData(
    ComingUpPage ComingUp,
    EventCounts EventCounts,
    YearCounts Year,
    PublishedCount ThisYear,
    PublishedCount YearBefore,
    PublishedPage AnnualReports
);

public sealed record ComingUpPage(int TotalCount, IReadOnlyList<ComingEvent> Nodes);

public sealed record ComingEvent(
    string? Title,
    string Description,
    DateOnly StartsOn,
    string Status,
    EventFormat? Format,
    string? PlaceKind,
    string? City,
    string? State,
    NamedAgency Agency
);

public sealed record YearCounts(IReadOnlyList<MonthCount> ByMonth);

public sealed record MonthCount(Month Month, int Events);

public sealed record PublishedCount(int Year, int Published);

public sealed record PublishedPage(IReadOnlyList<PublishedReport> Nodes);

public sealed record PublishedReport(
    int Year,
    string Title,
    string? Summary,
    DateOnly? PublishedOn,
    NamedAgency Agency
);
