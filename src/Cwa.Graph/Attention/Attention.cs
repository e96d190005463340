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

    /// <summary>
    /// An agency that is directed to report has not submitted reports, and their due days have passed.
    /// </summary>
    ReportOverdue = 2,

    /// <summary>
    /// An agency that is requested to report has not submitted reports by the days for which they were requested.
    /// </summary>
    ReportRequested = 3,

    /// <summary>NPR returned reports, and the agency has not submitted them again.</summary>
    ReportReturned = 4,

    /// <summary>
    /// More complaints were received in the last three months than in the three before: by at least a fifth, and by at
    /// least ten.
    /// </summary>
    ComplaintsRising = 5,

    /// <summary>
    /// Complaint figures for a period that began within the last twelve months open with a different number from the
    /// one that the period before closed with.
    /// </summary>
    FiguresDoNotCarryOver = 6,

    /// <summary>
    /// The next steps of systemic problems are late: see `SystemicProblem.steps`. `problems` names them.
    /// </summary>
    ProblemPastTarget = 7,

    /// <summary>
    /// Complaints came back after their problem was VERIFIED as solved: see `SystemicProblem.complaintsReturned`.
    /// `problems` names them.
    /// </summary>
    ComplaintsReturned = 8,

    /// <summary>
    /// No conversation is planned and no program runs in this month or the next. The next month is named from seven
    /// days before its report is due, or as soon as its report is in; this month, until it is over. `monthsAhead` of
    /// `attention` looks further.
    /// </summary>
    NothingPlanned = 9,
}

/// <summary>One reason why an agency needs a call.</summary>
public sealed record AttentionReason
{
    /// <summary>Which kind of reason it is.</summary>
    public required AttentionKind Kind { get; init; }

    /// <summary>
    /// The first day, in Washington, on which the reason held. For several reports, that of the earliest; for complaint
    /// figures, the first day of the first month that shows it.
    /// </summary>
    public required DateOnly Since { get; init; }

    /// <summary>The months concerned, in order; empty for a reason that concerns no month.</summary>
    public IReadOnlyList<ReportMonth> Months { get; init; } = [];

    /// <summary>
    /// The reason in a plain sentence, worded as a request if the agency is requested to adhere, not directed.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>How much the reason weighs: see `attention`.</summary>
    public required int Weight { get; init; }

    /// <summary>Identifies the problems.</summary>
    public IReadOnlyList<Guid> ProblemIds { get; init; } = [];

    internal const int MostProblems = 10;
}

/// <summary>An agency that needs a call, and why.</summary>
public sealed record AttentionItem
{
    private AttentionItem(Agency agency, ReportsOnDay reports, IReadOnlyList<AttentionReason> reasons)
    {
        (Agency, Reasons) = (agency, reasons);
        Liaison = reports.Designations.SpeakingFor(agency, reports.AsOf);
        NearestLiaison = reports.Designations.Nearest(agency, reports.AsOf);
    }

    /// <summary>The active agencies that have a reason of these kinds, each with all of them.</summary>
    internal static IEnumerable<AttentionItem> Of(
        AgenciesReports read,
        AttentionSigns signs,
        IReadOnlyList<AttentionKind>? kinds = null
    ) =>
        read
            .Agencies.Where(a => a.IsActiveOn(read.Reports.AsOf))
            .Select(a => new AttentionItem(
                a,
                read.Reports,
                [.. AttentionReasons.Of(a, read, signs).Where(r => kinds?.Contains(r.Kind) != false)]
            ))
            .Where(item => item.Reasons is not []);

    /// <summary>The agency to call.</summary>
    public Agency Agency { get; }

    /// <summary>The sum of the reasons' weights, doubled for a high-impact agency: see `attention`.</summary>
    public int Weight => Reasons.Sum(r => r.Weight) * (Agency.HighImpact ? 2 : 1);

    /// <summary>All reasons of the requested kinds, each kind at most once.</summary>
    [Reasons]
    public IReadOnlyList<AttentionReason> Reasons { get; }

    internal Liaison? Liaison { get; }

    internal Liaison? NearestLiaison { get; }
}

/// <summary>Which agencies need a call, and why.</summary>
public sealed record Attention
{
    internal Attention(AgenciesReports read, AttentionSigns signs, IReadOnlyList<AttentionKind>? kinds, int first)
    {
        (AsOf, DataAsOf) = (read.Reports.AsOf, read.DataAsOf);
        List<AttentionItem> all =
        [
            .. AttentionItem
                .Of(read, signs, kinds)
                .OrderByDescending(item => item.Weight)
                .ThenBy(item => item.Reasons.Min(r => r.Since)),
        ];
        TotalCount = all.Count;
        Items = [.. all.Take(first)];
    }

    /// <summary>Today's date in Washington, at whose end the reasons hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public DateTime DataAsOf { get; }

    /// <summary>How many agencies need a call, listed or not.</summary>
    public int TotalCount { get; }

    /// <summary>The agencies, each once with all its reasons, the greatest weight first.</summary>
    [ListSize(Government.MostAgencies, ByParent = true)]
    public IReadOnlyList<AttentionItem> Items { get; }
}

/// <inheritdoc cref="Attention"/>
[SignedIn]
public sealed class AttentionType : ObjectType<Attention>;

/// <inheritdoc cref="AttentionItem"/>
[SignedIn]
public sealed class AttentionItemType : ObjectType<AttentionItem>
{
    /// <summary>
    /// The liaison to call: the agency's own, or else that of the nearest agency above whose designation covers
    /// components; `liaison.agency` says whose. Null if nobody speaks for the agency, or if you may not see that
    /// liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(AttentionItem item, ById<Liaison> liaisons) =>
        liaisons.Find(item.Liaison?.Id);

    /// <summary>
    /// Whom to call if nobody speaks for the agency: its own liaison, or else that of the nearest agency above, whether
    /// or not the designation covers components; `liaison.agency` says whose. Null if there is none, or if you may not
    /// see that liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? NearestLiaison(AttentionItem item, ById<Liaison> liaisons) =>
        liaisons.Find(item.NearestLiaison?.Id);
}

/// <inheritdoc cref="AttentionReason"/>
[SignedIn]
public sealed class AttentionReasonType() : ObjectType<AttentionReason>(r => r.ProblemIds)
{
    /// <summary>
    /// The systemic problems concerned, the oldest reason first, at most 10; empty for a reason that concerns none.
    /// </summary>
    [ListSize(AttentionReason.MostProblems)]
    public static IDataLoaderResult<IReadOnlyList<SystemicProblem>> Problems(
        AttentionReason reason,
        ById<SystemicProblem> problems
    ) => problems.FindAll(reason.ProblemIds);
}
