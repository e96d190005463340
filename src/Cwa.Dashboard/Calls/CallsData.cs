using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Calls;

/// <summary>All agencies that need a call.</summary>
[Operation("calls")]
public sealed record CallsData(AttentionList Attention);

public sealed record AttentionList(int TotalCount, IReadOnlyList<AttentionItem> Items);

public sealed record AttentionItem(
    AttentionAgency Agency,
    IReadOnlyList<AttentionReason> Reasons,
    CalledLiaison? Liaison,
    CalledLiaison? NearestLiaison
);

public sealed record AttentionAgency(string Abbreviation, string Name, bool HighImpact);

public sealed record AttentionReason(AttentionKind Kind, DateOnly Since, IReadOnlyList<Month> Months, string Text);

public enum AttentionKind
{
    ComplaintsReturned,
    ComplaintsRising,
    FiguresDoNotCarryOver,
    NoLiaison,
    NothingPlanned,
    ProblemPastTarget,
    ReportOverdue,
    ReportRequested,
    ReportReturned,
}

public sealed record CalledLiaison(string Name, string? Phone, AgencyCode Agency);

public sealed record AgencyCode(string Abbreviation);
