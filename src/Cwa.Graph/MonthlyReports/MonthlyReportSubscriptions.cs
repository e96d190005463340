using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>One message: a report was submitted.</summary>
public sealed record MonthlyReportSubmitted(Guid ReportId, string Cursor)
{
    /// <summary>The position in the feed: give it as `after` to continue after this message. Opaque.</summary>
    public string Cursor { get; } = Cursor;

    internal Guid ReportId { get; } = ReportId;
}

/// <summary>A monthly report was submitted.</summary>
[SignedIn]
public sealed class MonthlyReportSubmittedType : ObjectType<MonthlyReportSubmitted>
{
    /// <summary>The submitted revision, as it stands now.</summary>
    public static IDataLoaderResult<MonthlyReport> MonthlyReport(
        MonthlyReportSubmitted message,
        ById<MonthlyReport> reports
    ) => reports.Load(message.ReportId);

    /// <summary>Whether it amends a report that NPR had accepted.</summary>
    public static IDataLoaderResult<bool> Amends(MonthlyReportSubmitted message, AmendsByReport amends) =>
        amends.Load(message.ReportId);
}

/// <summary>Reports as they are submitted (action 2).</summary>
public sealed class MonthlyReportSubscriptions
{
    /// <summary>
    /// Announces each monthly report as soon as it is submitted (action 2), in order. A client that was cut off gives
    /// the last `cursor` as `after`, and gets all that it missed, each message once, and then what is new.
    /// </summary>
    public static Task<IObservable<MonthlyReportSubmitted>> MonthlyReportSubmittedAsync(
        Watch<FeedEntry> watch,
        FeedTail tail
    ) =>
        watch
            .Where("tells of a submitted report", e => e.Kind == FeedKind.MonthlyReportSubmitted)
            .FollowAsync(
                tail,
                e => e.Sequence,
                (entry, cursor) => new MonthlyReportSubmitted(entry.SubjectId, cursor),
                prepare: (entry, services) => services.GetRequiredService<ById<MonthlyReport>>().Load(entry.SubjectId)
            );
}
