using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>Why an agency needs a call.</summary>
public enum AttentionKind
{
    /// <summary>
    /// Nobody speaks for the agency: it has no liaison, and no agency above it has one for its components.
    /// </summary>
    NoLiaison = 1,

    /// <summary>Reports of an agency that is directed to report have not come, and their due days are over.</summary>
    ReportOverdue = 2,

    /// <summary>
    /// Reports of an agency that is requested to report have not come by the days for which they were asked.
    /// </summary>
    ReportRequested = 3,

    /// <summary>NPR returned reports, and they were not sent again.</summary>
    ReportReturned = 4,

    /// <summary>
    /// More complaints came in in the last three months than in the three before: by a fifth at the least, and by ten.
    /// </summary>
    ComplaintsRising = 5,

    /// <summary>
    /// Complaint figures of the last twelve months open with another number than the month before closed with.
    /// </summary>
    FiguresDoNotCarryOver = 6,
}

/// <summary>One reason why an agency needs a call.</summary>
public sealed record AttentionReason
{
    /// <summary>What kind of reason it is.</summary>
    public required AttentionKind Kind { get; init; }

    /// <summary>
    /// Since which Washington day it has been so: of several reports since the first; of complaint figures from when on
    /// they show it.
    /// </summary>
    public required DateOnly Since { get; init; }

    /// <summary>The months that it is about, in order; none for a reason that is about no month.</summary>
    public IReadOnlyList<ReportMonth> Months { get; init; } = [];

    /// <summary>
    /// The reason in a plain sentence. It asks where the agency is requested to adhere and not directed.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>How much the reason weighs.</summary>
    public required int Weight { get; init; }
}

/// <summary>An agency that needs a call, and why.</summary>
public sealed record AttentionItem
{
    internal AttentionItem(Agency agency, Liaison? liaison, IReadOnlyList<AttentionReason> reasons) =>
        (Agency, Liaison, Reasons) = (agency, liaison, reasons);

    /// <summary>The agency to call.</summary>
    public Agency Agency { get; }

    /// <summary>The reasons added up, and doubled for a high-impact agency: see `attention`.</summary>
    public int Weight => Reasons.Sum(r => r.Weight) * (Agency.HighImpact ? 2 : 1);

    /// <summary>All reasons of the kinds that were asked for, each kind once, in their order.</summary>
    [ListSize(AttentionReasons.Most)]
    public IReadOnlyList<AttentionReason> Reasons { get; }

    internal Liaison? Liaison { get; }
}

/// <summary>Which agencies need a call, and why.</summary>
public sealed record Attention
{
    internal Attention(AgenciesReports read, ComplaintSigns complaints, IReadOnlyList<AttentionKind>? kinds, int first)
    {
        (AsOf, DataAsOf) = (read.Reports.AsOf, read.DataAsOf);
        List<AttentionItem> all =
        [
            .. read
                .Agencies.Where(a => a.IsActiveOn(AsOf))
                .Select(a => new AttentionItem(
                    a,
                    read.Reports.Designations.SpeakingFor(a, AsOf),
                    [.. AttentionReasons.Of(a, read, complaints).Where(r => kinds?.Contains(r.Kind) != false)]
                ))
                .Where(item => item.Reasons is not [])
                .OrderByDescending(item => item.Weight)
                .ThenBy(item => item.Reasons.Min(r => r.Since)),
        ];
        TotalCount = all.Count;
        Items = [.. all.Take(first)];
    }

    /// <summary>The Washington day, today, at whose end it is so.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is in it.</summary>
    public DateTime DataAsOf { get; }

    /// <summary>How many agencies there are, whether they are listed or not.</summary>
    public int TotalCount { get; }

    /// <summary>The agencies, each once with all its reasons, the heaviest first.</summary>
    [ListSize(ReportsToday.MostAgencies)]
    public IReadOnlyList<AttentionItem> Items { get; }
}

/// <summary>Which agencies need a call, and why.</summary>
[SignedIn]
public sealed class AttentionType : ObjectType<Attention>;

/// <summary>An agency that needs a call, and why.</summary>
[SignedIn]
public sealed class AttentionItemType : ObjectType<AttentionItem>
{
    /// <summary>
    /// The liaison to call: the agency's own, else that of the nearest agency above whose designation covers
    /// components, told by `liaison.agency`. Null when nobody speaks for the agency, and where you may not see that
    /// agency's liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(AttentionItem item, ById<Liaison> liaisons) =>
        liaisons.Find(item.Liaison?.Id);
}

/// <summary>One reason why an agency needs a call.</summary>
[SignedIn]
public sealed class AttentionReasonType : ObjectType<AttentionReason>;
